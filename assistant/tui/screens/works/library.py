"""The library: documents and standards held, reading more in, doubts, removing, fetching."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.events import Progress
from assistant.text import one_line, safe_text
from assistant.tui.desk.arrivals import dragged
from assistant.tui.desk.desk import Desk
from assistant.tui.desk.ingesting import ingest
from assistant.tui.desk.standing import (
    CORRECTION,
    Held,
    correcting,
    held_standards,
    published,
    run_command,
    wrong_with,
)
from assistant.tui.screens.dialogs.asking import AskScreen
from assistant.tui.screens.dialogs.find import FindScreen
from assistant.tui.screens.dialogs.form import FormScreen, Values
from assistant.tui.screens.works.base import WorkScreen, block, lines
from assistant.tui.widgets.status import StatusLine
from assistant.tui.widgets.titlebar import MUTED

if TYPE_CHECKING:
    from index.library import DocumentInfo

_ID = 32
"""Columns for a standard's id, so that what is open about it stays in sight beside it."""


class LibraryScreen(WorkScreen):
    """Documents and standards; a file dragged here is read in, in a process of its own."""

    NAME = "library"
    OF_A_CASE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "ingest", "Read in"),
        Binding("m", "standard", "Import"),
        Binding("k", "confirm", "Confirm"),
        Binding("g", "correct", "Correct"),
        Binding("y", "sync", "Fetch"),
        Binding("x,delete", "remove", "Remove", key_display="x"),
    ]
    AUTO_FOCUS = "#library-documents"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._documents: list[DocumentInfo] = []
        self._standards: list[Held] = []
        self._sure = ""
        self._unsettled: dict[str, str] = {}
        self._loaded = False

    def content(self) -> ComposeResult:
        """Lay out documents and standards left, what is told of one right."""
        with Horizontal(classes="two"):
            with Vertical(id="library-left"):
                yield block(
                    "Documents", OptionList(id="library-documents", compact=True), id="library-held"
                )
                yield block(
                    "Standards",
                    OptionList(id="library-standards", compact=True),
                    id="library-scoring",
                )
            with VerticalScroll(classes="side", id="library-side"):
                yield block("In full", lines("library-detail"), id="library-full")

    def show_case(self) -> None:
        """List what is held, once; reading in lists it anew."""
        if not self._loaded:
            self._list()

    def _list(self, told: str = "", said: str = "") -> None:
        """List what is held, and then show what a command told and say how it went."""

        def get() -> tuple[list[DocumentInfo], list[Held]]:
            return self.desk.engine.library.documents(), held_standards()

        def show(found: tuple[list[DocumentInfo], list[Held]]) -> None:
            self._show_held(found)
            self.query_one("#library-detail", Static).update(Content(told) or self._chosen_told())
            if said:
                self.say(said)

        self.later("Looking what is held", get, show)

    def _show_held(self, found: tuple[list[DocumentInfo], list[Held]]) -> None:
        self._loaded = True
        self._documents = sorted(found[0], key=lambda one: (one.kind, one.title))
        self._standards = found[1]
        _fill(self.query_one("#library-documents", OptionList), map(_document_row, self._documents))
        self.query_one("#library-held").border_subtitle = f"{len(self._documents)}"
        longest = max((len(one.holding.id) for one in self._standards), default=0)
        rows = (_standard_row(one, min(longest, _ID)) for one in self._standards)
        _fill(self.query_one("#library-standards", OptionList), rows)
        self.query_one("#library-scoring").border_subtitle = f"{len(self._standards)}"
        if not self._documents:
            told = "No documents yet.\nDrag a file here, or press I; Y fetches official ones."
            self.query_one("#library-documents", OptionList).add_option(
                Option(Content.styled(told, MUTED), disabled=True)
            )

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell all about the document or standard."""
        self._sure = ""
        told = self._chosen_told(event.option_list.id == "library-standards")
        self.query_one("#library-detail", Static).update(told)

    def _chosen_told(self, of_standards: bool | None = None) -> Content:
        document, standard = self._document(), self._standard()
        if of_standards is None:
            of_standards = self._standards_have_the_focus() or document is None
        if of_standards:
            return _told_of(standard) if standard is not None else Content("")
        return _told(document) if document is not None else Content("")

    def _document(self) -> DocumentInfo | None:
        at = self.query_one("#library-documents", OptionList).highlighted
        return self._documents[at] if at is not None and at < len(self._documents) else None

    def _standard(self) -> Held | None:
        at = self.query_one("#library-standards", OptionList).highlighted
        return self._standards[at] if at is not None and at < len(self._standards) else None

    def _standards_have_the_focus(self) -> bool:
        return self.focused is not None and self.focused.id == "library-standards"

    def _home(self) -> Path:
        """Return the person's own data folder, also while the example is open."""
        keeping = self.desk.keeping
        return keeping.home if keeping is not None else self.desk.engine.library.home

    def _read_only(self) -> bool:
        if self.desk.example:
            self.say("the example has a small library of its own, which is read-only")
        return self.desk.example

    # --- reading in ----------------------------------------------------------------------

    def action_ingest(self) -> None:
        """Ask for a file or a folder to read in."""
        if self._read_only():
            return

        def given(text: str | None) -> None:
            if text:
                path = dragged(text) or Path(text).expanduser()
                self._ingest([path])

        question = "A file or a folder; it can be dragged here."
        self.app.push_screen(AskScreen("Read documents into the library", question, ""), given)

    def take(self, words: str) -> None:
        """Read in what was named; import, fetch and sources say that another thing is done."""
        word, _, rest = words.partition(" ")
        if word == "sources" or (word == "fetch" and not rest):
            self.action_sync()
        elif word == "fetch":
            self._fetch(rest)
        elif word == "import":
            self._import(rest)
        elif not self._read_only():
            self._ingest([dragged(words) or Path(words).expanduser()])

    async def bring_in(self, text: str) -> None:
        """Read in a file that was dragged here."""
        path = dragged(text)
        if path is not None and not self._read_only():
            self._ingest([path])

    @work(thread=True, group="ingest", exclusive=True)
    def _ingest(self, paths: Sequence[Path]) -> None:
        call, status = self.app.call_from_thread, self.query_one(StatusLine)
        call(status.work, "Reading documents in")
        told: list[str] = []
        home = self.desk.engine.library.home
        for step in ingest(home, paths):
            if "error" in step:
                told.append(str(step["error"]))
            elif "status" in step:
                name = step["message"] or f"{step['document']}: {step['passages']} passages"
                told.append(f"{step['status']}: {name}")
            else:
                label = f"{one_line(step['name'])} ({step['file']} of {step['files']})"
                call(status.progress, Progress(label, step["done"], step["total"] or None))
        call(self.say, "; ".join(told[-3:]) or "nothing was read")
        call(self._list)

    def action_remove(self) -> None:
        """Remove a document or a standard read in, on the second press; the file stays."""
        of_standards = self._standards_have_the_focus()
        one = self._standard() if of_standards else self._document()
        if one is None or (not of_standards and self._read_only()):
            return
        name = one.holding.id if isinstance(one, Held) else one.id
        if self._sure != name:
            self._sure = name
            title = one.holding.title if isinstance(one, Held) else one.title
            self.say(f"X again removes {one_line(title)[:60]} from the library; the file stays")
            return
        self._sure = ""
        if isinstance(one, Held):
            edition = ["--edition", one.holding.edition_id]
            self._run("Removing", ["standards", "remove", name, *edition])
            return

        def removed(_: Any) -> None:
            self.query_one("#library-detail", Static).update(Content(""))
            self._list()

        self.doing("Removing", lambda: self.desk.engine.library.remove(name), removed)

    # --- what has a command of its own ----------------------------------------------------

    def action_standard(self) -> None:
        """Import an official standard from its PDF, so that it scores."""

        def given(text: str | None) -> None:
            if text:
                self._import(text)

        question = "The standard's PDF; every doubt is named and does not score until confirmed."
        self.app.push_screen(AskScreen("Import a standard", question, ""), given)

    def _import(self, file: str) -> None:
        path = dragged(file) or Path(file).expanduser()
        self._run("Reading the standard", ["standards", "import", str(path)])

    def action_confirm(self) -> None:
        """Confirm the doubts of the standard chosen, after looking at the pages named."""
        one = self._standard()
        if one is None or not one.open_doubts:
            self.say("choose a standard with open doubts first (Tab goes to the standards)")
            return
        self._run("Confirming", ["standards", "confirm", one.holding.id])

    def action_correct(self) -> None:
        """Settle single doubts of the standard chosen, or correct a level's reading."""
        one = self._standard()
        if one is None or one.table is None:
            self.say("choose a standard that was read in first (Tab goes to the standards)")
            return

        def said(values: Values) -> dict[str, str]:
            given = {str(place[0]): text for place, (_, text) in values.items()}
            return {**self._unsettled, **given}

        def given(values: Values | None) -> None:
            if values is not None:
                self._unsettled = said(values)
                self._run("Correcting", correcting(one, self._unsettled), self._settled)

        form = FormScreen(
            f"The reading of {one.holding.id}",
            [(field, self._unsettled.get(str(field.place[0]), "")) for field in CORRECTION],
            lambda values: wrong_with(said(values)),
            _reading(one).plain,
        )
        self.app.push_screen(form, given)

    def _settled(self) -> None:
        self._unsettled = {}

    def action_sync(self) -> None:
        """Fetch an official document of the catalogue."""

        def given(name: str | None) -> None:
            if name:
                self._fetch(name)

        def show(found: list[tuple[str, str]]) -> None:
            self.app.push_screen(FindScreen("Fetch an official document", found), given)

        # Beside the list of what is held, which may still be read.
        self.doing("Looking which documents are published", published, show)

    def _fetch(self, name: str) -> None:
        self._run("Fetching", ["sources", "sync", "--only", name])

    @work(thread=True, group="command", exclusive=True)
    def _run(
        self, label: str, arguments: list[str], succeeded: Callable[[], None] | None = None
    ) -> None:
        """Run a command, show what it says, and list what is held then."""
        call = self.app.call_from_thread
        call(self.query_one(StatusLine).work, label)
        told, well = run_command(self._home(), arguments)
        if well and succeeded is not None:
            succeeded()
        call(self._list, told, "done" if well else "it did not work: see the right side")


