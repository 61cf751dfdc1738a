"""A description in, a level a factor out: what a person sees, and what must not lead them."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from assistant.cases.edits import load_case
from assistant.cases.intake import case_of, position_from_text
from assistant.cli.case.suggesting import as_text
from assistant.cli.main import cli
from assistant.settings import EXAMPLE_CASE
from assistant.suggest.accepting import accept, accept_named
from assistant.suggest.described import Described, without_stated
from assistant.suggest.model import GradeShare, Suggestions
from assistant.suggest.opening import of_case, of_position
from assistant.suggest.suggesting import suggest
from core.model import Case, Duty, Evidence, Fact
from index.record.embedding import MiniLM

POSITIONS = Path(__file__).parent / "data" / "positions.toml"
NAMES = (
    "Knowledge Required by the Position", "Supervisory Controls", "Guidelines", "Complexity",
    "Scope and Effect", "Personal Contacts", "Purpose of Contacts", "Physical Demands",
    "Work Environment",
)  # fmt: skip


def positions() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(POSITIONS.read_text("utf-8"))["positions"]
    return found


def as_description(position: dict[str, Any], levels: list[str] | None = None) -> str:
    lines = ["Major duties", position["duties"].strip(), ""]
    for number, (name, text) in enumerate(zip(NAMES, position["factors"], strict=True), 1):
        level = f", Level {levels[number - 1]}" if levels else ""
        lines += [f"Factor {number}, {name}{level}", text, ""]
    return "\n".join(lines)


def opened(position: dict[str, Any], levels: list[str] | None = None) -> Described:
    read = position_from_text(as_description(position, levels))
    return of_position(read, series=position["series"])


@pytest.fixture(scope="module")
def embedder() -> MiniLM:
    return MiniLM()


@pytest.fixture(scope="module")
def budget(embedder: MiniLM) -> Suggestions:
    position = positions()[0]
    described = opened(position)
    return suggest(described, "fes-primary", embedder)


def test_each_factor_has_a_level_a_rival_and_a_confidence(budget: Suggestions) -> None:
    assert [str(one.factor) for one in budget.factors] == list("123456789")
    for one in budget.factors:
        assert one.runner_up is not None
        assert one.level != one.runner_up
        assert 0 < one.confidence <= 1
        assert abs(sum(one.levels.values()) - 1) < 0.01
        assert one.confidence == max(one.levels.values())


def test_the_core_adds_up_what_is_suggested(budget: Suggestions) -> None:
    assert budget.total == sum(one.points or 0 for one in budget.factors)
    assert budget.grade == "GS-7"


def test_sentences_pulling_each_way_are_the_description_s_or_the_standard_s(
    budget: Suggestions,
) -> None:
    text = as_description(positions()[0])
    for one in budget.factors:
        assert any(pull.source == "digest" for pull in one.favour)
        for pull in (*one.favour, *one.against):
            if pull.source == "position description":
                assert pull.text in text
        assert all(pull.level == one.level for pull in one.favour)
        assert all(pull.level != one.level for pull in one.against)


def test_stated_levels_lead_nobody(embedder: MiniLM, budget: Suggestions) -> None:
    position = positions()[0]
    false = ["1-8", "2-5", "3-5", "4-6", "5-6", "6-4", "7-4", "8-3", "9-3"]
    described = opened(position, false)
    led = suggest(described, "fes-primary", embedder)
    assert [one.level for one in led.factors] == [one.level for one in budget.factors]
    assert led.stated == {str(n): level for n, level in enumerate(false, 1)}
    assert led.factors[0].stated == "1-8"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Level 2-4, 450 points: the chief sets goals.", "the chief sets goals."),
        ("Leads as a GS-0343-13 would.", "Leads as a would."),
        ("Lifts up to 45 pounds 2-3 days a week.", "Lifts up to 45 pounds 2-3 days a week."),
        ("FL 4-5 (325 pts)", ""),
    ],
)
def test_what_a_description_states_of_itself_is_taken_out(said: str, left: str) -> None:
    assert without_stated(said) == left


def test_accepting_writes_the_level_with_the_description_s_words(budget: Suggestions) -> None:
    one = budget.factor(2)
    assert one is not None
    case = accept(Case(title="fictional", levels={}), one, by="reviewer")
    assert case.levels == {"2": one.level}
    said = [pull.text for pull in one.favour if pull.source == "position description"]
    assert [fact.text for fact in case.facts] == said
    assert {str(fact.factor) for fact in case.facts} == {"2"}
    assert case.findings
    for finding in case.findings:
        assert finding.answer == "met"
        assert finding.by == "reviewer"
        assert finding.aspect.startswith(f"{one.level}.")
        assert finding.evidence
    assert accept(case, one, by="reviewer") == case
    assert case.assigned == (str(one.factor),)


def test_accepting_keeps_what_a_person_found_before(budget: Suggestions) -> None:
    one = budget.factor("2")
    assert one is not None
    taken = accept(Case(title="fictional", levels={}), one)
    mine = Evidence(text="I saw the work sheets.", source="desk audit")
    for answer, said in (("met", True), ("unknown", True), ("not_met", False)):
        own = tuple(
            finding.model_copy(update={"answer": answer, "evidence": (mine,), "by": "R. Judge"})
            for finding in taken.findings
        )
        again = accept(Case(title="fictional", levels={}, findings=own), one, by="reviewer")
        assert len(again.findings) == len(own) > 0
        for finding in again.findings:
            assert finding.evidence[0] == mine
            assert finding.by == "R. Judge"
            assert finding.answer == ("met" if said else answer)
            assert (len(finding.evidence) > 1) == said


def test_accepting_another_level_brings_no_evidence_for_it(budget: Suggestions) -> None:
    one = budget.factor(2)
    assert one is not None
    case = accept(Case(title="fictional", levels={"2": "2-1"}), one, level="2-2")
    assert case.levels == {"2": "2-2"}
    assert not case.facts
    assert not case.findings


def test_a_case_reads_the_same_after_its_levels_are_accepted(budget: Suggestions) -> None:
    """Sentences taken over as evidence must not count twice and make a level look surer."""
    case = case_of(position_from_text(as_description(positions()[0])))
    loose = tuple(one.model_copy(update={"factor": None}) for one in case.facts)
    accepted = case = case.model_copy(update={"facts": loose})
    for one in budget.factors:
        accepted = accept(accepted, one)
    assert len(accepted.facts) > len(case.facts)
    assert of_case(accepted).sentences == of_case(case).sentences


def test_the_command_prints_one_document_as_agreed(tmp_path: Path) -> None:
    file = tmp_path / "pd.txt"
    file.write_text(as_description(positions()[0]), "utf-8")
    run = CliRunner().invoke(
        cli, ["suggest", str(file), "--standard", "fes-primary", "--json"], catch_exceptions=False
    )
    assert run.exit_code == 0, run.output
    data = json.loads(run.stdout)
    assert {"factors", "total", "grade"} <= data.keys()
    assert {"factor", "level", "runner_up", "confidence", "for", "against"} <= data["factors"][
        0
    ].keys()


def test_the_command_shows_both_readings_and_promises_nothing(tmp_path: Path) -> None:
    file = tmp_path / "pd.txt"
    file.write_text(as_description(positions()[0]), "utf-8")
    run = CliRunner().invoke(cli, ["suggest", str(file), "--standard", "fes-primary"])
    assert run.exit_code == 0, run.output
    assert "suggestions, not findings" in " ".join(run.stdout.split())
    assert "For it" in run.stdout
    assert "Against it" in run.stdout
    assert "What would settle it" in run.stdout


def test_an_even_grade_in_a_series_of_two_grades_is_noted_and_the_fitting_alternative_asked(
    embedder: MiniLM,
) -> None:
    said = """
