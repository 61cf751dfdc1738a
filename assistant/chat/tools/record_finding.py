"""Record a person's answer on an aspect of a level."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.chat.tools import ToolContext
    from core.model import Answer, Case

NAME = "record_finding"
READ_ONLY = False


def run(
    context: ToolContext,
    *,
    aspects: tuple[str, ...],
    answer: Answer,
    evidence: str = "",
    by: str = "stated in conversation",
) -> Case:
    """Record met, not met, exceeded or unknown for one or more aspects of a level.

    Args:
        context: The case to change.
        aspects: Aspect ids such as 2-5.review.
        answer: met, not_met, exceeded or unknown.
        evidence: What supports the answer, in the person's words.
        by: Who answered.

    Returns:
        The changed case; an earlier answer on the same aspect is replaced.

    Raises:
        CaseError: when no case is open.
    """
    from assistant.cases.edits import require_case
    from core.model import Evidence, Finding

    case = require_case(context)
    kept = tuple(f for f in case.findings if f.aspect not in aspects)
    supporting = (Evidence(text=evidence, source=by),) if evidence else ()
    new = tuple(Finding(aspect=a, answer=answer, evidence=supporting, by=by) for a in aspects)
    return case.model_copy(update={"findings": (*kept, *new)})
