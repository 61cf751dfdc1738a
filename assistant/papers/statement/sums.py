"""The sum of an evaluation by factors: levels, points, the conversion, and their drawing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from assistant.papers.content import Bar, Block, Chart, Column, Mark, Range, Section, Table, Text
from assistant.papers.drafting import Notes, blank, joined, paragraph, say, table, told
from assistant.papers.subject import Subject
from assistant.text import number
from core.fes.opened import OpenedCase
from core.fes.points import Rating
from core.model import Evaluation, FactorScore, Margin, Step
from core.standards.table import GradeRow


def summary(subject: Subject, notes: Notes) -> Section:
    """Return the table of levels and points, the chart and the conversion to the grade."""
    if subject.standing is None:
        return _partial_summary(subject, notes)
    evaluation = subject.standing.evaluation
    found: list[Block] = [
        score_table(subject, evaluation, notes),
        *conversion(evaluation.derivation, notes),
        paragraph(margin_text(evaluation.grade, evaluation.margin)),
        chart(subject, evaluation),
    ]
    return Section(title="Summary of levels and points", blocks=tuple(found))


def score_table(subject: Subject, evaluation: Evaluation, notes: Notes) -> Table:
    """Return levels and points by factor, beside those of record and those sought."""
    case = subject.case
    record = {} if case is None else dict(case.levels)
    moved = any(record.get(str(one.factor), one.level) != one.level for one in subject.credits)
    if not (subject.of_record or moved):
        record = {}
    sought = {} if case is None else dict(case.sought)
    # Levels of record that stand are told once.
    same = subject.of_record and not moved
    if same:
        record = {}
    columns = [
        Column(head="Factor", width=6),
        Column(head="Level of record" if same else "Level", width=2),
        Column(head="Points", width=2, figures=True),
    ]
    if record:
        head = "Of record" if subject.of_record else "Assigned"
        columns.append(Column(head=head, width=2))
    if sought:
        columns.append(Column(head="Sought", width=2))
    rows: list[tuple[Text, ...]] = []
    for one in evaluation.factors:
        keys = str(one.factor).split("/")
        row = [
            say(f"{one.factor}. {one.name}", notes(one.citation)),
            say(one.level),
            say(number(one.points)),
        ]
        if record:
            row.append(say(joined(record[key] for key in keys if key in record)))
        if sought:
            row.append(say(joined(sought[key] for key in keys if key in sought)))
        rows.append(tuple(row))
    last = [say("Total"), say(evaluation.grade), say(number(evaluation.total))]
    last += [()] * (len(columns) - len(last))
    return table("Levels and points", columns, [*rows, tuple(last)], total=True)


def conversion(steps: Iterable[Step], notes: Notes) -> list[Block]:
    """Return the steps that add the points up and convert them, each with its source."""
    return [
        paragraph(told(step.text), notes(step.citation))
        for step in steps
        if step.rule in ("total", "conversion", "open", "grades")
    ]


def margin_text(grade: str, margin: Margin) -> str:
    """Say how far a total stands from the edges of its grade."""
    at = "at" if margin.above_floor == 0 else f"{number(margin.above_floor)} points above"
    text = f"The total is {at} the floor of {grade}"
    if margin.next_grade is not None and margin.to_next is not None:
        text += f" and {number(margin.to_next)} short of {margin.next_grade}"
    return f"{text}."


def _partial_summary(subject: Subject, notes: Notes) -> Section:
    result = subject.partial
    if result is None:
        return Section(title="Summary of levels and points")
    rows: dict[str, tuple[Text, ...]] = {
        f"{one.factor}": (
            say(f"{one.factor}. {one.name}", notes(one.citation)),
            say(one.level),
            say(number(one.points)),
        )
        for one in result.factors
    }
    rows |= {
        f"{one.factor}": (
            say(f"{one.factor}. {one.name}"),
            say(blank("level")),
            say(blank("points")),
        )
        for one in result.missing
    }
    columns = (
        Column(head="Factor", width=6),
        Column(head="Level", width=2),
        Column(head="Points", width=2, figures=True),
    )
    return Section(
        title="Summary of levels and points",
        blocks=(
            table("Levels and points so far", columns, [rows[key] for key in sorted(rows)]),
            *conversion(result.derivation, notes),
        ),
    )


def best_case(subject: Subject) -> Rating | None:
    """Return what the levels credited come to with every level sought in its place.

    Raises:
        LevelError: a level sought is wrong.
    """
    opened, standing = subject.opened, subject.standing
    if opened is None or standing is None or not opened.sought:
        return None
    return opened.rate({**standing.levels, **opened.sought}, also=[opened.sought])


def chart(subject: Subject, evaluation: Evaluation) -> Chart:
    """Return the points by factor and the totals on the scale of grades, for a drawing."""
    opened = subject.opened
    marks = [Mark(label=f"Credited, {evaluation.grade}", total=evaluation.total)]
    sought: dict[str, int | None] = {}
    if opened is not None and subject.case is not None and subject.case.sought:
        best = best_case(subject)
        if best is not None and best.total != evaluation.total:
            marks.append(Mark(label=f"All sought, {best.grade}", total=best.total))
        sought = _sought_points(opened, subject.case.sought)
    return drawing(
        evaluation.factors,
        sought,
        marks,
        () if opened is None else opened.table.conversion,
        caption="Points by factor, and where the total lies",
        of="the table of levels and points",
    )


def drawing(
    factors: Sequence[FactorScore],
    sought: Mapping[str, int | None],
    marks: Sequence[Mark],
    conversion: Sequence[GradeRow],
    *,
    caption: str,
    of: str,
) -> Chart:
    """Return a drawing of points by factor and of totals among the grades around them.

    Args:
        factors: whose points are the bars.
        sought: the points of a level sought, by factor.
        marks: the totals.
        conversion: the rows of the grade conversion table; those near a total are drawn.
        caption: what the drawing shows.
        of: the table in which its points stand.
    """
    near = [
        at
        for at, row in enumerate(conversion)
        if any(row.min <= one.total and (row.max is None or one.total <= row.max) for one in marks)
    ]
    ranges = [
        Range(label=row.label, low=row.min, high=row.max)
        for row in (conversion[max(0, min(near) - 1) : max(near) + 2] if near else ())
    ]
    placed = "; ".join(f"{mark.label}, {number(mark.total)} points" for mark in marks)
    scale = "; ".join(
        f"{one.label} from {number(one.low)}"
        + ("" if one.high is None else f" to {number(one.high)}")
        for one in ranges
    )
    return Chart(
        caption=caption,
        description=f"The points by factor are those of {of}. Totals: {placed}. Ranges: {scale}.",
        bars=tuple(
            Bar(label=f"{x.factor}. {x.name}", points=x.points, sought=sought.get(str(x.factor)))
            for x in factors
        ),
        ranges=tuple(ranges),
        marks=tuple(marks),
    )


def _sought_points(opened: OpenedCase, sought: Mapping[str, str]) -> dict[str, int | None]:
    """Return the points of each level sought that has points of its own."""
    table_ = opened.table_for(sought)
    return {
        key: table_.by_factor[key].by_level[level].points
        for key, level in sought.items()
        if key in table_.by_factor and level in table_.by_factor[key].by_level
    }
