"""``fes whatif``: what would change the grade, exactly."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from assistant import load as load_place
from assistant.cases.edits import file_format, read_text
from assistant.cli.case.partial_view import series_notices
from assistant.cli.output import Report, json_option, print_json
from assistant.text import margin_sentence
from core.errors import UsageError

if TYPE_CHECKING:
    from core.fes.opened import OpenedCase
    from core.fes.requests import ScoringRequest
    from core.fes.whatif.changes import ChangeSet
    from core.model import Case, Evaluation
    from core.supervisory import SupervisoryRequest

_MOST_SETS: Final = 10
"""How many ways to a grade are printed when any level may change."""


@click.command()
@click.argument("case")
@click.option("--target", default="", help="A grade to reach, such as GS-12.")
@click.option(
    "--odds",
    multiple=True,
    metavar="LEVEL=PERCENT",
    help="How likely you think a level is to be credited; give it again for other factors.",
)
@json_option
def command(case: str, target: str, odds: tuple[str, ...], *, as_json: bool) -> None:
    """Show what would change the grade of the case in file CASE (- for standard input).

    CASE is a case, or levels as fes score takes them. The distance to the grades above and
    below, every single level that would change the grade, what the levels sought would total,
    the fewest of them, or of any levels, that reach a grade, and what is unusual in the levels.
    With --odds, the exact odds of every grade they can lead to. For a supervisor under the
    supervisory guide, every single level or base grade that would change the grade.
    """
    where, text = _text_of(case)
    request = _supervisor(text, where, case)
    if request is not None:
        if target or odds:
            raise UsageError(
                "a supervisor's grade does not follow from points alone, so neither sets of "
                "changes nor odds are computed for it",
                where="--target" if target else "--odds",
                hint="Leave it out: every single change that changes the grade is listed.",
            )
        _print_supervisor(request, where, as_json=as_json)
        return
    from core.fes.grading import evaluate_opened
    from core.fes.opened import open_case
    from core.fes.patterns.check import check
    from core.fes.patterns.typical_levels import KINDS, kinds_of
    from core.fes.whatif.thresholds import distance, flips, sought_total
    from core.standards.series import grade_interval
    from core.standards.table import LENT_NOTE, PARTIAL_NOTE

    loaded = _read(text, where, case)
    opened = open_case(loaded)
    evaluation = evaluate_opened(opened).evaluation
    levels = {str(f.factor): f.level for f in evaluation.factors}
    sought = {f: level for f, level in loaded.sought.items() if levels.get(f) != level}
    goal = target or _requested(loaded)
    rating = opened.rate(levels)
    sets = _sets(opened, levels, sought, goal) if goal else ()
    others = _any_levels(opened, levels, goal) if goal and not sets else ()
    data = {
        "total": evaluation.total,
        "grade": evaluation.grade,
        "distance": distance(rating).model_dump(mode="json"),
        "flips": [f.model_dump(mode="json") for f in flips(rating)],
        "sought": sought_total(opened).model_dump(mode="json") if loaded.sought else None,
        "target": goal or None,
        "smallest_sets": [s.model_dump(mode="json") for s in sets],
        "smallest_sets_of_any_levels": [s.model_dump(mode="json") for s in others],
    }
    series = loaded.requested.series or loaded.current.series
    # A series the list of two-grade ones lacks may be of either pattern, or made up.
    kinds = kinds_of(series) if series and grade_interval(series) else KINDS
    found = check(rating, kinds=kinds)
    # What is said of levels that a partial edition does not know stands beside the counting.
    partial = [one for one in evaluation.findings if one.code in (LENT_NOTE, PARTIAL_NOTE)]
    told = (*found, *partial, *series_notices(loaded))
    data["unusual"] = [f.model_dump(mode="json") for f in told]
    data["odds"] = _distribution(opened, levels, odds) if odds else None
    if as_json:
        print_json(data)
    else:
        click.echo(_text(loaded, evaluation, data))


def _text_of(name: str) -> tuple[str, str]:
    """Return the name for messages and the text of a file or of standard input."""
    if name == "-":
        return "standard input", sys.stdin.read()
    return name, read_text(Path(name))


def _supervisor(text: str, where: str, name: str) -> SupervisoryRequest | None:
    """Return a request under the supervisory guide; None when the text is another one."""
    if "gssg" not in text:
        return None
    from core.reading import load

    data = load(text, where=where, fmt=file_format(Path(name), text))
    if data.get("standard") != "gssg":
        return None
    from core.supervisory import parse_supervisory

    asked = load_place("assistant.cases.supervisors:asked")(data)
    return parse_supervisory(asked, where=where)


def _print_supervisor(request: SupervisoryRequest, where: str, *, as_json: bool) -> None:
    """Print a supervisor's grade and every single change that changes it."""
    from core.supervisory import supervisory_data, supervisory_flips

    found, flips = supervisory_data(request), supervisory_flips(request)
    if as_json:
        keys = ("standard", "total", "grade", "undetermined", "chart_grade", "base_grade", "margin")
        data = {**{key: found[key] for key in keys}, "flips": flips}  # type: ignore[literal-required]
        print_json(data)
        return
    report = Report()
    report.say(f"The supervisor in {where}")
    report.line()
    total = "" if found["total"] is None else f" {found['total']:,} points,"
    report.say(f"By the supervisory guide:{total} {found['grade'] or 'no grade'}.")
    if found["undetermined"]:
        report.say(found["undetermined"])
    for direction, heading in (
        ("up", "Any one of these alone would raise the grade:"),
        ("down", "Any one of these alone would lower it:"),
        ("undetermined", "With any one of these alone the guide gives another answer:"),
    ):
        chosen = [flip for flip in flips if flip["direction"] == direction]
        if not chosen:
            continue
        report.line()
        report.say(heading)
        for flip in chosen:
            what = "base" if flip["what"] == "base" else "Level"
            points = "" if flip["total"] is None else f"{flip['total']:,}"
            report.line(
                f"  {what:<6}{flip['before']:>6} to {flip['after']:<6}{points:>8}  "
                f"{flip['grade'] or 'undetermined'}"
            )
    click.echo(report.text())


