"""The notice an agency owes when it lowers a grade."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic
from index.language.late import pattern

_YES_NO = re.compile(
    r"^\W*(?:so |and |but |ok )*(?:do|does|must|should|are|is|did) (?:they|hr|my|the|an|we|it|i)\b",
    re.IGNORECASE,
)
_OUGHT = pattern(
    r"\b(?:letter|notice|notification)\b.{0,30}\b(?:suppos\w+|meant|required|needs?|has|have|had|"
    r"ought) (?:to )?(?:\w+ )?(?:tell|say|contain|state|include|mention|explain|cover|have|spell)\b"
    r"|\bwhat (?:must|should|does|is|was|did) (?:\w+ ){1,3}(?:letter|notice|notification)\b.{0,20}"
    r"\b(?:tell|say|contain|state|include|mention|explain|cover|have in it)\b",
    re.IGNORECASE,
)
_LOWERED = pattern(
    r"\b(?:downgrad\w*|lower\w*|reduc\w*|cut|drop\w*|demot\w*|reclassif\w*|now (?:an? )?gs)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked what a letter about a lower grade has to say."""
    said = question.around or question.message
    if question.decision or question.has("retention", "retained", "opm's letter", "appeal letter"):
        return False
    return bool(_OUGHT.search(question.message) and _LOWERED.search(said))


def _answer(question: Question, context: Context) -> Answer:
    if track(question, context) == "fws":
        own = rule("fws-decision-tells", "5-cfr-532", "Inform the employee of the right to appeal")
        return Answer(
            lead=(
                "**The notice rules of 5 CFR 511 are General Schedule law; for a wage job the "
                "agency's decision on a review must be written, give reasons and the comparison "
                "with the standard, and tell of the appeal to OPM and its limit.** Where grade or "
                "pay is reduced without retention, part 752 asks for notice of its own."
            ),
            words=(own,),
        )
    written = rule("notice-written", "introduction", "must promptly notify all affected employees")
    rights = rule(
        "notice-rights", "5-cfr-511", "right to appeal the classification decision to the agency"
    )
    limits = rule("notice-limits", "5-cfr-511", "Of the time limits within which")
    before = rule("notice-before-action", "5-cfr-511", "issued prior to taking a personnel action")
    if question.has("letter") and question.has("retention", "retained", "saved"):
        return Answer(
            lead=(
                "**Yes: whoever keeps grade or pay is entitled to a letter that says why, and it "
                "comes beside the SF-50.** The written notice of the reclassification with its "
                "rights of appeal is owed as well."
            ),
            words=(rule("retention-letter"), written),
            next=("Ask the personnel office for it in writing, if it has not come.",),
        )
    if question.has(
        "never got",
        "nobody gave",
        "no one gave",
        "never gave",
        "didn't give",
        "didnt give",
        "did not give",
        "wasn't given",
        "no letter",
        "only the sf",
        "just the sf",
        "just an sf",
        "only an sf",
        "without telling",
        "no notice",
        "without any notice",
        "without notice",
        "without warning",
        "without any written",
        "silent",
        "not mention",
        "no mention",
        "nothing about",
        "left off",
        "no written",
        "no reasons",
        "forgot",
        "left out",
        "void",
        "invalid",
        "did not say",
        "didn't say",
        "legal",
    ):
        lead = (
            "**A written notice was owed, before the action, with reasons, rights of appeal and "
            "the time limits that protect lost pay; without it OPM may accept a late claim to lost "
            "pay, if you did not know the limits from elsewhere.** It is owed also to someone who "
            "keeps grade or pay. A missing notice does not undo the classification."
        )
        words = (
            written,
            limits,
            rule("retroactive-extension", "5-cfr-511", "preserved at the discretion of the Office"),
        )
    elif question.has("email", "e-mail", "by phone", "orally", "verbal", "told me in person"):
        lead = (
            "**It must be in writing; the rules held do not say on paper, so an email may do, and "
            "a word by telephone does not.** It has to name the decision and the reasons, the "
            "rights of appeal and the time limits that protect lost pay, and come before the "
            "personnel action."
        )
        words = (written, rights, limits)
    elif question.has(
        "when must", "before", "in writing", "time and form", "do i still", "still get", "do i get"
    ):
        lead = (
            "**Yes: promptly, in writing, and before the personnel action that costs grade or "
            "pay.** It names the decision and the reasons, the rights to appeal to the agency and "
            "to OPM, the time limits that protect lost pay, and any other right of appeal or "
            "grievance. It is owed also where grade or pay is retained."
        )
        words = (before, written, rights)
    else:
        polar = _YES_NO.search(question.message) is not None
        lead = (
            f"**{'Yes, in' if polar else 'In'} writing and promptly: the decision "
            "and its reasons, the right to appeal to the agency (where it has a system) and to "
            "OPM, the time limits that protect retroactive pay, and any other right of appeal or "
            "grievance.** It comes before the personnel "
            "action, and goes also to those who keep grade or pay."
        )
        words = (written, rights, limits)
    return Answer(
        lead=lead,
        words=words,
        next=("Keep the notice, and note the day it came: the days are counted from that action.",),
        more=(before.ours,),
    )


