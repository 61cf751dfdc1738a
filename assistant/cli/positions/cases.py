"""``fes case``: make cases, check them, list them, show them, and put them away."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant import load
from assistant.cli.output import json_option, print_json
from assistant.settings import load_settings
from core.errors import UsageError

if TYPE_CHECKING:
    from assistant.cases.shelf import CaseFile, Shelf
    from assistant.cases.supervisors import SupervisorFile
    from core.model import Case


@click.group()
def command() -> None:
    """Make cases of your own, check them, list them and show them.

    Cases are kept in the data folder, one TOML file each. Wherever a case is named, its name
    here and the path of a file mean the same.
    """


@command.command("new")
@click.argument("title", nargs=-1)
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    help="A position description to read: PDF, Word, web page or text; - for standard input.",
)
@click.option(
    "--levels",
    is_flag=True,
    help="With --from: take the levels it states as the levels of record.",
)
@click.option(
    "--first",
    is_flag=True,
    help="With --from: never classified yet; the cover's title and grade are only proposed.",
)
@click.option("--only-show", is_flag=True, help="With --from: show what was read, keep nothing.")
@click.option("--resume", metavar="CASE", help="Go on with the questions of a case.")
@json_option
def new(
    title: tuple[str, ...],
    source: Path | None,
    resume: str | None,
    *,
    levels: bool,
    first: bool,
    only_show: bool,
    as_json: bool,
) -> None:
    """Make a case: from a position description, or by answering plain questions.

    Each question can be skipped with an empty line or "skip"; "stop" ends the questions, and
    --resume goes on with them later.
    """
    for flag, given in (("--levels", levels), ("--first", first), ("--only-show", only_show)):
        if source is None and given:
            raise UsageError("this belongs to --from", where=flag, hint="Add --from FILE.")
    if levels and first:
        raise UsageError(
            "a position never classified has no levels of record",
            where="--levels",
            hint="Leave out --levels or --first.",
        )
    shelf = _shelf()
    if source is not None:
        taken = {"levels": levels, "first": first}
        _from(shelf, source, " ".join(title), taken, keep=not only_show, as_json=as_json)
        return
    opened = _started(shelf, resume, " ".join(title))
    if sys.stdin is not None and not as_json:
        opened = load("assistant.cli.positions.asking:ask")(shelf, opened)
    _report_made(opened, as_json=as_json)


@command.command("list")
@click.option("--deleted", is_flag=True, help="The cases in the trash.")
@json_option
def list_command(*, deleted: bool, as_json: bool) -> None:
    """List the cases kept, the one changed last first."""
    shelf = _shelf()
    views = "assistant.cli.positions.case_views"
    if deleted:
        gone = shelf.trash()
        rows = [{"name": one.name, "path": str(one.path)} for one in gone]
        text = "\n".join(one.name for one in gone) or "Nothing was deleted."
    else:
        entries = shelf.entries()
        rows = load(f"{views}:entry_rows")(entries)
        text = load(f"{views}:entries_text")(entries)
    if as_json:
        print_json(rows)
    else:
        click.echo(text)


@command.command("show")
@click.argument("case")
@json_option
def show(case: str, *, as_json: bool) -> None:
    """Show a case: cover, duties with their shares, facts, findings and levels."""
    supervisor = _supervisor(case)
    if supervisor is not None:
        load("assistant.cli.positions.supervisors:show")(supervisor, as_json=as_json)
        return
    opened = _open(case)
    if as_json:
        print_json(_data(opened.case))
    else:
        click.echo(load("assistant.cli.positions.case_views:case_text")(opened))


@command.command("check")
@click.argument("case")
@json_option
def check(case: str, *, as_json: bool) -> None:
    """Say what a case lacks and what in it does not add up."""
    supervisor = _supervisor(case)
    if supervisor is not None:
        load("assistant.cli.positions.supervisors:check")(supervisor, as_json=as_json)
        return
    opened = _open(case)
    if load("assistant.cases.supervisors:by_guide")(opened.case):
        load("assistant.cli.positions.supervisors:check_unlevelled")(opened, as_json=as_json)
        return
    found = load("assistant.cases.checking:check_case")(opened.case)
    if as_json:
        data = found.model_dump(mode="json")
        print_json({"name": opened.name, "path": str(opened.path), **data})
    else:
        click.echo(load("assistant.cli.positions.case_views:checked_text")(opened, found))


@command.command("determine")
@click.argument("case")
@click.option("--accept", is_flag=True, help="Take the series and the title as proposed.")
@click.option("--series", default="", metavar="CODE", help="The series you determine.")
@click.option("--title", default="", help="The title you determine.")
@click.option("--why", "reason", default="", help="The reason, for the statement.")
@click.option("--by", default="", help="Who determines it.")
@json_option
def determine(
    case: str,
    *,
    accept: bool,
    series: str,
    title: str,
    reason: str,
    by: str,
    as_json: bool,
) -> None:
    """Propose the series and the title by the duties, or enter those you determine.

    Without options it only proposes, with what speaks for each. --series and --title go before
    what --accept would take. What you determine stands in the evaluation statement.
    """
    opened = _supervisor(case) or _open(case)
    given = {"series": series, "title": title, "reason": reason, "by": by}
    load("assistant.cli.positions.determining:run")(opened, given, accept=accept, as_json=as_json)


@command.command("rename")
@click.argument("case")
@click.argument("title")
def rename(case: str, title: str) -> None:
    """Give a case another title, and its file the name that goes with it."""
    renamed = _shelf().rename(case, title)
    click.echo(f"{renamed.title}: {renamed.name} ({renamed.path})")


@command.command("copy")
@click.argument("case")
@click.argument("title", default="")
def copy(case: str, title: str) -> None:
    """Copy a case under another title."""
    made = _shelf().duplicate(case, title=title)
    click.echo(f"{made.title}: {made.name} ({made.path})")


@command.command("delete")
@click.argument("case")
def delete(case: str) -> None:
    """Put a case in the trash; fes case restore brings it back."""
    gone = _shelf().delete(case)
    click.echo(f"Deleted {gone.name}. fes case restore {gone.name} brings it back.")


@command.command("restore")
@click.argument("name", default="")
def restore(name: str) -> None:
    """Bring back a deleted case: the one named, or the one deleted last."""
    shelf = _shelf()
    chosen = None
    if name:
        chosen = next((one for one in shelf.trash() if one.name == name), None)
        if chosen is None:
            raise UsageError(
                f"no deleted case is called {name!r}",
                where="case",
                hint="fes case list --deleted shows them.",
            )
    back = shelf.restore(chosen)
    click.echo(f"Restored {back.name} ({back.path}).")


# --- parts -------------------------------------------------------------------------------


def _shelf() -> Shelf:
    shelf: Shelf = load("assistant.cases.shelf:Shelf")(load_settings().home)
    return shelf


def _open(name: str) -> CaseFile:
    opened: CaseFile = load("assistant.cases.shelf:case_or_file")(_shelf(), name)
    return opened


def _supervisor(name: str) -> SupervisorFile | None:
    """Open a supervisor's case by its name or file; None when it is another case, or none."""
    path = Path(name).expanduser()
    if not path.exists():
        if path.suffix or path.parent != Path():
            return None
        path = _shelf().path(name)
    found: SupervisorFile | None = load("assistant.cases.supervisors:open_supervisor")(path)
    return found


