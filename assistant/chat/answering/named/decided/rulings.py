"""A decision asked of: which one is meant, and what our statements say of a matter in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.argue.selection import terms
from assistant.chat.answering.kit import documents
from assistant.chat.answering.named.decided.asked import of_others
from assistant.chat.answering.named.decided.called import words_of
from assistant.chat.model import Answer
from assistant.chat.reading.exact import read
from index.decisions.register.facts import entries, numbered
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.answering.statements import Statements
    from assistant.chat.model import Context, Question
    from index.models import DecisionClassification

RULING = "decision-ruling"
"""The topic that quotes a decision on a matter."""
SPEAKS, NO_REASON, NOTHING = (
    "in the words below",
    "gives no reason of its own",
    "says nothing of that in the words you use",
)
IN_ITS_WORDS = (SPEAKS, NO_REASON, NOTHING)
"""What stands in a lead where the sentences found are all there is to say."""
LEAST = 0.5
"""Likeness from which a statement of the decision asked of is about the matter."""
BOTH = 0.52
"""Likeness and shared words together from which it is as well."""
VERY, MUCH = 0.6, 0.72
"""Likeness, and the same with shared words, from which a statement answers before a topic that is
not of decisions."""
BESIDE = 0.9
"""Share of the nearest statement's score from which a second one is said with it."""
_OF_DECISION = ("case", "decision", "ruling", "ruled", "appellant", "appeal")
_FRAME = pattern(
    r"\bC-\d{4}-[\d-]+|\b(?:(?:in|of|by) )?(?:that|the) (?:\d{4} )?border patrol(?: \w+)? "
    r"(?:case|decision|appeal|ruling)\b|\bopm\b|\b(?:did|was|were|does) the appellant\b",
    re.IGNORECASE,
)
"""Words that say of which decision a question is, and nothing of its matter."""


_PERSON = pattern(
    r"\b(?:the|that|this) (?P<who>(?:[\w&]+ ){1,4}?)(?:guy|man|woman|lady|gal|fellow|dude|person|"
    r"employee|appellant|case|decision|ruling|appeal|specialist|one|(?=who\b))\b",
    re.IGNORECASE,
)
"""Somebody, or a decision, called by the work: "the 0080 guy", "the security specialist who"."""
_GOT = pattern(
    r"\b(?:did|didn't|was|wasn't|why|how come|what|does)\b.*\b(?:get|got|given|gave|give|"
    r"granted|grant|receive[d]?|earn(?:ed)?|w[io]n|lose|lost)\b",
    re.IGNORECASE,
)
"""Asks what somebody got, so that a level named is that person's."""
_BEGINNING = pattern(
    r"\b(?:decision |case |appeal |ruling |number |no\. )?(?:C-?)?(?P<begins>\d{4}-\d{2})(?!-?\d)"
    r"(?: (?:opm )?(?:decision|ruling|appeal|case)\b)",
    re.IGNORECASE,
)
"""A decision by the beginning of its number: "the 0080-11 decision"."""
_RULING = pattern(
    r"(?:opm|decid|decis|outcom|result|rule|ruling|seri|titl|grade|refus|reject|credit|win|won|lose|"
    r"lost|lower|rais|sustain|get|got|end|say|classif|appell|happen|point|tell|about|summar|total|"
    r"posit|come|appeal|level|gave|give|case|date|issu|dated|befor|after|agenc|have|with|what|"
    r"which|when|did|does|the|that|this|than|then|from|into|were|land|bottom|line|pleas|gist|out|"
    r"hop|walk|away|name|number|job|side|employee|conclusion|reach|went|tell|hold|held|pull|"
    r"paragraph|sentence|short|brief)"
)
_NUMBER = pattern(r"\bC-?\d[\d-]+", re.IGNORECASE)


def matters(question: Question) -> set[str]:
    """Return the words of a message that ask for more of a decision than its ruling."""
    own = set(_words_of_titles(question.decision))
    return {
        word
        for word in terms(_NUMBER.sub(" ", _FRAME.sub(" ", question.message)))
        if len(word) > 3 and not _RULING.match(word) and word not in own
    }


def _words_of_titles(number: str) -> list[str]:
    """Return the words of a decision's titles, by which people call it."""
    titles = [t for e in numbered(number) for t in (e.current.title, e.decided.title)]
    known = documents().get(number.lower())
    titles += known.called if known is not None else ()
    return [word for title in titles for word in (*words_of(title), *terms(title))]


