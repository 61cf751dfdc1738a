"""A supervisor's case in the conversation: the supervisory guide is asked, not the nine factors.

Its grade, what would change it, a level on trial, what speaks for and against a level: the core
evaluates, and a level tried here is not entered. Anything else is answered as without a case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from assistant.cases.shelf import Shelf
from assistant.cases.supervisors import open_supervisor, supervisor_text
from assistant.chat.answering.named.supervising import base_grade, situations, situations_counted
from assistant.chat.answering.reckoning.trials import only_tries
from assistant.chat.model import Answer
from assistant.suggest.opening import open_description
from assistant.suggest.suggesting import suggest
from assistant.text import escape
from core.errors import AppError
from core.standards.table import SUPERVISORY_FACTORS, SUPERVISORY_ID
from core.supervisory import load_guide, supervisory_data, supervisory_flips
from core.supervisory.models import guide_standard
from core.supervisory.parts import BaseClaim

if TYPE_CHECKING:
    from assistant.cases.supervisors import SupervisorFile
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event
    from assistant.suggest.model import Suggestions
    from core.model import Case
    from core.standards.criteria import Factor, Level
    from core.supervisory.evaluation import SupervisoryData

    Said = Iterator[Event | Answer]

_LEVEL: Final = re.compile(r"(?<![\w-])([1-6][AB]?)\s?-\s?(\d)(?:[abc])?(?![\w-])", re.IGNORECASE)
_FACTOR: Final = re.compile(r"\bfactor\s+([1-6][AB]?)\b", re.IGNORECASE)
_ARGUE: Final = re.compile(
    r"\bargu|\bboth ways\b|\bfor and against\b|\b(?:is|are|do|does|why|how)\b.*\b(?:met|meet|credit"
    r"|deserve|level)\b|\bsupports?\b|\bwhat (?:does|would) .{0,30}\b(?:require|need|ask|take)",
    re.IGNORECASE,
)
_WHAT_IF: Final = re.compile(
    r"\bwhat if\b|\bif\b.*\b(?:were|was|is|had|got)\b|\bsuppose\b|\btry\b|\bwith (?:level )?\d",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(
    r"\b(?:change|raise|lower|move|flip|improve|reach|get to|higher|next)\b.*\b(?:grade|gs)\b|"
    r"\bwhat would (?:change|raise|lower)|\bhow (?:far|close)\b|\bone grade\b|"
    r"\bto (?:get|reach|become) (?:a |the )?(?:gs\W?)?\d{1,2}\b",
    re.IGNORECASE,
)
_GRADE: Final = re.compile(
    r"^\W*(?:score|evaluate|grade|rate|summar|show)\b|"
    r"\b(?:my|this|the|its|our|his|her)\s+(?:case'?s?\s+)?(?:grade|score|points|total|levels?)\b|"
    r"\bwhat\b.{0,12}\bgrade\b|\bhow many points (?:does|do|is|has|have)\b.*"
    r"\b(?:case|it|i|my|this)\b|\bcomes? to\b|\bwhere do i stand\b",
    re.IGNORECASE,
)
_BRIEF: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|the|my|what(?:'s|s| is)?|how many|current|now)\W+)*"
    r"(?:(?:total|points?|pts|score|grade|sum)\b\W*){1,3}(?:(?:now|here|today|so far|in all)\W*)*$",
    re.IGNORECASE,
)
_MARGIN: Final = re.compile(
    r"\b(?:margin|cushion|buffer|slack|to spare)\b|\b(?:above|over|past|clear of)\b.{0,20}"
    r"\b(?:floor|bottom|minimum|line|cut-?off)\b|\bhow (?:far|many (?:points|pts)|much)\b.{0,24}"
    r"\b(?:from|short|to|until|missing)\b|\bgap\b|\b(?:points|pts) short\b",
    re.IGNORECASE,
)
_STEP: Final = re.compile(
    r"\b(?:smallest|least|easiest|single|one|which|what)\b.{0,16}\b(?:step|bump|change|level|raise)\b"
    r".{0,24}\b(?:to|reach\w*|get|for|lose|cost)\b|\bwhat\b.{0,16}\b(?:lose|cost|drop)\b",
    re.IGNORECASE,
)
_CONTACTS: Final = re.compile(
    r"\b(?:points?|pts|worth|value)\b.*\bcontacts\b|\bfactor 4\b", re.IGNORECASE
)
_DUTIES: Final = re.compile(
    r"^\W*(?:(?:what(?:'s|s| is| are)?|list|show|name|the|my|his|her)\W+)*"
    r"duties(?: (?:here|listed))?\W*$",
    re.IGNORECASE,
)
_BASE: Final = re.compile(
    r"^\W*(?:(?:what(?:'s|s| is)?|which|the|my|his|her)\W+)*base(?: level| grade)?\W*$",
    re.IGNORECASE,
)
_GENERAL: Final = re.compile(
    r"\b(?:standards?|deadline|appeal|retention|retain|rule|law)\b", re.IGNORECASE
)
_MOST: Final = 3
_MOST_FLIPS: Final = 8


def supervised(engine: Conversation, question: Question) -> Said | None:
    """Answer what is asked of the supervisor's case open; None when it is something else."""
    opened = engine.supervisor
    if opened is None:
        return None
    message = question.message
    levels = _levels(message, opened)
    if (answer := _in_few_words(opened, question)) is not None:
        return iter([answer])
    tries = _WHAT_IF.search(message) or only_tries(message) or message.lower().startswith("if ")
    if levels and tries and not _ARGUE.search(message):
        return iter([_tried(opened, levels)])
    if levels and _ARGUE.search(message):
        return iter([_argued(engine, opened, next(iter(levels.items())))])
    factor = _FACTOR.search(message)
    if factor is not None and not levels and not question.has("fes", "nine"):
        return iter([_told(opened, factor[1].upper())])
    if _GENERAL.search(message):
        return None
    if _CHANGE.search(message):
        return iter([_flips(opened)])
    return iter([standing(opened)]) if _GRADE.search(message) and not levels else None


