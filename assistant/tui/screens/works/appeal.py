"""The appeal: the route, the days with today among them, what must be in it, what it risks."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.text import safe_text
from assistant.tui.desk.appealing import (
    FIELDS,
    Facts,
    Moment,
    advice_of,
    begun,
    stated,
    ticked,
    timeline,
    value,
    with_value,
)
from assistant.tui.desk.casework import Field
from assistant.tui.desk.desk import Desk
from assistant.tui.screens.dialogs.form import FormScreen, Values
from assistant.tui.screens.works.base import WorkScreen, block, lines
from assistant.tui.widgets.titlebar import MUTED
from core.appeals.advice import AppealAdvice, advise
from core.appeals.issues import VERDICTS
from core.appeals.pay_periods import spoken
from core.errors import AppError

_STATES = {
    "open": "open",
    "passed": "passed",
    "in-time": "done in time",
    "late": "done late",
    "day-known": "",
    "done": "",
    "effect": "",
}
_NO_GRADE = (
    "What the grade stands to win or lose is not known yet: it takes a level of record for every "
    "factor. Suggest (5) proposes them from the work described."
)
_DATES = "What does not apply stays empty. Days as you write them: 11/5/2026, Nov 5, 2026."
_BOXES = {"present": "[x]", "partial": "[~]", "not-needed": "[-]"}


class AppealScreen(WorkScreen):
    """What the core says of an appeal with the facts stated; F changes them."""

    NAME = "appeal"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f", "facts", "Facts and dates")]
    AUTO_FOCUS = "#appeal-checklist"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._facts: Facts = {}
        self._codes: list[str] = []

    @classmethod
    def make_ready(cls) -> None:
        """Read the rules of appeals and build what advises from them."""
        advise(stated({"title": "An appeal", "pay_plan": "GS", "disputed": ["grade"]}))

    def content(self) -> ComposeResult:
        """Lay out route and days left, checklist and risk right."""
        with Horizontal(classes="two"):
            with VerticalScroll(classes="side", id="appeal-left"):
                yield block("At stake", lines("appeal-stakes"), id="appeal-risk")
                yield block("Can it be appealed, where", lines("appeal-route"), id="appeal-ways")
            with VerticalScroll(classes="side", id="appeal-right", can_focus=False):
                yield block("By when", lines("appeal-days"), id="appeal-time")
                yield block(
                    "In the appeal (Enter ticks)",
                    OptionList(id="appeal-checklist", compact=True),
                    id="appeal-contents",
                )
                yield block("What would decide more", lines("appeal-open"), id="appeal-missing")

    @property
    def _today(self) -> date:
        case = self.desk.case
        return (case.as_of if case is not None else None) or date.today()  # noqa: DTZ011 - the reader's own day

    def show_case(self) -> None:
        """Ask the core about the facts stated so far."""
        case, keeping = self.desk.case, self.desk.keeping
        if case is None:
            return
        kept = keeping.session.appeal if keeping is not None else {}
        self._facts = self._facts or kept or begun(case, self._today)
        facts, evaluation = self._facts, self.desk.evaluation

        def get() -> AppealAdvice | AppError:
            try:
                return advice_of(facts, case, evaluation)
            except AppError as error:
                return error

        self.later("Reading the rules of appeals", get, self._draw)

    def _draw(self, advice: AppealAdvice | AppError) -> None:
        if isinstance(advice, AppError):
            self._text("appeal-route", Content(safe_text(advice.sentence())))
            return
        self._text("appeal-route", _route(advice))
        moments = timeline(self._facts, advice, self._today)
        self._text("appeal-days", _days(moments, advice, self._today))
        risks = [one.text for one in advice.risks]
        self._text("appeal-stakes", _listed(risks if self.desk.evaluation else [_NO_GRADE, *risks]))
        asked = [question.text for question in advice.questions]
        lacking = sum(bool(item.to_do) for item in advice.contents)
        whole = "Nothing: it is all stated. Papers (8) writes the letter."
        if lacking:
            whole = (
                f"Nothing on where and when. Parts of the appeal that want something: {lacking}; "
                "each says what."
            )
        self._text("appeal-open", _listed(asked) if asked else Content(whole))
        options = self.query_one("#appeal-checklist", OptionList)
        at = options.highlighted
        self._codes = [item.code for item in advice.contents]
        options.clear_options()
        options.add_options(
            Option(
                Content.assemble(
                    (f"{_BOXES.get(item.state, '[ ]')} ", "bold"),
                    safe_text(item.text),
                    (f" {item.to_do}" if item.to_do else "", MUTED),
                )
            )
            for item in advice.contents
        )
        if self._codes:
            options.highlighted = min(at or 0, len(self._codes) - 1)

    def _text(self, part: str, content: Content) -> None:
        self.query_one(f"#{part}", Static).update(content)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick a part of the appeal off."""
        changed = ticked(self._facts, self._codes[event.option_index])
        if changed is None:
            self.say("this part follows from the case: change it there")
        else:
            self._take(changed, "ticked")

    def action_facts(self) -> None:
        """Ask for the facts and days."""
        fields = [(Field(label, place), value(self._facts, place)) for label, place in FIELDS]

        def filled(values: Values) -> Facts:
            facts = self._facts
            for place, (_, text) in values.items():
                facts = with_value(facts, tuple(map(str, place)), text)
            return facts

        def check(values: Values) -> str:
            try:
                stated(filled(values))
            except AppError as error:
                return error.sentence()
            return ""

        def given(values: Values | None) -> None:
            if values:
                self._take(filled(values), "the facts of the appeal are kept")

        self.app.push_screen(FormScreen("The facts of the appeal", fields, check, _DATES), given)

    def _take(self, facts: Facts, told: str) -> None:
        self._facts = facts
        keeping = self.desk.keeping
        if keeping is not None and self.desk.kept:
            self.doing("Keeping", lambda: keeping.note(appeal=facts), lambda _: self.say(told))
        self.show_case()


