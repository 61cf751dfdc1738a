"""What a supervisor's memorandum says of a position, and what plain sentences tell in it."""

from __future__ import annotations

import pytest

from index.positions.model import PositionDescription
from index.positions.review.adequacy import check_position
from tests.index_.positions.measure import read

DUTIES = "Registers leases in the land book. (70%)\nAnswers callers. (30%)\n"


def _read(text: str) -> PositionDescription:
    return read("made-up.txt", text.encode())


def _told_missing(text: str) -> set[str]:
    position = _read(f"Realty Clerk, GS-1101-05\n\n{DUTIES}\n{text}\n")
    found = {one.code for one in check_position(position) if one.weight == "fault"}
    missing = {one.field for one in position.missing}
    assert ("factors.2" in missing) == ("controls" in found)
    return found & {"controls", "guidelines"}


@pytest.mark.parametrize(
    ("sentences", "title"),
    [
        ("Mr. T. came in 2020. He now works as a Realty Assistant", "Realty Assistant"),
        ("I have been here six years. I am a Secretary (OA)", "Secretary (OA)"),
        ("It is old. The position is an Accounting Technician", "Accounting Technician"),
        ("Please review the position of Statistical Clerk", "Statistical Clerk"),
    ],
)
def test_the_title_is_what_a_sentence_says_it_is(sentences: str, title: str) -> None:
    assert _read(f"{sentences}, GS-0303-05. The work has grown.\n\n{DUTIES}").cover.title == title


@pytest.mark.parametrize(
    ("head", "whose"),
    [
        ("MEMORANDUM FOR: Human Resources Office\nFROM: Chief, Records Branch", "Records Branch"),
        ("TO: Personnel Office\nFROM: Ann Poe, Chief, Audit Division", "Audit Division"),
        ("THRU: Chief of Staff\nTO: Classification Branch", ""),
    ],
)
def test_a_position_is_the_sender_s_and_not_the_addressee_s(head: str, whose: str) -> None:
    position = _read(f"{head}\n\nShe is a Mail Clerk, GS-0305-04.\n\n{DUTIES}")
    assert position.cover.organization == whose


@pytest.mark.parametrize(
    "rest",
    ["The rest of the time she", "The remainder of her time she", "For the rest of her day, she"],
)
def test_the_rest_of_the_time_is_what_the_other_shares_leave(rest: str) -> None:
    text = f"About half of her time she files. About a third of the time she types. {rest} trains."
    duties = _read(f"She is a Mail Clerk, GS-0305-04.\n\n{text}\n").duties
    assert [one.percent for one in duties] == [50, 33, 17]
    assert not any("about" in one.title.casefold() for one in duties)


@pytest.mark.parametrize(
    "told",
    [
        "I give her the priorities each morning and look over her log. The leasing manual helps.",
        "My boss hands me the leases and goes over a few on Fridays. The handbook tells the rest.",
        "Work is assigned by the branch chief. Written instructions tell how it is done.",
        "He works under the general direction of the head of the office. Agency directives apply.",
        "She works without my looking at it and comes to me with doubts. There is a file plan.",
    ],
)
def test_supervision_and_guides_told_in_plain_sentences_are_not_missing(told: str) -> None:
    assert _told_missing(told) == set()


def test_what_nothing_tells_is_missing() -> None:
    assert _told_missing("I review claims and give callers their dates.") == {
        "controls",
        "guidelines",
    }


def test_the_words_certified_are_no_guides_of_the_work() -> None:
    text = (
        "Supervisory certification: I certify that this is an accurate statement of the major "
        "duties, with the knowledge that false statements may violate statutes and their "
        "implementing regulations.\n\nSigned: Ann Poe, May 2, 2023"
    )
    assert "guidelines" in _told_missing(text)


def test_a_row_that_proposes_a_grade_names_no_supervisor() -> None:
    text = (
        "POSITION DESCRIPTION\n15. Classified/Graded by\n"
        "d. First Level\nReview Civil Engineer GS 0810 12\n"
        "e. Recommended by\nSupervisor Civil Engineer GS 0810 13\n"
        f"MAJOR DUTIES\n{DUTIES}"
    )
    cover = _read(text).cover
    assert (cover.title, cover.grade, cover.supervisor) == ("Civil Engineer", 12, "")
    row = "POSITION DESCRIPTION\nCivil Engineer, GS-0810-12\nSupervisor Civil Engineer GS 0810 13\n"
    assert _read(f"{row}MAJOR DUTIES\n{DUTIES}").cover.supervisor == ""
