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
        *("without telling", "not tell", "nobody told", "never told"),
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
    answer=_answer,
    unlike=("levels", "points", "decision"),
    sure=_sure,
    cues=("letter", "notice", "notification"),
)
