"""The Primary Standard as data against the printed one, read again from OPM's own PDF."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.fes import derivation
from core.standards.catalog import load_table
from core.standards.model import Standard
from core.standards.reading import load_standard
from core.standards.series import grade_interval

pytestmark = pytest.mark.corpus

INTRODUCTION = "introduction-to-position-classification.pdf"
HANDBOOK = "classifier-handbook.pdf"
FOOTER = re.compile(r"^U\.S\. Office of Personnel Management (\d{1,2})$", re.MULTILINE)


def printed_pages(path: Path) -> dict[str, str]:
    """Return the text of each page by its printed number, dashes folded to hyphens."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    pages: dict[str, str] = {}
    for page in document:
        text = page.get_textpage().get_text_range().replace("\r\n", "\n")
        text = re.sub("[\u2010-\u2015\u2212\u23af]", "-", text)
        numbers = FOOTER.findall(text)
        assert len(numbers) == 1, text[:200]
        pages[numbers[0]] = text
    return pages


@pytest.fixture(scope="module")
def introduction(corpus: Path) -> dict[str, str]:
    return printed_pages(corpus / "standards" / INTRODUCTION)


@pytest.fixture(scope="module")
def handbook(corpus: Path) -> dict[str, str]:
    return printed_pages(corpus / "standards" / HANDBOOK)


@pytest.fixture(scope="module")
def standard() -> Standard:
    return load_standard("fes-primary")


def test_all_45_levels_with_points_and_page(
    introduction: dict[str, str], standard: Standard
) -> None:
    printed = {
        (match[1], int(match[2].replace(",", "")), page)
        for page, text in introduction.items()
        for match in re.finditer(r"Level\s+(\d-\d)\s*-\s*([\d,]+)\s+points", text)
    }
    ours = {
        (level.level, level.points, level.page)
        for factor in standard.factors
        for level in factor.levels
    }
    assert len(printed) == 45
    assert ours == printed


def test_factor_names_and_pages(introduction: dict[str, str], standard: Standard) -> None:
    printed = {
        (int(match[1]), match[2].strip(), page)
        for page, text in introduction.items()
        for match in re.finditer(r"^FACTOR (\d), ([A-Z ]+)$", text, re.MULTILINE)
    }
    ours = {(factor.factor, factor.name.upper(), factor.page) for factor in standard.factors}
    assert len(printed) == 9
    assert ours == printed


def test_conversion_table(introduction: dict[str, str], standard: Standard) -> None:
    text = introduction["56"].partition("GRADE CONVERSION TABLE")[2]
    printed = [
        (int(grade), int(low), None if high == "up" else int(high))
        for grade, low, high in re.findall(r"^(\d+) (\d+)-(\d+|up)", text, re.MULTILINE)
    ]
    assert len(printed) == 15
    assert [(row.grade, row.min, row.max) for row in standard.conversion] == printed
    assert {row.page for row in standard.conversion} == {"56"}


def test_aspects_stand_on_the_pages_of_their_level(
    introduction: dict[str, str], standard: Standard
) -> None:
    for factor in standard.factors:
        for level in factor.levels:
            start = f"Level {level.level} - {level.points} points"
            end = next(
                (
                    page
                    for page, text in introduction.items()
                    if int(page) > int(level.page)
                    and re.match(r"(?s).*?(Level \d-\d - |FACTOR \d,|GRADE CONV)", text)
                ),
                None,
            )
            assert start in re.sub(r"[ ]+", " ", introduction[level.page])
            for aspect in level.aspects:
                # 6-4 is asked to be essential by the factor's own introduction, a page earlier.
                first = int(factor.page if aspect.key == "essential" else level.page)
                assert first <= int(aspect.page) <= int(end or level.page), aspect.id


def test_digests_are_our_own_words(introduction: dict[str, str], standard: Standard) -> None:
    def words(text: str) -> list[str]:
        return re.findall(r"[a-z0-9]+", text.lower())

    run = 10
    official = words(" ".join(introduction[str(page)] for page in range(42, 57)))
    shingles = {tuple(official[i : i + run]) for i in range(len(official) - run + 1)}
    for factor in standard.factors:
        texts = [factor.measures]
        for level in factor.levels:
            texts += [level.summary, *(aspect.text for aspect in level.aspects)]
        for text in texts:
            ours = words(text)
            shared = [
                ours[i : i + run]
                for i in range(len(ours) - run + 1)
                if tuple(ours[i : i + run]) in shingles
            ]
            assert not shared, text


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (derivation.FULL_INTENT, "full intent of a factor level"),
        (derivation.POINTS_AS_PRINTED, "Do not extrapolate or interpolate"),
        (derivation.ADD_AND_CONVERT, "convert the total point value"),
        (derivation.BORDERLINE, "Borderline Total Points"),
        (derivation.EVEN_GRADE, "Even Grade Positions in Two Grade Interval Series"),
        (derivation.OVERALL_INTENT, "overall intent"),
        (derivation.DETERMINING_GRADE, "Determining Grade Level"),
    ],
)
def test_every_rule_stands_on_the_page_cited(
    rule: dict[str, str],
    words: str,
    introduction: dict[str, str],
    handbook: dict[str, str],
) -> None:
    pages = handbook if "Handbook" in rule["document"] else introduction
    assert words in re.sub(r"\s+", " ", pages[rule["page"]])


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("primary-standard-alone", "may not be used alone to classify a position"),
        ("primary-standard-alone-how", "select the highest level to which the position factor"),
        ("same-contacts", "same contacts will be evaluated for both"),
    ],
)
def test_every_note_stands_on_the_page_cited(
    code: str, words: str, introduction: dict[str, str], handbook: dict[str, str]
) -> None:
    (note,) = (note for note in load_table("fes-primary").notes if note.code == code)
    pages = handbook if "Handbook" in note.document else introduction
    assert words in re.sub(r"\s+", " ", pages[note.page])


def test_two_grade_interval_series(introduction: dict[str, str]) -> None:
    listed = 0
    for page in range(26, 35):
        text = introduction[str(page)]
        codes = re.findall(r"^(\d{4})(?: (.*))?$", text, re.MULTILINE)
        for code, title in codes:
            interval = grade_interval(code)
            assert interval is not None, code
            assert interval.page == str(page)
            # The asterisk of 0025 stands on a line of its own title, after the next row.
            assert interval.always is not ("*" in title or code == "0025"), code
            listed += 1
    assert listed == 266
    assert grade_interval("0318") is None
    assert grade_interval("343") == grade_interval("0343")
