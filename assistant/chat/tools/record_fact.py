"""Add a stated fact to the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.chat.tools import ToolContext
    from core.model import Case

NAME = "record_fact"
READ_ONLY = False


def run(context: ToolContext, *, text: str, source: str, factor: str | None = None) -> Case:
    """Add a fact about the position to the case, in the person's own words.

    Args:
        context: The case to add to.
        text: The fact as stated.
        source: Who stated it.
        factor: The factor it bears on, when known.

    Returns:
        The changed case. The fact by itself credits no level.

    Raises:
        CaseError: when no case is open.
    """
    from assistant.cases.edits import require_case
    from core.model import Fact

    case = require_case(context)
    number = int(factor) if factor and factor.isdigit() else factor
    fact = Fact(text=text, source=source, factor=number)
    return case.model_copy(update={"facts": (*case.facts, fact)})
