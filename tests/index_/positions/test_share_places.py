"""Shares of time before their duties, over them, and as bare numbers at the edge."""

from __future__ import annotations

import pytest

from index.positions.model import PositionDescription
from tests.index_.positions.measure import read

HEAD = "Position Description\nPosition Title: Realty Specialist\nGS-1170-11\n\n"
LEASES = "Reviews leases of office space."
SPACE = "Inspects rented space with the lessor."
TENANTS = "Answers tenants' complaints."


def _read(text: str) -> PositionDescription:
    return read("made-up.txt", (HEAD + text).encode())


def _shares(text: str) -> list[tuple[float | None, str]]:
    return [(one.percent, one.text) for one in _read(text).duties]


@pytest.mark.parametrize(
    "lead",
    ["", "The incumbent performs the following duties.\n\n", "The holder:\n"],
    ids=["none", "sentence", "colon"],
)
@pytest.mark.parametrize("share", ["{} percent of the time", "{}%", "Percentage of time: {}"])
def test_a_share_on_the_line_before_is_that_of_the_duty_under_it(share: str, lead: str) -> None:
    told = [(50, LEASES), (30, SPACE), (20, TENANTS)]
    text = "\n\n".join(f"{share.format(percent)}\n{words}" for percent, words in told)
    assert _shares(f"MAJOR DUTIES\n\n{lead}{text}\n") == told


def test_a_title_over_a_share_stays_with_it() -> None:
    text = f"DUTIES\n\nLeases\n60%\n{LEASES}\n\nInspections\n40%\n{SPACE}\n"
    duties = _read(text).duties
    assert [(one.percent, one.title) for one in duties] == [(60, "Leases"), (40, "Inspections")]
    assert [words in one.text for words, one in zip((LEASES, SPACE), duties, strict=True)] == [
        True,
        True,
    ]


@pytest.mark.parametrize("head", ["Major Duty {}: {}", "Function {} - {}", "{}. {}"])
@pytest.mark.parametrize("lead", ["    ", " .......... ", " ______ "])
def test_a_bare_number_at_the_edge_is_a_share_where_all_make_up_the_whole(
    head: str, lead: str
) -> None:
    told = [("Leases", 45, LEASES), ("Inspections", 30, SPACE), ("Tenants", 25, TENANTS)]
    lines = [
        f"{head.format(number, title)}{lead}{percent}\n{words}"
        for number, (title, percent, words) in enumerate(told, 1)
    ]
    duties = _read("MAJOR DUTIES\n\n" + "\n\n".join(lines)).duties
    assert [(one.title, one.percent) for one in duties] == [(title, n) for title, n, _ in told]


def test_a_number_at_the_edge_that_counts_something_else_is_no_share() -> None:
    text = "MAJOR DUTIES\n1. Prepares leases by Form 12\n2. Inspects space in groups of 30\n"
    assert [one.percent for one in _read(text).duties] == [None, None]


@pytest.mark.parametrize(
    ("told", "shares"),
    [
        (
            (
                "Three fifths of the incumbent's time goes to reviewing leases.",
                "A fifth of the time is spent inspecting space.",
                "The remainder is spent answering tenants.",
            ),
            [60, 20, 20],
        ),
        (
            (
                "1. Leases (about one-half of the year): Reviews leases.",
                "2. Space (a quarter of the year): Inspects space.",
                "3. Tenants (one-fourth of the year): Answers tenants.",
            ),
            [50, 25, 25],
        ),
    ],
)
def test_fractions_in_words_are_shares(told: tuple[str, ...], shares: list[int]) -> None:
    duties = _read("MAJOR DUTIES\n\n" + "\n\n".join(told)).duties
    assert [one.percent for one in duties] == shares
    assert not any(one.title.startswith(("Is ", "Goes ", "The ")) for one in duties)


@pytest.mark.parametrize(("last", "found"), [(20, [50, 30, 20]), (5, [50])])
def test_a_list_of_shares_on_one_line_is_divided_where_they_make_up_the_whole(
    last: int, found: list[int]
) -> None:
    duties = _read(f"DUTIES\n\n50% lease files; 30% inspections; {last}% complaints.\n").duties
    assert [one.percent for one in duties] == found


