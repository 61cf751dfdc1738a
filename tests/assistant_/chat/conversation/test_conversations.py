"""Twenty scripted conversations run as they stand in their files, which a classifier can read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.edits import load_case
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.settings import EXAMPLE_CASE
from index.library import Library
from tests.assistant_.saying import reply

GOLDEN = Path(__file__).resolve().parents[3] / "golden" / "conversations"
CASES = Path(__file__).resolve().parents[1] / "asked" / "cases"
FILES = sorted(GOLDEN.glob("*-*.md"))
YOU = "**You:** "


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("no-documents")) as opened:
        yield opened


def told(text: str, library: Library, chooser: Chooser) -> str:
    """Return a file's conversation as it runs now: each message with how its answer begins."""
    name = re.search(r"; case: (\w+);", text)
    path = None
    if name is not None:
        path = EXAMPLE_CASE if name[1] == "lock" else CASES / f"{name[1]}.toml"
    case = load_case(path) if path is not None else None
    engine = Engine(library, ExtractiveArguer(), case=case, case_path=path, chooser=chooser)
    parts = [text.partition(YOU)[0].rstrip()]
    for line in text.splitlines():
        if line.startswith(YOU):
            answer = reply(engine, line.removeprefix(YOU))
            parts += [line, beginning(answer.answer)]
    return "\n\n".join(parts) + "\n"


def beginning(answer: str) -> str:
    """Return an answer up to its first heading, quotation or rule in our words."""
    return re.split(r"\n\n(?:###|>|\*In our words|\| )", answer)[0].strip()


def test_there_are_twenty_conversations_of_all_three() -> None:
    who = {path.stem.split("-")[1] for path in FILES}
    assert len(FILES) >= 20
    assert who == {"employee", "classifier", "searcher"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_conversation_runs_as_it_is_written(
    path: Path, library: Library, chooser: Chooser
) -> None:
    text = path.read_text("utf-8")
    now = told(text, library, chooser)
    if os.environ.get("FES_WRITE_GOLDEN"):
        path.write_text(now, "utf-8")
    assert now == path.read_text("utf-8")
