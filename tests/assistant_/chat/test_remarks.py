"""Short messages understood by what is said like them after a subject."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.chat.reading.exact import general
from assistant.chat.reading.turns.changed import remarks as of_remarks
from assistant.chat.reading.turns.changed.remarks import MEANT, Remark, Remarks, middle, remarks
from assistant.chat.reading.turns.together import without_lead_in
from assistant.chat.topics import known_topics
from index.library import Library
from index.record.embedding import MiniLM, signature
from tests.assistant_.saying import reply

FIRST, THREE = 0.5, 0.72
"""Shares of the things said that are understood when left out: first, and among three."""
EVERY = 4
"""Every so many whole questions are tried: all of them take longer and say the same."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("no-documents")) as opened:
        yield opened


@pytest.fixture
def engine(library: Library, chooser: Chooser) -> Engine:
    return Engine(library, ExtractiveArguer(), case=None, chooser=chooser)


def test_the_middles_that_come_with_the_program_are_of_what_its_files_say() -> None:
    kept = of_remarks._kept(signature(MiniLM()))
    assert kept is not None, f"{MEANT.name} is out of date: make asks"
    assert kept.wholes == tuple(one.whole for one in remarks())


def test_everything_is_said_after_topics_there_are_and_in_several_ways() -> None:
    known = known_topics()
    for one in remarks():
        assert one.topics <= set(known), one.whole
        assert len(set(map(str.lower, one.said))) >= 5, one.whole


def test_nothing_said_after_one_topic_means_two_things() -> None:
    meant: dict[str, list[Remark]] = {}
    for one in remarks():
        for said in one.said:
            meant.setdefault(said.lower().strip(" ?.!"), []).append(one)
    twice = [
        (said, a.whole, b.whole)
        for said, ones in meant.items()
        for a, b in combinations(ones, 2)
        if a.whole != b.whole and a.topics & b.topics
    ]
    assert not twice


def test_most_of_what_is_said_is_understood_when_left_out() -> None:
    embedder, known = MiniLM(), remarks()
    kept = of_remarks._kept(signature(embedder))
    assert kept is not None
    tried = first = three = 0
    for number in range(0, len(known), EVERY):
        one = known[number]
        said = [general(one.whole), *(without_lead_in(general(s)) for s in one.said)]
        part = np.array(list(embedder.embed_passages(said)), dtype=np.float32)
        part /= np.linalg.norm(part, axis=1, keepdims=True)
        for place in range(1, len(part)):
            near = kept.rows @ part[place]
            near[number] = middle(np.delete(part, place, axis=0)) @ part[place]
            beside = [n for n, other in enumerate(known) if other.topics == one.topics]
            order = sorted(beside, key=lambda n: -near[n])
            tried += 1
            first += known[order[0]].whole == one.whole
            three += one.whole in [known[n].whole for n in order[:3]]
    assert first / tried >= FIRST
    assert three / tried >= THREE


@pytest.mark.parametrize(
    ("before", "said", "told"),
    [
        ("Can I have a representative in my appeal?", "could the agency object to her", "conflict"),
        ("Where does a wage employee appeal?", "can I skip the shop and write OPM", "agency"),
        ("What ends grade retention?", "would a promotion finish it", "promot"),
        ("Does the supervisory guide cover me?", "and if they are all contract staff?", "contract"),
    ],
)
def test_a_message_in_passing_is_answered_by_what_it_means_there(
    engine: Engine, before: str, said: str, told: str
) -> None:
    reply(engine, before)
    assert told in reply(engine, said).answer.lower()


def test_a_message_that_says_enough_means_what_it_says(engine: Engine) -> None:
    reply(engine, "What ends grade retention?")
    assert "2,755" in reply(engine, "how many points does a GS-12 take").answer


def test_nothing_is_meant_after_topics_of_which_nothing_is_said() -> None:
    vector = MiniLM().embed_query("how long")
    assert Remarks(MiniLM()).meant(vector, {"no-such-topic"}) == []
