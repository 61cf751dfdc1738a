"""Who may import whom, and what a light command must not load."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Collection, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("chromadb", "langchain", "langchain_core", "textual", "onnxruntime", "bm25s", "rich")
CONVERSATION = {"assistant.chat", "assistant.chat.topics.rights"}
"""Where reading, answering and composing a message ask each other, each module in its order."""
LEVELS = {
    str(n): level
    for n, level in enumerate(("1-7", "2-4", "3-3", "4-4", "5-3", "6-3", "7-3", "8-2", "9-1"), 1)
}


def test_the_import_contracts_hold() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_module_or_folder_imports_in_a_circle() -> None:
    graph = _graph(types=False)
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    for package in sorted({name.rpartition(".")[0] for name in imports} - CONVERSATION):
        parts: dict[str, set[str]] = {}
        for name, others in imports.items():
            if (part := _part(name, package)) is not None:
                told = {other for one in others if (other := _part(one, package)) is not None}
                parts.setdefault(part, set()).update(told - {part})
        _in_order(parts, package or "the packages")
    # What a module only names the type of, it must be read after all the same.
    named = _graph(types=True)
    _in_order(
        {name: named.find_modules_directly_imported_by(name) for name in named.modules},
        "the modules",
    )


def _graph(*, types: bool) -> grimp.ImportGraph:
    # What was read before may be older than the file.
    return grimp.build_graph(
        "core", "index", "assistant", exclude_type_checking_imports=not types, cache_dir=None
    )


def _in_order(imports: Mapping[str, Collection[str]], where: str) -> None:
    try:
        tuple(TopologicalSorter(imports).static_order())
    except CycleError as error:
        pytest.fail(f"among {where}: {' <- '.join(error.args[1])}")


def _part(name: str, package: str) -> str | None:
    """Return which module or folder of a package a module belongs to; None when to none."""
    if package and not name.startswith(f"{package}."):
        return None
    return name.removeprefix(f"{package}.").partition(".")[0]


def _loaded_by(arguments: list[str], stdin: str) -> set[str]:
    script = (
        "import sys, io, json\n"
        "from assistant.cli.main import main\n"
        "sys.stdin = io.StringIO(sys.argv[2])\n"
        "try:\n    main(json.loads(sys.argv[1]))\n"
        "except SystemExit as e:\n    code = e.code\n"
        "assert code in (0, None), code\n"
        "print('LOADED ' + json.dumps(sorted({m.partition('.')[0] for m in sys.modules})))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, json.dumps(arguments), stdin],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stderr
    line = next(x for x in run.stdout.splitlines() if x.startswith("LOADED "))
    return set(json.loads(line.removeprefix("LOADED ")))


def test_variables_of_the_environment_are_read_in_one_place() -> None:
    # Beside it: the switch of the model's runtime, and the places a child imports from.
    apart = {"assistant/settings.py", "index/record/embedding.py", "index/documents/sandbox.py"}
    paths = [
        path for name in ("core", "index", "assistant") for path in (ROOT / name).rglob("*.py")
    ]
    found = {str(p.relative_to(ROOT)) for p in paths if "os.environ" in p.read_text("utf-8")}
    assert found == apart


def test_no_function_imports_a_module_of_its_own_package() -> None:
    for package in ("core", "index", "assistant"):
        for path in (ROOT / package).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            code = re.sub(r"^if TYPE_CHECKING:\n(?: .*\n|\n)+", "", text, flags=re.MULTILINE)
            assert not re.search(rf"^ +from {package}[. ]", code, re.MULTILINE), path


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["score", "-"],
        ["score", "--help"],
        ["search", "--help"],
        ["standards", "list"],
    ],
)
def test_light_commands_load_nothing_heavy(arguments: list[str]) -> None:
    stdin = json.dumps({"standard": "fes-primary", "levels": LEVELS})
    loaded = _loaded_by(arguments, stdin)
    assert not loaded & set(HEAVY)


def test_no_command_s_help_loads_pydantic() -> None:
    script = (
        "import sys\n"
        "import click\n"
        "from assistant.cli.main import cli\n"
        "def show(command, path):\n"
        "    context = click.Context(command)\n"
        "    command.get_help(context)\n"
        "    assert 'pydantic' not in sys.modules, path\n"
        "    if isinstance(command, click.Group):\n"
        "        for name in command.list_commands(context):\n"
        "            show(command.get_command(context, name), [*path, name])\n"
        "show(cli, ['fes'])\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_the_application_begins_without_what_its_first_screen_does_not_show() -> None:
    later = (
        "assistant.chat.topics",
        "assistant.tui.screens.dialogs",
        "assistant.tui.screens.works",
        "core.fes.whatif",
        "index.positions",
        "index.search",
        "textual.widgets._markdown",
    )
    script = (
        "import sys\n"
        "from assistant.settings import load_settings\n"
        "from assistant.tui.desk.opener import Opener\n"
        "from assistant.tui.app import FesApp\n"
        "opener = Opener(load_settings())\n"
        "FesApp(opener.example(), opener)\n"
        f"early = [name for name in sys.modules if name.startswith({later!r})]\n"
        "assert not early, early\n"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_a_request_is_scored_without_pydantic() -> None:
    # Its models are half of what the whole command takes, and a sound request needs none.
    stdin = json.dumps({"standard": "fes-primary", "levels": LEVELS})
    assert "pydantic" not in _loaded_by(["score", "-"], stdin)
