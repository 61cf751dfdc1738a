"""A mixed position: the series of each kind of work, warnings, and gaps that stay visible."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.papers.catalog import make
from assistant.papers.subject import Matter, read_subject
from tests.assistant_.papers.conftest import DATED
from tests.assistant_.papers.reading import lines
from tests.index_.conftest import Ran

Fes = Callable[..., Ran]

CASE = """
title = "Human Resources and Light Specialist"
standard = "gs-0200"
[current]
title = "Human Resources Specialist"
series = "0201"
grade = 11
[[duties]]
title = "Classification"
text = "Classifies positions of the lighthouses and advises the keepers."
percent_supervisor = 60.0
[[duties]]
title = "Lights"
text = "Looks over lights by a checklist and reports what is broken."
percent_supervisor = 40.0
[[facts]]
text = "The chief sets the objectives and reviews finished work."
source = "Supervisor"
factor = 2
"""


@pytest.fixture
def mixed(fes: Fes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the mixed position that is made of the case by accepting the levels suggested."""
    monkeypatch.chdir(tmp_path)
    Path("keeper.toml").write_text(CASE, "utf-8")
    works = ("--work", "1=gs-0200", "--work", "2=fes-primary")
    ran = fes("suggest", "keeper.toml", *works, "--accept", "all")
    assert ran.code == 0, ran.err
    return Path("keeper-mixed.toml").read_text("utf-8")


def test_only_work_its_standard_covers_is_called_of_the_positions_series(
    mixed: str, fes: Fes
) -> None:
    data = json.loads(fes("mixed", "keeper-mixed.toml", "--json").out)
    assert [one["series"] for one in data["work"]] == ["0201", None]
    assert data["series"] is None
    assert mixed.count('series = "0201"') == 2


def test_the_statement_warns_and_leaves_what_nobody_stated_as_gaps(mixed: str) -> None:
    position = read_subject(mixed, where="keeper-mixed.toml", fmt="toml")
    text = "\n".join(lines(make("statement", Matter(position, dated=DATED))))
    assert "2: Lights: The Primary Standard cannot classify a position by itself" in text
    assert "All work that counts belongs to" not in text
    assert "The chief sets the objectives and reviews finished work." in text
    assert text.count("is not met because [reason]") > 10
    assert "[what the work is]" in text
