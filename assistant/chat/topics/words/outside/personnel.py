"""Discipline and performance plans: outside classification."""

from __future__ import annotations

from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return decline(
        "This program does not advise on discipline, performance plans, hiring out or letting "
        "people go: that is for your personnel office.",
        "It can say what a position's duties earn, and what to tell an employee about the "
        "classification.",
    )


TOPIC = Topic(
    id="discipline",
    title="discipline, performance plans and personal decisions",
    asks=(
        "Which employee should I fire?",
        "write a performance improvement plan",
        "how do I discipline an employee",
        "draft a reprimand",
        "my employee is always late",
        "rate my employee's performance",
        "how do I get rid of a bad worker",
        "termination letter",
        "write an appraisal for my analyst",
        "PIP for a GS-12",
        "suspension for misconduct",
        "who should get the award",
        "settle a fight between two employees",
        "how to handle an absent employee",
        "write performance standards for me",
        "proposed removal notice",
        "is my boss harassing me, what should I do",
        "counseling memo",
        "who in my team should be let go",
        "fire an employee",
        "can I fire my employee",
        "how do I fire someone",
        "whom should I fire",
        "performance improvement plan",
        "write a PIP",
        "draft a performance plan",
        "discipline an employee",
        "disciplinary action against an employee",
        "letter of reprimand",
        "suspend an employee",
        "removal of an employee",
        "performance appraisal for my employee",
        "write an appraisal",
        "rate my employee",
        "employee misconduct",
        "bad employee",
        "poor performer what to do",
        "absent employee",
        "employee comes late",
        "terminate an employee",
        "counseling letter",
        "harassment by a colleague",
        "conflict between employees",
        "dismiss a probationer",
        "one of my people is constantly late",
        "how do I write up an employee",
        "I need to write up someone for misconduct",
        "my employee refuses to work",
        "how can I let someone go",
        "what punishment is right for a lie",
        "an employee lied on a timesheet",
        "timesheet fraud by my employee",
        "punishment for an employee",
    ),
    answer=_answer,
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
