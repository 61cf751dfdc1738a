"""The levels of a standard while it is walked through: opened, gone on with, taken together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from core.standards.settled import Correction, Doubt
from index.language import structure
from index.language.structure import fold
from index.standards.outline import undescribed, unusual
from index.standards.outline.examples import Examples
from index.standards.outline.marks import LevelMark, level_mark
from index.standards.record import Draft, FactorDraft, doubtful, place
from index.standards.rows import Row

_LISTED = re.compile(
    r"^(?i:level\s+)?\(?(?P<step>[1-4]|[A-Da-d])(?:(?:[.):-]|\s+--?)\s+(?=\S)|\s+(?=[A-Z]))(?P<rest>.*)$",
    re.DOTALL,
)


_OF_FACTOR = re.compile(
    r"\b(?:this|the) factor\b|\bfactor (?:covers|measures|considers|assesses|includes|deals)\b",
    re.IGNORECASE,
)
"""What a paragraph says that tells what a factor measures, and is of none of its levels."""


def _of_factor(row: Row) -> bool:
    return _OF_FACTOR.search(row.text) is not None


class Levels(Examples):
    """Reads the headings of levels, and gives the rows below them to drafts."""

    def __init__(
        self,
        rows: Sequence[Row],
        names: Mapping[str, str],
        values: Mapping[str, int],
        *,
        behind: bool = False,
    ) -> None:
        super().__init__()
        self._behind = behind
        self.rows = list(rows)
        self.factors: dict[str, FactorDraft] = {}
        self.unknown: dict[str, str] = {}
        self.repairs: list[str] = []
        self.doubts: list[Doubt] = []
        self._names = names
        self._values = values
        self._factor: str | None = None
        self._both = False
        self._ahead: tuple[Row, int] | None = None
        self._parts: dict[int, str] = {}
        self._closed: int | None = None
        self._place = 0

    def _content(self, row: Row) -> None:
        """Take a row that is no heading."""
        raise NotImplementedError

    def _level_mark(self, row: Row) -> LevelMark | None:
        if self._factor in ("6", "7"):
            bare = structure.bare_level(fold(row.text))
            listed = _LISTED.match(row.text) if bare is None and self._both_lettered(row) else None
            step = bare or (listed["step"].upper() if listed else None)
            if step is not None:
                key = "7" if step.isalpha() else self._factor if not self._both else "6"
                offset = listed.start("rest") if listed else 0
                rest = row.text[offset:] if listed else ""
                return LevelMark(key, step, None, rest, offset, run_in=bool(listed))
        mark = level_mark(row.text, heading=row.heading, factor=self._factor, values=self._values)
        if mark is None and self._factor is not None and row.heading:
            bare = structure.bare_level(fold(row.text))
            if bare is not None and bare.isdigit() and f"{self._factor}-{bare}" in self._values:
                mark = LevelMark(self._factor, bare, None)
                mark.repairs.append(f"Level {mark.level} is printed without its factor")
        return mark

    def _opens_unusually(self, row: Row) -> bool:
        """Open the level that a row names in an unusual form; tell whether it does.

        The row may hold one part of the heading, with the others below it, or the level's words
        with their level behind them.
        """
        text, place = fold(row.text), self._place
        cells = unusual.in_a_table(text, self._values)
        if cells is not None:
            cell, start = cells
            mark = LevelMark(cell.factor, cell.step, cell.points, text[start:], start)
            mark.run_in = True
            whole = Row(row.text[: cell.at], row.start, row.start + cell.at, row.page)
            return self._opens_awaited(whole, mark)
        named = unusual.heading(text, self._factor, self._values)
        if named is not None:
            mark = LevelMark(named.factor, named.step, named.points, text[named.at :], named.at)
            mark.run_in = bool(mark.rest.strip())
            return self._opens_awaited(row, mark)
        below = self.rows[place : place + unusual.PARTS]
        if below[:1] != [row]:
            return False
        found = unusual.over_lines([fold(one.text) for one in below], self._factor, self._values)
        if found is not None:
            count, named = found
            if not self._opens_awaited(row, LevelMark(named.factor, named.step, named.points)):
                return False
            self._parts.update((one.start, f"Level {named.level}") for one in below[1:count])
            return True
        named = unusual.behind(text, self._values) if self._mode == "factor" else None
        if named is None:
            return False
        mark = LevelMark(named.factor, named.step, named.points, text[: named.at], run_in=True)
        words = Row(row.text[: named.at], row.start, row.start + named.at, row.page)
        return self._opens_awaited(words, mark, behind=True)

    def _opens_awaited(self, row: Row, mark: LevelMark, *, behind: bool = False) -> bool:
        if not self._awaits(mark):
            return False
        held = self.factors[mark.factor].rows
        before = held[self._closed :] if behind and self._closed is not None else []
        del held[len(held) - len(before) :]
        self._open_level(row, mark)
        if behind:
            draft = self.levels[mark.level]
            draft.rows[:0] = before
            self.doubts.append(
                doubtful(
                    "level-named-behind",
                    f"Level {mark.level}",
                    f"Level {mark.level} is named behind its words: see whether they begin with "
                    f'"{" ".join(draft.rows[0].text.split())[:40]}"',
                    row.page,
                )
            )
            self._level, self._mode, self._closed = None, "factor", len(held)
        return True

    def _awaits(self, mark: LevelMark) -> bool:
        """Tell whether numbers alone can be a heading here, rather than a row of a table."""
        known = self.levels.get(mark.level)
        here = self._region == "main" and self._mode in ("factor", "level", "illustration")
        return here and mark.factor == self._factor and (known is None or not known.rows)

    def _both_lettered(self, row: Row) -> bool:
        """Tell whether items such as ``1.`` and ``a.`` are the levels of a combined chart here."""
        if self._region != "main" or not self._both or self._mode not in ("factor", "level"):
            return False
        found = _LISTED.match(row.text)
        if found is None:
            return False
        digit = found["step"].isdigit()
        steps = [name.partition("-")[2] for name in self.levels
                 if name.startswith("6-" if digit else "7-")]  # fmt: skip
        following = chr(ord(max(steps)) + 1) if steps else ("1" if digit else "A")
        return found["step"].upper() == following and (digit or "6-1" in self.levels)

    def _open_level(self, row: Row, mark: LevelMark) -> None:
        if mark.rest and not mark.run_in and self._note_undescribed(row):
            self._level, self._mode = None, "between"
            self._role(row, "levels not described")
            return
        if self._region == "illustrations":
            self._example = self._new_illustration(row, mark.level, mark.rest)
            return
        if self._region == "outside":
            self.sections.setdefault("appendix", []).append(row)
            self._role(row, "appendix")
            return
        self._renumber(mark)
        current, known = self._level, self.levels.get(mark.level)
        self.repairs += [text for text in mark.repairs if text not in self.repairs]
        self.doubts += [
            doubtful("level-number-read", f"Level {mark.level}", text, row.page)
            for text in mark.doubts
        ]
        if re.search(r"\billustrat", mark.rest, re.IGNORECASE) and not mark.run_in:
            self._illustrate(row, mark.level, mark.rest)
            return
        if current is not None and current is known:
            if current.points is None:
                current.points = mark.points
            self._role(row, f"Level {mark.level}")  # the same level again, after a page break
            if mark.run_in:
                self._content(self._cut(row, mark))
            return
        if known is not None and known.rows:
            self._again(row, mark, known)
            return
        self._start(row, mark)

    def _note_undescribed(self, row: Row) -> bool:
        """Keep the levels a row says are not described; tell whether it says so of any."""
        names = undescribed.levels(row.text)
        for name in names:
            if name in self._values:
                self.unknown.setdefault(name, row.page)
        return bool(names)

    def _start(self, row: Row, mark: LevelMark) -> None:
        if mark.factor not in self.factors:
            name = self._names.get(mark.factor, "")
            self.factors[mark.factor] = FactorDraft(mark.factor, name, row.page, numbered=False)
            self.doubts.append(
                doubtful(
                    "factor-heading-missing",
                    f"Factor {mark.factor}",
                    f"no heading of Factor {mark.factor} stands before Level {mark.level}",
                    row.page,
                )
            )
        self._factor = mark.factor
        before = self.levels.get(mark.level)
        points = mark.points if mark.points is not None else before.points if before else None
        draft = Draft(mark.level, points, row.page, row.depth)
        self.levels[mark.level] = draft
        self._level, self._mode, self._example = draft, "level", None
        since = self._closed or 0
        self._closed = None
        self._role(row, f"Level {mark.level}")
        if self._behind and not mark.run_in:
            held = self.factors[mark.factor].rows
            since += sum(1 for _ in takewhile(_of_factor, held[since:]))
            draft.rows, held[since:] = held[since:], []
            self._level, self._mode, self._closed = None, "factor", len(held)
        if mark.run_in:
            self._content(self._cut(row, mark))

    def _open_corrected(self, row: Row, correction: Correction) -> None:
        """Open a level where a person says that it begins."""
        factor, _, step = correction.level.partition("-")
        before = self.levels.pop(correction.level, None)
        mark = LevelMark(factor, step, correction.points)
        if mark.points is None and before is not None:
            mark.points = before.points
        self._start(row, mark)
        self._content(row)

    def _cut(self, row: Row, mark: LevelMark) -> Row:
        """Return what follows a run-in heading on its row, as a row."""
        start = row.start + mark.offset
        return Row(row.text[mark.offset :], start, row.end, row.page)

    def _renumber(self, mark: LevelMark) -> None:
        """Read a level numbered for another factor as this factor's, when only that fits."""
        factor = self._factor
        if factor is None or mark.factor == factor or mark.level not in self.levels:
            return
        meant = f"{factor}-{mark.step}"
        if meant in self.levels or self._values.get(meant) != mark.points or not mark.points:
            return
        last = [name for name in self.levels if name.partition("-")[0] == factor]
        if last and f"{factor}-{int(mark.step) - 1}" not in self.levels:
            return
        mark.doubts.append(
            f"a second Level {mark.level} stands under Factor {factor} and is read as Level {meant}"
        )
        mark.factor = factor

    def _again(self, row: Row, mark: LevelMark, known: Draft) -> None:
        """Take a level that is described already: more of it, or an illustration of it."""
        within = self._factor == mark.factor and self._mode != "section"
        if mark.points is None or not within:
            self._illustrate(row, mark.level, mark.rest)
            if mark.points is None:
                return
        self.doubts.append(
            doubtful(
                "level-described-twice",
                f"Level {mark.level}",
                f"Level {mark.level} is described twice, first on {place(known.page)}; "
                + ("both are taken together" if within else "the second is kept as an example"),
                row.page,
            )
        )
        if within:
            self._level, self._mode, self._example = known, "level", None
            self._role(row, f"Level {mark.level}")

    def _points_ahead(self, mark: LevelMark) -> None:
        """Take points that stand on the row before a level's heading, beside or above it."""
        if self._ahead is None or mark.points is not None:
            return
        row, points = self._ahead
        held = self._level.rows if self._level is not None else []
        if self._factor is not None and self._mode == "factor":
            held = self.factors[self._factor].rows
        if held and held[-1] is row and self._values.get(mark.level) == points:
            held.pop()
            mark.points = points
