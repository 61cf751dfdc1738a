"""The rules for mixed positions, by code: where each stands, its number, all of them as text."""

from __future__ import annotations

from core.law.rules import mixed_rules
from core.model import Citation


def cite(code: str) -> Citation:
    return mixed_rules()[code].citation


def count(code: str) -> int:
    """Return the number in a rule.

    Raises:
        AppError: the rule has none, which is a mistake in the program.
    """
    return mixed_rules()[code].number


def content() -> str:
    """Return all rules as one canonical text, for fingerprints."""
    told = {"code", "text", "citation", "count"}
    return "\n".join(found.model_dump_json(include=told) for found in mixed_rules().values())
