"""What has to be looked at before a standard that was read may score.

Each check compares what was read with something else: the point values of the Primary
Standard, the rise of a ladder, the edges of neighbouring ranges, the pages of the document.
What does not hold is a doubt with the page to look at; a person confirms it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from core.standards.levels import joined_levels
from core.standards.series import find_series, pattern
from core.standards.settled import Doubt
from index.standards.record import Draft, ReadFactor, ReadStandard, doubtful

_OF_SERIES = re.compile(r"^[A-Z][\w &/,()-]{3,70}?[, ]\s*(?:GS-)?\d{4}$", re.IGNORECASE)
_FIRST_BY_TWO, _LAST_BY_TWO = 5, 11
"""Two-grade interval work leaves grades out between these two."""

SHORTEST = 8
"""A level's text with fewer characters than this cannot be a description."""


def doubts(standard: ReadStandard, values: Mapping[str, int]) -> list[Doubt]:
    """Return everything doubtful about a standard.

    Args:
        standard: what was read.
        values: the point value of every level its points are held against.
    """
    found: list[Doubt] = []
    own = standard.governing in ("chart", "points")
    for factor in standard.factors:
        # A guide by degrees has points of its own, and one for leaders has none.
        found += _factor(factor, values, charted=own or _charted(standard, factor.key))
    found += _factors(standard)
    found += _conversion(standard)
    found += _chart(standard, values)
    found += _pages(standard)
    found += _ladders(standard)
    criteria = {factor.criterion for factor in standard.factors}
    unsaid = standard.method == "narrative" and not own and not standard.rule_text
    if unsaid and len(criteria) > 1:
        found.append(
            doubtful(
                "criteria-combined",
                "criteria",
                "no rule was read by which the guide combines criteria that reach different "
                "grades: there a person has to weigh the work as a whole, as the guide means it",
                standard.page,
            )
        )
    if standard.day is None:
        found.append(
            doubtful(
                "edition-not-printed",
                "edition",
                "no date of issue is printed where one is expected; import it again with "
                "--edition YYYY-MM",
                standard.page,
            )
        )
    return found


def _charted(standard: ReadStandard, key: str) -> bool:
    return standard.combined is not None and key in map(str, standard.combined.factors)


def _factor(factor: ReadFactor, values: Mapping[str, int], *, charted: bool) -> Iterator[Doubt]:
    for level in factor.levels:
        where = f"Level {level.level}"
        if len(level.text) < SHORTEST and not (charted and level.points and not level.text):
            yield doubtful(
                "level-without-text", where, f"{where} has no description below its heading",
                level.page,
                # Its words may stand above a name that was taken for the heading of the next.
                blocks=level.grade is None,
            )  # fmt: skip
        if charted or level.grade is not None:
            continue
        value = values.get(level.level)
        if not level.points:
            continue
        if value is None and values:
            yield doubtful(
                "level-unknown", where,
                f"{where} with {level.points:,} points is not a level of the Primary Standard",
                level.page,
            )  # fmt: skip
        elif value is not None and value != level.points:
            yield doubtful(
                "points-differ", where,
                f"{where} is printed with {level.points:,} points, where the Primary Standard "
                f"gives {value:,}",
                level.page,
            )  # fmt: skip
    bare = [one for one in factor.levels if not one.points and one.grade is None]
    if bare and not charted and not bare[0].level[-1].isalpha():
        names = joined_levels(one.level for one in bare)
        yield doubtful(
            "points-missing",
            f"Level{'s' if len(bare) > 1 else ''} {names}",
            f"no points are printed for {names}; those of the Primary Standard are taken",
            bare[0].page,
        )
    for low, high in pairwise(factor.levels):
        if low.points and high.points and low.points >= high.points:
            yield doubtful(
                "points-do-not-rise", f"Level {high.level}",
                f"Level {high.level} has {high.points:,} points, not more than the "
                f"{low.points:,} of Level {low.level}",
                high.page,
            )  # fmt: skip


