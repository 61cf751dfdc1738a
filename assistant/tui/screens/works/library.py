"""The library: documents and standards held, reading more in, doubts, removing, fetching."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
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
from assistant.tui.desk.late import load
from assistant.tui.screens.dialogs.asking import AskScreen
from assistant.tui.screens.works.base import WorkScreen, block, lines
from assistant.tui.widgets.status import StatusLine
from assistant.tui.widgets.titlebar import MUTED

if TYPE_CHECKING:
    from core.standards.table import PointTable
    from index.library import DocumentInfo

_COMMAND_SECONDS = 900


class LibraryScreen(WorkScreen):
    """Documents and standards; a file dragged here is read in, in a process of its own."""

    NAME = "library"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "ingest", "Read in"),
        Binding("m", "standard", "Import"),
        Binding("k", "confirm", "Confirm"),
        Binding("y", "sync", "Fetch"),
        Binding("x,delete", "remove", "Remove", key_display="x"),
    ]
    AUTO_FOCUS = "#library-documents"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._documents: list[DocumentInfo] = []
        self._standards: list[PointTable] = []
        self._sure = ""
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

    def _list(self) -> None:
        def get() -> tuple[list[DocumentInfo], list[PointTable]]:
            catalog = load("core.standards.catalog:default_catalog")()
            tables = [file.table for name in catalog.ids() for file in catalog.editions(name)]
            return self.desk.engine.library.documents(), tables

        self.later("Looking what is held", get, self._show_held)

    def _show_held(self, found: tuple[list[DocumentInfo], list[PointTable]]) -> None:
        self._loaded = True
        self._documents = sorted(found[0], key=lambda one: (one.kind, one.title))
        self._standards = found[1]
        documents = self.query_one("#library-documents", OptionList)
        documents.clear_options()
        documents.add_options(
            Option(
                Content.assemble(
                    (f"{one.kind.replace('_', ' ')[:11]:<12}", MUTED),
                    one_line(one.title)[:200],
                    (f"  {one.passages}", MUTED),
                )
            )
            for one in self._documents
        )
        if self._documents:
            documents.highlighted = 0
        self.query_one("#library-held").border_subtitle = f"{len(self._documents)}"
        standards = self.query_one("#library-standards", OptionList)
        standards.clear_options()
        standards.add_options(Option(_standard(one)) for one in self._standards)
        self.query_one("#library-scoring").border_subtitle = f"{len(self._standards)}"
        if not self._documents:
            told = "No documents yet.\nDrag a file here, or press I; Y fetches official ones."
            documents.add_option(Option(Content.styled(told, MUTED), disabled=True))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell all about the document or standard."""
        detail = self.query_one("#library-detail", Static)
        if event.option_list.id == "library-documents":
            if event.option_index < len(self._documents):
                detail.update(_told(self._documents[event.option_index]))
        elif event.option_index < len(self._standards):
            detail.update(_doubts(self._standards[event.option_index]))

    def _chosen(self) -> DocumentInfo | None:
        at = self.query_one("#library-documents", OptionList).highlighted
        return self._documents[at] if at is not None and at < len(self._documents) else None

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

    def on_paste(self, event: events.Paste) -> None:
        """Read in a file that was dragged here."""
        event.stop()
        path = dragged(event.text)
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
        """Remove a document, on the second press; its file on the disk stays."""
        one = self._chosen()
        if one is None or self._read_only():
            return
        if self._sure != one.id:
            self._sure = one.id
            self.say(f"X again removes {one_line(one.title)[:60]} from the library; the file stays")
            return
        self._sure = ""

        def removed(_: Any) -> None:
            self.query_one("#library-detail", Static).update(Content(""))
            self._list()

        def remove() -> None:
            self.desk.engine.library.remove(one.id)

        self.doing("Removing", remove, removed)

    # --- what has a command of its own ----------------------------------------------------

    def action_standard(self) -> None:
        """Import an official standard from its PDF, so that it scores."""

        def given(text: str | None) -> None:
            if text:
                path = dragged(text) or Path(text).expanduser()
                self._run("Reading the standard", ["standards", "import", str(path)])

        question = "The standard's PDF; every doubt is named and does not score until confirmed."
        self.app.push_screen(AskScreen("Import a standard", question, ""), given)

    def action_confirm(self) -> None:
        """Confirm the doubts of the standard chosen, after looking at the pages named."""
        at = self.query_one("#library-standards", OptionList).highlighted
        if at is None or not any(not one.confirmed for one in self._standards[at].doubts):
            self.say("choose a standard with open doubts first (Tab goes to the standards)")
            return
        self._run("Confirming", ["standards", "confirm", self._standards[at].id])

    def action_sync(self) -> None:
        """Fetch an official document by the name the catalogue knows it by."""

        def given(text: str | None) -> None:
            if text:
                self._run("Fetching", ["sources", "sync", "--only", text])

        question = "Its name, as fes sources list shows it, such as gs-0080-standard."
        self.app.push_screen(AskScreen("Fetch an official document", question, ""), given)

    @work(thread=True, group="command", exclusive=True)
    def _run(self, label: str, arguments: list[str]) -> None:
        """Run one of the program's own commands in a process, and show what it says."""
        call = self.app.call_from_thread
        call(self.query_one(StatusLine).work, label)
        try:
            done = subprocess.run(  # noqa: S603 - our own command line
                [sys.executable, "-m", "assistant.cli.main", *arguments],
                capture_output=True,
                text=True,
                stdin=subprocess.DEVNULL,
                timeout=_COMMAND_SECONDS,
                check=False,
            )
            told = safe_text((done.stdout + done.stderr).strip())
            code = done.returncode
        except subprocess.TimeoutExpired:
            told, code = "it took more than a quarter of an hour and was stopped", 3
        call(self.say, "done" if not code else "it did not work: see the right side")
        call(self.query_one("#library-detail", Static).update, Content(told))
        call(self._list)


def _standard(table: PointTable) -> Content:
    open_ = sum(not one.confirmed for one in table.doubts)
    return Content.assemble(
        ("! " if open_ else "  ", "bold $warning"),
        (f"{table.id:<14}", "bold"),
        (f"{table.edition_id}  ", MUTED),
        (f"{open_} doubts open" if open_ else "", "$warning"),
        ("partial" if table.partial else "", MUTED),
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


def _doubts(table: PointTable) -> Content:
    rows = [
        Content.styled(safe_text(table.title), "bold"),
        Content(f"{table.document}, {table.edition}"),
        Content(f"in force from {table.in_force_from:%Y-%m-%d} · {table.method}"),
    ]
    for number, doubt in enumerate(table.doubts, 1):
        state = "confirmed" if doubt.confirmed else "open"
        rows.append(
            Content.assemble(
                (f"{number}. {state}: ", "bold"),
                safe_text(doubt.message),
                (f" (p. {doubt.page})" if doubt.page else "", MUTED),
            )
        )
    if not table.doubts:
        rows.append(Content.styled("No doubts: every level and figure was checked.", MUTED))
    return Content("\n").join(rows)
