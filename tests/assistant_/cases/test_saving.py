"""Saving a case over the file it came from."""

from __future__ import annotations

from pathlib import Path

from assistant.cases.edits import load_case, save_case
from assistant.settings import EXAMPLE_CASE


def test_a_saved_case_keeps_the_comments_its_file_begins_with(tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    file.write_text("# Ours; do not pass on.\n\n" + EXAMPLE_CASE.read_text("utf-8"), "utf-8")
    case = load_case(file)
    save_case(case, file)
    save_case(case, file)
    assert file.read_text("utf-8").startswith("# Ours; do not pass on.\n")
    assert file.read_text("utf-8").count("do not pass on") == 1
    assert load_case(file) == case
