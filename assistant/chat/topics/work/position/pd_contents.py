"""What a position description contains, and how long it is."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_LENGTH = pattern(
    r"\bhow (?:long|many pages)\b.{0,20}\b(?:it|this|that|one|pd|pds|description|they)\b"
    r"(?:.{0,12}\b(?:be|run)\b)|\bhow long (?:is|are) (?:a |most )?(?:pds?|position desc\w*)\b"
    r"(?!.{0,12}\b(?:good|valid|current)\b)",
    re.IGNORECASE,
)
_STARTS = pattern(
    r"\b(?:need|have|want|asked|told|trying|supposed|got) (?:me |us )?to (?:write|draft|do|prepare|"
    r"put together) .{0,40}\b(?:pd|position description)\b.{0,80}\b(?:where|how) do (?:i|we|you) "
    r"(?:start|begin|go about)|"
    r"\b(?:where|how) do (?:i|we) (?:start|begin|go about) .{0,30}\b(?:pd|position description)\b",
    re.IGNORECASE,
)
_NAMED = pattern(r"\b(?:pds?|position descriptions?|job descriptions?)\b", re.IGNORECASE)
_SPOKEN = frozenset(
    (
        *("pd-contents", "write-description", "standardized-descriptions", "pd-signature"),
        *("pd-percentages", "pd-wording", "new-position"),
    )
)
"""Topics after which "it" is the description."""


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    if question.levels or question.decision:
        return False
    if _STARTS.search(text):
        return True
    meant = _NAMED.search(text) or context.memory.topic in _SPOKEN
    return bool(meant and _LENGTH.search(text))


_EVERYTHING = (
    *("every duty", "all duties", "all the duties", "each duty", "list every", "everything i do"),
    *("everything she does", "everything he does", "every task", "all tasks", "all the tasks"),
    *("every single", "all of the duties", "every little"),
)


def _start() -> Answer:
    """Return the first steps of a person who has a description to write."""
    return Answer(
        lead=(
            "**Start from the work: list the major duties that will really be assigned, with their "
            "shares of time, then say how far the employee answers for them and how the work is "
            "assigned and reviewed.** Read the standard for that work before you write, since it "
            "says which facts count, and use its format: nine factors where it has them. The grade "
            "comes last, from those facts; the immediate supervisor certifies them."
        ),
        words=(
            law(
                "introduction",
                "12",
                "define clearly the major duties assigned",
                "It defines the major duties and how far the employee answers for them.",
            ),
            law(
                "classifier-handbook",
                "20",
                "Reviewing appropriate classification standards before",
                "The standards are read before a description is written.",
            ),
            law(
                "classifier-handbook",
                "19",
                "Controls Over the Position",
                "Introduction, major duties, controls and special qualifications are what a "
                "narrative description holds.",
            ),
        ),
        next=(
            "What are the three or four main duties? Name them, and I say which series is near.",
        ),
    )


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    if _STARTS.search(question.message):
        return _start()
    what = law(
        "introduction",
        "11",
        "statement of the major duties, responsibilities, and",
        "A position description states the major duties, the responsibilities and the "
        "supervisory relationships of a position.",
    )
    clear = law(
        "introduction",
        "12",
        "define clearly the major duties assigned",
        "It defines the major duties and how far the employee answers for them.",
    )
    skills = law(
        "introduction",
        "12",
        "Qualification requirements should be evident",
        "What it takes to do the job shows from it; special requirements that do not show are "
        "named.",
    )
    plain = law(
        "classifier-handbook",
        "18",
        "clear, concise, and easy to understand",
        "It is clear, concise and easy to understand.",
    )
    steps = law(
        "classifier-handbook",
        "19",
        "describe in detail the specific steps",
        "The steps of the work need no description in detail.",
    )
    boss = law(
        "introduction",
        "12",
        "scope and degree of supervisory responsibility",
        "In a supervisor's description the scope and degree of supervision matter most.",
    )
    if question.has("how long", "length", "pages", "short", "too long", "brief"):
        lead = (
            "**No rule sets a number of pages: it is to be clear and concise, and long enough "
            "for someone who knows the occupation to classify the position from it.** The "
            "major duties, how far the employee answers for them and how the work is "
            "supervised belong in it; the single steps of the work do not."
        )
        words: tuple[Words, ...] = (plain, what, steps)
    elif question.has(*_EVERYTHING):
        lead = (
            "**No: the major duties and what matters for the classification go in; the single "
            "steps of the work do not, and minor duties need a word at most.** It is long enough "
            "when someone who knows the occupation can classify the position from it."
        )
        words = (what, clear, steps)
    elif question.has(
        "how detailed", "much detail", "how much do", "in what detail", "how specific"
    ):
        lead = (
            "**Detailed enough that someone who knows the occupation can classify the position "
            "from it, and no more.** Each major duty says what is done, for what purpose, how far "
            "the employee answers for it and how it is reviewed; the single steps are left out."
        )
        words = (clear, plain, steps)
    elif question.has(
        "supervisory position",
        "supervisor's pd",
        "supervisor's position",
        "of a supervisor",
        "for a supervisor",
        "branch chief",
    ):
        lead = (
            "**A supervisor's description says what the supervisory criteria ask for: above "
            "all the scope and degree of the supervision, not the work of the subordinates in "
            "detail.** What it says of supervision must agree with the subordinates' own "
            "descriptions."
        )
        words = (boss, what)
    else:
        lead = (
            "**It must state the major duties, the responsibilities and the supervisory "
            "relationships, with everything that matters for the classification, and carry the "
            "immediate supervisor's signed statement that it is accurate.** Special "
            "requirements that do not show from the duties are named. For factor point "
            "standards it is written by the nine factors."
        )
        words = (what, clear, skills)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "See that each major duty says what is done, for what purpose, how it is "
                "reviewed and how much time it takes."
            ),
            ("Ready to check one? `fes case new --from FILE` reads it and names what is missing."),
        ),
    )


TOPIC = Topic(
    id="pd-contents",
    title="what a position description must contain",
    answer=_answer,
    sure=_sure,
    cues=("how long", "pages", "start", "begin", "go about"),
    unlike=("levels", "points", "decision"),
)
