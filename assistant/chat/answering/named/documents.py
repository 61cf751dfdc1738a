"""Which standard or guide a question names, and how it describes its levels.

A document that is read in but not imported has no levels as data: what it prints under the heading
of a level is found by the labels of its passages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.argue.selection import Sentence, statements, terms
from assistant.chat.answering.kit import as_known, documents, primary
from assistant.chat.model import Context, Question, Words
from index.language.document_names import document_named
from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.standards.model import Standard
    from index.models import Passage

IMPORTED = ("gssg", "gs-0200")
"""Standards with levels that come with the program and are known by their documents' names."""
_PAPER = pattern(
    r"\b(?:guides?|standards?|flysheet|family|jfs|gssg|aageg|[a-z]{2,4}geg|evaluation guide)\b",
    re.IGNORECASE,
)
_GROUP = pattern(r"\bgs-?\s?\d{2}00\b", re.IGNORECASE)
_NUMBER = pattern(r"(?<![\d,.-])(?:GS-?)?(\d{4})(?![\d.,]*\d)(?!\s*points)", re.IGNORECASE)
_POINTS = pattern(r"([\d,]{1,6})\s*points?\b", re.IGNORECASE)
_EXAMPLE = pattern(r"illustration|benchmark|appendix|example", re.IGNORECASE)
SHORTEST, LONGEST = 40, 480
"""Characters of a sentence that says something of a level and is still read."""


@dataclass(slots=True)
class Named:
    """The standard or guide a question names: as data, as a document held, or both."""

    title: str
    document: str = ""
    standard: Standard | None = None
    passages: list[Passage] = field(default_factory=list)

    def ladder(self, factor: str) -> list[str]:
        """Return the levels of a factor that are described, the lowest first."""
        if self.standard is not None:
            own = (f for f in self.standard.factors if str(f.factor).upper() == factor)
            return [level.level for f in own for level in f.levels]
        found = {p.level for p in self.passages if p.level and _describes(p, p.level)}
        return sorted(level for level in found if level.partition("-")[0] == factor)

    def described(self, level: str) -> list[Passage]:
        """Return the passages that describe a level, without its illustrations."""
        return [p for p in self.passages if p.level == level and _describes(p, level)]

    def points(self, level: str) -> int | None:
        """Return what a level is worth; None where its heading does not say."""
        if self.standard is not None:
            for factor in self.standard.factors:
                for one in factor.levels:
                    if one.level == level:
                        return one.points
        for passage in self.described(level):
            for heading in passage.heading:
                found = _POINTS.search(heading)
                if found and level in heading:
                    return int(found[1].replace(",", ""))
        return None

    def summary(self, level: str) -> str:
        """Return our words for a level; empty where only the document itself is held."""
        if self.standard is None:
            return ""
        own = (one for f in self.standard.factors for one in f.levels if one.level == level)
        return next((one.summary for one in own), "")

    def sentences(self, level: str) -> Iterator[tuple[Passage, Sentence]]:
        """Yield the whole sentences that describe a level."""
        for passage in self.described(level):
            for sentence in statements(passage.text):
                whole = sentence.text.rstrip().endswith((".", ";"))
                if whole and SHORTEST <= len(sentence.text) <= LONGEST:
                    yield passage, sentence

    def said(self, level: str, question: Question, against: str, most: int) -> list[Words]:
        """Return the sentences of a level that bear on a question or set it off from another.

        Args:
            level: The level whose words are wanted.
            question: What is asked; words it shares with a sentence count most.
            against: The level it is set off from; empty for none.
            most: How many sentences.
        """
        asked = set(terms(question.message)) - set(terms(self.title))
        other = {word for _, s in self.sentences(against) for word in terms(s.text)}
        weighed = []
        for place, (passage, sentence) in enumerate(self.sentences(level)):
            own = set(terms(sentence.text))
            new = len(own - other) / (len(own) or 1)
            shared = len(own & asked) / (len(asked) or 1)
            weighed.append((2 * shared + new + 0.3 * (place == 0), place, passage, sentence))
        best = sorted(sorted(weighed, key=lambda w: -w[0])[:most], key=lambda w: w[1])
        return [
            Words(ours=sentence.text, passage=passage.id, anchor=sentence.text)
            for _, _, passage, sentence in best
        ]


