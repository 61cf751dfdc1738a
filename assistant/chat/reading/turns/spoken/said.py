"""What the last answer was about and what it said, as the next turn may refer to it.

One model, made from the memory: whoever resolves "it", "so ...?" or "why two years?" looks here.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.standards.reading import load_standard
from index.language.late import pattern
from index.language.words import words

if TYPE_CHECKING:
    from assistant.chat.model import Memory, Words

_FILE: Final = Path(__file__).resolve().parents[2] / "data" / "things.toml"
_IT: Final = pattern(
    r"\b(?:(?:that|this) (?:one|thing)|those|these|they|them|it|that|this|"
    r"(?<!other )(?<!which )(?<!next )(?<!last )(?<!first )one)\b"
    r"(?! (?:of|level|grade|factor|way|much|many|long|if|person|guy|day|week|month|year)\b)",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"(?<=[.!?])(?:\*\*)?\s+(?=[A-Z*\"\u201c])")
_YES_NO: Final = re.compile(r"^\W*(?:yes|no|right)\b[:.,]*\s+", re.IGNORECASE)
_CONDITION: Final = re.compile(
    r"\b(?:if|unless|only|where|when|may|might|could|normally|usually|mostly|as a rule|depends?|"
    r"except|provided)\b",
    re.IGNORECASE,
)
_SAME: Final = {
    **dict.fromkeys(("two", "2"), "2"),
    **dict.fromkeys(words("kept keep retain retained"), "keep"),
    **dict.fromkeys(words("paid pay salary money"), "pay"),
}
"""Words that say the same thing in an answer and in what is made of it."""
_EMPTY: Final = frozenset(
    words(
        "so then mean means right correct yes no not never none nothing ok also too just can't "
        "really only still ever even all any some this it get gets got can may must doesn't don't "
        "isn't won't would i'm i'd it's more most here what which one ones say says said"
    )
)
GUIDE: Final = "gssg"
"""The guide for supervisors, which is no standard of a series and stands with the topics."""
_GENERAL: Final = _EMPTY | frozenset(
    words(
        "write send file go come do done put get letter form paper show ask need take give make "
        "tell long short time second third step first next last day days week where who whom how "
        "hurt help cost worth happen work start begin end run decide sign keep lose use need want "
        "rule fix change big small good bad hard better worse well much many often soon fast "
        "person people somebody anybody everybody her him them their his she he they ours mine "
        "mean call called known possible allowed enough even if about there then now still yet"
    )
)
"""Words that are said of anything."""
EARLIER: Final = 2
"""How many answers before the last one are looked through as well."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of an answer, and the rule whose sentence it is, if it is one's."""

    text: str
    rule: Words | None = None

    @property
    def conditional(self) -> bool:
        """Whether it holds on a condition only, or not always."""
        return bool(_CONDITION.search(self.text))


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was spoken of: what the last answer said, what those before it, and things named."""

    topic: str
    last: tuple[Said, ...]
    earlier: tuple[Said, ...]
    things: tuple[str, ...]

    @property
    def said(self) -> tuple[Said, ...]:
        """All sentences, the last answer's first."""
        return (*self.last, *self.earlier)


def spoken(memory: Memory) -> Spoken:
    """Return what the conversation stands at."""
    last, said = memory.answer, []
    if last is not None and last.kind == "answer":
        said = [*sentences(last.lead), *(Said(one.ours, one) for one in last.words if one.ours)]
    before = [one for lead in reversed(memory.said[:-1][-EARLIER:]) for one in sentences(lead)]
    return Spoken(memory.topic, tuple(said), tuple(before), _things(memory))


def sentences(text: str) -> list[Said]:
    """Return the sentences of an answer's text, without a yes or no at its head."""
    plain = [_YES_NO.sub("", one.replace("**", "").strip()) for one in _SENTENCE.split(text)]
    return [Said(one) for one in plain if one]


def named_in(text: str) -> frozenset[str]:
    """Return the words of a text that say something, as two texts are held against each other."""
    said = {_SAME.get(word, word) for word in words(text.replace("*", ""))}
    # "Why not the 7?" is asked of GS-7.
    said |= {word.rpartition("-")[2] for word in said if word.startswith(("gs-", "wg-"))}
    return frozenset(said) - _EMPTY


def _things(memory: Memory) -> tuple[str, ...]:
    """Return the names of what was spoken of, the most particular first."""
    named: list[str] = []
    question, last = memory.question, memory.answer
    if last is not None and last.levels:
        named.append(f"Level {last.levels[0]}")
    elif last is not None and last.factors:
        named.append(f"Factor {last.factors[0]}")
    if question is not None and question.decision:
        named.append(question.decision)
    if question is not None and question.standards and question.standards[0] != GUIDE:
        named.append(f"the {load_standard(question.standards[0]).title}")
    return tuple(dict.fromkeys((*named, *_known().get(memory.topic, ()))))


def names_nothing(message: str) -> bool:
    """Tell whether a message names no subject of its own: "where do I write?"."""
    return named_in(_IT.sub(" ", message)) <= _GENERAL


def family(before: Spoken) -> frozenset[str]:
    """Return the topics that are about one of the things spoken of."""
    known = _known()
    return frozenset(topic for topic, about in known.items() if set(about) & set(before.things))


def with_thing(message: str, before: Spoken, *, only: str = "") -> list[str]:
    """Return a message with each thing spoken of in the place of "it"; nothing without an "it"."""
    found = _IT.search(message)
    if found is None or not (only or named_in(_IT.sub(" ", message))):
        return []
    things = (only,) if only else before.things
    return [f"{message[: found.start()]}{thing}{message[found.end() :]}" for thing in things]


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Return the things that each topic is about."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))["things"]
    topics: dict[str, tuple[str, ...]] = {}
    for thing, about in data.items():
        for topic in about:
            topics[topic] = (*topics.get(topic, ()), thing)
    return topics
