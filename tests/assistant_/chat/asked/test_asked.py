"""Ordinary questions and short conversations are answered rightly, and first, without documents.

The questions say in their files what a right lead holds. A share is measured and held to: what
people ask has no end, so a few misses are expected, a wrong answer is not.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.edits import load_case
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.events import Reply
from assistant.settings import EXAMPLE_CASE
from index.library import Library
from tests.assistant_.saying import reply

pytestmark = pytest.mark.slow

HERE = Path(__file__).resolve().parent
QUESTIONS = 0.9
TURNS = 0.9
"""The shares of questions and of turns that must be right."""
LEAD = 700
FLAGS = re.IGNORECASE | re.DOTALL
FILES = ("employee", "classifier", "searcher", "on_a_case")


@dataclass(frozen=True)
class Expected:
    """What a right answer says: patterns in its lead, patterns that may not be there, kinds."""

    says: tuple[str, ...]
    never: tuple[str, ...]
    kinds: tuple[str, ...]

    def fault(self, got: Reply) -> str:
        """Return what is wrong with an answer, or nothing."""
        lead = lead_of(got.answer)
        for pattern in self.never:
            if re.search(pattern, lead, FLAGS):
                return f"says {pattern!r}"
        for pattern in self.says:
            if not re.search(pattern, lead, FLAGS):
                return f"lacks {pattern!r}"
        both = {got.kind, *self.kinds} <= {"answer", "clarify"}
        return "" if got.kind in self.kinds or both or "any" in self.kinds else f"is {got.kind}"


def lead_of(answer: str) -> str:
    """Return what is read first: the answer without headings and marks."""
    lines = [x for x in answer.splitlines() if x.strip() and not x.lstrip().startswith("#")]
    return re.sub(r"[*_`|\\]", "", " ".join(" ".join(lines).split()))[:LEAD]


def tables(name: str, key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))[key]
    return found


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("no-documents")) as opened:
        yield opened


def opened(library: Library, chooser: Chooser, name: str | None, *, recording: bool) -> Engine:
    path = None
    if name is not None:
        path = EXAMPLE_CASE if name == "lock" else HERE / "cases" / f"{name}.toml"
    return Engine(
        library,
        ExtractiveArguer(),
        case=load_case(path) if path is not None else None,
        case_path=path,
        recording=recording,
        chooser=chooser,
    )


def test_there_are_questions_enough_with_their_facts() -> None:
    asked = [one for name in FILES for one in tables(name, "asked")]
    assert len(asked) >= 150
    assert len({one["question"].casefold() for one in asked}) == len(asked)
    assert all(one["fact"] and one["source"] and one["says"] for one in asked)


def test_nine_questions_of_ten_are_answered_rightly_and_first(
    library: Library, chooser: Chooser
) -> None:
    faults, count = [], 0
    for name in FILES:
        for one in tables(name, "asked"):
            count += 1
            engine = opened(library, chooser, one.get("case"), recording=False)
            got = reply(engine, one["question"])
            expected = Expected(
                tuple(one["says"]), tuple(one.get("never", ())), tuple(one.get("kinds", ["answer"]))
            )
            if fault := expected.fault(got):
                faults.append(f"{one['question']!r} [{got.topic}] {fault}")
    assert len(faults) <= (1 - QUESTIONS) * count, "\n".join(faults)


def test_nine_turns_of_ten_are_answered_in_the_light_of_the_turns_before(
    library: Library, chooser: Chooser
) -> None:
    faults, count = [], 0
    for talk in tables("dialogues", "dialogue"):
        engine = opened(library, chooser, talk.get("case"), recording=True)
        for message, *patterns in talk["turns"]:
            count += 1
            got = reply(engine, message)
            expected = Expected(
                tuple(p for p in patterns if not p.startswith(("kind:", "not:"))),
                tuple(p[4:] for p in patterns if p.startswith("not:")),
                tuple(p[5:] for p in patterns if p.startswith("kind:")) or ("answer",),
            )
            if fault := expected.fault(got):
                faults.append(f"{message!r} [{got.topic}] {fault}")
    assert len(faults) <= (1 - TURNS) * count, "\n".join(faults)
