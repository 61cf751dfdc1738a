"""The fictional decision that several tests read."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.decisions.reading import read_decision
from index.documents import formats as parsers
from index.documents import passages
from index.models import Decision, Passage


@pytest.fixture
def harbour(examples: Path) -> tuple[Decision, list[Passage]]:
    document = parsers.parse(examples / "text.txt")
    found = passages.split(document)
    decision = read_decision(document, found)
    assert decision is not None
    return decision, found