def _route(advice: AppealAdvice) -> Content:
    parts = [
        Content.assemble((f"{ruling.issue}: ", "bold"), VERDICTS[ruling.verdict])
        for ruling in advice.issues
    ]
    # Where one way does not come after another, each may be the first.
    numbered = len({way.order for way in advice.forums}) > 1
    for way in advice.forums:
        mark = "open" if way.open else "closed"
        name = way.forum.replace("-", " ").replace("opm", "OPM")
        parts.append(
            Content.assemble(
                (f"{way.order}. {name} " if numbered else f"{name} ", "bold"),
                (f"({mark}) ", MUTED),
                safe_text(way.text),
            )
        )
    parts += [Content.assemble(("First: ", "bold"), one.text) for one in advice.do_first]
    return Content("\n").join(parts)


def _days(moments: list[Moment], advice: AppealAdvice, today: date) -> Content:
    rows = []
    for moment in moments:
        away = (moment.day - today).days
        if moment.state == "today":
            rows.append(Content.styled(f"●━ {spoken(moment.day)} ━━ today", "bold reverse"))
            continue
        past = away < 0
        when = f"{-away} days ago" if past else ("today" if not away else f"in {away} days")
        state = _STATES.get(moment.state, moment.state.replace("-", " "))
        rows.append(
            Content.assemble(
                ("│  " if past else "┊  ", MUTED),
                (spoken(moment.day), "bold"),
                (f"  {when}  ", MUTED),
                safe_text(moment.what),
                (f"  {state}" if state else "", "bold"),
            )
        )
    rows += [
        Content.assemble(("   ", MUTED), (f"{limit.what}: ", "bold"), safe_text(limit.advice))
        for limit in advice.time_limits
        if limit.last_day is None
    ]
    if len(moments) == 1:
        rows.append(Content.styled("F states the days; the limits then stand here.", MUTED))
    return Content("\n").join(rows)


def _listed(texts: list[str]) -> Content:
    return Content("\n").join(Content.assemble(("· ", MUTED), safe_text(text)) for text in texts)
