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
    number,
    paragraph,
    say,
    strong,
    table,
)
from assistant.papers.statement.factors import SAID, reason
from assistant.papers.statement.opening import fact_text, fictional, head
from assistant.papers.statement.sums import drawing
from assistant.papers.subject import Matter, Subject
from core.errors import CaseError
from core.fes.grading import evaluation_of
from core.model import Evaluation, Finding

TITLE = "Comparison of two evaluations"


@dataclass(frozen=True)
class _Side:
    """One of the two evaluations: what to call it, its levels and sum, its reasons and findings."""

    name: str
    short: str
    levels: Mapping[str, str]
    evaluation: Evaluation
    reasons: Mapping[str, str]
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
            f"{left.name}: {number(left.evaluation.total)} points, ",
            strong(left.evaluation.grade),
            f". {right.name}: {number(right.evaluation.total)} points, ",
            strong(right.evaluation.grade),
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
        sections.append(_turns(matter, left, right, apart))
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
    if subject.opened is None:
        return ""
    return f"{subject.opened.table.title}, edition {subject.opened.table.edition_id}"


def _sides(matter: Matter) -> tuple[_Side, _Side]:
    subject, other = matter.subject, matter.other
    if subject.opened is None or subject.standing is None:
        raise CaseError(
            "this position has no complete evaluation by factors to compare",
            where="levels",
            hint="Give every factor a level first.",
        )
    if other is None:
        opened = subject.opened
        if not opened.sought:
            raise CaseError(
                "nothing is sought, so there is only one evaluation",
                where="sought",
                hint="State the levels sought, or name a second case with --with.",
            )
        record = dict(opened.record)
        sought = {**record, **opened.sought}
        also = [opened.sought]
        findings = {one.aspect: one for one in opened.case.findings}
        return (
            _Side(
                "Of record" if subject.of_record else "Assigned",
                "record" if subject.of_record else "assigned",
                record,
                evaluation_of(opened.rate(record, also=also)),
                {},
                findings,
            ),
            _Side(
                "Sought",
                "sought",
                sought,
                evaluation_of(opened.rate(sought, also=also)),
                {},
                findings,
            ),
        )
    if other.standing is None:
        raise CaseError(
            "the second case has no complete evaluation by factors",
            where="--with",
            hint="Give every factor of it a level first.",
        )
    first, second = _whole("First", subject), _whole("Second", other)
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


def _whole(name: str, subject: Subject) -> _Side:
    standing = subject.standing
    if standing is None or subject.case is None:
        raise CaseError("this case has no complete evaluation", where="levels")
    return _Side(
        f"{name} ({subject.position.title})" if subject.position.title else name,
        name.lower(),
        standing.levels,
        standing.evaluation,
        {str(one.factor): reason(subject, one) for one in subject.credits},
        {one.aspect: one for one in subject.case.findings},
    )


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
            say(left.evaluation.grade),
            say(number(left.evaluation.total)),
            say(right.evaluation.grade),
            say(number(right.evaluation.total)),
            say(f"{right.evaluation.total - left.evaluation.total:+,}"),
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
    for side in (left, right):
        why = side.reasons.get(key)
        said = say(f" {why}") if why else say(" ", blank("reason"))
        blocks.append(
            paragraph(strong(f"{side.name}: Level {side.levels.get(key, 'none')}."), said)
        )
    credited = {str(one.factor): one for one in matter.subject.credits}
    if matter.other is None and key in credited:
        found = credited[key]
        blocks.append(
            paragraph(
                strong(f"On the findings: Level {found.level}."),
                f" {reason(matter.subject, found)}",
            )
        )
    answers = {
        aspect: (left.findings.get(aspect), right.findings.get(aspect))
        for aspect in dict.fromkeys([*left.findings, *right.findings])
        if aspect.partition("-")[0] == key
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
    facts = [one for one in matter.subject.position.facts if str(one.factor) == key]
    if facts:
        blocks.append(lead("Facts stated:"))
        blocks += bullets(fact_text(one) for one in facts)
    else:
        blocks.append(paragraph("Facts stated: ", blank("none that bears on this factor")))
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


def _turns(matter: Matter, left: _Side, right: _Side, apart: list[str]) -> Section:
    """Say what each difference by itself would make of the first evaluation."""
    opened = matter.subject.opened
    if opened is None:
        return Section(title="What it turns on")
    items: list[Text] = []
    for key in apart:
        if key not in left.levels or key not in right.levels:
            continue
        moved = {**left.levels, key: right.levels[key]}
        alone = opened.rate(moved, also=[right.levels])
        changes = "the grade changes" if alone.grade != left.evaluation.grade else "the grade stays"
        items.append(
            say(
                f"Factor {key} alone, Level {right.levels[key]} for {left.levels[key]}: "
                f"{number(alone.total)} points, {alone.grade}; {changes}."
            )
        )
    return Section(title="What it turns on", blocks=bullets(items))


def _chart(matter: Matter, left: _Side, right: _Side) -> Chart:
    opened, sides = matter.subject.opened, (left, right)
    names = ("First", "Second") if matter.other is not None else (left.name, right.name)
    return drawing(
        left.evaluation,
        {str(one.factor): _points(right, str(one.factor)) for one in left.evaluation.factors},
        [
            Mark(label=f"{name}, {side.evaluation.grade}", total=side.evaluation.total)
            for name, side in zip(names, sides, strict=True)
        ],
        () if opened is None else opened.table.conversion,
        caption="Points by factor, and where the totals lie",
        of="the table above",
    )
