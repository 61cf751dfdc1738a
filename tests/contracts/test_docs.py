"""Every page for people: the commands it shows are there, its files and links are there."""

from __future__ import annotations

import importlib
import importlib.util
import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from assistant.cli.main import cli

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
RUN_HERE = {
    *("series list", "series show", "decisions list", "decisions show", "decisions stats"),
    *("standards list", "standards levels", "standards schema", "sources list"),
}
"""Commands that need no document and answer at once: shown with real arguments, they run."""
PLACEHOLDER = re.compile(r"[A-Z]{2,}(?![-\w])|\.\.\.|[|<>~]")


def _shown(text: str) -> set[str]:
    lines = re.findall(r"^ {4}(fes \S.*)$|^\$ (fes \S.*)$", text, re.MULTILINE)
    blocks = [re.split(r"\s{2,}|\s#\s", one or two)[0].strip() for one, two in lines]
    return {*blocks, *(" ".join(one.split()) for one in re.findall(r"`(fes [^`]+)`", text))}


def _asked(shown: str) -> tuple[click.Command, str, list[str]]:
    """Return the command that a line asks for, its name, and the words after the name."""
    words = shlex.split(shown.translate(str.maketrans("[]", "  ")))[1:]
    command: click.Command = cli
    context = click.Context(cli)
    name: list[str] = []
    while isinstance(command, click.Group) and words and re.fullmatch(r"[a-z-]+", words[0]):
        if words[0].startswith("-"):
            break
        found = command.get_command(context, words[0])
        assert found is not None, f"there is no command: fes {' '.join([*name, words[0]])}"
        name.append(words.pop(0))
        command = found
    return command, " ".join(name), words


SHOWN = sorted(
    {(page.name, one) for page in PAGES for one in _shown(page.read_text(encoding="utf-8"))}
)


def test_there_are_commands_on_the_pages() -> None:
    assert len(SHOWN) > 50


@pytest.mark.parametrize(("page", "shown"), SHOWN)
def test_a_command_that_is_shown_is_there_with_its_options(page: str, shown: str) -> None:
    command, name, words = _asked(shown)
    known = {opt for one in command.params for opt in (*one.opts, *one.secondary_opts)}
    known |= {"--help", "-h", "--version"}
    for word in words:
        if word.startswith("-") and word != "-":
            assert word.partition("=")[0] in known, f"{page}: fes {name} has no {word}"


@pytest.mark.parametrize("shown", sorted({one for _, one in SHOWN if _asked(one)[1] in RUN_HERE}))
def test_a_command_that_needs_no_document_runs_as_it_is_shown(
    shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if PLACEHOLDER.search(shown):
        pytest.skip("it is shown with a name in place of an argument")
    monkeypatch.setenv("FES_HOME", str(tmp_path))
    words = shlex.split(shown.translate(str.maketrans("[]", "  ")))[1:]
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 0, result.output
    assert result.output.strip()


@pytest.mark.parametrize(("page", "command"), [("appeals", "appeal"), ("mixed-positions", "mixed")])
def test_a_file_that_is_shown_is_taken(page: str, command: str, tmp_path: Path) -> None:
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    file = tmp_path / "shown.toml"
    file.write_text(shown, encoding="utf-8")
    result = CliRunner().invoke(cli, [command, str(file)])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_and_links_it_names_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"
    for name in re.findall(r"`((?:core|index|assistant|tests|docs|prompts)/[\w./-]+)`", text):
        if not re.search(r"\b[A-Z]{2,}\b|\bNAME\b", name):
            assert (ROOT / name).exists(), f"{page.name} names {name}"


def _there(dotted: str) -> bool:
    """Return whether a module, or a name in one, is there under its dotted name."""
    module, names = dotted, list[str]()
    while importlib.util.find_spec(module.partition(".")[0]) and module:
        try:
            found: object = importlib.import_module(module)
        except ModuleNotFoundError:
            module, _, last = module.rpartition(".")
            names.insert(0, last)
            continue
        return all((found := getattr(found, name, None)) is not None for name in names)
    return False


def test_code_and_tests_that_a_page_names_are_there() -> None:
    tests = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for name in re.findall(r"`((?:core|index|assistant|kit)\.[\w.]+)[`(]", text):
            full = re.sub(r"^kit\b", "assistant.chat.answering.kit", name)
            assert full.endswith(".py") or _there(full), f"{page.name} names {name}"
        for name in re.findall(r"`(test_\w+)`", text):
            assert f"def {name}(" in tests, f"{page.name} names {name}"


def test_what_contributors_are_told_to_run_and_to_touch_is_there() -> None:
    text = re.sub(r"\s+", " ", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    commands = re.findall(r"`(?:\.venv/bin/pytest|make) ([^`]+)`", text)
    assert len(commands) > 20
    for word in (word for command in commands for word in command.split()):
        if "/" in word and not re.search("[A-Z]", word):
            assert (ROOT / word).exists(), f"a command runs {word}"
    for target in re.findall(r"`make (\w+)", text):
        assert target in targets, f"make {target}"
    placed = re.findall(
        r"`(\w+)` (?:of|in|beside it in) `((?:assistant|core|index|tests)/\S+\.py)`", text
    )
    assert len(placed) > 20
    for name, file in placed:
        assert re.search(rf"\b{name}\b", (ROOT / file).read_text("utf-8")), f"{name} in {file}"


_OF_DATA = {"data", "__pycache__"}


def test_folders_and_files_stay_small() -> None:
    for package in ("core", "index", "assistant", "tests"):
        for folder in (ROOT / package, *(ROOT / package).rglob("*/")):
            if not list(folder.glob("*.py")):
                # A folder of data.
                continue
            there = [
                path
                for path in folder.iterdir()
                if (path.suffix == ".py" and path.stem != "__init__")
                or list(path.glob("*.py"))
                or (path.is_dir() and package != "tests" and path.name not in _OF_DATA)
                or (path.is_file() and path.suffix != ".py" and package != "tests")
            ]
            assert len(there) <= 12, f"{folder} has {len(there)} modules, files and folders"
        if package != "tests":
            for path in (ROOT / package).rglob("*.py"):
                assert path.read_text(encoding="utf-8").count("\n") <= 400, path


def test_the_house_has_a_line_for_every_folder_and_module_of_the_packages() -> None:
    design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    house = design.partition("## The house")[2].partition("## Layers")[0]
    blocks = re.split(r"^(?=\w+/)", house, flags=re.MULTILINE)
    for package in ("core", "index", "assistant"):
        block = next(one for one in blocks if one.startswith(f"{package}/"))
        drawn = set(re.findall(r"^  (\w+)(?:/|\.py)", block, re.MULTILINE))
        there = {
            path.stem
            for path in (ROOT / package).iterdir()
            if path.name != "__init__.py" and (path.suffix == ".py" or list(path.glob("*.py")))
        }
        assert there == drawn, f"docs/design.md draws {package} otherwise"
