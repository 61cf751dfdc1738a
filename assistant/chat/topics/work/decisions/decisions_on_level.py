"""Which decisions held credited a level, and which refused it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.argue.selection import ASKING, REASON_CUES, sentences, terms
from assistant.chat.answering.kit import listed, not_held, rule
from assistant.chat.answering.named.decided.asked import Asked, filters
from assistant.chat.answering.named.decided.occupation import is_of, occupation
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.text import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.library import Library
    from index.models import Decision

_OF_DECISIONS = (
    *("decision", "appeal", "appellant", "case", "precedent", "opm", "ruled"),
    *("any", "anyone", "anybody", "someone", "somebody", "who", "ever", "before", "people"),
)
"""Words that ask what others were credited, not what a level is or why it was refused."""
_OPM = "OPM, opm.gov, Appeal Decisions"
_CREDITED = (
    *("won", "win", "got", "gotten", "credited", "granted", "grants", "met", "upheld", "allowed"),
    *("gave", "given", "agreed", "accepted", "approved", "awarded"),
)
_REFUSED = ("refused", "denied", "rejected", "turned down", "lost")
_MINE = re.compile(
    r"\b(?:does|would|do|will|is|should) (?:that|this|it|those|they)\b.{0,12}"
    r"\b(?:make|get|give|earn|meet|be|reach|enough)\b",
    re.IGNORECASE,
)
FEW = 3
"""How many decisions of the register are named."""


def _answer(question: Question, context: Context) -> Answer | None:
    if not question.levels or question.has("why", "differ") or not question.has(*_OF_DECISIONS):
        return None
    if question.first_person and _MINE.search(question.message):
        # What one's own facts make of a level is no search.
        return None
    level = question.levels[0]
    known = () if context.library is None else context.library.decisions()
    if not known or context.library is None:
        return not_held(
            f"No decision is in your library, so none can be shown on Level {level}.",
            "the published appeal decisions",
            _OPM,
        )
    within = ""
    if question.series:
        # "Only 0080": what is looked for stays, among the decisions of that series.
        known = [d for d in known if _series(d) & set(question.series)]
        within = f" in series {listed(list(question.series))}"
    called = occupation(question.message)
    if called and not (of_it := [d for d in known if is_of(d, called)]):
        return _none_on(level, called, question, known)
    if called:
        known, within = of_it, f" on {escape(called)}"
    credited = [d for d in known if any(f.credits(level) for f in d.rated())]
    refused = [d for d in known if any(f.refuses(level) for f in d.rated())]
    sample = f"{len(known)} decision{'' if len(known) == 1 else 's'}{within} in your library"
    told = []
    if credited:
        told.append(f"credited in {listed([d.told for d in credited])}")
    if refused:
        told.append(f"refused in {listed([d.told for d in refused])}")
    if not known:
        lead = f"**None: your library holds no decision{within}, so none on Level {level}.**"
    elif not told:
        lead = f"**None of the {sample} decides on Level {level}.**"
    else:
        yes = question.has(*_CREDITED) and refused and not credited
        no = question.has(*_REFUSED) and credited and not refused
        head = "No, not here: " if yes or no else ""
        if question.has("which other") and len(told) == 1 and len(credited) + len(refused) == 1:
            head = "No other here: "
        lead = f"**{head}Level {level} was {', and '.join(told)}.** That is of the {sample} only."
    if question.has("which other"):
        lead += " The register has heads of others without their levels; add a text to search it."
    matter = {
        term
        for term in terms(REASON_CUES.sub(" ", question.message))
        if term not in ASKING and term.isalpha()
    }
    reasons = (_reason(context.library, d, level, matter) for d in (refused or credited)[:2])
    words = tuple(one for one in reasons if one is not None)
    return Answer(
        lead=f"{lead} A decision shows how OPM reads a criterion; it is no case law for another.",
        words=(*words, rule("comparison", "5-cfr-511", "position-to-position comparisons")),
        next=(f"Ask *why was Level {level} refused?* for the reasons on each side.",),
        levels=(level,),
    )


def _none_on(level: str, called: str, question: Question, known: Sequence[Decision]) -> Answer:
    """Say that no decision held is of the occupation named, and what the register lists of it."""
    told = [f"{d.told} credited it" for d in known if any(f.credits(level) for f in d.rated())]
    told += [f"{d.told} refused it" for d in known if any(f.refuses(level) for f in d.rated())]
    other = f" Of other work {listed(told)}." if told else ""
    want = filters(replace(question, message=f"{called} decisions", grades=()))
    heads = want.chosen() if want.titled or want.series else []
    codes = {one.series for one in heads}
    if len(codes) == 1:
        # A title leads to its series, which holds more of them.
        heads = Asked(series=tuple(codes)).chosen()
    lists = ""
    if heads:
        count = f"{len(heads)} decision{'' if len(heads) == 1 else 's'}"
        numbers = [escape(one.number) for one in heads if one.number][:FEW]
        such = (
            f", such as {listed(numbers)}" if len(heads) > len(numbers) else f": {listed(numbers)}"
        )
        lists = f" The register lists the heads of {count} on it{such if numbers else ''}."
    return Answer(
        lead=(
            f"**None in your library is on {escape(called)}, so none decides on Level {level} for "
            f"such work.**{other}{lists} Levels stand in the texts, which are searched "
            "once you add them."
        ),
        next=(
            "OPM publishes them at opm.gov, Appeal Decisions; `fes ingest FILE` adds one here.",
            f"Ask *show me decisions on {escape(called)}* for what the register has.",
        ),
        levels=(level,),
    )


def _series(decision: Decision) -> set[str]:
    """Return the series that a decision is about: held, asked for and decided."""
    stages = (decision.current, decision.requested, decision.decided)
    return {one.series for one in stages if one.series}


def _reason(library: Library, decision: Decision, level: str, matter: set[str]) -> Words | None:
    """Return the sentence in which a decision weighs the level, on the matter asked about if any.

    Without a matter, such as "because drafts were reviewed", it is the first one.
    """
    factor = next((f for f in decision.rated() if f.credits(level) or f.refuses(level)), None)
    if factor is None:
        return None
    stance = "credited" if factor.credits(level) else "rejected"
    weighed = [
        (passage, sentence)
        for passage in library.passages(
            document=decision.document, factor=factor.factor, stance=stance
        )
        for sentence in sentences(passage.text)
    ]
    if not weighed:
        return None

    def told(text: str) -> int:
        shared = len(matter & set(terms(text)))
        return shared + bool(REASON_CUES.search(text)) if shared else 0

    passage, sentence = max(weighed, key=lambda one: told(one[1].text))
    anchor = " ".join(sentence.text.split()[:8])
    return Words(ours=f"{decision.told} on it.", passage=passage.id, anchor=anchor)


TOPIC = Topic(
    id="decisions-on-level",
    title="how decisions ruled on a level",
    answer=_answer,
    needs=("levels",),
    likes=("levels",),
    unlike=("points", "decision"),
    order=48,
)