def _fill(listed: OptionList, rows: Iterable[Content]) -> None:
    """List rows anew, with the same place in them."""
    at = listed.highlighted or 0
    with listed.prevent(OptionList.OptionHighlighted):
        listed.clear_options()
        listed.add_options(Option(row) for row in rows)
        if listed.option_count:
            listed.highlighted = min(at, listed.option_count - 1)


def _document_row(one: DocumentInfo) -> Content:
    return Content.assemble(
        (f"{one.kind.replace('_', ' ')[:11]:<12}", MUTED),
        one_line(one.title)[:200],
        (f"  {one.passages}", MUTED),
    )


def _standard_row(one: Held, width: int) -> Content:
    held, open_ = one.holding, len(one.open_doubts)
    name = held.id if len(held.id) <= width else f"{held.id[: width - 1]}…"
    state = (
        "cannot be read"
        if held.problem
        else f"{open_} open doubt{'s' * (open_ > 1)}"
        if open_
        else ""
    )
    return Content.assemble(
        ("! " if state else "  ", "bold $warning"),
        (f"{name:<{width}}", "bold"),
        (f" {held.edition_id}", MUTED),
        (f"  {state}" if state else "", "$warning"),
        ("  partial" if held.partial else "", MUTED),
    )


def _told(one: DocumentInfo) -> Content:
    pages = f"{one.pages} pages, " if one.pages else ""
    rows = [
        Content.styled(safe_text(one.title), "bold"),
        Content(f"{one.id} · {one.kind.replace('_', ' ')} · {one.edition or 'no edition stated'}"),
        Content(f"{pages}{one.passages} passages"),
        Content.styled(f"from {one_line(one.origin)}", MUTED),
        Content.styled(f"read in {one_line(one.retrieved)[:10]}", MUTED),
        Content.styled(f"sha256 {one.sha256[:16]}…", MUTED),
    ]
    return Content("\n").join(rows)


