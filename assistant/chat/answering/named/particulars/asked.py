"""A single rule that a question asks for by what it is about, before the topic tells the whole.

Beside a rule of coverage, of a deputy or of a description stand many that are asked for by
themselves ("may there be two?", "how many days?"). The data say by which words each is known, what
answers, and the place of law that bears it; a rule without an answer of its own is a topic's.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.chat.answering.kit import guide_number, guide_rule, law, quoted_rule, rule
from assistant.chat.answering.procedure import number, track
from assistant.chat.model import Answer, Context, Question, Words
from assistant.chat.reading.exact import read
from assistant.chat.topics import known_topics
from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_HERE = Path(__file__).resolve().parent
_PIECE = re.compile(r"<([A-Z]+)>")
_NUMBER = re.compile(r"\{([a-z-]+)\}")
_MADE: dict[str, Callable[..., Words]] = {"guide": guide_rule, "rule": rule, "law": law}
_IN_DOCUMENT = 2
"""What names a rule of procedure and the document to quote it from."""
_YES_OR_NO = pattern(
    r"(?:^|[,.;:!?]\s*|\b(?:so|and|but)\s+)(?:does|do|did|is|are|am|was|can|could|may|might|must|"
    r"will|would|should|has|have)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Particular:
    """A rule, the words it is known by, and where it stands.

    ``system`` is whose procedure must apply, ``gs`` or ``fws``; empty where it does not matter. In
    ``lead`` a rule's code in braces stands for its number. ``undated`` keeps the rule from a
    question that tells days, which are counted elsewhere; ``told`` lets it answer what is told of
    one's own job and not asked. ``without_case`` leaves to the case that lies open what it knows.
    """

    topic: str
    system: str
    asks: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None
    undated: bool
    told: bool
    without_case: bool
    head: str
    lead: str
    bears: tuple[tuple[str, ...], ...]
    next: tuple[str, ...]

    def meant(self, message: str) -> bool:
        """Return whether a message asks for this rule."""
        return all(one.search(message) for one in self.asks) and not (
            self.unless is not None and self.unless.search(message)
        )

    def words(self) -> Iterator[Words]:
        """Yield the rules that bear the answer, the deciding one first."""
        for kind, *place in self.bears:
            # A document alone is quoted by the words that carry the rule's number.
            made = quoted_rule if kind == "rule" and len(place) == _IN_DOCUMENT else _MADE[kind]
            yield made(*place)

    def said(self, *, yes_or_no: bool) -> str:
        """Return the answer in plain words, begun by yes or no only where that is asked."""
        lead = _NUMBER.sub(lambda code: f"{_number(code[1]):g}", self.lead)
        if not (self.head and yes_or_no):
            return lead
        first = lead.removeprefix("**")
        # An abbreviation that begins the sentence stays as it is.
        first = first if first[1:2].isupper() else first[:1].lower() + first[1:]
        return f"**{self.head}: {first}"


def _number(code: str) -> float:
    """Return the number in a rule of the supervisory guide, of mixed positions or of procedure."""
    # What the core knows of these is read only where such a rule is told.
    from core.law.rules import mixed_rules
    from core.supervisory import load_guide

    if code in load_guide().rules:
        return guide_number(code)
    return mixed_rules()[code].number if code in mixed_rules() else number(code)


@cache
def particulars() -> tuple[Particular, ...]:
    """Return every rule: those of one procedure first, else in the order of the files."""
    found: list[Particular] = []
    for path in sorted(_HERE.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        last: dict[str, Any] = {}
        for row in data["rules"]:
            # "same" tells what the rule before it tells, to whoever asks otherwise.
            last = {**last, "unless": "", **row} if row.get("same") else row
            found.append(_one(last, data.get("system", ""), data.get("words", {})))
    # Whose procedure it is tells more than any word.
    return tuple(sorted(found, key=lambda one: not one.system))


def _one(row: dict[str, Any], system: str, words: Mapping[str, str]) -> Particular:
    def read(text: str) -> re.Pattern[str]:
        while _PIECE.search(text):
            text = _PIECE.sub(lambda piece: f"(?:{words[piece[1]]})", text)
        return pattern(text, re.IGNORECASE)

    unless = row.get("unless", "")
    return Particular(
        topic=row["topic"],
        system=row.get("system", system),
        asks=tuple(map(read, row["asks"])),
        unless=read(unless) if unless else None,
        undated=row.get("undated", False),
        told=row.get("told", False),
        without_case=row.get("without_case", False),
        head=row.get("head", ""),
        lead=row.get("lead", ""),
        bears=tuple(map(tuple, row.get("bears", ()))),
        next=tuple(row.get("next", ())),
    )


def particular(question: Question, context: Context) -> tuple[str, Answer] | None:
    """Return the answer by the one rule asked for, with its topic; None when none is.

    A decision or a level named is answered from its own words, and what is only told asks for few
    rules, and for those of the procedure of wage jobs.
    """
    if question.decision:
        return None
    message = question.message.replace("\u2019", "'")
    system = track(question, context)
    found = next(
        (
            one
            for one in particulars()
            if one.system in {"", system}
            and (question.asks or one.told or one.system == "fws")
            and not (one.system and question.levels)
            and not (one.undated and (question.dates or question.since))
            and not (one.without_case and context.case is not None)
            and one.meant(message)
        ),
        None,
    )
    if found is None:
        return None
    if not found.lead:
        topic = known_topics()[found.topic]
        answer = topic.answer(question, context)
        return None if answer is None else (found.topic, answer)
    lead = found.said(yes_or_no=bool(_YES_OR_NO.search(message)))
    return found.topic, Answer(lead=lead, words=tuple(found.words()), next=found.next)


def asked_whole(message: str, context: Context) -> Answer | None:
    """Return the answer by the one rule that a question of ours asks for, put in full words."""
    found = particular(read(message, today=context.today), context)
    return None if found is None else found[1]
