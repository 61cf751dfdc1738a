"""An evaluation quoted in the conversation: the levels it states, beside what its words read like.

"The evaluation says: ... Level 2-3 is assigned." is no description and tells nothing of the
reader's own authority. Each level stated is set beside the words under it, and never judged: a
level is credited where the facts bear its full intent, and a person decides that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from assistant.chat.answering.kit import level_of, level_words, listed, primary
from assistant.chat.model import Answer
from assistant.chat.moves.describing.suggesting import NEVER, levels_for
from assistant.text import counted, escape
from core.errors import AppError
from core.fes.grading import evaluate_levels
from core.model import Case, Fact

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question, Words
    from assistant.events import Event
    from assistant.suggest.model import FactorSuggestion
    from core.standards.model import Standard

    Said = Iterator[Event | Answer]

_ANNOUNCED: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|also|now|then|here(?:'s| is)?|this is|it's)\W+)*(?:"
    r"(?:(?:what|the|my|our|their|his|her|agency'?s?|hr'?s?|official|classifier'?s?)\s+)*"
    r"(?:evaluation|classification)(?: statement| report| memo\w*| rationale)?\b[^:\"\u201c]{0,30}"
    r"|(?:what )?(?:the |my )?(?:hr|they|agency|classifier|personnel(?: office)?)"
    r" (?:wrote|says?|said|writes?|stated|gave)\b[^:\"\u201c]{0,30}"
    r"|(?:on |for |under )?factor [1-9](?=\W{0,3}[\"\u201c]))",
    re.IGNORECASE,
)
"""How a message calls what it quotes an evaluation."""
_FACTOR: Final = re.compile(r"\bfactor\s+(?P<key>[1-9])(?![\dAB-])\W*", re.IGNORECASE)
_LEVEL: Final = re.compile(
    r"\(?\b(?:(?:factor |FLD )?level\s+)?(?P<level>(?P<key>[1-9])\s?[-\u2013]\s?[1-9A-D])\b"
    r"(?:\s*[,(:=]*\s*(?P<points>\d[\d,]*)\s*(?:points|pts)\)?)?"
    r"(?:\s+is\s+(?:assigned|credited|awarded|granted|given|met))?\)?[.;,]?",
    re.IGNORECASE,
)
_OF_SUPERVISORS: Final = re.compile(r"\b(?:gssg|supervisory guide)\b|\bfactor 4[AB]", re.IGNORECASE)
_FEWEST = 4
"""Words that a section must have beside its level to be read."""


@dataclass(frozen=True, slots=True)
class _Stated:
    """One factor of an evaluation: the level it states, the points, and the words under it."""

    key: str
    level: str
    points: int
    words: str


def evaluated(engine: Conversation, message: str, question: Question) -> Said | None:
    """Answer an evaluation that is quoted; None when the message quotes none."""
    announced = _ANNOUNCED.match(message)
    if announced is None or question.decision or _OF_SUPERVISORS.search(message):
        return None
    begins = message.lower().rfind("factor", 0, announced.end() + 1)
    text = message[announced.end() :] if begins < 0 else message[begins:]
    standard = primary(engine.context())
    stated = [one for one in _read(text) if level_of(standard, one.level) is not None]
    if not any(len(one.words.split()) >= _FEWEST for one in stated):
        return None
    facts = tuple(Fact(text=one.words, factor=int(one.key)) for one in stated if one.words)
    try:
        found = levels_for(engine, Case(facts=facts))
    except AppError as error:
        return iter([Answer(lead=escape(error.sentence()), kind="clarify")])
    reads = {str(one.factor): one for one in found.factors}
    told = replace(question, levels=tuple(one.level for one in stated), asks=True)
    engine.note("levels-total" if len(stated) > 1 else "level-meaning", told)
    if len(stated) == 1:
        return iter([_one(standard, stated[0], reads[stated[0].key])])
    return iter([_several(standard, stated, reads)])


def _read(text: str) -> list[_Stated]:
    """Return the factors of an evaluation with their levels, each once, as they stand."""
    heads = list(_FACTOR.finditer(text))
    if not heads:
        level = _LEVEL.search(text)
        return [] if level is None else [_section(level["key"], text)]
    ends = [*(head.start() for head in heads[1:]), len(text)]
    sections = [
        _section(head["key"], text[head.end() : end]) for head, end in zip(heads, ends, strict=True)
    ]
    return list({one.key: one for one in sections if one.level}.values())


def _section(key: str, text: str) -> _Stated:
    named = [one for one in _LEVEL.finditer(text) if one["key"] == key]
    if not named:
        return _Stated(key, "", 0, "")
    last = named[-1]
    points = int((last["points"] or "0").replace(",", ""))
    before = text[: text.rfind(last.group()) + len(last.group())]
    words = _LEVEL.sub(" ", before).strip(' "\u201c\u201d.,;:-\u2013')
    level = "".join(last["level"].split()).replace("\u2013", "-").upper()
    return _Stated(key, level, points, " ".join(words.split()))


def _reads(one: _Stated, found: FactorSuggestion) -> str:
    """Return the level that the words under one read most like; empty where it gives none."""
    return found.level if len(one.words.split()) >= _FEWEST else ""


def _one(standard: Standard, one: _Stated, found: FactorSuggestion) -> Answer:
    read = _reads(one, found)
    name = f"Factor {one.key}, {escape(found.name)}"
    lead = f"**It states Level {one.level} on {name}, and its words read most like Level {read}"
    lead += f", next likely {found.runner_up}.** " if found.runner_up else ".** "
    if read != one.level:
        lead += "Level and words do not agree: ask for the reason, in writing. "
    lead += _points(standard, [one])
    beside = [level for level in (one.level, read, found.runner_up or "") if level]
    return Answer(
        lead=f"{lead}{NEVER}",
        words=tuple(_words(standard, list(dict.fromkeys(beside)))),
        figures=tuple(f"- Open: {escape(text)}" for text in found.settles[:2]),
        whose="What would settle it",
        levels=(one.level,),
        factors=(one.key,),
        standard=standard.id,
        next=(f"Ask *what does Level {one.level} require?* to hold the work against it.",),
    )


def _words(standard: Standard, levels: list[str]) -> Iterator[Words]:
    for level in levels:
        held = level_of(standard, level)
        if held is not None:
            yield level_words(standard, held[1])


def _several(
    standard: Standard, stated: list[_Stated], reads: dict[str, FactorSuggestion]
) -> Answer:
    names = [str(factor.factor) for factor in standard.factors]
    missing = [name for name in names if name not in {one.key for one in stated}]
    lead = f"**That is an evaluation with {counted(len(stated), 'level')} stated"
    if missing:
        lead += f", and none on Factor {', '.join(missing)}: without them there is no total.** "
    else:
        total = evaluate_levels(standard.id, {one.key: one.level for one in stated})
        lead += (
            f"; by the core they come to {total.total:,} points, {total.grade}** (by the "
            "Primary Standard, which orients and does not classify alone). "
        )
    apart = [one for one in stated if _reads(one, reads[one.key]) not in {"", one.level}]
    if apart:
        told = [f"{_reads(one, reads[one.key])} rather than {one.level}" for one in apart]
        lead += f"Its own words read more like {listed(told)}. "
    bare = [one.key for one in stated if len(one.words.split()) < _FEWEST]
    if bare:
        lead += f"On Factor {', '.join(bare)} it gives a level and no reason for it. "
    lead += _points(standard, stated)
    rows = [
        f"| {one.key} {escape(reads[one.key].name)} | {one.level} | "
        f"{_reads(one, reads[one.key]) or 'no words'} |"
        for one in stated
    ]
    weak = apart[0].key if apart else stated[0].key
    return Answer(
        lead=f"{lead}{NEVER}",
        figures=("| Factor | Stated | Words read like |", "| --- | --- | --- |", *rows),
        whose="The levels stated beside the words given for them",
        levels=tuple(one.level for one in stated),
        standard=standard.id,
        next=(
            f"Ask *what does Level {_level(stated, weak)} require?* to hold the work against it.",
        ),
    )


def _level(stated: list[_Stated], key: str) -> str:
    return next(one.level for one in stated if one.key == key)


def _points(standard: Standard, stated: list[_Stated]) -> str:
    """Say which points stated are not those of the level; empty when all are."""
    said = []
    for one in stated:
        held = level_of(standard, one.level)
        if one.points and held is not None and held[1].points not in {None, 0, one.points}:
            said.append(f"Level {one.level} is worth {held[1].points:,} points, not {one.points:,}")
    return f"{'; '.join(said)}. " if said else ""
