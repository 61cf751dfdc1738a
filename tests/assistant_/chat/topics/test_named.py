"""What a question calls by name is answered by that and by nothing like it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from assistant.chat.answering.by_name import by_name
from assistant.chat.answering.named import documents
from assistant.chat.model import Answer, Context
from assistant.chat.reading.exact import read
from index.models import Passage

GUIDE = "Lamp Keeping Grade Evaluation Guide"
"""A fictional guide."""
_LEVELS = {
    "2-3": "The keeper trims the lamp by the posted schedule. The head keeper checks each night.",
    "2-4": "The keeper plans the lighting of the whole coast. Only the season's results are read.",
}
_CHART = "a b c\n1 30 60 130*\n2 45 75 145\n*Unlikely."


def shelf() -> Any:
    """Return a library that holds the fictional guide only."""
    rows: list[tuple[str, tuple[str, ...], str | None]] = [
        (text, ("FACTOR 2", f"Level {level} -- {points} Points"), level)
        for (level, text), points in zip(_LEVELS.items(), ("275", "450"), strict=True)
    ]
    rows.append((_CHART, ("CHART",), None))
    passages = [
        Passage(
            id=f"lamp#{n}",
            document="lamp",
            kind="standard",
            title=GUIDE,
            text=text,
            start=0,
            end=len(text),
            page=str(n),
            heading=heading,
            level=level,
        )
        for n, (text, heading, level) in enumerate(rows, start=1)
    ]
    document = SimpleNamespace(id="lamp", title=GUIDE, kind="standard")
    return SimpleNamespace(documents=lambda: [document], passages=lambda **_: passages)


def held(message: str) -> Answer:
    """Return what answers a message with the fictional guide in the library."""
    found = by_name(read(message), Context(library=shelf()))
    assert found is not None
    return found[1]


def test_a_guide_only_read_in_answers_on_its_levels() -> None:
    found = held("what does Level 2-4 need in the lamp keeping guide?")
    assert "Level 2-4 (450 points) of the Lamp Keeping" in found.lead
    assert {w.passage for w in found.words} == {"lamp#2"}


@pytest.mark.parametrize(
    ("series", "answered"), [("0201", True), ("0200", True), ("0260", False), ("0203", False)]
)
def test_a_standard_of_a_group_answers_for_the_series_it_lists(series: str, answered: bool) -> None:
    library = shelf()
    title = "Job Family Standard for Lamp Work in the Keepers Group, GS-0200"
    document = SimpleNamespace(id="lamp", title=title, kind="standard", series=("0201",))
    library.documents = lambda: [document]
    library.document = lambda _: document
    question = read(f"what does the GS-{series} standard say at Level 2-4?")
    assert (documents.named(question, Context(library=library)) is not None) is answered


def test_two_levels_of_a_guide_are_set_apart_in_its_words() -> None:
    found = held("lamp keeping guide, 2-3 or 2-4, what tips it")
    assert found.lead.index("2-4 (450 points)") < found.lead.index("2-3 (275 points)")
    assert [w.passage for w in found.words] == ["lamp#2", "lamp#1"]


def test_a_level_the_guide_lacks_is_said_to_be_lacking() -> None:
    assert "no Level 2-5" in held("Level 2-5 in the lamp keeping guide").lead


def test_the_cell_of_the_guide_named_is_read() -> None:
    found = held("contacts at 1 and purpose c in the lamp keeping guide's chart")
    assert "130 points" in found.lead
    assert "unlikely" in found.lead


def test_the_job_family_standard_answers_without_documents() -> None:
    cell = said("contacts 2 with purpose b in the GS-0200 standard, how many points")
    assert cell is not None
    assert "75 points" in cell.lead


def said(message: str) -> Answer | None:
    """Return what answers a message by a name in it, without case and documents."""
    found = by_name(read(message), Context())
    return None if found is None else found[1]


@pytest.mark.parametrize(
    ("message", "holder"),
    [
        ("How many days have I got to file with the MSPB?", "5 CFR part 1201"),
        ("what are my bump and retreat rights", "5 CFR part 351"),
        ("when is my next within-grade increase due", "5 U.S.C. 5335"),
        ("what are the tests of the executive exemption under the FLSA", "551, subpart B"),
        ("is nepotism a prohibited personnel practice?", "5 U.S.C. 2302(b)"),
        ("how much sick leave do I earn", "5 CFR part 630"),
        ("how long is my probationary period", "5 CFR part 315"),
        ("are my overtime hours paid at time and a half", "part 550"),
        ("how much annual leave does a GS-12 earn", "5 CFR part 630"),
        ("What is the Navy's policy on accretion promotions?", "the agency's own issuances"),
        ("What are the Douglas factors?", "5 M.S.P.R. 280"),
        ("What does the case law say about demotions?", "the decisions themselves"),
    ],
)
def test_law_beside_the_field_is_named(message: str, holder: str) -> None:
    found = said(message)
    assert found is not None
    assert found.kind == "not_held"
    assert holder in found.lead
    assert "general knowledge" in found.lead
    assert "which series and grade work earns" in " ".join(found.next)
    assert not found.words


@pytest.mark.parametrize(
    "message",
    [
        "Write me a LinkedIn post about my new job",
        "help me negotiate a higher salary",
        "write a python script for my budget",
        "I have chest pains",
    ],
)
def test_what_is_outside_the_field_is_declined(message: str) -> None:
    found = said(message)
    assert found is not None
    assert found.kind == "decline"
    assert not found.words


@pytest.mark.parametrize(
    "message",
    [
        "can I appeal my classification to the MSPB?",
        "does my college degree count for Level 1-7?",
        "can I file an FLSA claim, and by when?",
        "do teleworking employees count as physical dispersion for a supervisor?",
        "I ran the branch while she was on maternity leave, surely that makes my job a 13?",
        "am I qualified for a 12 or is my job a 12",
        "all that overtime, shouldn't the position be a GS-9",
        "what is my next step in the appeal?",
        "what are the nine factors?",
        "does writing army supply policy make the job a 13?",
        "I'm upset that they lowered my grade, what can I do?",
        "does a good performance rating raise my grade?",
    ],
)
def test_questions_of_the_field_stay_its_own(message: str) -> None:
    found = said(message)
    assert found is None or found.kind == "answer"


def test_a_standard_asked_after_is_named_and_said_to_be_here_or_not() -> None:
    found = said("is there a standard for 2210 and 0201?")
    assert found is not None
    assert found.kind == "not_held"
    assert "Information Technology Group, GS-2200" in found.lead
    assert "it is held here" in found.lead


def test_titles_come_from_the_standard_held() -> None:
    several = said("what titles are authorized in the 0343 series?")
    mixed = said("title of a 0201 that covers two specialties equally")
    lacking = said("authorized titles in series 1102")
    assert several is not None
    assert mixed is not None
    assert lacking is not None
    assert "Program Analyst" in several.lead
    assert mixed.lead.startswith("**Human Resources Specialist.**")
    assert lacking.kind == "not_held"


def test_the_register_is_counted_with_its_size() -> None:
    from index.decisions.register.facts import entries

    known = [e for e in entries() if e.outcome != "unknown"]
    lowered = sum(e.outcome == "lowered" for e in known)
    found = said("in your register, how often does OPM lower the grade?")
    assert found is not None
    assert f"In {lowered} of {len(known)} decisions" in found.lead
    assert "no odds" in found.lead
