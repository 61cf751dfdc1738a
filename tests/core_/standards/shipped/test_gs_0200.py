"""The human resources standard as data against the printed one, read again from OPM's own PDF."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.fes.crediting.ladder import credit_case
from core.fes.grading import evaluate_case, evaluate_levels
from core.fes.opened import open_case
from core.model import Answer, Case, Finding
from core.standards.catalog import load_table
from core.standards.model import Standard
from core.standards.reading import find_level, load_standard
from tests.core_.conftest import WORKED
from tests.core_.required import requirements
from tests.core_.scoring import evaluate_total

LEVELS = {
    str(number): level
    for number, level in enumerate(
        ("1-7", "2-4", "3-3", "4-4", "5-3", "6-2", "7-C", "8-1", "9-1"), 1
    )
}


# --- worked with it ----------------------------------------------------------------------


def test_a_position_is_scored_through_the_chart() -> None:
    # 1,250 + 450 + 275 + 225 + 150 + 145 (row 2, column C) + 5 + 5 = 2,505.
    evaluation = evaluate_levels("gs-0200", LEVELS, WORKED)
    assert (evaluation.total, evaluation.grade) == (2505, "GS-11")
    assert [f.level for f in evaluation.factors][5] == "6/7-2C"
    codes = [finding.code for finding in evaluation.findings]
    assert "primary-standard-alone" not in codes


def test_an_even_grade_of_the_series_it_covers_is_flagged_and_stands() -> None:
    # 950 + 450 + 275 + 150 + 150 + 145 + 10 = 2,130: GS-10 in a two-grade interval series.
    evaluation = evaluate_levels("gs-0200", {**LEVELS, "1": "1-6", "4": "4-3"}, WORKED)
    assert (evaluation.total, evaluation.grade) == (2130, "GS-10")
    (told,) = [finding for finding in evaluation.findings if finding.code == "even-grade"]
    assert "GS-0201" in told.message
    assert evaluate_total("gs-0200", 2130, WORKED).grade == "GS-10"


def test_the_lowest_and_highest_totals_are_those_of_the_levels_described() -> None:
    reachable = load_table("gs-0200", WORKED).reachable()
    assert (min(reachable), max(reachable)) == (940, 4390)


def case(answers: dict[str, Answer], sought: dict[str, str]) -> Case:
    return Case(
        title="x",
        standard="gs-0200",
        as_of=WORKED,
        levels=LEVELS,
        sought=sought,
        findings=tuple(Finding(aspect=a, answer=answer) for a, answer in answers.items()),
    )


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ({"1-8.common": "met", "1-8.advisory": "met"}, "1-8"),
        ({"1-8.common": "met", "1-8.relations": "met"}, "1-8"),
        ({"1-8.common": "met"}, "1-7"),
        ({"1-8.advisory": "met", "1-8.relations": "met"}, "1-7"),
        ({"1-8.common": "not_met", "1-8.advisory": "met"}, "1-7"),
    ],
)
def test_one_specialty_suffices_beside_what_is_common(
    answers: dict[str, Answer], level: str
) -> None:
    credits_ = credit_case(open_case(case(answers, {"1": "1-8"})))
    assert next(c.level for c in credits_ if c.factor == 1) == level


def test_level_1_9_is_new_concepts_or_all_of_whole_functions() -> None:
    level = find_level(load_standard("gs-0200", WORKED), "1-9")
    groups = [{aspect.key for aspect in group} for group in requirements(level)]
    assert groups == [
        {"new_concepts", "functions"},
        {"new_concepts", "consultant"},
        {"new_concepts", "methods"},
    ]


def test_what_to_ask_next_for_the_next_grade() -> None:
    # 250 points short of GS-12: 1-8 brings 300; 2-5 200 and 5-4 75 only together.
    asked = evaluate_case(case({}, {"1": "1-8", "2": "2-5", "5": "5-4"})).questions
    assert asked[0].factor == 1
    assert (asked[0].answers_to_grade, asked[0].grade_then) == (2, "GS-12")


# --- against the printed standard --------------------------------------------------------


@pytest.fixture(scope="module")
def printed(corpus: Path) -> dict[str, str]:
    """The text of each page by its printed number, white space and dashes folded."""
    import pypdfium2

    document = pypdfium2.PdfDocument(corpus / "standards" / "gs0200-hr-management.pdf")
    pages: dict[str, str] = {}
    for page in document:
        text = page.get_textpage().get_text_range()
        text = re.sub("[\u2010-\u2015\u2212\u23af]", "-", text)
        text = re.sub(r"\s+", " ", text)
        number = re.search(r"U\. S\. Office of Personnel Management (\d+)", text)
        if number is not None:
            pages[number[1]] = text
    return pages


@pytest.fixture(scope="module")
def standard() -> Standard:
    return load_standard("gs-0200", WORKED)


@pytest.mark.corpus
def test_every_level_with_its_points_and_page(printed: dict[str, str], standard: Standard) -> None:
    found = {
        (match[1], int(match[2]), page)
        for page, text in printed.items()
        if 17 <= int(page) <= 39
        for match in re.finditer(r"Level (\d-\d) (\d+) Points", text)
    }
    ours = {
        (level.level, level.points, level.page)
        for factor in standard.factors
        if factor.factor not in (6, 7)
        for level in factor.levels
    }
    assert len(found) == 28
    assert ours == found


@pytest.mark.corpus
def test_every_factor_begins_on_its_page(printed: dict[str, str], standard: Standard) -> None:
    for factor in standard.factors:
        heading = f"FACTOR {factor.factor} - {factor.name.upper()}"
        page = factor.page
        if factor.factor == 7:  # Its heading shares that of Factor 6; its levels begin later.
            heading = "PURPOSE OF CONTACTS Human Resources Management, GS-0201 Level A"
        assert heading in printed[page], factor.name


@pytest.mark.corpus
def test_the_levels_of_contacts_stand_on_their_pages(
    printed: dict[str, str], standard: Standard
) -> None:
    for factor in standard.factors[5:7]:
        for level in factor.levels:
            assert f"Level {level.level.partition('-')[2]} " in printed[level.page]


@pytest.mark.corpus
def test_every_cell_of_the_chart(printed: dict[str, str], standard: Standard) -> None:
    assert standard.combined is not None
    chart = printed[standard.combined.page].partition("POINT ASSIGNMENT CHART")[2]
    rows = {
        row: re.search(rf"\b{row} ((?:\d+\*? ){{3}}\d+\*?)", chart) for row in ("1", "2", "3", "4")
    }
    cells = {
        row + column: value
        for row, match in rows.items()
        if match is not None
        for column, value in zip("ABCD", match[1].split(), strict=True)
    }
    assert len(cells) == 16
    for cell in standard.combined.cells:
        value = cells[cell.level.rpartition("-")[2]]
        assert (cell.points, cell.unlikely) == (int(value.rstrip("*")), value.endswith("*"))
    assert "*THIS COMBINATION IS UNLIKELY" in chart


@pytest.mark.corpus
def test_the_conversion_table(printed: dict[str, str], standard: Standard) -> None:
    table = printed["40"].partition("Point Range GS Grade")[2]
    rows = [
        (int(grade), int(low), None if high == "up" else int(high))
        for low, high, grade in re.findall(r"(\d+)-(\d+|up) (\d+)", table)
    ]
    assert len(rows) == 15
    assert [(row.grade, row.min, row.max) for row in standard.conversion] == rows
    assert {row.page for row in standard.conversion} == {"40"}


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("illustrations", "does fully match the FLD, you may still assign the level"),
        ("nonsupervisory-only", "nonsupervisory positions at grades GS-5 through GS-15"),
        ("same-contacts", "Factors 6 and 7 are inter-dependent"),
    ],
)
def test_every_note_stands_on_its_page(
    code: str, words: str, printed: dict[str, str], standard: Standard
) -> None:
    (note,) = [note for note in standard.notes if note.code == code]
    assert words in printed[note.page]


@pytest.mark.corpus
def test_digests_are_our_own_words(printed: dict[str, str], standard: Standard) -> None:
    def words(text: str) -> list[str]:
        return re.findall(r"[a-z0-9]+", text.lower())

    run = 10
    official = words(" ".join(printed[str(page)] for page in range(15, 41)))
    shingles = {tuple(official[i : i + run]) for i in range(len(official) - run + 1)}
    for factor in standard.factors:
        texts = [factor.measures]
        for level in factor.levels:
            texts += [level.summary, *(aspect.text for aspect in level.aspects)]
        for text in [*texts, *(note.text for note in standard.notes)]:
            ours = words(text)
            runs = [tuple(ours[i : i + run]) for i in range(len(ours) - run + 1)]
            assert not shingles.intersection(runs), text
