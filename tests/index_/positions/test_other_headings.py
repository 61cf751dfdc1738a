"""Factors under other names, two under one heading, and the lettered halves of one."""

from __future__ import annotations

import pytest

from index.positions.model import PositionDescription
from index.positions.review.adequacy import check_position
from tests.index_.positions.compose import SHOWN, files
from tests.index_.positions.measure import read

HEAD = "POSITION DESCRIPTION\nPosition Title: Grants Specialist\nGS-1109-11\n\n"
DUTIES = "MAJOR DUTIES\nReviews applications for grants. (100%)\n"
PARTS = (
    ("INTRODUCTION", "The position is in the Grants Office."),
    ("MAJOR DUTIES", "Reviews applications for grants. (100%)"),
    ("KNOWLEDGE REQUIRED", "Knowledge of grants law."),
    ("SUPERVISION RECEIVED", "The team leader sets priorities and reviews results."),
    ("GUIDELINES", "The grants manual."),
    ("COMPLEXITY", "Varied steps."),
    ("SCOPE AND EFFECT", "Affects grantees."),
    ("CONTACTS", "With grantees, to resolve questions."),
    ("PHYSICAL REQUIREMENTS / WORK ENVIRONMENT", "Sedentary, in an office."),
    ("CLEARANCES", "A background check."),
)
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def _read(text: str) -> PositionDescription:
    return read("made-up.txt", (HEAD + text).encode())


def _words(position: PositionDescription) -> dict[str, str]:
    return {str(one.factor): one.text for one in position.factors}


def _missing(position: PositionDescription) -> set[str]:
    return {one.field for one in position.missing}


def test_sections_beside_named_factors_are_factors_under_other_names() -> None:
    text = "\n".join(
        f"{count}. {name}\n{words}" for count, (name, words) in zip(NUMERALS, PARTS, strict=True)
    )
    position = _read(text)
    told = dict(PARTS)
    assert _words(position) == {
        "1": told["KNOWLEDGE REQUIRED"],
        "2": told["SUPERVISION RECEIVED"],
        "3": told["GUIDELINES"],
        "4": told["COMPLEXITY"],
        "5": told["SCOPE AND EFFECT"],
        "6": told["CONTACTS"],
        "7": told["CONTACTS"],
        "8": told["PHYSICAL REQUIREMENTS / WORK ENVIRONMENT"],
        "9": told["PHYSICAL REQUIREMENTS / WORK ENVIRONMENT"],
    }
    assert not {f"factors.{n}" for n in range(1, 10)} & _missing(position)
    assert position.sections[-1].heading == "X. CLEARANCES"


def test_the_factors_of_a_trade_stay_its_own() -> None:
    position = read(
        "made-up.txt",
        b"Position Description\nCarpentry Worker, WG-4607-07\nMAJOR DUTIES\nMends doors. (100%)\n"
        b"RESPONSIBILITY\nThe supervisor assigns work and checks it.\n"
        b"PHYSICAL EFFORT AND WORKING CONDITIONS\nLifts 40 pounds in noise.\n",
    )
    assert position.factors == ()
    assert [one.name for one in position.sections] == ["duties", "supervision", "effort"]


@pytest.mark.parametrize(
    "head",
    [
        "Factor 6, Personal Contacts, and Factor 7, Purpose of Contacts     Level 2b    75 Points",
        "Factor 6: Personal Contacts; Factor 7: Purpose of Contacts (Level 2-B, 75 points)",
        "Factors 6 & 7, Personal Contacts, Purpose of Contacts, Level 2b, 75 points",
        "Factor 6 - Personal Contacts / Factor 7 - Purpose of Contacts: FLD 2b 75 points",
    ],
)
def test_factors_6_and_7_under_one_heading_are_both_read(head: str) -> None:
    position = _read(f"{DUTIES}{head}\nContacts are with members to plan work.\n")
    assert [(one.factor, one.level_stated, one.points_shared) for one in position.factors] == [
        (6, "6-2", 75),
        (7, "7-B", 75),
    ]
    assert set(_words(position).values()) == {"Contacts are with members to plan work."}


