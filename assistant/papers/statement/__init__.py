"""The evaluation statement: what a position is, what the standard asks, and the grade it earns."""

from __future__ import annotations

from assistant.papers.content import Block, Callout, Paper, Section
from assistant.papers.drafting import (
    Notes,
    blank,
    bullets,
    finished,
    notice_blocks,
    paragraph,
    say,
    strong,
)
from assistant.papers.statement import factors, mixed, narrative, opening, series, sums, supervisory
from assistant.papers.statement.closing import decision, open_points
from assistant.papers.subject import Matter, Subject
from core.fes.whatif.partial import spanned
from core.model import GENERAL_SCHEDULE, Evaluation

TITLE = "Position evaluation statement"


def make(matter: Matter) -> Paper:
    """Return the evaluation statement of a position, by whatever it is graded.

    Raises:
        LevelError, CaseError, StandardError: what the position states cannot be evaluated.
        StorageError: a list of changed series that was kept cannot be read.
    """
    subject, notes = matter.subject, Notes()
    sections: list[Section] = []
    warned = (*apart(subject), *notice_blocks(subject.notices, notes))
    if warned:
        sections.append(Section(title="What the reader must know", blocks=warned))
    sections += [opening.background(matter), opening.description(matter)]
    if subject.method in ("supervisory", "narrative", "none"):
        sections.append(series.series_and_title(matter, notes))
    if subject.method == "supervisory":
        sections += supervisory.analysis(matter, notes)
    elif subject.method == "mixed":
        sections += mixed.analysis(subject, notes)
    elif subject.method == "narrative":
        sections += narrative.analysis(subject, notes)
    elif subject.method == "none":
        sections.append(ungraded(subject))
    else:
        sections += [
            series.series_and_title(matter, notes),
            opening.standard_used(matter, notes),
            factors.analysis(matter, notes),
            sums.summary(subject, notes),
        ]
    ends = (open_points(subject), decision(subject))
    sections += [one for one in ends if one is not None]
    if notes.documents:
        sections.insert(2, references(notes))
    first = (
        *opening.fictional(subject),
        opening.head(matter, method(subject)),
        *outcome(subject),
    )
    return finished(
        "statement", TITLE, matter, notes, first, sections, fingerprint=subject.fingerprint
    )


def ungraded(subject: Subject) -> Section:
    """Return what stands in place of the analysis where no grading criteria are held."""
    plan = subject.position.current.pay_plan
    return Section(
        title="Grade determination",
        blocks=(
            paragraph(
                f"No grading criteria for pay plan {plan} are held here, so no grade is computed."
            ),
            paragraph("Standard used: ", blank("title and date of the standard")),
            paragraph("Analysis: ", blank("each factor or criterion, what the work is, the grade")),
        ),
    )


def apart(subject: Subject) -> tuple[Callout, ...]:
    """Warn who signs that the evaluation does not come to the grade of record."""
    held, grade = subject.position.current, subject.grade
    if held.grade is None or grade is None or held.pay_plan.upper() not in GENERAL_SCHEDULE:
        return ()
    found = int(grade.rpartition("-")[2])
    if found == held.grade:
        return ()
    way = "lower" if found < held.grade else "higher"
    plan = held.pay_plan.upper()
    text = (
        f"This evaluation comes to {grade}, which is {way} than the {plan}-{held.grade} of record: "
        "signing it says that the grade of record is wrong."
    )
    return (Callout(severity="warning", text=say(text)),)


def outcome(subject: Subject) -> tuple[Block, ...]:
    """Return the result in one sentence, first of all."""
    result = subject.result
    if result is None:
        return ()
    if isinstance(result, Evaluation):
        return (
            paragraph(
                "The levels credited total ",
                strong(f"{result.total:,} points"),
                ", which is ",
                strong(result.grade),
                ".",
            ),
        )
    if result.grade:
        return (paragraph("The grade is ", strong(result.grade), "."),)
    possible = spanned([f"GS-{one}" for one in sorted(subject.grades)], "or")
    still = f" Still possible: {possible}." if possible else ""
    return (paragraph(f"The grade is not decided by what is stated.{still}"),)


def method(subject: Subject) -> str:
    """Return what a position is evaluated by, with its edition."""
    if subject.method == "mixed":
        return "the rules for positions that mix kinds of work"
    if subject.guided is not None:
        return f"{subject.guided.guide_title}, edition {subject.guided.edition}"
    if subject.opened is not None:
        table = subject.opened.table
        return f"{table.title}, edition {table.edition_id}"
    if subject.supervised is not None:
        return f"General Schedule Supervisory Guide, edition {subject.supervised.edition}"
    return ""


def references(notes: Notes) -> Section:
    """Return the documents the statement rests on, each once, with its edition."""
    return Section(title="References", blocks=bullets(say(one) for one in notes.documents))
