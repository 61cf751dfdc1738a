"""The parts of an evaluation statement before the analysis: whose position, by what rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.papers.content import Column, Section
from assistant.papers.drafting import (
    blank,
    bullets,
    day,
    joined,
    lead,
    or_blank,
    paragraph,
    particulars,
    percent,
    remark,
    say,
    table,
)
from assistant.papers.subject import stated
from core.law.rules import mixed_rules
from core.standards.reading import load_standard
from core.standards.series import find_series, series_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.papers.content import Block, Paragraph, Particulars, Text
    from assistant.papers.drafting import Notes
    from assistant.papers.subject import Matter, Position, Subject
    from core.model import Classification, Duty, Fact
    from core.standards.model import Standard


def head(matter: Matter, method: str) -> Particulars:
    """Return the labels at the head of a paper on an evaluation; what is not stated is a gap."""
    subject = matter.subject
    position = subject.position
    entries: dict[str, Text] = {
        "Organization": or_blank(position.organization, "organization, to the smallest unit"),
        "Position description": or_blank(position.position_description.number, "number"),
    }
    if not subject.first:
        entries["Classification of record"] = classification(position.current)
        if stated(position.requested):
            entries["Classification sought"] = say(position.requested.label())
    if method:
        entries["Evaluated by"] = say(method)
    entries["Facts as of"] = or_blank(day(position.as_of), "day")
    entries["Date of this paper"] = or_blank(day(matter.dated), "date")
    return particulars(entries)


def classification(found: Classification) -> Text:
    """Return a classification as printed, with a gap for each part that is not stated."""
    if not stated(found):
        return say(blank("title, pay plan, series and grade"))
    runs: list[Text] = [or_blank(found.title, "title"), say(", ", found.pay_plan, "-")]
    runs += [or_blank(found.series, "series"), say("-")]
    grade = say(blank("grade")) if found.grade is None else say(str(found.grade).zfill(2))
    return say(*runs, grade)


def fictional(subject: Subject) -> tuple[Block, ...]:
    """Return the sentence that a case is made up, when it is."""
    return (paragraph("This case is fictional."),) if subject.position.fictional else ()


def background(matter: Matter) -> Section:
    """Return what the evaluation is about, whose facts it rests on and what bears on no factor."""
    position = matter.subject.position
    found: list[Block] = []
    if matter.subject.first:
        found.append(
            paragraph("This is a first classification: nothing is of record and nothing is sought.")
        )
    if position.question:
        found.append(paragraph("The question: ", position.question))
    sources = tuple(dict.fromkeys(fact.source for fact in position.facts if fact.source))
    if sources:
        found.append(lead("The facts come from:"))
        found += bullets(say(source) for source in sources)
    else:
        found.append(paragraph("Facts: ", blank("the case states none with a source")))
    general = [fact for fact in position.facts if fact.factor is None]
    if general:
        found.append(lead("Facts that bear on no one factor:"))
        found += bullets(fact_text(fact) for fact in general)
    return Section(title="Background", blocks=tuple(found))


def fact_text(fact: Fact) -> Text:
    """Return a fact as stated, with who or what says so."""
    source = say(f" ({fact.source})") if fact.source else say(" (", blank("source"), ")")
    return say(fact.text, source)


def description(matter: Matter) -> Section:
    """Return the position description, whether it is adequate, and the duties with their shares."""
    position = matter.subject.position
    described = position.position_description
    number = or_blank(described.number, "number")
    verdict = {
        True: say("It is found adequate for classification."),
        False: say("It is found inadequate for classification."),
        None: say("Whether it is adequate for classification: ", blank("yes or no, and why"), "."),
    }[described.adequate]
    found: list[Block] = [paragraph("Position description: ", number, ". ", verdict)]
    if described.remarks:
        found.append(paragraph(described.remarks))
    elif described.adequate is False:
        found.append(paragraph("In what it is inadequate: ", blank("not stated")))
    if position.duties:
        found += duties(position.duties)
    else:
        found.append(paragraph("Duties: ", blank("the case states none")))
    return Section(title="Position description and duties", blocks=tuple(found))


def duties(given: Iterable[Duty]) -> list[Block]:
    """Return duties with the shares of time each side states, their sums, and what each is."""
    listed = tuple(given)
    sides = {
        "By the employee": [duty.percent_employee for duty in listed],
        "By the supervisor": [duty.percent_supervisor for duty in listed],
    }
    told = {
        side: shares for side, shares in sides.items() if any(one is not None for one in shares)
    }
    both = len(told) == len(sides) and len({tuple(shares) for shares in told.values()}) == 1
    if both or not told:
        told = {"Share of time": sides["By the employee"]}
    rows: list[tuple[Text, ...]] = [
        (say(duty.title), *(_share(shares[at]) for shares in told.values()))
        for at, duty in enumerate(listed)
    ]
    sums = (say(percent(sum(one or 0 for one in shares))) for shares in told.values())
    grid = table(
        "Duties and shares of time",
        (
            Column(head="Duty", width=4),
            *(Column(head=side, width=2, figures=True) for side in told),
        ),
        [*rows, (say("Shares stated"), *sums)],
        total=True,
    )
    return [grid, *bullets(_work(duty) for duty in listed)]


def _share(share: float | None) -> Text:
    return say(blank("share")) if share is None else say(percent(share))


def _work(duty: Duty) -> Text:
    """Return what a duty consists of; a title that is only the beginning of it is not repeated."""
    if not duty.text:
        return say(duty.title, ": ", blank("the work"))
    begins = duty.title.rstrip(" .…")
    return say(duty.text) if begins and begins in duty.text else say(duty.title, ": ", duty.text)


def series_and_title(matter: Matter, notes: Notes) -> Section:
    """Return which series and title come into question, and the rule of the standard for each."""
    subject = matter.subject
    position = subject.position
    standard = None
    if subject.case is not None:
        standard = load_standard(subject.case.standard, subject.case.as_of)
    found: list[Block] = []
    named = [
        ("of record", position.current.series),
        ("sought", position.requested.series),
    ]
    for whose, series in named:
        if series:
            found.append(paragraph(f"The series {whose} is ", _series(series, notes), "."))
    if standard is not None and standard.series:
        covered = joined(f"GS-{one}" for one in standard.series)
        found.append(paragraph(f"The standard used, {standard.title}, covers {covered}."))
        found += _statements("It covers:", standard, "coverage", notes)
        found += _statements("It does not cover:", standard, "exclusions", notes)
        asked = {series_code(one) for _, one in named if one}
        strange = sorted(asked - set(standard.series))
        if strange:
            found.append(
                paragraph(
                    f"It does not name {joined(f'GS-{one}' for one in strange)}: for that series "
                    "its own standard decides."
                )
            )
    elif standard is not None:
        found.append(
            paragraph(
                f"The standard used, {standard.title}, belongs to no series; the series has to be "
                "found by the definitions of the series themselves."
            )
        )
    found += [_ruled(code, notes) for code in _series_rules(position)]
    found.append(
        paragraph(
            "Series determined: ",
            blank("series, with the primary purpose of the work and the paramount knowledge"),
        )
    )
    if standard is not None and standard.titles:
        found.append(_ruled("title-prescribed", notes))
        found.append(lead("Titles the standard authorizes:"))
        found += bullets(
            say(one.title, ". ", one.rule, notes(standard.cite(one.page)))
            for one in standard.titles
        )
    else:
        found.append(paragraph("No title is prescribed in what is held here for this position."))
        found.append(_ruled("title-agency", notes))
    if subject.method == "supervisory":
        found.append(_ruled("title-supervisory", notes))
    found.append(paragraph("Title determined: ", blank("title, with the rule")))
    return Section(title="Series and title", blocks=tuple(found))


def _series_rules(position: Position) -> tuple[str, ...]:
    """Return the rules by which the series is found; a catch-all series has rules of its own."""
    named = (position.current.series, position.requested.series)
    codes = [
        f"gs{series_code(one)}-{rule}" for one in named if one for rule in ("elsewhere", "best-fit")
    ]
    return ("one-series", *dict.fromkeys(one for one in codes if one in mixed_rules()))


def _ruled(code: str, notes: Notes) -> Paragraph:
    """Return a rule for the series or the title, with its place."""
    return paragraph(mixed_rules()[code].text, notes.rules((code,)))


def _series(text: str, notes: Notes) -> Text:
    """Return a series with its title, and where it is listed; one that is not listed says so."""
    code_ = series_code(text)
    listed = find_series(code_)
    if listed is None:
        return say(f"GS-{code_}, which is in no list of series held here")
    return say(f"GS-{code_}, {listed.title}", notes.words(listed.source, f"p. {listed.page}"))


def _statements(intro: str, standard: Standard, which: str, notes: Notes) -> list[Block]:
    given = getattr(standard, which)
    if not given:
        return []
    return [
        lead(intro),
        *bullets(say(one.text, notes(standard.cite(one.page))) for one in given),
    ]


def standard_used(subject: Subject, notes: Notes) -> Section:
    """Return which standard grades the position, in which edition, and why that one."""
    found: list[Block] = []
    result = subject.result
    if result is not None and result.derivation:
        first = result.derivation[0]
        found.append(paragraph(first.text, notes(first.citation)))
    if subject.case is None:
        return Section(title="Standard used", blocks=tuple(found))
    standard = load_standard(subject.case.standard, subject.case.as_of)
    if standard.series:
        found.append(
            paragraph(
                "It is the standard of the series it covers, so its factor levels are applied "
                "directly."
            )
        )
    found.append(
        remark(
            "What a level requires is told here in words of this program's own; the official text "
            "stands at the place in the note and decides."
        )
        if standard.text == "digest"
        else remark("What a level requires is told in the words of the document itself.")
    )
    return Section(title="Standard used", blocks=tuple(found))
