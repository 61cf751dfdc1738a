"""Decisions in the manner OPM writes them: what a turn of phrase credits, refuses or asks.

Every decision here is made up; lantern keeping is not a federal occupation.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.index_.decisions.made_up import HEAD, determined, reading_of


@pytest.mark.parametrize(
    ("text", "level", "points", "rejected"),
    [
        ("We find that the lamp work meets Level 2-3 (275 points).", "2-3", 275, ()),
        ("As his rounds meet but do not exceed Level 2-3, 275 points are credited.",
         "2-3", 275, ()),
        ("Since Level 2-4 is not fully met, Level 2-3 must be credited (275 points).",
         "2-3", 275, ("2-4",)),
        ("The agency put it at Level 2-4 (450 points).\n\nWe find Level 2-3 (275 points) is right.",
         "2-3", 275, ()),
        ("Credit for this factor is limited to Level 2-3 (275 points).", "2-3", 275, ()),
        ("Your rounds are at Level 2-3, 275 points.", "2-3", 275, ()),
        ("Level 2-3 is proper, at 275 points.", "2-3", 275, ()),
        ("You work alone, as Level 2-3 (275 points) describes. Level 2-3 is credited.",
         "2-3", 275, ()),
        ("Keeper and agency alike hold Level 2-3 to be right. We concur and credit 275 points.",
         "2-3", 275, ()),
        ("The agency credited Level 2-3 for 275 points. He does not mind. We concur.",
         "2-3", 275, ()),
        ("The lamp room works as described at Level 2-3. We credit 275 points.", "2-3", 275, ()),
    ],
)  # fmt: skip
def test_credit_in_other_words(
    tmp_path: Path, text: str, level: str, points: int, rejected: tuple[str, ...]
) -> None:
    decision, _ = determined(tmp_path, f"Factor 2, Supervisory Controls\n\n{text}")
    found = [(f.factor, f.credited, f.points, f.rejected) for f in decision.factors]
    assert found == [(2, level, points, rejected)]


@pytest.mark.parametrize(
    ("text", "credited", "rejected"),
    [
        ("The work is properly credited at Level 2-3.", "2-3", ()),
        ("We find Level 2-3 fully met. The rounds do not reach Level 2-4.", "2-3", ("2-4",)),
        ("The rounds exceed Level 2-2 and are evaluated at Level 2-3.", "2-3", ()),
        (("He works alone, which meets Level 2-4. In the end, Level 2-3 is credited, since Level "
         "2-4 is not met in all respects."), "2-3", ("2-4",)),
        ("The work exceeds Level 2-3.", None, None),
        ("The grade would not change even if Level 2-4 were credited.", None, None),
    ],
)  # fmt: skip
def test_what_is_found_met_is_the_credit_where_no_points_are_told(
    tmp_path: Path, text: str, credited: str | None, rejected: tuple[str, ...] | None
) -> None:
    decision, _ = determined(tmp_path, f"Factor 2, Supervisory Controls\n\n{text}")
    found = [(f.credited, f.rejected) for f in decision.factors if f.credited]
    assert found == ([] if credited is None else [(credited, rejected)])


def test_points_on_the_agency_s_sheet_are_no_credit(tmp_path: Path) -> None:
    text = "The agency's sheet on his job shows Level 2-4 (450 points)."
    decision, _ = determined(tmp_path, f"Factor 2, Supervisory Controls\n\n{text}")
    assert decision.factors == ()


def test_a_level_met_is_not_refused_with_the_next(tmp_path: Path) -> None:
    text = "The appellant's position meets Level 2-3 but does not meet Level 2-4."
    decision, found = determined(tmp_path, f"Factor 2, Supervisory Controls\n\n{text}")
    assert [f.rejected for f in decision.factors] == [("2-4",)]
    assert found[-1].level == ("2-4" if found[-1].stance == "not_met" else "2-3")


def test_levels_left_aside_are_credited_when_opm_agrees(tmp_path: Path) -> None:
    text = (
        "The appellant does not contest the agency's crediting of Levels 6-2, 7-2, and 8-1. "
        "Based on our reading of the lamp log, we concur."
    )
    decision, found = determined(tmp_path, text)
    assert [(f.credited, f.sought, f.rejected) for f in decision.factors] == [
        ("6-2", None, ()),
        ("7-2", None, ()),
        ("8-1", None, ()),
    ]
    assert found[-1].stance == "credited"


def test_opm_may_say_first_that_it_looked(tmp_path: Path) -> None:
    text = (
        "The appellant agrees with the rating of Factors 6 and 8 at Levels 6-2 and 8-1. We have "
        "reviewed the agency's rating of those factors and concur."
    )
    decision, found = determined(tmp_path, text)
    assert [(f.factor, f.credited) for f in decision.factors] == [(6, "6-2"), (8, "8-1")]
    assert found[-1].stance == "credited"


def test_rows_of_subfactors_by_letter(tmp_path: Path) -> None:
    rows = (
        "1. Program Scope and Effect 1-2 350\n4. Personal Contacts\nA. Nature of Contacts 4A-2 50\n"
        "B. Purpose of Contacts 4B-2 75\n6. Other Conditions 6-3 975\nTotal points 2,800"
    )
    decision, _ = determined(tmp_path, f"Summary\n\n{rows}")
    assert [(f.factor, f.points) for f in decision.factors] == [
        (1, 350),
        ("4A", 50),
        ("4B", 75),
        (6, 975),
    ]
    assert decision.total == 2800


def test_what_is_claimed_beside_a_disagreement(tmp_path: Path) -> None:
    text = (
        "The appellant disagrees with the crediting of Factors 2 and 4, and believes that Levels "
        "2-4 and 4-3 should be credited. She agrees with Levels 6-2 and 7-2. After a look at the "
        "lamps, we concur."
    )
    decision, found = determined(tmp_path, text)
    said = {f.factor: (f.sought, f.credited) for f in decision.factors}
    assert said == {
        2: ("2-4", None),
        4: ("4-3", None),
        6: (None, "6-2"),
        7: (None, "7-2"),
    }
    assert (found[-1].stance, found[-1].factor, found[-1].level) == ("credited", 6, "6-2")


@pytest.mark.parametrize(
    ("heads", "credited", "total"),
    [
        ("Factor Agency OPM", [("1-4", 550), ("2-3", 275)], 825),
        ("Factor OPM Agency", [("1-5", 750), ("2-4", 450)], 1200),
        ("Factor Before After", [], None),
    ],
)
def test_a_table_with_two_columns(
    tmp_path: Path, heads: str, credited: list[tuple[str, int]], total: int | None
) -> None:
    rows = (
        f"{heads}\n1. Knowledge Required 1-5 750 1-4 550\n2. Supervisory Controls 2-4 450 2-3 275\n"
        "Total points 1,200 825"
    )
    decision, _ = determined(tmp_path, f"Summary\n\n{rows}")
    assert [(f.credited, f.points) for f in decision.factors] == credited
    assert decision.total == total


def test_a_table_without_the_names_of_factors(tmp_path: Path) -> None:
    rows = "Factor Level Points\n1 1-4 550\n2 2-3 275\n3 3-2 125\n4 4-2 75\nTotal 1,025"
    decision, _ = determined(tmp_path, f"Summary\n\n{rows}")
    assert [(f.factor, f.credited, f.points) for f in decision.factors] == [
        (1, "1-4", 550),
        (2, "2-3", 275),
        (3, "3-2", 125),
        (4, "4-2", 75),
    ]


@pytest.mark.parametrize(
    ("sentence", "stance", "level"),
    [
        ("At Level 2-4, the position answers for all lamps of a coast.", "standard", "2-4"),
        ("The keeper's freedom is less broad than that at Level 2-4.", "not_met", "2-4"),
        ("We disagree with the appellant that Level 2-4 is warranted.", "not_met", "2-4"),
        ("The work does not call for the judgment tied to Level 2-4.", "not_met", "2-4"),
        ("We considered Level 2-4 but found the rounds lacking in choice.", "not_met", "2-4"),
        ("Level 2-4 involves more than freedom on the appellant's rounds.", "not_met", "2-4"),
        ("The appellant's orders are not wholly fixed, which matches Level 2-3.", "met", "2-3"),
        ("The appellant's orders are rules that are not always specific, as at Level 2-3.",
         "met", "2-3"),
        ("Since both are at Level 2-3, this factor is credited at that level for 275 points.",
         "credited", "2-3"),
        ("His rounds are typical of Level 2-3 rather than Level 2-4.", "met", "2-3"),
        ("The appellant's rounds compare favorably to Level 2-3.", "met", "2-3"),
        ("The appellant's dealings with State keepers meet Level 2-3.", "met", "2-3"),
        ("The appellant holds only five of the powers listed at Level 2-4.", "not_met", "2-4"),
        ("In contrast, Level 2-4 involves choosing. The appellant lights what he is told to.",
         "not_met", "2-4"),
    ],
)  # fmt: skip
def test_turns_of_phrase(tmp_path: Path, sentence: str, stance: str, level: str) -> None:
    _, found = determined(tmp_path, f"Factor 2, Supervisory Controls\n\n{sentence}")
    assert (found[-1].stance, found[-1].level) == (stance, level)


@pytest.mark.parametrize(
    "principle",
    [
        "If a job fails to meet a level, the next lower level is given unless it is made up for.",
        "Factor level descriptions mark the floor, so that a lantern job meeting this level stays.",
    ],
)
def test_how_factors_are_credited_is_no_finding(tmp_path: Path, principle: str) -> None:
    _, found = determined(tmp_path, principle)
    assert (found[-1].stance, found[-1].factor, found[-1].level) == ("general", None, None)


def _effect(clause: str, present: str, decided: str, plan: str = "GS") -> str:
    head = HEAD.replace("Lantern Keeper GS-9998-7", f"{present} {plan}-9998-7")
    head = head.replace("Lantern Keeper\nGS-9998-7\n", f"{decided}{plan}-9998-7\n")
    return f"{head}\nSince this decision {clause} of the appealed position, pretend it is due.\n"


@pytest.mark.parametrize(
    ("clause", "decided", "outcome"),
    [
        ("changes the classification (i.e., title)", "", ("title_changed",)),
        ("changes the title", "", ("title_changed",)),
        ("changes the classification", "", ()),
        ("changes the series", "Lantern Keeper\n", ("sustained",)),
    ],
)
def test_what_the_clause_on_the_effect_adds(
    tmp_path: Path, clause: str, decided: str, outcome: tuple[str, ...]
) -> None:
    decision, _ = determined(tmp_path, "Text.", _effect(clause, "Lantern Keeper", decided))
    assert decision.outcome == outcome


def test_coverage_by_wages_changes_the_pay_plan(tmp_path: Path) -> None:
    head = HEAD.replace(
        "Lantern Keeper\nGS-9998-7\n", "The position is covered by the Federal Wage System\n"
    ).replace("C-9998-07-44", "C-9998-00-44")
    decision, _ = determined(tmp_path, "Text.", head)
    assert decision.outcome == ("pay_plan_changed",)
    assert (decision.decided.series, decision.decided.grade) == ("", None)


def test_a_placeholder_for_the_place_above_the_department(tmp_path: Path) -> None:
    head = HEAD.replace("Lamp Room\n", "[Appellant's organization/location]\n").replace(
        "Nowhere, Maine\n", ""
    )
    decision, _ = determined(tmp_path, "Text.", head)
    assert decision.decided.title == "Lantern Keeper"
    assert decision.department == "Department of the Interior"
    assert decision.component == "Imaginary Lighthouse Board"
    assert decision.outcome == ("sustained",)


def test_headings_are_found_again_on_one_line(tmp_path: Path) -> None:
    text = (
        f"{HEAD} Introduction On May 1, 2015, we took up this appeal. Position Information The "
        "appellant minds six lamps. The position description gives 75 percent of the time to "
        "lamps. Grade Determination The guide has six factors. Factor 1, Program Scope and "
        "Effect This factor weighs the program. The appellant's lamps meet Level 1-2. Level 1-2 is "
        "credited for 350 points. Factor 4, Personal Contacts Subfactor 4A, Nature of Contacts "
        "The agency credited Level 4A-2. We concur. Level 4A-2 is credited with 50 points. "
        "Subfactor 4B, Purpose of Contacts Level 4B-2 (75 points) is credited. Factor 5, "
        "Difficulty of Typical Work Directed The lamps equate to Level 5-5. This factor is "
        "evaluated at Level 5-5 and 650 points are credited. Decision The position is kept."
    )
    decision, found = reading_of(tmp_path, " ".join(text.split()) + " Lamp oil is dear." * 200)
    assert [(f.factor, f.credited, f.points) for f in decision.factors] == [
        (1, "1-2", 350),
        ("4A", "4A-2", 50),
        ("4B", "4B-2", 75),
        (5, "5-5", 650),
    ]
    heads = {p.heading[-1] for p in found if p.heading}
    assert {"Position Information", "Grade Determination"} <= heads
    assert "Subfactor 4B, Purpose of Contacts" in heads
    assert [(d.percent, d.by, d.label) for d in decision.duties] == [
        (75, "position description", "lamps")
    ]


@pytest.mark.parametrize(
    ("sentence", "adequate"),
    [
        ("Although the keeper holds the PD to be inaccurate, we find it adequate.", True),
        ("The lamp PD, with the noted gaps, is adequate for classification purposes.", True),
        ("The PD is sufficiently accurate for the purpose of classification.", True),
        ("We find the PD contains the major duties and responsibilities given to him.", True),
        ("The lamp PD is not completely accurate.", False),
        ("A PD is the record of the major duties and responsibilities of a position.", None),
        ("The keeper and the harbor master agree that the PD is accurate.", None),
    ],
)
def test_what_opm_finds_of_the_position_description(
    tmp_path: Path, sentence: str, adequate: bool | None
) -> None:
    head = f"{HEAD}\nPosition information\n\n{sentence}\n"
    decision, _ = determined(tmp_path, "Text.", head)
    assert decision.pd_adequate is adequate


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("\u2022 Lamp rounds \u2013 60%\n\n\u2022 Oil stores \u2013 40%",
         [(60, "Lamp rounds"), (40, "Oil stores")]),
        ("1. Lamp rounds (60 percent): walks the wall.\n\n2. Oil stores (40 percent): fills cans.",
         [(60, "Lamp rounds"), (40, "Oil stores")]),
        ("60% Walks the wall with a lamp.\n\n40% Fills the cans of oil.",
         [(60, "Walks the wall with a lamp"), (40, "Fills the cans of oil")]),
        ("\u2022 Lamp rounds \u2013 60%\n\n\u2022 Oil stores \u2013 70%", []),
        ("Work that takes less than 10 percent of the time cannot decide a grade.", []),
        ("The guide asks for lamp work of at least 25 percent of the time.", []),
        ("His work on lamps increased by 20 percent in a year.", []),
        ("The appellant minds ten lamps. He spends 75 percent of his time on lamps.",
         [(75, "lamps")]),
    ],
)  # fmt: skip
def test_shares_of_time(tmp_path: Path, text: str, shares: list[tuple[int, str]]) -> None:
    decision, _ = determined(tmp_path, "Text.", f"{HEAD}\nPosition information\n\n{text}\n")
    assert [(duty.percent, duty.label) for duty in decision.duties] == shares


def test_a_grade_asked_for_without_its_pay_plan(tmp_path: Path) -> None:
    head = f"{HEAD}\nIntroduction\n\nHe believes it should be classified at the 8 grade level.\n"
    decision, _ = determined(tmp_path, "Text.", head)
    assert (decision.requested.pay_plan, decision.requested.grade) == ("", 8)


def test_a_component_on_two_lines(tmp_path: Path) -> None:
    head = HEAD.replace("Imaginary Lighthouse Board", "Imaginary Lamp Yard and\nOil Facility")
    decision, _ = determined(tmp_path, "Text.", head)
    assert decision.component == "Imaginary Lamp Yard and Oil Facility"


@pytest.mark.parametrize(
    ("sentence", "stance", "level"),
    [
        ("The rounds are more nearly like Level 2-2 than Level 2-3.", "met", "2-2"),
        ("Level 2-3 is approached but not attained.", "not_met", "2-3"),
        ("The record only partially meets Level 2-3.", "not_met", "2-3"),
        ("The rounds that justify Level 2-3 have not ended.", "met", "2-3"),
        ("These duties call for no more than Level 2-3.", "met", "2-3"),
        ("These are the very rounds of Level 2-3, and no others are made.", "met", "2-3"),
        ("We credit Level 2-3, one level below the Level 2-4 requested.", "not_met", "2-4"),
        ("Level 2-3 was withdrawn by the agency in March, and we restore it.", "met", "2-3"),
        ("Oil is dear, and Level 2-3 is about oil; we therefore credit it.", "met", "2-3"),
        ("The agency credited Level 2-3, but the record supports Level 2-4.", "met", "2-4"),
        (
            "It is the appellant, rather than the harbor master, whose rounds reach Level 2-4.",
            "met",
            "2-4",
        ),
        (
            "It is the harbor master, rather than the appellant, whose rounds reach Level 2-4.",
            "not_met",
            "2-4",
        ),
        (
            "To be credited with Level 2-4, the appellant would have to choose her rounds.",
            "not_met",
            "2-4",
        ),
    ],
)
def test_what_is_weighed_and_supposed(
    tmp_path: Path, sentence: str, stance: str, level: str
) -> None:
    _, found = determined(tmp_path, f"Factor 2, Supervisory Controls\n\n{sentence}")
    assert (found[-1].stance, found[-1].level) == (stance, level)


@pytest.mark.parametrize(
    "asked",
    [
        "We considered whether Level 2-4 could be credited.",
        "Whether the rounds reach Level 2-4 is the only question left.",
        "Level 2-4 is discussed below.",
    ],
)
def test_what_is_only_asked_is_no_finding(tmp_path: Path, asked: str) -> None:
    _, found = determined(tmp_path, f"Factor 2, Supervisory Controls\n\n{asked}")
    assert found[-1].stance not in ("met", "not_met", "credited")


def test_a_duty_that_takes_up_the_time_is_named(tmp_path: Path) -> None:
    text = "The appellant's own lamp rounds occupy 30 percent of his time and are graded below."
    decision, _ = determined(tmp_path, "Text.", f"{HEAD}\nPosition information\n\n{text}\n")
    assert [(duty.percent, duty.label) for duty in decision.duties] == [(30, "lamp rounds")]


def test_a_cell_of_the_contacts_chart_credited_in_a_sentence(tmp_path: Path) -> None:
    text = "Factors 6 and 7, Contacts\n\nHence Level 3-b is therefore credited for 110 points."
    decision, _ = determined(tmp_path, text)
    assert [(f.factor, f.credited, f.points) for f in decision.factors] == [("6/7", "3-b", 110)]


def test_what_was_credited_in_error_is_no_credit(tmp_path: Path) -> None:
    decision, _ = determined(
        tmp_path, "Factor 2, Supervisory Controls\n\nLevel 2-4 was credited in error (450 points)."
    )
    assert not any(row.credited for row in decision.factors)
