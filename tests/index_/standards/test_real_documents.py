"""Real standards and guides: levels whole, from the PDF and from the text of its pages alike."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from core.errors import DocumentError
from tests.index_.standards.test_reading import plain, read

pytestmark = pytest.mark.corpus


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
