"""A section asked for by its number is read out, or said not to be held. The law is made up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.chat.engine import Engine
from index.library import Library
from index.models import Hit, Query
from tests.assistant_.saying import reply
from tests.index_.lamp_documents import WordVectors

LAW = """Title 5—Lamps
PART 712—KEEPING OF LAMPS

§ 712.203 Rounds of the keeper.

(a) The keeper walks the wall each night before the bell.

(b) A round may be left out only when:

(1) A storm comes in from the sea; or

(2) The keeper is ill and the warden knows of it.
"""


@pytest.fixture
def lamps(tmp_path: Path) -> Iterator[Engine]:
    law = tmp_path / "lamps.txt"
    law.write_text(LAW, encoding="utf-8")
    with Library.open(tmp_path / "home", WordVectors()) as library:
        library.ingest([law])
        yield Engine(library, ExtractiveArguer(), case=None)


@pytest.mark.parametrize(
    "asked", ["what does 5 CFR 712.203(b) say?", "5 CFR 712.203 what does (b) say"]
)
def test_a_paragraph_named_is_read_with_what_stands_below_it(lamps: Engine, asked: str) -> None:
    answer = reply(lamps, asked)
    assert answer.topic == "law-section"
    places = [place for claim in answer.claims for place in claim.sources]
    assert [one.place for one in places] == [
        "5 CFR 712.203(b)", "5 CFR 712.203(b)(1)", "5 CFR 712.203(b)(2)"
    ]  # fmt: skip
    assert all(one.verified for one in places)


@pytest.mark.parametrize(
    "asked", ["7121(d)", "what does section 7121(d) say?", "what does 7121(d) say", "quote 7121(d)"]
)
def test_a_section_of_a_statute_is_known_by_its_marks(tmp_path: Path, asked: str) -> None:
    law = tmp_path / "5-usc-7121.txt"
    law.write_text(
        "Title 5—Lamps\nCHAPTER 71—QUARRELS\n\n§ 7121. Quarrels of keepers\n\n"
        "(a) A keeper may quarrel with the warden.\n\n(b) No lamp may be thrown.\n\n"
        "(c) The sea is no party.\n\n(d) A quarrel over oil is settled by the harbor.\n"
    )
    with Library.open(tmp_path / "home", WordVectors()) as library:
        library.ingest([law])
        answer = reply(Engine(library, ExtractiveArguer(), case=None), asked)
    assert answer.topic == "law-section"
    assert answer.claims[0].sources[0].place == "5 U.S.C. 7121(d)"
    assert "settled by the harbor" in answer.answer


def test_a_section_that_is_not_held_is_said_to_be_missing(lamps: Engine) -> None:
    answer = reply(lamps, "what does 5 CFR 999.101 say?")
    assert answer.kind == "not_held"
    assert "5 CFR part 999" in answer.answer


def test_a_part_named_alone_is_read_from_its_beginning(lamps: Engine) -> None:
    answer = reply(lamps, "read me 5 CFR part 712")
    assert answer.topic == "law-section"
    assert "5 CFR 712.203(a)" in answer.answer


def test_the_place_of_a_regulation_is_not_said_twice(lamps: Engine) -> None:
    assert "\n— 5 CFR 712.203(a)\n" in reply(lamps, "quote 5 CFR 712.203(a)").answer.replace(
        "> ", ""
    )


def test_a_procedure_of_a_document_not_held_is_not_answered_from_another(lamps: Engine) -> None:
    answer = reply(lamps, "how long is the FLRA deadline for an unfair labor practice charge")
    assert answer.kind == "not_held"
    assert "5 CFR part 2423" in answer.answer


def test_a_section_is_read_without_a_search(lamps: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def searched(self: Library, query: Query) -> list[Hit]:
        raise AssertionError(f"searched for {query.query}")

    monkeypatch.setattr(Library, "search", searched)
    assert "walks the wall" in reply(lamps, "What does 5 CFR 712.203(a) say?").answer
