"""Each contested level both ways: what it asks, what speaks for and against it, what settles it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from assistant.argue.precedents import CAUTION
from assistant.papers.content import Block, Section, Text
from assistant.papers.drafting import (
    Notes,
    blank,
    bullets,
    by_aspect,
    code,
    joined,
    lead,
    paragraph,
    remark,
    say,
    soft,
    sourced,
    strong,
)
from assistant.papers.quotations import argued, quoted, required
from assistant.papers.statement import mixed, narrative, supervisory
from assistant.papers.statement.closing import together_do
from assistant.papers.statement.factors import SAID, aspect_table, findings_on, said_by
from assistant.papers.statement.opening import fact_text, in_our_words
from assistant.papers.statement.sums import chart, score_table
from assistant.papers.subject import Matter, Subject
from assistant.suggest.language.siding import Side, by_side
from assistant.text import number
from core.fes.crediting.questions import Question
from core.fes.opened import OpenedCase
from core.model import Finding
from core.standards.criteria import Level
from core.standards.reading import find_factor
from index.record.embedding import MiniLM

_FOR = ("met", "exceeded")


@cache
def embedder() -> MiniLM:
    """Return the embedder that sorts facts, loaded once."""
    return MiniLM()


def contested(matter: Matter, notes: Notes) -> list[Section]:
    """Return the points as they stand, and a section for each level sought and not credited.

    A position without points of factors has its criteria, or its kinds of work, in their place.
    """
    subject = matter.subject
    opened, standing = subject.opened, subject.standing
    if subject.supervised is not None and subject.supervised.factors:
        grid = supervisory.points_table(subject.supervised, notes)
        return [Section(title="The points as they stand", blocks=(grid,))]
    if subject.guided is not None:
        return narrative.analysis(subject, notes)
    if subject.mix is not None:
        return mixed.standing(subject.mix, notes)
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
                        f"{in_our_words(held=matter.library is not None)} A fact stands on the "
                        "side its words are like, with the level they are most like where that is "
                        "near: it is this program's reading and no finding, so look at each."
                    ),
                    *([remark(CAUTION)] if matter.library is not None else []),
                ),
                sections=tuple(_level(matter, opened, level, notes) for level in levels),
            )
        )
    return sections


def _level(matter: Matter, opened: OpenedCase, name: str, notes: Notes) -> Section:
    subject = matter.subject
    standard, level = opened.described(name)
    factor = find_factor(standard, name.rpartition("-")[0])
    answers = findings_on(subject, (one.id for one in level.aspects))
    claims = argued(matter, name)
    facts = _facts(subject, name)
    stated = (
        bullets(facts["open"])
        if any(facts.values())
        else (paragraph(blank("no fact is stated that bears on this factor")),)
    )
    mark = notes(standard.cite(level.page, f"Level {name}"))
    words: tuple[Block, ...] = required(matter, name)
    if words:
        words = (lead("In the words of the document:"), *words)
    else:
        words = (paragraph(level.summary, mark), aspect_table(standard, level, notes))
    parts = (
        Section(title=f"What Level {name} asks", blocks=(*_lent(opened, name), *words)),
        Section(
            title=f"For Level {name}",
            blocks=(
                *_side(level, answers, _FOR),
                *bullets(facts["for"]),
                *quoted(claims, "for"),
            )
            or (paragraph("Nothing stated here speaks for it."),),
        ),
        Section(
            title=f"Against Level {name}",
            blocks=(
                *_side(level, answers, ("not_met",)),
                *bullets(facts["against"]),
                *quoted(claims, "against", "reason"),
            )
            or (paragraph("Nothing stated here speaks against it."),),
        ),
        Section(title="Facts that could bear either way", blocks=stated),
        Section(
            title="What would settle it",
            blocks=_lent_settles(opened, name) or _open(subject, level, answers),
        ),
    )
    return Section(
        title=f"Factor {factor.factor}, {factor.name}: Level {name}",
        blocks=(_effect(subject, opened, name),),
        sections=tuple(one for one in parts if one.blocks),
    )


def _facts(subject: Subject, name: str) -> dict[Side, list[Text]]:
    """Return the facts stated of a level's factor by their side of it, the highest first.

    A fact that is a finding's evidence already stands with its finding.
    """
    used = {one.text for finding in _found(subject, name) for one in finding.evidence}
    found = by_side(subject.position.facts, name, embedder(), without=used)
    return {
        side: [
            say(fact_text(fact), soft(f" Its words are most like Level {like}."))
            if like
            else fact_text(fact)
            for fact, like in facts
        ]
        for side, facts in found.items()
    }


def _found(subject: Subject, name: str) -> Iterable[Finding]:
    findings = () if subject.case is None else subject.case.findings
    return (one for one in findings if one.aspect.startswith(f"{name}."))


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
    return paragraph(f"{text}.", strong(" The grade does not change by it." if same else ""))


def _side(level: Level, answers: Mapping[str, Finding], wanted: tuple[str, ...]) -> list[Block]:
    """Return the findings on a level that go one way, each once, with its evidence."""
    told: list[tuple[Text, tuple[Text, ...]]] = []
    for aspect in level.aspects:
        finding = answers.get(aspect.id)
        if finding is None or finding.answer not in wanted:
            continue
        head = say(strong(f"{aspect.name}, {SAID[finding.answer]}"), said_by(finding.by))
        pieces = tuple(sourced(one) for one in finding.evidence)
        told.append((head, pieces or (say(blank("evidence")),)))
    return by_aspect(told)


def _open(subject: Subject, level: Level, answers: Mapping[str, Finding]) -> tuple[Block, ...]:
    """Return the aspects without an answer, with what is known of them and what each would do."""
    standing = subject.standing
    asked = {} if standing is None else {one.aspect: one for one in standing.questions}
    items: list[Text] = []
    refused: list[str] = []
    alike: dict[str, list[Question]] = {}
    for aspect in level.aspects:
        finding = answers.get(aspect.id)
        if finding is not None and finding.answer == "not_met" and aspect.significant:
            refused.append(f"“{aspect.name}”")
        if not aspect.significant or (finding is not None and finding.answer != "unknown"):
            continue
        known = () if finding is None else tuple(sourced(one) for one in finding.evidence)
        so_far = [say(". So far: " if not at else " ", one) for at, one in enumerate(known)]
        items.append(say(strong(aspect.name), " (", code(aspect.id), ")", *so_far))
        if aspect.id in asked:
            alike.setdefault(asked[aspect.id].why, []).append(asked[aspect.id])
    found: list[Block] = [paragraph(together_do(one)) for one in alike.values()]
    if refused and not alike:
        are = "is" if len(refused) == 1 else "are"
        found.append(
            paragraph(
                f"The level is not credited while {joined(refused)} {are} found not met: evidence "
                "on that comes first."
            )
        )
    if not items:
        return tuple(found)
    return (lead("A finding on each of these:"), *bullets(items), *found)


def _lent(opened: OpenedCase, name: str) -> tuple[Block, ...]:
    """Say that a level is told by the Primary Standard, where the edition lacks it."""
    if name not in opened.beyond.values():
        return ()
    return (
        paragraph(
            strong("By the Primary Standard. "),
            f"The {opened.standard.title} held here does not describe this level.",
        ),
    )


def _lent_settles(opened: OpenedCase, name: str) -> tuple[Block, ...]:
    """Say what settles a level whose own words are not held: no finding can be made on it yet."""
    if name not in opened.beyond.values():
        return ()
    return (
        paragraph(
            f"The standard itself: once it is read in, findings on what its Level {name} asks "
            "decide. Until then it is neither credited nor refused."
        ),
    )
