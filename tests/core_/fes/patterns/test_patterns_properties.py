"""What holds of the cross-checks for every set of levels and every kind of work."""

from __future__ import annotations

import re
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.fes.grading import evaluate_levels
from core.fes.patterns.check import check
from core.fes.patterns.typical_levels import KINDS, Kind
from core.fes.points import rate_levels
from tests.core_.fes.patterns.columns import LADDERS, codes, typical_patterns

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
