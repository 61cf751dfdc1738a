"""Taking back what was told or changed in this conversation, and putting it in again.

"Scratch that last one" takes back the last of it, "scratch that about the cameras", "undo the 7-3"
the one that is named. A fact that the case held before is taken out only where it is called one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.chat.answering.procedure.keeping import retells
from assistant.chat.composing.difference import changes
from assistant.chat.model import Answer
from assistant.chat.moves import disowns, keeping, ledger, move_of, said_first
from assistant.chat.moves.facts import finding
from assistant.chat.moves.findings import ONCE
from assistant.chat.reading.dates import named_days
from assistant.chat.reading.turns.changed.trying import is_on
from assistant.chat.reading.turns.limits.told import NOTICE, day_of, with_month
from assistant.text import escape, in_words, margin_sentence
from core.model import Case
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Change, Question
    from assistant.events import Event

    Said = Iterator[Event | Answer]

_LEAD = (
    r"(?:(?:and|but|so|ok(?:ay)?|now|then|please|also|no|nah|nope|wait|sorry|actually|oh|oops|well|"
    r"just|hm+|i|you can|can you|could you|let'?s)[\s,.!:]+)*"
)
_BACK = pattern(
    rf"^\W*{_LEAD}(?:undo|scratch|strike|erase|forget(?: about)?|ignore|disregard|revert|cancel|"
    r"withdraw|delete|remove|drop|take back|take(?=\s.*\bback\b)|"
    r"take(?=\s+(?:it|that|this)\s+(?:back\s+)?out\b)|never ?mind)\s+(?P<what>.+)$",
    re.IGNORECASE,
)
_LEVEL_BACK = pattern(
    rf"^\W*{_LEAD}(?:undo|scratch|strike|forget|revert|cancel|withdraw|take|put|change)\b"
    r"(?!.*\b(?:to|into) \d-)",
    re.IGNORECASE,
)
"""Takes a level back: "change it to 7-3" gives another, and "drop 7-3" seeks it no more."""
_A_FACT = pattern(r"\b(?:facts?|lines?|entry|entries|statements?|notes?|sentences?)\b")
"""Names a fact of the case, which is taken out as such."""
_UNNAMED = pattern(
    r"^(?:(?:that|this|it|the|my|all)\b ?)*(?:(?:very |one )?(?:last|latest|previous|recent) ?)?"
    r"(?:(?:one|thing|bit|change|part|point|addition|correction|remark|claim|story)\b ?)?"
    r"(?:(?:that |which )?i (?:just )?(?:said|told(?: you)?|gave(?: you)?|put in|mentioned) ?)?"
    r"(?:(?:out|back|off|away|again|please|now|then|too) ?)*$",
    re.IGNORECASE,
)
_WHY = pattern(
    r"\s*(?:[,;.!]|\s(?:because|since|as (?:it|that|i)|it (?:is|was|'s)|that (?:is|was)|i was)\b)"
    r".*$",
    re.IGNORECASE,
)
_IDLY = pattern(
    r"^\W*(?:ok(?:ay)?,? |just |oh,? )*(?:forget it|never ?mind|nvm)\W*$", re.IGNORECASE
)
"""Leaves a matter, and takes back only what was just said."""
_AGAIN = pattern(r"\b(?:put|restore|reinstate|redo|again|add)\b", re.IGNORECASE)
_WHAT_IF = pattern(
    r"\b(?:what if|what about|how about|with|if|suppos\w+|plus|add|and|without|try|both)\b",
    re.IGNORECASE,
)
_KIND = (
    (pattern(r"\bfindings?\b|\b(?:not )?met\b|\bcriteri(?:on|a)\b", re.IGNORECASE), "findings"),
    (pattern(r"\b(?:percent|share|%)", re.IGNORECASE), "duties"),
    (pattern(r"\blevels? of record\b", re.IGNORECASE), "levels"),
)
_EVENT = {
    "lowering": "the lower grade took effect",
    NOTICE: "the notice came",
    "decision": "OPM decided",
    "agency": "the agency decided",
    "received": "the decision was received",
}


def retracts(engine: Conversation, question: Question) -> Said | None:
    """Take back the last thing told or changed, or the one named; None for any other message."""
    if retells(question, engine.context()):
        return None
    move = move_of(question)
    name = "" if move is None else move.name
    if name == "redo" or (name == "undo" and _undone(engine) and _AGAIN.search(question.message)):
        return _again(engine, question)
    if name not in {"", "undo", "drop"}:
        return None
    what = _said_of(question)
    if (name == "undo" and not said_also(question)) or (what and _UNNAMED.match(what)):
        return _last(engine, question)
    if "?" in question.message:
        return None
    change = _named(engine, question, what)
    return None if change is None else _taken_back(engine, question, change)


def said_also(question: Question) -> bool:
    """Tell whether something of its own is said behind a taking back."""
    first = said_first(question.message)
    return first is not None and not disowns(first[1])


def _undone(engine: Conversation) -> bool:
    return engine.moved is not None and engine.moved[0] == "undo"


def _said_of(question: Question) -> str:
    found = _BACK.search(question.message)
    return "" if found is None else _WHY.sub("", found["what"]).strip()


def _again(engine: Conversation, question: Question) -> Said | None:
    change = engine.memory.retracted
    if change is None:
        return None
    engine.note_move("redo", question)
    return _put_back(engine, change)


def _put_back(engine: Conversation, change: Change) -> Said:
    yield from ledger.put_back(engine, change)
    yield Answer(lead=f"Put back: {_what(change)}. {_now(engine, change)}".strip())


def _last(engine: Conversation, question: Question) -> Said | None:
    """Take back the last thing told, changed or tried; levels on trial are taken back as such."""
    for change in reversed(engine.memory.changes) if question.dates else ():
        if _took_out(engine, change, question):
            return _taken_back(engine, question, change)
    for change in reversed(engine.memory.changes):
        if ledger.changes_case(change) or ledger.stands(engine.memory, change):
            just = engine.history[-2:-1] == [("human", change.message)]
            if _IDLY.match(question.message) and not (just or ledger.changes_case(change)):
                break
            return _taken_back(engine, question, change)
        if is_on(engine.memory) and _WHAT_IF.search(change.message):
            return None
    engine.note_move("undo", question)
    return keeping.undo(engine, question)


def _took_out(engine: Conversation, change: Change, question: Question) -> bool:
    """Tell whether a change took out the day that a taking back names."""
    before, after = (
        {
            day
            for text in (
                *known.days.values(),
                *(fact.text for fact in (known.case.facts if known.case is not None else ())),
            )
            for _, _, day in named_days(text, engine.today)
        }
        for known in (change.before, change.after)
    )
    return bool(set(question.dates) & (before - after))


def _named(engine: Conversation, question: Question, what: str) -> Change | None:
    """Return the latest change that a taking back names, by a level, a day or its words."""
    made = list(reversed(engine.memory.changes))
    if question.levels:
        tried = is_on(engine.memory) and set(question.levels) <= set(engine.memory.trial)
        if tried or not _LEVEL_BACK.match(question.message):
            return None
        return next((one for one in made if set(question.levels) & _levels_of(one)), None)
    if not what or _A_FACT.search(what):
        return None
    for said, field in _KIND:
        if said.search(what):
            return next((one for one in made if _differ(one, field)), None)
    named = {(d.month, d.day) for _, _, d in named_days(what, engine.today)}
    wanted = finding.stems(what)
    for one in made:
        days = {(d.month, d.day) for _, _, d in named_days(one.message, engine.today)}
        if (ledger.changes_case(one) or ledger.stands(engine.memory, one)) and (
            (named & days)
            or (wanted and len(wanted & finding.stems(_text(one))) >= finding.MOST * len(wanted))
        ):
            return one
    return None


def _differ(change: Change, field: str) -> bool:
    before, after = change.before.case or Case(), change.after.case or Case()
    return bool(getattr(before, field) != getattr(after, field))


def _levels_of(change: Change) -> set[str]:
    before, after = change.before.case or Case(), change.after.case or Case()
    pairs = ((before.levels, after.levels), (before.sought, after.sought))
    return {level for old, new in pairs for key, level in new.items() if old.get(key) != level}


def _text(change: Change) -> str:
    return " ".join((change.message, *ledger.told_by(change), *_changes(change)))


def _changes(change: Change) -> list[str]:
    return changes(change.before.case or Case(), change.after.case or Case())


def _taken_back(engine: Conversation, question: Question, change: Change) -> Said:
    engine.note_move("undo", question)
    if not engine.recording:
        yield Answer(lead=ONCE)
        return
    again = changes(change.after.case or Case(), change.before.case or Case())
    yield from ledger.take_back(engine, change)
    lead = f"Taken back: {_what(change)}."
    if again and ledger.changes_case(change):
        # What a change replaced stands again.
        lead += f" Again in it: {'; '.join(again)}."
    if engine.case is None and ledger.changes_case(change):
        lead += " No case is open any more."
    days = [] if ledger.changes_case(change) else _days(engine, question, change)
    yield Answer(lead=" ".join((lead, *days, _now(engine, change))).strip())


def _what(change: Change) -> str:
    """Say what a change was: of the case, else what was told and is in no case."""
    if ledger.changes_case(change):
        return "; ".join(_changes(change)) or "the last change"
    told = ledger.told_by(change) or [change.message]
    return (
        f"{'; '.join(f'“{escape(one)}”' for one in told)}, which was only told, and is in no case"
    )


def _days(engine: Conversation, question: Question, change: Change) -> list[str]:
    """Say which day stands for each event whose day was taken back, as it was or as now told."""
    said = []
    for event, day in change.after.days.items():
        if change.before.days.get(event) == day or event not in _EVENT:
            continue
        named = with_month(question, engine.context()).dates
        if named and day_of(event, engine.context()) != named[0]:
            engine.memory.days[event] = in_words(named[0])
        stands = day_of(event, engine.context())
        known = "is not told any more" if stands is None else f"is {in_words(stands)}"
        said.append(f"**The day on which {_EVENT[event]} {known}.**")
    return said


def _now(engine: Conversation, change: Change) -> str:
    """Say what stands now."""
    if ledger.changes_case(change):
        return margin_sentence(engine.evaluation) if engine.evaluation is not None else ""
    if engine.case is not None and not engine.example:
        return "The case was not touched."
    return "What else you told stands."
