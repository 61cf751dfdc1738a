"""The analysis by factors: what each level requires, what the work is, and what is credited.

The levels compared stand side by side, aspect by aspect, with the answer a person has given on
each and the evidence for it. A factor nobody has said anything of shows that, and is not filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from assistant.papers.content import Block, Column, Quote, Section, Table, Text
from assistant.papers.drafting import (
    Notes,
    blank,
    bullets,
    by_aspect,
    lead,
    paragraph,
    say,
    sourced,
    strong,
    table,
    told,
)
from assistant.papers.quotations import required
from assistant.papers.statement.opening import fact_text
from assistant.papers.subject import Matter, Subject
from assistant.text import number
from core.fes.crediting.ladder import Credited
from core.fes.opened import OpenedCase
from core.model import Evidence, Fact, FactorScore, Finding
from core.standards.criteria import Aspect, Factor, Level
from core.standards.model import Standard
from core.standards.reading import find_level

SAID: Final = {
    "met": "found met",
    "not_met": "found not met",
    "exceeded": "found met and exceeded",
    "unknown": "looked into, left open",
}
"""A finding's answer as a paper says it."""


def analysis(matter: Matter, notes: Notes) -> Section:
    """Return a section for every factor of the case's standard, in its order."""
    subject = matter.subject
    opened = subject.opened
    result = subject.standing.evaluation if subject.standing is not None else subject.partial
    if opened is None or result is None:
        return Section(title="Grade determination")
    scores = {str(one.factor): one for one in result.factors}
    credited = {str(one.factor): one for one in subject.credits}
    found = []
    for factor in opened.standard.factors:
        key = str(factor.factor)
        if key in credited:
            made = _factor(matter, opened, factor, credited[key], scores.get(key), notes)
        else:
            made = _open_factor(subject, factor, notes)
        found.append(made)
        # A chart's cell stands after the second of its two factors.
        cells = [one for name, one in scores.items() if name.endswith(f"/{key}")]
        found += [_combined(one, notes) for one in cells]
    return Section(title="Grade determination", sections=tuple(found))


def _combined(score: FactorScore, notes: Notes) -> Section:
    """Return the one point value that a chart gives two factors."""
    return Section(
        title=f"Factors {str(score.factor).replace('/', ' and ')}, combined: "
        f"{number(score.points)} points",
        blocks=(
            paragraph(
                f"The standard gives these factors one point value, by its chart: {score.level}.",
                notes(score.citation),
            ),
        ),
    )


def _extended(opened: OpenedCase, factor: str) -> tuple[Block, ...]:
    """Say that a factor is rated by the Primary Standard, by whom and why."""
    return tuple(
        paragraph(
            strong("Rated by the Primary Standard. "),
            one.reason,
            said_by(one.by),
        )
        for one in opened.case.extensions
        if str(one.factor) == factor
    )


def _factor(
    matter: Matter,
    opened: OpenedCase,
    factor: Factor,
    credit: Credited,
    score: FactorScore | None,
    notes: Notes,
) -> Section:
    """Return one factor with a level: requirement, work, comparison, points."""
    subject, standard = matter.subject, opened.standard
    level = find_level(standard, credit.level)
    points = "" if score is None else f", {number(score.points)} points"
    found: list[Block] = [paragraph(factor.measures, notes(standard.cite(factor.page)))]
    words = asked(matter, standard, level, notes)
    found += words
    found += _extended(opened, str(factor.factor))
    found += work(subject, str(factor.factor))
    quoted = any(one.kind == "quote" for one in words)
    found += compared(matter, standard, factor, credit, notes, quoted=quoted)
    carries = (
        say(f" Level {score.level} carries {number(score.points)} points.", notes(score.citation))
        if score is not None
        else ()
    )
    found.append(
        paragraph(strong("Credited. "), reason(subject, credit), notes(credit.citation), carries)
    )
    found += _why_not_higher(subject, standard, factor, credit, notes)
    return Section(
        title=f"Factor {factor.factor}, {factor.name}: Level {credit.level}{points}",
        blocks=tuple(found),
    )


