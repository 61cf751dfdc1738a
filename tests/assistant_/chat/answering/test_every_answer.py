"""Every answer to every ordinary question: whose words and whose figures it holds.

A quotation stands word for word in the passage it names, at the place it names. A figure is one
of a source that is shown, of the reader's case or message, or of the core.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from assistant.cases.edits import load_case
from assistant.chat.wiring import open_engine_without_case, with_case
from assistant.events import Reply, TurnFinished
from assistant.settings import Settings
from core.errors import AppError
from core.fes.cases import case_to_data
from core.fes.charts import sides
from core.fes.opened import open_case
from core.law.rules import all_rules
from core.overview import find_editions
from core.standards.catalog import default_catalog
from core.supervisory.guide import load_guide
from index.library import Library
from tests.conftest import ROOT
from tests.real_library import build

pytestmark = pytest.mark.slow

ASKED = ROOT.parent / "shared" / "eval" / "conversation"
_NUMBER = re.compile(r"\d[\d,]*")
_QUOTED = re.compile(r"“([^”]{25,}[.;:,])”")
"""Words quoted: a title in quotation marks has no stop."""
_ELLIPSIS = re.compile(r"…|\.\.\.")
_PLACE = re.compile(
    r"(?:CFR|U\.S\.C\.|§+|\bparts?|\bsections?|\b[A-Z]{2}|[Ss]eries|\d{4} to|and)[- ]*\d[\d.]*"
    r"(?:\([a-z0-9]+\))*"
    r"|\(\d+ days ago\)|\b[A-Z]-\d{4}-\d\d-\d\d\b|\b(?:19|20)\d\d\b"
)
"""What has digits and is no figure: sections, series, numbers of decisions, years."""
_CELL = re.compile(r"^\|.*\| ([\d,]+) \|$", re.MULTILINE)
_OURS = re.compile(r"^- .*\*\(.*\)\*", re.MULTILINE)
_POINTS = 100
"""From here on a figure is points, a section or a year, and never a count of things said."""


Replies = list[tuple[str, Path | None, str, Reply]]


def _texts(data: object) -> Iterator[str]:
    """Yield every text and number of a case."""
    if isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _texts(part)
    else:
        yield str(data)


def _figures(text: str) -> set[int]:
    return {int(found.replace(",", "")) for found in _NUMBER.findall(text) if found.strip(",")}


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _turns() -> Iterator[tuple[str, str | None, list[str]]]:
    if not ASKED.is_dir():
        return
    for name, field in (("questions", "question"), ("dialogues", "turns")):
        for line in (ASKED / f"{name}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            asked = row[field]
            said = [asked] if isinstance(asked, str) else [_said(turn) for turn in asked]
            yield row["id"], row.get("case"), said


def _said(turn: Any) -> str:
    return turn if isinstance(turn, str) else str(turn.get("say") or turn.get("question"))


@pytest.fixture(scope="module")
def replies(
    corpus: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Library, Replies]]:
    """Every reply with its question's id, its case, and what the reader said and the case says."""
    if not ASKED.is_dir():
        pytest.skip("the questions of ../shared/eval are not beside this checkout")
    settings = Settings(build(corpus, tmp_path_factory))
    first = open_engine_without_case(settings)
    found = []
    with first.library as library:
        for number, case, said in _turns():
            path = ASKED / "cases" / f"{case}.toml" if case else None
            engine = with_case(first, path)
            for at, message in enumerate(said, 1):
                try:
                    events = list(engine.handle(message))
                except AppError as error:
                    raise AssertionError(f"{number}: {error.sentence()}") from error
                (reply,) = [one.reply for one in events if isinstance(one, TurnFinished)]
                own = case_to_data(engine.case) if engine.case is not None else {}
                heard = " ".join((*said[:at], *_texts(own)))
                found.append((number, path, heard, reply))
        yield library, found


def test_a_quotation_stands_in_its_passage_at_its_place(
    replies: tuple[Library, Replies],
) -> None:
    library, found = replies
    quoted = 0
    for number, _, _, reply in found:
        for source in reply.sources:
            if source.digest or not source.quote:
                continue
            quoted += 1
            passage = library.passage(source.passage)
            document = library.document(passage.document)
            read = _plain(document.text[passage.start : passage.end])
            assert all(_plain(part) in read for part in _ELLIPSIS.split(source.quote)), number
            if passage.citation:
                assert source.place.startswith(passage.citation), number
            elif passage.page is not None and source.place.startswith("p. "):
                pages = range(int(passage.page), int(passage.page) + 2)
                assert int(source.place[3:]) in pages, number
    assert quoted > len(found)


