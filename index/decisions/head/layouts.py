"""The head of an appeal decision: number, date, who appealed where, and the classifications.

OPM has laid out the head in several ways since 1996. ``LAYOUTS`` names them; one module reads
those with labels, one those told by the order of their lines. The body repeats most of these
facts in set phrases, which fill what the head does not say. Nothing else is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.decisions.head import labels as decision_labels
from index.decisions.head import lines as decision_lines
from index.decisions.head import parties
from index.decisions.head.kinds import DecisionType, decision_type
from index.decisions.head.positions import Position
from index.decisions.values import (
    CODE,
    GRADE_ONLY,
    classification,
    flat,
    number_in,
    signed,
)
from index.language import late
from index.models import DecisionClassification

LAYOUTS: dict[str, str] = {
    "a": "pages without labels, 2012 on: every fact on a line of its own, in order",
    "a2": "stripped captures of such pages: names, titles and number are gone",
    "b-i": "older captures: titles kept, grades, number and date gone",
    "b-ii": "older captures: titles gone too",
    "b-iii": "older captures: one of the two grades kept",
    "b-iv": "older captures: complete, with the present grade on its own line",
    "c": "labelled text of 1998 to 2012, often all on one line, later with running heads",
    "c2-i": "labelled, with signer and date before the labels",
    "c2-ii": "labelled, with all labels before all values",
    "c2-iii": "labelled, with doubled lines",
    "c2-iv": "without a head: the text starts at the introduction",
    "d": "letters of 1996 and 1997",
    "e": "the label set of one office in 1997, two labels before either value",
}
"""The layouts of the head, by a short name; each has a document among the tests."""

_SPOKEN = 160
_CONCLUSION = 2500


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a decision states."""

    number: str = ""
    date: str = ""
    document_type: DecisionType = ""
    department: str = ""
    component: str = ""
    appellants: tuple[str, ...] = ()
    redacted: bool | None = None
    representative: str = ""
    pd_number: str = ""
    coverage: str = ""
    current: DecisionClassification = field(default_factory=DecisionClassification)
    requested: DecisionClassification = field(default_factory=DecisionClassification)
    decided: DecisionClassification = field(default_factory=DecisionClassification)
    concluded: DecisionClassification = field(default_factory=DecisionClassification)
    """What the conclusion in the body decides, as far as it says so itself."""
    positions: tuple[Position, ...] = ()
    """Each of several positions that are decided together."""


def read_head(lines: Sequence[str], body: str) -> Head:
    """Read the head of a decision from its lines and, where they are silent, its body.

    Args:
        lines: The lines before the first paragraph of text, top to bottom.
        body: The rest of the text.
    """
    lines = undoubled(lines)
    text = "\n".join(lines)
    labelled = decision_labels.read(text + "\n\n" + body[:8000])
    if labelled is not None:
        head = _from_labels(labelled)
    else:
        read = decision_lines.read(lines)
        head = Head(
            appellants=parties.people(read.appellant),
            redacted=_redacted(read.appellant or None),
            current=read.current,
            decided=read.decided,
            department=parties.department("\n".join(read.organization)),
            component=parties.component(read.organization),
            coverage=read.coverage,
        )
    spoken = in_body(body)
    whole = "\n".join([*lines, body])
    return Head(
        number=number_in(text) or number_in(body[:3000]),
        date=signed(text),
        document_type=decision_type(whole),
        department=head.department or parties.department(text) or parties.department(body[:4000]),
        component=head.component or parties.component_in_body(body),
        appellants=head.appellants,
        redacted=head.redacted,
        representative=head.representative,
        pd_number=head.pd_number,
        coverage=head.coverage,
        current=merged(head.current, spoken.current),
        requested=merged(head.requested, spoken.requested),
        decided=merged(head.decided, spoken.decided),
        positions=head.positions,
        concluded=_concluded(body, head.decided, spoken.decided),
    )


def _from_labels(read: decision_labels.Labelled) -> Head:
    return Head(
        department=parties.department("\n".join(read.organization)),
        component=parties.component(read.organization),
        appellants=parties.people(_names(read.appellant or "")),
        redacted=_redacted(read.appellant),
        representative=read.representative,
        pd_number=read.pd_number,
        coverage=read.coverage,
        current=read.current,
        requested=read.requested,
        decided=read.decided,
        positions=read.positions,
    )


def _names(value: str) -> str:
    """Return appellants' names printed on several lines as one list."""
    rows = [row.strip(" ,") for row in value.split("\n") if row.strip()]
    joined = ", ".join(row for row in rows if parties.looks_like_people(row))
    return joined or value


