"""The real documents: what must come out of them, checked by hand against the originals."""

from __future__ import annotations

import json
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from index.decisions.reading import read_decision
from index.documents import dividing, passages
from index.documents import formats as parsers
from index.models import Document, Passage

pytestmark = pytest.mark.corpus
HERE = Path(__file__).parent

KINDS = {
    "C-0080-11-02": "decision",
    "5-cfr-9701-212": "regulation",
    "classifier-handbook": "guide",
    "general-schedule-supervisory-guide": "standard",
    "gs0200-hr-management": "standard",
    "gs0301-misc-admin-program": "standard",
    "gs0340-program-management": "standard",
    "gs0343-management-program-analysis": "standard",
    "introduction-to-position-classification": "guide",
    "occupational-handbook": "guide",
}
PAGES = {
    "classifier-handbook": ("1", "45"),
    "general-schedule-supervisory-guide": ("1", "30"),
    "gs0200-hr-management": ("2", "102"),
    "gs0301-misc-admin-program": ("1", "4"),
    "gs0340-program-management": ("1", "14"),
    "gs0343-management-program-analysis": ("1", "24"),
    "introduction-to-position-classification": ("1", "73"),
    "occupational-handbook": ("1", "204"),
}
PRIMARY = {
    1: (50, 200, 350, 550, 750, 950, 1250, 1550, 1850),
    2: (25, 125, 275, 450, 650),
    3: (25, 125, 275, 450, 650),
    4: (25, 75, 150, 225, 325, 450),
    5: (25, 75, 150, 225, 325, 450),
    6: (10, 25, 60, 110),
    7: (20, 50, 120, 220),
    8: (5, 20, 50),
    9: (5, 20, 50),
}


@cache
def _read(corpus: Path, name: str) -> tuple[Document, tuple[Passage, ...]]:
    path = next(p for p in corpus.rglob("*") if p.stem == name)
    document = parsers.parse(path)
    return document, tuple(passages.split(document))


@pytest.mark.parametrize("name", KINDS)
def test_kind_and_exact_slices(corpus: Path, name: str) -> None:
    document, found = _read(corpus, name)
    assert document.kind == KINDS[name]
    assert document.id == name
    end = 0
    for number, passage in enumerate(found, start=1):
        assert passage.id == f"{name}#{number}"
        assert passage.text == document.text[passage.start : passage.end]
        assert passage.start >= end
        end = passage.end


@pytest.mark.parametrize("name", PAGES)
def test_printed_pages(corpus: Path, name: str) -> None:
    document, _ = _read(corpus, name)
    first, last = PAGES[name]
    assert [page.label for page in document.pages] == [
        str(n) for n in range(int(first), int(last) + 1)
    ]


@pytest.mark.parametrize("name", KINDS)
def test_no_page_frames_or_controls_in_the_text(corpus: Path, name: str) -> None:
    document, _ = _read(corpus, name)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", document.text)
    for words in ("Skip to main content", "Back to Top", "Control Panel", "⇐BACK", "ยง"):
        assert words not in document.text
    assert not re.search(
        r"^U\. ?S\. Office of Personnel Management \d+$", document.text, re.MULTILINE
    )


@pytest.mark.parametrize("name", KINDS)
def test_passages_have_a_readable_length(corpus: Path, name: str) -> None:
    _, found = _read(corpus, name)
    assert max(len(p.text) for p in found) <= dividing.CAP
    assert not [p for p in found if "......" in p.text]


def test_every_level_of_the_primary_standard_is_one_passage(corpus: Path) -> None:
    _, found = _read(corpus, "introduction-to-position-classification")
    levels = [p for p in found if p.stance == "standard"]
    assert len(levels) == sum(len(points) for points in PRIMARY.values())
    for passage in levels:
        assert isinstance(passage.factor, int)
        rank = int(str(passage.level).partition("-")[2])
        assert passage.heading[-1].endswith(f"{PRIMARY[passage.factor][rank - 1]} points")
        assert "PRIMARY STANDARD" in passage.heading
    assert {p.page for p in levels if p.level == "2-5"} == {"47"}


def test_the_supervisory_guide_has_its_levels(corpus: Path) -> None:
    _, found = _read(corpus, "general-schedule-supervisory-guide")
    levels = {p.level for p in found if p.stance == "standard"}
    assert {f"1-{n}" for n in range(1, 6)} <= levels
    assert {f"4{side}-{n}" for side in "AB" for n in range(1, 5)} <= levels
    assert {f"6-{n}" for n in range(1, 7)} <= levels
    assert {p.factor for p in found if p.level == "4A-2"} == {"4A"}


def test_contacts_of_the_job_family_standard(corpus: Path) -> None:
    _, found = _read(corpus, "gs0200-hr-management")
    contacts = {p.level: p.page for p in found if p.factor in (6, 7) and p.stance == "standard"}
    assert set(contacts) == {*(f"6-{n}" for n in range(1, 5)), *(f"7-{c}" for c in "ABCD")}
    assert contacts["6-4"] == contacts["7-D"] == "38"


def test_a_series_definition_is_one_passage(corpus: Path) -> None:
    _, found = _read(corpus, "occupational-handbook")
    security = [p for p in found if p.series == ("0080",)]
    assert [p.page for p in security] == ["22"]
    assert security[0].heading[-1] == "0080 – Security Administration Series"
    assert len({p.series for p in found}) > 350


