"""The moves that suggest levels from the duties of the case, and that take them over.

A suggestion is never a finding. What a person accepts enters the case as ``fes suggest --accept``
enters it: the level, with the description's sentences that bear it as evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.chat.model import Answer
from assistant.chat.moves.describing import accepting, supervisor
from assistant.chat.moves.findings import ONCE, outcome
from assistant.suggest.accepting import ALL, accept_named
from assistant.suggest.opening import of_case
from assistant.suggest.suggesting import suggest
from assistant.text import escape, margin_sentence, number
from core.errors import AppError
from core.standards.table import PRIMARY_ID, SUPERVISORY_ID

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event
    from assistant.suggest.model import FactorSuggestion, Suggestions
    from core.model import Case

NEVER = "A suggestion is never a finding: a level is credited when the facts bear its full intent."

OF_GUIDE = (
    "Say *accept all*, *accept factors 1, 2 and 4A* or *accept all but 6* to enter levels, with "
    "the grade of the work directed."
)
TAKE = "Say *accept all*, *accept factors 1, 2 and 5* or *accept all but 3* to enter levels."

_FACTOR = re.compile(r"(?<![\d-])[1-9](?![\d-])")


def suggested(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Show a level for every factor with the next likely and how sure it is."""
    # A description just pasted is what is spoken of, before it is a case.
    case = engine.pasted or engine.case
    standard = question.standards[0] if question.standards else ""
    if engine.supervisor is not None:
        try:
            found = supervisor.suggestions(engine, engine.supervisor)
            yield _answer(found, recording=engine.recording)
        except AppError as error:
            yield Answer(lead=escape(error.sentence()), kind="clarify")
        return
    if case is None or not case.duties:
        shown = standard or (case.standard if case is not None else "") or "ID"
        yield _nothing(shown, "No case is open" if case is None else "The case states no duties")
        return
    taken = engine.recording and case is engine.case
    try:
        yield _answer(levels_for(engine, case, standard), recording=taken)
    except AppError as error:
        yield Answer(lead=escape(error.sentence()), kind="clarify")


def accepted(engine: Conversation, question: Question) -> Iterator[Event | Answer]:
    """Enter the suggested levels a person names: all, all but some, factors, or levels."""
    case = engine.case
    if engine.supervisor is not None:
        yield from _of_guide(engine, engine.supervisor.path, question)
        return
    if engine.pasted is not None and (case is None or not case.duties):
        said = f"{escape(engine.pasted.title)}, as it was pasted"
        engine.offer_new(engine.pasted, said, question)
        yield Answer(
            lead="**Levels are entered in a case, and the description pasted is none yet.** Say "
            "*yes* to make it a case of yours, then say again what you accept.",
            kind="clarify",
        )
        return
    if case is None or not case.duties:
        yield _nothing("ID", "No case is open" if case is None else "The case states no duties")
        return
    before = engine.evaluation
    try:
        found = levels_for(engine, case)
        if found.standard == SUPERVISORY_ID:
            yield from _of_guide(engine, engine.case_path, question)
            return
        named = _named(question, [str(one.factor) for one in found.factors])
        taken = accept_named(case, found, named)
        if engine.recording:
            yield from engine.change(taken)
    except AppError as error:
        yield Answer(lead=escape(error.sentence()), kind="clarify")
        return
    given = [taken.levels[one] for one in sorted(taken.levels) if _new(one, named)]
    levels = ", ".join(given)
    if not engine.recording:
        yield Answer(lead=f"{ONCE} It would take {levels}.", levels=tuple(given))
        return
    keys = [str(one.factor) for one in found.factors]
    missing = [key for key in keys if key not in taken.levels]
    scored = engine.evaluation
    if scored is None:
        lead = f"**Entered: {levels}.** Still without a level: Factor {', '.join(missing)}."
    else:
        lead = f"**Entered: {levels}. By the core {number(scored.total)} points: {scored.grade}.** "
        lead += margin_sentence(scored)
    argue = f"*argue Level {given[0]} both ways* shows what speaks for and against it."
    yield Answer(
        lead=f"{lead} Say *undo* to take it back.",
        figures=tuple(outcome(engine, before)),
        next=(
            f"The sentences that bear a level are its evidence; {argue}",
            *(("Say *write the evaluation statement* for a paper of it.",) if scored else ()),
        ),
        levels=tuple(given),
    )


