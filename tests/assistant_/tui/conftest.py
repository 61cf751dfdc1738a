"""Styles are read once for all applications of a run.

Every application reads its style sheets when it opens, the same for each of the tests; a tenth of
the time of a picture went into reading them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet


@pytest.fixture(autouse=True, scope="session")
def _styles_read_once() -> Iterator[None]:
    read = Stylesheet._parse_rules
    known: dict[tuple[Any, ...], list[RuleSet]] = {}

    def known_or_read(sheet: Stylesheet, *style: Any, **more: Any) -> list[RuleSet]:
        # What a style's variables stand for is part of what was read.
        colours = frozenset(sheet._variables.items())
        key = (*style, *sorted(more.items()), colours)
        if key not in known:
            known[key] = read(sheet, *style, **more)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", known_or_read)
        yield