def with_decision(question: Question, context: Context) -> Question:
    """Return a question with the number of the decision that it speaks of by other words."""
    if question.decision:
        return question
    # A level is argued from every decision that speaks of it, and one's own job is no decision.
    got = _GOT.search(question.message) is not None
    if (got or not question.levels) and of_others(question):
        spoken = [*_PERSON.finditer(question.message)]
        # Decisions are read only where somebody is spoken of.
        held = _of_hand(context) if spoken else {}
        for match in spoken:
            said = set(_called(match["who"]))
            found = [number for number, names in held.items() if said and said <= names]
            if len(found) == 1:
                return _numbered(question, match, found[0])
    if (begun := _begun(question)) is not None:
        return begun
    if question.has(*_OF_DECISION):
        for key, known in documents().items():
            if known.called and question.has(*known.called):
                return replace(question, decision=key.upper())
    return question


def _begun(question: Question) -> Question | None:
    """Return a question with a decision's whole number where only its beginning is told."""
    match = _BEGINNING.search(question.message)
    if match is None:
        return None
    begins = f"C-{match['begins']}-"
    numbers = {e.number for e in entries() if e.number.startswith(begins)}
    return _numbered(question, match, next(iter(numbers))) if len(numbers) == 1 else None


def _numbered(question: Question, match: re.Match[str], number: str) -> Question:
    """Return a question with a decision's number in the place of who it is about."""
    text = question.message
    end = match.end() - (len(match[0]) - len(match[0].rstrip()))
    now = read(f"{text[: match.start()]}{number}{text[end:]}")
    return replace(now, dates=question.dates, since=question.since, around=question.around)


def _called(text: str) -> list[str]:
    return [word for word in (*words_of(text), *re.findall(r"\d{4}", text)) if word]


def _of_hand(context: Context) -> dict[str, set[str]]:
    """Return the decisions at hand with the words people call them by: titles and series."""
    found: dict[str, set[str]] = {}
    for decision in context.library.decisions() if context.library is not None else ():
        if decision.decision_number:
            names = _names(decision.current) | _names(decision.decided)
            found.setdefault(decision.decision_number, set()).update(names)
    for key, known in documents().items():
        if known.called:
            names = found.setdefault(key.upper(), set())
            names.update(word for name in known.called for word in name.split())
            for entry in numbered(key):
                names |= _names(entry.current) | _names(entry.decided)
    return found


def _names(stated: DecisionClassification) -> set[str]:
    return {word for word in (*words_of(stated.title), stated.series) if word}


def told_of_decision(
    question: Question, known: Statements, vector: Callable[[str], list[float]]
) -> Answer | None:
    """Return our statement of what a decision says, where one is very near to the question."""
    key = question.decision.lower()
    if key not in documents() or not matters(question):
        return None
    plain = " ".join(_FRAME.sub(" ", question.message).split())
    near = known.nearest(replace(question, message=plain), vector(plain), source=key)
    if not near or near[0].likeness < VERY or near[0].score < MUCH:
        return None
    said = [one.said for one in near[:2] if one.score >= BESIDE * near[0].score]
    also = "".join(f" {one.text}" for one in said[1:])
    return Answer(
        lead=f"**{question.decision}: {said[0].text}**{also} *(our words for what it says)*",
        words=tuple(one.words() for one in said),
        next=(f"Ask *what did OPM decide in {question.decision}?* for the ruling itself.",),
    )


def said_of_ruling(
    answer: Answer, question: Question, known: Statements, vector: Callable[[str], list[float]]
) -> Answer:
    """Return what our statements say of a matter in a decision, before the words found for it."""
    key = question.decision.lower()
    if key not in documents() or not any(mark in answer.lead for mark in IN_ITS_WORDS):
        return answer
    plain = " ".join(_FRAME.sub(" ", question.message).split())
    near = known.nearest(replace(question, message=plain), vector(plain), source=key)
    if not near or (near[0].likeness < LEAST and near[0].score < BOTH):
        return answer
    said = [one.said for one in near[:2] if one.score >= BESIDE * near[0].score]
    also = "".join(f" {one.text}" for one in said[1:])
    return replace(
        answer,
        lead=f"**{question.decision}: {said[0].text}**{also} *(our words for what it says)*",
        words=(*(one.words() for one in said), *answer.words[:1]),
    )
