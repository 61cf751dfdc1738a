"""How the decisions of the register went: counted, with the sample named."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from assistant.chat.answering.kit import rule
from assistant.chat.answering.named.decided.asked import filters
from assistant.chat.answering.named.decided.told import described
from assistant.chat.model import Answer, Context, Question, Topic

_NAMES = {
    "sustained": "left the classification as it was",
    "lowered": "lowered the grade",
    "raised": "raised the grade",
    "series_changed": "changed the series",
    "title_changed": "changed the title",
    "pay_plan_changed": "changed the pay plan",
}


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    from index.decisions.register.facts import entries

    asked = filters(question)
    want = replace(asked, outcome="")
    chosen = [entry for entry in entries() if want.admits(entry)]
    of = described(want)
    counted = Counter(entry.went()[0] for entry in chosen)
    known = sum(n for name, n in counted.items() if name in _NAMES)
    told = ", ".join(
        f"{counted[name]} {words}" for name, words in _NAMES.items() if counted.get(name)
    )
    years = sorted(entry.date[:4] for entry in chosen if entry.date)
    span = f", {years[0]} to {years[-1]}" if years else ""
    if not chosen:
        lead = f"**The register that comes with the program holds no decision{of}.**"
    elif asked.outcome and known:
        number, did = counted[asked.outcome], _NAMES[asked.outcome]
        lead = (
            f"**{number or 'None'} of the {known} decisions{of} whose outcome is known {did}**, in "
            f"the register that comes with the program{span}. By outcome: {told}. The register is "
            "what public copies held, not a draw from all decisions: no odds follow from it."
        )
    else:
        lead = (
            f"**Of {len(chosen)} decisions{of} in the register that comes with the program{span}, "
            f"the outcome of {known} is known: {told or 'none'}.** The register is what public "
            "copies held, not a draw from all decisions, so these shares are nobody's odds."
        )
    return Answer(
        lead=lead,
        words=(rule("odds"),),
        next=(
            "`fes decisions stats --by series` counts them by series, year or agency."
            if not want.series
            else f"`fes decisions list --series {want.series[0]}` lists them.",
            "Name a series to count its decisions only.",
        ),
    )


TOPIC = Topic(
    id="decision-numbers",
    title="how the decisions in the register went",
    answer=_answer,
    likes=("series",),
    unlike=("levels", "points", "decision"),
)
