"""Standards in the many habits of print there have been: what is read, doubted and refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from core.errors import DocumentError
from index.language.structure import FACTOR_NAMES
from tests.index_.standards import fictional
from tests.index_.standards.bringing_in import levels, plain, read
from tests.index_.standards.fictional.habits import wrong
from tests.index_.standards.fictional.habits_first import FIRST
from tests.index_.standards.fictional.habits_second import SECOND
from tests.index_.standards.fictional.habits_third import THIRD

HABITS = {**FIRST, **SECOND, **THIRD}


@pytest.mark.parametrize("name", HABITS)
def test_a_habit_of_print_is_read_right(name: str) -> None:
    assert wrong(HABITS[name](), read) == []


PRINTED = [name for name, make in HABITS.items() if make().file.endswith(".pdf")]


@pytest.mark.parametrize("between", ["\f", "\n"])
@pytest.mark.parametrize("name", PRINTED)
def test_a_habit_is_read_as_well_from_the_text_of_its_pages(name: str, between: str) -> None:
    habit = HABITS[name]()
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(habit.data)]
    text = between.join(page.replace("\r\n", "\n") for page in pages)
    captured = replace(habit, file=habit.file.replace(".pdf", ".txt"), data=text.encode())
    assert wrong(captured, read) == []


@pytest.mark.parametrize("name", ["points_first", "without_spaces"])
def test_no_misprint_is_told_where_the_word_is_right(name: str) -> None:
    habit = HABITS[name]()
    assert read(Path(habit.file), habit.data).repairs == ()


def test_a_level_that_begins_in_mid_sentence_is_a_doubt() -> None:
    text = FIRST["run_in_text"]().data.decode()
    cut = text.replace(
        "Level 6-1 -- 10 Points -- The tender trims", "Level 6-1 -- 10 Points\n\ntrims"
    )
    assert cut != text
    found = read(Path("cut.txt"), cut.encode())
    assert [(one.code, one.where) for one in found.doubts] == [("level-begins-midway", "Level 6-1")]


def test_points_in_the_last_column_of_a_table_and_ranges_after_an_illustration_are_found() -> None:
    rows = ["Position Classification Standard for Lamp Tending Series, GS-9998", ""]
    for key, name in FACTOR_NAMES.items():
        rows += [f"Factor {key}, {name}", "", "What lamps ask for is weighed here.", ""]
        for level, points in fictional.POINTS.items():
            if level.startswith(f"{key}-"):
                rows += [f"Level {level}", "", fictional.words(level), "", f"{points} points", ""]
    rows += ["Illustrations", "", "A tender lights the lamps of one pier by the book.", ""]
    rows += [
        f"GS-{grade}   {low}-{low + 195}" for grade, low in enumerate(range(655, 2655, 250), 4)
    ]
    standard = read(Path("lamps.txt"), "\n".join(rows).encode())
    assert levels(standard) == dict(fictional.POINTS)
    assert all(
        plain(one.text) == fictional.words(one.level)
        for factor in standard.factors
        for one in factor.levels
    )
    assert [one.min for one in standard.conversion] == list(range(655, 2655, 250))


def _ladders(lowest: str = "", factor: str = "", ordinary: str = "") -> bytes:
    """A text of every level there is; the lowest of Factors 1 and 4 and the factors in a habit."""
    rows = ["Position Classification Standard for Lamp Tending Series, GS-9998", ""]
    for key, name in sorted(FACTOR_NAMES.items()):
        known = {"key": str(key), "name": name, "upper": name.upper(), "roman": ROMAN[key - 1]}
        rows += [(factor or "FACTOR {key}, {upper}").format(**known), ""]
        for level, points in fictional.POINTS.items():
            if level.startswith(f"{key}-"):
                odd = lowest if level in ("1-1", "4-1") else ""
                said = {"step": level[-1], "points": points, "words": fictional.words(level)}
                rows += [(odd or ordinary or ORDINARY).format(**known, **said), ""]
    rows += ["Grade Conversion Table", ""]
    rows += [
        f"GS-{grade}   {low}-{low + 195}" for grade, low in enumerate(range(655, 2655, 250), 4)
    ]
    return "\n".join(rows).encode()


LADDERS = {
    key: [level for level in fictional.POINTS if level.startswith(f"{key}-")]
    for key in FACTOR_NAMES
}
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
HEAD = "Level {key}-{step}   {points} Points"
ORDINARY = f"{HEAD}\n\n{{words}}"


@pytest.mark.parametrize(
    "lowest",
    [
        "Level {key}-{step} ............ {points} points\n{words}",
        "({points} Points) Level {key}-{step} - {words}",
        "[{points} pts] Level {key}-{step}: {words}",
        "Level {key}-{step}______{points} Points\n\n{words}",
        "Lev. {key}-{step}, {points} points. {words}",
        "{points} points - Level {key}-{step} - {words}",
        "Level {key} {step} -- {points} Points -- {words}",
        "Level {key}/{step} {points} Points {words}",
        "Step {key}-{step} -- {points} points -- {words}",
        "Level {key} {step}\n\n{points} points\n\n{words}",
        "FACTOR {key} LEVEL {step} ({points})\n\n{words}",
        "Factor {roman}, Level {step}: {points} pts. {words}",
        "Level I -- {points} Points\n\n{words}",
        "Level One, {points} points\n\n{words}",
        "* Level {key}-{step} (worth {points} points). {words}",
        "Level\n{key}-{step}\n{points}\nPoints\n{words}",
        "> **Level {key}-{step}** | {points} |\n\n{words}",
        "{words} (Level {key}-{step}, {points} points)",
        "Level {key}-{step}\n{points}\n\n{words}",
        "Level {key}-{step} → {points} points\n\n{words}",
        "Level {key}-{step} (value: {points})\n\n{words}",
        "Level {key}-{step}\n\n{words}\n\nPoint value: {points}",
        "“Level {key}-{step}”: {points} points. {words}",
        "Level {roman}-{step} has been given {points} points.\n\n{words}",
    ],
)
def test_the_lowest_level_is_read_in_whatever_habit(lowest: str) -> None:
    standard = read(Path("lamps.txt"), _ladders(lowest))
    assert levels(standard) == dict(fictional.POINTS)
    texts = {one.level: plain(one.text) for factor in standard.factors for one in factor.levels}
    assert texts == {level: fictional.words(level) for level in fictional.POINTS}


@pytest.mark.parametrize(
    "lowest",
    [
        "Lvel {key}.{step} {words}",
        "Level {key}/{step} -- {words}",
        "{words}\n\nThese are the words of Level {key}-{step}, {points} points.",
        "Grade of difficulty {key} and {step} ({points})\n\n{words}",
        "Rung {step}: {points}\n\n{words}",
        "Level . . . . . {points}\n\n{words}",
        "Lamps of factor {key}, rank {step}\n\n{words}",
        "{step}\n\n{words}",
        "§ {key}-{step}\n\n{words}",
        "{key}-{step}. {words}",
    ],
)
def test_a_lowest_level_that_is_not_read_blocks(lowest: str) -> None:
    standard = read(Path("lamps.txt"), _ladders(lowest))
    assert not {"1-1", "4-1"} & levels(standard).keys()
    blocking = {(one.code, one.where) for one in standard.doubts if one.blocks}
    assert {("heading-unread", "Factor 1"), ("heading-unread", "Factor 4")} <= blocking


@pytest.mark.parametrize("highest", ["{key}-{step}. {words}", "{step} of {key}\n\n{words}"])
def test_a_highest_level_that_is_not_read_blocks(highest: str) -> None:
    text = _ladders().decode()
    known = {"key": "4", "step": "6", "words": fictional.words("4-6")}
    head = ORDINARY.format(points=fictional.POINTS["4-6"], **known)
    cut = text.replace(head, highest.format(**known))
    assert cut != text
    standard = read(Path("lamps.txt"), cut.encode())
    assert ("heading-unread", "Level 4-5") in {
        (one.code, one.where) for one in standard.doubts if one.blocks
    }


def test_levels_named_by_their_numbers_alone_are_not_confirmed_away() -> None:
    text = _ladders(ordinary="{key}-{step}\n\n{words}")
    blocking = {one.code for one in read(Path("lamps.txt"), text).doubts if one.blocks}
    assert "levels-by-chart" in blocking


@pytest.mark.parametrize(
    "factor",
    [
        "Factor {key}: {name}. This factor covers what the lamps ask for.",
        "FACTOR {key}. {upper}. What the lamps ask for is weighed here.",
        "Factor {key} - {name} - This factor measures the lamps.",
        "{key}. {name}\n\nThis factor covers what the lamps ask for.",
        "({key}) {name}: What the lamps ask for is weighed here.",
        "{name} (Factor {key}). This factor measures the lamps.",
        "{roman}. {name}. This factor measures the lamps.",
        "{name}. This factor measures the lamps.",
        "Evaluation Factor {key}: {name}",
        "Factor {roman} - {name}",
    ],
)
def test_the_heading_of_a_factor_that_runs_into_its_text_ends_the_level_above(factor: str) -> None:
    standard = read(Path("lamps.txt"), _ladders(factor=factor))
    assert levels(standard) == dict(fictional.POINTS)
    texts = {one.level: plain(one.text) for factor in standard.factors for one in factor.levels}
    assert texts == {level: fictional.words(level) for level in fictional.POINTS}
    missing = [one.where for one in standard.doubts if one.code == "factor-heading-missing"]
    # Before any level a numbered name may stand in a list of the factors.
    assert missing in ([], ["Factor 1"])


@pytest.mark.parametrize(
    "lost",
    [
        "Item 2, Supervisory Controls",
        "Factor 2, Supervisory Controls,",
        "2. Supervisory Controls, as they are",
    ],
)
def test_the_heading_of_a_factor_left_in_a_level_blocks(lost: str) -> None:
    text = _ladders().decode()
    cut = text.replace("FACTOR 2, SUPERVISORY CONTROLS", f"{lost} weighed in the harbor.")
    cut = cut.replace("Level 2-1   25 Points\n\n", "Level 2-1. Lamps of rank one. ")
    standard = read(Path("cut.txt"), cut.encode())
    assert [one for one in standard.doubts if one.blocks]


@pytest.mark.parametrize(
    ("division", "titles"),
    [
        ("The authorized titles for this series are:\n\n  -- Lamp Aid\n  -- Lamp Tender\n", "AT"),
        ("The official titles are as follows:\n\n* Lamp Aid\n* Lamp Tender (Oil)\n", "AO"),
        ("Titles for positions in this series are:\n\n(1) Lamp Aid; and\n(2) Lamp Tender.\n", "AT"),
        (
            "The titles are:\n\nLamp Aid, for series GS-9997\nLamp Tender, for series GS-9998\n",
            "AT",
        ),
        ("Lamp Aid - Positions that fill.\n\nLamp Tender - Positions that trim.\n", "AT"),
        ("1. Lamp Aid, GS-3/4\n2. Lamp Tender, GS-5/7\n", "AT"),
        ("Positions are titled Lamp Aid when they fill, and Lamp Tender when they trim.\n", "AT"),
        ("Positions that fill lamps are titled\n\nLamp Aid. Add no prefix.\n", "A"),
        ("The titles are Lamp Aid (GS-3/4) and Lamp Tender (GS-5 and above).\n", "AT"),
        ("The titles are: Lamp Aid, GS-4; Lamp Tender, GS-5 and up.\n", "AT"),
        (
            "Those who fill take the title Lamp Aid; those who trim take the title Lamp Tender.\n",
            "AT",
        ),
        ("GS-3 to GS-4 ........ Lamp Aid\n\nGS-5 to GS-7 ........ Lamp Tender\n", "AT"),
        ("Lamp Aid ............ GS-3/4\n\nLamp Tender ......... GS-5/7\n", "AT"),
        ("Use Lamp Aid for work up to GS-4 and Lamp Tender for work above.\n", "AT"),
        ('"Lamp Aid" and "Lamp Tender" are the only titles authorized.\n', "AT"),
        ("The titles Lamp Aid and Lamp Tender are prescribed.\n", "AT"),
        ("The title Lamp Aid is used for filling; Lamp Tender is used for trimming.\n", "AT"),
        ("Positions in this series are called Lamp Aid.\n", "A"),
        ("Lamp Aid, for positions at GS-4, and Lamp Tender, at GS-5, are the titles.\n", "AT"),
        ("1. Supervisory Positions - Add Lead.\n2. Parenthetical Titles - Add none.\n", ""),
    ],
)
def test_official_titles_in_a_list_or_one_after_the_other(division: str, titles: str) -> None:
    names = {"A": "Lamp Aid", "T": "Lamp Tender", "O": "Lamp Tender (Oil)"}
    text = _ladders().decode().replace("FACTOR 1,", f"TITLES\n\n{division}\nFACTOR 1,", 1)
    standard = read(Path("lamps.txt"), text.encode())
    assert [one.title for one in standard.titles] == [names[key] for key in titles]


@pytest.mark.parametrize(
    ("said", "stops"),
    [
        ("Levels above those described below are evaluated by the Primary Standard.", False),
        ("This standard does not describe levels above or below those printed.", False),
        ("Use the Primary Standard for levels above those in this standard.", False),
        ("Work that exceeds the levels described is graded by extension from the Primary Standard.",
         False),
        ("The levels are those most often found; consult the Primary Standard for others.", False),
        ("Points for contacts are found in the Primary Standard.", True),
        ("Some positions may stand above the levels described here.", True),
        ("Levels below those described are evaluated by the Primary Standard.", True),
    ],
)  # fmt: skip
def test_a_ladder_ends_where_a_standard_sends_on_what_is_above(said: str, *, stops: bool) -> None:
    text = _ladders().decode()
    start, end = text.index("Level 4-4 "), text.index("FACTOR 5,")
    cut = (text[:start] + text[end:]).replace("FACTOR 1,", f"{said}\n\nFACTOR 1,", 1)
    standard = read(Path("lamps.txt"), cut.encode())
    told = [one.where for one in standard.doubts if one.code == "ladder-stops"]
    assert told == (["Factor 4"] if stops else [])


@pytest.mark.parametrize(
    "matrix",
    [
        "Series   FLD   Illustration(s)\n\nLamp Tending, 9998 X -\n\nRope Tending, 9997 - X",
        "Series   FLD\n\nLamp Tending, 1998\n\nX\n\nRope Tending,\n\n1997\n\nX",
    ],
)
def test_a_matrix_of_series_under_a_level_is_no_part_of_its_words(matrix: str) -> None:
    standard = read(Path("lamps.txt"), _ladders("", ordinary=f"{HEAD}\n\n{matrix}\n\n{{words}}"))
    texts = {one.level: plain(one.text) for factor in standard.factors for one in factor.levels}
    assert texts == {level: fictional.words(level) for level in fictional.POINTS}


def test_benchmarks_by_themselves_make_no_guide_without_points() -> None:
    rows = ["Position Classification Standard for Lamp Tending Series, GS-9998", ""]
    for grade in (4, 5, 7):
        rows += [f"Lamp Tender, GS-9998-{grade}, Benchmark #1", "", f"Lamps of rank {grade}.", ""]
    with pytest.raises(DocumentError, match="no factor levels or grade levels"):
        read(Path("lamps.txt"), "\n".join(rows).encode())


def test_words_above_their_levels_names_are_not_taken_for_those_of_the_next() -> None:
    text = _ladders(ordinary="{words}\n\n[Level {key}-{step}: {points} Points]")
    standard = read(Path("lamps.txt"), text)
    texts = {one.level: plain(one.text) for factor in standard.factors for one in factor.levels}
    assert texts == {level: fictional.words(level) for level in fictional.POINTS}
    assert {one.where for one in standard.doubts if one.code == "level-named-behind"} == {
        f"Factor {key}" for key in LADDERS
    }


def test_one_ladder_with_its_numbers_behind_among_others_blocks() -> None:
    text = _ladders().decode()
    start, end = text.index("FACTOR 8,"), text.index("FACTOR 9,")
    turned = "\n\n".join(
        f"{fictional.words(level)}\n\nLevel {level} -- {points} Points"
        for level, points in fictional.POINTS.items()
        if level[0] == "8"
    )
    named = text[start:end].partition("\n")[0]
    standard = read(
        Path("lamps.txt"), (text[:start] + f"{named}\n\n{turned}\n\n" + text[end:]).encode()
    )
    assert "Level 8-3" in {one.where for one in standard.doubts if one.blocks}
