"""A level is quoted from the standard that is held: its own words, on the page that is cited."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chat.answering.kit import level_words
from assistant.chat.composing.quoting import Quoter
from core.standards.reading import load_standard
from index.library import Library
from tests.real_library import build

UNREAD = {"1-4", "1-6"}
"""Their text in the Introduction is longer than an answer quotes."""


@pytest.mark.parametrize("standard_id", ["fes-primary", "gs-0200"])
def test_every_level_is_quoted_from_its_own_page(
    standard_id: str, corpus: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    standard = load_standard(standard_id)
    missing = set()
    with Library.open(build(corpus, tmp_path_factory)) as library:
        quoter = Quoter(library)
        for factor in standard.factors:
            for level in factor.levels:
                found = quoter.quote(level_words(standard, level))
                if found is None:
                    missing.add(level.level)
                    continue
                assert found.verified
                assert found.passage.level == level.level
                assert found.place == f"p. {level.page}"
    charted = {level.level for f in standard.factors for level in f.levels if not level.points}
    assert missing <= UNREAD | charted