def asked(matter: Matter, standard: Standard, level: Level, notes: Notes) -> list[Block]:
    """Return what a level requires: in the words of the document where it is held, else in ours."""
    head = strong(f"What Level {level.level} requires. ")
    words = official(standard, level) or required(matter, level.level, standard)
    if words:
        return [lead(head, "In the words of the document:"), *words]
    mark = notes(standard.cite(level.page, f"Level {level.level}"))
    return [paragraph(head, level.summary, mark)]


def official(standard: Standard, level: Level) -> tuple[Quote, ...]:
    """Return a level's own words where the standard was read from its document without a digest."""
    if level.stated or not level.text:
        return ()
    words = tuple(one for one in level.text.split("\n\n") if one.strip())
    place = standard.cite(level.page, f"Level {level.level}").label()
    return (Quote(words=words, place=say(place)),)


def _open_factor(subject: Subject, factor: Factor, notes: Notes) -> Section:
    """Return a factor nobody has given a level: the ladder it lies on, and the gap."""
    ladder = [level.level for level in factor.levels]
    standard = subject.opened.standard if subject.opened is not None else None
    mark = notes(standard.cite(factor.page)) if standard is not None else ()
    return Section(
        title=f"Factor {factor.factor}, {factor.name}: no level yet",
        blocks=(
            paragraph(factor.measures, mark),
            *work(subject, str(factor.factor)),
            paragraph(
                "Level: ",
                blank(f"one of {ladder[0]} to {ladder[-1]}, with the reason"),
            ),
        ),
    )


def work(subject: Subject, factor: str) -> list[Block]:
    """Return what the work is, as far as facts stated for a factor say, by source."""
    facts = facts_on(subject, factor)
    if not facts:
        return [
            paragraph(
                strong("What the work is. "), blank("no fact is stated that bears on this factor")
            )
        ]
    return [
        lead(strong("What the work is. "), "As stated:"),
        *bullets((fact_text(one) for one in facts), numbered=True),
    ]


def facts_on(subject: Subject, factor: str) -> tuple[Fact, ...]:
    """Return the facts stated for a factor, in the order in which a paper numbers them.

    A fact on a factor in two halves, as the supervisory guide has them, bears on both.
    """
    whole = factor.rstrip("AB")
    return tuple(one for one in subject.position.facts if str(one.factor) in (factor, whole))


def findings_on(subject: Subject, aspects: Iterable[str]) -> dict[str, Finding]:
    """Return the finding that counts on each of some aspects: the latest."""
    given = subject.case.findings if subject.case is not None else ()
    latest = {one.aspect: one for one in given}
    return {name: latest[name] for name in aspects if name in latest}


def compared(
    matter: Matter,
    standard: Standard,
    factor: Factor,
    credit: Credited,
    notes: Notes,
    *,
    quoted: bool,
) -> list[Block]:
    """Return the levels on which something is found, aspect by aspect, with the evidence.

    A level told in the words of its document, as ``quoted`` says of the one credited, is not told
    again in ours.
    """
    subject = matter.subject
    facts = facts_on(subject, str(factor.factor))
    found: list[Block] = []
    for level in factor.levels:
        answers = findings_on(subject, (one.id for one in level.aspects))
        if not answers and not level.level == credit.sought != credit.level:
            continue
        words: tuple[Quote, ...] = ()
        if level.level != credit.level and (words := required(matter, level.level)):
            found += [lead(f"Level {level.level} in the words of the document:"), *words]
        if not words and not (quoted and level.level == credit.level):
            found.append(aspect_table(standard, level, notes))
        found.append(lead(f"Findings on Level {level.level}:"))
        found += by_aspect(
            [
                (
                    say(strong(aspect.name), _standing(aspect), _answered(answers.get(aspect.id))),
                    evidence(answers[aspect.id], facts)
                    if aspect.id in answers
                    else (_unanswered(level, aspect, answers),),
                )
                for aspect in level.aspects
            ]
        )
    return found


def _answered(finding: Finding | None) -> str:
    """Return what is found and by whom; nothing where nothing is."""
    return "" if finding is None else f", {SAID[finding.answer]}{said_by(finding.by)}"


