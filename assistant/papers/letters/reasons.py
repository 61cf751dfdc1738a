"""Why a classification is wrong, as a letter of appeal argues it: from what is stated alone.

Each point in dispute has its place: the series, the title, each level, the kinds of work or the
factors of the supervisory guide. Where nothing is stated on a point, a blank says what belongs
there.
"""

from __future__ import annotations

from assistant.papers.assessment.front import at_stake
from assistant.papers.content import Block, Section, Text
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
)
from assistant.papers.letters.common import agency_first
from assistant.papers.quotations import required
from assistant.papers.statement.factors import findings_on
from assistant.papers.statement.opening import fact_text
from assistant.papers.subject import Matter
from assistant.text import number
from core.fes.opened import OpenedCase
from core.standards.criteria import Level
from core.standards.reading import find_factor
from core.standards.series import find_series, series_code

FOR = ("met", "exceeded")
"""The answers that speak for a level."""


def reasons(matter: Matter, notes: Notes) -> Section:
    """Return the reasons, point by point, from facts stated and words verified."""
    subject = matter.subject
    opened, standing = subject.opened, subject.standing
    wage = matter.appeal.pay_system == "fws"
    what = "grading" if wage else "classification"
    rules = ("fws-standards",) if wage else ("contents-reasons",)
    blocks: list[Block] = [
        paragraph(
            "I ask that the work I do be compared with the standard that applies to it.",
            notes.rules(rules),
        )
    ]
    parts = [*_series(matter, notes), *_title(matter, notes)]
    if opened is not None and standing is not None and opened.sought:
        table = opened.table
        blocks.append(
            paragraph(
                f"The standard is the {table.title}, edition {table.edition_id}.",
                notes(opened.standard.cite(opened.standard.page)),
            )
        )
        found = at_stake(matter)
        reached = found is not None and not found.short and found.requested
        if found is not None and reached and found.best_total is not None:
            blocks.append(
                paragraph(
                    f"With the levels I ask for, the points total {number(found.best_total)}, "
                    f"which is {found.best}."
                )
            )
        parts += [
            _level(matter, opened, level, notes)
            for factor, level in opened.sought.items()
            if opened.record.get(factor) != level
        ]
    elif subject.supervised is not None and subject.supervised.factors:
        parts.append(_supervisory(matter))
    elif subject.mix is not None:
        parts.append(_mixed(matter))
    elif subject.guided is not None:
        blocks += _guided(matter)
    elif not parts or "grade" in matter.appeal.disputed:
        gap = "for each point in dispute: what the standard asks, and the facts that meet it"
        blocks += [paragraph(blank(gap)), *_facts(matter)]
    return Section(title=f"Why the {what} is wrong", blocks=tuple(blocks), sections=tuple(parts))


def _series(matter: Matter, notes: Notes) -> list[Section]:
    """Return the reasons for another series, where another is asked for."""
    position = matter.subject.position
    now, asked = position.current.series, position.requested.series
    if not asked or (now and series_code(now) == series_code(asked)):
        return []
    plan = position.requested.pay_plan.upper()
    code = series_code(asked)
    listed = find_series(code)
    named = f"{plan}-{code}" + (f", {listed.title}" if listed and plan == "GS" else "")
    blocks: list[Block] = [paragraph(f"I ask for the series {named}.")]
    opened = matter.subject.opened
    if opened is not None and code in opened.standard.series and opened.standard.coverage:
        blocks.append(lead("By the standard it covers:"))
        blocks += bullets(
            say(one.text, notes(opened.standard.cite(one.page))) for one in opened.standard.coverage
        )
    blocks.append(
        paragraph(
            "My work belongs to it because ",
            blank("the main purpose of the work, and the knowledge it needs most"),
            ".",
        )
    )
    return [Section(title="The series", blocks=tuple(blocks))]


def _title(matter: Matter, notes: Notes) -> list[Section]:
    """Return the reasons for another title, where another is asked for."""
    position = matter.subject.position
    now, asked = position.current.title, position.requested.title
    if not (now and asked) or now == asked:
        return []
    opened = matter.subject.opened
    titles = () if opened is None else opened.standard.titles
    rule = next((one for one in titles if one.title.lower() == asked.lower()), None)
    blocks: list[Block] = [paragraph(f"I ask for the title {asked}.")]
    if rule is not None and opened is not None:
        blocks.append(
            paragraph(
                f"The standard gives it to: {rule.rule}", notes(opened.standard.cite(rule.page))
            )
        )
    blocks.append(
        paragraph(
            "It is the right title because ", blank("what the work is, by the standard's rule"), "."
        )
    )
    return [Section(title="The title", blocks=tuple(blocks))]


