"""Whether a series stands: cancelled, new, or for one agency only, by the Handbook's own lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import law, listed
from assistant.chat.answering.named.occupations.titles import series_named
from assistant.chat.model import Answer

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from core.standards.series import Series

_STANDS = re.compile(
    r"\b(?:abolish\w*|cancel\w*|exists?|still (?:valid|there|in use|a|used)|obsolete|discontinued|"
    r"retired|new (?:ones?|series)|(?:is|are|was|were) (?:\w+ ){0,5}new(?:ly)?|establish\w*|"
    r"since when|introduced|created|added|restricted|reserved|"
    r"sole|exclusiv\w+|only for|for .{1,40} only|who (?:can|may)|(?:which|what) agenc\w+|"
    r"(?:can|may) (?:we|i|our agency|any\w*|other agenc\w+) use)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:only|solely|sole|exclusive\w*|restricted|reserved|just) "
    r"(?:\w+ ){0,3}?(?:for|to|by|use)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(r"\b(?:which|what|any|is there|are there)\b.{0,20}\bseries\b", re.IGNORECASE)
_NEW = frozenset({"0017", "0089", "0306", "0308", "1109"})
"""White collar series that the Handbook's edition establishes (p. 7)."""
_HANDBOOK = "occupational-handbook"


def series_stands(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    """Return whether a series is cancelled, new or for one agency only; None when not asked."""
    from core.standards.series import all_series, standing

    text = question.message
    if question.decision or question.levels or question.points:
        return None
    named = series_named(question)
    if not named:
        if not (_ONLY.search(text) and _WHICH.search(text)):
            return None
        own = [one for one in all_series() if one.users and _names(one.users, text)]
        return _for_one(own) if own else None
    if not _STANDS.search(text):
        return None
    told = [said for one in named if (said := _how_it_stands(one, text))]
    if len(told) < len(named):
        return None
    stands = "" if named[0].status == "cancelled" else f" {standing(named[0].code)}"
    return Answer(
        lead=f"{' '.join(told)}{stands}",
        words=tuple(
            law(_HANDBOOK, one.page, f"{one.code}", f"The Handbook lists {one.code}, {one.title}.")
            for one in named[:2]
        ),
        next=(f"Ask *what is {named[0].code}?* for what it covers.",),
    )


def _how_it_stands(one: Series, text: str) -> str:
    """Return how a series stands in the list; empty when the list says nothing that is asked."""
    name = f"{one.code}, {one.title}"
    if one.status == "cancelled":
        return (
            f"**Yes, cancelled: the {one.source} cancels series {name}.** It gives as the reason "
            "that agencies hardly used it; positions in it go to the series that fits their work."
        )
    if one.status == "restricted":
        return f"**Only for {one.users}: series {name}, is for its sole use.**"
    if one.code in _NEW:
        return f"**Yes, new: the {one.source} establishes series {name}, after a study.**"
    if one.status == "added":
        return f"**Yes, added later: series {name}, stands in the {one.source} only.**"
    if re.search(r"\b(?:new|establish|since when|introduced|created|added)", text, re.IGNORECASE):
        return f"**Not new: series {name}, is not among those that the {one.source} establishes.**"
    if re.search(r"\b(?:agenc|anyone|anybody|restricted|reserved|sole)", text, re.IGNORECASE):
        return f"**Every agency may use series {name}.**"
    if re.search(r"\b(?:cancel|abolish|exist|valid|obsolete|discontinued)", text, re.IGNORECASE):
        return f"**It stands: series {name}, is listed and not cancelled.**"
    return ""


def _names(users: str, text: str) -> bool:
    """Return whether a message names the agency that a series is for, in full or in initials."""
    initials = "".join(w[0] for w in users.split() if w[0].isupper())
    return users.casefold() in text.casefold() or bool(
        len(initials) > 2 and re.search(rf"\b{initials}\b", text, re.IGNORECASE)
    )


def _for_one(own: list[Series]) -> Answer:
    names = listed([f"{one.code}, {one.title}" for one in own])
    return Answer(
        lead=f"**For {own[0].users} only: {names}.** Every other series any agency may use.",
        words=tuple(
            law(_HANDBOOK, one.page, one.code, f"{one.code}, {one.title}, is for its sole use.")
            for one in own[:2]
        ),
    )