def _standing(aspect: Aspect) -> str:
    """Say how an aspect counts where it is not one of those that all have to be met."""
    also = " (one of several, any of which suffices)" if aspect.any_of else ""
    return also if aspect.significant else f"{also} (not significant by itself)"


def _unanswered(level: Level, aspect: Aspect, answers: Mapping[str, Finding]) -> Text:
    """Return what is to be said of an aspect on which nothing is found."""
    met = {
        one.any_of
        for one in level.aspects
        if one.any_of and one.id in answers and answers[one.id].answer in ("met", "exceeded")
    }
    if aspect.any_of in met:
        return say("not needed: another of them is met")
    return say(blank("no finding"))


def said_by(who: str) -> str:
    """Return who made a finding: a role, as those of cases are, or somebody's name."""
    return f" (by {'the ' if who.islower() else ''}{who})" if who else ""


def aspect_table(standard: Standard, level: Level, notes: Notes) -> Table:
    """Return what a level requires, aspect by aspect, in words of ours."""
    rows = [
        (
            say(aspect.name),
            say(
                aspect.text,
                notes(standard.cite(aspect.page or level.page, f"Level {level.level}")),
            ),
        )
        for aspect in level.aspects
    ]
    return table(
        f"What Level {level.level} asks",
        (Column(head="Aspect", width=3), Column(head="What the level asks", width=8)),
        rows,
    )


def evidence(finding: Finding, facts: Sequence[Fact]) -> tuple[Text, ...]:
    """Return the pieces of evidence for a finding; one without any shows the gap.

    Evidence that stands among the facts above it is named by its number there.
    """
    told: list[Text] = []
    for one in finding.evidence:
        at = next((at for at, fact in enumerate(facts, 1) if _stands_in(one, fact)), None)
        if at is None:
            told.append(sourced(one))
        elif one.text == facts[at - 1].text:
            told.append(say(f"fact {at} above"))
        else:
            told.append(say(f"fact {at} above, “{_beginning(one.text)}”"))
    return tuple(told) or (say(blank("evidence")),)


def _stands_in(one: Evidence, fact: Fact) -> bool:
    return one.text == fact.text or (one.text in fact.text and one.source == fact.source)


def _beginning(words: str) -> str:
    """Return the first words of a sentence that stands elsewhere, enough to find it there."""
    first = words.split()
    return words if len(first) <= _ENOUGH else f"{' '.join(first[:_ENOUGH]).rstrip(',;:')} …"


_ENOUGH: Final = 6


def _why_not_higher(
    subject: Subject, standard: Standard, factor: Factor, credit: Credited, notes: Notes
) -> list[Block]:
    """Say why the level above is not credited, where the reason of the core does not say it."""
    names = [level.level for level in factor.levels]
    at = names.index(credit.level)
    if at + 1 == len(names):
        return []
    above = factor.levels[at + 1]
    answers = findings_on(subject, (one.id for one in above.aspects))
    if answers or credit.sought not in (None, credit.level):
        return []
    disputed = subject.case is not None and bool(subject.case.sought)
    if not disputed:
        gap = say(f"Level {above.level} is not met because ", blank("reason"), ".")
    else:
        gap = say(
            f"Level {above.level} is not sought and no finding is stated on it. It requires more: "
        )
    mark = notes(standard.cite(above.page, f"Level {above.level}"))
    if not disputed:
        return [paragraph(gap, " It requires: ", above.summary, mark)]
    return [paragraph(gap, above.summary, mark)]


def reason(subject: Subject, credit: Credited, *, of_record: bool | None = None) -> str:
    """Return why the level of a factor is credited; what is assigned is not called of record.

    The levels a case holds are the agency's own only where they come to the grade held: not a
    classifier's first levels, suggestions accepted, or the levels of a decision on an appeal.
    ``of_record`` says so where the case cannot.
    """
    recorded = subject.of_record if of_record is None else of_record
    if credit.in_dispute:
        said = told(credit.reason)
        return said if recorded else said.replace("of record", "assigned")
    stands = "of record stands" if recorded else "is assigned"
    seeking = subject.case is not None and bool(subject.case.sought)
    sought = "no higher level is sought and " if seeking else ""
    return f"Level {credit.level} {stands}; {sought}no finding stated here speaks against it."
