"""What ``fes suggest`` does: a level for every factor, with both readings, and levels accepted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from assistant.cases.edits import located
from assistant.cases.shelf import open_file, save_file
from assistant.cases.supervisors import enter, particulars_of
from assistant.cli.case.choosing import OFFERED, chosen, shortened
from assistant.cli.output import Report, print_json
from assistant.llm.chat_models import load_chat_model
from assistant.settings import load_settings
from assistant.suggest.accepting import accept_named, named_levels
from assistant.suggest.described import Described
from assistant.suggest.model import GROUNDS, FactorSuggestion, MixedSuggestions, Pull, Suggestions
from assistant.suggest.opening import CASES, open_description
from assistant.suggest.suggesting import Kind, suggest, suggest_mixed, work_of
from assistant.suggest.supervisory.directed import base_of
from core.errors import ModelError, UsageError
from core.fes.grading import evaluate_case
from core.law.pay_systems import not_graded
from core.mixed import parse_mixed
from core.model import Case
from core.standards.catalog import default_catalog
from core.standards.table import SUPERVISORY_ID
from index.documents.files import replace_file
from index.record.embedding import MiniLM


def run(
    file: Path,
    standard_id: str,
    series: str,
    work: tuple[str, ...],
    accepted: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """Suggest, and enter what a person accepts; the command says the rest."""
    described = open_description(file, series=series)
    if described.wage and not work:
        # No standard that could be named would grade it.
        raise not_graded(described.wage, where=str(file))
    if described.supervisory and not work:
        standard_id = standard_id or SUPERVISORY_ID
    if bool(standard_id) == bool(work):
        raise UsageError(
            "name one standard, or the kinds of work each with its own",
            where="--standard" if standard_id else "",
            hint="Write --standard ID (fes standards list names them; fes-primary where none is "
            "held for the series), or --work 1,2=ID --work 3=ID.",
        )
    if accepted and work:
        _enter_mixed(file, described, work, accepted)
        return
    if accepted:
        _enter(file, standard_id, series, accepted, as_json=as_json)
        return
    if work:
        mixed = suggest_mixed(described, _kinds(work), MiniLM())
        if as_json:
            print_json(mixed.shown())
            return
        click.echo(mixed_text(mixed))
        return
    found = _with_model(described, standard_id)
    if as_json:
        print_json(found.shown())
        return
    click.echo(as_text(found))


def _with_model(described: Described, standard_id: str) -> Suggestions:
    """Suggest; with a model named, let it choose among the sentences offered.

    What a server fails at is told and changes nothing: the suggestion without a model stands.
    """
    settings = load_settings()
    if not settings.model:
        return suggest(described, standard_id, MiniLM())

    chat = load_chat_model(settings.model)
    found = suggest(described, standard_id, MiniLM(), most=OFFERED)
    try:
        picked, took = chosen(found, chat, masking=settings.masking)
    except ModelError as error:
        picked, took = shortened(found), f"not used, {error.sentence()}"
    told = f"Sentences chosen by {chat.label}: {took}." if took else ""
    return picked.model_copy(update={"remarks": (*picked.remarks, *filter(None, [told]))})


def _enter(
    file: Path, standard_id: str, series: str, accepted: tuple[str, ...], *, as_json: bool
) -> None:
    """Enter the levels a person accepts in a case, and say what the core makes of it."""
    path = located(file)
    if path.suffix.lower() not in CASES or not standard_id:
        raise UsageError(
            "levels are entered in a case, by one standard",
            where="--accept",
            hint=f"Make a case of the description first: fes case new --from {file}.",
        )
    if standard_id == "gssg":
        _enter_supervisor(path, series, accepted, as_json=as_json)
        return
    opened = open_file(path)
    found = suggest(open_description(path, series=series), standard_id, MiniLM())
    case = accept_named(opened.case, found, accepted)
    factors = [str(one.factor) for one in found.factors]
    open_ = [factor for factor in factors if factor not in case.levels]
    # What cannot be scored is not kept.
    evaluation = None if open_ else evaluate_case(case).evaluation
    save_file(opened, case)
    if as_json:
        data = {"case": str(path), "levels": dict(case.levels), "open": open_}
        scored = None if evaluation is None else evaluation.model_dump(mode="json", by_alias=True)
        print_json({**data, "evaluation": scored})
        return
    report = Report()
    report.say(f"Entered in {path.name}: {', '.join(case.levels[f] for f in sorted(case.levels))}.")
    if evaluation is None:
        report.say(f"Open: Factor {', '.join(open_)}. No grade until each has a level.")
    else:
        report.say(f"By the core: {evaluation.total:,} points, {evaluation.grade}.")
    report.say(
        "The sentences of the description that bear a level are its evidence now; add what is "
        f"missing, then fes paper statement {file}."
    )
    click.echo(report.text())


def _enter_supervisor(path: Path, series: str, accepted: tuple[str, ...], *, as_json: bool) -> None:
    """Enter levels of the supervisory guide, and the grade of the work directed with its level."""
    described = open_description(path, series=series)
    found = suggest(described, "gssg", MiniLM())
    levels = named_levels(found, accepted)
    told = base_of(described)
    base_level = found.factor("5")
    taken = base_level is not None and levels.get("5") == base_level.level
    made = enter(path, levels, f"GS-{told.grade}" if taken and told is not None else "")
    scored = made.evaluation
    if as_json:
        data = {"case": str(path), "levels": dict(made.request.levels)}
        print_json({**data, "open": list(made.open_factors), "evaluation": scored})
        return
    report = Report()
    report.say(f"Entered in {path.name}: {', '.join(made.request.levels.values())}.")
    if made.open_factors:
        report.say(f"Open: Factor {', '.join(made.open_factors)}.")
    if scored["grade"]:
        report.say(f"By the guide: {scored['total']:,} points, {scored['grade']}.")
    elif scored["undetermined"]:
        report.say(scored["undetermined"])
    report.say(f"Add what is missing, then fes paper statement {path.stem}.")
    click.echo(report.text())


def _enter_mixed(
    file: Path, described: Described, work: tuple[str, ...], accepted: tuple[str, ...]
) -> None:
    """Write the mixed position with the levels suggested, beside the case it is made from."""
    path = located(file)
    if accepted != ("all",) or path.suffix.lower() not in CASES:
        raise UsageError(
            "the kinds of work of a case are entered together",
            where="--accept",
            hint="Write --accept all and name a case; change single levels in the file it makes.",
        )
    target = Path(f"{path.stem}-mixed.toml")
    if target.exists():
        raise UsageError("this file is there already", where=str(target), hint="Move it away.")
    found = suggest_mixed(described, _kinds(work), MiniLM())
    text = _mixed_position(open_file(path).case, [work_of(one) for one in found.work])
    replace_file(target, text.encode(), what="the mixed position")
    report = Report()
    report.say(f"Wrote {target}: {found.grade or 'no grade yet'}. {found.reason}")
    for one in found.questions:
        report.say(one.text, first="  - ", rest="    ")
    report.say(
        f"Look at each level and add what is missing, such as regular = true; then fes mixed "
        f"{target}, and fes paper statement {target}."
    )
    click.echo(report.text())


def _mixed_position(case: Case, work: Sequence[Mapping[str, Any]]) -> str:
    """Return the file of a mixed position as TOML, which ``fes mixed`` and ``fes paper`` read.

    Each kind of work has its own standard, levels and share of time, so that it is a file of its
    own. What only a person can say of a kind, such as whether it is regular, or its
    series where its standard does not cover the position's, is left to be added.

    Args:
        case: the particulars; levels and findings, which are of one standard, are left out.
        work: the kinds of work, each as ``fes mixed`` reads it.

    Raises:
        CaseError: what a kind of work says is wrong.
    """
    import tomli_w

    series = case.determined.series or case.current.series
    kinds = [{**_series_of(one, series), **one} for one in work]
    # What cannot be evaluated is not written.
    parse_mixed({"title": case.title, "work": kinds})
    return tomli_w.dumps({**particulars_of(case), "work": kinds}, multiline_strings=True)


def _series_of(work: Mapping[str, Any], series: str) -> dict[str, str]:
    """Return the series of the position for a kind of work whose standard covers that series.

    Of any other kind nobody has said to which series it belongs: that stays open.
    """
    standard = work.get("standard", "")
    known = standard in default_catalog().ids()
    covers = known and series in default_catalog().table(standard).series
    return {"series": series} if series and covers else {}


def _kinds(work: tuple[str, ...]) -> list[Kind]:
    return [Kind(*_kind(one)) for one in work]


def _kind(written: str) -> tuple[tuple[int, ...], str]:
    numbers, equals, standard = written.partition("=")
    duties = [one.strip() for one in numbers.split(",")]
    if not equals or not standard.strip() or not all(one.isdecimal() for one in duties):
        raise UsageError(
            f"{written!a} is not a kind of work",
            where="--work",
            hint="Write the numbers of its duties and a standard, such as 1,2=gs-0200.",
        )
    return tuple(map(int, duties)), standard.strip()


def mixed_text(found: MixedSuggestions) -> str:
    """Return suggestions by kind of work as a report: what controls first, then each kind."""
    head = Report()
    grade = found.grade or f"Undetermined: {', '.join(found.possible)} still possible"
    head.line(grade if found.grade is None else f"{grade} suggested for the position")
    head.line()
    head.say(found.reason)
    for question in found.questions:
        head.say(question.text, first="  - ", rest="    ")
    kinds = (
        f"Work {one.name} ({one.percent:g}%)\n\n{as_text(one.suggested)}" for one in found.work
    )
    return "\n\n".join([head.text(), *kinds])


def as_text(found: Suggestions) -> str:
    """Return suggestions as a report: the grade, a line a factor, then what pulls each way."""
    report = Report()
    points = "" if found.total is None else f" ({found.total:,} points)"
    sure = f", {found.confidence:.0%} sure" if found.confidence else ""
    reserve = f", {found.reserve}" if found.reserve else ""
    told = f"{found.grade} suggested{points}{sure}{reserve}"
    report.line(told if found.grade else "No grade suggested")
    if found.span:
        report.line(f"With other levels as likely: {found.span} sure")
    report.line()
    report.say(
        f"{found.title}, edition {found.edition}. The levels are suggestions, not findings: "
        "look at each, and credit it only when the facts bear its full intent."
    )
    for remark in found.remarks:
        report.line()
        report.say(remark)
    report.line()
    report.line("Factor                                   Level  Next   Sure   Stated")
    for one in found.factors:
        name = f"{one.factor} {one.name}"[:40]
        stated = one.stated or ""
        report.line(
            f"{name:40} {one.level:6} {one.runner_up or '':6} {one.confidence:4.0%}   {stated}"
        )
    for one in found.factors:
        _factor(report, one)
    report.findings([one.model_dump() for one in found.notices])
    report.sources()
    return report.text()


def _factor(report: Report, one: FactorSuggestion) -> None:
    report.line()
    report.say(
        f"Factor {one.factor}, {one.name}: Level {one.level}, from {GROUNDS[one.ground]}",
        rest="  ",
    )
    for title, pulls in (("For it", one.favour), ("Against it", one.against)):
        if pulls:
            report.line(f"  {title}")
        for pull in pulls:
            report.say(_pull(pull), first="    - ", rest="      ")
    if one.settles:
        report.line("  What would settle it")
        for text in one.settles:
            report.say(text, first="    - ", rest="      ")


def _pull(pull: Pull) -> str:
    whose = {"position description": "", "standard": "", "digest": "in our words, "}[pull.source]
    return f"“{pull.text}” ({whose}{pull.place}; Level {pull.level})"
