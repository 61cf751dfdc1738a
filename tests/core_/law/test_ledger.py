"""The ledger of disagreements: whole, checkable, and true to the pages it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
LEDGER = (ROOT / "docs" / "disagreements.md").read_text(encoding="utf-8")
ENTRIES = {
    int(number): text
    for number, text in re.findall(
        r"^### (\d+)\. (.*?)(?=^###? |\Z)", LEDGER, re.MULTILINE | re.DOTALL
    )
}
FILES = {
    "Introduction": "introduction-to-position-classification.pdf",
    "Handbook": "classifier-handbook.pdf",
    "GSSG": "general-schedule-supervisory-guide.pdf",
    "GS-0301": "gs0301-misc-admin-program.pdf",
    "GS-0200": "gs0200-hr-management.pdf",
    "Groups": "occupational-handbook.pdf",
}

# Entry, document, printed page, and words that must stand there for the entry to hold.
PLACES = [
    (1, "Handbook", 10, "must meet the full intent"),
    (1, "Handbook", 10, r"minimum or .threshold"),
    (2, "Introduction", 17, "an individual FES factor which falls below the lowest"),
    (2, "Handbook", 11, "Using the Primary Standard"),
    (2, "Handbook", 12, "Trainee and Developmental Positions"),
    (3, "Handbook", 16, "Table 3 TECHNICAL WORK"),
    (3, "Handbook", 14, "They show examples only"),
    (4, "Introduction", 9, r"GS.6, GS.8, and GS.10 is not prohibited"),
    (4, "Introduction", 26, "nothing to preclude"),
    (4, "Handbook", 12, "the correct grade for the position"),
    (4, "Handbook", 37, "can be placed at an intermediate grade"),
    (5, "Introduction", 9, r"GS.2 through GS.8"),
    (6, "Handbook", 8, "combined into a matrix chart"),
    (7, "Handbook", 42, "currently under study for possible revision"),
    (7, "Handbook", 42, "In the meantime, guidance"),
    (7, "GSSG", 2, "issued in April 1993"),
    (7, "GSSG", 22, "nonsupervisory duty hours"),
    (7, "GSSG", 22, "at least 50 percent of the duty time"),
    (7, "Handbook", 44, "work done by contractors"),
    (8, "GSSG", 21, "constitutes 25 percent or more of the workload"),
    (8, "GSSG", 22, "at or above the base level credited"),
    (9, "GSSG", 8, "includes major nonsupervisory duties"),
    (9, "Introduction", 18, "at least 25 percent of the employee's time"),
    (9, "Handbook", 40, "apply equally to supervisory and nonsupervisory duties"),
    (10, "Introduction", 18, "would be required in recruiting"),
    (10, "Handbook", 40, "a factor in recruiting"),
    (11, "GS-0301", 3, "paramount qualifications required"),
    (11, "GS-0301", 3, r"GS-0341"),
    (13, "Handbook", 30, "twenty-two broad occupational groups"),
    (14, "Introduction", 72, "beginning of the fourth pay period"),
    (14, "Introduction", 72, "unless a later date is specified in the decision"),
    (15, "Introduction", 57, "standard prescribes position titles"),
    (15, "Introduction", 59, "negotiated grievance procedures"),
    (18, "Introduction", 61, "whichever is later"),
    (20, "Introduction", 61, "must not be eligible for retained grade or pay"),
    (21, "Introduction", 72, "the reasons for the reclassification"),
    (22, "Introduction", 67, "entitled to retained grade or pay"),
    (16, "Introduction", 65, "within 45 calendar days of the date of the decision"),
]
IN_THE_DECISION = [
    (1, "Grade determination", "an equally important aspect that meets a higher level balances"),
    (14, "Introduction", "the sixth pay period after the date of this decision"),
    (25, "Series", "40 percent of his time on physical security"),
    (25, "Series", "supervisor estimates the appellant spends 35 percent"),
    (25, "Factor 8", "which he estimates occupying 35 percent of his time"),
]


def test_every_entry_says_what_the_core_does_and_why() -> None:
    assert list(ENTRIES) == list(range(1, len(ENTRIES) + 1))
    for number, text in ENTRIES.items():
        assert "**The core**" in text, number
        # How many groups there are decides nothing, so there is no reason to give.
        assert "**Why:**" in text or number == 13, number
        assert re.search(r"\bp\. \d+|\bpp\. \d+|CFR \d+|decision|C-0080-11-02", text), number


def test_every_file_the_ledger_names_is_there() -> None:
    named = set(re.findall(r"`(core/[^`]+)`", LEDGER))
    assert len(named) > 8
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


@pytest.fixture(scope="module")
def pages(corpus: Path) -> dict[str, list[str]]:
    """The text of each document, page by page; a printed page's number is its place."""
    import pypdfium2

    found: dict[str, list[str]] = {}
    for name in {document for _, document, *_ in PLACES}:
        pdf = pypdfium2.PdfDocument(corpus / "standards" / FILES[name])
        found[name] = [
            re.sub(r"\s+", " ", page.get_textpage().get_text_range()).replace("\u2019", "'")
            for page in pdf
        ]
    return found


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("entry", "document", "page", "words"), PLACES, ids=lambda part: str(part)[:40]
)
def test_the_page_says_what_the_entry_rests_on(
    pages: dict[str, list[str]], entry: int, document: str, page: int, words: str
) -> None:
    assert re.search(words, pages[document][page - 1]), (entry, document, page)
    assert re.search(rf"(\D|^){page}(\D|$)", ENTRIES[entry])
    assert document in ENTRIES[entry] or (document == "GS-0301" and "flysheet" in ENTRIES[entry])


@pytest.mark.corpus
@pytest.mark.parametrize(("entry", "part", "words"), IN_THE_DECISION)
def test_the_decision_says_what_the_entry_rests_on(
    corpus: Path, entry: int, part: str, words: str
) -> None:
    text = (corpus / "decisions" / "C-0080-11-02.txt").read_text(encoding="utf-8")
    assert words in " ".join(text.split())
    assert "C-0080-11-02" in ENTRIES[entry]
