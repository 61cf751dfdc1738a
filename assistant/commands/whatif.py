"""``fes whatif``: what would change the grade, exactly."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from assistant.report import Report
    from core.models import Case, Evaluation


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--target", default="", help="A grade to reach, such as GS-12.")
@click.option(
    "--odds",
    multiple=True,
    metavar="LEVEL=PERCENT",
    help="How likely you think a level is to be credited; give it again for other factors.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(case: Path, target: str, odds: tuple[str, ...], *, as_json: bool) -> None:
    """Show what would change the grade of the case in file CASE.

    The distance to the grades above and below, every single level that would change the
    grade, what the levels sought would total, the fewest of them that reach a grade, and what
    is unusual in the levels. With --odds, the exact odds of every grade they can lead to.
    """
    from assistant.cases import load_case
    from core.consistency import KINDS, check, kinds_of
    from core.grading import evaluate_case
    from core.series import grade_interval
    from core.whatif import distance, flips, smallest_sets, sought_total

    loaded = load_case(case)
    evaluation = evaluate_case(loaded).evaluation
    levels = {str(f.factor): f.level for f in evaluation.factors}
    sought = {f: level for f, level in loaded.sought.items() if levels.get(f) != level}
    goal = target or _requested(loaded)
    known = {"standard_id": loaded.standard, "as_of": loaded.as_of}
    data = {
        "total": evaluation.total,
        "grade": evaluation.grade,
        "distance": distance(loaded.standard, levels, as_of=loaded.as_of).model_dump(mode="json"),
        "flips": [f.model_dump(mode="json") for f in flips(evaluation, as_of=loaded.as_of)],
        "sought": sought_total(loaded).model_dump(mode="json") if loaded.sought else None,
        "target": goal or None,
        "smallest_sets": [
            s.model_dump(mode="json")
            for s in (smallest_sets(levels, sought, goal, **known) if goal else ())  # type: ignore[arg-type]
        ],
    }
    series = loaded.requested.series or loaded.current.series
    # A series the list of two-grade ones lacks may be of either pattern, or made up.
    kinds = kinds_of(series) if series and grade_interval(series) else KINDS
    found = check(loaded.standard, levels, kinds=kinds, as_of=loaded.as_of)
    data["unusual"] = [f.model_dump(mode="json") for f in found]
    data["odds"] = _distribution(loaded, levels, odds) if odds else None
    if as_json:
        click.echo(json_module.dumps(data, indent=2))
    else:
        click.echo(_text(loaded, evaluation, data))


def _distribution(case: Case, levels: dict[str, str], odds: tuple[str, ...]) -> dict[str, object]:
    """Return the exact odds of every grade, from what a person thinks each level's odds are."""
    from core.distribution import distribution
    from core.errors import UsageError

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
    found = distribution(case.standard, levels, contested, as_of=case.as_of)
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
    from assistant.compose import margin_sentence
    from assistant.report import Report

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
        sets = data["smallest_sets"]
        if not isinstance(sets, list) or not sets:
            report.say(f"Nothing sought, credited in full, gives {data['target']}.")
        else:
            report.say(f"The fewest of the levels sought that give {data['target']}:")
            for one in sets:
                named = " with ".join(
                    f"Level {c['to_level']} in place of {c['from_level']}" for c in one["changes"]
                )
                said = named or "none: the levels credited earn it already"
                report.say(f"{said} ({one['total']:,} points)", first="  - ", rest="    ")
    _odds(report, data["odds"])
    unusual = data["unusual"]
    if isinstance(unusual, list) and unusual:
        report.findings(unusual)
        report.sources()
    return report.text()


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
