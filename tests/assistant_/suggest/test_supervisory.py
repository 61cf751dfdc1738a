"""A supervisor's description against the supervisory guide; the base level is never guessed."""

from __future__ import annotations

import pytest

from assistant.cases.intake import position_from_text
from assistant.suggest.described import Described, cut
from assistant.suggest.model import Suggestions
from assistant.suggest.opening import of_position
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