def parts_by_series(drafts: Iterable[Draft]) -> Iterator[Doubt]:
    """Yield a doubt for each factor whose levels go on under the name of a series.

    A series named right below a level's heading says what the level is for. Named after the
    level's own words, it may head words for that series or an illustration.
    """
    told: set[str] = set()
    for draft in drafts:
        named = [bool(row.heading and _OF_SERIES.search(row.text.strip())) for row in draft.rows]
        key = draft.level.partition("-")[0]
        if key in told or not named or named[0] or True not in named:
            continue
        told.add(key)
        row = draft.rows[named.index(True)]
        yield doubtful(
            "series-within-level",
            f"Level {draft.level}",
            f"Level {draft.level} goes on under the name of a series, "
            f'"{" ".join(row.text.split())[:60]}": what stands there may be an illustration',
            row.page,
        )


def _factors(standard: ReadStandard) -> Iterator[Doubt]:
    if standard.method == "narrative":
        return
    keys = {factor.key for factor in standard.factors}
    wanted = (
        {str(number) for number in range(1, 10)}
        if standard.method == "fes"
        else {"1", "2", "3", "4A", "4B", "5", "6"}
    )
    for key in sorted(wanted - keys):
        yield doubtful(
            "factor-missing", f"Factor {key}", f"no level of Factor {key} was found",
            standard.page, blocks=True,
        )  # fmt: skip
    for factor in standard.factors:
        if not factor.name:
            yield doubtful(
                "factor-unnamed", f"Factor {factor.key}", f"Factor {factor.key} has no name",
                factor.page,
            )  # fmt: skip
        for low, high in pairwise(factor.levels):
            between = _between(low.level, high.level)
            missing = [name for name in between if name not in standard.undescribed]
            if missing:
                yield doubtful(
                    "level-skipped", f"Factor {factor.key}",
                    f"Factor {factor.key} goes from Level {low.level} to Level {high.level}, and "
                    f"nothing says that {', '.join(missing)} is not described",
                    high.page, blocks=True,
                )  # fmt: skip


def _ladders(standard: ReadStandard) -> Iterator[Doubt]:
    """Yield a doubt for each grade that a guide without points seems to have lost.

    What one criterion of a kind of work describes, its other criteria describe as well, and
    grades follow each other: one by one, or 5, 7, 9, 11 in two-grade interval work.
    """
    if standard.method != "narrative":
        return
    kinds: dict[str, list[ReadFactor]] = {}
    for factor in standard.factors:
        kinds.setdefault(factor.kind, []).append(factor)
    for factors in kinds.values():
        pages = {
            level.grade: level.page
            for factor in factors
            for level in factor.levels
            if level.grade is not None
        }
        grades = sorted(pages)
        for low, high in pairwise(grades):
            lost = [f"GS-{one}" for one in range(low + 1, high)]
            in_twos = high - low == 2 and high <= _LAST_BY_TWO
            if not lost or (
                in_twos and _by_two(grades, standard.series) and not _named(factors, lost[0])
            ):
                continue
            yield doubtful(
                "grade-skipped", ", ".join(lost),
                f"the guide goes from GS-{low} to GS-{high}, and nothing says that "
                f"{' and '.join(lost)} is not described",
                pages[high],
            )  # fmt: skip
        for factor in factors:
            own = {level.grade for level in factor.levels}
            # A criterion may describe fewer grades at either end, but none inside is left out.
            inside = [one for one in grades if any(g and g < one for g in own)
                      and any(g and g > one for g in own)]  # fmt: skip
            for grade in (one for one in inside if one not in own):
                yield doubtful(
                    "grade-undescribed", f"{factor.name}, GS-{grade}",
                    f"{factor.name} does not describe GS-{grade}, which other criteria describe",
                    pages[grade],
                )  # fmt: skip


def _named(factors: Iterable[ReadFactor], grade: str) -> bool:
    """Tell whether a description names a grade, as one that compares itself with it does."""
    label = re.compile(rf"\bGS\s*-?\s*0?{grade.removeprefix('GS-')}\b")
    return any(label.search(level.text) for factor in factors for level in factor.levels)


def _by_two(grades: Sequence[int], series: Iterable[str]) -> bool:
    """Tell whether a ladder may leave out each second grade.

    Two-grade interval work has GS-5, 7, 9 and 11, then every grade; a series that normally has
    one-grade interval work only, and a ladder with an even grade below 11, go one by one.
    """
    known = [one for one in series if find_series(one) is not None]
    if known and all(pattern(one).interval == "one" for one in known):
        return False
    return all(grade >= _FIRST_BY_TWO and grade % 2 for grade in grades if grade < _LAST_BY_TWO)


