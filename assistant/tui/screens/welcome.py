"""The first screen: three doors, the cases on the shelf, the example, and a place for a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.cases.shelf import Deleted, Entry
from assistant.text import one_line
from assistant.tui.desk.arrivals import Arrival, arrival
from assistant.tui.desk.desk import Desk
from assistant.tui.desk.opener import Opener
from assistant.tui.hints import pressed_here
from assistant.tui.messages import CaseLeft, opened
from assistant.tui.screens.dialogs.asking import AskScreen
from assistant.tui.screens.dialogs.keys import KeysScreen, keys_of
from assistant.tui.widgets.keybar import KeyBar
from assistant.tui.widgets.titlebar import MUTED
from core.errors import AppError

_DOORS = (
    ("appeal", "Thinking of appealing", "a plain answer, the risk, the dates, a letter"),
    ("grade", "Grading a position", "from a description to a grade and its paper"),
    ("search", "Searching decisions", "how OPM has read a criterion, in its own words"),
)
_AFTER = {"appeal": "appeal", "grade": "case", "search": "precedents"}
_DAYS = 7
_TITLE = 46
_SHORT_TITLE = 24
_FOLDERS = 2
_WIDEST = 96
_SIDES = 8
"""Columns of a row that are its indent and the padding of the screen."""
_NAMED = 24
_ROOM = 76
"""Columns from which a row also tells what is behind it."""
_SUPERVISORS = "gssg"


class Welcome(Screen[None]):
    """Where the work begins. A file dropped here, or a description pasted, becomes a case."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(number), f"door('{door}')", title, show=False)
            for number, (door, title, _) in enumerate(_DOORS, 1)
        ),
        # The list itself names the letters of these two.
        Binding("e", "example", "Example", show=False),
        Binding("l", "library", "Library", show=False),
        Binding("n", "new", "New"),
        Binding("o", "file", "Open"),
        Binding("r", "rename", "Rename"),
        Binding("c", "duplicate", "Copy"),
        Binding("delete,x", "delete", "Delete", key_display="x"),
        Binding("u", "restore", "Undo delete"),
        Binding("f1,question_mark", "keys", "Keys", key_display="?"),
        Binding("f10", "app.command_palette", "Menu", key_display="^P"),
    ]
    AUTO_FOCUS = "#doors"

    def __init__(self, opener: Opener) -> None:
        super().__init__()
        self._opener = opener
        self._entries: list[Entry] = []
        self._deleted: Deleted | None = None
        self._trashed = False
        self._room = 0

    def compose(self) -> ComposeResult:
        """Lay out doors and cases."""
        with VerticalScroll(id="welcome", can_focus=False), Vertical(id="welcome-body"):
            yield Static(
                Content.assemble(
                    (" fes ", "reverse bold"),
                    "  what grade a federal position's work earns, and why",
                ),
                id="welcome-head",
            )
            yield OptionList(id="doors", compact=True)
            yield Static(
                Content(
                    "A file can be dragged here: a position description becomes a case, a case "
                    "file opens. A description's text can be pasted."
                ),
                id="welcome-hint",
            )
            yield Static(id="welcome-problem")
        yield KeyBar()

    def on_mount(self) -> None:
        self._fill()

    def on_screen_resume(self) -> None:
        """List the cases anew: another screen may have changed them."""
        self._fill()

    def on_case_left(self, event: CaseLeft) -> None:
        """Choose the case that was left."""
        named = (entry.name for entry in self._opener.recent() if entry.path == event.path)
        self._fill(f"case:{next(named, '')}")

    def _fill(self, highlight: str = "") -> None:
        doors = self.query_one("#doors", OptionList)
        before = highlight or (
            doors.get_option_at_index(doors.highlighted).id or ""
            if doors.highlighted is not None and doors.option_count
            else ""
        )
        self._entries = self._opener.recent()
        self._trashed = bool(self._opener.shelf.trash())
        self._room = self.app.size.width
        self.refresh_bindings()
        options: list[Option | None] = [_label("What brings you here?")]
        options += [
            Option(self._row(str(number), title, tells), id=f"door:{door}")
            for number, (door, title, tells) in enumerate(_DOORS, 1)
        ]
        options.append(_label(" "))
        if self._entries:
            options.append(_label("Your cases"))
            titles = Counter(entry.title for entry in self._entries)
            options += [
                Option(
                    _case(entry, self._room, named=titles[entry.title] > 1),
                    id=f"case:{entry.name}",
                )
                for entry in self._entries
            ]
            options.append(_label(" "))
        options.append(
            Option(
                self._row("e", "The example", "a fictional case, to look at: read-only"),
                id="example",
            )
        )
        options.append(
            Option(
                self._row("l", "The library", "documents and standards held; read in, fetch"),
                id="library",
            )
        )
        doors.clear_options()
        doors.add_options(options)
        ids = [option.id for option in doors.options]
        first = f"case:{self._entries[0].name}" if self._entries else "door:appeal"
        doors.highlighted = ids.index(before if before in ids else first)

    def _row(self, key: str, title: str, tells: str) -> Content:
        named = ((f" {key}  ", "bold $accent"), (title.ljust(_NAMED), "bold"))
        # Wrapped, what it tells would stand before the next one's key.
        return Content.assemble(*named, (tells if self._room >= _ROOM else "", MUTED))

    def on_resize(self) -> None:
        """Write the rows for the room there is."""
        if self._room != self.app.size.width:
            self._fill()

    def _chosen(self) -> Entry | None:
        doors = self.query_one("#doors", OptionList)
        if doors.highlighted is None:
            return None
        name = (doors.get_option_at_index(doors.highlighted).id or "").removeprefix("case:")
        return next((entry for entry in self._entries if entry.name == name), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:  # noqa: ARG002 - Textual's
        """Offer what is done to a case only while one is chosen, undoing only after a delete."""
        if action in {"rename", "duplicate", "delete"}:
            entry = self._chosen() if self.is_mounted else None
            # A file of the person's own, elsewhere on the disk, is only opened here.
            return entry is not None and entry.path.parent == self._opener.shelf.folder
        return action != "restore" or self._trashed

    def on_option_list_option_highlighted(self) -> None:
        """Offer the keys of what is chosen."""
        self.refresh_bindings()

    def say(self, problem: str) -> None:
        """Say something beneath the list."""
        self.query_one("#welcome-problem", Static).update(Content(pressed_here(problem)))

    # --- choosing ------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was chosen."""
        event.stop()
        kind, _, name = (event.option_id or "").partition(":")
        if kind == "door":
            self.action_door(name)
        elif kind == "case":
            self._open(lambda: self._opener.supervisors(name) or self._opener.named(name), "")
        elif kind == "example":
            self.action_example()
        elif kind == "library":
            self.action_library()

    def action_door(self, door: str) -> None:
        """Go through a door: to the decisions, or to a case that is asked for first."""
        if door == "search":
            self._open(self._opener.nothing, _AFTER[door])
            return
        self._ask_new(_AFTER[door])

    def action_keys(self) -> None:
        """Show the keys of this screen."""
        self.app.push_screen(KeysScreen(keys_of(self)))

    def action_example(self) -> None:
        self._open(self._opener.example, "talk")

    def action_library(self) -> None:
        self._open(self._opener.nothing, "library")

    def action_new(self) -> None:
        self._ask_new("")

    def _ask_new(self, place: str) -> None:
        def given(text: str | None) -> None:
            if text is not None:
                self._arrive(arrival(text, titled=True), place)

        self.app.push_screen(
            AskScreen(
                "A new case",
                "Drag the position description here, or give the case a name.",
                "My position",
            ),
            given,
        )

    def action_file(self) -> None:
        """Ask for a file."""

        def given(text: str | None) -> None:
            if text:
                self._arrive(arrival(text), "")

        self.app.push_screen(
            AskScreen(
                "Open a file", "A case file, or a position description (PDF, Word, text).", ""
            ),
            given,
        )

    def on_paste(self, event: events.Paste) -> None:
        """Take a dragged file, or the text of a position description."""
        event.stop()
        self._arrive(arrival(event.text), "")

    @work(thread=True, exclusive=True, group="arrive")
    def _arrive(self, what: Arrival, place: str) -> None:
        """Make a case of what arrived; reading a document takes a while."""
        self.app.call_from_thread(self.say, what.doing)
        try:
            found = what.open(self._opener)
        except AppError as error:
            self.app.call_from_thread(self.say, error.sentence())
            return
        self.app.call_from_thread(self.say, "")
        self.post_message(opened(found, place or what.place, what.told(found)))

    def _open(self, make: Callable[[], Desk | Path], place: str) -> None:
        try:
            found = make()
        except AppError as error:
            self.say(error.sentence())
        else:
            self.post_message(opened(found, place))

    # --- the shelf -----------------------------------------------------------------------

    def action_rename(self) -> None:
        """Give the chosen case another title."""
        entry = self._chosen()
        if entry is None:
            return

        def given(title: str | None) -> None:
            if title:
                self._try(lambda: self._opener.shelf.rename(entry.name, title).name)

        self.app.push_screen(AskScreen("Rename the case", "Its new title:", entry.title), given)

    def action_duplicate(self) -> None:
        """Copy the chosen case."""
        entry = self._chosen()
        if entry is not None:
            self._try(lambda: self._opener.shelf.duplicate(entry.name).name)

    def action_delete(self) -> None:
        """Delete the chosen case; one key brings it back."""
        entry = self._chosen()
        if entry is None:
            return

        def delete() -> str:
            self._deleted = self._opener.shelf.delete(entry.name)
            return ""

        if self._try(delete):
            self.say(f"Deleted: {one_line(entry.title)}. U brings it back.")

    def action_restore(self) -> None:
        """Bring the case deleted last back."""
        self._try(lambda: self._opener.shelf.restore(self._deleted).name)
        self._deleted = None

    def _try(self, act: Callable[[], str]) -> bool:
        try:
            name = act()
        except AppError as error:
            self.say(error.sentence())
            return False
        self.say("")
        self._fill(f"case:{name}" if name else "")
        return True


def _label(text: str) -> Option:
    return Option(Content.styled(text, MUTED), disabled=True)


def _case(entry: Entry, width: int, *, named: bool) -> Content:
    """Return a case's line; ``named`` tells it by its file from another of the same title."""
    if entry.problem:
        return Content.assemble("    ", one_line(entry.title), (" · cannot be read", "$warning"))
    parts = []
    if entry.series or entry.grade:
        parts.append("-".join(filter(None, ("GS", entry.series, str(entry.grade or "")))))
    if entry.standard == _SUPERVISORS:
        parts.append("supervisor")
    parts.append(_when(entry.changed))
    if entry.fictional:
        parts.append("fictional")
    if entry.name != entry.path.stem:
        folders = entry.path.parent.parts
        # Its nearest folders tell a file elsewhere from another; the whole path has no room.
        cut = ("…", *folders[-_FOLDERS:]) if len(folders) > _FOLDERS + 1 else folders
        parts.append(one_line(str(Path(*cut))))
    elif named:
        parts.append(one_line(entry.name))
    title, told = one_line(entry.title), f"  {' · '.join(parts)}"
    # The grade and the day tell cases of one long title apart: they stay in its line.
    room = min(width, _WIDEST) - _SIDES - len(told)
    most = min(max(room, _SHORT_TITLE), _TITLE)
    if len(title) > most:
        title = f"{title[: most - 1].rstrip()}…"
    return Content.assemble("    ", (title, "bold"), (told, MUTED))


def _when(changed: datetime) -> str:
    days = (datetime.now(UTC).date() - changed.date()).days
    if days <= 0:
        return f"today {changed.astimezone():%H:%M}"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days < _DAYS else f"{changed:%Y-%m-%d}"