def _data(case: Case) -> dict[str, Any]:
    data: dict[str, Any] = load("core.fes.cases:case_to_data")(case)
    return load("assistant.cli.positions.case_views:plain")(data)  # type: ignore[no-any-return]


def _from(
    shelf: Shelf, source: Path, title: str, taken: dict[str, bool], *, keep: bool, as_json: bool
) -> None:
    intake = "assistant.cases.intake"
    if str(source) == "-":
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
        position = load(f"{intake}:position_from_text")(text, "standard input")
    else:
        position = load(f"{intake}:position_from_file")(source)
    case = load(f"{intake}:case_of")(position, **taken)
    if title:
        case = case.model_copy(update={"title": title})
    if position.form == "supervisory" and taken["levels"]:
        made = "assistant.cli.positions.supervisors:made"
        load(made)(shelf, position, case, keep=keep, as_json=as_json)
        return
    opened = shelf.new(case) if keep else None
    views = "assistant.cli.positions.position_views"
    if as_json:
        data = load(f"{views}:position_data")(position)
        data["case"] = _data(case)
        data["kept"] = {"name": opened.name, "path": str(opened.path)} if opened else None
        print_json(data)
    else:
        click.echo(load(f"{views}:position_text")(position, case, opened))


def _started(shelf: Shelf, resume: str | None, title: str) -> CaseFile:
    """Return the case to ask about: the one to go on with, or a new one."""
    if resume is not None:
        if title:
            raise UsageError(
                "a case that is gone on with has its title", where="--resume", hint="Leave it out."
            )
        return _open(resume)
    model = load("core.model:Case")
    return shelf.new(model(title=title))


def _report_made(opened: CaseFile, *, as_json: bool) -> None:
    if as_json:
        kept = {"name": opened.name, "path": str(opened.path)}
        print_json({"case": _data(opened.case), "kept": kept})
        return
    click.echo(f"Kept as {opened.name} ({opened.path}).")
    called = load("assistant.cases.shelf:called")(opened.path)
    click.echo(f"fes case check {called} says what is missing.")
