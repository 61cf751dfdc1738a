"""Temporary and one-time work: mostly no change; when it goes on, a new evaluation."""

from __future__ import annotations

from assistant.chat.answering.kit import law, mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    temp = mixed_rule("temporary", "introduction", "One-time only or temporary duties generally")
    again = law(
        "introduction",
        "13",
        "position should be reevaluated if the duties",
        "When they last for months and will recur, the position is evaluated anew.",
    )
    never = mixed_rule("never-counts", "introduction", "Work which is temporary or short-term")
    if question.has(
        "months",
        "year",
        "years",
        "keeps",
        "permanent",
        "still",
        "long",
        "recur",
        "over and over",
    ):
        lead = (
            "**It can: temporary duties that go on for several months and will keep coming "
            "back are no longer temporary, and the position should then be evaluated anew.** "
            "Until they are regular and officially assigned they leave the grade alone; a "
            "one-time project stays without effect."
        )
        words = (again, temp, never)
    else:
        lead = (
            "**No: one-time or temporary work generally changes neither series nor grade.** "
            "Only when it goes on for several months, and it is reasonable to expect that it "
            "will recur, should the position be evaluated anew. A temporary promotion or "
            "detail is the tool for the time between."
        )
        words = (temp, again, never)
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Since when has it been done, and is it expected to go on?",
            "Is it written into the description or otherwise officially assigned?",
        ),
    )


TOPIC = Topic(
    id="temporary-duties",
    title="temporary and one-time work",
    asks=(
        "what if it's only for six months?",
        "what if it's only until Christmas?",
        "only for a few months",
        "for the summer only",
        "and if it is not permanent?",
        "Does a temporary assignment change my grade?",
        "I've been given a special project at a higher level",
        "one-time project and the grade",
        "Do temporary duties count?",
        "task force assignment higher grade",
        "I was told the extra work is only temporary",
        "short-term higher level work",
        "when does temporary work become permanent for classification",
        "how many months before temporary duties count",
        "the temporary assignment has gone on for a year",
        "my employee has a six week higher level project, does it change the grade",
        "interim duties while we hire",
        "Does a surge of harder work count?",
        "one year special project, reclassify?",
        "temporary higher-graded duties, what now",
        "pilot project work above my grade",
        "how long is temporary",
        "acting on a project for six months, do I get the grade",
        "special assignment and classification",
        "temporary duties",
        "temporary work",
        "temporary assignment",
        "temporary higher level work",
        "temporary project",
        "special project",
        "short project",
        "one-time project",
        "one-time assignment",
        "a project for six weeks",
        "higher level project for a few weeks",
        "short-term assignment",
        "short-term work",
        "does a temporary assignment count",
        "do temporary duties change the grade",
        "do temporary duties count for the grade",
        "does a project change the grade",
        "higher level project and my grade",
        "interim assignment",
        "interim work",
        "temporary became permanent",
        "temporary work that goes on for months",
        "the project has lasted a year",
        "task force",
        "detail-like work without a detail",
        "gave an employee a temporary higher project",
        "I was put on a six month team doing harder work",
        "they put me on a tiger team for half a year",
        "I'm on a special team doing harder work than usual",
        "for the next months I do harder work",
        "my employee was lent to a project for some weeks",
        "they stuck me on a special project till spring",
        "it was a one-shot thing, hurricane cleanup",
        "just helping out until they hire somebody",
        "I'm covering census work for the season, does it change my level",
        "a pilot program that ends next year, can that raise my grade",
        "did the big stuff for three months then it went away",
        "while the position's vacant I've picked up the harder parts",
        "does a short-term assignment figure in",
        "one time special study for the director, worth anything?",
        "we had the merger year and I did tons of high level work, now it's over",
        "this extra load ends when the contract ends",
        "on loan to the task force for a bit, still in my own job on paper, does that get credited",
        "how long must the new work last before it's real",
        "COVID assignments. they were temporary but went on a long time",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision", "percents"),
)
