"""The parts of an evaluation statement before the analysis: whose position, by what rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from assistant.papers.content import Block, Particulars, Section, Text
from assistant.papers.drafting import (
    Notes,
    blank,
    bullets,
    day,
    lead,
    or_blank,
    paragraph,
    particulars,
    percent,
    remark,
    say,
    strong,
    told,
    unmarked,
)
from assistant.papers.subject import Matter, Subject, stated
from core.model import Classification, Duty, Fact
from core.standards.reading import load_standard

DESCRIPTION: Final = "Position description"
_READ: Final = (DESCRIPTION, "Vacancy announcement")
"""How the source of a fact begins that was read from one paper, with its parts after a comma."""
"""What the sources of facts taken from a position description begin with."""
_SHARE_WORDS: Final = (
    r"(?:[^\w\n:]|\d|\b(?:percent(?:age)?|pct|of|the|working|time|"
    r"approx(?:imately)?|about|day|week|year|(?:not? |non-)?(?:critical|essential)|element)\b)*"
)
"""What a heading says of a duty's share, which is told beside it."""


def head(matter: Matter, method: str) -> Particulars:
    """Return the labels at the head of a paper on an evaluation; what is not stated is a gap."""
    subject = matter.subject
    position = subject.position
    entries: dict[str, Text] = {
        "Organization": or_blank(position.organization, "organization, to the smallest unit"),
        "Position description": or_blank(position.position_description.number, "number"),
    }
    if not subject.first:
        entries["Classification of record"] = classification(position.current)
        if stated(position.requested):
            entries["Classification sought"] = say(position.requested.label())
    if method:
        entries["Evaluated by"] = say(method)
    entries["Facts as of"] = or_blank(day(position.as_of), "day")
    entries["Date of this paper"] = or_blank(day(matter.dated), "date")
    return particulars(entries)


def classification(found: Classification) -> Text:
    """Return a classification as printed, with a gap for each part that is not stated."""
    if not stated(found):
        return say(blank("title, pay plan, series and grade"))
    runs: list[Text] = [or_blank(found.title, "title"), say(", ", found.pay_plan, "-")]
    runs += [or_blank(found.series, "series"), say("-")]
    grade = say(blank("grade")) if found.grade is None else say(str(found.grade).zfill(2))
    return say(*runs, grade)


def fictional(subject: Subject) -> tuple[Block, ...]:
    """Return the sentence that a case is made up, when it is."""
    return (paragraph("This case is fictional."),) if subject.position.fictional else ()


def background(matter: Matter) -> Section:
    """Return what the evaluation is about, whose facts it rests on and what bears on no factor."""
    position = matter.subject.position
    found: list[Block] = []
    if matter.subject.first:
        found.append(
            paragraph("This is a first classification: nothing is of record and nothing is sought.")
        )
    if position.question:
        found.append(paragraph("The question: ", position.question))
    by_factor = matter.subject.method in ("factors", "supervisory")
    sources = tuple(dict.fromkeys(fact.source for fact in position.facts if fact.source))
    # Facts that bear on no factor stand below, each with its source.
    if sources and by_factor:
        found.append(lead("The facts come from:"))
        found += bullets(say(source) for source in _together(sources))
    if not sources:
        found.append(paragraph("Facts: ", blank("the case states none with a source")))
    general = [fact for fact in position.facts if fact.factor is None or not by_factor]
    if general:
        of = "Facts that bear on no single factor:" if by_factor else "The facts stated:"
        found.append(lead(of))
        found += bullets(fact_text(fact) for fact in general)
    return Section(title="Background", blocks=tuple(found))


def _together(sources: Iterable[str]) -> list[str]:
    """Return each source once; in which part of a description a fact stands is said with it."""
    named = (
        source.partition(", ")[0] if source.startswith(_READ) else source for source in sources
    )
    return list(dict.fromkeys(named))


def fact_text(fact: Fact) -> Text:
    """Return a fact as stated, with who or what says so."""
    source = say(f" ({fact.source})") if fact.source else say(" (", blank("source"), ")")
    return say(unmarked(fact.text), source)


def description(matter: Matter) -> Section:
    """Return the position description, whether it is adequate, and the duties with their shares."""
    position = matter.subject.position
    described = position.position_description
    number = or_blank(described.number, "number")
    verdict = {
        True: say("It is found adequate for classification."),
        False: say("It is found inadequate for classification."),
        None: say("Whether it is adequate for classification: ", blank("yes or no, and why"), "."),
    }[described.adequate]
    found: list[Block] = [paragraph("Position description: ", number, ". ", verdict)]
    if described.remarks:
        found.append(paragraph(described.remarks))
    elif described.adequate is False:
        found.append(paragraph("In what it is inadequate: ", blank("not stated")))
    if position.duties:
        found += duties(position.duties)
    else:
        found.append(paragraph("Duties: ", blank("the case states none")))
    return Section(title="Position description and duties", blocks=tuple(found))


