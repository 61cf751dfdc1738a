"""What can be done on the chat screen, in one table: bindings, help, menu and slash commands.

The keys are ones that common terminals pass on: no Alt with a digit, which many send as
another character. Where a terminal keeps one for itself (F1 and F10 in some) the same thing
has a typed command.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding

MENU_KEY = "ctrl+backslash"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the person can do on the chat screen.

    ``keys`` is Textual's comma-separated list, ``shown`` how help and footer print it,
    ``short`` the footer's word (empty: not in the footer), ``command`` the slash command.
    """

    action: str
    keys: str
    shown: str
    title: str
    help: str
    short: str = ""
    command: str = ""
    menu: bool = True


ACTIONS: tuple[Action, ...] = (
    Action("help", "f1", "F1", "Help", "Keys, marks and commands", "Help", "/help"),
    Action(
        "toggle_panel('evaluation')",
        "f2",
        "F2",
        "Evaluation",
        "Show or hide the nine factors, points and grade",
        "Evaluation",
        "/evaluation",
    ),
    Action(
        "toggle_panel('source')",
        "f3",
        "F3",
        "Source",
        "Show or hide the cited passage",
        "Source",
        "/source",
    ),
    Action(
        "derivation",
        "f4",
        "F4",
        "Derivation",
        "Every step and warning, with its citation",
        "Steps",
        "/steps",
    ),
    Action(
        "sources",
        "ctrl+o",
        "Ctrl+O",
        "Sources of this answer",
        "Choose a citation from a list",
        "Sources",
        "/sources",
    ),
    Action(
        "next_citation", "ctrl+n", "Ctrl+N", "Next citation", "Open the next citation", command=""
    ),
    Action("previous_citation", "ctrl+p", "Ctrl+P", "Previous citation", "Open the one before"),
    Action(
        "previous_answer",
        "alt+up",
        "Alt+↑",
        "Previous answer",
        "Go to the answer before, with its citations",
    ),
    Action(
        "next_answer",
        "alt+down",
        "Alt+↓",
        "Next answer",
        "Go to the answer after, with its citations",
    ),
    Action("stop", "escape", "Esc", "Stop", "Stop the answer, or go back to the message"),
    Action("save", "ctrl+s", "Ctrl+S", "Save the case", "Write the case to its file", "", "/save"),
    Action("app.quit", "", "Ctrl+Q", "Quit", "Leave the chat", command="/quit"),
)
"""Everything with a key or a menu entry of its own, in the order of the help screen."""

OTHER_KEYS: tuple[tuple[str, str], ...] = (
    ("Enter", "Send the message"),
    ("Alt+Enter, Ctrl+J", "Start a new line in the message"),
    ("↑ ↓", "Messages sent before"),
    ("Ctrl+C", "Copy what is selected, or stop the answer"),
    ("PgUp PgDn", "Scroll the conversation while you type"),
    ("Ctrl+O 1 … 9", "Open citation 1 to 9 from anywhere"),
    ("1 … 9", "The same, with the focus in the conversation"),
    ("Tab, Shift+Tab", "Move between message, panels and conversation"),
    ("F10, Ctrl+\\", "Menu of everything; dark or light theme"),
)
"""Keys that belong to one part of the screen."""

OPEN_COMMAND = "/open"
COMMANDS: dict[str, str] = {
    **{action.command: action.action for action in ACTIONS if action.command},
    "/stop": "stop",
    "/menu": "menu",
}
"""Slash command to the action it runs; ``/open N`` and ``/save FILE`` also take a word."""


def bindings() -> list[Binding]:
    """Return the chat screen's bindings, the footer's ones first in its order."""
    keys = [
        Binding(
            action.keys,
            action.action,
            action.short or action.title,
            show=bool(action.short),
            key_display=action.shown.replace("Ctrl+", "^"),
            tooltip=action.help,
        )
        for action in ACTIONS
        if action.keys
    ]
    keys.append(Binding("f10", "menu", "Menu", key_display="F10", tooltip="Everything, by name"))
    return keys