def _gold() -> Iterator[tuple[str, str]]:
    path = HERE.parents[3] / "shared" / "eval" / "queries.jsonl"
    if not path.is_file():
        return
    for line in path.read_text("utf-8").splitlines():
        query = json.loads(line)
        for gold in (query, *query.get("also", [])):
            if gold["doc"] in KINDS:
                yield gold["doc"], gold["must_contain"]


def _fold(text: str) -> str:
    text = re.sub("[‐‑‒–—―−⎯]", "-", text)
    text = re.sub("[“”]", '"', re.sub("[‘’]", "'", text))
    return " ".join(re.sub(r"-\s*\n\s*", "-", text).split()).lower()


def test_every_labelled_answer_lies_inside_one_passage(corpus: Path) -> None:
    wanted = list(_gold())
    if not wanted:
        pytest.skip("the labelled queries (../shared/eval) are not beside this checkout")
    lost = [
        (name, words)
        for name, words in wanted
        if not any(_fold(words) in _fold(p.text) for p in _read(corpus, name)[1])
    ]
    assert lost == []


def test_pages_are_where_the_file_has_them(corpus: Path) -> None:
    import pypdfium2

    raw: dict[str, list[str]] = {}
    for name, words in _gold():
        if name not in raw:
            path = next(p for p in corpus.rglob("*.pdf") if p.stem == name)
            pdf = pypdfium2.PdfDocument(path)
            raw[name] = [
                _fold(page.get_textpage().get_text_range().replace("\ufffe", "-")) for page in pdf
            ]
        document, _ = _read(corpus, name)
        folded = _fold(words).rstrip("-")
        theirs = [n for n, text in enumerate(raw[name], start=1) if folded in text]
        ours = [p.number for p in document.pages if folded in _fold(document.text[p.start : p.end])]
        assert ours == theirs, words


def test_the_decision(corpus: Path) -> None:
    document, found = _read(corpus, "C-0080-11-02")
    decision = read_decision(document, found)
    assert decision is not None
    assert decision.decision_number == "C-0080-11-02"
    assert decision.date == "2014-08-20"
    assert decision.department == "U.S. Department of Homeland Security"
    for state, title, series, grade in (
        (decision.current, "Mission Support Specialist", "0301", 12),
        (decision.requested, "Security Specialist", "0080", 13),
        (decision.decided, "Security Specialist", "0080", 11),
    ):
        assert (state.pay_plan, state.title, state.series, state.grade) == (
            "GS", title, series, grade
        )  # fmt: skip
    assert decision.outcome == ("lowered", "series_changed", "title_changed")
    assert [(f.factor, f.sought, f.credited, f.points, f.rejected) for f in decision.factors] == [
        (1, "1-7", "1-7", 1250, ("1-8",)),
        (2, "2-5", "2-4", 450, ("2-5",)),
        (3, "3-5", "3-3", 275, ("3-4",)),
        (4, "4-5", "4-4", 225, ("4-5",)),
        (5, "5-5", "5-3", 150, ("5-4",)),
        (6, None, "6-3", 60, ("6-4",)),
        (7, None, "7-3", 120, ("7-4",)),
        (8, None, "8-2", 20, ()),
        (9, "9-2", "9-1", 5, ("9-2",)),
    ]
    assert (decision.total, decision.grade, decision.pd_adequate) == (2555, 11, False)
    assert {"5 U.S.C. 5112", "5 CFR 511.612", "5 CFR 511.702"} <= set(decision.citations)
    assert [(d.percent, d.by) for d in decision.duties] == [
        (40, "employee"), (40, "employee"), (20, "employee"),
        (35, "supervisor"), (35, "supervisor"), (30, "supervisor"),
    ]  # fmt: skip
    assert [d.label for d in decision.duties[:3]] == [
        "Physical Security", "Personnel Security", "Other Duties"
    ]  # fmt: skip
    assert decision.component == "Customs and Border Protection"
    assert (decision.appellants, decision.redacted) == ((), True)
    assert decision.document_type == "classification"
    assert decision.effective is not None
    assert decision.effective.kind == "lowers_grade"
    assert decision.standards == ("GS-0080 standard",)
    assert {p.attribution for p in found if p.stance == "standard"} == {
        "GS-0080 standard as quoted in C-0080-11-02"
    }


def test_stance_agrees_with_a_reader(corpus: Path) -> None:
    document, found = _read(corpus, "C-0080-11-02")
    labels = tomllib.loads((HERE / "stance_c-0080-11-02.toml").read_text("utf-8"))
    starts, position = [], 0
    for paragraph in document.text.split("\n\n"):
        starts.append(position)
        position += len(paragraph) + 2
    assert len(starts) == labels.pop("paragraphs")
    wanted = {int(n): (s, v or None) for s, group in labels.items() for n, v in group.items()}
    assert sorted(wanted) == list(range(1, len(starts) + 1))
    right, wrong = 0, []
    for passage in found:
        number = bisect_right(starts, passage.start)
        expected = wanted[number]
        if (passage.stance, passage.level) == expected:
            right += 1
        else:
            wrong.append((passage.id, passage.stance, passage.level, expected))
    assert right / len(found) >= 0.95, wrong


def test_the_regulation(corpus: Path) -> None:
    document, found = _read(corpus, "5-cfr-9701-212")
    assert document.title == "5 CFR 9701.212 Bands"
    assert document.repairs == ("1 damaged section sign (§) mended",)
    assert [p.heading[-1] for p in found] == [
        "(a)", "(b)", "(b)(1)", "(b)(2)", "(b)(3)", "(b)(4)", "(c)", "(d)"
    ]  # fmt: skip