def _told_of(one: Held) -> Content:
    rows = [_reading(one)]
    if one.open_doubts:
        rows.append(Content.styled("G settles one by one or corrects a level; K confirms.", MUTED))
    return Content("\n").join(rows)


def _reading(one: Held) -> Content:
    """Return a standard with what is doubtful about its reading."""
    held = one.holding
    rows = [Content.styled(safe_text(held.title or held.id), "bold")]
    if held.problem:
        return Content("\n").join([*rows, Content(safe_text(held.problem))])
    rows.append(Content(safe_text(", ".join(filter(None, (held.document, held.edition))))))
    if held.in_force_from is not None:
        rows.append(Content(f"in force from {held.in_force_from:%Y-%m-%d} · {held.kind}"))
    rows += [Content(safe_text(lack)) for lack in held.lacks]
    doubts = one.table.doubts if one.table is not None else ()
    for number, doubt in enumerate(doubts, 1):
        state = "settled" if doubt.confirmed else "open"
        rows.append(
            Content.assemble(
                (f"{number}. {state}: ", "bold"),
                safe_text(doubt.message),
                (f" (p. {doubt.page})" if doubt.page else "", MUTED),
            )
        )
    if not doubts:
        rows.append(Content.styled("No doubts about its reading.", MUTED))
    return Content("\n").join(rows)
