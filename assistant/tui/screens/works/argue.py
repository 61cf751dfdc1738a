"""Argue: a level's two readings side by side; a reading is accepted as evidence, or refused."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.events import Claim
from assistant.text import one_line, safe_text
from assistant.tui.desk.arguing import (
    SIDES,
    accepted,
    argued,
    aspects_of,
    claim_name,
    levels_of,
)
from assistant.tui.desk.desk import Desk
from assistant.tui.screens.dialogs.pick import PickScreen
from assistant.tui.screens.works.base import WorkScreen, block, lines
from assistant.tui.widgets.titlebar import MUTED

_BESIDE = 60
"""Columns from which the two sides stand beside one another."""


class ArgueScreen(WorkScreen):
    """For and against beside each other, each claim with the words it rests on."""

    NAME = "argue"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left_square_bracket", "level(-1)", show=False),
        Binding("right_square_bracket", "level(1)", "Next level", key_display="]"),
        Binding("a", "accept", "Accept"),
        Binding("r", "refuse", "Refuse"),
        Binding("left", "side('for')", show=False),
        Binding("right", "side('against')", show=False),
        Binding("y", "copy", "Copy"),
    ]
    AUTO_FOCUS = "#argue-for"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._level = ""
        self._levels: list[str] = []
        self._claims: dict[str, list[Claim]] = {}
        self._argued = ""

    def content(self) -> ComposeResult:
        """Lay out the level, both sides, and the claim chosen in full."""
        yield Static(id="argue-level")
        with Horizontal(id="argue-sides"):
            for side in SIDES:
                yield block(
                    side.capitalize(), OptionList(id=f"argue-{side}"), id=f"argue-{side}-block"
                )
        with Vertical(id="argue-below"), VerticalScroll(can_focus=False):
            yield block("The claim", lines("argue-claim"), id="argue-shown")

    def on_resize(self) -> None:
        """Put the sides under one another where a line of a side would be a word or two."""
        self.query_one("#argue-sides").set_class(self.size.width < _BESIDE, "-folded")

    def show_case(self) -> None:
        """Argue the first level in dispute, once the engine is there."""
        case = self.desk.case
        self._levels = levels_of(case) if case is not None else []
        self.query_one("#argue-sides").display = bool(self._levels)
        if not self._levels:
            self.query_one("#argue-level", Static).update(Content("No level to argue yet."))
            told = (
                "The case has no levels. Suggest (5) proposes one for each factor; What-if (3) "
                "seeks others. The level above each one of record is then argued here, both ways."
            )
            self.query_one("#argue-claim", Static).update(Content(told))
            return
        if self._level not in self._levels:
            self._level = self._levels[0]
        self._show_levels()
        if self._argued != self._level:
            self._argue()
        else:
            self._fill()

    def _show_levels(self) -> None:
        parts: list[Content | str | tuple[str, str]] = [("Level  ", MUTED)]
        for level in self._levels:
            parts.append((f" {level} ", "reverse bold" if level == self._level else ""))
            parts.append(" ")
        case = self.desk.case
        if case is not None:
            answers = {finding.aspect: finding.answer for finding in case.findings}
            told = [
                f"{aspect.name}: {answers.get(aspect.id, 'no answer').replace('_', ' ')}"
                for aspect in aspects_of(case, self._level)
            ]
            parts.append((f"   {' · '.join(told)}", MUTED))
        self.query_one("#argue-level", Static).update(Content.assemble(*parts))

    def action_level(self, by: int) -> None:
        """Argue another level."""
        if self._levels:
            at = (self._levels.index(self._level) + by) % len(self._levels)
            self._level = self._levels[at]
            self._show_levels()
            self._argue()

    def _argue(self) -> None:
        level = self._level

        def show(found: dict[str, list[Claim]]) -> None:
            self._argued, self._claims = level, found
            self._fill()
            speaking = next((side for side in SIDES if self._claims.get(side)), "")
            if speaking and self._chosen is None:
                # The keys act on the side that has something to say.
                self.action_side(speaking)
            silent = not any(self._claims.values())
            # Two empty panes would stand above the sentence that says why they are.
            self.query_one("#argue-sides").display = not silent
            if silent:
                told = (
                    "No decision held speaks for or against this level, and neither does what the "
                    "case says of the work: Library (9) reads decisions in, Case (2) takes facts. "
                    "Talk (1) says what the level requires."
                )
                self.query_one("#argue-claim", Static).update(Content(told))

        label = f"Reading Level {level} both ways"
        case = self.desk.case
        self.later(label, lambda: argued(self.desk.engine, level, case), show)

    @property
    def _refused(self) -> list[str]:
        keeping = self.desk.keeping
        return keeping.session.refused if keeping is not None else []

    def _fill(self) -> None:
        for side in SIDES:
            options = self.query_one(f"#argue-{side}", OptionList)
            at = options.highlighted
            options.clear_options()
            claims = self._claims.get(side, [])
            options.add_options(Option(self._line(one)) for one in claims)
            self.query_one(f"#argue-{side}-block").border_subtitle = f"{len(claims)}"
            if claims:
                options.highlighted = min(at or 0, len(claims) - 1)
            else:
                told = f"Nothing that is held speaks {side} it."
                options.add_option(Option(Content.styled(told, MUTED), disabled=True))

    def _line(self, claim: Claim) -> Content:
        case = self.desk.case
        quoted = {(source.passage, source.quote) for source in claim.sources}
        passages = {passage for passage, _ in quoted if passage}
        taken = case is not None and any(
            one.passage in passages or (one.passage, one.text) in quoted
            for finding in case.findings
            for one in finding.evidence
        )
        refused = claim_name(claim) in self._refused
        mark = "✓ accepted  " if taken else ("✗ refused  " if refused else "")
        source = claim.sources[0] if claim.sources else None
        words = source.quote if source is not None and source.quote else claim.text
        where = (
            f"\n{one_line(', '.join(filter(None, (source.title, source.place))))}"
            if source is not None
            else ""
        )
        return Content.assemble(
            (mark, "bold"),
            (safe_text(words), MUTED if refused else ""),
            (where + "\n", MUTED),
        )

    @property
    def _chosen(self) -> Claim | None:
        for side in SIDES:
            options = self.query_one(f"#argue-{side}", OptionList)
            claims = self._claims.get(side, [])
            if options.has_focus and options.highlighted is not None and claims:
                return claims[options.highlighted]
        return None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the claim in full with every source."""
        side = (event.option_list.id or "").removeprefix("argue-")
        claims = self._claims.get(side, [])
        if event.option_index < len(claims) and event.option_list.has_focus:
            self._show_claim(claims[event.option_index])

    def on_descendant_focus(self) -> None:
        """Show the claim of the side that was gone to."""
        if self._chosen is not None:
            self._show_claim(self._chosen)

    def _show_claim(self, claim: Claim) -> None:
        parts = [Content.styled(safe_text(claim.text), "bold")]
        for source in claim.sources:
            where = ", ".join(filter(None, (source.title, source.place)))
            checked = "checked word for word" if source.verified else "our digest"
            if not source.document:
                checked = "as the case states it"
            parts.append(Content.assemble(f"“{safe_text(source.quote)}”"))
            parts.append(Content.styled(f"{one_line(where)} · {checked}", MUTED))
        if claim.drafted_by != "program":
            parts.append(Content.styled(f"drafted by {claim.drafted_by}", MUTED))
        self.query_one("#argue-claim", Static).update(Content("\n").join(parts))

    def action_side(self, side: str) -> None:
        self.query_one(f"#argue-{side}").focus()

    def action_accept(self) -> None:
        """Take a claim as evidence for a finding on a criterion of the level."""
        claim, case = self._chosen, self.desk.case
        if claim is None or case is None:
            self.say("choose a claim first: ← → and ↑ ↓")
            return
        found = aspects_of(case, self._level)
        answer = SIDES[claim.side].replace("_", " ")

        def picked(aspect: str | None) -> None:
            if aspect:
                told = f"{aspect} is found {answer} with this as evidence; Z takes it back"
                self.change(lambda now: accepted(now, claim, aspect), told)

        choices = [(one.id, f"{one.name} ({one.id})") for one in found]
        self.app.push_screen(PickScreen(f"Which criterion does it show {answer}?", choices), picked)

    def action_refuse(self) -> None:
        """Set a claim aside, or take it up again."""
        claim, keeping = self._chosen, self.desk.keeping
        if claim is None or keeping is None:
            self.say("choose a claim first: ← → and ↑ ↓")
            return
        name = claim_name(claim)
        held = keeping.session.refused
        refused = [one for one in held if one != name] if name in held else [*held, name]
        keeping.session.refused = refused
        self._fill()
        if self.desk.kept:
            self.doing("Keeping", lambda: keeping.note(refused=refused), lambda _: None)

    def action_copy(self) -> None:
        """Copy the claim's words with their sources."""
        claim = self._chosen
        if claim is not None:
            words = [f"“{one.quote}” ({one.title}, {one.place})" for one in claim.sources]
            self.app.copy_to_clipboard("\n".join(words) or claim.text)
            self.say("copied")
