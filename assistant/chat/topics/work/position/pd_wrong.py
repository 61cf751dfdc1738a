"""An inaccurate position description: correct it first, and keep the proof."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_NONE = (
    *(
        "never gave me a pd",
        "never got a pd",
        "have no pd",
        "no pd",
        "without a pd",
        "don't have a pd",
    ),
    *("no position description", "without a position description", "never had a pd", "no job desc"),
    *("have no position", "never received a pd", "never seen my pd", "never gave me a position"),
)

_NAMED = pattern(
    r"\b(?:pds?|position descriptions?|job descriptions?|descriptions?|what i do|my duties)\b",
    re.IGNORECASE,
)
_THROWN_OUT = pattern(
    r"\b(?:opm|they)\b.{0,20}\b(?:throw|toss|kick|send|return|reject|dismiss|bounce|refuse|turn)"
    r"\w*\b.{0,20}\b(?:appeal|it|case|me)\b",
    re.IGNORECASE,
)
_ATTEMPT = pattern(
    r"\b(?:asked|requested|filed|grieved|griev\w+|wrote|emailed|e-mailed|tried|complained|"
    r"begged)\b",
    re.IGNORECASE,
)
_IN_VAIN = pattern(
    r"\b(?:got|went|gone|going|led) nowhere\b|\b(?:refus\w+|denied|turned (?:me |it )?down|"
    r"ignor\w+|no (?:answer|reply|response|luck)|said no|nothing (?:happened|came|changed)|"
    r"in vain|won't|wouldn't|without success|lost)\b",
    re.IGNORECASE,
)


_BELITTLED = pattern(
    r"\b(?:my|our) (?:\w+ ){0,2}(?:boss|supervisor|lead(?:er)?|manager|chief|director)\b.{0,12}"
    r"\b(?:told|tells|said|says|wrote|claim(?:s|ed)|lied|lies)\b.{0,20}"
    r"(?:\b(?:hr|classifiers?|personnel|opm|auditors?|evaluators?)\b.{0,12}\b(?:i|we|my|our)\b|"
    r"\babout (?:my|our) (?:work|duties|job)\b)",
    re.IGNORECASE,
)
"""Somebody above tells less of the work than is done."""
_MADE_SMALL = pattern(
    r"\b(?:he|she|they|hr|(?:my|our|the) (?:boss|supervisor|lead|manager|chief|agency|"
    r"classifier|pd|description))\b.{0,12}\b(?:wrote|writes|put(?: down)?|says?|said|claim(?:s|ed)|"
    r"states?|has me)\b.{0,16}\b(?:i|we)(?:'m| am| are)? (?:only|just|merely|nothing but)\b"
    r".{2,60}?[.!;,]\s*(?:(?:but|and|in fact|actually|really) )*(?:i|we)\b(?! (?:only|just)\b)",
    re.IGNORECASE,
)
"""What is written makes less of the work than is done: "he wrote that I only type. I plan!"."""
_ASKED_IN_VAIN = pattern(
    r"\b(?:i|we)(?:'ve| have)? (?:already )?(?:asked|wrote|written|requested|e-?mailed|tried|"
    r"complained|sent)\b.{0,60}\b(?:got|heard|received|came|there was|was given|is|was|been|they|"
    r"he|she|has|never)\b.{0,20}\b(?:nothing|no (?:answer|reply|response|reaction)|ignored|silence|"
    r"refused|answered|replied|back|nowhere|won't)\b",
    re.IGNORECASE,
)
"""The attempt that is asked for before an appeal, made without a result."""


_FAILS = pattern(
    r"\b(?:if|when|and)\b.{0,40}\b(?:won'?t|will not|don'?t|do not|doesn'?t|does not|fails?|"
    r"says? no|never)\b.{0,30}\b(?:fix|correct|change|update|rewrite|put)\w*\b"
    r"|\bif (?:that|it|this|all (?:that|this)) (?:fails?|does not work|doesn'?t work|gets "
    r"nowhere)\b",
    re.IGNORECASE,
)
"""Asks what there is once the correction is not made."""
_WAITS = pattern(
    r"\b(?:can'?t|cannot|can not|not|have to|need to|must|should|do i|does it|has to|wait\w*)\b"
    r".{0,40}\b(?:until|till|before|first)\b",
    re.IGNORECASE,
)
_PUT_RIGHT = pattern(
    r"\b(?:fix\w*|correct\w*|chang\w*|sign\w*|updat\w*|rewrit\w*|put right|accurate|that|it)\b",
    re.IGNORECASE,
)
_FILES = pattern(r"\b(?:appeal\w*|fil(?:e|ing))\b|\bfirst\W*$", re.IGNORECASE)
_OF_DESCRIPTIONS = frozenset({"supervisor-role", "pd-signature", "desk-audit", "pd-change"})


def _waits(question: Question, context: Context) -> bool:
    """Tell whether it is asked if the correction must come before an appeal."""
    text, spoken = question.message, (context.memory.topic, context.memory.topic_before)
    about = TOPIC.id in spoken or bool(_OF_DESCRIPTIONS & set(spoken)) or bool(_NAMED.search(text))
    return bool(
        about
        and question.asks
        and _WAITS.search(text)
        and _PUT_RIGHT.search(text)
        and _FILES.search(text)
        and not question.dates
    )


def _sure(question: Question, context: Context) -> bool:
    """Tell whether an appeal with a disputed description, or a false account of work, is meant."""
    if question.decision or question.levels or track(question, context) == "fws":
        return False
    if _waits(question, context):
        return True
    made_small = _BELITTLED.search(question.message) or _MADE_SMALL.search(question.message)
    return bool(made_small) or _disputed(question) or _attempted(question, context)


def _attempted(question: Question, context: Context) -> bool:
    """Tell whether the attempt to have a description corrected is told, and failed."""
    spoken_of = TOPIC.id in (context.memory.topic, context.memory.topic_before)
    named = _NAMED.search(question.around or question.message)
    vain = not question.asks and _ASKED_IN_VAIN.search(question.message)
    return bool(vain and (spoken_of or named))


def _disputed(question: Question) -> bool:
    """Tell whether the fate of an appeal is asked, whose description is in dispute."""
    said = question.around or question.message
    return bool(_THROWN_OUT.search(question.message) and _NAMED.search(said))


_WHICH_COUNTS = re.compile(
    r"\b(?:what|which)\b[^.?!]{0,20}\b(?:counts?|matters?|decides?|wins?|goes|controls?)\b[^.?!]{0,40}"
    r"\b(?:pd|description|paper|do|doing|work)\b[^.?!]{0,30}\bor\b",
    re.IGNORECASE,
)
"""Asks whether the paper or the work decides."""


def _answer(question: Question, context: Context) -> Answer:
    returned = rule(
        "position-description", "introduction", "the appeal will be returned to the employee"
    )
    actual = rule(
        "position-description",
        "5-cfr-511",
        "on the basis of the actual duties and responsibilities",
    )
    grieve = rule("description-accuracy", "5-cfr-511", "inclusion or exclusion of a major duty")
    figures = []
    if (
        context.case is not None
        and context.own
        and context.case.position_description.adequate is False
    ):
        figures.append("Your case calls the position description inadequate: settle that first.")
    said = question.around or question.message
    if _WHICH_COUNTS.search(question.message):
        lead = (
            "**What you really do, where it is assigned to you: an appeal is decided on the duties "
            "actually assigned and performed, not on what the paper says.** The description still "
            "counts as the official record: try first to have it put right, and keep the proof, "
            "for without an attempt OPM returns the appeal."
        )
        words: tuple[Words, ...] = (actual, returned)
    elif _waits(question, context):
        lead = (
            "**No: you need not wait until it is corrected; an appeal may be filed at any time.** "
            "What OPM asks for is proof that you tried within the agency: a written request to the "
            "supervisor, a desk audit, or a grievance where one applies. Without an attempt it "
            "returns the appeal; where the attempt fails, it decides on the duties you are "
            "actually assigned and perform."
        )
        words = (returned, actual)
    elif _attempted(question, context):
        lead = (
            "**Then the attempt is made: keep what you sent and when, and appeal, at any time, "
            "with it enclosed.** OPM does not return the appeal for want of an attempt, and "
            "decides on the duties you are actually assigned and perform. A desk audit or, where "
            "one applies, a grievance on the description can still be asked for beside it."
        )
        words = (returned, actual, grieve)
    elif _BELITTLED.search(question.message) or _MADE_SMALL.search(question.message):
        lead = (
            "**Write down what you do, with samples of it, and ask to have the description put "
            "right: what decides is the work actually assigned and performed, not what somebody "
            "says of it.** OPM asks you and your supervisor where the two accounts part, and a "
            "desk audit looks at the work itself. Say it before the evaluation is signed."
        )
        words = (actual, returned)
    elif _disputed(question):
        tried = bool(_ATTEMPT.search(said) and _IN_VAIN.search(said))
        lead = (
            "**No, not after such an attempt: show that you tried, and OPM decides on the duties "
            "you are actually assigned and perform.** Only an appeal that gives no evidence of an "
            "attempt is returned. So enclose what you asked for, when, and what came of it."
            if tried
            else "**Not if you show that you tried to have the description corrected: OPM then "
            "decides on the duties you are actually assigned and perform.** Without evidence of "
            "such an attempt it returns the appeal until you have made one."
        )
        words = (returned, actual)
    elif question.has(*_NONE) and "pd says" not in question.message.lower():
        lead = (
            "**Ask for it in writing: every position is to have a current description, signed by "
            "the immediate supervisor as accurate, and it is management's duty to write it.** No "
            "rule held here sets a number of days. If none comes, ask the personnel office or file "
            "a grievance where one applies; an appeal can go ahead with your own description and "
            "proof that you tried."
        )
        words = (
            law(
                "introduction",
                "11",
                "must be kept up to date",
                "The description of each position is kept up to date.",
            ),
            actual,
            returned,
        )
    elif question.has("sent my appeal back", "returned my appeal", "sent it back", "appeal back"):
        lead = (
            "**Because OPM returns an appeal where the description is disputed and nothing shows "
            "that you tried to settle it in your agency.** Ask your supervisor in writing, then "
            "for a desk audit or by a grievance where one applies, keep the proof, and file "
            "again: there is no time limit. OPM then decides on the duties you really have."
        )
        words = (returned, actual, grieve)
    elif question.has("decide on", "decides on", "what i actually do", "really do or"):
        lead = (
            "**On the duties you are actually assigned and perform, once you have tried to have "
            "the description corrected.** Without proof of a reasonable attempt OPM sends the "
            "appeal back for it."
        )
        words = (actual, returned)
    elif _FAILS.search(question.message):
        lead = (
            "**Then use the grievance procedure where one applies, and appeal series or grade at "
            "any time, with proof that you tried: OPM then decides on the duties that management "
            "assigned and you perform.** It does not return an appeal that shows a reasonable "
            "attempt. Enclose your own description of the work."
        )
        words = (actual, grieve, returned)
    elif question.has(
        "how do i get", "who fixes", "corrected", "refus", "won't change", "can't agree"
    ):
        lead = (
            "**Ask your supervisor in writing for the correction, then for a desk audit, then use "
            "the grievance procedure where one applies, and keep the proof of each.** Nobody can "
            "be made to sign, but if all this fails OPM decides an appeal on the duties actually "
            "assigned and performed."
        )
        words = (actual, grieve, returned)
    else:
        lead = (
            "**Try first to have it corrected in your agency, and keep the proof:** ask your "
            "supervisor in writing, ask for a desk audit, or use the grievance procedure where one "
            "applies. Without such an attempt OPM returns the appeal; with it, OPM decides on the "
            "duties you are actually assigned and perform. The accuracy itself is not appealed."
        )
        words = (returned, actual, grieve)
    return Answer(
        lead=lead,
        words=words,
        figures=tuple(figures),
        next=(
            "Write down your real duties, with the share of time for each and an example of work.",
            "Send it to your supervisor, dated, and ask for an answer in writing.",
            "With an appeal, enclose your own description and what you did to have it changed.",
        ),
    )


TOPIC = Topic(
    id="wrong-position-description",
    title="a position description that is wrong",
    answer=_answer,
    unlike=("levels", "points", "decision"),
    sure=_sure,
    cues=(
        *(
            "throw",
            "toss",
            "kick",
            "send",
            "return",
            "reject",
            "dismiss",
            "bounce",
            "refus",
            "turn",
        ),
        *("boss", "supervisor", "lead", "manager", "chief", "director", "only", "just"),
        *("merely", "nothing", "asked", "wrote", "written", "request", "mail", "tried"),
        *("complain", "sent", "until", "till", "before", "first"),
    ),
)
