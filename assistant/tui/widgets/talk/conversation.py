"""The conversation: turns under one another, read from the top of the newest one."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Size
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.cases.sessions import KeptTurn
from assistant.text import one_line
from assistant.tui.messages import ConversationMoved, SuggestionChosen
from assistant.tui.widgets.talk.turn import TurnView

SHOWN_AT_FIRST: Final = 6
"""Turns of an earlier window that are laid out at its beginning, if so many fit on a screen."""
SHOWN_AT_ONCE: Final = 4
"""Earlier turns that are laid out together: each has a dozen widgets, and keys wait for them."""
SHOWN_AT_MOST: Final = 40
"""Turns from which the oldest are put away when a new one begins."""


_FURNITURE = 2
"""Lines of a turn beside its question and answer: the spaces between them."""
_FILLING_SECONDS = 0.4
_SETTLING = 10
"""So many times the place of what is read is set again while turns above it are laid out."""


class Earlier(Static, can_focus=True):
    """The line above the turns that stands for those not laid out; Enter or a click shows more."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.show_earlier", "Earlier turns", show=False)
    ]

    def on_mount(self) -> None:
        """Stay hidden until turns are left out."""
        self.display = False

    def count(self, turns: int) -> None:
        """Say how many turns stand above, or hide when there are none."""
        self.display = turns > 0
        words = "1 earlier turn" if turns == 1 else f"{turns} earlier turns"
        self.update(Content(f"▴ {words}: scroll up, or press Enter here"))

    async def on_click(self, event: Click) -> None:
        """Show more on a click."""
        event.stop()
        await self.run_action("screen.show_earlier")