def duties(given: Iterable[Duty]) -> list[Block]:
    """Return each duty with its share of time and what it is, and what the shares come to.

    Where nobody states a share one blank asks for them all; shares that one side alone states, as
    a position description does, are in no dispute.
    """
    listed = tuple(given)
    sides = {
        " by the employee": [duty.percent_employee for duty in listed],
        " by the supervisor": [duty.percent_supervisor for duty in listed],
    }
    shares = {side: each for side, each in sides.items() if any(one is not None for one in each)}
    if len({tuple(each) for each in shares.values()}) == 1:
        shares = {"": next(iter(shares.values()))}
    work = bullets(
        (
            _work(duty, joined_shares({side: each[at] for side, each in shares.items()}))
            for at, duty in enumerate(listed)
        ),
        numbered=True,
    )
    if not shares:
        return [paragraph("Shares of time: ", blank("the share of each duty")), *work]
    sums = {side: sum(one or 0 for one in each) for side, each in shares.items()}
    if len(set(sums.values())) == 1:
        sums = {"": next(iter(sums.values()))}
    stated_ = paragraph("Shares stated: ", joined_shares(sums), ".")
    if any(round(one) != _WHOLE for one in sums.values()):
        gap = blank("what the rest of the time goes to, or which share is wrong")
        stated_ = paragraph("Shares stated: ", joined_shares(sums), ", not the whole: ", gap)
    return [*work, stated_]


_WHOLE: Final = 100


def joined_shares(shares: Mapping[str, float | None]) -> Text:
    """Return the share of time by each side that states any; a gap where one states none."""
    told = [
        say(", " if at else "", blank("share") if share is None else percent(share), side)
        for at, (side, share) in enumerate(shares.items())
    ]
    return say(*told)


def _work(duty: Duty, shares: Text) -> Text:
    """Return what a duty consists of; a title that is only the beginning of it is not repeated."""
    name, text = _name(duty).rstrip(".:"), duty.text
    begins = duty.title.rstrip(" .…")
    if text and begins in text:
        # A heading with its number and share opens the text of a duty read from a description; it
        # ends with its line, a colon, a stop or the bracket about the share.
        headed = re.match(
            rf"\W*(?:(?:[A-Z]\w+\s+)?\d+\W+)?{re.escape(begins)}{_SHARE_WORDS}"
            rf"(?:[\n:]\s*|(?<=[.)\]%])[^\S\n]+)"
            rf"(?:percent{_SHARE_WORDS}\n)?",
            text,
            re.IGNORECASE,
        )
        cut = duty.title.endswith("…") or unmarked(text).rstrip(" .") == begins
        text = text[headed.end() :] if headed else unmarked(text)
        name = "" if cut and not headed else name
    else:
        text = unmarked(text)
    shares = tuple(
        one if one.style == "blank" else one.model_copy(update={"style": "strong"})
        for one in shares
    )
    parted = strong(", ") if name and shares else ""
    head = say(strong(name), parted, *shares)
    end = strong(". ") if head else ""
    return say(head, end, text or blank("the work"))


def _name(duty: Duty) -> str:
    """Return what a duty is called, without the mark or number of the list it stood in."""
    return unmarked(duty.title)


def standard_used(matter: Matter, notes: Notes) -> Section:
    """Return which standard grades the position, in which edition, and why that one."""
    subject = matter.subject
    found: list[Block] = []
    result = subject.result
    if result is not None and result.derivation:
        first = result.derivation[0]
        found.append(paragraph(told(first.text), notes(first.citation)))
    if subject.case is None:
        return Section(title="Standard used", blocks=tuple(found))
    standard = load_standard(subject.case.standard, subject.case.as_of)
    if standard.series:
        found.append(
            paragraph(
                "It is the standard of the series it covers, so its factor levels are applied "
                "directly."
            )
        )
    found.append(
        remark(in_our_words(held=matter.library is not None))
        if standard.text == "digest"
        else remark("What a level requires is told in the words of the document itself.")
    )
    return Section(title="Standard used", blocks=tuple(found))


def in_our_words(*, held: bool) -> str:
    """Say whose words tell what a level requires, with the user's documents at hand or without."""
    if held:
        return (
            "What a level requires is quoted where your documents hold the standard, and told in "
            "words of this program's own elsewhere. The official text at the place in the note "
            "decides."
        )
    return (
        "What a level requires is told here in words of this program's own; the official text "
        "stands at the place in the note and decides."
    )
