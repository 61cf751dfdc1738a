"""Converting a grade to a band: the rows of the directive, and what is asked where two apply."""

from __future__ import annotations

import pytest

from core.bands.directive import parse_directive
from core.bands.evaluation import convert, parse_band_case
from core.errors import CaseError
from tests.core_.bands.example import EXAMPLE, FILE, case


@pytest.mark.parametrize(
    ("grade", "supervises", "band"),
    [
        (4, False, None),
        (5, False, "entry"),
        (8, False, "entry"),
        (9, False, "full"),
        (13, False, "full"),
        (14, False, None),
        (11, True, None),
        (12, True, "supervisor"),
        (14, True, "supervisor"),
        (15, True, None),
    ],
)
def test_the_rows_of_the_directive_hold_exactly_their_grades(
    grade: int, supervises: bool, band: str | None
) -> None:
    found = convert(case(f"grade = {grade}\nsupervises = {str(supervises).lower()}\n"))
    assert found.band == band
    assert (found.row is None) == (band is None)
    if band is None:
        assert "The directive says nothing of" in found.text
    else:
        assert found.text == f"The directive turns GS-{grade} into {found.name}."


TWO = (
    FILE.replace('series = ["9997", "9998"]', 'series = ["9997"]')
    + """
[[clusters]]
key = "law"
name = "Law"
page = "20"
covers = "Made up."
series = ["9996"]
[[clusters.bands]]
key = "all"
kind = "other"
name = "All"
page = "20"
[[conversion]]
cluster = "law"
band = "all"
pay_plan = "GS"
from_grade = 9
to_grade = 15
page = "21"
"""
)


@pytest.mark.parametrize(
    ("more", "band", "asked"),
    [
        ("", None, ["cluster"]),
        ('series = "9996"\n', "all", []),
        ('series = "9997"\n', "full", []),
        ('cluster = "law"\n', "all", []),
        ('series = "0001"\n', None, []),
    ],
)
def test_cluster_and_series_choose_the_rows(more: str, band: str | None, asked: list[str]) -> None:
    text = f'title = "x"\ndirective = "{EXAMPLE}"\ngrade = 11\nsupervises = false\n{more}'
    found = convert(parse_band_case(text), parse_directive(TWO))
    assert found.band == band
    assert [question.field for question in found.questions] == asked
    if asked:
        assert "more than one band" in found.text


def test_a_row_for_one_series_leaves_the_others_of_the_cluster_alone() -> None:
    rows = FILE.replace("from_grade = 9\n", 'series = ["9998"]\nfrom_grade = 9\n')
    text = f'title = "x"\ndirective = "{EXAMPLE}"\ngrade = 11\nsupervises = false\n'
    directive = parse_directive(rows)
    assert convert(parse_band_case(text + 'series = "9998"\n'), directive).band == "full"
    assert convert(parse_band_case(text + 'series = "9997"\n'), directive).band is None


def test_supervision_that_nobody_stated_is_asked_for_when_it_decides() -> None:
    found = convert(case("grade = 10\n"))
    assert (found.band, found.candidates) == (None, ("emergency-logistics.full",))
    assert found.text == "The row for GS-10 depends on whether the position supervises."
    assert [question.field for question in found.questions] == ["supervises"]
    anyhow = parse_directive(FILE.replace("supervisory = false\n", ""))
    assert convert(case("grade = 10\n"), anyhow).band == "full"


def test_converting_in_an_unknown_cluster_is_refused() -> None:
    text = f'title = "x"\ndirective = "{EXAMPLE}"\ncluster = "law"\ngrade = 11\n'
    with pytest.raises(CaseError, match="emergency-logistics"):
        convert(parse_band_case(text))
