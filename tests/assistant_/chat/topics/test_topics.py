"""Every topic is whole: found, asked in a dozen ways, and answers without case or documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chat.answering.kit import documents
from assistant.chat.model import Answer, Context, Topic
from assistant.chat.reading.exact import read
from assistant.chat.topics import HERE, all_topics

TOPICS = list(all_topics().values())
FOLDED_LEAD = 700


def test_there_are_topics() -> None:
    assert len(TOPICS) >= 5


@pytest.mark.parametrize("path", sorted(HERE.glob("asks/**/*.*")), ids=lambda path: path.stem)
def test_ways_of_asking_are_of_a_topic_and_stand_one_a_line(path: Path) -> None:
    assert path.suffix == ".txt"
    assert (HERE / path.relative_to(HERE / "asks")).with_suffix(".py").exists()
    asks = path.read_text("utf-8").splitlines()
    assert all(ask and ask == ask.strip() for ask in asks)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda t: t.id)
def test_a_topic_is_asked_in_a_dozen_ways(topic: Topic) -> None:
    assert len({ask.casefold() for ask in topic.asks}) >= 12
    assert topic.title
    assert topic.title[0] == topic.title[0].lower() or topic.title.split()[0].isupper()


@pytest.mark.parametrize("topic", TOPICS, ids=lambda t: t.id)
def test_a_topic_answers_with_nothing_open(topic: Topic) -> None:
    if {"case", "library"} & set(topic.needs):
        pytest.skip("answers about a case or the documents held only")
    answers = [a for ask in topic.asks if (a := topic.answer(read(ask), Context())) is not None]
    assert answers, "none of its own ways of asking is answered"
    for answer in answers:
        _is_sound(answer)


def _is_sound(answer: Answer) -> None:
    assert answer.lead.strip()
    assert not answer.lead.lstrip().startswith("#")
    assert len(answer.next) <= 3
    assert len(answer.lead) <= FOLDED_LEAD, "a lead is one to three sentences"
    for words in answer.words:
        assert words.ours
        assert not words.source or words.source in documents()
    if answer.kind in {"decline", "not_held"}:
        assert not answer.words
