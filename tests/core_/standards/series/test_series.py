"""The list of series, against every list in the Handbook of Occupational Groups and Families."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import InputError
from core.standards import series

HEADS = re.compile(
    r"^(Handbook of Occupational|\*Classification|U\.S\. Office|Introduction to the)"
)
ENTRY = re.compile(r"(.*?)\s*(?:\.{2,}|(?<=\*))\s*(\d{4})(?!\d)")
MARKS = {"none": 0, "standard": 1, "flysheet": 2, "family": 3}
OUTLINE, DEFINED, BY_NAME = range(12, 18), range(18, 125), range(125, 130)
LEFT_OUT_BY_NAME = {"0958", "1521", "1541"}


@pytest.fixture(scope="module")
def handbook(corpus: Path) -> dict[int, list[str]]:
    return _pages(corpus / "standards" / "occupational-handbook.pdf")


@pytest.fixture(scope="module")
def appendix(corpus: Path) -> dict[int, list[str]]:
    return _pages(corpus / "standards" / "introduction-to-position-classification.pdf")


def _pages(path: Path) -> dict[int, list[str]]:
    import pypdfium2

    pages: dict[int, list[str]] = {}
    for page in pypdfium2.PdfDocument(path):
        text = re.sub("[\u2010-\u2015\u2212]", "-", page.get_textpage().get_text_range())
        text = text.replace("\u2019", "'")
        (number,) = set(
            re.findall(r"^U\.S\. Office of Personnel Management (\d+)", text, re.MULTILINE)
        )
        rows = [" ".join(row.split()) for row in text.splitlines()]
        pages[int(number)] = [row for row in rows if row and not HEADS.match(row)]
    return pages


def _rows(pages: dict[int, list[str]], numbers: range) -> Iterator[tuple[int, str]]:
    for number in numbers:
        for row in pages[number]:
            yield number, row


def plain(title: str) -> str:
    """Return a title's words alone: no marks, no word for series or group."""
    text = title.lower().replace("&", "and").partition("(not elsewhere")[0]
    return " ".join(re.sub(r"[^a-z/']+|\b(series|group|family)\b", " ", text).split())


def headed(pages: dict[int, list[str]], numbers: range) -> dict[str, tuple[int, str]]:
    """Return page and title of every heading of a code, a dash and a title."""
    found: dict[str, tuple[int, str]] = {}
    last = ""
    for page, row in _rows(pages, numbers):
        if match := re.fullmatch(r"(\d{4})\s*-\s*(.+)", row):
            last = match[1]
            found[last] = (page, match[2])
        elif last and re.search(r"(Series|GROUP|FAMILY)\s*\**$", row):
            title = found[last][1]
            if not re.search(r"(Series|GROUP|FAMILY)\s*\**$", title):
                found[last] = (found[last][0], f"{title} {row}")
            last = ""
        else:
            last = ""
    return found


def listed(pages: dict[int, list[str]], numbers: range) -> Iterator[tuple[str, str, str]]:
    """Yield group, code and title of the entries of a list with leaders, in order."""
    group = held = ""
    for _, row in _rows(pages, numbers):
        if match := re.fullmatch(r"(\d{4})\s*-\s*(.+)", row):
            group, held = match[1], ""
            continue
        end = 0
        for match in ENTRY.finditer(row):
            yield group, match[2], f"{held} {match[1]}".strip()
            held, end = "", match.end()
        rest = row[end:].strip()
        held = "" if rest == "Code" else f"{held} {rest}".strip()


@pytest.mark.corpus
def test_every_definition_has_its_code_title_page_and_mark(handbook: dict[int, list[str]]) -> None:
    found = headed(handbook, DEFINED)
    shipped = {one.code: one for one in series.all_series() if one.defined}
    assert {code for code in found if not code.endswith("00")} == set(shipped)
    for code, one in shipped.items():
        page, title = found[code]
        assert (one.page, plain(one.title)) == (str(page), plain(title)), code
        assert MARKS[one.issued] == title.count("*"), code


@pytest.mark.corpus
def test_the_outline_lists_the_same_under_the_same_groups(handbook: dict[int, list[str]]) -> None:
    found = list(listed(handbook, OUTLINE))
    shipped = [one for one in series.all_series() if one.status == "in_use"]
    assert [(g, c) for g, c, _ in found] == [(one.group, one.code) for one in shipped]
    for (_, code, title), one in zip(found, shipped, strict=True):
        assert plain(title) == plain(one.title), code
        if title.count("*") != MARKS[one.issued]:
            assert "by the outline" in one.differences, code


