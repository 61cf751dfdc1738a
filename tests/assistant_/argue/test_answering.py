"""Which sentences answer a question that is about no level."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.argue.answering import answers
from assistant.argue.evidence import EvidencePack
from assistant.argue.extractive import ExtractiveArguer, is_no_finding
from assistant.argue.selection import statements
from assistant.chat.engine import Engine
from index.library import Library
from index.models import Passage
from tests.assistant_.saying import said
from tests.index_.lamp_documents import WordVectors

HANDBOOK = """# Handbook of Buoy Keeping (fictional)

## Moorings

A mooring may be lifted before its year is out only if:
- the chain has worn by a third;
- the sinker has moved; or
- the district asks for it in writing.

Every other mooring stays down.

## Lamps

The keeper trims the lamp each evening. A lamp that smokes is taken ashore.

## Stores

Paint, rope and shackles are counted in spring. A short count is reported to the depot.
"""


@pytest.fixture
def handbook(tmp_path: Path) -> Iterator[Library]:
    file = tmp_path / "buoys.md"
    file.write_text(HANDBOOK, encoding="utf-8")
    with Library.open(tmp_path / "home", WordVectors()) as library:
        library.ingest([file])
        yield library


def test_a_sentence_that_opens_a_list_comes_with_the_list() -> None:
    text = "May it be lifted? It may be lifted only if:\n- worn; or\n- moved.\n\nIt stays."
    found = statements(text)
    assert [s.text for s in found] == [
        "May it be lifted?",
        "It may be lifted only if:\n- worn; or\n- moved.",
        "It stays.",
    ]
    assert all(text[s.start : s.end] == s.text for s in found)


def test_a_list_opened_by_dashes_is_kept_whole_too() -> None:
    text = "Duties control when they--\n\nare regular;\n\ntake a quarter of the time; and\n\ncount."
    assert [s.text for s in statements(text)] == [text]


def test_the_conditions_are_quoted_with_the_rule(handbook: Library) -> None:
    found = answers(handbook, "when may a mooring be lifted before its year is out?")
    assert "the district asks for it in writing." in found[0].sentences[0].text


def test_what_is_far_from_the_question_does_not_pad_the_answer(handbook: Library) -> None:
    found = answers(handbook, "who trims the lamp each evening?")
    quoted = " ".join(s.text for a in found for s in a.sentences)
    assert "trims the lamp" in quoted
    assert "Paint" not in quoted
    assert "mooring" not in quoted


def test_a_question_the_library_does_not_speak_of_gets_no_quotation(handbook: Library) -> None:
    engine = Engine(library=handbook, case=None, arguer=ExtractiveArguer())
    answer = said(engine, "Is jazz louder than opera?")
    assert "outside what this program does" in answer
    assert "“" not in answer


@pytest.mark.parametrize(
    ("sentence", "repeats"),
    [
        ("Contacts at Level 6-3 are with people outside the harbor.", True),
        ("The work may require lifting coils of chain.", True),
        ("Buoy keepers climb ladders when they inspect the lamp.", False),
        ("The appellant seeks to credit Level 9-2, stating that the deck is wet.", True),
        ("The appellant walks on wet decks, as at Level 9-1.", False),
        ("We conclude that the full intent of Level 9-2 is not met.", False),
        ("At Level 9-1, his work is done at a desk.", False),
    ],
)
def test_a_finding_is_told_from_the_standard_and_the_claim(sentence: str, repeats: bool) -> None:
    assert is_no_finding(sentence) is repeats


def _refusal(number: int, text: str) -> Passage:
    return Passage(
        id=f"C-9999-20-01#{number}",
        document="C-9999-20-01",
        kind="decision",
        title="Appeal decision C-9999-20-01 (fictional)",
        text=text,
        start=0,
        end=len(text),
        level="2-5",
        levels=("2-5",),
        stance="not_met",
        factor=2,
    )


def test_the_words_of_the_question_choose_among_the_reasons() -> None:
    texts = [
        "Unlike Level 2-5, the chief reads and approves each mooring plan, since it is reserved.",
        "He does not set the budget, because that is reserved to the district and its board.",
        "He is not consulted on staffing, since that is reserved to the personnel office.",
        "He does not choose projects, because those are reserved to the chief of works.",
        "He does not decide on training, since that is reserved to the school on shore.",
        "He reports to the chief by a weekly letter that lists tasks.",
    ]
    pack = EvidencePack(
        question="does a weekly letter to the chief count against Level 2-5?",
        level="2-5",
        passages=tuple(_refusal(n, text) for n, text in enumerate(texts, start=1)),
    )
    quoted = [s.text for a in ExtractiveArguer().argue(pack) for s in a.slices]
    assert texts[5] in quoted
    without = pack.__class__(
        question="why was it refused?", level=pack.level, passages=pack.passages
    )
    quoted = [s.text for a in ExtractiveArguer().argue(without) for s in a.slices]
    assert texts[5] not in quoted


def test_the_way_a_question_is_put_does_not_lead_it_astray(handbook: Library) -> None:
    plain = answers(handbook, "a short count")
    framed = answers(handbook, "what do they mean by a short count")
    assert [a.sentences for a in framed] == [a.sentences for a in plain]
    assert "short count" in framed[0].sentences[0].text
