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
    asks=(
        "how many appeal decisions do you know of?",
        "how many decisions are there",
        "number of decisions in the register",
        "how many of them lowered the grade",
        "how many appellants lost their grade",
        "how many people won a higher grade",
        "how many decisions lowered the grade",
        "how many got what they asked for",
        "what became of decisions in series 0343",
        "How many decisions raised the grade?",
        "How many of the decisions you have lowered the grade?",
        "statistics of the decisions held",
        "How many decisions were sustained?",
        "decisions by outcome",
        "in how many decisions of series 0080 was the grade lowered",
        "count the decisions by outcome",
        "How did decisions on 0343 positions turn out?",
        "number of appeal decisions in your register",
        "what is in the register of decisions",
        "how many upgrades are in your sample of decisions",
        "numbers on decisions raised lowered and sustained",
        "outcome statistics for GS-0303 decisions",
        "what sample are the decision figures from",
        "how many decisions changed the series",
        "tally of appeal decisions",
        "Of the published decisions, how many went down?",
        "how many 0301 appeals were lost",
        "which outcomes do the decisions in the register show",
        "how many decisions were raised",
        "how many decisions were lowered",
        "how many decisions lowered the grade",
        "how many decisions were upgrades",
        "how many decisions ended in a downgrade",
        "decision statistics",
        "statistics on decisions",
        "statistics of appeal decisions",
        "count decisions",
        "count of decisions",
        "number of decisions",
        "number of decisions that raised the grade",
        "outcomes of the decisions",
        "outcomes of decisions in the register",
        "register statistics",
        "decisions in the register",
        "how many decisions in series 0080 were lowered",
        "outcomes in series 0343",
        "decisions by series",
        "decisions by year",
        "decisions by agency",
        "sample of decisions",
        "how large is the sample of decisions",
        "figures on decisions",
        "of the decisions you know, how many ended lower",
        "in how many did the person end up lower",
        "out of all decisions here, how many were won",
        "how many people in your decisions lost their grade",
        "what share of your decisions went up",
        "how frequently did appellants in your list end up lower",
        "in your list of decisions, how many went down",
        "in your sample how many won",
        "out of all the rulings you've got, whats the breakdown up vs down vs same",
        "in your stack, do more folks gain or lose",
        "tally the 2210 rulings in the register",
        "how big is your collection, in numbers",
        "Number of rulings in your register that left the grade alone?",
        "count of cases where OPM switched the series",
        "how many of the ones you list are from the Army",
        "break down the register for me by year",
        "what fraction of the cases on your list came out worse for the worker",
        "0303 rulings, how many up how many down",
        "how many wins are in your register for management analysts",
        "give me the figures: total decisions, raised, unchanged, lowered",
        "For a report I need totals by outcome from your collection of rulings",
        "did anyone at all in your register come out ahead, and how many",
        "the register, total entries?",
    ),
    answer=_answer,
    likes=("series",),
    unlike=("levels", "points", "decision"),
)
