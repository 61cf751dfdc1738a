"""A place in the law that is asked for by its number: its own words, or that it is not here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.answering.kit import documents, not_held
from assistant.chat.model import Answer, Words
from assistant.text import escape
from index.models import Query
from index.regulations.citing import is_of, references, split

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from index.models import Passage
    from index.regulations.citing import Reference

MOST = 3
"""How many paragraphs of a section are quoted."""

_ANCHOR = 8
"""So many words tell the first sentence of a paragraph."""

_ASKING_WORDS = """
a about an and are can cite do does for i in is it law me mean means of paragraph part please
provide provides quote read regulation regulations rule say says section show state states statute
subsection tell text the this title to under us what words you
"""
_ASKING = frozenset(_ASKING_WORDS.split())
"""Words that ask for a text and say nothing of what it is to be about."""


def law_text(question: Question, context: Context) -> Answer | None:
    """Return the words of the place of law a question is about and nothing else; else None."""
    named = references(question.message)
    library = context.library
    if not named or library is None or not _only_the_text(question.message):
        return None
    places = [one.reference for one in named]
    hits = library.search(Query(query=question.message, kind="regulation", k=100))
    own = [h.passage for h in hits if any(is_of(h.passage, place) for place in places)]
    if not own:
        return _absent(question.message, context)
    first = own[0]
    # What stands below the paragraph named, as it is printed.
    path = split(first.citation)[1] if any(place.path for place in places) else ()
    within = [p for p in own if split(p.citation)[1][: len(path)] == path]
    own = sorted(within, key=lambda passage: (passage.document, passage.start))
    first = own[0]
    return Answer(
        lead=f"**{escape(first.citation)}** reads as below{_heading(first)}.",
        words=tuple(
            Words(
                ours="In the law's own words.",
                passage=one.id,
                anchor=" ".join(one.text.split()[:_ANCHOR]),
            )
            for one in own[:MOST]
        ),
        next=(f"See the whole with `fes search {_shell(places[0])} -k 20`.",),
    )


def _only_the_text(message: str) -> bool:
    said = message
    for one in reversed(references(message)):
        said = f"{said[: one.start]} {said[one.end :]}"
    words = (word.strip("'\".,:;") for word in said.casefold().replace("?", " ").split())
    return all(word in _ASKING or not word for word in words)


def _heading(passage: Passage) -> str:
    section = next((one for one in passage.heading if one.startswith("§")), "")
    return f" ({escape(section.rstrip('.'))})" if section else ""


def _shell(place: Reference) -> str:
    return f'"{place.text()}"'


def _absent(message: str, context: Context) -> Answer | None:
    """Say which part or chapter would hold it; None for those the program's own rules cite."""
    if context.library is None:
        return None
    for one in context.library.not_held(Query(query=message)):
        known = any(one.holder.casefold() in d.title.casefold() for d in documents().values())
        if not known:
            return not_held(f"{escape(one.what)} is not held here.", one.holder, one.get)
    return None
