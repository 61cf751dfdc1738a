"""A supervisor's description against the supervisory guide; the base level is never guessed."""

from __future__ import annotations

import pytest

from assistant.cases.intake import position_from_text
from assistant.cases.supervisors import supervision_share
from assistant.suggest.described import Described, cut
from assistant.suggest.model import Suggestions
from assistant.suggest.opening import of_position
from assistant.suggest.supervisory.chain import step_told
from assistant.suggest.supervisory.directed import base_of
from assistant.suggest.supervisory.guide import suggest_supervisory
from index.record.embedding import MiniLM

CHIEF = """Fictional position description

Supervisory Contract Specialist, GS-1102-14

Major duties
Plans the work of nine {grades}contract specialists, sets priorities and rates performance. (60%)
Signs contracts above the limit of the specialists. (40%)

FACTOR 1 - PROGRAM SCOPE AND EFFECT
The branch buys complex equipment for a large, multimission installation and its work directly
affects many varied technical and professional functions there.

FACTOR 2 - ORGANIZATIONAL SETTING
The chief reports to the division director, who reports to a member of the Senior Executive Service.

FACTOR 3 - SUPERVISORY AND MANAGERIAL AUTHORITY EXERCISED
As first line supervisor assigns and reviews work, recommends selections, hears complaints, takes
minor disciplinary measures and finds training.

FACTOR 4 - PERSONAL CONTACTS
Subfactor 4A - Nature of Contacts
Frequent contacts are with managers across the installation, members of business and local groups.
Subfactor 4B - Purpose of Contacts
To justify and negotiate for the branch, obtain resources and gain compliance with contracts.

FACTOR 5 - DIFFICULTY OF TYPICAL WORK DIRECTED
The specialists do complex buying.

FACTOR 6 - OTHER CONDITIONS
The chief coordinates the work of all buyers.
"""


@pytest.fixture(scope="module")
def embedder() -> MiniLM:
    return MiniLM()


def suggested(embedder: MiniLM, grades: str) -> Suggestions:
    described = of_position(position_from_text(CHIEF.format(grades=grades)))
    return suggest_supervisory(described, embedder)


def test_the_words_tell_the_first_factors(embedder: MiniLM) -> None:
    found = suggested(embedder, "GS-12 ")
    levels = {str(one.factor): one.level for one in found.factors}
    assert levels == {
        "1": "1-3", "2": "2-2", "3": "3-2", "4A": "4A-2", "4B": "4B-3", "5": "5-7", "6": "6-5",
    }  # fmt: skip
    assert found.total == sum(one.points or 0 for one in found.factors)
    assert found.grade == "GS-13"


def test_without_grades_of_subordinates_no_base_level_and_no_grade_is_suggested(
    embedder: MiniLM,
) -> None:
    found = suggested(embedder, "")
    assert {str(one.factor) for one in found.factors} == {"1", "2", "3", "4A", "4B"}
    assert found.grade is None
    assert found.total is None
    assert "grades of those supervised" in found.remarks[0]


def test_the_base_level_shows_the_sentence_it_rests_on_and_what_would_settle_it(
    embedder: MiniLM,
) -> None:
    base = suggested(embedder, "GS-12 ").factor(5)
    assert base is not None
    assert "GS-12 contract specialists" in base.favour[0].text
    assert "25 percent" in base.settles[0]


@pytest.mark.parametrize(
    ("text", "grade", "ground", "through"),
    [
        ("Supervises five GS-11s, two GS-9s and a GS-7.", 11, "count", False),
        ("Directs a GS-13 expert, twelve GS-9 examiners and nine GS-7 clerks.", 9, "count", False),
        ("Two employees are GS-12 and four are GS-9; the two do most of it.", 12, "count", False),
        ("Supervises GS-9 and GS-10 examiners, three quarters of them GS-9.", 9, "share", False),
        ("Directs section chiefs at GS-13 and through them GS-12 engineers.", 12, "mention", True),
        ("Team leaders at GS-13 and fourteen GS-12 specialists work here.", 12, "count", False),
        ("Reports to a GS-14 branch chief. Supervises GS-5 clerks.", 5, "mention", False),
        ("Supervises GS-0343-9/11 analysts.", 11, "mention", False),
    ],
)
def test_the_work_directed_is_told_from_whose_grades_they_are(
    text: str, grade: int, ground: str, through: bool
) -> None:
    base = base_of(Described(tuple(cut(text, "duty 1"))))
    assert base is not None
    assert (base.grade, base.ground, base.through) == (grade, ground, through)


TEN = """Plans the work of the team and sets short-term priorities. Assigns work by its difficulty.
Evaluates performance of employees. Gives advice and instruction. Interviews candidates and
recommends appointments. Hears and resolves complaints, referring group grievances and more serious
complaints to the manager. Gives warnings and reprimands. Identifies training needs and provides for
training. Finds ways to improve production. Develops performance standards. Does not direct work
through subordinate supervisors, and does not approve overtime or travel."""
FURTHER = """Directs the work through three subordinate supervisors. Assures equity of standards and
ratings among the units. Evaluates subordinate supervisors. Makes or approves selections for
nonsupervisory positions. Resolves group grievances. Reviews and approves suspensions. Decides on
costly training. Approves within-grade increases and overtime. Recommends awards."""


