"""What ``fes appeal`` prints: what can be contested, where, by when, and what it risks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import click

from assistant.cases.edits import file_format, load_case, read_text
from assistant.cli.case.partial_view import series_notices
from assistant.cli.output import Report, print_json
from assistant.papers.subject import facts_of, subject_of_case
from core.appeals.advice import AppealAdvice, advise
from core.appeals.facts import parse_appeal
from core.appeals.forum import FORUMS, ForumStep
from core.appeals.issues import VERDICTS, Verdict
from core.appeals.limits import TimeLimit
from core.appeals.pay_periods import spoken
from core.appeals.stakes import STAKES
from core.errors import CaseError
from core.fes.grading import evaluate_case
from core.fes.opened import open_case
from core.fes.whatif.partial import is_partial
from core.law.rules import Condition, rule
from core.reading import load

_OF_CASES: Final = {"levels", "duties", "standard", "current", "requested"}
"""What a case says of a position and the facts of an appeal never do."""


def run(facts: Path, case: Path | None, *, as_json: bool) -> None:
    """Answer; the command says what is read."""
    text = read_text(facts)
    fmt = file_format(facts, text)
    given = load(text, where=str(facts), fmt=fmt, error=CaseError)
    if case is None and "disputed" not in given and given.keys() & _OF_CASES:
        case = facts
    loaded = load_case(case) if case else None
    if loaded is not None and case == facts:
        stated = facts_of(subject_of_case(loaded).position)
    else:
        stated = parse_appeal(text, where=str(facts), fmt=fmt)
    # Of a case with open factors there is no grade yet: the checklist still comes from it.
    whole = loaded is not None and not is_partial(open_case(loaded))
    evaluation = evaluate_case(loaded).evaluation if loaded and whole else None
    advice = advise(stated, case=loaded, evaluation=evaluation)
    notices = [one.model_dump(mode="json") for one in series_notices(loaded)] if loaded else []
    if as_json:
        data = {**advice.model_dump(mode="json"), "findings": notices}
        print_json(data)
    else:
        click.echo(_text(advice, notices))


def _text(advice: AppealAdvice, notices: Iterable[Mapping[str, Any]]) -> str:
    report = Report()
    report.say(advice.title)
    report.line()
    verdicts: dict[Verdict, list[str]] = {}
    for ruling in advice.issues:
        verdicts.setdefault(ruling.verdict, []).append(ruling.issue)
    for verdict, issues in verdicts.items():
        report.say(f"{', '.join(issues)}: {VERDICTS[verdict]}", rest="  ")
    stake = [one for one in advice.risks if one.code in STAKES]
    _section(report, "What is at stake", [(one.text, one.rules) for one in stake])
    _section(report, "Where", [(_way(one), one.rules) for one in advice.forums])
    _section(report, "By when", [(_limit(one), one.rules) for one in advice.time_limits])
    if advice.effective_dates is not None:
        dates = advice.effective_dates
        _section(report, "When it takes effect", [(text, dates.rules) for text in dates.texts])
    if advice.retention is not None:
        _section(report, "Grade retention and pay", advice.retention.lines)
    if advice.retroactive is not None:
        lost = advice.retroactive
        _section(report, "Lost pay", [(lost.text, lost.rules)])
    _section(report, "The agency's notice", [(_check(one), one.rules) for one in advice.notice])
    if advice.representative is not None:
        chosen = advice.representative
        _section(report, "Representative", [(chosen.text, chosen.rules)])
    _section(report, "Do first", [(one.text, one.rules) for one in advice.do_first])
    rest = [one for one in advice.risks if one.code not in STAKES]
    _section(report, "What it risks", [(one.text, one.rules) for one in rest])
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
    report.findings(notices)
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


def _way(way: ForumStep) -> str:
    """Say of a way whether it is open, for what, and why."""
    heard = f" ({', '.join(way.issues)})" if way.issues else ""
    name = FORUMS[way.forum]
    return f"{way.order}. {name}{heard}: {'open' if way.open else 'not open'}. {way.text}"


def _check(check: Condition) -> str:
    """Say of a duty whether it was met."""
    state = {True: "Met", False: "Not met", None: "Not stated"}[check.holds]
    return f"{state}. {check.text}"


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
        text += f": by {spoken(limit.last_day)}"
    if limit.days_left is not None and limit.state == "open":
        text += f", {limit.days_left} {'day' if limit.days_left == 1 else 'days'} left"
    elif limit.state != "no-limit":
        text += f" ({limit.state.replace('-', ' ')})"
    return f"{text}. {limit.advice}".rstrip()
