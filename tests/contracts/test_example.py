"""The bundled example is what every new user reads first: it must be right, and plainly fiction."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from core.fes.cases import parse_case
from core.fes.grading import evaluate_case, evaluate_levels
from core.model import Answer, Case, Finding
from core.standards.catalog import load_table
from core.standards.model import Standard
from core.standards.reading import load_standard
from core.standards.table import PointTable
from index.decisions.reading import read_decision
from index.documents.formats.text import parse
from index.documents.passages import split

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "assistant" / "cases" / "example"
GOLDEN: dict[str, Any] = json.loads((ROOT / "tests" / "golden" / "example.json").read_text("utf-8"))
DECISIONS = sorted(EXAMPLE.glob("decision-*.txt"))
STANDARDS = sorted(EXAMPLE.glob("standard-*.txt"))
ALL_FILES = sorted(path for path in EXAMPLE.iterdir() if path.is_file())

CREDITED = re.compile(r"^Level ((\d)-\d) is credited for ([\d,]+) points\.$", re.MULTILINE)
BODY = re.compile(
    r"\b(?:Department|Bureau|Office|Corps|Administration) of "
    r"((?:[A-Z]\w+)(?: (?:and )?[A-Z]\w+)*)"
)
SUMMARY = re.compile(r"^(\d)\.  .+ Level (\d-\d) ([\d,]+)$", re.MULTILINE)


def number(text: str) -> int:
    return int(text.replace(",", ""))


def named(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.name)


@pytest.fixture(scope="module")
def case() -> Case:
    text = (EXAMPLE / "case.toml").read_text("utf-8")
    return parse_case(text, where="case.toml", fmt="toml")


@pytest.fixture(scope="module")
def standard(case: Case) -> Standard:
    return load_standard(case.standard, case.as_of)


@pytest.fixture(scope="module")
def table(case: Case) -> PointTable:
    return load_table(case.standard, case.as_of)


def total_and_grade(case: Case, levels: dict[str, str]) -> tuple[int, int]:
    evaluation = evaluate_levels(case.standard, levels, case.as_of)
    return evaluation.total, int(evaluation.grade.removeprefix("GS-"))


# --- the case ----------------------------------------------------------------------------


def test_the_record_falls_short_and_only_one_contested_level_changes_the_grade(
    case: Case, table: PointTable
) -> None:
    expected = GOLDEN["case"]
    record = expected["of_record"]
    assert total_and_grade(case, case.levels) == (record["total"], record["grade"])
    assert case.current.grade == record["grade"]
    next_floor = min(row.min for row in table.conversion if row.grade > record["grade"])
    assert next_floor - record["total"] == record["to_next_grade"]
    for levels, result in expected["with"].items():
        supposed = case.levels | {level.partition("-")[0]: level for level in levels.split()}
        assert total_and_grade(case, supposed) == (result["total"], result["grade"]), levels
    assert {grade["grade"] for grade in expected["with"].values()} == {
        case.current.grade,
        case.requested.grade,
    }


def test_each_level_sought_is_the_next_one_up(case: Case, standard: Standard) -> None:
    steps = {
        (str(factor.factor), lower.level): upper.level
        for factor in standard.factors
        for lower, upper in pairwise(factor.levels)
    }
    assert case.sought
    for factor, level in case.sought.items():
        assert steps[factor, case.levels[factor]] == level


def test_each_finding_answers_an_aspect_the_standard_has(case: Case, standard: Standard) -> None:
    known = {
        aspect.id: level.level
        for factor in standard.factors
        for level in factor.levels
        for aspect in level.aspects
    }
    answered = [finding.aspect for finding in case.findings]
    assert set(answered) <= set(known)
    assert len(answered) == len(set(answered))
    in_dispute = {case.levels[factor] for factor in case.sought} | set(case.sought.values())
    assert {known[aspect] for aspect in answered} == in_dispute
    assert {finding.answer for finding in case.findings} >= {"met", "not_met", "unknown"}
    assert all(finding.evidence and finding.by for finding in case.findings)
    assert all(item.text and item.source for f in case.findings for item in f.evidence)


@pytest.mark.parametrize(("answer", "level"), [("met", "2-5"), ("not_met", "2-4")])
def test_one_open_answer_decides_the_grade(case: Case, answer: Answer, level: str) -> None:
    before = evaluate_case(case)
    open_questions = [aspect for credit in before.credits for aspect in credit.open_questions]
    assert open_questions == ["2-5.review"]
    assert before.evaluation.total == GOLDEN["case"]["of_record"]["total"]

    answered = Finding(aspect="2-5.review", answer=answer, by="district manager")
    after = evaluate_case(case.model_copy(update={"findings": (*case.findings, answered)}))

    expected = GOLDEN["case"]["with"].get(level, GOLDEN["case"]["of_record"])
    assert after.evaluation.total == expected["total"]
    assert after.evaluation.grade == f"GS-{expected['grade']}"
    assert not any(credit.open_questions for credit in after.credits)


def test_the_level_that_fails_today_says_which_requirement_fails(case: Case) -> None:
    complexity = next(c for c in evaluate_case(case).credits if c.factor == 4)
    assert (complexity.level, complexity.sought) == ("4-4", "4-5")
    assert complexity.deciding == ("4-5.difficulty",)


def test_both_sides_account_for_all_of_the_time_and_disagree(case: Case) -> None:
    by_employee = [duty.percent_employee for duty in case.duties]
    by_supervisor = [duty.percent_supervisor for duty in case.duties]
    assert sum(percent or 0 for percent in by_employee) == 100
    assert sum(percent or 0 for percent in by_supervisor) == 100
    assert by_employee != by_supervisor


def test_every_stated_fact_says_where_it_comes_from(case: Case) -> None:
    assert case.fictional
    assert case.position_description.adequate is False
    assert all(fact.text and fact.source for fact in case.facts)
    assert {str(fact.factor) for fact in case.facts} >= set(case.sought)


# --- the decisions -----------------------------------------------------------------------


def test_each_contested_level_is_refused_in_one_decision_and_credited_in_another(
    case: Case,
) -> None:
    assert {path.stem.removeprefix("decision-") for path in DECISIONS} == set(GOLDEN["decisions"])
    for factor, level in case.sought.items():
        credited = {decision["credited"][factor] for decision in GOLDEN["decisions"].values()}
        assert credited == {case.levels[factor], level}


@named(DECISIONS)
def test_a_decision_adds_up_by_the_core(path: Path, case: Case, table: PointTable) -> None:
    text = path.read_text("utf-8")
    expected = GOLDEN["decisions"][path.stem.removeprefix("decision-")]
    lines = {factor: (level, number(points)) for level, factor, points in CREDITED.findall(text)}
    rows = {factor: (level, number(points)) for factor, level, points in SUMMARY.findall(text)}
    assert lines == rows
    assert {factor: level for factor, (level, _) in lines.items()} == expected["credited"]
    for factor, (level, points) in lines.items():
        assert points == table.by_factor[factor].by_level[level].points
    total, grade = total_and_grade(case, expected["credited"])
    assert (total, grade) == (expected["total"], expected["grade"])
    assert f"\nTotal {total:,}\n" in text
    row = next(row for row in table.conversion if row.grade == grade)
    assert (
        f"A total of {total:,} points falls within GS-{grade} ({row.min:,} to {row.max:,})" in text
    )
    title = expected["decided"]["title"]
    assert text.count(f"properly classified as {title}, GS-9999-{grade:02d}.") == 1
    assert f"\nGS-9999-{grade:02d}\nC-9999-{grade:02d}-01\n" in text


@named(DECISIONS)
def test_a_decision_is_read_as_it_was_composed(path: Path) -> None:
    expected = GOLDEN["decisions"][path.stem.removeprefix("decision-")]
    document = parse(path, path.read_bytes())
    read = read_decision(document, split(document))
    assert read is not None
    assert read.decision_number == path.stem.removeprefix("decision-")
    for name in ("current", "requested", "decided"):
        assert getattr(read, name).model_dump() == expected[name], name
    for name in ("date", "total", "grade", "pd_adequate"):
        assert getattr(read, name) == expected[name], name
    assert list(read.outcome) == expected["outcome"]
    assert {str(f.factor): f.credited for f in read.factors} == expected["credited"]
    assert {str(f.factor): f.sought for f in read.factors if f.sought} == expected["sought"]


@named(DECISIONS)
def test_a_decision_gives_its_reasons_on_each_contested_level(path: Path, case: Case) -> None:
    expected = GOLDEN["decisions"][path.stem.removeprefix("decision-")]
    passages = split(parse(path, path.read_bytes()))
    for factor, level in case.sought.items():
        stance = "met" if expected["credited"][factor] == level else "not_met"
        stances = {p.stance for p in passages if str(p.factor) == factor and p.level == level}
        assert stances & {"met", "not_met"} == {stance}, level
        assert "claim" in stances
        assert "standard" in {p.stance for p in passages if level in p.levels}


# --- the standard ------------------------------------------------------------------------


@named(STANDARDS)
def test_the_standard_prints_the_points_and_ranges_of_the_core(
    path: Path, case: Case, table: PointTable
) -> None:
    text = path.read_text("utf-8")
    printed = re.findall(r"^Level ((\d)-\d) (\d+) Points$", text, re.MULTILINE)
    for level, factor, points in printed:
        assert int(points) == table.by_factor[factor].by_level[level].points
    described = {level for level, _, _ in printed}
    assert described >= set(case.levels.values()) | set(case.sought.values())
    rows = re.findall(r"^(\d+)-(\d+) GS-(\d+)$", text, re.MULTILINE)
    ranges = {row.grade: (row.min, row.max) for row in table.conversion}
    assert {
        int(grade): (int(low), int(high)) for low, high, grade in rows
    }.items() <= ranges.items()
    assert {int(grade) for _, _, grade in rows} >= {case.current.grade, case.requested.grade}


# --- fiction -----------------------------------------------------------------------------


@named(ALL_FILES)
def test_a_file_says_at_its_head_that_it_is_fiction(path: Path) -> None:
    head = path.read_text("utf-8")[:200].lower()
    assert "fiction" in head


@named(ALL_FILES)
def test_a_file_names_no_real_person_or_organization(path: Path) -> None:
    text = path.read_text("utf-8")
    bodies = set(BODY.findall(text))
    assert bodies <= {"Rivers and Canals", "Inland Waterways", "Personnel Management"}
    # The one real body a decision's layout names is marked on the same line.
    for line in text.splitlines():
        if "Personnel Management" in line:
            assert "fictional" in line.lower()
    assert set(re.findall(r"\bGS-(\d{4})\b", text)) <= {"9999"}
    people = r"\b(?:Mr|Mrs|Ms|Dr)\.|\b[A-Z][a-z]+ [A-Z]\. [A-Z][a-z]+|[\w.]+@[\w.]+"
    assert re.search(people, text) is None
    if path in DECISIONS:
        assert "\n[signer's name]\n" in text
        assert "\n[name of appellant]\n" in text
