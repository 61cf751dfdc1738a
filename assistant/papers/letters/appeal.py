"""The appeal letter: what Appendix 4, J.1 asks an appeal to contain, from what is stated alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.papers.assessment.front import at_stake, days_running
from assistant.papers.content import Paper, Section
from assistant.papers.drafting import (
    Notes,
    blank,
    bullets,
    day,
    finished,
    joined,
    lead,
    number,
    or_blank,
    paragraph,
    say,
    strong,
)
from assistant.papers.letters.common import (
    cover,
    letterhead,
    position_entries,
    representative,
    short,
    sign,
    writer,
)
from assistant.papers.quotations import argued, quoted
from assistant.papers.statement.factors import findings_on
from assistant.papers.statement.opening import duties, fact_text
from core.law.rules import rule
from core.standards.reading import find_factor, find_level

if TYPE_CHECKING:
    from assistant.papers.content import Block, Text
    from assistant.papers.subject import Matter
    from core.fes.opened import OpenedCase
    from core.standards.criteria import Level

_FOR = ("met", "exceeded")


def make(matter: Matter) -> Paper:
    """Return the letter of appeal, with a sheet before it for whoever signs.

    Raises:
        LevelError, CaseError, StandardError: what the position states cannot be evaluated.
        ModelError: the embedding model failed.
    """
    notes = Notes()
    wage = matter.appeal.pay_system == "fws"
    title = "Job grading appeal" if wage else "Classification appeal"
    sections = [
        Section(
            title=title,
            new_page=True,
            blocks=(
                *letterhead(matter, _to(matter), f"{title} of {short(matter)}"),
                paragraph(
                    "I appeal the "
                    + ("grading of the job" if wage else "classification of the position")
                    + " named below, to which I am officially assigned, and I ask for the "
                    "classification requested here."
                ),
                writer(),
                position_entries(matter),
            ),
        ),
        _description(matter, notes),
        _reasons(matter, notes),
        _disagreement(matter, notes),
        representative(notes),
        sign(
            "The facts in this letter are true to the best of my knowledge.",
            "Signature of the employee, or of the representative",
        ),
        Section(title="Enclosures", blocks=bullets(_enclosures(matter))),
    ]
    paper = Paper(
        paper="letter",
        title=title,
        about=short(matter),
        dated=day(matter.dated),
        fictional=matter.subject.position.fictional,
        cover=True,
        opening=tuple(cover(matter, "appeal", _items(matter, notes), _warnings(matter, notes))),
        sections=tuple(sections),
        fingerprint=matter.subject.fingerprint,
    )
    return finished(paper, notes)


def _enclosures(matter: Matter) -> list[Text]:
    """Return what goes with the letter; proof of a correction only where one was needed."""
    items = [
        say("The official position description ", _number(matter)),
        say(blank("the agency's evaluation statement, if you have it")),
        say(blank("evidence named in the reasons above")),
    ]
    if not _accurate(matter):
        proof = blank("proof of what was done to have the position description corrected")
        items.insert(2, say(proof))
    return items


def _accurate(matter: Matter) -> bool | None:
    """Return whether the official description is stated to be accurate."""
    accurate = matter.appeal.position.description_accurate
    adequate = matter.subject.position.position_description.adequate
    return adequate if accurate is None else accurate


def _number(matter: Matter) -> Text:
    return or_blank(matter.subject.position.position_description.number, "number")


def _to(matter: Matter) -> list[Text]:
    """Return the addressee: the agency where it comes first, else OPM."""
    agency_first = any(one.forum == "agency" and one.open for one in matter.advice.forums)
    if matter.appeal.pay_system == "fws" and agency_first:
        return [
            say(blank("the agency's office that reviews job grading")),
            say(blank("address")),
        ]
    return [
        say("U.S. Office of Personnel Management"),
        say(blank("office and address: check the present one at opm.gov")),
    ]


def _description(matter: Matter, notes: Notes) -> Section:
    """Return what is said of the official description, and the work as it is done."""
    position = matter.subject.position
    stand = _accurate(matter)
    said: Text
    if stand is True:
        said = say("It is accurate.")
    elif stand is False:
        said = say(
            "It is not accurate. ", or_blank(position.position_description.remarks, "in what")
        )
    else:
        said = say("It is ", blank("accurate, or inaccurate and in what"), ".")
    found: list[Block] = [
        paragraph(
            "I enclose the official position description, number ",
            _number(matter),
            ". ",
            said,
            notes.rules(("contents-description",)),
        )
    ]
    if stand is not True:
        tried = matter.appeal.position.tried_to_correct_description
        if tried:
            done = say(
                "I have asked for its correction: ", blank("when, of whom, and what came of it")
            )
        else:
            done = say(
                "What was done to have it corrected: ", blank("what, when, of whom, with proof")
            )
        found.append(paragraph(done, notes.rules(("contents-own-description",))))
        if position.duties:
            found.append(lead("The work I do now:"))
            found += duties(position.duties)
        else:
            found.append(paragraph("The work I do now: ", blank("your own description")))
    return Section(title="Position description", blocks=tuple(found))


def _reasons(matter: Matter, notes: Notes) -> Section:
    """Return the reasons, level by level, from facts stated and words verified."""
    subject = matter.subject
    opened, standing = subject.opened, subject.standing
    first = paragraph(
        "The classification is wrong when the work is compared with the standard that applies.",
        notes.rules(("contents-reasons",)),
    )
    if opened is None or standing is None or not opened.sought:
        return Section(
            title="Why the classification is wrong",
            blocks=(
                first,
                paragraph(
                    blank(
                        "for each point in dispute: what the standard asks, the facts that meet it"
                    )
                ),
            ),
        )
    table = opened.table
    parts = tuple(
        _level(matter, opened, level, notes)
        for factor, level in opened.sought.items()
        if opened.record.get(factor) != level
    )
    blocks: list[Block] = [
        first,
        paragraph(
            f"The standard is the {table.title}, edition {table.edition_id}.",
            notes(opened.standard.cite(opened.standard.page)),
        ),
    ]
    found = at_stake(matter)
    if found is not None and found.best_total is not None and not found.short and found.requested:
        blocks.append(
            paragraph(
                f"With the levels I ask for, the points total {number(found.best_total)}, which is "
                f"{found.best}."
            )
        )
    return Section(title="Why the classification is wrong", blocks=tuple(blocks), sections=parts)


def _level(matter: Matter, opened: OpenedCase, name: str, notes: Notes) -> Section:
    subject, standard = matter.subject, opened.standard
    level = find_level(standard, name)
    factor = find_factor(standard, name.rpartition("-")[0])
    record = opened.record.get(str(factor.factor), "")
    blocks: list[Block] = [
        paragraph(
            f"The level of record is {record}; I ask for Level {name}. It asks, in short: ",
            level.summary,
            notes(standard.cite(level.page, f"Level {name}")),
        ),
        # The level asked for, not the one beneath it, which the argument quotes as well.
        *quoted([one for one in argued(matter, name) if name in one.text], "requires"),
    ]
    facts = [one for one in subject.position.facts if str(one.factor) == str(factor.factor)]
    if facts:
        blocks.append(lead("The facts:"))
        blocks += bullets(fact_text(one) for one in facts)
    else:
        blocks.append(paragraph("The facts: ", blank("what you do that meets it, with evidence")))
    blocks += _met(matter, level)
    return Section(title=f"Factor {factor.factor}, {factor.name}", blocks=tuple(blocks))


def _met(matter: Matter, level: Level) -> list[Block]:
    """Return what is found met of a level, aspect by aspect, with its evidence."""
    answers = findings_on(matter.subject, (one.id for one in level.aspects))
    items: list[Text] = []
    for aspect in level.aspects:
        finding = answers.get(aspect.id)
        if finding is None or finding.answer not in _FOR:
            continue
        for one in finding.evidence:
            source = say(f" ({one.source})") if one.source else say(" (", blank("source"), ")")
            items.append(say(strong(f"{aspect.name}. "), one.text, source))
    if not items:
        return []
    return [lead("How the work meets it:"), *bullets(items)]


def _disagreement(matter: Matter, notes: Notes) -> Section:
    opened = matter.subject.opened
    rules = ("fws-say-what",) if matter.appeal.pay_system == "fws" else ("contents-disagreement",)
    items: list[Text] = []
    if opened is not None and matter.subject.standing is not None:
        items = [
            say(
                f"Factor {factor}: the level of record is {opened.record[factor]}; it should be "
                f"{level}, because ",
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
        blocks=(
            lead("I disagree on these points:", notes.rules(rules)),
            *bullets(items),
        ),
    )


# --- the sheet to take off -----------------------------------------------------------------


def _items(matter: Matter, notes: Notes) -> list[Text]:
    """Return what whoever signs has to do and to know."""
    advice = matter.advice
    items = [
        say(one.to_do, notes.rules(one.rules))
        for one in advice.contents
        if one.state in ("missing", "partial", "unknown") and one.to_do
    ]
    if matter.appeal.pay_system == "gs":
        items.append(
            say(strong("Where to send it. "), rule("where-opm").text, notes.rules(("where-opm",)))
        )
    items.append(
        say(
            "The letter tells every fact the case states on a contested factor, also one that "
            "speaks against you: OPM will ask for it. What was stated of no factor, and any "
            "comparison with another position, is left out.",
            notes.rules(
                ("comparison",) if matter.appeal.pay_system == "gs" else ("fws-standards",)
            ),
        )
    )
    return items


def _warnings(matter: Matter, notes: Notes) -> list[Text]:
    """Return what speaks against sending it."""
    found: list[Text] = days_running(matter)
    found += [
        say(one.message, notes(one.citation))
        for one in matter.subject.notices
        if one.severity != "note"
    ]
    if not any(one.verdict in ("appealable", "undetermined") for one in matter.advice.issues):
        found.append(say("What is disputed cannot be appealed: see the appeal assessment."))
    stake = at_stake(matter)
    if stake is not None:
        found += [
            say(strong(line.head), f" {line.text}", notes.rules(line.rules))
            for line in stake.lines
            if line.code in ("held", "reach", "keep")
        ]
    subject = matter.subject
    opened, standing = subject.opened, subject.standing
    if opened is not None and standing is not None:
        shown: list[str] = []
        for factor, name in opened.sought.items():
            if standing.levels.get(factor) == name:
                continue
            level = find_level(opened.standard, name)
            answers = findings_on(subject, (one.id for one in level.aspects))
            bare = [
                one.name
                for one in level.aspects
                if one.significant and (one.id not in answers or answers[one.id].answer not in _FOR)
            ]
            if bare:
                shown.append(f"Level {name} ({joined(f'“{one}”' for one in bare)})")
        if shown:
            found.append(say(f"Nothing stated shows yet that these are met: {'; '.join(shown)}."))
    return found
