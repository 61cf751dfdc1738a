"""Whatever a drafter writes: no figure of its own, no control character, no markup is shown."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.guard.drafts import DraftClaim, DraftQuote
from assistant.guard.review import Reviewed
from tests.assistant_.packs import (
    CASE,
    EVALUATION,
    GOOD,
    GUIDE_5,
    PACK,
    RAISED,
    claim,
    everything_shown,
    review,
)

QUICK = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)

FORBIDDEN = {14: "fourteen", 15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen"}
"""Grades that nothing in the pack knows."""
WORDS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight"}
KNOWN_GRADES = {11, 12, 13}
HIDDEN = ["", "", "", "\u200b", "\u00ad", "\u2060", "\u202e", "\ufeff", "\u0301", "\x1b[1m", "\x07"]
DASHES = [
    "-",
    " ",
    "",
    "‐",
    "‑",
    "–",
    "—",
    "−",
    "－",
    "/",
    ":",
    " - ",
    "_",
    ".",
    "&#45;",
    "<i></i>",
]
DIGITS = ["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "⓪①②③④⑤⑥⑦⑧⑨"]
SCHEDULES = [
    "GS",
    "gs",
    "G.S.",
    "ＧＳ",
    "G S",
    "General Schedule",
    "GS-0343",
    "grade",
    "Grade level",
]
FRAMES = [
    "The position is {}.",
    "If anyone looks, the position would be {}, as the decision of the agency says.",
    "The employee asks for {} and should have it.",
    "Your work is plainly {} work",
    "{}",
    "The evaluation stands at GS-11. Or rather {}!",
    "The drafts are unread (so {}).",
    "Two facts point to {}; the rest is silence.",
    "**{}**",
    "See [{}](http://x.example) for the grade.",
    "The grade of the position, all things considered, is {}.",
]


def visible(text: str) -> str:
    """The text as an eye takes it in: compatibility forms, without what cannot be seen."""
    plain = unicodedata.normalize("NFKD", text.replace("\n", " / "))
    seen = (c for c in plain if unicodedata.category(c) not in {"Cf", "Cc", "Mn", "Me"})
    return "".join(
        str(unicodedata.decimal(c)) if unicodedata.category(c) == "Nd" else c for c in seen
    ).lower()


def numbers(text: str) -> set[int]:
    """Every run of digits in a text, thousands separators aside."""
    joined = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", visible(text))
    return {int(run) for run in re.findall(r"\d+", joined)}


def statements(reviewed: Reviewed) -> str:
    return "\n".join([one.text for one in reviewed.claims] + [reviewed.summary])


@st.composite
def spelled_grades(draw: st.DrawFn) -> tuple[int, str]:
    """A forbidden grade in one of the ways it can be written."""
    number = draw(st.sampled_from(sorted(FORBIDDEN)))
    if draw(st.booleans()):
        digits = draw(st.sampled_from(DIGITS))
        written = "".join(digits[int(d)] for d in str(number))
    else:
        written = FORBIDDEN[number]
        if draw(st.booleans()):
            cut = draw(st.integers(1, len(written) - 1))
            written = f"{written[:cut]}{draw(st.sampled_from(['-', ' ', '_', '']))}{written[cut:]}"
    hidden = draw(st.sampled_from(HIDDEN))
    place = draw(st.integers(0, len(written)))
    written = written[:place] + hidden + written[place:]
    schedule = draw(st.sampled_from(["", *SCHEDULES]))
    dash = draw(st.sampled_from(DASHES)) if schedule else ""
    return number, f"{schedule}{dash}{written}"


@QUICK
@given(spelled_grades(), st.sampled_from(FRAMES), st.sampled_from(["for", "context", "reason"]))
def test_no_spelling_of_an_unknown_grade_is_shown(
    grade: tuple[int, str], frame: str, side: str
) -> None:
    number, written = grade
    text = frame.format(written)
    drafted = DraftClaim(side=side, text=text, quotes=[GOOD])  # type: ignore[arg-type]
    reviewed = review(drafted, summary=text)
    shown = everything_shown(reviewed)
    assert number not in numbers(shown), (text, shown)
    letters = re.sub(r"[^a-z]", "", visible(shown))
    assert FORBIDDEN[number] not in letters, (text, shown)
    assert reviewed.removed


TOKENS = [
    *["GS", "GS-", "grade", "grades", "level", "Level 2-5", "2-5", "Factor 2", "points", "percent"],
    *["15", "14", "4,480", "2,755", "2755", "650", "450", "9999", "1", "5", "23", "19", "2014"],
    *["fifteen", "fourteen", "nine", "five", "one", "twenty", "thousand", "hundred", "dozen"],
    *["is", "are", "at", "of", "a", "the", "and", "not", "if", "would", "should", "be", "that"],
    *["credited", "met", "meets", "warrants", "asks for", "believes", "decision", "OPM", "there"],
    *["you", "your position", "the position", "current", "next", "total", "days", "on March 3,"],
    *["C-0000-99-01", "harbor-guide#1", "p.", "page", "$", "%", "“", "”", '"', "'", "(", ")"],
    *[
        ".",
        ",",
        ";",
        ":",
        "-",
        "–",
        "/",
        "!",
        "\n",
        "\n\n",
        "# ",
        "> ",
        "* ",
        "1. ",
        "**",
        "`",
        "|",
    ],
    *["[3]", "[", "](", "http://x.example", "<b>", "</b>", "&#49;", "&lt;", "\\", "_", "~~"],
    *["\u200b", "\u202e", "\x1b[31m", "\x1b]0;t\x07", "\x00", "\u2028", "½", "³", "⑮", "Ⅻ", "🙂"],
]
ALLOWED = (
    numbers(EVALUATION.model_dump_json())
    | numbers(CASE.model_dump_json())
    | numbers(RAISED.model_dump_json())
    | numbers(" ".join((GOOD.quote, *GUIDE_5.heading, GUIDE_5.title)))
    | {int(one.page or 0) for one in PACK.passages}
    | {RAISED.total - EVALUATION.total}
    | set(range(10))
    | {99}  # of the decision's number, C-0000-99-01
)


@QUICK
@given(
    st.lists(st.sampled_from(TOKENS), min_size=1, max_size=24),
    st.sampled_from(["", " ", " "]),
    st.sampled_from(["for", "against", "requires", "context"]),
)
def test_no_figure_is_shown_that_no_source_gives(tokens: list[str], joint: str, side: str) -> None:
    text = joint.join(tokens)
    drafted = DraftClaim(side=side, text=text, quotes=[GOOD])  # type: ignore[arg-type]
    shown = statements(review(drafted, summary=text))
    assert numbers(shown) <= ALLOWED, (text, shown)
    for found in re.findall(r"\b(?:gs|g\.s\.?|grade)[\s:#-]*0*(\d+)", visible(shown)):
        assert int(found) in KNOWN_GRADES | {999}, (text, shown)
    for unknown in FORBIDDEN.values():
        assert unknown not in visible(shown), (text, shown)


ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=80)


@QUICK
@given(
    st.lists(st.one_of(ANY_TEXT, st.sampled_from(TOKENS)), max_size=8).map(" ".join),
    ANY_TEXT,
    ANY_TEXT,
)
def test_nothing_that_acts_on_a_screen_is_shown(text: str, quote: str, identity: str) -> None:
    reviewed = review(
        claim(text, GOOD), claim("Words.", DraftQuote(passage=identity, quote=quote)), summary=text
    )
    shown = everything_shown(reviewed).replace("\n", "")
    for character in shown:
        assert unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co"}, (text, shown)
    for mark in ("<", ">", "[", "]", "`", "*", "~~", "\\", "|", "://"):
        assert mark not in shown, (text, shown)


@QUICK
@given(st.lists(st.sampled_from(TOKENS), min_size=1, max_size=16).map(" ".join))
def test_what_was_shown_once_may_be_shown_again(text: str) -> None:
    first = review(claim(text, GOOD))
    for one in first.claims:
        again = review(claim(one.text, GOOD))
        assert [shown.text for shown in again.claims] == [one.text]
        assert again.removed == ()
