"""The analysis of a position by a guide that grades by descriptions, without points."""

from __future__ import annotations

from assistant.papers.content import Block, Column, Section, Text
from assistant.papers.drafting import Notes, blank, bullets, lead, paragraph, say, strong, table
from assistant.papers.statement.factors import SAID
from assistant.papers.subject import Subject
from core.model import Finding
from core.narrative.case import CriterionResult, NarrativeCase, aspect_id
from core.narrative.guide import Criterion, GuideLevel, load_guide


def analysis(subject: Subject, notes: Notes) -> list[Section]:
    """Return the sections on the guide, each criterion, and the grade they lead to."""
    found, case = subject.guided, subject.narrative
    if found is None or case is None:
        return []
    guide = load_guide(case.guide, case.as_of)
    used = [one for one in found.derivation if one.rule in ("guide", "format", "intent")]
    combined = [one for one in found.derivation if one.rule in ("governing", "overall", "grade")]
    results = {one.criterion: one for one in found.criteria}
    sections = [
        Section(
            title="Guide used",
            blocks=tuple(paragraph(one.text, notes(one.citation)) for one in used),
        ),
        Section(
            title="Grade determination",
            sections=tuple(
                _criterion(one, results[one.key], case, notes) for one in guide.criteria
            ),
        ),
    ]
    columns = [
        Column(head="Criterion", width=4),
        Column(head="Level", width=2),
        Column(head="Grade", width=2),
    ]
    columns += [Column(head="Sought", width=2)] if case.sought else []
    rows: list[tuple[Text, ...]] = [
        (
            say(one.name),
            say(one.level) if one.level else say(blank("level")),
            say(f"{guide.pay_plan}-{one.grade}") if one.grade is not None else say(blank("grade")),
            say(str(case.sought.get(one.criterion, ""))),
        )[: len(columns)]
        for one in found.criteria
    ]
    blocks: list[Block] = [table("Levels by criterion", columns, rows)]
    blocks += [paragraph(one.text, notes(one.citation)) for one in combined]
    sections.append(Section(title="Summary", blocks=tuple(blocks)))
    return sections


def _criterion(
    criterion: Criterion, found: CriterionResult, case: NarrativeCase, notes: Notes
) -> Section:
    answers = {one.aspect: one for one in case.findings}
    named = {
        aspect_id(criterion, level, aspect): f"“{aspect.name}”"
        for level in criterion.levels
        for aspect in level.aspects
    }
    blocks: list[Block] = [paragraph(criterion.measures)]
    for level in criterion.levels:
        on_level = {
            aspect.key: answers[name]
            for aspect in level.aspects
            if (name := aspect_id(criterion, level, aspect)) in answers
        }
        if on_level or level.name == found.level:
            blocks += _level(level, on_level)
    if not any(name.partition("-")[0] == criterion.key for name in answers):
        blocks.append(paragraph("Findings: ", blank("none is stated on this criterion")))
    why = found.reason
    for name, called in named.items():
        why = why.replace(name, called)
    blocks.append(paragraph(strong("Found. "), why, notes(found.citation)))
    level_text = f": level {found.level}" if found.level else ": open"
    return Section(title=f"{criterion.name}{level_text}", blocks=tuple(blocks))


def _level(level: GuideLevel, answers: dict[str, Finding]) -> list[Block]:
    rows: list[tuple[Text, ...]] = []
    items: list[Text] = []
    met = {
        one.any_of
        for one in level.aspects
        if one.key in answers and answers[one.key].answer in ("met", "exceeded")
    }
    for aspect in level.aspects:
        finding = answers.get(aspect.key)
        answer = say(blank("no finding")) if finding is None else say(SAID[finding.answer])
        if finding is None and aspect.any_of is not None and aspect.any_of in met:
            answer = say("not needed: another of them is met")
        also = say(" (one of several, any of which suffices)") if aspect.any_of else ()
        minor = () if aspect.significant else say(" (typical, not required)")
        rows.append((say(aspect.name, also, minor), say(aspect.text), answer))
        if finding is not None:
            for one in finding.evidence:
                source = say(f" ({one.source})") if one.source else say(" (", blank("source"), ")")
                items.append(say(f"{aspect.name}, {SAID[finding.answer]}: ", one.text, source))
    named = f"Grade {level.name}" if level.grade is not None else f"Level {level.name}"
    return [
        lead(strong(f"{named}. "), level.summary),
        table(
            f"{named}, aspect by aspect",
            (
                Column(head="Aspect", width=3),
                Column(head="What the guide asks", width=6),
                Column(head="Finding", width=3),
            ),
            rows,
        ),
        *bullets(items),
    ]
