"""A description against the rules on descriptions, and two descriptions beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.documents import formats
from index.language.structure import FACTOR_NAMES
from index.positions.model import PositionDescription
from index.positions.reading import read_position
from index.positions.review.adequacy import check_position
from index.positions.review.comparing import compare_positions
from index.positions.review.findings import AdequacyFinding, rules
from tests.index_.positions.compose import HELD, SHOWN, files
from tests.index_.positions.measure import read

CERTIFIED = (
    "Supervisor's certification: I certify that this is an accurate statement of the major duties. "
    "/s/ A. Nobody 1/2/2024\n\n"
)
CONTROLS = (
    "SUPERVISORY CONTROLS\nThe chief sets objectives and reviews reports for accuracy.\n\n"
    "GUIDELINES\nManuals of the bureau.\n"
)
SOUND = (
    "Budget Analyst, GS-0560-11\nFictional Bureau of Harbors\n\n" + CERTIFIED + "MAJOR DUTIES\n\n"
    "1. Builds the yearly dredging estimate from the requests of eleven harbors. 60%\n\n"
    "2. Watches obligations of each harbor against its allotment. 40%\n\n" + CONTROLS
)


def _position(text: str) -> PositionDescription:
    return read_position(formats.parse_bytes(Path("made-up.txt"), text.encode()))


def _found(text: str) -> dict[str, AdequacyFinding]:
    return {one.code: one for one in check_position(_position(text))}


def test_a_sound_description_has_no_fault() -> None:
    assert [one for one in _found(SOUND).values() if one.weight == "fault"] == []


UNFILLED = (
    "POSITION DESCRIPTION (made up)\nOrganization: [Organization]\nTitle: Budget Analyst\n"
    "Series: 0560   Grade: 11\nPD Number: N/A\nSupervisor: Click or tap here to enter text.\n\n"
    "MAJOR DUTIES\n1. Builds the yearly dredging estimate from requests of eleven harbors. 60%\n"
    "2. Watches obligations of each harbor against its allotment. XX%\n"
    "3. Click or tap here to enter text. XX%\n4. TBD\n\n" + CONTROLS
)


def test_a_lacking_signature_does_not_keep_a_description_from_adequacy() -> None:
    found = _found(SOUND.replace(CERTIFIED, ""))
    assert found["certified"].weight == "completion"
    assert [one for one in found.values() if one.weight == "fault"] == []


def test_what_a_form_left_to_fill_in_is_taken_for_nothing() -> None:
    position = _position(UNFILLED)
    cover = position.cover
    assert (cover.organization, cover.number, cover.supervisor) == ("", "", "")
    assert [one.percent for one in position.duties] == [60, None]
    blank = _found(UNFILLED)["unfilled"]
    assert blank.weight == "completion"
    assert blank.quote == "[Organization]"
    assert '"XX%"' in blank.text


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (CERTIFIED, "", "certified"),
        (" 60%", " 30%", "shares"),
        (" 60%", " 90%", "shares"),
        (CONTROLS, "", "controls"),
        ("Manuals of the bureau.", "", "guidelines"),
        ("and reviews reports for accuracy", "", "review-told"),
        (
            "Builds the yearly dredging estimate from the requests of eleven harbors.",
            "Provides advice and assistance on programs, policies and practices of the office.",
            "too-generic",
        ),
        ("Watches obligations", "Performs various duties and watches obligations", "plain-words"),
        ("Watches obligations", "Performs difficult work and watches obligations", "conclusions"),
        (
            "Watches obligations of each harbor",
            "Does budget, personnel, supply, and space management of each harbor",
            "grouped",
        ),
        ("Budget Analyst,", "Budget Analyst (Typing),", "title-supported"),
        ("GUIDELINES", "QUALIFICATIONS REQUIRED\nFluency in Spanish.\n\nGUIDELINES",
         "qualifications-supported"),
    ],
)  # fmt: skip
def test_what_a_rule_speaks_against_is_found(old: str, new: str, code: str) -> None:
    assert old in SOUND
    assert code not in _found(SOUND)
    assert code in _found(SOUND.replace(old, new))


def test_the_highest_work_below_a_quarter_of_the_time_is_told() -> None:
    text = SOUND.replace(" 60%", " 80%").replace(
        "2. Watches obligations of each harbor against its allotment. 40%",
        "2. Negotiates rates with dredging companies. 20%",
    )
    # By its words alone: somebody must look whether it is what the grade rests on.
    found = _found(text)["controlling-share"]
    assert found.weight == "doubt"
    assert "20 percent" in found.text
    assert found.citation.page == "18"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("This duty controls the grade.", True),
        ("It is the grade-determining work.", True),
        ("The grade of this position rests on it.", True),
        ("This duty does not determine the grade.", False),
        ("Determines the grade of lumber.", False),
    ],
)
def test_a_duty_said_to_control_the_grade_takes_a_quarter_of_the_time(
    said: str, told: bool
) -> None:
    duties = SOUND.replace("harbors. 60%", "harbors. 82%")
    text = duties.replace("allotment. 40%", f"allotment. {said} 18%")
    found = _found(text).get("controlling-share")
    assert (found is not None and found.weight == "fault") is told


def test_a_level_that_the_words_do_not_bear_is_doubted() -> None:
    text = SOUND + (
        "Factor 2, Supervisory Controls, Level 2-5, 650 Points\n\n"
        "The chief gives detailed instructions for each estimate.\n"
    )
    (found,) = [one for one in check_position(_position(text)) if one.code == "complement"]
    assert found.quote == "The chief gives detailed instructions for each estimate."
    assert "Levels 2-1 to 2-2" in found.text


@pytest.mark.parametrize("folder", [SHOWN, HELD])
def test_every_quotation_stands_in_the_description(folder: Path) -> None:
    for _, file, data in files(folder):
        position = read_position(formats.parse_bytes(Path(file), data))
        for one in check_position(position):
            assert one.quote in position.text
            assert one.citation.page
            assert one.rule


def test_every_rule_names_its_page() -> None:
    for code, rule in rules().items():
        assert rule.citation["page"], code


# --- two descriptions --------------------------------------------------------------------

NEWER = SOUND.replace(" 60%", " 40%").replace(
    "2. Watches obligations of each harbor against its allotment. 40%\n",
    "2. Watches obligations of each harbor against its allotment. 35%\n\n"
    "3. Negotiates rates with dredging companies. 25%\n",
)


def test_the_same_description_needs_no_review() -> None:
    found = compare_positions(_position(SOUND), _position(SOUND))
    assert not found.review
    assert {one.move for one in found.duties} == {"same"}
    assert found.factors == ()


def test_what_changed_is_named_with_both_shares() -> None:
    found = compare_positions(_position(SOUND), _position(NEWER))
    moves = {one.move: one for one in found.duties}
    assert found.review
    assert (moves["added"].new_percent, moves["added"].old_percent) == (25, None)
    shares = {(one.old_percent, one.new_percent) for one in found.duties if one.move == "share"}
    assert shares == {(60, 40), (40, 35)}
    assert 7 in {one.factor for one in found.factors}
    assert "never from another description" in found.caution


def test_a_duty_set_apart_as_two_moves_nothing() -> None:
    apart = SOUND.replace(
        "eleven harbors. 60%", "eleven harbors. 35%\n\n3. Keeps the ledger of wharf rents. 25%"
    )
    joined = SOUND.replace(
        "eleven harbors. 60%", "eleven harbors. Keeps the ledger of wharf rents. 60%"
    )
    for old, new in ((joined, apart), (apart, joined)):
        found = compare_positions(_position(old), _position(new))
        assert not found.review
        assert found.factors == ()
        assert "parted" in {one.move for one in found.duties}


def test_a_dropped_duty_is_named() -> None:
    found = compare_positions(_position(NEWER), _position(SOUND))
    assert [one.title for one in found.duties if one.move == "dropped"]
    assert found.review


def test_changed_words_of_a_factor_are_quoted() -> None:
    newer = SOUND.replace("reviews reports for accuracy", "leaves reports to the employee")
    found = compare_positions(_position(SOUND), _position(newer))
    (factor,) = [one for one in found.factors if one.factor == 2]
    assert "leaves reports to the employee" in factor.quote
    assert found.review


def test_descriptions_of_two_positions_are_not_compared() -> None:
    other = (
        "Cook, WG-7404-08\n\nMAJOR DUTIES\n\nBakes bread. 60%\n\nRoasts meat. 40%\n\n" + CONTROLS
    )
    found = compare_positions(_position(SOUND), _position(other))
    assert not found.review
    assert "two positions" in found.reason


@pytest.mark.parametrize(
    ("factor", "level", "words", "goes_with"),
    [
        (1, "1-7", "Knowledge of routine filing, which takes little training.", "1-1"),
        (2, "2-4", "The lead tells the clerk each step and checks all work.", "2-1"),
        (3, "3-4", "The clerk keeps to the manual in strict adherence.", "3-1"),
        (5, "5-4", "The work has little effect outside the unit.", "5-1"),
        (7, "7-3", "The purpose is to exchange facts and information.", "7-1"),
        (8, "8-2", "The work is sedentary.", "8-1"),
        (9, "9-2", "The work is done in an office.", "9-1"),
    ],
)
def test_a_level_its_plain_words_do_not_bear_is_doubted(
    factor: int, level: str, words: str, goes_with: str
) -> None:
    name = FACTOR_NAMES[factor]
    text = f"Clerk, GS-0303-05\nMAJOR DUTIES\nFiles. (100%)\nFactor {factor}, {name}, Level "
    found = [
        [one.text for one in check_position(_position(f"{text}{stated}\n{words}\n"))
         if one.code == "complement"]
        for stated in (level, goes_with)
    ]  # fmt: skip
    assert len(found[0]) == 1
    assert goes_with in found[0][0]
    assert found[1] == []


@pytest.mark.parametrize(
    ("factor", "level", "words"),
    [
        (8, "8-2", "Partly sedentary; much walking over rough ground."),
        (8, "8-1", "Sedentary, with some walking and carrying of light items."),
        (1, "1-7", "Mastery of the principles of filing, also of simple, repetitive processes."),
        (9, "9-2", "An office, and workshops with moving machinery."),
    ],
)
def test_words_of_several_levels_are_not_doubted(factor: int, level: str, words: str) -> None:
    head = f"Factor {factor}, {FACTOR_NAMES[factor]}, Level {level}"
    text = f"Clerk, GS-0303-05\nMAJOR DUTIES\nFiles. (100%)\n{head}\n{words}\n"
    assert not [one for one in check_position(_position(text)) if one.code == "complement"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The park superintendent picks the sites each spring and looks over the maps.", True),
        ("The team lead hands out the files on Monday and checks every tenth.", True),
        ("Priorities come from the program manager, who looks at the results.", True),
        ("A senior curator decides which objects are treated and inspects them after.", True),
        ("Work comes straight from the fire captain.", True),
        ("Advises the contracting officer on the terms of leases.", False),
        ("Briefs the fire chief on the weather of the week.", False),
    ],
)
def test_supervision_is_read_in_plain_words(said: str, told: bool) -> None:
    text = SOUND.replace(CONTROLS, f"{said}\n\nGUIDELINES\nManuals of the bureau.\n")
    assert ("controls" not in _found(text)) is told


@pytest.mark.parametrize(
    "heading", ["HOW THE JOB IS OVERSEEN", "HOW THE WORK IS GIVEN OUT AND CHECKED", "OVERSIGHT"]
)
def test_a_heading_in_plain_words_tells_of_supervision(heading: str) -> None:
    text = SOUND.replace("SUPERVISORY CONTROLS", heading)
    position = _position(text)
    assert position.section("supervision") is not None
    assert [
        one for one in check_position(position) if one.code in ("controls", "review-told")
    ] == []


@pytest.mark.parametrize(
    "words",
    [
        "Mends cables near live wires and on scaffolds.",
        "Works in trenches that may cave in.",
        "Handles asbestos and other hazardous materials.",
    ],
)
def test_plainly_dangerous_surroundings_are_not_those_of_an_office(words: str) -> None:
    text = f"{SOUND}\nFactor 9. Work Environment, Level 9-1, 5 points\n{words}\n"
    assert "9-2" in _found(text)["complement"].text
    calm = text.replace(words, "There is no exposure to hazardous materials or live wires.")
    assert "complement" not in _found(calm)


@pytest.mark.parametrize(
    "duty",
    [
        "Participates in efforts and helps colleagues achieve success in a fast-paced environment.",
        "Carries out many important assignments requiring initiative and sound judgment.",
    ],
)
def test_a_duty_that_names_no_subject_would_fit_any_grade(duty: str) -> None:
    plain = "Watches obligations of each harbor against its allotment."
    assert "too-generic" not in _found(SOUND)
    assert _found(SOUND.replace(plain, duty))["too-generic"].quote == duty


CLOSED = (
    "Budget Analyst, GS-0560-11\n\nMAJOR DUTIES\n"
    "1. Builds the dredging estimate from the requests of eleven harbors. 60%\n"
    "2. Watches obligations of each harbor against its allotment. 40%\n{closing}\n"
)
DIRECTED = "The budget officer sets priorities and reviews estimates for accuracy."
GUIDED = "Guides are the budget manual and circulars, which cover most cases."


def test_a_paragraph_behind_the_duties_is_no_part_of_the_last_one() -> None:
    position = _position(CLOSED.format(closing=f"{DIRECTED} {GUIDED}"))
    assert [one.text for one in position.duties][1].endswith("allotment.")
    told = {one.name: one.text for one in position.sections if not one.heading}
    assert told == {"supervision": DIRECTED, "guidelines": GUIDED}


def test_what_goes_on_about_the_last_duty_stays_its_own() -> None:
    goes_on = "Reports of harbors that overspend go to the budget officer."
    assert goes_on in _position(CLOSED.format(closing=goes_on)).duties[1].text


def test_a_closing_paragraph_that_changes_moves_the_factors_it_is_on() -> None:
    new = (
        "The budget officer sets the goals of the year and does not look at single estimates. "
        "Guides are the budget manual; where it is silent the analyst sets the rule."
    )
    found = compare_positions(
        _position(CLOSED.format(closing=f"{DIRECTED} {GUIDED}")),
        _position(CLOSED.format(closing=new)),
    )
    assert {(one.factor, one.kind) for one in found.factors} >= {
        (2, "independence"),
        (3, "guidelines"),
    }
    assert not {one.factor for one in found.factors} - {2, 3}
    assert found.review


@pytest.mark.parametrize(("told", "fault"), [("half", False), ("a tenth of", True)])
def test_the_time_of_supervision_may_be_told_outside_the_duties(told: str, fault: bool) -> None:
    text = (
        "POSITION DESCRIPTION\nTitle: Supervisory Ferry Analyst\nGS-0343-12\n\n"
        f"The incumbent spends {told} the time supervising six analysts of the Fare Branch.\n\n"
        "MAJOR DUTIES\n1. Sets fares.\n2. Studies crossings.\n"
    )
    codes = {one.code for one in check_position(read("made-up.txt", text.encode()))}
    assert ("supervisory-share" in codes) == fault
