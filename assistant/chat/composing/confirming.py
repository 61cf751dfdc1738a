"""A conclusion drawn from what was said, to be confirmed: "so I keep my pay for two years then?".

A yes or a no comes from the topic that answers; what a conclusion denies is told apart there. Where
no topic says either, it is confirmed only in the very words of the answer, and otherwise the
sentence nearest to it is said again without a verdict: words alone do not tell more.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from assistant.chat.reading.turns.spoken.concluding import ASKS, DECLARES, conclusion
from assistant.chat.reading.turns.spoken.said import Said, Spoken, named_in, sentences
from assistant.text import capital

if TYPE_CHECKING:
    from assistant.chat.model import Answer

_DENIES: Final = re.compile(
    r"\b(?:not|no|never|none|nothing|neither|nor|without|cannot|nobody)\b|n't\b", re.IGNORECASE
)
_HEAD: Final = re.compile(r"^\W*\*\*(?P<word>No|Yes)(?P<mark>[:,]|\.\*\*)\s+")
LEAST, ECHO = 2, 4
"""Words that a phrase has which is only said again, to be confirmed; a conclusion has no fewer."""
KNOWN: Final = 0.6
"""Likeness of a way of asking from which an answer is on what a message says."""
SHARED: Final = 0.34
"""Share of a conclusion's words from which a sentence speaks of the same."""


def echoed(message: str, before: Spoken) -> Said | None:
    """Return the sentence whose words a message only says again, with a question mark."""
    phrase = re.sub(r"^\W*(?:(?:and|so|ok|but)\W+)*|\W+$", "", message)
    few = LEAST <= len(phrase.split()) <= ECHO
    if not message.rstrip().endswith("?") or not few or DECLARES.search(phrase):
        return None
    if ASKS.match(phrase) or len(named_in(phrase)) < LEAST:
        return None
    found = re.compile(rf"\b{re.escape(phrase)}\b", re.IGNORECASE)
    return next((one for one in before.last if found.search(one.text)), None)


def concluded(answer: Answer, message: str, before: Spoken, *, known: bool) -> Answer:
    """Return an answer that says of a conclusion whether it follows from what was said.

    Args:
        answer: What the message brings when it is asked.
        message: The message.
        before: What was said before it.
        known: Whether the answer is clearly on what the message says.
    """
    claim = conclusion(message)
    if not claim or answer.trial is not None:
        return answer
    if known and _HEAD.match(answer.lead):
        return replace(answer, lead=_of_denial(answer.lead, claim))
    said = (*(sentences(answer.lead) if known else ()), *before.said)
    share, one = nearest(claim, said)
    if one is None or share < SHARED:
        return answer
    # One word alone says nothing of what a sentence is about.
    same = (
        share == 1
        and len(named_in(claim)) >= LEAST
        and bool(_DENIES.search(claim)) == bool(_DENIES.search(one.text))
    )
    if known:
        verbatim = same and one in said[: len(said) - len(before.said)]
        return replace(answer, lead=f"**Yes.** {answer.lead}") if verbatim else answer
    return said_again(answer, one, "Yes: " if same and not one.conditional else "As said: ")


def _of_denial(lead: str, claim: str) -> str:
    """Return a lead without its yes or no, where the conclusion is a denial.

    After "so it doesn't count?" either word may be taken for the contrary; the rule is plain.
    """
    head = _HEAD.match(lead)
    if head is None or not _DENIES.search(claim):
        return lead
    rest = lead[head.end() :]
    bold = "" if head["mark"] == ".**" else "**"
    return f"{bold}{capital(rest)}"


def said_again(answer: Answer, one: Said, verdict: str) -> Answer:
    """Return a sentence said again, behind whether it bears what was concluded."""
    text = one.text if one.text[:2].isupper() else f"{one.text[:1].lower()}{one.text[1:]}"
    words = (one.rule,) if one.rule is not None else ()
    return replace(
        answer, kind="answer", lead=f"**{verdict}{text}**", words=words, also="", next=(), more=()
    )


def nearest(claim: str, said: tuple[Said, ...]) -> tuple[float, Said | None]:
    """Return the share of a claim's words that the sentence nearest to it says, and that one."""
    named = named_in(claim)
    if not named or not said:
        return 0.0, None
    shares = [len(named & named_in(one.text)) / len(named) for one in said]
    best = max(shares)
    return best, said[shares.index(best)]
