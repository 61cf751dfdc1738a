"""Whether all of a standard was read: the document held against itself.

What a reading has lost leaves traces. A benchmark credits a level that nobody read; the heading
of a level, or its points, stand inside the text of another; a ladder ends below the top of the
Primary Standard though nothing says that the document ends it there; a factor has no levels.
Each of these is a doubt that blocks: a person has to look at the page and correct the reading or
give a reason to accept it, one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from core.standards.levels import joined_levels
from core.standards.settled import Doubt
from index.language import openings
from index.language.structure import fold
from index.standards.outline import undescribed
from index.standards.outline.run_in import factor_within
from index.standards.record import ReadFactor, ReadLevel, ReadStandard, doubtful
from index.standards.rows import Row

_NAMED = re.compile(
    rf"(?P<before>^|[.:;!?)\"]\s+|\n)?(?P<named>\b{openings.WORD}{openings.STRAY})?"
    r"(?<![\w.-])(?P<level>[1-9][AB]?\s?[-.~_]\s?[1-9])(?![\w%-]|\.\d|,\d)",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"(?<![\w$.,-])(?P<points>\d{1,2},\d{3}|\d{1,4})\s*(?P<unit>p[a-z0-9]{2,7})\b", re.IGNORECASE
)
_FIGURE = re.compile(r"(?<![\w$.,-])(?:\d,\d{3}|\d{1,4})(?![\w%-]|[.,]\d)")
_FEW = 8
"""A line of fewer words may be a heading."""
_TELLING = 25
"""As many points stand for little else when they are printed by themselves."""
_ALIKE = 0.7
"""How alike a word and "points" are, from 0 to 1, when one is taken for the other misread."""
_SHORT = 60
"""A row of fewer characters may be a heading."""
_OPENING = 40
"""How far into a long row, in characters, the heading that opens it can reach."""
_LOOSELY = re.compile(
    r"^[\W_]*(?:\([^)]{1,20}\)\s*)?(?P<word>[a-z]{2,7})[\s.:#-]{1,3}(?P<factor>[1-9][AB]?)"
    r"[\s.~_/-]{1,3}(?P<step>[1-9])(?![\w%-]|\.\d|,\d)",
    re.IGNORECASE,
)
"""A short word and two figures: the heading of a level in a habit that was not foreseen."""
_NUMBERED = re.compile(
    r"^\W{0,4}(?P<factor>[1-9][ABab]?)\s?[-.~_/]\s?(?P<step>[1-9])(?![\w%-]|\.\d|,\d)"
    r"(?=\W*$|[.):\]-]*\s+[\"“(]?[A-Z])"
)
"""The number of a level by itself, alone or before a sentence."""
_MIDWAY = re.compile(r"^[\"“(]?(?:[a-z]|[,;:.)])")
_ITEM = re.compile(r"^(?:\(?[a-z\d]{1,2}[.)]|[o•·▪*-])\s")


def doubts(
    standard: ReadStandard,
    values: Mapping[str, int],
    rows: Sequence[Row],
    loose: Sequence[tuple[str, Row]],
) -> Iterator[Doubt]:
    """Yield what shows that a part of the standard was not read.

    Args:
        standard: what was read.
        values: the point value of every level there is.
        rows: the rows of the document, for what it says about its ladders.
        loose: rows that belong to a factor, by its key, and to none of its levels.
    """
    held = {level.level for factor in standard.factors for level in factor.levels}
    for factor in standard.factors:
        yield from _within(factor, values, held)
        yield from _beside(factor, values, loose)
        for level in factor.levels:
            yield from _midway(level)
    yield from _credited(standard, values)
    if standard.method == "fes":
        yield from _stops(standard, values, rows)


def _midway(level: ReadLevel) -> Iterator[Doubt]:
    text = level.text.lstrip()
    if _MIDWAY.match(text) and not _ITEM.match(text):
        yield doubtful(
            "level-begins-midway", f"Level {level.level}",
            f"the text of Level {level.level} begins in the middle of a sentence, "
            f'"{" ".join(text.split())[:40]}": its first words may stand elsewhere',
            level.page,
        )  # fmt: skip


def _within(factor: ReadFactor, values: Mapping[str, int], held: set[str]) -> Iterator[Doubt]:
    """Yield a doubt for each level in whose text another's heading, or a factor's, stands."""
    for level in factor.levels:
        text = fold(level.text)
        found = _heading_in(text, factor, level.level, values)
        if not found and level.points and level.level in values:
            found = next(
                (
                    _around(line, 0, 0)
                    for line in _apart(text)
                    if _opens_unheld(line, factor, values)
                    or (_heads(line) and _worth_unheld(line, factor, values))
                ),
                "",
            )
        of_factor = factor_within(text, factor.key) if level.level in values else ""
        if found or of_factor:
            yield doubtful(
                "heading-unread", f"Level {level.level}",
                f'inside the text of Level {level.level} stands "{found or of_factor}", which '
                f"reads like the heading of another {'level' if found else 'factor'}",
                level.page, blocks=True,
            )  # fmt: skip
            continue
        found = _of_another_factor(text, factor.key, values, held)
        if found:
            yield doubtful(
                "heading-unread", f"Level {level.level}",
                f'inside the text of Level {level.level} stands "{found}", which reads like the '
                "heading of a level of another factor",
                level.page, blocks=True,
            )  # fmt: skip


def _of_another_factor(text: str, key: str, values: Mapping[str, int], held: set[str]) -> str:
    """Return the words that read like the heading of another factor's level, or "".

    A text may speak of such a level; it opens a sentence there with its points, or with its
    name where nobody read it.
    """
    for found in _NAMED.finditer(text):
        name = _name(found)
        if name.startswith(f"{key}-") or name not in values or found["before"] is None:
            continue
        points = _POINTS.search(text[found.end() : found.end() + 20])
        printed = points is not None and openings.number(points["points"]) == values[name]
        opens = found["named"] and text[found.end() : found.end() + 3].strip()[:1] in "-.:("
        if printed or (opens and name not in held):
            return _around(text, found.start("level"), found.end())
    return ""


def _beside(
    factor: ReadFactor, values: Mapping[str, int], loose: Sequence[tuple[str, Row]]
) -> Iterator[Doubt]:
    """Yield a doubt for the first row beside a factor's levels that reads like a lost heading.

    A long row is one only if it opens with the heading, or ends in it: the text of the level
    stands beside it there.
    """
    charted = any(level.level[-1].isalpha() or not level.points for level in factor.levels)
    for key, row in loose:
        if key != factor.key or charted or undescribed.says_no_more(row.text):
            continue
        text = fold(row.text)
        short = len(text) < _SHORT
        found = _heading_in(text if short else text[:_OPENING], factor, "", values)
        found = found or _heading_in(text[-_OPENING:], factor, "", values)
        found = found or (text.strip() if short and _worth_unheld(text, factor, values) else "")
        if found or _opens_unheld(text, factor, values):
            yield doubtful(
                "heading-unread", f"Factor {factor.key}",
                f'among the levels of Factor {factor.key} stands "{found or text[:_OPENING]}", '
                "which reads like the heading of a level that was not read",
                row.page, blocks=True,
            )  # fmt: skip
            return


def _opens_unheld(text: str, factor: ReadFactor, values: Mapping[str, int]) -> bool:
    """Tell whether a row opens with the number of a level that was not read, however it is put."""
    found = _LOOSELY.match(text) or _NUMBERED.match(text)
    if found is None:
        return False
    name = f"{found['factor']}-{found['step']}".upper()
    held = {level.level for level in factor.levels}
    return name.startswith(f"{factor.key}-") and name in values and name not in held


def _apart(text: str) -> Iterator[str]:
    """Yield the lines of a text that are no part of the sentence before them."""
    before = "."
    for line in filter(None, map(str.strip, text.split("\n"))):
        if before[-1] in ".:;!?":
            yield line
        before = line


def _heads(line: str) -> bool:
    return len(line) < _SHORT and len(line.split()) < _FEW


def _worth_unheld(text: str, factor: ReadFactor, values: Mapping[str, int]) -> bool:
    """Tell whether a short row prints the points or the number of a level that was not read.

    The fewest points of a factor are figures that stand for much else too: the number of the
    level stands beside them then. A number is that of the level next to those read.
    """
    if text.rstrip().endswith((".", ";")) and not re.search(r"\bp(?:oin)?ts\.", text):
        return False
    held = {level.level for level in factor.levels}
    figures = [openings.number(one) for one in _FIGURE.findall(text)]
    steps = {int(name[-1]) for name in held if name[-1].isdigit()}
    for name, points in values.items():
        of, _, step = name.partition("-")
        if of != factor.key or name in held or not step.isdigit():
            continue
        if points in figures and (points >= _TELLING or int(step) in figures):
            return True
        beside = {int(step) - 1, int(step) + 1} & steps
        numbered = {int(of[0]), int(step)} <= set(figures) and len(figures) > 1
        if beside and (numbered or text.strip(" .)") == step):
            return True
    return False


def _name(found: re.Match[str]) -> str:
    return re.sub(r"\s?[-.~_]\s?", "-", found["level"]).upper()


def _heading_in(text: str, factor: ReadFactor, own: str, values: Mapping[str, int]) -> str:
    """Return the words that read like the heading of a level that is not ``own``, or "".

    A level's text may name another level in a sentence. It is no heading unless the level was
    not read, or points follow it at the beginning of a sentence.
    """
    held = {level.level for level in factor.levels}
    for found in _NAMED.finditer(text):
        name = _name(found)
        if not name.startswith(f"{factor.key}-") or name == own or name not in values:
            continue
        points = _POINTS.search(text[found.end() : found.end() + 20])
        printed = points is not None and _alike(points["unit"])
        opens = found["before"] is not None and printed and bool(own)
        if opens or (name not in held and (found["named"] or printed)):
            return _around(text, found.start("level"), found.end())
    worth = {points: name for name, points in values.items() if name.startswith(f"{factor.key}-")}
    for found in _POINTS.finditer(text):
        name = worth.get(openings.number(found["points"]), "")
        if name and name != own and _alike(found["unit"]) and (own or name not in held):
            return _around(text, found.start(), found.end())
    return ""


def _alike(unit: str) -> bool:
    return (
        max(SequenceMatcher(None, unit.lower(), word).ratio() for word in ("points", "pts"))
        >= _ALIKE
    )


def _around(text: str, start: int, end: int) -> str:
    """Return a stretch with the words around it, on one line."""
    first = text.rfind(" ", 0, max(0, start - 12)) + 1
    last = text.find(" ", min(len(text), end + 16))
    return " ".join(text[first : last if last > 0 else len(text)].split())


def _credited(standard: ReadStandard, values: Mapping[str, int]) -> Iterator[Doubt]:
    """Yield a doubt for each level that an example is of and that was not read."""
    held = {level.level for factor in standard.factors for level in factor.levels}
    charted = {name[0] for name in held if name[-1].isalpha()}
    told: set[str] = set()
    for example in standard.examples:
        for name in example.levels.values():
            if name in held or name in told or (name[0] in charted and name[-1].isdigit()):
                continue
            if values and name not in values and name[-1].isdigit():
                continue
            told.add(name)
            yield doubtful(
                "level-credited-unread", f"Level {name}",
                f'Level {name} is credited in "{" ".join(example.title.split())[:60]}", and no '
                f"description of it was read",
                example.page, blocks=True,
            )  # fmt: skip


def _stops(
    standard: ReadStandard, values: Mapping[str, int], rows: Sequence[Row]
) -> Iterator[Doubt]:
    """Yield a doubt for each factor whose ladder ends below the top without a word about it."""
    ended = frozenset[str]().union(*(undescribed.ends_ladders(row.text) for row in rows))
    if "*" in ended:
        return
    cells = standard.combined.cells if standard.combined is not None else ()
    charted = {name for cell in cells for name in cell.levels}
    for factor in standard.factors:
        ladder = [name for name in values if name.partition("-")[0] == factor.key]
        if not ladder or not factor.levels or factor.levels[-1].level[-1].isalpha():
            continue
        if factor.key in ended:
            continue
        last = factor.levels[-1].level
        if last in charted:
            # A chart prints every level there is; what it lacks is a doubt of its own.
            continue
        above = sorted(name for name in ladder if name > last and name not in standard.undescribed)
        if above:
            yield doubtful(
                "ladder-stops", f"Factor {factor.key}",
                f"Factor {factor.key} ends at Level {last}, and nothing says that "
                f"{joined_levels(above)} {'is' if len(above) == 1 else 'are'} not described",
                factor.levels[-1].page_end or factor.levels[-1].page, blocks=True,
            )  # fmt: skip
