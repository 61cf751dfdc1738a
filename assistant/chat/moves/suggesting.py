"""The move that suggests levels from the duties of the case: never a finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.chat.model import Answer
from assistant.suggest.opening import of_case
from assistant.suggest.suggesting import suggest
from assistant.text import escape
from core.errors import AppError
from core.standards.table import PRIMARY_ID

if TYPE_CHECKING:
    from assistant.chat.engine import Engine
    from assistant.chat.model import Question
    from assistant.events import Event
    from assistant.suggest.model import FactorSuggestion, Suggestions

NEVER = "A suggestion is never a finding: a level is credited when the facts bear its full intent."


def suggested(engine: Engine, question: Question) -> Iterator[Event | Answer]:
    """Show a level for every factor with the next likely and how sure it is."""
    case = engine.case
    standard = question.standards[0] if question.standards else ""
    if case is None or not case.duties:
        shown = standard or (case.standard if case is not None else "") or "ID"
        lead = "No case is open" if case is None else "The case states no duties"
        yield Answer(
            lead=f"**{lead}, so there is nothing to suggest levels from.** `fes suggest FILE "
            f"--standard {shown}` reads a position description or a case and suggests a level for "
            f"every factor, with the sentences that pull each way. {NEVER}",
            next=(
                "`fes standards list` names the standards with their ids.",
                "`fes case new --from FILE` makes a case of the description, to ask about here.",
            ),
        )
        return
    try:
        # The conversation's own embedder, which is at hand, not the one of the documents.
        embedder = engine.chooser.embedder
        found = suggest(of_case(case), standard or case.standard or PRIMARY_ID, embedder)
    except AppError as error:
        yield Answer(lead=escape(error.sentence()), kind="clarify")
        return
    yield _answer(found)


def _answer(found: Suggestions) -> Answer:
    points = "" if found.total is None else f" ({found.total:,} points)"
    grade = f"**Suggested: {found.grade}{points}.** " if found.grade else "**No grade follows.** "
    least = min(found.factors, key=lambda one: one.confidence)
    settles = next(iter(least.settles), "")
    rows = ("| Factor | Level | Next | Sure |", "| --- | --- | --- | --- |")
    step = f"Least sure is Factor {least.factor}. What would settle it: {escape(settles)}"
    return Answer(
        lead=f"{grade}{NEVER} What the description says of its own levels is not weighed.",
        figures=(*rows, *(_row(one) for one in found.factors)),
        whose=f"Suggested by {escape(found.title)}",
        next=(
            *((step,) if settles else ()),
            f"`fes suggest FILE --standard {found.standard}` shows what pulls each way.",
        ),
        more=tuple(f"- {escape(text)}" for text in found.remarks),
    )


def _row(one: FactorSuggestion) -> str:
    return (
        f"| {one.factor} {escape(one.name)} | {one.level} | {one.runner_up or ''} | "
        f"{one.confidence:.0%} |"
    )
