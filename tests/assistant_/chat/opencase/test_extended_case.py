"""A case that takes a level from the Primary Standard is talked about like any other."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine
from assistant.cli.main import cli
from assistant.events import TextDelta
from core.errors import LevelError
from core.model import Case
from index.library import Library

GOLDEN = Path(__file__).resolve().parents[3] / "golden" / "conversation_extended_case.toml"
TALK: dict[str, Any] = tomllib.loads(GOLDEN.read_text("utf-8"))


@pytest.fixture
def engine(example_library: Library) -> Engine:
    """An engine on the extended case, without a model."""
    case = Case.model_validate(TALK["case"])
    return Engine(example_library, ExtractiveArguer(), case=case, title=case.title)


def said(engine: Engine, message: str) -> str:
    return "".join(e.text for e in engine.handle(message) if isinstance(e, TextDelta))


def test_the_case_is_scored_with_its_extension(engine: Engine) -> None:
    assert engine.evaluation is not None
    assert (engine.evaluation.total, engine.evaluation.grade) == (
        TALK["score"]["total"],
        TALK["score"]["grade"],
    )


@pytest.mark.parametrize("message", TALK["messages"], ids=lambda message: str(message["text"]))
def test_every_question_is_answered_from_the_extended_table(
    engine: Engine, message: dict[str, Any]
) -> None:
    text = said(engine, message["text"])
    for words in message["holds"]:
        assert words in text


def test_a_level_beyond_a_factor_that_is_not_extended_stays_refused(engine: Engine) -> None:
    with pytest.raises(LevelError, match="Factor 4 has no Level 4-1"):
        said(engine, "I seek Level 4-1")
    assert not engine.changed


def test_the_digest_of_the_level_from_the_primary_standard_opens(engine: Engine) -> None:
    opened = engine.open_passage("digest:gs-0200#1-4")
    assert opened.digest
    assert opened.heading[-1].startswith("Level 1-4")


def test_asking_about_a_file_answers_too(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(TALK["case"], default=str), encoding="utf-8")
    outcome = CliRunner().invoke(cli, ["ask", "should I appeal?", "--case", str(path), "--json"])
    assert outcome.exit_code == 0, outcome.exception
    reply = json.loads(outcome.output)
    assert reply["evaluation"]["grade"] == "GS-9"
    assert "2,090 points, GS-9" in reply["answer"]
    assert reply["topic"] == "should-appeal"