@pytest.mark.corpus
def test_the_list_by_name_has_the_same_titles(handbook: dict[int, list[str]]) -> None:
    found = {code: title for _, code, title in listed(handbook, BY_NAME)}
    shipped = {one.code: one for one in series.all_series() if one.status == "in_use"}
    assert set(shipped) - set(found) == LEFT_OUT_BY_NAME
    assert {code for code in found if not code.endswith("00")} <= set(shipped)
    for code, one in shipped.items():
        if code in LEFT_OUT_BY_NAME:
            assert "list by name leaves it out" in one.differences
        elif plain(found[code]).removeprefix("code ") != plain(one.title):
            assert found[code].rstrip("*").removesuffix(" Series") in one.differences, code
        else:
            marks = found[code].count("*")
            assert marks == MARKS[one.issued] or "by the list by name" in one.differences, code


@pytest.mark.corpus
def test_the_contents_give_the_pages_of_groups_and_families(handbook: dict[int, list[str]]) -> None:
    text = " ".join(row for _, row in _rows(handbook, range(1, 3)))
    contents = {
        code: (plain(title), page)
        for code, title, page in re.findall(r"(\d{4}) - (\D+?)\s*\.{3,}\s*(\d+)", text)
    }
    shipped = {g.code: (plain(g.title), g.page) for g in (*series.groups(), *series.families())}
    assert shipped == contents
    bodies = headed(handbook, range(18, 201))
    assert {code: page for code, (page, _) in bodies.items() if code in shipped} == {
        code: int(page) for code, (_, page) in shipped.items()
    }


@pytest.mark.corpus
def test_series_for_one_agency_and_cancelled_ones(handbook: dict[int, list[str]]) -> None:
    restricted = [one for one in series.all_series() if one.status == "restricted"]
    rows = {
        match[1]: page
        for page, row in _rows(handbook, range(5, 7))
        if (match := re.match(r"(\d{4}) [PATCO] ", row))
    }
    assert rows == {one.code: int(one.page) for one in restricted}
    for one in restricted:
        assert plain(one.title) in plain(" ".join(handbook[int(one.page)])), one.code
    text = {page: " ".join(handbook[page]) for page in (7, 8)}
    cancelled = {
        (code, plain(title), str(page))
        for page, rows_ in text.items()
        for code, title in re.findall(r"(\d{4}) ((?:(?!\d{4}).)+?) Cancels this series", rows_)
        if code < series.FIRST_TRADE
    }
    assert {
        (one.code, plain(one.title), one.page) for one in series.cancelled_series()
    } == cancelled


@pytest.mark.corpus
def test_every_difference_of_title_with_the_two_grade_list_is_told(
    appendix: dict[int, list[str]],
) -> None:
    for page in range(26, 35):
        for row in appendix[page]:
            match = re.fullmatch(r"(\d{4}) (.+)", row)
            if match is None:
                continue
            one, title = series.find_series(match[1]), plain(match[2])
            if one is None:
                assert match[1] == "0249"
            elif title not in (plain(one.title), plain(one.title).removesuffix(" sciences")):
                assert f"(p. {page})" in one.differences, one.code
    (added,) = [one for one in series.all_series() if one.status == "added"]
    assert any(row.startswith("1560 Data Science") for row in appendix[int(added.page)])


def test_what_is_said_of_intervals() -> None:
    assert series.pattern("0343") == series.Pattern("two", "27", listed=True)
    assert series.pattern("0025") == series.Pattern("both", "26", listed=True)
    assert series.pattern("0318") == series.Pattern("one", "26", listed=False)
    known = {one.code for one in series.all_series()}
    listed_codes = {one for code in range(3000) if series.grade_interval(one := f"{code:04}")}
    assert listed_codes - known == {"0249"}


def test_a_series_is_found_however_it_is_written() -> None:
    for text in ("80", "080", "0080", "GS-0080", "gs 80", " GL-080 "):
        assert series.series_code(text) == "0080"
    for text in ("", "security", "00800", "0080-11", "\u0663\u0664\u0663"):
        with pytest.raises(InputError, match="is not a series"):
            series.series_code(text)


def test_groups_and_differences_are_of_series_that_exist() -> None:
    for one in (*series.all_series(), *series.cancelled_series()):
        group = series.group_of(one.code)
        assert group is not None
        assert group.code == one.group
    assert series.find_series("0249") is None
    assert series.group_of("4749") in series.families()
    assert not {g.code for g in series.families()} & {g.code for g in series.groups()}
