"""``fes case determine``: series and title proposed by the duties, or entered in the case."""

from __future__ import annotations

from typing import Any

import click

from assistant.cases.determining import Proposal, determine, propose
from assistant.cases.shelf import CaseFile, called, save_file
from assistant.cases.supervisors import SupervisorFile, enter_determination
from assistant.cli.output import Report, print_json
from assistant.llm.libraries import open_library
from assistant.settings import load_settings
from core.errors import CaseError, UsageError
from core.law.pay_systems import wage_job
from core.model import Case
from core.standards.reading import load_standard
from core.standards.series import series_code


def run(
    opened: CaseFile | SupervisorFile, given: dict[str, str], *, accept: bool, as_json: bool
) -> None:
    """Show what is proposed, or enter what is given or accepted, and say what the case has."""
    entered, untitled = bool(given["series"] or given["title"]), False
    if (given["reason"] or given["by"]) and not (entered or accept):
        raise UsageError(
            "nothing is determined",
            where="--why" if given["reason"] else "--by",
            hint="Add --accept, or --series and --title.",
        )
    of_guide = isinstance(opened, SupervisorFile)
    stated = opened.particulars if isinstance(opened, SupervisorFile) else opened.case
    proposal = None if entered and not accept else _proposed(stated, of_guide=of_guide)
    if not (entered or accept):
        _show(opened, proposal, as_json=as_json)
        return
    if accept:
        if proposal is None:
            raise UsageError(
                "nothing is proposed, as the case has neither duties nor a title",
                where="--accept",
                hint="Give --series and --title.",
            )
        given["series"] = given["series"] or proposal.first.code
        untitled = not given["title"] and _of_another_series(stated, proposal, given["series"])
        if not untitled:
            given["title"] = given["title"] or proposal.title.title
    case = determine(stated, **given)
    if isinstance(opened, SupervisorFile):
        enter_determination(opened.path, case.determined)
    else:
        save_file(opened, case)
    if as_json:
        print_json({"case": str(opened.path), "determined": case.determined.model_dump()})
        return
    made = case.determined
    shown = ", ".join(part for part in (made.title, made.series and f"GS-{made.series}") if part)
    click.echo(f"Determined in {opened.path.name}: {shown}.")
    if untitled:
        click.echo(
            f"No title is taken: the job's is one of GS-{series_code(stated.current.series)}, "
            f"and no rule held gives one in GS-{made.series}. Add it with --title."
        )
    if not made.reason:
        click.echo('The statement lacks the reason: add it with --why "...".')


def _of_another_series(case: Case, proposal: Proposal, series: str) -> bool:
    """Return whether the title proposed is only what the job is called in another series."""
    held = case.current.series
    return bool(held) and series_code(held) != series_code(series) and not proposal.title.ruled


def _proposed(case: Case, *, of_guide: bool) -> Proposal | None:
    wage = wage_job(case.current, case.requested)
    if wage:
        raise CaseError(
            f"{wage} is a job of the Federal Wage System: no series of the General Schedule is "
            "proposed for it",
            where="current.pay_plan",
            hint="fes series find names the trades nearest to a title.",
        )
    standard = None if of_guide else load_standard(case.standard, case.as_of)
    with open_library(load_settings()) as library:
        return propose(library, case, standard)


def _show(opened: CaseFile | SupervisorFile, proposal: Proposal | None, *, as_json: bool) -> None:
    if as_json:
        print_json(_data(proposal))
        return
    report = Report()
    if proposal is None:
        report.say("Nothing is proposed: the case has neither duties nor a title.")
        click.echo(report.text())
        return
    report.say("Proposed by the duties, not determined")
    report.line()
    for number, one in enumerate(proposal.candidates, 1):
        catch = "; only when no other fits" if one.catch_all else ""
        spoke = ", ".join(one.spoke)
        report.say(
            f"GS-{one.code}, {one.title} ({spoke}{catch})", first=f"  {number}. ", rest="     "
        )
    title = proposal.title
    ground = "as the job is called: no rule held prescribes another"
    if title.official is not None:
        ground = title.official.rule
    elif title.passage is not None:
        ground = f"by its standard: {title.passage.title}, p. {title.passage.page}"
    report.say(f"Title: {title.title or 'none stated'} ({ground})", first="  ", rest="     ")
    report.line()
    report.say(
        f"fes series show {proposal.first.code} shows its definition. fes case determine "
        f"{called(opened.path)} --accept takes the first and the title; --series and --title say "
        "others."
    )
    click.echo(report.text())


def _data(proposal: Proposal | None) -> dict[str, Any]:
    if proposal is None:
        return {"series": [], "title": None}
    title = proposal.title
    return {
        "series": [
            {"code": one.code, "title": one.title, "spoke": one.spoke, "catch_all": one.catch_all}
            for one in proposal.candidates
        ],
        "title": {
            "title": title.title,
            "rule": None if title.official is None else title.official.rule,
            "passage": None if title.passage is None else title.passage.id,
        },
    }
