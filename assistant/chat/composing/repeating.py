"""What is said in the place of an answer that was given a moment ago, to another question.

Who asks something else is not helped by the whole of it once more, nor by being told that it was
just said: what else the message may mean is answered, or what is still missing is asked for.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.choosing import TRIED, Chosen
from assistant.chat.composing.confirming import KNOWN, concluded
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.spoken.concluding import conclusion
from assistant.chat.reading.turns.spoken.said import named_in, spoken, with_thing
from assistant.chat.reading.turns.together import EMPTY, is_sentence, without_lead_in
from index.language.late import pattern

if TYPE_CHECKING:
    import re

    from assistant.chat.answering.choosing import Chooser
    from assistant.chat.model import Answer, Context, Memory, Question

LONG = 90
"""Letters from which an answer is not given twice."""
SAYS_LITTLE = 60
"""Letters below which a first sentence alone says too little."""
MEANT, ASKED = 0.6, 0.55
"""Score from which another topic is meant instead, and likeness of its nearest way of asking."""
PLAINLY = 0.75
"""Likeness from which the answer that was just given is the one asked for: it is given again."""
RULED = 0.72
"""Likeness from which a statement of a rule answers instead."""
LIKE, CLEARLY, LONGEST, SAYS = 0.6, 0.85, 14, 2
"""Likeness and score from which a message with a thing in the place of "it" asks something, and
words beyond which it says for itself what it is about, and below which it says too little."""
LEANING = 7
"""Words up to which a message with such a word is about what was said last, whatever is like it."""
_LEANS: re.Pattern[str] = pattern(r"(?i)\b(?:that|it|this|those|these|they|then)\b")
_WORD: re.Pattern[str] = pattern(r"[a-z0-9']+")
_SENTENCE: re.Pattern[str] = pattern(r"(?<=[.!?])(?:\*\*)?\s+(?=[A-Z*])")
_DECIDES: re.Pattern[str] = pattern(
    r"(?i)\d|\b(?:two|three|four|six|ten|fifteen|half|quarter|any time|no time limit|never)\b"
)
"""What a sentence holds that decides: a figure, or that there is none."""
_WHEN: re.Pattern[str] = pattern(
    r"(?i)\b(?:when|(?:last|what|which) day|deadline|time limit|how (?:long|many days)|"
    r"too late|in time)\b"
)
_DAY: re.Pattern[str] = pattern(r"\b[A-Z][a-z]+ \d{1,2}, 20\d\d\b|\btwo years\b")
_YES_NO: re.Pattern[str] = pattern(r"\W*(?:Yes|No)\b")
_OTHERWISE = "If you mean something else, name it in a few words more."
READINGS = 3
"""How many questions are offered where nothing tells which of them is meant."""


def not_again(
    chosen: Chosen,
    question: Question,
    chooser: Chooser,
    context: Context,
    *,
    resolved: bool = False,
) -> Chosen:
    """Return what was chosen, or what the message may mean where that was the last answer.

    Args:
        chosen: The answer.
        question: The message.
        chooser: What finds another answer.
        context: What was said before.
        resolved: Whether the message was read by what was spoken of, so that nothing else is meant.
    """
    memory = context.memory
    if conclusion(question.message) and memory.answer is not None:
        # What is concluded from an answer is rightly met with it again.
        known = resolved or chosen.topic == memory.topic or chosen.near >= KNOWN
        said = concluded(chosen.answer, question.message, spoken(memory), known=known)
        return replace(chosen, answer=said)
    weak = chosen.topic in {"", "statement"}
    repeated = _repeated(chosen.answer, memory, question)
    if (weak or repeated) and not resolved:
        of_it = of_the_thing(question, chooser, context)
        if of_it is not None and not _repeated(of_it.answer, memory, question):
            return of_it
    if not repeated:
        return chosen
    leans = len(question.message.split()) <= LEANING and _LEANS.search(question.message)
    # Who asks again for a day that was counted, or for the limit spoken of, is told it again.
    lead = chosen.answer.lead
    told = _DAY.search(lead) or (resolved and "days" in lead)
    counted = bool(told and _WHEN.search(question.message))
    # Decisions asked for in other words are the same ones.
    listed = chosen.topic == "find-decisions"
    again = counted or (resolved and (listed or bool(_YES_NO.match(lead))))
    other = None if leans or again else _another(chosen.topic, question, chooser, context)
    if other is not None:
        return other
    named = set(_WORD.findall(question.message.lower())) - EMPTY
    # "And my wife?" may be asked of the same; "and the other one?" names nothing to tell that by.
    same = bool(named) and bool(leans or _YES_NO.match(lead))
    plainly = chosen.near >= PLAINLY and is_sentence(question)
    if again or resolved or same or plainly or _waits_for(chosen.answer):
        return replace(chosen, answer=_still_missing(chosen.answer))
    return replace(chosen, answer=_which(chosen, question, chooser, context))


def of_the_thing(question: Question, chooser: Chooser, context: Context) -> Chosen | None:
    """Return what answers a message with the thing spoken of in the place of "it"; None for none.

    "Does that one run out too?" asks clearly of pay retention, once that stands in its place.
    """
    exact = question.levels or question.factors or question.decision or question.dates
    if context.memory.question is None or exact or len(question.message.split()) > LONGEST:
        return None
    found = []
    for text in with_thing(without_lead_in(question.message), spoken(context.memory)):
        made = read(text, today=context.today)
        near = chooser.near(made, context, 1)
        same = bool(near) and near[0].topic.id == context.memory.topic
        if same and len(named_in(question.message)) < SAYS:
            # A word beside "it" says too little to be something else of the same.
            continue
        if near and near[0].near >= LIKE and near[0].score >= CLEARLY:
            found.append((near[0].near, near[0], made))
    if not found:
        return None
    _, match, made = max(found, key=lambda one: one[0])
    whole = replace(made, first_person=question.first_person or made.first_person)
    chosen = chooser.ask(match.topic.id, whole, context)
    return None if chosen is None else replace(chosen, question=whole, near=match.near)


def _repeated(answer: Answer, memory: Memory, question: Question) -> bool:
    """Tell whether all that an answer says was said by the last one.

    What the core has counted is told again as often as it is asked for.
    """
    before = memory.question
    asked = "" if before is None else before.message.lower()
    if answer.kind != "answer" or not memory.said or question.message.lower() == asked:
        return False
    if len(answer.lead) < LONG or answer.figures or answer.trial is not None:
        return False
    return _sentences(answer.lead) <= _sentences(memory.said[-1])


def _sentences(lead: str) -> set[str]:
    return {one.strip() for one in _SENTENCE.split(lead.replace("**", "")) if one.strip()}


def _another(topic: str, question: Question, chooser: Chooser, context: Context) -> Chosen | None:
    """Return what answers the message read by itself and has not been said."""
    said = context.memory.said
    for match in chooser.near(question, context, TRIED):
        if match.topic.id == topic or match.score < MEANT or match.near < ASKED:
            continue
        found = chooser.ask(match.topic.id, question, context)
        if found is not None and found.answer.kind == "answer" and found.answer.lead not in said:
            return replace(found, question=question, near=match.near)
    ruled = chooser.statement(question, RULED, context)
    return None if ruled is None or ruled.answer.lead in said else ruled


def _waits_for(answer: Answer) -> str:
    """Return the fact or the question that would decide; empty when an answer waits for none."""
    asks = [step for step in answer.next if step.endswith("?")]
    return next(iter([*answer.missing, *asks]), "")


def _still_missing(answer: Answer) -> Answer:
    """Return the gist of an answer behind what would have to be told for a closer one."""
    told, fact = gist(answer.lead), _waits_for(answer)
    if fact:
        asked = f": {fact}" if fact.endswith("?") else f" {fact}."
        told = f"**For more than this I need to know{asked}** {told}"
    return replace(answer, lead=told, also="", next=(_OTHERWISE,))


def _which(chosen: Chosen, question: Question, chooser: Chooser, context: Context) -> Answer:
    """Ask what is meant, and offer what is asked most like it after what was spoken of."""
    memory = context.memory
    vector = chooser.embedder.embed_query(without_lead_in(question.general))
    wholes = chooser.matcher.remarks.meant(vector, {chosen.topic, memory.topic})
    offered = tuple(f"Ask *{one}*" for one, _ in wholes[:READINGS])
    return replace(
        chosen.answer,
        lead="**I cannot tell what of that you mean, and would only say the same again.** "
        "Say what you ask about, in a few words more.",
        kind="clarify",
        words=(),
        more=(),
        also="",
        next=offered or (_OTHERWISE,),
    )


def gist(lead: str) -> str:
    """Return the first sentence of a lead, and the one with the figure that decides.

    A day, a number of days, a total or a grade is what an answer is asked for: it is never left
    out for brevity.
    """
    sentences = _SENTENCE.split(lead.strip())
    kept = sentences[:1]
    if len(kept[0]) < SAYS_LITTLE:
        kept = sentences[:2]
    if not any(_DECIDES.search(one) for one in kept):
        kept += [one for one in sentences[len(kept) :] if _DECIDES.search(one)][:1]
    whole = " ".join(kept)
    if whole.count("**") % 2 == 0:
        return whole
    return " ".join(one if one.count("**") % 2 == 0 else f"{one}**" for one in kept)