def _in_few_words(opened: SupervisorFile, question: Question) -> Answer | None:
    """Answer what is asked of the case in few words; None when it is something else."""
    text = question.message
    if _BRIEF.search(text):
        return standing(opened)
    if _DUTIES.search(text) and opened.particulars.duties:
        told = "; ".join(escape(duty.title) for duty in opened.particulars.duties)
        return Answer(lead=f"**Duties the case states: {told}.**")
    if _BASE.search(text) or (_CONTACTS.search(text) and not _levels(text, opened)):
        return _counted(opened, "5" if _BASE.search(text) else "4")
    if question.levels or question.decision:
        return None
    if _MARGIN.search(text):
        return _distance(opened, question.grades)
    if _STEP.search(text):
        return _flips(opened)
    base, met = base_grade(text), situations(text)
    number = len(met) or situations_counted(text) or 0
    if (base is not None or number) and _WHAT_IF.search(text):
        return _with_other(opened, base, met or tuple(range(1, number + 1)))
    return None


def _counted(opened: SupervisorFile, factor: str) -> Answer | None:
    """Say what one factor gives: its levels of record and their points."""
    rows = [one for one in opened.evaluation["factors"] if str(one["factor"]).startswith(factor)]
    if not rows:
        return None
    told = " and ".join(f"Level {one['level']}, {one['points']:,} points" for one in rows)
    total = f"; together {sum(one['points'] for one in rows):,}" if len(rows) > 1 else ""
    base = opened.evaluation["base_grade"]
    stands = f" The base is {base}." if factor == "5" and base else ""
    return Answer(lead=f"**{told}{total}.**{stands} {_result(opened.evaluation)}")


def _distance(opened: SupervisorFile, wanted: tuple[int, ...]) -> Answer:
    """Say how far the total stands from the grades beside it, by the guide's chart."""
    found, guide = opened.evaluation, load_guide(opened.request.as_of)
    row = None if found["total"] is None else guide.chart_row(found["total"])
    if row is None or found["total"] is None:
        return standing(opened)
    total, rows = found["total"], guide.table.conversion
    goal = next((one for one in rows if wanted and one.grade == wanted[-1]), None)
    if goal is None or goal.min <= total:
        goal = next((one for one in rows if one.min > total), None)
    lead = f"{_result(found)} That is {total - row.min:,} points above the floor of {row.label}"
    if goal is not None:
        lead += f" and {goal.min - total:,} short of {goal.label}, which begins at {goal.min:,}"
    return Answer(lead=f"{lead}.", next=("*What would change the grade?*",))


def _with_other(opened: SupervisorFile, base: int | None, met: tuple[int, ...]) -> Answer:
    """Say what the guide gives with another base or with special situations; nothing is entered."""
    request = opened.request
    named = []
    if base is not None:
        levels = {key: level for key, level in request.levels.items() if key != "5"}
        request = replace(request, levels=levels, workload=(), base=BaseClaim(grade=base))
        named.append(f"a base of GS-{base}")
    if met:
        request = replace(request, situations=met)
        named.append(f"{len(met)} special situation{'s' if len(met) > 1 else ''}")
    try:
        found = supervisory_data(request)
    except AppError as error:
        return Answer(
            lead=f"With {' and '.join(named)}: {escape(error.sentence())}", kind="clarify"
        )
    return Answer(
        lead=f"With {' and '.join(named)} the guide gives {_short(found)}; of record "
        f"{_short(opened.evaluation)}. Nothing was changed."
    )


