"""Levels tried out over a case: the core rates them; nothing here computes a point."""

from __future__ import annotations

from core.errors import AppError
from core.fes.charts import sides
from core.fes.grading import evaluate_opened
from core.fes.opened import OpenedCase, open_case
from core.fes.points import Rating
from core.fes.review import even_notes
from core.fes.whatif.odds import GradeShare, distribution
from core.fes.whatif.thresholds import Flip, flips
from core.model import Case
from core.standards.table import FactorRow

_EVEN = 50
_MOST = 100


class Trial:
    """The levels of a case, turned one by one.

    ``weights`` holds, for each factor turned, the percent at which the level tried is believed.
    """

    def __init__(self, opened: OpenedCase, credited: dict[str, str]) -> None:
        self.opened = opened
        self.factors: tuple[FactorRow, ...] = tuple(sides(opened.table).values())
        self.credited = credited
        self.sought = dict(opened.case.sought)
        self.levels = dict(credited)
        self.weights: dict[str, int] = {}
        self.rating: Rating | None = None
        self.flips: tuple[Flip, ...] = ()
        self._rate()

    @classmethod
    def of(cls, case: Case) -> Trial:
        """Begin from the levels credited, or from those of record that are known.

        Raises:
            AppError: when the case's standard cannot score.
        """
        opened = open_case(case)
        try:
            credited = evaluate_opened(opened).levels
        except AppError:
            # Levels of record are missing: those that are there begin, the others are turned.
            credited = {str(factor): level for factor, level in case.levels.items()}
        return cls(opened, credited)

    @property
    def open(self) -> tuple[FactorRow, ...]:
        """The factors without a level."""
        return tuple(factor for factor in self.factors if factor.key not in self.levels)

    @property
    def lowest(self) -> int:
        """The least total that the open factors allow."""
        return self._bound(0)

    @property
    def highest(self) -> int:
        """The highest total that the open factors allow."""
        return self._bound(-1)

    def _bound(self, end: int) -> int:
        whole = {f.key: self.levels.get(f.key, f.levels[end].level) for f in self.factors}
        return self.opened.rate(whole).total

    @property
    def difference(self) -> int:
        """How many points the levels tried differ from those credited."""
        if self.rating is None or len(self.credited) < len(self.factors):
            return 0
        return self.rating.total - self.opened.rate(self.credited).total

    @property
    def notes(self) -> list[str]:
        """What is to be heeded about the grade tried."""
        if self.rating is None:
            return []
        case = self.opened.case
        series = (case.current.series, case.requested.series)
        rows = self.opened.table.conversion
        return [note["message"] for note in even_notes(rows, self.rating.grade, series)]

    def turn(self, factor: str, level: str) -> None:
        """Try a level."""
        self.levels[factor] = level
        if self.credited.get(factor) in (None, level):
            self.weights.pop(factor, None)
        else:
            self.weights[factor] = self.weights.get(factor, _EVEN)
        self._rate()

    def beside(self, factor: str) -> tuple[str, ...]:
        """Return the level tried of a factor and those beside it; all, when it has none."""
        levels = [one.level for one in self.row(factor).levels]
        tried = self.levels.get(factor)
        at = levels.index(tried) if tried in levels else None
        return tuple(levels if at is None else levels[max(at - 1, 0) : at + 2])

    def row(self, factor: str) -> FactorRow:
        """Return a factor of the table, or a side of its combined chart."""
        return next(one for one in self.factors if one.key == factor)

    def weigh(self, factor: str, by: int) -> None:
        """Believe a level tried more, or less."""
        if factor in self.weights:
            self.weights[factor] = min(max(self.weights[factor] + by, 0), _MOST)

    def _rate(self) -> None:
        self.rating, self.flips = None, ()
        if not self.open:
            self.rating = self.opened.rate(self.levels)
            self.flips = flips(self.rating)

    def odds(self) -> tuple[GradeShare, ...]:
        """Return the share of each grade that the levels tried can lead to; none without any."""
        contested: dict[str, dict[str, object]] = {
            factor: {self.levels[factor]: share, self.credited[factor]: _MOST - share}
            for factor, share in self.weights.items()
        }
        if not contested or self.rating is None:
            return ()
        table = self.opened.table_for(self.credited, self.levels)
        return distribution(table, self.credited, contested).grades
