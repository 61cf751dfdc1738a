"""Words that decide between topics that are near in meaning."""

from __future__ import annotations

import pytest

from assistant.chat.reading.exact import read
from assistant.chat.reading.signs import meant, signs
from assistant.chat.topics import all_topics


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
    assert meant(read("can I go to the MSPB?"), [("lowered-now", 1.2), ("mspb", 0.2)]) is None
    assert meant(read("what is a desk?"), []) is None
