"""Words that decide between near topics, and what all ways of asking of a topic teach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.chat.reading.exact import read
from assistant.chat.reading.learned import learn
from assistant.chat.reading.signs import meant, signs
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
        ("can I take my downgrade to the MSPB?", "lowered-now", "mspb"),
        ("how many days to OPM for a WG-8?", "deadline-in-general", "wage-deadlines"),
        ("does my retained grade count in a RIF?", "grade-retention", "retention-effect"),
        ("nobody told me about the 15 days", "deadline-after-lowering", "missed-deadline"),
    ],
)
def test_a_sign_says_which_of_two_near_topics_is_meant(
    question: str, nearest: str, topic: str
) -> None:
    assert meant(read(question), [(nearest, 1.0), (topic, 0.9)]) == topic


def test_a_sign_moves_nothing_to_a_topic_that_is_far() -> None:
    assert meant(read("can I go to the MSPB?"), [("lowered-now", 1.0), ("mspb", 0.3)]) is None
    assert meant(read("what is a desk?"), []) is None


def test_the_ways_of_asking_teach_what_sets_topics_apart(tmp_path: Path) -> None:
    asks = [(0, "dogs bark"), (0, "a dog barks"), (1, "cats purr"), (1, "a cat purrs")]
    terms = [("dog", "bark"), ("dog", "bark"), ("cat", "purr"), ("cat", "purr")]
    vectors = np.eye(4, dtype=np.float32)
    weights = {"dog": 1.0, "bark": 1.0, "cat": 1.0, "purr": 1.0}
    learned = learn(tmp_path, "letters", asks, vectors, terms, weights)
    near = learned.likeness(np.zeros(4, dtype=np.float32), ("dog",))
    assert near[0] > near[1]
    # Kept in the data folder, and fitted again when the file is damaged.
    (kept,) = (tmp_path / "bridge").glob("*-topics.npz")
    again = learn(tmp_path, "letters", asks, vectors, terms, weights)
    assert np.allclose(again.table, learned.table, rtol=1e-2, atol=1e-2)
    kept.write_bytes(b"no table")
    assert np.allclose(
        learn(tmp_path, "letters", asks, vectors, terms, weights).table, learned.table
    )
