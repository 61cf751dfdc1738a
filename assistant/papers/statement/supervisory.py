"""The analysis of a supervisory position by the General Schedule Supervisory Guide."""

from __future__ import annotations

from assistant.papers.content import Block, Chart, Column, Mark, Section, Table, Text
from assistant.papers.drafting import (
    Notes,
    blank,
    lead,
    paragraph,
    remark,
    say,
    strong,
    table,
    told,
)
from assistant.papers.statement.factors import asked, facts_on, work
from assistant.papers.statement.opening import in_our_words
from assistant.papers.statement.sums import drawing, margin_text
from assistant.papers.subject import Matter
from assistant.text import number
from core.model import FactorScore, Step
from core.standards.model import Standard
from core.standards.reading import find_factor, find_level
from core.standards.table import GradeRow
from core.supervisory.models import SupervisoryEvaluation, guide_standard


def analysis(matter: Matter, notes: Notes) -> list[Section]:
    """Return the sections on coverage, the factors, the points, and the grade of the position."""
    subject = matter.subject
    found = subject.supervised
    request = subject.supervisory
    if found is None or request is None:
        return []
    standard = guide_standard(request.as_of)
    shown = ("edition", "total", "conversion")
    steps = [
        one
        for one in found.derivation
        if not one.rule.startswith("points") and one.rule not in shown
    ]
    told_at_factor = [one for score in found.factors for one in _base(found, score)]
    steps = [one for one in steps if one not in told_at_factor]
    edition = next((one for one in found.derivation if one.rule == "edition"), None)
    sections: list[Section] = []
    if edition is not None:
        sections.append(
            Section(
                title="Standard used",
                blocks=(
                    paragraph(told(edition.text), notes(edition.citation)),
                    remark(in_our_words(held=matter.library is not None)),
                ),
            )
        )
    factors = tuple(_factor(matter, standard, one, notes) for one in found.factors)
    sections.append(Section(title="Grade determination", sections=factors))
    if steps:
        sections.append(
            Section(
                title="How the guide was applied",
                blocks=tuple(paragraph(told(one.text), notes(one.citation)) for one in steps),
            )
        )
    sections.append(_summary(found, standard, notes))
    return sections


def _factor(matter: Matter, standard: Standard, score: FactorScore, notes: Notes) -> Section:
    subject = matter.subject
    factor = find_factor(standard, score.factor)
    found = subject.supervised
    base = () if found is None else _base(found, score)
    grade = None if found is None else found.base_grade
    blocks: list[Block] = [paragraph(factor.measures, notes(standard.cite(factor.page)))]
    known = {level.level for level in factor.levels}
    if score.level in known:
        level = find_level(standard, score.level)
        blocks += asked(matter, standard, level, notes)
        above = factor.levels[factor.levels.index(level) + 1 :][:1]
    else:
        above = ()
    if base:
        blocks.append(lead(strong("The base level of the work supervised.")))
        blocks += [paragraph(told(one.text), notes(one.citation)) for one in base]
    if facts_on(subject, str(score.factor)) or not base:
        blocks += work(subject, str(score.factor))
    why = say(f"the base level is {grade}") if base and grade else say(blank("reason"))
    blocks.append(
        paragraph(
            strong("Credited. "),
            f"Level {score.level} carries {number(score.points)} points.",
            notes(score.citation),
        )
    )
    blocks += [
        paragraph(
            f"Level {one.level} asks more: ",
            one.summary,
            notes(standard.cite(one.page, f"Level {one.level}")),
            " It is not met because ",
            why,
            ".",
        )
        for one in above
    ]
    return Section(
        title=f"Factor {score.factor}, {score.name}: Level {score.level}, "
        f"{number(score.points)} points",
        blocks=tuple(blocks),
    )


def points_table(found: SupervisoryEvaluation, notes: Notes) -> Table:
    """Return the levels and points of the factors, with their total and the chart's grade."""
    rows: list[tuple[Text, ...]] = [
        (
            say(f"{one.factor}. {one.name}", notes(one.citation)),
            say(one.level),
            say(number(one.points)),
        )
        for one in found.factors
    ]
    total = say(number(found.total)) if found.total is not None else say(blank("total"))
    rows.append((say("Total"), say(found.chart_grade or ""), total))
    return table(
        "Levels and points",
        (
            Column(head="Factor", width=6),
            Column(head="Level", width=2),
            Column(head="Points", width=2, figures=True),
        ),
        rows,
        total=True,
    )


def _base(found: SupervisoryEvaluation, score: FactorScore) -> tuple[Step, ...]:
    """Return how the base level was found and the level it gives, for the factor that rests on it.

    Nothing where the level of the factor was stated instead.
    """
    steps = tuple(one for one in found.derivation if one.rule.startswith("base"))
    gives = f"Factor {score.factor}:"
    return steps if any(one.text.startswith(gives) for one in steps) else ()


def _summary(found: SupervisoryEvaluation, standard: Standard, notes: Notes) -> Section:
    """Return the table of points, the chart's grade, the adjustment and the grade."""
    blocks: list[Block] = [points_table(found, notes)] if found.factors else []
    blocks += [
        paragraph(told(one.text), notes(one.citation))
        for one in found.derivation
        if one.rule in ("total", "conversion")
    ]
    if found.adjustment is not None:
        blocks.append(paragraph(found.adjustment.reason, notes(found.adjustment.citation)))
    if found.margin is not None and found.chart_grade is not None:
        blocks.append(paragraph(margin_text(found.chart_grade, found.margin)))
    if found.grade is not None:
        blocks.append(paragraph("Grade of the position: ", strong(found.grade), "."))
    if found.undetermined is not None:
        blocks.append(paragraph(strong("No grade. "), found.undetermined))
    if found.total is not None and found.factors:
        blocks.append(_chart(found, standard))
    return Section(title="Summary of levels and points", blocks=tuple(blocks))


def chart_rows(standard: Standard) -> tuple[GradeRow, ...]:
    """Return the guide's chart as the rows of a conversion table."""
    return tuple(
        GradeRow(one.grade, f"{standard.pay_plan}-{one.grade}", one.min, one.max, one.page)
        for one in standard.conversion
    )


def _chart(found: SupervisoryEvaluation, standard: Standard) -> Chart:
    grade = found.chart_grade or "no grade by the chart"
    return drawing(
        found.factors,
        {},
        [Mark(label=f"Credited, {grade}", total=found.total or 0)],
        chart_rows(standard),
        caption="Points by factor, and where the total lies in the guide's chart",
        of="the table of levels and points",
    )
