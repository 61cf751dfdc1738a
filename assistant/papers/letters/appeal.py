"""The appeal letter: what Appendix 4, J.1 asks an appeal to contain, from what is stated alone."""

from __future__ import annotations

from assistant.papers.assessment.front import at_stake, days_running
from assistant.papers.content import Block, Paper, Section, Text
from assistant.papers.drafting import (
    Notes,
    blank,
    bullets,
    finished,
    joined,
    lead,
    or_blank,
    paragraph,
    say,
    strong,
)
from assistant.papers.letters.common import (
    agency_first,
    cover,
    described,
    letterhead,
    position_entries,
    representative,
    short,
    sign,
    writer,
)
from assistant.papers.letters.reasons import FOR, disagreement, reasons
from assistant.papers.statement.factors import findings_on
from assistant.papers.statement.opening import duties
from assistant.papers.subject import Matter
from core.law.rules import rule


def make(matter: Matter) -> Paper:
    """Return the letter of appeal, with a sheet before it for whoever signs.

    Raises:
        LevelError, CaseError, StandardError: what the position states cannot be evaluated.
        ModelError: the embedding model failed.
    """
    notes = Notes()
    wage = matter.appeal.pay_system == "fws"
    first = agency_first(matter)
    title = "Classification appeal"
    if wage:
        title = "Application for review of a job grading" if first else "Job grading appeal"
    asks, whose = ("ask for a review of", "application") if first else ("appeal", "appeal")
    sections = [
        Section(
            title=title,
            new_page=True,
            blocks=(
                *letterhead(matter, _to(matter), f"{title}:" if first else f"{title} of"),
                paragraph(
                    f"I {asks} the "
                    + ("grading of the job" if wage else "classification of the position")
                    + " named below, to which I am officially assigned, and I ask for the "
                    + ("grading" if wage else "classification")
                    + " requested here."
                ),
                writer(),
                position_entries(matter),
            ),
        ),
        _description(matter, notes),
        reasons(matter, notes),
        disagreement(matter, notes),
        representative(notes),
        sign(
            "The facts in this letter are true to the best of my knowledge.",
            "Signature of the employee, or of the representative",
        ),
        Section(title="Enclosures", blocks=bullets(_enclosures(matter))),
    ]
    return finished(
        "letter",
        title,
        matter,
        notes,
        cover(
            matter,
            whose,
            _items(matter, notes),
            _warnings(matter, notes),
        ),
        sections,
        about=short(matter),
        cover=True,
        fingerprint=matter.subject.fingerprint,
    )


def _enclosures(matter: Matter) -> list[Text]:
    """Return what goes with the letter; proof of a correction only where one was needed."""
    items = [
        say("The official position description", described(matter)),
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


def _to(matter: Matter) -> list[Text]:
    """Return the addressee: the agency where it comes first, else OPM."""
    if agency_first(matter):
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
            "I enclose the official position description",
            described(matter),
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


# --- the sheet to take off -----------------------------------------------------------------


def _items(matter: Matter, notes: Notes) -> list[Text]:
    """Return what whoever signs has to do and to know."""
    advice = matter.advice
    items = [
        say(one.to_do, notes.rules(one.rules))
        for one in advice.contents
        if one.state in ("missing", "partial", "unknown")
        and one.to_do
        and not (agency_first(matter) and one.code == "fws-say-what")
    ]
    if matter.appeal.pay_system == "gs":
        items.append(
            say(strong("Where to send it. "), rule("where-opm").text, notes.rules(("where-opm",)))
        )
    if agency_first(matter):
        agency = next(one for one in matter.advice.forums if one.forum == "agency")
        items.append(say(strong("Where to send it. "), agency.text, notes.rules(agency.rules)))
    items.append(
        say(
            _told(matter),
            notes.rules(
                ("comparison",) if matter.appeal.pay_system == "gs" else ("fws-standards",)
            ),
        )
    )
    return items


def _told(matter: Matter) -> str:
    """Say which facts the letter tells: those on a contested factor, or all where none is."""
    if matter.subject.method == "factors":
        return (
            "The letter tells every fact the case states on a contested factor, also one that "
            "speaks against you: it will be asked for. What was stated of no factor, and any "
            "comparison with another position, is left out."
        )
    return (
        "The letter tells the facts the case states, also one that speaks against you: it will be "
        "asked for. Strike what compares your work with another position; that does not count."
    )


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
    if matter.subject.first:
        found.append(
            say("No classification is stated that you hold: there is nothing to appeal yet.")
        )
    stake = at_stake(matter)
    if stake is not None:
        found += [
            say(strong(line.head), f" {line.text}", notes.rules(line.rules))
            for line in stake.lines
            if line.code in ("held", "reach", "keep")
        ]
    subject = matter.subject
    opened, standing = subject.opened, subject.standing
    if opened is not None and opened.sought and standing is not None and not subject.of_record:
        found.append(
            say(
                "The levels of the case do not come to the grade you hold, so they are not the "
                "agency's, and the letter does not say they are. Put the levels of its evaluation "
                "statement into the blanks; ask the agency for a copy of it."
            )
        )
    if opened is not None and standing is not None:
        shown: list[str] = []
        for factor, name in opened.sought.items():
            if standing.levels.get(factor) == name:
                continue
            _, level = opened.described(name)
            answers = findings_on(subject, (one.id for one in level.aspects))
            bare = [
                one.name
                for one in level.aspects
                if one.significant and (one.id not in answers or answers[one.id].answer not in FOR)
            ]
            if bare:
                shown.append(f"Level {name} ({joined(f'“{one}”' for one in bare)})")
        if shown:
            found.append(say(f"Nothing stated shows yet that these are met: {'; '.join(shown)}."))
    return found
