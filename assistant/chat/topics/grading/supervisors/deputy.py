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
    re.compile(r"\b(?:to|of|under|for)\s+an?\s+(?:gs[\s-]*)?(1[0-5])\b", re.IGNORECASE),
    re.compile(
        r"\b(?:gs[\s-]*)(1[0-5]|[5-9])\s+(?:\w+\s+){0,2}(?:chief|director|head|manager|boss)\b",
        re.IGNORECASE,
    ),
)
_EXECUTIVE = re.compile(r"\b(?:SES|senior executive|executive level)\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:only (?:run|handle|do|supervise|direct|manage|part|some)|just (?:run|handle|do|part)|"
    r"part of|some of|one (?:branch|unit|team)|not (?:a )?full|partial\w*|not fully|"
    r"doesn't share|does not share)\b",
    re.IGNORECASE,
)


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


def _answer(question: Question, context: Context) -> Answer:
    deputy = guide_rule("deputy", "one grade lower than the grade of")
    who = guide_rule("deputy-definition", "serves as an alter ego to a")
    ses = guide_rule("deputy-executive", "full deputy to an SES or Executive")
    if question.has("staff assistant", "in title only", "in name only", "special assistant"):
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
    asks=(
        "can a staff assistant be a deputy",
        "my deputy does half my job, what grade",
        "How is a deputy graded?",
        "deputy branch chief grade",
        "What grade does a full deputy get?",
        "assistant chief classification",
        "I'm a deputy to a GS-14, what is my grade?",
        "deputy to an SES",
        "Is a deputy one grade below the chief?",
        "special assistant or deputy",
        "when is someone a full deputy",
        "deputy director grade determination",
        "can a deputy have the same grade as the chief",
        "How do we classify an assistant chief who shares everything?",
        "alter ego deputy",
        "associate director grade",
        "number two in the office, which grade",
        "deputies and the factors of the supervisory guide",
        "full assistant",
        "grade for my deputy",
        "I act as deputy for half of the organization",
        "deputy",
        "deputies",
        "grade of a deputy",
        "deputy grade",
        "full deputy",
        "how are deputies graded",
        "how is a deputy graded",
        "full deputy grade",
        "what grade is a deputy",
        "what grade does a deputy get",
        "deputy chief",
        "deputy director",
        "deputy to a GS-15",
        "assistant chief",
        "grade of an assistant chief",
        "I am a deputy",
        "I'm the deputy chief",
        "deputy of my boss",
        "is a deputy a supervisor",
        "deputy one grade below",
        "alter ego",
        "deputy to an executive",
        "what grade should the deputy have if the chief is a 15",
        "my boss is a GS-15 and I am his deputy",
        "what is the second in command graded",
        "I am second in command",
        "the chief is a GS-14, what is the deputy",
        "where does that leave the second in command",
        "she is second in command of the office",
        "number two of the office",
        "I'm the number two in the shop, what should I be",
        "our assistant director shares everything with the director",
        "second in command, one below the chief?",
        "how far under the boss does the vice get put",
        "I'm his alter ego in all matters",
        "do I get a grade less than the head because I'm the second banana",
        "she's called the executive officer but runs it alongside the colonel",
        "my chief is a fourteen, I'm his right hand",
        "the guy right under the head honcho",
        "assistant chief who only handles half of the division",
        "is there a rule for whoever shares running the place with the boss",
        "they made me deputy with no raise",
        "vice director's grade is set how",
        "can the top two people in one office have the same grade",
        "as second in command of the division, what grade am I",
        "I'm the assistant chief, is that by rule one grade under the chief",
        "does the number two get one grade less automatically",
        "deputy of a small office, how is that graded",
    ),
    answer=_answer,
    sure=_sure,
    cues=("deput", "assistant chief", "alter ego"),
    unlike=("levels", "points", "decision"),
)