def _read(text: str, where: str, name: str) -> Case:
    """Read a case, or levels alone.

    Raises:
        CaseError: what the text says is wrong, or it holds no levels.
    """
    from core.fes.cases import check_shares, parse_document
    from core.fes.requests import ScoringRequest

    document = parse_document(text, where=where, fmt=file_format(Path(name), text))
    if isinstance(document, ScoringRequest):
        return _as_case(document, where)
    check_shares(document, where)
    return document


def _as_case(request: ScoringRequest, where: str) -> Case:
    """Return a case with the levels of a scoring request, once they score."""
    from core.errors import CaseError
    from core.fes.requests import rate_request
    from core.model import Case

    rating = rate_request(request)
    if request.levels is None:
        raise CaseError(
            "a bare total does not say which levels could change",
            where=f"{where}: levels",
            hint="Give the level of each factor; fes score shows the distance of a total.",
        )
    extensions = [{"factor": e.key, "reason": e.reason, "by": e.by} for e in request.extensions]
    return Case.model_validate(
        {
            "title": f"The levels in {where}",
            "standard": request.standard,
            "as_of": request.as_of,
            "levels": {k: v for row in rating.levels for k, v in _by_factor(row.level, row.parts)},
            "extensions": extensions,
        }
    )


def _by_factor(level: str, parts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return a level under its factor, or the two levels that a cell of a chart stands for."""
    return [(one.partition("-")[0], one) for one in parts or (level,)]


def _sets(
    opened: OpenedCase, levels: dict[str, str], wanted: dict[str, str], goal: str
) -> tuple[ChangeSet, ...]:
    """Return the smallest sets of the levels wanted that reach a grade."""
    from core.errors import LevelError
    from core.fes.whatif.thresholds import smallest_sets

    try:
        return smallest_sets(opened.rate(levels, also=[wanted]), wanted, goal)
    except LevelError as error:
        raise LevelError(error.message, where=error.where or "--target", hint=error.hint) from error


def _any_levels(opened: OpenedCase, levels: dict[str, str], goal: str) -> tuple[ChangeSet, ...]:
    """Return the sets with the fewest changes of any levels that reach a grade."""
    for end in (-1, 0):
        ends = {factor.key: factor.levels[end].level for factor in opened.table.factors}
        found = _sets(opened, levels, {k: v for k, v in ends.items() if levels.get(k) != v}, goal)
        if found:
            return tuple(one for one in found if len(one.changes) == len(found[0].changes))
    return ()


def _distribution(
    opened: OpenedCase, levels: dict[str, str], odds: tuple[str, ...]
) -> dict[str, object]:
    """Return the exact odds of every grade, from what a person thinks each level's odds are."""
    from core.errors import LevelError
    from core.fes.whatif.odds import distribution

    contested: dict[str, dict[str, object]] = {}
    for one in odds:
        level, equals, percent = one.partition("=")
        factor = level.strip().rpartition("-")[0]
        share = percent.strip().removesuffix("%")
        if not equals or factor not in levels or not share.isdecimal() or int(share) > 100:
            raise UsageError(
                f"{one!r} does not say how likely a level is",
                where="--odds",
                hint="Write a level and a whole percent, such as 2-5=30.",
            )
        given = contested.setdefault(factor, {})
        if level.strip() in given:
            raise UsageError(
                f"the odds of Level {level.strip()} are given twice",
                where="--odds",
                hint="Give them once.",
            )
        given[level.strip()] = int(share)
    for factor, given in contested.items():
        rest = 100 - sum(int(str(share)) for share in given.values())
        if rest < 0:
            raise UsageError(
                f"the odds for Factor {factor} come to more than 100 percent",
                where="--odds",
                hint="Lower them; what is left goes to the level that stands.",
            )
        if rest:
            given[levels[factor]] = rest + int(str(given.get(levels[factor], 0)))
    try:
        named = [{factor: level} for factor, given in contested.items() for level in given]
        found = distribution(opened.table_for(levels, *named), levels, contested)
    except LevelError as error:
        raise LevelError(error.message, where="--odds", hint=error.hint) from error
    return {
        "given": {level: share for given in contested.values() for level, share in given.items()},
        "grades": [
            {
                "grade": one.grade,
                "lowest_total": one.lowest_total,
                "highest_total": one.highest_total,
                "probability": str(one.probability),
                "percent": round(float(one.probability) * 100, 2),
            }
            for one in found.grades
        ],
    }


def _requested(case: Case) -> str:
    grade = case.requested.grade
    return f"{case.requested.pay_plan}-{grade}" if grade is not None else ""


def _text(case: Case, evaluation: Evaluation, data: dict[str, object]) -> str:
    from core.fes.review import even_notes
    from core.standards.catalog import load_table

    report = Report()
    report.say(case.title)
    report.line()
    report.say(margin_sentence(evaluation))
    _flips(report, data)
    sought = data["sought"]
    if isinstance(sought, dict):
        report.line()
        report.say(
            f"Everything sought, credited in full: {sought['total']:,} points, {sought['grade']}."
        )
    if data["target"]:
        report.line()
        _ways(report, data, seeks=sought is not None)
    _odds(report, data["odds"])
    # An even grade offered as a step is flagged like one that is earned.
    rows = load_table(case.standard, case.as_of).conversion
    series = (case.current.series, case.requested.series)
    noted = data["unusual"] if isinstance(data["unusual"], list) else []
    unusual = [*noted, *even_notes(rows, report.text(), series)]
    if unusual:
        report.findings(unusual)
        report.sources()
    return report.text()


def _ways(report: Report, data: dict[str, object], *, seeks: bool) -> None:
    """Name the ways to the grade to reach: by the levels sought, or else by any."""
    target, sets, others = (
        data[key] for key in ("target", "smallest_sets", "smallest_sets_of_any_levels")
    )
    if isinstance(sets, list) and sets:
        report.say(f"The fewest of the levels sought that give {target}:")
        _list_sets(report, sets)
        return
    if seeks or not others:
        report.say(f"Nothing sought, credited in full, gives {target}.")
    if isinstance(others, list) and others:
        if seeks:
            report.line()
        report.say(f"The fewest changes of any levels that give {target}:")
        _list_sets(report, others)


def _list_sets(report: Report, sets: list[dict[str, Any]]) -> None:
    for one in sets[:_MOST_SETS]:
        named = " with ".join(
            f"Level {c['to_level']} in place of {c['from_level']}" for c in one["changes"]
        )
        said = named or "none: the levels credited earn it already"
        report.say(f"{said} ({one['total']:,} points)", first="  - ", rest="    ")
    if len(sets) > _MOST_SETS:
        report.say(f"and {len(sets) - _MOST_SETS} more with as few changes", first="  - ")


def _odds(report: Report, odds: object) -> None:
    if not isinstance(odds, dict):
        return
    report.line()
    given = ", ".join(f"Level {level} {share} percent" for level, share in odds["given"].items())
    report.say(f"If the odds are as you say ({given}), and one factor's do not hang on another's:")
    for one in odds["grades"]:
        low, high = one["lowest_total"], one["highest_total"]
        totals = f"{low:,}" if low == high else f"{low:,} to {high:,}"
        report.line(f"  {one['grade']:<8}{one['percent']:>7.4g} percent   {totals} points")


def _flips(report: Report, data: dict[str, object]) -> None:
    flips = data["flips"]
    if not isinstance(flips, list):
        return
    for direction, heading in (
        ("up", "Any one of these levels alone would raise the grade:"),
        ("down", "Any one of these levels alone would lower it:"),
    ):
        chosen = [f for f in flips if f["direction"] == direction]
        report.line()
        if not chosen:
            report.say(
                "No single level would "
                + ("raise" if direction == "up" else "lower")
                + " the grade."
            )
            continue
        report.say(heading)
        for flip in chosen:
            change = flip["change"]
            report.line(
                f"  {change['from_level']} to {change['to_level']:<6}{change['points']:>+7,} points"
                f"{flip['total']:>9,}  {flip['grade']}"
            )
