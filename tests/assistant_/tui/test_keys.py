"""Help, menu and typed commands name everything, and every key does what the table says."""

from __future__ import annotations

import pytest
from textual.events import Key
from textual.theme import Theme

from assistant.tui import keys, themes
from assistant.tui.screens.talk.panels import PANELS, Panel
from assistant.tui.widgets.titlebar import MUTED
from assistant.tui.works import WORKS
from tests.assistant_.tui.driving import SMALL, WIDE, chatting
from tests.assistant_.tui.fake import FakeEngine, answer

QUESTION = "Why is Factor 2 not at Level 2-5?"


@pytest.mark.parametrize("panel", PANELS, ids=[panel.name for panel in PANELS])
async def test_every_panel_has_a_key_that_hides_it_or_puts_it_in_front(panel: Panel) -> None:
    found = [a.keys for a in keys.ACTIONS if a.action == f"toggle_panel('{panel.name}')"]
    assert len(found) == 1, f"assistant/tui/keys.py has no action toggle_panel('{panel.name}')"
    async with chatting() as chat:
        shown = chat.screen.query_one(f"#{panel.name}")
        was = bool(shown.region.width)
        assert was is panel.shown
        await chat.press(*found)
        assert bool(shown.region.width) is not was
    async with chatting(size=SMALL) as chat:
        shown = chat.screen.query_one(f"#{panel.name}")
        conversation = chat.screen.query_one("#conversation")
        assert not shown.region.width
        await chat.press(*found)
        assert (shown.region.width, conversation.region.width) == (SMALL[0], 0)
        # With nothing in it yet there is nothing to scroll, which is no error.
        await chat.press("pagedown")
        assert shown.region.width == SMALL[0]
        await chat.press("escape")
        assert (shown.region.width, conversation.region.width) == (0, SMALL[0])


@pytest.mark.parametrize("way", ["f1", "/help"])
async def test_help_opens_and_closes(way: str) -> None:
    async with chatting() as chat:
        await (chat.press(way) if way == "f1" else chat.send(way))
        await chat.sees("The core computes every level, point and grade.")
        await chat.press("escape")
        assert "The core computes every" not in chat.text
        assert chat.prompt.has_focus


async def test_a_key_typed_fast_after_one_that_opens_a_dialog_belongs_to_the_dialog() -> None:
    async with chatting() as chat:
        for key, character in (("a", "a"), ("ctrl+g", None), ("h", "h")):
            # As a terminal hands them over that has read all three at once.
            chat.app.post_message(Key(key, character))
        await chat.sees("The core computes every level, point and grade.")
        assert chat.prompt.text == "a"


async def test_help_names_every_action_key_and_command() -> None:
    async with chatting(size=(120, 100)) as chat:
        await chat.press("f1")
        await chat.sees("Help")
        for action in keys.ACTIONS:
            assert action.help in chat.text
            assert action.shown in chat.text
        for command in keys.COMMANDS:
            assert command in chat.text


async def test_help_scrolls_on_a_small_terminal() -> None:
    async with chatting(size=SMALL) as chat:
        await chat.press("f1")
        await chat.sees("Keys, marks and commands")
        await chat.press("end")
        await chat.sees("Statements that failed the checks")


async def test_the_menu_lists_every_action_and_runs_one() -> None:
    async with chatting(size=(120, 90)) as chat:
        offered = {entry.title for entry in chat.app.get_system_commands(chat.screen)}
        for action in keys.ACTIONS:
            assert f"{action.title} ({action.shown})" in offered
        for work in WORKS:
            assert any(title.startswith(f"Go to {work.title} ") for title in offered)
        await chat.press("ctrl+p")
        await chat.sees("Derivation (F4)")
        await chat.press(*"derivation")
        await chat.until(lambda: "Save the case" not in chat.text)
        await chat.press("enter")
        await chat.sees("The factors total 2,540")


async def test_the_menu_can_ask_an_example_question() -> None:
    engine = FakeEngine({QUESTION: answer()})
    async with chatting(engine) as chat:
        await chat.press("f10")
        await chat.sees("Ask:")
        await chat.press(*"Why is")
        await chat.until(lambda: "What would it take" not in chat.text)
        await chat.press("enter")
        await chat.until(lambda: engine.asked == [QUESTION] and not chat.running)


async def test_an_unknown_command_is_refused_and_stays() -> None:
    async with chatting() as chat:
        await chat.send("/nonsense")
        await chat.sees("there is no command /nonsense; /help lists them")
        assert chat.prompt.text == "/nonsense"
        assert chat.engine.asked == []


