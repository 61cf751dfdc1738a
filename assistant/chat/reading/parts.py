"""Several questions in one message, and a question with the statement that explains it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SENTENCE = re.compile(
    r"(?<=[?!])\s+|(?<=[a-z0-9)%]\.)\s+(?=[A-Z]|(?:so |and |but )?(?:how|what|when|where|"
    r"who|why|which|can|do|does|did|is|are|am|should|may|must|will|would)\b)|\n+|;\s+(?=\w)"
)
_BEGINS = (
    r"(?:(?:how|what|what'?s|when|where|who|whom|whose|why|which|can|could|will|would|should|may|must)\b|"
    r"(?:do|does|did|is|are|was|were|am|has|have|had)\s+(?:i|we|you|he|she|it|they|this|that|these|"
    r"those|there|my|our|your|his|her|their|the|opm|hr|management|any\w*|some\w*|every\w*|both|"
    r"each|n[o']t)\b)"
)
"""How a question begins. What only goes on has no subject: "does the same and is a 13"."""
_JOINED = re.compile(
    rf",?\s+(?:and|also|and also|plus)\s+(?={_BEGINS}\s+\w+)",
    re.IGNORECASE,
)
"""Between questions of which each stands by itself. What "or" joins is one question: the answer is
one or the other."""
_LISTED = re.compile(
    r",\s+(?=(?:and\s+)?(?:how|what(?:'?s)?|where|who|why|which)\s+\w+\s+\w+)|"
    r",\s+(?=(?:and\s+)?(?:whats|what's)\s+\w+)",
    re.IGNORECASE,
)
"""Between questions put one after the other: "how many points is that, where does GS-9 start"."""
_LISTING = re.compile(r"^\W*(?:how|what|where|who|why|which)\b", re.IGNORECASE)
_ASKING = re.compile(
    rf"^\W*(?:(?:and|so|but|also|then|ok(?:ay)?|well|now|right)[\s,]+)*(?:{_BEGINS}|"
    r"(?:do|does|did|is|are|am|was|were|has|have|had)\s+\S+\s+\S+)",
    re.IGNORECASE,
)
_COMMAS = re.compile(r",\s+(?:and\s+|also\s+)*", re.IGNORECASE)
_WHOLE = re.compile(
    r"^\W*(?:(?:for|by|until|from|to|at)\s+)?"
    r"(?!(?:which|who|whose|where|when|how)\s+(?:is|are|was|were)\b(?!.*\bi\b))"
    rf"(?:(?:is|are) there|{_BEGINS}(?!\s+(?:my|the|an?|our|her|his) \w+\W*$))\s+\w+",
    re.IGNORECASE,
)
"""A row of questions between commas, each whole: "who decides", and not "can my union" nor a clause
such as "which is the last"."""
_LEAD_IN = re.compile(
    r"^\W*(?:(?:(?:ok(?:ay)?|so|well|right|now|and|but|hi|hello|please)\b[\s,]*)+|"
    r"(?:(?:a|just|i have|i've got|got) )*(?:\w+ )?(?:couple|few|two|three|four|2|3|4)"
    r"(?: (?:of|quick|short|more|other|simple))* (?:things|questions|points|ones)\s*[:,.-]+\s*)",
    re.IGNORECASE,
)
"""What stands before a row of questions and asks nothing: "ok so", "couple of things:"."""
_BETWEEN = re.compile(r"^(?:\w+(?:'s)? ){1,2}or (?:the )?\w+(?:'s)?\W*$", re.IGNORECASE)
"""Between whom the question before asks: "who has the last word, them or OPM"."""
_ROWS = 3
"""Questions between commas from which each is taken by itself."""
_REFERS = re.compile(r"\b(?:it|that|this|they|them|those|one|there|so|then)\b", re.IGNORECASE)
_EITHER = re.compile(
    r"^\W*(?:so |and |but |ok |now )*(?P<head>(?:should|shall|do|can|could|must|may|would|will) "
    r"(?:i|we|he|she|they|my \w+|the \w+) |(?:am i|are we) supposed to |"
    r"(?:is it|would it be) (?:better|best|wiser|smarter|easier|safer)(?: for me| for us)? to )"
    r"(?P<one>[^?.;]+?),? or (?:else )?(?:should i |do i |can i |rather |just |simply |better )?"
    r"(?P<other>[^?.;]+)\?*\s*$",
    re.IGNORECASE,
)
_THING = re.compile(r"^(?:an?|the|my|our|to|for|with|at|by|from)\b", re.IGNORECASE)
_TAIL = re.compile(
    r"^(?:not|so|whatever|what|anything|something|less|more|higher|later)\b", re.IGNORECASE
)
MOST = 4
"""Questions of one message that are answered; that there were more is told."""
SHORT = 10
"""Words up to which a question is read behind the statement before it."""
FEWEST = 3
"""A part of fewer words is no question of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a message: the words to compare, and all that bears on it.

    ``text`` is the question, behind the statement that explains it where it is short; ``whole``
    is the question with the statements around it, from which exact values are read. ``shown`` is
    the question as it was put.
    """

    text: str
    whole: str
    shown: str


def parts(message: str) -> list[Part]:
    """Return the questions of a message in order; a message of statements is one part."""
    sentences = [s.strip() for s in _SENTENCE.split(message) if s and s.strip()]
    asked, said = [], []
    for sentence in sentences:
        if _is_question(sentence):
            asked += _apart(sentence)
        else:
            said.append(sentence)
    if not asked:
        return [Part(message, message, message)]
    context = " ".join(said)
    if len(asked) == 1:
        # The statement before a short question is what the question is about.
        text = f"{context} {asked[0]}".strip() if _needs_context(asked[0], said) else asked[0]
        return [Part(text, message, asked[0])]
    found: list[Part] = []
    for text in asked:
        before = found[-1].whole if found and _REFERS.search(text) else ""
        told = f"{context} {text}" if _needs_context(text, said) else text
        found.append(Part(told, " ".join(p for p in (context, before, text) if p), text))
    return found


def alternatives(question: str) -> tuple[str, str] | None:
    """Return the two questions of "Should I appeal or go to the union?", or None.

    A second alternative that is only a thing takes the first one's verb.
    """
    found = _EITHER.search(question)
    if found is None or _TAIL.search(found["other"]):
        return None
    one, other = found["one"].strip(), found["other"].strip()
    if _THING.search(other):
        other = f"{one.split()[0]} {other}"
    elif not other.split()[0].isalpha():
        return None
    return f"{found['head']}{one}?", f"{found['head']}{other}?"


def _is_question(sentence: str) -> bool:
    return sentence.endswith("?") or bool(_ASKING.search(sentence))


def _apart(sentence: str) -> list[str]:
    rows = _in_a_row(sentence)
    if len(rows) >= _ROWS and all(map(_WHOLE.search, rows)):
        return [f"{p}?" for p in rows]
    listed = _LISTED.split(sentence) if _LISTING.search(sentence) else [sentence]
    pieces = [p.strip() for piece in listed for p in _JOINED.split(piece) if p and p.strip()]
    if len(pieces) > 1 and all(len(p.split()) >= FEWEST and _ASKING.search(p) for p in pieces):
        return [p if p.endswith("?") else f"{p}?" for p in pieces]
    return [sentence]


def _in_a_row(sentence: str) -> list[str]:
    """Return what stands between commas, and what "and" joins to it as a question."""
    rows: list[str] = []
    for piece in _COMMAS.split(_LEAD_IN.sub("", sentence, count=1)):
        if rows and _BETWEEN.search(piece):
            rows[-1] = f"{rows[-1]}, {piece.strip(' ?')}"
        else:
            rows += [part.strip(" ?") for part in _JOINED.split(piece) if part.strip(" ?")]
    return rows


def _needs_context(question: str, said: list[str]) -> bool:
    if not said or len(" ".join(said)) > 400:
        return False
    return len(question.split()) <= SHORT or bool(_REFERS.search(question))
