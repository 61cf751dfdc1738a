"""The screens of the works: what they show of a case, and what a key changes in it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from textual.events import Paste
from textual.widgets import Input

from assistant.cases.edits import load_case
from assistant.cases.shelf import Shelf
from assistant.settings import EXAMPLE_CASE, Settings
from assistant.suggest.model import FactorSuggestion
from assistant.tui.app import FesApp
from assistant.tui.desk.appealing import advice_of, begun, ticked, timeline, with_value
from assistant.tui.desk.arguing import accepted
from assistant.tui.desk.casework import (
    new_row,
    rows,
    share_sentence,
    value_at,
    with_values,
    without,
)
from assistant.tui.desk.desk import Desk
from assistant.tui.desk.opener import Opener
from assistant.tui.desk.trying import Trial
from assistant.tui.screens.works.base import LaterScreen
from assistant.tui.screens.works.case import CaseScreen
from assistant.tui.screens.works.suggest import suggested_line
from assistant.tui.widgets.figures.plot import bars
from assistant.tui.works import WORKS
from core.errors import AppError
from core.fes.grading import evaluate_case
from core.model import Case, Duty
from tests.assistant_.tui.fake import source
from tests.assistant_.tui.test_journeys import DESCRIPTION, Working

EXAMPLE = load_case(EXAMPLE_CASE)


@asynccontextmanager
async def working(
    desk: Desk, opener: Opener, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Working]:
    app = FesApp(desk, opener)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        yield Working(app, pilot)
    opener.close()


def on_the_case(home: Path, name: str, **look: Any) -> AbstractAsyncContextManager[Working]:
    opener = Opener(Settings(home))
    return working(opener.named(name), opener, **look)


def on_a_case(home: Path, **look: Any) -> AbstractAsyncContextManager[Working]:
    Shelf(home).new(EXAMPLE, name="lock")
    return on_the_case(home, "lock", **look)


async def test_what_is_lacking_is_not_called_stated(tmp_path: Path) -> None:
    async with on_a_case(tmp_path) as begun:
        await begun.press("ctrl+g", "7")
        await begun.sees("In the appeal")
        await begun.sees("each says what")
        assert "it is all stated" not in begun.text


async def test_works_are_made_ahead_of_their_keys_and_show_the_case_as_it_then_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(LaterScreen, "later", lambda _, label, *__: read.append(label))
    monkeypatch.setattr("assistant.tui.app._LOOK_SECONDS", 0.05)
    async with on_a_case(tmp_path) as begun:
        app = begun.app
        while len(app._screen_stacks) < len(WORKS):
            await begun.until_idle()
        assert app.screen is app.chat
        ahead = {stack[0] for stack in app._screen_stacks.values()}
        # Nothing is searched or read for a screen that nobody has called for.
        assert not read
        assert app.desk is not None
        assert app.desk.case is not None
        app.desk.change(app.desk.case.model_copy(update={"title": "Another title"}))
        await begun.press("ctrl+g", "2")
        await begun.sees("Title Another title")
        await begun.press("7")
        await begun.sees("In the appeal")
        assert app.screen in ahead


async def test_in_a_browser_a_note_comes_as_a_download(
    tmp_path: Path, example_read_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[bytes, str]] = []

    def deliver(_: FesApp, path: Path, save_filename: str) -> None:
        given.append((path.read_bytes(), save_filename))

    monkeypatch.setattr(FesApp, "is_web", True)
    monkeypatch.setattr(FesApp, "deliver_binary", deliver)
    opener = Opener(Settings(copytree(example_read_in, tmp_path / "home")))
    async with working(opener.example(), opener) as begun:
        await begun.press("ctrl+g", "6")
        await begun.sees("Classification Appeal Decision")
        await begun.press("w")
        await begun.sees("written to")
    ((note, name),) = given
    assert b"C-9999" in note
    assert name == "note.md"


async def test_a_level_nothing_speaks_of_says_who_is_silent(tmp_path: Path) -> None:
    Shelf(tmp_path).new(EXAMPLE.model_copy(update={"facts": (), "findings": ()}), name="bare")
    async with on_the_case(tmp_path, "bare") as begun:
        await begun.press("ctrl+g", "4")
        await begun.sees("No decision held speaks for or against this level")


# --- the case ----------------------------------------------------------------------------------


def test_the_rows_hold_every_part_and_say_what_is_missing() -> None:
    found = rows(EXAMPLE)
    assert {row.part for row in found} == {"Cover", "Duties", "Levels", "Facts", "Findings"}
    sums = [row for row in found if row.state == "sum"]
    assert sums[0].text == "employee: adds up, supervisor: adds up"
    assert any(row.name == "2-5.review" and row.state == "open" for row in found)
    bare = rows(Case(title="x", levels={}))
    assert sum(row.state == "missing" for row in bare if row.part == "Levels") == 9


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ((50, 50), "employee: adds up"),
        ((50, 40), "employee: 10 missing"),
        ((60, 60), "employee: 20 too much"),
        ((None, None), "no shares are stated"),
    ],
)
def test_shares_say_whether_they_add_up(shares: tuple[float | None, ...], told: str) -> None:
    duties = [Duty(title="a", percent_employee=share) for share in shares]
    assert share_sentence(duties) == told


def test_a_changed_field_goes_through_the_reader_of_case_files() -> None:
    row = next(row for row in rows(EXAMPLE) if row.part == "Levels" and row.name.startswith("3"))
    field = row.fields[1]
    assert value_at(EXAMPLE, field) == ""
    changed = with_values(EXAMPLE, {field.place: ("line", "3-5")})
    assert changed.sought["3"] == "3-5"
    with pytest.raises(AppError, match="3-9"):
        with_values(EXAMPLE, {field.place: ("line", "3-9")})


def test_a_level_entered_in_its_field_is_of_record_and_one_taken_away_is_none() -> None:
    row = next(row for row in rows(EXAMPLE) if row.part == "Levels" and row.name.startswith("3"))
    place, case = row.fields[0].place, EXAMPLE.model_copy(update={"assigned": ("2", "3")})
    assert with_values(case, {place: ("line", EXAMPLE.levels["3"])}).assigned == ("2",)
    assert with_values(case, {place: ("line", "")}).assigned == ("2",)


def test_a_duty_is_added_and_removed() -> None:
    made = new_row("Duties", EXAMPLE)
    assert made is not None
    title = made.fields[0]
    more = with_values(EXAMPLE, {title.place: ("line", "Watch")})
    assert more.duties[-1].title == "Watch"
    row = [row for row in rows(more) if row.part == "Duties" and row.list_place][-1]
    assert without(more, row) == EXAMPLE


def test_a_finding_is_answered_with_evidence() -> None:
    row = next(row for row in rows(EXAMPLE) if row.name == "2-5.review")
    places = {field.label.split()[0]: field for field in row.fields}
    changed = with_values(
        EXAMPLE,
        {
            places["Answer"].place: ("answer", "not met"),
            places["Evidence"].place: ("text", "The manager examines the content."),
        },
        "2-5.review",
    )
    finding = next(one for one in changed.findings if one.aspect == "2-5.review")
    assert finding.answer == "not_met"
    assert finding.evidence[-1].text == "The manager examines the content."


async def test_a_level_changed_on_the_case_screen_is_kept_and_taken_back(tmp_path: Path) -> None:
    async with on_a_case(tmp_path) as person:
        await person.go("case", "Who has the last word")
        screen = person.app.screen
        assert isinstance(screen, CaseScreen)
        screen.change(lambda case: case.model_copy(update={"question": "Which?"}), "changed")
        await person.until_idle()
        assert Shelf(tmp_path).open("lock").case.question == "Which?"
        await person.press("z")
        assert Shelf(tmp_path).open("lock").case.question == EXAMPLE.question


async def test_a_question_mark_lists_the_keys_of_the_screen(tmp_path: Path) -> None:
    async with on_a_case(tmp_path) as person:
        await person.go("case", "The case")
        await person.press("question_mark")
        await person.sees("Keys of this screen")
        assert "] Next part" in person.text
        assert "3 What-if" in person.text
        await person.press("escape")
        assert "Keys of this screen" not in person.text


# --- what-if -----------------------------------------------------------------------------------


async def test_every_screen_follows_a_change_made_elsewhere(tmp_path: Path) -> None:
    async with on_a_case(tmp_path) as person:
        await person.sees("In dispute: Level 2-5", 60)
        await person.go("whatif", "GS-11 2,645 points")
        shelf = Shelf(tmp_path)
        opened = shelf.open("lock")
        levels = {**opened.case.levels, "3": "3-5"}
        shelf.save(opened, opened.case.model_copy(update={"title": "Elsewhere", "levels": levels}))
        await person.sees("GS-12 2,845 points", 60)
        # The conversation shows it too, without a turn of its own.
        await person.go("talk", "2,845")
        assert "Elsewhere" in person.text


async def test_the_conversation_shows_what_a_work_changed(tmp_path: Path) -> None:
    async with on_a_case(tmp_path) as person:
        await person.sees("In dispute: Level 2-5", 60)
        await person.go("case", "The case")
        await person.press("t")
        await person.answer("Renamed on the case screen")
        await person.go("talk", "Renamed on the case screen")


def test_a_level_tried_is_rated_by_the_core_and_changes_no_case() -> None:
    trial = Trial.of(EXAMPLE)
    assert trial.rating is not None
    assert trial.difference == 0
    trial.turn("2", "2-5")
    assert (trial.rating.total, trial.rating.grade) == (2845, "GS-12")
    assert trial.difference == 200
    shares = {share.grade: float(share.probability) for share in trial.odds()}
    assert shares == {"GS-11": 0.5, "GS-12": 0.5}
    trial.weigh("2", 30)
    assert {share.grade: float(share.probability) for share in trial.odds()}["GS-12"] == 0.8
    trial.turn("2", "2-4")
    assert trial.odds() == ()


def test_a_case_without_levels_says_what_is_open_and_what_it_can_come_to() -> None:
    trial = Trial.of(Case(title="x", levels={"1": "1-7"}))
    assert trial.rating is None
    assert [factor.key for factor in trial.open] == list("23456789")
    assert trial.lowest < trial.highest


def test_bars_are_as_long_as_their_shares_and_never_too_wide() -> None:
    lines = bars([("GS-11", 0.25), ("GS-12", 0.75)], 50).plain.split("\n")
    assert max(map(len, lines)) <= 50
    assert lines[1].count("█") > 2 * lines[0].count("█")
    assert "25 %" in lines[0]


@pytest.mark.parametrize(("record", "told"), [("2-4", "✓ 2-4"), ("2-3", "  2-3"), ("", "76%")])
def test_a_suggestion_is_ticked_where_the_record_agrees_with_it(record: str, told: str) -> None:
    one = FactorSuggestion(
        factor=2,
        name="Supervisory Controls",
        level="2-4",
        points=450,
        runner_up="2-5",
        confidence=0.76,
        levels={},
        ground="section",
    )
    case = Case(title="x", levels={"2": record} if record else {})
    assert str(suggested_line(one, case, (21, 6, 6))).endswith(told)


async def test_without_a_case_a_work_says_how_to_come_by_one(tmp_path: Path) -> None:
    opener = Opener(Settings(tmp_path))
    async with working(opener.nothing(), opener) as person:
        for work in WORKS[1:]:
            await person.app.action_go(work.name)
            await person.pilot.pause()
            waits = "No case is open. Drag or paste a position description here" in person.text
            assert waits == (work.name not in {"precedents", "library"}), work.name
        await person.go("precedents", "How to search")
        person.app.screen.post_message(Paste(DESCRIPTION))
        await person.sees("Make a case of this description")


# --- appeals, arguments, arrivals ----------------------------------------------------------------


def test_the_days_of_an_appeal_stand_in_order_with_today_among_them() -> None:
    today = date(2025, 6, 2)
    facts = begun(EXAMPLE, today)
    facts = with_value(facts, ("personnel_action", "effective"), "2025-05-20")
    facts = with_value(facts, ("personnel_action", "lost_grade_or_pay"), "yes")
    advice = advice_of(facts, EXAMPLE, evaluate_case(EXAMPLE).evaluation)
    moments = timeline(facts, advice, today)
    assert [one.day for one in moments] == sorted(one.day for one in moments)
    states = [one.state for one in moments]
    assert states.index("done") < states.index("today")
    assert any(one.day > today for one in moments)


@pytest.mark.parametrize("written", ["2026-11-05", "11/5/2026", "Nov 5, 2026", "5 November 2026"])
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    facts = with_value({}, ("agency_decision", "signed"), written)
    assert facts == {"agency_decision": {"signed": "2026-11-05"}}


def test_a_wrong_day_is_refused_naming_the_field() -> None:
    facts = with_value(begun(EXAMPLE, date(2025, 6, 2)), ("opm_appeal", "filed"), "soon")
    with pytest.raises(AppError, match="opm_appeal"):
        advice_of(facts, EXAMPLE, None)


def test_a_part_of_the_appeal_is_ticked_and_unticked() -> None:
    facts = begun(EXAMPLE, date(2025, 6, 2))
    once = ticked(facts, "contents-signature")
    assert once is not None
    assert once["at_hand"] == ["signature"]
    twice = ticked(once, "contents-signature")
    assert twice is not None
    assert twice["at_hand"] == []
    assert ticked(facts, "contents-current") is None


def test_an_accepted_reading_is_evidence_with_its_passage() -> None:
    from assistant.events import Claim

    claim = Claim("It takes effect at once.", "for", (source(1),))
    changed = accepted(EXAMPLE, claim, "2-5.review")
    finding = next(one for one in changed.findings if one.aspect == "2-5.review")
    assert finding.answer == "met"
    assert finding.evidence[-1].passage == "harbor-guide#1"
    assert len([one for one in changed.findings if one.aspect == "2-5.review"]) == 1


async def test_a_command_takes_words_along_to_its_screen(tmp_path: Path) -> None:
    Shelf(tmp_path).new(Case(title="Harbor desk", levels={}))
    async with on_a_case(tmp_path) as person:
        await person.until_idle()

        async def typed(line: str, *seen: str) -> None:
            await person.app.action_go("talk")
            person.app.chat.ask(line)
            for words in seen:
                await person.sees(words, 60)

        await typed("/papers letter", "Classification appeal")
        written = tmp_path / "letter.md"
        await typed(f"/papers letter --out {written}", "O opens it")
        assert written.exists()
        await typed("/papers poem", "there is no paper 'poem'")
        await typed("/precedents drafts reviewed 2-5", "No decision is held yet")
        assert person.app.screen.query_one("#precedent-level", Input).value == "2-5"
        person.app.screen.query_one("#precedent-words", Input).focus()
        offered = {one.title for one in person.app.get_system_commands(person.app.screen)}
        assert {"Stance (s)", "Write a note (w)", "Help (F1)"} <= offered
        await person.press("ctrl+g", "h")
        await person.sees("Keys of this screen")
        await person.press("escape", "ctrl+g", "d")
        await person.sees("Notices")
        await person.press("escape")
        # The name of a file asks nothing.
        await typed(str(written), "This looks like a document", "Make a case of this description")
        await person.press("escape")
        await typed("/library sources", "Words narrow the list")
        await person.press(*"0343", "escape")
        await typed("/whatif 2-5", "2,845 points", "+200", "ask: Supervisory")
        await typed("/whatif 2-9", "Level 2-9 is none of this standard's")
        await typed("/whatif now", "'now' was left out")
        await typed("/home Harbor desk", "No grade yet")
        await typed("/new Berth planner", "Berth planner")
        assert Shelf(tmp_path).open("berth-planner").case.title == "Berth planner"
        await typed("/new", "give the case a name")
