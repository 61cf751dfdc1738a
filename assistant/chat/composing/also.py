"""What else is near a question, in one sentence after the lead.

A question often touches two things: a detail while an appeal is pending, pay after the two years
of grade retention. The topic meant most answers; the next topic, where it is meant too, adds its
first sentence, and so does the nearest of our statements of a rule, where neither has said it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.composing.layout import shortened
from assistant.chat.reading.exact import read
from assistant.chat.reading.weights import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.chat.answering.statements import Near
    from assistant.chat.model import Answer, Context, Match, Question, Words

ROOM = 680
"""Characters of lead and addition together, so that both are read at a glance."""
MOST = 260
"""Characters of the addition of a topic."""
MEANT, ASKED = 0.55, 0.55
"""Score from which a second topic is meant as well, and likeness of its nearest way of asking."""
NEAR = 0.8
"""Likeness in meaning from which a statement of a rule is about the very question."""
TOLD = 0.66
"""Share of an addition's words that the answer has already, from which it adds nothing."""
FEWEST, SHARED = 4, 2
"""Words a question must have, and share with a rule, for the rule to be about it."""
APART = frozenset({"flsa", "not-federal", "facts-by-side"})
"""Topics beside which the rules of a classification appeal would say the opposite, or of a fact
told another thing than it shows."""
NOT_BESIDE = {
    "work-above-grade": "lowered-now",
    "decision-particulars": "decision-ruling",
    "find-decisions": "fws-deadlines",
}
"""Topics beside which another is never meant, however alike their words are."""
SAME = 0.4
"""The same share for a rule that stands on a page which the answer quotes anyway."""
_YES = re.compile(r"\W*yes\b", re.IGNORECASE)
_NO = re.compile(r"\W*(?:no|not)\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:not|never|cannot|no|nobody|nothing)\b|n't\b", re.IGNORECASE)
_ALLOWS = re.compile(
    r"^(?!.*\b(?:not|never|cannot|no|only|unless|until|nobody)\b)(?!.*n't\b).*\b(?:may|can|"
    r"could)\b",
    re.IGNORECASE,
)
"""Allows something without a word that limits it."""
_BELOW = re.compile(r"\bwords below\b", re.IGNORECASE)
"""Points to words that are shown only where a topic answers itself."""


def with_also(
    answer: Answer,
    topic: str,
    question: Question,
    context: Context,
    topics: Sequence[Match],
    rules: Sequence[Near],
) -> Answer:
    """Return an answer with what else is near the question.

    Args:
        answer: The answer to the question.
        topic: The topic that gave it.
        question: The question as it was answered.
        context: What is known beside it.
        topics: The topics nearest the question, the nearest first.
        rules: Our statements nearest the question, the nearest first.
    """
    if answer.kind != "answer" or answer.also or topic in APART:
        return answer
    lines: list[str] = []
    for line in (
        _of_topic(answer.lead, topic, question, context, topics),
        _of_rule(answer, question, context, rules),
    ):
        told = " ".join([answer.lead, *(w.ours for w in answer.words[:1]), *lines])
        room = ROOM - len(answer.lead) - sum(map(len, lines))
        if line and len(line) <= room and _shared(line.rpartition(":* ")[2], told) < TOLD:
            lines.append(line)
    return replace(answer, also="\n\n".join(lines)) if lines else answer


def _opposed(lead: str, line: str) -> bool:
    """Tell whether one of two sentences says yes and the other no, whatever each speaks of.

    A reader takes the second for the answer to the same question.
    """
    yes, no = _YES.match(lead), _NO.match(lead)
    if _YES.match(line) or _NO.match(line):
        return bool((yes and _NO.match(line)) or (no and _YES.match(line)))
    return bool((yes and _DENIES.search(line)) or (no and _ALLOWS.match(line)))


def _of_topic(
    lead: str, topic: str, question: Question, context: Context, topics: Sequence[Match]
) -> str:
    other = next((m for m in topics if m.topic.id != topic), None)
    beside = other is not None and NOT_BESIDE.get(topic) != other.topic.id
    if other is None or not beside or other.score < MEANT or other.near < ASKED:
        return ""
    answer = other.topic.answer(question, context)
    if answer is None or answer.kind != "answer" or answer.lead in context.memory.said:
        return ""
    first, _ = shortened(answer.lead.partition("\n\n")[0], MOST)
    if _BELOW.search(first) or _opposed(lead, first):
        return ""
    return f"*On {other.topic.title}:* {first}" if len(first) <= MOST else ""


def _of_rule(
    answer: Answer,
    question: Question,
    context: Context,
    rules: Sequence[Near],
) -> str:
    says = set(terms(question.message))
    if not rules or rules[0].likeness < NEAR or len(says) < FEWEST:
        return ""
    said = rules[0].said
    if len(says & set(terms(" ".join((said.text, *said.says))))) < SHARED:
        return ""
    levels = read(said.text).levels
    if answer.levels and levels and set(levels).isdisjoint(answer.levels):
        return ""
    plan = (question.pay_plan or context.memory.pay_plan).startswith("W")
    if (plan or question.has("wage", "wg", "wl", "ws")) != ("wage" in said.text.lower()):
        # The rules of the General Schedule are not those of the Federal Wage System.
        return ""
    same = any(w.source == said.source and _page(w) == _page(said.words()) for w in answer.words)
    if same and _shared(said.text, answer.lead) >= SAME:
        return ""
    if _opposed(answer.lead, said.text):
        return ""
    return f"*A rule near to it, in our words:* {said.text}"


def _page(words: Words) -> str:
    return "" if words.citation is None else words.citation.page


def _shared(line: str, told: str) -> float:
    own = set(terms(line))
    return len(own & set(terms(told))) / (len(own) or 1)