def _new(factor: str, named: list[str]) -> bool:
    return named == [ALL] or any(one.partition("=")[0] == factor for one in named)


def _named(question: Question, factors: list[str]) -> list[str]:
    """Return what is accepted, as the command line writes it: ``all``, ``2`` or ``2=2-4``."""
    head, _, tail = accepting.BUT.sub("\0", question.message, count=1).partition("\0")
    left = set(_FACTOR.findall(tail)) | {one[0] for one in question.levels if one in tail.upper()}
    levels = [one for one in question.levels if one[0] not in left]
    given = [f"{one.rpartition('-')[0]}={one}" for one in levels]
    given += [one for one in _FACTOR.findall(head) if one not in {level[0] for level in levels}]
    if given:
        return given
    return [one for one in factors if one not in left] if left else [ALL]


def levels_for(engine: Conversation, case: Case, standard: str = "") -> Suggestions:
    """Return the levels suggested from what a case says of the work."""
    # The conversation's own embedder, which is at hand, not the one of the documents.
    embedder = engine.chooser.embedder
    described = of_case(case)
    usual = SUPERVISORY_ID if described.supervisory else case.standard or PRIMARY_ID
    return suggest(described, standard or usual, embedder)


def _of_guide(
    engine: Conversation, path: Path | None, question: Question
) -> Iterator[Event | Answer]:
    """Enter levels of the supervisory guide in the case's file; without one say how to make it."""
    if path is None:
        yield Answer(
            lead="**Levels of a supervisor are the supervisory guide's, and stand in a file.** Say "
            "*save as NAME.toml* first; or `fes case new --from FILE` makes the case and "
            "`fes chat --case NAME` opens it.",
            kind="clarify",
        )
        return
    try:
        yield from accepting.taken(engine, path, question)
    except AppError as error:
        yield Answer(lead=escape(error.sentence()), kind="clarify")


def _nothing(shown: str, lead: str) -> Answer:
    return Answer(
        lead=f"**{lead}, so there is nothing to suggest levels from.** `fes suggest FILE "
        f"--standard {shown}` reads a position description or a case and suggests a level for "
        f"every factor, with the sentences that pull each way. {NEVER}",
        next=(
            "`fes standards list` names the standards with their ids.",
            "`fes case new --from FILE` makes a case of the description, to ask about here.",
        ),
    )


def _answer(found: Suggestions, *, recording: bool) -> Answer:
    points = "" if found.total is None else f" ({found.total:,} points)"
    grade = "**No grade follows.** "
    if found.grade:
        reserve = f", {found.reserve}" if found.reserve else ""
        grade = f"**Suggested: {found.grade}{points}, {found.confidence:.0%} sure{reserve}.** "
        grade += f"With other levels as likely: {found.span} sure. " if found.span else ""
    least = min(found.factors, key=lambda one: one.confidence)
    settles = next(iter(least.settles), "")
    rows = ("| Factor | Level | Next | Sure |", "| --- | --- | --- | --- |")
    of_guide = found.standard == SUPERVISORY_ID
    take = OF_GUIDE if of_guide else TAKE
    step = f"Least sure is Factor {least.factor}. What would settle it: {escape(settles)}"
    return Answer(
        lead=f"{grade}{NEVER} What the description says of its own levels is not weighed.",
        figures=(*rows, *(_row(one) for one in found.factors)),
        whose=f"Suggested by {escape(found.title)}",
        next=(
            *((step,) if settles else ()),
            *((take,) if recording and (found.total is not None or of_guide) else ()),
            f"`fes suggest FILE --standard {found.standard}` shows what pulls each way.",
        ),
        more=tuple(f"- {escape(text)}" for text in found.remarks),
    )


def _row(one: FactorSuggestion) -> str:
    return (
        f"| {one.factor} {escape(one.name)} | {one.level} | {one.runner_up or ''} | "
        f"{one.confidence:.0%} |"
    )
