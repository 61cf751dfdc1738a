"""A single rule that a question asks for by what it is about, before the topic tells the whole.

Beside a rule of coverage, of a deputy or of a description stand many that are asked for by
themselves ("may there be two?", "how many days?"). The data say by which words each is known, and
the place of law that bears it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.chat.answering.kit import guide_rule, law, rule
from assistant.chat.model import Answer, Context, Question, Words
from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = Path(__file__).resolve().parent
_YES_OR_NO = pattern(
    r"(?:^|[,.;:!?]\s*|\b(?:so|and|but)\s+)(?:does|do|did|is|are|can|may|must|will|would|could|"
    r"should|has|have)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Particular:
    """A rule, the words it is known by, and where it stands."""

    topic: str
    asks: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None
    head: str
    lead: str
    guide: tuple[tuple[str, str], ...]
    code: tuple[str, ...]
    law: tuple[tuple[str, str, str, str], ...]

    def meant(self, message: str) -> bool:
        """Return whether a message asks for this rule."""
        return all(one.search(message) for one in self.asks) and not (
            self.unless is not None and self.unless.search(message)
        )

    def words(self) -> Iterator[Words]:
        """Yield the rules that bear the answer, the deciding one first."""
        for code, anchor in self.guide:
            yield guide_rule(code, anchor)
        for source, page, anchor, ours in self.law:
            yield law(source, page, anchor, ours)
        for code in self.code:
            yield rule(code)


@cache
def particulars() -> tuple[Particular, ...]:
    """Return every rule of the files, in their order."""
    return tuple(
        _one(row)
        for path in sorted(_HERE.glob("*.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["rules"]
    )


def _one(row: dict[str, Any]) -> Particular:
    unless = row.get("unless", "")
    return Particular(
        topic=row["topic"],
        asks=tuple(pattern(text, re.IGNORECASE) for text in row["asks"]),
        unless=pattern(unless, re.IGNORECASE) if unless else None,
        head=row.get("head", ""),
        lead=row["lead"],
        guide=tuple((code, anchor) for code, anchor in row.get("guide", ())),
        code=tuple(row.get("code", ())),
        law=tuple((one[0], one[1], one[2], one[3]) for one in row.get("law", ())),
    )


def particular(question: Question, context: Context) -> tuple[str, Answer] | None:  # noqa: ARG001
    """Return the answer by the one rule asked for, with its topic; None when none is.

    A decision named is answered from its own paragraphs, and what is only told asks for no rule.
    """
    if question.decision or not question.asks:
        return None
    message = question.message.replace("\u2019", "'")
    found = next((one for one in particulars() if one.meant(message)), None)
    if found is None:
        return None
    lead = found.lead
    if found.head and _YES_OR_NO.search(message):
        first = lead.removeprefix("**")
        lead = f"**{found.head}: {first[:1].lower()}{first[1:]}"
    return found.topic, Answer(lead=lead, words=tuple(found.words()))
