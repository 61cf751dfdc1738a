"""Questions that stand in no topic's file are understood as the topic they ask for."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from assistant.chat.reading.exact import read
from assistant.chat.reading.matching import Matcher
from assistant.chat.topics import all_topics
from index.record.embedding import MiniLM

HELD_OUT = sorted((Path(__file__).parents[1] / "topics").glob("held_out_*.toml"))
LEAST = 0.9
"""The share of a file's questions that must be understood."""


@pytest.fixture(scope="module")
def matcher(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    return Matcher(list(all_topics().values()), MiniLM(), tmp_path_factory.mktemp("home"))


@pytest.mark.parametrize("file", HELD_OUT, ids=lambda path: path.stem)
def test_nine_questions_of_ten_find_their_topic(file: Path, matcher: Matcher) -> None:
    asked = tomllib.loads(file.read_text(encoding="utf-8"))
    wanted = [(topic, question) for topic, questions in asked.items() for question in questions]
    missed = [
        f"{question!r} is {topic}, understood as {found}"
        for topic, question in wanted
        if (found := matcher.nearest(read(question))[0].topic.id) != topic
    ]
    assert len(missed) <= (1 - LEAST) * len(wanted), "\n".join(missed)


@pytest.mark.parametrize("file", HELD_OUT, ids=lambda path: path.stem)
def test_questions_held_out_stand_in_no_topics_file(file: Path) -> None:
    asked = tomllib.loads(file.read_text(encoding="utf-8"))
    assert set(asked) <= set(all_topics())
    known = {ask.casefold() for topic in all_topics().values() for ask in topic.asks}
    assert not [q for questions in asked.values() for q in questions if q.casefold() in known]
