"""Each contested level both ways: what it asks, what speaks for and against it, what settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.papers.content import Section
from assistant.papers.drafting import blank, bullets, number, paragraph, remark, say, strong
from assistant.papers.quotations import argued, quoted
from assistant.papers.statement.factors import SAID, aspect_table, findings_on
from assistant.papers.statement.opening import fact_text
from assistant.papers.statement.sums import chart, score_table
from core.standards.reading import find_factor, find_level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.papers.content import Block, Text
    from assistant.papers.drafting import Notes
    from assistant.papers.subject import Matter, Subject
    from core.fes.opened import OpenedCase
    from core.model import Finding
    from core.standards.criteria import Level

_FOR = ("met", "exceeded")
CAUTION = (
    "A decision shows how OPM read a criterion. It is not case law, and it cannot be the basis "
    "for grading another position."
)


def contested(matter: Matter, notes: Notes) -> list[Section]:
    """Return the points as they stand, and a section for each level sought and not credited."""
    subject = matter.subject
    opened, standing = subject.opened, subject.standing
    if opened is None or standing is None:
        return []
    evaluation = standing.evaluation
    sections = [
        Section(
            title="The points as they stand",
            blocks=(score_table(subject, evaluation, notes), chart(subject, evaluation)),
        )
    ]
    levels = [
        level for factor, level in opened.sought.items() if standing.levels.get(factor) != level
    ]
    if levels:
        sections.append(
            Section(
                title="The contested levels, both ways",
                blocks=(
                    remark(
                        "What a level asks is told in this program's own words; the official text "
                        "stands at the place in the note. Facts stated on a factor are told "
                        "once, as stated: they are to be weighed on both sides."
                    ),
                    *([remark(CAUTION)] if matter.library is not None else []),
                ),
                sections=tuple(_level(matter, opened, level, notes) for level in levels),
            )
        )
    return sections


def _level(matter: Matter, opened: OpenedCase, name: str, notes: Notes) -> Section:
    subject = matter.subject
    standard = opened.standard
    level = find_level(standard, name)
    factor = find_factor(standard, name.rpartition("-")[0])
    answers = findings_on(subject, (one.id for one in level.aspects))
    claims = argued(matter, name)
    facts = [one for one in subject.position.facts if str(one.factor) == str(factor.factor)]
    stated = (
        bullets(fact_text(one) for one in facts)
        if facts
        else (paragraph(blank("no fact is stated that bears on this factor")),)
    )
    parts = (
        Section(
            title=f"What Level {name} asks",
            blocks=(
                paragraph(level.summary, notes(standard.cite(level.page, f"Level {name}"))),
                aspect_table(standard, level, answers, notes),
                *quoted(claims, "requires"),
            ),
        ),
        Section(title="What the work is, as stated", blocks=stated),
        Section(
            title=f"For Level {name}",
            blocks=(*_side(level, answers, _FOR), *quoted(claims, "for"))
            or (paragraph("No finding stated here speaks for it."),),
        ),
        Section(
            title=f"Against Level {name}",
            blocks=(*_side(level, answers, ("not_met",)), *quoted(claims, "against", "reason"))
            or (paragraph("No finding stated here speaks against it."),),
        ),
        Section(title="What would settle it", blocks=_open(subject, level, answers)),
    )
    return Section(
        title=f"Factor {factor.factor}, {factor.name}: Level {name}",
        blocks=(_effect(subject, opened, name),),
        sections=tuple(one for one in parts if one.blocks),
    )


def _effect(subject: Subject, opened: OpenedCase, name: str) -> Block:
    """Say what is credited now, and what this level by itself would make of the total."""
    standing = subject.standing
    factor = name.rpartition("-")[0]
    if standing is None:
        return paragraph()
    alone = opened.rate({**standing.levels, factor: name}, also=[{factor: name}])
    row = alone.table.conversion[alone.row]
    text = (
        f"Credited: Level {standing.levels[factor]}. With Level {name} in its place and all else "
        f"as it is, the total is {number(alone.total)} points, {alone.grade}"
    )
    if alone.total == row.min:
        text += ", exactly at the floor of that grade"
    same = alone.grade == standing.evaluation.grade
    return paragraph(f"{text}. ", strong("The grade does not change by it." if same else ""))


def _side(level: Level, answers: Mapping[str, Finding], wanted: tuple[str, ...]) -> list[Block]:
    """Return the findings on one side with their evidence."""
    items: list[Text] = []
    for aspect in level.aspects:
        finding = answers.get(aspect.id)
        if finding is None or finding.answer not in wanted:
            continue
        head = say(strong(f"{aspect.name}, {SAID[finding.answer]}. "))
        if not finding.evidence:
            items.append(say(head, blank("evidence")))
        for one in finding.evidence:
            source = say(f" ({one.source})") if one.source else say(" (", blank("source"), ")")
            items.append(say(head, one.text, source))
    return [*bullets(items)]


def _open(subject: Subject, level: Level, answers: Mapping[str, Finding]) -> tuple[Block, ...]:
    """Return the aspects without an answer, with what is known of them and what each would do."""
    whys = (
        {}
        if subject.standing is None
        else {one.aspect: one.why for one in subject.standing.questions}
    )
    items: list[Text] = []
    for aspect in level.aspects:
        finding = answers.get(aspect.id)
        if not aspect.significant or (finding is not None and finding.answer != "unknown"):
            continue
        why = f" {whys[aspect.id]}" if aspect.id in whys else ""
        items.append(say(strong(f"{aspect.name}. "), f"A finding on {aspect.id}.{why}"))
        if finding is not None:
            items += [say(f"So far: {one.text} ({one.source})") for one in finding.evidence]
    return bullets(items)
