"""``fes appeal``: what can be contested, where, by when, and what it risks."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from core.appeal_advice import AppealAdvice


@click.command()
@click.argument("facts", type=click.Path(path_type=Path))
@click.option(
    "--case",
    type=click.Path(path_type=Path),
    help="The case the appeal is about, for the checklist and the margin at risk.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(facts: Path, case: Path | None, *, as_json: bool) -> None:
    """Answer the questions of procedure for the facts in file FACTS (TOML or JSON).

    FACTS says what is disputed, why, by whom, and the dates: see docs/appeals.md.
    """
    from assistant.cases import file_format, load_case, read_text
    from core.appeal_advice import advise
    from core.appeal_facts import parse_appeal
    from core.grading import evaluate_case

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
    from assistant.report import Report

    report = Report()
    report.say(advice.title)
    report.derivation(s.model_dump(mode="json") for s in advice.derivation)
    if advice.contents:
        report.line()
        report.line("What the appeal must contain")
        for item in advice.contents:
            to_do = f" {item.to_do}" if item.to_do else ""
            report.say(f"{item.text}{to_do}", first=f"  {item.state:<10}", rest=" " * 12)
    if advice.questions:
        report.line()
        report.line("What would make this answer more certain")
        for question in advice.questions:
            report.say(f"{question.text} ({question.field})", first="  - ", rest="    ")
    if advice.verify:
        report.line()
        report.line("Not verified here; it decides nothing above")
        for rule in advice.verify:
            report.say(
                rule.text, first="  - ", rest="    ", citation=rule.citation.model_dump(mode="json")
            )
    report.end(advice.fingerprint)
    return report.text()
