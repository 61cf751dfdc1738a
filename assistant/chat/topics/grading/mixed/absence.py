"""Filling in for somebody who is away does not count for the grade."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import guide_rule, mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic, Words

_WHO = r"(?:colleague|co-?worker|boss|supervisor|chief|somebody|someone|she|he|they|another)"
_AWAY = re.compile(
    rf"\b(?:while|when|if|because|since|as|only)\b.{{0,16}}\b{_WHO}\b.{{0,16}}"
    r"\b(?:is|are|was|were|'s|goes|out)\b.{0,10}\b(?:out|away|sick|ill|absent|leave|vacation|off|gone)\b"
    rf"|\b{_WHO}\b.{{0,12}}\b(?:out sick|off sick|on (?:\w+ )?leave)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:counts?|grade\w*|credit\w*|control\w*|rais\w*|higher|only|her work|his work|work)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    named = question.levels or question.decision or question.percents or question.dates
    return bool(not named and _AWAY.search(text) and _COUNTS.search(text)) and not question.has(
        "appeal", "sign", "deadline", "represent", "file", "fmla"
    )


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    absence = mixed_rule("absence", "classifier-handbook", "only in the absence of another")
    never = mixed_rule("never-counts", "introduction", "carried out only in the absence of")
    boss = guide_rule("exclusion-temporary", "in the absence of another employee or is temporary")
    if question.has("supervis", "boss", "chief", "manager", "leader"):
        lead = (
            "**No: acting for a supervisor only while he or she is away does not count, "
            "neither for the grade nor as supervision.** Acting duties are not regular duties "
            "of your position; an official detail or temporary promotion is the tool for "
            "longer absences, and it ends with them."
        )
        words: tuple[Words, ...] = (absence, boss, never)
    else:
        lead = (
            "**No: what you do only while another employee is away is not considered for the "
            "grade of your position.** It can count once it is officially and regularly "
            "assigned to you as your own work."
        )
        words = (absence, never)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "Is it only during absences, or also when the other is there? Regular sharing "
                "is another matter."
            ),
            "For a long absence ask about an official detail or a temporary promotion.",
        ),
    )


TOPIC = Topic(
    id="absence-duties",
    title="work done while somebody is away",
    asks=(
        "I do my supervisor's job when she is away",
        "Does acting for my boss count?",
        "I fill in for a higher graded coworker",
        "acting supervisor duties and my grade",
        "Do duties in the absence of another employee count?",
        "covering for somebody on leave",
        "I back up the branch chief",
        "my employee acts for me when I'm on leave",
        "acting assignment grade credit",
        "stand-in duties",
        "she covers a vacant GS-13 position",
        "filling in during vacations, does it raise my grade",
        "backup for a higher level job",
        "I've been acting chief for three months",
        "deputizing for the boss when he travels",
        "does vacation coverage count in classification",
        "I was acting director",
        "work performed while a position is vacant",
        "how do we treat an alternate supervisor",
        "alternate for my supervisor",
        "acting for my boss",
        "acting for the supervisor",
        "acting supervisor",
        "I act for my supervisor when she is away",
        "I fill in for my boss",
        "filling in for my supervisor",
        "fill in for a coworker on leave",
        "covering for my boss",
        "cover for an absent colleague",
        "work done in someone's absence",
        "duties done while the boss is away",
        "while my supervisor is on vacation I do her job",
        "when the chief is out I run the office",
        "I run the office when the boss is gone",
        "in charge when the boss is away",
        "backup for my supervisor",
        "I am the backup",
        "stand in for the chief",
        "standing in for an absent employee",
        "replacement during leave",
        "doing the job of an absent employee",
        "does acting count",
        "acting duties",
        "designated acting chief",
        "whenever the chief travels I take over",
        "I take over when my boss travels",
        "while she is out I make her decisions",
        "I run things when the director is gone",
        "when he is sick I do his job",
        "I take over for the chief, shouldn't I be graded as chief",
        "I step in for the section head during holidays",
        "I step in when she is out",
        "I replace the head during her holidays",
        "whenever the chief is on leave, I run the place",
        "I cover for the twelve on her days off",
        "sitting in for the boss every other Friday, is that worth anything",
        "our lead was out on maternity and I held down the fort",
        "I'm the backup for the budget officer, do I get credited for her work",
        "she's the designated alternate for the section head, thinks she should be graded like him",
        "when the doc's away I make the decisions",
        "I relieve the control room operator at lunch and vacations",
        "third in line to be acting chief, does it do anything for my rating",
        "boss gone all the time, guess who signs everything",
        "standing in for someone better paid",
        (
            "he's got sick leave constantly and I'm the one filling his chair, should the job "
            "be rated higher"
        ),
        'my job says "serves as chief in the absence of". does that lift it',
        "only when he travels do I lead the team meeting and approve leave",
    ),
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision", "percents"),
)
