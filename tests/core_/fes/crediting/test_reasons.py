"""What is said of every credited level: the reason, the aspects that decided, the places."""

from __future__ import annotations

import pytest

from core.fes.crediting.ladder import Credited, credit_case
from core.fes.opened import open_case
from core.model import Answer, Case, Finding, Offset

BASE = {
    str(number): level
    for number, level in enumerate(
        ("1-7", "2-4", "3-3", "4-4", "5-3", "6-3", "7-3", "8-2", "9-1"), 1
    )
}


def credit(
    factor: int,
    answers: dict[str, Answer],
    sought: dict[str, str] | None = None,
    offsets: tuple[Offset, ...] = (),
    **levels: str,
) -> Credited:
    case = Case(
        title="x",
        levels={**BASE, **{key.removeprefix("f"): level for key, level in levels.items()}},
        sought=sought or {},
        findings=tuple(Finding(aspect=a, answer=answer) for a, answer in answers.items()),
        offsets=offsets,
    )
    return next(credited for credited in credit_case(open_case(case)) if credited.factor == factor)


def compared(credited: Credited) -> list[str]:
    """The levels cited as compared, in order."""
    sections = [c.section.rpartition(", ")[2] for c in credited.also]
    return [section for section in sections if section.startswith("Level ")]


REVIEW = '"How work is reviewed" (2-4.review)'


@pytest.mark.parametrize(
    ("answers", "sought", "reason", "levels"),
    [
        (
            {},
            None,
            (
                "Level 2-4 of record stands: no higher level is sought and no finding speaks "
                "against it."
            ),
            ["Level 2-4"],
        ),
        (
            {"2-4.review": "not_met"},
            None,
            (
                f"Level 2-4 is not fully met, because {REVIEW} is found not met, so Level 2-3 "
                "beneath it is credited."
            ),
            ["Level 2-3", "Level 2-4"],
        ),
        (
            {"2-4.review": "not_met"},
            "2-5",
            (
                f"Level 2-4 is not fully met, because {REVIEW} is found not met, so Level 2-3 "
                "beneath it is credited. Level 2-5 is not compared before Level 2-4 is met."
            ),
            ["Level 2-3", "Level 2-4"],
        ),
        (
            {"2-4.review": "not_met", "2-4.assignment": "not_met"},
            None,
            (
                'Level 2-4 is not fully met, because "How work is assigned" (2-4.assignment), '
                f"{REVIEW} are found not met, so Level 2-3 beneath it is credited."
            ),
            ["Level 2-3", "Level 2-4"],
        ),
        (
            {"2-5.review": "not_met"},
            "2-5",
            (
                'Level 2-5 is refused, because "How work is reviewed" (2-5.review) is found not '
                "met; Level 2-4 is credited."
            ),
            ["Level 2-4", "Level 2-5"],
        ),
        (
            {"2-5.review": "met", "2-5.responsibility": "met"},
            "2-5",
            (
                'Level 2-5 waits for a finding on "How work is assigned" (2-5.assignment); until '
                "then Level 2-4 is credited."
            ),
            ["Level 2-4", "Level 2-5"],
        ),
        (
            {"2-5.review": "met", "2-5.responsibility": "met", "2-5.assignment": "met"},
            "2-5",
            (
                "What Level 2-5 requires is found met, and so is every level between it and the "
                'level of record, so Level 2-5 is credited: it rests on "How work is assigned" '
                '(2-5.assignment), "What the employee answers for" (2-5.responsibility), "How work '
                'is reviewed" (2-5.review).'
            ),
            ["Level 2-4", "Level 2-5"],
        ),
        (
            {"2-4.review": "unknown"},
            None,
            (
                "Level 2-4 of record stands: no higher level is sought and no finding speaks "
                f"against it. It was looked into but left unknown whether {REVIEW} is met; if not, "
                "the level may be lost."
            ),
            ["Level 2-4"],
        ),
        (
            {"2-4.review": "unknown", "2-3.review": "unknown"},
            None,
            (
                "Level 2-4 of record stands: no higher level is sought and no finding speaks "
                "against it. It was looked into but left unknown whether "
                '"How work is reviewed" (2-3.review), '
                f"{REVIEW} are met; if not, the level may be lost."
            ),
            ["Level 2-4"],
        ),
    ],
)
def test_the_reason_says_what_decided_and_cites_the_levels_compared(
    answers: dict[str, Answer], sought: str | None, reason: str, levels: list[str]
) -> None:
    got = credit(2, answers, {"2": sought} if sought else None)
    assert got.reason == reason
    assert compared(got) == levels
    assert got.in_dispute is bool(answers or sought)


