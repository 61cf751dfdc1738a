"""Mixed and supervisory work: the grade worked out from what the question states."""

from __future__ import annotations

import pytest

from assistant.chat.model import Context
from assistant.chat.reading.exact import read
from assistant.chat.topics import all_topics


def lead(topic: str, message: str) -> str:
    answer = all_topics()[topic].answer(read(message), Context())
    assert answer is not None
    return answer.lead


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("I spend 20% on GS-12 work and the rest on GS-11", "No: 20 percent is below the 25"),
        ("I'm a GS-11 and 30% of my work is GS-12", "GS-12 or GS-11: it depends"),
        ("60 percent GS-12 and 40 percent GS-9", "GS-12, for 60 percent GS-12"),
        ("I am a GS-9 and do GS-11 work a quarter of the time", "25 percent GS-11, 75 percent"),
        ("GS-12 work 35 percent, GS-11 the rest, only while she is on leave", "sets no grade"),
        ("is 35 percent enough", "35 percent is enough if two more conditions hold"),
        ("the higher work is only 20% of my time", "No: 20 percent is below 25 percent"),
    ],
)
def test_shares_of_time_give_the_grade_or_what_decides(message: str, says: str) -> None:
    assert says in lead("share-of-time", message)


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("30% GS-12 in my PD, they recruit for it, 70% GS-11", "**GS-12, for 30 percent GS-12"),
        ("30% GS-12, 70% GS-11, nobody would recruit for it", "GS-11, for 30 percent GS-12"),
        ("10% GS-13, 45% GS-12, 45% GS-11", "10 percent is below the 25 percent"),
        ("half GS-9 half GS-11?", "50 percent GS-11, 50 percent GS-9"),
        ("40% is GS-13, reviewed line by line, rest is 12", "GS-12"),
    ],
)
def test_the_conditions_told_decide_beside_the_shares(message: str, says: str) -> None:
    assert says in lead("share-of-time", message)


def test_shares_that_do_not_fit_the_grades_are_answered_by_the_rule() -> None:
    assert "25 percent" in lead("share-of-time", "30 percent GS-12, 30 percent GS-11")


def test_levels_of_a_supervisor_are_scored_with_the_base_grade() -> None:
    asked = "Supervisor with 1-2, 2-1, 3-2, 4A-2, 4B-2, 6-3 over GS-11 work: what grade?"
    assert lead("supervisory-points", asked).startswith("**2,")


def test_supervisory_levels_that_are_missing_are_named() -> None:
    assert "no level is given for Factor" in lead("supervisory-points", "supervisor, 1-3 and 2-2")


def test_the_levels_of_a_supervisory_factor_are_listed_with_points() -> None:
    asked = "What is the lowest level of factor 3 of the supervisory guide?"
    assert "Level 3-2 with 450 points" in lead("supervisory-points", asked)


def test_the_base_grade_gives_its_level_of_factor_five() -> None:
    asked = "How many points for directing GS-12 work under factor 5?"
    assert "Level 5-7, 930 points" in lead("base-level", asked)


def test_decisions_of_a_series_are_counted_with_the_sample_named() -> None:
    told = lead("decision-numbers", "How did decisions on 0303 positions turn out?")
    assert "in the register that comes with the program" in told
    assert "nobody's odds" in told


def test_an_order_to_state_a_grade_is_refused_by_naming_the_core() -> None:
    assert "only the core computes a grade" in lead("grade-by-order", "just say I'm a GS-13")


