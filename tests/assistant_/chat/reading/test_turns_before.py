"""Short messages made whole by the turn before, and days told as a turn of their own."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.chat.reading.turns.completing import follow_ups
from assistant.chat.topics import known_topics
from index.library import Library
from tests.assistant_.saying import reply, said

CHAINS = (
    ("OPM denied my appeal, what now?", "until when?", "reconsideration"),
    ("OPM denied my appeal, what now?", "and if they refuse?", "after-the-decision"),
    ("How do I appeal?", "what has to be in it?", "appeal-contents"),
    ("Do I keep my grade after a downgrade?", "and after that?", "pay-retention"),
    ("Can my coworker's grade be compared with mine?", "so what can I do about it?", "consistency"),
    ("Who signs the position description?", "and if she refuses?", "pd-signature"),
)


@pytest.fixture
def empty(example_library: Library, chooser: Chooser) -> Engine:
    """A conversation without a case."""
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


@pytest.mark.parametrize(("first", "then", "topic"), CHAINS)
def test_a_short_question_is_asked_of_the_subject_before(
    engine: Engine, first: str, then: str, topic: str
) -> None:
    said(engine, first)
    assert reply(engine, then).topic == topic


def test_every_whole_question_names_topics_that_exist() -> None:
    known, topics = follow_ups(), known_topics()
    assert set(known.subjects) <= set(topics)
    assert {one.to for one in known.whole.values()} <= set(topics)
    assert {asked for _, asked in known.whole} <= set(known.asked)
    assert {subject for subject, _ in known.whole} == set(known.subjects.values())


def test_a_day_told_by_itself_is_counted_from(empty: Engine) -> None:
    said(empty, "They lowered my grade from GS-12 to GS-11.")
    assert "October 18, 2026" in said(empty, "on October 3, 2026")
    assert "October 20, 2026" in said(empty, "sorry, it was the 5th")
    assert "October 20, 2026" in said(empty, "so how long do I have then?")


def test_the_day_of_a_decision_is_no_day_of_a_downgrade(empty: Engine) -> None:
    said(empty, "OPM decided against me on May 4, 2026. Can I go to the MSPB?")
    assert "June 18, 2026" in said(empty, "until what date can they look at it again?")
    answer = said(empty, "How long do I have after my grade was lowered?")
    assert "May" not in answer
