"""Asking, streaming, stopping, failing: what happens between a person and an answer."""

from __future__ import annotations

import threading

import pytest
from textual import events
from textual.widgets import Collapsible, OptionList

from assistant.events import (
    ClaimRemoved,
    Notice,
    Progress,
    Removed,
    Reply,
    TextDelta,
    ToolFinished,
    ToolStarted,
    TurnFinished,
)
from assistant.tui.widgets.talk.conversation import Conversation, Suggestions
from core.errors import ModelError
from tests.assistant_.tui.driving import SMALL, chatting
from tests.assistant_.tui.fake import ANSWER, FakeEngine, answer

QUESTION = "Why is Factor 2 not at Level 2-5?"


async def test_the_answer_is_on_screen_while_it_is_still_being_written() -> None:
    more = threading.Event()
    script = [TextDelta("The first half"), more, TextDelta(" and the second."), TurnFinished()]
    async with chatting(FakeEngine({"go": script})) as chat:
        await chat.send("go")
        await chat.sees("The first half")
        assert chat.running
        assert "and the second." not in chat.text
        assert "Esc stops" in chat.text
        more.set()
        await chat.sees("The first half and the second.")
        await chat.until(lambda: not chat.running)
        assert "Esc stops" not in chat.text


async def test_the_finished_answer_replaces_what_was_streamed_when_they_differ() -> None:
    script = [TextDelta("The grade is GS-15."), TurnFinished(Reply(answer="The grade is GS-11."))]
    async with chatting(FakeEngine({"go": script})) as chat:
        await chat.ask("go")
        await chat.sees("The grade is GS-11.")
        assert "GS-15" not in chat.text


async def test_an_answer_that_was_not_streamed_is_shown_at_the_end() -> None:
    async with chatting(FakeEngine({"go": [TurnFinished(Reply(answer="All at once."))]})) as chat:
        await chat.ask("go")
        await chat.sees("All at once.")


async def test_progress_shows_its_label_and_count_while_the_turn_runs() -> None:
    hold = threading.Event()
    script = [Progress("Indexing decisions", 12, 40), hold, TurnFinished()]
    async with chatting(FakeEngine({"go": script})) as chat:
        await chat.send("go")
        await chat.sees("Indexing decisions")
        assert "12 of 40" in chat.text
        hold.set()
        await chat.until(lambda: not chat.running)
        assert "Indexing decisions" not in chat.text


async def test_steps_are_listed_during_the_turn_and_folded_away_afterwards() -> None:
    hold = threading.Event()
    script = [
        ToolStarted("find_passages", "Searching for language"),
        ToolFinished("find_passages", "12 passages"),
        hold,
        TextDelta("Done."),
        TurnFinished(),
    ]
    async with chatting(FakeEngine({"go": script})) as chat:
        await chat.send("go")
        await chat.sees("Searching for language 12 passages")
        hold.set()
        await chat.sees("How this was worked out (1 step)")
        assert "12 passages" not in chat.text
        fold = chat.screen.query_one(".steps", Collapsible)
        fold.collapsed = False
        await chat.sees("Searching for language 12 passages")


async def test_removed_claims_are_counted_and_can_be_read() -> None:
    script = [
        TextDelta("Kept."),
        ClaimRemoved(Removed("Grade GS-14 is certain.", "The core did not derive this grade.")),
        ClaimRemoved(Removed("“Made up words”", "This quotation stands in no document.")),
        TurnFinished(),
    ]
    async with chatting(FakeEngine({"go": script})) as chat:
        await chat.ask("go")
        await chat.sees("2 statements were kept back")
        assert "GS-14" not in chat.text
        chat.screen.query_one(".removed", Collapsible).collapsed = False
        await chat.sees("This quotation stands in no document.")
        assert "GS-14" in chat.text


async def test_notices_name_their_severity_in_words() -> None:
    script = [
        Notice("warning", "The Primary Standard alone classifies nothing.", "Name a standard."),
        TurnFinished(),
    ]
    async with chatting(FakeEngine({"go": script})) as chat:
        await chat.ask("go")
        await chat.sees("warning The Primary Standard alone classifies nothing. Name a standard.")


async def test_a_failed_turn_says_why_and_gives_the_message_back() -> None:
    error = ModelError("The model did not answer", where="FES_MODEL", hint="Check the server.")
    engine = FakeEngine({"bad": [TextDelta("A start."), error], "good": [TextDelta("Fine.")]})
    async with chatting(engine) as chat:
        await chat.ask("bad")
        await chat.sees("error FES_MODEL: The model did not answer. Check the server.")
        assert "A start." in chat.text
        assert chat.prompt.text == "bad"
        await chat.press("ctrl+u")
        await chat.ask("good")
        await chat.sees("Fine.")


