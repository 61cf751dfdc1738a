"""Going on about a route: whose time it is, what OPM's no leaves, another pay plan, a manager."""

from __future__ import annotations

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from index.library import Library
from tests.assistant_.saying import said

_HANDED_IN = ["must I go to my agency first?", "my HR has had the appeal for four months now"]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ([*_HANDED_IN, "have I got a deadline on my side as well?"], "There is no time limit"),
        ([*_HANDED_IN, "and when OPM rejects it?"], "Only reconsideration"),
        ([*_HANDED_IN, "and if they refuse it?"], "write to OPM yourself now"),
        (["I'm a WS-6, who hears my appeal?", "my wife is a GS-9, is that the same?"], "Yes: as a"),
        (["may I write to OPM directly?", "is it different for a WG-10?"], "agency comes first"),
        (["I'm a WG-7 and they rated my job too low, who decides that?"], "agency always comes"),
        (["I'm a WG-7. can't I just go to OPM?"], "No, not directly"),
        (["may I go to OPM without asking HR?"], "Yes: as a General Schedule employee"),
        (["must I ask my agency first?"], "No, you do not have to"),
        (
            ["my clerk appealed, what must we send OPM?", "must we stop the downgrade we planned?"],
            "No: an appeal does not stop",
        ),
        (["may we go ahead with the demotion although he appealed?"], "Yes: an appeal does not"),
    ],
)
def test_a_route_is_gone_on_about(
    turns: list[str], told: str, example_library: Library, chooser: Chooser
) -> None:
    talk = Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)
    assert told in [said(talk, turn) for turn in turns][-1]


def test_a_thing_told_with_the_level_it_should_make_is_weighed_and_not_tried(
    engine: Engine,
) -> None:
    assert "Level 5-4 is not met" in said(engine, "Two bureaus use it. Wouldn't that be 5-4?")
    assert "With Level 5-4:" in said(engine, "with 5-4, would that be a 12?")
