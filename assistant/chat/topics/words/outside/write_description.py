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
    asks=(
        "write me the supervisory controls paragraph",
        "Write my position description",
        "draft a PD for me",
        "generate a position description for a GS-12 analyst",
        "create a PD that gets me a GS-13",
        "can you write my PD",
        "make a job description for my secretary",
        "rewrite my position description",
        "please compose the duties section of my PD",
        "produce a PD for a new branch chief",
        "I need you to write up my duties",
        "write a PD for series 0343",
        "improve the wording of my PD for me",
        "turn my notes into a position description",
        "fill in the factor statements of my PD",
        "write me a statement of duties at Level 2-5",
        "could you do my PD for me",
        "write my PD",
        "write a PD",
        "write a PD for me",
        "please write my position description",
        "draft my PD",
        "draft my position description",
        "draft a position description",
        "create my position description",
        "create a PD",
        "generate a PD",
        "make me a PD",
        "make a position description",
        "rewrite my PD",
        "rewrite the PD for me",
        "compose a PD",
        "can you draft a PD",
        "can you write a job description",
        "produce my PD",
        "help me by writing my PD",
        "write the duties for my PD",
        "write a job description",
        "author a PD for my employee",
        "prepare a PD for me",
        "update my PD for me",
        "put together a PD for me from scratch",
        "could you put a PD together for me",
        "come up with a PD for me",
        "make up a description of my job",
        "type up a PD for my position",
        "just give me a finished PD for a budget analyst so I can hand it in",
        "I'm lousy at writing, put my duties into a PD for me",
        "here's what I do all day, turn it into a proper job description",
        "please prepare a position description for a GS-9 HR assistant",
        "can this thing spit out a PD",
        "need a ready made description for a supply tech by tomorrow, do it for me",
        "rework my old PD so it reads like a 12",
        "Would you type up a description for my new hire?",
        "could the bot author the duties section for me",
        "redo my job description in OPM format, I'll paste it",
        "make my employee's write-up better, you write it",
        "fill out the PD template for me",
        "auto generate job description",
        "I'll tell you my tasks and you compose the description ok?",
        "write a PD that HR will grade at 13",
    ),
    answer=_answer,
    sure=_sure,
    unlike=("points", "decision", "percents"),
)
