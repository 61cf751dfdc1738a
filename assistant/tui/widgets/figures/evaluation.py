"""The evaluation panel: the core's grade, total, margin and nine factors, always current."""

from __future__ import annotations

import re

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Digits, Static

from assistant.text import one_line
from assistant.tui.widgets.figures import scoreboard
from assistant.tui.widgets.figures.scale import Scale, scale_lines, scale_of
from assistant.tui.widgets.titlebar import MUTED
from core.model import Case, Evaluation

_GRADE = re.compile(r"^([A-Za-z]{2}-)(\d{1,2})$")


def factor_table(table: list[scoreboard.Row], width: int) -> Content:
    """Return the table of factors as lines of at most ``width`` cells.

    Columns: a mark (* changed), number, name, level, level sought, points.
    """
    points_width = 7
    level_width, sought_width = 6, 7
    number_width = max([len(row.number) for row in table] + [1]) + 1
    name_width = max(
        6, min(24, width - 2 - number_width - level_width - sought_width - points_width)
    )
    head = (
        "  "
        + " " * number_width
        + "Factor".ljust(name_width)
        + "Level".ljust(level_width)
        + "Sought".ljust(sought_width)
        + "Points".rjust(points_width)
    )
    lines = [Content.styled(head, MUTED)]
    for row in table:
        name = row.name if len(row.name) < name_width else row.name[: name_width - 2] + "… "
        lines.append(
            Content.assemble(
                ("* " if row.previous else "  ", "bold $accent"),
                (row.number.ljust(number_width), MUTED),
                name.ljust(name_width),
                (row.level.ljust(level_width), "bold $accent" if row.previous else "bold"),
                (row.sought.ljust(sought_width), "$accent"),
                f"{row.points:,}".rjust(points_width),
            )
        )
    return Content("\n").join(lines)


class EvaluationPanel(VerticalScroll):
    """What the core derives from the case, redrawn whenever it changes."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes="panel")
        self.border_title = "Evaluation"
        self._case: Case | None = None
        self._evaluation: Evaluation | None = None
        self._previous: Evaluation | None = None
        self._scale: Scale | None = None

    def compose(self) -> ComposeResult:
        """Lay out the grade, the scale, the margin and the table."""
        yield Static(id="evaluation-empty")
        with Horizontal(id="grade-row"):
            yield Static(id="grade-plan", classes="-large")
            yield Digits("", id="grade-number", classes="-large")
            yield Static(id="grade-line")
            with Vertical(id="grade-side"):
                yield Static(id="grade-total")
                yield Static(id="grade-standard")
        yield Static(id="scale")
        yield Static(id="margin-text")
        yield Static(id="factor-table")
        yield Static(id="change-text")
        yield Static(id="warning-text")

    def on_mount(self) -> None:
        """Show that there is nothing yet."""
        self._draw()

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002 - Textual's signature
        """Lay the table out for the new width."""
        self._draw()

    def show(
        self,
        case: Case | None,
        evaluation: Evaluation | None,
        previous: Evaluation | None = None,
    ) -> None:
        """Show an evaluation; ``previous`` is the one before it, to mark what changed."""
        self._case, self._evaluation, self._previous = case, evaluation, previous
        self._scale = scale_of(case, evaluation) if evaluation is not None else None
        self._draw()

    def update_case(self, case: Case | None, evaluation: Evaluation | None) -> None:
        """Follow the case; marks of the last change stay while the evaluation does."""
        same = evaluation == self._evaluation
        if same and case == self._case:
            return
        self.show(case, evaluation, self._previous if same else None)

    def _draw(self) -> None:
        evaluation = self._evaluation
        self.query_one("#evaluation-empty").display = evaluation is None
        for part in self.children:
            if part.id != "evaluation-empty":
                part.display = evaluation is not None
        if evaluation is None:
            self._set("evaluation-empty", Content(_waits_for(self._case)))
            return
        width = max(self.scrollable_content_region.width, 30)
        self._draw_grade(evaluation)
        table = scoreboard.rows(evaluation, self._case, self._previous)
        before = self._previous.total if self._previous is not None else None
        if self._scale is not None:
            self._set("scale", scale_lines(self._scale, width, before))
        self.query_one("#scale").display = self._scale is not None
        self._set("margin-text", Content(scoreboard.margin_sentence(evaluation)))
        self._set("factor-table", factor_table(table, width))
        change = scoreboard.change_sentence(self._previous, evaluation)
        self._set("change-text", Content(change))
        self.query_one("#change-text").display = bool(change)
        warnings = scoreboard.warning_sentence(evaluation)
        self._set("warning-text", Content(f"! {warnings} · F4 shows them" if warnings else ""))
        self.query_one("#warning-text").display = bool(warnings)

    def _draw_grade(self, evaluation: Evaluation) -> None:
        grade = one_line(evaluation.grade)
        match = _GRADE.match(grade)
        # Large or in the line: the styles choose by the room there is.
        self.query_one("#grade-row").set_class(match is None, "-wordless")
        self.query_one("#grade-number", Digits).update(match.group(2) if match else "")
        self._set("grade-plan", Content(match.group(1) if match else ""))
        self._set("grade-line", Content(f"{grade} · "))
        self._set("grade-total", Content.assemble((f"{evaluation.total:,}", "bold"), " points"))
        self._set(
            "grade-standard",
            Content(one_line(f"{evaluation.standard} · {evaluation.edition}")),
        )

    def _set(self, part: str, content: Content) -> None:
        self.query_one(f"#{part}", Static).update(content)


def _waits_for(case: Case | None) -> str:
    """Say what is needed before there is a grade."""
    if case is None:
        return "There is no evaluation yet. Say what the position does, or open a case."
    stated = f"{', '.join(case.levels.values())} so far" if case.levels else "none yet"
    return (
        f"No grade yet: every factor needs a level of record ({one_line(stated)}). "
        "Ctrl+G 5 suggests levels from what the case says of the work; or say them here."
    )
