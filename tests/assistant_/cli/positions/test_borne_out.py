"""`fes check` on stated levels: what a section says in plain words is held against its level."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.cli.main import cli


def doubted(tmp_path: Path, factor: int, level: str, words: str) -> bool:
    file = tmp_path / "made-up.txt"
    file.write_text(
        "Position Description\nBudget Analyst, GS-0560-11\nMAJOR DUTIES\n"
        "1. Builds the dredging estimate from the requests of eleven harbors. 100%\n"
        f"Factor {factor}. Level {level}\n{words}\n",
        "utf-8",
    )
    result = CliRunner().invoke(cli, ["check", str(file), "--json"])
    assert result.exit_code == 0, result.output
    found = [one for one in json.loads(result.output)["findings"] if one["code"] == "complement"]
    assert all(one["quote"] in words for one in found)
    return bool(found)


@pytest.mark.parametrize(
    ("factor", "level", "words"),
    [
        (1, "1-7", "Knowledge of how to sort mail and to run the postage meter."),
        (2, "2-4", "The lead shows each step, stays in the room and looks at every form."),
        (7, "7-3", "To give callers facts and take down theirs, never to negotiate."),
        (8, "8-1", "Carries sacks of over 50 pounds up ladders through the shift."),
    ],
)
def test_a_level_its_words_do_not_bear_is_doubted(
    factor: int, level: str, words: str, tmp_path: Path
) -> None:
    assert doubted(tmp_path, factor, level, words)


@pytest.mark.parametrize(
    ("factor", "level", "words"),
    [
        (1, "1-7", "Knowledge of a wide range of budget methods, to solve difficult problems."),
        (2, "2-4", "The chief sets overall objectives; results are reviewed for effectiveness."),
        (7, "7-2", "To plan and coordinate work with the harbors' own staffs."),
        (8, "8-1", "The work is done sitting; no lifting is called for."),
    ],
)
def test_a_level_its_words_bear_is_left_alone(
    factor: int, level: str, words: str, tmp_path: Path
) -> None:
    assert not doubted(tmp_path, factor, level, words)
