"""Every plug folder: what each member must have, and that the folder is what is used."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from assistant.cases.edits import load_case
from assistant.cli.main import COMMANDS, cli
from assistant.papers import formats, statement
from assistant.papers.subject import Matter, subject_of_case
from assistant.settings import EXAMPLE_CASE
from core.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]


def _members(folder: Path) -> set[str]:
    return {p.stem for p in folder.glob("*.py") if p.stem != "__init__"}


@pytest.mark.parametrize("name", sorted(formats.discover()))
def test_every_format_writes_the_example_the_same_each_time(name: str) -> None:
    subject = subject_of_case(load_case(EXAMPLE_CASE))
    paper = statement.make(Matter(subject))
    form = formats.discover()[name]
    written = form.encode(paper)
    assert written
    assert form.encode(paper) == written


def test_there_are_at_least_two_formats_and_suffixes_differ() -> None:
    suffixes = [e.suffix for e in formats.discover().values()]
    assert len(suffixes) >= 2
    assert len(set(suffixes)) == len(suffixes)


def test_the_page_of_the_papers_names_every_format() -> None:
    page = (ROOT / "docs" / "papers.md").read_text(encoding="utf-8").lower()
    for one in formats.discover().values():
        assert re.search(rf"\b{re.escape(one.title.lower().split()[0])}\b", page), one.title


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"\.docx"):
        formats.choose(Path("statement.odt"))
    with pytest.raises(UsageError, match="markdown"):
        formats.choose(Path("statement.md"), "odt")


def _explained(command: click.Command, name: str, context: click.Context) -> None:
    assert command.help, f"{name} does not say what it does"
    for one in command.params:
        if isinstance(one, click.Option):
            assert one.help, f"{name} {one.opts[0]} does not say what it does"
    if isinstance(command, click.Group):
        for part in command.list_commands(context):
            found = command.get_command(context, part)
            assert found is not None, f"{name} {part}"
            _explained(found, f"{name} {part}", context)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_in_the_table_is_there_and_explains_itself_and_its_options(
    name: str,
) -> None:
    context = click.Context(cli)
    command = cli.get_command(context, name)
    assert command is not None
    _explained(command, name, context)
