"""Choosing an edition, and refusing a standard's file with a mistake in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from core.errors import LevelError, StandardError
from core.standards.catalog import Catalog, list_standards, load_table
from core.standards.levels import factor_of
from core.standards.reading import (
    check_standard,
    find_factor,
    find_level,
    load_standard,
    read_standard,
)

SMALL = """
id = "small"
edition_id = "2001"
title = "Small Standard"
document = "A made-up document"
edition = "2001"
page = "1"
method = "fes"
status = "in_force"
in_force_from = 2001-01-01
pay_plan = "GS"

[[factors]]
factor = 1
name = "Knowledge"
page = "1"
measures = "What is known."
[[factors.levels]]
level = "1-1"
points = 50
page = "2"
summary = "Little."
[[factors.levels.aspects]]
key = "depth"
name = "Depth"
text = "Shallow."
[[factors.levels]]
level = "1-2"
points = 200
page = "3"
summary = "More."
[[factors.levels.aspects]]
key = "depth"
name = "Depth"
text = "Deep."

[[conversion]]
grade = 1
min = 50
max = 100
page = "4"
[[conversion]]
grade = 2
min = 150
page = "4"
"""


def swap(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def test_the_small_standard_is_right_before_anything_is_broken() -> None:
    file = read_standard(SMALL, where="small.toml")
    assert file.table.factors[0].ladder() == ("1-1", "1-2")
    assert file.table.conversion[-1].max is None


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (swap('level = "1-2"', 'level = "1-1"'), "factors[1].levels[2].level repeats Level 1-1"),
        (swap('level = "1-1"', 'level = "1-3"'), "factors[1].levels[2].level is 1-2"),
        (swap('level = "1-2"', 'level = "2-2"'), "does not belong to Factor 1"),
        (swap('level = "1-2"', 'level = "1-2.5"'), "factors[1].levels[2].level is '1-2.5'"),
        (swap("points = 200", "points = 50"), "factors[1].levels[2].points is 50"),
        (swap("points = 50", "points = 0"), "factors[1].levels[1].points is 0"),
        (swap("points = 200", "points = 200.5"), "points must be a whole number"),
        (swap("points = 200", "points = true"), "points must be a whole number"),
        (swap("points = 200\n", ""), "factors[1].levels[2].points is missing"),
        (swap('page = "3"\n', ""), "factors[1].levels[2].page is missing"),
        (swap('page = "1"\nmeasures', "measures"), "factors[1].page is missing"),
        (swap('max = 100\npage = "4"', "max = 100"), "conversion[1].page is missing"),
        (swap("factor = 1", 'factor = "one"'), "factors[1].factor is 'one'"),
        (swap('summary = "More."', 'summary = ""'), "levels[2].summary must be a text"),
        (swap('summary = "More."', 'sumary = "More."'), "levels[2].sumary is not a key"),
        (
            swap('name = "Depth"', 'name = "Depth"\nsignificance = true'),
            "significance is not a key",
        ),
        (swap('key = "depth"', 'key = "Depth of it"'), "aspects[1].key is 'Depth of it'"),
        (swap('key = "depth"', 'key = "depth"\nsignificant = false'), "none that is significant"),
        (swap('key = "depth"', 'key = "depth"\nany_of = "a"'), "there is no alternative"),
        (swap("min = 150", "min = 100"), "conversion[2].min is 100, which overlaps"),
        (swap("grade = 2", "grade = 1"), "conversion[2].grade is 1, which stands after 1"),
        (swap("max = 100\n", ""), "conversion[2].min follows grade 1, which has no max"),
        (swap("max = 100", "max = 40"), "conversion[1].max is 40, below its min"),
        (swap("min = 150", "min = 250"), "conversion has no grade for 200 points"),
        (swap("2001-01-01", '"2001-01-01"'), "in_force_from must be a date"),
        (swap("2001-01-01", "2001-01-01\nin_force_to = 2000-01-01"), "in_force_to lies before"),
        (swap('"in_force"', '"valid"'), "status is 'valid'"),
        (swap('method = "fes"', 'method = "ranking"'), "method is 'ranking'"),
        (swap('id = "small"', 'id = "small"\ncolour = "red"'), "colour is not a key"),
        (swap("[[factors]]", "[factors]"), "factors must be a list"),
        (swap("[[factors]]", "[[factors"), "not valid TOML"),
    ],
)
def test_a_mistake_in_a_file_is_named_with_its_field(
    change: Callable[[str], str], field: str
) -> None:
    with pytest.raises(StandardError) as caught:
        read_standard(change(SMALL), where="small.toml")
    assert caught.value.where == "small.toml"
    assert field in caught.value.message
    assert caught.value.hint


def test_the_same_factor_twice_is_refused() -> None:
    again = SMALL[SMALL.index("[[factors]]") : SMALL.index("[[conversion]]")]
    with pytest.raises(StandardError, match="repeats Factor 1"):
        read_standard(SMALL.replace("[[conversion]]", again + "[[conversion]]", 1), where="x.toml")


def library(root: Path, *editions: tuple[str, str, str]) -> Catalog:
    folder = root / "small"
    folder.mkdir(parents=True)
    for name, begins, ends in editions:
        text = SMALL.replace('"2001"\ntitle', f'"{name}"\ntitle', 1)
        text = text.replace("2001-01-01", begins + (f"\nin_force_to = {ends}" if ends else ""))
        if ends:
            text = text.replace('"in_force"', '"superseded"')
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return Catalog(root, check=check_standard)


def test_the_edition_in_force_on_the_date_is_chosen(tmp_path: Path) -> None:
    catalog = library(tmp_path, ("2001", "2001-01-01", "2009-07-31"), ("2009", "2009-08-01", ""))
    assert catalog.table("small", date(2009, 7, 31)).edition_id == "2001"
    assert catalog.table("small", date(2009, 8, 1)).edition_id == "2009"
    assert catalog.table("small").edition_id == "2009"
    assert catalog.in_force("small", date(2005, 1, 1)).edition_id == "2001"


def test_a_new_edition_is_a_new_file_and_leaves_the_one_before_as_it_is(tmp_path: Path) -> None:
    alone = library(tmp_path / "alone", ("2001", "2001-01-01", ""))
    both = library(tmp_path / "both", ("2001", "2001-01-01", ""), ("2009", "2009-08-01", ""))
    before = both.table("small", date(2009, 7, 31))
    assert before.edition_id == "2001"
    assert before.content == alone.table("small").content
    assert both.table("small", date(2009, 8, 1)).edition_id == "2009"
    assert both.table("small").edition_id == "2009"


def test_editions_that_begin_on_the_same_day_are_refused(tmp_path: Path) -> None:
    catalog = library(tmp_path, ("2001", "2001-01-01", ""), ("2002", "2001-01-01", ""))
    with pytest.raises(StandardError, match="2001 and 2002 begin on the same day"):
        catalog.table("small")


def test_an_edition_that_ended_applies_no_more_where_none_followed(tmp_path: Path) -> None:
    catalog = library(tmp_path, ("2001", "2001-01-01", ""), ("2009", "2009-08-01", "2010-12-31"))
    with pytest.raises(StandardError, match="in force on 2011-01-01"):
        catalog.table("small", date(2011, 1, 1))


def test_a_date_before_every_edition_is_refused_naming_those_held(tmp_path: Path) -> None:
    catalog = library(tmp_path, ("2001", "2001-01-01", "2009-07-31"), ("2009", "2009-08-01", ""))
    with pytest.raises(StandardError) as caught:
        catalog.table("small", date(1999, 1, 1))
    assert "1999-01-01" in caught.value.message
    assert caught.value.where == "as_of"
    assert "2001, in force from 2001-01-01 to 2009-07-31" in caught.value.hint


def test_editions_that_overlap_are_refused(tmp_path: Path) -> None:
    catalog = library(tmp_path, ("2001", "2001-01-01", "2010-01-01"), ("2009", "2009-08-01", ""))
    with pytest.raises(StandardError, match="does not end before 2009 begins"):
        catalog.table("small")


def test_a_file_under_another_name_is_refused(tmp_path: Path) -> None:
    catalog = library(tmp_path, ("2001", "2001-01-01", ""))
    (tmp_path / "small" / "2001.toml").rename(tmp_path / "small" / "2002.toml")
    with pytest.raises(StandardError, match=r"edition_id is '2001', but the file is '2002\.toml'"):
        catalog.table("small")


@pytest.mark.parametrize("name", ["gs-0000", "", "../fes-primary", "fes-primary/2009-08", "FES"])
def test_an_unknown_standard_names_the_ones_there_are(name: str) -> None:
    with pytest.raises(StandardError) as caught:
        load_standard(name)
    assert caught.value.where == "standard"
    assert "fes-primary" in caught.value.hint


def test_every_bundled_edition_can_be_loaded_whole() -> None:
    entries = list_standards()
    assert "fes-primary" in [entry.id for entry in entries]
    for entry in entries:
        standard = load_standard(entry.id, entry.in_force_from)
        assert (standard.id, standard.edition_id) == (entry.id, entry.edition_id)


def test_table_and_standard_agree_on_every_number() -> None:
    table, standard = load_table("fes-primary"), load_standard("fes-primary")
    assert [
        (row.level, row.points, row.page) for factor in table.factors for row in factor.levels
    ] == [
        (level.level, level.points, level.page)
        for factor in standard.factors
        for level in factor.levels
    ]
    assert [(row.grade, row.min, row.max) for row in table.conversion] == [
        (row.grade, row.min, row.max) for row in standard.conversion
    ]


def test_two_levels_can_be_set_side_by_side() -> None:
    standard = load_standard("fes-primary")
    for factor in standard.factors[1:]:
        keys = [{aspect.key for aspect in level.aspects} for level in factor.levels]
        for lower, higher in pairwise(keys):
            assert lower & higher, factor.name


def test_finding_factors_and_levels_in_any_spelling() -> None:
    standard = load_standard("fes-primary")
    assert find_level(standard, "Level 2–5").points == 650
    assert find_factor(standard, "02").name == find_factor(standard, 2).name
    assert factor_of("2‑5") == 2
    with pytest.raises(LevelError, match="no Level 2-6"):
        find_level(standard, "2-6")
    with pytest.raises(LevelError, match="no Factor 10"):
        find_level(standard, "10-1")
    with pytest.raises(LevelError, match="is not a level"):
        factor_of("two")
