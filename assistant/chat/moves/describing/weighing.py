"""What is asked of a position description just pasted, or of a case that has no levels yet.

Its grade, the level of a factor, whether a level is met, what it leaves out: read as it stands, by
the suggester and the core. A suggestion is never a finding, and every answer says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from assistant.chat.answering.described import description_checked
from assistant.chat.answering.kit import law
from assistant.chat.model import Answer
from assistant.chat.moves.describing.suggesting import NEVER, levels_for
from assistant.suggest.model import GROUNDS
from assistant.text import escape, number
from core.errors import AppError
from core.standards.catalog import load_table

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event
    from assistant.suggest.model import FactorSuggestion, Suggestions
    from core.model import Case

    Said = Iterator[Event | Answer]

_IT = (
    r"(?:it|that|this|(?:my|the|this|our) (?:pd|position description|description|job|position|work"
    r"|one(?: i (?:just )?(?:pasted|sent))?))"
)
_POINTS_AT: Final = re.compile(
    r"\b(?:pasted|pd|position description|description|my job|the job|this job|my position|"
    r"this position|the position)\b",
    re.IGNORECASE,
)
_GRADE: Final = re.compile(
    rf"\b(?:what|which) grade\b.{{0,24}}\b(?:is|does|would|could|should|comes?|be|makes?|gets?)\b|"
    rf"\bgrade (?:is|does|would|could|should) {_IT}\b|\bhow many points\b.{{0,20}}\b{_IT}\b|"
    rf"\b(?:can|could|would|is|does|should|will) {_IT}\b.{{0,24}}\b(?:an? |the |gs-?)+\d{{1,2}}\b|"
    rf"\b(?:what|where) (?:does|would|could|do you think) {_IT} "
    r"(?:come out|come to|grade|score|land|end up)\b|"
    rf"\b(?:grade|score|rate|evaluate|classify) {_IT}\b|^\W*(?:and |so )*(?:what|which) grade\W*$|"
    r"\bsuggest(?:s|ed)?\b.{0,20}\blevels?\b|\blevels? (?:do|would|can|could) you suggest\b",
    re.IGNORECASE,
)
_LEVEL_OF: Final = re.compile(
    r"\b(?:which|what) (?:level|sentences?|words?|lines?)\b|\bmeets?\b|"
    r"\blevel (?:of|on|for|in|is)\b|"
    r"^\W*(?:(?:and|so|what about|how about|then|ok)\W+)*(?:(?:the )?factor \d|[a-z ]{5,40})\W*$",
    re.IGNORECASE,
)
_ENOUGH: Final = re.compile(
    r"\b(?:meets?|met|enough|reach(?:es)?|get|gets|be|deserve|support\w*)\b|"
    r"^\W*(?:(?:and|so|what about|how about|is (?:it|that|this)|then|ok|level)\W+)*"
    r"(?:level )?\d-\w\W*$",
    re.IGNORECASE,
)
_MISSING: Final = re.compile(
    r"\bwhat(?:'s| is| does| else| do(?:es)? it)?\b.{0,24}\b(?:missing|lack\w*|not say|leave out|"
    r"leaves out|left out|incomplete)\b",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"\b(?:appeal|deadline|keep|kept|retain\w*|retention|lower\w*|downgrad\w*|demot\w*|pay|paid|"
    r"requires?|means?|describes?|says|qualif\w+ for|decision|opm|promot\w*|audit|what if|"
    r"suppose)\b",
    re.IGNORECASE,
)
_SURENESS: Final = re.compile(
    r"\bhow (?:sure|certain|confident|safe|solid|likely)\b|"
    r"\b(?:sure|certain|confident) (?:of|about|on)\b",
    re.IGNORECASE,
)
_LEAST: Final = re.compile(
    r"\b(?:weak\w*|shak\w*|least (?:sure|certain|safe|solid|likely|confident)|most (?:doubtful|"
    r"uncertain)|doubtful|wobbl\w*|unsure)\b",
    re.IGNORECASE,
)
_OURS: Final = frozenset({"description", "weigh", "suggest", "accept"})
_MOST: Final = 2
_KEEP = "Shall it be a new case of yours? Say *yes*, and *undo* takes it back."


def weighs(engine: Conversation, question: Question, *, beside: bool = False) -> Said | None:
    """Answer what is asked of a description; None when a message asks something else.

    ``beside``: whether it is asked in the message that holds the description.
    """
    case = engine.pasted
    if case is None and engine.evaluation is None:
        case = engine.case
    text = question.message
    recent = beside or (engine.moved is not None and engine.moved[0] in _OURS)
    if case is None or not (case.duties or case.facts) or question.decision or question.dates:
        return None
    if _OTHER.search(text) or not (recent or _POINTS_AT.search(text)):
        return None
    made = _asked(engine, case, question) or _surely(engine, case, question, recent=recent)
    if made is None:
        return None
    if case is engine.pasted and engine.offer is None and engine.withdrawn is not None:
        # What was offered stays offered beside the answers about it.
        engine.offer, engine.withdrawn = engine.withdrawn, None
    engine.note_move("weigh", question)
    return iter([made])


def _asked(engine: Conversation, case: Case, question: Question) -> Answer | None:
    text = question.message
    if _MISSING.search(text):
        return _missing(engine, case)
    factors = question.factors
    if len(question.levels) > 1 or len(factors) > 1:
        return None
    if factors and not _LEVEL_OF.search(text) and not (question.levels and _ENOUGH.search(text)):
        return None
    if not factors and (question.levels or not _GRADE.search(text)):
        return None
    if factors and case.levels.get(factors[0]):
        return None
    try:
        found = levels_for(engine, case)
    except AppError as error:
        return Answer(lead=escape(error.sentence()), kind="clarify")
    if not factors:
        return _graded(engine, case, found, question)
    one = found.factor(int(factors[0]))
    return None if one is None else _level(engine, case, found, one, question)


def sureness(engine: Conversation, question: Question) -> Said | None:
    """Answer how sure the levels just suggested are, also where they were accepted."""
    recent = engine.moved is not None and engine.moved[0] in _OURS
    if engine.case is None or not recent:
        return None
    made = _surely(engine, engine.case, question, recent=recent)
    if made is None:
        return None
    engine.note_move("weigh", question)
    return iter([made])


def _surely(engine: Conversation, case: Case, question: Question, *, recent: bool) -> Answer | None:
    """Say how sure a level suggested is, or which is the least sure."""
    text = question.message
    least = _LEAST.search(text)
    if not recent or question.decision or not (least or _SURENESS.search(text)):
        return None
    if len(question.factors) > 1 or not (case.duties or case.facts):
        return None
    try:
        found = levels_for(engine, case)
    except AppError as error:
        return Answer(lead=escape(error.sentence()), kind="clarify")
    named = question.factors[0] if question.factors else ""
    one = next((f for f in found.factors if str(f.factor) == named), None)
    doubtful = sorted(found.factors, key=lambda f: f.confidence)[:3]
    if one is None and not least:
        rows = "; ".join(f"Factor {f.factor} {f.confidence:.0%}" for f in doubtful)
        sure = f", {found.grade} {found.confidence:.0%}" if found.grade else ""
        return Answer(
            lead=f"**As often as levels suggested with as much ground are right{sure}.** "
            f"Least sure: {rows}. {NEVER}",
            factors=(str(doubtful[0].factor),),
            next=(f"Ask *which level of factor {doubtful[0].factor} does it meet?*",),
        )
    one = one or doubtful[0]
    other = f"; next likely is {one.runner_up}" if one.runner_up else ""
    settles = next(iter(one.settles), "")
    head = f"Factor {one.factor}, {escape(one.name)}"
    return Answer(
        lead=f"**{'Least sure is ' if not named else ''}{head}: Level {one.level}, "
        f"{one.confidence:.0%} sure{other}.** It rests on {GROUNDS[one.ground]}."
        + (f" What would settle it: {escape(settles)}" if settles else ""),
        levels=(one.level,),
        factors=(str(one.factor),),
        standard=found.standard,
        next=(f"Ask *which level of factor {one.factor} does it meet?* for what pulls each way.",),
    )


def _graded(engine: Conversation, case: Case, found: Suggestions, question: Question) -> Answer:
    """Say what the description comes out near, and what that rests on."""
    if found.grade is None or found.total is None:
        return Answer(lead=f"**No grade follows from it by {escape(found.title)}.** {NEVER}")
    near = f"near {found.grade} ({number(found.total)} points)"
    silent = [one for one in found.factors if one.ground != "section"]
    if len(silent) * 2 > len(found.factors):
        named = ", ".join(str(one.factor) for one in silent)
        on = "any factor" if len(silent) == len(found.factors) else f"Factor {named}"
        lead = (
            f"**No grade can be read from it: it has no words of its own on {on}.** Its duties and "
            f"the pattern usual for such work come out {near}; that is a suggestion, and no grade. "
        )
    else:
        lead = (
            f"**By its words it comes out {near}. That is a suggestion, and no grade:** no level "
            "is earned by wording, but by the work. "
        )
    lead += _to_reach(case, found, question)
    return Answer(
        lead=lead.strip(),
        words=(
            law(
                "classifier-handbook",
                "20",
                "rely heavily on adjectives and adverbs",
                "Adjectives do not make work difficult.",
            ),
        ),
        figures=(
            "| Factor | Level | Next | Sure |",
            "| --- | --- | --- | --- |",
            *(
                f"| {one.factor} {escape(one.name)} | {one.level} | {one.runner_up or ''} | "
                f"{one.confidence:.0%} |"
                for one in found.factors
            ),
        ),
        whose=f"Suggested by {escape(found.title)}",
        next=(
            "Ask *which level of factor 2 does it meet?* for what pulls each way.",
            *_keep(engine, case),
        ),
    )


def _to_reach(case: Case, found: Suggestions, question: Question) -> str:
    """Say how far the grade named lies from the total suggested; empty when none is named."""
    assert found.total is not None  # noqa: S101 - only asked of a total
    rows = load_table(found.standard, case.as_of).conversion
    row = next((one for one in rows if question.grades and one.grade == question.grades[-1]), None)
    if row is None:
        return ""
    named = f"GS-{row.grade} begins at {row.min:,} points"
    if found.total >= row.min:
        above = row.max is not None and found.total > row.max
        return f"{named}; that total lies {'above it' if above else 'in it'}. "
    higher = [one for one in found.factors if one.runner_up and one.runner_up > one.level]
    turns = ", ".join(f"{one.runner_up} rather than {one.level}" for one in higher)
    missing = f"{named}: {row.min - found.total:,} more. "
    return missing + (
        f"It would take facts that show the next likely level: {turns}. " * bool(turns)
    )


def _level(
    engine: Conversation, case: Case, found: Suggestions, one: FactorSuggestion, question: Question
) -> Answer:
    """Say which level of a factor the description reads like, and what pulls each way."""
    points = f" ({one.points:,} points)" if one.points else ""
    named = f"Level {one.level}{points}"
    other = f", next likely {one.runner_up}" if one.runner_up else ""
    wanted = next(iter(question.levels), "")
    if one.ground == "pattern":
        lead = (
            f"**It does not speak of Factor {one.factor}, {escape(one.name)}, so no level can be "
            f"read from it.** {named} is only what is usual for such work{other}. "
        )
    else:
        rests = "its own words on it" if one.ground == "section" else "its duties alone"
        lead = f"**Factor {one.factor}, {escape(one.name)}: by {rests} most like {named}{other}.** "
    if wanted and wanted != one.level:
        lead = (
            f"**Not by what it says: Level {wanted} is not what it reads like.** {lead}"
            if wanted > one.level
            else f"**It reads higher than Level {wanted}.** {lead}"
        )
    lead += NEVER
    own = [p for p in one.favour if p.source == "position description"][:_MOST]
    contrary = [p for p in one.against if p.source == "position description"][:_MOST]
    level = wanted or one.level
    return Answer(
        lead=lead,
        figures=(
            *(f"- For {one.level}: “{escape(p.text)}” *({escape(p.place)})*" for p in own),
            *(f"- Towards {p.level}: “{escape(p.text)}” *({escape(p.place)})*" for p in contrary),
            *(f"- Open: {escape(text)}" for text in one.settles[: _MOST + 1]),
        ),
        whose="What the description says, and what would settle it",
        levels=(level,),
        factors=(str(one.factor),),
        standard=found.standard,
        next=_keep(engine, case),
    )


def _missing(engine: Conversation, case: Case) -> Answer | None:
    """Say what the description leaves out that a grade needs."""
    made = description_checked(replace(engine.context(), case=case))
    if made is None:
        return None
    told = {str(one.factor) for one in case.facts if one.factor is not None}
    found = load_table(case.standard, case.as_of).factors
    silent = [str(one.factor) for one in found if str(one.factor) not in told]
    row = f"- No words of its own on Factor {', '.join(silent)}." if silent else ""
    return replace(
        made,
        figures=(*made.figures, *((row,) if row else ())),
        next=(*made.next[:1], *_keep(engine, case)),
    )


def _keep(engine: Conversation, case: Case) -> tuple[str, ...]:
    return (_KEEP,) if case is engine.pasted and engine.recording else ()
