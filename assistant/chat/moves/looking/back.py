"""Moves that look back: more, shorter, why, what is known, where things stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import listed
from assistant.chat.answering.reckoning.arithmetic import tried
from assistant.chat.composing.repeating import gist
from assistant.chat.composing.weighing import fact_line
from assistant.chat.model import Answer
from assistant.chat.reading.exact import read
from assistant.events import ClaimVerified
from assistant.text import counted, duty_table, escape, margin_sentence, number
from index.language.late import pattern
from index.language.words import DECISION

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event
    from core.fes.crediting.ladder import Credited
    from core.model import Case

OF_DECISIONS = frozenset({"decisions-on-level", "decision-ruling", "decision-facts"})
"""Topics that answer from decisions: "why?" after them asks for a decision's reasons."""
_SENTENCE = pattern(r"(?<=[.!?])(?:\*\*)?\s+(?=[A-Z*])")

_THANKS = pattern(
    r"\b(?:thanks?|thx|great|ok(?:ay)?|bye|goodbye|cool|got it|perfect|alright|fine)\b",
    re.IGNORECASE,
)
"""What is said at the end of something, not at its beginning."""
_WHOLE = pattern(r"\bsum\b|\bsummar\w+|\brecap\b", re.IGNORECASE)
"""What asks for where the whole case stands, when one is open."""
HELP = """You can ask or say things like these, in your own words:

- **A level:** what does 4-5 require? why would Level 2-5 be refused? does my case meet it?
- **Figures:** what is my grade? what would change it? which points make GS-12?
- **Procedure:** should I appeal? how long do I have? what must an appeal contain?
- **A fact:** my supervisor signs every plan before it goes out. (It is offered, then *add it*.)
- **A criterion:** 2-5.review is not met because my drafts are corrected.
- **What you seek, or what stands:** I seek Level 4-5. The agency credited 3-3.
- **The conversation:** more, shorter, why, are you sure, what facts do you have, summarize,
  undo, undo everything, save, export, open a case, new case.

Only what you confirm changes the case. Every level, point and grade comes from the core."""


def more(engine: Conversation, question: Question) -> Iterator[Event | Answer]:  # noqa: ARG001
    """Say the rest of the last answer."""
    rest, engine.more = engine.more, []
    if not rest:
        yield _aside("That was all of it. Ask about anything in it, or type *help*.")
        return
    yield Answer(lead="\n\n".join(rest))
    claims, engine.more_claims = engine.more_claims, []
    for claim in claims:
        yield ClaimVerified(claim)


def _aside(lead: str) -> Answer:
    """Return an answer that is no new subject of the conversation."""
    return Answer(lead=lead)


