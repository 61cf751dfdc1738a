"""The first page of an assessment: the answer, and what it turns on."""

from __future__ import annotations

import re
from typing import Final

from assistant.papers.content import Block, Column, Table, Text
from assistant.papers.drafting import (
    Notes,
    answer,
    blank,
    bullets,
    day,
    lead,
    notice_blocks,
    paragraph,
    say,
    strong,
    table,
)
from assistant.papers.statement.opening import fictional
from assistant.papers.subject import Matter, stated
from assistant.text import number
from core.appeals.limits import TimeLimit
from core.appeals.stakes import StakeLine, Stakes, graded_stakes, stakes
from core.fes.whatif.partial import spanned
from core.law.rules import rule
from core.model import GENERAL_SCHEDULE, Classification

_LOST: Final = re.compile(
    r"\b(?:down-?grad|demot|reclassif|lower(?:ed|ing) (?:my|the|to|from)|lost (?:my|a|the) grade|"
    r"cut (?:my|the) (?:grade|pay)|took away|lost pay)",
    re.IGNORECASE,
)
"""Words that speak of a grade or pay lost. They only make the page warn; nothing rests on them."""


GENERAL: Final = ("risk", "fws-risk")
"""The rules of what an appeal risks in general, for a page that has no points to tell it by."""


def at_stake(matter: Matter) -> Stakes | None:
    """Return what an appeal puts at stake, when the position is graded by factors."""
    subject = matter.subject
    if subject.opened is None or subject.standing is None or subject.first:
        return None
    return stakes(subject.opened, subject.standing.levels, held=matter.appeal.grade)


def front(matter: Matter, notes: Notes) -> tuple[Block, ...]:
    """Return the blocks of the first page, the answer first."""
    found = at_stake(matter)
    position = matter.subject.position
    blocks: list[Block] = [*fictional(matter.subject)]
    if position.question:
        blocks.append(paragraph("You ask: ", position.question))
    blocks.append(answer(strong(_verdict(matter, found)), " ", _because(matter, found)))
    blocks.append(grades(matter, found))
    blocks += _risk(matter, found, notes)
    blocks += _dates(matter, notes)
    blocks += _first(matter, notes)
    grave = [one for one in matter.subject.notices if one.severity != "note"]
    blocks += notice_blocks(grave, notes)
    return tuple(blocks)


def _verdict(matter: Matter, found: Stakes | None) -> str:
    """Say in one sentence what an appeal would do, as far as what is stated decides it."""
    if not any(one.verdict in ("appealable", "undetermined") for one in matter.advice.issues):
        return "What you dispute cannot be appealed."
    if matter.subject.first:
        return "There is nothing to appeal yet: no classification is stated that you hold."
    if found is None:
        lines = _other(matter)
        if lines and lines[0].code == "held":
            return f"An appeal puts the {_held(matter) or 'grade'} you hold at risk."
        grade, held = matter.subject.grade, _held(matter)
        if grade is None:
            return "Whether an appeal would change the grade is not decided by what is stated."
        if grade == held:
            return f"An appeal on this would leave you at {held}."
        above = f", above the {held} you hold" if held else ""
        return f"What is stated comes to {grade}{above}."
    if found.direction < 0:
        return f"An appeal puts the {found.held} you hold at risk."
    if found.direction > 0:
        return f"What is found comes to {found.found}, above the {found.held} you hold."
    if found.best is not None and found.best_total is not None and found.best != found.held:
        return (
            f"As it stands, an appeal would leave you at {found.held}; it would take levels not "
            "yet found met to change that."
        )
    return f"An appeal on this would leave you at {found.held}."


def _held(matter: Matter) -> str:
    """Return the grade held as a label; empty where none is stated."""
    held = matter.subject.position.current
    return "" if held.grade is None else f"{held.pay_plan.upper()}-{held.grade}"