async def test_a_failed_turn_leaves_words_typed_meanwhile_and_up_recalls_the_message() -> None:
    hold = threading.Event()
    engine = FakeEngine({"bad": [hold, ModelError("The model did not answer")]})
    async with chatting(engine) as chat:
        await chat.send("bad")
        await chat.type("next one")
        hold.set()
        await chat.until(lambda: not chat.running)
        assert chat.prompt.text == "next one"
        await chat.press("up")
        assert chat.prompt.text == "bad"
        await chat.press("down")
        assert chat.prompt.text == "next one"


async def test_a_fault_of_the_program_does_not_end_it() -> None:
    engine = FakeEngine({"bug": [ValueError("index 3")], "good": [TextDelta("Fine.")]})
    async with chatting(engine) as chat:
        await chat.ask("bug")
        await chat.sees("fes met a fault of its own (ValueError: index 3)")
        assert chat.prompt.text == "bug"
        await chat.press("ctrl+u")
        await chat.ask("good")
        await chat.sees("Fine.")


async def test_a_failed_opening_leaves_a_usable_chat() -> None:
    engine = FakeEngine({"good": [TextDelta("Fine.")]}, opening=[ModelError("No library")])
    async with chatting(engine) as chat:
        await chat.sees("No library")
        await chat.ask("good")
        await chat.sees("Fine.")


async def test_escape_stops_the_turn_and_keeps_what_came() -> None:
    never = threading.Event()
    script = [TextDelta("Half an answer"), never, TextDelta("not this"), TurnFinished()]
    engine = FakeEngine({"go": script, "good": [TextDelta("Fine.")]})
    async with chatting(engine) as chat:
        await chat.send("go")
        await chat.sees("Half an answer")
        await chat.press("escape")
        await chat.until(lambda: not chat.running)
        assert engine.cancelled.is_set()
        await chat.sees("Stopped.")
        assert "Half an answer" in chat.text
        assert "not this" not in chat.text
        assert chat.prompt.text == "go"
        await chat.press("ctrl+u")
        await chat.ask("good")
        await chat.sees("Fine.")


class DeafEngine(FakeEngine):
    """An engine that goes on working when it is asked to stop."""

    def cancel(self) -> None:
        """Hear nothing."""


async def test_escape_does_not_wait_for_an_engine_that_goes_on_working() -> None:
    lets_go = threading.Event()
    script = [TextDelta("Half an answer"), lets_go, TextDelta("not this"), TurnFinished()]
    deaf = DeafEngine({"go": script, "good": [TextDelta("Fine.")]})
    async with chatting(deaf) as chat:
        await chat.send("go")
        await chat.sees("Half an answer")
        await chat.press("escape")
        await chat.sees("Stopped.")
        assert not chat.running
        assert chat.prompt.text == "go"
        await chat.press("ctrl+u")
        await chat.send("good")
        await chat.sees("Waiting for the answer that was stopped")
        assert deaf.asked == ["go"]
        deaf.title = "Changed meanwhile"
        lets_go.set()
        await chat.sees("Fine.")
        assert "not this" not in chat.text
        await chat.sees("Changed meanwhile")


async def test_suggestions_are_offered_first_and_chosen_with_the_keyboard() -> None:
    engine = FakeEngine({QUESTION: answer()})
    async with chatting(engine) as chat:
        await chat.sees(QUESTION)
        await chat.press("up", "enter")
        await chat.until(lambda: bool(engine.asked) and not chat.running)
        assert engine.asked == [QUESTION]
        assert not chat.screen.query_one(Suggestions).display
        assert chat.prompt.has_focus


async def test_a_long_answer_is_read_from_its_beginning() -> None:
    text = "\n\n".join(f"Paragraph {number}." for number in range(60))
    engine = FakeEngine({"long": [TextDelta(text), TurnFinished(Reply(answer=text))]})
    async with chatting(engine) as chat:
        await chat.ask("long")
        await chat.sees("Paragraph 0.")
        await chat.sees("more below: PgDn")
        assert chat.lines[3].strip().startswith("▌ long")
        assert "Paragraph 59." not in chat.text
        assert chat.prompt.has_focus
        await chat.press("pagedown")
        assert "Paragraph 0." not in chat.text
        await chat.press(*["pagedown"] * 9)
        await chat.sees("Paragraph 59.")
        assert "more below" not in chat.text
        await chat.press("pageup")
        assert "Paragraph 59." not in chat.text


