"""Every plug folder: what each member must have, and that the folder is what is used."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from assistant.cases.edits import load_case
from assistant.cli.main import COMMANDS, cli
from assistant.papers import formats as exports
from assistant.settings import EXAMPLE_CASE
from core.errors import UsageError
from core.fes.grading import evaluate_case

ROOT = Path(__file__).resolve().parents[2]


def _members(folder: Path) -> set[str]:
    return {p.stem for p in folder.glob("*.py") if p.stem != "__init__"}


@pytest.mark.parametrize("name", sorted(exports.discover()))
def test_every_export_writes_the_example(name: str, tmp_path: Path) -> None:
    case = load_case(EXAMPLE_CASE)
    standing = evaluate_case(case)
    export = exports.discover()[name]
    target = tmp_path / f"statement{export.suffix}"
    statement = exports.Statement(case, standing.evaluation, standing.credits)
    export.write(statement, target)
    text = _text(target)
    assert standing.evaluation.grade in text
    assert standing.evaluation.fingerprint in text
    assert all(f.level in text for f in standing.evaluation.factors)
    first = target.read_bytes()
    export.write(statement, target)
    if name != "docx":
        assert target.read_bytes() == first


def _text(path: Path) -> str:
    if path.suffix == ".docx":
        from docx import Document

        document = Document(str(path))
        cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
        return "\n".join([*(p.text for p in document.paragraphs), *cells])
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        json.loads(text)
    return text


def test_there_are_at_least_two_exports_and_suffixes_differ() -> None:
    suffixes = [e.suffix for e in exports.discover().values()]
    assert len(suffixes) >= 2
    assert len(set(suffixes)) == len(suffixes)


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"\.docx"):
        exports.choose(Path("statement.pdf"))
    with pytest.raises(UsageError, match="markdown"):
        exports.choose(Path("statement.md"), "pdf")


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
