"""Papers: what a person takes away, with what each lacks, a preview, and writing it to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.timer import Timer
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant import load
from assistant.text import one_line, safe_text
from assistant.tui.desk.appealing import stated
from assistant.tui.desk.desk import Desk
from assistant.tui.screens.works.base import WorkScreen, block, lines
from assistant.tui.screens.works.writing import WritingScreen
from assistant.tui.widgets.paper import page
from assistant.tui.widgets.titlebar import MUTED

if TYPE_CHECKING:
    from assistant.papers.catalog import Kind

_RESTS = 0.15
"""Seconds the cursor rests on a paper before it is laid out: walking past one costs nothing."""


def _kinds() -> tuple[Kind, ...]:
    # Loading what writes them takes twice as long as a key may: it is done in the thread that asks.
    found: tuple[Kind, ...] = load("assistant.papers.catalog:papers")()
    return found


class PapersScreen(WorkScreen, WritingScreen):
    """Every paper there is for the case: previewed as it is walked, written by key."""

    NAME = "papers"
    AUTO_FOCUS = "#paper-list"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._kinds: tuple[Kind, ...] = ()
        self._shown: tuple[Any, ...] = ()
        self._waits: Timer | None = None

    def content(self) -> ComposeResult:
        """Lay out the papers left and the preview right."""
        with Horizontal(classes="two -preview"):
            with VerticalScroll(id="paper-left", classes="side"):
                yield block("Papers", OptionList(id="paper-list", compact=True), id="paper-kinds")
                yield block("What it lacks", lines("paper-gaps"), id="paper-lacks")
            with VerticalScroll(classes="side", id="paper-side"):
                yield lines("paper-preview")

    def on_mount(self) -> None:
        """List the papers, and lay the one chosen out anew when the room for it is another."""

        def laid_out(old: Size, new: Size) -> None:
            if old.width != new.width:
                self._preview()

        # The screen knows its size before the preview has its own.
        # The window may be closing while its screens are laid out.
        for preview in self.query("#paper-preview"):
            self.watch(preview, "virtual_size", laid_out, init=False)

    def show_case(self) -> None:
        """List the papers, and preview the one chosen anew."""
        if not self._kinds:
            self.later("Looking which papers there are", _kinds, self._show_kinds)
        else:
            self._preview()

    def take(self, words: str) -> None:
        """Choose the paper named, and write it where a file is named too."""
        name, _, rest = words.partition(" ")
        file = rest.removeprefix("--out").strip()
        place = next((n for n, kind in enumerate(self._kinds) if kind.name == name), None)
        if self._kinds and place is None:
            known = ", ".join(kind.name for kind in self._kinds)
            self.say(f"there is no paper {one_line(name)!r}: {known}")
        elif place is not None:
            self.query_one("#paper-list", OptionList).highlighted = place
            if file:
                self.write_to(self._kinds[place], self._matter, file)
        elif self.desk.case is not None:
            # The list is still being read.
            self.set_timer(_RESTS, lambda: self.take(words))

    def _show_kinds(self, kinds: tuple[Kind, ...]) -> None:
        self._kinds = kinds
        narrow = self.has_class("-narrow")
        options = self.query_one("#paper-list", OptionList)
        options.clear_options()
        options.add_options(
            Option(
                Content.assemble(
                    (one_line(kind.title), "bold"),
                    # On a narrow screen the gaps and the preview need these lines more.
                    ("" if narrow else f"\n  {one_line(kind.purpose)}", MUTED),
                )
            )
            for kind in kinds
        )
        options.highlighted = 0

    @property
    def _chosen(self) -> Kind | None:
        at = self.query_one("#paper-list", OptionList).highlighted
        return self._kinds[at] if at is not None and at < len(self._kinds) else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._preview()

    def _matter(self) -> Any:
        """Return what the papers draw on: the case, the appeal's facts, the documents."""
        desk = self.desk
        keeping = desk.keeping
        facts = keeping.session.appeal if keeping is not None else {}
        subject = load("assistant.papers.subject:subject_of_case")(desk.case)
        return load("assistant.papers.subject:Matter")(
            subject, facts=stated(facts) if facts else None, library=desk.engine.library
        )

    def _preview(self) -> None:
        """Lay the chosen paper out once the cursor rests on it."""
        kind = self._chosen
        if kind is None or self._state(kind) == self._shown:
            return
        if self._waits is not None:
            self._waits.stop()
        if not self._shown:
            self._lay_out(kind)
            return
        self._waits = self.set_timer(_RESTS, lambda: self._lay_out(kind))

    def _state(self, kind: Kind) -> tuple[Any, ...]:
        keeping = self.desk.keeping
        facts = keeping.session.appeal if keeping is not None else None
        return kind.name, self.desk.case, facts, self.query_one("#paper-preview").size.width

    def _lay_out(self, kind: Kind) -> None:
        self._shown = self._state(kind)
        width = self._shown[-1]

        def get() -> tuple[Any, Content]:
            catalog, matter = "assistant.papers.catalog", self._matter()
            gaps = load(f"{catalog}:lacking")(kind.name, matter)
            barred = any(gap.bars for gap in gaps)
            text = "" if barred else load(f"{catalog}:preview")(kind.name, matter)
            waits = "*This paper waits for what is marked with an exclamation mark.*"
            return gaps, page(safe_text(text) or waits, width)

        def show(found: tuple[Any, Content]) -> None:
            gaps, text = found
            told = [
                Content.assemble(("! " if gap.bars else "· ", "bold"), safe_text(gap.text))
                for gap in gaps
            ]
            if told:
                told.append(Content.styled("Case (2) and Appeal (7) take what is missing.", MUTED))
            nothing = Content.styled("nothing: it can be written as it stands", MUTED)
            counted = f"What it lacks ({len(gaps)})" if gaps else "What it lacks"
            self.query_one("#paper-lacks").border_title = counted
            self.query_one("#paper-gaps", Static).update(Content("\n").join(told or [nothing]))
            self.query_one("#paper-preview", Static).update(text)
            side = self.query_one("#paper-side")
            side.border_title = one_line(kind.title)
            side.scroll_home(animate=False)

        self.later(f"Laying out: {one_line(kind.title)}", get, show)

    def action_write(self) -> None:
        """Write the paper: ask for the format, then for the file."""
        kind = self._chosen
        if kind is not None:
            self.write(kind, self._matter, self.desk.engine.library.home)