def test_factors_8_and_9_under_one_heading_count_their_points_once() -> None:
    head = "Factor 8, Physical Demands, and Factor 9, Work Environment, Level 8-1, 9-1, 10 points"
    position = _read(f"{DUTIES}{head}\nSedentary, in an office.\n\nTotal points: 10\n")
    assert [(one.factor, one.level_stated) for one in position.factors] == [(8, "8-1"), (9, "9-1")]
    assert position.oddities == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("4A. Nature of contacts: {}", "4B. Purpose: {}"),
        ("4A - Nature: {}", "4B - Purpose: {}"),
        ("(4A) Contacts: {}", "(4B) Purpose: {}"),
        ("4A) Nature of the contacts. {}", "4B) Purpose of the contacts. {}"),
        ("4A. Personal Contacts\n\n{}", "4B. Purpose\n\n{}"),
    ],
)
@pytest.mark.parametrize("over", ["", "FACTOR 4. PERSONAL CONTACTS\n"])
def test_a_half_of_the_fourth_factor_is_known_by_its_letter(
    first: str, second: str, over: str
) -> None:
    halves = (first.format("With mayors."), second.format("To persuade them."))
    position = _read(f"{DUTIES}{over}{halves[0]}\n{halves[1]}\n")
    assert _words(position) == {"4A": "With mayors.", "4B": "To persuade them."}


@pytest.mark.parametrize(
    "row",
    [
        "PD#: FA4471      Replaces PD#: FA3300",
        "PD Number: FA4471      Supersedes PD Number: FA3300",
        "JD No: FA4471    REPLACES JD No: FA3300",
    ],
)
def test_the_number_a_description_replaces_is_not_its_own(row: str) -> None:
    position = read("made-up.txt", f"Position Description\n{row}\n{HEAD}{DUTIES}".encode())
    assert position.cover.number == "FA4471"


BRIEF = (
    ("1", "Knowledge", "Knows grants law."),
    ("2", "Supervision", "The chief says what is wanted."),
    ("3", "Guides", "The grants manual."),
    ("4", "Difficulty", "Varied steps."),
    ("5", "Effect", "Grantees are paid."),
    ("6", "Contacts", "Grantees."),
    ("7", "Purpose", "To settle terms."),
    ("8", "Effort", "Sits."),
    ("9", "Place", "An office."),
)


@pytest.mark.parametrize("form", ["{}: {}\n", "{}\n{}\n", "{}:\n{}\n\n"])
def test_headings_of_one_word_in_the_factors_order_are_factors(form: str) -> None:
    text = "".join(form.format(name, words) for _, name, words in BRIEF)
    position = _read(f"{DUTIES}{text}")
    assert _words(position) == {factor: words for factor, _, words in BRIEF}
    assert [one.percent for one in position.duties] == [100]


def test_a_word_that_could_be_a_factor_is_none_alone() -> None:
    position = _read(f"Purpose: To pay grantees.\nEffect: Grantees are paid.\n{DUTIES}")
    assert position.factors == ()


@pytest.mark.parametrize(
    ("head", "levels"),
    [
        ("Personal Contacts (Level 6-2) and Purpose (Level b) = 75 pts", ("6-2", "7-B")),
        ("Factor 6/7. Personal Contacts/Purpose of Contacts 3/b 75 points", ("6-3", "7-B")),
        ("F6 Personal contacts - 6-2 / F7 Purpose of contacts - 7-2 / 75", ("6-2", "7-2")),
    ],
)
def test_the_letter_of_factor_7_is_read_beside_the_level_of_factor_6(
    head: str, levels: tuple[str, str]
) -> None:
    position = _read(f"{DUTIES}{head}\nGrantees, to plan work.\n")
    assert [(one.level_stated, one.points_shared) for one in position.factors] == [
        (level, 75) for level in levels
    ]


