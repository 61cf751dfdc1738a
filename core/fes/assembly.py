"""Write a rating out as an evaluation: as plain data, or straight as JSON text.

Most of an evaluation never changes: a level's score and its step read the same in every
position that earns it. :class:`Pieces` keeps each of them once, as data and as the JSON of
that data. :func:`evaluation_data` joins the data and :func:`evaluation_json` joins the texts;
parsed again, the text equals the data.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final, NamedTuple

from core.fes.charts import unlikely_notice
from core.fes.derivation import (
    ADD_AND_CONVERT,
    POINTS_AS_PRINTED,
    StepPiece,
    canonical,
    extension_inputs,
    extension_notices,
    extension_steps,
    fingerprint,
    measured_notice,
    numbered,
    table_citation,
)
from core.fes.points import Rating, margin
from core.fes.review import borderline_notice, even_grade, smallest_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from core.model import CitationData, EvaluationData, FactorScoreData, NoticeData
    from core.standards.table import FactorRow, LevelRow, PointTable

_STATED_TOTAL: Final = "levels-not-given"


# One encoder for all: json.dumps with separators would make a new one for every call.
_dump: Final = json.JSONEncoder(separators=(",", ":")).encode


class _LevelPieces(NamedTuple):
    """What one level adds to an evaluation, and the same as JSON text."""

    score: FactorScoreData
    step: StepPiece
    points: str
    score_json: str
    step_json: str
    input_json: str
    finding: NoticeData | None


class Pieces:
    """The unchanging pieces of every evaluation on one edition."""

    def __init__(self, table: PointTable) -> None:
        self.table = table
        self.levels: dict[str, _LevelPieces] = {
            row.level: _level_pieces(table, factor, row, number)
            for number, factor in enumerate(table.factors, 2)
            for row in factor.levels
        }
        self.findings: list[NoticeData] = [
            {
                "code": note.code,
                "severity": note.severity,
                "message": note.text,
                "citation": {
                    "document": note.document,
                    "edition": note.edition,
                    "page": note.page,
                    "section": note.section,
                },
            }
            for note in table.notes
        ]
        self.findings_json = _dump(self.findings)
        self.even: list[NoticeData | None] = [
            even_grade(row.grade, row.label, table.series) for row in table.conversion
        ]
        self.step = smallest_step(table)
        # Whether anything but a borderline total can add a finding to a set of levels.
        noted = any(one.finding for one in self.levels.values())
        self.plain = not noted and not any(self.even)
        keys = [factor.key for factor in table.factors]
        # Positions of the factors in the order their keys sort, which the fingerprint uses.
        self.sorted_order = sorted(range(len(keys)), key=keys.__getitem__)
        self.in_order = self.sorted_order == list(range(len(keys)))
        conversion_pages = {row.page for row in table.conversion}
        self.conversion_citations: dict[str, CitationData] = {
            page: _conversion_citation(table, page) for page in conversion_pages
        }
        self.conversion_json = {
            page: _dump(citation) for page, citation in self.conversion_citations.items()
        }
        self.add_json = _dump(ADD_AND_CONVERT)
        self.start_json = (
            f'{{"standard":{_dump(table.id)},"edition":{_dump(table.edition_id)},"total":'
        )
        self._openings: dict[date | None, tuple[str, str, str]] = {}

    def near(self, rating: Rating) -> bool:
        """Return whether a total may be borderline; most are not, and are told fast."""
        rows, row = self.table.conversion, rating.row
        ceiling = rows[row].max
        return rating.total - rows[row].min < self.step or (
            ceiling is not None and ceiling - rating.total < self.step
        )

    def opening(self, as_of: date | None) -> tuple[str, str, str]:
        """Return, for a date, the first step as JSON and the canonical text around the levels."""
        found = self._openings.get(as_of)
        if found is None:
            step = _dump(numbered([edition_step(self.table, as_of)])[0])
            head, mark, tail = canonical(self.table, as_of, {"levels": {}}).partition('"levels":{')
            found = (step, head + mark, tail)
            if len(self._openings) < _MOST_DATES:
                self._openings[as_of] = found
        return found


_MOST_DATES: Final = 1000
_MOST_TABLES: Final = 100
_PIECES: dict[str, Pieces] = {}


def pieces(table: PointTable) -> Pieces:
    """Return the pieces of an edition, made once."""
    found = _PIECES.get(table.content)
    if found is None:
        found = Pieces(table)
        # Tables that extensions add levels to are as many as their levels: not all are kept.
        if len(_PIECES) < _MOST_TABLES:
            _PIECES[table.content] = found
    return found


def _level_pieces(table: PointTable, factor: FactorRow, row: LevelRow, number: int) -> _LevelPieces:
    score: FactorScoreData = {
        "factor": factor.factor,
        "name": factor.name,
        "level": row.level,
        "points": row.points,
        "citation": _level_citation(table, row),
    }
    if row.parts:
        first, second = row.parts
        text = (
            f"Factors {factor.key.replace('/', ' and ')}, {factor.name}: Level {first} with Level "
            f"{second}, both on the same contacts, carry {row.points:,} points together in the "
            "combined chart."
        )
    else:
        text = (
            f"Factor {factor.key}, {factor.name}: Level {row.level} carries {row.points:,} points."
        )
    if row.corrected:
        text = f"{text} {row.corrected}"
    step: StepPiece = ("points", text, score["citation"])
    return _LevelPieces(
        score=score,
        step=step,
        points=f"{row.points:,}",
        score_json=_dump(score),
        step_json=_dump({**numbered([step])[0], "step": number}),
        input_json=f"{_dump(factor.key)}:{_dump(row.level)}",
        finding=unlikely_notice(table, row) or measured_notice(table, factor, row),
    )


def _conversion_citation(table: PointTable, page: str) -> CitationData:
    if table.conversion_from is None:
        return table_citation(table, page, "Grade Conversion Table")
    document, edition, section = table.conversion_from
    place = ", ".join(part for part in (section, "Grade Conversion Table") if part)
    return {"document": document, "edition": edition, "page": page, "section": place}


def _level_citation(table: PointTable, row: LevelRow) -> CitationData:
    if row.cited is not None:
        document, edition, section = row.cited
        place = ", ".join(part for part in (section, f"Level {row.level}") if part)
        return {"document": document, "edition": edition, "page": row.page, "section": place}
    if row.points_page and table.points_from is not None:
        document, edition, section = table.points_from
        place = ", ".join(part for part in (section, f"Level {row.level}") if part)
        return {"document": document, "edition": edition, "page": row.points_page, "section": place}
    if row.parts and table.chart is not None:
        return table_citation(table, row.page, table.chart.section)
    return table_citation(table, row.page, f"Level {row.level}")


def edition_step(table: PointTable, as_of: date | None) -> StepPiece:
    """Return the step that says which edition is used and why."""
    reason = (
        "no as-of date is given, so the newest edition in force applies"
        if as_of is None
        else f"it is the edition in force on {as_of.isoformat()}"
    )
    text = (
        f"The {table.title}, edition {table.edition_id}, in force from "
        f"{table.in_force_from.isoformat()}, is used: {reason}."
    )
    accepted = [f"{one.message.rstrip('.')} ({one.settled})" for one in table.doubts if one.settled]
    if accepted:
        text += f" Of its reading a person has accepted: {'; '.join(accepted)}."
    return ("edition", text, table_citation(table, table.page))


def _total_text(points: Iterable[str], total: int) -> str:
    return f"The points of all factors add up: {' + '.join(points)} = {total:,}."


def _grade_text(rating: Rating) -> str:
    row = rating.table.conversion[rating.row]
    text = f"A total of {rating.total:,} points lies in the range {row.extent()}: {row.label}."
    return f"{text} {row.corrected}" if row.corrected else text


def _added_notices(rating: Rating, series: Sequence[str] = ()) -> list[NoticeData]:
    """Return what this set of levels or total, and not the standard, gives reason to say."""
    kept = pieces(rating.table)
    found: list[NoticeData | None] = [kept.levels[row.level].finding for row in rating.levels]
    if not series:
        found.append(kept.even[rating.row])
    found.append(borderline_notice(rating, series or rating.table.series))
    return [finding for finding in found if finding is not None]


def evaluation_data(
    rating: Rating,
    *,
    before_points: Sequence[StepPiece] = (),
    notices: Sequence[NoticeData] = (),
    inputs: dict[str, object] | None = None,
    series: Sequence[str] = (),
) -> EvaluationData:
    """Return a rating as an evaluation in plain data.

    Args:
        rating: what was scored.
        before_points: steps that led to the levels, put after the choice of the edition.
        notices: what else the reader must know, put before the notes of the standard.
        inputs: what the fingerprint covers; None means the levels, or the bare total.
        series: the series the position is or may be in; none means those of the standard.
    """
    table = rating.table
    kept = pieces(table)
    rows = [kept.levels[row.level] for row in rating.levels]
    steps: list[StepPiece] = [edition_step(table, rating.as_of), *before_points]
    told: list[NoticeData] = [*notices]
    if rating.extensions:
        steps += extension_steps(table, rating.extensions, rating.levels)
        told += extension_notices(table, rating.extensions, rating.levels)
    told += [*_added_notices(rating, series), *kept.findings]
    if rows:
        steps += [row.step for row in rows]
        text = _total_text((row.points for row in rows), rating.total)
        steps.append(("total", text, ADD_AND_CONVERT))
    else:
        text = (
            f"The total of {rating.total:,} points is taken as stated: some set of levels "
            "adds up to it, but which is not known."
        )
        steps.append(("stated-total", text, POINTS_AS_PRINTED))
        message = "Only a total was given, so no level and no point value could be checked."
        told.append(
            {
                "code": _STATED_TOTAL,
                "severity": "note",
                "message": message,
                "citation": ADD_AND_CONVERT,
            }
        )
    page = table.conversion[rating.row].page
    steps.append(("conversion", _grade_text(rating), kept.conversion_citations[page]))
    if inputs is None:
        inputs = {"levels": rating.chosen()} if rows else {"total": rating.total}
    if rating.extensions:
        inputs = {**inputs, "extensions": extension_inputs(rating.extensions)}
    return {
        "standard": table.id,
        "edition": table.edition_id,
        "total": rating.total,
        "grade": rating.grade,
        "factors": [row.score for row in rows],
        "margin": margin(rating),
        "findings": told,
        "derivation": numbered(steps),
        "fingerprint": fingerprint(table, rating.as_of, inputs),
    }


def evaluation_json(rating: Rating) -> str:
    """Return a rating as an evaluation in JSON on one line: ``evaluation_data``, written."""
    if not rating.levels or rating.extensions:
        return _dump(evaluation_data(rating))
    table, kept = rating.table, pieces(rating.table)
    rows = [kept.levels[row.level] for row in rating.levels]
    first_step, head, tail = kept.opening(rating.as_of)
    page = table.conversion[rating.row].page
    total_text = _total_text([row.points for row in rows], rating.total)
    given = [row.input_json for row in rows]
    if not kept.in_order:
        given = [given[index] for index in kept.sorted_order]
    text = f"{head}{','.join(given)}{tail}"
    steps = ",".join([row.step_json for row in rows])
    told = kept.findings_json
    if (not kept.plain or kept.near(rating)) and (added := _added_notices(rating)):
        told = _dump(added)[:-1] + ("," if kept.findings else "") + told[1:]
    number = len(rows) + 2
    return (
        f'{kept.start_json}{rating.total},"grade":{_dump(rating.grade)},'
        f'"factors":[{",".join([row.score_json for row in rows])}],'
        f'"margin":{_dump(margin(rating))},"findings":{told},'
        f'"derivation":[{first_step},{steps},'
        f'{{"step":{number},"rule":"total","text":{_dump(total_text)},'
        f'"citation":{kept.add_json}}},'
        f'{{"step":{number + 1},"rule":"conversion","text":{_dump(_grade_text(rating))},'
        f'"citation":{kept.conversion_json[page]}}}],'
        f'"fingerprint":"{hashlib.sha256(text.encode()).hexdigest()}"}}'
    )
