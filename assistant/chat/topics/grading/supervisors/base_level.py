"""The base level of the work supervised, and the level of Factor 5 that it gives."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import guide_number, guide_rule, law
from assistant.chat.answering.named.supervising import base_grade, workload
from assistant.chat.answering.named.supervisors.workforce import who_counts
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics import known_topics
from assistant.chat.topics.grading.supervisors.plus_one import beside_base
from core.errors import AppError

if TYPE_CHECKING:
    from core.supervisory.parts import BaseClaim

_BASE = re.compile(r"\bbase\b|\bfactor (?:5|five)\b", re.IGNORECASE)
_HIGHER_LINE = re.compile(r"\b(?:second|third|higher|2nd|3rd)[- ]?(?:level|line)\b", re.IGNORECASE)
_FIRST_LINE = re.compile(r"\b(?:first|1st)[- ]?(?:level|line)\b", re.IGNORECASE)
_BY_TIME = re.compile(
    r"(?P<p>\d{1,3}|half)\s?(?:%|percent\b|of\b)\s*(?:of\s+)?(?:my|his|her|their|the|own|"
    r"supervisor's|duty|personal|\s)*(?:duty )?time\b",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"\b(?:50 ?(?:%|percent)|half)\b.{0,30}\btime\b|\bduty[- ]time (?:method|rule|test)\b",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(
    r"\b(?:alternat\w+|other|optional|second|different) (?:\w+ )?(?:method|way|rule|test|base)\b|"
    r"\bduty[- ]time\b|\bshare of (?:\w+ )?time\b|\babove (?:what|it|that|the (?:base|25))\b",
    re.IGNORECASE,
)
_IS_BASE = re.compile(
    r"\bbase\b.{0,12}?\b(?:be|is|at)\b\s*(?:an?\s+|the\s+)?(?:gs[\s-]*)?(1[0-5]|[1-9])\W*$",
    re.IGNORECASE,
)
_OTHER_GRADE = re.compile(
    r"\b(?:if|suppose|say)\s+(?:it|they|that|the (?:work|base)|those)(?:'s)?\s+"
    r"(?:were|was|is|are|had been)\s+(?:all\s+|mostly\s+|an?\s+)?(?:gs[\s-]*)?(1[0-5]|[1-9])\b"
    r"(?!\s*(?:%|percent))",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:base|bases|factor (?:5|five)|supervis(?:e[sd]?|ing|ory|ors)|"
    r"as a supervisor|direct(?:s|ed|ing)|subordinates?|gssg|workload|staff(?! meet)|"
    r"employees?|employees'|people|unit|shop|branch|section|team|crew|guys|folks|analysts|clerks|"
    r"specialists|under (?:me|him|her|them)|beneath|in charge|support|assistants?|secretar\w+|"
    r"trainees?|vacan\w+|they|those|bar|quarter|gs-?\d+'?s)\b",
    re.IGNORECASE,
)
"""Without one of these a grade is not that of work that somebody supervises."""
_PART_TIME = re.compile(
    r"\b(?:part|half)[- ]?time(?:rs?)?\b|\bhalf days?\b|"
    r"\b(?:[1-9]|[12]\d|3[0-6])[- ]hours? (?:(?:a|per|each|every) week|weekly|"
    r"positions?|jobs?|each)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:how (?:do|does|would|will|are|is) (?:they|these|those|it|\w+(?: \w+)?) (?:count|counted|"
    r"weigh\w*|treated)|(?:do|does|would) (?:they|these|it) count(?: as)?)\b",
    re.IGNORECASE,
)
_UNPAID = ("soldier", "military", "volunteer", "student", "non-federal", "nonfederal")
"""Words of people whose work is directed and who are no regular employees."""
_BELOW_FULL = ("trainee", "intern ", "interns", "developmental", "ladder", "vacan", "full perf")
"""Words of work whose grade is not yet, or not at present, its full performance grade."""
_WORTH = re.compile(r"\bpoints?\b|\bfactor (?:5|five)\b|\bwhich level\b|\bworth\b", re.IGNORECASE)


def _of_part_time(question: Question) -> bool:
    """Tell whether it is asked how part-time staff count, not which base their grades make."""
    text = question.around or question.message
    if not _PART_TIME.search(text):
        return False
    return not question.grades or _COUNTED.search(question.message) is not None


_WHAT_COUNTS = re.compile(
    r"\b(?:what|who|which work|whose work)(?: all| else)? "
    r"(?:counts?|goes|is counted|is included)\b",
    re.IGNORECASE,
)
"""Asks for all that the base level is counted from."""


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    if _FIRST_LINE.search(text) and _METHOD.search(text):
        return True
    if question.levels or not _BASE.search(text):
        return False
    if _of_part_time(question):
        return True
    if workload(text) or _by_time(question) or _other_method(text):
        return True
    return base_grade(text) is not None and bool(_WORTH.search(text))


def _spoken_of(context: Context) -> bool:
    known = known_topics().get(context.memory.topic)
    return known is not None and ".supervisors." in known.place


def _other_method(text: str) -> bool:
    """Tell whether the method for second and higher level supervisors is asked for itself."""
    return bool(_HIGHER_LINE.search(text) and _ALTERNATIVE.search(text))


def _by_time(question: Question) -> BaseClaim | None:
    """Return the base told by the time of a supervisor of the second level or above."""
    from fractions import Fraction

    from core.supervisory.parts import BaseClaim

    text = question.message
    time = _BY_TIME.search(text)
    if time is None or not _HIGHER_LINE.search(text) or not question.grades:
        return None
    share = Fraction(50) if time["p"].lower() == "half" else Fraction(time["p"])
    return BaseClaim(
        grade=max(question.grades), method="supervisor-time", share=share, supervisor_level=2
    )


def _told(question: Question, context: Context) -> str:
    """Say which base the workload or the time told gives, by the core; empty without either."""
    from core.supervisory import SupervisoryRequest, load_guide
    from core.supervisory.base import count_workload, settle_base
    from core.supervisory.record import Record, Undetermined, percent_text

    guide, record = load_guide(context.as_of), Record()
    text = question.message
    least = guide.value("supervisor-time")
    if _FIRST_LINE.search(text) and _METHOD.search(text):
        return (
            f"**No: the method by {least} percent of the supervisor's own time is for second and "
            "higher level supervisors only.** A first level supervisor's base is the highest grade "
            f"that makes up {guide.value('workload-base')} percent or more of the workload."
        )
    if (claim := _by_time(question)) is not None:
        found = settle_base(guide, SupervisoryRequest(base=claim), record)
        share = percent_text(claim.share) if claim.share is not None else ""
        if isinstance(found, Undetermined):
            return (
                f"**No: {share} percent of the supervisor's time is less than the {least} percent "
                f"that the method for second and higher level supervisors takes, so GS-"
                f"{claim.grade} is not the base by it.** The base by the workload stands."
            )
        return (
            f"**Yes, GS-{claim.grade} may be the base: it takes {share} percent of a second or "
            f"higher level supervisor's time, and {least} are needed. That is Level {found.level}, "
            f"{guide.row(found.level).points:,} points.** The workload above the base must be "
            "heavy and the result align with other supervisors; the one-grade adjustment does "
            "not apply to it."
        )
    if _other_method(text):
        return (
            f"**At least {least} percent of the supervisor's own duty time: for second and higher "
            "level supervisors the base may be the highest grade of nonsupervisory work that takes "
            "that much of it.** It is optional, for a heavy workload above the base found by the "
            "workload, and only where the result aligns with other supervisory positions."
        )
    rows = workload(text)
    if not rows:
        return ""
    try:
        counted = count_workload(guide, SupervisoryRequest(workload=rows), record)
    except AppError as error:
        return f"**Not yet: {error.message}.** {error.hint}"
    level = guide.grade_levels[counted.grade]
    asked = _IS_BASE.search(text)
    head = "" if asked is None else "Yes. " if int(asked[1]) == counted.grade else "No. "
    lead = (
        f"**{head}The base is GS-{counted.grade}: {percent_text(counted.share)} percent of the "
        f"work is at or above it, and {guide.value('workload-base')} are needed. That is Level "
        f"{level} of Factor 5, {guide.row(level).points:,} points.**"
    )
    if any(row.excluded for row in rows):
        lead += " Work that supports, leads or supervises is left out of the whole."
    if any(row.full_performance_grade for row in rows):
        lead += " Trainee work counts at its full performance grade."
    if any(row.hours and row.hours >= 1000 for row in rows):
        lead += " The positions are counted as full-time on that work; the measure is duty hours."
    if record.findings:
        lead += " It must best characterize the basic work of the organization."
    return lead


def _part_time() -> Answer:
    return Answer(
        lead=(
            "**In proportion to their hours: the work of a part-time position is prorated to its "
            "full-time equivalent, so two who work 20 hours count as one who works 40.** The base "
            "level is measured by duty hours, not by heads."
        ),
        words=(
            law(
                "classifier-handbook",
                "43",
                "part-time position should be prorated",
                "Part-time work counts by its full-time equivalent.",
            ),
            guide_rule("workload-base", "25 percent or more of the nonsupervisory"),
        ),
        next=("List the positions with grade and hours a week, and the base is counted.",),
        factors=("5",),
    )


def _answer(question: Question, context: Context) -> Answer | None:
    if (found := who_counts(question, context) or beside_base(question, context)) is not None:
        return found
    if not question.grades and question.has(*_UNPAID):
        # Who of such people counts is told beside the contractors.
        return known_topics()["supervising-contractors"].answer(question, context)
    if _of_part_time(question):
        return _part_time()
    other = _OTHER_GRADE.search(question.message)
    if other is not None:
        # Another grade of the work is tried, whatever was told of it before.
        question = replace(question, grades=(int(other[1]),), percents=())
    if not question.grades and (told_grade := base_grade(question.message)) is not None:
        question = replace(question, grades=(told_grade,))
    told_ = "" if other is not None else _told(question, context)
    if told_:
        return Answer(
            lead=told_,
            words=(
                guide_rule("supervisor-time", "at least 50 percent of the duty")
                if _METHOD.search(question.message) or _by_time(question)
                else guide_rule("workload-base", "25 percent or more of the nonsupervisory"),
                guide_rule("workload-exclusions", "lower level positions that primarily support"),
            ),
            next=("Which of the work is support, and which grades rest on independence?",),
            factors=("5",),
        )
    from core.supervisory import load_guide

    if not _OVER.search(question.around or question.message) and not _spoken_of(context):
        return None
    heads = ("supervises", "subordinates", "span", "how many people", "people under", "head count")
    if question.has(*heads) and not question.has("base", "grade of my people"):
        # The number of people alone is a question of coverage.
        return None
    share = guide_rule("workload-base", "25 percent or more of the nonsupervisory")
    left_out = guide_rule("workload-exclusions", "lower level positions that primarily support")
    trainees = guide_rule("full-performance", "below normal full performance levels, at full")
    following = ("List the positions with grade and share of work, support work left out.",)
    least = guide_number("workload-base")
    if question.percents and question.grades and question.percents[0] < least:
        return Answer(
            lead=(
                f"**No: {question.percents[0]:g} percent of the workload is too little; the base "
                f"needs {least} percent or more.** Count the GS-{question.grades[0]} work together "
                "with what is above it; if that stays short, the next lower grade of the basic "
                "work that reaches the share is the base. Support work is left out."
            ),
            words=(share, left_out),
            next=following,
            factors=("5",),
        )
    support = question.has("secretar", "support", "clerk", "admin", "assistant") and question.has(
        "count", "included", "in there", "in it", "in the base"
    )
    apart = question.has("trainee", "secretar", "support", "independen")
    if question.grades and not apart and not support:
        guide = load_guide(context.as_of)
        told, words = [], []
        for grade in question.grades[:3]:
            level = guide.grade_levels.get(grade)
            if level is not None:
                told.append(
                    f"**A base of GS-{grade} is Level {level}, {guide.row(level).points:,} points**"
                )
                # The chart prints GS-1 or 2, 3 or 4 and so on together: the first of them leads.
                first = min(guide.grades_of(level))
                anchor = f"GS-{first} or " if len(guide.grades_of(level)) > 1 else f"GS-{first} or"
                words.append(guide_rule("base-chart", anchor))
        if told:
            return Answer(
                lead=(
                    f"{'; '.join(told)}, under Factor 5 of the supervisory guide. The base is the "
                    "highest grade that characterizes the basic work and makes up at least 25 "
                    "percent of the workload; support work is left out."
                ),
                words=(*words[:1], share, left_out),
                next=following,
                factors=("5",),
            )
    around = (question.around or question.message).lower()
    if any(word in around for word in _BELOW_FULL):
        full = max(question.grades) if len(question.grades) > 1 else None
        at = (
            f"At GS-{full}, the full performance grade" if full else "At the full performance grade"
        )
        lead = (
            f"**{at}: trainee and developmental work is credited as what it leads to, not at the "
            f"trainee's present grade.** The share needed is {least} percent of the workload."
        )
        words_ = (trainees, share)
    elif _WHAT_COUNTS.search(question.message):
        lead = (
            "**The nonsupervisory work of everybody directed, by its duty hours: General Schedule "
            "and wage employees, assigned military, volunteers, student trainees, and people of "
            "contractors or of other governments.** Left out are work that mainly supports the "
            "basic work, work graded as supervising or leading, and grades that rest on "
            f"extraordinary independence. The base is the highest grade with {least} percent or "
            "more of it."
        )
        words_ = (share, left_out)
    elif question.has("support", "secretar", "clerk", "assistant", "admin staff", "count"):
        lead = (
            "**No: lower-level positions that primarily support the basic work are left out of the "
            "base level.** So is work graded as supervising or leading, and work graded high for "
            "its extraordinary independence."
        )
        words_ = (left_out, share)
    else:
        lead = (
            "**The base level is the highest grade that best characterizes the basic "
            "nonsupervisory work directed and makes up 25 percent or more of the workload.** It is "
            "measured in duty hours, not in heads. Support work, work graded as supervising or "
            "leading, and grades that rest on extraordinary independence are left out; trainees "
            "count at the full performance grade. A second-level supervisor may have another base."
        )
        words_ = (share, left_out)
    second = law(
        "gssg",
        "22",
        "at least 50 percent of the duty",
        "For a second-level supervisor, higher work that takes at least half of his or her own "
        "duty time may be the base.",
    )
    return Answer(lead=lead, words=(*words_, second), next=following, factors=("5",))


TOPIC = Topic(
    id="base-level",
    title="the base level of the work supervised",
    answer=_answer,
    sure=_sure,
    cues=("base", "factor 5", "factor five", "first", "1st"),
    likes=("grades",),
    unlike=("levels", "points", "decision"),
)