def test_two_levels_up_the_refusal_below_closes_the_way() -> None:
    got = credit(3, {"3-4.guides": "not_met"}, {"3": "3-5"})
    assert got.reason.endswith(
        "Level 3-3 is credited. Level 3-5 is not compared before Level 3-4 is met."
    )
    assert compared(got) == ["Level 3-3", "Level 3-4"]


def test_a_refusal_above_an_open_level_is_told() -> None:
    got = credit(3, {"3-5.guides": "not_met"}, {"3": "3-5"})
    assert got.reason.endswith("until then Level 3-3 is credited. Level 3-5 is found not met.")


def test_a_refusal_of_a_level_nobody_seeks_far_above_is_not_compared() -> None:
    got = credit(3, {"3-5.guides": "not_met"})
    assert got.reason.startswith("Level 3-3 of record stands")
    assert got.open_questions == ()
    assert compared(got) == ["Level 3-3"]


def test_a_refusal_of_the_next_level_is_compared_though_nobody_seeks_it() -> None:
    got = credit(3, {"3-4.guides": "not_met"})
    assert got.reason.startswith("Level 3-4 is refused")
    assert got.deciding == ("3-4.guides",)


def test_something_found_met_far_above_opens_every_level_up_to_it() -> None:
    got = credit(3, {"3-5.guides": "met"})
    assert got.open_questions == ("3-4.guides", "3-4.judgment", "3-5.judgment")


def test_an_unknown_answer_far_above_is_hope_enough_to_compare() -> None:
    got = credit(3, {"3-5.guides": "unknown"})
    assert got.open_questions == ("3-4.guides", "3-4.judgment", "3-5.guides", "3-5.judgment")


def test_levels_between_are_cited_when_several_are_climbed() -> None:
    answers: dict[str, Answer] = dict.fromkeys(
        ["3-4.guides", "3-4.judgment", "3-5.guides", "3-5.judgment"], "met"
    )
    got = credit(3, answers, {"3": "3-5"})
    assert compared(got) == ["Level 3-3", "Level 3-4", "Level 3-5"]


def test_the_lowest_level_is_cited_alone_when_it_fails() -> None:
    got = credit(9, {"9-1.risks": "not_met"})
    assert compared(got) == ["Level 9-1"]
    assert got.reason.endswith(
        "the standard has no level beneath it, so Level 9-1 is kept and the finding needs a "
        "second look."
    )


def test_a_shortfall_balanced_low_down_leaves_the_level_standing() -> None:
    answers: dict[str, Answer] = {"2-2.review": "not_met", "2-3.responsibility": "met"}
    offset = Offset(shortfall="2-2.review", balanced_by="2-3.responsibility", reason="Equal.")
    got = credit(2, answers, offsets=(offset,))
    assert got.level == "2-4"
    assert got.reason.startswith(
        "Level 2-4 of record stands: no higher level is sought and the shortfall found is "
        "balanced. 2-2.review is found not met and is held to be balanced by 2-3.responsibility"
    )
    assert got.deciding == ("2-3.responsibility",)


def test_a_balance_above_the_level_credited_is_not_told() -> None:
    answers: dict[str, Answer] = {"3-4.guides": "not_met", "3-5.judgment": "met"}
    offset = Offset(shortfall="3-4.guides", balanced_by="3-5.judgment", reason="Equal.")
    got = credit(3, answers, {"3": "3-4"}, offsets=(offset,))
    # 3-4.judgment is still open, so 3-4 is not credited and nothing rests on the balance.
    assert (got.level, got.open_questions) == ("3-3", ("3-4.judgment", "3-5.guides"))
    assert got.balanced == ()


def test_a_lost_level_leaves_unknown_questions_below_it_only() -> None:
    answers: dict[str, Answer] = {
        "2-4.review": "not_met",
        "2-4.assignment": "unknown",
        "2-3.review": "unknown",
    }
    got = credit(2, answers)
    assert (got.level, got.open_questions) == ("2-3", ("2-3.review",))


def test_nobody_in_dispute_is_nobody_asked() -> None:
    got = credit(4, {}, {"4": "4-4"})
    assert got.sought == "4-4"
    assert not got.in_dispute
