"""Whatever case lies open, each topic's question is answered: none ends in an error.

The cases and the people in them are fictional.
"""

from __future__ import annotations

from datetime import date

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.chat.topics import all_topics
from core.model import Case, Classification, Duty, Fact
from index.library import Library
from tests.assistant_.saying import reply

pytestmark = pytest.mark.slow

_NINE = ("1-7", "2-4", "3-3", "4-4", "5-3", "6-2", "7-2", "8-1", "9-1")
# Before any edition held of its own series' flysheet came into force.
EARLIER = Case(
    title="A fictional analyst",
    fictional=True,
    standard="fes-primary",
    as_of=date(2024, 3, 20),
    current=Classification(title="Analyst", series="0343", grade=11),
    requested=Classification(title="Analyst", series="0343", grade=12),
    levels={level[0]: level for level in _NINE},
    sought={"2": "2-5"},
    facts=(
        Fact(text="It was a GS-12; the SF-50 lowering it took effect on February 29, 2024."),
        Fact(text="Drafts are reviewed.", source="Supervisor", factor=2),
    ),
)
BARE = Case(
    title="A fictional clerk",
    fictional=True,
    current=Classification(title="Clerk", series="0303", grade=6),
    duties=(Duty(title="Files", text="Files papers.", percent_employee=20), Duty(title="Types")),
)


@pytest.mark.parametrize("case", [EARLIER, BARE], ids=["earlier than an edition", "bare"])
def test_a_question_of_every_topic_is_answered(
    example_library: Library, chooser: Chooser, case: Case
) -> None:
    engine = Engine(example_library, ExtractiveArguer(), case=case, chooser=chooser)
    engine.recording = False
    for topic in all_topics().values():
        assert reply(engine, topic.asks[-1]).answer, topic.id
