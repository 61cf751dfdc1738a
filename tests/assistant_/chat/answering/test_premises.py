"""What a question wrongly takes for granted is corrected before it is answered."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.composing.premises import corrected, known_premises
from assistant.chat.engine import Engine
from assistant.chat.model import Answer
from assistant.chat.reading.exact import read
from assistant.chat.topics import all_topics
from index.library import Library
from tests.assistant_.saying import reply

GRANTED = (
    ("I know OPM can't lower my grade, so how do I file?", "OPM can also lower"),
    ("since there's no risk in appealing, where do I send the letter", "OPM can also lower"),
    ("As the grade can only go up in an appeal, which office decides?", "OPM can also lower"),
    (
        "Since appeals must be filed within 30 days of the PD, who grants an exception?",
        "no time limit",
    ),
    (
        "HR told me I only have 90 days to appeal my classification. who grants extensions?",
        "no time limit",
    ),
    (
        "because the deadline to appeal my grade passed last year, can I still get my PD corrected",
        "no time limit",
    ),
    (
        "my coworker does the same work as a 13 so I win automatically, where do I file",
        "decides nothing",
    ),
    (
        "Since a coworker's higher grade proves mine is wrong, do I send her PD with the appeal?",
        "decides nothing",
    ),
    (
        "since I get back pay for the three years I did the higher work, how is it computed?",
        "no back pay",
    ),
    ("I know they owe me back pay from when the duties started, who pays it", "no back pay"),
    (
        "since I do the work of two people and that raises my grade, which level do I ask for",
        "no part in the grade",
    ),
    (
        "Because 20 years of service means a higher grade, which form shows my service?",
        "no part in the grade",
    ),
    ("since I have to go through my agency first, how long do they have?", "write to OPM at once"),
    (
        "Now that OPM said no, I know the MSPB reviews it next, how many days do I have",
        "the last one",
    ),
    (
        "as OPM rules on whether my PD is accurate, what do I send them",
        "accuracy of a position description",
    ),
    (
        "Given that the worst OPM can do is leave it as is, should my letter be long or short?",
        "OPM can also lower",
    ),
    ("I understand an appeal can't hurt me. Do I need a lawyer for it?", "OPM can also lower"),
    (
        "They said the window for classification appeals closes after 60 days. Who can waive that?",
        "no time limit",
    ),
    (
        "I missed the 15-day deadline to appeal so I can never appeal, right? Is a grievance left",
        "no time limit",
    ),
    (
        "the guy in the next cubicle is a GS-14 which settles it, so what address do I use",
        "decides nothing",
    ),
    (
        "If they promote me they have to pay me back to 2019. Which office computes it?",
        "no back pay",
    ),
    (
        "Seeing that winning means retroactive pay to the day I took it on, what proof do I need",
        "no back pay",
    ),
    (
        "given my workload doubled which makes it a higher grade, who does the desk audit",
        "no part in the grade",
    ),
    (
        "I know outstanding ratings move you to a higher grade. who certifies it?",
        "no part in the grade",
    ),
    (
        "I was told OPM won't take it unless the agency denies it first, how do I get the denial",
        "write to OPM at once",
    ),
    ("Since I can appeal OPM's decision to federal court, what's the filing fee?", "the last one"),
    (
        "Since OPM decides if my position description is accurate, how many copies do they need",
        "accuracy of a position description",
    ),
    ("my master's degree entitles me to the next grade so how do I claim it", "raises no grade"),
    (
        "since half the level's description is met I get half its points, how do I add that up",
        "whole or not at all",
    ),
    ("I know we can credit a level that is mostly met, how do I word it", "whole or not at all"),
)


@pytest.mark.parametrize(("message", "first"), GRANTED)
def test_what_is_not_so_is_corrected_first(message: str, first: str) -> None:
    answer = corrected(Answer(lead="**Write to OPM.**"), read(message), "how-to-file")
    assert answer.lead.startswith("**First: ")
    assert first in answer.lead.partition("**Write")[0]
    assert answer.words


@pytest.mark.parametrize(
    "message",
    [
        "can OPM lower my grade?",
        "since OPM can lower my grade, how do I prepare?",
        "I know it can be lowered, so what is the risk?",
        "Since I was demoted last week, how do I get the back pay from the day it took effect?",
        "as a wage grade employee do I have to go to my agency first?",
        "My coworker is a 13, what can I do?",
        "given that I have 45 days to ask for reconsideration, when does it end?",
        "I know volume does not count, so what does?",
        "the decision is final, so who may reopen it?",
    ],
)
def test_what_is_so_or_only_asked_is_left_alone(message: str) -> None:
    plain = Answer(lead="**Write to OPM.**")
    assert corrected(plain, read(message), "how-to-file") is plain


def test_no_way_of_asking_is_corrected_by_mistake() -> None:
    plain = Answer(lead="**So it is.**")
    for topic in all_topics().values():
        for ask in topic.asks:
            assert corrected(plain, read(ask), topic.id) is plain, ask


def test_every_topic_named_is_one() -> None:
    assert {topic for one in known_premises() for topic in one.said} <= set(all_topics())


def test_the_conversation_warns_who_takes_an_appeal_to_be_safe(
    example_library: Library, chooser: Chooser
) -> None:
    engine = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    lead = reply(engine, "I know OPM can't lower my grade, so how do I file?").answer.partition(
        "\n"
    )[0]
    assert "First: OPM can also lower the grade" in lead
    assert "In writing" in lead
