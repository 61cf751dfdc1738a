"""When the supervisory guide applies: a quarter of the time, both kinds of direction, Level 3-2."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import guide_number, guide_rule, law
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.grading.supervisors.plus_one import beside_base

_MAKES = (
    *("make me a super", "makes me a super", "am i a super", "count as a super", "be a supervisor"),
    *("classified as a super", "considered a super", "make her a super", "make him a super"),
    *("is he a super", "is she a super", "called a super", "qualify as a super", "become a super"),
)
_BY_NUMBER = (
    *("span", "headcount", "head count", "raises my grade", "raise my grade", "raise the grade"),
    *("higher grade", "more subordinates", "more people", "number of subordinates", "upgrade"),
    *("size of", "number of people", "number of employees"),
    *("how many people", "how many employees"),
)


_SIZE = re.compile(
    r"\bsize of (?:the|my|our|her|his|a) (?:unit|staff|team|organization|shop|office|branch)\b|"
    r"\bnumber of (?:my |the )?(?:subordinates|people|employees|staff)\b|\bhead ?count\b|"
    r"\bhow many (?:people|subordinates|employees|staff)\b.{0,20}\b(?:he|she|i|they|supervisor)\b",
    re.IGNORECASE,
)
"""What asks for a grade by how many are supervised."""


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    if question.levels or question.decision or question.percents or question.points:
        return False
    raises = question.has("grade", "grading", "upgrade", "raise", "promot", *_BY_NUMBER)
    return bool(_SIZE.search(question.message)) and raises and not question.has("base", "brief")


def _answer(question: Question, context: Context) -> Answer:
    if (found := beside_base(question, context)) is not None:
        return found
    time = guide_rule("coverage-time", "constitute a major duty occupying at least")
    both = guide_rule("coverage-direction", "combined technical and administrative direction")
    staff = guide_rule("coverage-staff", "meet at least the lowest level of")
    share = question.percents[0] if question.percents else None
    if share is not None:
        lead = _by_share(share)
        words = (time, staff, both)
    elif question.has("what percent", "how much of", "how much time", "what share"):
        lead = (
            f"**At least {guide_number('coverage-time')} percent of the position's time, as a "
            "major duty.** The work must also be directed both technically and administratively, "
            "and the authority meet at least Level 3-2 of Factor 3."
        )
        words = (time, both, staff)
    elif question.has(*_MAKES):
        lead = (
            "**Not by the number of people: you are a supervisor for classification when "
            "supervising is a major duty of at least 25 percent of your time, covers both the "
            "technical and the administrative side, and meets Level 3-2.** That mostly takes "
            "three of planning, assigning, evaluating and advising, and six of ten authorities "
            "in all. No least number is set."
        )
        words = (time, both, staff)
    elif question.grades or question.has(*_BY_NUMBER):
        lead = (
            "**No: the number of people supervised alone does not set or raise a grade.** The "
            "law forbids grading solely by it (5 U.S.C. 5106(c)). The supervisory guide "
            "grades by six factors, among them scope and effect, the authority exercised, and "
            "the grade of the basic work directed. It applies when supervising is a major duty "
            "of at least 25 percent of the time, technically and administratively, at Level 3-2 "
            "of Factor 3 or above."
        )
        alone = law(
            "5-usc-51",
            "5 U.S.C. 5106(c)",
            "number of subordinates supervised",
            "The number of people supervised may not by itself set a supervisor's grade.",
        )
        words = (alone, time, both)
    elif "3-2" in question.levels and question.has("not meet", "short of", "below"):
        lead = (
            "**No: a position that does not meet at least Level 3-2 is not covered by the "
            "supervisory guide.** It is graded by the standards for its other work, or by the "
            "guide for leaders of teams where it leads."
        )
        words = (staff, time, both)
    elif question.has(
        "small",
        "one employee",
        "one person",
        "single employee",
        "two employees",
        "only one",
        "few",
    ):
        lead = (
            "**There is no fixed number of employees: even a small unit is covered when "
            "supervising is a major duty of at least 25 percent of the time, directs the work "
            "both technically and administratively, and meets at least Level 3-2 of Factor "
            "3.** With one or two people the 25 percent is what mostly fails."
        )
        words = (time, both, staff)
    else:
        lead = (
            "**Not by the number alone: no minimum number of employees is set.** The "
            "supervisory guide covers a position when supervising is a major duty of at least "
            "25 percent of the time, directs the work both technically and administratively, "
            "and meets at least Level 3-2 of Factor 3 over people who are not contractors. "
            "Only then is the supervising graded by its points, and it sets the grade where it "
            "is above your own work's."
        )
        words = (time, both, staff)
    return Answer(
        lead=lead,
        words=words,
        levels=("3-2",),
        factors=("3",),
        standard="gssg",
        next=(
            "What share of your time goes into supervising?",
            (
                "Which of these do you do: assign work, plan it, rate performance, select, "
                "discipline?"
            ),
        ),
    )


def _by_share(share: float) -> str:
    """Say whether a share of time is enough, and what else it takes."""
    least = guide_number("coverage-time")
    if share < least:
        return (
            f"**No: {share:.3g} percent is not enough; supervising must take at least {least} "
            "percent of the time.** Short of that the position is graded by its other work."
        )
    met = f"The share is met: {share:.3g} percent is enough, as at least {least} is asked for."
    if share == least:
        met = f"At least {least} percent of the time, as a major duty; so {share:.3g} is enough."
    return (
        f"**{met}** It must also direct the work both technically and administratively, and meet "
        "at least Level 3-2 of Factor 3, Supervisory and Managerial Authority, over people who "
        "are not contractors."
    )


TOPIC = Topic(
    id="supervisory-coverage",
    title="whether the supervisory guide covers a position",
    answer=_answer,
    sure=_sure,
    cues=("size", "number", "head", "how many"),
    likes=("percents",),
    unlike=("levels", "points", "decision", "series"),
)