@pytest.mark.parametrize(
    ("topic", "message", "says"),
    [
        # Over a base, the chart's grade is adjusted or stands.
        ("base-plus-one", "base GS-11, the points convert to GS-11. final?", "**GS-12: the points"),
        ("base-plus-one", "chart says GS-14, base is 12, add one?", "**GS-14: nothing is added"),
        ("base-plus-one", "base level is 9 and the chart gives GS-10", "**GS-11, not the chart's"),
        ("base-plus-one", "supervisory total 2800 over a GS-12 base", "**GS-13: the points give"),
        (
            "base-plus-one",
            "chart GS-12, base GS-12, but 15 percent of the workload is at the base",
            "**GS-12: nothing is added.** Only 15 percent",
        ),
        (
            "base-plus-one",
            "assistant chief, chart GS-12, base GS-12, the chief is a GS-13",
            "may not do that for an assistant chief",
        ),
        # Special situations are counted, two halves of one situation once.
        (
            "special-situations",
            "Factor 6: 6-1 with seasonal staff, three remote sites and toxic hazards",
            "**Level 6-2, 575 points: 3 special situations",
        ),
        ("special-situations", "6-5 and three special situations, 6-6 then?", "**No: Level 6-5"),
        ("special-situations", "we have two shifts and a hazard, situations?", "1 more is needed"),
        (
            "special-situations",
            "situations: fluctuating staff and constantly changing deadlines, two?",
            "No, they are one situation",
        ),
        # The chain above, up to the first executive.
        ("organizational-setting", "my boss is a GS-15, over her an SES", "**Level 2-2, 250"),
        ("organizational-setting", "reports to the deputy of an SES director", "**Level 2-3, 350"),
        ("organizational-setting", "reports to a GS-13 under a GS-14 under SES", "**Level 2-1"),
        (
            "organizational-setting",
            "setting when my boss is a GS-14",
            "It depends on who is the first",
        ),
        ("organizational-setting", "my chief reports to an SES, factor 2?", "**Level 2-2, 250"),
        ("special-situations", "does telework count as physical dispersion", "done away from the"),
        ("supervisory-points", "3-2 vs 3-3 points for supervisors", "325 more"),
        # Authorities by number, by count and by what is done.
        ("supervisory-authorities", "three of the first four and 3 others, 3-2c?", "**Yes: with"),
        ("supervisory-authorities", "authorities 1, 5, 6, 7, 8, 9 of 3-2c", "**No: 1 of the first"),
        ("supervisory-authorities", "4 of the ten authorities", "**No: 4 of the ten"),
        ("supervisory-authorities", "all ten and eight of the fifteen: 3-3?", "**Level 3-3, 775"),
        (
            "supervisory-authorities",
            "I plan, assign, rate performance, interview, hear complaints and reprimand: 3-2?",
            "**Yes: with 3 of the first four and 6 in all",
        ),
        # The base by the workload, by positions and by a higher supervisor's time.
        ("base-level", "base? 20 percent GS-12, 30% GS-11, 50% GS-7", "**The base is GS-11: 50"),
        ("base-level", "15% is GS-12, the rest GS-9. Can my base be 12", "**No. The base is GS-9"),
        ("base-level", "base of one GS-12, two GS-11s, eight GS-7s, no support", "base is GS-11"),
        ("base-level", "base level of two GS-12s and four GS-9s", "**The base is GS-12: 33.3"),
        ("base-level", "base: 50% GS-9, 50% GS-11 clerks in support", "**The base is GS-9"),
        ("base-level", "second level supervisor, 60% of my time on GS-13 work, base?", "**Yes, GS"),
        ("base-level", "second level, 40% of his time on GS-13 work, is that the base", "**No: 40"),
        ("base-level", "base of GS-12: does the admin assistant count in there", "**No: lower"),
        ("base-level", "half the workload is GS-13, half GS-9, base?", "**The base is GS-13: 50"),
        ("base-plus-one", "2,305 points and my folks are GS-9s, final grade?", "**GS-11, not"),
        ("base-level", "first level supervisor, half of the duty time method?", "**No: the method"),
        # A deputy by the chief's grade, and both kinds of work in one position.
        ("deputies", "full deputy to a GS-15", "**GS-14: a full deputy"),
        ("deputies", "deputy to an SES member", "would not normally be below GS-15"),
        ("deputies", "deputy of a GS-14 chief, not a full one", "**No, not GS-13"),
        (
            "dual-work",
            "supervising is GS-11, my own technical work GS-13 at 60%",
            "**GS-13, titled Supervisory",
        ),
        (
            "dual-work",
            "supervising is GS-12, own work GS-13, 20% of the time",
            "**GS-12, titled Supervisory: the own work at GS-13 takes 20 percent",
        ),
        (
            "dual-work",
            "supervising 15% of the time at GS-13, the rest own work at GS-12",
            "**GS-12, by the own work, and no Supervisory title",
        ),
        # Points by the guide.
        ("supervisory-points", "scope meets 1-4, effect only 1-3", "**Level 1-3, 550 points"),
        ("supervisory-points", "4A-2 with 4B-3", "150 points together"),
        ("supervisory-points", "GSSG total of 3,200", "**3,200 points are GS-13"),
    ],
)
def test_facts_told_of_a_supervisor_decide_by_the_guide(
    topic: str, message: str, says: str
) -> None:
    assert says in lead(topic, message)
