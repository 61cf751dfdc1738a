"""Habits of print that OPM and the Civil Service Commission have had: each a small document.

Every habit says what must be read from its document; :func:`wrong` names what was not.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import DocumentError
from index.standards.record import ReadStandard
from tests.index_.documents.pdf_pages import Line, heading, write_pdf
from tests.index_.standards.fictional.base import (
    LADDER,
    NAMES,
    POINTS,
    RANGES,
    SAYS_SO,
    pages,
    paragraph,
    ranges_as_rows,
    words,
)


@dataclass(frozen=True)
class Habit:
    """A document and what must be read from it.

    ``texts`` are level to words where they are not :func:`words`; ``codes`` are doubts that must
    be raised, and no other may be. ``refused`` is what the refusal must say. ``guide`` is kind
    of work to criterion to grade to text, ``rule`` words of the rule that must be kept.
    """

    file: str
    data: bytes
    levels: tuple[str, ...] = LADDER
    texts: dict[str, str] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    blocks: bool = False
    chart: dict[tuple[str, str], int] | None = None
    titles: tuple[str, ...] | None = None
    illustrations: int | None = None
    benchmarks: int | None = None
    last_words: str = ""
    notes: tuple[str, ...] | None = None
    refused: str = ""
    guide: dict[str, dict[str, dict[int, str]]] | None = None
    rule: str = ""
    governing: str = ""


def plain(text: str) -> str:
    return " ".join(text.split())


def wrong(habit: Habit, read: Callable[[Path, bytes], ReadStandard]) -> list[str]:
    """Return what of a habit was not read as it must be."""
    try:
        found = read(Path(habit.file), habit.data)
    except DocumentError as error:
        said = f"{error.message} {error.hint}"
        return [] if habit.refused and habit.refused in said else [f"refused: {said}"]
    if habit.refused:
        return ["not refused"]
    if habit.guide is not None:
        return _wrong_guide(habit, found)
    faults: list[str] = []
    held = {one.level: one for factor in found.factors for one in factor.levels}
    for name in habit.levels:
        if name not in held:
            faults.append(f"{name} not read")
            continue
        want = habit.texts.get(name, words(name))
        if plain(held[name].text) != want:
            faults.append(
                f"{name} reads {plain(held[name].text)[:60]!r}...{plain(held[name].text)[-60:]!r}"
            )
        points = None if habit.chart and name[0] in "67" else POINTS.get(name)
        if (held[name].points or None) != points:
            faults.append(f"{name} has {held[name].points} points")
    faults += [f"{name} read, and not printed" for name in held if name not in habit.levels]
    if {one.grade: (one.min, one.max) for one in found.conversion} != RANGES:
        faults.append("ranges")
    codes = {one.code for one in found.doubts}
    if codes != set(habit.codes):
        faults.append(f"doubts {sorted(codes)}, not {sorted(habit.codes)}")
    if habit.blocks != any(one.blocks for one in found.doubts):
        faults.append(f"blocks: {not habit.blocks}")
    faults += _wrong_rest(habit, found)
    return faults


def _wrong_rest(habit: Habit, found: ReadStandard) -> list[str]:
    faults: list[str] = []
    if habit.chart is not None:
        cells = found.combined.cells if found.combined is not None else ()
        if {cell.levels: cell.points for cell in cells} != habit.chart:
            faults.append(f"chart of {len(cells)} cells")
    if habit.titles is not None and {one.title for one in found.titles} != set(habit.titles):
        faults.append(f"titles {[one.title for one in found.titles]}")
    for kind, want in (("illustration", habit.illustrations), ("benchmark", habit.benchmarks)):
        count = sum(1 for one in found.examples if one.kind == kind)
        if want is not None and count != want:
            faults.append(f"{count} {kind}s")
    if habit.last_words and not plain(found.examples[-1].text).endswith(habit.last_words):
        faults.append(f"the last example ends {plain(found.examples[-1].text)[-60:]!r}")
    if habit.notes is not None and tuple(plain(one.text) for one in found.notes) != habit.notes:
        faults.append(f"notes {[plain(one.text)[:50] for one in found.notes]}")
    return faults


def _wrong_guide(habit: Habit, found: ReadStandard) -> list[str]:
    faults: list[str] = []
    got: dict[str, dict[str, dict[int, str]]] = {}
    for factor in found.factors:
        for level in factor.levels:
            criteria = got.setdefault(factor.kind, {}).setdefault(factor.criterion, {})
            criteria[level.grade or 0] = plain(level.text)
    assert habit.guide is not None
    if len(got) != len(habit.guide):
        faults.append(f"kinds {list(got)}, not {list(habit.guide)}")
    for (kind, want), (name, have) in zip(habit.guide.items(), got.items(), strict=False):
        if kind.lower() not in name.lower():
            faults.append(f"kind {name!r}, not {kind!r}")
        if set(want) != set(have):
            faults.append(f"criteria {list(have)}, not {list(want)}")
        for criterion, texts in want.items():
            for grade, text in texts.items():
                read = have.get(criterion, {}).get(grade, "")
                if read != text:
                    faults.append(f"{kind} {criterion} GS-{grade}: {read[:50]!r}...{read[-50:]!r}")
            extra = set(have.get(criterion, {})) - set(texts)
            faults += [f"{kind} {criterion}: GS-{grade} is none" for grade in sorted(extra)]
    if habit.rule and habit.rule not in plain(found.rule_text):
        faults.append(f"rule {plain(found.rule_text)[:60]!r}")
    if habit.governing and found.governing != habit.governing:
        faults.append(f"governing {found.governing!r}")
    codes = {one.code for one in found.doubts}
    if codes != set(habit.codes):
        faults.append(f"doubts {sorted(codes)}, not {sorted(habit.codes)}")
    return faults


# --- making documents --------------------------------------------------------------------

HeadOf = Callable[[str], str]


def as_text(
    name: str,
    head: HeadOf,
    *,
    ladder: Sequence[str] = LADDER,
    run_in: bool = False,
    wrap: int = 0,
    front: Sequence[str] = (),
    end: Sequence[str] = (),
    after: dict[str, Sequence[str]] | None = None,
    factor: Callable[[str, str], str] = lambda key, name: f"FACTOR {key}, {name.upper()}",
    said: Callable[[str], str] = words,
) -> str:
    """Return a standard as a text file: ``head`` prints a level's heading."""
    rows = [f"Position Classification Standard for {name}", "", "TS-71 March 1985", ""]
    rows += [*front, "GRADE CONVERSION TABLE", "", *ranges_as_rows(), ""]
    rows += ["FACTOR LEVEL DESCRIPTIONS", "", SAYS_SO, ""]
    for key in dict.fromkeys(level[0] for level in ladder):
        rows += [factor(key, NAMES[key]), ""]
        for level in (one for one in ladder if one[0] == key):
            printed = [f"{head(level)} {said(level)}"] if run_in else [head(level), "", said(level)]
            for row in printed:
                rows += textwrap.wrap(row, wrap, break_on_hyphens=False) if wrap and row else [row]
            rows += ["", *(after or {}).get(level, ())]
    return "\n".join([*rows, *end])


