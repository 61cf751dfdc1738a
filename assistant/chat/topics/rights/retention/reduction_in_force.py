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
    if told is not None:
        return told
    if question.has("reorg", "anticipation", "announced", "optional", "mandatory"):
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
    asks=(
        "is retention mandatory when the employee volunteers in an announced reorganization",
        "employee declined the optional move, does that harm later entitlement",
        "moved to a lower job in an announced reorg, must the agency grant retention",
        "I'm being placed in a lower grade by a RIF. Do I keep my grade?",
        "reduction in force and grade retention",
        "RIF offer of a lower graded position",
        "bumped to a lower grade in a RIF",
        "Does a RIF downgrade give retained grade?",
        "How long must I have served to keep my grade in a RIF?",
        "moved from GS-11 to GS-9 in a reduction in force",
        "Can I appeal the classification after a RIF?",
        "layoff moved me down two grades",
        "Reorganization announced, I may be moved to a lower grade",
        "RIF notice with a lower graded job",
        "what do I keep if the RIF puts me in a lower job",
        "accept a lower job in anticipation of a reorganization",
        "Are employees placed lower by RIF entitled to saved grade?",
        "RIF put me in a GS-7 from a GS-9, what happens to my grade",
        "Grade saved in a reduction in force?",
        "Our office is reorganized and I'm offered a lower position",
        "placed in a lower grade through RIF procedures",
        "how long above the lower grade before a RIF to keep it",
        "retreated to a lower graded job",
        "RIF",
        "reduction in force",
        "RIF downgrade",
        "downgraded in a RIF",
        "RIF to a lower grade",
        "do I keep my grade in a RIF",
        "grade retention after a RIF",
        "RIF saved grade",
        "placed in a lower job by RIF",
        "layoff and grade",
        "bump to a lower grade",
        "retreat to a lower grade",
        "reorganization",
        "reorganization lowers my job",
        "offered a lower grade before a RIF",
        "voluntary lower job in a reorganization",
        "RIF and grade retention rules",
        "52 weeks before a RIF",
        "can I appeal a RIF",
        "RIF placed me two grades lower",
        "management announced a reorganization and offers me a GS-11",
        "In the reduction in force I was assigned a lower-graded job",
        "They're abolishing my post and putting me two grades down",
        "do RIF rules let me hang on to my grade",
        "agency reorganizes and offers me a lower post ahead of time",
        "They're running a RIF and I get a lower grade",
        "Does one retain the grade after a RIF?",
        "RIF moved me down, is my grade saved",
        "After a reduction in force I'm two grades lower",
        "what happens to my grade in a reduction in force",
        "a lower job in lieu of separation by RIF",
        "our unit is reorganized and my new job is graded lower",
        "in a reorganization, may the agency let me keep my grade",
        "RIF and my old grade",
        "placed by RIF in a lower position",
        "Through a reduction in force I landed two grades down, what do I keep?",
        "RIF notice offers me a GS-9 job",
        "layoffs coming, they want to stick me in a 9",
        "got a RIF letter, I'm sliding from 12 to 11. do i still get called a 12",
        "they bumped me into a lower graded desk because someone senior took mine",
        "our base is closing and the only thing they'll offer is two grades down",
        "Can I retreat to my old job and hang on to the grade I have today?",
        "downsizing and I said ok to a lower spot before the notices even went out",
        "hr says since it's RIF I don't need the full year at the grade, true?",
        "what protections come with being demoted in a cutback",
        "displaced by the RIF, put in a lower slot, what about the grade I had",
        "the DOGE cuts put me in a lower position",
        "Would my grade be saved if I take the lower one before the RIF hits?",
        "RIF assignment right exercised, GS-12 to GS-9. entitlement?",
        "members being placed lower through RIF, what should the union tell them about saved grade",
        (
            "is a RIF placement to a lower position something I can take to OPM as a "
            "classification matter"
        ),
        "They eliminated my slot and my bump rights land me lower",
        "who goes first in a RIF",
        "how are people placed in a reduction in force",
        "bumping and retreating, how does that go",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
