"""Decisions asked for by who appealed, where and how it went, from the register that ships."""

from __future__ import annotations

import pytest

from assistant.chat.answering.by_name import by_name
from assistant.chat.model import Context
from assistant.chat.reading.exact import read


def _said(question: str) -> str:
    found = by_name(read(question), Context())
    assert found is not None, question
    return found[1].lead


@pytest.mark.parametrize(
    ("question", "number"),
    [
        (
            "the IT specialist at DCMA who ended as a computer assistant, which decision",
            "0335-09-08",
        ),
        ("what did OPM leave the paralegal at OMB with?", "C-0303-08-01"),
        ("any decision that made a locksmith a maintenance worker?", "C-4749-08-03"),
        ("decision C-0690-11-03, what was it before and after", "GS-0690-12 to "),
        ("Did a GS-14 ever get cut to a GS-9?", "C-0503-09-01"),
        ("what is the oldest decision in the register?", "C-0018-12-01 of November 4, 1996"),
        ("what happened to the deportation officer who appealed", "C-1801-12-08"),
    ],
)
def test_a_decision_is_found_by_what_is_told_of_it(question: str, number: str) -> None:
    assert number in _said(question)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("show me decisions from the Navy", "27 decisions in the register (Navy)"),
        ("were any secretaries raised in your decisions?", "None that raised the grade"),
        ("which agency has the most decisions in the register", "Veterans Affairs with"),
        ("list 2016 decisions by the VA that lowered the grade", "C-1084-09-01 of May 17, 2016"),
        ("is there a decision where an employee lost a grade on appeal", "Yes: 56 decisions"),
        ("did any 2210 appeal go up", "None that raised the grade.** **3 decisions"),
    ],
)
def test_several_decisions_are_listed_by_agency_year_and_outcome(question: str, said: str) -> None:
    assert said in _said(question)


@pytest.mark.parametrize(
    "question",
    [
        "my coworker, a secretary, was downgraded by the Navy. can I appeal?",
        "A program analyst was lowered from GS-13 to GS-12, when does her retention end?",
        "does OPM take appeals from the Army in wage jobs?",
        "which series does a park ranger belong to?",
        "what is the latest day to carry out a decision?",
    ],
)
def test_what_the_law_gives_is_not_looked_up_in_the_register(question: str) -> None:
    found = by_name(read(question), Context())
    assert found is None or found[0] not in {"find-decisions", "decision-ruling"}


def test_reasons_are_said_to_stand_in_the_text() -> None:
    topic, answer = by_name(read("why did C-0690-11-03 go down?"), Context()) or ("", None)
    assert topic == "decision-ruling"
    assert answer is not None
    assert answer.kind == "not_held"
    assert "reasons, levels and points stand in its text" in answer.lead


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("decisions where someone went down two grades or more", "by 2 grades or more"),
        ("which decisions found a PD inadequate?", "found the description inadequate"),
        ("a case where IT 2210 became 0335, which decision?", "C-0335-09-08"),
    ],
)
def test_the_register_is_filtered_by_what_is_told(question: str, said: str) -> None:
    assert said in _said(question)