def test_a_short_name_with_its_number_and_level_is_a_factor() -> None:
    heads = ("4 - Complexity: Level 4-4 (225)", "5 - Scope/effect: Level 5-3 (150)",
             "7 - Purpose: Level 7-2 (50)", "9 - Environment: Level 9-1 (5)")  # fmt: skip
    position = _read(DUTIES + "".join(f"{head}\nSome words.\n" for head in heads) + "Sum: 430\n")
    assert [(one.level_stated, one.points_stated) for one in position.factors] == [
        ("4-4", 225),
        ("5-3", 150),
        ("7-2", 50),
        ("9-1", 5),
    ]
    assert position.total_stated == 430


def test_a_heading_that_ends_the_paragraph_before_it_opens_its_section() -> None:
    text = "Knowledge: Knows grants law. Supervision\nThe chief reads results. Guides\nA manual.\n"
    position = _read(f"{DUTIES}{text}Contacts: Grantees.\n")
    assert _words(position)["2"] == "The chief reads results."
    assert _words(position)["3"] == "A manual."


def test_guides_under_a_heading_of_their_own_are_no_part_of_what_stands_before() -> None:
    text = "\nSUPERVISION\nThe chief sets the aims.\n\nGUIDES\nThe grants manual, with gaps.\n"
    position = _read(DUTIES + text)
    assert position.form == "narrative"
    parts = {one.name: one.text for one in position.sections}
    assert parts["guidelines"].strip() == "The grants manual, with gaps."
    assert "manual" not in parts["supervision"]


def test_a_comma_before_the_share_is_no_part_of_a_duty_s_title() -> None:
    position = _read(
        "MAJOR DUTIES\nGrant reviews, 60% of time: Reads applications and drafts findings.\n\n"
        "Audits, 40% of time: Visits grantees and looks at their books.\n"
    )
    assert [one.title for one in position.duties] == ["Grant reviews", "Audits"]


def test_parts_of_a_factor_s_name_in_a_narrow_cell_are_none_of_its_words() -> None:
    (text,) = (data for name, _, data in files(SHOWN) if name == "111-narrow-cells")
    words = _words(read("made-up.txt", text))
    assert words["4A"] == (
        "Managers of bureau divisions, State surplus agencies, dealers and the press of the towns."
    )
    assert words["4B"] == (
        "To ensure that information is right and that work is coordinated with others."
    )


def test_headings_that_ask_in_plain_words_open_their_parts() -> None:
    text = (
        "Cemetery Representative, GS-1630-07\n\nWhat you do\n"
        "- Arranges burials with funeral homes (60%)\n- Walks families through papers (40%)\n\n"
        "Who you answer to and how closely\nThe week's priorities come from the director.\n\n"
        "What you go by\nThe shrine standards, and what fits the family's case.\n\n"
        "What you have to know\nEligibility for burial.\n"
    )
    found = read("made-up.txt", text.encode())
    names = {one.name for one in found.sections}
    assert {"supervision", "guidelines", "qualifications"} <= names
    assert not [one for one in check_position(found) if one.weight == "fault"]


PLAIN_NAMES = (
    ("Knowledge", ("1",)),
    ("Independence", ("2",)),
    ("Guides available", ("3",)),
    ("Difficulty of the work", ("4",)),
    ("Impact", ("5",)),
    ("People dealt with and why", ("6", "7")),
    ("Effort", ("8",)),
    ("Surroundings", ("9",)),
)


@pytest.mark.parametrize("form", ["{n}) {name}. {said}", "{name}. {said}", "{name} {said}"])
def test_headings_in_the_factors_order_need_no_colon(form: str) -> None:
    said = [f"Words on part {number}." for number in range(1, len(PLAIN_NAMES) + 1)]
    lines = [
        form.format(n=at, name=name, said=said[at - 1])
        for at, (name, _) in enumerate(PLAIN_NAMES, 1)
    ]
    position = _read(DUTIES + "HOW THE WORK IS\n" + "\n".join(lines) + "\n")
    found = {str(one.factor): one.text for one in position.factors}
    assert found == {
        factor: said[at] for at, (_, factors) in enumerate(PLAIN_NAMES) for factor in factors
    }


