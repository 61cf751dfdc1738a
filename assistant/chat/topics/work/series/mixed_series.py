"""The series of mixed work: the grade-controlling work mostly, the general series sometimes."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_EQUAL = pattern(
    r"\b(?:(?:same|equal|identical) (?:grades?|level)|at (?:the )?same grade|equally graded|"
    r"both (?:are |at |graded )?(?:a |an )?gs-?\s?\d+|grades? (?:are|is) (?:equal|the same))\b",
    re.IGNORECASE,
)
_SPLIT = pattern(
    r"\b(?:half|50[/-]50|fifty[- ]fifty|evenly|equal(?:ly)?|split|50 (?:percent|pct))\b|50 ?%",
    re.IGNORECASE,
)


_SAME_GROUP = pattern(
    r"\b(?:same|one|a single|that) (?:occupational )?(?:group|family)\b|\bwithin (?:a|the|one) "
    r"(?:occupational )?group\b",
    re.IGNORECASE,
)


def _equal(question: Question) -> bool:
    """Return whether work of one grade is told to be split between two kinds."""
    text = question.message
    one_grade = len(set(question.grades)) == 1 and bool(_SPLIT.search(text))
    return bool(_EQUAL.search(text)) or one_grade


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    if question.levels or question.decision or question.points:
        return False
    return bool(_SPLIT.search(text)) and _equal(question) and question.has("series", "0")


def _of_equal_grade() -> Answer:
    """Return how work of two series at one grade gets its series."""
    return Answer(
        lead=(
            "**At equal grades the grade decides nothing: take the series of the paramount "
            "knowledge required, and if both count alike, either series that gives a good base "
            "for recruiting.** Within one occupational group, where neither predominates, it is "
            "the group's general series; across groups weigh the reason for the position, the "
            "function of the organization, the line of promotion and the source of recruits "
            "together. GS-0301 is no way out while one of the two would let you recruit."
        ),
        words=(
            law(
                "classifier-handbook",
                "33",
                "falls into more than one occupational group",
                "Across groups several things are weighed together; no single one decides.",
            ),
            law(
                "gs-0301",
                "3",
                "the grade level of the various duties of the position is equal",
                "At equal grades any of the series that is a satisfactory recruiting base may "
                "be taken.",
            ),
            mixed_rule("general-series", "classifier-handbook", "typically the -01 series"),
        ),
        next=("Where would you recruit, and which knowledge could the position least do without?",),
    )


_SERVICES = (
    ("budget", "finan", "accounting"),
    ("personnel", "human resources", "hr ", "staffing"),
    ("management analysis", "management studies", "organization studies"),
    ("procure", "purchas", "contract", "supply", "property"),
    ("space", "facilit", "office services", "records", "mail"),
)
"""Services that an administrative officer combines, by the words for each."""
_TWO = (
    *("two series", "both series", "more than one series", "dual series", "double series"),
    *("second series", "several series at once", "in two occupations"),
)


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    controls = mixed_rule(
        "grade-controlling-series",
        "classifier-handbook",
        "grade-controlling work determines the series",
    )
    purpose = law(
        "classifier-handbook",
        "33",
        "more closely related to the basic purpose",
        "Sometimes lower-graded work lies closer to the purpose of the position and gives it "
        "its series.",
    )
    general = mixed_rule("general-series", "classifier-handbook", "typically the -01 series")
    groups = mixed_rule(
        "several-groups",
        "classifier-handbook",
        "falls into more than one occupational group",
    )
    if _equal(question):
        return _of_equal_grade()
    services = sum(question.has(*words) for words in _SERVICES)
    if services > 2 or (services == 2 and question.has("administrative", "management services")):
        return Answer(
            lead=(
                "**GS-0341, Administrative Officer, when the position answers for a combination "
                "of management services, such as budget, personnel and management analysis, and "
                "no one of them is what it is for.** 0301 does not take such work. Where one "
                "service is the primary work, its own series fits."
            ),
            words=(
                law(
                    "gs-0301",
                    "2",
                    "a combination of various management services such as",
                    "A combination of management services is Administrative Officer work, "
                    "GS-0341, and is excluded from 0301.",
                ),
                controls,
            ),
            next=("Which of the services takes the most time, and which the most knowledge?",),
        )
    if question.has(*_TWO):
        lead = (
            "**No: a position has one series.** Where its work belongs to several, it is mostly "
            "the series of the work that controls the grade; work of several series in one group "
            "with none predominating goes to the group's general series. A professional position "
            "that people of two professions could fill is interdisciplinary, and the person "
            "chosen settles it."
        )
        words: tuple[Words, ...] = (controls, general)
    elif _SAME_GROUP.search(question.message):
        lead = (
            "**The general series of that group, typically the one ending in 01, where no one kind "
            "of work predominates.** Where one kind controls the grade, its series is taken "
            "instead, unless lower-graded work lies closer to the reason for the position."
        )
        words = (general, controls, purpose)
    elif question.has(
        "several groups",
        "different groups",
        "two groups",
        "more than one group",
        "across groups",
    ):
        lead = (
            "**Weigh five things together; no single one decides: the paramount knowledge, the "
            "reason for the position, the function of the organization, the line of promotion "
            "and the source of recruitment.** In many such positions the work that controls "
            "the grade gives the series."
        )
        words = (groups, controls)
    else:
        lead = (
            "**Mostly the series of the work that controls the grade.** Sometimes lower-graded "
            "work lies closer to the reason for the position and gives the series; work of "
            "several series in one group with none predominating goes to the group's general "
            "series, typically the one ending in 01. Across groups, knowledge, purpose, "
            "function, promotion line and recruiting are weighed together."
        )
        words = (controls, purpose, general)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "Which work controls the grade, which is the reason for the position, and "
                "where would you recruit?"
            ),
            "With shares of time and series stated, `fes mixed` works it out step by step.",
        ),
    )


TOPIC = Topic(
    id="mixed-series",
    title="the series of a position that mixes several",
    answer=_answer,
    order=45,
    sure=_sure,
    cues=("half", "50", "fifty", "even", "equal", "split"),
    unlike=("levels", "points", "decision"),
)
