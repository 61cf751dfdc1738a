"""Guides without points read grade by grade, and documents that grade nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from core.errors import DocumentError
from index.language.structure import FACTOR_NAMES
from index.standards.guides import combining
from index.standards.rows import Row
from tests.index_.standards import fictional
from tests.index_.standards.bringing_in import codes, done, plain, read, refused
from tests.index_.standards.fictional import otherwise

CHART_ID = "lamp-nursing-grade-evaluation-guide"


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


def test_a_leader_guide_grades_by_the_work_led_part_by_part() -> None:
    standard = read(Path("leader.pdf"), otherwise.leader_pdf())
    assert [one.kind for one in standard.factors] == ["Work leader", "Team leader"]
    assert [one.above for one in standard.factors] == [1, 1]
    assert [plain(one.measures) for one in standard.factors] == [
        otherwise.RULE,
        otherwise.TEAM_RULE,
    ]
    assert all(otherwise.COUNTS in plain(one.text) for one in standard.factors[0].levels)
    assert not codes(standard)
    assert [one.above for one in read(Path("l.txt"), otherwise.leader_text()).factors] == [2]


def test_what_a_leader_guide_does_not_say_is_not_made_up() -> None:
    differs = read(Path("leader.pdf"), otherwise.leader_pdf(table=("GS-4  GS-6",)))
    silent = read(Path("leader.pdf"), otherwise.leader_pdf(team="Team leaders are well graded."))
    for standard, code in ((differs, "leader-table-differs"), (silent, "leader-rule-missing")):
        assert {one.code for one in standard.doubts if one.blocks} == {code}
    rows = b"Lamp Leader Grade Evaluation Guide\n\nMay 1975\n\nLeaders are graded with care.\n"
    with pytest.raises(DocumentError, match="how many grades the leader stands above"):
        read(Path("leader.txt"), rows)


def test_degrees_keep_the_points_and_the_table_of_their_guide() -> None:
    standard = read(Path("tides.pdf"), otherwise.degrees_pdf())
    got = {
        (number, one.level): (one.points, plain(one.text))
        for number, factor in enumerate(standard.factors, start=1)
        for one in factor.levels
        if one.level in "ACE"
    }
    assert got == {
        (number, letter): (otherwise.tide_points(number, letter), otherwise.text_of(number, letter))
        for number in range(1, 5)
        for letter in "ACE"
    }
    assert tuple(one.name for one in standard.factors) == otherwise.FACTORS
    assert {one.grade: (one.min, one.max) for one in standard.conversion} == otherwise.RANGES
    assert codes(standard) == {"degree-undescribed"}
    run_in = read(Path("buoys.txt"), otherwise.degrees_text())
    assert [(one.points, plain(one.text)) for one in run_in.factors[2].levels] == [
        (points, otherwise.text_of(3, letter))
        for letter, points in zip("ABC", (2, 4, 6), strict=True)
    ]
    assert not codes(run_in)


def test_degrees_that_were_not_read_block_and_a_guide_without_a_table_is_refused() -> None:
    standard = read(Path("tides.pdf"), otherwise.degrees_pdf(lost="2E"))
    assert any(one.blocks and "degree E" in one.message for one in standard.doubts)
    with pytest.raises(DocumentError, match="no table from sums of points to grades"):
        read(Path("buoys.txt"), otherwise.degrees_text(table=False))


@pytest.mark.parametrize("kind", ["grid", "named", "listed", "roman"])
def test_a_chart_of_degrees_is_read_as_printed(kind: str) -> None:
    standard = read(Path("nursing.txt"), otherwise.charted_text(kind))
    assert {cell.levels: cell.grade for cell in standard.chart} == otherwise.CHARTED
    assert standard.governing == "chart"
    assert not any(doubt.blocks for doubt in standard.doubts)
    for number, factor in enumerate(standard.factors, start=1):
        for level in factor.levels:
            assert level.text == otherwise.text_of(number, level.level)


def test_a_chart_of_degrees_is_read_from_a_page() -> None:
    standard = read(Path("nursing.pdf"), otherwise.charted_pdf())
    assert {cell.levels: cell.grade for cell in standard.chart} == otherwise.CHARTED
    assert {cell.page for cell in standard.chart} == {standard.rule_page}


def test_what_a_chart_does_not_show_blocks() -> None:
    lost = read(Path("nursing.txt"), otherwise.charted_text("grid", lost=("B", "C")))
    (doubt,) = [one for one in lost.doubts if one.blocks]
    assert (doubt.code, "3 grades for 4 columns" in doubt.message) == ("chart-cell-missing", True)
    falls = read(Path("nursing.txt"), otherwise.charted_text("grid", changed={("C", "D"): 6}))
    assert "chart-falls" in codes(falls)
    none = read(Path("nursing.txt"), otherwise.charted_text("grid", changed={("A", "D"): 0}))
    assert {cell.levels for cell in none.chart} == otherwise.CHARTED.keys() - {("A", "D")}
    assert not any(doubt.blocks for doubt in none.doubts)
    unsaid = read(Path("nursing.txt"), otherwise.charted_text("unsaid", degrees="ABC"))
    assert "chart-sides-unsaid" in codes(unsaid)


def test_a_guide_grades_by_its_chart_once_a_person_has_read_the_lost_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FES_HOME", str(tmp_path / "home"))
    path = tmp_path / "nursing.txt"
    path.write_bytes(otherwise.charted_text("grid", lost=("B", "C")))
    case = tmp_path / "case.toml"
    case.write_text(
        f'title = "Lamp nurse"\nguide = "{CHART_ID}"\n[levels]\nlamp_assignment = "B"\n'
        'lamp_responsibility = "C"\n',
        "utf-8",
    )
    done("standards", "import", str(path))
    assert "doubt" in str(refused("guide", str(case)))
    cells = [
        word
        for letter in "ABCD"
        for word in ("--cell", "1-B", f"2-{letter}", str(otherwise.CHARTED["B", letter]))
    ]
    done("standards", "correct", CHART_ID, *cells, "--why", "read on the page", "--by", "a reader")
    done("standards", "import", str(path))
    assert json.loads(done("guide", str(case), "--json"))["grade"] == "GS-8"
    assert "Degree 1-B with degree 2-C: grade 8" in done("standards", "show", CHART_ID)


CRITERIA = ("Nature of Assignment", "Level of Responsibility")


@pytest.mark.parametrize(
    ("printed", "governing", "criterion"),
    [
        (
            "Nature of Assignment controls; Level of Responsibility only confirms it.",
            "criterion",
            CRITERIA[0],
        ),
        ("The grade is fixed by the level of responsibility.", "criterion", CRITERIA[1]),
        (
            "Where the two criteria differ, Nature of Assignment takes precedence.",
            "criterion",
            CRITERIA[0],
        ),
        ("The Level of Responsibility is decisive for the grade.", "criterion", CRITERIA[1]),
        (
            "The grade is that at which both criteria are fully met, and no higher one.",
            "lowest",
            "",
        ),
        ("A high criterion cannot compensate for a low one in the grade.", "lowest", ""),
        ("Nature of Assignment never controls the grade by itself.", "whole", ""),
        ("When the criteria are met at different grades, assign the lower grade.", "lowest", ""),
        ("A grade is credited only when the work reaches it on both counts.", "lowest", ""),
        ("Failure to meet either criterion at a grade rules the grade out.", "lowest", ""),
        ("Work that meets them at two grades is graded at the lower of the two.", "lowest", ""),
        ("The first criterion, Nature of Assignment, is determinative.", "criterion", CRITERIA[0]),
        ("A position meeting only one criterion is graded a step lower.", "whole", ""),
        ("No position is graded above its weakest criterion.", "lowest", ""),
        ("Level of Responsibility alone determines the grade.", "criterion", CRITERIA[1]),
        ("Neither Nature of Assignment nor any other criterion controls.", "whole", ""),
        ("Credit the average of the grades of the two criteria.", "whole", ""),
        ("Use the lower grade unless one criterion is plainly stronger.", "whole", ""),
        ("Assign the highest grade at which either criterion is met.", "whole", ""),
        (
            "Level of Responsibility outweighs Nature of Assignment.",
            "criterion",
            CRITERIA[1],
        ),
    ],
)
def test_the_rule_that_combines_criteria_is_taken_as_printed(
    printed: str, governing: str, criterion: str
) -> None:
    found = combining.rule([Row(printed, 0, len(printed), "7")], CRITERIA)
    assert (found.governing, found.criterion) == (governing, criterion)


@pytest.mark.parametrize(
    "told",
    [
        ("FES EVALUATION WORKSHEET", "Incumbent: [name]   PD No. 44", "Standards used: GS-9500"),
        (
            "POSITION EVALUATION STATEMENT",
            "Position: Lamp Clerk",
            "Standard used: Primary Standard",
        ),
    ],
)
def test_an_evaluation_of_one_position_is_no_standard(told: tuple[str, ...]) -> None:
    levels = ("1-4   550", "2-2   125", "3-2   125", "4-2   75", "5-2   75")
    rows = [
        f"Factor {level[0]}, {FACTOR_NAMES[int(level[0])]}   Level {level} Points\n"
        "The incumbent keeps the lamps of a made-up harbor.\n"
        for level in levels
    ]
    text = "\n".join([*told, "", *rows, "Total Points 950  Grade GS-5", ""])
    with pytest.raises(DocumentError, match="evaluation of one position"):
        read(Path("lamp-clerk.txt"), text.encode())


OWN = ("Nature of data", "Difficulty")


def _own(form: str, *, said: str = "", example: str = "") -> bytes:
    """A guide whose two criteria have names of its own, in one of several forms."""
    rows = ["Grade Level Guide for Gull Ringing", "", "TS-10 May 1970", "", said, ""]
    for grade in (5, 7, 9):
        rows += [f"GS-{grade}", ""]
        for number, name in enumerate(OWN, 1):
            words = fictional.words(f"{number}-{grade}")
            rows += [form.format(number=number, name=name, upper=name.upper(), words=words), ""]
        rows += [example, ""]
    return "\n".join(rows).encode()


@pytest.mark.parametrize(
    "form",
    [
        "{upper}\n\n{words}",
        "{name}. {words}",
        "{name}: {words}",
        "{number}. {name}\n\n{words}",
        "Factor {number} - {name} -- {words}",
    ],
)
def test_criteria_with_names_of_their_own_are_told_apart(form: str) -> None:
    standard = read(Path("gulls.txt"), _own(form))
    assert {
        factor.name: {one.grade: plain(one.text) for one in factor.levels}
        for factor in standard.factors
    } == {
        name: {grade: fictional.words(f"{number}-{grade}") for grade in (5, 7, 9)}
        for number, name in enumerate(OWN, 1)
    }


def test_criteria_announced_by_name_may_stand_above_their_grades() -> None:
    rows = ["Grade Level Guide for Gull Ringing", "", "TS-10 May 1970", ""]
    rows += [f"Grades are told by two criteria: {OWN[0]} and {OWN[1]}.", ""]
    for number, name in enumerate(OWN, 1):
        rows += [name.upper(), ""]
        for grade in (5, 7, 9):
            rows += [f"GS-{grade}", "", fictional.words(f"{number}-{grade}"), ""]
    announced = read(Path("gulls.txt"), "\n".join(rows).encode())
    assert [factor.name for factor in announced.factors] == list(OWN)
    assert not any(one.blocks for one in announced.doubts)
    del rows[4:6]
    # Unannounced, such headings may as well name two kinds of work.
    silent = read(Path("gulls.txt"), "\n".join(rows).encode())
    assert [one.code for one in silent.doubts if one.blocks] == ["kinds-of-work"]


@pytest.mark.parametrize(
    "opens",
    [
        "Example:",
        "Examples --",
        "For example:",
        "Example 2.",
        "Typical assignment:",
        "Sample duties:",
    ],
)
def test_an_example_belongs_to_no_criterion_whatever_it_is_called(opens: str) -> None:
    data = _own("{name}: {words}", example=f"{opens} The ringer rings one gull on the pier.")
    standard = read(Path("gulls.txt"), data)
    assert len(standard.factors) == len(OWN)
    assert not any("one gull" in one.text for made in standard.factors for one in made.levels)
    assert sum("one gull" in one.text for one in standard.examples) == len((5, 7, 9))