@pytest.mark.parametrize(("told", "level"), [(TEN, "3-2"), (f"{TEN}\n{FURTHER}", "3-3")])
def test_authorities_are_counted_and_not_likened(embedder: MiniLM, told: str, level: str) -> None:
    duty = Described(
        (*cut(told, "duty 1", duty=1), *cut("Carries out the duties of paragraph 1.", "F3", "3")),
        supervisory=True,
    )
    found = suggest_supervisory(duty, embedder).factor(3)
    assert found is not None
    assert (found.level, found.confidence >= 0.8) == (level, True)
    # The sentences shown are the ones that tell of the authorities, wherever they stand.
    assert {one.place for one in found.favour if one.source == "position description"} == {"duty 1"}
    assert "Level 3-3 by that paragraph takes nearly all" in found.settles[0]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Reports to the director, who reports to the bureau's chief, who reports to an SES.", 1),
        ("The chief reports to the division director, who reports to a member of the SES.", 2),
        ("The incumbent reports directly to a member of the Senior Executive Service.", 3),
        ("Setting: Reports to the Director of Plans, who is in the SES.", 3),
        ("The position is three levels below the first SES position.", 1),
        ("The position is accountable to a position that is one level below the first SES.", 2),
        ("Reports to the center's director, who is one level below the commanding general.", 2),
        # Whose step it is must be said, and an executive must stand at its end.
        ("The deputy is the supervisor. He reports to an SES member.", None),
        ("Reports to a branch chief; the SES is far above.", None),
        ("Reports to a garrison commander below flag rank.", None),
    ],
)
def test_a_chain_to_the_first_executive_is_counted(text: str, step: int | None) -> None:
    assert step_told(Described(tuple(cut(text, "F2", "2")))) == step


def test_supervisors_that_there_are_not_direct_nothing() -> None:
    text = "Supervises nine GS-9 examiners. There are no team leaders or subordinate supervisors."
    base = base_of(Described(tuple(cut(text, "duty 1"))))
    assert base is not None
    assert not base.through


@pytest.mark.parametrize(
    ("contacts", "level"),
    [
        # The guide's lists, pp. 18 to 20.
        ("Shop stewards, the other shift supervisors of the plant and the payroll office.", "4A-1"),
        ("Business owners and the public; once a year the mayor drops in.", "4A-2"),
        ("City managers, county health directors and editors of the city newspaper.", "4A-3"),
        ("Union stewards, contractors' foremen, city council members, the local paper.", "4A-4"),
        ("Subordinates and the supply office; no contacts with elected officials.", "4A-1"),
    ],
)
def test_persons_met_are_taken_for_the_level_whose_list_they_are_on(
    embedder: MiniLM, contacts: str, level: str
) -> None:
    described = Described(tuple(cut(contacts, "p. 1", "4A")))
    found = next(one for one in suggest_supervisory(described, embedder).factors)
    assert (str(found.factor), found.level) == ("4A", level)


def test_a_share_set_off_by_a_comma_goes_with_its_grade() -> None:
    described = Described(tuple(cut("GS-11 work, 30 percent of the workload.", "p. 1", "5")))
    base = base_of(described)
    assert base is not None
    assert (base.grade, base.ground) == (11, "share")


@pytest.mark.parametrize(
    ("duty", "share"),
    [
        (
            (
                "Runs the shops. Sets priorities, evaluates the performance of nine mechanics, "
                "approves leave and hears complaints."
            ),
            75,
        ),
        ("Evaluates the performance of pumps and schedules the work of contractors.", None),
    ],
)
def test_authority_over_people_makes_a_duty_supervision(duty: str, share: int | None) -> None:
    assert supervision_share([(duty, 75.0), ("Writes contracts.", 25.0)]) == share


@pytest.mark.parametrize(
    ("told", "share"),
    [
        ("The incumbent spends about half the time supervising nine specialists.", 50),
        ("She devotes 40 percent of her time to the supervision of the branch.", 40),
        ("Supervision takes a third of the time.", 33),
        ("A quarter of the time is spent leading a team of buyers.", 25),
        ("Supervising the two crews takes 30 percent of the time.", 30),
        ("He spends half the time on audits and is supervised by the chief.", None),
        ("The supervisor spends a third of the time in the field.", None),
    ],
)
def test_the_time_of_supervision_is_read_where_no_duty_has_it(told: str, share: int | None) -> None:
    duties = [("Plans audits.", None), ("Writes contracts.", None)]
    assert supervision_share(duties, ["Made-up words.", told]) == share
    assert supervision_share([("Supervises nine clerks.", 60.0)], [told]) == 60
