"""Facts amended in plain words: one taken out, or one figure put in the place of another.

"Delete the fact about the warehouse", "change 90 days to 60 days in it", "60 days, not 90". What a
message means is only done where one fact of the case answers to it; of several it is asked which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.chat.model import Answer
from assistant.chat.moves import edits
from assistant.chat.moves.facts import finding
from assistant.chat.moves.facts.shares import share_otherwise, unchangeable
from assistant.chat.reading.numbers import whole
from assistant.chat.reading.turns.changed.trying import is_on
from assistant.text import capital, counted, escape
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event
    from core.model import Case, Fact

    Said = Iterator[Event | Answer]
    Doing = Callable[[Conversation, Sequence[Fact]], Said]

_FACT = r"(?:facts?|lines?|entry|entries|statements?|notes?|sentences?|ones?|items?)"
_LEAD = (
    r"^\W*(?:(?:and|but|so|ok(?:ay)?|now|then|please|also|no|wait|sorry|actually|oh|well|just|"
    r"never ?mind|hang on|hold on|can you|could you|would you|will you|let'?s|go ahead and|you can|"
    r"i(?:'d| would) like (?:you )?to|i want (?:you )?to)[\s,.!:]+)*"
)
_TAKE_OUT = pattern(
    rf"{_LEAD}(?:delete|remove|strike|erase|scratch|drop|undo|withdraw|forget|cross out|leave out|"
    r"get rid of|take (?:out|back|off|away)|take(?=\s.*\b(?:out|off|away|back)\b)|"
    r"leave(?=\s.*\bout\b))(?: out| away)?\s+(?P<what>.+)$",
    re.IGNORECASE,
)
_NAMED = pattern(
    rf"\b{_FACT}\b|\b(?:what|everything|anything|the (?:thing|part|bit)) i (?:just )?"
    r"(?:said|told you|wrote|stated|gave you|put)(?: in)? (?:about|on|of)\b",
    re.IGNORECASE,
)
"""Says that a fact is meant, and not a level or a paper."""
_IT = pattern(r"^(?:it|that|this|that one|this one)\b(?: out| off| away| back)?\W*$", re.IGNORECASE)
_NUMBERED = pattern(
    rf"^(?:the |my )?(?:{_FACT} (?:no\.?|number|#)? ?#?(?P<n>\d+|\w+)|(?P<nth>[a-z]+) {_FACT})\W*$",
    re.IGNORECASE,
)
_LAST = pattern(
    rf"^(?:the |my |that |this )?(?:very )?last (?P<n>\w+)(?: {_FACT})?(?: (?:i|you) .*)?\W*$",
    re.IGNORECASE,
)
_PLAINLY = pattern(
    r"\b(?:facts?|lines?|statements?|notes?|sentences?)\b|"
    r"\bi (?:just )?(?:said|told you|wrote|stated) (?:about|on|of)\b",
    re.IGNORECASE,
)
_ELSEWHERE = pattern(
    r"\b(?:out of|from|in|off) (?:(?:my|the|our|this|that|his|her) )?(?:official )?(?:pd|position "
    r"description|job description|description|letter|sf-?\s?50|decision|standard|form|appeal)\b",
    re.IGNORECASE,
)
"""Names a paper that somebody else keeps."""
_TAIL = pattern(
    r"\s+(?:out|off|away|back|again|too|please|now|altogether|completely|entirely|"
    r"(?:out of|from|in|of) (?:my|the|this) "
    r"(?:case|file|facts|record|list))(?=\W*$)",
    re.IGNORECASE,
)
_CHANGE = pattern(
    rf"{_LEAD}(?:change|replace|correct|fix|update|edit|amend|alter|turn|swap|set)\s+"
    r"(?P<old>.+?)\s+(?:to|with|into|by|for)\b\s*[:,]?\s*(?P<new>.+?)"
    rf"(?:\s+(?:in|of|for|on) (?:the |my |that )?(?P<where>[^.;]*\b{_FACT}\b[^.;]*))?\W*$",
    re.IGNORECASE,
)
_SHOULD = pattern(
    rf"{_LEAD}(?:the |my |that )?(?P<where>[^,;.]*\b{_FACT}\b[^,;.]*?) (?:should|must|ought to|"
    r"has to|needs to) (?:say|read|be|state)\b\s*[:,]?\s*(?P<new>.+?)\W*$",
    re.IGNORECASE,
)
_MAKE = pattern(
    rf"{_LEAD}(?:make|call) (?:it|that|this|them|those)\s+(?P<new>.+?)\W*$", re.IGNORECASE
)
_NOT = pattern(
    rf"(?<![\w-])(?P<new>{finding.NUMBER})\b(?:\s+(?P<unit>[a-z]+))?[^.?!;]{{0,40}}?,?\s+"
    rf"(?:and not|but not|not|instead of|rather than)\s+(?P<old>{finding.NUMBER})(?![\w-])"
    rf"|\bnot (?P<old2>{finding.NUMBER})(?:\s+(?P<unit2>[a-z]+))?,?\s+but "
    rf"(?P<new2>{finding.NUMBER})(?![\w-])",
    re.IGNORECASE,
)
_WORDS_NOT = pattern(
    r"^\W*(?:(?:oh|no|wait|sorry|oops|actually|hang on|hold on|well|correction|my (?:mistake|bad))"
    r"[\s,.:;-]+)*(?:it(?:'s| is| was)|that(?:'s| is| was)|i meant?|make (?:it|that))\s+"
    r"(?P<new>[a-z][\w' -]{2,40}?),?\s+(?:and |but )?not\s+(?P<old>[a-z][\w' -]{2,40}?)\W*$",
    re.IGNORECASE,
)
"""Puts words of a fact right: "it's every month, not every week"."""
_SENTENCE = pattern(r"(?<=[.!?;])\s+|,\s+(?=(?:so |please |then )?(?:take|remove|delete|strike)\b)")
_WHY = pattern(r"\s*(?:[,;.]|\s(?:because|since|as it|it (?:is|was)|that (?:is|was))\b).*$")
_WHOLE = 4
"""Words from which what a fact should say is the whole of it."""
_MOST_SHOWN = 4


def amends(engine: Conversation, question: Question) -> Said | None:
    """Amend a fact of the case where a message asks for it; None when it says something else."""
    if question.levels or question.decision or len(question.dates) > 1:
        return None
    for amend in (
        *(share_otherwise, _taken_out, _changed),
        *(_counted_otherwise, _worded_otherwise),
    ):
        said = amend(engine, question)
        if said is not None:
            engine.note_move("amend", question)
            return said
    return None


def _taken_out(engine: Conversation, question: Question) -> Said | None:
    """Take out the fact that a message names: by its words, its number or its place."""
    before = ""
    for sentence in _SENTENCE.split(question.message):
        found = None if sentence.rstrip().endswith("?") else _TAKE_OUT.search(sentence)
        if found is None:
            before = f"{before} {sentence}"
            continue
        what = found["what"].strip()
        last = _LAST.match(what)
        if last is not None:
            # "The last one" is the last change, which is taken back as such.
            number = whole(last["n"]) or 0
            return _without(engine, _facts(engine)[-number:]) if number > 1 else None
        what = _TAIL.sub("", _TAIL.sub("", what if _NAMED.search(what) else _WHY.sub("", what)))
        if _IT.match(_WHY.sub("", what)):
            return _without_named(engine, before) if _NAMED.search(before) else None
        meant = _NAMED.search(what) and not _ELSEWHERE.search(sentence)
        spoken = _only_spoken(engine, what) and not _ELSEWHERE.search(sentence)
        if is_on(engine.memory) and not (_PLAINLY.search(what) or spoken):
            # "Drop the first one" is said of the levels on trial.
            return None
        if not meant and spoken:
            return _without_named(engine, what)
        told = finding.stems(what) or _number(what)
        return _without_named(engine, what) if meant and told else None
    return None


def _only_spoken(engine: Conversation, what: str) -> bool:
    """Tell whether a fact told in conversation, and no other, has all the telling words."""
    named = finding.stems(what)
    near = [one for one in _facts(engine) if named and named <= finding.stems(one.text)]
    return len(near) == 1 and near[0].source == edits.SPOKEN


def _without_named(engine: Conversation, what: str) -> Said:
    facts = _facts(engine)
    if number := _number(what):
        return _without(engine, facts[number - 1 : number])
    cut = _WHY.sub("", what)
    said = finding.only_said(engine.memory.told, facts, cut)
    if said:
        engine.memory.told = [one for one in engine.memory.told if one not in said]
        lead = f"Taken back: “{escape(said[-1])}” was only said, and is in no case."
        return iter([Answer(lead=lead)])
    near = finding.about(facts, cut) or finding.about(facts, what)
    return _one(engine, near, cut, _without)


def _number(what: str) -> int | None:
    """Return the number of a fact: of "fact 3" or "the third fact"."""
    numbered = _NUMBERED.match(what.strip())
    return None if numbered is None else whole(numbered["n"] or numbered["nth"])


def _without(engine: Conversation, facts: Sequence[Fact]) -> Said:
    case = engine.case
    if case is None or not facts:
        yield _none_such(engine, "that")
        return
    if (refused := unchangeable(engine)) is not None:
        yield refused
        return
    left = tuple(one for one in case.facts if one not in facts)
    yield from engine.change(case.model_copy(update={"facts": left}))
    named = "; ".join(f"“{escape(one.text)}”" for one in facts)
    resting = _resting(case, facts)
    lead = f"Taken out: {named}. Your case has {counted(len(left), 'fact')} now."
    if resting:
        lead += f" What was answered on {resting} rests on it and still counts."
    keys = dict.fromkeys(str(one.factor) for one in facts if one.factor is not None)
    yield Answer(lead=f"{lead} Say *undo* to put it back.", factors=tuple(keys))


def _resting(case: Case, facts: Sequence[Fact]) -> str:
    texts = {one.text for one in facts}
    named = (f.aspect for f in case.findings if any(e.text in texts for e in f.evidence))
    return ", ".join(f"`{escape(one)}`" for one in named)


def _changed(engine: Conversation, question: Question) -> Said | None:
    """Change what a fact says: "change 90 days to 60", "the warehouse fact should say 60 days"."""
    text = question.message
    found = _CHANGE.search(text)
    if found is not None:
        return _replaced(engine, found["old"].strip(), found["new"].strip(), found["where"] or "")
    found = None if question.asks else _SHOULD.search(text)
    if found is not None:
        return _restated(engine, found["where"], found["new"].strip())
    found = _MAKE.search(text)
    if found is not None and not question.grades and _facts(engine):
        # "Make that 14 systems" is said of what was told last.
        last = _facts(engine)[-1]
        return _recounted(engine, last, found["new"])
    return None


def _replaced(engine: Conversation, old: str, new: str, where: str) -> Said | None:
    facts, (number, unit) = _facts(engine), finding.first_counted(old)
    value, counts = finding.first_counted(new)
    if number and value and len(old.split()) <= _WHOLE:
        near = finding.holding(facts, number, where or f"{old} {new}", least=0)
        if not near and not where:
            return None
        return _one(
            engine, near, old, lambda e, f: _recorded(e, f[0], number, value, unit or counts)
        )
    if not _NAMED.search(old):
        return None
    return _restated(engine, old, new)


def _restated(engine: Conversation, where: str, new: str) -> Said | None:
    """Give the fact that is named a new figure, or new words when a whole sentence is given."""
    near = finding.about(_facts(engine), where)
    if len(new.split()) > _WHOLE:
        return _one(engine, near, where, lambda e, f: _reworded(e, f[0], new))
    if not finding.first_counted(new)[0]:
        return None
    if len(near) != 1:
        return _one(engine, near, where, _without)
    made = _recounted(engine, near[0], new)
    return made or iter([_unclear(near[0])])


def _recounted(engine: Conversation, fact: Fact, new: str) -> Said | None:
    """Put a new count in the place of the one that a fact has of the same thing."""
    value, unit = finding.first_counted(new)
    if not value:
        return None
    stands = finding.counting(fact.text, unit) if unit else []
    if not stands and not unit:
        only, _ = finding.first_counted(fact.text)
        stands = [only] if only else []
    return _recorded(engine, fact, stands[0], value, unit) if stands else None


def _counted_otherwise(engine: Conversation, question: Question) -> Said | None:
    """Take "60 days, not 90" as said of the fact that states 90 days."""
    found = _NOT.search(question.message)
    if found is None or question.asks or question.grades or question.points:
        return None
    new, old = found["new"] or found["new2"], found["old"] or found["old2"]
    unit = found["unit"] or found["unit2"] or ""
    near = finding.holding(_facts(engine), old, question.message, least=1)
    if unit:
        near = [one for one in near if finding.places(one.text, old, unit)] or near
    if not near:
        return None
    return _one(engine, near, old, lambda e, f: _recorded(e, f[0], old, new, unit))


def _worded_otherwise(engine: Conversation, question: Question) -> Said | None:
    """Take "it's every month, not every week" as said of the fact that has these words."""
    found = None if question.asks else _WORDS_NOT.match(question.message)
    if found is None:
        return None
    old, new = found["old"].strip(), found["new"].strip()
    place = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])", re.IGNORECASE)
    near = [one for one in _facts(engine) if len(place.findall(one.text)) == 1]
    if not near:
        return None

    def reworded(talk: Conversation, facts: Sequence[Fact]) -> Said:
        text = place.sub(lambda _: new, facts[0].text)
        yield from with_text(talk, facts[0], text, f"Corrected: {escape(new)}, not {escape(old)}.")

    return _one(engine, near, old, reworded)


def _recorded(engine: Conversation, fact: Fact, old: str, new: str, unit: str) -> Said:
    text = finding.put_in_place(fact.text, old, new, unit)
    yield from with_text(engine, fact, text, f"Corrected: {new} in place of {old}.")


def _reworded(engine: Conversation, fact: Fact, text: str) -> Said:
    yield from with_text(engine, fact, capital(text), "Corrected.")


def with_text(engine: Conversation, fact: Fact, text: str, lead: str) -> Said:
    """Give a fact of the case other words, and show it."""
    case = engine.case
    assert case is not None  # noqa: S101 - the fact is one of its facts
    if (refused := unchangeable(engine)) is not None:
        yield refused
        return
    changed = fact.model_copy(update={"text": text})
    facts = tuple(changed if one is fact else one for one in case.facts)
    yield from engine.change(case.model_copy(update={"facts": facts}))
    factor = str(fact.factor) if fact.factor is not None else ""
    level = case.sought.get(factor, "")
    yield Answer(
        lead=f"{lead} The fact now reads: “{escape(text)}”. Say *undo* to take it back.",
        factors=(factor,) if factor else (),
        levels=(level,) if level else (),
    )


def _one(engine: Conversation, facts: Sequence[Fact], what: str, do: Doing) -> Said:
    """Do something with the one fact found; of none or several say so and change nothing."""
    if len(facts) == 1:
        return do(engine, facts)
    if not facts:
        return iter([_none_such(engine, what)])
    return iter(
        [
            Answer(
                lead="More than one fact answers to that, so nothing was changed. Say which by its "
                f"number, such as *remove fact {_facts(engine).index(facts[0]) + 1}*, or with more "
                "words.",
                kind="clarify",
                figures=_numbered(engine, facts),
                whose="The facts it can be",
            )
        ]
    )


def _numbered(engine: Conversation, facts: Sequence[Fact]) -> tuple[str, ...]:
    known = _facts(engine)
    return tuple(f"{known.index(one) + 1}: “{escape(one.text)}”" for one in facts[:_MOST_SHOWN])


def _none_such(engine: Conversation, what: str) -> Answer:
    facts = _facts(engine)
    if not facts:
        return Answer(lead="There are no facts in a case yet, so nothing was changed.")
    return Answer(
        lead=f"No fact of your case answers to “{escape(what.strip(' .'))}”, so nothing was "
        "changed. Say *show my facts* for what it holds, and *remove fact 2* to name one by its "
        "number.",
        kind="clarify",
        figures=_numbered(engine, finding.perhaps(facts, what)),
        whose="Near to it are",
    )


def _unclear(fact: Fact) -> Answer:
    return Answer(
        lead=f"That fact has no such figure: “{escape(fact.text)}”. Nothing was changed. Say what "
        "it should read as a whole sentence.",
        kind="clarify",
    )


def _facts(engine: Conversation) -> tuple[Fact, ...]:
    return engine.case.facts if engine.case is not None else ()