def named(question: Question, context: Context) -> Named | None:
    """Return the standard or guide that a question names; None when it names none with levels."""
    if not (_PAPER.search(question.message) or _GROUP.search(question.message)):
        return None
    held = context.library.documents() if context.library is not None else []
    titles = {d.id: d.title for d in held}
    found = document_named(question.message, titles)
    kinds = {d.id: d.kind for d in held}
    # A flysheet has no levels, so its words do not make a guide's name less telling.
    graded = {d.id: d.title for d in held if d.kind == "standard" and not _sheet(d.title)}
    found = found or document_named(question.message, graded)
    if _of_another(question.message, [titles[one] for one in found]):
        return None
    if found and not any(_lists(question.message, one, titles[one], context) for one in found):
        return None
    if len(found) == 1 and kinds[found[0]] == "standard":
        assert context.library is not None  # noqa: S101 - the document is in it
        title = titles[found[0]]
        passages = list(context.library.passages(document=found[0]))
        one = Named(title, found[0], _standard(_key(title), context), passages)
        return one if one.standard or any(p.level for p in passages) else None
    names = {key: documents()[key].title for key in IMPORTED}
    known = document_named(question.message, names)
    if _of_another(question.message, [names[key] for key in known]):
        return None
    if found or len(known) != 1:
        return None
    return Named(names[known[0]], standard=_standard(known[0], context))


def _of_another(message: str, titles: list[str]) -> bool:
    """Tell whether a message names a group or series by number that the documents are not of."""
    named = set(_NUMBER.findall(message))
    own = {number for title in titles for number in _NUMBER.findall(title)}
    return bool(named and own) and not any(
        one == other or (other.endswith("00") and one[:2] == other[:2])
        for one in named
        for other in own
    )


def _lists(message: str, document: str, title: str, context: Context) -> bool:
    """Tell whether a document may be of a series that a message names by number.

    One that lists the series it covers is of those alone, though its title names their group.
    """
    asked = set(_NUMBER.findall(message))
    if not asked or context.library is None or not asked.isdisjoint(_NUMBER.findall(title)):
        return True
    listed = {one for one in context.library.document(document).series if not one.endswith("00")}
    return not listed or not asked.isdisjoint(listed)


def factor_name(one: Named, factor: str, context: Context) -> str:
    """Return a factor as it is called: ``Factor 5, Scope and Effect``."""
    standard = one.standard or primary(context)
    for found in standard.factors:
        if str(found.factor).upper() == factor:
            return f"Factor {factor}, {found.name}"
    return f"Factor {factor}"


def _sheet(title: str) -> bool:
    return "flysheet" in title.casefold()


def _key(title: str) -> str:
    plain = title.casefold()
    return next((key for key in IMPORTED if any(m in plain for m in documents()[key].matches)), "")


def _standard(key: str, context: Context) -> Standard | None:
    from core.overview import supervisory_editions

    if not key:
        return None
    return supervisory_editions()[-1] if key == "gssg" else as_known(key, context)


def _describes(passage: Passage, level: str) -> bool:
    """Tell whether a passage stands under the heading of a level and is no illustration of it."""
    trail = passage.heading
    at = [
        n for n, heading in enumerate(trail) if re.search(rf"\b{level}\b", heading, re.IGNORECASE)
    ]
    if not at:
        return bool(trail) and trail[-1].casefold().startswith("level ")
    under = trail[at[-1] :]
    return not _EXAMPLE.search(" ".join(under)) and not trail[0].casefold().startswith("appendix")
