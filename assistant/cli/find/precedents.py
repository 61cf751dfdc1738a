"""``fes precedents``: how decisions have read a level, paragraph by paragraph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.argue.precedents import (
    CAUTION,
    Language,
    Precedent,
    SimilarDecision,
    classification,
    precedents,
    similar_decisions,
)
from assistant.cases.edits import load_case
from assistant.cli.find.filters import precedent_filters
from assistant.cli.output import json_option, print_json, width, wrapped
from assistant.llm.libraries import open_library
from assistant.settings import load_settings
from core.errors import UsageError

if TYPE_CHECKING:
    from index.models import Decision

LONGEST = 1200
"""Of the language beside a paragraph, so many characters are shown; the passage has the rest."""

SIMILAR_WARNING = (
    "These decisions are on work that reads alike. They show how OPM read the criteria; they are "
    "not comparisons. Classifying a position by comparing it with another one is not allowed (5 "
    "U.S.C. 5106, 5107 and 5112 require comparison with standards); what you can do is ask for a "
    "consistency review, see fes appeal."
)


@click.command()
@click.argument("query", nargs=-1)
@precedent_filters
@click.option("--similar", metavar="CASE", help="Decisions on work like the duties of a case file.")
@json_option
def command(
    query: tuple[str, ...], *, similar: str | None, as_json: bool, k: int, **filters: str | None
) -> None:
    """Find how decisions read a level: what was met or refused, by whom, when, and why.

    QUERY says in words what to look for; without it every paragraph that passes the filters is
    shown. For example:

    fes precedents --factor 2 --level 2-5 --stance refused "drafts reviewed before issue"
    """
    words = " ".join(query)
    if similar is not None:
        if words or any(filters.values()):
            raise UsageError(
                "--similar takes its words from the case alone",
                where="fes precedents",
                hint="Leave the words and filters out, or leave --similar out.",
            )
        _similar(similar, k, as_json=as_json)
        return
    if not words and not any(filters.values()):
        raise UsageError(
            "there is nothing to look for",
            where="fes precedents",
            hint='For example: fes precedents --level 2-5 --stance refused "drafts are reviewed".',
        )
    from index.models import Query

    with open_library(load_settings()) as library:
        asked = Query(query=words, k=k, **{n: v for n, v in filters.items() if v is not None})
        found = precedents(library, asked)
        held = len(library.decisions())
    if as_json:
        print_json([_row(one, n) for n, one in enumerate(found, 1)])
        return
    if not found:
        _nothing(held)
        return
    shown: set[str] = set()
    for number, one in enumerate(found, start=1):
        click.echo(_text(one, number, shown))

    click.echo(_fill(CAUTION))


def _nothing(held: int) -> None:
    if not held:
        sys.stderr.write("The library has no decisions. Add some with: fes ingest PATH...\n")
        return
    decisions = "decision" if held == 1 else "decisions"
    click.echo(
        f"Nothing relevant was found in the {held} {decisions} of your library. Try other words, "
        "or fewer filters."
    )


# --- one paragraph -----------------------------------------------------------------------


def _row(one: Precedent, rank: int) -> dict[str, Any]:
    passage, decision = one.passage, one.decision
    return {
        "rank": rank,
        "score": one.score,
        "passage": passage.id,
        "document": passage.document,
        **_who(decision),
        "factor": passage.factor,
        "level": passage.level,
        "guide": one.guide,
        "stance": passage.stance,
        "page": passage.page,
        "paragraph": passage.paragraph,
        "heading": list(passage.heading),
        "text": passage.text,
        "level_language": None if one.language is None else _language_row(one.language),
        "standard_replaced": one.replaced,
    }


def _who(decision: Decision | None) -> dict[str, Any]:
    if decision is None:
        return {}
    return {
        "decision_number": decision.decision_number,
        "date": decision.date,
        "department": decision.department,
        "component": decision.component,
        "current": decision.current.model_dump(),
        "requested": decision.requested.model_dump(),
        "decided": decision.decided.model_dump(),
        "outcome": list(decision.outcome),
        "doubts": list(decision.doubts),
    }


def _language_row(language: Language) -> dict[str, str]:
    return {
        "kind": language.kind,
        "text": language.text,
        "source": language.source,
        "passage": language.passage,
    }


def _text(one: Precedent, number: int, shown: set[str]) -> str:
    passage, decision = one.passage, one.decision
    label = " ".join(
        part
        for part in (
            f"Level {passage.level}" if passage.level else "",
            f"of {one.guide}" if one.guide and passage.level else "",
            _stance(passage.stance),
        )
        if part
    )
    place = " · ".join(part for part in (passage.place(), label, passage.id) if part)
    lines = [
        *_lines(passage.title, first=f"{number:3}  ", bold=True),
        *(_lines(_story(decision)) if decision is not None else ()),
        *(line for doubt in (decision.doubts if decision else ()) for line in _lines(f"! {doubt}")),
        *_lines(place),
        *(_lines(one.replaced) if one.replaced else ()),
        "",
        *_lines(passage.text, indent=7),
    ]
    language = one.language
    if language is not None:
        said = {
            "official": "The level's own language",
            "quoted": "The level's language, quoted by the decision",
            "digest": "What the level requires, in our words",
        }[language.kind]
        lines.append("")
        if language.passage in shown:
            lines += _lines(f"{said}: as above ({language.source}).")
        else:
            shown.add(language.passage or language.text)
            text = language.text if len(language.text) <= LONGEST else _cut(language.text)
            lines += _lines(f"{said} ({language.source}):")
            lines += _lines(text, indent=7)
    return "\n".join(lines) + "\n"


def _cut(text: str) -> str:
    return text[: text.rfind(" ", 0, LONGEST)] + " …"


def _stance(stance: str) -> str:
    return {
        "not_met": "refused",
        "met": "met",
        "claim": "claimed",
        "credited": "credited",
        "comparison_refused": "not compared",
        "standard": "what the standard says",
    }.get(stance, "")


def _story(decision: Decision) -> str:
    """Return who asked for what, when and how it went, in one line."""
    was, asked, decided = (
        classification(one) for one in (decision.current, decision.requested, decision.decided)
    )
    change = f"{was or 'classification not stated'} → {decided or 'not stated'}"
    parts = [
        change,
        f"asked for {asked}" if asked else "",
        ", ".join(outcome.replace("_", " ") for outcome in decision.outcome),
        ", ".join(part for part in (decision.component, decision.department) if part),
        decision.date or "undated",
    ]
    return " · ".join(part for part in parts if part)


# --- similar work ------------------------------------------------------------------------


def _similar(path: str, k: int, *, as_json: bool) -> None:
    from core.errors import CaseError

    case = load_case(Path(path))
    if not case.duties:
        raise CaseError(
            "the case states no duties",
            where=f"{Path(path).name}, duties",
            hint="Add a [[duties]] table with title and text for each duty.",
        )
    with open_library(load_settings()) as library:
        found = similar_decisions(library, case, k)
        held = len(library.decisions())
    if as_json:
        rows = [_similar_row(one, n) for n, one in enumerate(found, 1)]
        print_json({"warning": SIMILAR_WARNING, "decisions": rows})
        return
    if not found:
        _nothing(held)
        return
    click.echo(_fill(SIMILAR_WARNING) + "\n")
    for number, one in enumerate(found, start=1):
        lines = [
            *_lines(one.title, first=f"{number:3}  ", bold=True),
            *_lines(_story(one.decision)),
            *(line for doubt in one.decision.doubts for line in _lines(f"! {doubt}")),
            *(_lines(one.replaced) if one.replaced else ()),
        ]
        like: dict[str, list[str]] = {}
        for duty, passage in one.paragraphs:
            like.setdefault(passage.id, []).append(f"“{duty}”")
        passages = {passage.id: passage for _, passage in one.paragraphs}
        for name, duties in like.items():
            passage = passages[name]
            lines += ["", *_lines(f"Like {' and '.join(duties)} ({passage.place()}, {name}):")]
            lines += _lines(passage.text, indent=7)
        click.echo("\n".join(lines) + "\n")


def _similar_row(one: SimilarDecision, rank: int) -> dict[str, Any]:
    return {
        "rank": rank,
        "likeness": one.likeness,
        "document": one.decision.document,
        **_who(one.decision),
        "standard_replaced": one.replaced,
        "paragraphs": [
            {"duty": duty, "passage": passage.id, "text": passage.text}
            for duty, passage in one.paragraphs
        ],
    }


# --- lines -------------------------------------------------------------------------------


def _fill(text: str) -> str:
    return "\n".join(wrapped(text, width()))


def _lines(text: str, *, first: str = "", indent: int = 5, bold: bool = False) -> list[str]:
    return list(wrapped(text, width(), indent=indent, first=first, bold=bold))