@pytest.mark.parametrize(
    "form",
    [
        "{words} - {hours} hours of the 40-hour week",
        "{hours} hrs per week: {words}",
        "{words} ({hours} hours)",
    ],
)
def test_the_hours_of_a_working_week_are_shares(form: str) -> None:
    told = [(20, "Reviews leases"), (14, "Inspects space"), (6, "Answers tenants")]
    text = "\n".join(form.format(words=words, hours=hours) for hours, words in told)
    assert _shares(f"DUTIES\n{text}\n") == [(50, told[0][1]), (35, told[1][1]), (15, told[2][1])]


def test_hours_that_make_up_no_week_are_no_shares() -> None:
    text = "DUTIES\n1. Inspects space (20 hours)\n2. Answers tenants (6 hours)\n"
    assert [one.percent for one in _read(text).duties] == [None, None]


def test_shares_of_a_week_in_somebody_s_own_words() -> None:
    text = (
        "I am a Realty Specialist (GS-1170-11) and wrote this myself.\n"
        "Most of my week, say 55 percent, I review leases and write down what is wrong with them.\n"
        "About a quarter goes to inspections: I measure space and take pictures of what broke.\n"
        "With what is left I answer tenants.\n"
    )
    duties = read("made-up.txt", text.encode()).duties
    assert [(one.percent, one.title) for one in duties] == [
        (55, "I review leases and write down what is wrong …"),
        (25, "Inspections"),
        (20, "I answer tenants"),
    ]


def test_a_table_whose_first_column_has_the_shares_keeps_its_rows() -> None:
    text = (
        "DUTIES\n   %     Duty\n  ----   -----------------------------------------------------\n"
        "   50    Reviews leases of office space and says what is wrong\n"
        "   30    Inspects rented space with the lessor and the tenant\n"
        "   20    Answers complaints\n"
    )
    assert _shares(text) == [
        (50, "Reviews leases of office space and says what is wrong"),
        (30, "Inspects rented space with the lessor and the tenant"),
        (20, "Answers complaints"),
    ]


@pytest.mark.parametrize("head", ["WORK DONE", "Major Duties and Share of Work Time"])
def test_numbers_that_open_duties_and_make_up_the_whole_are_shares(head: str) -> None:
    told = [(60, LEASES), (25, SPACE), (15, TENANTS)]
    text = "\n\n".join(f"{percent} {words}" for percent, words in told)
    assert _shares(f"{head}\n\n{text}\n") == told


def test_numbers_that_open_duties_and_count_something_else_are_no_shares() -> None:
    text = "DUTIES\n\n60 Leases are reviewed a year.\n\n25 Rooms are inspected.\n"
    assert [one.percent for one in _read(text).duties] == [None, None]


def test_hours_a_week_in_somebody_s_own_sentences_are_shares() -> None:
    text = (
        "My job - Realty Assistant, GS-1170-06, position number 3021\n\n"
        "I log new leases, about 30 hours a week. I check that each has its forms.\n\n"
        "I answer calls of tenants, about 6 hours a week.\n\n"
        "I box closed files, about 4 hours a week.\n"
    )
    position = read("made-up.txt", text.encode())
    assert position.cover.number == "3021"
    assert [one.percent for one in position.duties] == [75, 15, 10]
    assert "forms" in position.duties[0].text


@pytest.mark.parametrize("head", ["What the specialist does", "What I do"])
def test_a_heading_in_plain_words_opens_the_duties(head: str) -> None:
    text = f"{head}\n\n60% {LEASES}\n\n40% {SPACE}\n\nThe chief reviews finished leases.\n"
    position = _read(text)
    assert [(one.percent, one.text) for one in position.duties] == [(60, LEASES), (40, SPACE)]
    told = position.section("supervision")
    assert told is not None
    assert told.text == "The chief reviews finished leases."


