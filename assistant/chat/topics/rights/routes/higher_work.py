"""Work above the grade: what to do, what counts, and nothing for the past."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, primary, range_of, range_words, rule
from assistant.chat.answering.procedure import control_share, track
from assistant.chat.answering.procedure.decided import of_the_grade
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.turns.cover import wanted_grade, wants_higher

_BOSS_SAYS = re.compile(
    r"\b(?:boss|supervisor|manager|chief|director|lead|he|she|everyone|hr)\b[^.?!]{0,25}\b(?:told|"
    r"tells|says|said|say|admit\w*|agree\w*|acknowledg\w*|thinks)\b[^.?!]{0,40}\b(?:do|does|doing|"
    r"perform\w*|working|is|at|of)\b[^.?!]{0,12}\b(?:(?:gs-?)?(?:1[0-5]|[5-9])|higher)[- ]?"
    r"(?:level |graded? |grade )?(?:work|job|duties|level)\b",
    re.IGNORECASE,
)


_ADDED = re.compile(
    r"\b(?:took|taken|taking) (?:over|on)\b|\b(?:dumped|piled|landed) on\b|"
    r"\bon top of (?:my|our)\b|"
    r"\b(?:added|given|gave|assigned|inherited|handed|absorbed)\b[^.?!]{0,40}"
    r"\b(?:dut(?:y|ies)|work|tasks?|cases|projects?|responsibilit\w+)\b",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    r"\b(?:higher|harder|above|senior\w*|chief\w*|boss\w*|supervisor\w*|difficult|complex)\b|\bgs\b|"
    r"\b(?:1[0-5]|[5-9])(?:'?s)?\b(?! (?:years?|months?|people|cases))",
    re.IGNORECASE,
)
"""Says of work that was added that it is of a higher grade."""


def _sure(question: Question, context: Context) -> bool:
    """Tell whether a higher grade is wanted, or a supervisor's word on the work is asked about."""
    if question.has("evidence", "what proof", "documents"):
        return False
    if wants_higher(question, context) and track(question, context) == "gs":
        return not question.decision and not question.levels and not question.points
    said = _BOSS_SAYS.search(question.message)
    asks = question.has(
        "count", "matter", "mean", "enough", "proof", "help", "worth", "prove", "use"
    )
    return bool(said and asks and not question.decision and not question.levels)


def _wanted(question: Question, context: Context) -> Answer:
    """Say how the grade of one's own position is raised, and from how many points it begins."""
    grade = wanted_grade(question, context)
    row = range_of(primary(context), grade) if grade else None
    begins = "" if row is None else f" GS-{row.grade} begins at {row.min:,} points of the factors."
    figures = () if row is None else (range_words(primary(context), row),)
    return Answer(
        lead=(
            "**Have the position description put right, compare the work with its standard factor "
            "by factor, and ask in writing for a desk audit; if the grade stays, appeal it, to "
            f"your agency or to OPM, at any time.**{begins} What counts is duties regularly "
            f"assigned, for at least {control_share():g} percent of the time. OPM decides the "
            "whole position and can lower it too; a higher grade is not paid for the past."
        ),
        words=(
            *figures,
            rule("position-description", "introduction", "requesting a desk audit or by using"),
            rule("any-time", "introduction", "classification appeal at any time"),
            rule("risk", "introduction", "downgrading and the employee is entitled"),
        ),
        next=(
            "Name your series and your levels, and the points to the next grade are counted.",
            "List the higher duties: since when, by whose order, what share of your time.",
            "Another job of that grade is a matter of staffing: there one applies and competes.",
        ),
    )


def _answer(question: Question, context: Context) -> Answer:
    share = control_share()
    words = (
        rule(
            "no-back-pay",
            "introduction",
            "no entitlement exists for compensation at the higher grade",
        ),
        rule("position-description", "introduction", "requesting a desk audit or by using"),
        law(
            "introduction",
            "13",
            "One-time only or temporary duties generally do not affect",
            "Duties done once or for a while do not change the grade, unless they become regular.",
            section="III, F.2",
        ),
    )
    due = question.asks and of_the_grade(question.message)
    if wants_higher(question, context) and not due:
        return _wanted(question, context)
    if _BOSS_SAYS.search(question.message):
        lead = (
            "**No, not by itself: what counts is the duties assigned to you and the standard, not "
            "what a supervisor says they are worth.** It helps as proof: ask the supervisor to put "
            "the duties into the position description and to sign it, for the supervisor certifies "
            "that it is accurate; then ask in writing for the position to be evaluated."
        )
    elif due or question.has("higher grade for it"):
        lead = (
            "**Not by itself: the grade is the position's, and it rises when the higher duties are "
            f"officially and regularly assigned, take at least {share:g} percent of your time and "
            "fully meet the standard of that grade.** Until the position is regraded and a "
            "personnel action follows, you are paid at the grade you hold. Ask in writing for a "
            "desk audit and for a corrected description; if that fails, appeal, at any time."
        )
    elif _ADDED.search(question.message) and not _HIGHER.search(question.message):
        lead = (
            "**It counts for the grade only if the new work is harder than your own, is officially "
            f"and regularly assigned, and takes at least {share:g} percent of your time; more of "
            "the same work does not.** Ask in writing that it be put into your position "
            "description, and for a desk audit; if the grade stays, appeal it, at any time."
        )
    elif question.has("an employee claims", "employee of mine", "my employee"):
        lead = (
            "**Look at the duties: if they are regularly assigned and take at least "
            f"{share:g} percent of the time, have the description revised and the position "
            "reclassified, or take the duties away.** The employee may also appeal at any time. "
            "No back pay arises for the past; volume of work and good performance do not count."
        )
    else:
        lead = (
            "**Ask in writing for a desk audit and for a corrected position description; if that "
            "fails, appeal the grade, at any time.** The higher work counts if it is regularly "
            f"assigned and takes at least {share:g} percent of your time; done once, for a while, "
            "or only in another's absence, it does not. A higher grade is not paid for the past."
        )
    return Answer(
        lead=lead,
        words=words,
        next=(
            "List the higher duties: since when, by whose order, what share of your time.",
            "Name the level they would meet, such as *Level 1-7*, and see what it asks for.",
            "Management may also take the duties away again: weigh that before you ask.",
        ),
    )


TOPIC = Topic(
    id="work-above-grade",
    title="doing work above the grade",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
