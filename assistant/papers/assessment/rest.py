"""What an assessment says after the levels: routes, papers needed, consequences, the sample."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from assistant.papers.assessment.front import GENERAL, at_stake
from assistant.papers.content import Block, Column, Section, Text
from assistant.papers.drafting import (
    Notes,
    bullets,
    code,
    lead,
    notice_blocks,
    paragraph,
    remark,
    say,
    strong,
    table,
)
from assistant.papers.subject import Matter
from assistant.text import number
from core.appeals.forum import FORUMS
from core.appeals.issues import VERDICTS
from core.appeals.stakes import STAKES
from core.law.rules import rule
from core.standards.series import series_code
from index.decisions.register import facts as register
from index.decisions.register.facts import Entry

_NEVER: Final = (
    *("description-accuracy", "work-outside-description", "agency-guide", "standard-criteria"),
    *("comparison", "not-grade-related", "title-not-prescribed", "proposed-decision"),
)
"""What a General Schedule appeal cannot decide, with the route each has."""

_STATES: Final = {
    "present": "stated",
    "partial": "in part",
    "missing": "missing",
    "not-needed": "not needed",
    "unknown": "to be checked",
}


def routes(matter: Matter, notes: Notes) -> Section:
    """Return what can be appealed and where, and what cannot, with the route it has."""
    advice, facts = matter.advice, matter.appeal
    can = Section(
        title="What you dispute",
        blocks=bullets(
            say(
                strong(f"{one.issue.replace('-', ' ').capitalize()}: {VERDICTS[one.verdict]}. "),
                one.text,
                notes.rules(one.rules),
            )
            for one in advice.issues
        ),
    )
    where = Section(
        title="Where",
        blocks=bullets(
            say(
                strong(f"{FORUMS[one.forum]}: {'open' if one.open else 'not open'}. "),
                one.text,
                notes.rules(one.rules),
            )
            for one in advice.forums
        ),
    )
    grounds = [one for one in advice.grounds if not one.counts]
    never = ("fws-not-appealable",) if facts.pay_system == "fws" else _NEVER
    cannot = Section(
        title="What an appeal cannot decide, and the route it has",
        blocks=(
            *bullets(
                say(
                    strong(f"{one.ground.replace('-', ' ').capitalize()} does not count. "),
                    one.text,
                    notes.rules(one.rules),
                )
                for one in grounds
            ),
            *_never(never, notes),
        ),
    )
    disputed = () if matter.subject.first else (can,)
    return Section(title="What can be appealed, and where", sections=(*disputed, where, cannot))


def _never(codes: Sequence[str], notes: Notes) -> Iterator[Block]:
    """Yield what is not appealed, and a route that several have in common once, over them."""
    halves = {one: rule(one).text.rstrip(".").partition("; ") for one in codes}
    shared = {
        route
        for route, count in Counter(route for *_, route in halves.values()).items()
        if route and count > 1
    }
    yield from bullets(
        say(rule(one).text, notes.rules((one,))) for one in codes if halves[one][2] not in shared
    )
    for route in sorted(shared):
        yield lead(f"For each of these {route}:")
        yield from bullets(
            say(f"{text}.", notes.rules((one,)))
            for one, (text, _, own) in halves.items()
            if own == route
        )


def checklist(matter: Matter, notes: Notes) -> Section:
    """Return what an appeal must contain, whether it is there, and what is still to do."""
    advice = matter.advice
    rows: list[tuple[Text, ...]] = [
        (
            say(one.text, notes.rules(one.rules)),
            say(_STATES[one.state]),
            say(one.to_do),
        )
        for one in advice.contents
    ]
    blocks: list[Block] = []
    if rows:
        blocks.append(
            table(
                "What the appeal must contain",
                (
                    Column(head="Part", width=5),
                    Column(head="State", width=2),
                    Column(head="To do", width=5),
                ),
                rows,
            )
        )
    if advice.questions:
        blocks.append(lead("What would make this answer more certain:"))
        blocks += bullets(say(one.text, " (", code(one.field), ")") for one in advice.questions)
    return Section(title="Checklist", blocks=tuple(blocks))


def after_deciding(matter: Matter, notes: Notes) -> Section:
    """Return what a decision does, what else applies, and what is kept when a grade falls."""
    advice = matter.advice
    told = GENERAL if at_stake(matter) is None else ()
    items = [one for one in advice.risks if one.code not in (*STAKES, *told, "odds")]
    blocks: list[Block] = [
        *bullets(
            say(one.text, notes.rules(one.rules)) for one in (*items, *advice.others, *advice.also)
        )
    ]
    if advice.retention is not None:
        blocks.append(lead(strong("Grade retention and pay")))
        blocks += bullets(say(text, notes.rules(codes)) for text, codes in advice.retention.lines)
    return Section(title="What a decision does", blocks=tuple(blocks))


def sample(matter: Matter, notes: Notes) -> Section:
    """Return how decided appeals went, and what the sample behind the counts is."""
    everything = register.entries()
    position = matter.subject.position
    wanted = {
        series_code(one) for one in (position.current.series, position.requested.series) if one
    }
    near = [one for one in everything if {one.current.series, one.decided.series} & wanted]
    same = [one for one in everything if one.current.grade == position.current.grade]
    groups: list[tuple[str, list[Entry]]] = [("All decisions of the register", [*everything])]
    if near:
        plan = position.current.pay_plan.upper()
        named = " or ".join(sorted(f"{plan}-{one}" for one in wanted))
        groups.append((f"Those on {named}, before or after", near))
    if position.current.grade is not None and same:
        groups.append((f"Those that began at grade {position.current.grade}", same))
    columns = [Column(head="What became of them", width=3)]
    columns += [Column(head=name, width=3, figures=True) for name, _ in groups]
    counts = [Counter(entry.went()[0] for entry in entries) for _, entries in groups]
    rows = [
        (say(words.capitalize()), *(say(number(one[kind])) for one in counts))
        for kind, words in register.WORDS.items()
        if counts[0][kind]
    ]
    odds = rule("odds")
    return Section(
        title="How decided appeals went",
        blocks=(
            paragraph(odds.text, notes.rules(("odds",))),
            table("Outcomes in the register of decisions", columns, rows),
            remark(
                "These are not odds. The register holds what public copies held, not a draw from "
                "all decisions, and falls are more common in it than OPM says of all. No position "
                "is graded by comparing it with another."
            ),
        ),
    )


def sources(matter: Matter, notes: Notes) -> Section:
    """Return what was not verified, and the fingerprint of the advice."""
    advice = matter.advice
    blocks: list[Block] = []
    if advice.verify:
        blocks.append(paragraph("Not verified here; it decides nothing above:"))
        blocks += bullets(say(one.text, notes.rules((one.code,))) for one in advice.verify)
    lesser = [one for one in matter.subject.notices if one.severity == "note"]
    blocks += notice_blocks(lesser, notes)
    blocks.append(paragraph("Fingerprint of the advice: ", code(advice.fingerprint), "."))
    if matter.subject.fingerprint:
        blocks.append(
            paragraph("Fingerprint of the evaluation: ", code(matter.subject.fingerprint), ".")
        )
    blocks.append(
        remark(
            "This is not legal advice. It tells what published rules say of the facts stated, and "
            "nothing else."
        )
    )
    return Section(title="How this was worked out", blocks=tuple(blocks))
