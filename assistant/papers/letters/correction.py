"""The request to correct a position description, which comes before an appeal on other duties."""

from __future__ import annotations

from assistant.papers.content import Block, Paper, Section
from assistant.papers.drafting import (
    Notes,
    blank,
    bullets,
    finished,
    lead,
    or_blank,
    paragraph,
    say,
    strong,
)
from assistant.papers.letters.common import (
    cover,
    described,
    letterhead,
    position_entries,
    short,
    sign,
    writer,
)
from assistant.papers.statement.opening import DESCRIPTION, duties, fact_text
from assistant.papers.subject import Matter
from core.law.rules import rule

TITLE = "Request to correct a position description"


def make(matter: Matter) -> Paper:
    """Return the request to the supervisor or the personnel office.

    Raises:
        CaseError: the pay plan is none whose procedure is known.
    """
    notes = Notes()
    position = matter.subject.position
    official = position.position_description
    wrong: list[Block] = [
        paragraph(
            "The official position description",
            described(matter),
            " does not describe the work assigned to me and done. In particular: ",
            or_blank(
                official.remarks, "what is missing, outdated or wrong, paragraph by paragraph"
            ),
        )
    ]
    work: list[Block] = [lead("The work as it is assigned and done:")]
    if position.duties:
        work += duties(position.duties)
    if position.duties and all(one.percent_employee is None for one in position.duties):
        # Shares of the supervisor's side alone are those of the description that is to be changed.
        gap = blank("what of this is done otherwise, what is done besides, and its share of time")
        work.append(paragraph(gap))
    if not position.duties:
        work.append(paragraph(blank("each duty with its share of time")))
    # What is told of contacts may stand for two factors; the reader of a request needs it once.
    # What the description says itself is no reason to change it.
    told = {
        one.text: one
        for one in reversed(position.facts)
        if one.factor is not None and not one.source.startswith(DESCRIPTION)
    }
    facts = [*bullets(fact_text(one) for one in reversed(told.values()))]
    if facts:
        work += [lead("Facts that bear on it:"), *facts]
    gs = matter.appeal.pay_system == "gs"
    rules = ("position-description",) if gs else ("fws-not-appealable",)
    ask: list[Block] = [
        paragraph(
            "I ask that the description be changed to state this work, or that I be told in "
            "writing, with reasons, why it is not."
        ),
        paragraph("Please answer by ", blank("a day that leaves reasonable time"), "."),
    ]
    sections = (
        Section(
            title=TITLE,
            new_page=True,
            blocks=(
                *letterhead(
                    matter,
                    [say(blank("your supervisor, or the personnel office")), say(blank("address"))],
                    "Position description of",
                ),
                writer(),
                position_entries(matter, asking=False),
            ),
        ),
        Section(title="What is wrong in it", blocks=tuple(wrong)),
        Section(title="The work", blocks=tuple(work)),
        Section(title="What I ask for", blocks=tuple(ask)),
        sign("What I state here is true to the best of my knowledge."),
    )
    items = [say(strong("Why first. "), rule(code).text, notes.rules((code,))) for code in rules]
    if gs:
        items.append(
            say(
                strong("If it is refused. "),
                rule("description-accuracy").text,
                notes.rules(("description-accuracy",)),
            )
        )
    items.append(say("Keep a dated copy of this request and of every answer: it is the proof."))
    items.append(
        say(
            "A corrected description can lead to a lower grade as well as to a higher one: the "
            "position is then evaluated anew."
        )
    )
    warnings = []
    if official.adequate:
        warnings.append(say("The case says that the position description is adequate."))
    opening = cover(matter, "request", items, warnings)
    return finished(
        "correction", TITLE, matter, notes, opening, sections, about=short(matter), cover=True
    )