def as_pdf(
    name: str,
    head: HeadOf,
    *,
    ladder: Sequence[str] = LADDER,
    run_in: str = "",
    width: int = 84,
    front: Sequence[Line] = (),
    end: Sequence[Line] = (),
    after: dict[str, Sequence[Line]] | None = None,
    top: str = "",
) -> bytes:
    """Return a standard as a PDF; ``run_in`` says how a heading stands before its text.

    ``bold`` sets the heading bold on the first line of the text, ``plain`` as the text itself.
    """
    lines = [heading(f"Position Classification Standard for {name}", size=15), *front]
    lines += [heading("GRADE CONVERSION TABLE")]
    for grade, (low, high) in RANGES.items():
        lines += [Line(str(grade), x=170), Line(f"{low}-{high}", x=300, down=0)]
    lines += [heading("FACTOR LEVEL DESCRIPTIONS"), *paragraph(SAYS_SO)]
    for key in dict.fromkeys(level[0] for level in ladder):
        lines += [heading(f"FACTOR {key}, {NAMES[key].upper()}", size=13)]
        for level in (one for one in ladder if one[0] == key):
            lines += _set(head(level), words(level), run_in, width)
            lines += (after or {}).get(level, ())
    return write_pdf(pages([*lines, *end]), head=top or f"{name}   TS-71 March 1985", foot="Page")


def _set(head: str, text: str, run_in: str, width: int) -> list[Line]:
    if not run_in:
        return [Line(head, down=28, bold=True), *paragraph(text)]
    if run_in == "plain":
        return paragraph(f"{head} {text}", width=width)
    wrapped = textwrap.wrap(f"{head} {text}", width, break_on_hyphens=False)
    first = wrapped[0].removeprefix(head).strip()
    lines = [Line(head, down=26, bold=True), Line(first, x=72 + 6.4 * len(head), down=0)]
    return lines + [Line(one) for one in wrapped[1:]]


def benchmark_rows(title: str, levels: Sequence[str], number: int) -> list[str]:
    """Return a benchmark as older standards print it."""
    rows = [title, "", "Duties", "", f"Keeps lamp {number} of the made-up pier through winter.", ""]
    for level in levels:
        rows += [f"Factor {level[0]}, {NAMES[level[0]]} -- Level {level} -- {POINTS[level]} points",
                 "", f"Does on pier {level[0]} what benchmark {number} asks.", ""]  # fmt: skip
    return rows