def _redacted(appellant: str | None) -> bool | None:
    if not appellant:
        return None
    if parties.is_redacted(appellant):
        return True
    return False if parties.people(_names(appellant)) else None


def undoubled(lines: Sequence[str]) -> list[str]:
    """Return lines with each immediate repetition dropped, as some captures print all twice."""
    kept: list[str] = []
    for line in lines:
        plain = flat(line)
        if plain and kept and flat(kept[-1]) == plain and not CODE.fullmatch(plain):
            continue
        half = len(plain) // 2
        # A line may also hold its words twice.
        if len(plain) > 30 and plain[:half].strip() == plain[half:].strip():
            line = plain[:half].strip()  # noqa: PLW2901
        kept.append(line)
    return kept


def merged(first: DecisionClassification, second: DecisionClassification) -> DecisionClassification:
    """Fill gaps, but only between statements that do not contradict each other."""
    empty = DecisionClassification()
    if first == empty or second == empty:
        return second if first == empty else first
    if first.series and second.series and first.series != second.series:
        return first
    if None not in (first.grade, second.grade) and first.grade != second.grade:
        return first
    if first.pay_plan and second.pay_plan and first.pay_plan != second.pay_plan:
        return first
    title = first.title or second.title
    if first.title and second.title.lower().endswith(" " + first.title.lower()):
        title = second.title
    return DecisionClassification(
        pay_plan=first.pay_plan or second.pay_plan,
        title=title,
        series=first.series or second.series,
        grade=first.grade if first.grade is not None else second.grade,
    )


# --- set phrases of the body -------------------------------------------------------------

_CLASSED = r"(?:classified|graded|reclassified|upgraded)"
_CURRENT = (
    rf"\b(?:currently|presently)\s+(?:is\s+|been\s+)?{_CLASSED}(?: by [^,.]{{0,40}})? as",
    (
        rf"\b{_CLASSED} (?:the|his|her|this|their|your) (?:appealed )?(?:position|job)s?"
        r"(?: of record)? as"
    ),
    rf"\bhas {_CLASSED} (?:the|his|her|their|your)[^.]{{0,40}} as",
    rf"\b(?:position|job)s?,? (?:is|are|which is|that is)?,? ?{_CLASSED}(?: by [^,.]{{0,40}})? as",
    r"\b(?:is|are|was|were) (?:employed|assigned|occupying a position) as an?\b",
    (
        r"\bappeal(?:ed|ing)? (?:the )?(?:current |present )?(?:classification|grade|grading) of"
        r" (?:the|his|her|their"
        r"|your)(?: \w+)? (?:position|job)s?\b"
    ),
    r"\b(?:position|job)s? (?:is|are|was|were) (?:now )?(?:classified|graded) (?:as|at)",
    (
        r"\bappeal\b[^.]{0,80}\b(?:concerning|about|regarding|of|over) the (?:current |present )?"
        r"(?:classification|grade|grading) of (?:the|his|her|their|your)(?: \w+)?"
        r" (?:position|job)s?,?(?: as)?(?: an?)?"
    ),
)
_ASKS = (
    r"\b(?:believes?|contends?|(?-i:claims?)|requests?|requested|seeks?|asks?|asserts?|argues?|feels|"
    r"(?<!united )states|maintains|requesting|seeking|would like)\b"
)
_REQUESTED = (
    (
        rf"{_ASKS}[^.]{{0,120}}?\b(?:should be|be|is|to be|are|were|was)? ?(?:properly |more "
        rf"appropriately )?{_CLASSED}(?: in the)?(?: as| at| to|(?= [A-Z]))"
    ),
    (
        rf"{_ASKS}[^.]{{0,60}}?\b(?:classification|reclassification|upgrade|upgrading)\b[^.]{{0,30}}?"
        r"(?:as|at|to)"
    ),
    (
        rf"{_ASKS}[^.]{{0,60}}?\b(?:warrants?|merits?|justif(?:y|ies)|supports?|should be(?: an?)?|"
        r"(?:is|are) at the)\b"
    ),
    (
        rf"{_ASKS}[^.]{{0,60}}?\b(?:correct|proper|appropriate) classification\b[^.]{{0,40}}?\b"
        r"(?:is|should be)\b"
    ),
    (
        r"\b(?:appellants?|he|she|they|you) (?:is |are )?(?:requests?|requested|requesting|seeks?"
        r"|seeking|asks?(?: for)?|asked(?: for)?|wants?|wish(?:es)?(?: to be)?)(?: an?| the)?"
        r"(?: (?:title and grade|title|grade|classification|reclassification)(?: of| as| to)?)?"
        r"(?: that (?:it|(?:the|his|her|their) \w+) be (?:made|raised to|upgraded to|changed to))?"
        r"(?= (?:(?-i:[A-Z(][\w()/&'-]*,? |of |and |the |for |in |at ){1,10}?)?"
        r"(?:GS|GM|GL|W[GLS]|grade)[ -]?\d)"
    ),
)
_DECIDED = (
    (
        rf"\b(?:is|are|be) (?:properly|correctly|appropriately) {_CLASSED}(?: as| at| to|"
        r" in the)"
    ),
    (
        rf"\b(?:properly|correctly|appropriately) {_CLASSED}(?: by [^,.]{{0,40}})?\. (?:It"
        r"|This|(?:The|Your) (?:position|job)) (?:is|remains|stays)"
    ),
    r"\b(?:proper|correct|appropriate) classification\b(?! of )[^.]{0,20}?\b(?:is|as)\b",
    r"\b(?:proper|correct|appropriate) classification of [^.]{0,60}? is\b",
)
_GENERAL_SCHEDULE = late.pattern(
    rf"{_ASKS}[^.]{{0,80}}\b(?:under|in|by|to) the General Schedule\b", re.IGNORECASE
)


