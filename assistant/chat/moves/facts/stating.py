"""Facts and shares of time: answered first, offered then, and kept when the reader says so.

The bundled example never takes a reader's facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.argue.evidence import bearing_aspects
from assistant.chat.answering.kit import quoted_rule
from assistant.chat.answering.named.particulars.asked import particular
from assistant.chat.answering.procedure.keeping import retells
from assistant.chat.model import Answer
from assistant.chat.moves import edits
from assistant.chat.moves.findings import ONCE
from assistant.chat.reading.dates import named_days
from assistant.chat.reading.exact import read
from assistant.chat.reading.pulls import aspects_pulled, factor_pulled, facts_on, pulls
from assistant.chat.reading.turns.cover import told_alone
from assistant.chat.reading.turns.limits.happened import kind_said
from assistant.chat.reading.turns.limits.standing import stood
from assistant.chat.reading.turns.limits.told import remember
from assistant.chat.reading.work import OF_GRADE
from assistant.text import counted, duty_table, escape
from core.model import Case
from index.language.late import pattern

if TYPE_CHECKING:
    from datetime import date

    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event

_SHORT_TIME = pattern(r"\bmo(?:nth)?s?\b", re.IGNORECASE)
_SHARE = pattern(
    r"(?:%|percent|per cent|half|quarter|third)\s*"
    r"(?:of\s+(?:my|the|his|her|their|our)\s+(?:work\s+|working\s+)?time\s+)?"
    r"(?:is\s+|goes\s+)?(?:on|in|doing|to|for|with)?\s*(?P<duty>\w.*)$",
    re.IGNORECASE,
)
_BEFORE = pattern(
    r"^\W*(?:i|we) (?:also |mostly |mainly |usually |then )*(?P<duty>(?!spend|use|work\b)\w.*?),? "
    r"(?:(?:and|which|that) ?)?(?:(?:is|'s|takes?|makes?(?: up)?|it's|about|around|some|for|up) )*"
    r"(?:\d{1,3} ?(?:%|percent|per cent)|(?:a |one )?(?:half|quarter|third)) of (?:my|our)"
    r"(?: work(?:ing)?)? time\W*$",
    re.IGNORECASE,
)
"""A duty told before its share: "I answer letters, that's 30 percent of my time"."""
_SPENDS = pattern(
    r"\b(?:i|we|she|he|supervisor|employee|boss)\b.{0,40}\b(?:spends?|takes?|says?|estimates?|puts|does|do|work)\b|"
    r"\bof (?:my|the|her|his) (?:work |working )?time\b",
    re.IGNORECASE,
)
_NUMBER = r"(?P<{}>\d{{1,3}})\s?(?:%|percent\b|per cent\b)"
_RIGHT_SHARE = (
    pattern(
        rf"^\W*(?:no\W+)?{_NUMBER.format('old')} (?:of |for |on )?(?P<duty>[a-z][\w ]{{2,40}}?) "
        r"(?:is|was|isn't|is not) (?:wrong|right|not right|too (?:high|low|much|little))[,;.]? "
        rf"(?:it(?:'s| is)|(?:it )?should be|make it|more like|rather) {_NUMBER.format('new')}",
        re.IGNORECASE,
    ),
    pattern(
        rf"^\W*(?:no\W+)?(?P<duty>[a-z][\w ]{{2,40}}?) (?:is|takes|should be|makes up) "
        rf"(?:only |just )?{_NUMBER.format('new')},? (?:and )?not {_NUMBER.format('old')}",
        re.IGNORECASE,
    ),
)
_ARTICLE = pattern(r"^(?:the|my|our) |^of (?:my|the) time (?:on|for|in) ", re.IGNORECASE)
_SAME_PAY = pattern(
    r"\b(?:still|kept|keep|continued?|went on|carried on|have been|was)\b.{0,24}\b(?:got|get|"
    r"getting|paid|pay|paying|receiv\w+|earn\w*)\b.{0,40}\b(?:until|till|through|up to)\b|"
    r"\b(?:still|kept|keep)\b.{0,12}\bpaid (?:as|at|like) (?:an?|the|my)\b",
    re.IGNORECASE,
)
"""The old pay that went on for a while: "I kept getting the same pay until October"."""
_TO_RECORD = pattern(
    r"^\W*(?:(?:please|can you|could you|now|also|ok(?:ay)?|and|then|oh|so),? )*(?:"
    r"(?:add|record|note|log|enter|put|write|jot|take|include|save|keep|remember|mark)"
    r"(?: (?:this|that|it|a|the|one|as|another|new|more|my|fact|down|in mind|in|on|to|into|for|"
    r"case|file|record|facts))*?"
    r"|for (?:the|my|your) (?:record|records|file|case)|fact|new fact|one more fact"
    r"|(?:this|that)(?: one| too| as well)?(?=\s*:))"
    r"(?:\s*[:,]\s*(?:that )?|\s+[-\u2013\u2014]\s*(?:that )?|\s+(?:the fact )?that\s+(?="
    r"(?:i|i'm|i've|we|my|our|the|he|she|they|nobody|no|since|in|on|every|all|our|his|her|their|"
    r"headquarters|hq|management|[a-z]+s? (?:is|are|was|were|has|have|had|does|do|did|uses?|"
    r"copied|adopted|made|gave|told|asked))\b))(?=\S)",
    re.IGNORECASE,
)
"""What asks to take down the statement behind it."""
_FOR_A_WHILE = (
    "project",
    "task force",
    "on a detail",
    "detailed",
    "assignment",
    " acting",
    "on loan",
)
ARGUED = "not-considered"
"""The topic that answers years told as an argument: "18 years and outstanding ratings"."""
FEWEST = 2
"""Words from which something is a fact to take down: "put that in" names none."""
EXAMPLE = (
    "This is the bundled example, which is fictional: a fact of yours is not put into it. Say "
    "*new case* to begin your own."
)


def tells(engine: Conversation, question: Question) -> Iterator[Event | Answer] | None:
    """Take note of how long a position was held, or of a letter's day, told alone; else None.

    That the old pay went on for a while is answered by the day that counts instead.
    """
    if not question.asks and _SAME_PAY.search(question.message):
        return iter([_old_pay(engine, question)])
    found, last = told_alone(question), engine.memory.answer
    waits = last is not None and any(m.startswith(("how long", "since")) for m in last.missing)
    asks = question.has("doesn", "isn't", "isnt", "does that", "count", "matter", "worth", "enough")
    waits = waits or retells(question, engine.context())
    waits = waits or stood(question, engine.context()) is not None
    # A year on a kept grade is no year for which the position stood at it.
    waits = waits or question.has("retention", "retained", "saved grade", "save pay", "saved pay")
    # "On a special project for three months" is no time that a grade was held.
    waits = waits or question.has(*_FOR_A_WHILE)
    # "20 years and still a 7" asks for a rule of grading, not for what retention counts.
    waits = waits or particular(question, engine.context()) is not None
    # A letter told with the day on which the grade goes down is answered from that day.
    waits = waits or (kind_said(question.message) == "lowering" and len(question.dates) > 1)
    if found is None or asks or engine.pending_aspect or waits:
        # What an answer waits for is answered with it.
        return None
    if engine.chooser.certain(question, engine.context()) == ARGUED:
        return None
    return _noted(engine, question, *found)


def _old_pay(engine: Conversation, question: Question) -> Answer:
    """Say that the day of the SF-50 counts, and not the last day of the old pay."""
    remember(engine.memory, question, "", engine.today)
    engine.note_move("stated", question)
    day = engine.memory.days.get("lowering", "")
    known = f" By what you told that is {escape(day)}." if day else ""
    return Answer(
        lead=(
            "**What counts is the day on which the lower grade took effect by the SF-50, not the "
            f"last day of the old pay.**{known} The old pay after that day can mean that grade or "
            "pay is retained, or that the action was processed late: the SF-50 says which."
        ),
        words=(
            quoted_rule("retroactive-first-filing", "5-cfr-511"),
            quoted_rule("retention-period", "5-cfr-536"),
        ),
        next=("Which effective date does the SF-50 name, and what does it say of retention?",),
        missing=("the effective date on the SF-50",),
    )


def _noted(
    engine: Conversation, question: Question, since: str, letter: bool
) -> Iterator[Event | Answer]:
    remember(engine.memory, question, "", engine.today)
    held = engine.memory.held
    said = [f"you hold {escape(held.label())}"] if held is not None else []
    said += [escape(since)] if since else []
    lead = f"**Noted: {', '.join(said)}.**" if said else "**Noted.**"
    if since and not _SHORT_TIME.search(since):
        lead += (
            " If the position stood at its grade for that time, the year that grade retention "
            "asks for is met."
        )
    steps = ["What would you like to know? Ask, for example, *do I keep my grade?*"]
    if letter:
        lead += (
            " No time limit for lost pay runs from the day of a letter: it runs from the day a "
            "lower grade takes effect."
        )
        steps = ["What does the letter say, and on which day does it take effect?"]
    if engine.recording and not engine.example:
        engine.offer_fact(question)
        steps.append("To put it into a case of yours, say *add it*.")
    yield Answer(lead=lead, next=tuple(steps))


def is_share(question: Question) -> bool:
    """Tell whether a message gives a duty's share of time, or puts it right."""
    return _put_right(question) is not None or (
        len(question.percents) == 1
        and not question.asks
        and bool(_SPENDS.search(question.message))
        and _duty(question) is not None
    )


