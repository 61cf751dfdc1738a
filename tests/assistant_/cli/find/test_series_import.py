"""A list of what became of series: imported, kept, and shown wherever a series is."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.settings import EXAMPLE
from tests.index_.conftest import Ran
from tests.index_.lamp_documents import write

Fes = Callable[..., Ran]

# Made up for the tests: no such memorandum exists.
LIST = """
title = "Fictional memorandum on series"
date = 2026-03-02
source = "made-up web page"

[[changes]]
series = "0080"
became = "merged"
into = ["0085"]
effective = 2026-06-14

[[changes]]
series = "0098"
became = "cancelled"
"""
SAID = "GS-0080: merged into 0085, effective June 14, 2026"
GUARDS = """# Made-up Handbook of Occupational Groups

## 0000 – MADE-UP OCCUPATIONS GROUP

### 0080 – Security Administration Series*

In this fiction the people of this series keep lanterns away from the harbor.
"""


@pytest.fixture
def listed(fes: Fes, tmp_path: Path) -> Path:
    """The file that a list was imported into."""
    ran = fes("series", "import", str(write(tmp_path, "list.toml", LIST)), "--json")
    assert (ran.code, ran.err) == (0, "")
    data = json.loads(ran.out)
    assert data["not_listed"] == ["0098"]
    assert [one["became"] for one in data["changes"]] == ["merged", "cancelled"]
    return Path(data["path"])


def test_the_list_is_kept_in_the_data_folder_for_its_owner_alone(listed: Path) -> None:
    assert listed.parent == Path(os.environ["FES_HOME"]) / "series"
    assert stat.S_IMODE(listed.stat().st_mode) == 0o600
    assert [path.name for path in listed.parent.iterdir()] == [listed.name]


def test_importing_says_what_was_read_and_how_to_forget_it(fes: Fes, tmp_path: Path) -> None:
    said = " ".join(fes("series", "import", str(write(tmp_path, "a.toml", LIST))).out.split())
    assert "2 series (1 cancelled, 1 merged)" in said
    assert "In no list held here: 0098" in said
    assert "delete that file" in said


def test_a_list_of_the_same_name_takes_the_place_of_the_former(
    fes: Fes, listed: Path, tmp_path: Path
) -> None:
    newer = LIST.replace('"0080"\nbecame = "merged"\ninto = ["0085"]', '"0081"\nbecame="cancelled"')
    assert fes("series", "import", str(write(tmp_path, "newer.toml", newer))).code == 0
    assert [path.name for path in listed.parent.iterdir()] == [listed.name]
    assert json.loads(fes("series", "show", "80", "--json").out)["since"] is None
    assert json.loads(fes("series", "show", "81", "--json").out)["since"]["became"] == "cancelled"


def test_a_series_is_marked_where_it_is_listed_shown_and_found(fes: Fes, listed: Path) -> None:
    assert listed.is_file()
    shown = " ".join(fes("series", "show", "80").out.split())
    assert SAID in shown
    assert "Fictional memorandum on series" in shown
    row = json.loads(fes("series", "show", "80", "--json").out)
    assert row["since"]["into"] == ["0085"]
    assert row["since"]["list_date"] == "2026-03-02"
    assert "[merged into 0085, effective June 14, 2026]" in " ".join(
        fes("series", "list", "--group", "0000").out.split()
    )
    found = fes("series", "find", "runs the building security program and vets contractors")
    assert SAID in " ".join(found.out.split())
    gone = fes("series", "show", "98")
    assert gone.code == 2
    assert "GS-0098: cancelled" in gone.err


def test_series_say_the_list_they_stand_on_and_that_it_may_have_changed(fes: Fes) -> None:
    for arguments in (("list",), ("show", "343"), ("find", "keeps the books")):
        said = " ".join(fes("series", *arguments).out.split())
        assert "December 2018" in said
        assert "cancelled since" in said
    row = json.loads(fes("series", "show", "1560", "--json").out)
    assert (row["as_of"], row["since"]) == ("January 2023", None)


def test_a_search_on_a_series_says_so_and_marks_its_hits(
    fes: Fes, listed: Path, tmp_path: Path
) -> None:
    assert listed.is_file()
    fes("ingest", str(write(tmp_path / "documents", "guards.md", GUARDS)))
    ran = fes("search", "lanterns of the harbor", "--series", "80")
    assert "GS-0080 stands as listed" in ran.err
    assert SAID in ran.err
    assert SAID in " ".join(ran.out.split())
    (hit,) = json.loads(fes("search", "lanterns of the harbor", "--series", "80", "--json").out)
    assert SAID in hit["series_since"][0]


def test_a_case_in_the_series_is_warned_and_nothing_it_computes_changes(
    fes: Fes, tmp_path: Path
) -> None:
    path = tmp_path / "case.toml"
    text = (EXAMPLE / "case.toml").read_text("utf-8")
    assert 'series = "9999"' in text
    path.write_text(text.replace('series = "9999"', 'series = "0080"'), "utf-8")
    before = json.loads(fes("score", str(path), "--json").out)
    assert "GS-0080 stands as listed" in " ".join(fes("score", str(path)).out.split())
    fes("series", "import", str(write(tmp_path, "list.toml", LIST)))
    after = json.loads(fes("score", str(path), "--json").out)
    assert {k: v for k, v in after.items() if k != "findings"} == {
        k: v for k, v in before.items() if k != "findings"
    }
    (added,) = [one for one in after["findings"] if one not in before["findings"]]
    assert added["code"] == "series_merged"
    assert SAID in added["message"]
    assert SAID in " ".join(fes("score", str(path)).out.split())
    assert SAID in " ".join(fes("ask", "What grade is it?", "--case", str(path)).out.split())


def test_what_if_an_appeal_and_a_statement_are_warned_as_well(
    fes: Fes, tmp_path: Path, listed: Path
) -> None:
    assert listed.is_file()
    path = tmp_path / "case.toml"
    text = (EXAMPLE / "case.toml").read_text("utf-8")
    path.write_text(text.replace('series = "9999"', 'series = "0080"'), "utf-8")
    facts = write(
        tmp_path,
        "facts.toml",
        'title = "Made up"\npay_plan = "GS"\ngrade = 11\ndisputed = ["grade"]\n',
    )
    appeal = ("appeal", str(facts), "--case", str(path))
    for arguments in (("whatif", str(path)), appeal):
        assert SAID in " ".join(fes(*arguments).out.split())
    (told,) = json.loads(fes(*appeal, "--json").out)["findings"]
    assert told["code"] == "series_merged"
    paper = tmp_path / "statement.md"
    assert fes("export", str(path), "--to", str(paper)).code == 0
    assert SAID in " ".join(paper.read_text("utf-8").split())


def test_an_answer_on_a_series_says_what_became_of_it(fes: Fes, listed: Path) -> None:
    assert listed.is_file()
    said = " ".join(fes("ask", "What is the 0080 series?").out.split())
    assert SAID in said
    assert "cancelled since" in said
    assert SAID not in " ".join(fes("ask", "What is the 0343 series?").out.split())


def test_a_table_is_imported_with_its_name_and_date(fes: Fes, tmp_path: Path) -> None:
    table = write(tmp_path, "list.csv", "series,became,into\n80,merged,85\n")
    ran = fes("series", "import", str(table), "--title", "Fictional table", "--date", "2026-03-02")
    assert ran.code == 0
    assert "merged into 0085" in " ".join(fes("series", "show", "80").out.split())


@pytest.mark.parametrize(
    ("name", "text", "options", "said"),
    [
        ("a.toml", "title = ", (), "not valid TOML"),
        ("a.toml", 'title = "A list"\n', (), '"date" is missing'),
        ("a.toml", LIST, ("--title", "x"), "are for a CSV file"),
        ("a.csv", "series,became\n80,cancelled\n", (), '"title" is missing'),
        ("a.toml", None, (), "there is no such file"),
    ],
)
def test_what_cannot_be_imported_is_said_and_nothing_is_kept(
    fes: Fes, tmp_path: Path, name: str, text: str | None, options: tuple[str, ...], said: str
) -> None:
    path = tmp_path / name if text is None else write(tmp_path, name, text)
    ran = fes("series", "import", str(path), *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not (Path(os.environ["FES_HOME"]) / "series").exists()


def test_a_kept_list_that_was_damaged_names_its_file_and_the_remedy(fes: Fes, listed: Path) -> None:
    listed.write_text("{", "utf-8")
    ran = fes("series", "show", "80")
    assert ran.code == 3
    assert listed.name in ran.err
    assert "import the list again" in " ".join(ran.err.split())
