"""Which occupation a search of decisions names: "management analysts asking for 3-4"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.chat.answering.named.decided.called import words_of
from index.language.late import pattern

if TYPE_CHECKING:
    from index.models import Decision

_NOUN: Final = (
    r"(?:analysts?|specialists?|engineers?|technicians?|nurses?|scientists?|chemists?|clerks?|"
    r"assistants?|accountants?|auditors?|inspectors?|examiners?|attorneys?|lawyers?|paralegals?|"
    r"biologists?|librarians?|agents?|guards?|economists?|statisticians?|physicists?|"
    r"psychologists?|pharmacists?|archivists?|historians?|secretar(?:y|ies)|rangers?|foresters?|"
    r"officers?|social workers?|investigators?|planners?|writers?|architects?)"
)
_NAMED: Final = pattern(rf"\b(?P<before>(?:[a-z&-]+ ){{0,3}})(?P<noun>{_NOUN})\b", re.IGNORECASE)
_NO_PART: Final = frozenset(
    [
        *("a", "an", "the", "any", "some", "other", "about", "on", "of", "for", "by", "with", "to"),
        *("where", "which", "when", "that", "who", "did", "does", "do", "was", "were", "is", "are"),
        *("decision", "decisions", "appeal", "appeals", "case", "cases", "find", "me", "show"),
        *("anything", "ever", "have", "has", "you", "and", "or", "in", "from", "one", "another"),
        *("my", "our", "his", "her", "their", "give", "list", "like", "opm", "what", "gs", "wg"),
    ]
)
"""Words before an occupation that are no part of its name."""


def occupation(text: str) -> str:
    """Return the occupation a message names, as written; empty when it names none."""
    found = _NAMED.search(text)
    if found is None:
        return ""
    before: list[str] = []
    for word in reversed(found["before"].split()):
        if word.lower() in _NO_PART:
            break
        before.insert(0, word)
    return " ".join([*before, found["noun"]])


def is_of(decision: Decision, called: str) -> bool:
    """Tell whether a decision's position, as held, asked for or decided, has all of a name."""
    wanted = set(words_of(called))
    titles = (one.title for one in (decision.current, decision.requested, decision.decided))
    return any(wanted <= set(words_of(title)) for title in titles if title)
