"""What a question takes for granted and is not so is corrected before it is answered.

"I know OPM can't lower my grade, so how do I file?" is answered on filing, and who reads only that
files unwarned. What is taken for granted stands in ``premises.toml``, with the rule against it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Question, Words
from index.language.late import pattern

_FILE: Final = Path(__file__).resolve().with_name("premises.toml")

_GRANTED: Final = pattern(
    r"\b(?:since|because|as|(?:given|considering|knowing|seeing)(?: that| as)?|now that|if they|"
    r"i (?:know|understand|realize|assume|gather|think|guess|missed|heard|read|was told)(?: that)?|"
    r"i(?:'ve| have) (?:heard|read|been told)(?: that)?|my|the|a|"
    r"(?:they|hr|people|everyone|everybody|someone|he|she)(?: \w+)? "
    r"(?:said|says?|told|tells?|knows?))\b",
    re.IGNORECASE,
)
"""How a clause begins that takes something for granted."""

_ASKED: Final = pattern(
    r"(?:[,.;!?]\s*(?:so|then|and|but|right\?|ok\?)?\s*|\bso,? |\bthen,? )"
    r"(?=(?:do|does|did|can|could|should|would|will|is|are|may|must|how|what|when|where|which|who|"
    r"whom|whose|why)\b)",
    re.IGNORECASE,
)
"""Where the question begins that rests on it."""


@dataclass(frozen=True, slots=True)
class Premise:
    """Something taken for granted: how it is said, what is so instead, and where that stands."""

    claims: re.Pattern[str]
    unless: re.Pattern[str] | None
    first: str
    words: Words
    said: frozenset[str]

    def taken(self, granted: str) -> bool:
        """Return whether a clause takes it for granted."""
        return bool(self.claims.search(granted)) and not (
            self.unless is not None and self.unless.search(granted)
        )


@cache
def known_premises() -> tuple[Premise, ...]:
    """Return what people take for granted and is not so, in the order in which it is looked for."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(_read(row) for row in data["premise"])


def _read(row: dict[str, Any]) -> Premise:
    first: str = row["first"]
    words = (
        rule(row["rule"])
        if "rule" in row
        else law(row["source"], row["page"], row["anchor"], first)
    )
    unless = row.get("unless")
    return Premise(
        claims=pattern("|".join(row["claims"]), re.IGNORECASE),
        unless=pattern(unless, re.IGNORECASE) if unless else None,
        first=first,
        words=words,
        said=frozenset(row["said"]),
    )


def corrected(answer: Answer, question: Question, topic: str) -> Answer:
    """Return the answer with what the question wrongly takes for granted corrected first."""
    granted = _granted(question.around or question.message)
    if not granted or answer.kind == "clarify":
        return answer
    for one in known_premises():
        if topic not in one.said and one.taken(granted):
            lead = f"**First: {one.first}** {answer.lead}"
            return replace(answer, lead=lead, words=(one.words, *answer.words))
    return answer


def _granted(message: str) -> str:
    """Return what stands before the question that rests on it; empty when there is no such."""
    text = message.replace("\u2019", "'")
    cut = _ASKED.search(text)
    if cut is None or not _GRANTED.match(text.lstrip(" \"'([")):
        return ""
    return text[: cut.start()]