def in_body(body: str) -> Head:
    """Read the set phrases of the body: classified as, should be, properly classified as."""
    text = flat(body)
    requested = _first(text, _REQUESTED, grade_only=True)
    if requested == DecisionClassification() and _GENERAL_SCHEDULE.search(text[:6000]):
        requested = DecisionClassification(pay_plan="GS")
    return Head(
        current=_first(text, _CURRENT),
        requested=requested,
        decided=_last(text, _DECIDED),
    )


def _concluded(
    body: str, head: DecisionClassification, last: DecisionClassification
) -> DecisionClassification:
    """Return what the conclusion decides: of several positions the one that the head names."""
    if not head.title or not last.title or head.title.casefold() == last.title.casefold():
        return last
    text = flat(body[-_CONCLUSION:])
    found = (
        _after(text, match.end())
        for pattern in _DECIDED
        for match in re.finditer(pattern, text, re.IGNORECASE)
    )
    return next((one for one in found if one.title.casefold() == head.title.casefold()), last)


def _first(
    text: str, patterns: Sequence[str], *, grade_only: bool = False
) -> DecisionClassification:
    for pattern in patterns:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            found = _after(text, match.end(), grade_only=grade_only)
            if found != DecisionClassification():
                return found
    return DecisionClassification()


def _last(text: str, patterns: Sequence[str]) -> DecisionClassification:
    found = DecisionClassification()
    for pattern in patterns:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            here = _after(text, match.end(), grade_only=True)
            if here != DecisionClassification():
                found = here
        if found != DecisionClassification():
            return found
    return found


_BARE_GRADE = late.pattern(
    r"^ (?:the )?(?:(?P<grade>\d{1,2}) (?:grade )?level|grade (?P<named>\d{1,2}))\b", re.IGNORECASE
)
"""A grade without its pay plan, right after the phrase: "should be at the 8 grade level"."""


_CLAIMED_BETWEEN = late.pattern(r"\b(?:they|them|which|believes?)\b", re.IGNORECASE)
"""Words that no phrase has between itself and its grade: lines that were torn apart."""


def _after(text: str, start: int, *, grade_only: bool = False) -> DecisionClassification:
    """Read the classification that follows a set phrase within its sentence."""
    rest = text[start : start + _SPOKEN + 40]
    code = CODE.search(rest)
    stop = re.search(r"\.\s+[A-Z]|;", rest)
    end = stop.start() if stop else len(rest)
    if code is not None and _CLAIMED_BETWEEN.search(rest[: code.start()]):
        return DecisionClassification()
    if code is not None and code.start() <= end:
        found = classification(rest[: code.end()])
        if re.search(r"\b(?:is|are|was|were|be|and (?:he|she|they))\b", found.title):
            return found.model_copy(update={"title": ""})
        return found
    if grade_only:
        grade = GRADE_ONLY.search(rest[:end])
        if grade is not None:
            return DecisionClassification(pay_plan=grade["plan"], grade=int(grade["grade"]))
        bare = _BARE_GRADE.search(rest[:end])
        if bare is not None:
            return DecisionClassification(grade=int(bare["grade"] or bare["named"]))
    return DecisionClassification()