TOPIC = Topic(
    id="downgrade-notice",
    title="the notice of a downgrade",
    asks=(
        "notice of the downgrade came by email, is that valid",
        "they told me orally that I'm downgraded, is that enough",
        "What must the notice of a downgrade contain?",
        "Do they have to tell me in writing before lowering my grade?",
        "I never got a letter about my downgrade",
        "notice requirements for a reclassification to a lower grade",
        "What do we have to write to an employee whose job goes down?",
        "Was my downgrade notice legal?",
        "Does the notice have to mention appeal rights?",
        "Must the agency give reasons for a downgrade?",
        "the letter did not say I could appeal",
        "When must the notice of reclassification be given?",
        "agency's duty to notify about a downgrade",
        "no notice before my grade was cut",
        "written notice of classification decision",
        "Is notice owed even if the employee keeps the grade?",
        "what should a downgrade letter say",
        "5 CFR 511.602 notice",
        "Contents of a downgrade notice",
        "Are they obliged to notify me before they lower my grade?",
        "My agency lowered my position without telling me",
        "What has to be in our letter about the lower classification?",
        "are reasons required when a job is downgraded",
        "time and form of the notice",
        "downgrade notice",
        "notice",
        "notice of a downgrade",
        "written notice",
        "did they have to give me notice",
        "no notice",
        "I got no notice",
        "I was not notified",
        "what must the notice say",
        "what must the letter say",
        "what should our notice contain",
        "letter to an employee whose job is downgraded",
        "contents of the notice",
        "notice of reclassification",
        "is written notice required",
        "how much notice before a downgrade",
        "does the notice need reasons",
        "appeal rights in the notice",
        "time limits in the notice",
        "when to give notice",
        "was the notice proper",
        "must we notify employees who keep their grade",
        "they lowered me without a letter",
        "Should I have been told in writing before they lowered my job?",
        "What belongs in the letter that tells an employee of a lower grade?",
        "nobody sent me anything before the downgrade",
        "must the notice explain why",
        "Was the agency obliged to inform me before lowering my grade?",
        "Must a downgrade be announced in writing?",
        "what does the law say about notice of a downgrade",
        "I wasn't told in advance that my grade would be lowered",
        "How do we word the notice of a lower grade?",
        "which rights must the notice mention",
        "is a notice without reasons valid",
        "they just changed my grade without saying anything",
        "what is owed to an employee before a downgrade",
        "do we have to give the time limits in the letter",
        "What must an agency tell an employee in writing about a downgrade?",
        "I was lowered with no letter at all",
        "found out i was lowered from my pay stub. nobody wrote me a thing",
        "shouldnt there be a letter first before they drop your grade",
        "I'm the HR person who has to write to him about the lower grade, what must be in it",
        "How many days ahead must an employee be told that the job is being lowered?",
        "the letter they handed me gives no explanation whatsoever",
        "is an email enough to tell someone about a reclassification downward",
        (
            "our supervisor told her orally that the position goes down, does that count as "
            "being informed"
        ),
        "my letter leaves out who I can appeal to, is it any good",
        "what has to be spelled out to someone about to lose a grade",
        "they mailed it after the change was already done. proper?",
        "required elements, 511.602 letter",
        "Do we still owe a letter if she keeps her grade for two years?",
        "defective letter about a reduction, what was missing from it",
        "Steward: the agency never put the reduction in writing for our member, wasn't it bound to",
        "Must management state in its letter how long I've got to appeal?",
        "what must I write to an employee whose job goes down a grade",
        "contents of the letter to somebody we are downgrading",
        "I learned of the lower grade from my earnings statement, no one wrote to me",
        "did my agency have to tell me of my appeal rights when it lowered me",
        "are they required to notify me in writing of my right to appeal",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
    sure=_sure,
    cues=("letter", "notice", "notification"),
)
