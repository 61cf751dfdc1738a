"""What a decision finds: factors, totals, stances of its paragraphs, law and ways of asking."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.decisions.consistency import held_to
from index.decisions.values import citations
from index.models import Decision, DecisionClassification, Passage
from tests.index_.decisions.made_up import LABELLED, determined, grade_of, reading_of


def test_factors_total_and_position_description(harbour: tuple[Decision, list[Passage]]) -> None:
    decision, _ = harbour
    factors = {f.factor: f for f in decision.factors}
    assert [(f.factor, f.credited, f.points) for f in decision.factors] == [
        (1, "1-4", 550),
        (2, "2-2", 125),
        (3, "3-2", 125),
    ]
    assert factors[2].sought == "2-3"
    assert factors[2].rejected == ("2-3",)
    assert factors[1].sought is None
    assert factors[1].rejected == ()
    assert (decision.total, decision.grade) == (800, 4)
    assert decision.pd_adequate is True
    assert decision.citations == ("5 U.S.C. 5112", "5 CFR 511.612", "5 CFR part 511")


def test_each_paragraph_has_its_stance(harbour: tuple[Decision, list[Passage]]) -> None:
    _, found = harbour
    body = [(p.stance, p.level) for p in found if p.factor == 2]
    assert body == [
        ("claim", "2-3"),
        ("claim", "2-3"),
        ("standard", "2-2"),
        ("standard", "2-3"),
        ("met", "2-2"),
        ("not_met", "2-3"),
        ("credited", "2-2"),
    ]
    assert all(p.heading[-1] == "Factor 2, Supervisory Controls" for p in found if p.factor == 2)
    assert next(p for p in found if p.stance == "not_met").levels == ("2-3", "2-4")


def test_a_claim_about_the_position_description_is_no_finding(tmp_path: Path) -> None:
    claims = "\nThe appellant believes his position description is inaccurate and inadequate.\n"
    decision, _ = reading_of(tmp_path, LABELLED + claims)
    assert decision.pd_adequate is None
    found = "\nWe find the PD is not adequate for classification purposes.\n"
    decision, _ = reading_of(tmp_path, LABELLED + claims + found)
    assert decision.pd_adequate is False


def test_credit_stated_in_the_heading(tmp_path: Path) -> None:
    text = LABELLED + "\nFactor 4, Complexity, Level 4-3, 150 points\n\nLamps vary a little.\n"
    decision, _ = reading_of(tmp_path, text)
    assert [(f.factor, f.credited, f.points) for f in decision.factors] == [(4, "4-3", 150)]


def test_subfactors_of_the_supervisory_guide(tmp_path: Path) -> None:
    text = LABELLED + (
        "\nFactor 4, Personal Contacts\n\nSubfactor 4A, Nature of Contacts\n\n"
        "The contacts meet Level 4A-2. They do not meet Level 4A-3, which is for lamps abroad.\n\n"
        "Level 4A-2 is credited for 50 points.\n"
    )
    decision, found = reading_of(tmp_path, text)
    assert [(f.factor, f.credited, f.points, f.rejected) for f in decision.factors] == [
        ("4A", "4A-2", 50, ("4A-3",))
    ]
    assert found[-1].heading[-1] == "Subfactor 4A, Nature of Contacts"


def test_a_count_of_things_is_no_total(tmp_path: Path) -> None:
    decision, _ = reading_of(
        tmp_path, LABELLED + "\nThe wall has a total of 320 lamps and 4 doors.\n"
    )
    assert decision.total is None


@pytest.mark.parametrize(
    ("sentence", "stance", "level"),
    [
        ("This factor is evaluated at Level 2-3 and 275 points are credited.", "credited", "2-3"),
        ("The appellant argues that his work should be credited at Level 2-5.", "claim", "2-5"),
        ("Level 2-4 describes keepers who answer for the fog lamps.", "standard", "2-4"),
        ("The position fully meets Level 2-3.", "met", "2-3"),
        ("Comparable to Level 2-3, the appellant picks his own order.", "met", "2-3"),
        ("The appellant's rounds fall short of Level 2-4.", "not_met", "2-4"),
        ("In contrast with Level 2-4, he asks before fog lamps are lit.", "not_met", "2-4"),
        ("The full intent of Level 2-4 is not met by his rounds.", "not_met", "2-4"),
        ("His rounds do not exceed Level 2-3.", "met", "2-3"),
        ("As Level 2-4 is not met, we cannot compare the work to Level 2-5.",
         "comparison_refused", "2-5"),
        ("He lights the lamps on the north wall first.", "general", None),
    ],
)  # fmt: skip
def test_set_phrases(tmp_path: Path, sentence: str, stance: str, level: str | None) -> None:
    text = f"{LABELLED}\nFactor 2, Supervisory Controls\n\n{sentence}\n"
    _, found = reading_of(tmp_path, text)
    assert (found[-1].stance, found[-1].level) == (stance, level)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("under 5 U.S.C. 5106, 5107, and 5112", ["5106", "5107", "5112"]),
        ("sections 5106 and 5107 of title 5, United States Code", ["5106", "5107"]),
    ],
)
def test_lists_of_law_are_taken_apart(text: str, found: list[str]) -> None:
    assert citations(text) == tuple(f"5 U.S.C. {section}" for section in found)


def test_regulations_are_told_from_parts() -> None:
    text = "5 CFR parts 351, 432 and 536; 5 CFR 511.702(a); section 511.612 of title 5, CFR"
    assert citations(text)[:4] == (
        "5 CFR part 351",
        "5 CFR part 432",
        "5 CFR part 536",
        "5 CFR 511.702(a)",
    )


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("This factor is evaluated at Level 2-4 (450 points).", (2, "2-4", 450)),
        ("Level 2-4 is credited for 450 points.", (2, "2-4", 450)),
        ("We credit this factor at Level 2-4 for 450 points.", (2, "2-4", 450)),
        ("Therefore, Level 2-4 and 450 points are credited.", (2, "2-4", 450)),
        ("We find that Level 2-4 is met and credit 450 points.", (2, "2-4", 450)),
        ("Factor 2 is credited with Level 2-4, 450 points.", (2, "2-4", 450)),
        ("Summary\n\nSupervisory Controls 2-4 450\nTotal 450 points", (2, "2-4", 450)),
        ("Summary\n\nII. Supervisory Controls Level 2-4 450\nTotal points 450", (2, "2-4", 450)),
        ("Summary\n\n2. Supervisory Controls FLD 2-4 450\nTotal 450", (2, "2-4", 450)),
        ("6. & 7. Personal Contacts and Purpose of Contacts 2-b 75\nTotal 75", ("6/7", "2-b", 75)),
    ],
)
def test_ways_of_crediting(tmp_path: Path, text: str, credited: tuple[object, str, int]) -> None:
    decision, _ = reading_of(tmp_path, f"{LABELLED}\nFactor 2, Supervisory Controls\n\n{text}\n")
    assert [(f.factor, f.credited, f.points) for f in decision.factors] == [credited]


@pytest.mark.parametrize(
    ("sentence", "total", "grade"),
    [
        ("The total of 2,430 points is within the range for GS-11 (2,355 to 2,750).", 2430, 11),
        ("The total number of points credited is 2555, which converts to GS-11.", 2555, 11),
        ("With 1,410 total points, the work equates to GS-7.", 1410, 7),
        ("The points total 1855 and fall in the range for GS-9.", 1855, 9),
        ("A total of 2,445 points falls in the GS-11 range, 75 points more than GS-10.", 2445, 11),
    ],
)
def test_ways_of_totalling(tmp_path: Path, sentence: str, total: int, grade: int) -> None:
    decision, _ = reading_of(tmp_path, f"{LABELLED}\nSummary\n\n{sentence}\n")
    assert (decision.total, decision.grade) == (total, grade)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("She believes her position should be classified as Wick Chief, GS-9998-12.",
         grade_of("Wick Chief", "9998", 12)),
        ("He believes the position should be classified at the GS-12 level.", grade_of("", "", 12)),
        ("The appellant requests that her position be upgraded to GS-12.", grade_of("", "", 12)),
        ("He contends that his duties warrant the GS-12 grade level.", grade_of("", "", 12)),
        ("The appellant believes the correct classification is Wick Chief, GS-9998-12.",
         grade_of("Wick Chief", "9998", 12)),
        ("He seeks reclassification of his position to Wick Chief, GS-998-12.",
         grade_of("Wick Chief", "0998", 12)),
        ("The appellant believes his job should be graded at the WG-10 level.",
         grade_of("", "", 10, "WG")),
        ("The lamps were classified by color. They are GS-12 lamps.", DecisionClassification()),
    ],
)  # fmt: skip
def test_ways_of_asking(tmp_path: Path, sentence: str, asked: DecisionClassification) -> None:
    decision, _ = reading_of(
        tmp_path, f"{LABELLED.split('Introduction', maxsplit=1)[0]}\nIntroduction\n\n{sentence}\n"
    )
    assert decision.requested == asked


def test_a_criterion_that_is_met_and_not_credited_has_its_grade(tmp_path: Path) -> None:
    text = LABELLED + (
        "\nGrade determination\n\nSkill and Knowledge\n\nThis is fully equal to grade 10.\n"
        "\nResponsibility\n\nThe responsibility meets grade 10 and does not meet grade 11.\n"
        "\nWorking Conditions\n\nThe appellant believes the conditions meet grade 11.\n"
    )
    decision, _ = reading_of(tmp_path, text)
    assert [(one.name, one.grade) for one in decision.criteria] == [
        ("Skill and Knowledge", 10),
        ("Responsibility", 10),
    ]


def test_a_cell_of_the_chart_for_contacts_has_its_stance(tmp_path: Path) -> None:
    text = LABELLED + (
        "\nFactor 6, Personal Contacts, and Factor 7, Purpose of Contacts\n\n"
        "The appellant requests Level 3-c for these factors.\n\n"
        "Level 3-c is not met because the lamps' visitors come by appointment.\n\n"
        "The work fully meets Level 2-b. We credit Level 2-b for 75 points.\n"
    )
    decision, found = reading_of(tmp_path, text)
    said = [(p.stance, p.level) for p in found if p.factor == 6]
    assert said == [("claim", "3-c"), ("not_met", "3-c"), ("credited", "2-b")]
    chart = next(f for f in decision.factors if f.factor == "6/7")
    assert (chart.sought, chart.credited, chart.rejected) == ("3-c", "2-b", ("3-c",))
    wrong = found[-1].model_copy(update={"stance": "not_met"})
    assert held_to(decision, [wrong])[0].stance == "general"


def test_a_short_sentence_before_a_share_names_no_duty(tmp_path: Path) -> None:
    text = LABELLED + (
        "\nCoverage\n\nAll three requirements are met. The appellant spends about 40 percent of "
        "her time on leader work.\n"
    )
    decision, _ = reading_of(tmp_path, text)
    assert [(one.percent, one.label) for one in decision.duties] == [(40, "leader work")]


def test_kinds_of_work_graded_apart_have_their_grades(tmp_path: Path) -> None:
    text = LABELLED + (
        "\nGrade determination\n\nGS-8 is credited.\n\nSummary\n\nThe lamp trimming duties, which "
        "take up most of the time, are graded at GS-8; the inspection duties, at GS-7.\n"
    )
    decision, _ = reading_of(tmp_path, text)
    assert [(one.name, one.grade) for one in decision.criteria] == [
        ("Lamp trimming duties", 8),
        ("Inspection duties", 7),
    ]


def test_points_after_a_refusal_credit_nothing(tmp_path: Path) -> None:
    text = "Factor 4, Complexity\n\nWe looked at the lamps. Level 4-3 is not met. 75 points."
    decision, _ = determined(tmp_path, text)
    assert [(f.credited, f.rejected) for f in decision.factors] == [(None, ("4-3",))]


def test_a_table_drawn_with_bars_gives_the_points(tmp_path: Path) -> None:
    text = (
        "Factor 1, Program scope\n\nWe find Level 1-2 met.\n\nSummary\n\nFactor | Level | Points\n"
        "1. Program Scope and Effect | 1-2 | 350\n2. Organizational Setting | 2-1 | 100\n"
    )
    decision, _ = determined(tmp_path, text)
    assert [(str(f.factor), f.credited, f.points) for f in decision.factors] == [
        ("1", "1-2", 350),
        ("2", "2-1", 100),
    ]


def test_conditions_are_those_of_a_grade_without_an_article(tmp_path: Path) -> None:
    text = "Working Conditions\n\nConditions are those described at grade 10."
    decision, _ = determined(tmp_path, text)
    assert [(one.name, one.grade) for one in decision.criteria] == [("Working Conditions", 10)]
