"""``fes appeal``: what can be contested, where, by when, and what it risks."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cases.edits import file_format, load_case, read_text
from assistant.cli.output import json_option
from assistant.cli.report import Report
from core.appeals.advice import advise
from core.appeals.facts import parse_appeal
from core.fes.grading import evaluate_case
from core.law import rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.appeals.advice import AppealAdvice
    from core.appeals.limits import TimeLimit


@click.command()
@click.argument("facts", type=click.Path(path_type=Path))
@click.option(
    "--case",
    type=click.Path(path_type=Path),
    help="The case the appeal is about, for the checklist and the margin at risk.",
)
@json_option
def command(facts: Path, case: Path | None, *, as_json: bool) -> None:
    """Answer the questions of procedure for the facts in file FACTS (TOML or JSON).

    FACTS says what is disputed, why, by whom, and the dates: see docs/appeals.md.
    """
    text = read_text(facts)
    stated = parse_appeal(text, where=str(facts), fmt=file_format(facts, text))
    loaded = load_case(case) if case else None
    evaluation = evaluate_case(loaded).evaluation if loaded else None
    advice = advise(stated, case=loaded, evaluation=evaluation)
    if as_json:
        click.echo(json_module.dumps(advice.model_dump(mode="json"), indent=2))
    else:
        click.echo(_text(advice))


def _text(advice: AppealAdvice) -> str:
    report = Report()
    report.say(advice.title)
    report.line()
    verdicts: dict[str, list[str]] = {}
    for ruling in advice.issues:
        verdicts.setdefault(ruling.verdict, []).append(ruling.issue)
    for verdict, issues in verdicts.items():
        report.say(f"{', '.join(issues)}: {_VERDICTS.get(verdict, verdict)}", rest="  ")
    _section(report, "By when", [(_limit(one), one.rules) for one in advice.time_limits])
    if advice.effective_dates is not None:
        dates = advice.effective_dates
        _section(report, "When it takes effect", [(text, dates.rules) for text in dates.texts])
    if advice.retention is not None:
        kept = advice.retention
        _section(report, "Grade retention", [(kept.text, tuple(r.code for r in kept.sources))])
    if advice.representative is not None:
        chosen = advice.representative
        _section(report, "Representative", [(chosen.text, chosen.rules)])
    _section(report, "Do first", [(one.text, one.rules) for one in advice.do_first])
    _section(report, "What it risks", [(one.text, one.rules) for one in advice.risks])
    _section(report, "What it means for others", [(one.text, one.rules) for one in advice.others])
    if advice.contents:
        report.line()
        report.line("What the appeal must contain")
        for item in advice.contents:
            to_do = f" {item.to_do}" if item.to_do else ""
            state = item.state.replace("-", " ")
            report.say(f"{item.text}{to_do}", first=f"  {state:<12}", rest=" " * 14)
    if advice.questions:
        report.line()
        report.line("What would make this answer more certain")
        for question in advice.questions:
            report.say(f"{question.text} ({question.field})", first="  - ", rest="    ")
    _section(report, "Also", [(one.text, one.rules) for one in advice.also])
    if advice.verify:
        report.line()
        report.line("Not verified here; it decides nothing above")
        for rule in advice.verify:
            report.say(
                rule.text, first="  - ", rest="    ", citation=rule.citation.model_dump(mode="json")
            )
    report.derivation(s.model_dump(mode="json") for s in advice.derivation)
    report.end(advice.fingerprint)
    return report.text()


_VERDICTS = {
    "appealable": "can be appealed",
    "reviewable": "cannot be appealed; a grievance may be possible",
    "neither": "cannot be appealed, nor reviewed by a grievance",
    "undetermined": "not decided by what is stated",
}


def _section(report: Report, heading: str, entries: Iterable[tuple[str, tuple[str, ...]]]) -> None:
    """Add sentences under a heading, each with the place of its first rule."""
    entries = list(entries)
    if not entries:
        return
    report.line()
    report.line(heading)
    for text, rules in entries:
        cited = rule(rules[0]).citation.model_dump(mode="json") if rules else None
        report.say(text, first="  - ", rest="    ", citation=cited)


def _limit(limit: TimeLimit) -> str:
    """Say what must be done by which day, how it stands, and what is wise."""
    text = limit.what
    if limit.last_day is not None:
        text += f": by {limit.last_day:%A, %B} {limit.last_day.day}, {limit.last_day.year}"
    if limit.days_left is not None and limit.state == "open":
        text += f", {limit.days_left} {'day' if limit.days_left == 1 else 'days'} left"
    elif limit.state != "no-limit":
        text += f" ({limit.state.replace('-', ' ')})"
    return f"{text}. {limit.advice}".rstrip()
