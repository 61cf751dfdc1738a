"""Position descriptions of some seventy habits, all fictional, read field by field."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from core.errors import DocumentError
from index.documents import formats
from index.models import Document
from index.positions.model import PositionDescription
from index.positions.reading import read_position
from index.positions.recognising import is_position, not_a_position
from tests.index_.positions.compose import HELD, SHOWN, files, truths
from tests.index_.positions.measure import compare, measure, read

CLASSIFICATION = ("title", "pay_plan", "series", "grade")


def _document(text: str, name: str = "made-up.txt") -> Document:
    return formats.parse_bytes(Path(name), text.encode())


def _position(text: str) -> PositionDescription:
    return read("made-up.txt", text.encode())


@pytest.mark.parametrize(("name", "file", "data"), files(SHOWN), ids=lambda one: str(one)[:24])
def test_what_a_person_reads_is_read(name: str, file: str, data: bytes) -> None:
    found = compare(read(file, data), truths()[name])
    assert {field: got for field, got in found.items() if got[0] != got[1]} == {}


def test_descriptions_never_looked_at_while_writing_this_are_read_nearly_as_well() -> None:
    found = measure(HELD)
    right, whole = (sum(one[number] for one in found.values()) for number in (0, 1))
    assert right / whole >= 0.95
    for field in (*CLASSIFICATION, "levels", "levels invented", "points"):
        assert found[field][0] == found[field][1], field


def test_the_head_and_numbers_of_a_table_are_no_part_of_its_duties() -> None:
    data = (SHOWN / "87-markdown-table.md").read_bytes()
    titles = [one.title for one in read("87-markdown-table.md", data).duties]
    assert titles == ["Studies of upkeep", "Reports", "Advice to keepers"]
    assert all(one.text.startswith(one.title) for one in read("x.md", data).duties)


@pytest.mark.parametrize("folder", [SHOWN, HELD])
def test_every_part_is_an_exact_slice_with_a_place(folder: Path) -> None:
    for _, file, data in files(folder):
        position = read(file, data)
        for part in (*position.cover.facts, *position.duties, *position.factors,
                     *position.sections):  # fmt: skip
            assert part.text == position.text[part.start : part.end]
            assert part.place


def test_a_description_is_told_from_what_it_is_not() -> None:
    for _, file, data in [*files(SHOWN), *files(HELD)]:
        document = formats.parse_bytes(Path(file), data)
        not_a_position(document)
    recipe = "Take flour and salt. Bake for 40 minutes. Add 20 percent of the sugar at the end."
    assert not is_position(_document(recipe * 5))


RECIPE = (
    "Take two eggs and a cup of flour and stir them in a bowl until the batter is smooth, then "
    "bake it for an hour in the oven and let it cool on the table."
)
GERMAN = (
    "Der Inhaber dieser Stelle bearbeitet Anfragen und schreibt Bescheide, GS-0343-11. Er hilft "
    "Kollegen bei schwierigen Fragen und sorgt daf\u00fcr, dass alle Akten stimmen. Es kommt dazu, "
    "dass er mit anderen Stellen spricht und seiner Vorgesetzten berichtet, was noch offen ist und "
    "wer es bis wann erledigt."
)
ENDLESS = "A made-up memo.\n\n" + "The supervisor said that duties matter. " * 9000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Page 1", "hardly any words"),
        (RECIPE, "nothing of a position"),
        (GERMAN, "not written in English"),
        (ENDLESS, "far more"),
    ],
)
def test_what_cannot_be_read_is_said_plainly(text: str, said: str) -> None:
    with pytest.raises(DocumentError, match=said) as caught:
        not_a_position(_document(text))
    assert caught.value.hint


def test_two_descriptions_in_one_file_are_named() -> None:
    one = "Budget Analyst, GS-0560-11\n\nMAJOR DUTIES\n\nBuilds the budget of a year. 100%\n\n"
    other = "Clerk, GS-0303-05\n\nMAJOR DUTIES\n\nSorts the mail of the office. 100%\n"
    with pytest.raises(DocumentError, match="2 position descriptions") as caught:
        not_a_position(_document(one + other))
    assert "GS-0560-11" in caught.value.message
    assert "GS-0303-05" in caught.value.message


def test_two_descriptions_are_told_apart_by_the_labels_of_their_covers() -> None:
    cover = (
        "Title: {}\nSeries: {}  Grade: {}\n\nMAJOR DUTIES\n\nKeeps the books of a year. 100%\n\n"
    )
    two = cover.format("Budget Analyst", "0560", 11) + cover.format("Budget Technician", "0561", 7)
    with pytest.raises(DocumentError, match=r"2 position descriptions: 0560-11 .*0561-07"):
        not_a_position(_document(two))
    one = cover.format("Budget Analyst", "0560", 11)
    not_a_position(_document(one + "GS-0560-11\n\nMAJOR DUTIES (continued)\n\nReports it.\n"))


def test_shares_that_do_not_add_up_are_told() -> None:
    text = "Clerk, GS-0303-05\n\nMAJOR DUTIES\n\nSorts mail. 80%\n\nTypes letters. 50%\n"
    (odd,) = _position(text).oddities
    assert odd.code == "shares"
    assert "130 percent" in odd.text


def test_shares_in_brackets_in_fractions_and_in_running_words_are_read() -> None:
    for duties, percents in (
        ("1. Plans budgets (60%). Writes estimates.\n2. Tracks funds (40%). Reports.", [60, 40]),
        ("(40) Scores applications.\n(35) Visits grantees.\n(25) Trains staff.", [40, 35, 25]),
        (
            (
                "Half of the time the clerk answers callers. A third of the time goes to mail. "
                "The remaining 17 percent is spent on files."
            ),
            [50, 33, 17],
        ),
    ):
        position = _position(f"Mail Clerk, GS-0305-04 (fictional)\n\nMajor Duties\n\n{duties}\n")
        assert [one.percent for one in position.duties] == percents
    numbered = _position("Clerk, GS-0303-04\n\nMajor Duties\n\n(1) Sorts mail.\n(2) Files cards.\n")
    assert [one.percent for one in numbered.duties] == [None, None]


def test_cells_of_a_table_that_were_joined_on_a_line_are_told_apart() -> None:
    position = _position(
        "Position Description (fictional)\n\n"
        "Title Human Resources Assistant PD No. HR-77\n"
        "Pay Plan GS Series 0203\n"
        "Grade 07 Organization Staffing Branch\n\n"
        "Major Duties\n\n"
        "1 Processes appointments against the guide. 55%\n"
        "2 Answers questions on benefits. 45%\n\n"
        "Factor Description Level Points\n"
        "1. Knowledge Required Knows personnel rules. 1-4 550\n"
        "2. Supervisory Controls The supervisor sets objectives. 2-3 275\n\n"
        "6/7. Contacts Employees; to give information. 2a 45\n"
    )
    cover = position.cover
    assert (cover.title, cover.number) == ("Human Resources Assistant", "HR-77")
    assert (cover.series, cover.grade, cover.organization) == ("0203", 7, "Staffing Branch")
    assert next(one.title for one in position.duties).startswith("Processes")
    stated = {one.factor: one.level_stated for one in position.factors}
    assert stated == {1: "1-4", 2: "2-3", 6: "6-2", 7: "7-A"}
    assert position.factors[0].points_stated == 550


def test_points_that_do_not_add_up_are_told() -> None:
    text = (
        "Analyst, GS-0343-11\n\nMAJOR DUTIES\n\nStudies programs. 100%\n\n"
        "Factor 1, Knowledge Required by the Position, Level 1-7, 1250 Points\n\nKnows much.\n\n"
        "Factor 2, Supervisory Controls, Level 2-4, 450 Points\n\nWorks alone.\n\n"
        "Total points: 1,800\n"
    )
    assert "add up to 1,700" in next(o.text for o in _position(text).oddities if o.code == "total")


def test_a_share_of_something_else_is_no_share_of_time() -> None:
    text = (
        "Engineer, GS-0801-12\n\nMAJOR DUTIES\n\n- Cut fuel use by 20 percent in three years.\n"
        "- Checks drawings of bridges.\n"
    )
    assert [one.percent for one in _position(text).duties] == [None, None]


def test_what_is_missing_is_named() -> None:
    fields = {one.field for one in _position("Clerk\n\nDuties\n\n- Sorts mail.\n").missing}
    assert {"cover.series", "cover.grade", "cover.number", "duties.percent", "factors.2"} <= fields


@pytest.mark.corpus
def test_the_real_descriptions_are_read(corpus: Path) -> None:
    truth = corpus.parent / "eval" / "positions" / "truth.json"
    for stated in json.loads(truth.read_text("utf-8")):
        path = corpus / "positions" / stated["file"]
        position = read(path.name, path.read_bytes())
        cover = position.cover
        assert "/".join((cover.series, *cover.other_series)) == stated["series"]
        assert (cover.title, str(cover.grade)) == (stated["title"], stated["grade"])
        levels = {str(one.factor): one.level_stated for one in position.factors}
        assert levels == (stated["factors"] or {})
        assert position.duties


@pytest.mark.parametrize(
    "body",
    ["a" * 100_000, "10% Ab " * 10_000, "Factor 1, Level 1-7\n" * 2_000, "(" * 50_000],
    ids=["one word", "shares", "factors", "brackets"],
)
def test_a_hostile_text_is_read_in_bounded_time(body: str) -> None:
    text = f"Clerk, GS-0303-05\n\nMAJOR DUTIES\n\n{body}"
    document = Document(id="x", title="x", kind="other", text=text)
    start = time.process_time()
    is_position(document)
    read_position(document)
    assert time.process_time() - start < 10


def test_a_share_at_the_end_of_a_paragraph_leaves_none_of_its_lines_out() -> None:
    position = _position(
        "PD# 12\nTITLE: Hydrologic Technician, GS-1316-09\n\nMAJOR DUTIES\n\n"
        "Operates forty stream gauges, measures flow by current meter and by acoustic\n"
        "methods, and adjusts rating curves.  (Sixty percent of the time.)\n\n"
        "Computes records of daily discharge and compares them with those of stations nearby,\n"
        "and explains what differs.  (Forty percent of the time.)\n"
    )
    assert [one.text[:8] for one in position.duties] == ["Operates", "Computes"]
    assert [one.percent for one in position.duties] == [60, 40]


@pytest.mark.parametrize(
    "duty",
    [
        "A. (60% of duty time) {words}",
        "1. {words} Sixty percent (60%)",
        "\u00b7 {words} \u2013 60%",
        "A - 60% - {words}",
        "1. {words} ........................ 60%",
        "{words}\nTime: 60 pct.",
    ],
)
def test_a_duty_s_words_are_without_its_mark_and_its_share(duty: str) -> None:
    words = ("Leads walks and answers visitors.", "Runs the desk and counts receipts.")
    listed = [duty.format(words=one) for one in words]
    listed[1] = listed[1].replace("60", "40").replace("Sixty", "Forty").replace("A", "B", 1)
    listed[1] = listed[1].replace("1.", "2.", 1)
    text = "PD# 12\nTITLE: Park Guide, GS-0090-05\n\nMAJOR DUTIES\n\n" + "\n\n".join(listed)
    position = _position(text + "\n\nGuidelines\n\nThe handbook, which applies directly.\n")
    assert [one.text for one in position.duties] == list(words)
    assert [one.percent for one in position.duties] == [60, 40]


def test_a_factor_s_words_are_without_the_level_stated_beside_them() -> None:
    position = read("85-numbered-rows.html", (SHOWN / "85-numbered-rows.html").read_bytes())
    assert position.factors[0].text == "Knowledge of grant law and methods of analysis."
    scanned = read("83.txt", (SHOWN / "83-scan-figures.txt").read_bytes())
    assert scanned.factors[2].text.startswith("Guidelines include circulars")


_HOLDERS = (
    """Fleet Support Office