async def test_a_message_with_a_slash_inside_is_a_message() -> None:
    text = "and/or 5 CFR 511.612"
    async with chatting(FakeEngine({text: answer()})) as chat:
        await chat.ask(text)
        assert chat.engine.asked == [text]


ELSEWHERE = {"/quit", "/save", "/stop", "/edit", "/home", "/new", "/theme", "/talk"}
"""Commands that leave the screen, or whose effect has a test of its own."""
SPOKEN = {word: answer(f"Said {word}.") for word in ("more", "undo")}


@pytest.mark.parametrize(
    "command", sorted(set(keys.COMMANDS) - ELSEWHERE - {f"/{work.name}" for work in WORKS})
)
async def test_every_command_does_something_visible(command: str) -> None:
    async with chatting(FakeEngine({QUESTION: answer(), **SPOKEN})) as chat:
        await chat.ask(QUESTION)
        before = chat.text
        await chat.send(command)
        await chat.until(lambda: chat.text != before and not chat.prompt.text)


async def test_a_slash_shows_what_it_can_become_and_tab_completes_it() -> None:
    async with chatting() as chat:
        await chat.type("/dr")
        await chat.sees("/dropped")
        assert "what failed the checks" in chat.text
        await chat.press("tab")
        assert chat.prompt.text == "/dropped"
        await chat.press(*["backspace"] * 8)
        await chat.until(lambda: "what failed the checks" not in chat.text)


async def test_the_last_message_is_edited_and_sent_in_the_place_of_the_first() -> None:
    engine = FakeEngine({QUESTION: answer(), "better": answer("A better answer.")})
    async with chatting(engine) as chat:
        await chat.ask(QUESTION)
        await chat.send("/edit")
        await chat.until(lambda: chat.prompt.text == QUESTION)
        await chat.press("escape")
        assert not chat.prompt.text
        await chat.ask("better")
        assert chat.screen.asked == [QUESTION, "better"]
        await chat.send("/edit")
        await chat.until(lambda: chat.prompt.text == "better")
        chat.prompt.clear()
        await chat.ask(QUESTION)
        assert chat.screen.asked == [QUESTION, QUESTION]


async def test_ctrl_g_and_a_letter_does_what_an_f_key_does() -> None:
    async with chatting() as chat:
        await chat.press("ctrl+g")
        await chat.sees("One key chooses")
        await chat.press("d")
        await chat.sees("The factors total 2,540")
        await chat.press("escape", "ctrl+g", "e")
        await chat.until(lambda: "Sought" not in chat.text)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_footer_fits(size: tuple[int, int]) -> None:
    async with chatting(size=size) as chat:
        footer = chat.lines[-1]
        for word in ("F1 Help", "F2 Grade", "F3 Source", "^G Go", "^P Menu", "^Q Quit"):
            assert word in footer


async def test_the_theme_changes_from_dark_to_light_to_high_contrast() -> None:
    async with chatting() as chat:
        for theme in (*themes.OURS, themes.DARK):
            assert chat.app.theme == theme.name
            chat.app.action_next_theme()
            await chat.pilot.pause()


def _luminance(color: tuple[float, float, float]) -> float:
    def linear(value: float) -> float:
        value /= 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(color: str) -> tuple[float, float, float]:
    return tuple(int(color[i : i + 2], 16) for i in (1, 3, 5))  # type: ignore[return-value]


@pytest.mark.parametrize("theme", themes.OURS, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "surface", "panel", "cursor"])
@pytest.mark.parametrize("ink", ["foreground", "primary", "accent", "warning", "error", "muted"])
def test_every_ink_is_readable_on_every_ground(theme: object, ground: str, ink: str) -> None:
    """WCAG 2 asks 4.5 to 1 for text."""
    if ground == "cursor" and ink in {"primary", "error"}:
        pytest.skip("no chosen row is written in this ink")
    assert isinstance(theme, Theme)
    cursor = theme.variables["block-cursor-background"]
    below = _rgb(cursor if ground == "cursor" else getattr(theme, ground))
    if ink == "muted":
        share = int(MUTED.split()[1].rstrip("%")) / 100
        above = _rgb(getattr(theme, "foreground"))  # noqa: B009 - the theme is any object here
        color = tuple(a * share + b * (1 - share) for a, b in zip(above, below, strict=True))
    else:
        color = _rgb(getattr(theme, ink))
    bright, dark = sorted((_luminance(color), _luminance(below)), reverse=True)  # type: ignore[arg-type]
    assert (bright + 0.05) / (dark + 0.05) >= 4.5
