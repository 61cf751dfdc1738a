"""A supervisor's case on one screen: levels, grade, what would change it, suggestions, papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from assistant import load
from assistant.text import one_line, safe_text
from assistant.tui.messages import FactorReached, LevelsTurned
from assistant.tui.screens.dialogs.asking import AskScreen
from assistant.tui.screens.dialogs.pick import PickScreen
from assistant.tui.screens.supervisor.trial import BASE, SupervisorTrial
from assistant.tui.screens.works.base import block, lines
from assistant.tui.screens.works.writing import WritingScreen
from assistant.tui.widgets.figures.ladder import Ladder
from assistant.tui.widgets.figures.pulls import why
from assistant.tui.widgets.keybar import KeyBar
from assistant.tui.widgets.status import StatusLine
from assistant.tui.widgets.titlebar import MUTED, TitleBar
from core.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.papers.catalog import Kind
    from assistant.suggest.model import FactorSuggestion, Suggestions
    from assistant.tui.desk.opener import Opener

_MOST = 12
_NAMES = 26
"""Cells for the names of the guide's factors, which are longer than those of the nine."""
_MARKS = {"up": "▲ ", "down": "▼ ", "undetermined": "? "}


class SupervisorScreen(WritingScreen):
    """Everything about one supervisor's case; nothing is entered until a key asks for it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.home", "Cases"),
        Binding("enter", "keep", "Keep", key_display="⏎"),
        Binding("a", "accept", "Accept"),
        Binding("b", "base", "Base grade"),
        Binding("r", "reset", "As of record"),
        Binding("ctrl+z,z", "undo", "Undo", key_display="z"),
    ]
    AUTO_FOCUS = "Ladder"

    def __init__(self, trial: SupervisorTrial, opener: Opener) -> None:
        super().__init__()
        self._trial, self._opener = trial, opener
        self._found: Suggestions | None = None
        self._base = ""

    def compose(self) -> ComposeResult:
        """Lay out levels and sentences left, what follows from the levels right."""
        yield TitleBar(id="title-bar")
        yield Static(
            Content.styled(
                " A supervisor's case: the General Schedule Supervisory Guide grades it",
                MUTED,
            ),
            id="supervisor-head",
        )
        with VerticalScroll(id="work", can_focus=False), Grid(id="supervisor"):
            yield block("Levels: ↑ ↓ factor, ← → turn", Ladder(_NAMES), id="supervisor-levels")
            with VerticalScroll(id="supervisor-side", classes="side", can_focus=False):
                yield block("By the guide", lines("supervisor-result"), id="supervisor-grade")
                yield block("From here, one change alone", lines("supervisor-flips"), id="alone")
                yield block("Notices", lines("supervisor-notes"), id="supervisor-notices")
            with VerticalScroll(id="supervisor-below", classes="side", can_focus=False):
                yield block("Suggested", lines("supervisor-why"), id="supervisor-suggested")
        yield StatusLine(id="status")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the case, and read what it says of the work."""
        self._show()
        path = self._trial.path

        def get() -> tuple[Suggestions, str]:
            described = load("assistant.suggest.opening:open_description")(path)
            found: Suggestions = load("assistant.suggest.suggesting:suggest")(
                described,
                load("core.standards.table:SUPERVISORY_ID"),
                load("index.record.embedding:MiniLM")(),
            )
            told = load("assistant.suggest.supervisory.directed:base_of")(described)
            return found, f"GS-{told.grade}" if told is not None else ""

        def show(found: tuple[Suggestions, str]) -> None:
            self._found, self._base = found
            self._show_factor()

        self.later("Reading what the case says of the work", get, show)

    def _show(self) -> None:
        trial = self._trial
        self.query_one(Ladder).show(trial.factors, trial.credited, trial.levels, {})
        self._draw()

    def _draw(self) -> None:
        trial, data = self._trial, self._trial.data
        grade = str(data["grade"] or "") if data is not None else ""
        total = f" · {data['total']:,} points" if data is not None and data["total"] else ""
        self.query_one(TitleBar).show(
            trial.case.title, trial.case, None, changed=False, grade=f"{grade}{total}"
        )
        self._text("supervisor-result", self._result())
        self._text("supervisor-flips", self._flips())
        open_now = data["undetermined"] if data is not None else None
        notes = data["findings"] if data is not None else []
        told = [one["message"] for one in notes if one["message"] != open_now]
        self._text(
            "supervisor-notes",
            Content("\n").join(Content(f"· {safe_text(one)}") for one in told)
            if told
            else Content.styled("nothing", MUTED),
        )
        self._show_factor()

    def _result(self) -> Content:
        trial, data = self._trial, self._trial.data
        if data is None:
            return Content.styled(safe_text(trial.problem), "$warning")
        total = f"  {data['total']:,} points" if data["total"] else ""
        parts = [Content.assemble((data["grade"] or "No grade yet", "bold $primary"), total)]
        if trial.turned:
            tried = ", ".join(trial.turned.values())
            parts.append(Content.styled(f"With {tried}, not kept: Enter keeps them.", "$accent"))
        if trial.open:
            parts.append(Content(f"Factors without a level: {', '.join(trial.open)}."))
        elif data["undetermined"]:
            parts.append(Content(safe_text(data["undetermined"])))
        if data["chart_grade"]:
            parts.append(Content(f"By the conversion chart: {data['chart_grade']}."))
        base = data["base_grade"] or trial.base
        parts.append(
            Content(f"Grade of the work directed (base): {base or 'not stated, B states it'}.")
        )
        adjustment = data["adjustment"]
        if adjustment is not None:
            parts.append(
                Content(
                    f"Adjusted from {adjustment['chart_grade']} to {adjustment['grade']}: "
                    f"{safe_text(adjustment['reason'])}"
                )
            )
        return Content("\n").join(parts)

    def _flips(self) -> Content:
        found = self._trial.flips
        if not found:
            return Content.styled("Every factor needs a level first.", MUTED)
        rows = [
            Content.assemble(
                (_MARKS[one["direction"]], "bold"),
                f"{'base ' if one['what'] == 'base' else ''}{one['before']} → ",
                (one["after"], "bold"),
                f"  {one['grade'] or 'no grade'}",
                (f"  {one['total']:,}" if one["total"] else "", MUTED),
            )
            for one in found[:_MOST]
        ]
        if len(found) > _MOST:
            rows.append(Content.styled(f"  and {len(found) - _MOST} more", MUTED))
        return Content("\n").join(rows)

    def _text(self, part: str, content: Content) -> None:
        self.query_one(f"#{part}", Static).update(content)

    # --- levels ----------------------------------------------------------------------------

    def on_levels_turned(self, event: LevelsTurned) -> None:
        self._trial.turn(event.factor, event.level)
        self._draw()

    def on_factor_reached(self, event: FactorReached) -> None:  # noqa: ARG002 - Textual's signature
        """Show what is suggested for the factor under the cursor."""
        self._show_factor()

    @property
    def _chosen(self) -> FactorSuggestion | None:
        factor = self.query_one(Ladder).factor
        return self._found.factor(factor) if self._found is not None else None

    def _show_factor(self) -> None:
        one, factor = self._chosen, self.query_one(Ladder).factor
        self.query_one("#supervisor-suggested").border_title = f"Suggested for Factor {factor}"
        levels = self.query_one("#supervisor-levels")
        levels.border_subtitle = f"suggested: {one.level}, {one.confidence:.0%}" if one else ""
        if one is not None:
            self._text("supervisor-why", why(one))
        elif self._found is not None:
            told = "What the case says of the work suggests no level here."
            if factor in {BASE, "6"}:
                told += " It follows from the grade of the work directed: B states it."
            self._text("supervisor-why", Content.styled(told, MUTED))

    def action_reset(self) -> None:
        """Go back to the levels of record."""
        self._trial.read()
        self._show()

    def action_keep(self) -> None:
        """Enter the levels tried."""
        turned = self._trial.turned
        if turned:
            told = f"of record now: {', '.join(turned.values())}; Z takes it back"
            self._change(lambda: self._trial.keep(turned), told)
        else:
            self.say("turn a level first: ← →")

    def action_accept(self) -> None:
        """Enter the level suggested for the factor under the cursor."""
        one = self._chosen
        if one is None:
            self.say("nothing is suggested for this factor")
            return
        base = self._base if str(one.factor) == BASE else ""
        self._change(
            lambda: self._trial.keep({str(one.factor): one.level}, base),
            f"Level {one.level} is of record now; Z takes it back",
        )
        self.query_one(Ladder).action_move(1)

    def action_base(self) -> None:
        """Ask for the grade of the work directed."""

        def given(grade: str | None) -> None:
            if grade:
                self._change(
                    lambda: self._trial.keep_base(grade), "the base is entered with its level"
                )

        self.app.push_screen(
            AskScreen(
                "The grade of the work directed",
                "The highest grade that is at least a quarter of the nonsupervisory work.",
                self._trial.base or self._base or "GS-11",
            ),
            given,
        )

    def action_undo(self) -> None:
        """Take the last change of the file back."""

        def undo() -> None:
            if not self._trial.undo():
                raise AppError("there is no change to take back")

        self._change(undo, "taken back")

    def _change(self, act: Callable[[], None], told: str) -> None:
        try:
            act()
        except AppError as error:
            told = error.sentence()
        self._show()
        self.say(one_line(told))

    # --- papers ----------------------------------------------------------------------------

    def action_write(self) -> None:
        """Choose a paper, then its format and file."""
        kinds: tuple[Kind, ...] = load("assistant.papers.catalog:papers")()
        named = {kind.name: kind for kind in kinds}

        def picked(name: str | None) -> None:
            if name is not None:
                self.write(named[name], self._matter, self._opener.settings.home)

        choices = [(kind.name, kind.title) for kind in kinds]
        self.app.push_screen(PickScreen("Which paper", choices), picked)

    def _matter(self) -> Any:
        """Return what a paper draws on: the file as it stands."""
        edits = "assistant.cases.edits"
        path = self._trial.path
        text = load(f"{edits}:read_text")(path)
        subject = load("assistant.papers.subject:read_subject")(
            text, where=str(path), fmt=load(f"{edits}:file_format")(path, text)
        )
        return load("assistant.papers.subject:Matter")(subject, library=self._opener.library())