def _between(low: str, high: str) -> list[str]:
    key, _, first = low.partition("-")
    last = high.partition("-")[2]
    if first.isdigit() and last.isdigit():
        return [f"{key}-{step}" for step in range(int(first) + 1, int(last))]
    if first.isalpha() and last.isalpha():
        return [f"{key}-{chr(step)}" for step in range(ord(first) + 1, ord(last))]
    return []


def _conversion(standard: ReadStandard) -> Iterator[Doubt]:
    if standard.method == "narrative":
        return
    rows = standard.conversion
    if not rows:
        yield doubtful(
            "conversion-missing", "conversion",
            "no table from points to grades was found; the master table of the Primary Standard "
            "is taken",
            standard.page,
        )  # fmt: skip
        return
    for row in rows:
        if row.max is not None and row.max < row.min:
            yield doubtful(
                "range-reversed", f"GS-{row.grade}",
                f"the range of GS-{row.grade} is printed {row.min:,} to {row.max:,}", row.page,
            )  # fmt: skip
    for low, high in pairwise(rows):
        where = f"GS-{high.grade}"
        if low.grade == high.grade:
            yield doubtful("grade-twice", where, f"{where} has two ranges", high.page)
        elif low.grade + 1 != high.grade:
            yield doubtful(
                "grade-skipped", where,
                f"the table goes from GS-{low.grade} to {where} without the grades between",
                high.page,
            )  # fmt: skip
        if low.max is None:
            yield doubtful(
                "range-open", f"GS-{low.grade}",
                f"the range of GS-{low.grade} has no end, though {where} follows", low.page,
            )  # fmt: skip
        elif high.min <= low.max:
            yield doubtful(
                "ranges-overlap", where,
                f"the range of {where} begins at {high.min:,}, inside that of GS-{low.grade}, "
                f"which ends at {low.max:,}",
                high.page,
            )  # fmt: skip
        elif high.min - low.max != 5:
            # Every point value is a multiple of 5, so neighbouring ranges stand 5 apart.
            yield doubtful(
                "ranges-apart", where,
                f"between GS-{low.grade}, which ends at {low.max:,}, and {where}, which begins at "
                f"{high.min:,}, totals have no grade",
                high.page,
            )  # fmt: skip


def _chart(standard: ReadStandard, values: Mapping[str, int]) -> Iterator[Doubt]:
    if standard.method == "narrative":
        return
    pages = {level.level: level.page for factor in standard.factors for level in factor.levels}
    lettered = [level for level in pages if level.partition("-")[2].isalpha()]
    chart = standard.combined
    if chart is None:
        if lettered:
            yield doubtful(
                "chart-missing", "Factors 6 and 7",
                "the levels of Factor 7 are lettered, and no chart of points was found",
                pages[lettered[0]],
            )  # fmt: skip
        return
    for cell in chart.cells:
        row, column = cell.levels
        first = values.get(row)
        second = values.get(f"7-{ord(column[-1]) - ord('A') + 1}")
        where = f"{row} with {column}"
        if first is not None and second is not None and first + second != cell.points:
            yield doubtful(
                "chart-points-differ", where,
                f"the chart gives {cell.points} points for {where}, where the Primary Standard's "
                f"values add up to {first + second}",
                chart.page,
            )  # fmt: skip
    described = {level.level for factor in standard.factors for level in factor.levels}
    for name in sorted({name for cell in chart.cells for name in cell.levels} - described):
        yield doubtful(
            "chart-level-undescribed", f"Level {name}",
            f"the chart has Level {name}, which is not described", chart.page,
        )  # fmt: skip
    for name in sorted(lettered):
        if not any(name in cell.levels for cell in chart.cells):
            yield doubtful(
                "chart-level-absent", f"Level {name}", f"the chart has no Level {name}", chart.page
            )


def _pages(standard: ReadStandard) -> Iterator[Doubt]:
    for page, roles in standard.accounts:
        if not roles:
            yield doubtful(
                "page-without-text", f"page {page}",
                f"nothing could be read on page {page}", page,
            )  # fmt: skip
    numbers = [int(page) for page, _ in standard.accounts if page.isdigit()]
    for before, after in pairwise(numbers):
        if after - before > 1:
            gap = f"{before + 1}" if after - before == 2 else f"{before + 1} to {after - 1}"
            yield doubtful(
                "pages-missing", f"page {gap}",
                f"after page {before} comes page {after}: page {gap} is not in the file",
                str(after),
            )  # fmt: skip
