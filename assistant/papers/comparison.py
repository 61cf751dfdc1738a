"""Two evaluations of one case side by side, factor by factor, for those who have to decide.

With two case files each is evaluated as it stands. With one, the levels of record are set beside
the levels sought and the levels the findings credit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.papers.content import Block, Chart, Column, Mark, Paper, Section, Text
from assistant.papers.drafting import (
    Notes,
    blank,
    bullets,
    code,
    finished,
    lead,
    notice_blocks,
    paragraph,
    say,
    strong,
    table,
)
from assistant.papers.statement.factors import SAID, reason
from assistant.papers.statement.opening import fact_text, fictional, head
from assistant.papers.statement.sums import drawing
from assistant.papers.statement.supervisory import chart_rows
from assistant.papers.subject import Matter, Subject
from assistant.text import number
from core.errors import CaseError
from core.fes.grading import evaluation_of
from core.fes.opened import OpenedCase
from core.model import Evaluation, Finding
from core.supervisory.models import SupervisoryEvaluation, guide_standard

TITLE = "Comparison of two evaluations"


@dataclass(frozen=True)
class _Side:
    """One of the two evaluations: what to call it, its levels and sum, its reasons and findings."""

    name: str
    short: str
    levels: Mapping[str, str]
    evaluation: Evaluation | SupervisoryEvaluation
    total: int
    grade: str
    reasons: Mapping[str, tuple[str, ...]]
    findings: Mapping[str, Finding]


def make(matter: Matter) -> Paper:
    """Return the comparison.

    Raises:
        CaseError: there are not two evaluations by factors to compare, or they are of different
            standards.
        LevelError, StandardError: a case cannot be evaluated.
    """
    left, right = _sides(matter)
    subject, notes = matter.subject, Notes()
    keys = list(dict.fromkeys([*left.levels, *right.levels]))
    apart = [key for key in keys if left.levels.get(key) != right.levels.get(key)]
    opening: list[Block] = [
        *fictional(subject),
        head(matter, _method(subject)),
        paragraph(
            f"{left.name}: {number(left.total)} points, ",
            strong(left.grade),
            f". {right.name}: {number(right.total)} points, ",
            strong(right.grade),
            ".",
        ),
        paragraph(
            f"The two differ on {len(apart)} of {len(keys)} factors."
            if apart
            else "The two agree on every factor."
        ),
    ]
    sections = [
        Section(
            title="Factor by factor",
            blocks=(_table(left, right, keys, notes), _chart(matter, left, right)),
        ),
    ]
    if apart:
        sections.append(
            Section(
                title="Where they differ",
                sections=tuple(_factor(matter, key, left, right) for key in apart),
            )
        )
        if subject.opened is not None:
            sections.append(_turns(subject.opened, left, right, apart))
    warned = notice_blocks(
        {one.message: one for side in (left, right) for one in side.evaluation.findings}.values(),
        notes,
    )
    if warned:
        sections.append(Section(title="What the reader must know", blocks=warned))
    sections.append(
        Section(
            title="Fingerprints",
            blocks=bullets(
                say(f"{side.name}: ", code(side.evaluation.fingerprint)) for side in (left, right)
            ),
        )
    )
    return finished(
        "comparison", TITLE, matter, notes, opening, sections, fingerprint=subject.fingerprint
    )


def _method(subject: Subject) -> str:
    if subject.supervisory is not None:
        guide = guide_standard(subject.supervisory.as_of)
        return f"{guide.title}, edition {guide.edition_id}"
    if subject.opened is None:
        return ""
    return f"{subject.opened.table.title}, edition {subject.opened.table.edition_id}"


def barred(matter: Matter) -> str:
    """Return why there are not two evaluations to compare, in one sentence; empty when there are.

    Raises:
        LevelError, StandardError, CaseError: a case cannot be evaluated.
    """
    subject, other = matter.subject, matter.other
    if not _graded(subject):
        return "Only a position with a level for every factor, and a grade, can be compared."
    if other is None and subject.opened is None:
        return "A supervisor's evaluation is compared with a second one: name it with --with."
    if other is None and subject.opened is not None and not subject.opened.sought:
        return (
            "Nothing is sought, so there is only one evaluation: state the levels sought, or name "
            "a second case with --with."
        )
    if other is not None and not _graded(other):
        return "The second case has no level for every factor, and no grade by them."
    return ""


def _graded(subject: Subject) -> bool:
    if subject.supervised is not None:
        return subject.supervised.total is not None and subject.supervised.grade is not None
    return subject.standing is not None


def _sides(matter: Matter) -> tuple[_Side, _Side]:
    subject, other = matter.subject, matter.other
    why = barred(matter)
    if why:
        raise CaseError(why.rstrip("."), where="levels")
    if other is None and subject.opened is not None:
        opened = subject.opened
        record = dict(opened.record)
        sought = {**record, **opened.sought}
        also = [opened.sought]
        findings = {one.aspect: one for one in opened.case.findings}
        return (
            _rated(
                "Of record" if subject.of_record else "Assigned",
                evaluation_of(opened.rate(record, also=also)),
                findings,
            ),
            _rated("Sought", evaluation_of(opened.rate(sought, also=also)), findings),
        )
    second_case = other or subject
    told = subject.position.title != second_case.position.title
    first, second = _whole("First", subject, told), _whole("Second", second_case, told)
    same = first.evaluation.standard == second.evaluation.standard
    if not same or first.evaluation.edition != second.evaluation.edition:
        raise CaseError(
            f"the two are evaluated by different standards ({first.evaluation.standard}, "
            f"{first.evaluation.edition}, and {second.evaluation.standard}, "
            f"{second.evaluation.edition})",
            where="standard",
            hint="Evaluate both by one standard and edition.",
        )
    return first, second


def _rated(name: str, evaluation: Evaluation, findings: Mapping[str, Finding]) -> _Side:
    short = name.rpartition(" ")[2].lower()
    total, grade = evaluation.total, evaluation.grade
    return _Side(name, short, _levels(evaluation), evaluation, total, grade, {}, findings)


def _levels(evaluation: Evaluation | SupervisoryEvaluation) -> dict[str, str]:
    """Return the levels by factor, as they are scored: a chart gives two factors one of its own."""
    return {str(one.factor): one.level for one in evaluation.factors}


def _whole(name: str, subject: Subject, told: bool) -> _Side:
    """Return a case's evaluation, with its title where that tells the two apart."""
    standing = subject.standing
    evaluation = subject.supervised if standing is None else standing.evaluation
    if evaluation is None or evaluation.total is None or evaluation.grade is None:
        raise CaseError("this case has no complete evaluation", where="levels")
    case = subject.case
    return _Side(
        f"{name} ({subject.position.title})" if told and subject.position.title else name,
        name.lower(),
        _levels(evaluation),
        evaluation,
        evaluation.total,
        evaluation.grade,
        _reasons(subject, evaluation),
        {} if case is None else {one.aspect: one for one in case.findings},
    )


