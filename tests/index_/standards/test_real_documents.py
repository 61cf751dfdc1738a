"""Real standards and guides: levels whole, from the PDF and from the text of its pages alike."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from core.errors import DocumentError
from core.standards.catalog import load_table
from index.documents import formats as parsers
from index.standards.record import ReadStandard
from tests.index_.standards.bringing_in import codes, plain, read

pytestmark = pytest.mark.corpus
STANDARDS = Path(__file__).resolve().parents[3] / "core" / "standards" / "data"


def as_captured(path: Path, between: str) -> bytes:
    """Return the text of a PDF as a page reader hands it on, heads and feet of pages included."""
    pages = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in pages]
    return between.join(text.replace("\r\n", "\n") for text in texts).encode()


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("administrative-analysis-guide", 29),
        ("general-schedule-supervisory-guide", 33),
        ("introduction-to-position-classification", 45),
    ],
)
@pytest.mark.parametrize("between", ["\f", "\n"])
def test_a_real_document_reads_the_same_from_its_text(
    corpus: Path, name: str, count: int, between: str
) -> None:
    path = corpus / "standards" / f"{name}.pdf"
    printed = read(path, path.read_bytes())
    captured = read(Path(f"{name}.txt"), as_captured(path, between))
    levels = [
        {
            one.level: (one.points, plain(one.text))
            for factor in held.factors
            for one in factor.levels
        }
        for held in (printed, captured)
    ]
    assert len(levels[0]) == count
    assert levels[0] == levels[1]


def test_the_analysis_guide_is_read_whole(corpus: Path) -> None:
    path = corpus / "standards" / "administrative-analysis-guide.pdf"
    guide = read(path, path.read_bytes())
    assert guide.combined is not None
    assert len(guide.combined.cells) == 16
    pages = {one.levels["1"]: one.page for one in guide.examples if "1" in one.levels}
    assert len(guide.examples) == 27
    assert pages == {"1-6": "6", "1-7": "8", "1-8": "9"}
    assert {one.code for one in guide.doubts} == {"ladder-stops"}


def test_a_matrix_of_specialties_stands_in_no_level(corpus: Path) -> None:
    path = corpus / "standards" / "gs0200-hr-management.pdf"
    for factor in read(path, path.read_bytes()).factors:
        for level in factor.levels:
            assert "Illustration(s)" not in level.text, level.level
            assert not level.text.startswith("Human Resources"), level.level


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("positions/general-engineer-gs-0801-13.pdf", "position description"),
        ("positions/innovation-specialist-gs-0301-13.txt", "position description"),
        ("standards/cybersecurity-positions-guidance.pdf", "guidance document"),
        ("regulations/5-cfr-511.txt", "regulation"),
    ],
)
def test_what_is_no_standard_is_refused_by_what_it_is(corpus: Path, name: str, said: str) -> None:
    path = corpus / name
    with pytest.raises(DocumentError, match=said):
        read(path, path.read_bytes())


def bundled(standard_id: str, edition: str) -> dict[str, object]:
    text = (STANDARDS / standard_id / f"{edition}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def real(corpus: Path, name: str) -> ReadStandard:
    path = corpus / "standards" / f"{name}.pdf"
    return read(path, path.read_bytes())


@pytest.mark.parametrize(
    ("name", "standard_id", "edition"),
    [
        ("gs0200-hr-management", "gs-0200", "2000-12"),
        ("introduction-to-position-classification", "fes-primary", "2009-08"),
        ("general-schedule-supervisory-guide", "gssg", "1998-04"),
    ],
)
def test_a_real_document_agrees_with_its_digest(
    corpus: Path, name: str, standard_id: str, edition: str
) -> None:
    standard = real(corpus, name)
    ours: dict = bundled(standard_id, edition)  # type: ignore[type-arg]
    assert (standard.id, standard.edition_id) == (standard_id, edition)
    got = {
        str(one.key): [(level.level, level.points or None, level.page) for level in one.levels]
        for one in standard.factors
    }
    wanted = {
        str(one["factor"]): [
            (level["level"], level.get("points"), level["page"]) for level in one["levels"]
        ]
        for one in ours["factors"]
    }
    assert got == wanted
    ranges = [(one.grade, one.min, one.max, one.page) for one in standard.conversion]
    assert ranges == [
        (one["grade"], one["min"], one.get("max"), one["page"])
        for one in sorted(ours["conversion"], key=lambda one: int(one["grade"]))
    ]
    # The digest bears out where the ladders end; the document does not say it.
    assert codes(standard) <= {"ladder-stops"}
    assert all(len(level.text) > 10 for factor in standard.factors for level in factor.levels)


def test_the_real_chart_agrees_with_its_digest(corpus: Path) -> None:
    chart = real(corpus, "gs0200-hr-management").combined
    ours = load_table("gs-0200").chart
    assert chart is not None
    assert ours is not None
    assert {cell.levels: (cell.points, cell.unlikely) for cell in chart.cells} == {
        parts: (row.points, row.unlikely) for parts, row in ours.cells.items()
    }


def test_every_word_of_a_real_level_stands_in_the_document(corpus: Path) -> None:
    document = parsers.parse(corpus / "standards" / "gs0200-hr-management.pdf")
    standard = real(corpus, "gs0200-hr-management")
    for factor in standard.factors:
        for level in factor.levels:
            for part in level.text.split("\n\n"):
                assert part in document.text
    examples = [one for one in standard.examples if one.kind == "illustration"]
    assert len(examples) == 76
    assert not any(one.text in level.text for one in examples
                   for factor in standard.factors for level in factor.levels)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("gs0301-misc-admin-program", "multiseries guide"),
        ("gs0340-program-management", "Administrative Analysis Grade Evaluation Guide"),
        ("gs0343-management-program-analysis", "Administrative Analysis Grade Evaluation Guide"),
        ("classifier-handbook", "sets no grades"),
        ("occupational-handbook", "sets no grades"),
    ],
)
def test_real_documents_that_grade_nothing_are_refused(corpus: Path, name: str, said: str) -> None:
    with pytest.raises(DocumentError, match=said):
        real(corpus, name)
