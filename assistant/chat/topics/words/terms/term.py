"""What a word of the field means: one sentence of ours, with the place that bears it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.text import capital

_FILE = Path(__file__).resolve().parent / "terms.toml"
_DEFINING = re.compile(
    r"\b(?:what(?:'s| is| are|s)|define|definition|meaning|mean[st]?|stands? for|explain|acronym|"
    r"abbreviat\w*|term|glossary|called|who is|in plain words|in plain english)\b",
    re.IGNORECASE,
)
_LEAST = 0.34
"""Share of a question's own words that the term must make up, else it is about something more."""
_AROUND = frozenset(
    word
    for line in (
        "what is are was and or a an the of in on to does do did mean means meant by for s define",
        "definition meaning explain stand stands please me tell about us i you term words word",
        "field it this that my and or can could would someone plain english acronym abbreviation",
        "called hr says they talk when how letter impact guide",
    )
    for word in line.split()
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its names, the first as it is shown, our sentence and where it stands.

    ``place`` is a rule of the core, or a source with its page and anchor; ``elsewhere`` is set
    where another topic explains the thing itself.
    """

    names: tuple[str, ...]
    says: str
    place: Mapping[str, str] = field(hash=False)
    elsewhere: bool

    @property
    def words(self) -> Words:
        """Our sentence with what bears it; the rules are read only for the term asked about."""
        ours = f"{self.names[0]}: {self.says}."
        if "rule" in self.place:
            return rule(self.place["rule"])
        if "source" in self.place:
            return law(self.place["source"], self.place["page"], self.place["anchor"], ours)
        return Words(ours=ours)


@cache
def terms() -> tuple[Term, ...]:
    """Return the terms of the field."""
    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))["terms"]
    return tuple(
        Term(tuple(row["names"]), row["says"], row, row.get("elsewhere", False)) for row in rows
    )


def _plain(text: str) -> str:
    return f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "


def named(message: str) -> tuple[Term, str] | None:
    """Return the term with the longest name that stands in a message, and that name."""
    text = _plain(message)
    best: tuple[Term, str] | None = None
    for term in terms():
        for name in term.names:
            plain = _plain(name)
            stands = plain in text or f"{plain.rstrip()}s " in text
            if stands and (best is None or len(plain) > len(best[1])):
                best = (term, plain)
    return best


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.has("glossary", "acronyms", "jargon", "words classifiers", "terms of the"):
        return _which()
    found = named(question.message)
    if found is None:
        return None
    term, name = found
    own = [word for word in _plain(question.message).split() if word not in _AROUND]
    said = name.split()
    # A bare term is asked about; more than the term, without a word of defining, is not.
    least = _LEAST if _DEFINING.search(question.message) else 1.0
    if own and len(said) / max(len(own), len(said)) < least:
        return None
    shown = term.names[0]
    also = [n for n in term.names[1:] if n.isupper() or n[:2].isupper()]
    title = f"{shown} ({also[0]})" if also else shown
    title = capital(title)
    lead = f"**{title}:** {term.says}."
    if term.words.citation is None:
        lead += " The documents here do not define it; the sentence is ours."
    return Answer(
        lead=lead,
        words=(term.words,) if term.words.citation is not None else (),
        next=("Ask for any other word of the field, such as *benchmark* or *base level*.",),
    )


_BARE = re.compile(
    r"^\W*(?:what(?:'s| is| are|s| does| do)|define|explain|meaning of|definition of)\s+"
    r"(?:an?\s+|the\s+)?(?P<term>[^?.;:]+?)(?:\s+mean(?:ing|s)?|\s+stand for)?\W*$",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether a question asks for nothing but a term that no other topic explains."""
    found = _BARE.search(question.message)
    known = None if found is None else named(found["term"])
    if found is None or known is None:
        return False
    plain = _plain(found["term"])
    if len(plain.split()) == 1 and not question.has("mean", "define", "definition"):
        # "What's the grade?" asks of a position.
        return False
    return not known[0].elsewhere and plain in {known[1], f"{known[1].rstrip()}s "}


def _which() -> Answer:
    names = [term.names[0] for term in terms()]
    return Answer(
        lead=f"**{len(names)} words of the field are explained here.** Ask *what is ...*.",
        more=(", ".join(sorted(names, key=str.lower)) + ".",),
        words=(terms()[0].words,),
        next=("Say *more* for the list.",),
    )


_OURS = [term for term in terms() if not term.elsewhere]

TOPIC = Topic(
    id="term",
    title="what a word of the field means",
    asks=(
        *(f"What is {term.names[0]}?" for term in _OURS),
        *(f"What does {name} mean?" for term in _OURS for name in term.names[:2]),
        *(f"define {term.names[0]}" for term in _OURS),
        *(name for term in _OURS for name in term.names if name.isupper()),
    ),
    answer=_answer,
    sure=_sure,
    cues=("what", "define", "explain", "meaning of", "definition of"),
    order=60,
)