def _reasons(
    subject: Subject, evaluation: Evaluation | SupervisoryEvaluation
) -> dict[str, tuple[str, ...]]:
    """Return why each level is credited, by factor as it is scored.

    Of two evaluations side by side neither is the one of record by itself.
    """
    why = {str(one.factor): reason(subject, one, of_record=False) for one in subject.credits}
    found = {
        str(one.factor): tuple(why[key] for key in str(one.factor).split("/") if key in why)
        for one in evaluation.factors
    }
    return {key: told for key, told in found.items() if told}


def _points(side: _Side, key: str) -> int | None:
    return next((one.points for one in side.evaluation.factors if str(one.factor) == key), None)


def _table(left: _Side, right: _Side, keys: list[str], notes: Notes) -> Block:
    names = {str(one.factor): one for one in left.evaluation.factors}
    rows: list[tuple[Text, ...]] = []
    for key in keys:
        mine, theirs = _points(left, key), _points(right, key)
        score = names.get(key)
        change = "" if mine is None or theirs is None or mine == theirs else f"{theirs - mine:+,}"
        rows.append(
            (
                say(f"{key}. {score.name}", notes(score.citation)) if score else say(key),
                say(left.levels.get(key, "")),
                say("" if mine is None else number(mine)),
                say(right.levels.get(key, "")),
                say("" if theirs is None else number(theirs)),
                say(change),
            )
        )
    rows.append(
        (
            say("Total"),
            say(left.grade),
            say(number(left.total)),
            say(right.grade),
            say(number(right.total)),
            say(f"{right.total - left.total:+,}"),
        )
    )
    return table(
        f"{left.name}, then {right.name}",
        (
            Column(head="Factor", width=6),
            Column(head=f"Level, {left.short}", width=2),
            Column(head=f"Points, {left.short}", width=2, figures=True),
            Column(head=f"Level, {right.short}", width=2),
            Column(head=f"Points, {right.short}", width=2, figures=True),
            Column(head="Change", width=2, figures=True),
        ),
        rows,
        total=True,
    )


