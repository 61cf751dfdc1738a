"""Walking through a standard row by row: which row belongs to which level, example or section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from index.language import structure
from index.language.structure import fold
from index.standards.outline import sections, tables, undescribed
from index.standards.outline.levels import Levels
from index.standards.outline.marks import FactorMark, factor_mark, level_mark
from index.standards.outline.run_in import factor_run_in
from index.standards.record import HEADING, Draft, FactorDraft
from index.standards.rows import Row

_LEAVES_EXAMPLES = frozenset({"conversion", "levels", "chart", "primary", "appendix"})
_MINOR = frozenset({"coverage", "exclusions", "titles", "definition", "notes", "other", "grading",
                    "summary"})  # fmt: skip
_FACTOR_LEVEL = re.compile(
    r"^factor\s+(?P<factor>[1-9][AB]?)\b(?!\s*-\s*\d).{0,90}?"
    r"(?P<named>\b(?:level|fld|fl)\s+(?P<level>[1-9][AB]?-[1-9])\b)",
    re.IGNORECASE,
)
_SERIES_NAME = re.compile(r"^[A-Z][\w &/,()-]{3,80}, (?:GS-)?\d{3,4}(?: illustrations?\(s\))?$",
                          re.IGNORECASE)  # fmt: skip
_CODE = re.compile(r"\d{3,4}")
_CONTACTS = frozenset({"persons contacted", "personal contacts", "purpose of contacts"})
_POINTS_OPEN = re.compile(r"^(\d{1,2},\d{3}|\d{1,4})\s+points?\s+(?=[a-z])", re.IGNORECASE)
_NAME_ALONE = re.compile(
    r"^(?:[A-Z][\w/&'()-]*|and|of|the|for|in)(?: (?:[A-Z][\w/&'()-]*|and|of|the|for|in)){1,6}"
    r"(?:,? (?:GS-)?\d{3,4})?$"
)
_RECURS = 3
"""A heading that stands so often names what the text under it is for."""
_FIGURE = re.compile(r"^\W*(\d{1,2},\d{3}|\d{1,4})\W*$")
_POINTS_ALONE = re.compile(r"^\(?(\d{1,2},\d{3}|\d{1,4})\s*(?:points?|pts\.?)\)?$", re.IGNORECASE)


def _series_of(text: str) -> str:
    """Return the code of the series that a row is the name of, without leading zeros, or ""."""
    folded = fold(text).strip()
    return _CODE.findall(folded)[-1].lstrip("0") if _SERIES_NAME.match(folded) else ""


class Outline(Levels):
    """Reads rows into drafts of factors, levels, examples and sections."""

    def __init__(
        self,
        rows: Sequence[Row],
        names: Mapping[str, str],
        values: Mapping[str, int],
        *,
        behind: bool = False,
    ) -> None:
        super().__init__(rows, names, values, behind=behind)
        self.tails: dict[str, tuple[int, Row, str]] = {}
        self.loose: list[tuple[str, Row]] = []
        self._section = "front"
        self._section_depth = 0
        self._joined = False
        self._headings = Counter(row.text.strip() for row in self.rows if row.heading)
        self._heads = self._under_levels()
        for place, row in enumerate(self.rows):
            self._place = place
            self._row(row)

    def _under_levels(self) -> str:
        """Return the code of the one series whose name stands right under level after level.

        It says what the whole standard is for. Where several series have words of their own
        at a level, their names stay with them.
        """
        found = Counter(
            _series_of(below.text)
            for row, below in pairwise(self.rows)
            if structure.level_heading(row.text)
        )
        named = [code for code, count in found.items() if code and count >= _RECURS]
        return named[0] if len(named) == 1 else ""

    # --- one row -------------------------------------------------------------------------

    def _row(self, row: Row) -> None:
        if row.start in self._parts:
            self._role(row, self._parts[row.start])
            return
        if row.closes:
            self._level, self._mode, self._example = None, "between", None
        if row.opens is not None:
            self._region = "main"
            self._open_corrected(row, row.opens)
            return
        benchmark = sections.benchmark_title(row)
        section = sections.section_of(row)
        if benchmark is not None and section != "benchmarks":
            self._region = "benchmarks"
            self._level = None
            self._begin_benchmark(row, benchmark)
            self._role(row, "benchmarks")
            return
        if self._region == "benchmarks" and section not in _LEAVES_EXAMPLES:
            if sections.ends_benchmarks(row):
                self._open_section(row, "other")
                self._region = "outside"
            else:
                self._in_benchmark(row)
            return
        if section is not None and self._opens(row, section):
            self._open_section(row, section)
            return
        if row.text.lower() in ("and", "&") and self._factor == "6" and self._mode == "factor":
            self._role(row, "Factor 6")
            self._joined = True
            return
        both = _FACTOR_LEVEL.match(fold(row.text)) if self._region == "main" else None
        if both is not None and len(row.text) < HEADING:
            self._factor_with_level(row, both)
            return
        plain = " ".join(fold(row.text).lower().split())
        if plain == "(continued)":
            self._role(row, "continued")
            return
        if self._both and plain.removesuffix("(continued)").strip(" :.") in _CONTACTS:
            # A caption of the chart's two sides, set like the text.
            self._level, self._mode, self._example = None, "factor", None
            self._role(row, f"Factor {self._factor}")
            return
        level = self._level_mark(row)
        whole = level is not None and level.points is not None and level.factor == self._factor
        if not whole and self._opens_unusually(row):
            return
        within = factor_run_in(row.text, self._names)
        if within is not None:
            opens, start = within
            self._open_factor(row, opens)
            self._row(Row(row.text[start:], row.start + start, row.end, row.page))
            return
        factor = factor_mark(
            row.text, heading=row.heading or self._next_factor(row), names=self._names
        )
        if factor is not None:
            six = self.factors.get("6")
            if self._joined and factor.factor == "7" and (six is None or not six.rows):
                factor = FactorMark("6", self._names.get("6", ""), both=True)
            self._joined = False
            self._open_factor(row, factor)
            return
        if level is not None and (not level.bare or self._awaits(level)):
            self._points_ahead(level)
            self._open_level(row, level)
            return
        self._content(row)

    def _next_factor(self, row: Row) -> bool:
        """Tell whether a row in a level's text is numbered as the factor that comes next."""
        number = row.text.strip()[:1]
        follows = bool(self._factor and self._factor.isdigit() and number.isdigit())
        return follows and self._mode == "level" and int(number) == int(self._factor or 0) + 1

    def _opens(self, row: Row, section: sections.Section) -> bool:
        """Tell whether a row that reads like a division opens one where it stands."""
        level = self._level
        if level is not None and section == "illustrations" and sections.opens_illustrations(row):
            return self._collected()
        if level is None or section not in _MINOR:
            return True
        return (
            bool(row.heading and level.depth and row.depth <= level.depth)
            or (not level.depth and row.heading)
            or (not row.heading and row.text.isupper())
        )

    def _collected(self) -> bool:
        """Tell whether illustrations of levels that are described already follow this row.

        Illustrations of the level just read stand under the same word, however large it is set:
        the next level described is a new one then, or none follows.
        """
        for row in self.rows[self._place + 1 :]:
            if factor_mark(row.text, heading=row.heading, names=self._names) is not None:
                return False
            mark = level_mark(row.text, heading=row.heading, factor=None, values=self._values)
            if mark is not None and not mark.bare:
                known = self.levels.get(mark.level)
                return known is not None and bool(known.rows)
        return False

    def _content(self, row: Row) -> None:
        if self._region == "illustrations":
            self._in_illustrations(row)
            return
        self._note_undescribed(row)
        level = self._level
        alone = _POINTS_ALONE.match(row.text) or self._figure_below(row)
        beside = alone is not None and level is not None and not (level.rows or level.points)
        higher = level is not None and level.depth and 0 < row.depth < level.depth and not beside
        if higher and self._ends(row) and not sections.opens_illustrations(row):
            self._level, self._mode, self._example = None, "between", None
        self._ahead = (row, int(alone[1].replace(",", ""))) if alone else None
        if self._mode == "level" and level is not None:
            if level.points is None and not level.rows and alone is not None:
                level.points = int(alone[1].replace(",", ""))
                self._role(row, f"Level {level.level}")
                return
            if level.rows and level.points is None:
                row = self._points_within(row, level)
            if level.rows and sections.opens_illustrations(row):
                self._illustrate(row, level.level, self._name_above(level))
            elif tables.is_matrix_row(row) or (not level.rows and self._in_matrix(row)):
                self._role(row, "matrix of series")
            elif undescribed.says_no_more(row.text):
                self._role(row, "levels not described")
            elif level.rows and sections.leads_to_examples(row):
                self._illustrate(row, level.level, self._name_above(level))
                self._in_illustrations(row)
            else:
                level.rows.append(row)
                self._role(row, f"Level {level.level}")
        elif self._mode == "illustration" and self._example is not None:
            self._example.rows.append(row)
            self._role(row, "illustrations")
        elif self._mode == "factor" and self._factor is not None:
            self._tail(row)
            self.factors[self._factor].rows.append(row)
            self.loose.append((self._factor, row))
            self._role(row, f"Factor {self._factor}")
        else:
            self._tail(row)
            if self._mode == "section" and row.heading and 0 < row.depth <= self._section_depth:
                self._mode = "between"
            name = self._section if self._mode in ("front", "section") else "between"
            if name == "between" and self._factor is not None:
                self.loose.append((self._factor, row))
            self.sections.setdefault(name, []).append(row)
            self._role(row, name)

    def _figure_below(self, row: Row) -> re.Match[str] | None:
        """Return the figure right below a level's name that is its points, without the word."""
        level = self._level
        if level is None or level.rows or level.points is not None:
            return None
        found = _FIGURE.match(row.text)
        value = self._values.get(level.level)
        return found if found and int(found[1].replace(",", "")) == value else None

    def _points_within(self, row: Row, level: Draft) -> Row:
        """Return a row without the level's points, which a cell beside the text left in it."""
        found = _POINTS_OPEN.match(row.text)
        if found is None or self._values.get(level.level) != int(found[1].replace(",", "")):
            return row
        level.points = self._values[level.level]
        return Row(row.text[found.end() :], row.start + found.end(), row.end, row.page)

    def _name_above(self, level: Draft) -> str:
        """Take the name of a series or a position that stands right above its illustration."""
        last = level.rows[-1].text.strip()
        if len(level.rows) < 2 or not _NAME_ALONE.match(last):
            return ""
        level.rows.pop()
        return last

    def _ends(self, row: Row) -> bool:
        """Tell whether a heading set larger than a level's ends it: not when it recurs.

        A standard for several series may print the name of the series under every level.
        """
        return self._headings[row.text.strip()] < _RECURS

    def _in_matrix(self, row: Row) -> bool:
        """Tell whether a row right under a level is a series' name in a matrix above its text.

        It is the only series there is, or it stands among other names: a name by itself says
        whom the words below it are for.
        """
        wrapped = tables.wrapped_matrix_row(self.rows[self._place : self._place + 4])
        if wrapped:
            rest = self.rows[self._place + 1 : self._place + wrapped]
            self._parts.update((one.start, "matrix of series") for one in rest)
            return True
        series = _series_of(row.text)
        if not series:
            return False
        beside = [*self.rows[self._place - 1 : self._place], *self.rows[self._place + 1 :][:1]]
        return series == self._heads or any(
            _series_of(one.text) or tables.is_matrix_row(one) for one in beside
        )

    def _tail(self, row: Row) -> None:
        """Note a row of a table that ends in a level of this factor and its points."""
        found = tables.level_tail(row)
        if found is not None and found[0].partition("-")[0] == self._factor:
            level, points, text = found
            self.tails.setdefault(level, (points, row, text))

    # --- sections ------------------------------------------------------------------------

    def _open_section(self, row: Row, section: sections.Section) -> None:
        if self._level is not None and section == "other":
            # A heading of its own kind after a factor's levels belongs to that factor.
            self._level, self._mode = None, "between"
            self.sections.setdefault("between", []).append(row)
            self._role(row, "between")
            return
        self._level = self._example = None
        self._section, self._section_depth = section, row.depth
        self._mode = "section"
        if section in ("illustrations", "benchmarks"):
            self._region = section
        elif section == "appendix":
            self._region = "outside" if self.levels else "main"
        elif section in _LEAVES_EXAMPLES:
            self._region = "main"
        self.sections.setdefault(section, []).append(row)
        self._role(row, section)

    # --- factors -------------------------------------------------------------------------

    def _open_factor(self, row: Row, mark: FactorMark) -> None:
        if self._region in ("illustrations", "outside"):
            self._factor = mark.factor
            self._example = None
            self._role(row, self._region)
            return
        repeated = mark.factor == self._factor and not mark.both
        if repeated and self._mode in ("level", "illustration"):
            self._role(row, f"Factor {mark.factor}")  # a running head left inside a level
            return
        if not repeated:
            self._level = self._example = None
            self._closed = None
        self.repairs += [text for text in mark.repairs if text not in self.repairs]
        self._both = mark.both or (self._both and mark.factor in ("6", "7"))
        self._factor = mark.factor
        self._mode = "factor"
        for key in ("6", "7") if mark.both else (mark.factor,):
            held = self.factors.get(key)
            described = any(level.partition("-")[0] == key for level in self.levels)
            if held is None or not (described or (held.numbered and not mark.numbered)):
                name = self._names.get(key, mark.name) if mark.both else mark.name
                kept = held.rows if held is not None and not mark.numbered else []
                self.factors[key] = FactorDraft(key, name, row.page, mark.numbered, kept)
        self._role(row, f"Factor {mark.factor}")

    def _factor_with_level(self, row: Row, found: re.Match[str]) -> None:
        """Read a heading of factor and level in one: a level's own, or a benchmark's credit.

        Where the level is described already, a benchmark has begun whose title did not say so:
        it begins with the last heading before.
        """
        known = self.levels.get(found["level"].upper())
        if known is None or not known.rows:
            name = self._names.get(found["factor"].upper(), "")
            self._open_factor(row, FactorMark(found["factor"].upper(), name))
            text = row.text[found.start("named") :]
            mark = level_mark(text, heading=True, factor=self._factor, values=self._values)
            if mark is not None:
                self._open_level(row, mark)
            return
        held = self._level.rows if self._level is not None else []
        start = len(held)
        while start and not (held[start - 1].heading or held[start - 1].text.isupper()):
            start -= 1
        taken = held[start - 1 :] if start else []
        del held[len(held) - len(taken) :]
        title = taken[0] if taken else row
        named = " ".join(title.text.split()) if taken else ""
        self._begin_benchmark(title, sections.graded_title(title) or (named, "", None))
        if self._example is not None:
            self._example.rows += taken[1:]
        self._region, self._level = "benchmarks", None
        for one in taken:
            self._role(one, "benchmarks")
        self._in_benchmark(row)
