"""Documents and passages: what the index reads, keeps and returns.

Offsets are character positions in ``Document.text``, the extracted text of record.
A passage's ``text`` is always exactly ``document.text[start:end]``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from core.model import FactorId, Frozen

Kind = Literal["standard", "guide", "decision", "regulation", "digest", "other"]
"""standard: grading criteria for work; guide: how to classify; digest: our own words."""

Stance = Literal[
    "standard",  # what the standard says a level requires
    "claim",  # what the appellant claims
    "met",  # why a level is met
    "not_met",  # why a level is refused
    "credited",  # the level credited, with its points
    "comparison_refused",  # a higher level not compared, or positions not compared
    "general",
]

IngestStatus = Literal["added", "unchanged", "replaced", "failed"]


class Page(Frozen):
    """One page of a document: its printed number (as the document prints it) and its span.

    ``number`` counts from 1 through the file; ``label`` is the printed number, or the file
    number as text when none is printed.
    """

    number: int
    label: str
    start: int
    end: int


class Heading(Frozen):
    """A heading in the text: its depth (1 outermost), its words and its span."""

    depth: int
    text: str
    start: int
    end: int


class Document(Frozen):
    """A source document as read by a parser.

    ``id`` is stable and readable (usually the file's stem). ``text`` is the extracted text
    without page headers, footers and what frames web pages; ``repairs`` says what was mended
    (such as a damaged section sign). ``pages`` is empty when the source has no pages.
    """

    id: str
    title: str
    kind: Kind
    text: str
    edition: str = ""
    series: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()
    headings: tuple[Heading, ...] = ()
    repairs: tuple[str, ...] = ()

    def page_at(self, offset: int) -> str | None:
        """Return the printed page on which a character stands, or None without pages."""
        label = None
        for page in self.pages:
            if page.start > offset:
                break
            label = page.label
        return label


class Passage(Frozen):
    """A verbatim stretch of a document with its place and its labels.

    ``id`` is ``DOCUMENT#N`` with N counting passages from 1. ``paragraph`` counts the
    paragraphs of a document without pages, so that a reader can find it; the pieces of a long
    paragraph share its number. ``heading`` is the trail from outermost to innermost. ``level``
    is the level the passage speaks of most, ``levels`` every level it names. ``attribution``
    says whose words a decision quotes: ``GS-0080 standard as quoted in C-0080-11-02``.
    ``citation`` is what a paragraph of a regulation or a statute is cited as, and ``lead`` the
    words standing over it that it completes ("An agency may not use a retained grade-").
    """

    id: str
    document: str
    kind: Kind
    title: str
    text: str
    start: int
    end: int
    page: str | None = None
    paragraph: int | None = None
    heading: tuple[str, ...] = ()
    factor: FactorId | None = None
    level: str | None = None
    levels: tuple[str, ...] = ()
    stance: Stance = "general"
    series: tuple[str, ...] = ()
    attribution: str = ""
    citation: str = ""
    lead: str = ""

    def place(self) -> str:
        """Return where this stands: ``p. 47``, ``paragraph 31`` or ``5 CFR 511.703(b)(1)``."""
        if self.citation:
            return self.citation
        if self.page is not None:
            return f"p. {self.page}"
        return f"paragraph {self.paragraph}" if self.paragraph is not None else ""


class Hit(Frozen):
    """A passage found by a search: rank from 1, fused score from 0 to 1."""

    rank: int
    score: float
    passage: Passage


class IngestResult(Frozen):
    """What became of one file in an ingest."""

    document: str
    path: str
    kind: Kind | None
    pages: int
    passages: int
    status: IngestStatus
    message: str = ""


ProgressCallback = Callable[[int, int], None]
"""Called as long work goes on: how many are done, and of how many."""


class Query(Frozen):
    """A search: words and filters. A filter left empty does not filter.

    ``outcome``, ``agency``, ``since``, ``until`` and ``grade`` are of the decision a passage
    stands in: how it went, part of the department's or component's name, its first and last
    day, the grade decided.
    """

    query: str
    kind: str | None = None
    series: str | None = None
    factor: str | None = None
    level: str | None = None
    stance: str | None = None
    document: str | None = None
    outcome: str | None = None
    agency: str | None = None
    since: str | None = None
    until: str | None = None
    grade: str | None = None
    k: int = 10


class DecisionClassification(Frozen):
    """A classification as a decision states it; what the text does not say is empty."""

    pay_plan: str = ""
    title: str = ""
    series: str = ""
    grade: int | None = None


def base_level(level: str) -> str:
    """Return a level without the letter of its paragraph: ``3-2c`` is of Level ``3-2``.

    A cell of a chart for contacts (``2-b``) is left as it is.
    """
    return level[:-1] if level[-1:].isalpha() and level[-2:-1].isdigit() else level


class DecisionFactor(Frozen):
    """What a decision says of one factor: sought, credited, points and levels refused.

    Levels are as printed, with the letter of a guide's paragraph (``3-2c``); ``base_level``
    gives the level a standard knows. Factors 6 and 7 rated by one chart are ``6/7`` and ``2-b``.
    """

    factor: FactorId
    sought: str | None = None
    credited: str | None = None
    points: int | None = None
    rejected: tuple[str, ...] = ()

    def credits(self, level: str) -> bool:
        """Tell whether a level, as a standard names it, is the one credited."""
        return self.credited is not None and level in (self.credited, base_level(self.credited))

    def refuses(self, level: str) -> bool:
        """Tell whether a level, as a standard names it, was refused in any of its paragraphs."""
        return any(level in (one, base_level(one)) for one in self.rejected)


class DecisionDuty(Frozen):
    """A share of time a decision reports: of what, how many percent, and who says so.

    ``by`` is ``employee``, ``supervisor``, ``agency``, ``position description`` or ``OPM`` (the
    decision's own words); empty when the text does not make it plain.
    """

    label: str
    percent: int
    by: str = ""
    text: str = ""


class DecisionRow(Frozen):
    """A row of a decision's summary table as printed; ``factor`` may be "6/7"."""

    factor: str
    level: str
    points: int | None = None


class DecisionCriterion(Frozen):
    """What a decision finds on a criterion graded without points, such as Responsibility."""

    name: str
    grade: int


class DecisionEffect(Frozen):
    """The clause on when a decision takes effect: what it says the decision does, and where.

    ``kind`` repeats the clause's own words (``lowers_grade``, ``changes_series_and_grade``).
    Only "lowers" and "raises" tell a direction.
    """

    kind: str
    text: str
    place: str = ""


class DecisionWork(Frozen):
    """One of several kinds of work a decision evaluates, each with its own factors and grade.

    ``name`` is the heading it stands under; ``start`` and ``end`` are its place in the text.
    """

    name: str
    factors: tuple[DecisionFactor, ...] = ()
    summary_table: tuple[DecisionRow, ...] = ()
    total: int | None = None
    grade: int | None = None
    start: int = 0
    end: int = 0


class DecisionPosition(Frozen):
    """One of several positions decided together, each with an outcome of its own."""

    name: str = ""
    current: DecisionClassification = DecisionClassification()
    decided: DecisionClassification = DecisionClassification()
    outcome: tuple[str, ...] = ()


def _supervisory(factors: tuple[DecisionFactor, ...]) -> bool:
    return any(str(f.factor) in ("4A", "4B") for f in factors)


class Decision(Frozen):
    """The facts of an appeal decision, read from its text; nothing is guessed.

    Where it evaluates several kinds of work, ``works`` has them all, and ``factors``, ``total``
    and ``grade`` are those of the first, which bears the grade decided.

    Where it decides several positions, ``positions`` has them all, and ``current``, ``decided``
    and ``outcome`` are those of the first. ``total`` and ``grade`` are as the decision states
    them. ``redacted`` is None when the text shows neither names nor anything in their place.
    ``pd_text`` is the sentence in which OPM finds the position description adequate or not.
    ``coverage`` is the sentence that decides a pay category. ``doubts`` says, a sentence each,
    where the decision contradicts itself or what is known of its number.
    """

    document: str
    document_type: str = ""
    component: str = ""
    appellants: tuple[str, ...] = ()
    redacted: bool | None = None
    representative: str = ""
    pd_number: str = ""
    pd_text: str = ""
    coverage: str = ""
    effective: DecisionEffect | None = None
    duties: tuple[DecisionDuty, ...] = ()
    standards: tuple[str, ...] = ()
    summary_table: tuple[DecisionRow, ...] = ()
    works: tuple[DecisionWork, ...] = ()
    criteria: tuple[DecisionCriterion, ...] = ()
    decision_number: str = ""
    date: str = ""
    department: str = ""
    current: DecisionClassification = DecisionClassification()
    requested: DecisionClassification = DecisionClassification()
    decided: DecisionClassification = DecisionClassification()
    outcome: tuple[str, ...] = ()
    positions: tuple[DecisionPosition, ...] = ()
    factors: tuple[DecisionFactor, ...] = ()
    total: int | None = None
    grade: int | None = None
    pd_adequate: bool | None = None
    citations: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    def doubting(self, said: Sequence[str]) -> Decision:
        """Return the decision with further doubts beside its own."""
        return self.model_copy(update={"doubts": tuple(dict.fromkeys([*self.doubts, *said]))})

    @property
    def outcomes(self) -> frozenset[str]:
        """Return every outcome it has for any of its positions."""
        return frozenset((*self.outcome, *(way for one in self.positions for way in one.outcome)))

    @property
    def told(self) -> str:
        """Return its number where it is counted or quoted, marked where it is in doubt."""
        number = self.decision_number or self.document
        if not self.doubts:
            return number
        unknown = len(self.doubts) == 1 and "register" in self.doubts[0]
        mark = "not in the register" if unknown else "in doubt, see fes decision"
        return f"{number} ({mark})"

    @property
    def mark(self) -> str:
        """Return the sentence that marks words quoted from it; empty where nothing is doubtful."""
        if not self.doubts:
            return ""
        if len(self.doubts) == 1 and "register" in self.doubts[0]:
            return "Not in the register of decisions: check it against the published page."
        first = next((one for one in self.doubts if "register" not in one), self.doubts[0])
        more = len(self.doubts) - 1
        others = f" And {more} more: fes decision {self.document}." if more else ""
        return f"In doubt: {first[:1].lower()}{first[1:]}{others}"

    def rated(self) -> tuple[DecisionFactor, ...]:
        """Return the factors of every kind of work but supervision.

        The supervisory guide numbers other factors and levels alike.
        """
        kinds = [work.factors for work in self.works] or [self.factors]
        return tuple(f for factors in kinds if not _supervisory(factors) for f in factors)

    def factors_at(self, start: int) -> tuple[DecisionFactor, ...]:
        """Return the factors of the kind of work that a place in the text speaks of."""
        for work in self.works:
            if work.start <= start < work.end:
                return work.factors
        return self.factors

    def supervisory_at(self, start: int) -> bool:
        """Tell whether a place in the text applies the supervisory guide, by its factors."""
        return _supervisory(self.factors_at(start))
