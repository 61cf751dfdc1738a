"""Guides without points read grade by grade, and documents that grade nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from core.errors import DocumentError
from tests.index_.standards import fictional
from tests.index_.standards.bringing_in import codes, plain, read


def test_a_guide_without_points_is_read_grade_by_grade() -> None:
    data, wanted = fictional.narrative_pdf()
    standard = read(Path("watch.pdf"), data)
    assert standard.method == "narrative"
    got = {
        factor.name: {one.grade: plain(one.text) for one in factor.levels}
        for factor in standard.factors
    }
    assert got == wanted
    assert standard.edition_id == "1989-06"
    assert codes(standard) == {"criteria-combined"}


@pytest.mark.parametrize("name", ["titled.pdf", "under.pdf", "run-in.txt", "whole.txt"])
def test_guides_without_points_take_many_forms(name: str) -> None:
    data, wanted = fictional.narratives()[name]
    standard = read(Path(name), data)
    got = {
        factor.name: {one.grade: plain(one.text) for one in factor.levels}
        for factor in standard.factors
    }
    assert got == wanted
    assert standard.method == "narrative"


def guide(grades: Sequence[int], *, without: tuple[str, int] = ("", 0), more: str = "") -> bytes:
    """A guide without points of two criteria; one may lose a grade."""
    rows = ["Grade Level Guide for Gull Work", "", "TS-10 May 1970", ""]
    for grade in grades:
        rows += [f"GS-{grade}", ""]
        for number, name in enumerate(("Nature of assignment", "Level of responsibility"), 1):
            if (name, grade) != without:
                rows += [f"{name} -- {fictional.words(f'{number}-{grade % 9 + 1}')}{more}", ""]
    return "\n".join(rows).encode()


LADDERS = [(5, 7, 9, 11, 12, 13), (3, 4, 5), (4, 5, 6, 7), (9, 11, 12, 13, 14), (5, 6, 7, 8, 9)]


@pytest.mark.parametrize("grades", LADDERS)
def test_a_guide_that_loses_a_grade_inside_its_ladder_is_doubted(grades: tuple[int, ...]) -> None:
    assert codes(read(Path("gulls.txt"), guide(grades))) == {"criteria-combined"}
    for lost in grades[1:-1]:
        left = [grade for grade in grades if grade != lost]
        standard = read(Path("gulls.txt"), guide(left))
        skipped = [one for one in standard.doubts if one.code == "grade-skipped"]
        assert len(skipped) == 1, lost
        assert f"GS-{lost}" in skipped[0].where.split(", ")


def test_a_criterion_that_loses_a_grade_which_others_describe_is_doubted() -> None:
    data = guide((5, 7, 9), without=("Level of responsibility", 7))
    (doubt,) = [
        one for one in read(Path("gulls.txt"), data).doubts if one.code == "grade-undescribed"
    ]
    assert doubt.where == "Level of responsibility, GS-7"


def test_a_grade_that_is_left_out_and_named_is_doubted_in_two_grade_work_too() -> None:
    assert "grade-skipped" not in codes(read(Path("gulls.txt"), guide((5, 7))))
    named = guide((5, 7), more=" It exceeds what GS-6 asks for.")
    assert "grade-skipped" in codes(read(Path("gulls.txt"), named))


def test_a_flysheet_is_refused_and_says_where_it_sends_the_classifier() -> None:
    with pytest.raises(DocumentError) as caught:
        read(Path("fog.pdf"), fictional.flysheet_pdf())
    said = caught.value.sentence()
    assert "flysheet" in said
    assert "Harbor Watch Grade Evaluation Guide" in said


def test_any_other_document_is_refused() -> None:
    with pytest.raises(DocumentError, match="no factor levels or grade levels"):
        read(Path("letter.txt"), b"Dear harbor master,\n\nThe lamp of pier three is out again.\n")
