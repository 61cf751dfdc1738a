"""Combined charts: two levels, one cell, and the cells a standard marks as unlikely."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import CaseError, LevelError, StandardError
from core.fes.assembly import evaluation_data, evaluation_json
from core.fes.cases import parse_case
from core.fes.crediting.ladder import credit_case
from core.fes.grading import evaluate_case, evaluate_levels
from core.fes.opened import open_case
from core.fes.points import rate_levels, rate_rows, resolve, side_levels
from core.fes.requests import rate_request
from core.model import Case, Evaluation
from core.standards.catalog import Catalog, load_table
from core.standards.reading import load_standard, read_standard, standard_of
from core.standards.table import PointTable
from tests.core_.scoring import evaluate_total, parse_request

GOLDEN = Path(__file__).resolve().parents[3] / "golden"
EXPECTED = tomllib.loads((GOLDEN / "grading_combined_chart.toml").read_text("utf-8"))
FILE = GOLDEN / "standards" / "gs-9990" / "2001-06.toml"
TABLE = read_standard(FILE.read_text("utf-8"), where=FILE.name).table
OTHERS: dict[str, str] = EXPECTED["others"]["levels"]


def score(given: dict[str, Any], **more: Any) -> Evaluation:
    request = {"standard": "gs-9990", "levels": {**OTHERS, **given}, **more}
    parsed = parse_request(json.dumps(request), where="r.json", fmt="json")
    rating = rate_request(parsed)
    data = evaluation_data(rating)
    assert json.loads(evaluation_json(rating)) == data
    return Evaluation.model_validate(data)


def _name(given: dict[str, Any]) -> str:
    """Return a test's name that can be given on a command line, whatever dashes it holds."""
    return str(given).encode("ascii", "replace").decode()


@pytest.mark.parametrize("case", EXPECTED["cases"], ids=lambda case: _name(case["given"]))
def test_the_chart_credits_the_cell_where_the_levels_meet(
    case: dict[str, Any], tide_office: str
) -> None:
    evaluation = score(case["given"])
    (cell,) = [one for one in evaluation.factors if one.factor == "6/7"]
    assert cell.level == f"6/7-{case['cell']}"
    assert cell.points == case["points"]
    assert evaluation.total == EXPECTED["others"]["points"] + case["points"]
    assert evaluation.grade == case["grade"]
    assert (cell.citation.page, cell.citation.section) == ("14", "Fictional Point Assignment Chart")
    unlikely = [one for one in evaluation.findings if one.code == "unlikely-combination"]
    assert bool(unlikely) is case.get("unlikely", False)
    assert all(one.severity == "warning" and one.citation.page == "14" for one in unlikely)


@pytest.mark.parametrize("case", EXPECTED["refused"], ids=lambda case: _name(case["given"]))
def test_what_is_no_cell_is_refused_by_field(case: dict[str, Any], tide_office: str) -> None:
    with pytest.raises(LevelError) as caught:
        score(case["given"])
    assert caught.value.where == f"r.json: {case['where']}"
    assert case["said"] in caught.value.message
    assert caught.value.hint


def test_the_step_names_both_levels_and_the_same_contacts(tide_office: str) -> None:
    evaluation = score({"6": "6-2", "7": "7-B"})
    (step,) = [one for one in evaluation.derivation if "chart" in one.text]
    assert "Level 6-2 with Level 7-B, both on the same contacts, carry 75 points" in step.text
    assert len(evaluation.factors) == 8


def test_every_spelling_of_a_cell_has_one_fingerprint(tide_office: str) -> None:
    spelled = [case["given"] for case in EXPECTED["cases"] if case["cell"] == "2B"]
    assert len(spelled) > 4
    assert len({score(one).fingerprint for one in spelled}) == 1


def test_a_total_is_reached_through_the_chart_only(tide_office: str) -> None:
    assert evaluate_total("gs-9990", 1810 + 75).grade == "GS-9"
    lowest = TABLE.factors[5].levels[0].points
    assert min(TABLE.reachable()) - lowest == 750 + 125 + 125 + 75 + 75 + 5 + 5


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"factor": "6/7", "level": "2B", "points": 75}, None),
        ({"factor": "6/7", "level": "2B", "points": 80}, "Level 6/7-2B carries 75 points"),
        ({"factor": 6, "level": "6-2", "points": 25}, "Factor 6 carries no points of its own"),
    ],
)
def test_points_stated_beside_a_cell_are_checked(
    entry: dict[str, Any], said: str | None, tide_office: str
) -> None:
    levels = [{"factor": key, "level": level} for key, level in OTHERS.items()] + [entry]
    if entry["factor"] == 6:
        levels.append({"factor": 7, "level": "7-B"})
    text = json.dumps({"standard": "gs-9990", "levels": levels})
    request = parse_request(text, where="r", fmt="json")
    if said is None:
        assert rate_request(request).total == 1885
        return
    with pytest.raises(LevelError, match=re.escape(said)):
        rate_request(request)


