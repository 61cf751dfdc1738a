"""What is read from the sentences of a decision: its days, its reasons, the work it rated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from assistant.argue.selection import statements
from assistant.chat.model import Answer, Question, Words
from assistant.text import escape, in_words

if TYPE_CHECKING:
    from index.models import Decision, DecisionClassification, Passage

_CLOSES = re.compile(r"\bclassified as\b|\btotal of\b", re.IGNORECASE)
_CLOSING = re.compile(r"^(?:decision|summary|conclusion)s?$", re.IGNORECASE)
_DATE = re.compile(r"\b(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2}), (?P<year>\d{4})\b")
_ENTRY = re.compile(r"\b(?:accepted|received|filed|appealed|submitted)\b", re.IGNORECASE)
_OF_PERSON = re.compile(
    r"\b(?:appellants?|employee|incumbent|position|his|her|he|she)\b", re.IGNORECASE
)
_OF_LEVEL = re.compile(
    r"^\W*(?:at|unlike|contacts at|this|the)? ?(?:Level|factor)\b|\bfactor (?:considers|covers)\b|"
    r"\b(?:meets?|credited|found) (?:at |the )?Level\b",
    re.IGNORECASE,
)
"""A sentence that tells a level or a finding, not the work."""
_AGENCY_SAYS = re.compile(
    r"\b(?:agency|office|management|PM&C|human resources)\b.{0,80}\b(?:determined|concluded|"
    r"classified|evaluated|credited|found|explained|assigned)\b",
)
_REASON = re.compile(
    r"\b(?:cover\w*|includ\w*|exclud\w*|paramount|because|since|therefore|consequently|properly|"
    r"assigned to|match\w*|appropriate)\b",
    re.IGNORECASE,
)
_MUST_DO = re.compile(
    r"\b(?:is|are) to be effective\b|\bmust (?:submit|be (?:submitted|followed|implemented))\b|"
    r"\bcompliance report\b",
    re.IGNORECASE,
)
_ORDERS = 3
_SERIES = re.compile(r"\bseries\b", re.IGNORECASE)
_MOST = 2
_AN_APPEAL = re.compile(r"\bappeal\b", re.IGNORECASE)


def taken_in(decision: Decision, passages: list[Passage]) -> Answer:
    """Return when the appeal came in, when it was decided, and the time between."""
    decided = date.fromisoformat(decision.date) if decision.date else None
    found = _entry(passages, decided)
    end = f"decided on {in_words(decided)}" if decided else "the text gives no day of decision"
    if found is None:
        lead = f"**{name_of(decision)} names no day on which the appeal was accepted; {end}.**"
        return Answer(lead=lead, next=then(decision))
    when, how, words = found
    apart = f", {(decided - when).days:,} days later" if decided else ""
    return Answer(
        lead=f"**{name_of(decision)}: the appeal was {how} on {in_words(when)} and {end}**{apart}.",
        words=(words,),
        next=then(decision),
    )


def decided_on(decision: Decision, passages: list[Passage]) -> Answer:
    """Return when an appeal was decided, and how long after it came in."""
    if not decision.date:
        return taken_in(decision, passages)
    decided = date.fromisoformat(decision.date)
    found = _entry(passages, decided)
    lead = f"**On {in_words(decided)} {name_of(decision)} was decided.**"
    if found is not None:
        when, how, _ = found
        since = (decided - when).days
        lead += f" The appeal had been {how} on {in_words(when)}, {since:,} days before."
    return Answer(lead=lead, words=(found[2],) if found else (), next=then(decision))


def _entry(passages: list[Passage], decided: date | None) -> tuple[date, str, Words] | None:
    """Return the day on which an appeal came in, by the sentence that tells it."""
    for passage in passages:
        for one in statements(passage.text):
            how = _ENTRY.search(one.text)
            if how is None or not _AN_APPEAL.search(one.text):
                continue
            # The day that stands nearest to the word for it.
            days = sorted(_DATE.finditer(one.text), key=lambda m: abs(m.start() - how.start()))
            when = next((d for m in days if (d := _read_day(m)) is not None), None)
            if when is not None and (decided is None or when <= decided):
                words = Words(
                    ours="The day, in the decision's words.",
                    passage=passage.id,
                    anchor=one.text[:70],
                )
                return when, how.group().lower(), words
    return None


def _read_day(match: re.Match[str]) -> date | None:
    text = f"{match['month'][:3]} {match['day']} {match['year']}"
    try:
        return datetime.strptime(text, "%b %d %Y").date()  # noqa: DTZ007 - a day, not a time
    except ValueError:
        return None


def of_the_agency(decision: Decision, passages: list[Passage]) -> Answer | None:
    """Return how the agency had classified the position, with the sentences that say why."""
    at = label(decision.current)
    found = [
        (passage, one)
        for passage in passages
        for one in statements(passage.text)
        if _AGENCY_SAYS.search(one.text)
    ]
    if not (at or found):
        return None
    return Answer(
        lead=f"**The agency had it at {at or 'a grade the text does not name'}** in "
        f"{name_of(decision)}. {came(decision)}".rstrip(),
        words=tuple(
            Words(
                ours="The agency's view, in the decision's words.", passage=p.id, anchor=o.text[:70]
            )
            for p, o in found[:_MOST]
        ),
        next=then(decision),
    )


def told_to_do(decision: Decision, passages: list[Passage]) -> Answer | None:
    """Return the sentences in which a decision tells the agency what to do, and by when."""
    found = [
        (passage, one)
        for passage in passages
        for one in statements(passage.text)
        if _MUST_DO.search(one.text)
    ]
    if not found:
        return None
    return Answer(
        lead=f"**{name_of(decision)} told the agency to carry it out, and how, in the words "
        "below.** Its own day goes before the general rule.",
        words=tuple(
            Words(ours="What the agency had to do.", passage=p.id, anchor=one.text[:70])
            for p, one in found[:_ORDERS]
        ),
        next=then(decision),
    )


def series_why(decision: Decision, passages: list[Passage]) -> Answer | None:
    """Return the sentences in which a decision gives its reason for the series."""
    new, old = decision.decided.series, decision.current.series
    if not new:
        return None
    ranked = []
    for passage in passages:
        under = bool(passage.heading) and bool(_SERIES.search(passage.heading[-1]))
        for one in statements(passage.text):
            weight = sum(_speaks_of(one.text, code) for code in dict.fromkeys((new, old)) if code)
            if weight and (under or _SERIES.search(one.text)) and _REASON.search(one.text):
                ranked.append((under + weight + len(_REASON.findall(one.text)), passage, one.text))
    ranked.sort(key=lambda row: -row[0])
    if not ranked:
        return None
    kept = "stayed in" if new == old else "went to"
    lead = f"**OPM found the work covered by series {new}, so it {kept} that series in "
    lead += f"{name_of(decision)}; the reasons stand in the words below.**"
    if old and old != new:
        lead += f" It had stood in series {old}."
    return Answer(
        lead=lead,
        words=tuple(
            Words(ours="The reason, in the decision's words.", passage=p.id, anchor=text[:70])
            for _, p, text in ranked[:_MOST]
        ),
        next=then(decision),
    )


def _speaks_of(text: str, code: str) -> bool:
    return re.search(rf"(?<!\d)0?{code.lstrip('0')}(?!\d)", text) is not None


def of_the_work(decision: Decision, passages: list[Passage], question: Question) -> Answer | None:
    """Return the sentences that tell the work, or the people met, by which a factor was rated."""
    factor = question.message.partition("Factor ")[2][:1]
    told = [
        (passage, one)
        for passage in passages
        if str(passage.factor) == factor
        for one in statements(passage.text)
        if _OF_PERSON.search(one.text)
    ]
    plain = [row for row in told if not _OF_LEVEL.search(row[1].text)] or told
    asked = {w for w in re.findall(r"[a-z]{4,}", question.message.lower()) if w != "work"}
    plain.sort(key=lambda row: -sum(f" {word}" in row[1].text.lower() for word in asked))
    if not plain:
        return None
    place = escape(plain[0][0].place())
    return Answer(
        lead=f"**{name_of(decision)} tells it of Factor {factor} in the words below** ({place}).",
        words=tuple(
            Words(ours="In the decision's words.", passage=p.id, anchor=one.text[:70])
            for p, one in plain[:_MOST]
        ),
        factors=(factor,),
        next=then(decision),
    )


def closing(passages: Iterable[Passage]) -> tuple[Words, ...]:
    """Return the sentence in which a decision states its ruling, from its passages."""
    found = []
    for passage in passages:
        last = bool(passage.heading and _CLOSING.match(passage.heading[-1]))
        match = _CLOSES.search(passage.text)
        if match and (last or passage.factor is None):
            found.append((last, passage, match))
    found.sort(key=lambda one: (not one[0], -one[1].start))
    return tuple(
        Words(
            ours="The ruling, in the decision's words.",
            passage=passage.id,
            anchor=passage.text[match.start() : match.end() + 20].strip(),
        )
        for _, passage, match in found[:1]
    )


def name_of(decision: Decision) -> str:
    return escape(decision.told)


def then(decision: Decision) -> tuple[str, ...]:
    number = escape(decision.decision_number or decision.document)
    return (f"Ask *what did OPM decide in {number}?* for the ruling.",)


def stood(decision: Decision) -> str:
    stood = label(decision.current)
    return f"It stood at {stood}." if stood else ""


def came(decision: Decision) -> str:
    came = label(decision.decided)
    return f"It came out as {came}." if came else ""


def label(stated: DecisionClassification) -> str:
    """Return a classification as read; empty when nothing was."""
    if not (stated.title or stated.series or stated.grade is not None):
        return ""
    grade = f"-{stated.grade}" if stated.grade is not None else ""
    series = f"-{stated.series}" if stated.series else ""
    title = f"{escape(stated.title)}, " if stated.title else ""
    return f"{title}{stated.pay_plan or 'GS'}{series}{grade}"