def _because(matter: Matter, found: Stakes | None) -> str:
    if found is None:
        if matter.subject.method == "none":
            plan = matter.appeal.pay_plan
            return (
                f"No grading criteria for pay plan {plan} are held here, so this page says what "
                "the procedure is and what it risks, not which grade is right."
            )
        partial = matter.subject.partial
        if partial is not None:
            return (
                "Some factors have no level yet; the grades still possible are "
                f"{spanned(partial.grades)}."
            )
        if matter.subject.mix is not None and matter.subject.mix.difference:
            return matter.subject.mix.difference
        return _by_the_chart(matter)
    parts = [f"The levels credited total {number(found.total)} points, {found.found}."]
    if found.short:
        parts.append(
            f"{found.requested} is out of reach: all you seek falls {number(found.short)} points "
            "short of it."
        )
    elif found.best is not None and found.best_total is not None:
        parts.append(
            f"With all you seek, the total would be {number(found.best_total)}, {found.best}."
        )
    return " ".join(parts) + found.lent


def _by_the_chart(matter: Matter) -> str:
    """Say what a supervisor's factors total, and how far that is from the next grade of the chart.

    Nothing where the grade is not the chart's.
    """
    found = matter.subject.supervised
    if found is None or found.total is None or found.margin is None:
        return ""
    text = f"The factors total {number(found.total)} points by the supervisory guide"
    margin = found.margin
    if margin.to_next is not None:
        text += f", {number(margin.to_next)} short of {margin.next_grade}"
    return f"{text}."


def grades(matter: Matter, found: Stakes | None) -> Table:
    """Return held, computed, all that is sought, and asked for, in one table."""
    subject = matter.subject
    held = subject.position.current
    rows: list[tuple[Text, Text, Text]] = []
    if found is not None:
        from_where = {
            "case": "stated in the case",
            "facts": "stated in the facts of the appeal",
            "levels of record": "by the levels of record; no grade is stated",
        }[found.held_from]
        rows.append((say("Held"), say(found.held), say(from_where)))
        rows.append((say("Computed"), say(found.found), say(f"{number(found.total)} points")))
        if found.best is not None and found.best_total is not None:
            points = say(f"{number(found.best_total)} points")
            rows.append((say("If all you seek is credited"), say(found.best), points))
        if found.requested is not None and subject.opened is not None:
            row = next(
                one for one in subject.opened.table.conversion if one.label == found.requested
            )
            begins = say(f"begins at {number(row.min)} points")
            rows.append((say("Asked for"), say(found.requested), begins))
    else:
        label = say(held.label()) if stated(held) else say(blank("grade held"))
        rows.append((say("Held"), label, _stated(held)))
        possible = spanned([f"GS-{one}" for one in sorted(subject.grades)], "or")
        if subject.grade:
            guide = subject.supervised
            total = None if guide is None or guide.margin is None else guide.total
            by = "by what is stated" if total is None else f"{number(total)} points"
            rows.append((say("Computed"), say(subject.grade), say(by)))
        elif possible:
            rows.append((say("Computed"), say(possible), say("not decided by what is stated")))
        else:
            rows.append((say("Computed"), say(blank("not computed")), say("see above")))
        asked = subject.position.requested
        rows.append(
            (
                say("Asked for"),
                say(asked.label()) if stated(asked) else say(blank("grade asked for")),
                _stated(asked),
            )
        )
    return table(
        "Held, computed and sought",
        (
            Column(head="Which", width=3),
            Column(head="Grade", width=3),
            Column(head="From", width=4),
        ),
        rows,
    )


def _stated(classification: Classification) -> Text:
    """Say where a classification comes from; nothing of one that nobody states."""
    return say("stated in the case") if stated(classification) else ()


def _other(matter: Matter) -> tuple[StakeLine, ...]:
    """Return what is at stake where the grade was found by other means than points of factors."""
    position = matter.subject.position
    if position.current.pay_plan.upper() not in GENERAL_SCHEDULE:
        return ()
    held = matter.appeal.grade if position.current.grade is None else position.current.grade
    return graded_stakes(held, matter.subject.grades, position.requested.grade)