cells = st.tuples(st.sampled_from("1234"), st.sampled_from("ABCD"))


@given(cells)
def test_apart_together_and_by_hand_are_the_same(cell: tuple[str, str]) -> None:
    row, column = cell
    by_column = {
        "A": {"1": 30, "2": 45, "3": 80, "4": 130},
        "B": {"1": 60, "2": 75, "3": 110, "4": 160},
        "C": {"1": 130, "2": 145, "3": 180, "4": 230},
        "D": {"1": 230, "2": 245, "3": 280, "4": 330},
    }
    apart = resolve(TABLE, {**OTHERS, "6": f"6-{row}", "7": f"7-{column}"})
    together = resolve(TABLE, {**OTHERS, "6/7": row + column})
    assert apart == together
    assert apart[5].points == by_column[column][row]
    assert rate_rows(TABLE, apart, None).total == 1810 + apart[5].points


@given(cells, st.randoms())
def test_order_does_not_matter(cell: tuple[str, str], random: Any) -> None:
    levels = {**OTHERS, "6": f"6-{cell[0]}", "7": f"7-{cell[1]}"}
    items = list(levels.items())
    random.shuffle(items)
    assert resolve(TABLE, dict(items)) == resolve(TABLE, levels)


@given(cells)
def test_the_sides_of_a_cell_come_out_apart(cell: tuple[str, str]) -> None:
    row, column = cell
    levels = side_levels(TABLE, {**OTHERS, "6/7": row + column})
    assert levels == {**OTHERS, "6": f"6-{row}", "7": f"7-{column}"}
    alone = side_levels(TABLE, {"7": column}, name="sought", complete=False)
    assert alone == {"7": f"7-{column}"}


# --- cases -------------------------------------------------------------------------------


def case(findings: dict[str, str] | None = None, **sought: str) -> Case:
    data = {
        "title": "x",
        "standard": "gs-9990",
        "levels": {**OTHERS, "6": "6-2", "7": "7-B"},
        "sought": {key.removeprefix("f"): level for key, level in sought.items()},
        "findings": [{"aspect": a, "answer": answer} for a, answer in (findings or {}).items()],
    }
    return parse_case(json.dumps(data), where="c.json", fmt="json")


def test_each_side_of_the_chart_is_credited_by_itself(tide_office: str) -> None:
    one = case({"7-C.purpose": "met"}, f7="7-C")
    assert one.sought == {"6": "6-2", "7": "7-C"}
    scored = evaluate_case(one)
    credited = {str(c.factor): c.level for c in scored.credits}
    assert (credited["6"], credited["7"]) == ("6-2", "7-C")
    (cell,) = [f for f in scored.evaluation.factors if f.factor == "6/7"]
    assert (cell.level, cell.points) == ("6/7-2C", 145)
    assert not next(c for c in scored.credits if c.factor == 6).in_dispute


def test_a_case_without_findings_is_its_levels(tide_office: str) -> None:
    levels = {**OTHERS, "6": "6-2", "7": "7-B"}
    assert evaluate_case(case()).evaluation == evaluate_levels("gs-9990", levels)


def test_lettered_levels_contradict_like_numbered_ones(tide_office: str) -> None:
    scored = evaluate_case(case({"7-B.purpose": "not_met", "7-C.purpose": "met"}))
    (told,) = [f for f in scored.evaluation.findings if f.code == "findings-contradict"]
    assert "7-B.purpose" in told.message
    assert next(c for c in scored.credits if c.factor == 7).level == "7-A"


def test_a_question_on_one_side_counts_the_points_of_the_cell(tide_office: str) -> None:
    # 1,885, GS-9, with 2B. 1-7 alone gives 2,185, GS-10. 2D then brings 170 more: 2,355, GS-11.
    # 6-3 never decides: 3C brings 105 and no grade, and beside 3D the row 2 does as well.
    asked = evaluate_case(case(f7="7-D", f6="6-3", f1="1-7")).questions
    first = asked[0]
    assert first.aspect == "1-7.knowledge"
    assert (first.answers_to_grade, first.grade_then) == (1, "GS-10")
    contacts = {q.aspect: q for q in asked if q.factor in (6, 7)}
    assert set(contacts) == {"6-3.people", "7-C.purpose", "7-D.purpose"}
    for name in ("7-C.purpose", "7-D.purpose"):
        assert (contacts[name].answers_to_grade, contacts[name].grade_then) == (3, "GS-11")
    assert contacts["6-3.people"].answers_to_grade is None


def test_a_mistyped_cell_of_a_case_is_refused(tide_office: str) -> None:
    with pytest.raises(LevelError, match="Factor 7 has no Level 7-E"):
        case(f7="7-E")


def test_credit_needs_both_sides(tide_office: str) -> None:
    one = case().model_copy(update={"levels": {**OTHERS, "6": "6-2"}})
    with pytest.raises(LevelError, match="no level is given for Factor 7"):
        credit_case(open_case(one))


