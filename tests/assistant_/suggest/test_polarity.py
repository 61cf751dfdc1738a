"""A level's words denied do not speak for the level: polarity is read before words count."""

from __future__ import annotations

import pytest

from assistant.suggest.described import Described, cut
from assistant.suggest.language.hearing import hear, vectors_of
from index.record.embedding import MiniLM


@pytest.fixture(scope="module")
def embedder() -> MiniLM:
    return MiniLM()


def heard(factor: str, text: str, embedder: MiniLM) -> int:
    described = Described(tuple(cut(text, "", factor)))
    steps = hear(described, vectors_of(described, embedder), [factor])[factor].steps
    return max(steps, key=lambda step: steps[step])


@pytest.mark.parametrize(
    ("factor", "text", "most"),
    [
        ("7", "Gives callers the hours of the clinic and does not negotiate with them.", 1),
        ("7", "Passes on dates and prices; there is no persuading and no bargaining.", 1),
        ("7", "Persuasion is not required; facts are given and taken.", 1),
        ("8", "Neither climbing nor crouching is asked of the employee.", 1),
        ("8", "Heavy lifting is never required.", 1),
        ("9", "No hazards, no fumes and no moving machinery are met.", 1),
        ("9", "The office is free from contagious diseases and irritant chemicals.", 1),
        ("6", "Nobody outside the immediate office is met.", 1),
        ("6", "The employee has no contact with the public or other agencies.", 2),
        ("1", "Knowledge of basic procedures; expert knowledge is not needed.", 4),
        ("4", "It never calls for originating new techniques; tasks are clear-cut and alike.", 2),
    ],
)
def test_what_is_denied_reaches_no_level(
    factor: str, text: str, most: int, embedder: MiniLM
) -> None:
    assert heard(factor, text, embedder) <= most


@pytest.mark.parametrize(
    ("factor", "text", "level"),
    [
        ("2", "Work is not usually reviewed in detail; the supervisor looks at soundness.", 3),
        ("3", "Guidelines are not always applicable and are interpreted and adapted.", 3),
        ("6", "Meets contractors and attorneys, but not high-ranking officials.", 3),
        ("7", "Negotiates leases with unwilling owners and does not merely give information.", 3),
        ("8", "The work is not sedentary: it requires long standing and bending.", 2),
    ],
)
def test_a_not_that_denies_no_more_than_a_degree_leaves_the_level(
    factor: str, text: str, level: int, embedder: MiniLM
) -> None:
    assert heard(factor, text, embedder) == level


@pytest.mark.parametrize(
    "text",
    [
        "See duty 2.",
        "Refer to the major duties above.",
        "As described in paragraph 3.",
        "Same as above.",
        "Covered under Major Duties.",
    ],
)
def test_a_section_that_only_points_elsewhere_is_no_evidence(text: str) -> None:
    assert not cut(text, "Factor 3", "3")


def test_words_beside_a_pointer_count() -> None:
    kept = cut("See duty 2. Assigns work and rates performance.", "Factor 3", "3")
    assert [one.text for one in kept] == ["Assigns work and rates performance."]
    assert cut("See that patients are fed.", "duty 1")
