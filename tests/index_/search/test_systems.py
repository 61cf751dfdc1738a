"""Systems beside the General Schedule that a search names, and no document held is of."""

from __future__ import annotations

import pytest

from index.search.absent import may_name, systems
from tests.index_.search.test_absent import named


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("when does a Foreign Service officer make tenure", "the Foreign Service's own ranks"),
        ("how is an E-6 promoted", "the pay and ranks of the uniformed services"),
        ("who appoints an ALJ", "the rules on administrative law judges"),
        ("what makes a Nurse III at the VA", "the grades of medical staff under title 38"),
        ("pay band of a transportation security officer", "the pay systems of the FAA and the TSA"),
        ("how is an SES rating made", "how senior executives are rated and paid"),
    ],
)
def test_a_system_beside_the_general_schedule_is_known_by_its_name(text: str, what: str) -> None:
    assert what in [one.what for one in systems(text, [])]
    assert what in named(text)
    assert may_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "is a Foreign Service officer excluded from the General Schedule",
        "I supervise an E-6 and a petty officer, does their rank count",
        "I draft orders for an ALJ who is paid more",
        "my contacts are Foreign Service officers of high rank, which level",
        "title 38 nurse, may I appeal to OPM",
    ],
)
def test_what_the_law_or_a_standard_says_of_it_is_no_question_of_that_system(text: str) -> None:
    assert not list(systems(text, []))


def test_a_system_is_held_where_a_title_names_it() -> None:
    assert not list(systems("how is an E-6 promoted", ["10 U.S.C. chapter 36"]))
