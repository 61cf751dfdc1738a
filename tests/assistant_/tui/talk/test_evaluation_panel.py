"""The evaluation panel follows the core, and its figures are the core's."""

from __future__ import annotations

import pytest

from assistant.events import EvaluationChanged, TextDelta, TurnFinished
from assistant.tui.widgets.figures import scoreboard
from assistant.tui.widgets.figures.evaluation import factor_table
from assistant.tui.widgets.figures.scale import scale_lines, scale_of
from core.model import Classification, Margin
from tests.assistant_.tui.driving import SMALL, WIDE, chatting
from tests.assistant_.tui.fake import CASE, FakeEngine, evaluation

BETTER = evaluation(f3=("3-4", 450), f4=("4-5", 325))


def changing() -> FakeEngine:
    change = EvaluationChanged(None, BETTER, evaluation())
    return FakeEngine({"credit": [change, TextDelta("Recorded."), TurnFinished()]})


async def test_the_opening_shows_nine_factors_grade_and_margin() -> None:
    async with chatting() as chat:
        await chat.sees("2,540 points")
        for words in ("Knowledge", "1-7", "1,250", "Work environment", "9-1"):
            assert words in chat.text
        assert "185 points above the GS-11 floor · 215 to GS-12" in chat.text
        assert "1 warning, 1 note" in chat.text
        assert "FICTIONAL" in chat.text


async def test_a_level_sought_stands_beside_the_level_credited() -> None:
    async with chatting() as chat:
        row = next(line for line in chat.lines if "Guidelines" in line)
        assert "3-3   3-4" in row
        assert "Sought" in chat.text


async def test_a_change_moves_the_panel_and_marks_what_changed_in_words() -> None:
    async with chatting(changing()) as chat:
        await chat.ask("credit")
        await chat.sees("2,815 points")
        assert "GS-12 floor" in chat.text
        assert "* changed: factor 3 was 3-3, factor 4 was 4-4, total +275" in chat.text
        assert "grade was GS-11" in chat.text
        marked = [line for line in chat.lines if "* 3 Guidelines" in line]
        assert marked
        assert "* 2 Supervisory" not in chat.text
        assert "not saved" in chat.text


async def test_without_a_case_the_panel_says_what_to_do() -> None:
    engine = FakeEngine(case=None, evaluation=None, title="no case")
    async with chatting(engine) as chat:
        await chat.sees("There is no evaluation yet.")
        assert "FICTIONAL" not in chat.text
        await chat.press("f4")
        await chat.sees("there is no evaluation yet")


async def test_the_panel_can_be_hidden_and_the_grade_moves_to_the_title() -> None:
    async with chatting() as chat:
        assert "GS-11 · 2,540 points" not in chat.text
        await chat.press("f2")
        assert "Sought" not in chat.text
        assert "GS-11 · 2,540 points" in chat.text
        await chat.press("f2")
        assert "Sought" in chat.text


async def test_with_both_panels_hidden_the_conversation_has_the_whole_width() -> None:
    async with chatting() as chat:
        await chat.press("f2")
        assert chat.screen.query_one("#conversation").region.width == WIDE[0]


async def test_a_small_terminal_shows_the_whole_evaluation_in_place() -> None:
    async with chatting(changing(), size=SMALL) as chat:
        await chat.ask("credit")
        assert "Sought" not in chat.text
        await chat.press("f2")
        for words in ("Work environment", "* changed:", "F4 shows them", "Esc: back"):
            assert words in chat.text
        await chat.press("f2")
        assert "Sought" not in chat.text


async def test_a_resize_between_narrow_and_wide_loses_nothing() -> None:
    async with chatting(changing()) as chat:
        await chat.ask("credit")
        await chat.pilot.resize_terminal(*SMALL)
        await chat.until(lambda: "Sought" not in chat.text)
        assert "Recorded." in chat.text
        await chat.pilot.resize_terminal(*WIDE)
        await chat.sees("* changed: factor 3 was 3-3")
        assert "Recorded." in chat.text


async def test_the_steps_screen_cites_every_step_and_warning() -> None:
    async with chatting() as chat:
        await chat.press("f4")
        await chat.sees("The factors total 2,540")
        assert chat.text.count("Fictional Standard (2020), p. 4") == 4
        assert "No series standard was used" in chat.text
        await chat.press("escape")
        assert "The factors total" not in chat.text


@pytest.mark.parametrize("width", [34, 40, 48, 58, 74, 120])
def test_no_line_is_wider_than_the_panel(width: int) -> None:
    table = scoreboard.rows(BETTER, CASE, evaluation())
    assert max(len(x) for x in factor_table(table, width).plain.split("\n")) <= width
    scale = scale_of(CASE, BETTER)
    assert scale is not None
    lines = scale_lines(scale, width, 2540).plain.split("\n")
    assert max(map(len, lines)) <= width


def test_rows_name_the_level_sought_only_where_it_differs() -> None:
    table = {row.number: row for row in scoreboard.rows(evaluation(), CASE)}
    assert table["3"].sought == "3-4"
    assert {row.sought for number, row in table.items() if number != "3"} == {""}
    credited = {row.number: row for row in scoreboard.rows(BETTER, CASE)}
    assert credited["3"].sought == ""


def placed(**asked: object) -> dict[str, str]:
    """Return each row of the scale by its name, for the fictional case with changes."""
    case = CASE.model_copy(update=asked)
    scale = scale_of(case, BETTER)
    assert scale is not None
    lines = scale_lines(scale, 60, 2540).plain.split("\n")
    return {line[:9].strip() or "ruler": line[9:] for line in lines}


def test_the_scale_has_a_row_for_held_computed_and_sought() -> None:
    rows = placed(current=Classification(pay_plan="GS", grade=11))
    assert rows["held"].startswith("GS-11")
    assert rows["computed"].startswith("GS-12")
    assert "2,815" in rows["computed"]
    assert rows["computed"].index("○") < rows["computed"].index("●")
    assert rows["sought"].startswith("GS-11")
    assert rows["held"].index("├") == rows["ruler"].index("╵11")
    assert rows["ruler"].index("╵12") <= rows["computed"].index("●") < rows["ruler"].index("╵13")


def test_a_grade_asked_for_that_the_levels_sought_do_not_earn_has_a_row_of_its_own() -> None:
    rows = placed(requested=Classification(pay_plan="GS", grade=13))
    assert rows["sought"].startswith("GS-11")
    assert rows["asked"].startswith("GS-13")


def test_the_top_grade_has_no_next() -> None:
    margin = Margin(floor=4055, ceiling=None, above_floor=20, next_grade=None, to_next=None)
    top = evaluation().model_copy(update={"margin": margin, "grade": "GS-15", "total": 4075})
    assert scoreboard.margin_sentence(top) == (
        "20 points above the GS-15 floor · the highest grade of the table"
    )


def test_nothing_moved_says_nothing() -> None:
    assert scoreboard.change_sentence(None, BETTER) == ""
    assert scoreboard.change_sentence(BETTER, BETTER) == ""
