"""What is read from a standard's document: the core's standard, in the document's own words.

Nothing here is checked or decided: the models are filled as they stand, without validation, and
the file written from them is read and checked by the core before it is kept. ``doubts`` say what
a person has to look at before the standard may score; ``repairs`` say which misprints were read
as what they plainly mean.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, NamedTuple

from core.standards.criteria import Factor, Level
from core.standards.model import Doubt, Standard

FIRST_DAY: Final = date(1949, 10, 28)
"""The day of the Classification Act, taken where a document prints no date."""

ExampleKind = Literal["illustration", "benchmark"]


class Span(NamedTuple):
    """A stretch of text with the printed pages it begins and ends on."""

    text: str
    page: str
    page_end: str


class ReadLevel(Level):
    """One level in the document's words; ``grade`` is set in a guide without points.

    ``points`` is 0 where the document gives none for the level by itself (a combined chart
    does, or nothing does).
    """

    grade: int | None = None


class ReadFactor(Factor):
    """One factor; or a criterion of a guide, with the kind of work it is for if there are several.

    Levels stand lowest first.
    """

    levels: tuple[ReadLevel, ...]
    kind: str = ""

    @property
    def key(self) -> str:
        """Return the factor's number as text."""
        return str(self.factor)

    @property
    def criterion(self) -> str:
        """Return the name without the kind of work it is for."""
        return self.name.removesuffix(f" ({self.kind})") if self.kind else self.name


class ReadStandard(Standard):
    """A standard as its document prints it.

    ``day`` is the date of issue where one is printed. ``undescribed`` are levels the document
    says it does not describe. ``accounts`` tells for every printed page what of the standard
    stands on it.
    """

    factors: tuple[ReadFactor, ...] = ()
    day: date | None = None
    undescribed: tuple[str, ...] = ()
    accounts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    repairs: tuple[str, ...] = ()


def doubtful(code: str, where: str, message: str, page: str) -> Doubt:
    """Return something a person has to confirm: a code, where it is, what it is and the page."""
    return Doubt.model_construct(code=code, where=where, message=message, page=page)