async def test_scrolling_up_during_an_answer_is_not_undone_by_it() -> None:
    more, text = threading.Event(), "\n\n".join(f"Line {number}." for number in range(60))
    engine = FakeEngine(
        {"one": [TextDelta(text), TurnFinished()], "two": [TextDelta("x"), more, TextDelta("y")]}
    )
    async with chatting(engine) as chat:
        await chat.ask("one")
        await chat.send("two")
        await chat.until(lambda: "x" in chat.text.split())
        await chat.press(*["pageup"] * 12)
        place = chat.screen.query_one(Conversation).scroll_y
        more.set()
        await chat.until(lambda: not chat.running)
        assert chat.screen.query_one(Conversation).scroll_y == place


async def test_up_and_down_walk_through_sent_messages() -> None:
    engine = FakeEngine({"one": [TextDelta("1")], "two": [TextDelta("2")]})
    async with chatting(engine) as chat:
        await chat.ask("one")
        await chat.ask("two")
        await chat.type("draft")
        await chat.press("up")
        assert chat.prompt.text == "two"
        await chat.press("up", "up")
        assert chat.prompt.text == "one"
        await chat.press("down", "down")
        assert chat.prompt.text == "draft"


async def test_a_pasted_text_keeps_its_lines_and_loses_control_characters() -> None:
    engine = FakeEngine({"Duties:\nfirst\nsecond": [TextDelta("Noted.")]})
    async with chatting(engine) as chat:
        chat.prompt.focus()
        chat.prompt.post_message(events.Paste("Duties:\r\nfirst\x1b[31m\nsecond\u202e"))
        await chat.until(lambda: "second" in chat.prompt.text)
        assert chat.prompt.text == "Duties:\nfirst\nsecond"
        assert chat.prompt.size.height >= 3
        await chat.press("enter")
        await chat.sees("Noted.")


async def test_a_message_can_have_several_lines() -> None:
    engine = FakeEngine({"one\ntwo": [TextDelta("Noted.")]})
    async with chatting(engine) as chat:
        await chat.ask("one\ntwo")
        assert engine.asked == ["one\ntwo"]


@pytest.mark.parametrize("blank", ["", "   "])
async def test_an_empty_message_is_not_sent(blank: str) -> None:
    async with chatting() as chat:
        await chat.send(blank)
        await chat.pilot.pause(0.1)
        assert chat.engine.asked == []


async def test_keys_that_arrive_in_one_burst_are_taken_in_their_order() -> None:
    engine = FakeEngine({"go": [TextDelta("Gone.")]})
    async with chatting(engine) as chat:
        chat.prompt.focus()
        await chat.pilot.pause()
        for key in "go":
            chat.app.post_message(events.Key(key, key))
        chat.app.post_message(events.Key("enter", "\r"))
        for key in "next":
            chat.app.post_message(events.Key(key, key))
        await chat.sees("Gone.")
        assert engine.asked == ["go"]
        assert chat.prompt.text == "next"


async def test_the_answers_markdown_is_laid_out() -> None:
    async with chatting(FakeEngine({QUESTION: answer(ANSWER)})) as chat:
        await chat.ask(QUESTION)
        await chat.sees("Factor 2: credited at Level 2-4")
        assert "##" not in chat.text
        assert "**" not in chat.text


async def test_a_table_that_came_in_pieces_is_whole_at_the_end() -> None:
    table = "| Factor | Level |\n|---|---|\n" + "".join(f"| F{n} | L{n} |\n" for n in range(1, 8))
    pieces = [TextDelta(table[i : i + 9]) for i in range(0, len(table), 9)]
    async with chatting(FakeEngine({"go": [*pieces, TurnFinished(Reply(answer=table))]})) as chat:
        await chat.ask("go")
        for number in range(1, 8):
            await chat.sees(f"F{number}")
            assert f"L{number}" in chat.text


async def test_small_terminals_show_the_newest_answer_and_all_of_the_message_line() -> None:
    async with chatting(FakeEngine({QUESTION: answer()}), size=SMALL) as chat:
        await chat.ask(QUESTION)
        lines = chat.lines
        assert any("Factor 2: credited at Level 2-4" in line for line in lines)
        assert any("Quit" in line and "Help" in line for line in lines)
        assert "GS-11 · 2,540 points" in chat.text
        assert max(len(line) for line in lines) <= SMALL[0]
        assert chat.prompt.region.bottom <= SMALL[1] - 1


async def test_tab_reaches_the_citations_of_the_current_answer_only() -> None:
    engine = FakeEngine({QUESTION: answer(), "again": answer()})
    async with chatting(engine) as chat:
        await chat.ask(QUESTION)
        await chat.ask("again")
        lists = list(chat.screen.query("SourceList").results(OptionList))
        assert [each.can_focus for each in lists] == [False, True]
        await chat.press("alt+up")
        assert [each.can_focus for each in lists] == [True, False]
