"""What ships beside the topics is made from the present ways of asking."""

from __future__ import annotations

from assistant.chat.model import Context
from assistant.chat.reading import weights
from assistant.chat.reading.exact import general, read
from assistant.chat.reading.matching import LEARNED
from assistant.chat.topics import VECTORS, all_topics, compiled, described
from index.record.embedding import MiniLM, signature
from index.statements.vectors import name_of, read_shipped

ASKS = [(topic.id, general(ask)) for topic in all_topics().values() for ask in topic.asks]


def test_the_weights_are_learned_from_the_present_ways_of_asking() -> None:
    learned = weights.load(LEARNED)
    assert learned is not None
    assert learned.fingerprint == weights.fingerprint(ASKS), "run make asks"


def test_every_way_of_asking_has_its_vector() -> None:
    shipped = read_shipped(VECTORS, signature(MiniLM()))
    lacking = sorted({ask for _, ask in ASKS if name_of(ask) not in shipped})
    assert lacking == [], "run make asks"


def test_the_topics_are_known_without_being_imported() -> None:
    made = compiled()
    assert made is not None, "run make asks"
    assert [described(t) for t in made.topics] == [described(t) for t in all_topics().values()]
    column = {topic: place for place, topic in enumerate(all_topics())}
    assert [column[topic] for topic, _ in ASKS] == made.columns.tolist()


def test_every_message_that_only_one_topic_can_mean_holds_a_cue_of_it() -> None:
    every = [read(ask) for topic in all_topics().values() for ask in topic.asks[::12]]
    for topic in all_topics().values():
        if topic.sure is None or not topic.cues:
            continue
        asked = [*map(read, topic.asks), *every]
        without = [one for one in asked if not any(c in one.message.casefold() for c in topic.cues)]
        missed = [one.message for one in without if topic.sure(one, Context())]
        assert missed == [], f"{topic.place}: add a cue, or take its cues away"
