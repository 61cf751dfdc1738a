"""A decision whose figures are not its standard's is doubtful wherever it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.llm.decision_figures import figure_doubts
from index.library import Library
from index.models import Decision, DecisionClassification, DecisionFactor, DecisionRow
from tests.index_.lamp_documents import WordVectors

EXAMPLE = Path(__file__).parents[2] / "index_/decisions/examples/a-signal-lamp-examiner.txt"


def _decision(points: dict[str, int], **more: object) -> Decision:
    factors = tuple(
        DecisionFactor(factor=int(level[0]), credited=level, points=value)
        for level, value in points.items()
    )
    return Decision(document="made-up", factors=factors).model_copy(update=more)


NINE = {
    "1-7": 1250, "2-4": 450, "3-3": 275, "4-4": 225, "5-3": 150, "6-2": 25, "7-2": 50, "8-1": 5,
    "9-1": 5,
}  # fmt: skip


@pytest.mark.parametrize(
    ("decision", "doubt"),
    [
        (_decision(NINE, total=2435, grade=11), None),
        (_decision({"2-4": 460}), "460 points for Level 2-4"),
        (_decision({"3-9": 275}), "has no Level 3-9"),
        (_decision(NINE, total=2445), "add up to 2,435 points; the decision states 2,445"),
        (_decision(NINE, total=2435, grade=12), "convert to GS-11; the decision states grade 12"),
        (
            _decision(NINE, total=2435, decided=DecisionClassification(pay_plan="GS", grade=9)),
            "the position was classified at grade 9",
        ),
        (
            _decision(NINE, summary_table=(DecisionRow(factor="3", level="3-3", points=250),)),
            "the summary gives 250 points for Level 3-3",
        ),
        # Points of the supervisory guide, whose subfactors were not read.
        (_decision({"1-3": 550, "2-2": 250, "3-2": 450, "5-5": 650, "6-4": 1120}), None),
        # The same beside the factors of the work done in person: two sets of one numbering.
        (
            _decision({"3-2": 450}).model_copy(
                update={
                    "factors": (
                        DecisionFactor(factor=3, credited="3-2c", points=450),
                        DecisionFactor(factor="6/7", credited="3-b", points=110),
                    )
                }
            ),
            None,
        ),
    ],
)
def test_figures_are_held_against_the_standard(decision: Decision, doubt: str | None) -> None:
    found = figure_doubts(decision)
    assert len(found) == (doubt is not None)
    assert doubt is None or doubt in found[0]


def test_words_quoted_from_it_are_marked(tmp_path: Path) -> None:
    wrong = EXAMPLE.read_text("utf-8").replace("Level 2-4 450", "Level 2-4 460")
    path = tmp_path / "wrong.txt"
    path.write_text(wrong, "utf-8")
    with Library.open(tmp_path / "home", WordVectors(), figures=figure_doubts) as library:
        library.ingest([path])
        quoted = library.check_quote("wrong#26", "This factor is evaluated at Level 2-4")
        (passage,) = [p for p in library.passages(document="wrong") if p.id == "wrong#26"]
        assert any("460 points for Level 2-4" in one for one in library.doubts(passage))
    assert quoted.superseded.startswith("In doubt: the points of its factors add up to 2,445")