Knowledge of qualitative and quantitative methods for the study of records systems; skill in \
interviewing, in writing and in presenting.
The branch chief sets the objectives. The employee plans the studies, resolves most conflicts, and \
keeps the chief informed of matters in dispute. Completed work is reviewed for effectiveness.
Guidelines are the records schedules and agency manuals, which do not cover every conversion. The \
employee uses judgment to adapt them.
Studies involve different processes and conflicting records. The employee identifies issues and \
applies established methods.
The work affects the efficiency of records operations in six offices.
Contacts are with employees and managers inside the agency but outside the office.
To influence managers to adopt the recommendations.
The work is sedentary.
Office setting.
"""
    words = said.strip().split("\n")
    position = {"duties": "Studies records practices.", "factors": words, "series": "0343"}
    found = suggest(opened(position), "fes-primary", embedder)
    assert found.grade == "GS-10"
    assert "even-grade" in {one.code for one in found.notices}
    asked = found.factors[0].settles[-1]
    assert "professional or administrative occupation" in asked


def test_what_is_asked_of_applicants_and_who_certifies_are_no_words_of_the_work() -> None:
    read = position_from_text(
        "Title: Fish Records Technician\nGS-0303-06 (fictional)\n\nMajor duties\n"
        "1. Counts fish at the ladder and keeps the register of counts. 60%\n"
        "2. Answers questions on the counts from the districts. 40%\n\n"
        "Qualifications required\nKnowledge of how fish are counted.\n"
        "One year of specialized experience equal to the GS-05 is required.\n\n"
        "I certify that this is an accurate statement of the major duties. (Signature) ______\n"
    )
    said = [one.text for one in of_position(read).sentences]
    assert "Knowledge of how fish are counted." in said
    assert not [one for one in said if "experience" in one or "certify" in one or "Signat" in one]


def test_a_sentence_that_goes_on_below_a_factor_s_heading_is_one_sentence() -> None:
    read = position_from_text(
        "Title: Fish Records Technician\nGS-0303-06 (fictional)\n\nMajor duties\n"
        "1. Counts fish at the ladder and keeps the register of counts. 100%\n\n"
        "Factor 2, Supervisory Controls, Level 2-3, 275 points. The chief sets the priorities and\n"
        "helps where the ladder is broken.\n"
    )
    said = [one.text for one in of_position(read).of("2")]
    assert said == ["The chief sets the priorities and helps where the ladder is broken."]


def _accepted(case: Case, embedder: MiniLM) -> Case:
    found = suggest(of_case(case), "fes-primary", embedder)
    return accept_named(case, found, ["all"])


def test_levels_of_a_chart_s_two_factors_are_accepted_each_by_itself(embedder: MiniLM) -> None:
    case = Case(title="fictional", facts=(Fact(text="Persuades managers who object.", factor=7),))
    found = suggest(of_case(case), "gs-0200", embedder)
    levels = accept_named(case, found, ["6=6-3", "7=7-C"]).levels
    assert levels == {"6": "6-3", "7": "7-C"}


def test_a_finding_is_made_only_on_the_aspect_that_a_sentence_speaks_of(embedder: MiniLM) -> None:
    facts = {
        1: "Knowledge of budget principles enough to do recurring estimates. Skill in spreadsheet "
        "analysis.",
        2: "The supervisor assigns work by schedule and gives instructions for new assignments. "
        "Finished work is checked for accuracy.",
    }
    case = Case(
        title="fictional",
        levels={},
        facts=tuple(Fact(text=text, source="Chief", factor=n) for n, text in facts.items()),
        duties=(Duty(title="Prepares recurring estimates of a budget"),),
    )
    said = {
        one.aspect: [evidence.text for evidence in one.evidence]
        for one in _accepted(case, embedder).findings
    }
    # Which knowledge it is, of a field or of its technique, only a person can tell.
    assert not [aspect for aspect in said if aspect.startswith("1-")]
    for aspect, words in said.items():
        key = aspect.partition(".")[2]
        if key in ("responsibility", "review"):
            assert not any("assigns work" in one for one in words), aspect


def test_words_of_a_persons_own_are_not_called_those_of_a_description(embedder: MiniLM) -> None:
    case = Case(
        title="fictional",
        levels={},
        facts=(
            Fact(text="My drafts are rewritten before anyone sees them.", source="me", factor=2),
            Fact(text="The manual covers nearly everything.", factor=3),
        ),
        duties=(Duty(title="Light log", text="Writes the log of the lights each day."),),
    )
    taken = _accepted(case, embedder)
    sources = {one.source for one in taken.facts}
    sources |= {one.source for finding in taken.findings for one in finding.evidence}
    assert "me" in sources
    assert not [one for one in sources if "position description" in one]


_PROSE = """POSITION DESCRIPTION
Title: Lamp Analyst
Pay plan, series, grade: GS-0301-09
Organization: Lighthouse Office (fictional)