def _put_right(question: Question) -> Question | None:
    """Return the share that a message puts in the place of another: "70% is wrong, it's 55%"."""
    found = next(filter(None, (one.search(question.message) for one in _RIGHT_SHARE)), None)
    if found is None or question.asks or len(question.percents) != 2:
        return None
    duty = _ARTICLE.sub("", found["duty"]).strip()
    return read(f"{found['new']} percent of my time goes to {duty}") if duty else None


def _duty(question: Question) -> str | None:
    before, match = _BEFORE.search(question.message), _SHARE.search(question.message)
    found = before or match
    words = found["duty"].strip(" .,") if found else ""
    return words if 1 <= len(words.split()) <= 12 else None


def is_told(question: Question) -> bool:
    """Tell whether a message asks to take down what it states: "put this in: I write the rules"."""
    asked = _TO_RECORD.match(question.message)
    if asked is None or question.message.endswith("?"):
        return False
    return len(question.message[asked.end() :].split()) >= FEWEST


def fact(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Put a fact that is called one into the case at once."""
    text = _TO_RECORD.sub("", question.message, count=1)
    yield from add_fact(engine, text.strip(), question)


def add_fact(engine: Conversation, text: str, question: Question) -> Iterator[Event | Answer]:
    """Put a stated fact into the case, show it, and ask which way it cuts."""
    if not engine.recording:
        yield Answer(lead=ONCE)
        return
    if engine.example:
        yield from engine.begin()
    case = engine.case
    factor = question.factors[0] if question.factors else engine.bearing(text)
    began = case is None or not (case.facts or case.levels)
    changed = edits.begun(text) if case is None else edits.with_fact(case, text, factor=factor)
    yield from engine.change(changed)
    where = (
        "It begins your case." if began else f"Your case has {counted(len(changed.facts), 'fact')}."
    )
    bears = f" It bears on Factor {factor}." if factor else ""
    asked = engine.ask_about(text, factor)
    cover = _cover(case, changed)
    yield Answer(
        lead=f"Added to your case: “{escape(text)}”.{cover}{bears} {where} Say *undo* to take it "
        "back.",
        figures=("A fact alone credits nothing; an answer on a criterion does.",) if asked else (),
        next=(asked,) if asked else (),
        factors=(factor,) if factor else (),
    )


def _cover(before: Case | None, after: Case) -> str:
    """Say what the cover of a case reads once a fact has changed it."""
    old = before or Case()
    said = ""
    if after.current != old.current:
        said += f" The cover reads {after.current.label()} now."
    if after.requested != old.requested:
        said += f" Asked for: {after.requested.label()}."
    return said and f" {escape(said.strip())}"


def on_factor(engine: Conversation, question: Question) -> Answer | None:
    """Say what a fact told of the work bears on; None when it implies a question of its own.

    In an open case it is weighed by the criterion of the level sought that it comes nearest to.
    """
    opened, text = engine.opened, question.message
    pulled = factor_pulled(text)
    if not pulled or (opened is None) != (engine.case is None):
        return None
    if question.factors not in ((), (pulled,)) or question.levels or question.dates:
        return None
    if question.percents or OF_GRADE.search(text) or tells(engine, question) is not None:
        return None
    if engine.chooser.certain(question, engine.context()):
        return None
    remember(engine.memory, question, "", engine.today)
    engine.note_move("stated", question)
    on = next(iter(aspects_pulled(text)), "")
    if opened is None:
        return Answer(
            lead=f"**Noted, on Factor {pulled}, {on}.** A fact alone credits nothing: it counts as "
            "evidence on a criterion of the standard.",
            next=(f"Ask *what are the levels of Factor {pulled}?* to see what each asks for.",),
            factors=(pulled,),
        )
    level = opened.sought.get(pulled, "")
    # Without its own words nothing that is said can be found to meet a level.
    asks = [level] if level and level not in opened.beyond.values() else []
    near = bearing_aspects(engine.library, opened.standard, text, asks)
    lead = f"**Noted, on Factor {pulled}, {on}; not in the case yet.**"
    if near:
        lead += (
            f" You seek Level {level}, which asks (`{near[0].id}`): {near[0].text} What you say "
            "speaks for it; whether it is met, an answer on that criterion decides."
        )
    elif level:
        lead += f" It speaks for Level {level}, which you seek; a fact alone credits nothing."
    else:
        lead += (
            " A fact alone credits nothing, and no higher level is sought on this factor: say "
            "which one you seek to have it weighed."
        )
    against = [
        fact.text.rstrip(".")
        for fact in facts_on(opened.case, pulled)
        if any(p.way == "down" and p.aspect == on for p in pulls(fact))
    ]
    if against:
        lead += f" Against it the case states: *{escape(against[0])}*; have that cleared up."
    return Answer(lead=lead, factors=(pulled,), levels=(level,) if level else ())


def is_correction(question: Question) -> bool:
    """Tell whether a message puts one day in the place of another: "May 5, not May 3"."""
    return len(question.dates) > 1 and not question.asks


def correct(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Put the right day into the fact that states the wrong one, and show it."""
    days = [(a, b, d) for a, b, d in named_days(question.message, engine.today)]
    split = question.message.lower().rfind(" not ")
    right = next((one for one in days if one[0] < split), None)
    wrong = next((one for one in days if one[0] > split), None)
    case = engine.case
    found = None
    if case is not None and right is not None and wrong is not None:
        found = next((f for f in case.facts if _states(f.text, wrong[2], engine)), None)
    if case is None or found is None or right is None or wrong is None or engine.example:
        yield engine.implied(question)
        return
    text = found.text
    for start, end, day in reversed(named_days(text, engine.today)):
        if (day.month, day.day) == (wrong[2].month, wrong[2].day):
            text = f"{text[:start]}{right[2]:%B} {right[2].day}, {day.year}{text[end:]}"
    if not engine.recording:
        yield Answer(lead=f"{ONCE} It would read: “{escape(text)}”.")
        return
    changed = tuple(f.model_copy(update={"text": text}) if f is found else f for f in case.facts)
    yield from engine.change(case.model_copy(update={"facts": changed}))
    yield Answer(
        lead=f"Corrected: {right[2]:%B} {right[2].day} in place of {wrong[2]:%B} {wrong[2].day}. "
        f"The fact now reads: “{escape(text)}”. Say *undo* to take it back."
    )


def _states(text: str, day: date, engine: Conversation) -> bool:
    found = named_days(text, engine.today)
    return any((d.month, d.day) == (day.month, day.day) for _, _, d in found)


def share(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Answer what a share of time means, and offer it for the duty."""
    question = _put_right(question) or question
    duty = _duty(question) or ""
    by = "supervisor" if question.has("supervisor", "boss", "manager") else "employee"
    implied = engine.implied(question)
    if not engine.recording or engine.case is None or engine.example:
        yield implied
        return
    case = edits.with_share(engine.case, duty, question.percents[0], by=by)  # type: ignore[arg-type]
    engine.offer_case(case, f"{duty}: {question.percents[0]:g} percent by the {by}'s estimate")
    yield implied


def share_added(engine: Conversation, what: str) -> Answer:
    """Return what is said once a share of time stands in the case."""
    assert engine.case is not None  # noqa: S101 - it was just changed
    lines = [
        f"Recorded: {escape(what)}. Say *undo* to take it back.",
        duty_table(engine.case.duties),
    ]
    for who in ("employee", "supervisor"):
        total = sum(getattr(d, f"percent_{who}") or 0 for d in engine.case.duties)
        if total > 100:
            lines.append(
                f"The {who}'s shares add up to {total:g} percent, {total - 100:g} too many: give "
                "another duty a smaller share."
            )
    return Answer(lead="\n\n".join(lines))
