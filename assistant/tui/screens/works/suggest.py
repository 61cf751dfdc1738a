"""Suggest: a level for every factor from the work described, each with both readings."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant import load
from assistant.suggest.model import FactorSuggestion, Suggestions
from assistant.text import one_line, safe_text
from assistant.tui.desk.desk import Desk
from assistant.tui.screens.works.base import WorkScreen, block, lines
from assistant.tui.widgets.figures.asked import levels_asked
from assistant.tui.widgets.figures.pulls import why
from assistant.tui.widgets.figures.scoreboard import short_name
from assistant.tui.widgets.titlebar import MUTED
from core.fes.charts import sides
from core.fes.opened import OpenedCase, open_case
from core.model import Case, Evaluation

_ROOM = 60
"""Columns from which the names of the factors have all the room they need."""
_COLUMNS, _CLOSE = (21, 6, 6), (9, 6, 5)
"""How wide the name of a factor, its level and the next likely one are."""


class SuggestScreen(WorkScreen):
    """Factor by factor: A accepts the level, N the next likely one; nothing is found unasked."""

    NAME = "suggest"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "Accept"),
        Binding("n", "runner_up", "Next likely"),
        Binding("A", "accept_open", "Accept for every factor without a level", show=False),
        Binding("r", "again", "Read again"),
    ]
    AUTO_FOCUS = "#suggest-list"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._found: Suggestions | None = None
        self._opened: OpenedCase | None = None
        self._of: object = None

    def content(self) -> ComposeResult:
        """Lay out the factors, the sentences of one, and what the levels come to."""
        with Grid(id="suggest"):
            yield block(
                "Levels, from the work described",
                Static(id="suggest-head"),
                OptionList(id="suggest-list", compact=True),
                id="suggest-levels",
            )
            with VerticalScroll(id="suggest-side"):
                yield block("What pulls each way", lines("suggest-why"), id="suggest-pulls")
                yield block("What the levels ask", lines("suggest-asked"), id="suggest-asks")
            with VerticalScroll(id="suggest-below", can_focus=False):
                yield block("In all", lines("suggest-sum"), id="suggest-total")

    def on_resize(self) -> None:
        """Write the factors for the room there is."""
        self._fill()

    def show_case(self) -> None:
        """Read the case when what it says of the work is new."""
        case = self.desk.case
        if case is None or not (case.duties or case.facts):
            told = (
                "The case says nothing of the work yet. Drag or paste the position description "
                "here, state duties or facts on Case (2), or answer the questions of Talk (1): "
                "a level for every factor is then read from them, with the sentences that pull "
                "each way."
            )
            self.query_one("#suggest-why", Static).update(Content(told))
            self._show_parts(read=False)
            return
        self._show_parts(read=True)
        if self._of is None:
            self.action_again()
        else:
            self._fill()

    def _show_parts(self, *, read: bool) -> None:
        """Give the room of the factors away until there is something to read them from."""
        for part in ("#suggest-levels", "#suggest-below"):
            self.query_one(part).display = read
        self.query_one("#suggest").set_class(not read, "-alone")

    def action_again(self) -> None:
        """Read the case again."""
        case = self.desk.case
        if case is None:
            return
        self._of = case

        def get() -> tuple[Suggestions, OpenedCase]:
            described = load("assistant.suggest.opening:of_case")(case)
            found: Suggestions = load("assistant.suggest.suggesting:suggest")(
                described, case.standard, load("index.record.embedding:MiniLM")()
            )
            return found, open_case(case)

        def show(read: tuple[Suggestions, OpenedCase]) -> None:
            self._found, self._opened = read
            self._fill()

        self.later("Reading what the case says of the work", get, show)

    def _fill(self) -> None:
        found, case = self._found, self.desk.case
        if found is None or case is None:
            return
        options = self.query_one("#suggest-list", OptionList)
        at = options.highlighted
        options.clear_options()
        columns = _COLUMNS if self.size.width >= _ROOM else _CLOSE
        self.query_one("#suggest-head", Static).update(_head(columns))
        options.add_options(Option(suggested_line(one, case, columns)) for one in found.factors)
        options.highlighted = min(at or 0, len(found.factors) - 1)
        total = f", {found.total:,} points" if found.total is not None else ""
        parts = [
            Content.assemble("Suggested: ", (found.grade or "no grade", "bold $primary"), total)
        ]
        if found.reserve:
            parts.append(Content.styled(f"It rests {found.reserve}", "bold $warning"))
        if found.grades:
            likely = " · ".join(f"{one.grade} {one.confidence:.0%}" for one in found.grades[:3])
            parts.append(Content(f"How likely: {likely}"))
        parts.append(_of_record(found, case, self.desk.evaluation))
        parts += [Content.styled(safe_text(remark), MUTED) for remark in found.remarks]
        parts.append(
            Content.styled(
                "Suggestions, not findings: credit a level only when the facts bear its full "
                "intent.",
                MUTED,
            )
        )
        self.query_one("#suggest-sum", Static).update(Content("\n").join(parts))
        reserve = f", {found.reserve}" if found.reserve else ""
        self.query_one(
            "#suggest-levels"
        ).border_subtitle = f"{found.grade or 'no grade'}{total}{reserve}"

    @property
    def _chosen(self) -> FactorSuggestion | None:
        at = self.query_one("#suggest-list", OptionList).highlighted
        return self._found.factors[at] if self._found is not None and at is not None else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what pulls each way for the factor."""
        one = self._found.factors[event.option_index] if self._found is not None else None
        if one is None:
            return
        self.query_one("#suggest-pulls").border_title = one_line(f"{one.factor} {one.name}")
        self.query_one("#suggest-why", Static).update(why(one))
        self.query_one("#suggest-asked", Static).update(self._asked(one))

    def _asked(self, one: FactorSuggestion) -> Content:
        """Say what the levels in question ask: suggested, next likely and of record, or between."""
        opened, case, factor = self._opened, self.desk.case, str(one.factor)
        row = sides(opened.table).get(factor) if opened is not None else None
        if opened is None or case is None or row is None:
            return Content("")
        levels = [each.level for each in row.levels]
        named = {one.level, one.runner_up, case.levels.get(factor)}
        at = [levels.index(level) for level in named if level in levels]
        shown = levels[min(at) : max(at) + 1] if at else ()
        return levels_asked(opened, row, shown, one.level)

    def action_accept(self) -> None:
        """Enter the level suggested in the case, with the sentences that bear it."""
        one = self._chosen
        if one is not None:
            self._take(one, one.level)

    def action_runner_up(self) -> None:
        """Enter the next likely level in the case instead."""
        one = self._chosen
        if one is not None and one.runner_up:
            self._take(one, one.runner_up)

    def action_accept_open(self) -> None:
        """Enter the levels suggested for all factors that have none of record."""
        found, case = self._found, self.desk.case
        if found is None or case is None:
            return
        waiting = [one for one in found.factors if str(one.factor) not in case.levels]

        def taken(changed: Case) -> Case:
            for one in waiting:
                changed = load("assistant.suggest.accepting:accept")(changed, one)
            return changed

        if waiting:
            self.change(taken, f"levels of record now: {len(waiting)} more; Z takes them back")
        else:
            self.say("every factor has a level of record")

    def _take(self, one: FactorSuggestion, level: str) -> None:
        def taken(case: Case) -> Case:
            changed: Case = load("assistant.suggest.accepting:accept")(case, one, level=level)
            return changed

        self.change(taken, f"Level {level} is of record now; Z takes it back")
        options = self.query_one("#suggest-list", OptionList)
        options.action_cursor_down()


