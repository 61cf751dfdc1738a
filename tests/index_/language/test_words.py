"""Words as lexical search compares them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.words import DASHES, words


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Level 2-4 is met", "2-4"),
        ("Level 2−4 is met", "2-4"),
        ("see Level 6–3,", "6-3"),
        ("Decision C-0080-11-02.", "c-0080-11-02"),
        ("under 5 CFR 511.703", "511.703"),
        ("graded GS-0080-11", "gs-0080-11"),
        ("up to 4,000 people", "4000"),
        ("Factor 4A of it", "factor-4a"),
    ],
)
def test_what_is_looked_up_as_one_thing_stays_one_word(text: str, word: str) -> None:
    assert word in words(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GS-080-11", "GS-0080-11"),
        ("GS-080-11", "GS 0080"),
        ("GS-343", "0343"),
        ("series 343", "series 0343"),
        ("GS-9", "GS-09"),
        ("GS-0080-11", "GS-11"),
        ("supervisors", "Supervisor"),
        ("the employee's", "employees"),
    ],
)
def test_ways_of_writing_one_thing_share_a_word(one: str, other: str) -> None:
    assert set(words(one)) & set(words(other))


def test_different_levels_and_numbers_share_no_word() -> None:
    assert not set(words("2-4")) & set(words("2-5"))
    assert not set(words("GS-0080")) & set(words("GS-0085"))
    assert "2-4" not in words("C-0080-12-4 and 12-45")


@given(st.text(alphabet="ab 24-", max_size=30), st.sampled_from(DASHES))
def test_every_dash_is_the_same_dash(text: str, dash: str) -> None:
    assert words(text.replace("-", dash)) == words(text)


@given(st.text(max_size=80))
def test_any_text_can_be_cut_and_case_does_not_matter(text: str) -> None:
    found = words(text)
    assert all(found)
    assert words(text.upper().lower()) == words(text.lower())
