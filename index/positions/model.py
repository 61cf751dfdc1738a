"""A position description as read: cover, duties, factor sections, what is missing or odd.

A position description is a person's evidence of facts. It is kept apart from the documents that
hold the law: it is never searched or quoted as authority, and a level, points or a grade printed
in it is only what it states. Every part says where it stands; ``text`` of a part is always an
exact slice of :attr:`PositionDescription.text`, from ``start`` to ``end``.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from core.model import FactorId, Frozen
from index.language.structure import SUPERVISORY_NAMES

Form = Literal["fes", "supervisory", "narrative", "announcement", "duties"]
"""How a position description is built.

``fes``: factor sections of the Factor Evaluation System; ``supervisory``: the factors of the
General Schedule Supervisory Guide; ``narrative``: duties with controls and requirements in prose;
``announcement``: a vacancy announcement; ``duties``: a statement of duties and little else.
"""

Guide = Literal["fes", "gssg"]
"""Which numbering a factor section follows: the nine factors, or the supervisory guide's six."""

SUPERVISORY: Final[dict[FactorId, str]] = {
    1: SUPERVISORY_NAMES[0],
    2: SUPERVISORY_NAMES[1],
    3: SUPERVISORY_NAMES[2],
    4: "Personal Contacts",
    "4A": SUPERVISORY_NAMES[3],
    "4B": "Purpose of Contacts",
    5: SUPERVISORY_NAMES[4],
    6: SUPERVISORY_NAMES[5],
}
"""The names of the supervisory guide's factors, and of the halves of its fourth."""

DUTY_TABLE: Final = re.compile(
    r"(?:%|percent\w*|share)(?: of (?:work(?:ing)? )?time)? "
    r"(?:and )?(?:(?:major )?(?:duty|duties|tasks?|functions?|work)|what [\w ]{2,20})|"
    r"(?:no\.? |# )?(?:duty|task|function|responsibility) (?:[\w ]{0,20} )?"
    r"(?:share|time|weight|percent\w*|%).{0,16}",
    re.IGNORECASE,
)
"""The head of a table of duties with their shares, in either order."""


class Part(Frozen):
    """A stretch of the document: its words, its span and where a reader finds it."""

    text: str
    start: int
    end: int
    place: str


class CoverFact(Part):
    """One fact of the cover as printed; ``field`` is its name in :class:`Cover`."""

    field: str


class Cover(Frozen):
    """What a cover sheet, a heading or an announcement states; what it does not is empty.

    ``series`` is the first of the series named, four digits, and ``other_series`` the rest of an
    interdisciplinary position. ``working_title`` is the organizational title beside the official
    one. ``grades`` are all grades an announcement offers, lowest first; ``grade`` is None there
    unless there is only one. Where no ``pay_plan`` is printed, it is that of the General
    Schedule beside a white collar series, and of the Federal Wage System beside a trade.
    ``statement`` is what the supervisor certifies, ``certified`` whether a certification with a
    name, a signature or a date was found (None: no word of one). ``facts`` say where each field
    was read.
    """

    title: str = ""
    working_title: str = ""
    pay_plan: str = ""
    series: str = ""
    other_series: tuple[str, ...] = ()
    grade: int | None = None
    grades: tuple[int, ...] = ()
    number: str = ""
    agency: str = ""
    organization: str = ""
    location: str = ""
    supervisor: str = ""
    supervisory: bool | None = None
    statement: str = ""
    certified: bool | None = None
    date: str = ""
    facts: tuple[CoverFact, ...] = ()


class PositionDuty(Part):
    """A duty: its title (made of its first words where it has none), its share and its words.

    ``percent`` is the share of working time printed, None where none is. ``titled`` says whether
    the title is printed as one.
    """

    title: str
    percent: float | None = None
    titled: bool = True


class FactorSection(Part):
    """What is written under one factor, with the level and points the document states.

    ``level_stated`` is in the one spelling (``1-7``), or None. ``text`` is the words under the
    heading, without the heading. ``level_text`` are the words the level was read in.
    ``points_shared`` are points printed for Factors 6 and 7 together.
    """

    factor: FactorId
    name: str
    guide: Guide = "fes"
    level_stated: str | None = None
    points_stated: int | None = None
    points_shared: int | None = None
    level_text: str = ""


class Section(Part):
    """Another named section: introduction, supervision, qualifications, conditions."""

    name: str
    heading: str


class Missing(Frozen):
    """What a position description does not say, and why it matters."""

    field: str
    text: str


class Oddity(Frozen):
    """What does not add up or cannot be read with certainty, with the words it is about."""

    code: str
    text: str
    quote: str = ""
    place: str = ""


class PositionDescription(Frozen):
    """A position description as read from one document.

    ``document`` names the file. ``total_stated`` and ``grade_stated`` are what the document itself
    sums its factors up to.
    """

    document: str
    title: str = ""
    form: Form
    text: str
    pages: int = 0
    cover: Cover = Cover()
    duties: tuple[PositionDuty, ...] = ()
    factors: tuple[FactorSection, ...] = ()
    sections: tuple[Section, ...] = ()
    total_stated: int | None = None
    grade_stated: int | None = None
    missing: tuple[Missing, ...] = ()
    oddities: tuple[Oddity, ...] = ()

    def section(self, name: str) -> Section | None:
        """Return the first section of a name, or None."""
        return next((one for one in self.sections if one.name == name), None)
