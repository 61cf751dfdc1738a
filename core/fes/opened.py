"""A case opened: everything that follows from its standard, looked up once.

A position is scored with the edition of its standard in force on its date, with the levels its
extensions take from the Primary Standard, and with the answers and offsets that count. All of it
belongs together: whoever credits, asks, measures or tries other levels takes an opened case, and
nobody can leave a part of it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.fes.crediting.offsets import check_offsets
from core.fes.derivation import measured_notice
from core.fes.points import Rating, beyond_partial, rate_rows, resolve, side_levels
from core.law.pay_systems import other_plan_notice
from core.model import Answer, Case, NoticeData, Offset
from core.standards.catalog import load_table
from core.standards.criteria import Level
from core.standards.extensions import (
    Stated,
    extended_standard,
    extended_table,
    measured_table,
    stated,
)
from core.standards.levels import normal_factor, normal_level
from core.standards.model import Standard
from core.standards.reading import find_level, load_standard
from core.standards.table import PRIMARY_ID, PointTable


@dataclass(frozen=True)
class OpenedCase:
    """A case with its standard, its point table and what has been answered.

    ``own`` is the table of the case's standard as published; ``table`` and ``standard`` hold the
    levels of the case's ``extensions`` as well. ``answers`` is the answer that counts for each
    aspect, the latest finding on it.
    """

    case: Case
    own: PointTable
    table: PointTable
    standard: Standard
    extensions: tuple[Stated, ...]
    answers: Mapping[str, Answer]

    @cached_property
    def record(self) -> dict[str, str]:
        """Return the level of record of every factor the standard describes.

        Raises:
            LevelError: one is missing or wrong.
        """
        return side_levels(self.table, dict(self.case.levels))

    @cached_property
    def sought(self) -> dict[str, str]:
        """Return every level sought, those too that a partial edition does not know.

        Raises:
            LevelError: one is wrong.
        """
        given = dict(self.case.sought)
        return side_levels(self.table_for(given), given, name="sought", complete=False)

    @cached_property
    def beyond(self) -> dict[str, str]:
        """Return the levels sought that a partial edition does not know."""
        return beyond_partial(self.table, self.case.sought)

    def notices(self) -> list[NoticeData]:
        """Say what of the case the standard does not cover: its pay plan, and levels sought.

        Levels that a partial edition does not know are counted by the Primary Standard's points.
        """
        table = self.table_for(self.beyond)
        rows = [(table.by_factor[key], level) for key, level in sorted(self.beyond.items())]
        found = (measured_notice(table, row, row.by_level[level]) for row, level in rows)
        plan = other_plan_notice(self.case.current.pay_plan)
        return [one for one in (plan, *found) if one is not None]

    def described(self, level: str) -> tuple[Standard, Level]:
        """Return what a level asks, and the standard that says it.

        That is the Primary Standard for a level of its that a partial edition does not know.

        Raises:
            LevelError: neither has the level.
        """
        if level in self.beyond.values():
            primary = load_standard(PRIMARY_ID, self.case.as_of)
            return primary, find_level(primary, level)
        return self.standard, find_level(self.standard, level)

    @cached_property
    def offsets(self) -> dict[str, Offset]:
        """Return the offsets that hold, by the shortfall they balance.

        Raises:
            CaseError: one is refused (:func:`core.fes.crediting.offsets.check_offsets`).
        """
        return check_offsets(self.standard, self.case.offsets, self.answers)

    def rate(self, levels: Mapping[str, str], *, also: Iterable[Mapping[str, str]] = ()) -> Rating:
        """Rate levels of this position, one for every factor.

        Args:
            levels: factor to level.
            also: further levels that the table of the rating has to hold.

        Raises:
            LevelError: a level is wrong, missing, or beyond the standard for a factor the case
                does not extend.
        """
        table = self.table_for(levels, *also)
        rating = rate_rows(table, resolve(table, levels), self.case.as_of)
        return rating._replace(extensions=self.extensions) if self.extensions else rating

    def rate_sought(self) -> Rating:
        """Rate the position with every level sought; the other factors keep those of record.

        Raises:
            LevelError: a level is wrong, or a level of record is missing.
        """
        return self.rate({**self.record, **self.sought})

    def table_for(self, *given: Mapping[str, str]) -> PointTable:
        """Return the table, reaching as far as the levels given for the factors extended.

        Levels that a partial edition does not know are measured by the Primary Standard.

        Raises:
            LevelError: the Primary Standard cannot rate one of them.
        """
        extended = {one.key for one in self.extensions}
        beyond = any(
            key in extended and normal_level(level) not in self.table.by_factor[key].by_level
            for levels in given
            for factor, level in levels.items()
            if (key := normal_factor(factor)) is not None
        )
        table = self.table
        if beyond:
            known = (dict(self.case.levels), dict(self.case.sought))
            table = extended_table(
                self.own, self.extensions, [*known, *map(dict, given)], as_of=self.case.as_of
            )
        return measured_table(table, given, as_of=self.case.as_of)


def open_case(case: Case) -> OpenedCase:
    """Open a case: look up its standard and table and extend both as the case says.

    Raises:
        StandardError: the standard is unknown, cannot score or was not in force on the date.
        LevelError, CaseError: an extension is refused.
    """
    own = load_table(case.standard, case.as_of)
    standard = load_standard(case.standard, case.as_of)
    extensions = stated(case.extensions)
    table = own
    if extensions:
        given = (dict(case.levels), dict(case.sought))
        table = extended_table(own, extensions, given, as_of=case.as_of)
        standard = extended_standard(standard, load_standard(PRIMARY_ID, case.as_of), table)
    return OpenedCase(
        case=case,
        own=own,
        table=table,
        standard=standard,
        extensions=extensions,
        answers={finding.aspect: finding.answer for finding in case.findings},
    )