LOGISTICS TECHNICIAN, GS-0303-07

The technician keeps the parts system for two thirds of the working time: she enters receipts and
follows late orders. In the last third she drafts a report. The chief sets priorities each week.
""",
    """Note to file on the duties of Mr. L., Accounting Technician, GS-0525-06

The incumbent examines invoices, about 70 percent of the day. He also answers vendors. The
supervisor assigns the invoices and reviews a sample of them each week.
""",
    """Dear Ms. O., this is about a job in our office (GS-0318-05). She spends half the day on the
calendar of the chiefs, a quarter on letters, and the last quarter on visitors. I tell her what
matters most each morning and sign the letters.
""",
    """From: Ann Boyle, Branch Chief
Subject: what Tony does

Tony came in May as a Program Support Assistant (GS-0303-06). Six hours of eight he reconciles the
purchase cards, and the remaining two hours he keeps our calendar. I look over his report.
""",
)
_GENERAL_TEXTS = (
    """Circular 12: Weighing mixed positions

When a position such as GS-0343-13 has duties of several grades, work that takes at least 25
percent of the time can control the grade. A supervisor who does other work for more than 50
percent of the time is evaluated on both. An employee may ask his or her supervisor for the shares.
""",
    """Bulletin 9

In a position such as GS-0560-11 the work is often mixed. The position is graded by the work that
takes half of the time or more, and the supervisor signs the position's description.
""",
)


@pytest.mark.parametrize("text", _HOLDERS)
def test_prose_on_what_one_holder_does_is_a_description_and_no_authority(text: str) -> None:
    assert is_position(_document(text))


@pytest.mark.parametrize("text", _GENERAL_TEXTS)
def test_a_rule_on_positions_in_general_is_no_description(text: str) -> None:
    assert not is_position(_document(text))
