"""What each message of a conversation told or changed, so that just that can be taken back.

A change is undone by what it changed itself: what was told or changed after it stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from assistant.chat.model import Change, Known
from core.model import Case

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Memory
    from assistant.events import Event

_T = TypeVar("_T")
MOST = 40
"""How many changes can be taken back."""
_SINGLE: Final = ("held", "wanted", "pay_plan", "last_day", "today")
_BY_KEY: Final = ("levels", "sought")
_SEVERAL: Final = ("facts", "findings", "duties")
_WHOLE: Final = ("current", "requested", "position_description", "standard")


def known(engine: Conversation) -> Known:
    """Return what the conversation knows now."""
    memory = engine.memory
    return Known(
        case=engine.case,
        example=engine.example,
        states=len(engine.past),
        days=dict(memory.days),
        told=tuple(memory.told),
        held=memory.held,
        wanted=memory.wanted,
        pay_plan=memory.pay_plan,
        last_day=memory.last_day,
        today=memory.today,
        trial=memory.trial,
    )


def enter(engine: Conversation, message: str, before: Known, entered: list[Change]) -> None:
    """Enter what a message told or changed; what took something back has done so itself."""
    memory = engine.memory
    if memory.changes is not entered or not engine.recording:
        return
    change = Change(message, before, known(engine))
    if not (tells(change) or changes_case(change) or tries(change)):
        return
    if changes_case(change) and not change.after.states:
        # Another case was opened, with nothing of the one before to be taken back.
        memory.changes, memory.retracted = [], None
        return
    last = entered[-1] if entered else None
    if last is not None and changes_case(change) and change.after.states == before.states:
        # A change made over again stands in the place of the one it corrects.
        change = replace(change, before=last.before)
        entered = entered[:-1]
    elif last is not None and _puts_in(engine, change, last):
        # What was told and then put into the case is one thing to take back.
        change = Change(last.message, last.before, change.after)
        entered = entered[:-1]
    memory.changes, memory.retracted = [*entered, change][-MOST:], None


def _puts_in(engine: Conversation, change: Change, last: Change) -> bool:
    if changes_case(last) or not tells(last) or not changes_case(change) or told_by(change):
        return False
    return engine.history[-2:-1] == [("human", last.message)] or any(
        fact.text.rstrip(" .") in last.message
        for fact in (change.after.case.facts[-1:] if change.after.case is not None else ())
    )


def tells(change: Change) -> bool:
    """Tell whether a change told something of the reader or of what happened."""
    before, after = change.before, change.after
    return (before.told, before.held, before.wanted, before.days) != (
        after.told,
        after.held,
        after.wanted,
        after.days,
    )


def changes_case(change: Change) -> bool:
    """Tell whether a change is one of the case."""
    return change.before.case != change.after.case


def tries(change: Change) -> bool:
    """Tell whether a change put levels on trial."""
    return change.before.trial != change.after.trial


def told_by(change: Change) -> list[str]:
    """Return the statements that a change told."""
    return [one for one in change.after.told if one not in change.before.told]


def stands(memory: Memory, change: Change) -> bool:
    """Tell whether anything of what a change told still stands."""
    days = change.after.days.items() - change.before.days.items()
    told = any(one in memory.told for one in told_by(change))
    held = change.before.held != change.after.held == memory.held
    wanted = change.before.wanted != change.after.wanted == memory.wanted
    return told or held or wanted or bool(days & memory.days.items())


def take_back(engine: Conversation, change: Change) -> Iterator[Event]:
    """Undo one change and strike it from what can be taken back."""
    memory = engine.memory
    left = [one for one in memory.changes if one is not change]
    yield from put(engine, change.after, change.before)
    memory.changes, memory.retracted = left, change


def strike(engine: Conversation) -> None:
    """Strike the changes of the case, which were taken back by its former states."""
    memory = engine.memory
    memory.changes, memory.retracted = (
        [one for one in memory.changes if not changes_case(one)],
        None,
    )


def put_back(engine: Conversation, change: Change) -> Iterator[Event]:
    """Do once more what was taken back."""
    memory = engine.memory
    before = known(engine)
    if engine.can_redo and changes_case(change):
        yield from engine.redo()
        _recall(memory, change.before, change.after)
    else:
        yield from put(engine, change.before, change.after)
    again = Change(change.message, before, known(engine))
    memory.changes, memory.retracted = [*memory.changes, again][-MOST:], None


def put(engine: Conversation, there: Known, wanted: Known) -> Iterator[Event]:
    """Put what differs between two states as it is in the second, and nothing else."""
    _recall(engine.memory, there, wanted)
    if there.case == wanted.case:
        return
    if engine.case is there.case and len(engine.past) == there.states > wanted.states:
        while len(engine.past) > wanted.states:
            yield from engine.undo()
        return
    case = engine.case
    if case is not None:
        yield from engine.change(_between(case, there.case or Case(), wanted.case or Case()))


def _recall(memory: Memory, there: Known, wanted: Known) -> None:
    memory.days = _by_key(memory.days, there.days, wanted.days)
    memory.told = list(_of_several(tuple(memory.told), there.told, wanted.told))
    for name in _SINGLE:
        if getattr(memory, name) == getattr(there, name):
            setattr(memory, name, getattr(wanted, name))
    if memory.trial == there.trial != wanted.trial:
        memory.trial = wanted.trial


def _between(case: Case, there: Case, wanted: Case) -> Case:
    made: dict[str, Any] = {}
    for name in _BY_KEY:
        made[name] = _by_key(getattr(case, name), getattr(there, name), getattr(wanted, name))
    for name in _SEVERAL:
        made[name] = _of_several(getattr(case, name), getattr(there, name), getattr(wanted, name))
    for name in _WHOLE:
        if getattr(case, name) == getattr(there, name):
            made[name] = getattr(wanted, name)
    return case.model_copy(update=made)


def _by_key(
    now: Mapping[str, str], there: Mapping[str, str], wanted: Mapping[str, str]
) -> dict[str, str]:
    made = dict(now)
    for key in {*there, *wanted}:
        if there.get(key) == wanted.get(key) or now.get(key) != there.get(key):
            continue
        if key in wanted:
            made[key] = wanted[key]
        else:
            del made[key]
    return made


def _of_several(
    now: tuple[_T, ...], there: tuple[_T, ...], wanted: tuple[_T, ...]
) -> tuple[_T, ...]:
    if now == there:
        return wanted
    left = [one for one in now if one in wanted or one not in there]
    return (*left, *(one for one in wanted if one not in there and one not in left))
