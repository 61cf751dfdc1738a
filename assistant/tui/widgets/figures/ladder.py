"""Every factor with its levels in a row: the one credited in brackets, the one tried reversed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from assistant.tui.messages import FactorReached, LevelsTurned
from assistant.tui.widgets.figures.scoreboard import short_name
from assistant.tui.widgets.titlebar import MUTED

if TYPE_CHECKING:
    from core.standards.table import FactorRow

_NAME = 22
_CELL = 4


class Ladder(Static, can_focus=True):
    """Factors and levels; arrows move, left and right turn a factor's level."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("left,h", "turn(-1)", show=False),
        Binding("right,l", "turn(1)", show=False),
    ]

    def __init__(self, name_width: int = _NAME) -> None:
        super().__init__()
        self._room = name_width
        self._factors: tuple[FactorRow, ...] = ()
        self._credited: Mapping[str, str] = {}
        self._sought: Mapping[str, str] = {}
        self._levels: dict[str, str] = {}
        self._at = 0

    @property
    def _keys(self) -> int:
        return max((len(factor.key) for factor in self._factors), default=1)

    @property
    def _widest(self) -> int:
        return max((len(factor.ladder()) for factor in self._factors), default=0)

    @property
    def factor(self) -> str:
        """The key of the factor under the cursor."""
        return self._factors[self._at].key if self._factors else ""

    def show(
        self,
        factors: tuple[FactorRow, ...],
        credited: Mapping[str, str],
        levels: Mapping[str, str],
        sought: Mapping[str, str],
    ) -> None:
        """Show levels; the cursor stays where it was."""
        self._factors, self._credited, self._sought = factors, credited, sought
        self._levels = dict(levels)
        self._at = min(self._at, max(len(factors) - 1, 0))
        self._draw()

    def action_move(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), max(len(self._factors) - 1, 0))
        self._draw()
        self.post_message(FactorReached(self.factor))

    def action_turn(self, by: int) -> None:
        """Try the level beside."""
        if not self._factors:
            return
        factor = self._factors[self._at]
        ladder = factor.ladder()
        present = self._levels.get(factor.key)
        place = ladder.index(present) + by if present in ladder else (0 if by > 0 else -1)
        self._try(factor, ladder[min(max(place, 0), len(ladder) - 1)] if present else ladder[place])

    def turn_to(self, level: str) -> bool:
        """Try a level of any factor; return whether there is such a level."""
        for row, factor in enumerate(self._factors):
            if level in factor.ladder():
                self._at = row
                self._try(factor, level)
                return True
        return False

    def _try(self, factor: FactorRow, level: str) -> None:
        self._levels[factor.key] = level
        self._draw()
        self.post_message(LevelsTurned(factor.key, level))

    def on_click(self, event: events.Click) -> None:
        """Try the level that was clicked."""
        row, column = event.y - 1, event.x - 3 - self._keys - self._room
        if 0 <= row < len(self._factors):
            self._at = row
            ladder = self._factors[row].ladder()
            place = column // _CELL
            if column >= 0 and place < len(ladder):
                self._try(self._factors[row], ladder[place])
            else:
                self._draw()
                self.post_message(FactorReached(self.factor))

    def on_focus(self) -> None:
        self._draw()

    def on_blur(self) -> None:
        self._draw()

    def _draw(self) -> None:
        rows = [
            Content.styled(
                f"{'':{3 + self._keys}}{'Factor':<{self._room}}[credited] tried reversed"
                f"{' *sought' if self._sought else ''}",
                MUTED,
            )
        ]
        rows += [self._row(number, factor) for number, factor in enumerate(self._factors)]
        self.update(Content("\n").join(rows))

    def _row(self, number: int, factor: FactorRow) -> Content:
        here = number == self._at
        cells: list[Content | str | tuple[str, str]] = [
            ("› " if here and self.has_focus else "  ", "bold $accent"),
            (f"{factor.key:<{self._keys}} ", MUTED),
            (
                f"{_cut(short_name(factor.name), self._room - 1):<{self._room}}",
                "bold" if here else "",
            ),
        ]
        tried = self._levels.get(factor.key)
        for level in factor.ladder():
            step = level.partition("-")[2]
            text = f"[{step}]" if level == self._credited.get(factor.key) else f" {step} "
            mark = "*" if level == self._sought.get(factor.key) else " "
            style = "reverse bold" if level == tried else ("" if here else MUTED)
            cells.append((text, style))
            cells.append((mark.ljust(_CELL - len(text)), "bold $accent"))
        cells.append((" " * (self._widest - len(factor.ladder())) * _CELL, ""))
        cells.append((f" {tried}" if tried else " open", "bold" if tried else "$warning"))
        return Content.assemble(*cells)


def _cut(name: str, width: int) -> str:
    return name if len(name) <= width else f"{name[: width - 1]}…"
