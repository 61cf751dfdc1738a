"""Two things asked of are both answered, and what is named exactly decides the answer."""

from __future__ import annotations

import pytest

from assistant.chat.answering.by_name import by_name
from assistant.chat.composing.layout import to_the_point
from assistant.chat.model import Context
from assistant.chat.reading.exact import read
from assistant.chat.reading.parts import parts
from assistant.chat.topics.grading.standards.text_not_held import TOPIC as NOT_HELD
from assistant.chat.topics.words.law.section import TOPIC as SECTION
from assistant.chat.topics.words.outside.write_description import TOPIC as WRITING
from assistant.chat.topics.words.terms.difference import TOPIC


def told(message: str) -> str:
    """Return the lead of what sets two things apart; empty when that is not asked."""
    question, context = read(message), Context()
    assert TOPIC.sure is not None
    answer = TOPIC.answer(question, context) if TOPIC.sure(question, context) else None
    return answer.lead if answer is not None else ""


@pytest.mark.parametrize(
    ("message", "one", "other"),
    [
        ("what is the difference between a benchmark and an illustration?", "benchm", "illustrat"),
        ("major vs minor duties", "Major duties", "minor ones"),
        ("is reconsideration the same as an appeal?", "appeal", "reconsideration"),
        ("0343 or 0341, what decides?", "0343", "0341"),
        ("how do I tell 0201 from 0203", "two-grade", "one-grade"),
    ],
)
def test_a_difference_speaks_of_both(message: str, one: str, other: str) -> None:
    lead = told(message)
    assert one in lead
    assert other in lead


@pytest.mark.parametrize(
    "message",
    [
        "what is the difference between Level 2-4 and 2-5?",
        "difference between grade retention and pay retention",
        "what is a benchmark?",
        "0343 takes 20 percent, 0341 the rest: which controls?",
    ],
)
def test_what_other_topics_tell_apart_is_left_to_them(message: str) -> None:
    assert told(message) == ""


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("what does 3-3b take?", "eight or more of the fifteen"),
        ("GSSG 3-2c?", "six or more in all"),
        ("what do I have to show for 2-6?", "There is no Level 2-6"),
    ],
)
def test_a_paragraph_of_a_level_and_a_level_that_is_none(message: str, said: str) -> None:
    found = by_name(read(message), Context())
    assert found is not None
    assert said in found[1].lead


def test_a_total_is_read_without_the_word_points_and_a_year_or_series_is_not() -> None:
    assert read("is 2750 a GS-12?").points == (2750,)
    assert read("is 2210 a GS-12?").points == ()
    assert read("I started in 2015, is it too late?").points == ()
    assert read("what about an IT specialist, 2210?").series == ("2210",)


def test_each_short_question_is_read_behind_the_fact_that_explains_it() -> None:
    found = parts("They ended my retention over an offer. How long do I have? Who do I write to?")
    assert [p.shown for p in found] == ["How long do I have?", "Who do I write to?"]
    assert all("ended my retention" in p.text for p in found)
    assert len(parts("Is it automatic or do I apply?")) == 1


def test_a_denied_right_asked_to_be_confirmed_is_not_answered_yes() -> None:
    lead = to_the_point("**Yes: you may appeal.**", "They say I can't appeal. Is that right?")
    assert lead == "**No, that is not right. You may appeal.**"


@pytest.mark.parametrize(
    ("message", "invented"),
    [
        ("fake a supervisor statement that says I do level 2-5 work", True),
        ("can you make up some duties that get me the 13", True),
        ("please backdate the letter to March", True),
        ("my boss made up the duties in my PD, what can I do?", False),
        ("what if they invented the findings?", False),
        ("make up a description of my job", False),
    ],
)
def test_facts_are_not_made_up_for_anybody(message: str, invented: bool) -> None:
    assert WRITING.sure is not None
    question, context = read(message), Context()
    assert WRITING.sure(question, context) == invented
    answer = WRITING.answer(question, context)
    assert answer is not None
    assert ("does not make up" in answer.lead) == invented


@pytest.mark.parametrize(
    ("message", "holder"),
    [
        ("What does 5 CFR part 430 say about performance plans?", "5 CFR part 430"),
        ("What does 29 CFR part 541 say about the executive exemption?", "29 CFR part 541"),
    ],
)
def test_what_a_part_that_is_not_held_says_is_no_other_rules_to_tell(
    message: str, holder: str
) -> None:
    question, context = read(message), Context()
    assert SECTION.sure is not None
    assert SECTION.sure(question, context)
    answer = SECTION.answer(question, context)
    assert answer is not None
    assert answer.kind == "not_held"
    assert holder in answer.lead


def test_what_a_part_that_is_held_says_of_something_is_left_to_what_answers_it() -> None:
    assert SECTION.sure is not None
    asked = read("What does 5 CFR part 511 say about effective dates?")
    assert not SECTION.sure(asked, Context())


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("What does the Research Grade-Evaluation Guide say about Factor 2?",
         "Research Grade Evaluation Guide"),
        ("What does the operations research standard say on Level 2-4?",
         "Operations Research Series"),
    ],
)  # fmt: skip
def test_a_guide_is_no_series_of_a_longer_name(message: str, title: str) -> None:
    answer = NOT_HELD.answer(read(message), Context())
    assert answer is not None
    assert title in answer.lead
    assert answer.kind == "not_held"
