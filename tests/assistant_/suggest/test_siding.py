"""Facts stated of a factor lie on the side of a level that their words are like."""

from __future__ import annotations

import pytest

from assistant.cases.edits import load_case
from assistant.settings import EXAMPLE_CASE
from assistant.suggest.language.siding import by_side, sided, unweighed
from core.fes.opened import open_case
from core.model import Evidence, Fact, Finding
from index.record.embedding import MiniLM


@pytest.mark.parametrize(
    ("level", "text", "side"),
    [
        ("2-4", "My supervisor tells me each morning what to do and checks every form.", "against"),
        ("3-4", "There is hardly any guidance; I develop new criteria for the offices.", "for"),
        ("4-5", "Every survey follows the same checklist.", "against"),
        ("7-3", "I have to convince unwilling contractors to change their practice.", "for"),
        ("9-2", "The work is done in an office.", "against"),
        ("3-4", "The manual says nothing on it; she wrote the protocol the region adopted.", "for"),
        ("3-4", "The guide has an answer for most cases; the clerk asks in others.", "against"),
        ("5-4", "Findings change how the whole agency runs the program.", "for"),
    ],
)
def test_a_fact_lies_on_the_side_its_words_are_like(level: str, text: str, side: str) -> None:
    assert sided([text], level.partition("-")[0], level, MiniLM())[0].side == side


def test_a_level_far_from_the_one_in_question_is_not_told_by_one_sentence() -> None:
    text = "My supervisor tells me each morning what to do and checks every form."
    near, far = (sided([text], "2", level, MiniLM())[0] for level in ("2-2", "2-5"))
    assert near.step == 1
    assert (far.side, far.step) == ("against", 0)


def test_facts_of_the_factor_are_sorted_by_side_and_what_is_evidence_is_left_out() -> None:
    final = "Her decisions are accepted as technically authoritative and are rarely changed."
    checked = "Every draft is checked word for word by the supervisor before it is sent out."
    used = "She plans the year's studies by herself."
    facts = [
        Fact(text=checked, source="Interview", factor=2),
        Fact(text=final, source="Interview", factor=2),
        Fact(text=used, source="Interview", factor=2),
        Fact(text="The work is done in an office.", source="Interview", factor=9),
    ]
    found = by_side(facts, "2-5", MiniLM(), without={used})
    assert [fact.text for fact, _ in found["for"]] == [final]
    assert [fact.text for fact, _ in found["against"]] == [checked]
    assert by_side(facts, "4-5", MiniLM()) == {"for": [], "against": [], "open": []}


def test_facts_that_a_person_has_weighed_are_offered_no_more() -> None:
    final = "Her decisions are accepted as technically authoritative and are rarely changed."
    fact = Fact(text=final, source="Interview", factor=2)
    case = load_case(EXAMPLE_CASE).model_copy(update={"facts": (fact,), "findings": ()})
    aspects = open_case(case).described("2-5")[1].aspects

    def offered(*findings: Finding) -> list[Fact]:
        now = case.model_copy(update={"findings": findings})
        return [one for one, _ in unweighed(now, "2-5", aspects, MiniLM())["for"]]

    assert offered() == [fact]
    evidence = (Evidence(text=final, source="Interview"),)
    assert not offered(Finding(aspect=aspects[0].id, answer="met", evidence=evidence))
    assert not offered(*(Finding(aspect=one.id, answer="unknown") for one in aspects))
