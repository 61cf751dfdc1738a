"""Cutting documents into passages: exact slices along the document's own structure."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.decisions.reading import read_decision
from index.documents import dividing, passages
from index.documents import formats as parsers
from index.language import sentences
from index.models import Document
from tests.index_.standards.fictional.base import LADDER, NAMES, POINTS, words
from tests.index_.standards.fictional.habits_first import FIRST


def _text(tmp_path: Path, text: str, name: str = "note.txt") -> Document:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return parsers.parse(path)


def test_a_level_is_one_passage_with_its_trail(lantern_pdf: Path) -> None:
    found = {p.level: p for p in passages.split(parsers.parse(lantern_pdf)) if p.level}
    assert set(found) == {"1-2", "1-3", "2-1", "2-2"}
    level = found["1-3"]
    assert level.heading[-2:] == (
        "FACTOR 1, KNOWLEDGE REQUIRED BY THE POSITION",
        "Level 1-3 350 Points",
    )
    assert (level.factor, level.stance, level.series, level.page) == (1, "standard", ("9998",), "2")
    assert level.text.endswith("• the signals for a closed harbour.")


def test_a_paragraph_over_two_pages_stays_whole(lantern_pdf: Path) -> None:
    document = parsers.parse(lantern_pdf)
    level = next(p for p in passages.split(document) if p.level == "2-1")
    assert level.text.endswith("finds the same lights and knows what was done.")
    assert level.page == "2"
    assert document.page_at(level.end - 2) == "3"


def test_a_table_of_contents_makes_no_passage(lantern_pdf: Path) -> None:
    assert not [p for p in passages.split(parsers.parse(lantern_pdf)) if "....." in p.text]


def test_a_table_keeps_its_rows(lantern_pdf: Path) -> None:
    table = passages.split(parsers.parse(lantern_pdf))[-1]
    assert table.heading == ("GRADE CONVERSION TABLE",)
    assert table.text == "Point Range GS Grade\n225-300 1\n305-475 2"


def test_a_standard_in_plain_text(tmp_path: Path) -> None:
    text = """Grade Level Guide for Lantern Keeping Work

FACTOR 1, KNOWLEDGE REQUIRED BY THE POSITION

This factor is about lamps, their oil, their wicks and whatever else a keeper has to know about
them before the tide turns and the fog comes in.

Level 1-2 \u2014 200 points
Knowledge of wicks.

FACTOR LEVEL 1-3, 350 POINTS

Knowledge of wicks and oil.

Factor 2, Supervisory Controls
Level 2\u22121 \u23af 25 points
Every flame is looked at.
"""
    document = _text(tmp_path, text, "lantern-guide.txt")
    assert (document.title, document.kind) == (
        "Grade Level Guide for Lantern Keeping Work",
        "standard",
    )
    found = [(p.factor, p.level, p.stance) for p in passages.split(document)]
    assert found[-4:] == [
        (1, None, "general"),
        (1, "1-2", "standard"),
        (1, "1-3", "standard"),
        (2, "2-1", "standard"),
    ]


def test_a_page_without_heading_tags_still_has_its_factors(tmp_path: Path) -> None:
    page = """<html><body><h1>Appeal Decisions</h1>