def test_a_few_sentences_that_begin_like_headings_are_none() -> None:
    told = "Guidelines Are in the manual.\nContacts. With sellers.\nPurpose. To sell.\n"
    assert not _read(DUTIES + told).factors


def test_the_supervisory_guide_s_contacts_under_one_heading_are_both_halves() -> None:
    text = (
        f"{DUTIES}PROGRAM SCOPE AND EFFECT\nFerries of a bay.\nORGANIZATIONAL SETTING\n"
        "Reports to the director.\nSUPERVISORY AND MANAGERIAL AUTHORITY EXERCISED\nPlans work.\n"
        "PERSONAL CONTACTS\nNature: mayors and masters. Purpose: to settle berths.\n"
        "DIFFICULTY OF TYPICAL WORK DIRECTED\nGS-7.\nOTHER CONDITIONS\nNight crossings.\n"
    )
    position = _read(text)
    assert position.form == "supervisory"
    assert [str(one.factor) for one in position.factors] == ["1", "2", "3", "4A", "4B", "5", "6"]
    told = {str(one.factor): one.text for one in position.factors}
    assert told["4A"] == "Nature: mayors and masters."
    assert told["4B"] == "Purpose: to settle berths."


SHORT = (
    ("Knowledge", "1-7", 1250), ("Controls", "2-4", 450), ("Guides", "3-3", 275),
    ("Complexity", "4-4", 225), ("Scope", "5-3", 150), ("Contacts", "6-3", 60),
    ("Purpose", "7-2", 50), ("Physical", "8-1", 5), ("Surroundings", "9-1", 5),
)  # fmt: skip


def test_rows_of_a_table_go_by_number_and_a_short_name() -> None:
    rows = "".join(
        f"<tr><td>{at} {name}</td><td>{level}</td><td>{points}</td><td>Words of it.</td></tr>"
        for at, (name, level, points) in enumerate(SHORT, 1)
    )
    table = f"<table><tr><th>Factor</th><th>Level</th><th>Points</th><th>Basis</th></tr>{rows}"
    position = read("made-up.html", f"<html><body><p>{HEAD}{DUTIES}</p>{table}</table>".encode())
    assert [(one.level_stated, one.points_stated) for one in position.factors] == [
        (level, points) for _, level, points in SHORT
    ]
    assert {one.text for one in position.factors} == {"Words of it."}


@pytest.mark.parametrize("form", ["Factor {}. {}", "Factor {}: {}"])
def test_nine_factors_by_their_numbers_alone_need_no_names(form: str) -> None:
    told = ["Knowledge of a wide variety of grants."] + [
        f"Grants, part {at}." for at in range(2, 10)
    ]
    position = _read(DUTIES + "\n".join(form.format(at, one) for at, one in enumerate(told, 1)))
    assert list(_words(position).values()) == told


@pytest.mark.parametrize("form", ["{} {}: {}", "{} {} - {}", "{}. {}. {}"])
def test_short_names_after_a_bare_number_are_factors(form: str) -> None:
    names = (
        "Knowledge", "Supervision", "Guides", "Complexity", "Effect", "Contacts with others",
        "Why contacts are made", "Exertion", "Surroundings",
    )  # fmt: skip
    lines = [form.format(at, name, "It is told.") for at, name in enumerate(names, 1)]
    position = _read(DUTIES + "\n\n".join(lines))
    assert [one.factor for one in position.factors] == list(range(1, 10))


@pytest.mark.parametrize("stop", [":", "."])
def test_the_supervisory_factors_go_by_letter_and_number_alone(stop: str) -> None:
    names = {"1": "Scope", "2": "Setting", "3": "Authority", "4A": "Contacts", "4B": "Purpose",
             "5": "Work", "6": "Conditions"}  # fmt: skip
    lines = [f"F{factor} {name}{stop} It is told." for factor, name in names.items()]
    position = _read(DUTIES + "\n".join(lines))
    assert position.form == "supervisory"
    assert list(_words(position)) == list(names)
