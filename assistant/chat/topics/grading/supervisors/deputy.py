"""Full deputies: one grade below the chief's supervisory grade."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import guide_rule
from assistant.chat.model import Answer, Context, Question, Topic

_IS = re.compile(r"\b(?:deput(?:y|ies)|assistant chief|alter ego)\b", re.IGNORECASE)
_CHIEF = (
    re.compile(
        r"\b(?:chief|boss|director|manager|head)(?:'s)?\b[^.;?]{0,45}?\b(?:gs[\s-]*)(1[0-5]|[5-9])\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:deputy|assistant chief)\s+(?:to|of|for|under)\s+(?:an?\s+|the\s+)?(?:gs[\s-]*)?"
        r"(1[0-5]|[5-9])\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:chief|boss|director|manager|head)(?:'s| is| was)? (?:an? |at )?(?:gs[\s-]*)?"
        r"(1[0-5]|[5-9])\b(?! ?(?:%|percent|people|employees|points))",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:to|of|under|for)\s+an?\s+(?:gs[\s-]*)?(1[0-5])\b", re.IGNORECASE),
    re.compile(
        r"\b(?:gs[\s-]*)(1[0-5]|[5-9])\s+(?:\w+\s+){0,2}(?:chief|director|head|manager|boss)\b",
        re.IGNORECASE,
    ),
)
_EXECUTIVE = re.compile(
    r"\b(?:SES|senior executive|executive level)\b|"
    r"\b(?:is|was|were|be|being|to|under|of) an executive\b(?! (?:assistant|officer|order))",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:only (?:run|handle|do|supervise|direct|manage|part|some)|just (?:run|handle|do|part)|"
    r"part of|some of|one (?:branch|unit|team)|not (?:a )?full|partial\w*|not fully|"
    r"doesn't share|does not share)\b",
    re.IGNORECASE,
)
_ASSISTS = re.compile(
    r"\b(?:staff|special|personal|administrative) assistant|\bin (?:title|name) only\b|"
    r"\b(?:only|just|mostly|mainly) (?:does?|doing|handles?) (?:the |his |her )?"
    r"(?:admin\w*|paperwork|scheduling|staff work|budget)\b",
    re.IGNORECASE,
)
_MAKES = re.compile(
    r"\bwhat (?:makes|counts|is)\b.{0,24}\b(?:full|real) (?:deputy|assistant chief)\b|"
    r"\b(?:half|equal(?:ly)?|fifty|divided|split)\b",
    re.IGNORECASE,
)
"""Asks what a full deputy is, or of the share that makes one."""


def _chief(text: str) -> int | str | None:
    """Return the grade or rank told of the chief whose deputy is spoken of."""
    if _EXECUTIVE.search(text):
        return "SES"
    found = next((m for one in _CHIEF if (m := one.search(text))), None)
    return None if found is None else int(found[1])


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    if not _IS.search(text) or question.levels or question.points:
        return False
    return _chief(text) is not None and question.has("full", "deputy to", "alter ego", "grade of")


def _computed(question: Question, context: Context) -> str:
    """Return the deputy's grade from the chief's, by the core; empty where it is not told."""
    from core.supervisory import load_guide
    from core.supervisory.adjustment import deputy_grade
    from core.supervisory.parts import Deputy
    from core.supervisory.record import Record, Undetermined

    chief = _chief(question.message)
    if chief is None:
        return ""
    found = deputy_grade(load_guide(context.as_of), Deputy(chief=chief), None, Record())
    if isinstance(found, Undetermined):
        return f"**{found.reason}**"
    if _PART.search(question.message):
        return (
            f"**No, not GS-{found} by the rule: it is for a full deputy, who shares fully in "
            "directing the whole organization or answers for an equal half of it.** Part of the "
            "work is no such share; the position is then graded by its own supervisory factors, "
            "and no adjustment may bring it to the chief's grade."
        )
    return (
        f"**GS-{found}: a full deputy or full assistant chief is one grade below the chief's "
        f"supervisory duties, GS-{chief}.** What counts is the grade of the chief's supervising, "
        "not of other work. A full deputy shares fully in directing the whole organization or "
        "answers for an equal half of it; a staff assistant, or someone with the title only, is "
        "not meant."
    )


def _answer(question: Question, context: Context) -> Answer | None:
    spoken_of = (
        _IS.search(question.around or question.message) or context.memory.topic == "deputies"
    )
    if not (
        spoken_of or question.has("second in", "alter", "number two", "assistant to", "stand in")
    ):
        # Whoever works for a chief is no deputy.
        return None
    deputy = guide_rule("deputy", "one grade lower than the grade of")
    who = guide_rule("deputy-definition", "serves as an alter ego to a")
    ses = guide_rule("deputy-executive", "full deputy to an SES or Executive")
    if _ASSISTS.search(question.message):
        return Answer(
            lead=(
                "**No: a staff assistant, or someone with the title only, is no deputy for the "
                "guide.** A full deputy shares fully in directing the whole organization, as the "
                "chief's alter ego, or answers for an equal half of it; then the grade is one "
                "below the chief's supervisory grade. Other assistants are graded by what they "
                "do."
            ),
            words=(who, deputy),
            next=("Does the person share in all of the direction, or answer for half of it?",),
        )
    if computed := _computed(question, context):
        return Answer(
            lead=computed,
            words=(deputy, who, ses),
            next=("Does the deputy share in all of it, or answer for an equal half?",),
        )
    if _MAKES.search(question.message):
        return Answer(
            lead=(
                "**Either of two things makes a full deputy: sharing fully with the chief in the "
                "direction of the whole organization, or answering for an equal half of it, the "
                "rest being the chief's.** Less than half, the title alone, or staff work for the "
                "chief does not; such a position is graded by its own work."
            ),
            words=(who, deputy),
            next=("Does the deputy share in all of it, or answer for an equal half?",),
        )
    return Answer(
        lead=(
            "**One grade below the supervisory grade of the position reported to: that is the "
            "rule for a full deputy or full assistant chief, who is not scored on the "
            "factors.** A full deputy shares fully in directing the whole organization or "
            "answers for an equal half of it; a staff assistant, or someone with the title "
            "only, is not meant. A deputy to an SES executive is decided outside the guide, "
            "normally not below GS-15."
        ),
        words=(deputy, who, ses),
        next=(
            (
                "Does the deputy share in all of it, and what is the chief's grade for "
                "supervising alone?"
            ),
        ),
    )


TOPIC = Topic(
    id="deputies",
    title="deputies and assistant chiefs",
    answer=_answer,
    sure=_sure,
    cues=("deput", "assistant chief", "alter ego"),
    unlike=("levels", "points", "decision"),
)
