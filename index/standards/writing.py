"""A standard that was read, written as the TOML file of an edition the core can score with.

Text goes into literal strings, which read back exactly and fast. A file that the core would
refuse is not written: the caller reads it with the core first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.standards.levels import factor_id
from index.standards.record import Doubt, ReadFactor, ReadLevel, ReadStandard

_HEADER = """\
# Read by fes from an official document: the words of every level are the document's own, on
# the printed pages named. The fields are described by: fes standards schema
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """The file a standard was read from: its name, its sha256 and the document's title."""

    file: str
    sha256: str
    document: str


@dataclass(frozen=True, slots=True)
class Borrowed:
    """What another document prints where this one does not: points, or the conversion table.

    ``level_pages`` are its pages for the levels whose points were taken from it.
    """

    document: str
    edition: str
    section: str
    level_pages: Mapping[str, str]
    conversion: bool = False


def write(
    standard: ReadStandard,
    origin: Origin,
    *,
    confirmed: Iterable[tuple[str, str, str]] = (),
    everything: bool = False,
    borrowed: Borrowed | None = None,
) -> str:
    """Return the TOML of an edition.

    Args:
        standard: what was read.
        origin: the file it was read from.
        confirmed: doubts a person has confirmed, by code, place and message.
        everything: whether a person confirms every doubt with this.
        borrowed: what was taken from another document.
    """
    known = set(confirmed)
    started = standard.issued.isoformat() if standard.issued else "1949-10-28"
    lines = [
        _HEADER,
        pair("id", standard.id),
        pair("edition_id", standard.edition_id),
        pair("title", standard.title),
        pair("document", standard.document),
        pair("edition", standard.edition or "undated"),
        pair("issued", standard.edition or "undated"),
        pair("section", standard.section) if standard.section else "",
        pair("page", standard.page),
        pair("method", standard.method),
        pair("text", "official"),
        pair("status", "in_force"),
        f"in_force_from = {started}",
        pair("pay_plan", "GS"),
        f"series = {json.dumps(list(standard.series))}",
        "",
        "[source]",
        pair("document", origin.document),
        pair("sha256", origin.sha256),
        pair("file", origin.file),
    ]
    if borrowed is not None:
        lines += _borrowed(borrowed)
    for name, spans in (("coverage", standard.coverage), ("exclusions", standard.exclusions)):
        for span in spans:
            lines += ["", f"[[{name}]]", pair("text", span.text), pair("page", span.page)]
    for title in standard.titles:
        lines += ["", "[[titles]]", pair("title", title.title), pair("rule", title.rule),
                  pair("page", title.page)]  # fmt: skip
    for number, note in enumerate(standard.notes, start=1):
        lines += ["", "[[notes]]", pair("code", f"note-to-users-{number}"),
                  pair("severity", "note"), pair("text", note.text),
                  pair("page", note.page)]  # fmt: skip
    for doubt in standard.doubts:
        lines += _doubt(doubt, confirmed=everything or key(doubt) in known)
    charted = frozenset(standard.chart.factors) if standard.chart else frozenset()
    for factor in standard.factors:
        lines += _factor(factor, charted, borrowed)
    for row in standard.conversion:
        lines += ["", "[[conversion]]", f"grade = {row.grade}", f"min = {row.min}"]
        lines += [] if row.max is None else [f"max = {row.max}"]
        lines.append(pair("page", row.page))
    lines += _chart(standard)
    lines += _examples(standard)
    return "\n".join(line for line in lines if line is not None) + "\n"


def key(doubt: Doubt) -> tuple[str, str, str]:
    """Return what makes a doubt the same doubt when a document is read again."""
    return doubt.code, doubt.where, doubt.message


def _borrowed(borrowed: Borrowed) -> list[str]:
    lines: list[str] = []
    for name, wanted in (
        ("points_from", bool(borrowed.level_pages)),
        ("conversion_from", borrowed.conversion),
    ):
        if wanted:
            lines += ["", f"[{name}]", pair("document", borrowed.document),
                      pair("edition", borrowed.edition),
                      pair("section", borrowed.section)]  # fmt: skip
    return lines


def _doubt(doubt: Doubt, *, confirmed: bool) -> list[str]:
    return [
        "",
        "[[doubts]]",
        pair("code", doubt.code),
        pair("where", doubt.where),
        pair("message", doubt.message),
        pair("page", doubt.page),
        f"confirmed = {'true' if confirmed else 'false'}",
    ]


def _factor(factor: ReadFactor, charted: frozenset[str], borrowed: Borrowed | None) -> list[str]:
    number = factor_id(factor.key)
    lines = [
        "",
        "[[factors]]",
        f"factor = {number}" if isinstance(number, int) else pair("factor", number),
        pair("name", factor.name or f"Factor {factor.key}"),
        pair("page", factor.page),
        pair("measures", factor.measures or factor.name or f"Factor {factor.key}"),
    ]
    for level in factor.levels:
        lines += _level(level, charted=factor.key in charted, borrowed=borrowed)
    return lines


def _level(level: ReadLevel, *, charted: bool, borrowed: Borrowed | None) -> list[str]:
    lines = ["", "[[factors.levels]]", pair("level", level.level)]
    if not charted and level.points is not None:
        lines.append(f"points = {level.points}")
    lines += [pair("page", level.page), pair("page_end", level.page_end)]
    if borrowed is not None and level.level in borrowed.level_pages:
        lines.append(pair("points_page", borrowed.level_pages[level.level]))
    lines.append(pair("text", level.text or f"(no text found for Level {level.level})"))
    return lines


def _chart(standard: ReadStandard) -> list[str]:
    chart = standard.chart
    if chart is None:
        return []
    rows, columns = chart.factors
    lines = ["", "[combined]", f"rows = {rows}", f"columns = {columns}", pair("page", chart.page)]
    unlikely = [
        cell.levels[0].partition("-")[2] + cell.levels[1].partition("-")[2]
        for cell in chart.cells
        if cell.unlikely
    ]
    lines.append(f"unlikely = {json.dumps(unlikely)}")
    for row in dict.fromkeys(cell.levels[0] for cell in chart.cells):
        cells = ", ".join(
            f'"{cell.levels[1]}" = {cell.points}' for cell in chart.cells if cell.levels[0] == row
        )
        lines.append(f'points."{row}" = {{ {cells} }}')
    return lines


def _examples(standard: ReadStandard) -> list[str]:
    lines: list[str] = []
    for example in standard.examples:
        if example.kind == "illustration" and not example.levels:
            continue
        levels = ", ".join(f'"{factor}" = "{name}"' for factor, name in example.levels.items())
        lines += [
            "",
            "[[examples]]",
            pair("kind", example.kind),
            pair("title", example.title),
            pair("series", example.series),
        ]
        lines += [] if example.grade is None else [f"grade = {example.grade}"]
        lines += [
            f"levels = {{ {levels} }}",
            pair("page", example.page),
            pair("page_end", example.page_end),
            pair("text", example.text),
        ]
    return lines


def pair(name: str, value: str) -> str:
    """Return a key with a text as its value."""
    return f"{name} = {_string(value)}"


def _string(value: str) -> str:
    """Return a text as a TOML string that reads back exactly."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    if "'" not in plain and "\n" not in plain and _printable(plain):
        return f"'{plain}'"
    if "'''" not in plain and not plain.endswith("'") and _printable(plain):
        return f"'''\n{plain}'''"
    # JSON escapes what TOML escapes, in the same way, but for the delete character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _printable(text: str) -> bool:
    return re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text) is None