class Suggestions(Vertical):
    """Questions to begin with, laid out when there are some; choosing one sends it."""

    def on_mount(self) -> None:
        """Stay hidden until there is something to offer."""
        self.display = False
        self._questions: list[str] = []

    def offer(self, questions: list[str]) -> None:
        """Show questions, or hide when there are none."""
        self._questions = questions
        self.display = bool(questions)
        options = [
            Option(Content.assemble(("› ", "$accent"), one_line(question)))
            for question in questions
        ]
        for shown in self.query(OptionList):
            shown.clear_options()
            shown.add_options(options)
        if options and not self.children:
            label = Static(Content("Try asking (↑ ↓, then Enter)"), classes="label")
            self.mount(label, OptionList(*options, compact=True, id="suggestion-list"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Send the chosen question."""
        event.stop()
        self.post_message(SuggestionChosen(self._questions[event.option_index]))


class Conversation(VerticalScroll):
    """All turns.

    While an answer grows the screen follows it until the question stands at the top, then
    stays: an answer is read from its beginning. A scroll by the person ends the following.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number), f"screen.open_citation({number})", show=False)
        for number in range(1, 10)
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.turns: list[TurnView] = []
        self._earlier: list[KeptTurn] = []
        self._showing = False
        self.current: TurnView | None = None
        self._following = True
        self._placing = False
        self.more_below = False

    def compose(self) -> ComposeResult:
        """Lay out what stands before the first message."""
        yield Earlier(id="earlier", classes="label")
        yield Suggestions(id="suggestions")

    def on_mount(self) -> None:
        """Watch the size of what is shown."""
        self.watch(self, "virtual_size", self._grown, init=False)

    async def begin(self, message: str | None) -> TurnView:
        """Add a turn and follow it."""
        if len(self.turns) >= SHOWN_AT_MOST:
            await self._put_away(len(self.turns) - SHOWN_AT_FIRST)
        self.anchor(False)
        turn = TurnView(len(self._earlier) + len(self.turns), message)
        self.turns.append(turn)
        await self.mount(turn, before=self.query_one(Suggestions))
        self._following = True
        self.call_after_refresh(self._follow)
        return turn

    async def _put_away(self, count: int) -> None:
        """Take the oldest turns from the screen, so that a long conversation stays quick."""
        oldest, self.turns = self.turns[:count], self.turns[count:]
        self._earlier += [turn.kept() for turn in oldest]
        if self.current in oldest:
            self.current = None
        await self.remove_children(oldest)
        self.query_one(Earlier).count(len(self._earlier))

    async def restore(self, kept: list[KeptTurn]) -> None:
        """Show turns of an earlier window, the newest at the bottom.

        Only what fills a screen is laid out, and painted once, where it is read from; more is
        when the person scrolls up.
        """
        self._earlier = list(kept)
        fitting, full = self._fitting(kept)
        if full and fitting > 1:
            # They end with the screen; a single one that fills it is read from its top.
            self.anchor()
        # Turns that fill the screen scroll: the bar that comes later lays them out once more.
        self.show_vertical_scrollbar = len(kept) > fitting
        with self.app.batch_update():
            await self._lay_out_more(fitting)
            answered = [turn for turn in self.turns if turn.sources]
            if answered:
                self.make_current(answered[-1])
        self._following = True
        self.call_after_refresh(self._follow)
        self.set_timer(_FILLING_SECONDS, self._fill_screen)

    def _fitting(self, kept: list[KeptTurn]) -> tuple[int, bool]:
        """Return how many of the newest turns a screen takes, and whether they fill it."""
        width, height = max(self.size.width - 4, 1), self.size.height
        count = lines = 0
        for one in reversed(kept[-SHOWN_AT_FIRST:]):
            if count and lines >= height:
                break
            texts = [one.asked or "", *one.answer.strip().split("\n")]
            lines += sum(1 + len(text) // width for text in texts)
            lines += len(one.sources) + len(one.notices) + _FURNITURE
            count += 1
        return count, lines >= height

    async def _fill_screen(self) -> None:
        """Lay more out where what is there leaves nothing to scroll."""
        # An anchor that is kept pushes what fits to the bottom, and what is said next below it.
        self.anchor(False)
        if self.max_scroll_y <= 0:
            self.scroll_to(y=0, animate=False, immediate=True)
        if self._earlier and self.max_scroll_y <= 0 and self._following:
            await self.show_earlier()
            self._following = True
            self.call_after_refresh(self._follow)

    async def _lay_out_more(self, count: int) -> list[TurnView]:
        """Put the newest of the turns left out above those that are there."""
        taken = self._earlier[-count:]
        first = len(self._earlier) - len(taken)
        views = [TurnView(number, one.asked) for number, one in enumerate(taken, first)]
        await self.mount_all(views, after=self.query_one(Earlier))
        self._earlier = self._earlier[:first]
        self.turns[:0] = views
        for view, one in zip(views, taken, strict=True):
            await view.restore(one)
            view.set_current(view is self.current)
        self.query_one(Earlier).count(first)
        return views

    async def show_earlier(self) -> None:
        """Lay more of the earlier turns out, and keep the place of what is being read."""
        if self._showing or not self._earlier:
            return
        self._showing = True
        self._following = False
        anchor = self.turns[0]
        offset = anchor.virtual_region.y - self.scroll_offset.y
        try:
            await self._lay_out_more(SHOWN_AT_ONCE)
        finally:
            self._showing = False

        def keep_place(left: int, put: float) -> None:
            # What was laid out grows as its text is set; a person who scrolls ends the keeping.
            if left < _SETTLING and round(self.scroll_y) != round(put):
                return
            wanted = min(max(0, anchor.virtual_region.y - offset), self.max_scroll_y)
            self.scroll_to(y=wanted, animate=False, immediate=True)
            if left:
                self.set_timer(0.05, partial(keep_place, left - 1, wanted))

        self.call_after_refresh(keep_place, _SETTLING, 0)

    def turn(self, number: int) -> TurnView:
        """Return a turn that is laid out, by its number in the whole conversation."""
        return self.turns[number - len(self._earlier)]

    @property
    def messages(self) -> list[str]:
        """What was asked, from the first turn on, laid out or not."""
        asked = [one.asked for one in self._earlier] + [turn.message for turn in self.turns]
        return [message for message in asked if message is not None]

    async def drop_last(self) -> None:
        """Take the newest turn away: its message is sent anew."""
        turn = self.turns.pop()
        if self.current is turn:
            self.current = None
        await turn.remove()

    def make_current(self, turn: TurnView) -> None:
        """Choose the answer whose citations the keys open."""
        self.current = turn
        for each in self.turns:
            each.set_current(each is turn)

    async def step_current(self, by: int) -> None:
        """Go to an answer before or after the current one and bring it to the top."""
        answered = [turn for turn in self.turns if turn.sources or turn is self.current]
        if by < 0 and answered and answered[0] is self.current and self._earlier:
            await self.show_earlier()
            answered = [turn for turn in self.turns if turn.sources or turn is self.current]
        if not answered or self.current is None:
            return
        index = min(max(answered.index(self.current) + by, 0), len(answered) - 1)
        self.make_current(answered[index])
        self._following = False
        self.scroll_to_widget(answered[index], top=True, animate=False)

    def release_anchor(self) -> None:
        """Stop following: the person scrolls."""
        super().release_anchor()
        if not self._placing:
            self._following = False

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002 - Textual's signature
        """Keep the place after the terminal changed its size."""
        self.call_after_refresh(self._follow)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell whether more stands below."""
        super().watch_scroll_y(old_value, new_value)
        if new_value <= 0 < old_value and self._earlier and not self._following:
            self.call_later(self.show_earlier)
        self._tell()

    def _grown(self, old: Size, new: Size) -> None:  # noqa: ARG002 - a watcher's signature
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        if self._following and self.turns:
            top = self.turns[-1].virtual_region.y
            # Textual tells a scroll by us from one by the person through nothing else.
            self._placing = True
            self.scroll_to(y=min(top, self.max_scroll_y), animate=False, immediate=True)
            self._placing = False
        self._tell()

    def _tell(self) -> None:
        below = self.max_scroll_y - self.scroll_y > 1
        if below != self.more_below:
            self.more_below = below
            self.post_message(ConversationMoved())
