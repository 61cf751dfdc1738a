"""What topics are written with: rules as words, the standard that answers, ranges and sentences.

Nothing here computes a level, points or a grade: the figures are read from the core's tables.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.chat.model import Answer, Context, Question, Words
from core.errors import AppError, StandardError
from core.model import Citation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.fes.patterns.typical_levels import Table
    from core.standards.criteria import Factor, GradeRange, Level
    from core.standards.model import Standard

_DOCUMENTS = Path(__file__).resolve().parent / "data" / "documents.toml"
PRIMARY = "fes-primary"


@dataclass(frozen=True, slots=True)
class DocumentName:
    """A document that answers rest on: how it is cited and how a copy of it is known.

    ``called`` are words by which people speak of a decision whose number they do not know.
    """

    key: str
    title: str
    edition: str
    matches: tuple[str, ...]
    get: str
    called: tuple[str, ...] = ()


@cache
def documents() -> dict[str, DocumentName]:
    """Return the documents that answers rest on, by key."""
    data = tomllib.loads(_DOCUMENTS.read_text(encoding="utf-8"))
    return {
        key: DocumentName(
            key,
            d["title"],
            d["edition"],
            tuple(d["matches"]),
            d["get"],
            tuple(d.get("called", ())),
        )
        for key, d in data.items()
    }


def law(source: str, page: str, anchor: str, ours: str, *, section: str = "") -> Words:
    """Return a rule as our sentence with the place of the official one.

    Args:
        source: The document's key in ``documents.toml``.
        page: The printed page, or a place in words ("section 511.605").
        anchor: A few words, as printed, of the sentence to quote when the document is held.
        ours: The rule in our own words.
        section: The part of the document, where the citation should name it.

    Raises:
        AppError: there is no such document, which is a mistake in the program.
    """
    known = documents().get(source)
    if known is None:
        raise AppError(
            f"there is no document {source!r}", where="assistant/chat/answering/data/documents.toml"
        )
    cited = Citation(document=known.title, edition=known.edition, page=page, section=section)
    return Words(ours=ours, citation=cited, source=source, anchor=anchor)


def usual_levels(
    shown: tuple[Table, ...], ours: str = "The tables of typical levels, by kind of work and grade."
) -> tuple[Words, Words]:
    """Return the Handbook's tables that were read, and that they are examples only."""
    from core.fes.patterns.typical_levels import source

    return (
        Words(ours=ours, citation=Citation.model_validate(source(shown))),
        law(
            "classifier-handbook",
            "14",
            "They show examples only",
            "The tables are examples and exclude no other levels.",
        ),
    )


def rule(code: str, source: str = "", anchor: str = "") -> Words:
    """Return a rule of procedure of the core (``core/appeals/data``) by its code.

    Args:
        code: Such as ``"time"``.
        source: The document to quote it from, a key in ``documents.toml``.
        anchor: A few words of the sentence to quote there, none of them the rule's number.
    """
    from core.law.rules import rule as find

    found = find(code)
    return Words(ours=found.text, citation=found.citation, source=source, anchor=anchor)


def quoted_rule(code: str, source: str) -> Words:
    """Return a rule of procedure, to be quoted from a document by the words that bear it there.

    A rule with a number is quoted so: its words, and with them the number, stand in the core only.

    Args:
        code: Such as ``"retention-period"``.
        source: The document, a key in ``documents.toml``.

    Raises:
        AppError: none of the rule's words stand there, which is a mistake in the program.
    """
    from core.law.rules import rule as find

    return rule(code, source, find(code).words_in(source))


def mixed_rule(code: str, source: str = "", anchor: str = "") -> Words:
    """Return a rule on positions that mix work (``core/mixed/data``) by its code."""
    from core.law.rules import mixed_rules

    found = mixed_rules()[code]
    return Words(ours=found.text, citation=found.citation, source=source, anchor=anchor)


def guide_rule(code: str, anchor: str = "") -> Words:
    """Return a rule of the General Schedule Supervisory Guide by its code.

    Args:
        code: Such as ``"coverage-time"``.
        anchor: A few words of the sentence to quote from the guide.
    """
    from core.supervisory import load_guide

    guide = load_guide()
    cited = Citation.model_validate(guide.cite(code))
    return Words(ours=guide.rules[code].text, citation=cited, source="gssg", anchor=anchor)


def guide_number(code: str) -> int:
    """Return the number in a rule of the General Schedule Supervisory Guide."""
    from core.supervisory import load_guide

    return load_guide().value(code)


def standard_of(question: Question, context: Context) -> Standard:
    """Return the standard that answers: the one named, else the case's, else the Primary one.

    Raises:
        StandardError: a standard is named that is not in force on the case's date.
    """
    from core.overview import supervisory_editions
    from core.standards.reading import load_standard

    if "gssg" in question.standards:
        return supervisory_editions()[-1]
    if question.standards:
        return load_standard(question.standards[0], context.as_of)
    if context.case is not None:
        return load_standard(context.case.standard, context.as_of)
    return load_standard(PRIMARY)


def as_known(standard_id: str, context: Context) -> Standard:
    """Return a standard as in force on the case's date, else the edition in force today.

    It is for standards that are looked up beside the case, not the one it is graded by: a flysheet
    of later than the case still says what it sends the work to, and its citation names the edition.

    Raises:
        StandardError: there is no such standard.
    """
    from core.standards.reading import load_standard

    try:
        return load_standard(standard_id, context.as_of)
    except StandardError:
        return load_standard(standard_id)


