"""An offer made while a grade is kept: what a message tells of it, and whether it was reasonable.

Only declining a reasonable offer ends retention. Each condition that the message tells is put to
the core; what it does not tell stays open.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import number
from assistant.chat.answering.procedure.ending import ends_words, made, offer_words
from assistant.chat.answering.procedure.story import grades_told
from assistant.chat.model import Answer, Context, Question
from index.language.late import pattern

if TYPE_CHECKING:
    from core.appeals.retention.facts import Offer

_OFFER = pattern(
    r"\b(?:offer\w*|turn\w* (?:it |them |a job )?down|declin\w*|refus\w*)\b", re.IGNORECASE
)
KEPT_SPOKEN_OF = (
    *("retention-effect", "retention-ends", "grade-retention", "retention-eligible"),
    *("pay-retention", "deadline-after-lowering", "lowered-now"),
)
"""Topics after which a grade is kept is what the conversation is about."""
_TAKES_IT = pattern(
    r"\b(?:have to|must|need to|should|do i|what if i|if (?:i|she|he|they)|can i|may i)\b"
    r"[^.?!]{0,20}\b(?:accepts?|takes?|turns?|refuses?|declines?|say no)\b[^.?!]{0,30}"
    r"(?:\boffer\w*|\bjob\b|\bgs-?\d+|"
    r"(?P<it>\bit\b)(?! (?:to|up|in|with|further|on|over|back)\b))",
    re.IGNORECASE,
)
_KEPT = pattern(
    r"\b(?:retain\w*|kept|keep\w*|saved|protected)\b[^.;,]{0,20}?\b(?:gs|wg)?[- ]?(?P<g>1[0-5]|"
    r"[1-9])\b",
    re.IGNORECASE,
)
_SAYS: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    # Of each condition: words that say it is not met, and words that say it is.
    "written_with_description": (
        pattern(
            r"\b(?:phone|orally?|verbal\w*|in person|told me|just (?:said|told|asked|mentioned)|"
            r"in the "
            r"hall\w*|over coffee|conversation|spoken|chat)\b"
            r"|\b(?:not|never|n't|nothing|no)\b[^.;,]{0,20}\b(?:in writing|written|on paper|letter|"
            r"position description|pd)\b|\bwithout (?:a |any |the )?(?:pd|position description|"
            r"letter|"
            r"writing)\b",
            re.IGNORECASE,
        ),
        pattern(r"\b(?:in writing|written|letter|in black and white)\b", re.IGNORECASE),
    ),
    "warned": (
        pattern(
            r"\b(?:not|n't|never|nothing|nobody|no one|without|no)\b[^.;]{0,45}\b(?:warn\w*|lose|"
            r"losing|"
            r"end (?:my )?retention|consequence\w*|would end|appeal)\b",
            re.IGNORECASE,
        ),
        pattern(
            r"\b(?:warned|warning|it said (?:that )?(?:declining|i would lose))\b", re.IGNORECASE
        ),
    ),
    "tenure": (
        pattern(
            r"\b(?:temp(?:orary)?|term|time-limited|nte|not[- ]to[- ]exceed|detail)\b(?! promotion)"
            r"|\bless tenure\b|\bnot permanent\b",
            re.IGNORECASE,
        ),
        pattern(r"\b(?:permanent|same tenure|equal tenure)\b", re.IGNORECASE),
    ),
    "hours": (
        pattern(
            r"\b(?:part[- ]time|half[- ]time|fewer hours|less hours|[12]\d (?:hours|hrs)|"
            r"3[0-5] (?:hours|hrs)|"
            r"intermittent|seasonal)\b",
            re.IGNORECASE,
        ),
        pattern(r"\bfull[- ]time\b|\b40 hours\b", re.IGNORECASE),
    ),
    "commuting_area": (
        pattern(
            r"\b(?:another|other|different|out of) (?:city|state|town|region)\b|\bmiles\b|"
            r"\bhours away\b|"
            r"\b(?:alaska|hawaii|guam|puerto rico|germany|japan|korea|overseas|abroad)\b|"
            r"\bother (?:side|end|coast) of\b|"
            r"\brelocat\w*|\bmove (?:away|to|across|my)\b|\b(?:outside|beyond) (?:of )?(?:my|the|"
            r"our) "
            r"commut\w*|\bacross the country\b|\bfar away\b|\bout of state\b|\boverseas\b",
            re.IGNORECASE,
        ),
        pattern(
            r"\b(?:same|my own|my|own|local|this) (?:commuting area|city|town|building|office|"
            r"base)\b|"
            r"\bin the commuting area\b|\blocal(?:ly)?\b|\bdown the (?:hall|street)\b|\bacross the "
            r"(?:hall|street)\b|\bnext door\b",
            re.IGNORECASE,
        ),
    ),
}
_MOBILE = pattern(r"\bmobility\b", re.IGNORECASE)
_NOT_MOBILE = pattern(
    r"\b(?:no|not|never|n't|without|isn't)\b[^.;,]{0,30}\bmobility\b", re.IGNORECASE
)
_BELOW = pattern(
    r"\b(?:lower|below|beneath|less than|smaller|a grade (?:lower|down|less)|two grades (?:lower|"
    r"down))\b",
    re.IGNORECASE,
)
_EQUAL = pattern(
    r"\b(?:same|equal|at (?:my|the) (?:retained|old|saved) grade|lateral|higher|my (?:retained|"
    r"old|saved) "
    r"grade|equivalent)\b",
    re.IGNORECASE,
)
_LATERAL = pattern(r"\b(?:in the |my |same )?(?:city|commuting|building|town)\b", re.IGNORECASE)
_CLOSE = 40
"""Miles within which people commute in many places: nothing is decided by them."""
_MILES = pattern(r"\b(?P<n>\d{1,4})\s+miles\b", re.IGNORECASE)
_RETAINED = pattern(
    r"\b(?:retain\w*|kept|keep\w*|saved?|hold(?:ing)?|protect\w*)\b[^.;,]{0,25}?(?P<g>1[0-5]|"
    r"[2-9])\b|"
    r"\b(?P<h>1[0-5]|[2-9])\b[^.;,]{0,15}\((?:my )?(?:retained|saved|old)",
    re.IGNORECASE,
)
_OFFERED = pattern(
    r"\boffer\w*\b[^.;]{0,30}?\b(?:gs|wg|a|an)[- ]?(?P<g>1[0-5]|[2-9])\b", re.IGNORECASE
)


def offer_told(question: Question) -> Offer | None:
    """Return what a message tells of an offer by the conditions of a reasonable one; None: none."""
    from core.appeals.retention.facts import Offer

    text = (question.around or question.message).replace("\u2019", "'")
    if not _OFFER.search(text):
        return None
    stated: dict[str, bool] = {}
    for name, (lacks, meets) in _SAYS.items():
        if lacks.search(text):
            stated[name] = False
        elif meets.search(text):
            stated[name] = True
    miles = _MILES.search(text)
    if miles is not None and int(miles["n"]) <= _CLOSE:
        stated.pop("commuting_area", None)
    if (
        _MOBILE.search(text)
        and stated.get("commuting_area") is False
        and not _NOT_MOBILE.search(text)
    ):
        stated["commuting_area"] = True
    grade = _grade_told(text)
    if grade is not None:
        stated["equal_or_higher"] = grade
    return Offer.model_validate(stated) if stated else None


def _grade_told(text: str) -> bool | None:
    offered, kept = _OFFERED.search(text), _RETAINED.search(text)
    if offered is not None and kept is not None:
        return int(offered["g"]) >= int(kept["g"] or kept["h"])
    if _BELOW.search(text):
        return False
    return True if _EQUAL.search(_LATERAL.sub("", text)) else None


_FAILED = {
    "equal_or_higher": "it must be of a grade equal to the one retained, or higher",
    "written_with_description": "it must be in writing, with the official position description",
    "warned": "it must warn that declining ends retention and can be appealed",
    "tenure": "its tenure must not be less than before",
    "hours": "it must be full time, or of no fewer hours than you work",
    "commuting_area": (
        "it must lie in your commuting area, unless you are bound to move by a mobility agreement "
        "or a published policy of the agency"
    ),
}
_ASK = {
    "equal_or_higher": "its grade equals the one retained or is higher",
    "written_with_description": "it came in writing with the position description",
    "warned": "it warned that declining ends retention and can be appealed",
    "tenure": "its tenure is not less",
    "hours": "it is full time (or of no fewer hours)",
    "commuting_area": "it lies in your commuting area",
}
_MAY = pattern(
    r"\b(?:can|may|could|must|do|should|have to|am|are|ok|okay|allowed|free|safe)\b[^.?!]{0,40}"
    r"\b(?:refus\w*|declin\w*|turn\w*|say no|reject\w*|accept|take)\b"
    r"|\b(?:declining|refusing|turning it down|saying no)\b[^.?!]{0,20}"
    r"\b(?:safe|ok|okay|allowed|possible|harmless)\b",
    re.IGNORECASE,
)
_MUST = pattern(
    r"\b(?:must|have to|need to|do|forced|obliged)\b[^.?!]{0,25}\b(?:accept|take)\b", re.IGNORECASE
)


def offer_as_told(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    """Return what declining an offer means, where what is told of it decides or nearly does."""
    from core.appeals.retention.offers import rule_on_offer

    told = offer_told(question)
    if told is None:
        return None
    ruled = rule_on_offer(told)
    days = number("offer-appeal")
    words = (
        rule("reasonable-offer", "5-cfr-536", "must be in the same commuting area"),
        rule("retention-ends", "5-cfr-536", "Declines a reasonable offer"),
        quoted_rule("offer-appeal", "5-cfr-536"),
    )
    must = bool(_MUST.search(question.message))
    may = not must and bool(_MAY.search(question.message))
    missed = [one.name for one in ruled.conditions if one.holds is False]
    if missed:
        why = "; ".join(_FAILED[name] for name in missed)
        head = (
            "Yes, you can decline it without losing retention"
            if may
            else ("No: declining it does not end your retention")
        )
        if must:
            head = "No, you need not take it, and keep your retention"
        lead = (
            f"**{head}, for the offer is not a reasonable one: {why}.** Answer in writing and say "
            f"why. If the agency ends it all the same, appeal to OPM within {days} calendar days "
            f"of "
            "being told."
        )
    else:
        open_ = [_ASK[one.name] for one in ruled.conditions if one.holds is None]
        head = "No, not without losing it" if may else "Yes: declining it ends your retention"
        if must:
            head = "You need not, but declining it ends your retention"
        rest = f", if {_listed(open_)}" if open_ else ""
        if len(open_) > _MANY:
            rest = ", if it meets the other conditions of a reasonable offer"
        lead = (
            f"**{head}, with that pay period{rest}.** What you tell of the offer makes it a "
            f"reasonable one so far. You may appeal the end to OPM within {days} calendar days of "
            "being told, and say why it was not."
        )
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Check the offer against each condition, in writing.",
            "Keep the offer, its position description and your answer.",
        ),
    )


_MANY = 3
"""Open conditions from which they are not listed one by one."""


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def takes_offer(question: Question, context: Context) -> bool:
    """Tell whether it is asked if an offer must be taken; the lower grade itself is no offer."""
    found = _TAKES_IT.search(question.message)
    if found is None or (found["it"] and context.memory.topic != "retention-ends"):
        return False
    lowered = [grades_told(one)[1] for one in context.memory.told]
    itself = bool(question.grades) and question.grades[-1] in lowered
    return not itself or question.has("offer")


def grade_kept(question: Question, context: Context) -> int | None:
    """Return the grade that is kept, as this message or the turns before tell it."""
    kept = _KEPT.search(question.around or question.message)
    if kept is not None:
        return int(kept["g"])
    if context.memory.topic not in KEPT_SPOKEN_OF:
        return None
    told = [grades_told(one) for one in reversed(context.memory.told)]
    return next((old for old, new in told if old is not None and new is not None), None)


def below_the_kept(question: Question, context: Context) -> Answer | None:
    """Say that an offer below the grade kept, told before, may be declined; None for any other."""
    kept = grade_kept(question, context)
    before = context.memory.question
    named = question.grades or (before.grades if before is not None else ())
    offered = named[-1] if named else None
    if kept is None or offered is None or offered >= kept:
        return None
    if not takes_offer(question, context):
        return None
    takes = question.has("take", "accept") and not question.has("have to", "must", "need to")
    head = (
        f"Taking it does not end your retention by itself: GS-{offered} is below the GS-{kept} you "
        "keep"
        if takes
        else f"No, you need not take it: GS-{offered} is below the GS-{kept} you keep, so it is no "
        "reasonable offer, and declining it ends nothing"
    )
    rest = (
        "Going lower than the grade you now hold at your own request would end it, and so would a "
        "break in service or a lasting move to the kept grade or above."
        if takes
        else "Only declining a reasonable offer of a grade equal to the one kept, or higher, ends "
        "retention."
    )
    return made(f"**{head}.** {rest}", offer_words(), ends_words())
