"""What a decision says of the description, the shares of time, its effect or the standards used."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from assistant.argue.evidence import decision_asked
from assistant.chat.answering.kit import listed, not_held
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.text import in_words

if TYPE_CHECKING:
    from index.library import Library
    from index.models import Decision

_PERIOD = re.compile(r"(?P<nth>[a-z]+|\d+(?:st|nd|rd|th)) pay period", re.IGNORECASE)
_STANDARDS = re.compile(r"\b(?:standards?|guides?|criteri\w+)\b", re.IGNORECASE)
_OPM = "OPM, opm.gov, Appeal Decisions"


def _sure(question: Question, context: Context) -> bool:
    """Return whether a decision is named that is not held: no other text stands in for it."""
    if not question.decision:
        return False
    library = context.library
    return library is None or (
        decision_asked(library, question.message, number=question.decision) is None
    )


def _answer(question: Question, context: Context) -> Answer | None:
    library = context.library
    decision = None
    if library is not None:
        decision = decision_asked(library, question.message, number=question.decision)
    if library is None or decision is None:
        if not question.decision:
            return None
        return not_held(
            f"Decision {question.decision} is not in your library, so what it says of this is not "
            "known here.",
            "the published decision",
            _OPM,
        )
    if question.has("adequa", "inadequa", "description", "pd"):
        return _on_description(decision, library)
    if question.has("percent", "share", "time share", "differ", "estimate", "how much time"):
        return _on_shares(decision, library)
    if question.has("effect", "by when", "pay period", "implement", "deadline", "carried out"):
        return _on_effect(decision, library)
    if _STANDARDS.search(question.message) and not question.has("wrong", "mistake"):
        return _on_standards(decision)
    return None


def _words(decision: Decision, library: Library, text: str, ours: str) -> tuple[Words, ...]:
    """Return the passage of a decision in which a sentence stands."""
    anchor = " ".join(text.split())[:70].rpartition(" ")[0]
    for passage in library.passages(document=decision.document):
        if anchor and anchor in " ".join(passage.text.split()):
            return (Words(ours=ours, passage=passage.id, anchor=anchor),)
    return ()


def _on_description(decision: Decision, library: Library) -> Answer | None:
    if decision.pd_adequate is None:
        return None
    found = "adequate" if decision.pd_adequate else "inadequate"
    head = "Yes" if decision.pd_adequate else "No"
    return Answer(
        lead=(
            f"**{head}: {decision.told} found the position description {found} for "
            "classification.** OPM then decides on the duties assigned and performed, and has the "
            "agency mend an inadequate description."
        ),
        words=_words(decision, library, decision.pd_text, "What the decision says of it."),
        next=("Ask *when is a position description adequate?* for the test.",),
    )


def _on_shares(decision: Decision, library: Library) -> Answer | None:
    if not decision.duties:
        return None
    sides: dict[str, list[str]] = {}
    for duty in decision.duties:
        sides.setdefault(duty.by or "the decision", []).append(f"{duty.label} {duty.percent}")
    told = "; ".join(f"by the {side}, in percent: {', '.join(d)}" for side, d in sides.items())
    return Answer(
        lead=f"**Shares of time in {decision.told}:** {told}."[:690],
        words=_words(decision, library, decision.duties[0].text, "The shares as reported."),
    )


def _on_effect(decision: Decision, library: Library) -> Answer | None:
    if decision.effective is None:
        return None
    text = " ".join(decision.effective.text.split())
    named = _PERIOD.search(text)
    latest = (
        f"no later than the {named['nth'].lower()} pay period after its date"
        if named is not None
        else "as the words below say"
    )
    lowers = ", because it lowers the grade" if decision.effective.kind == "lowers_grade" else ""
    dated = f" It is dated {in_words(date.fromisoformat(decision.date))}." if decision.date else ""
    return Answer(
        lead=f"**{decision.told} had to be put into effect {latest}{lowers}.**{dated}",
        words=_words(decision, library, text, "The clause on its effect."),
        next=("Ask *when does an OPM decision take effect?* for the general rule.",),
    )


def _on_standards(decision: Decision) -> Answer | None:
    if not decision.standards:
        return None
    return Answer(
        lead=f"**{decision.told} classified the position by {listed(decision.standards)}.**",
        next=(f"Ask *what did OPM decide in {decision.told}?* for the ruling.",),
    )


TOPIC = Topic(
    id="decision-facts",
    title="what a decision says of its description, shares of time or effect",
    answer=_answer,
    needs=("decision",),
    likes=("decision",),
    unlike=("levels", "factors", "points"),
    order=45,
    sure=_sure,
)
