"""What-if: turn levels, watch points and grade, see which single level flips it, and the odds."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from assistant.text import one_line
from assistant.tui.desk.desk import Desk
from assistant.tui.desk.trying import Trial
from assistant.tui.messages import LevelsTurned
from assistant.tui.screens.works.base import WorkScreen, block, lines
from assistant.tui.widgets.figures.asked import levels_asked
from assistant.tui.widgets.figures.ladder import Ladder
from assistant.tui.widgets.figures.plot import bars
from assistant.tui.widgets.figures.scale import Mark, scale_lines, scale_of
from assistant.tui.widgets.titlebar import MUTED
from core.errors import AppError
from core.model import Case, Evaluation

_UNTIL_RATED = (
    "Once every factor has a level, what flips the grade stands here. Suggest (5) reads levels "
    "from the work described, and A takes them into the case; a level turned here with ← and → "
    "is only tried."
)
_LEVEL = re.compile(r"\b\d[AB]?-[\dA-D]\b", re.IGNORECASE)
_STEP = 10
_FEWEST = 12
"""Lines for the levels that flip the grade on the lowest screen."""
_ELSEWHERE = 16
"""Lines that everything else beside them takes."""
_TALL = 50
"""Lines from which there is room for what every level of a factor asks."""


class WhatIfScreen(WorkScreen):
    """Levels tried out; nothing is put into the case until it is asked for."""

    NAME = "whatif"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "reset", "As credited"),
        Binding("s", "seek", "Seek these"),
        Binding("plus,equals_sign", "weigh(1)", "Likelier", key_display="+"),
        Binding("minus", "weigh(-1)", "Less", key_display="-"),
    ]
    AUTO_FOCUS = "Ladder"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._trial: Trial | None = None
        self._tried_on: tuple[Case | None, Evaluation | None] | None = None

    def content(self) -> ComposeResult:
        """Lay out the levels left with what they come to, and what would change it right."""
        with Horizontal(classes="two"):
            with VerticalScroll(classes="side", id="whatif-left", can_focus=False):
                yield block("Levels: ↑ ↓ factor, ← → turn", Ladder(), id="whatif-levels")
                yield block("With these levels", lines("whatif-result"), id="whatif-grade")
                yield block("What the levels ask", lines("whatif-asked"), id="whatif-asks")
            with VerticalScroll(classes="side", can_focus=False):
                yield block("From here, one level alone", lines("whatif-flips"), id="whatif-alone")
                yield block("Odds", lines("whatif-odds"), id="whatif-chances")

    def on_mount(self) -> None:
        """Show the case, and draw its scale anew when the room for it turns out another."""

        def laid_out(old: Size, new: Size) -> None:
            if old.width != new.width:
                self._draw()

        # The window may be closing while its screens are laid out.
        for result in self.query("#whatif-result"):
            self.watch(result, "virtual_size", laid_out, init=False)

    def show_case(self) -> None:
        """Begin from the levels credited, unless levels of this very case are being tried."""
        if self._trial is None or self._tried_on != (self.desk.case, self.desk.evaluation):
            self._begin()

    def _begin(self) -> None:
        case = self.desk.case
        self._tried_on = (case, self.desk.evaluation)
        try:
            self._trial = Trial.of(case) if case is not None else None
        except AppError as error:
            self._trial = None
            self.say(error.sentence())
        ladder = self.query_one(Ladder)
        if self._trial is None:
            ladder.show((), {}, {}, {})
            self._show_parts(rated=False, asks=False)
            return
        trial = self._trial
        ladder.show(trial.factors, trial.credited, trial.levels, trial.sought)
        self._draw()

    def take(self, words: str) -> None:
        """Turn the levels named after the command that opened the screen."""
        trial, ladder = self._trial, self.query_one(Ladder)
        named = _LEVEL.findall(words)
        if trial is None or not named:
            super().take(words)
            return
        for level in named:
            if not ladder.turn_to(level.upper()):
                self.say(f"Level {level} is none of this standard's")

    def on_factor_reached(self) -> None:
        """Say what the levels of the factor under the cursor ask."""
        self._draw_asked()

    def on_levels_turned(self, event: LevelsTurned) -> None:
        if self._trial is not None:
            self._trial.turn(event.factor, event.level)
            self._draw()

    def _draw(self) -> None:
        trial = self._trial
        if trial is None:
            return
        case, evaluation = self.desk.case, self.desk.evaluation
        self._draw_asked()
        self._show_parts(rated=trial.rating is not None, asks=True)
        if trial.rating is None:
            missing = ", ".join(factor.key for factor in trial.open)
            self._text(
                "whatif-result",
                Content(
                    f"Factors without a level: {missing}. Turn them with ← and →; the total "
                    f"lies between {trial.lowest:,} and {trial.highest:,} points."
                ),
            )
            self._text("whatif-flips", Content.styled(_UNTIL_RATED, MUTED))
            return
        parts = [
            Content.assemble(
                (trial.rating.grade, "bold $primary"),
                f"  {trial.rating.total:,} points",
                (
                    f"  {trial.difference:+,}" if trial.difference else "",
                    MUTED,
                ),
            )
        ]
        scale = scale_of(case, evaluation) if evaluation is not None else None
        if scale is not None:
            marks = (*scale.marks, Mark("tried", trial.rating.grade, trial.rating.total))
            width = max(self.query_one("#whatif-result").size.width, 40)
            parts += [Content(""), scale_lines(scale.spanning(marks), width)]
        parts += [Content.styled(note, "$warning") for note in trial.notes]
        self._text("whatif-result", Content("\n").join(parts))
        self._text("whatif-flips", _flips(trial, max(_FEWEST, self.size.height - _ELSEWHERE)))
        width = max(self.query_one("#whatif-odds").size.width, 30)
        self._text("whatif-odds", _odds(trial, width))

    def _draw_asked(self) -> None:
        trial, factor = self._trial, self.query_one(Ladder).factor
        if trial is None or not factor:
            return
        row = trial.row(factor)
        self.query_one("#whatif-asks").border_title = one_line(f"What the levels ask: {row.name}")
        shown = (
            [one.level for one in row.levels] if self.size.height >= _TALL else trial.beside(factor)
        )
        asked = levels_asked(trial.opened, row, shown, trial.levels.get(factor, ""))
        self._text("whatif-asked", asked)

    def _show_parts(self, *, rated: bool, asks: bool) -> None:
        """Give the room of what has nothing to say yet away."""
        self.query_one("#whatif-chances").display = rated
        self.query_one("#whatif-asks").display = asks

    def _text(self, part: str, content: Content) -> None:
        self.query_one(f"#{part}", Static).update(content)

    def action_reset(self) -> None:
        """Go back to the levels credited."""
        self._begin()

    def action_weigh(self, by: int) -> None:
        """Hold the level under the cursor likelier, or less likely."""
        factor = self.query_one(Ladder).factor
        if self._trial is not None and factor:
            self._trial.weigh(factor, by * _STEP)
            self._draw()

    def action_seek(self) -> None:
        """Ask for the levels tried, where they differ from those credited."""
        trial = self._trial
        if trial is None:
            return
        wanted = {f: level for f, level in trial.levels.items() if trial.credited.get(f) != level}

        def sought(case: Case) -> Case:
            return case.model_copy(update={"sought": wanted})

        names = ", ".join(wanted.values())
        self.change(sought, f"sought now: {names}" if names else "no level is sought now")


def _flips(trial: Trial, room: int) -> Content:
    """Return what flips the grade, the nearest first, in as many lines as there is room for."""
    found: list[Content] = []
    flips = sorted(trial.flips, key=lambda flip: abs(flip.change.points))
    ways = {way: [flip for flip in flips if flip.direction == way] for way in ("up", "down")}
    for direction, head in (("up", "raises the grade"), ("down", "lowers it")):
        chosen = ways[direction]
        others = sum(map(len, ways.values())) - len(chosen)
        most = max(room // 2, room - others)
        if len(chosen) == most + 1:
            # The line that counts what is left out has room for the one.
            most += 1
        if not chosen:
            found.append(Content.styled(f"No single level {head}.", MUTED))
        for flip in chosen[:most]:
            change = flip.change
            found.append(
                Content.assemble(
                    ("▲ " if direction == "up" else "▼ ", "bold"),
                    f"{change.from_level} → ",
                    (change.to_level.ljust(6), "bold"),
                    f"{change.points:+6,}  ",
                    (flip.grade.ljust(5), "bold"),
                    (f"  {flip.total:,}", MUTED),
                )
            )
        if len(chosen) > most:
            found.append(Content.styled(f"  and {len(chosen) - most} more", MUTED))
    return Content("\n").join(found)


def _odds(trial: Trial, width: int) -> Content:
    shares = trial.odds()
    if not shares:
        return Content.styled(
            "Turn a level: each one turned counts as likely as the one credited, until + or - "
            "says otherwise.",
            MUTED,
        )
    believed = ", ".join(
        f"{trial.levels[factor]} {share} %" for factor, share in sorted(trial.weights.items())
    )
    rows = [(share.grade, float(share.probability)) for share in shares]
    return Content("\n").join(
        [
            bars(rows, width),
            Content.styled(f"if {believed}, and one factor does not hang on another", MUTED),
        ]
    )
