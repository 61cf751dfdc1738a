"""Leaders: below Level 3-2 the leader guide grades, not the supervisory guide."""

from __future__ import annotations

from assistant.chat.answering.kit import guide_rule, not_held
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic, Words

_ID = "team-leader"


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked, of the leaders of a wage job, how many must be led."""
    many = question.has("how many", "how big", "least number")
    return many and context.memory.topic == _ID and track(question, context) == "fws"


def _answer(question: Question, context: Context) -> Answer:
    if track(question, context) == "fws" and not question.grades:
        return not_held(
            "Leading in a wage job is graded by the job grading standard for leaders, which is "
            "not held here: it says what makes a leader, and how many must be led. No rule held "
            "here says that training others alone makes one.",
            "OPM's Federal Wage System job grading standard for leaders (WL)",
            "OPM, opm.gov, Classification & Qualifications",
            "It can say how a wage job's grade is contested: with the agency first.",
        )
    if question.has("leader guide", "lgeg", "leader grade") and question.has(
        "how many", "three", "need", "least", "minimum", "say", "require", "factor", "point"
    ):
        return not_held(
            "What the leader guide asks for, such as how many people a leader must lead, is not "
            "held here.",
            "the General Schedule Leader Grade-Evaluation Guide",
            "OPM, opm.gov, Classification & Qualifications",
            "The supervisory guide sends work below its Level 3-2, such as leading, there.",
        )
    authority = guide_rule("exclusion-authority", "less than the minimum supervisory authority")
    project = guide_rule("exclusion-projects", "project or program management responsibility")
    least = guide_rule("level-3-2c-all", "at least three of the first four")
    if question.has("train", "mentor", "coach", "show new"):
        lead = (
            "**No, not by itself: training or coaching others does not make you a leader or a "
            "supervisor.** A leader assigns and checks a team's work as a regular duty and is "
            "graded by the General Schedule Leader Grade-Evaluation Guide; a supervisor has at "
            "least the authority of Level 3-2. Training can still count in your own work's "
            "factors."
        )
        words: tuple[Words, ...] = (authority, least)
    elif question.has("what grade", "which grade", "grade of a", "one grade", "gs-", "how is a"):
        lead = (
            "**That is for the General Schedule Leader Grade-Evaluation Guide, not the "
            "supervisory guide: it grades leaders from the work they lead.** That guide is not "
            "held here, so no grade is computed; get it from OPM, opm.gov, Classification & "
            "Qualifications. With Level 3-2 authority and 25 percent of the time it would be "
            "the supervisory guide instead."
        )
        words = (authority, least)
    else:
        lead = (
            "**No: a team leader without the full authority of Level 3-2 is not a supervisor "
            "for grading, and goes under the General Schedule Leader Grade-Evaluation Guide.** "
            "A supervisor needs at least six of ten listed authorities, three of the first "
            "four among them (or another way to Level 3-2), and 25 percent of the time."
        )
        words = (authority, least, project)
    return Answer(
        lead=lead,
        words=words,
        next=("Which of these do you do: plan, assign, rate, counsel, interview, discipline?",),
    )


TOPIC = Topic(
    id=_ID,
    title="team leaders, and leading without supervising",
    answer=_answer,
    sure=_sure,
    cues=("how many", "how big", "least number"),
    order=45,
    unlike=("levels", "points", "decision", "series"),
)
