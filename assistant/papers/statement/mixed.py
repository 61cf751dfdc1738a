"""The analysis of a position that mixes kinds of work: each by itself, then what controls."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from assistant.papers.content import Block, Column, Section, Table, Text
from assistant.papers.drafting import (
    Notes,
    blank,
    bullets,
    joined,
    lead,
    paragraph,
    percent,
    say,
    strong,
    table,
)
from assistant.papers.statement.factors import facts_on
from assistant.papers.statement.opening import fact_text
from assistant.papers.subject import Subject
from assistant.text import number
from core.law.rules import mixed_rules
from core.mixed.results import Claim, MixedEvaluation, View, WorkResult
from core.model import FactorScore
from core.standards.model import Standard
from core.standards.reading import load_standard

_SIDES = {
    "agreed": "By the shares both sides agree on",
    "employee": "By the employee's shares",
    "supervisor": "By the supervisor's shares",
}
_HOLDS = {True: "Recognized", False: "Refused", None: "Open"}


def analysis(subject: Subject, notes: Notes) -> list[Section]:
    """Return the sections on the kinds of work, the grade that controls, series and claims."""
    found = subject.mix
    if found is None:
        return []
    sections = [
        Section(
            title="Kinds of work",
            blocks=(_shares(found),),
            sections=tuple(_kind(subject, one, notes) for one in found.work),
        ),
        _grade(found, notes),
        _series(found, subject.position.determined.title, notes),
    ]
    claims = [*found.impact]
    claims += [one for one in (found.general_series, found.interdisciplinary) if one is not None]
    if claims:
        sections.append(
            Section(
                title="Claims",
                sections=tuple(_claim(one, notes) for one in claims),
            )
        )
    return sections


def standing(found: MixedEvaluation, notes: Notes) -> list[Section]:
    """Return the kinds of work with their grades and shares of time, and what controls."""
    return [Section(title="Kinds of work", blocks=(_shares(found),)), _grade(found, notes)]


def _shares(found: MixedEvaluation) -> Table:
    """Return the kinds of work with their grades and each side's shares of time."""
    columns = [
        Column(head="Kind of work", width=4),
        Column(head="Series", width=2),
        Column(head="Grade", width=2),
    ]
    columns += [
        Column(
            head={"agreed": "Share", "employee": "By the employee"}.get(
                view.side, "By the supervisor"
            ),
            width=2,
            figures=True,
        )
        for view in found.views
    ]
    rows = []
    for one in found.work:
        row: list[Text] = [
            say(one.name),
            say(f"GS-{one.series}") if one.series else say(blank("series")),
            say(one.grade) if one.grade else say(blank("grade")),
        ]
        row += [say(percent(view.shares.get(one.name))) for view in found.views]
        rows.append(tuple(row))
    return table("Kinds of work, their grades and shares of time", columns, rows)


_CELL: Final = re.compile(r"(\d+)/(\d+)-(\d+)([A-Z])")
"""A chart's cell: two factors and the level of each, such as the third and its letter."""


def _levels(score: FactorScore) -> list[str]:
    """Return the level of a factor; both levels where a chart gives two factors one value."""
    cell = _CELL.fullmatch(score.level)
    return [score.level] if cell is None else [f"{cell[1]}-{cell[3]}", f"{cell[2]}-{cell[4]}"]


def _requires(standard: Standard, score: FactorScore) -> str:
    """Return what the level of a factor requires, of both levels where a chart gives one value."""
    known = {level.level: level for factor in standard.factors for level in factor.levels}
    return " ".join(known[name].summary for name in _levels(score) if name in known)


def _borne(
    subject: Subject, standard: Standard, scores: Iterable[FactorScore], notes: Notes
) -> list[Block]:
    """Return by factor what bears the level, as stated, and what the level above asks for more.

    What nobody has stated of the work, and why the level above is not met, is left as a gap.
    """
    ladders = {str(factor.factor): factor.levels for factor in standard.factors}
    items: list[Text] = []
    for name in (name for score in scores for name in _levels(score)):
        factor = name.rpartition("-")[0]
        ladder = ladders.get(factor, ())
        place = next((at for at, level in enumerate(ladder) if level.level == name), None)
        facts = [fact_text(fact) for fact in facts_on(subject, factor)]
        runs: list[Text] = [say(strong(f"Level {name}."))]
        runs += [say(" ", fact) for fact in facts or [say(blank("what the work is"))]]
        if place is not None and place + 1 < len(ladder):
            above = ladder[place + 1]
            mark = notes(standard.cite(above.page, f"Level {above.level}"))
            gap = say(f" Level {above.level} is not met because ", blank("reason"), ".")
            runs.append(say(gap, f" It requires: {above.summary}", mark))
        items.append(say(*runs))
    return [lead("What bears each level, and why the next is not met:"), *bullets(items)]


