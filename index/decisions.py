"""Reading the facts of an appeal decision; what its text does not say stays empty."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.models import FactorId
from index import sentences, stance, structure
from index.decision_header import Head, read_head
from index.law import citations
from index.models import Decision, DecisionClassification, DecisionFactor, Document, Passage

_LONG = 200
_ROW = re.compile(
    r"(?<![\d.-])(?:factor\s+)?(?P<factor>[1-9][AB]?)\s*[.):,]?"
    r"\s+[A-Za-z][A-Za-z ,/&'()-]{3,60}?\s+"
    r"(?:level\s+)?(?P<level>(?P=factor)-[1-9])\s+(?P<points>\d{1,3}(?:,\d{3})|\d{1,4})\b",
    re.IGNORECASE,
)
_CREDIT_POINTS = re.compile(r"(?P<points>\d{1,3}(?:,\d{3})|\d{1,4})\s+points\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\btotal(?: of| points?(?: of)?| is| score(?: of)?)?[:\s]+(?P<points>\d{1,3}(?:,\d{3})|"
    r"\d{3,4})\b"
    r"|\b(?P<points2>\d{1,3}(?:,\d{3})|\d{3,4}) total points\b",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"\b(?:total|points?|range|converts?|equates?|falls?)\b[^.]{0,90}?\b(?:GS|GL|GG|grade)[ -]*"
    r"(?P<grade>\d{1,2})\b",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\b(?:credit\w*|warrant\w*|level|levels|evaluat\w*|meets?|deserves?|should|at)\b",
    re.IGNORECASE,
)
_DISAGREES = re.compile(r"\b(?:disagrees?|agrees?|concurs?) with\b", re.IGNORECASE)
_PD = re.compile(
    r"\b(?:PDs?|JDs?|CPDs?|position descriptions?|job descriptions?|core personnel documents?)\b"
)
_ADEQUATE = re.compile(r"\b(?:adequate|accurate)\b", re.IGNORECASE)
_INADEQUATE = re.compile(
    r"\binadequate|\binaccurate|\bnot (?:an? )?(?:adequate|accurate|sufficient)"
    r"|\b(?:must|should|needs? to) be revised\b|\bdoes not meet the standards? of adequacy\b",
    re.IGNORECASE,
)
_MEETS_ADEQUACY = re.compile(r"\bmeets? the (?:PD )?standards? of (?:PD )?adequacy", re.IGNORECASE)
_ADEQUACY_FINDING = re.compile(
    r"\bwe (?:find|found|conclude|agree)\b|\b(?:is|are) (?:in)?adequate\b|\bfor classification "
    r"purposes\b|\bmust be revised\b|\bstandards? of adequacy\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^(?:OPM considers|a (?:PD|position description)\b|if |when |compliance report)", re.IGNORECASE
)
_CERTIFICATE = re.compile(r"^as provided in (?:section|5|the)\b", re.IGNORECASE)
_OPENING = re.compile(r"^(?:introduction|background|finality of decision)\b", re.IGNORECASE)


def read_decision(document: Document, passages: Sequence[Passage]) -> Decision | None:
    """Return the facts a decision states, or None when the document is not a decision.

    Args:
        document: The decision.
        passages: Its passages as ``passages.split`` labels them.
    """
    if document.kind != "decision":
        return None
    lines, body = _divide(document)
    head = read_head(lines, body)
    flat = structure.fold_dashes(" ".join(document.text.split()))
    total, grade = _totals(flat)
    return Decision(
        document=document.id,
        decision_number=head.number or _number_from_id(document.id),
        date=head.date,
        department=head.department,
        current=head.current,
        requested=head.requested,
        decided=head.decided,
        outcome=outcome(head),
        factors=_factors(flat, passages),
        total=total,
        grade=grade if grade is not None else head.decided.grade,
        pd_adequate=_pd_adequate(body),
        citations=citations(document.text),
    )


def outcome(head: Head) -> tuple[str, ...]:
    """Return what a decision changes, from the present and the decided classification.

    ``raised`` and ``lowered`` need both grades under comparable pay plans; ``sustained``
    means that series, grade and pay plan are known and nothing changes.
    """
    now, then = head.current, head.decided
    if DecisionClassification() in (now, then):
        return ()
    found: list[str] = []
    general = {"GS", "GM", "GL", "GG"}
    comparable = now.pay_plan == then.pay_plan or {now.pay_plan, then.pay_plan} <= general
    if comparable and now.grade is not None and then.grade is not None and now.grade != then.grade:
        found.append("raised" if then.grade > now.grade else "lowered")
    if now.series and then.series and now.series != then.series:
        found.append("series_changed")
    if now.title and then.title and _plain(now.title) != _plain(then.title):
        found.append("title_changed")
    if now.pay_plan and then.pay_plan and now.pay_plan != then.pay_plan:
        found.append("pay_plan_changed")
    known = now.grade is not None and then.grade is not None and now.series and then.series
    return tuple(found) if found else ("sustained",) if known else ()


def _plain(title: str) -> str:
    """Return a title for comparison: abbreviations spelled out, case and marks aside."""
    text = re.sub(r"\s*\([A-Z]{2,5}\)", "", title).lower()
    for short, long in (
        (r"\boa\b", "office automation"),
        (r"\bhr\b", "human resources"),
        (r"\bit\b", "information technology"),
        (r"\bhrd\b", "human resource development"),
    ):
        text = re.sub(short, long, text)
    return re.sub(r"[^a-z]+", " ", text).strip()


def _divide(document: Document) -> tuple[list[str], str]:
    """Separate the lines of the head from the text after them."""
    openings = [h.start for h in document.headings if _OPENING.match(h.text)]
    lines: list[str] = []
    position = 0
    for raw in document.text.split("\n"):
        if _is_prose(raw) or position in openings:
            break
        lines.append(raw.strip())
        position += len(raw) + 1
    return [line for line in lines if line], document.text[position:]


def _is_prose(line: str) -> bool:
    """Tell whether a line is a paragraph of text and so no longer part of the head."""
    if _CERTIFICATE.match(line):
        return True
    return len(line) > _LONG and len(sentences.ends(line)) > 1


def _number_from_id(document: str) -> str:
    found = re.match(r"C-(\d{3,4})-(\d{2})-(\d{2})\b", document, re.IGNORECASE)
    return f"C-{found[1].zfill(4)}-{found[2]}-{found[3]}" if found else ""


# --- factors -----------------------------------------------------------------------------


def _factors(flat: str, passages: Sequence[Passage]) -> tuple[DecisionFactor, ...]:
    """Put together what headings, findings and the summary table say of each factor."""
    credited = _credited_in_headings(passages)
    for passage in passages:
        if passage.stance == "credited" and passage.level and passage.factor is not None:
            points = _CREDIT_POINTS.search(passage.text)
            value = int(points["points"].replace(",", "")) if points else None
            credited[passage.factor] = (passage.level, value)
    for row in _ROW.finditer(flat):
        factor = structure.factor_id(row["factor"])
        credited[factor] = (row["level"], int(row["points"].replace(",", "")))
    sought = _sought(passages)
    refused = _refused(passages, credited)
    known = {*credited, *sought, *refused}
    return tuple(
        DecisionFactor(
            factor=factor,
            sought=sought.get(factor),
            credited=credited[factor][0] if factor in credited else None,
            points=credited[factor][1] if factor in credited else None,
            rejected=tuple(sorted(refused.get(factor, ()))),
        )
        for factor in sorted(known, key=lambda f: (str(f)[0], str(f)))
    )


def _credited_in_headings(
    passages: Sequence[Passage],
) -> dict[FactorId, tuple[str, int | None]]:
    """Read headings that state the credit: ``Factor 2, Supervisory Controls, Level 2-3``."""
    found: dict[FactorId, tuple[str, int | None]] = {}
    for heading in dict.fromkeys(h for passage in passages for h in passage.heading):
        factor = structure.factor_heading(heading)
        levels = structure.levels_named(heading)
        if factor is None or len(levels) != 1:
            continue
        points = _CREDIT_POINTS.search(heading)
        value = int(points["points"].replace(",", "")) if points else None
        found[factor.factor] = (levels[0], value)
    return found


def _sentences(passage: Passage) -> list[str]:
    text = structure.fold_quotes(structure.fold_dashes(passage.text))
    found: list[str] = []
    start = 0
    for end in sentences.ends(text):
        found.append(" ".join(text[start:end].split()))
        start = end
    return [sentence for sentence in found if sentence]


def _sought(passages: Sequence[Passage]) -> dict[FactorId, str]:
    """Return the level the appellant asks for, factor by factor."""
    found: dict[FactorId, str] = {}
    for passage in passages:
        for sentence in _sentences(passage):
            claim = stance.claim(sentence)
            if claim is None or _DISAGREES.search(sentence) or not _SOUGHT.search(sentence):
                continue
            for level in structure.levels_named(sentence[claim:]):
                factor = structure.factor_of(level)
                if passage.factor is None or str(passage.factor)[0] == str(factor)[0]:
                    found[factor] = max(found.get(factor, level), level)
    return found


def _refused(
    passages: Sequence[Passage], credited: dict[FactorId, tuple[str, int | None]]
) -> dict[FactorId, set[str]]:
    """Return the levels above the credited one that a decision finds not met."""
    found: dict[FactorId, set[str]] = {}
    for passage in passages:
        if passage.stance not in ("met", "not_met", "comparison_refused", "claim"):
            continue
        text = structure.fold_quotes(structure.fold_dashes(passage.text))
        named = set(stance.read(text).levels.get("not_met", ()))
        if passage.stance == "not_met" and passage.level:
            named.add(passage.level)
        for level in named:
            factor = structure.factor_of(level)
            own = passage.factor is None or str(passage.factor)[0] == str(factor)[0]
            above = factor not in credited or level > credited[factor][0]
            if own and above:
                found.setdefault(factor, set()).add(level)
    return found


def _totals(flat: str) -> tuple[int | None, int | None]:
    """Return the total points and the grade they convert to, as the decision states them."""
    total: int | None = None
    for match in _TOTAL.finditer(flat):
        near = match.group() + flat[match.end() : match.end() + 20]
        rows = flat[max(0, match.start() - 200) : match.start()]
        if "point" not in near.lower() and not _ROW.search(rows):
            continue
        total = int((match["points"] or match["points2"]).replace(",", ""))
    grade: int | None = None
    if total is not None:
        for match in _GRADE.finditer(flat):
            near = flat[max(0, match.start() - 60) : match.end()].replace(",", "")
            if str(total) in near:
                grade = int(match["grade"])
    return total, grade


# --- the position description ------------------------------------------------------------


def _pd_adequate(body: str) -> bool | None:
    """Return whether OPM finds the position description adequate; None when it does not say.

    What the appellant or the supervisor says of it does not count.
    """
    text = structure.fold_quotes(" ".join(body.split()))
    start = 0
    found: bool | None = None
    for end in sentences.ends(text):
        sentence = text[start:end].strip()
        start = end
        if not _PD.search(sentence) or _CONDITION.match(sentence):
            continue
        if not _ADEQUACY_FINDING.search(sentence) or stance.claim(sentence) is not None:
            continue
        if _INADEQUATE.search(sentence):
            return False
        if _ADEQUATE.search(sentence) or _MEETS_ADEQUACY.search(sentence):
            found = True
    return found
