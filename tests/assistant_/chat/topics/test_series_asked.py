"""Series and titles asked of by number: the number decides, and what is told of the work."""

from __future__ import annotations

import pytest

from assistant.chat.answering.by_name import by_name
from assistant.chat.model import Context
from assistant.chat.reading.exact import read
from assistant.chat.topics.work.position.pd_percentages import TOPIC as SHARES
from index.library import Library


def _said(question: str) -> str:
    found = by_name(read(question), Context())
    assert found is not None, question
    return found[1].lead


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("one engineer, half civil and half mechanical: do I use 0801?", "interdisciplinary"),
        ("can I put a civil engineer into 0801?", "only for work that no series of the group"),
        ("nothing in the 1100 group fits: 0301 or 1101?", "1101 rather than 0301"),
        ("may we use 1801 for an inspector with mixed duties", "1801, General Inspection"),
        ("which agencies can use 0580?", "Only for National Credit Union Administration"),
        ("has 0625 been abolished?", "Yes, cancelled"),
        ("is 1109 a new series?", "Yes, new"),
        ("does series 0343 still exist", "It stands"),
        ("which series is only for the Federal Aviation Administration", "2186"),
        ("is 0340 right for a GS-12?", "GS-13 and above, not GS-12"),
        ("can somebody who runs a two-year project be a 0340?", "a project begins and ends"),
        ("0340 or 0343 for someone who evaluates programs but doesn't run them?", "0343"),
        (
            "official title of an HR specialist, half staffing half benefits, none predominates",
            "without a specialty where two or more",
        ),
    ],
)
def test_the_number_named_and_what_is_told_decide(question: str, said: str) -> None:
    assert said in _said(question)


@pytest.mark.parametrize(
    "question",
    ["how do I tell 0560 from 0501", "what are parenthetical titles", "when can 0301 be used?"],
)
def test_questions_with_topics_of_their_own_are_left_to_them(question: str) -> None:
    assert by_name(read(question), Context()) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("when did the 0340 flysheet come out", "May 2019"),
        ("how old is the classifier's handbook", "August 1991"),
    ],
)
def test_the_paper_named_is_dated(question: str, said: str) -> None:
    assert said in _said(question)


def test_shares_told_in_a_row_are_added_up() -> None:
    answer = SHARES.answer(read("the shares in my PD are 40/30/20/20. ok?"), Context())
    assert answer is not None
    assert "add up to 110, not to 100 percent" in answer.lead


def test_a_person_without_a_trade_is_known_by_the_work(example_library: Library) -> None:
    # "For a person who ..." names nobody by a trade.
    asked = read("what series for a person who does budget work full time?")
    found = by_name(asked, Context(library=example_library))
    assert found is not None
    assert "0560" in found[1].lead
