"""A person's cases: made, opened, changed, renamed, copied, deleted and brought back."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from assistant.cases.shelf import (
    WAITING,
    ChangedElsewhereError,
    Shelf,
    case_or_file,
    file_name,
    open_file,
    save_file,
)
from core.errors import CaseError, StorageError, UsageError
from core.model import Case, Fact

_CASE = Case(title="Budget analyst, GS-0560-11", facts=(Fact(text="I check ledgers."),))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "home")


def test_a_new_case_is_listed_and_opens_as_it_was(shelf: Shelf) -> None:
    made = shelf.new(_CASE)
    assert made.name == "budget-analyst-gs-0560-11"
    assert shelf.open(made.name).case == _CASE
    assert shelf.open("budget analyst, gs-0560-11").path == made.path
    assert [one.title for one in shelf.entries()] == [_CASE.title]
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600


def test_two_cases_of_one_title_have_two_names(shelf: Shelf) -> None:
    assert [shelf.new(_CASE).name, shelf.new(_CASE).name][1].endswith("-2")
    with pytest.raises(UsageError, match="several cases"):
        shelf.open(_CASE.title)


def test_the_case_changed_last_comes_first(shelf: Shelf) -> None:
    first, second = shelf.new(Case(title="First")), shelf.new(Case(title="Second"))
    os.utime(second.path, (1_000_000, 1_000_000))
    assert [one.name for one in shelf.entries()] == [first.name, second.name]


def test_two_windows_notice_each_other(shelf: Shelf) -> None:
    here, there = shelf.new(_CASE), shelf.open("budget-analyst-gs-0560-11")
    changed = _CASE.model_copy(update={"question": "Which grade?"})
    there = shelf.save(there, changed)
    assert here.changed()
    assert not there.changed()
    with pytest.raises(ChangedElsewhereError, match="changed by another window"):
        shelf.save(here, _CASE)
    assert shelf.open(here.name).case == changed
    shelf.save(here, _CASE, overwrite=True)
    assert shelf.open(here.name).case == _CASE


def test_a_file_removed_meanwhile_is_not_made_again_unasked(shelf: Shelf) -> None:
    here = shelf.new(_CASE)
    shelf.delete(here.name)
    with pytest.raises(ChangedElsewhereError, match="removed"):
        shelf.save(here, _CASE)


def test_renaming_changes_title_and_name_and_takes_the_session_along(shelf: Shelf) -> None:
    made = shelf.new(_CASE)
    shelf.keep_state(made.name, {"turns": ["hello"]})
    renamed = shelf.rename(made.name, "Ledger checks")
    assert (renamed.name, renamed.title) == ("ledger-checks", "Ledger checks")
    assert shelf.state("ledger-checks") == {"turns": ["hello"]}
    assert shelf.state(made.name) is None
    assert [one.name for one in shelf.entries()] == ["ledger-checks"]
    assert shelf.open("ledger-checks").case == _CASE.model_copy(update={"title": "Ledger checks"})


def test_a_copy_has_a_title_of_its_own_and_the_comments(shelf: Shelf) -> None:
    made = shelf.new(_CASE)
    made.path.write_text("# By hand.\n" + made.path.read_text("utf-8"), "utf-8")
    copy = shelf.duplicate(made.name)
    assert copy.title == f"Copy of {_CASE.title}"
    assert copy.path.read_text("utf-8").startswith("# By hand.\n")
    shelf.keep_state(made.name, {WAITING: {"levels": {"1": "1-2"}}, "turns": ["hello"]})
    assert shelf.state(shelf.duplicate(made.name).name) == {WAITING: {"levels": {"1": "1-2"}}}
    assert shelf.open(made.name).case == _CASE


def test_a_deleted_case_comes_back_with_its_session(shelf: Shelf) -> None:
    made = shelf.new(_CASE)
    shelf.keep_state(made.name, {"open": "2-5.review"})
    gone = shelf.delete(made.name)
    assert shelf.entries() == []
    assert shelf.trash() == [gone]
    back = shelf.restore()
    assert (back.name, shelf.open(back.name).case) == (made.name, _CASE)
    assert shelf.state(back.name) == {"open": "2-5.review"}
    with pytest.raises(UsageError, match="no deleted case"):
        shelf.restore(gone)


def test_a_broken_file_is_listed_with_what_is_wrong(shelf: Shelf) -> None:
    made = shelf.new(_CASE)
    made.path.write_text("title = ", "utf-8")
    (entry,) = shelf.entries()
    assert entry.problem
    with pytest.raises(CaseError):
        shelf.open(made.name)


def test_a_name_cannot_lead_out_of_the_shelf(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "secret.toml").write_text('title = "x"\n')
    for name in ("../secret", "/etc/passwd", ".trash", ""):
        with pytest.raises(UsageError):
            shelf.path(name)


def test_a_protected_file_stays_as_it_was(shelf: Shelf) -> None:
    made = shelf.new(_CASE)
    made.path.chmod(0o400)
    with pytest.raises(StorageError, match="protected"):
        shelf.save(made, Case(title="Other"))
    assert shelf.open(made.name).case == _CASE


def test_a_file_elsewhere_is_saved_in_the_same_way(shelf: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('# mine\ntitle = "A"\n', "utf-8")
    opened = case_or_file(shelf, str(file))
    saved = save_file(opened, opened.case.model_copy(update={"title": "B"}))
    assert file.read_text("utf-8") == '# mine\ntitle = "B"\n'
    assert open_file(file) == saved
    with pytest.raises(CaseError, match="no such file"):
        case_or_file(shelf, "none.toml")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Supervisory Facility Management Specialist", "supervisory-facility-management"),
        ("Lead Management and Program Analyst (HR)", "lead-management-and-program-analyst-hr"),
        ("x" * 60, "x" * 40),
    ],
)
def test_a_long_name_ends_with_a_whole_word(title: str, name: str) -> None:
    assert file_name(title) == name
