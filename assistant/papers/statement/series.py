"""Which series and title a position has: the rules, what is proposed, what a person determined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assistant.argue.selection import sentences
from assistant.cases.determining import Proposal, ProposedTitle, propose
from assistant.papers.content import Block, Paragraph, Quote, Section, Text
from assistant.papers.drafting import (
    Notes,
    blank,
    bullets,
    joined,
    lead,
    paragraph,
    remark,
    say,
    strong,
    unmarked,
)
from assistant.papers.quotations import whole
from core.law.rules import mixed_rules
from core.model import GENERAL_SCHEDULE, Citation
from core.standards.reading import load_standard
from core.standards.series import document, find_series, group_of, series_code
from index.search.series.finding import Candidate, definitions
from index.search.series.trades import occupations

if TYPE_CHECKING:
    from assistant.papers.subject import Matter, Position
    from core.standards.model import Standard
    from index.library import Library
    from index.models import Passage

_QUOTED: Final = 2
"""How many sentences of a long definition are quoted: what the series covers stands first."""
_SHORT: Final = 2000
"""Characters up to which a definition is quoted whole."""


def series_and_title(matter: Matter, notes: Notes) -> Section:
    """Return which series and title come into question, and the rule of the standard for each."""
    subject = matter.subject
    position = subject.position
    standard = None
    if subject.case is not None:
        standard = load_standard(subject.case.standard, subject.case.as_of)
    plan = position.current.pay_plan.upper()
    if subject.method == "none" and plan not in GENERAL_SCHEDULE:
        return _elsewhere(position, plan, notes)
    found: list[Block] = []
    named = [
        ("of record", position.current.series),
        ("sought", position.requested.series),
    ]
    codes = {series_code(series) for _, series in named if series}
    for whose, series in named:
        if series and (whose == "of record" or len(codes) > 1 or not named[0][1]):
            found.append(paragraph(f"The series {whose} is ", *_series(series, notes)))
    if standard is not None and standard.series:
        covered = joined(f"GS-{one}" for one in standard.series)
        found.append(paragraph(f"The standard used, {standard.title}, covers {covered}."))
        found += _statements("It covers:", standard, "coverage", notes)
        found += _statements("It does not cover:", standard, "exclusions", notes)
        asked = {series_code(one) for _, one in named if one}
        strange = sorted(asked - set(standard.series))
        if strange:
            found.append(
                paragraph(
                    f"It does not name {joined(f'GS-{one}' for one in strange)}: for that series "
                    "its own standard decides."
                )
            )
    elif standard is not None:
        found.append(
            paragraph(
                f"The standard used, {standard.title}, belongs to no series; the series has to be "
                "found by the definitions of the series themselves."
            )
        )
    found.append(_ruled("one-series", notes))
    for series in sorted(codes):
        rules = _last_resort(series)
        if rules:
            found.append(lead(f"GS-{series} is a series of last recourse. Of it this holds:"))
            found += bullets(say(mixed_rules()[one].text, notes.rules((one,))) for one in rules)
    library, proposal = _library(matter), None
    if library is not None and matter.preview:
        found.append(remark("The written paper adds what series and title the duties point to."))
    elif library is not None:
        proposal = propose(library, position, standard)
    if proposal is not None:
        found += _proposed_series(matter, proposal, notes)
    found.append(
        paragraph(
            "Series determined: ",
            _determined(position, position.determined.series and f"GS-{position.determined.series}")
            or blank("series, with the primary purpose of the work and the paramount knowledge"),
        )
    )
    found += _defined(matter, position.determined.series)
    if standard is not None and standard.titles:
        found.append(_ruled("title-prescribed", notes))
        found.append(lead("Titles the standard authorizes:"))
        found += bullets(
            say(one.title, ". ", one.rule, notes(standard.cite(one.page)))
            for one in standard.titles
        )
    elif proposal is None or proposal.title.passage is None:
        found.append(paragraph("No title is prescribed in what is held here for this position."))
        found.append(_ruled("title-agency", notes))
    else:
        found.append(_ruled("title-prescribed", notes))
    if subject.method == "supervisory":
        found.append(_ruled("title-supervisory", notes))
    if proposal is not None:
        found += _proposed_title(matter, proposal.title)
    found.append(
        paragraph(
            "Title determined: ",
            _determined(position, position.determined.title) or blank("title, with the rule"),
        )
    )
    return Section(title="Series and title", blocks=tuple(found))


def _elsewhere(position: Position, plan: str, notes: Notes) -> Section:
    """Return what stands in place of series and title for a job outside the General Schedule."""
    record, sought = position.current.series, position.requested.series
    found: list[Block] = []
    if record:
        found.append(paragraph(f"The occupation of record is {plan}-{series_code(record)}."))
    if sought and sought != record:
        found.append(paragraph(f"The occupation sought is {plan}-{series_code(sought)}."))
    for code in dict.fromkeys(series_code(one) for one in (record, sought) if one):
        trade = next((one for one in occupations() if one.code == code), None)
        family = group_of(code)
        if trade is not None and family is not None:
            title, edition = document()
            place = Citation(document=title, edition=edition, page=trade.page, section="Part II")
            said = f"It is listed as {trade.title}, in the job family {family.title}."
            found.append(paragraph(said, notes(place)))
    found.append(
        paragraph(
            f"The series and titles of the General Schedule do not apply to pay plan {plan}; its "
            "own standards decide."
        )
    )
    for what, said in (
        ("Occupation", position.determined.series),
        ("Title", position.determined.title),
    ):
        made = _determined(position, said)
        found.append(
            paragraph(f"{what} determined: ", made or blank(f"{what.lower()}, with the rule"))
        )
    return Section(title="Occupation and title", blocks=tuple(found))


def _last_resort(series: str) -> list[str]:
    """Return the rules of a series for work that no other covers; most series have none."""
    codes = (f"gs{series}-{rule}" for rule in ("elsewhere", "best-fit"))
    return [one for one in codes if one in mixed_rules()]


def _ruled(code: str, notes: Notes) -> Paragraph:
    """Return a rule for the series or the title, with its place."""
    return paragraph(mixed_rules()[code].text, notes.rules((code,)))


def _series(text: str, notes: Notes) -> Text:
    """End a sentence with a series and its title, and where it is listed, or that it is not."""
    code_ = series_code(text)
    listed = find_series(code_)
    if listed is None:
        return say(f"GS-{code_}, which is in no list of series held here.")
    return say(f"GS-{code_}, {listed.title}.", notes.words(listed.source, f"p. {listed.page}"))


def _statements(intro: str, standard: Standard, which: str, notes: Notes) -> list[Block]:
    given = getattr(standard, which)
    if not given:
        return []
    return [
        lead(intro),
        *bullets(say(one.text, notes(standard.cite(one.page))) for one in given),
    ]


# --- what is proposed ------------------------------------------------------------------------


def _determined(position: Position, said: str) -> Text | None:
    """Return what a person determined, with the reason or its gap; None when nothing is."""
    if not said:
        return None
    made = position.determined
    runs: list[Text] = [say(strong(said), ".")]
    if made.series and said == made.title:
        # The reason of both stands with the series.
        return say(*runs)
    reason = say(made.reason.rstrip(".")) if made.reason else blank("reason")
    runs.append(say(" ", reason, "."))
    if made.by:
        runs.append(say(f" ({made.by})"))
    return say(*runs)


def _library(matter: Matter) -> Library | None:
    """Return the documents in which a series is searched, while a person has yet to decide it."""
    made = matter.subject.position.determined
    return None if made.series and made.title else matter.library


def _defined(matter: Matter, series: str) -> list[Block]:
    """Return how the series a person determined is defined, where the documents held say it."""
    if matter.library is None or not series or matter.preview:
        return []
    passages = definitions(matter.library).get(series_code(series), [])
    words = _quoted(matter, passages[0]) if passages else []
    return [lead("The series is defined in these words:"), *words] if words else []


def _proposed_series(matter: Matter, proposal: Proposal, notes: Notes) -> list[Block]:
    """Return the series the duties point to with its definition, and those to be told from it."""
    if matter.subject.position.determined.series:
        return []
    first, *others = proposal.candidates
    found: list[Block] = [
        lead(
            strong("Proposed, not determined: "),
            "the duties point to ",
            _series(first.code, notes),
            f" {_spoke(first)}",
        )
    ]
    if first.passage is not None:
        found += _quoted(matter, first.passage)
    if first.catch_all:
        found.append(
            remark("It is a series for work that no other covers: the more specific ones go first.")
        )
    if others:
        found.append(lead("Series to be distinguished from it, the nearest first:"))
        found += bullets(say(_series(one.code, notes), f" {_spoke(one)}") for one in others)
    return found


def _spoke(one: Candidate) -> str:
    voices = joined({"definition": "its definition"}.get(voice, voice) for voice in one.spoke)
    return f"Found by {voices}." if voices else ""


def _proposed_title(matter: Matter, proposed: ProposedTitle) -> list[Block]:
    """Return a title with the rule it rests on; what the agency calls the job where none does."""
    if matter.subject.position.determined.title or not proposed.title:
        return []
    head = say(strong("Proposed, not determined: "), proposed.title)
    if proposed.official is not None:
        return [paragraph(head, f", by the rule: {proposed.official.rule}")]
    if proposed.passage is not None:
        said = [
            one.text
            for one in sentences(proposed.passage.text)
            if proposed.basic in " ".join(one.text.split())
        ]
        if said:
            prefixed = proposed.title != proposed.basic
            where = ", with the prefix before the basic title" if prefixed else ""
            where += ", as the series' own standard titles such positions:"
            return [lead(head, where), *_quoted(matter, proposed.passage, said)]
        where = ", as the job is called. The series' own standard says of titles:"
        return [lead(head, where), *_quoted(matter, proposed.passage)]
    return [
        paragraph(
            head,
            ", as the agency calls the job. No rule held here prescribes another title.",
        )
    ]


def _quoted(matter: Matter, passage: Passage, said: list[str] | None = None) -> list[Block]:
    """Return a passage as a quotation, or sentences of it, looked up in the text of record.

    A short passage is quoted whole; of a long one what it says first.
    """
    if matter.library is None:
        return []
    if said is None and len(passage.text) <= _SHORT:
        everything = whole(matter.library, passage)
        return [] if everything is None else [everything]
    # What only leads to a list says nothing by itself, nor does one item of it.
    chosen = said or [
        one.text
        for one in sentences(passage.text)
        if one.text.rstrip().endswith(".") and one.text == unmarked(one.text)
    ]
    checks = [matter.library.check_quote(passage.id, one) for one in chosen[:_QUOTED]]
    held = [one for one in checks if one.found]
    if not held:
        return []
    named = ", ".join(part for part in (passage.title, held[0].place) if part)
    return [
        Quote(
            words=tuple(one.text for one in held),
            place=say(named),
            passage=passage.id,
            mark=held[0].superseded,
        )
    ]