@pytest.mark.parametrize(
    ("head", "numbers", "shares"),
    [
        ("No. Task Hours per week", (20, 12, 8), [50, 30, 20]),
        ("Task Hours a day", (4, 2, 2), [50, 25, 25]),
        ("Task Hours", (20, 10, 5), [None, None, None]),
    ],
)
def test_a_column_of_hours_that_make_up_a_week_or_day_is_shares(
    head: str, numbers: tuple[int, ...], shares: list[float | None]
) -> None:
    works = ("Sells tickets at the pier.", "Counts the money.", "Keeps the books.")
    mark = "{}. " if head.startswith("No.") else ""
    rows = [f"{mark.format(n)}{w} {h}" for n, w, h in zip((1, 2, 3), works, numbers, strict=True)]
    duties = _read("TASKS\n\n" + head + "\n" + "\n".join(rows) + "\n").duties
    told = [one.percent for one in duties]
    assert told == shares if shares[0] else not any(told)
    assert shares[0] is None or [one.text for one in duties] == list(works)


@pytest.mark.parametrize(
    "form",
    [
        "DUTY {letter} - {part}\n{said}\n",
        "Duty {letter}: {said} ({part})\n",
        "- {said} ({part})\n",
        "[{part}] {said}\n",
    ],
)
def test_parts_of_the_time_set_off_from_their_duties_are_shares(form: str) -> None:
    works = (("A", "about half", "Sells tickets."), ("B", "one third", "Counts the money."))
    text = "".join(form.format(letter=a, part=p, said=s) for a, p, s in works)
    assert [share for share, _ in _shares("MAJOR DUTIES\n" + text)] == [50, 33]


@pytest.mark.parametrize("mark", [">", "»", "◦", "■", "→"])
def test_a_mark_of_a_list_is_no_part_of_a_duty(mark: str) -> None:
    text = f"DUTIES\n{mark} Sells tickets. 60%\n{mark} Counts the money. 40%\n"
    assert _shares(text) == [(60, "Sells tickets."), (40, "Counts the money.")]


def test_what_a_form_prints_beside_a_share_is_no_part_of_the_title() -> None:
    text = "DUTIES\n\nSales [60% of time; critical]\n\nSells tickets.\n\n"
    text += "Books [40% of time; not critical]\n\nKeeps the books.\n"
    assert [one.title for one in _read(text).duties] == ["Sales", "Books"]


def test_parts_of_one_are_shares() -> None:
    text = f"MAJOR DUTIES\n1. {LEASES} (Time: .40)\n2. {SPACE} (Share: 0.35)\n3. Else (Time: .25)\n"
    assert [share for share, _ in _shares(text)] == [40, 35, 25]


@pytest.mark.parametrize("part", ["quarter", "fourth"])
def test_the_remaining_part_is_a_share(part: str) -> None:
    text = f"DUTIES\n- Half of the time: lets space.\n- A {part} of the time: inspects it.\n"
    text += f"- The remaining {part}: answers tenants.\n"
    assert [share for share, _ in _shares(text)] == [50, 25, 25]


@pytest.mark.parametrize(
    "heads", [("%", "Duty"), ("Percent of time", "What is done"), ("Share", "Tasks")]
)
def test_a_table_may_have_its_shares_before_the_duties(heads: tuple[str, str]) -> None:
    rows = "".join(
        f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (heads, ("60", LEASES), ("40", SPACE))
    )
    position = read("made-up.html", f"<html><body><p>GS-1170-11</p><table>{rows}</table>".encode())
    assert [(one.percent, one.text) for one in position.duties] == [(60, LEASES), (40, SPACE)]


def test_a_heading_with_the_whole_is_no_duty_beside_those_that_divide_it() -> None:
    text = "WORK (100%)\nLeasing - 70 percent: lets space.\nInspecting - 30 percent: looks at it.\n"
    assert [(one.percent, one.title) for one in _read(text).duties] == [
        (70, "Leasing"),
        (30, "Inspecting"),
    ]


def test_the_next_numbered_part_in_capitals_and_a_few_dots_are_no_words_of_a_duty() -> None:
    text = (
        "I. PURPOSE OF POSITION\nThe position is in the Leasing Office.\n\n"
        f"II. MAJOR DUTIES\n  > {LEASES}   ... 60 percent\n  > {SPACE}   ... 40 percent\n\n"
        "III. HOW THE WORK IS RATED\n1) Knowledge. Knowledge of leases.\n"
    )
    assert _shares(text) == [(60, LEASES), (40, SPACE)]