def standing(opened: SupervisorFile) -> Answer:
    """Say what the guide makes of the levels of record."""
    found = opened.evaluation
    missing = opened.open_factors
    return Answer(
        lead=_result(found)
        + (f" Factors without a level: {', '.join(missing)}." if missing else ""),
        figures=(
            "| Factor | Level | Points |",
            "| --- | --- | --- |",
            *(
                f"| {one['factor']} {escape(one['name'])} | {one['level']} | {one['points']:,} |"
                for one in found["factors"]
            ),
        ),
        whose="By the General Schedule Supervisory Guide, the levels of record",
        next=("*What would change the grade?*", f"*Argue Level {_next_level(opened)} both ways.*"),
    )


def suggestions(engine: Conversation, opened: SupervisorFile) -> Suggestions:
    """Suggest levels of the guide from what the case says.

    Raises:
        AppError: the case says nothing of any work, or cannot be read.
    """
    return suggest(open_description(opened.path), SUPERVISORY_ID, engine.chooser.embedder)


def offered(
    engine: Conversation, case: Case, stated: Mapping[str, str], question: Question
) -> Answer:
    """Offer a supervisor's case of a description that was pasted."""
    lead = (
        "**That reads as a supervisor's position description"
        f"{f': {case.current.label()}' if case.current.series else ''}. The General Schedule "
        "Supervisory Guide grades it, not the nine factors.** "
    )
    lacking = [one for one in SUPERVISORY_FACTORS if one not in stated]
    text = f"{case.title}, a supervisor's case"
    if not engine.recording:
        return Answer(lead=f"{lead}`fes case new --levels --from FILE` makes a case of it.")
    if lacking:
        engine.offer_new(case, text, question)
        told = ", ".join(stated.values()) or "none"
        lead += f"Levels it states: {told}; without one: Factor {', '.join(lacking)}. "
    else:
        engine.offer_new(case, text, question, supervisor=supervisor_text(case, stated))
        lead += f"Levels it states: {', '.join(stated.values())}. "
    return Answer(lead=f"{lead}Shall it be a new case of yours? Say *yes*.")


def kept(engine: Conversation, text: str, title: str) -> Said:
    """Keep a supervisor's case that was offered, open it and say what it comes to."""
    path = Shelf(engine.library.home).keep(text, title)
    engine.supervisor = open_supervisor(path)
    if engine.supervisor is None:
        yield Answer(lead=f"The case kept in {escape(str(path))} was changed meanwhile.")
        return
    told = standing(engine.supervisor)
    lead = f"Kept as {escape(path.stem)}, with the levels it states. {told.lead}"
    yield replace(told, lead=lead)


def _levels(message: str, opened: SupervisorFile) -> dict[str, str]:
    """Return the levels of the guide that a message names, by factor."""
    known = {one.level for factor in _factors(opened) for one in factor.levels}
    named = [f"{one[1].upper()}-{one[2]}" for one in _LEVEL.finditer(message)]
    return {level.rpartition("-")[0]: level for level in named if level in known}


def _factors(opened: SupervisorFile) -> tuple[Factor, ...]:
    return guide_standard(opened.particulars.as_of).factors


def _result(found: SupervisoryData) -> str:
    if found["grade"]:
        return f"**By the supervisory guide: {found['total']:,} points, {found['grade']}.**"
    return f"**The guide gives no grade yet.** {escape(found['undetermined'] or '')}".rstrip()


def _short(found: SupervisoryData) -> str:
    return f"**{found['total']:,} points, {found['grade']}**" if found["grade"] else "no grade"


def _next_level(opened: SupervisorFile) -> str:
    """Return a level above one of record, to ask about; the first factor's where there is none."""
    for factor in _factors(opened):
        names = [one.level for one in factor.levels]
        held = opened.request.levels.get(str(factor.factor), "")
        if held in names[:-1]:
            return names[names.index(held) + 1]
    return "1-3"


