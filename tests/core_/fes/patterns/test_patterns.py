"""Cross-checks say what is unusual, show the printed table, and never say a level is wrong."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import core.fes.patterns.typical_levels as module
from core.errors import UsageError
from core.fes.grading import evaluate_levels
from core.fes.patterns.check import check
from core.fes.patterns.typical_levels import (
    KINDS,
    Column,
    Deviation,
    Kind,
    Table,
    deviation,
    kinds_of,
    source,
    tables,
)
from core.fes.points import rate_levels
from core.model import Citation, Notice
from core.standards.catalog import load_table

TABLE = load_table("fes-primary")
LADDERS = {factor.key: factor.ladder() for factor in TABLE.factors}
CODES = {
    "grade-outside-tables",
    "level-outside-tables",
    "unusual-level",
    "unusual-contacts",
    "unusual-pair",
    "pattern-elsewhere",
}
complete_levels = st.fixed_dictionaries(
    {key: st.sampled_from(ladder) for key, ladder in LADDERS.items()}
)
some_kinds = st.lists(st.sampled_from(KINDS), min_size=1, unique=True).map(tuple)

# Table 4 (clerical and assistance work), p. 17, read off anew, column by column.
CLERICAL = {
    1: "1-1 2-1 3-1 4-1 5-1 6-1 7-1 8-1 9-1",
    2: "1-2 2-1 3-1 4-1 5-1 6-1 7-1 8-1 9-1",
    3: "1-2 2-2 3-1 4-2 5-1 6-1/6-2 7-1 8-1 9-1",
    4: "1-3 2-2 3-2 4-2 5-2 6-2 7-1 8-1 9-1",
    5: "1-3 2-2 3-2 4-3 5-2 6-2 7-1/7-2 8-1 9-1",
    6: "1-4 2-2 3-3 4-3 5-2/5-3 6-2 7-1/7-2 8-1 9-1",
    7: "1-4 2-3 3-3 4-3 5-3 6-2 7-2 8-1 9-1",
}


def codes(found: tuple[Notice, ...]) -> list[str]:
    return [finding.code for finding in found]


def only(found: tuple[Notice, ...], code: str) -> Notice:
    (finding,) = (one for one in found if one.code == code)
    return finding


def table_of(kind: Kind) -> Table:
    return next(table for table in tables() if table.kind == kind)


def typical_patterns(kind: Kind) -> tuple[Column, ...]:
    return table_of(kind).columns


def deviations(levels: dict[str, str], kind: Kind, grade: int) -> list[Deviation]:
    columns = [column for column in typical_patterns(kind) if column.grade == grade]
    compared = (deviation(level, columns) for level in levels.values())
    return [one for one in compared if one is not None]


# --- the tables as data ------------------------------------------------------------------


def test_the_clerical_table_is_as_printed() -> None:
    patterns = typical_patterns("clerical")
    assert {
        pattern.grade: " ".join("/".join(cell) for cell in pattern.levels.values())
        for pattern in patterns
    } == CLERICAL
    assert table_of("clerical").page == "17"


def test_each_kind_covers_the_grades_printed() -> None:
    grades = {kind: [pattern.grade for pattern in typical_patterns(kind)] for kind in KINDS}
    assert grades == {
        "professional": [5, 7, 9, 11, 12, 13, 14, 15],
        "administrative": [5, 7, 9, 11, 12, 13, 14],
        "technical": [2, 3, 4, 5, 6, 7, 8, 9],
        "clerical": [1, 2, 3, 4, 5, 6, 7],
    }
    assert {table.kind: table.page for table in tables()} == {
        "professional": "14",
        "administrative": "15",
        "technical": "16",
        "clerical": "17",
    }


def test_a_cell_may_hold_two_levels_and_a_table_is_cited_by_its_page() -> None:
    (pattern,) = (one for one in typical_patterns("administrative") if one.grade == 12)
    assert pattern.levels["4"] == ("4-4", "4-5")
    assert pattern.levels["8"] == ("8-1",)
    assert Citation(**source((table_of("administrative"),))).label() == (
        "The Classifier's Handbook (TS-107 August 1991), Chapter 2, Factor Level Relationships, "
        "Table 2, p. 15"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_typical_position_earns_the_grade_it_is_printed_for(kind: Kind) -> None:
    for pattern in typical_patterns(kind):
        ends = [
            evaluate_levels("fes-primary", {key: cell[end] for key, cell in pattern.levels.items()})
            for end in (0, -1)
        ]
        grades = [one.grade for one in ends]
        if (kind, pattern.grade) == ("technical", 7):
            # The one column whose alternatives cannot all be taken together.
            assert grades == ["GS-6", "GS-8"]
        else:
            assert grades == [f"GS-{pattern.grade}"] * 2


@pytest.mark.corpus
def test_every_cell_stands_in_the_handbook_in_that_order(corpus: Path) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(corpus / "standards" / "classifier-handbook.pdf")
    for table in tables():
        text = document[int(table.page) - 1].get_textpage().get_text_range()
        text = re.sub("[\u2010-\u2015\u2212]", "-", text)
        assert f"Table {table.number}" in text
        assert table.title.upper() in text
        assert text.rstrip().endswith(table.page)
        heads = re.findall(r"\bGS-(\d\d)\b", text)
        assert [int(grade) for grade in heads] == [column.grade for column in table.columns]
        cells = re.findall(r"\b[1-9]-[1-9](?:\s+or\s+[1-9]-[1-9])?", text)
        ours = [
            " or ".join(column.levels[str(factor)])
            for factor in range(1, 10)
            for column in table.columns
        ]
        assert [re.sub(r"\s+", " ", cell) for cell in cells] == ours


# --- what is unusual ---------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_typical_position_is_not_unusual_in_anything(kind: Kind) -> None:
    for pattern in typical_patterns(kind):
        if (kind, pattern.grade) == ("technical", 7):
            continue
        for end in (0, -1):
            levels = {key: cell[end] for key, cell in pattern.levels.items()}
            assert check(rate_levels("fes-primary", levels), kinds=kind) == ()
            assert deviations(levels, kind, pattern.grade) == []


def test_the_decision_shows_the_typical_pattern_of_gs_11(levels: dict[str, str]) -> None:
    assert check(rate_levels("fes-primary", levels)) == ()
    assert check(rate_levels("fes-primary", levels), kinds=kinds_of("0080")) == ()
    # Level 8-2 is common in professional work only.
    found = check(rate_levels("fes-primary", levels), kinds="administrative")
    assert codes(found) == ["level-outside-tables"]
    assert found[0].message.startswith(
        "Level 8-2 for Factor 8 (Physical Demands) stands in no column of Table 2 "
        "(administrative work), at any grade."
    )
    assert found[0].citation.page == "15"


def test_everything_sought_departs_from_the_pattern_of_gs_13(
    levels: dict[str, str], decision: dict[str, Any]
) -> None:
    found = check(
        rate_levels("fes-primary", {**levels, **decision["sought"]}), kinds=kinds_of("0080")
    )
    assert codes(found) == [
        "unusual-level",
        "unusual-level",
        "unusual-level",
        "unusual-pair",
        "pattern-elsewhere",
    ]
    assert [finding.message.partition(":")[0] for finding in found[:3]] == [
        "Level 1-7 for Factor 1 (Knowledge Required by the Position) is unusual at GS-13",
        "Level 2-5 for Factor 2 (Supervisory Controls) is unusual at GS-13",
        "Level 3-5 for Factor 3 (Guidelines) is unusual at GS-13",
    ]
    assert "show Level 1-8 there, and this is one level lower." in found[0].message
    assert "show Level 2-4 there, and this is one level higher." in found[1].message
    assert found[3].message.startswith(
        "Level 1-7 (shown for GS-11 and GS-12) stands in no column of Tables 1 and 2 "
        "(professional and administrative work) together with Level 2-5 (shown for GS-14 and "
        "GS-15), Level 3-5 (shown for GS-14 and GS-15) or Level 5-5 (shown for GS-13 and GS-14)."
    )
    assert found[3].citation.page == "14, 15"
    assert found[3].citation.section == ("Chapter 2, Factor Level Relationships, Tables 1 and 2")
    assert found[4].message == (
        "Taken together the levels lie nearer to the GS-14 column of Table 1 (professional work) "
        "(1 level away in all) than to that of GS-13 (3 levels away in all), the grade their "
        "points earn. The points decide; the pattern is a reason to look at every factor once "
        "more."
    )
    assert found[4].citation.page == "14"


def test_contacts_that_do_not_go_together_name_their_common_rule(levels: dict[str, str]) -> None:
    found = check(rate_levels("fes-primary", {**levels, "6": "6-1"}))
    contacts = only(found, "unusual-contacts")
    assert contacts.message.startswith(
        "Level 6-1 (shown for GS-1 to GS-3 and GS-5) and Level 7-3 (shown for GS-9 and GS-11 to "
        "GS-15) stand together in no column of Tables 1, 2, 3 and 4. Factors 6 and 7 rest on the "
        "same contacts (p. 26)"
    )
    pair = only(found, "unusual-pair")
    assert pair.message.startswith("Level 6-1 (shown for GS-1 to GS-3 and GS-5)")
    assert "Level 7-3" not in pair.message
    assert "2 levels lower" in only(found, "unusual-level").message


def test_a_single_clash_is_told_from_the_level_that_is_off() -> None:
    # GS-7 clerical with 1-3 in place of 1-4: 3-3 and 5-3 are typical there, 1-3 is not.
    levels = dict(zip(LADDERS, CLERICAL[7].split(), strict=True))
    found = check(
        rate_levels("fes-primary", {**levels, "1": "1-3", "3": "3-2", "2": "2-2"}), kinds="clerical"
    )
    pair = only(found, "unusual-pair")
    assert pair.message.startswith("Level 5-3 (shown for GS-6 and GS-7) stands in no column")
    assert "together with Level 1-3 (shown for GS-4 and GS-5) or Level 3-2" in pair.message


def test_a_grade_without_a_column_is_said_and_levels_are_still_compared(
    levels: dict[str, str],
) -> None:
    gs10 = {**levels, "3": "3-1", "7": "7-2"}
    assert evaluate_levels("fes-primary", gs10).grade == "GS-10"
    found = check(rate_levels("fes-primary", gs10), kinds=("professional", "administrative"))
    assert codes(found) == ["grade-outside-tables", "unusual-pair"]
    assert found[0].message == (
        "Tables 1 and 2 (professional and administrative work) have no column for GS-10, so "
        "there is no printed pattern to set these levels beside."
    )
    assert check(rate_levels("fes-primary", gs10), kinds="professional")[0].message.startswith(
        "Table 1 (professional work) has no column for GS-10"
    )
    assert deviations(gs10, "professional", 10) == []


def test_only_tables_with_the_grade_are_cited_for_a_level(levels: dict[str, str]) -> None:
    # GS-11 has no column in the technical and clerical tables.
    one = only(
        check(rate_levels("fes-primary", {**levels, "7": "7-1"}), kinds="professional"),
        "unusual-level",
    )
    assert one.message == (
        "Level 7-1 for Factor 7 (Purpose of Contacts) is unusual at GS-11: Table 1 (professional "
        "work) shows Level 7-2 or 7-3 there, and this is one level lower. The tables print "
        "common examples and exclude no other level: look at the factor once more."
    )
    found = only(check(rate_levels("fes-primary", {**levels, "5": "5-2"})), "unusual-level")
    assert found.citation.page == "14, 15"
    assert "Tables 1 and 2 (professional and administrative work) show Level 5-3" in found.message


def test_deviations_count_levels_from_the_nearest_printed(levels: dict[str, str]) -> None:
    changed = {**levels, "7": "7-1", "5": "5-5", "8": "8-3"}
    assert evaluate_levels("fes-primary", changed).grade == "GS-11"
    found = deviations(changed, "professional", 11)
    assert [(one.factor, one.level, one.typical, one.steps) for one in found] == [
        ("5", "5-5", ("5-3",), 2),
        ("7", "7-1", ("7-2", "7-3"), -1),
        ("8", "8-3", ("8-1", "8-2"), 1),
    ]
    other = deviations(levels, "professional", 9)
    assert [(one.level, one.steps) for one in other] == [("1-7", 1), ("2-4", 1), ("4-4", 1)]


# --- for every set of levels -------------------------------------------------------------


@given(complete_levels, some_kinds)
@settings(max_examples=60)
def test_what_is_reported_is_exactly_what_the_columns_lack(
    levels: dict[str, str], kinds: tuple[Kind, ...]
) -> None:
    columns = [pattern for kind in kinds for pattern in typical_patterns(kind)]
    rating = rate_levels("fes-primary", levels)
    at_grade = [column for column in columns if f"GS-{column.grade}" == rating.grade]
    found = check(rate_levels("fes-primary", levels), kinds=kinds)
    nowhere = {k for k, v in levels.items() if not any(v in c.levels[k] for c in columns)}
    odd = {k for k, v in levels.items() if not any(v in c.levels[k] for c in at_grade)} - nowhere

    def told(code: str) -> list[str]:
        pattern = r"Level (\d-\d)"
        return [
            re.match(pattern, one.message)[1].partition("-")[0]  # type: ignore[index]
            for one in found
            if one.code == code
        ]

    assert told("level-outside-tables") == sorted(nowhere)
    assert told("unusual-level") == (sorted(odd) if at_grade else [])
    assert ("grade-outside-tables" in codes(found)) is not bool(at_grade)
    apart = {
        frozenset(pair)
        for pair in combinations(sorted(levels.keys() - nowhere), 2)
        if not any(all(levels[k] in column.levels[k] for k in pair) for column in columns)
    }
    reported = set()
    for one in found:
        if one.code in ("unusual-pair", "unusual-contacts"):
            named = [level.partition("-")[0] for level in re.findall(r"Level (\d-\d)", one.message)]
            reported |= {frozenset((named[0], other)) for other in named[1:]}
    assert reported == apart
    assert ("unusual-contacts" in codes(found)) is (frozenset("67") in apart)


@given(complete_levels, some_kinds)
@settings(max_examples=40)
def test_the_pattern_is_elsewhere_only_when_another_column_is_nearer(
    levels: dict[str, str], kinds: tuple[Kind, ...]
) -> None:
    def away(cells: dict[str, tuple[str, ...]]) -> int:
        return sum(
            min(abs(int(level[2:]) - int(cell[2:])) for cell in cells[key])
            for key, level in levels.items()
        )

    grade = int(evaluate_levels("fes-primary", levels).grade.removeprefix("GS-"))
    columns = [pattern for kind in kinds for pattern in typical_patterns(kind)]
    here = [away(column.levels) for column in columns if column.grade == grade]
    found = [
        f
        for f in check(rate_levels("fes-primary", levels), kinds=kinds)
        if f.code == "pattern-elsewhere"
    ]
    nearest = min(away(column.levels) for column in columns)
    assert bool(found) is (bool(here) and nearest < min(here))
    for one in found:
        assert f"({nearest} level" in one.message
        assert f"({min(here)} levels away" in one.message


@given(complete_levels, some_kinds)
@settings(max_examples=40)
def test_no_check_says_wrong_or_stands_without_its_table(
    levels: dict[str, str], kinds: tuple[Kind, ...]
) -> None:
    pages = {"professional": 14, "administrative": 15, "technical": 16, "clerical": 17}
    for finding in check(rate_levels("fes-primary", levels), kinds=kinds):
        assert finding.code in CODES
        assert finding.severity == "note"
        assert not re.search(r"\b(wrong|error|incorrect|must|invalid)\b", finding.message)
        assert finding.citation.document == "The Classifier's Handbook"
        cited = {int(page) for page in finding.citation.page.split(", ")}
        assert cited <= {pages[kind] for kind in kinds}
        assert finding.message.endswith(".")


@given(complete_levels)
@settings(max_examples=20)
def test_a_check_changes_nothing_and_ignores_order(levels: dict[str, str]) -> None:
    before = dict(levels)
    found = check(rate_levels("fes-primary", levels), kinds=("clerical", "technical"))
    assert levels == before
    backwards = {f"0{key}": level for key, level in reversed(levels.items())}
    assert (
        check(rate_levels("fes-primary", backwards), kinds=["technical", "clerical", "technical"])
        == found
    )


# --- kinds of work -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("series", "kinds"),
    [
        ("0080", ("professional", "administrative")),
        ("343", ("professional", "administrative")),
        ("0318", ("technical", "clerical")),
        ("0301", KINDS[:2]),
        ("0025", KINDS),
        (" 1849", ("professional", "administrative")),
        ("249", ("professional", "administrative")),
        ("", KINDS),
        ("  ", KINDS),
    ],
)
def test_kinds_of_a_series_follow_its_interval(series: str, kinds: tuple[Kind, ...]) -> None:
    assert kinds_of(series) == kinds


def test_wrong_kinds_are_refused(levels: dict[str, str]) -> None:
    with pytest.raises(UsageError, match='"wizardry" is not a kind of work') as caught:
        check(rate_levels("fes-primary", levels), kinds=("technical", "wizardry"))  # type: ignore[arg-type]
    assert caught.value.where == "kinds"
    assert caught.value.hint == ("The kinds are professional, administrative, technical, clerical.")
    with pytest.raises(UsageError) as none_named:
        check(rate_levels("fes-primary", levels), kinds=())
    assert none_named.value.sentence() == (
        "kinds: no kind of work is named. "
        "Name one of professional, administrative, technical, clerical."
    )


def test_the_file_of_tables_has_one_cell_for_every_grade() -> None:
    text = (Path(module.__file__).parent / "data" / "typical-levels-1991-08.toml").read_text(
        "utf-8"
    )
    for table in tomllib.loads(text)["tables"]:
        assert {len(cells) for cells in table["levels"].values()} == {len(table["grades"])}
        assert list(table["levels"]) == list(LADDERS)
