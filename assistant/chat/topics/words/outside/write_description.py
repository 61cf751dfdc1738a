"""Writing a position description for somebody, or inventing facts: not done, but what is done."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import decline, law
from assistant.chat.model import Answer, Context, Question, Topic

_INVENTED = re.compile(
    r"(?:^|[.?!,;:]|\b(?:you|please|me|to|i|we|us|let's|just|and|or))\s*"
    r"(?:fake|forge|falsify|fabricate|invent|make up|back-?date|doctor)\s+(?:me |us )?"
    r"(?:an? |the |my |his |her |their |some |up )?(?:\w+(?:'s)? ){0,3}"
    r"(?:statements?|evidence|facts?|dut(?:y|ies)|signatures?|letters?|reviews?|memos?|"
    r"documents?|dates?|records?|findings?|supervisor|quot(?:e|ation)s?|citations?)\b",
    re.IGNORECASE,
)
"""Being asked to invent what an evaluation rests on."""


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    return bool(_INVENTED.search(question.message))


def _answer(question: Question, context: Context) -> Answer:
    if _sure(question, context):
        return decline(
            "No: this program does not make up statements, facts, signatures or dates. It works "
            "with what was stated and can be checked, and OPM asks supervisor and agency about it.",
            "It can show what a level asks for, and which true facts of the work bear on it.",
        )
    if question.has("supervisory control", "factor 2 paragraph", "controls paragraph"):
        return Answer(
            lead=(
                "**Three things belong in it, from the facts: how the supervisor assigns the work, "
                "what the employee carries out alone, and how the work is reviewed.** This program "
                "does not write it for you: those who assign and do the work know the facts, and "
                "the supervisor certifies them. Two or three plain sentences are enough, without "
                "copying the words of a level."
            ),
            words=(
                law(
                    "classifier-handbook",
                    "22",
                    "how the supervisor defines assignments to the employee",
                    "Supervisory controls are how work is assigned, the employee's responsibility "
                    "and how the work is reviewed.",
                ),
            ),
            next=("Ask what Level 2-3 or 2-4 requires, and set your facts beside it.",),
            factors=("2",),
        )
    return decline(
        "This program does not write a position description: only those who assign and do the work "
        "know the duties, and the supervisor certifies them.",
        "It can say what a description must contain, read yours and name what is missing "
        "(`fes case new --from FILE`), and show what each level asks the facts to show.",
    )


TOPIC = Topic(
    id="write-description",
    title="having a position description written",
    answer=_answer,
    sure=_sure,
    unlike=("points", "decision", "percents"),
)
