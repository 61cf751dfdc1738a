"""A lower grade through a reduction in force or a reorganization."""

from __future__ import annotations

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import counted, number
from assistant.chat.answering.procedure.keeping import kept_as_told, loses_grade
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:
    weeks, years = number("retention-52-weeks"), counted("retention-period")
    force = rule(
        "retention-reduction-in-force",
        "5-cfr-536",
        "employee has received a specific reduction in force notice",
    )
    served = quoted_rule("retention-52-weeks", "5-cfr-536")
    told = kept_as_told(question, context)
    if told is not None and not question.has("declin"):
        return told
    # Who was named in a reduction in force keeps the grade by right, whatever brought it about.
    by_force = question.has("rif", "reduction in force", "layoff", "laid off")
    reorganized = question.has("reorg") and not by_force
    if reorganized or question.has("anticipation", "announced", "optional", "mandatory"):
        words: tuple[Words, ...] = (
            rule("retention-optional", "5-cfr-536", "declination of the offer will not affect"),
            served,
        )
        if question.has("declin", "turned down", "refus", "say no", "said no"):
            return Answer(
                lead=(
                    "**No harm: declining such an offer leaves the right to mandatory grade "
                    "retention untouched, if you are moved later.** Where the change was announced "
                    "in writing, letting the grade be kept is the agency's choice."
                ),
                words=words,
                next=("Ask *what ends grade retention?*",),
            )
        lead = (
            "**It may let you keep the grade, but need not, if it announced the "
            "reorganization in writing and you move on or before the day it takes effect.** You "
            f"must have served at least {weeks} weeks above the lower grade. You may decline such "
            "an offer and keep your right to retention if you are moved later."
        )
    elif question.has("bump", "retreat", "seniority", "competitive level", "who goes", "placed in"):
        lead = (
            "**The order in which people are released and placed stands in 5 CFR part 351, which "
            "is not held here: ask your personnel office or look it up at ecfr.gov.** What "
            f"follows is held: whoever is placed lower keeps the grade for {years} years after a "
            f"specific notice and {weeks} weeks in a row above the lower grade."
        )
        words = (force, served)
    elif question.has("appeal", "classification"):
        lead = (
            "**The classification of the position you now hold can be appealed at any time; the "
            "reduction in force itself is another matter, under rules that are not held here (5 "
            "CFR part 351).** A classification appeal does not undo a placement."
        )
        words = (
            rule("series-or-grade", "5-cfr-511", "appropriate occupational series or grade"),
            force,
        )
    else:
        yes = "No, not" if loses_grade(question) else "Yes,"
        lead = (
            f"**{yes} for {years} years, if you had a specific reduction in force notice, were "
            "placed in the position offered in it or in another that management offered in "
            f"writing, and had served at least {weeks} weeks in a row above the lower grade.** "
            "Otherwise the pay is retained, if it would fall. In a later reduction in force the "
            "retained grade does not count."
        )
        words = (
            force,
            served,
            quoted_rule("retention-period", "5-cfr-536"),
        )
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Keep the specific notice and the written offer.",
            "Ask *what ends grade retention?*",
        ),
        missing=("since when you served above the lower grade",),
    )


TOPIC = Topic(
    id="reduction-in-force",
    title="a lower grade through a reduction in force",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