def shorter(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Say the last answer in its first sentence."""
    last = engine.memory.answer
    if engine.evaluation is not None and _WHOLE.search(question.message):
        yield from summary(engine, question)
        return
    if last is None:
        yield _aside("There is nothing yet to say in other words. Ask me something.")
        return
    step = f" Next: {last.next[0]}" if last.next else ""
    yield Answer(lead=f"In short: {gist(last.lead)}{step}")


def why(engine: Conversation, question: Question) -> Iterator[Event | Answer]:  # noqa: ARG001
    """Say the reason for the last answer: the core's on a level, else the rule it rests on."""
    memory = engine.memory
    if memory.topic in OF_DECISIONS and (ruled := _ruled(engine)) is not None:
        yield ruled
        return
    if (summed := _summed(engine)) is not None:
        yield summed
        return
    credit = _credit(engine, memory.levels)
    if credit is not None:
        yield _reasoned(engine, credit, memory.levels[0])
        return
    last = memory.answer
    if last is None:
        yield _aside("Why what? Ask me something first.")
        return
    if last.words:
        yield Answer(
            lead=f"Because of this rule: {last.words[0].ours}",
            words=last.words,
            levels=last.levels,
            factors=last.factors,
        )
        return
    head = _SENTENCE.split(last.lead, maxsplit=1)
    reason = head[1] if len(head) > 1 else head[0]
    yield Answer(lead=f"Because: {reason}", levels=last.levels, factors=last.factors)


def _summed(engine: Conversation) -> Answer | None:
    """Return why levels on trial come to the grade they do; None when none were summed up last."""
    last, case = engine.memory.answer, engine.context()
    if last is None or not last.trial or case.standing is None:
        return None
    found = tried(case.opened, case.levels, last.trial)
    lead = f"**Because of the points:** {margin_sentence(found)}"
    return replace(last, lead=lead, also="", next=())


def _ruled(engine: Conversation) -> Answer | None:
    """Return why a decision ruled on the level spoken of as it did, as a topic on it says."""
    memory = engine.memory
    if not memory.levels or memory.question is None:
        return None
    level = memory.levels[0]
    named = DECISION.search(memory.answer.lead) if memory.answer is not None else None
    number = memory.question.decision or (named.group() if named is not None else "")
    text = f"Why was Level {level} refused{f' in {number}' if number else ''}?"
    asked = read(text, today=engine.today)
    found = engine.chooser.ask("level-argument", asked, engine.context())
    return None if found is None else found.answer


def _credit(engine: Conversation, levels: tuple[str, ...]) -> Credited | None:
    if engine.standing is None or not levels:
        return None
    factor = levels[0].rpartition("-")[0]
    return next((c for c in engine.standing.credits if str(c.factor) == factor), None)


def _reasoned(engine: Conversation, credit: Credited, level: str) -> Answer:
    facts = (
        [f for f in engine.case.facts if str(f.factor) == str(credit.factor)] if engine.case else []
    )
    lead = escape(credit.reason)
    if facts:
        lead += f" What is stated on it: {'; '.join(escape(f.text) for f in facts[:3])}"
    texts = {
        one.id: one.text
        for aspect in credit.open_questions[:1]
        for one in engine.aspects_of(aspect)
    }
    asked = tuple(
        f"Is `{aspect}` met, and what shows it? {escape(texts.get(aspect, ''))}".rstrip()
        for aspect in credit.open_questions[:2]
    )
    return Answer(
        lead=lead, next=asked, levels=(level,), factors=(str(credit.factor),), argue=(level,)
    )


def facts(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """List what is stated in the case, and what has been found."""
    case = engine.case
    if engine.evaluation is not None and question.has("do i hold", "do i have"):
        # What is held stands beside what the core computes.
        asked = read("What is my grade?", today=engine.today)
        yield engine.answer_to(asked, "my-grade")
        return
    kept = {" ".join(f.text.split()) for f in case.facts} if case is not None else set()
    told = [text for text in engine.memory.told if text.rstrip(" .") not in kept | {""}]
    told = [text for text in told if not any(text.rstrip(" .") in fact for fact in kept)]
    if case is None:
        if not told and engine.memory.held is None:
            yield _aside(
                "None yet: no case is open. State something about your job in your own words and "
                "say *add it*, and it begins one."
            )
            return
        yield _told(engine, told)
        return
    lines = [f"- On the cover: {_cover(case)}"] if case.current.grade or case.current.series else []
    lines += [f"- {fact_line(f)}" for f in case.facts]
    lines += [
        f"- `{f.aspect}` is found {f.answer.replace('_', ' ')}: {escape(f.evidence[0].text)}"
        if f.evidence
        else f"- `{f.aspect}` is found {f.answer.replace('_', ' ')}"
        for f in case.findings
    ]
    if case.levels:
        lines.append(f"- Levels of record: {listed(list(case.levels.values()))}")
    lines += [f"- Told here, not put into the case: *{escape(text)}*" for text in told]
    count = len(case.facts)
    head = f"{count} fact{'' if count == 1 else 's'}" if count else "No facts"
    whose = "the bundled example, which is fictional" if engine.example else escape(case.title)
    lead = f"**{head}** in {whose}; {len(case.findings)} criteria have an answer."
    rest = (duty_table(case.duties),) if case.duties else ()
    yield Answer(lead="\n\n".join([lead, "\n".join(lines)]) if lines else lead, more=rest)


def _cover(case: Case) -> str:
    asked = case.requested
    wanted = f"; asked for: {asked.label()}" if asked.grade or asked.series else ""
    return escape(f"{case.current.label()}{wanted}")


def _told(engine: Conversation, told: list[str]) -> Answer:
    """Return what was told in a conversation without a case, and offer to begin one with it."""
    memory = engine.memory
    said = [f"you hold {escape(memory.held.label())}"] if memory.held is not None else []
    said += [f"the work should be GS-{memory.wanted}"] if memory.wanted is not None else []
    cover = f" By it {listed(said)}." if said else ""
    lines = "\n".join(f"- “{escape(text)}”" for text in told)
    steps: tuple[str, ...] = ()
    if told and engine.recording:
        engine.offer_fact(read(". ".join(text.rstrip(" .") for text in told), today=engine.today))
        steps = ("Shall this begin a case of yours? Say *add it*, and *undo* takes it back.",)
    lead = f"**You have told me this; no case is open yet.**{cover}"
    return Answer(lead=f"{lead}\n\n{lines}" if lines else lead, next=steps)


def bears(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Say which factor the fact told last bears on, and what that factor measures."""
    kept = [fact.text for fact in engine.case.facts[-1:]] if engine.can_undo and engine.case else []
    offered = [engine.withdrawn.text] if engine.withdrawn and engine.withdrawn.text else []
    told = next(iter([*offered, *kept, *engine.memory.told[-1:]]), "")
    factor = engine.bearing(told) if told else None
    if factor is None:
        yield engine.answer_to(question)
        return
    asked = read(f"What does Factor {factor} measure?", today=engine.today)
    found = engine.chooser.ask("factor-meaning", asked, engine.context())
    measured = found.answer if found is not None else Answer(lead="")
    lead = f"“{escape(told)}” bears most on Factor {factor}. {measured.lead}"
    yield replace(measured, lead=lead.strip(), factors=(factor,))


def open_questions(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Name the criteria that have no answer yet and would decide a level."""
    credits_ = engine.standing.credits if engine.standing is not None else ()
    open_ones = [(c, aspect) for c in credits_ for aspect in c.open_questions]
    of_grade = question.has("grade", "score", "total", "points", "result")
    if engine.case is not None and (engine.standing is None or of_grade):
        # Levels come before criteria: without all of them there is no grade.
        found = engine.chooser.ask("my-grade", question, engine.context())
        if found is not None:
            yield found.answer
            return
    if not open_ones:
        yield _aside("No criterion is open: what is sought has an answer, or nothing is sought.")
        return
    named = listed([f"`{aspect}`" for _, aspect in open_ones[:6]])
    level = open_ones[0][1].partition(".")[0]
    asked = engine.ask_open(level)
    yield Answer(
        lead=f"Still open: {named}. Each waits for a finding with what shows it.",
        next=(asked,) if asked else (),
        levels=(level,),
    )


def summary(engine: Conversation, question: Question) -> Iterator[Event | Answer]:  # noqa: ARG001
    """Say where the case stands: held, computed, sought, and what is open."""
    case, evaluation = engine.case, engine.evaluation
    if case is None and (engine.memory.told or engine.memory.held is not None):
        yield _told(engine, engine.memory.told)
        return
    if case is None:
        yield _aside(
            "No case is open, so there is nothing to sum up yet. State something about your job, "
            "or open a case with `fes chat --case FILE`."
        )
        return
    if evaluation is None:
        yield Answer(lead=_without_levels(case))
        return
    held = case.current.grade
    lead = f"**The core computes {evaluation.grade} ({number(evaluation.total)} points).**"
    if held is not None:
        lead += f" You hold {case.current.pay_plan}-{held}."
    if case.requested.grade is not None:
        lead += f" You ask for {case.requested.pay_plan}-{case.requested.grade}."
    lead += f" {margin_sentence(evaluation)}"
    levels = {str(f.factor): f.level for f in evaluation.factors}
    sought = [level for factor, level in case.sought.items() if levels.get(factor) != level]
    figures = [f"Still in dispute: {listed([f'Level {s}' for s in sought])}."] if sought else []
    if case.position_description.adequate is False:
        figures.append("The position description is called inadequate: settle that first.")
    figures.append(
        f"Stated so far: {counted(len(case.facts), 'fact')}, "
        f"{counted(len(case.duties), 'duty', 'duties')}, "
        f"{counted(len(case.findings), 'finding')}."
    )
    yield Answer(
        lead=lead,
        figures=tuple(figures),
        next=("What would change the grade?", "Should I appeal?"),
        # Of several in dispute none is the one spoken of.
        levels=tuple(sought) if len(sought) == 1 else (),
    )


def _without_levels(case: Case) -> str:
    held = f" You hold {escape(case.current.label())}." if case.current.grade is not None else ""
    count = counted(len(case.facts), "stated fact")
    return (
        f"Your case has {count} and not every level yet: it has no score."
        f"{held} Name the level credited for each factor, such as *the agency credited 2-4*."
    )


def help_(engine: Conversation, question: Question) -> Iterator[Event | Answer]:  # noqa: ARG001
    """Say what can be asked."""
    yield Answer(lead=HELP)


def polite(engine: Conversation, question: Question) -> Iterator[Event | Answer]:  # noqa: ARG001
    """Answer a greeting or thanks in a sentence."""
    if _THANKS.search(question.message):
        yield _aside("You are welcome. Anything else?")
    else:
        yield _aside(
            "Hello. What would you like to know about your position's grade? For example: *what "
            "does Level 2-5 require?* Or type *help*."
        )
