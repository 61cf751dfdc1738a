"""A hand-written case keeps its comments and order through every save."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.cases.edits import load_case, save_case
from assistant.settings import EXAMPLE_CASE
from core.model import Case, Duty, Fact, Finding

_HAND = """\
# A FICTIONAL case, written by hand.
title = "Pump tests"   # working title
standard = "fes-primary"
fictional = false

[current]
series = "9999" # to be checked
pay_plan = "GS"
grade = 11

# The agency's evaluation.
[levels]
2 = "2-4"   # contested
1 = "1-7"

[[duties]]
title = "Tests pumps" # from the old description
percent_employee = 60

# Added in May.
[[duties]]
title = "Writes reports"
percent_employee = 40

# --- facts ---
[[facts]]
text = "The chief reads every report."
"""


def _comments(text: str) -> list[str]:
    return ["#" + line.split("#", 1)[1] for line in text.splitlines() if "#" in line]


def _save(tmp_path: Path, **changes: Any) -> tuple[str, Case]:
    file = tmp_path / "case.toml"
    file.write_text(_HAND, "utf-8")
    case = load_case(file).model_copy(update=changes)
    save_case(case, file)
    assert load_case(file) == case
    return file.read_text("utf-8"), case


def test_nothing_changed_changes_nothing(tmp_path: Path) -> None:
    text, _ = _save(tmp_path)
    assert text == _HAND


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Pump and valve tests"},
        {"levels": {"1": "1-7", "2": "2-5", "3": "3-3"}},
        {"sought": {"2": "2-5"}},
        {"facts": (Fact(text="The chief reads every report."), Fact(text="New.", factor=2))},
        {"findings": (Finding(aspect="2-4.review", answer="met"),)},
        {"organization": "A made-up office", "question": "Why?"},
    ],
)
def test_a_change_keeps_every_comment(tmp_path: Path, changes: dict[str, Any]) -> None:
    text, _ = _save(tmp_path, **changes)
    assert _comments(text) == _comments(_HAND)
    assert text.index("fictional = false") < text.index("[current]")


def test_a_changed_share_changes_one_line(tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    file.write_text(_HAND, "utf-8")
    case = load_case(file)
    duties = (case.duties[0].model_copy(update={"percent_employee": 55}), case.duties[1])
    save_case(case.model_copy(update={"duties": duties}), file)
    old, new = _HAND.splitlines(), file.read_text("utf-8").splitlines()
    assert [line for line in new if line not in old] == ["percent_employee = 55"]
    assert len(new) == len(old)


def test_a_dropped_entry_leaves_the_heading_of_what_follows(tmp_path: Path) -> None:
    text, _ = _save(tmp_path, duties=(Duty(title="Tests pumps", percent_employee=60),))
    assert "# --- facts ---" in text
    assert "Writes reports" not in text


def test_an_entry_put_in_between_stands_there(tmp_path: Path) -> None:
    first = Duty(title="Tests pumps", percent_employee=60)
    last = Duty(title="Writes reports", percent_employee=40)
    text, _ = _save(tmp_path, duties=(first, Duty(title="Answers letters"), last))
    assert [one["title"] for one in tomllib.loads(text)["duties"]] == [
        "Tests pumps",
        "Answers letters",
        "Writes reports",
    ]
    assert _comments(text) == _comments(_HAND)


def test_entries_in_another_order_are_written_in_that_order(tmp_path: Path) -> None:
    first = Duty(title="Tests pumps", percent_employee=60)
    last = Duty(title="Writes reports", percent_employee=40)
    _save(tmp_path, duties=(last, first))


def test_the_example_keeps_its_headings_through_many_saves(tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    file.write_bytes(EXAMPLE_CASE.read_bytes())
    case = load_case(file)
    for number in range(20):
        facts = (*case.facts, Fact(text=f'Fact {number} with "quotes" and a\nsecond line.'))
        case = case.model_copy(update={"facts": facts})
        save_case(case, file)
    assert load_case(file) == case
    assert _comments(file.read_text("utf-8")) == _comments(EXAMPLE_CASE.read_text("utf-8"))
