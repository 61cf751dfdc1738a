"""The tables of typical levels as data: as printed, whole, and cited by their page."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import core.fes.patterns.typical_levels as module
from core.fes.grading import evaluate_levels
from core.fes.patterns.typical_levels import KINDS, Kind, source, tables
from core.model import Citation
from tests.core_.fes.patterns.columns import CLERICAL, LADDERS, table_of, typical_patterns


def test_the_clerical_table_is_as_printed() -> None:
    patterns = typical_patterns("clerical")
    assert {
        pattern.grade: " ".join("/".join(cell) for cell in pattern.levels.values())
        for pattern in patterns
    } == CLERICAL
    assert table_of("clerical").page == "17"


def test_each_kind_covers_the_grades_printed() -> None:
    grades = {kind: [pattern.grade for pattern in typical_patterns(kind)] for kind in KINDS}
    assert grades == {
        "professional": [5, 7, 9, 11, 12, 13, 14, 15],
        "administrative": [5, 7, 9, 11, 12, 13, 14],
        "technical": [2, 3, 4, 5, 6, 7, 8, 9],
        "clerical": [1, 2, 3, 4, 5, 6, 7],
    }
    assert {table.kind: table.page for table in tables()} == {
        "professional": "14",
        "administrative": "15",
        "technical": "16",
        "clerical": "17",
    }


def test_a_cell_may_hold_two_levels_and_a_table_is_cited_by_its_page() -> None:
    (pattern,) = (one for one in typical_patterns("administrative") if one.grade == 12)
    assert pattern.levels["4"] == ("4-4", "4-5")
    assert pattern.levels["8"] == ("8-1",)
    assert Citation(**source((table_of("administrative"),))).label() == (
        "The Classifier's Handbook (TS-107 August 1991), Chapter 2, Factor Level Relationships, "
        "Table 2, p. 15"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_typical_position_earns_the_grade_it_is_printed_for(kind: Kind) -> None:
    for pattern in typical_patterns(kind):
        ends = [
            evaluate_levels("fes-primary", {key: cell[end] for key, cell in pattern.levels.items()})
            for end in (0, -1)
        ]
        grades = [one.grade for one in ends]
        if (kind, pattern.grade) == ("technical", 7):
            # The one column whose alternatives cannot all be taken together.
            assert grades == ["GS-6", "GS-8"]
        else:
            assert grades == [f"GS-{pattern.grade}"] * 2


@pytest.mark.corpus
def test_every_cell_stands_in_the_handbook_in_that_order(corpus: Path) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(corpus / "standards" / "classifier-handbook.pdf")
    for table in tables():
        text = document[int(table.page) - 1].get_textpage().get_text_range()
        text = re.sub("[\u2010-\u2015\u2212]", "-", text)
        assert f"Table {table.number}" in text
        assert table.title.upper() in text
        assert text.rstrip().endswith(table.page)
        heads = re.findall(r"\bGS-(\d\d)\b", text)
        assert [int(grade) for grade in heads] == [column.grade for column in table.columns]
        cells = re.findall(r"\b[1-9]-[1-9](?:\s+or\s+[1-9]-[1-9])?", text)
        ours = [
            " or ".join(column.levels[str(factor)])
            for factor in range(1, 10)
            for column in table.columns
        ]
        assert [re.sub(r"\s+", " ", cell) for cell in cells] == ours


def test_the_file_of_tables_has_one_cell_for_every_grade() -> None:
    text = (Path(module.__file__).parent / "data" / "typical-levels-1991-08.toml").read_text(
        "utf-8"
    )
    for table in tomllib.loads(text)["tables"]:
        assert {len(cells) for cells in table["levels"].values()} == {len(table["grades"])}
        assert list(table["levels"]) == list(LADDERS)
