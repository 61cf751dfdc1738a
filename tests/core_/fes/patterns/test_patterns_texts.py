"""The ledger of disagreements says of the lists of series what the lists say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.standards.series import grade_interval

LEDGER = Path(__file__).resolve().parents[4] / "docs" / "disagreements.md"
APPENDIX = range(26, 35)
OUTLINE = range(12, 18)
DEFINITIONS = range(18, 125)
BY_NAME = range(125, 130)
HEADS = re.compile(
    r"^(Introduction to the Pos|Handbook of Occ|\*Classification|U\.S\. Office|Series Code|"
    r"\* Series include|APPENDIX|LIST OF|A TWO-GRADE)"
)


@pytest.fixture(scope="module")
def introduction(corpus: Path) -> dict[int, list[str]]:
    return lines(corpus / "standards" / "introduction-to-position-classification.pdf")


@pytest.fixture(scope="module")
def groups(corpus: Path) -> dict[int, list[str]]:
    return lines(corpus / "standards" / "occupational-handbook.pdf")


def lines(path: Path) -> dict[int, list[str]]:
    """Return the lines of each page by its printed number, without heads and feet."""
    import pypdfium2

    pages: dict[int, list[str]] = {}
    for page in pypdfium2.PdfDocument(path):
        text = re.sub("[\u2010-\u2015\u2212]", "-", page.get_textpage().get_text_range())
        (number,) = set(
            re.findall(r"^U\.S\. Office of Personnel Management (\d+)", text, re.MULTILINE)
        )
        rows = [row.strip() for row in text.splitlines()]
        pages[int(number)] = [row for row in rows if row and not HEADS.match(row)]
    return pages


def plain(title: str) -> str:
    return re.sub(r"[^a-z]+", " ", re.sub(r"series\b|\*", "", title.lower())).strip()


def appendix(pages: dict[int, list[str]]) -> dict[str, tuple[int, str]]:
    """Return page and title of every series of Appendix 1."""
    found: dict[str, tuple[int, str]] = {}
    for page in APPENDIX:
        last = untitled = ""
        for row in pages[page]:
            if match := re.fullmatch(r"(\d{4})(?: (.+))?", row):
                last = match[1]
                found[last] = (page, match[2] or "")
                untitled = untitled if match[2] else last
            elif untitled or (last and found[last][1].endswith("Biological")):
                # A title on a line of its own belongs to the code before it that has none.
                code = untitled or last
                found[code] = (page, f"{found[code][1]} {row}".strip())
                untitled = ""
    return found


def coded(pages: dict[int, list[str]], numbers: range, pattern: str) -> Iterator[tuple[str, int]]:
    for page in numbers:
        for row in pages[page]:
            for code in re.findall(pattern, row):
                if not code.endswith("00"):
                    yield code, page


def definitions(pages: dict[int, list[str]]) -> dict[str, str]:
    found = {}
    for page in DEFINITIONS:
        for row in pages[page]:
            match = re.fullmatch(r"(\d{4})\s*-\s*(.+)", row)
            if match and not match[1].endswith("00"):
                found[match[1]] = match[2]
    return found


def ledger_tables() -> list[list[list[str]]]:
    """Return the rows of the tables under the entry on series, cell by cell."""
    text = LEDGER.read_text("utf-8")
    entry = text.partition("Which series exist")[2].partition("\n### ")[0]
    found = []
    for block in entry.split("\n\n"):
        rows = [row for row in block.splitlines() if row.startswith("|")]
        if rows:
            found.append([[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]])
    return found


@pytest.mark.corpus
def test_codes_of_appendix_1_that_the_groups_do_not_have(
    introduction: dict[int, list[str]], groups: dict[int, list[str]]
) -> None:
    listed = appendix(introduction)
    outline = dict(coded(groups, OUTLINE, r"(?<=[. ])\d{4}(?=\s|$)"))
    missing = {code for code in listed if code not in outline and code not in definitions(groups)}
    (first, _, _) = ledger_tables()
    assert {row[0] for row in first} == missing
    for code, said, _ in first:
        page, title = listed[code]
        assert said.startswith(f"p. {page}, ")
        assert plain(said.partition(", ")[2]) == plain(title)
    anywhere = {
        code: [page for page, rows in groups.items() if any(code in row.split() for row in rows)]
        for code in missing
    }
    assert anywhere == {"0249": [], "0570": [5], "0935": [5], "1560": []}
    assert outline["1849"] == 17
    assert "1849" in definitions(groups)
    assert "1849" not in listed


@pytest.mark.corpus
def test_codes_missing_from_one_of_the_groups_own_lists(
    introduction: dict[int, list[str]], groups: dict[int, list[str]]
) -> None:
    outline = set(dict(coded(groups, OUTLINE, r"(?<=[. ])\d{4}(?=\s|$)")))
    defined = set(definitions(groups))
    named = set(dict(coded(groups, BY_NAME, r"(\d{4})$")))
    assert len(outline) > 390
    (_, second, _) = ledger_tables()
    undefined, unnamed = ({code.strip() for code in row[0].split(",")} for row in second)
    assert undefined == outline - defined
    assert unnamed == outline - named
    assert defined <= outline
    assert named <= outline


@pytest.mark.corpus
def test_names_that_differ_for_one_code(
    introduction: dict[int, list[str]], groups: dict[int, list[str]]
) -> None:
    listed = appendix(introduction)
    titles = definitions(groups)
    # 0017 has no definition; the outline prints its name.
    (titles["0017"],) = (row.partition("..")[0] for row in groups[12] if row.endswith("0017"))
    differing = {
        code
        for code, (_, title) in listed.items()
        if code in titles and plain(title) != plain(titles[code])
    }
    (_, _, third) = ledger_tables()
    assert {row[0] for row in third} == differing
    for code, ours, theirs in third:
        assert plain(ours.partition(",")[0]) in plain(listed[code][1])
        assert plain(re.split(r" \(|,(?! Inv| Enf| and)", theirs)[0]) == plain(titles[code])
    assert plain(listed["0633"][1]) == plain(listed["0631"][1]) == "occupational therapy"
    assert any(row == "0633 Physical Therapy Series" for row in introduction[36])


@pytest.mark.corpus
def test_the_core_takes_the_interval_from_appendix_1(introduction: dict[int, list[str]]) -> None:
    for code, (page, _) in appendix(introduction).items():
        interval = grade_interval(code)
        assert interval is not None
        assert interval.page == str(page)
    for code in ("1849", "0347", "0083"):
        assert grade_interval(code) is None


@pytest.mark.corpus
def test_there_are_twenty_three_groups(groups: dict[int, list[str]], corpus: Path) -> None:
    heads = {
        match[1]
        for page in OUTLINE
        for row in groups[page]
        if (match := re.match(r"(\d{2})00 - [A-Z]", row))
    }
    assert heads == {f"{number:02d}" for number in range(23)}
    handbook = lines(corpus / "standards" / "classifier-handbook.pdf")
    assert any("twenty-two broad occupational" in row for row in handbook[30])


def test_every_entry_says_what_the_core_does_and_why() -> None:
    entries = re.split(r"\n### ", LEDGER.read_text("utf-8"))[1:]
    assert [entry.partition(".")[0] for entry in entries] == [
        str(number) for number in range(1, len(entries) + 1)
    ]
    for entry in entries:
        assert "- **The core** " in entry, entry[:60]
        assert re.search(r"\bp(p)?\. \d|opening statement|CFR|determination", entry), entry[:60]


def test_every_module_the_ledger_names_is_there() -> None:
    text = LEDGER.read_text("utf-8")
    names = set(re.findall(r"`(core/[a-z_/.]+)`", text))
    assert len(names) > 8
    for name in names:
        assert (LEDGER.parents[1] / name).exists(), name
