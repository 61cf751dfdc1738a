"""Files are written whole or not at all, and keep what their owner made of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.errors import StorageError
from index.documents.files import replace_file

posix = pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")


@posix
def test_a_replaced_file_keeps_its_mode_and_a_private_one_is_its_owners(tmp_path: Path) -> None:
    shared, own = tmp_path / "shared", tmp_path / "own"
    shared.write_text("old")
    shared.chmod(0o640)
    replace_file(shared, b"new", private=True)
    replace_file(own, b"new", private=True)
    assert (shared.read_text(), shared.stat().st_mode & 0o777) == ("new", 0o640)
    assert own.stat().st_mode & 0o777 == 0o600


@posix
def test_a_new_file_is_as_open_as_any_other_the_person_makes(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("")
    replace_file(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


@posix
def test_what_a_link_leads_to_is_written_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    file, link = tmp_path / "folder" / "case.toml", tmp_path / "link.toml"
    file.write_text("old")
    link.symlink_to(file)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert file.read_text() == "new"


@posix
def test_a_file_protected_against_writing_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "signed.md"
    file.write_text("signed")
    file.chmod(0o444)
    with pytest.raises(StorageError, match="protected against writing"):
        replace_file(file, b"new")
    assert file.read_text() == "signed"


def test_a_failed_writing_leaves_the_former_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "statement.md"
    file.write_text("former")

    def full(path: Path) -> None:
        path.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(StorageError, match="No space left on device"):
        replace_file(file, full)
    assert file.read_text() == "former"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_is_made_in_the_data_folder_only(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="No such file"):
        replace_file(tmp_path / "mistyped" / "statement.md", b"")
    replace_file(tmp_path / "data" / "list.json", b"", private=True)
    assert (tmp_path / "data" / "list.json").exists()
    if os.name != "nt":
        assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
