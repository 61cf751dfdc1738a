"""The case: cover, duties whose shares add up, levels, facts, and findings by criterion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant import load
from assistant.cases.questions import open_questions
from assistant.text import one_line, safe_text
from assistant.tui.desk.casework import (
    DETERMINED,
    PARTS,
    Place,
    Row,
    new_row,
    rows,
    value_at,
    with_values,
    without,
)
from assistant.tui.desk.desk import Desk
from assistant.tui.screens.dialogs.asking import AskScreen
from assistant.tui.screens.dialogs.form import FormScreen, Values
from assistant.tui.screens.works.base import WorkScreen, block, lines
from assistant.tui.widgets.figures.scoreboard import short_name
from assistant.tui.widgets.titlebar import MUTED
from core.errors import AppError
from core.model import Case

if TYPE_CHECKING:
    from assistant.cases.determining import Proposal

_NAME = 14
_COLUMNS = {"Duties": ": percent by the employee, by the supervisor"}
"""What the figures before the rows of a part are."""


class CaseScreen(WorkScreen):
    """Everything the case states, row by row; Enter changes one, A adds, X removes."""

    NAME = "case"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add"),
        Binding("x,delete", "remove", "Remove", key_display="x"),
        Binding("t", "rename", "Title"),
        Binding("d", "determine", "Determine"),
        Binding("left_square_bracket", "part(-1)", show=False),
        Binding("right_square_bracket", "part(1)", "Next part", key_display="]"),
    ]
    AUTO_FOCUS = "#case-rows"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows: dict[str, Row] = {}

    def content(self) -> ComposeResult:
        """Lay out the rows left and the one chosen in full right."""
        with Horizontal(classes="two -fits"):
            yield block(
                "The case: Enter changes a row",
                OptionList(id="case-rows", compact=True),
                id="case-list",
            )
            with VerticalScroll(classes="side", id="case-side"):
                yield block("In full", lines("case-detail"), id="case-full")
                yield block("Not said yet", lines("case-open"), id="case-missing")

    def show_case(self) -> None:
        """List the rows of the case; the one chosen stays chosen."""
        options = self.query_one("#case-rows", OptionList)
        at, case = options.highlighted, self.desk.case
        self._rows = {}
        options.clear_options()
        if case is None:
            return
        found = rows(case)
        for part in PARTS:
            head = f"{part}{_COLUMNS.get(part, '')}"
            options.add_option(
                Option(Content.styled(head, "bold underline $primary"), disabled=True)
            )
            own = [row for row in found if row.part == part]
            for row in own:
                name = f"row-{len(self._rows)}"
                self._rows[name] = row
                options.add_option(Option(_line(row), id=name))
            if not own:
                told = f"  none yet{': A adds one' if new_row(part, case) else ''}"
                name = f"row-{len(self._rows)}"
                self._rows[name] = Row(part, "")
                options.add_option(Option(Content.styled(told, MUTED), id=name))
        options.highlighted = min(at if at is not None else 1, options.option_count - 1)
        self.query_one("#case-open", Static).update(_open(case))

    @property
    def _chosen(self) -> Row | None:
        options = self.query_one("#case-rows", OptionList)
        if options.highlighted is None:
            return None
        return self._rows.get(options.get_option_at_index(options.highlighted).id or "")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the row in full."""
        row = self._rows.get(event.option_id or "")
        if row is not None:
            self.query_one("#case-full").border_title = one_line(f"{row.part} · {row.name}")
            self.query_one("#case-detail", Static).update(
                Content(safe_text(row.detail or row.text))
            )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change the row."""
        row = self._rows.get(event.option_id or "")
        if row is not None and row.fields:
            self._edit(row, f"{row.part}: {row.name.strip() or row.text}")

    def action_add(self) -> None:
        """Add a duty or a fact: to the part that is chosen."""
        row, case = self._chosen, self.desk.case
        made = new_row(row.part, case) if row is not None and case is not None else None
        if made is None:
            self.say("A adds to the duties and the facts; findings are answered with Enter")
        else:
            self._edit(made, f"New: {made.part}")

    def _edit(
        self,
        row: Row,
        title: str,
        told: str = "",
        proposed: Mapping[Place, str] | None = None,
    ) -> None:
        case = self.desk.case
        if case is None:
            return
        if self.desk.example:
            self.say("the example is read-only; a case of your own can be changed")
            return
        aspect = row.name if row.part == "Findings" else ""

        def check(values: Values) -> str:
            try:
                with_values(case, values, aspect)
            except AppError as error:
                return error.sentence()
            return ""

        def given(values: Values | None) -> None:
            if values:
                self.change(lambda now: with_values(now, values, aspect), f"{row.part} changed")

        fields = [(field, value_at(case, field)) for field in row.fields]
        self.app.push_screen(FormScreen(title, fields, check, told, proposed), given)

    def action_remove(self) -> None:
        """Take the chosen duty, fact or finding away; Z brings it back."""
        row = self._chosen
        if row is None or not row.list_place:
            self.say("only duties, facts and findings can be removed")
            return
        self.change(lambda case: without(case, row), "removed; Z brings it back")

    def action_rename(self) -> None:
        """Give the case another title."""
        case = self.desk.case
        if case is None:
            return

        def given(title: str | None) -> None:
            if title:

                def titled(now: Case) -> Case:
                    return now.model_copy(update={"title": title})

                self.change(titled, "the title is changed")

        self.app.push_screen(AskScreen("The case's title", "", case.title), given)

    def action_determine(self) -> None:
        """Propose the series and the official title by the duties; what is accepted is kept."""
        case = self.desk.case
        if case is None:
            return

        def get() -> Proposal | None:
            standard = load("core.standards.reading:load_standard")(case.standard, case.as_of)
            found: Proposal | None = load("assistant.cases.determining:propose")(
                self.desk.engine.library, case, standard
            )
            return found

        def show(found: Proposal | None) -> None:
            told, proposed = "Nothing is proposed: the case has neither duties nor a title.", {}
            if found is not None:
                series, title = (field.place for field in DETERMINED[:2])
                proposed = {series: found.first.code, title: found.title.title}
                told = _proposed(found)
            row = Row("Determination", "", fields=DETERMINED)
            self._edit(row, "Series and title: proposed, yours to determine", told, proposed)

        self.later("Reading which series the duties point to", get, show)

    def take(self, words: str) -> None:
        """Determine series and title, when that was asked for."""
        if words == "determine":
            self.action_determine()
        else:
            super().take(words)

    def action_part(self, by: int) -> None:
        """Go to the next part."""
        options, row = self.query_one("#case-rows", OptionList), self._chosen
        part = row.part if row is not None else PARTS[0]
        wanted = PARTS[(PARTS.index(part) + by) % len(PARTS)]
        for index, option in enumerate(options.options):
            found = self._rows.get(option.id or "")
            if found is not None and found.part == wanted:
                options.highlighted = index
                return


def _proposed(found: Proposal) -> str:
    """Say which series the duties point to, best first, and what the title rests on."""
    rows = [
        f"GS-{one.code}, {one.title}: by {', '.join(one.spoke)}"
        + (" (only when no other fits)" if one.catch_all else "")
        for one in found.candidates
    ]
    title = found.title
    ground = "as the job is called: no rule held prescribes another"
    if title.official is not None:
        ground = title.official.rule
    elif title.passage is not None:
        ground = f"by its standard: {title.passage.title}, p. {title.passage.page}"
    return "\n".join([*rows, f"Title: {title.title or 'none stated'} ({ground})"])


def _open(case: Case) -> Content:
    """Return what a person could still say of the case, and which screen takes it."""
    # Levels are named below with the screen that finds them.
    told = [question.text for question in open_questions(case, ("levels",))]
    if not case.levels:
        told.insert(
            0, "Which levels are of record? Suggest (5) reads them from the work described."
        )
    elif not case.sought:
        told.append("Which levels are sought? What-if (3) turns them, S seeks them.")
    if not told:
        return Content.styled("Nothing that is asked of every case.", MUTED)
    return Content("\n").join(Content.assemble(("· ", MUTED), safe_text(one)) for one in told)


def _line(row: Row) -> Content:
    marks = {"missing": ("! ", "$warning"), "open": ("? ", "$accent"), "sum": ("= ", "bold")}
    return Content.assemble(
        marks.get(row.state, ("  ", "")),
        (_named(row), "bold"),
        one_line(row.text),
        (f"  ({row.state})" if row.state in {"missing", "open"} else "", MUTED),
    )


def _named(row: Row) -> str:
    if row.part == "Duties":
        return f"{row.name:<12}"
    width = {"Levels": 26, "Findings": 21}.get(row.part, _NAME)
    name = short_name(row.name[2:]) if row.part == "Levels" else one_line(row.name)
    name = f"{row.name[:2]}{name}" if row.part == "Levels" else name
    return name[: width - 1].ljust(width)
