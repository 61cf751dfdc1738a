"""A finding on a position description: a rule, what was found, and the words it is about."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Final, Literal

from core.law.rulebook import Entry, read_rules
from core.model import Citation, Frozen

_RULES: Final = Path(__file__).resolve().with_name("rules.toml")

Weight = Literal["fault", "completion", "doubt", "note"]
"""How a finding weighs.

fault: it keeps the position from being classified by the description; completion: it is lacking
before the description can be signed, and hinders no classification; doubt: somebody must look;
note: worth mending.
"""

WEIGHTS: Final[tuple[Weight, ...]] = ("fault", "completion", "doubt", "note")


class AdequacyFinding(Frozen):
    """Something in a description that a rule speaks against.

    ``quote`` are the description's own words, exactly, and ``place`` where they stand; both are
    empty where something is not there at all. ``rule`` is our statement of the rule.
    """

    code: str
    weight: Weight
    text: str
    quote: str = ""
    place: str = ""
    rule: str
    citation: Citation


@cache
def rules() -> dict[str, Entry]:
    return read_rules(tomllib.loads(_RULES.read_text("utf-8"))["rules"], where=_RULES.name)


def finding(
    code: str, weight: Weight, text: str, *, quote: str = "", place: str = ""
) -> AdequacyFinding:
    """Return a finding under a rule."""
    rule = rules()[code]
    return AdequacyFinding(
        code=code,
        weight=weight,
        text=text,
        quote=quote,
        place=place,
        rule=rule.text,
        citation=Citation.model_validate(rule.citation),
    )
