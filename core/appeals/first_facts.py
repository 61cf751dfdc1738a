"""What a person who thinks of appealing must know first, each fact with its source.

The whole answer to stated facts, with dates, is :func:`core.appeals.advice.advise`; this
module is the short form, and loads nothing but the rules.
"""

from __future__ import annotations

from typing import Final

from core.law import ProcedureRule, gather, rule

__all__ = ["COMPARISON_BARRED", "CONSISTENCY_ROUTE", "PROCEDURE", "ProcedureRule"]

PROCEDURE: Final[tuple[ProcedureRule, ...]] = gather(
    ("odds", "risk", "forum", "time", "position-description", "contents")
)
"""The facts of procedure in the order a person needs them."""

COMPARISON_BARRED: Final = rule("comparison")

CONSISTENCY_ROUTE: Final = rule("consistency-route")
