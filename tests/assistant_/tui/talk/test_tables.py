"""Tables of an answer: each word in its column at any width, quick to lay out, copied whole."""

from __future__ import annotations

import pytest
from textual.content import Content
from textual.selection import SELECT_ALL
from textual.widget import Widget

from assistant.events import Reply, TextDelta, TurnFinished
from assistant.tui.widgets.talk.table import AnswerTable, TableVisual
from tests.assistant_.tui.driving import chatting
from tests.assistant_.tui.fake import FakeEngine

ROWS = [
    ("Knowledge required by the position", "1-7", "1,250"),
    ("Supervisory controls", "2-4", "450"),
    ("監督 and guidance", "", "275"),
]
TABLE = "| Factor | Level | Points |\n|---|---|---:|\n" + "".join(
    f"| {' | '.join(row)} |\n" for row in ROWS
)


def visual(rows: list[tuple[str, ...]]) -> TableVisual:
    return TableVisual(
        [Content("Factor"), Content("Level"), Content("Points")],
        [[Content(cell) for cell in row] for row in rows],
    )


def lines(width: int) -> list[str]:
    return visual(list(ROWS)).text(width).plain.split("\n")


def test_a_wide_table_has_a_line_a_row_and_columns_under_one_another() -> None:
    shown = lines(80)
    assert len(shown) == 4
    assert shown[1].index("1-7") == shown[2].index("2-4") == shown[0].index("Level")


@pytest.mark.parametrize("width", [31, 40])
def test_a_narrow_table_loses_no_word(width: int) -> None:
    words = " ".join(lines(width)).split()
    assert sorted(words) == sorted(f"Factor Level Points {' '.join(map(' '.join, ROWS))}".split())


@pytest.mark.parametrize("width", [18, 24, 31, 40])
def test_a_narrow_table_keeps_its_width_and_every_letter(width: int) -> None:
    shown = lines(width)
    assert max(Content(line).cell_length for line in shown) <= width
    letters = "".join("".join(row) for row in ROWS) + "FactorLevelPoints"
    assert sorted("".join(shown).replace(" ", "")) == sorted(letters.replace(" ", ""))


def test_a_row_that_is_short_of_cells_leaves_them_empty() -> None:
    shown = visual([("One", "1-2"), ("Two",)]).text(60).plain.split("\n")
    assert [line.rstrip() for line in shown[1:]] == ["One     1-2", "Two"]


async def test_a_table_is_one_widget_and_its_text_can_be_copied() -> None:
    engine = FakeEngine({"go": [TextDelta(TABLE), TurnFinished(Reply(answer=TABLE))]})
    async with chatting(engine) as chat:
        await chat.ask("go")
        table = chat.screen.query_one(AnswerTable)
        assert not list(table.query(Widget))
        selected = table.get_selection(SELECT_ALL)
        assert selected is not None
        for row in ROWS[:2]:
            assert any(all(cell in line for cell in row) for line in selected[0].split("\n"))