def _tried(opened: SupervisorFile, levels: Mapping[str, str]) -> Answer:
    """Say what the guide gives with some levels changed; nothing is entered."""
    tried = replace(opened.request, levels={**opened.request.levels, **levels})
    named = ", ".join(levels.values())
    try:
        found = supervisory_data(tried)
    except AppError as error:
        return Answer(lead=f"With {named}: {escape(error.sentence())}", kind="clarify")
    return Answer(
        lead=f"With Level {named} the guide gives {_short(found)}; of record "
        f"{_short(opened.evaluation)}. Nothing was changed."
    )


def _flips(opened: SupervisorFile) -> Answer:
    """Say every change of one level, or of the base, that alone changes the grade."""
    found = opened.evaluation
    if not found["grade"]:
        return standing(opened)
    flips = supervisory_flips(opened.request)
    if not flips:
        return Answer(
            lead=f"{_result(found)} No change of one level alone changes the grade.",
            next=("Say *what if Level 3-3 and 2-2* to try several at once.",),
        )
    rows = (
        f"| {'Base' if one['what'] == 'base' else 'Level'} {one['before']} to {one['after']} | "
        f"{one['direction']} | {one['grade'] or 'none'} |"
        for one in flips[:_MOST_FLIPS]
    )
    return Answer(
        lead=f"{_result(found)} Any one of these alone changes the grade.",
        figures=("| Change | Direction | Grade |", "| --- | --- | --- |", *rows),
        whose="By the core, each change evaluated alone",
    )


def _told(opened: SupervisorFile, key: str) -> Answer:
    """Say what a factor of the guide measures here: its levels, the one of record, the facts."""
    factors = [one for one in _factors(opened) if str(one.factor).startswith(key)]
    held = [opened.request.levels.get(str(one.factor), "none") for one in factors]
    facts = [one for one in opened.particulars.facts if str(one.factor or "").startswith(key)]
    levels = [level for one in factors for level in one.levels]
    return Answer(
        lead=f"**Factor {key} of the supervisory guide, "
        f"{escape(' and '.join(one.name for one in factors))}: of record {', '.join(held)}.** "
        f"It runs from Level {levels[0].level} ({levels[0].points} points) to Level "
        f"{levels[-1].level} ({levels[-1].points} points).",
        figures=tuple(
            f"- The case: “{escape(one.text)}” ({escape(one.source)})" for one in facts[:_MOST]
        ),
        whose="What the case says" if facts else "",
        next=(f"*Argue Level {levels[-1].level} both ways* says what a level asks.",),
        more=tuple(f"- Level {one.level}, in our words: {_asks(one)}" for one in levels),
    )


def _argued(engine: Conversation, opened: SupervisorFile, named: tuple[str, str]) -> Answer:
    """Say what a level asks, what the case says to it both ways, and what it would come to."""
    key, level = named
    factor = next(one for one in _factors(opened) if str(one.factor) == key)
    own = next(one for one in factor.levels if one.level == level)
    held = opened.request.levels.get(key, "")
    credited = f"the level of record is {held}" if held else "no level is of record"
    lead = f"**Level {level} of {escape(factor.name)}, {own.points:,} points; {credited}.** "
    if held != level:
        lead += _tried(opened, {key: level}).lead
    facts = [one for one in opened.particulars.facts if str(one.factor) == key]
    lines = [f"- Level {level}, in our words: {_asks(own)}"]
    others = [one for one in factor.levels if one.level == held and held != level]
    lines += [f"- Level {one.level}, in our words: {_asks(one)}" for one in others]
    lines += [
        f"- The case: “{escape(one.text)}” ({escape(one.source)})" for one in facts[:_MOST]
    ] or ["- The case states no fact on this factor."]
    lines += _pulls(engine, opened, key, level)
    return Answer(
        lead=lead,
        figures=tuple(lines),
        whose="Both readings",
        next=(f"`fes suggest {opened.path.stem}` shows the guide's own sentences beside.",),
        levels=(level,),
    )


def _asks(level: Level) -> str:
    return escape(" ".join(one.text for one in level.aspects))


def _pulls(engine: Conversation, opened: SupervisorFile, key: str, level: str) -> list[str]:
    """Return the sentences of the case that pull to a level, and those that pull away from it."""
    try:
        found = next(
            (one for one in suggestions(engine, opened).factors if str(one.factor) == key), None
        )
    except AppError:
        # A case that says nothing of the work has nothing that pulls.
        return []
    if found is None or level not in (found.level, found.runner_up):
        return []
    ways = (("For it", found.favour), ("Against it", found.against))
    named = (
        ways if level == found.level else (("Against it", found.favour), ("For it", found.against))
    )
    return [
        f"- {way}: “{escape(pull.text)}” (Level {pull.level})"
        for way, pulls in named
        for pull in [one for one in pulls if one.source == "position description"][:_MOST]
    ]
