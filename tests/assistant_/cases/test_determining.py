"""The title proposed: what a series' own standard says of titles, and the prefix of supervisors."""

from __future__ import annotations

import pytest

from assistant.cases.determining import propose, specific_first, titled
from core.model import Case, Duty
from core.standards.reading import load_standard
from index.library import Library
from index.models import Passage
from index.record.embedding import MiniLM
from index.search.series.finding import Candidate

NONE_SPECIFIED = (
    "No titles are specified here for made-up harbor positions. Lest one be taken for the Harbor "
    "Officer Series, it would be better not to use the word harbor."
)
TWO = (
    "Positions concerned with how offices work are titled Management Analyst. Positions concerned "
    "with what programs reach are titled Program Analyst. Work like that of the Records Clerk "
    "Series is none of this."
)


def _candidate(text: str) -> Candidate:
    passage = Passage(id="made-up#1", document="made-up", kind="standard", title="Made up",
                      text=text, start=0, end=len(text))  # fmt: skip
    return Candidate("0343", "Made up", 1.0, None, (), titling=passage)


@pytest.mark.parametrize(
    ("text", "called", "title"),
    [
        (NONE_SPECIFIED, "Harbor Support Specialist", "Harbor Support Specialist"),
        (TWO, "Management and Permit Analyst", "Management Analyst"),
        (TWO, "Supervisory Program Analyst", "Supervisory Program Analyst"),
        (TWO, "Lead Management Analyst", "Lead Management Analyst"),
        (TWO, "Records Assistant", "Records Assistant"),
    ],
)
def test_a_title_is_taken_from_what_prescribes_it(text: str, called: str, title: str) -> None:
    assert titled(_candidate(text), called, None).title == title


def test_a_prefix_is_no_part_of_the_basic_title() -> None:
    proposed = titled(_candidate(TWO), "Supervisory Program Analyst", None)
    assert proposed.basic == "Program Analyst"
    assert proposed.basic in TWO


def test_a_series_for_work_no_other_covers_stands_behind_one_that_as_much_speaks_for() -> None:
    rest = Candidate("0301", "Rest", 2.0, None, (), spoke=("titles and words",), catch_all=True)
    own = Candidate("1109", "Own", 1.0, None, (), spoke=("titles and words",))
    silent = Candidate("0343", "Silent", 1.5, None, ())
    assert [one.code for one in specific_first((rest, silent, own))] == ["1109", "0301", "0343"]
    assert specific_first((rest, silent)) == (rest, silent)
    assert specific_first((own, rest)) == (own, rest)


@pytest.mark.parametrize(
    ("called", "title"),
    [
        ("Human Resources Specialist (Classification)", None),
        ("Supervisory Human Resources Specialist (Military)", None),
        ("Human Resources Specialist (Stargazing)", "Human Resources Specialist"),
    ],
)
def test_a_specialty_that_the_standard_lists_stays_in_the_title(
    called: str, title: str | None
) -> None:
    own = Candidate("0201", "Human Resources Management", 1.0, None, ())
    proposed = titled(own, called, load_standard("gs-0200"))
    assert proposed.title == (title or called)
    assert proposed.official is not None


@pytest.mark.parametrize(("text", "ruled"), [(TWO, False), (NONE_SPECIFIED, True)])
def test_a_title_that_a_standard_does_not_have_is_not_told_as_its_own(
    text: str, ruled: bool
) -> None:
    proposed = titled(_candidate(text), "Permit Clerk", None)
    assert (proposed.title, proposed.ruled) == ("Permit Clerk", ruled)


def test_supervising_tells_nothing_of_a_supervisor_s_series(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    empty = Library.open(tmp_path_factory.mktemp("home"), MiniLM())
    people = (
        "Plans work, analyzes productivity, evaluates performance of employees, improves methods "
        "of production, develops performance standards and management goals."
    )
    duties = (
        Duty(title="Supervision of the team", text=people, percent_supervisor=60),
        Duty(title="Visas", text="Reviews visa and passport cases.", percent_supervisor=40),
    )
    whole, own = (
        propose(empty, Case(title="Supervisory Visa Specialist", duties=told))
        for told in (duties, duties[1:])
    )
    assert whole is not None
    assert whole == own
    assert whole.first.code == "0967"