def test_words_in_quotation_marks_are_a_source_s_or_the_case_s(
    replies: tuple[Library, Replies],
) -> None:
    _, found = replies
    for number, _, heard, reply in found:
        sources = " ".join(source.quote for source in reply.sources)
        for words in _QUOTED.findall(reply.answer):
            parts = [_plain(part) for part in _ELLIPSIS.split(words)]
            known = _plain(sources) + _plain(heard)
            assert all(part in known for part in parts), f"{number}: {words}"


def _points() -> dict[str, dict[str, int]]:
    """The points of every level of every standard that comes with the program."""
    found = {}
    for name in default_catalog().ids():
        for standard in find_editions(name):
            found[name] = {one.level: one.points or 0 for f in standard.factors for one in f.levels}
    return found


def _of_the_core(case: Path | None, said: str) -> set[int]:
    """Return the figures that the tables and the case give, computed here anew."""
    known: set[int] = {one.count for one in all_rules().values() if one.count}
    bounds: set[int] = set()
    levels = _points()
    guide = load_guide().table
    levels[guide.id] = {one.level: one.points for factor in guide.factors for one in factor.levels}
    tables = [file.table for n in default_catalog().ids() for file in default_catalog().editions(n)]
    for table in (*tables, guide):
        for row in table.conversion:
            bounds |= {row.min, row.max or row.min}
    primary = levels["fes-primary"]
    named = list(dict.fromkeys(re.findall(r"\b\d-\d\b", said)))
    totals = {sum(one.get(level, 0) for level in named) for one in (primary, levels[guide.id])}
    totals |= _figures(said)
    if case is not None:
        opened = open_case(load_case(case))
        rows = sides(opened.table)
        points = {key: {one.level: one.points for one in row.levels} for key, row in rows.items()}
        record = {
            k: points[k].get(level, 0) for k, level in opened.case.levels.items() if k in points
        }
        total = sum(record.values())
        steps = [other - record[key] for key in record for other in points[key].values() if other]
        totals |= {total} | {total + step for step in steps}
        totals |= {total + a + b for a, b in combinations(steps, 2)}
        sought = {**opened.case.levels, **opened.case.sought}
        held = {k: points[k].get(level, 0) for k, level in sought.items() if k in points}
        # All that is sought, alone and with one step more.
        further = [other - held[key] for key in held for other in points[key].values() if other]
        totals |= {sum(held.values())} | {sum(held.values()) + step for step in further}
        known |= {abs(step) for step in steps}
    known |= bounds | totals | {points for one in levels.values() for points in one.values()}
    for one in levels.values():
        for a, b in combinations(one.items(), 2):
            if a[0].split("-")[0] == b[0].split("-")[0]:
                known.add(abs(a[1] - b[1]))
    return known | {abs(total - bound) for total in totals for bound in bounds | totals}


def test_a_figure_is_of_a_source_the_reader_or_the_core(
    replies: tuple[Library, Replies],
) -> None:
    library, found = replies
    strange = []
    decided = {
        figure
        for one in library.documents()
        if one.kind == "decision"
        for figure in _figures(library.document(one.id).text)
    }
    for number, case, heard, reply in found:
        body = "\n".join(line for line in reply.answer.splitlines() if not line.startswith(">"))
        body = _PLACE.sub(" ", _OURS.sub(" ", body))
        known = _of_the_core(case, heard) | _figures(heard)
        # A table of levels has a total; that each of its points is a level's is asked below.
        known.add(sum(int(cell.replace(",", "")) for cell in _CELL.findall(reply.answer)))
        for source in reply.sources:
            known |= _figures(source.quote)
        if reply.topic.startswith("decision") or "C-" in reply.answer:
            known |= decided
        left = {figure for figure in _figures(body) if figure >= _POINTS} - known
        strange += [f"{number}: {figure}" for figure in sorted(left)]
    assert not strange
