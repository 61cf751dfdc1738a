"""Kinds of work that one decision evaluates one after another, each with its own factors.

A supervisor's position is evaluated by the supervisory guide and for the work done in person; a
mixed position for each of its kinds of work. Levels of one kind say nothing of another, and
factors of one number are not the same factor: so each is read from its own stretch of text. The
kind that bears the grade decided leads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.decisions.body import factors, tables
from index.decisions.head.positions import HEADING
from index.decisions.stance import paragraphs as stance
from index.language import late, structure
from index.models import DecisionWork, Document, Passage

_OF_OTHERS = late.pattern(r"\b(?:agency|activity|appellant)(?:'?s)?\b", re.IGNORECASE)
_NAMES_WORK = late.pattern(r"\b(?:work|duties|functions)\b", re.IGNORECASE)
_KIND = r"\b(?:duties|work|functions|responsibilities)"
_GRADE = r"(?: (?:at|as|to|with))? (?:the |a )?(?:GS|GM|GL|WG|WL|WS)[ -]?"
_GRADED = late.pattern(
    rf"{_KIND} (?:(?:is|are) (?:\w+ly |thus |hence |therefore )?(?:evaluated|graded|credited"
    r"|classified|classifiable|equivalent|placed|worth)|equates?|grades?|evaluates?|warrants?"
    rf"|merits?|supports?|compares?){_GRADE}(?P<grade>\d{{1,2}})\b(?!-\d)"
    rf"|\b(?:evaluate|grade|credit|place|put) (?:[\w'-]+ ){{0,5}}?{_KIND}{_GRADE}"
    r"(?P<put>\d{1,2})\b(?!-\d)"
    rf"|(?<!whose )(?<!level of )(?<!led )\b(?:duties|work|functions) (?:is|are)(?: \w+ly)?{_GRADE}"
    r"(?P<plain>\d{1,2})(?=(?: grade)? level\b|[.,;]|$)"
    rf"|\bgrade (?:of|for) (?:[\w'-]+ ){{0,5}}?{_KIND} is{_GRADE}(?P<given>\d{{1,2}})\b(?!-\d)",
    re.IGNORECASE,
)
"""A kind of work given a grade as a whole, by a guide that has no levels."""
_GUIDE = late.pattern(r"\bguide\b", re.IGNORECASE)
_LONGEST_LINE = 90
_SEVERAL = 3
"""Factors read before one of them comes again: fewer are a list, or a factor taken up twice."""


class _Turn(NamedTuple):
    """Where a kind of work begins, and the heading it stands under."""

    start: int
    name: str
    grade: int | None = None
    """The grade a kind of work is given without factors."""


def works(
    document: Document, passages: Sequence[Passage], decided: int | None
) -> tuple[DecisionWork, ...]:
    """Return the kinds of work a decision evaluates, the leading one first.

    None where all its factors are of one kind; one where the agency's evaluation stands apart.

    Args:
        document: The decision.
        passages: Its passages as labelled.
        decided: The grade decided.
    """
    turns = _with_graded(passages, _turns(document, passages))
    if len(turns) < 2:
        return ()
    found = []
    summary: dict[int, int] = {}
    for number, turn in enumerate(turns, start=1):
        end = turns[number].start if number < len(turns) else len(document.text)
        flat = structure.fold_dashes(" ".join(document.text[turn.start : end].split()))
        own = [p for p in passages if turn.start <= p.start < end]
        listed = tables.totals_listed(flat)
        summary = listed if len(listed) > 1 else summary
        placed = {"name": turn.name or f"Kind of work {number}", "start": turn.start, "end": end}
        if turn.grade is not None:
            found.append(DecisionWork.model_validate({**placed, "grade": turn.grade}))
            continue
        found.append(whole(flat, own).model_copy(update=placed))
    if summary:
        found = [_with_its_total(work, summary) for work in found]
    # What the agency had found is told before OPM's own evaluation, and is no kind of work.
    opm = [work for work in found if not _OF_OTHERS.search(work.name)] or found
    return tuple(sorted(opm, key=lambda work: _leads(work, decided)))


def _with_its_total(work: DecisionWork, listed: dict[int, int]) -> DecisionWork:
    """Return a kind of work with the total that its points add up to, of those that are listed.

    A summary of several stands after the last of them and is no more of it than of the others.
    """
    added = sum(factor.points or 0 for factor in work.factors)
    total = added if added in listed else None
    if work.total not in listed and total is None:
        return work
    return work.model_copy(update={"total": total, "grade": listed.get(added)})


def whole(flat: str, passages: Sequence[Passage]) -> DecisionWork:
    """Return what one stretch of a decision says of its factors, total and grade.

    Args:
        flat: Its text on one line with plain dashes.
        passages: Its passages as labelled.
    """
    total, grade = tables.totals(flat)
    return DecisionWork(
        name="",
        factors=factors.factors(flat, passages),
        summary_table=tables.summary_table(flat),
        total=total,
        grade=grade,
    )


def _leads(work: DecisionWork, decided: int | None) -> tuple[bool, int, int]:
    """Return the order of a kind of work: of the grade decided, else of the highest grade."""
    return (work.grade != decided or decided is None, -(work.grade or 0), work.start)


def _turns(document: Document, passages: Sequence[Passage]) -> list[_Turn]:
    """Return where the factors of each kind of work begin: where they start over."""
    turns: list[_Turn] = []
    seen: list[str] = []
    above = ""
    last = -1
    for passage in passages:
        factor, over = _under(passage)
        if not factor:
            continue
        if seen and factor == seen[-1] and over == above:
            last = passage.start
            continue
        again = factor in seen and len(set(seen)) >= _SEVERAL
        # A heading that names work parts it from work that another names, however few factors.
        apart = over != above and (
            all(_NAMES_WORK.search(one) for one in (over, above))
            or all(HEADING.match(one) for one in (over, above))
        )
        if not turns or apart or (again and (over != above or factor == min(seen))):
            name = over if over != above else ""
            turns.append(_Turn(_begins(document, passage, over, last), name))
            seen = []
        seen.append(factor)
        above, last = over, passage.start
    return turns


def _with_graded(passages: Sequence[Passage], turns: Sequence[_Turn]) -> list[_Turn]:
    """Return the kinds of work with those that a guide without levels gives a grade as a whole."""
    kinds = _kinds(passages)
    with_factors = {
        kind for kind, p in zip(kinds, passages, strict=True) if p.levels and _under(p)[0]
    }
    apart: dict[_Turn, int] = {}
    for kind, passage in zip(kinds, passages, strict=True):
        named = _NAMES_WORK.search(kind.name) or _GUIDE.search(kind.name)
        grade = _graded(passage) if named and kind not in with_factors else None
        if grade is not None:
            apart.setdefault(kind, grade)
    if not apart or not with_factors:
        return list(turns)
    found = [kind._replace(grade=grade) for kind, grade in apart.items()]
    for turn in turns:
        first = next(i for i, p in enumerate(passages) if p.start >= turn.start and _under(p)[0])
        kind = kinds[first]
        between = any(turn.start <= one.start < kind.start for one in apart)
        titled = kind.start >= turn.start and bool(_NAMES_WORK.search(kind.name))
        found.append(kind if between or titled else turn)
    return sorted(found, key=lambda turn: turn.start)


def _kinds(passages: Sequence[Passage]) -> list[_Turn]:
    """Return for each passage the kind of work it stands under: a heading, or a line like one."""
    found: list[_Turn] = []
    now = _Turn(0, "")
    above: tuple[str, ...] = ()
    for passage in passages:
        over = tuple(
            one
            for one in passage.heading
            if structure.factor_heading(one) is None and structure.factor_name(one) is None
        )
        if over != above and over:
            now = _Turn(passage.start, over[-1])
        if _names_kind(passage):
            now = _Turn(passage.start, passage.text.strip())
        above = over
        found.append(now)
    return found


def _graded(passage: Passage) -> int | None:
    """Return the grade a paragraph gives a kind of work as a whole."""
    for sentence in factors.sentences_of(passage):
        found = _GRADED.search(sentence)
        told = factors.OF_AGENCY.search(sentence) or stance.claim(sentence) is not None
        if found and not told:
            return int(next(filter(None, found.groups())))
    return None


def _names_kind(passage: Passage) -> bool:
    """Tell whether a paragraph is a line that names a kind of work, as a heading does."""
    text = passage.text.strip()
    plain = len(text) <= _LONGEST_LINE and "\n" not in text and text[-1:] not in ".:;"
    return plain and bool(_NAMES_WORK.search(text) or _GUIDE.search(text))


def _under(passage: Passage) -> tuple[str, str]:
    """Return the factor a passage stands under, and the heading over it; empty when under none."""
    over = ""
    for heading in passage.heading:
        factor = structure.factor_heading(heading) or structure.factor_name(heading)
        if factor is not None:
            return str(factor.factor)[0], over
        over = heading
    return "", ""


def _begins(document: Document, passage: Passage, over: str, after: int) -> int:
    """Return where a kind of work begins: at the heading over its first factor, if it is new."""
    near = [h for h in document.headings if after < h.start < passage.start]
    named = [h.start for h in near if h.text == over]
    return named[-1] if named else (near[-1].start if near else passage.start)