Major duties
1. Studies of upkeep (60%): Studies how lamps are kept and reports what could be better.
2. About a third of the time she enters each lamp in the log and looks after lamps. (40%)

Supervisory controls
The chief sets objectives and deadlines and reviews finished studies for soundness.

Conditions of employment
The incumbent may be required to work on weekends and to travel away from the duty station.
"""


def test_a_description_and_the_case_made_of_it_are_weighed_alike() -> None:
    position = position_from_text(_PROSE)
    paper, case = of_position(position), of_case(case_of(position))
    assert len(paper.sentences) >= 3
    weighed = [sorted((s.section, s.weighed) for s in one.sentences) for one in (paper, case)]
    assert weighed[0] == weighed[1]


def test_factors_of_which_too_little_is_told_are_named_before_anything_else(
    embedder: MiniLM, budget: Suggestions
) -> None:
    found = suggest(of_case(load_case(EXAMPLE_CASE)), "fes-primary", embedder)
    thin = [str(one.factor) for one in found.factors if one.thin]
    # The example argues one level; its one fact on knowledge speaks of the locks.
    assert {"1", "3"} <= set(thin)
    assert "2" not in thin
    assert found.remarks[0].startswith("Too little is told of Factors 1, 3")
    assert "1-4 beside 1-7 stated" in found.remarks[0]
    assert (
        as_text(found).splitlines()[0].endswith(f"on too little told of Factors {', '.join(thin)}")
    )
    assert not budget.reserve


@pytest.mark.parametrize(
    ("shares", "span"),
    [
        ({5: 0.85, 6: 0.15}, ""),
        ({5: 0.5, 4: 0.2, 6: 0.15, 3: 0.1}, "GS-4 to GS-6, 85%"),
        # A series of two grades leaves the one between out.
        ({9: 0.6, 11: 0.3}, "GS-9 to GS-11, 90%"),
        ({5: 0.4, 7: 0.02}, "GS-5 to GS-7, 42%"),
    ],
)
def test_the_grades_that_are_likely_together_stand_beside_an_unsure_one(
    budget: Suggestions, shares: dict[int, float], span: str
) -> None:
    grades = tuple(GradeShare(grade=f"GS-{n}", confidence=share) for n, share in shares.items())
    first = grades[0]
    kept = {"grade": first.grade, "confidence": first.confidence, "grades": grades}
    found = budget.model_copy(update=kept)
    assert found.span == span
    assert span in as_text(found).splitlines()[1]
