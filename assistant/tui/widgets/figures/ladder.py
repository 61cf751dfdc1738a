"""Every factor with its levels in a row: the one credited in brackets, the one tried reversed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
_CLOSE = 14
_NEAR = 3
"""How wide a name is, and how many levels stand, where not all have room."""
_END = 5
"""What the level tried takes at the end of a row."""


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
        return max((len(self._shown(factor)) for factor in self._factors), default=0)

    @property
    def _folded(self) -> bool:
        whole = max((len(factor.ladder()) for factor in self._factors), default=0)
        return 0 < self.size.width < 3 + self._keys + self._room + whole * _CELL + _END

    @property
    def _named(self) -> int:
        return _CLOSE if self._folded else self._room

    def _shown(self, factor: FactorRow) -> Sequence[str]:
        """Return the levels there is room for: else the one tried, and those beside it."""
        ladder = factor.ladder()
        if not self._folded:
            return ladder
        tried = self._levels.get(factor.key)
        at = ladder.index(tried) - 1 if tried in ladder else 0
        first = min(max(at, 0), max(len(ladder) - _NEAR, 0))
        return ladder[first : first + _NEAR]

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
        row, column = event.y - 1, event.x - 3 - self._keys - self._named
        if 0 <= row < len(self._factors):
            self._at = row
            ladder = self._shown(self._factors[row])
            place = column // _CELL
            if column >= 0 and place < len(ladder):
                self._try(self._factors[row], ladder[place])
            else:
                self._draw()
                self.post_message(FactorReached(self.factor))

    def on_resize(self) -> None:
        """Draw anew for the room there is."""
        self._draw()

    def on_focus(self) -> None:
        self._draw()

    def on_blur(self) -> None:
        self._draw()

    def _draw(self) -> None:
        told = "[credited] tried reversed" if not self._folded else "[credited]"
        sought = " *sought" if self._sought else ""
        head, legend = f"{'':{3 + self._keys}}Factor", f"{told}{sought}"
        # Over the levels, or further left where it would not fit: the rows count from one line.
        at = min(3 + self._keys + self._named, self.size.width - len(legend))
        head = f"{head:<{max(at, len(head) + 1)}}{legend}"
        rows = [Content.styled(head, MUTED)]
        rows += [self._row(number, factor) for number, factor in enumerate(self._factors)]
        self.update(Content("\n").join(rows))

    def _row(self, number: int, factor: FactorRow) -> Content:
        here = number == self._at
        cells: list[Content | str | tuple[str, str]] = [
            ("› " if here and self.has_focus else "  ", "bold $accent"),
            (f"{factor.key:<{self._keys}} ", MUTED),
            (
                f"{_cut(short_name(factor.name), self._named - 1):<{self._named}}",
                "bold" if here else "",
            ),
        ]
        tried = self._levels.get(factor.key)
        for level in self._shown(factor):
            step = level.partition("-")[2]
            text = f"[{step}]" if level == self._credited.get(factor.key) else f" {step} "
            mark = "*" if level == self._sought.get(factor.key) else " "
            style = "reverse bold" if level == tried else ("" if here else MUTED)
            cells.append((text, style))
            cells.append((mark.ljust(_CELL - len(text)), "bold $accent"))
        cells.append((" " * (self._widest - len(self._shown(factor))) * _CELL, ""))
        cells.append((f" {tried}" if tried else " open", "bold" if tried else "$warning"))
        return Content.assemble(*cells)


def _cut(name: str, width: int) -> str:
    return name if len(name) <= width else f"{name[: width - 1]}…"
