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
    asks=(
        "can a position be assigned to two series",
        "may one job carry two series numbers",
        "can a PD have both 0343 and 0301",
        "What series does a position with duties in two series get?",
        "mixed series position",
        "half my job is budget and half is procurement, which series",
        "Which series if no kind of work predominates?",
        "job covers several series of the same group",
        "Does the bigger share of time decide the series?",
        "general series -01 when",
        "two occupations in one position",
        "how to choose a series for mixed work",
        "a position straddles two occupational groups",
        "duties from three different series",
        "the lower graded duties are the real purpose of the job, which series",
        "My employee does HR and IT work, what series",
        "mixed series rule",
        "Does the grade controlling work set the series?",
        "work in more than one occupational group",
        "combination of series",
        "My time is split evenly between two occupations",
        "mixed series",
        "which series for mixed work",
        "series of a mixed position",
        "two series in one job",
        "job in two series",
        "job covers two series",
        "duties in two series",
        "duties of two occupations",
        "two occupations, which series",
        "my work falls in two series",
        "work in several series",
        "position with several series",
        "split between two series",
        "half one series half another",
        "which of the two series applies",
        "series when work is mixed",
        "mixed occupations series",
        "series for combined duties",
        "general series for mixed work",
        "no series predominates",
        "several occupations in one job",
        "series with 50 percent each",
        "how do I pick the series of a mixed job",
        "half accounting and half computer work, which series",
        "part budget, part procurement, which series",
        "half of it is HR and the other half is IT, how do we settle the series",
        "how do we settle on a series for a combined job",
        "the job combines contracting and property work",
        "which series code do we advertise for a blend of two fields",
        "the opening blends two fields, which series",
        "a job that blends statistics and programming",
        "Mondays through Wednesdays I do HR stuff, the rest is IT. so what number am I",
        (
            "I'm a little bit accountant, a little bit contract person, and HR can't decide on "
            "my four digits"
        ),
        "duties straddle 0560 and 1102, no majority, code?",
        "my work is forty percent library, forty percent museum and the rest is whatever",
        "hr put me in the supply series but half of what I do is transportation",
        "Two occupations in one PD, neither dominates. Where does it go?",
        "which of the two lines of work decides my occupational code when I do both about equally",
        "we're combining a budget job and a personnel job into one, what series would that be",
        (
            "The higher graded part of her work is in a different series from the bulk of it, "
            "which one governs?"
        ),
        "how do you pick a code for a jack of all trades between logistics and program analysis",
        "My duties come from two different job families",
        "One position, biologist and park guide both. series?",
        "equal split between security and emergency management, choose which code",
        (
            "my boss merged my old position with the guy's who retired so now I do secretarial "
            "and accounting tech work, what series would I belong to"
        ),
        (
            "does the code follow the most time or the most important work when the job covers "
            "two fields"
        ),
    ),
    answer=_answer,
    order=45,
    sure=_sure,
    cues=("half", "50", "fifty", "even", "equal", "split"),
    unlike=("levels", "points", "decision"),
)
