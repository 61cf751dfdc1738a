"""The rules for mixed positions as data: our words, and the printed place of each."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from core.errors import AppError
from core.model import Citation, Frozen

_FILE: Final = Path(__file__).resolve().parent / "data" / "rules.toml"


class Rule(Frozen):
    """One rule: a code, what it says in our words, the number in it, and where it stands."""

    code: str
    text: str
    citation: Citation
    count: int | None = None


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by its code, in the order of the file.

    Raises:
        AppError: a rule stands twice, which is a mistake in the program's data.
    """
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    found: dict[str, Rule] = {}
    for entry in data["rules"]:
        if entry["code"] in found:
            raise AppError(f"rule {entry['code']!r} stands twice", where=_FILE.name)
        found[entry["code"]] = Rule(
            code=entry["code"],
            text=entry["text"],
            count=entry.get("count"),
            citation=Citation(
                **data["sources"][entry["source"]],
                page=entry["page"],
                section=entry.get("section", ""),
            ),
        )
    return found


def cite(code: str) -> Citation:
    """Return where a rule stands."""
    return all_rules()[code].citation


def count(code: str) -> int:
    """Return the number in a rule.

    Raises:
        AppError: the rule has none, which is a mistake in the program.
    """
    found = all_rules()[code].count
    if found is None:
        raise AppError(f"rule {code!r} holds no number", where=_FILE.name)
    return found


def content() -> str:
    """Return all rules as one canonical text, for fingerprints."""
    return "\n".join(found.model_dump_json() for found in all_rules().values())