def _factor(matter: Matter, key: str, left: _Side, right: _Side) -> Section:
    """Return one factor on which the two differ: what each says, and the facts stated."""
    name = next((one.name for one in left.evaluation.factors if str(one.factor) == key), "")
    blocks: list[Block] = []
    parts = key.split("/")
    for side in (left, right):
        why = side.reasons.get(key)
        said = say(f" {' '.join(why)}") if why else say(" ", blank("reason"))
        blocks.append(
            paragraph(strong(f"{side.name}: Level {side.levels.get(key, 'none')}."), said)
        )
    credited = {str(one.factor): one for one in matter.subject.credits}
    blocks += [
        paragraph(
            strong(f"On the findings: Level {credited[part].level}."),
            f" {reason(matter.subject, credited[part])}",
        )
        for part in parts
        if matter.other is None and part in credited
    ]
    answers = {
        aspect: (left.findings.get(aspect), right.findings.get(aspect))
        for aspect in dict.fromkeys([*left.findings, *right.findings])
        if aspect.partition("-")[0] in parts
    }
    items = [
        say(f"{_named(matter, aspect)}: {_answered(left, one)}; {_answered(right, two)}")
        if left.findings is not right.findings
        else say(f"{_named(matter, aspect)}: {SAID[one.answer] if one else 'no finding'}")
        for aspect, (one, two) in answers.items()
    ]
    if items:
        blocks.append(lead("Findings:"))
        blocks += bullets(items)
    facts = [one for one in matter.subject.position.facts if str(one.factor) in parts]
    if facts:
        blocks.append(lead("Facts stated:"))
        blocks += bullets(fact_text(one) for one in facts)
    else:
        blocks.append(paragraph("Facts stated: ", blank("none that bears on this factor")))
    known = {one.text for one in facts}
    besides = [
        one
        for one in (() if matter.other is None else matter.other.position.facts)
        if str(one.factor) in parts and one.text not in known
    ]
    if besides:
        blocks.append(lead(f"Facts that only the evaluation called {right.name} states:"))
        blocks += bullets(fact_text(one) for one in besides)
    return Section(title=f"Factor {key}, {name}" if name else f"Factor {key}", blocks=tuple(blocks))


def _named(matter: Matter, aspect: str) -> str:
    """Return an aspect as a reader knows it: its name and its level."""
    opened = matter.subject.opened
    level = aspect.partition(".")[0]
    for factor in () if opened is None else opened.standard.factors:
        for one in factor.levels:
            for known in one.aspects:
                if known.id == aspect:
                    return f"{known.name} ({level})"
    return aspect


def _answered(side: _Side, finding: Finding | None) -> str:
    return f"{side.name}, {'no finding' if finding is None else SAID[finding.answer]}"


def _turns(opened: OpenedCase, left: _Side, right: _Side, apart: list[str]) -> Section:
    """Say what each difference by itself would make of the first evaluation."""
    items: list[Text] = []
    for key in apart:
        if key not in left.levels or key not in right.levels:
            continue
        moved = {**left.levels, key: right.levels[key]}
        alone = opened.rate(moved, also=[right.levels])
        changes = "the grade changes" if alone.grade != left.grade else "the grade stays"
        items.append(
            say(
                f"Factor {key} alone, Level {right.levels[key]} for {left.levels[key]}: "
                f"{number(alone.total)} points, {alone.grade}; {changes}."
            )
        )
    return Section(title="What it turns on", blocks=bullets(items))


def _chart(matter: Matter, left: _Side, right: _Side) -> Chart:
    subject, sides = matter.subject, (left, right)
    rows = () if subject.opened is None else subject.opened.table.conversion
    if subject.supervisory is not None:
        rows = chart_rows(guide_standard(subject.supervisory.as_of))
    names = ("First", "Second") if matter.other is not None else (left.name, right.name)
    return drawing(
        left.evaluation.factors,
        {str(one.factor): _points(right, str(one.factor)) for one in left.evaluation.factors},
        [
            Mark(label=f"{name}, {side.grade}", total=side.total)
            for name, side in zip(names, sides, strict=True)
        ],
        rows,
        caption="Points by factor, and where the totals lie",
        of="the table above",
    )