# --- the file ----------------------------------------------------------------------------


def swap(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (swap("rows = 6", "rows = 10"), "combined.rows is 10, which is not a factor of this"),
        (swap("rows = 6", "rows = true"), "combined.rows is True, which is not a factor's number"),
        (swap("columns = 7", "columns = 6"), "combined.columns names Factor 6, which the rows"),
        (swap("columns = 7\n", ""), "combined.columns is missing"),
        (swap("7-B = 60, ", ""), "combined.points.6-1.7-B is missing"),
        (swap("7-D = 330 }", "7-D = 330, 7-E = 400 }"), "7-E is not a key"),
        (swap("6-4 = {", "6-5 = {"), "combined.points.6-4 is missing"),
        (swap("7-B = 60,", "7-B = 30,"), "combined.points.6-1.7-B is 30, not more than the 30"),
        (swap("6-2 = { 7-A = 45", "6-2 = { 7-A = 25"), "6-2.7-A is 25, not more than the 30"),
        (swap("7-A = 30", "7-A = 0"), "7-A is 0, but points are above zero"),
        (swap("7-A = 30", '7-A = "30"'), "7-A must be a whole number"),
        (swap('"1D"', '"1E"'), "combined.unlikely names '1E'"),
        (swap('["1D", "4A"]', '"1D"'), "combined.unlikely must be a list"),
        (swap('page = "14"\n', ""), "combined.page is missing: no number stands without"),
        (swap('section = "Fict', 'secton = "Fict'), "combined.secton is not a key"),
        (swap('level = "7-A"\n', 'level = "7-A"\npoints = 20\n'), "whose points the chart gives"),
        (swap('level = "7-D"', 'level = "7-5"'), "stands after 7-C"),
        (swap('level = "6-1"', 'level = "6-A"'), "which stands after 6-A"),
        (swap('level = "8-2"', 'level = "8-B"'), "only a combined chart letters levels"),
    ],
)
def test_a_mistake_in_a_chart_is_named(change: Callable[[str], str], said: str) -> None:
    with pytest.raises(StandardError) as caught:
        read_standard(change(FILE.read_text("utf-8")), where="x.toml")
    assert said in caught.value.message
    assert caught.value.where == "x.toml"
    assert caught.value.hint


def test_numbered_columns_are_refused() -> None:
    text = FILE.read_text("utf-8")
    for letter, number in zip("ABCD", "1234", strict=True):
        text = text.replace(f"7-{letter}", f"7-{number}")
    with pytest.raises(StandardError, match="the columns of a chart are letters"):
        read_standard(text, where="x.toml")


def test_the_model_holds_the_chart(fictional_catalog: Catalog) -> None:
    standard = standard_of(fictional_catalog.in_force("gs-9990"))
    assert standard.combined is not None
    assert len(standard.combined.cells) == 16
    marked = [cell.level for cell in standard.combined.cells if cell.unlikely]
    assert marked == ["6/7-1D", "6/7-4A"]
    assert [factor.factor for factor in standard.factors] == list(range(1, 10))
    assert all(level.points == 0 for level in standard.factors[5].levels)


def test_the_primary_standard_has_no_chart() -> None:
    assert load_standard("fes-primary").combined is None
    assert load_table("fes-primary").chart is None


# --- the real chart ----------------------------------------------------------------------


@pytest.mark.corpus
def test_the_chart_of_the_gs_0200_standard_is_the_sum_of_the_primary_levels(corpus: Path) -> None:
    """Read the printed chart off the page and set it beside the points of both factors."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(corpus / "standards" / "gs0200-hr-management.pdf")
    text = pdf[36].get_textpage().get_text_range()
    assert "POINT ASSIGNMENT CHART" in text
    assert text.count("U. S. Office of Personnel Management 38") == 1
    chart = text[text.index("POINT ASSIGNMENT CHART") :]
    values = [(int(number), bool(star)) for number, star in re.findall(r"\b(\d{2,3})(\*?)", chart)]
    primary: PointTable = load_table("fes-primary")
    contacts = [row.points for row in primary.by_factor["6"].levels]
    purposes = [row.points for row in primary.by_factor["7"].levels]
    printed = [value for value, _ in values if value >= 30][-16:]
    assert printed == [first + second for first in contacts for second in purposes]
    starred = [index for index, (_, star) in enumerate(values[-16:]) if star]
    assert starred == [2, 3, 12]  # 1C, 1D and 4A


def test_an_unlikely_cell_is_told_on_a_line_too(tide_office: str) -> None:
    rating = rate_levels("gs-9990", {**OTHERS, "6": "6-1", "7": "7-D"})
    assert '"unlikely-combination"' in evaluation_json(rating)


def test_findings_on_unknown_aspects_name_those_of_the_level(tide_office: str) -> None:
    with pytest.raises(CaseError) as caught:
        case({"7-C.purpsoe": "met"})
    assert "7-C.purpose" in caught.value.hint
