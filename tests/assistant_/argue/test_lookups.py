"""What is looked up may be chosen only where the argument rests on it and the record bears it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant.argue.evidence import EvidencePack, gather
from assistant.argue.lookups import Lookups
from assistant.argue.naming import mask_of
from assistant.guard.offer import Offer
from index.library import Library
from index.models import Passage
from tests.index_.lamp_documents import WordVectors

LEVEL = "2-5"


class Relabelled:
    """A library in which every paragraph on a level bears one label, whatever its decision says."""

    def __init__(self, library: Library, stance: str) -> None:
        self.library, self.stance = library, stance

    def __getattr__(self, name: str) -> Any:
        return getattr(self.library, name)

    def passages(self, **wanted: Any) -> list[Passage]:
        return [
            p.model_copy(update={"stance": self.stance}) if p.stance in {"met", "not_met"} else p
            for p in self.library.passages(**wanted)
        ]


def lookups(library: Any, *passages: Passage) -> Lookups:
    pack = EvidencePack("Argue it", LEVEL, None, tuple(passages))
    offer = Offer(level=LEVEL, factor="2", aspects=(), facts={})
    return Lookups(library, pack, offer, None, {}, mask_of(None, ()))


def test_a_standard_that_the_argument_does_not_rest_on_is_read_and_not_chosen(
    example_library: Library,
) -> None:
    text = [p for p in example_library.passages(level=LEVEL) if p.kind == "standard"]
    assert "[S" in lookups(example_library, *text).level_text(LEVEL)
    other = text[0].model_copy(update={"document": "standard-of-another-series"})
    found = lookups(example_library, other).level_text(LEVEL)
    assert "(not to be chosen)" in found
    assert "[S" not in found


@pytest.mark.parametrize(("stance", "number"), [("met", "11"), ("not_met", "12")])
def test_a_paragraph_that_its_decisions_record_contradicts_is_not_chosen(
    example_library: Library, stance: str, number: str
) -> None:
    found = lookups(Relabelled(example_library, stance))
    assert "(not to be chosen)" in found.precedents(LEVEL)
    chosen = {one.slice.passage.document for one in found.offer.sentences.values()}
    assert not any(f"-{number}-01" in document for document in chosen)


def test_an_illustration_of_a_level_is_not_what_the_level_requires(tmp_path: Path) -> None:
    guide = tmp_path / "guide.md"
    guide.write_text(
        "# Position Classification Standard for Lamp Tending Series, GS-9998\n\n"
        "## Factor 2, Supervisory Controls\n\n"
        "### Level 2-4, 450 points\n\nThe tender plans the rounds of the lamps without being told."
        "\n\n## ILLUSTRATIONS:\n\nA tender of the quay trims forty wicks before dusk.\n",
        "utf-8",
    )
    with Library.open(tmp_path / "home", WordVectors()) as library:
        library.ingest([guide])
        found = gather(library, "2-4", message="Level 2-4", case=None)
    assert [passage.text for passage in found.language["2-4"]] == [
        "The tender plans the rounds of the lamps without being told."
    ]
