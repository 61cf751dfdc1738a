"""Precedents: how decisions read a level, with filters, a preview, and the level's own language."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Paste
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant import load
from assistant.text import one_line, safe_text
from assistant.tui import keys
from assistant.tui.desk.arrivals import arrival
from assistant.tui.desk.desk import Desk
from assistant.tui.desk.notes import STANCES, note_of
from assistant.tui.screens.dialogs.save import SaveScreen
from assistant.tui.screens.works.base import WorkScreen, block, lines
from assistant.tui.widgets.titlebar import MUTED
from index.documents.files import replace_file

if TYPE_CHECKING:
    from assistant.argue.precedents import Precedent
    from index.models import Decision, DecisionClassification

_MOST = 40
_NOTE = "note.md"
_FILTERS = {
    "level": re.compile(r"(?:--level[ =])?\b(\d[AB]?-[\dA-D])\b", re.IGNORECASE),
    "series": re.compile(r"(?:--series[ =])?\b(\d{4})\b"),
}
"""What of the words typed after the command is a level, and what a series."""
_LONGEST = 1500
_LANGUAGES = {
    "official": "The level's own language",
    "quoted": "The level, as the decision quotes it",
    "digest": "What the level requires, in our words",
}


_NONE_HELD = "No decision is held yet: Library (Ctrl+G 9) reads in those you have."
_OF_A_SEARCH = ("#precedent-results", "#precedent-level-text")
"""What gives its room away until something is searched."""
_BESIDE = 76
"""Columns from which the lines of a search stand side by side."""
_WHO = 34
_EXAMPLE = (
    "For example: drafts reviewed, Tab, 2-5, Enter finds whose drafts were reviewed before issue. "
    "Tab leaves a line; S then chooses whether the level was met or refused, Space marks a "
    "paragraph, W writes those marked to a note with their sources."
)


class _Line(Input):
    """A line of the search, which leaves a file or a whole description to the screen."""

    def _on_paste(self, event: Paste) -> None:
        what = arrival(event.text)
        if what.path is not None or what.text:
            event.prevent_default()


class PrecedentsScreen(WorkScreen):
    """A search among decisions; Enter in a line searches, the list previews as it is walked."""

    NAME = "precedents"
    OF_A_CASE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "words", "Search", key_display="/"),
        Binding("s", "stance", "Stance"),
        Binding("space", "mark", "Mark"),
        Binding("w", "write", "Write a note"),
        Binding("y", "copy", "Copy"),
        *keys.NEXT_FIELD,
    ]
    AUTO_FOCUS = "#precedent-words"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._found: list[Precedent] = []
        self._marked: set[str] = set()
        self._stance = 0
        self._searched = False

    def content(self) -> ComposeResult:
        """Lay out the filters, the results and the preview."""
        with Horizontal(id="precedent-filters"):
            yield _Line(placeholder="words to look for", id="precedent-words", compact=True)
            yield _Line(placeholder="level 2-5", id="precedent-level", compact=True)
            yield _Line(placeholder="series 0343", id="precedent-series", compact=True)
            yield Static(id="precedent-stance")
        with Horizontal(classes="two -fits"):
            yield block(
                "Paragraphs", OptionList(id="precedent-list", compact=True), id="precedent-results"
            )
            with VerticalScroll(classes="side", id="precedent-side"):
                yield block("How to search", lines("precedent-preview"), id="precedent-shown")
                yield block("The level", lines("precedent-language"), id="precedent-level-text")
                yield block("Decisions held", lines("precedent-decisions"), id="precedent-held")

    def on_resize(self) -> None:
        """Put the lines of the search under one another where they would not fit side by side."""
        self.query_one("#precedent-filters").set_class(self.size.width < _BESIDE, "-folded")

    def show_case(self) -> None:
        """Begin with the level in dispute, when there is one."""
        self._show_stance()
        self._show_parts()
        level = self.query_one("#precedent-level", Input)
        case = self.desk.case
        if level.value or self._found:
            return
        if case is not None and case.sought:
            level.value = next(iter(case.sought.values()))
            self._search()
            # Nothing has to be written, so a digit goes to another work.
            self.query_one("#precedent-list").focus()
            return

        def get() -> Sequence[Decision]:
            # The engine is made by the conversation, which may be at it still.
            held: Sequence[Decision] = self.desk.engine.library.decisions()
            return held

        self.later("Looking which decisions are held", get, self._show_held)

    def _show_parts(self, held: int = 0) -> None:
        """Give the room of a search's parts away until there was one, and to what is held."""
        for part in _OF_A_SEARCH:
            self.query_one(part).display = self._searched
        self.query_one("#precedent-held").display = bool(held) and not self._searched

    def _show_held(self, decisions: Sequence[Decision]) -> None:
        held = len(decisions)
        self._show_parts(held)
        newest = sorted(decisions, key=lambda one: one.date, reverse=True)[:_MOST]
        rows = [_held(one) for one in newest]
        if held > len(rows):
            rows.append(Content.styled(f"and {held - len(rows)} more", MUTED))
        self.query_one("#precedent-decisions", Static).update(Content("\n").join(rows))
        counted = "1 decision is" if held == 1 else f"{held} decisions are"
        told = Content(_NONE_HELD)
        if held:
            told = Content.assemble(
                f"{counted} held. Write words, or a level such as 2-5, and press Enter.\n\n",
                (_EXAMPLE, MUTED),
            )
        self.query_one("#precedent-preview", Static).update(told)

    def _show_stance(self) -> None:
        name = list(STANCES)[self._stance]
        self.query_one("#precedent-stance", Static).update(
            Content.from_markup(f"[@click=screen.stance] stance: [b]{name}[/b] (s) [/]")
        )

    def take(self, words: str) -> None:
        """Search for what was typed; a level or series named in it becomes a filter."""
        for name, pattern in _FILTERS.items():
            found = pattern.search(words)
            line = self.query_one(f"#precedent-{name}", Input)
            line.value = found[1] if found is not None else ""
            words = pattern.sub("", words)
        self.query_one("#precedent-words", Input).value = words.strip()
        self._search()
        self.query_one("#precedent-list").focus()

    def action_words(self) -> None:
        self.query_one("#precedent-words", Input).focus()

    def action_stance(self) -> None:
        """Choose the next stance, and search with it."""
        self._stance = (self._stance + 1) % len(STANCES)
        self._show_stance()
        self._search()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._search()
        self.query_one("#precedent-list").focus()

    def _search(self) -> None:
        words, level, series = (
            self.query_one(f"#precedent-{name}", Input).value.strip()
            for name in ("words", "level", "series")
        )
        stance = list(STANCES.values())[self._stance]
        filters = {
            name: text
            for name, text in (("level", level), ("series", series), ("stance", stance))
            if text
        }
        if not words and not filters:
            self.say("write what to look for, or a level")
            return

        self._searched = True
        self._show_parts()
        self.query_one("#precedent-shown").border_title = "Preview"

        def get() -> list[Precedent]:
            asked = load("index.models:Query")(query=words, k=_MOST, **filters)
            found: list[Precedent] = load("assistant.argue.precedents:precedents")(
                self.desk.engine.library, asked
            )
            return found

        self.later("Searching the decisions", get, self._show_found)

    def _show_found(self, found: list[Precedent]) -> None:
        self._found = found
        self.query_one("#precedent-results").border_subtitle = f"{len(found)}"
        self._fill()
        if not found:
            held = len(self.desk.engine.library.decisions())
            told = (
                f"Nothing relevant in the {held} decisions held. Other words, or fewer filters?"
                if held
                else _NONE_HELD
            )
            self.query_one("#precedent-preview", Static).update(Content(told))

    def _fill(self) -> None:
        options = self.query_one("#precedent-list", OptionList)
        at = options.highlighted
        options.clear_options()
        options.add_options(Option(self._line(one)) for one in self._found)
        if self._found:
            options.highlighted = min(at or 0, len(self._found) - 1)

    def _line(self, one: Precedent) -> Content:
        passage, decision = one.passage, one.decision
        mark = "✓ " if passage.id in self._marked else "  "
        said = next((name for name, value in STANCES.items() if value == passage.stance), "")
        who, year = passage.title, ""
        if decision is not None:
            who, year = decision.component or decision.department, decision.date[:4]
        who = f"{_cut(one_line(who), _WHO - len(year) - 1)} {one_line(year)}".strip()
        return Content.assemble(
            (mark, "bold $accent"),
            (f"{passage.level or '':<6}", "bold"),
            (f"{said:<9}", "bold" if said == "refused" else ""),
            # Whose case it was comes first: the paragraph itself is read in the preview.
            (f"{who}  " if self.has_class("-narrow") else f"{who}\n  ", MUTED),
            one_line(passage.text)[:200],
        )

    @property
    def _chosen(self) -> Precedent | None:
        at = self.query_one("#precedent-list", OptionList).highlighted
        return self._found[at] if at is not None and at < len(self._found) else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Preview the paragraph, and show the language of its level beside it."""
        if event.option_index >= len(self._found):
            return
        one = self._found[event.option_index]
        parts = [Content.styled(one_line(one.passage.title), "bold")]
        parts.append(Content.styled(one_line(one.passage.place()), MUTED))
        marked = one.decision.mark if one.decision is not None else ""
        parts += [Content.styled(safe_text(m), "$warning") for m in (one.replaced, marked) if m]
        parts += [Content(""), Content(safe_text(one.passage.text))]
        self.query_one("#precedent-preview", Static).update(Content("\n").join(parts))
        language = one.language
        told = Content("The standard's language for this level is not held.")
        if language is not None:
            self.query_one("#precedent-level-text").border_title = _LANGUAGES[language.kind]
            text = safe_text(language.text)
            told = Content.assemble(
                text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] + " …",
                (f"\n\n{one_line(language.source)}", MUTED),
            )
        self.query_one("#precedent-language", Static).update(told)

    def action_mark(self) -> None:
        """Mark a paragraph for the note, or take its mark away."""
        one = self._chosen
        if one is not None:
            self._marked ^= {one.passage.id}
            self._fill()

    def _note(self) -> str:
        chosen = [one for one in self._found if one.passage.id in self._marked]
        if not chosen and self._chosen is not None:
            chosen = [self._chosen]
        words = self.query_one("#precedent-words", Input).value.strip()
        return note_of(words, chosen) if chosen else ""

    def action_copy(self) -> None:
        """Copy the paragraph with its source, or all that are marked."""
        note = self._note()
        if note:
            self.app.copy_to_clipboard(note)
            self.say("copied with its source")

    def action_write(self) -> None:
        """Write what is marked to a file, each paragraph with its source."""
        note = self._note()
        if not note:
            self.say("search first; Space marks what goes into the note")
            return

        def named(path: Path | None) -> None:
            if path is not None:
                self.doing("Writing the note", lambda: _written(path, note), self._tell_written)

        if self.app.is_web:
            # The browser's own folder is where it belongs: it comes as a download.
            named(self.desk.engine.library.home / _NOTE)
        else:
            self.app.push_screen(SaveScreen(_NOTE, title="Write the note to"), named)

    def _tell_written(self, path: Any) -> None:
        self.say(f"written to {path}")
        self.app.deliver_written(path)  # type: ignore[attr-defined]


def _written(path: Path, note: str) -> Path:
    replace_file(path, note.encode(), what="the note")
    return path


def _held(one: Decision) -> Content:
    """Return a decision in a line: its number and day, whose it was, what became of the grade."""
    written: Callable[[DecisionClassification], str] = load(
        "assistant.argue.precedents:classification"
    )
    before, after = written(one.current), written(one.decided)
    went = " → ".join(dict.fromkeys(part for part in (before, after) if part))
    return Content.assemble(
        (f"{one_line(one.decision_number or one.document):<16}", "bold"),
        (f"{one_line(one.date):<12}", MUTED),
        one_line(went),
        (f"  {one_line(one.component or one.department)}", MUTED),
    )


def _cut(who: str, most: int) -> str:
    return who if len(who) <= most else f"{who[: most - 1]}…"
