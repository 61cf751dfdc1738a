"""Reading the facts of an appeal decision; what its text does not say stays empty."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.decisions import consistency
from index.decisions.body import duties as decision_duties
from index.decisions.body import factors as decision_factors
from index.decisions.body import findings as decision_findings
from index.decisions.body import works as decision_works
from index.decisions.head.layouts import Head, read_head
from index.decisions.values import citations, number_of_name
from index.language import late, sentences, structure
from index.models import (
    Decision,
    DecisionClassification,
    DecisionEffect,
    DecisionPosition,
    DecisionWork,
    Document,
    Passage,
)

_LONG = 200
_CERTIFICATE = late.pattern(r"^as provided in (?:section|5|the)\b", re.IGNORECASE)
_CERTIFIED = late.pattern(r"^as provided in (?:section|5|the)\b", re.IGNORECASE | re.MULTILINE)
_LONGEST_HEAD = 6000
_OPENING = late.pattern(r"^(?:introduction|background|finality of decision)\b", re.IGNORECASE)
_OF_HEAD = late.pattern(
    r"^(?:Appellants?|Agency classification|Organi[sz]ation|OPM decision(?: number)?)\s*:|/s/"
    r"|_{6,}",
    re.IGNORECASE,
)
_DEAR = late.pattern(r"^dear\b.{0,60}[:,]\s*$", re.IGNORECASE)
"""Who a letter is written to: the body begins there, where no labels of a head follow."""
_GENERAL = {"GS", "GM", "GL", "GG"}
_OUTCOMES = (
    "raised", "lowered", "series_changed", "title_changed", "pay_plan_changed",
)  # fmt: skip
_NAMED_CHANGE = late.pattern(r"\bi\.e\., (?:the )?(?P<what>[a-z, ]+)\)", re.IGNORECASE)
_UNDER_WAGES = late.pattern(
    r"\b(?:covered by|under|subject to|in|part of) the (?:federal wage|prevailing)"
    r"|\bexcluded from the general schedule"
    r"|\bnot (?:covered by|subject to|under) the general schedule",
    re.IGNORECASE,
)
_PD_NUMBER = late.pattern(
    r"\b(?:PD|JD|CPD|[Pp]osition [Dd]escription|[Jj]ob [Dd]escription|[Pp]ersonnel [Dd]ocument)"
    r"(?: \([A-Z]+\))?,? (?:number|no\.?|#) ?"
    r"(?P<number>[A-Z0-9][A-Z0-9/-]*\d[A-Z0-9/-]*)"
)


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
    works = decision_works.works(document, passages, head.decided.grade)
    leading = works[0] if works else decision_works.whole(flat, passages)
    adequate, words = decision_findings.pd_adequate(passages)
    effective = decision_findings.effect(passages)
    number = _PD_NUMBER.search(flat)
    positions = tuple(
        DecisionPosition(
            name=one.name,
            current=one.current,
            decided=one.decided,
            outcome=outcome(Head(current=one.current, decided=one.decided)),
        )
        for one in head.positions
    )
    read = Decision(
        document=document.id,
        decision_number=head.number or number_of_name(document.id),
        date=head.date,
        document_type=head.document_type,
        department=head.department,
        component=head.component,
        appellants=head.appellants,
        redacted=head.redacted,
        representative=head.representative,
        current=head.current,
        requested=head.requested,
        decided=head.decided,
        coverage=head.coverage,
        outcome=outcome(head, None if positions else effective),
        positions=positions,
        factors=() if _mixed(positions, works) else leading.factors,
        summary_table=leading.summary_table,
        works=works if len(works) > 1 else (),
        criteria=tuple(
            one
            for one in decision_factors.criteria(passages)
            if one.name not in {work.name for work in works}
        ),
        total=leading.total,
        grade=leading.grade if leading.grade is not None else head.decided.grade,
        pd_adequate=adequate,
        pd_text=words,
        pd_number=head.pd_number or (number["number"] if number else ""),
        effective=effective,
        duties=decision_duties.duties(passages),
        standards=decision_findings.standards(passages),
        citations=citations(document.text),
    )
    return read.model_copy(update={"doubts": consistency.doubts(read, head.concluded)})


def _mixed(positions: Sequence[DecisionPosition], works: Sequence[DecisionWork]) -> bool:
    """Tell whether levels read may be of one position or of another, decided otherwise."""
    return len({one.decided for one in positions}) > 1 and len(works) < 2


def outcome(head: Head | Decision, effective: DecisionEffect | None = None) -> tuple[str, ...]:
    """Return what a decision changes, from the present and the decided classification.

    ``raised`` and ``lowered`` need both grades under comparable pay plans, or a clause on the
    effect that says so where a grade is not known: "lowers the grade" tells a direction,
    "changes the grade" none. ``sustained`` means that series, grade and pay plan are known and
    nothing changes.
    """
    now, then = head.current, head.decided
    said = [] if now.grade is not None and then.grade is not None else _direction(effective)
    said += [
        change
        for change in _named_change(effective)
        if not (
            now.series and then.series if change == "series_changed" else now.title and then.title
        )
    ]
    if _leaves_general_schedule(head):
        said.append("pay_plan_changed")
    if DecisionClassification() in (now, then):
        return tuple(dict.fromkeys(said))
    found: list[str] = said
    comparable = now.pay_plan == then.pay_plan or {now.pay_plan, then.pay_plan} <= _GENERAL
    if comparable and now.grade is not None and then.grade is not None and now.grade != then.grade:
        found.append("raised" if then.grade > now.grade else "lowered")
    if now.series and then.series and now.series != then.series:
        found.append("series_changed")
    if now.title and then.title and _plain(now.title) != _plain(then.title):
        found.append("title_changed")
    if now.pay_plan and then.pay_plan and now.pay_plan != then.pay_plan:
        found.append("pay_plan_changed")
    known = now.grade is not None and then.grade is not None and now.series and then.series
    if found:
        return tuple(kind for kind in _OUTCOMES if kind in found)
    # A clause that some change takes effect is no word of a classification left as it was.
    if effective is not None and not (now.title and then.title):
        return ()
    return ("sustained",) if known else ()


def _named_change(effective: DecisionEffect | None) -> list[str]:
    """Return the change a clause on the effect names: "changes the grading (i.e., title)"."""
    if effective is None:
        return []
    named = _NAMED_CHANGE.search(effective.text)
    words = named["what"].lower() if named else effective.kind.partition("_")[2]
    changes = {"series": "series_changed", "title": "title_changed", "code": "series_changed"}
    return [change for word, change in changes.items() if re.search(rf"(?<![a-z]){word}", words)]


def _leaves_general_schedule(head: Head | Decision) -> bool:
    """Tell whether the sentence on coverage puts a General Schedule position under wages."""
    return head.current.pay_plan in _GENERAL and bool(_UNDER_WAGES.search(head.coverage))


def _direction(effective: DecisionEffect | None) -> list[str]:
    if effective is None or "grade" not in effective.kind:
        return []
    verb = effective.kind.partition("_")[0]
    return [{"lowers": "lowered", "raises": "raised"}[verb]] if verb in ("lowers", "raises") else []


def _plain(title: str) -> str:
    """Return a title for comparison: abbreviations spelled out, case and marks aside."""
    text = re.sub(r"(?<=[a-z]) \([A-Z]{2,5}\)(?= )", "", title).lower()
    for short, long in (
        (r"\boa\b", "office automation"),
        (r"\bhr\b", "human resources"),
        (r"\bit\b", "information technology"),
        (r"\bhrd\b", "human resource development"),
        (r"\bcbp\b", "customs and border protection"),
        (r"\bsupv\b", "supervisory"),
    ):
        text = re.sub(short, long, text)
    return re.sub(r"[^a-z]+", " ", text).strip()


def _divide(document: Document) -> tuple[list[str], str]:
    """Separate the lines of the head from the text after them."""
    openings = [h.start for h in document.headings if _OPENING.match(h.text)]
    certified = _CERTIFIED.search(document.text, 0, _LONGEST_HEAD)
    if certified and not any(start < certified.start() for start in openings):
        # What stands before the certificate is the head, however its lines run together.
        head = document.text[: certified.start()].split("\n")
        return [line.strip() for line in head if line.strip()], document.text[certified.start() :]
    lines: list[str] = []
    position = 0
    rows = document.text.split("\n")
    labelled = any(_OF_HEAD.search(row) for row in rows)
    for raw in rows:
        if _is_prose(raw) or position in openings or (_DEAR.match(raw) and not labelled):
            break
        lines.append(raw.strip())
        position += len(raw) + 1
    return [line for line in lines if line], document.text[position:]


def _is_prose(line: str) -> bool:
    """Tell whether a line is a paragraph of text and so no longer part of the head."""
    if _CERTIFICATE.match(line):
        return True
    if _OF_HEAD.search(line):
        return False
    return len(line) > _LONG and len(sentences.ends(line)) > 1
