"""Drafts from the facts of a case: a paragraph on a factor, a summary to send, audit questions.

The case and the people in it are fictional.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine
from core.model import Case, Classification, Fact
from core.standards.reading import find_level, load_standard
from index.library import Library
from tests.assistant_.saying import reply, said

_NINE = ("1-6", "2-3", "3-3", "4-3", "5-3", "6-2", "7-2", "8-1", "9-1")
CLEARS = "The director reviews every guide before it is issued."
ALONE = "I plan the audits alone."
CASE = Case(
    title="A fictional analyst",
    fictional=True,
    standard="fes-primary",
    current=Classification(title="Permit Specialist", series="1801", grade=9),
    requested=Classification(title="Permit Specialist", series="1801", grade=11),
    levels={level[0]: level for level in _NINE},
    sought={"2": "2-4"},
    facts=(
        Fact(text=ALONE, source="Employee", factor=2),
        Fact(text=CLEARS, source="Director", factor=2),
    ),
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with Library.open(tmp_path) as library:
        yield Engine(library, ExtractiveArguer(), case=CASE, case_path=tmp_path / "case.toml")


@pytest.fixture
def nothing(tmp_path: Path) -> Iterator[Engine]:
    with Library.open(tmp_path) as library:
        yield Engine(library, ExtractiveArguer(), case=None)


@pytest.mark.parametrize(
    "message",
    [
        "write a paragraph of rationale for factor 2",
        "can you word the part on supervisory controls for me",
        "draft the rationale for level 2-3 from my facts",
        "give me text I can paste into the statement on factor 2",
    ],
)
def test_a_paragraph_sets_the_level_beside_the_facts(engine: Engine, message: str) -> None:
    answer = said(engine, message)
    standard = load_standard("fes-primary")
    assert "Factor 2, Supervisory Controls: Level 2-3, 275 points." in answer
    assert "I plan the audits alone *(Employee)*" in answer
    assert "Level 2-3 is credited as the case stands." in answer
    assert find_level(standard, "2-4").summary[1:].rstrip(".") in answer
    assert "To be cleared up" not in answer


def test_a_paragraph_for_more_than_is_credited_says_what_speaks_against_it(engine: Engine) -> None:
    answer = said(engine, "I need a paragraph arguing why it is 2-4")
    assert "is credited as the case stands" not in answer
    assert "since it speaks for less: “The director reviews every guide" in answer
    assert "[Say which of these facts meets each part of Level 2-4.]" in answer


def test_facts_told_in_the_message_stand_in_the_draft(nothing: Engine) -> None:
    answer = said(
        nothing,
        "Give me draft rationale for factor 3 level 3-3 of a GS-0343 position: uses the manuals "
        "of the port, adapts them when they leave gaps",
    )
    assert "Level 3-3, 275 points." in answer
    assert "uses the manuals of the port, adapts them when they leave gaps" in answer
    # The flysheet of 0343 sends its work to the guide for staff analysis.
    assert "earlier studies of similar subjects" in answer
    said(nothing, "now factor 4, 4-4: studies how well the ferries serve, with figures that clash")
    again = said(nothing, "write me the paragraph for factor 4")
    assert "Level 4-4, 225 points." in again
    assert "with figures that clash" in again
    assert "with figures that clash" in said(nothing, "I mean a draft text, not advice")


def test_without_a_level_or_a_factor_it_is_asked_for(nothing: Engine) -> None:
    assert "For which factor?" in said(nothing, "I mean a draft text, not advice")
    assert "For which level of Factor 5" in said(nothing, "draft a paragraph for factor 5")


@pytest.mark.parametrize(
    "message",
    [
        "give me a summary i can send to my rep",
        "something short I can email to my representative about where we are",
        "write a one-pager for my lawyer",
    ],
)
def test_a_summary_to_send_has_what_is_in_dispute(engine: Engine, message: str) -> None:
    answer = said(engine, message)
    assert "Position: Permit Specialist, GS-1801-09" in answer
    assert "Level 2-3 stands, Level 2-4 is sought. Stated: I plan the audits alone." in answer
    assert "If every level sought were credited: 2,060 points, GS-9" in answer


@pytest.mark.parametrize(
    "message",
    [
        "what would you ask the manager at the desk audit",
        "which questions will they ask me at the audit",
        "list questions for a desk audit on factor 2",
    ],
)
def test_questions_for_an_audit_go_to_the_levels_in_dispute(engine: Engine, message: str) -> None:
    answer = said(engine, message)
    assert "lead nobody to an answer" in answer
    assert "Factor 2: Who sets the assignments" in answer
    assert "What decides 2-4:" in answer
    assert "Factor 9:" not in answer


@pytest.mark.parametrize(
    "message",
    [
        "how do I write a rationale for level 2-3?",
        "do I have to send a summary to my representative?",
        "what should I ask HR before the audit?",
        "write my appeal letter",
        "who may attend a desk audit?",
        "what text of the standard describes factor 2?",
    ],
)
def test_questions_about_drafting_are_no_order_for_one(
    engine: Engine, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert reply(engine, message).topic not in {"move:draft", "move:brief", "move:audit"}


@pytest.mark.parametrize(
    "message", ["text of Level 3-2 from the GS-1102 standard", "give me the text of Level 2-3"]
)
def test_the_text_of_a_level_is_no_draft(engine: Engine, message: str) -> None:
    assert reply(engine, message).topic != "move:draft"
