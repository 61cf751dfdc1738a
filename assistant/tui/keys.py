"""What can be done on the chat screen, in one table: bindings, help, menu and slash commands.

The keys are ones that common terminals pass on: no Alt with a digit, which many send as another
character. Some terminals keep F-keys for themselves, so whatever has one also has a letter after
Ctrl+G, and a typed command.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding

from assistant.tui.works import WORKS

MENU_KEY = "ctrl+p"
GO_KEY = "ctrl+g"
NEXT_FIELD = (
    Binding("tab", "app.focus_next", show=False, priority=True),
    Binding("shift+tab", "app.focus_previous", show=False, priority=True),
)
"""Going from field to field ahead of the keys that wait, which are the next field's."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the person can do on the chat screen.

    ``keys`` is Textual's comma-separated list, ``shown`` how help and footer print it,
    ``letter`` what does the same after Ctrl+G, ``short`` the footer's word (empty: not in the
    footer), ``command`` the slash command. What ``opens`` a dialog runs ahead of the keys that
    wait, so that those typed after it, however fast, are the dialog's.
    """

    action: str
    keys: str
    shown: str
    title: str
    help: str
    short: str = ""
    command: str = ""
    letter: str = ""
    opens: bool = False


def _typed(command: str, action: str, title: str, help: str) -> Action:  # noqa: A002 - as above
    """Return an action that is typed, or chosen from the menu, and has no key."""
    return Action(action, "", command, title, help, command=command)


ACTIONS: tuple[Action, ...] = (
    Action(
        "help", "f1", "F1", "Help", "Keys, marks and commands", "Help", "/help", "h", opens=True
    ),
    Action(
        "toggle_panel('evaluation')",
        "f2",
        "F2",
        "Evaluation",
        "Show or hide the nine factors, points and grade",
        "Grade",
        "/evaluation",
        "e",
    ),
    Action(
        "toggle_panel('source')",
        "f3",
        "F3",
        "Source",
        "Show or hide the cited passage",
        "Source",
        "/source",
        "s",
    ),
    Action(
        "derivation",
        "f4",
        "F4",
        "Derivation",
        "Every step and warning, with its citation",
        "Steps",
        "/steps",
        "d",
        opens=True,
    ),
    Action(
        "sources",
        "ctrl+o",
        "Ctrl+O",
        "Sources of this answer",
        "Choose a citation from a list",
        "Sources",
        "/sources",
        opens=True,
    ),
    Action(
        "go_to", GO_KEY, "Ctrl+G", "Go to", "Another work or panel, by one key", "Go", opens=True
    ),
    Action("next_citation", "ctrl+n", "Ctrl+N", "Next citation", "Open the next citation"),
    Action("previous_citation", "ctrl+r", "Ctrl+R", "Previous citation", "Open the one before"),
    Action(
        "previous_answer",
        "alt+up,ctrl+up",
        "Alt+↑ Ctrl+↑",
        "Previous answer",
        "Go to the answer before, with its citations",
    ),
    Action(
        "next_answer",
        "alt+down,ctrl+down",
        "Alt+↓ Ctrl+↓",
        "Next answer",
        "Go to the answer after, with its citations",
    ),
    Action("stop", "escape", "Esc", "Stop", "Stop the answer, or go back to the message"),
    Action("save", "ctrl+s", "Ctrl+S", "Save the case", "Write the case to its file", "", "/save"),
    _typed("/more", "say('more')", "More", "The rest of the answer"),
    _typed("/undo", "say('undo')", "Undo", "Take the last change of the case back"),
    _typed("/edit", "edit_last", "Edit and resend", "Change the last message; its effect goes"),
    _typed("/copy", "copy_answer", "Copy the answer", "Copy the current answer as text"),
    _typed("/quote", "copy_quotation", "Copy the quotation", "Copy the quotation that is open"),
    _typed("/dropped", "dropped", "What was kept back", "Show what failed the checks, and why"),
    _typed("/usage", "usage", "Usage", "Model, turns, documents and memory in use"),
    _typed("/theme", "app.next_theme", "Next theme", "Dark, light, high contrast"),
    _typed("/home", "app.home", "Other cases", "The first screen, or a case: /home NAME"),
    _typed("/new", "app.new", "New case", "Of a description or a name: /new FILE"),
    Action("app.quit", "", "Ctrl+Q", "Quit", "Leave; the case is kept", command="/quit"),
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
    ("Ctrl+P, F10", "Menu of everything, searched as you type; themes"),
    ("Ctrl+G", "Go to: then H, E, S or D for what F1 to F4 do, or a digit for a work"),
)
"""Keys that belong to one part of the screen."""

OPEN_COMMAND = "/open"
COMMANDS: dict[str, str] = {
    **{action.command: action.action for action in ACTIONS if action.command},
    **{f"/{work.name}": f"app.go('{work.name}')" for work in WORKS},
    "/stop": "stop",
    "/menu": "menu",
}
"""Slash command to the action it runs; ``/open N`` and ``/save FILE`` also take a word."""

HELPS: dict[str, str] = {
    OPEN_COMMAND: "Open a citation: /open 3",
    **{action.command: action.help for action in ACTIONS if action.command},
    **{f"/{work.name}": work.help for work in WORKS},
    "/stop": "Stop the answer",
    "/menu": "Everything, by name",
}
"""What each slash command does, in words."""


def completions(text: str) -> list[str]:
    """Return the commands that begin as a text does; none for what is no command."""
    if not text.startswith("/") or any(character.isspace() for character in text):
        return []
    return sorted(command for command in HELPS if command.startswith(text.lower()))


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
            priority=action.opens,
        )
        for action in ACTIONS
        if action.keys
    ]
    keys.append(Binding("f10", "menu", "Menu", key_display="^P", tooltip="Everything, by name"))
    return keys
