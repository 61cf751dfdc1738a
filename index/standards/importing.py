"""Official documents into standards: the text of a document read into a scoring standard.

The document's own words are kept: every level with its points, its text and the printed pages
it stands on, the illustrations and benchmark positions apart from them, the conversion table
and the chart for Factors 6 and 7. What is doubtful is listed for a person to confirm.
"""

from __future__ import annotations

from index.models import Document
from index.standards.reading import Values, read
from index.standards.record import Doubt, ReadStandard

__all__ = ["Doubt", "ReadStandard", "Values", "read_standard"]


def read_standard(document: Document, values: Values) -> ReadStandard:
    """Read a standard from a document as a parser gives it.

    Args:
        document: what :func:`index.documents.formats.parse` returned.
        values: the point values that what is printed is held against.

    Raises:
        DocumentError: it is no standard, or grades nothing: the message says what it is and,
            for a flysheet, where it sends the classifier.
    """
    return read(document, values)
