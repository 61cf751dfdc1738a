"""Official documents into standards: fictional ones, irregular as the real ones are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from index.standards.outline.marks import factor_mark, level_mark
from index.standards.outline.tables import combined_chart, conversion_rows
from index.standards.rows import Row
from tests.index_.standards import fictional
from tests.index_.standards.bringing_in import codes, levels, plain, read
from tests.index_.standards.fictional.habits import as_text
from tests.index_.standards.fictional.habits_third import THIRD

DOCUMENTS: dict[str, tuple[Callable[[], tuple[bytes, fictional.Expected]], str]] = {
    "older": (fictional.older_pdf, "lamps.pdf"),
    "family": (fictional.family_pdf, "ropes.pdf"),
    "misprinted": (fictional.misprinted_text, "ferry.txt"),
    "misprinted PDF": (fictional.misprinted_pdf, "ferry.pdf"),
    "tabled": (fictional.tabled_text, "kites.txt"),
    "web page": (fictional.web_page, "buoys.html"),
    "bare numbers": (fictional.bare_pdf, "tides.pdf"),
    "split headings": (fictional.split_pdf, "tides.pdf"),
    "points first": (fictional.points_first_pdf, "tides.pdf"),
    "headings in the text": (fictional.tight_pdf, "tides.pdf"),
    "word processor": (fictional.word_file, "masts.docx"),
    "without points": (fictional.pointless_pdf, "tides.pdf"),
    "joined headings": (fictional.joined_text, "quay.txt"),
    "table upwards": (lambda: fictional.sideways_pdf(1), "tower.pdf"),
    "table downwards": (lambda: fictional.sideways_pdf(-1), "tower.pdf"),
    "rows of tables": (lambda: fictional.tables_page(joined=True), "ropes.html"),
    "rows under rows": (lambda: fictional.tables_page(joined=False), "ropes.html"),
    "named beside": (fictional.cells_pdf, "tides.pdf"),
    "doubtful": (fictional.doubtful_text, "bells.txt"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_irregular_standard_is_read_level_by_level(name: str) -> None:
    make, file = DOCUMENTS[name]
    data, expected = make()
    standard = read(Path(file), data)
    assert levels(standard) == expected.levels
    assert {one.grade: (one.min, one.max) for one in standard.conversion} == expected.ranges
    assert codes(standard) == set(expected.codes)


@pytest.mark.parametrize("name", sorted(set(DOCUMENTS) - {"doubtful", "family"}))
def test_each_level_has_its_own_words_and_nothing_else(name: str) -> None:
    make, file = DOCUMENTS[name]
    standard = read(Path(file), make()[0])
    for factor in standard.factors:
        assert factor.name == fictional.NAMES[factor.key]
        for level in factor.levels:
            assert plain(level.text) == fictional.words(level.level), level.level


def test_benchmarks_and_illustrations_stay_out_of_the_levels_and_keep_their_own() -> None:
    standard = read(Path("lamps.pdf"), fictional.older_pdf()[0])
    benchmarks = [one for one in standard.examples if one.kind == "benchmark"]
    assert [(one.series, one.grade, len(one.levels)) for one in benchmarks] == [
        ("9999", 4, 9),
        ("9999", 5, 9),
    ]
    assert benchmarks[0].levels["1"] == "1-2"
    assert "benchmark lamp number 1" in benchmarks[0].text
    illustrations = [one for one in standard.examples if one.kind == "illustration"]
    assert [one.levels for one in illustrations] == [
        {"1": "1-2"}, {"1": "1-3"}, {"1": "1-4"}, {"4": "4-1"}, {"4": "4-2"}, {"4": "4-3"},
    ]  # fmt: skip
    assert illustrations[0].text == "- Tends the sample lamp of 1-2 and nothing else at all."


def test_a_benchmark_that_nothing_announces_is_told_from_the_last_level() -> None:
    standard = read(Path("quay.txt"), fictional.joined_text()[0])
    (benchmark,) = standard.examples
    assert (benchmark.series, benchmark.grade, benchmark.page) == ("9988", 4, "paragraph 48")
    assert benchmark.levels == {str(n): f"{n}-{1 if n == 7 else 2}" for n in range(1, 10)}
    assert benchmark.text.startswith("Keeps the quay of the made-up benchmark swept.")


def test_an_older_standard_says_its_series_titles_date_and_exclusions() -> None:
    standard = read(Path("lamps.pdf"), fictional.older_pdf()[0])
    assert (standard.id, standard.edition_id, standard.series) == ("gs-9999", "1988-04", ("9999",))
    assert standard.title == "Position Classification Standard for Lamp Tending Series, GS-9999"
    assert [one.title for one in standard.titles] == ["Lamp Tender"]
    assert [one.text for one in standard.exclusions] == [
        "1. Positions that tend ropes are made up elsewhere and do not belong here."
    ]
    assert all(roles for _, roles in standard.accounts)


def test_a_level_repeated_after_a_page_break_goes_on_and_an_appendix_does_not() -> None:
    standard = read(Path("ropes.pdf"), fictional.family_pdf()[0])
    every = [level for factor in standard.factors for level in factor.levels]
    continued = next(level for level in every if level.level == "2-2")
    assert continued is not None
    words = fictional.words("2-2")
    assert plain(continued.text) == f"{words[:-90].strip()} Rest of it: {words[-90:].strip()}"
    assert [(one.levels, one.series) for one in standard.examples] == [
        ({"1": "1-2"}, "9901"), ({"1": "1-3"}, "9901"), ({"1": "1-4"}, "9901"),
    ]  # fmt: skip


def test_the_combined_chart_is_read_with_its_unlikely_cell() -> None:
    chart = read(Path("ropes.pdf"), fictional.family_pdf()[0]).combined
    assert chart is not None
    assert {cell.levels: (cell.points, cell.unlikely) for cell in chart.cells} == {
        ("6-1", "7-A"): (30, False),
        ("6-1", "7-B"): (60, True),
        ("6-2", "7-A"): (45, False),
        ("6-2", "7-B"): (75, False),
    }


@pytest.mark.parametrize(
    "printed",
    ["Factor 3, Guidelines", "FACTOR 3 - GUIDELINES", "FACTOR III GUIDELINES", "3. GUIDELINES",
     "GUIDELINES (Factor 3)", "GUIDELINES", "Factor 3 | Guidelines", "FATCOR 3: GUIDLINES",
     "FACTOR GUIDELINES", "Factor 3"],
)  # fmt: skip
def test_a_factor_is_told_however_its_heading_is_printed(printed: str) -> None:
    mark = factor_mark(printed, heading=True, names=fictional.NAMES)
    assert mark is not None
    assert (mark.factor, mark.name) == ("3", "Guidelines")


@pytest.mark.parametrize(
    "text",
    ["Factor 3 measures the nature of guidelines.", "The guidelines are few.", "Actor and director",
     "Factor 1 illustrations are located in Appendix F1.", "Factors such as these matter"],
)  # fmt: skip
def test_a_sentence_about_a_factor_is_no_heading(text: str) -> None:
    assert factor_mark(text, heading=False, names=fictional.NAMES) is None


@pytest.mark.parametrize(
    "text",
    ["Level 2-4 is credited when the work is planned by the employee.", "At Level 2-4 the work",
     "Level 2-4, the supervisor sets the objectives", "1-3 days", "2-4 hours per week",
     "4-5 325 points of the total", "Levels 1-1 and 1-2", "Level 5 work is described"],
)  # fmt: skip
def test_a_sentence_about_a_level_is_no_heading(text: str) -> None:
    assert level_mark(text, heading=False, factor="2", values=fictional.POINTS) is None


@pytest.mark.parametrize(
    "rows",
    [
        ["Purpose of Contacts", "a b c d", "P 1 30 60 130 230", "E 2 45 75 145 245"],
        ["Level A B C D", "Personal 1 30 60 130* 230*", "Contacts 2 45 75 145 245"],
        ["PURPOSE 1 2", "A 30 45", "B 60 75", "C 130 145", "D 230 245"],
        ["| Contacts | A | B | C | D |", "| Level 1 | 30 | 60 | 130 | 230 |",
         "| Level 2 | 45 | 75 | 145 | 245 |"],
    ],
)  # fmt: skip
def test_a_chart_is_read_whatever_runs_down_its_side(rows: list[str]) -> None:
    chart = combined_chart([Row(text, 0, 0, "9") for text in rows])
    assert chart is not None
    assert {cell.levels: cell.points for cell in chart.cells} == {
        (f"6-{row}", f"7-{column}"): points
        for row, line in (("1", (30, 60, 130, 230)), ("2", (45, 75, 145, 245)))
        for column, points in zip("ABCD", line, strict=True)
    }


@pytest.mark.parametrize(
    "rows",
    [
        ["455-650 3", "655-850 4"],
        ["GS-3 455 to 650", "GS-4 655 to 850"],
        ["3 455-650 4 655-850"],
        ["Point Range", "0455-0650", "0655-0850", "Grade", "3", "4"],
        ["| 455 – 650 | GS-03 |", "| 655 – 850 | GS-04 |"],
    ],
)
def test_a_conversion_table_is_read_in_every_shape(rows: list[str]) -> None:
    table = conversion_rows([Row(text, 0, 0, "9") for text in rows])
    assert [(one.grade, one.min, one.max) for one in table] == [(3, 455, 650), (4, 655, 850)]


@pytest.mark.parametrize("text", ["4055-up", "4,055 and above", "4055 - UP", "4055+", "4055 & up"])
def test_the_top_row_is_open(text: str) -> None:
    (row,) = conversion_rows([Row(f"{text} GS-15", 0, 0, "9")])
    assert (row.grade, row.min, row.max) == (15, 4055, None)


def test_levels_left_out_on_purpose_are_no_levels_and_no_doubt() -> None:
    standard = read(Path("kites.txt"), fictional.tabled_text()[0])
    assert standard.undescribed == ("1-1", "9-2", "9-3")
    assert not standard.doubts


def test_the_name_of_the_only_series_under_every_level_belongs_to_none() -> None:
    standard = read(Path("tides.pdf"), fictional.series_heads_pdf())
    for factor in standard.factors:
        for level in factor.levels:
            assert plain(level.text) == fictional.words(level.level)
    assert levels(standard) == fictional.described()


def test_misprints_read_as_what_they_mean_are_told() -> None:
    repairs = " | ".join(read(Path("ferry.txt"), fictional.misprinted_text()[0]).repairs)
    for said in ("POSITON", "without its number", "letter for the number 1", "without its dash",
                 'without "points"', "misspelt"):  # fmt: skip
        assert said in repairs


def test_what_is_doubtful_names_its_place() -> None:
    standard = read(Path("bells.txt"), fictional.doubtful_text()[0])
    told = {doubt.code: doubt.message for doubt in standard.doubts}
    assert told["points-differ"] == (
        "Level 4-3 is printed with 155 points, where the Primary Standard gives 150"
    )
    assert "4-2" in told["level-skipped"]
    assert "645" in told["ranges-overlap"]
    assert "855" not in told["ranges-apart"]
    assert all(doubt.page for doubt in standard.doubts)


def test_a_page_missing_from_the_file_is_doubtful() -> None:
    standard = read(Path("lamps.pdf"), fictional.older_pdf(without=3)[0])
    assert "pages-missing" in codes(standard)


def test_a_chart_may_assign_the_levels_of_a_factor() -> None:
    standard = read(Path("bells.txt"), fictional.charted_knowledge_text())
    factor = next(one for one in standard.factors if one.key == "1")
    assert [one.level for one in factor.levels] == ["1-2", "1-3", "1-4"]
    assert "Kind II" in factor.levels[0].text
    assert "levels-by-chart" in codes(standard)


def test_a_level_that_only_a_benchmark_credits_is_missed_and_its_ladder_too() -> None:
    text = fictional.misprinted_text()[0].decode()
    assert "4-4" not in text
    heads = [
        f"Factor {key}, {fictional.NAMES[key]}, Level {level}--{fictional.POINTS[level]} Points"
        for key, level in (("1", "1-4"), ("4", "4-4"))
    ]
    end = ["BENCHMARK DESCRIPTIONS", "", "FERRY HAND, GS-9998-05, BMK # 1", ""]
    end += [row for head in heads for row in (head, "", "Rows the made-up ferry in fog.", "")]
    standard = read(Path("ferry.txt"), "\n".join([text, "", *end]).encode())
    missed = [one for one in standard.doubts if one.code == "level-credited-unread"]
    assert [(one.where, one.blocks) for one in missed] == [("Level 4-4", True)]
    assert standard.examples[-1].levels == {"1": "1-4", "4": "4-4"}


def test_a_stray_hyphen_is_no_misread_number() -> None:
    mark = level_mark(
        "Level- 7-4 -- 220 Points -- The work", heading=False, factor="7", values=fictional.POINTS
    )
    assert mark is not None
    assert (mark.level, mark.points, mark.repairs) == ("7-4", 220, [])


def test_the_title_may_stand_only_in_the_heads_of_pages() -> None:
    habit = THIRD["head_is_the_title"]()
    standard = read(Path(habit.file), habit.data)
    assert (standard.id, standard.series) == ("gs-9985", ("9985",))


def test_points_left_in_a_level_by_a_cell_beside_it_and_a_name_above_an_illustration() -> None:
    def head(level: str) -> str:
        return f"Level {level}" + (f", {fictional.POINTS[level]} points" if level != "4-2" else "")

    text = as_text(
        "Bell Series, GS-9986",
        head,
        after={"1-3": ["Bell Clerical", "", "Illustration: Rings the bell of the chapel.", ""]},
        said=lambda one: fictional.words(one).replace(
            "watch 2, and", "watch 2,\n\n75 Points and" if one == "4-2" else "watch 2, and"
        ),
    )  # fmt: skip
    standard = read(Path("bells.txt"), text.encode())
    held = {one.level: one for factor in standard.factors for one in factor.levels}
    assert held["4-2"].points == 75
    for level in ("4-2", "1-3"):
        assert plain(held[level].text) == fictional.words(level)
    assert [one.title for one in standard.examples] == ["Bell Clerical"]
    assert not standard.doubts
