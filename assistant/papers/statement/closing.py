"""The end of an evaluation statement: the decision, the signature, and how it was derived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.papers.content import Entry, Particulars, Section, Signature
from assistant.papers.drafting import (
    blank,
    bullets,
    code,
    lead,
    paragraph,
    remark,
    say,
    strong,
)
from core import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.papers.content import Block
    from assistant.papers.drafting import Notes
    from assistant.papers.subject import Subject
    from core.law.rules import Question
    from core.model import Step


def decision(subject: Subject) -> Section:
    """Return what is decided, with a gap for what a person has to decide, and where to sign."""
    result = subject.result
    grade = None if result is None else result.grade
    made = subject.position.determined
    plan = "GS" if subject.result is not None else subject.position.current.pay_plan.upper()
    series = made.series or (None if subject.mix is None else subject.mix.series)
    entries = [
        Entry(
            label="Title",
            value=say(made.title) if made.title else say(blank("title, by the rule above")),
        ),
        Entry(
            label="Pay plan and series",
            value=say(f"{plan}-{series}")
            if series
            else say(blank("pay plan and series, with the reason")),
        ),
        Entry(
            label="Grade",
            value=say(strong(grade), ", as computed from the levels above")
            if grade
            else say(blank("grade: not decided by what is stated")),
        ),
    ]
    return Section(
        title="Decision",
        blocks=(
            Particulars(entries=tuple(entries)),
            Signature(
                text=say(
                    "This evaluation rests on the facts and findings stated above and on the "
                    "standard named. Who signs has compared the level descriptions with the "
                    "official text and decides the title and the series."
                ),
                lines=("Signature of the classifier", "Name and title", "Date"),
            ),
        ),
    )


def derivation(
    subject: Subject, steps: Iterable[Step], questions: Iterable[Question], notes: Notes
) -> Section:
    """Return every step from findings to grade with its source, and what is still open."""
    found: list[Block] = list(
        bullets((say(one.text, notes(one.citation)) for one in steps), numbered=True)
    )
    asked = list(questions)
    if asked:
        found.append(lead("What would decide what is open:"))
        found += bullets(say(one.text) for one in asked)
    if subject.fingerprint:
        found.append(paragraph("Fingerprint: ", code(subject.fingerprint), "."))
        found.append(
            remark(
                "The fingerprint covers the levels, findings and claims above, the edition of the "
                f"standard and the version of the program ({VERSION}). The same inputs give the "
                "same fingerprint."
            )
        )
    return Section(title="Derivation", blocks=tuple(found))