def _risk(matter: Matter, found: Stakes | None, notes: Notes) -> list[Block]:
    lines = _other(matter) if found is None else found.lines
    told = [say(strong(line.head), f" {line.text}", notes.rules(line.rules)) for line in lines]
    if found is None:
        general = [one for one in matter.advice.risks if one.code in GENERAL]
        told += [say(one.text, notes.rules(one.rules)) for one in general]
    return [lead(strong("The risk")), *bullets(told)]


def _dates(matter: Matter, notes: Notes) -> list[Block]:
    """Return the dates: whether any day runs, and what each limit is."""
    advice, facts = matter.advice, matter.appeal
    blocks: list[Block] = [lead(strong("The dates"))]
    items: list[Text] = []
    action = facts.personnel_action
    limits = advice.time_limits
    free = bool(limits) and limits[0].state == "no-limit"
    if free and action is not None and action.lost_grade_or_pay is False:
        items.append(
            say(
                strong("Filing late costs nothing: "),
                "no action has cost you grade or pay.",
                notes.rules(limits[0].rules),
            )
        )
    elif free and action is None:
        items += _when_late(matter, notes)
    # That there is no limit as such has been said above, with what it depends on.
    shown = limits[1:] if items else limits
    items += [say(limit_text(one), notes.rules(one.rules)) for one in shown]
    if advice.effective_dates is not None:
        items += [say(one) for one in advice.effective_dates.texts]
    if not items:
        items.append(say("No time limit applies to what is stated."))
    blocks += bullets(items)
    return blocks


def _when_late(matter: Matter, notes: Notes) -> list[Text]:
    """Say when filing late costs nothing and when it does, where no action is stated."""
    wage = matter.appeal.pay_system == "fws"
    first = "fws-retroactive-filing" if wage else "retroactive-first-filing"
    items = [
        say(
            strong("Filing late costs nothing"),
            " as long as no action has cost you grade or pay, and none is stated here. ",
            limit_text(matter.advice.time_limits[0]),
            notes.rules(matter.advice.time_limits[0].rules),
        ),
        say(
            strong("It costs pay"),
            " when one has: ",
            rule(first).text,
            notes.rules((first,)),
        ),
    ]
    return [*days_running(matter), *items]


def days_running(matter: Matter) -> list[Text]:
    """Warn that days may be running where a case speaks of a grade lost and states no action."""
    position = matter.subject.position
    said = f"{position.title} {position.question} {position.position_description.remarks}"
    if matter.appeal.personnel_action is not None or not _LOST.search(said):
        return []
    warning = say(
        strong("Days may be running. "),
        "The case speaks of a grade that was lowered, but states no action. State it with its day "
        "before you rely on this: ",
        blank("the action, its effective day, and when notice came"),
    )
    return [warning]


def limit_text(limit: TimeLimit) -> str:
    """Say what must be done by which day, how it stands, and what is wise."""
    if limit.state == "no-limit":
        return limit.advice or f"{limit.what}: no time limit."
    text = limit.what
    if limit.state == "starts-with-event" and limit.count is not None:
        within = f"{limit.what}: within {limit.count} {limit.unit} of {limit.runs_from}"
        return f"{within}, which is not stated. {limit.advice}".rstrip()
    if limit.last_day is not None:
        text += f": by {day(limit.last_day)}"
    if limit.days_left is not None and limit.state == "open":
        text += f", {limit.days_left} {'day' if limit.days_left == 1 else 'days'} left"
    else:
        text += f" ({limit.state.replace('-', ' ')})"
    return f"{text}. {limit.advice}".rstrip()


def _first(matter: Matter, notes: Notes) -> list[Block]:
    todo = [one for one in matter.advice.do_first if not one.holds]
    if not todo:
        return []
    return [
        lead(strong("Do first")),
        *bullets(say(one.text, notes.rules(one.rules)) for one in todo),
    ]