<p>Classification Appeal Decision<br>Under section 5112 of title 5, United States Code<br>
[name]<br>Lantern Keeper GS-9998-08<br>Department of Labor<br>Lantern Keeper<br>GS-9998-07<br>
C-9998-07-02</p><p>04/05/2016</p><p>Date</p>
<p><strong>Factor 2, Supervisory Controls</strong></p>
<p>At Level 2-2, the harbour master sets the hours of the lamps.</p>
<p>Level 2-2 is credited for 125 points.</p></body></html>"""
    document = _text(tmp_path, page, "decision.html")
    assert document.kind == "decision"
    found = [(p.factor, p.level, p.stance) for p in passages.split(document)][-2:]
    assert found == [(2, "2-2", "standard"), (2, "2-2", "credited")]
    decision = read_decision(document, passages.split(document))
    assert decision is not None
    assert (decision.current.grade, decision.decided.grade) == (8, 7)
    assert decision.outcome == ("lowered",)


def test_paragraphs_are_numbered_where_there_are_no_pages(tmp_path: Path) -> None:
    found = passages.split(_text(tmp_path, "One lamp.\n\nTwo lamps."))
    assert [(p.id, p.page, p.paragraph) for p in found] == [("note#1", None, 1)]
    assert found[0].place() == "paragraph 1"


def test_a_regulation_keeps_its_designations(tmp_path: Path) -> None:
    text = (
        "# Title 99 - Lamps\n### PART 7 - HARBOUR LAMPS\n#### Subpart C - Walls\n"
        "###### ยง 7.31 Rounds.\n\n(a) Rounds are made nightly.\n\n(b) On each round:\n\n"
        "(1) Every lamp is seen;\n\n(i) From the sea, when calm; or\n\n(ii) From the wall.\n\n"
        "(2) Every wick is cut.\n\n(c) Nothing here is real.\n"
    )
    document = _text(tmp_path, text, "99-cfr-7-31.txt")
    assert document.kind == "regulation"
    assert document.title == "99 CFR 7.31 Rounds"
    assert document.repairs == ("1 damaged section sign (§) mended",)
    assert [p.heading[-1] for p in passages.split(document)] == [
        "(a)", "(b)", "(b)(1)", "(b)(1)(i)", "(b)(1)(ii)", "(b)(2)", "(c)"
    ]  # fmt: skip
    assert "§ 7.31 Rounds." in passages.split(document)[0].heading


@pytest.mark.parametrize("damaged", ["Â§", "ยง", "Ã‚Â§", "В§", "&sect;", "&amp;#167;"])
def test_damaged_section_signs_are_mended_and_recorded(tmp_path: Path, damaged: str) -> None:
    document = _text(tmp_path, f"Lamps are governed by {damaged} 12.3 and by {damaged} 12.4.")
    assert "by § 12.3 and by § 12.4" in document.text
    assert document.repairs == ("2 damaged section signs (§) mended",)


@pytest.mark.parametrize("damaged", ["õ", "¤", "ß"])
def test_a_letter_is_a_section_sign_where_a_section_follows(tmp_path: Path, damaged: str) -> None:
    document = _text(tmp_path, f"Lamps, {damaged} 511.203, are a gro{damaged} 12.3 matter.")
    assert f"Lamps, § 511.203, are a gro{damaged} 12.3" in document.text


def test_windows_text_is_read_and_the_assumption_recorded(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("The keeper’s lamp – at § 5.".encode("cp1252"))
    document = parsers.parse(path)
    assert document.text == "The keeper’s lamp – at § 5."
    assert any("Windows-1252" in repair for repair in document.repairs)


def test_long_paragraphs_are_cut_at_sentence_ends_only(tmp_path: Path) -> None:
    sentence = "The keeper of wall no. 3, e.g. on a night of fog, lights lamp 4 at 5 p.m. sharp. "
    document = _text(tmp_path, sentence * 60)
    found = passages.split(document)
    assert len(found) > 3
    for passage in found:
        assert len(passage.text) <= dividing.CAP
        assert passage.text.startswith("The keeper")
        assert passage.text.endswith("sharp.")


def test_one_endless_sentence_is_kept_whole(tmp_path: Path) -> None:
    words = "lamp " * 900 + "out."
    assert [p.text for p in passages.split(_text(tmp_path, words))] == [words]


def test_a_flood_without_sentences_is_cut_at_spaces(tmp_path: Path) -> None:
    found = passages.split(_text(tmp_path, "lamp " * 40_000))
    assert max(len(p.text) for p in found) <= dividing.ENDLESS
    assert all(p.text.startswith("lamp") and p.text.endswith("lamp") for p in found)


def test_an_introduction_stays_with_its_list(tmp_path: Path) -> None:
    filler = "The wall is long and the lamps on it are many, as every keeper on it knows. " * 14
    text = f"{filler}\n\nEach round takes these:\n- a can of oil;\n- a wick; and\n- a ladder.\n"
    last = passages.split(_text(tmp_path, text))[-1].text
    assert "Each round takes these:\n- a can of oil;" in last


def test_running_heads_and_page_numbers_are_not_text(
    tmp_path: Path, pdf_writer: Callable[..., bytes], lantern_pdf: Path
) -> None:
    document = parsers.parse(lantern_pdf)
    assert "TS-999" not in document.text
    assert "Fictional Office" not in document.text
    assert [page.label for page in document.pages] == ["1", "2", "3"]


def test_sentences_do_not_end_at_abbreviations() -> None:
    text = "See 5 U.S.C. 5112 for it. Mr. Lamp (i.e., he) lit no. 4. It burned."
    stops = sentences.ends(text)
    assert [text[a:b].strip() for a, b in zip([0, *stops], stops, strict=False)] == [
        "See 5 U.S.C. 5112 for it.",
        "Mr. Lamp (i.e., he) lit no. 4.",
        "It burned.",
    ]


_WORDS = st.text(alphabet="abcdefg .\n:;-•()#|1234", min_size=1, max_size=3000)


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_WORDS)
def test_passages_are_exact_slices_in_order(text: str) -> None:
    if not text.strip():
        return
    data = text.encode()
    try:
        document = parsers.parse_bytes(Path("any.txt"), data)
    except parsers.DocumentError:
        return
    end = 0
    for number, passage in enumerate(passages.split(document), start=1):
        assert passage.id == f"any#{number}"
        assert passage.text == document.text[passage.start : passage.end]
        assert passage.text.strip() == passage.text != ""
        assert passage.start >= end
        end = passage.end


def test_the_pieces_of_a_long_paragraph_keep_its_number(tmp_path: Path) -> None:
    sentence = "The fictional office keeps the record of every lock and gate that it has tested. "
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(["A short one stands first.", sentence * 40, "Then the last."]))
    found = passages.split(parsers.parse(path))
    numbers = [p.paragraph for p in found]
    pieces = {p.paragraph for p in found if p.text.startswith("The fictional office")}
    assert len(found) > len(set(numbers))
    assert len(pieces) == 1
    assert sorted(set(numbers)) == list(range(1, len(set(numbers)) + 1))


@pytest.mark.parametrize(
    "name", ["run_in_text", "run_in_bold", "no_word", "stray_hyphen", "misread", "running_heads"]
)
def test_a_level_is_cut_whole_whatever_its_heading_looks_like(name: str) -> None:
    habit = FIRST[name]()
    document = parsers.parse_bytes(Path(habit.file), habit.data)
    texts: dict[str, list[str]] = {}
    for passage in passages.split(document):
        if passage.level and passage.stance == "standard":
            texts.setdefault(passage.level, []).append(" ".join(passage.text.split()))
    assert {level: " ".join(texts[level]) for level in habit.levels if level in texts} == {
        level: words(level) for level in habit.levels
    }


@pytest.mark.parametrize(
    "head", ["<p><b>Level {0}<br>{1} Points</b></p><p>", "<p><b>Level {0}&mdash;{1}</b>&mdash;"]
)
def test_levels_set_as_text_under_headings_of_factors_are_cut_apart(head: str) -> None:
    rows = ["<html><body><h1>Position Classification Standard for Buoy Series, GS-9984</h1>"]
    for key in dict.fromkeys(level[0] for level in LADDER):
        rows.append(f"<h2>Factor {key}, {NAMES[key]}</h2><p>Buoys are weighed here.</p>")
        rows += [
            f"{head.format(level, POINTS[level])}{words(level)}</p>"
            for level in LADDER
            if level[0] == key
        ]
    document = parsers.parse_bytes(Path("buoys.html"), "\n".join(rows).encode())
    found = {one.level: one.text for one in passages.split(document) if one.stance == "standard"}
    assert found == {level: words(level) for level in LADDER}


def test_a_text_of_one_long_paragraph_takes_time_in_proportion(tmp_path: Path) -> None:
    def seconds(lines: int) -> float:
        path = tmp_path / f"{lines}.txt"
        words = [
            "the",
            "of",
            "keeper",
            "trims",
            "lamps",
            "at",
            "12",
            "reviews",
            "level",
            "page",
            "work",
            "on",
        ]
        rows = ([words[n * k % 12 - n % 7] for k in range(1, 13)] for n in range(lines))
        text = "\n".join(" ".join(row) for row in rows)
        path.write_text(text, "utf-8")
        began = time.process_time()
        parsers.parse(path)
        return time.process_time() - began

    seconds(10)
    assert seconds(4_000) < 20 * max(seconds(500), 0.02)


def _guide(illustrated: str, after: str = "") -> str:
    """A guide in Markdown; illustrations of a level stand under a heading as large as factors."""
    parts = ["# Grade Evaluation Guide for Lamp Work"]
    for factor in (1, 4):
        parts.append(f"## Factor {factor}, {NAMES[str(factor)]}")
        for step in (2, 3):
            level = f"{factor}-{step}"
            parts += [f"### Level {level}, {POINTS[level]} points", words(level)]
            parts += [illustrated, f"A tender of level {level} trims the lamps."] * bool(
                illustrated
            )
    return "\n\n".join([*parts, after])


def test_illustrations_of_a_level_end_no_factor_however_large_their_heading(tmp_path: Path) -> None:
    path = tmp_path / "guide.md"
    for heading in ("## ILLUSTRATIONS:", "## Illustration:", "## Work Examples"):
        path.write_text(_guide(heading), "utf-8")
        found = {p.text: p for p in passages.split(parsers.parse(path))}
        for level in ("1-2", "1-3", "4-2", "4-3"):
            criterion = found[words(level)]
            assert (str(criterion.factor), criterion.level) == (level[0], level)
            assert criterion.heading[-2].startswith(f"Factor {level[0]}")
            shown = found[f"A tender of level {level} trims the lamps."]
            assert (shown.level, shown.heading[-1]) == (level, heading.strip("# "))


def test_illustrations_collected_after_the_levels_are_a_division(tmp_path: Path) -> None:
    path = tmp_path / "guide.md"
    after = "## ILLUSTRATIONS\n\n### Level 1-2\n\nA tender of the quay trims the lamps."
    path.write_text(_guide("", after), "utf-8")
    shown = passages.split(parsers.parse(path))[-1]
    assert shown.heading[-2:] == ("ILLUSTRATIONS", "Level 1-2")
