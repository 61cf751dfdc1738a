"""The request that OPM reconsider its decision, where the rules still allow one."""

from __future__ import annotations

from datetime import timedelta

from assistant.papers.content import Paper, Section, Text
from assistant.papers.drafting import (
    Notes,
    blank,
    day,
    finished,
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
from assistant.papers.subject import Matter
from core.errors import CaseError
from core.law.rules import deciding, rule

TITLE = "Request for reconsideration"


def barred(matter: Matter) -> str:
    """Return why no reconsideration can be asked for, in one sentence; empty when it can.

    Raises:
        CaseError: the pay plan is none whose procedure is known.
    """
    facts = matter.appeal
    if facts.opm_decision is None:
        return "No OPM decision is stated that could be reconsidered."
    ways = [one for one in matter.advice.forums if one.forum == "opm-reconsideration"]
    if not ways:
        return "Only an OPM appeal decision can be reconsidered, and none is stated."
    if not ways[0].open:
        issued = facts.opm_decision.issued
        limit = deciding("reconsideration")
        last = issued + timedelta(days=limit.number)
        return f"The last day to ask was {day(last)}. {limit.text}"
    return ""


def make(matter: Matter) -> Paper:
    """Return the request.

    Raises:
        CaseError: no reconsideration can be asked for; the sentence says why.
    """
    why = barred(matter)
    decision = matter.appeal.opm_decision
    if why or decision is None:
        raise CaseError(
            why.rstrip("."),
            where="opm_decision",
            hint=""
            if decision is not None
            else "State OPM's decision in the facts of the appeal (--appeal).",
        )
    notes = Notes()
    gs = matter.appeal.pay_system == "gs"
    grounds = "reconsideration-grounds" if gs else "fws-reconsideration"
    warnings: list[Text] = []
    items: list[Text] = [say(rule(grounds).text, notes.rules((grounds,)))]
    if gs:
        last = decision.issued + timedelta(days=deciding("reconsideration").number)
        if matter.dated is not None and matter.dated > last:
            warnings.append(
                say(f"This letter is dated {day(matter.dated)}; the last day was {day(last)}.")
            )
        items.append(
            say(
                strong(f"The last day is {day(last)}. "),
                rule("reconsideration").text,
                notes.rules(("reconsideration",)),
            )
        )
        items.append(say(rule("director-review").text, notes.rules(("director-review",))))
    sections = (
        Section(
            title=TITLE,
            new_page=True,
            blocks=(
                *letterhead(
                    matter,
                    [
                        say("U.S. Office of Personnel Management"),
                        say(blank("office and address: check the present one at opm.gov")),
                    ],
                    "Reconsideration of the decision on",
                ),
                paragraph(
                    "I ask that the decision ",
                    or_blank(decision.number, "number"),
                    f" of {day(decision.issued)} be reconsidered.",
                ),
                writer(),
                position_entries(matter),
            ),
        ),
        Section(
            title="What is wrong in the decision",
            blocks=(
                paragraph(
                    "Technical accuracy: ",
                    blank("the place in the decision, the standard or rule it misreads, and why"),
                    notes.rules((grounds,)),
                ),
                paragraph(
                    "New and material facts that were not before OPM: ",
                    blank("what, with evidence, and why they came late; or none"),
                ),
            ),
        ),
        representative(notes),
        sign("What I state here is true to the best of my knowledge."),
    )
    opening = cover(matter, "request", items, warnings)
    return finished(
        "reconsideration", TITLE, matter, notes, opening, sections, about=short(matter), cover=True
    )
