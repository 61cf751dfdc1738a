"""What a description asks of whoever does the work, held against the duties that would need it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.language.sentences import ends
from index.language.words import words
from index.positions.review.findings import AdequacyFinding, finding
from index.positions.review.wording import sentence_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.positions.model import FactorSection, PositionDescription

_TRAITS: Final = re.compile(
    r"\b(?:patience|creativity|creative|tact(?:ful)?|enthusias\w+|positive attitude|dependab\w+|"
    r"integrity|initiative|flexib(?:le|ility)|good judgment|sense of humou?r|empath\w+)\b",
    re.IGNORECASE,
)
_LICENSED: Final = re.compile(
    r"\b(?:licen[cs]\w+|certif(?:ied|ication|icate)|bachelor\w*|master'?s degree|doctora\w+|"
    r"fluen(?:t|cy)|spanish|french|bilingual)\b",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(
    r"\b(?:must|requires?|required|mandatory|needs to)\b.{0,60}?\b(?:degree in|"
    r"fluent(?:ly)?(?: in)?|licen[cs]ed? (?:as an?|in)|certified (?:as an?|in))\s+(?P<one>\w+)|"
    r"\b(?:degree in|fluency in|certification in)\s+(?P<two>\w+)\b.{0,40}?"
    r"\b(?:required|mandatory)\b",
    re.IGNORECASE,
)
"""Schooling, a language or a licence that a sentence asks for, wherever it stands."""
_PLAIN: Final = frozenset(
    words(
        "knowledge ability skill skills of and the to in for with a an or applying apply methods "
        "practices principles theories concepts techniques professional thorough comprehensive "
        "mastery expert general practical working required work position level field area areas "
        "degree experience understanding federal government"
    )
)


def qualifications(position: PositionDescription) -> Iterator[AdequacyFinding]:
    """Yield what is asked of whoever does the work and shown by nothing that is done."""
    yield from _asked(position)
    one = next(
        (part for part in position.factors if part.factor == 1 and part.guide == "fes"), None
    )
    part: FactorSection | None = one
    text, place = (part.text, part.place) if part is not None else ("", "")
    section = position.section("qualifications")
    if not text and section is not None:
        text, place = section.text, section.place
    if not text.strip():
        return
    trait = _TRAITS.search(text) if part is not None else None
    if trait is not None:
        yield finding(
            "personal-traits",
            "note",
            f'"{trait.group()}" is a trait of a person, which Factor 1 does not credit.',
            quote=sentence_at(text, trait.start()),
            place=place,
        )
    rest = " ".join(
        [
            *(duty.text for duty in position.duties),
            *(other.text for other in position.factors if other.factor != 1),
        ]
    )
    told = set(words(rest))
    licensed = _LICENSED.search(text)
    if licensed is not None and position.form != "announcement":
        own = set(words(licensed.group()))
        if not own & told:
            yield finding(
                "qualifications-supported",
                "doubt",
                f'"{licensed.group()}" is required, and no duty shows what it is needed for.',
                quote=sentence_at(text, licensed.start()),
                place=place,
            )
    if position.form == "announcement":
        return
    for line in text.split("\n"):
        own = {word for word in words(line) if word.isalpha()} - _PLAIN
        if len(own) >= 2 and not own & told:
            yield finding(
                "qualifications-supported",
                "doubt",
                "Nothing in the duties or the other factors shows a need for this.",
                quote=sentence_at(line, 0),
                place=place,
            )


def _asked(position: PositionDescription) -> Iterator[AdequacyFinding]:
    """Yield what a sentence among other words asks for, and no other sentence speaks of."""
    if position.form == "announcement":
        return
    text, start = position.text, 0
    for end in [*ends(text), len(text)]:
        sentence = text[start:end]
        for match in _ASKED.finditer(sentence):
            own = set(words(match["one"] or match["two"]))
            if own and not own & set(words(text[:start] + text[end:])):
                yield finding(
                    "qualifications-supported",
                    "doubt",
                    f'"{match["one"] or match["two"]}" is asked for, and no duty shows what it is '
                    "needed for.",
                    quote=sentence.strip(),
                )
        start = end
