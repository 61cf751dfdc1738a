"""The appeal of a case: its facts as a form, what the core advises, and the days on one line.

The facts are kept with the session of the case, not in the case: they are about the person, the
case about the position.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.chat.reading.dates import named_days
from core.appeals.advice import AppealAdvice, advise
from core.appeals.facts import AppealFacts
from core.model import Case, Evaluation
from core.reading import build

Facts = dict[str, Any]

FIELDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Pay plan", ("pay_plan",)),
    ("Grade held", ("grade",)),
    ("In dispute (grade, series, title, pay-system, ...)", ("disputed",)),
    ("Day to judge by (as of)", ("as_of",)),
    ("Agency's decision: signed", ("agency_decision", "signed")),
    ("Agency's decision: received", ("agency_decision", "received")),
    ("Personnel action: takes effect", ("personnel_action", "effective")),
    ("Personnel action: notice received", ("personnel_action", "notice_received")),
    ("Grade or pay lost? (yes, no)", ("personnel_action", "lost_grade_or_pay")),
    ("Appeal at the agency: filed", ("agency_appeal", "filed")),
    ("Appeal at the agency: decision received", ("agency_appeal", "decision_received")),
    ("Appeal to OPM: filed", ("opm_appeal", "filed")),
    ("OPM's letter asking for information", ("opm_appeal", "letter")),
    ("OPM's decision: issued", ("opm_decision", "issued")),
)
"""The facts asked for, each with its place in :class:`core.appeals.facts.AppealFacts`."""

_WORDS = {"pay_plan", "grade", "disputed", "lost_grade_or_pay"}
_DAYS = {place[-1] for _, place in FIELDS} - _WORDS

HAND = {
    "contents-person": "person",
    "contents-agency": "agency-address",
    "contents-location": "location",
    "contents-description": "description",
    "contents-own-description": "own-description",
    "contents-reasons": "reasons",
    "contents-disagreement": "disagreement",
    "contents-representative": "representative",
    "contents-signature": "signature",
}
"""The parts of an appeal a person can tick off, by the code of the checklist's item."""


def begun(case: Case, day: date) -> Facts:
    """Return the facts that the case itself states."""
    facts: Facts = {
        "title": case.title or "My appeal",
        "pay_plan": case.current.pay_plan or "GS",
        "disputed": ["grade"],
        "as_of": day.isoformat(),
    }
    if case.current.grade is not None:
        facts["grade"] = case.current.grade
    if case.current.series != case.requested.series and case.requested.series:
        facts["disputed"] = ["grade", "series"]
    return facts


def advice_of(facts: Facts, case: Case, evaluation: Evaluation | None) -> AppealAdvice:
    """Return what the core advises.

    Raises:
        AppError: when a fact is wrong, naming the field.
    """
    return advise(stated(facts), case=case, evaluation=evaluation)


def stated(facts: Facts) -> AppealFacts:
    """Return the facts checked.

    Raises:
        AppError: when one is wrong, naming the field.
    """
    return build(AppealFacts, facts, where="appeal")


def value(facts: Facts, place: tuple[str, ...]) -> str:
    """Return a fact as text, empty when it is not stated."""
    found: Any = facts
    for step in place:
        found = found.get(step) if isinstance(found, dict) else None
    if isinstance(found, list):
        return ", ".join(map(str, found))
    if isinstance(found, bool):
        return "yes" if found else "no"
    return "" if found is None else str(found)


def with_value(facts: Facts, place: tuple[str, ...], text: str) -> Facts:
    """Return the facts with one changed; an empty text takes it away."""
    changed = {k: dict(v) if isinstance(v, dict) else v for k, v in facts.items()}
    inner = changed if len(place) == 1 else changed.setdefault(place[0], {})
    text = text.strip()
    last = place[-1]
    if not text:
        inner.pop(last, None)
        if len(place) > 1 and not inner:
            changed.pop(place[0])
    elif last == "disputed":
        inner[last] = [word for word in text.replace(",", " ").lower().split() if word]
    elif last == "grade" and text.isdecimal():
        inner[last] = int(text)
    elif last == "lost_grade_or_pay" and text.lower() in {"yes", "no", "y", "n"}:
        inner[last] = text.lower().startswith("y")
    elif last in _DAYS:
        inner[last] = _day(text)
    else:
        inner[last] = text
    return changed


def _day(text: str) -> str:
    """Return a day as the core reads it, however it is written; else the words themselves."""
    # The reader's own calendar: a day without a year is the latest past one.
    days = named_days(text, date.today())  # noqa: DTZ011
    return days[0][2].isoformat() if len(days) == 1 else text


def ticked(facts: Facts, code: str) -> Facts | None:
    """Return the facts with a part of the appeal ticked off or no longer; None: it has no tick."""
    name = HAND.get(code)
    if name is None:
        return None
    held = list(facts.get("at_hand", []))
    held = [one for one in held if one != name] if name in held else [*held, name]
    return {**facts, "at_hand": held}


@dataclass(frozen=True, slots=True)
class Moment:
    """A day of the appeal: what happened, or until when something can be done."""

    day: date
    what: str
    state: str = ""


_EVENTS = {
    ("agency_decision", "signed"): "The agency's decision was signed",
    ("agency_decision", "received"): "You received it",
    ("personnel_action", "effective"): "The personnel action takes effect",
    ("personnel_action", "notice_received"): "You received the notice of the action",
    ("agency_appeal", "filed"): "You appealed at the agency",
    ("agency_appeal", "decision_received"): "You received the agency's decision on the appeal",
    ("opm_appeal", "filed"): "You appealed to OPM",
    ("opm_appeal", "letter"): "OPM asked for information",
    ("opm_decision", "issued"): "OPM issued its decision",
}


def timeline(facts: Facts, advice: AppealAdvice, today: date) -> list[Moment]:
    """Return the days of the appeal in order, with today among them."""
    moments = [Moment(today, "today", "today")]
    for place, what in _EVENTS.items():
        text = value(facts, place)
        try:
            moments.append(Moment(date.fromisoformat(text), what, "done"))
        except ValueError:
            # Not stated, or not yet a day: the form says so.
            continue
    moments += [
        Moment(limit.last_day, f"Last day: {limit.what}", limit.state)
        for limit in advice.time_limits
        if limit.last_day is not None
    ]
    dates = advice.effective_dates
    if dates is not None and dates.latest is not None:
        moments.append(Moment(dates.latest, "The certificate must be in effect", "effect"))
    order = {"done": 0, "today": 1}
    return sorted(moments, key=lambda one: (one.day, order.get(one.state, 2)))
