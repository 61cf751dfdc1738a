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
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(case: Path, target: str, *, as_json: bool) -> None:
    """Show what would change the grade of the case in file CASE.

    The distance to the grades above and below, every single level that would change the
    grade, what the levels sought would total, and the fewest of them that reach a grade.
    """
    from assistant.cases import load_case
    from core.grading import evaluate_case
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
    if as_json:
        click.echo(json_module.dumps(data, indent=2))
    else:
        click.echo(_text(loaded, evaluation, data))


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
    return report.text()


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
