"""Cross-checks say what is unusual, show the printed table, and never say a level is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from core.errors import UsageError
from core.fes.grading import evaluate_levels
from core.fes.patterns.check import check
from core.fes.patterns.typical_levels import KINDS, Kind, kinds_of
from core.fes.points import rate_levels
from tests.core_.fes.patterns.columns import (
    CLERICAL,
    LADDERS,
    codes,
    deviations,
    only,
    typical_patterns,
)

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
