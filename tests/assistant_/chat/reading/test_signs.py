"""Words that decide between near topics, and what all ways of asking of a topic teach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.chat.reading.exact import read
from assistant.chat.reading.matching import LEARNED, meant, signs
from assistant.chat.reading.weights import load, paraphrase_directions, save, train
from assistant.chat.topics import all_topics

if TYPE_CHECKING:
    from pathlib import Path


def test_every_sign_names_topics_that_exist() -> None:
    topics = set(all_topics())
    for sign in signs():
        assert {sign.to, *sign.near} <= topics, sign


@pytest.mark.parametrize(
    ("question", "nearest", "topic"),
    [
        ("can the union grieve my grade?", "other-duties-as-assigned", "grievance"),
        ("can the field office ask OPM to reconsider?", "agency-appeal", "reconsideration"),
        ("can they lower me if I appeal?", "appeal-stops-nothing", "appeal-risk"),
        ("I was ill and OPM closed my appeal", "missed-deadline", "withdrawing"),
    ],
)
def test_a_sign_says_which_of_two_near_topics_is_meant(
    question: str, nearest: str, topic: str
) -> None:
    assert meant(read(question), [(nearest, 1.0), (topic, 0.9)]) == topic


def test_the_ways_of_asking_teach_what_sets_topics_apart(tmp_path: Path) -> None:
    asks = [("dogs", "dogs bark"), ("dogs", "a dog barks"), ("cats", "cats purr")]
    asks.append(("cats", "a cat purrs"))
    vectors = np.eye(4, dtype=np.float32)
    apart = paraphrase_directions([vectors[:2], vectors[2:]])
    learned = train(asks, ("dogs", "cats"), vectors, apart).weights
    told = learned.scores("does a dog bark", [0.5] * 4)
    assert told[0] > told[1]
    save(tmp_path / "weights.npz", learned)
    again = load(tmp_path / "weights.npz")
    assert again is not None
    assert np.allclose(again.scores("dog", [0.5] * 4), learned.scores("dog", [0.5] * 4), atol=0.01)
    (tmp_path / "weights.npz").write_bytes(b"no table")
    assert load(tmp_path / "weights.npz") is None


def test_what_ships_was_learned_of_topics_that_exist() -> None:
    weights = load(LEARNED)
    assert weights is not None
    assert set(weights.topics) <= set(all_topics())
