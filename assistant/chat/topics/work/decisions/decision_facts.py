"""What a decision says of the description, the shares of time, its effect or the standards used."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from assistant.argue.evidence import decision_asked
from assistant.chat.answering.kit import day, listed, not_held
from assistant.chat.model import Answer, Context, Question, Topic, Words

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


def _name(decision: Decision) -> str:
    return decision.told


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
            f"**{head}: {_name(decision)} found the position description {found} for "
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
        lead=f"**Shares of time in {_name(decision)}:** {told}."[:690],
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
    dated = f" It is dated {day(date.fromisoformat(decision.date))}." if decision.date else ""
    return Answer(
        lead=f"**{_name(decision)} had to be put into effect {latest}{lowers}.**{dated}",
        words=_words(decision, library, text, "The clause on its effect."),
        next=("Ask *when does an OPM decision take effect?* for the general rule.",),
    )


def _on_standards(decision: Decision) -> Answer | None:
    if not decision.standards:
        return None
    return Answer(
        lead=f"**{_name(decision)} classified the position by {listed(decision.standards)}.**",
        next=(f"Ask *what did OPM decide in {_name(decision)}?* for the ruling.",),
    )


TOPIC = Topic(
    id="decision-facts",
    title="what a decision says of its description, shares of time or effect",
    asks=(
        "Was the position description found adequate in C-0080-11-02?",
        "How did employee and supervisor differ on time in C-0080-11-02?",
        "When did C-0080-11-02 take effect?",
        "By when did C-0080-11-02 have to be carried out?",
        "Which standard did OPM apply in C-0080-11-02?",
        "what did C-0080-11-02 say about the PD",
        "shares of time in C-0080-11-02",
        "effective date of decision C-0080-11-02",
        "did OPM find the PD inadequate in C-0080-11-02",
        "time percentages reported in C-0080-11-02",
        "how many pay periods did C-0080-11-02 allow",
        "Which guides were used to decide C-0080-11-02?",
        "how much time did the appellant spend on each function in C-0080-11-02",
        "was the description accurate in C-0080-11-02",
        "criteria applied in C-0080-11-02",
        "percent of time per duty according to C-0080-11-02",
        "PD adequate in C-0080-11-02",
        "was the PD adequate in C-0080-11-02",
        "was the PD accurate in C-0080-11-02",
        "PD in C-0080-11-02",
        "what did C-0080-11-02 find about the position description",
        "time shares in C-0080-11-02",
        "percentages in C-0080-11-02",
        "percent of time in C-0080-11-02",
        "effective date in C-0080-11-02",
        "when was C-0080-11-02 effective",
        "when did C-0080-11-02 have to take effect",
        "deadline in C-0080-11-02",
        "pay period in C-0080-11-02",
        "standard used in C-0080-11-02",
        "which standard was used in C-0080-11-02",
        "guide applied in C-0080-11-02",
        "C-0080-11-02: was the PD ok or did they find it off",
        "what split of time did they find between the duties in C-0343-12-01",
        "by C-0080-11-02, how long did the agency get to put it into effect",
        "what did boss and worker each claim about hours in C-0080-11-02",
        "Which guide or standard was the job in C-1801-11-03 measured with?",
        "did C-0080-11-02 complain that the position description was inaccurate",
        "C-0301-13-02 percent breakdown by duty please",
        "when was the agency to carry out what C-0080-11-02 ordered",
        "for C-0080-11-02 give me criteria used and implementation date",
        "i'm citing C-0343-12-01, did OPM accept the PD of record as it was written",
        "how big a slice of the job was the security work according to C-0080-11-02",
        "In C-0080-11-02 did the supervisor agree that the description was right?",
        "pay period by which C-0080-11-02 was to be in place",
        "what series standard did they turn to in C-0028-12-02",
        "C-0080-11-02 who put what share of the week on the investigations",
    ),
    answer=_answer,
    needs=("decision",),
    likes=("decision",),
    unlike=("levels", "factors", "points"),
    order=45,
    sure=_sure,
)
