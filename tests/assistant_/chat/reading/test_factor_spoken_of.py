"""A fact told in passing is put to the factor it speaks of."""

from __future__ import annotations

import pytest

from assistant.chat.reading.pulls import factor_of
from index.record.embedding import MiniLM


@pytest.mark.parametrize(
    ("told", "factor"),
    [
        ("She never changes anything I send out.", "2"),
        ("I write the procedures myself and my boss just signs.", "2"),
        ("There is no manual, I make up the method.", "3"),
        ("Every case I get is different and half of them were never done before.", "4"),
        ("The last study moved staffing in all six regions.", "5"),
        ("I have to talk managers into giving up people they want to keep.", "7"),
        ("The letter came November 3.", ""),
        ("The guy at the other base has the same description and is still a 12.", ""),
    ],
)
def test_a_statement_is_put_to_the_factor_it_speaks_of(told: str, factor: str) -> None:
    assert factor_of(told, MiniLM()) == factor
