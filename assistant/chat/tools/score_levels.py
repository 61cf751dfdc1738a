"""Compute points and grade from levels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.chat.tools import ToolContext
    from core.model import Evaluation

NAME = "score_levels"
READ_ONLY = True


def run(context: ToolContext, *, levels: Mapping[str, str], standard: str = "") -> Evaluation:
    """Compute the points and the grade of nine factor levels by the published tables.

    Args:
        context: The case under study; its standard is used when none is named.
        levels: Factor number to level, all nine factors.
        standard: A standard's id; empty for the case's own.

    Returns:
        The core's evaluation with its derivation.
    """
    from core.fes.grading import evaluate_levels

    named = standard or (context.case.standard if context.case else "fes-primary")
    as_of = context.case.as_of if context.case else None
    return evaluate_levels(named, levels, as_of=as_of)
