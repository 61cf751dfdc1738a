"""Lists of what became of series: what they may say, and every mistake told at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.errors import InputError
from core.standards.series import all_series, find_series, standing
from core.standards.series.changes import (
    SeriesChange,
    SeriesList,
    latest,
    named,
    read_list,
    read_table,
)

# Made up for the tests: no such memorandum exists.
LIST = """
title = "Fictional memorandum on series"
date = 2026-03-02
source = "made-up web page"

[[changes]]
series = "80"
became = "merged"
into = ["0085", "GS-86"]
effective = 2026-06-14

[[changes]]
series = "0301"
became = "renamed"
title = "Work of Many Kinds"

[[changes]]
series = 343
became = "cancelled"
note = "Nobody was left in it."
"""


def read(text: str) -> SeriesList:
    return read_list(text, where="list.toml", fmt="toml")


def test_a_list_says_of_each_series_what_became_of_it() -> None:
    changes = latest([read(LIST)])
    assert [(code, one.change.says()) for code, one in changes.items()] == [
        ("0080", "merged into 0085 and 0086, effective June 14, 2026"),
        ("0301", "renamed Work of Many Kinds"),
        ("0343", "cancelled"),
    ]
    assert changes["0343"].sentence() == (
        "GS-0343: cancelled, by “Fictional memorandum on series” of March 2, 2026, a list imported "
        "here. Nobody was left in it."
    )
    notice = changes["0080"].notice()
    assert (notice.code, notice.severity) == ("series_merged", "warning")
    assert notice.citation.document == "Fictional memorandum on series"


def test_the_newest_list_that_names_a_series_counts() -> None:
    older = read(LIST)
    newer = older.model_copy(
        update={"date": date(2026, 9, 1), "title": "A later one", "changes": older.changes[:1]}
    )
    changes = latest([newer, older])
    assert {code: one.title for code, one in changes.items()} == {
        "0080": "A later one",
        "0301": older.title,
        "0343": older.title,
    }
    assert [one.change.series for one in named(changes, ["GS-80", "", "0999", "0080"])] == ["0080"]


def test_every_mistake_of_a_list_is_told_at_once() -> None:
    wrong = """
titel = "A list"
date = 2026-03-02
[[changes]]
series = "oh"
became = "merged"
[[changes]]
series = "0301"
became = "renamed"
into = ["0343"]
[[changes]]
series = "0343"
became = "gone"
[[changes]]
series = "0080"
became = "cancelled"
into = ["0080"]
title = "No"
effective = "soon"
"""
    with pytest.raises(InputError) as caught:
        read(wrong)
    told = {one.where: one.message for one in caught.value.mistakes}
    assert set(told) == {
        "list.toml: titel",
        "list.toml: changes[1].series",
        "list.toml: changes[1].into",
        "list.toml: changes[2].into",
        "list.toml: changes[2].title",
        "list.toml: changes[3].became",
        "list.toml: changes[4].into",
        "list.toml: changes[4].title",
        "list.toml: changes[4].effective",
    }
    assert "needs the series it went into" in told["list.toml: changes[1].into"]
    assert all(one.hint for one in caught.value.mistakes)


def test_a_series_named_twice_and_an_empty_list_are_refused() -> None:
    with pytest.raises(InputError, match="given twice: 0080"):
        read(LIST + '\n[[changes]]\nseries = "0080"\nbecame = "cancelled"\n')
    with pytest.raises(InputError, match="names no series"):
        read('title = "A list"\ndate = 2026-03-02\nchanges = []\n')


def test_a_table_is_read_as_a_list() -> None:
    table = "Series,Became,Into,Title\n80,merged,0085; 0086,\n\n0301,renamed,,Work of Many Kinds\n"
    one = read_table(table, where="list.csv", title="Fictional table", day="2026-03-02")
    assert [(c.series, c.became, c.into, c.title) for c in one.changes] == [
        ("0080", "merged", ("0085", "0086"), ""),
        ("0301", "renamed", (), "Work of Many Kinds"),
    ]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("code,became\n80,cancelled\n", "does not name the columns"),
        ("series,becane\n80,cancelled\n", '"becane" is not a column'),
        ("series,series\n80,81\n", "named twice"),
        ("series,became\n80,cancelled,0085\n", "more than its 2 columns"),
        ("", "does not name the columns"),
        ("series,became\n", "names no series"),
    ],
)
def test_what_is_wrong_with_a_table_is_said(table: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_table(table, where="list.csv", title="Fictional table", day="2026-03-02")


def test_a_table_needs_a_name_and_a_date() -> None:
    with pytest.raises(InputError) as caught:
        read_table("series,became\n80,cancelled\n", where="list.csv", title=None, day="May")
    assert {one.where for one in caught.value.mistakes} == {"list.csv: title", "list.csv: date"}


def test_each_series_says_which_list_it_stands_on_and_that_it_may_have_changed() -> None:
    dates = {one.as_of for one in all_series()}
    assert dates == {"December 2018", "January 2023"}
    assert all(one.as_of in one.source for one in all_series())
    science = find_series("1560")
    assert science is not None
    assert science.as_of == "January 2023"
    for code, words in (("0343", "stands as listed"), ("0098", "is not listed"), ("", "Series")):
        said = standing(code)
        assert words in said
        assert "cancelled since" in said
        assert "December 2018" in said


def test_the_example_in_the_documentation_is_a_list() -> None:
    page = (Path(__file__).parents[4] / "docs" / "series-and-decisions.md").read_text("utf-8")
    one = read(page.partition("```toml\n")[2].partition("```")[0])
    assert [change.became for change in one.changes] == ["merged", "renamed", "cancelled"]
    for field in (*SeriesList.model_fields, *SeriesChange.model_fields):
        assert field == "changes" or f"`{field}`" in page