def _head(columns: tuple[int, int, int]) -> Content:
    name, level, following = columns
    words = f"  {'Factor':<{name}}{'Level':<{level}}{'Next':<{following}}Sure  Record"
    return Content.styled(words, MUTED)


def suggested_line(one: FactorSuggestion, case: Case, columns: tuple[int, int, int]) -> Content:
    """Return a factor's row: the level, the next likely one, how sure, and the one of record."""
    name, level, following = columns
    record = case.levels.get(str(one.factor), "")
    return Content.assemble(
        (f"{one.factor} ", MUTED),
        f"{short_name(one.name)[: name - 1]:<{name}}",
        (f"{one.level:<{level}}", "bold"),
        (f"{one.runner_up or '':<{following}}", MUTED),
        f"{one.confidence:>4.0%}",
        # The mark says that both agree, not merely that there is a level of record.
        (f"  {'✓' if record == one.level else ' '} {record}" if record else "", "bold $accent"),
    )


def _of_record(found: Suggestions, case: Case, evaluation: Evaluation | None) -> Content:
    """Say how far the levels of record are, what they come to, and where to go from there."""
    if evaluation is not None:
        return Content.assemble(
            "Of record: ",
            (evaluation.grade, "bold"),
            f", {evaluation.total:,} points",
            (". What-if (3) turns them, Papers (8) write them down.", MUTED),
        )
    taken = sum(str(one.factor) in case.levels for one in found.factors)
    return Content.assemble(
        f"Of record: {taken} of {len(found.factors)} factors",
        (". A accepts the level under the cursor, Shift+A all that have none.", MUTED),
    )
