"""Standards as they are laid out in print: what is read from columns, cells, parts and charts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.cli.main import cli
from core.errors import DocumentError
from index.standards.outline.tables import combined_chart
from index.standards.rows import Row
from tests.index_.standards.bringing_in import codes, levels, plain, read
from tests.index_.standards.fictional import RANGES, Expected, words
from tests.index_.standards.fictional import printed as layouts

DOCUMENTS: dict[str, tuple[Callable[[], tuple[bytes, Expected]], str]] = {
    "two columns": (layouts.columns_pdf, "reef.pdf"),
    "points below the level": (layouts.label_cells_pdf, "shoal.pdf"),
    "joined, numbers alone": (lambda: layouts.joined_contacts_pdf(" "), "dune.pdf"),
    "joined, dashed numbers": (lambda: layouts.joined_contacts_pdf(" -- "), "dune.pdf"),
    "joined, dotted numbers": (lambda: layouts.joined_contacts_pdf(". "), "dune.pdf"),
}


def fes(*arguments: str) -> str:
    result = CliRunner().invoke(cli, list(arguments), standalone_mode=False)
    assert result.exception is None, result.exception
    return result.stdout


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_level_is_read_whole_and_alone(name: str) -> None:
    make, file = DOCUMENTS[name]
    data, expected = make()
    standard = read(Path(file), data)
    assert levels(standard) == expected.levels
    assert {one.grade: (one.min, one.max) for one in standard.conversion} == RANGES
    assert codes(standard) == set()
    for factor in standard.factors:
        for level in factor.levels:
            assert plain(level.text) == words(level.level), level.level


def test_factors_that_an_and_joins_share_a_chart_and_what_they_measure() -> None:
    standard = read(Path("dune.pdf"), layouts.joined_contacts_pdf(" ")[0])
    assert standard.combined is not None
    assert {cell.levels: cell.points for cell in standard.combined.cells} == {
        ("6-1", "7-A"): 30, ("6-1", "7-B"): 60, ("6-2", "7-A"): 45, ("6-2", "7-B"): 75,
    }  # fmt: skip
    measures = {factor.key: plain(factor.measures) for factor in standard.factors}
    assert measures["6"] == measures["7"]
    assert measures["6"].startswith("Both made-up factors")


def test_a_chart_may_begin_above_the_lowest_levels() -> None:
    rows = ["Purpose B C D", "2 75 145 245", "3 110 180 280*", "*This is unlikely."]
    chart = combined_chart([Row(text, n, n + 1, "4") for n, text in enumerate(rows)])
    assert chart is not None
    assert [(*cell.levels, cell.points, cell.unlikely) for cell in chart.cells] == [
        ("6-2", "7-B", 75, False), ("6-2", "7-C", 145, False), ("6-2", "7-D", 245, False),
        ("6-3", "7-B", 110, False), ("6-3", "7-C", 180, False), ("6-3", "7-D", 280, True),
    ]  # fmt: skip


@pytest.mark.parametrize("heads", layouts.EXAMPLES)
def test_examples_stay_out_of_a_level_however_they_are_headed(heads: tuple[str, ...]) -> None:
    data, expected = layouts.example_heads_text(heads)
    standard = read(Path("cove.txt"), data)
    assert levels(standard) == expected.levels
    for factor in standard.factors:
        for level in factor.levels:
            assert plain(level.text) == words(level.level), level.level
    told = [one for one in standard.examples if "example lamp" in one.text]
    assert {tuple(one.levels.values()) for one in told} == {("1-2",), ("1-3",), ("1-4",)}


def test_cells_of_a_chart_are_no_descriptions_of_levels() -> None:
    standard = read(Path("knots.txt"), layouts.priced_knowledge_text())
    first = standard.factors[0]
    assert [level.level for level in first.levels] == ["1-2", "1-3", "1-4"]
    assert all("knowing one knot" in level.text for level in first.levels)
    assert codes(standard) >= {"levels-by-chart"}


def test_a_series_named_inside_a_level_is_doubtful() -> None:
    standard = read(Path("spray.html"), layouts.series_within_text())
    doubt = next(one for one in standard.doubts if one.code == "series-within-level")
    assert doubt.where == "Level 1-2"
    assert "Spray Watching, 9901" in doubt.message


@pytest.mark.parametrize("form", ["titles", "parts"])
def test_kinds_of_work_are_not_taken_for_one(form: str) -> None:
    data, wanted = layouts.kinds_pdf(form)
    standard = read(Path("reef.pdf"), data)
    got = {
        factor.name: {one.grade: plain(one.text) for one in factor.levels}
        for factor in standard.factors
    }
    assert got == wanted
    # Grades 5 and 7 stand alone, so whether GS-6 was lost is for a person to say.
    assert codes(standard) == {"kinds-of-work", "criteria-combined", "grade-skipped"}
    said = next(one.message for one in standard.doubts if one.code == "kinds-of-work")
    assert "(Reef pilot; Reef guard)" in said
    assert not any("tender" in span.text for span in standard.coverage)


@pytest.mark.parametrize("form", ["titles", "parts"])
def test_each_kind_of_work_is_graded_by_its_own_criteria(form: str, tmp_path: Path) -> None:
    path = tmp_path / "reef.pdf"
    path.write_bytes(layouts.kinds_pdf(form)[0])
    guides = tmp_path / "fes-home" / "guides"
    fes("standards", "import", str(path))
    said = fes("standards", "import", str(path), "--confirm")
    assert said.count('guide = "') == 2
    (guide,) = guides.glob("*reef-guard/*.toml")
    case = tmp_path / "case.toml"
    for nature, grade in ((5, "GS-5"), (7, None)):
        # The guide prints no rule for criteria that differ: the program makes none up.
        case.write_text(
            f'title = "Guard"\nguide = "{guide.parent.name}"\nlevels = '
            f'{{ nature_of_assignment = "GS-{nature}", level_of_responsibility = "5" }}\n',
            "utf-8",
        )
        graded = json.loads(fes("guide", str(case), "--json"))
        assert (graded["governing"], graded["grade"]) == ("whole", grade)
        assert graded["derivation"][-2]["citation"]["document"] != guide.parent.name
    assert "Unchanged" in fes("standards", "import", str(path))


def test_series_listed_under_the_coverage_are_covered() -> None:
    standard = read(Path("foam.pdf"), layouts.listed_pdf())
    assert standard.id == "gs-9900"
    assert standard.series == ("1991", "1992")
    assert plain(standard.coverage[0].text).startswith("This made-up standard covers")
    assert standard.coverage[0].text.endswith("in no others that were made up:")
    assert "\n" not in standard.coverage[0].text


def test_a_benchmark_has_the_grade_and_the_position_it_prints() -> None:
    found = read(Path("cove.pdf"), layouts.numbered_benchmarks_pdf()).examples
    assert [(one.title, one.series, one.grade) for one in found] == [
        ("Cove Clerk, GS-9982, GS-4, BMK #1", "9982", 4),
        ("Cove Clerk, GS-9982, GS-5, BMK #1", "9982", 5),
    ]
    assert all(plain(one.text).endswith("Does what the sample cove asks for.") for one in found)


def test_what_opens_a_page_is_no_running_head_for_that() -> None:
    data, wanted = layouts.page_tops_pdf()
    standard = read(Path("kelp.pdf"), data)
    got = {
        factor.name: {one.grade: plain(one.text) for one in factor.levels}
        for factor in standard.factors
    }
    assert got == wanted


def test_the_number_and_date_of_issue_are_no_part_of_the_title() -> None:
    text = layouts.example_heads_text(())[0].decode()
    _, _, after = text.partition("\n")
    standard = read(Path("cove.txt"), f"Cove Series, GS-9982 TS-50 May 1964\n{after}".encode())
    assert standard.title == "Cove Series, GS-9982"


@pytest.mark.parametrize("title", layouts.OTHERS)
def test_what_scores_nothing_is_refused_with_the_reason(title: str) -> None:
    text, said = layouts.OTHERS[title]
    with pytest.raises(DocumentError) as caught:
        read(Path("kelp.txt"), f"{title}\n\n{text}\n".encode())
    assert said in caught.value.sentence()
    assert caught.value.hint


def test_an_open_top_row_reads_as_a_person_says_it(tmp_path: Path) -> None:
    text = layouts.example_heads_text(())[0].decode()
    assert "2355-2750" in text
    path = tmp_path / "cove.txt"
    path.write_text(text.replace("2355-2750", "2355-up"), "utf-8")
    said = fes("standards", "import", str(path))
    assert "Grades GS-3 to GS-11: 455 points and up" in plain(said)
