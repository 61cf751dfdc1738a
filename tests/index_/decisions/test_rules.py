"""Each named rule for a set phrase finds the sentence it is for, and is needed for it.

The sentences are made up; lantern keeping is not a federal occupation.
"""

from __future__ import annotations

import re

import pytest

from index.decisions.stance import crediting_rules, finding_rules, telling_rules
from index.decisions.stance.phrases import Cue, Rule

CUES = [
    (f"{module.__name__.rpartition('.')[2]}.{name}", cue)
    for module in (crediting_rules, finding_rules, telling_rules)
    for name, cue in vars(module).items()
    if isinstance(cue, Cue)
]
RULES = [(cue, rule) for _, cue in CUES for rule in cue.rules]


@pytest.mark.parametrize(("cue", "rule"), RULES, ids=lambda one: getattr(one, "name", ""))
def test_a_rule_finds_its_example(cue: Cue, rule: Rule) -> None:
    found = cue.search(rule.example)
    assert found is not None
    assert re.search(rule.pattern, rule.example, re.IGNORECASE)
    others = Cue(*(other for other in cue.rules if other is not rule))
    without = others.search(rule.example) if others.rules else None
    assert without is None or without.span() != found.span(), "another rule finds the same"


@pytest.mark.parametrize(("name", "cue"), CUES)
def test_rules_are_known_by_their_names(name: str, cue: Cue) -> None:
    names = [rule.name for rule in cue.rules]
    assert len(names) == len(set(names)), name
