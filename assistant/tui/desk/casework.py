"""A case as rows that can be read and changed: cover, duties, levels, facts, findings.

A row names the fields it is made of by their place in the case's data. A change goes through the
reader of case files, so that a wrong entry is refused in the same sentence as in a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from core.errors import AppError
from core.fes.cases import case_to_data, read_case
from core.fes.charts import sides
from core.fes.opened import OpenedCase, open_case
from core.model import Case, Duty, Finding

Place = tuple[str | int, ...]
Kind = Literal["line", "text", "whole", "share", "day", "yes-no", "answer", "factor"]

_WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a row: its label, its place in the case's data, what it holds."""

    label: str
    place: Place
    kind: Kind = "line"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the case: its part, what it shows, and what can be changed of it.

    ``list_place`` is the place of the list the row stands in; a row without one cannot be removed.
    ``state`` is a word that says how it stands: "open", "missing", "adds up".
    """

    part: str
    name: str
    text: str = ""
    detail: str = ""
    state: str = ""
    fields: tuple[Field, ...] = ()
    list_place: Place = ()


DETERMINED = (
    Field("Series", ("determined", "series")),
    Field("Title", ("determined", "title")),
    Field("Why", ("determined", "reason"), "text"),
    Field("By", ("determined", "by")),
)
"""The series and title that a person determines, with the reason the statement gives."""

PARTS = ("Cover", "Duties", "Levels", "Facts", "Findings")

_COVER = (
    ("Title", "title", "line"),
    ("Question", "question", "text"),
    ("Organization", "organization", "line"),
    ("Standard", "standard", "line"),
    ("As of", "as_of", "day"),
)


def rows(case: Case) -> list[Row]:
    """Return the rows of a case, part by part."""
    found = [*_cover(case), *_duties(case)]
    try:
        opened = open_case(case)
    except AppError as error:
        return [*found, Row("Levels", "standard", error.sentence(), state="missing"), *_facts(case)]
    return [*found, *_levels(opened), *_facts(case), *_findings(opened)]


def _cover(case: Case) -> Iterator[Row]:
    data = case_to_data(case)
    for label, field, kind in _COVER:
        value = str(data.get(field, "") or "")
        if field == "standard":
            value = case.standard
        shown = value or "not stated"
        yield Row("Cover", label, shown, value, fields=(Field(label, (field,), kind),))  # type: ignore[arg-type]
    for label, which in (("Held", "current"), ("Asked for", "requested")):
        one = getattr(case, which)
        yield Row(
            "Cover",
            label,
            one.label() if one.grade is not None or one.series else "not stated",
            state="missing" if which == "current" and one.grade is None else "",
            fields=(
                Field("Title", (which, "title")),
                Field("Pay plan", (which, "pay_plan")),
                Field("Series", (which, "series")),
                Field("Grade", (which, "grade"), "whole"),
            ),
        )
    description = case.position_description
    adequate = {None: "not judged", True: "adequate", False: "not adequate"}[description.adequate]
    yield Row(
        "Cover",
        "Description",
        " · ".join(filter(None, (description.number, adequate))),
        description.remarks,
        fields=(
            Field("Number", ("position_description", "number")),
            Field("Adequate? (yes, no)", ("position_description", "adequate"), "yes-no"),
            Field("Remarks", ("position_description", "remarks"), "text"),
        ),
    )
    determined = case.determined
    series = f"GS-{determined.series}" if determined.series else ""
    yield Row(
        "Cover",
        "Determined",
        ", ".join(filter(None, (determined.title, series))) or "not yet: D proposes",
        determined.reason,
        fields=DETERMINED,
    )


def _duties(case: Case) -> Iterator[Row]:
    for number, duty in enumerate(case.duties):
        place: Place = ("duties", number)
        yield Row(
            "Duties",
            _shares(duty),
            duty.title,
            duty.text,
            fields=(
                Field("Title", (*place, "title")),
                Field("Percent, by the employee", (*place, "percent_employee"), "share"),
                Field("Percent, by the supervisor", (*place, "percent_supervisor"), "share"),
                Field("What is done", (*place, "text"), "text"),
            ),
            list_place=place,
        )
    if case.duties:
        yield Row("Duties", _sums(case.duties), share_sentence(case.duties), state="sum")


def _shares(duty: Duty) -> str:
    return f"{_percent(duty.percent_employee)} {_percent(duty.percent_supervisor)}"


def _percent(value: float | None) -> str:
    return "   — " if value is None else f"{value:3.0f} %"


def _sums(duties: Sequence[Duty]) -> str:
    return " ".join(_percent(sum_of(duties, side)) for side in ("employee", "supervisor"))


def sum_of(duties: Sequence[Duty], side: str) -> float | None:
    """Return the shares of one side added up; None when none is stated."""
    given = [getattr(duty, f"percent_{side}") for duty in duties]
    known = [share for share in given if share is not None]
    return sum(known) if known else None


def share_sentence(duties: Sequence[Duty]) -> str:
    """Say whether the shares add up, for each side that states any."""
    told = []
    for side in ("employee", "supervisor"):
        total = sum_of(duties, side)
        if total is None:
            continue
        rest = _WHOLE - total
        if abs(rest) < 0.05:
            told.append(f"{side}: adds up")
        else:
            told.append(f"{side}: {abs(rest):g} {'missing' if rest > 0 else 'too much'}")
    return ", ".join(told) or "no shares are stated"


def _levels(opened: OpenedCase) -> Iterator[Row]:
    case = opened.case
    for key, factor in sides(opened.table).items():
        record, sought = case.levels.get(key, ""), case.sought.get(key, "")
        name = f"{key} {factor.name}"
        text = f"of record {record or '—'}" + (f", sought {sought}" if sought else "")
        yield Row(
            "Levels",
            name,
            text,
            f"The levels of the standard: {', '.join(factor.ladder())}.",
            state="" if record else "missing",
            fields=(
                Field("Level of record", ("levels", key)),
                Field("Level sought", ("sought", key)),
            ),
        )


def _facts(case: Case) -> Iterator[Row]:
    for number, fact in enumerate(case.facts):
        place: Place = ("facts", number)
        yield Row(
            "Facts",
            f"Factor {fact.factor}" if fact.factor is not None else "",
            fact.text,
            f"{fact.text}\n\nSource: {fact.source or 'not stated'}",
            fields=(
                Field("Fact", (*place, "text"), "text"),
                Field("Source", (*place, "source")),
                Field("Factor", (*place, "factor"), "factor"),
            ),
            list_place=place,
        )


def _findings(opened: OpenedCase) -> Iterator[Row]:
    """Yield a row for each criterion of the levels in dispute, and for each finding beyond them."""
    case = opened.case
    places = {finding.aspect: number for number, finding in enumerate(case.findings)}
    latest = {finding.aspect: finding for finding in case.findings}
    contested = set(case.sought.values()) | {aspect.partition(".")[0] for aspect in latest}
    for factor in opened.standard.factors:
        for level in factor.levels:
            if level.level not in contested:
                continue
            for aspect in level.aspects:
                finding = latest.get(aspect.id)
                number = places.get(aspect.id, len(case.findings))
                yield Row(
                    "Findings",
                    aspect.id,
                    f"{_said(finding)}: {aspect.name}",
                    _weighed(aspect.text, finding),
                    state="open" if finding is None or finding.answer == "unknown" else "",
                    fields=_finding_fields(("findings", number), aspect.id, finding),
                    list_place=("findings", number) if finding is not None else (),
                )


def _said(finding: Finding | None) -> str:
    return "no answer yet" if finding is None else finding.answer.replace("_", " ")


def _weighed(criterion: str, finding: Finding | None) -> str:
    parts = [f"Our digest of the criterion: {criterion}"]
    if finding is not None:
        parts.append(f"Found {_said(finding)}{f' by {finding.by}' if finding.by else ''}.")
        parts += [f"“{one.text}” ({one.source or 'no source'})" for one in finding.evidence]
    return "\n\n".join(parts)


def _finding_fields(place: Place, aspect: str, finding: Finding | None) -> tuple[Field, ...]:
    number = len(finding.evidence) if finding is not None else 0
    del aspect
    return (
        Field("Answer (met, not_met, exceeded, unknown)", (*place, "answer"), "answer"),
        Field("By", (*place, "by")),
        Field("Evidence to add", (*place, "evidence", number, "text"), "text"),
        Field("Its source", (*place, "evidence", number, "source")),
    )


def new_row(part: str, case: Case) -> Row | None:
    """Return the empty row that adds to a part; None where nothing can be added."""
    if part == "Duties":
        made = next(_duties(case.model_copy(update={"duties": (Duty(title=""),)})))
        return _moved(made, len(case.duties))
    if part == "Facts":
        number = len(case.facts)
        place: Place = ("facts", number)
        return Row(
            "Facts",
            "",
            fields=(
                Field("Fact", (*place, "text"), "text"),
                Field("Source", (*place, "source")),
                Field("Factor", (*place, "factor"), "factor"),
            ),
        )
    return None


def _moved(row: Row, number: int) -> Row:
    fields = tuple(
        Field(one.label, ("duties", number, *one.place[2:]), one.kind) for one in row.fields
    )
    return Row("Duties", "", fields=fields)


def value_at(case: Case, field: Field) -> str:
    """Return what a field holds now, as text."""
    found: Any = case_to_data(case)
    for step in field.place:
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            return "" if field.place != ("standard",) else case.standard
    if isinstance(found, float) and found.is_integer():
        return str(int(found))
    if isinstance(found, bool):
        return "yes" if found else "no"
    return str(found)


def with_values(case: Case, values: dict[Place, tuple[Kind, str]], aspect: str = "") -> Case:
    """Return the case with fields changed; an empty value takes a field away.

    Raises:
        AppError: when the changed case is wrong, naming the field.
    """
    data: dict[str, Any] = case_to_data(case)
    for place, (kind, text) in values.items():
        _put(data, place, _read(kind, text.strip()))
        if place[0] == "levels" and "assigned" in data:
            # Entered in its own field, a level is of record, and one taken away is none.
            data["assigned"] = [one for one in data["assigned"] if one != place[-1]]
    for finding in data.get("findings", []):
        if aspect and "aspect" not in finding:
            finding["aspect"] = aspect
        finding["evidence"] = [one for one in finding.get("evidence", []) if one.get("text")]
    return read_case(data, "case")


def _read(kind: Kind, text: str) -> Any:
    if not text:
        return None
    if kind in {"whole", "factor"} and text.isdecimal():
        return int(text)
    if kind == "share":
        try:
            return float(text.removesuffix("%"))
        except ValueError:
            # The reader of the case says what a share must be.
            return text
    if kind == "yes-no" and text.lower() in {"yes", "y", "no", "n"}:
        return text.lower().startswith("y")
    if kind == "answer":
        return text.lower().replace(" ", "_")
    return text


def _put(data: dict[str, Any], place: Place, value: Any) -> None:
    at: Any = data
    for step, after in pairwise(place):
        empty: Any = [] if isinstance(after, int) else {}
        if isinstance(step, int):
            while len(at) <= step:
                at.append({})
            at = at[step]
        else:
            at = at.setdefault(step, empty)
    last = place[-1]
    if value is None:
        if isinstance(at, dict):
            at.pop(str(last), None)
    else:
        at[last] = value


def without(case: Case, row: Row) -> Case:
    """Return the case without a row of a list.

    Raises:
        AppError: when the case is wrong without it.
    """
    data = case_to_data(case)
    name, number = row.list_place
    data[str(name)].pop(int(number))
    return read_case(data, "case")
