"""Text a person can go on writing with: a paragraph on a factor, a summary to send, questions.

A draft sets what a level asks, in our words, beside the facts stated; what nobody has stated is
left in brackets. It credits nothing: the level written for is the one named, or the one the core
credits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assistant.chat.answering.kit import law, level_of, level_words, listed, standard_of
from assistant.chat.answering.named.occupations.analysis import SERIES, rungs
from assistant.chat.composing.weighing import fact_line
from assistant.chat.model import Answer, Words
from assistant.chat.reading.exact import read
from assistant.chat.reading.pulls import facts_on, pulls
from assistant.chat.reading.turns.values import factors_of
from assistant.text import duty_table, escape, margin_sentence, number
from core.errors import AppError
from core.fes.grading import evaluate_levels
from core.standards.table import PRIMARY_ID
from index.language.structure import FACTOR_NAMES

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event
    from core.model import Case
    from core.standards.criteria import Level
    from core.standards.model import Standard

    Said = Iterator[Event | Answer]

_AFTER_COLON: Final = re.compile(r"^[^:]{3,120}:\s*(?P<told>\w.{6,})$", re.DOTALL)
_NAMES: Final = {str(key): name for key, name in FACTOR_NAMES.items()}
_ASKED_OF: Final = {
    "1": "What must somebody know to do this, and for which task is it needed?",
    "2": "Who sets the assignments, and how much is said with them? What was sent back or changed "
    "in the last ones, and what does nobody read before it goes out?",
    "3": "Which manuals, policies and earlier cases are worked from? What was done the last time "
    "none of them fitted?",
    "4": "How do the cases differ from each other? In which one did the usual way fail, and what "
    "was done instead?",
    "5": "What is done with the finished work, and by whom? What would go wrong without it?",
    "6": "Who outside the own unit is dealt with, and in which setting?",
    "7": "What is wanted of them: facts passed on, work planned together, somebody unwilling won "
    "over?",
    "8": "What does the work ask of the body, how often, for how long?",
    "9": "Where is it done, which risks need precautions, and how regularly?",
}
_FIRST: Final = (
    "What is the job there for, in one sentence?",
    "Which duties take most of the time, with an example of each?",
)
_USUAL: Final = ("2", "3", "4", "5")
"""The factors on which what a description says is most often not enough."""
_MOST: Final = 2


@dataclass(frozen=True, slots=True)
class _Step:
    """A level as a draft needs it: its points, what it asks in our words, and where it stands."""

    level: str
    points: int
    asks: str
    words: Words


def draft(engine: Conversation, question: Question) -> Said:
    """Draft the paragraph of an evaluation on one factor from the facts that are stated."""
    named = question.levels[-1:] or ()
    factors = question.factors or factors_of(question.message) or engine.memory.factors
    if not factors:
        yield Answer(
            lead="For which factor? Say, for example, *draft the rationale for factor 3*. *Write "
            "the evaluation statement* writes the whole of it from a case.",
            kind="clarify",
        )
        return
    key = factors[0]
    told = _told_on(engine, question, key)
    level = named[0] if named else told[0] or _credited(engine, key)
    ladder = _ladder(engine, question, key)
    at = next((n for n, one in enumerate(ladder) if one.level == level), None)
    if at is None:
        choice = listed([one.level for one in ladder], "or") if ladder else "the level"
        yield Answer(
            lead=f"For which level of Factor {key}, {_NAMES.get(key, '')}: {choice}? Name it, with "
            "the facts of the work, and a paragraph is drafted.",
            kind="clarify",
            factors=(key,),
        )
        return
    here, above = ladder[at], ladder[at + 1] if at + 1 < len(ladder) else None
    yield Answer(
        lead="**A draft; what stands in brackets is for you to fill or to decide.**\n\n"
        + _paragraph(engine, key, here, above, told[1]),
        words=(here.words, *((above.words,) if above is not None else ())),
        next=(
            "*Write the evaluation statement* writes every factor of the case into a file."
            if engine.case is not None
            else "With a case open, its facts and findings on the factor go into the draft.",
        ),
        levels=(here.level,),
        factors=(key,),
    )


def _paragraph(
    engine: Conversation, key: str, here: _Step, above: _Step | None, told: list[str]
) -> str:
    head = f"**Factor {key}, {_NAMES.get(key, '')}: Level {here.level}, {here.points:,} points.**"
    text = f"{head} Level {here.level} asks, in our words: {_small(here.asks)}"
    if told:
        text += f" The work: {'; '.join(told)}."
    else:
        text += " The work: [no fact on this factor is stated; say what is done, with an example]."
    case = engine.case
    if case is not None and (found := _found(case, here.level)):
        text += f" {found}"
    credited = _credited(engine, key)
    if engine.standing is not None and credited == here.level:
        text += f" Level {here.level} is credited as the case stands."
    else:
        text += f" [Say which of these facts meets each part of Level {here.level}.]"
    against = _against(case, key) if case is not None and here.level > credited else []
    if against:
        text += f" [To be cleared up, since it speaks for less: {'; '.join(against)}.]"
    if above is not None:
        text += (
            f" Level {above.level} is not credited. It asks: {_small(above.asks)} [Say which part "
            "of it the work does not have.]"
        )
    return text


def _small(text: str) -> str:
    text = text.strip().rstrip(".")
    return f"{text[:1].lower()}{text[1:]}."


def _found(case: Case, level: str) -> str:
    names = {"met": "met", "exceeded": "exceeded", "not_met": "not met"}
    rows = [
        f"`{one.aspect}` is found {names[one.answer]}"
        + (f" ({escape(one.evidence[0].text)})" if one.evidence else "")
        for one in case.findings
        if one.aspect.startswith(f"{level}.") and one.answer in names
    ]
    return f"{'; '.join(rows)}." if rows else ""


def _against(case: Case, key: str) -> list[str]:
    """Return the facts on a factor whose words speak for less of it."""
    return [
        f"“{escape(fact.text.rstrip('.'))}”"
        for fact in facts_on(case, key)
        if any(pull.way == "down" for pull in pulls(fact))
    ]


def _credited(engine: Conversation, key: str) -> str:
    standing = engine.standing
    if standing is not None and key in standing.levels:
        return standing.levels[key]
    return engine.case.levels.get(key, "") if engine.case is not None else ""


def _told_on(engine: Conversation, question: Question, key: str) -> tuple[str, list[str]]:
    """Return the level and the facts told of a factor: in the message, before it, in the case."""
    level, told = "", []
    messages = [said for who, said in engine.history if who == "human"]
    for said in [question.message, *reversed(messages)]:
        found, one = _AFTER_COLON.match(said), read(said)
        if found is None or one.factors[:1] != (key,) or found["told"].rstrip().endswith("?"):
            continue
        level, told = next(iter(one.levels), ""), [escape(found["told"].strip().rstrip("."))]
        break
    stated = facts_on(engine.case, key) if engine.case is not None else []
    return level, [*told, *(fact_line(one).replace(". *(", " *(").rstrip(".") for one in stated)]


def _ladder(engine: Conversation, question: Question, key: str) -> list[_Step]:
    """Return the levels of a factor; staff analysis has those of its guide."""
    case = engine.case
    series = next(iter(question.series), "")
    if not series:
        series = _series_of(engine)
    general = case is None or case.standard in ("", PRIMARY_ID)
    if series in SERIES and (general or series in question.series) and (own := rungs(key)):
        return [_Step(one.level, one.points, one.about, one.words) for one in own]
    standard = standard_of(question, engine.context())
    factor = next((one for one in standard.factors if str(one.factor) == key), None)
    if factor is None:
        return []
    return [
        _Step(one.level, one.points or 0, one.summary, level_words(standard, one))
        for one in factor.levels
    ]


def _series_of(engine: Conversation) -> str:
    """Return the series of the case, else the one named last in the conversation."""
    if engine.case is not None:
        return engine.case.current.series
    for who, said in reversed(engine.history):
        if who == "human" and (series := read(said).series):
            return series[0]
    return ""


def brief(engine: Conversation, question: Question) -> Said:  # noqa: ARG001
    """Write a summary of the case that can be sent to somebody who helps."""
    case, evaluation = engine.case, engine.evaluation
    if case is None or engine.example:
        told = "".join(f"\n- “{escape(one)}”" for one in engine.memory.told)
        held = engine.memory.held
        if not told and held is None:
            yield Answer(
                lead="No case is open and nothing of your job is told yet, so there is nothing to "
                "sum up. Tell me your title, series and grade, what you do, and what happened.",
                kind="clarify",
            )
            return
        on = f" Position: {escape(held.label())}." if held is not None else ""
        yield Answer(
            lead=f"**A summary of what you told, to send on:**{on}{told}",
            next=("With a case open it has the levels, points and what is in dispute as well.",),
        )
        return
    asked = case.requested.label() if case.requested.grade or case.requested.series else ""
    rows = [
        f"Position: {escape(case.current.label())}"
        + (f", {escape(case.organization)}" if case.organization else ""),
        *((f"Asked for: {escape(asked)}",) if asked else ()),
    ]
    if evaluation is not None:
        rows.append(f"By the levels that stand: {evaluation.grade}. {margin_sentence(evaluation)}")
    rows += _in_dispute(engine, case)
    if (sum_ := _with_all(engine, case)) is not None:
        rows.append(sum_)
    if case.position_description.adequate is False:
        why = case.position_description.remarks
        said = f": {escape(why)}" if why else ""
        rows.append(f"The position description is called inadequate{said}")
    yield Answer(
        lead="**A summary to send; it has what the case states, and no judgment of its own.**\n\n"
        + "\n".join(f"- {row}" for row in rows),
        figures=(duty_table(case.duties),) if case.duties else (),
        whose="The duties with their shares of time",
        next=("*Save it* keeps the case in its file; *write the assessment* makes a paper of it.",),
    )


def _in_dispute(engine: Conversation, case: Case) -> list[str]:
    """Return a row for each level sought, with what the case states on its factor."""
    levels = engine.standing.levels if engine.standing is not None else case.levels
    rows = []
    for key, level in sorted(case.sought.items()):
        if levels.get(key) == level:
            continue
        facts = [fact_line(one) for one in facts_on(case, key)]
        stated = f" Stated: {'; '.join(facts)}" if facts else " No fact is stated on it yet."
        rows.append(
            f"Factor {key}, {_NAMES.get(key, '')}: Level {levels.get(key, 'none yet')} stands, "
            f"Level {level} is sought.{stated}"
        )
    return rows


def _with_all(engine: Conversation, case: Case) -> str | None:
    """Say what all levels sought would come to, by the core; None where nothing can be added up."""
    if engine.standing is None or not case.sought:
        return None
    try:
        found = evaluate_levels(
            case.standard,
            {**case.levels, **case.sought},
            case.as_of,
            series=case.current.series,
        )
    except AppError:
        # A level sought by another standard has no points in this one.
        return None
    return f"If every level sought were credited: {number(found.total)} points, {found.grade}"


def audit(engine: Conversation, question: Question) -> Said:
    """List what to ask at an audit: from the purpose of the job to what parts two levels."""
    keys = list(question.factors or factors_of(question.message))
    case = engine.case
    if not keys and case is not None and not engine.example:
        keys = [key for key, level in sorted(case.sought.items()) if case.levels.get(key) != level]
    rows = [] if question.factors else list(_FIRST)
    rows += [f"Factor {key}: {_ASKED_OF[key]}" for key in keys or _USUAL if key in _ASKED_OF]
    standard = standard_of(question, engine.context())
    open_ = [
        f"What decides {one.level}: {one.summary}"
        for key in keys[:_MOST]
        for one in [_next_step(engine, question, standard, key)]
        if one is not None
    ]
    if question.has("manager", "supervisor", "boss", "chief"):
        rows.append(
            "Is what the employee says right, and which work would you have done differently?"
        )
    yield Answer(
        lead="**Begin with what the job is for, go from the general to the particular, ask for "
        "finished examples, and lead nobody to an answer.** Open points are cleared up with the "
        "supervisor afterwards.",
        figures=tuple(f"- {one}" for one in [*rows, *open_]),
        whose="Questions to ask",
        words=(
            law(
                "classifier-handbook",
                "29",
                "begin by asking the employee to state",
                "A good opening question is what, in short, the job is for.",
            ),
            law(
                "classifier-handbook",
                "29",
                "Avoid using leading questions",
                "The auditor stays neutral and puts no words in anybody's mouth.",
            ),
        ),
        factors=tuple(keys[:1]),
    )


def _next_step(
    engine: Conversation, question: Question, standard: Standard, key: str
) -> Level | None:
    """Return the level that is in question on a factor: the one named or sought, else none."""
    named = next((one for one in question.levels if one.partition("-")[0] == key), "")
    sought = engine.case.sought.get(key, "") if engine.case is not None else ""
    found = level_of(standard, named or sought) if named or sought else None
    return None if found is None else found[1]
