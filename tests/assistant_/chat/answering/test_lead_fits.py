"""The first words of an answer fit what was asked, and who asks it."""

from __future__ import annotations

import re

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.edits import load_case
from assistant.chat.answering.choosing import Chooser
from assistant.chat.engine import Engine
from assistant.settings import EXAMPLE_CASE
from index.library import Library
from tests.assistant_.saying import reply

ASKED = (
    (("may a colleague who classifies jobs for our division speak for me in the appeal",), r"No\b"),
    (("can my friend who works in classification represent me?",), r"No\b"),
    (("An analyst of mine appeals.", "could my deputy be her representative?"), r"No: nobody with"),
    (("Can I have a representative?", "can HR turn me down as rep"), r"Yes, but only for three"),
    (
        ("I am the union rep of a clerk who was cut to GS-5", "may I sit in when OPM calls her"),
        r"Not as of right",
    ),
    (("I left my GS-12 job for a GS-11 one elsewhere. Do I keep my grade?",), r"No: neither grade"),
    (
        ("what does Level 3-4 require?", "what if only 3-3?", "and the other way round?"),
        r"(?!The low)",
    ),
    (("can a retired classifier from another agency represent me?",), r"Yes\b"),
    (("can my coworker represent me in the appeal",), r"Yes\b"),
    (("Who may appeal?", "could I do it as his manager"), r"No: only the employee"),
    (("Can a manager appeal for one of my analysts, on her behalf?",), r"No: only the employee"),
    (("Who may appeal?", "and the agency"), r"Only against a certificate"),
    (("Can my supervisor stop me from appealing?",), r"No: you need nobody"),
    (("can I appeal my previous GS-12 job",), r"No: only the position"),
    (("may the agency correct the grade without an appeal to OPM?",), r"Yes: the agency"),
    (("so I have nothing to lose by appealing?",), r"No\b"),
    (("is there a risk in appealing?",), r"Yes\b"),
    (("can they lower my grade if I appeal?",), r"Yes\b"),
    (("Can I have a representative?", "would she be let into the interview by OPM"), r"Not as of"),
    (("I have to do an evaluation statement. How do I begin?",), r"For each factor"),
    (("do I have to write an evaluation statement for every position?",), r"No: a narrative"),
    (
        ("I filed my appeal in May and have new proof now. May I send OPM the documents?",),
        r"Yes: you",
    ),
    (
        ("my boss has me at the gate, which isn't in my PD. Can I appeal that?",),
        r"No: (?:work assigned|whether a position description .* leaves out a major duty)",
    ),
    (("can I still file an appeal?",), r"Yes: there is no time limit"),
    (("is it too late to appeal?",), r"No: there is no time limit"),
    (("is an error in the points a ground for an appeal?",), r"Yes: an appeal gives"),
    (("2,745 points, which grade?", "only 10 points, seriously"), r"No, a total is never rounded"),
    (("Is whoever runs the copiers under GS or the wage system?",), r"The General Schedule for"),
    (
        ("She sets the budget and goals of the paint shop but does not supervise painters. FWS?",),
        r"That is General Schedule work",
    ),
    (("If I win, does the agency pay my attorney?",), r"Whether the Government pays"),
    (("does the hiring freeze keep me from an upgrade",), r"What a hiring freeze stops"),
    (("can I get damages for discrimination from my chief",), r"This program does not say"),
    (
        ("I work 25% of my time at GS-12 and 75% at GS-11", "what's the catch"),
        r"The catch: a higher",
    ),
    (("we handle three times the volume of the other team",), r"(?:No: t|T)he volume of work"),
    (("and the other way round?",), r"I cannot tell"),
    (("would it change if I refused a job in another town?",), r"(?!.*our words for the rule)"),
    (("Does an appeal stop a downgrade?", "is that official or from you"), r"Introduction to the"),
    (("Level 4-4 or 4-5, how many points apart?", "says who"), r"(?!No place)"),
    (("who checks that this is right?",), r"The core computes every point"),
    (("who checks that my PD is accurate?",), r"The immediate supervisor"),
    (("Three clerks work 10 hours a week each. Do they count in the base level?",), r"In propor"),
)


ON_A_CASE = (
    ("does the paperwork and the phone get me 2-5", r"(?:Not yet|No)\b"),
    ("does 2-5 get me a 12", r"(?!Not yet)"),
    ("how did you get the total", r"The core adds up the points"),
    ("is there a 13 in this for me?", r"GS-13 takes"),
    ("How many points lie between this position and GS-10?", r"[\d,]+ points above GS-10"),
    ("change my record to GS-14 then", r"(?!.*you hold GS-14)"),
)


@pytest.fixture
def engine(example_library: Library, chooser: Chooser) -> Engine:
    return Engine(example_library, ExtractiveArguer(), case=None, chooser=chooser)


@pytest.mark.parametrize(("messages", "first"), ASKED, ids=[one[0][-1] for one in ASKED])
def test_an_answer_begins_with_what_is_asked(
    engine: Engine, messages: tuple[str, ...], first: str
) -> None:
    *before, last = messages
    for message in before:
        reply(engine, message)
    told = re.sub(r"[*_]", "", reply(engine, last).answer)
    assert re.match(first, told, re.DOTALL), told[:200]


@pytest.mark.parametrize(("message", "first"), ON_A_CASE)
def test_an_answer_on_a_case_begins_with_what_is_asked(
    example_library: Library, chooser: Chooser, message: str, first: str
) -> None:
    case = load_case(EXAMPLE_CASE)
    engine = Engine(example_library, ExtractiveArguer(), case=case, chooser=chooser)
    told = re.sub(r"[*_]", "", reply(engine, message).answer)
    assert re.match(first, told, re.DOTALL), told[:200]


def test_another_occupation_s_decision_does_not_say_what_a_level_requires(
    example_library: Library, chooser: Chooser
) -> None:
    case = load_case(EXAMPLE_CASE)
    other = case.model_copy(
        update={
            "current": case.current.model_copy(update={"series": "0560"}),
            "requested": case.requested.model_copy(update={"series": "0560"}),
        }
    )
    engine = Engine(example_library, ExtractiveArguer(), case=other, chooser=chooser)
    assert "as quoted in decision" not in reply(engine, "why not 2-5").answer