def _kind(subject: Subject, one: WorkResult, notes: Notes) -> Section:
    """Return one kind of work with its own evaluation, and whether it counts for the position."""
    blocks: list[Block] = []
    evaluation = one.evaluation
    if evaluation is not None and evaluation.factors:
        standard = load_standard(evaluation.standard, subject.position.as_of)
        rows: list[tuple[Text, ...]] = [
            (
                say(f"{score.factor}. {score.name}", notes(score.citation)),
                say(score.level),
                say(_requires(standard, score)),
                say(number(score.points)),
            )
            for score in evaluation.factors
        ]
        rows.append((say("Total"), say(evaluation.grade), (), say(number(evaluation.total))))
        blocks.append(
            table(
                "Levels and points",
                (
                    Column(head="Factor", width=4),
                    Column(head="Level", width=2),
                    Column(head="What it requires, in short", width=8),
                    Column(head="Points", width=2, figures=True),
                ),
                rows,
                total=True,
            )
        )
        blocks += _borne(subject, standard, evaluation.factors, notes)
    elif one.total is not None:
        blocks.append(paragraph(f"Its points total {number(one.total)}."))
    if one.grade is not None:
        blocks.append(paragraph("Its grade is ", strong(one.grade), ".", notes(one.source)))
    else:
        blocks.append(paragraph("Its grade: ", blank("not decided by its standard"), "."))
    if one.counts is not True:
        counts = "Whether it counts for the grade of the position is open. "
        if one.counts is False:
            counts = "It does not count for the grade of the position. "
        blocks.append(paragraph(strong(counts), one.why))
    return Section(title=one.name, blocks=tuple(blocks))


def _grade(found: MixedEvaluation, notes: Notes) -> Section:
    blocks: list[Block] = []
    for view in found.views:
        places = [one.citation for one in found.derivation if view.reason in one.text]
        blocks.append(
            paragraph(strong(f"{_SIDES[view.side]}: "), _of_view(view), notes(*places[:1]))
        )
    if found.grade is not None:
        blocks.append(paragraph("Grade of the position: ", strong(found.grade), "."))
    elif found.possible:
        blocks.append(
            paragraph(
                "The two sides differ, and with them the grade: ",
                strong(joined(found.possible, "or")),
                ". Which shares are right has to be settled first.",
            )
            if len({view.grade for view in found.views}) > 1
            else paragraph("The grade is not decided: ", joined(found.possible, "or"), ".")
        )
    return Section(title="Grade that controls", blocks=tuple(blocks))


def _of_view(view: View) -> str:
    grade = f"{view.grade}. " if view.grade else "no grade yet. "
    return f"{grade}{view.reason}"


def _series(found: MixedEvaluation, title: str, notes: Notes) -> Section:
    choice = found.series_choice
    blocks: list[Block] = []
    if choice.series:
        blocks.append(paragraph("Series: ", strong(f"GS-{choice.series}"), "."))
    else:
        blocks.append(paragraph("Series: ", blank("not decided by what is stated"), "."))
    blocks.append(paragraph(choice.reason, notes(choice.citation)))
    if len(choice.options) > 1:
        options = joined(f"GS-{one}" for one in choice.options)
        blocks.append(paragraph(f"Series that come into question: {options}."))
    blocks += [
        paragraph(mixed_rules()[code].text, notes.rules((code,)))
        for code in ("title-prescribed", "title-agency")
    ]
    blocks.append(paragraph("Title determined: ", title or blank("title, with the rule")))
    return Section(title="Series and title", blocks=tuple(blocks))


def _claim(claim: Claim, notes: Notes) -> Section:
    marks = {True: "holds", False: "does not hold", None: "not stated"}
    blocks: list[Block] = [
        paragraph(strong(f"{_HOLDS[claim.holds]}. "), claim.reason, notes(claim.citation))
    ]
    blocks += bullets(say(f"{one.text} ({marks[one.holds]})") for one in claim.conditions)
    return Section(title=claim.about, blocks=tuple(blocks))