def _level(matter: Matter, opened: OpenedCase, name: str, notes: Notes) -> Section:
    subject = matter.subject
    standard, level = opened.described(name)
    factor = find_factor(standard, name.rpartition("-")[0])
    key = str(factor.factor)
    mark = notes(standard.cite(level.page, f"Level {name}"))
    words = required(matter, name)
    blocks: list[Block] = [
        paragraph(
            "The agency's evaluation credits ", of_record(matter, key), f". I ask for Level {name}."
        )
    ]
    if words:
        blocks += [lead(f"Level {name} requires, in the words of the document:", mark), *words]
    else:
        whose = ", by the Primary Standard" if name in opened.beyond.values() else ""
        short = f"What Level {name} requires{whose}, in short: {level.summary}"
        blocks.append(paragraph(short, mark))
    facts = [one for one in subject.position.facts if str(one.factor) == key]
    if facts:
        blocks.append(lead("The facts:"))
        blocks += bullets(fact_text(one) for one in facts)
    else:
        blocks.append(paragraph("The facts: ", blank("what you do that meets it, with evidence")))
    blocks += _met(matter, level)
    return Section(title=f"Factor {factor.factor}, {factor.name}", blocks=tuple(blocks))


def of_record(matter: Matter, factor: str) -> Text:
    """Return the level the agency credits; a blank where the case's levels cannot be the agency's.

    Levels that do not come to the grade held are somebody's reading of the work. A letter that
    called them the agency's would concede what the agency never found.
    """
    opened = matter.subject.opened
    level = None if opened is None else opened.record.get(factor)
    if level is None or not matter.subject.of_record:
        return say(blank("the level its evaluation statement credits"))
    return say(f"Level {level}")


def _met(matter: Matter, level: Level) -> list[Block]:
    """Return what is found met of a level, aspect by aspect, with its evidence."""
    answers = findings_on(matter.subject, (one.id for one in level.aspects))
    told: list[tuple[Text, tuple[Text, ...]]] = []
    for aspect in level.aspects:
        finding = answers.get(aspect.id)
        if finding is not None and finding.answer in FOR and finding.evidence:
            told.append((say(strong(aspect.name)), tuple(sourced(one) for one in finding.evidence)))
    return [lead("How the work meets it:"), *by_aspect(told)] if told else []


def _supervisory(matter: Matter) -> Section:
    """Return the factors of the supervisory guide with what is stated on each."""
    found = matter.subject.supervised
    items: list[Text] = []
    for score in () if found is None else found.factors:
        facts = [
            one for one in matter.subject.position.facts if str(one.factor) == str(score.factor)
        ]
        name = strong(f"Factor {score.factor}, {score.name}: ")
        gap = blank("the level you ask for and the facts that meet it, or: not disputed")
        told = say(" The facts: ", *(say(fact_text(one), " ") for one in facts)) if facts else ""
        items.append(say(name, gap, ".", told))
    return Section(
        title="The factors of the General Schedule Supervisory Guide", blocks=bullets(items)
    )


def _mixed(matter: Matter) -> Section:
    """Return the kinds of work, and what controls the grade by the employee's shares of time."""
    mix = matter.subject.mix
    blocks: list[Block] = [
        paragraph(f"By the shares of time I state, the grade is {view.grade}. {view.reason}")
        for view in (() if mix is None else mix.views)
        if view.side != "supervisor" and view.grade is not None
    ]
    blocks += _facts(matter)
    blocks.append(
        paragraph(
            "The shares of time are shown by ",
            blank("records of the time each kind of work takes"),
            ".",
        )
    )
    return Section(title="The kinds of work and their shares of time", blocks=tuple(blocks))


def _guided(matter: Matter) -> list[Block]:
    """Return the guide, its criteria with the level asked for on each, and every fact stated."""
    case, found = matter.subject.narrative, matter.subject.guided
    if case is None or found is None:
        return []
    items: list[Text] = []
    for one in found.criteria:
        sought = case.sought.get(one.criterion)
        gap = blank("the level you ask for and the facts that meet it, or: not disputed")
        asks = say(gap, ".")
        if sought is not None:
            asks = say(f"I ask for level {sought}, because ", blank("the facts that meet it"), ".")
        items.append(say(strong(f"{one.name}: "), asks))
    return [
        paragraph(f"The guide is {found.guide_title}, edition {found.edition}."),
        *bullets(items),
        *_facts(matter),
    ]


def _facts(matter: Matter) -> list[Block]:
    """Return every fact stated, where the work is not weighed factor by factor."""
    facts = [*bullets(fact_text(one) for one in matter.subject.position.facts)]
    return [lead("The facts:"), *facts] if facts else []


def disagreement(matter: Matter, notes: Notes) -> Section:
    """Return the points in which the agency's evaluation is wrong, as the rules ask for them."""
    opened = matter.subject.opened
    wage = matter.appeal.pay_system == "fws"
    rules: tuple[str, ...] = ("fws-say-what",) if wage else ("contents-disagreement",)
    if agency_first(matter):
        # What the appeal to OPM has to name is the agency's decision, which is still to come.
        rules = ()
    items: list[Text] = []
    if opened is not None and matter.subject.standing is not None:
        items = [
            say(
                f"Factor {factor}: the agency credits ",
                of_record(matter, factor),
                f"; it should be Level {level}, because ",
                blank("what in the agency's evaluation is wrong"),
                ".",
            )
            for factor, level in opened.sought.items()
            if factor in opened.record and opened.record[factor] != level
        ]
    if not items:
        items = [
            say(blank("each point in which the agency's evaluation statement is wrong, and why"))
        ]
    return Section(
        title="Where the agency's evaluation is wrong",
        blocks=(lead("I disagree on these points:", notes.rules(rules)), *bullets(items)),
    )