def primary(context: Context) -> Standard:
    """Return the Primary Standard as in force on the case's date."""
    from core.standards.reading import load_standard

    return load_standard(PRIMARY, context.as_of)


def level_below(level: str, context: Context) -> str:
    """Return the level one step below another; the level itself where it is the lowest."""
    assert context.opened is not None  # noqa: S101 - checked by the caller
    for standard in (context.opened.standard, primary(context)):
        for factor in standard.factors:
            ladder = [one.level for one in factor.levels]
            if level in ladder[1:]:
                return ladder[ladder.index(level) - 1]
    return level


def range_of(standard: Standard, grade: int) -> GradeRange | None:
    """Return a grade's row of a conversion table, or None when the table has no such grade."""
    return next((row for row in standard.conversion if row.grade == grade), None)


def grade_at(standard: Standard, points: int) -> GradeRange | None:
    """Return the row of a conversion table in which points lie, or None below the table."""
    for row in standard.conversion:
        if row.min <= points and (row.max is None or points <= row.max):
            return row
    return None


def span(row: GradeRange) -> str:
    """Return a range of points as people write it: ``2,755 to 3,150`` or ``4,055 and up``."""
    return f"{row.min:,} to {row.max:,}" if row.max is not None else f"{row.min:,} and up"


def points_span(row: GradeRange) -> str:
    """Return a range with its unit: ``2,755 to 3,150 points`` or ``4,055 points and up``."""
    if row.max is None:
        return f"{row.min:,} points and up"
    return f"{row.min:,} to {row.max:,} points"


def range_words(standard: Standard, row: GradeRange) -> Words:
    """Return a row of a conversion table as words with its citation."""
    text = f"GS-{row.grade} takes {points_span(row)}."
    return Words(ours=text, citation=standard.cite_range(row))


def level_of(standard: Standard, level: str) -> tuple[Factor, Level] | None:
    """Return a level with its factor, or None when the standard does not describe it."""
    for factor in standard.factors:
        for found in factor.levels:
            if found.level == level:
                return factor, found
    return None


def as_in(standard: Standard, level: str) -> str:
    """Return a level of Factor 7 as a standard names it: with a letter, or with a number."""
    factor, _, mark = level.rpartition("-")
    if level_of(standard, level) is not None or factor != "7":
        return level
    other = f"{ord(mark.upper()) - ord('A') + 1}" if mark.isalpha() else chr(ord("@") + int(mark))
    return f"{factor}-{other}" if level_of(standard, f"{factor}-{other}") is not None else level


def level_words(standard: Standard, level: Level) -> Words:
    """Return our summary of a level with the place of the official text, quoted where held."""
    return Words(ours=level.summary, citation=standard.cite(level.page), level=level.level)


def points_of(level: Level) -> str:
    """Return a level's points as text, empty where only a combined chart gives points."""
    return f"{level.points:,} points" if level.points else ""


def listed(items: Sequence[str], joint: str = "and") -> str:
    """Return items as English lists them: ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def decline(what: str, instead: str) -> Answer:
    """Return an answer that declines: what this does not do, and what it can do instead."""
    return Answer(lead=f"{what} {instead}", kind="decline")


def not_held(what: str, document: str, get: str, *more: str) -> Answer:
    """Return an answer that names the document which would hold what is asked for.

    Args:
        what: One sentence that says what is not held.
        document: The document that would hold it.
        get: Where to get it.
        more: Further sentences for the lead.
    """
    lead = " ".join((what, f"It stands in {document}: get it from {get}.", *more))
    return Answer(
        lead=lead,
        kind="not_held",
        next=("Add it with `fes ingest FILE`, and it is quoted here.",),
    )


def of_the_wage_system(context: Context) -> str:
    """Return what the case's job is called where the wage system grades it; empty otherwise."""
    from core.law.pay_systems import wage_job

    case = context.case
    return wage_job(case.current, case.requested) if case is not None else ""


def by_job_grading(context: Context) -> Answer | None:
    """Say what grades the wage job of the case in place of factor levels; None for any other."""
    named = of_the_wage_system(context)
    if not named:
        return None
    from core.law.pay_systems import not_graded

    return Answer(
        lead=f"**{not_graded(named).message}.** The job grading standard of its occupation "
        "grades it, which is not held here: no factor levels or points do, and none are missing.",
        words=(
            law(
                "introduction",
                "20",
                "exempts from coverage under the General Schedule",
                "Trades, crafts and manual labor are outside the General Schedule.",
            ),
        ),
        next=(
            "Ask your personnel office for the job grading standard by which the job was graded.",
            "Ask *how does a wage employee appeal?* for the two steps and their days.",
            "Ask *is this a wage job or General Schedule work?* where that is the question.",
        ),
    )


def to_rate(context: Context) -> tuple[str, ...]:
    """Return what has to be said first of a case that states duties and no level of a factor."""
    case = context.case
    if case is None or not case.duties or case.levels or context.evaluation is not None:
        return ()
    if of_the_wage_system(context):
        return ()
    return (
        (
            "No level of the case is known yet: say *suggest levels* for one to each factor from "
            "the duties, or name those that the agency credited."
        ),
    )


def not_rated(context: Context) -> Answer | None:
    """Say of a case without any level what would give it a grade; None for any other case."""
    first = to_rate(context)
    if not first:
        return by_job_grading(context) if context.evaluation is None else None
    return Answer(
        lead=(
            "**I cannot say yet: the case states the duties, and no level of a factor.** "
            "*Suggest levels* proposes one for each; then the points, the grade and what an "
            "appeal could win or lose are counted."
        ),
        kind="clarify",
        next=first,
    )
