"""Contesting the pay system: General Schedule or Federal Wage System."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    if question.has("who decides", "is my position covered", "what if opm", "who determines"):
        return Answer(
            lead=(
                "**OPM makes the final determination whether a position is in the General "
                "Schedule; your agency makes the first.** What decides is the paramount "
                "requirement of the work: where trade, craft or labor knowledge is paramount, it "
                "is a wage job. If OPM changes the pay plan, it may leave series and grade to the "
                "agency, whose decision can then be appealed."
            ),
            words=(
                law(
                    "introduction",
                    "58",
                    "OPM makes the final determination as to whether a position",
                    "OPM finally determines whether a position is included in the General "
                    "Schedule.",
                    section="Appendix 4, D.1",
                ),
                rule("pay-system", "5-cfr-511", "inclusion under or exclusion from chapter 51"),
            ),
            next=("Say in the appeal that the pay system is in dispute.",),
        )
    if question.has("architect"):
        return Answer(
            lead="**No: for positions in the Office of the Architect of the Capitol the pay system "
            "cannot be appealed to OPM.** Everywhere else it can.",
            words=(rule("pay-system", "5-cfr-511", "Office of the Architect of the Capitol"),),
        )
    remand = law(
        "introduction",
        "64",
        "decide only the pay plan and remand",
        "If a certificate changes the pay plan, OPM may decide only that and send the rest back "
        "to the agency; its decision can be appealed again.",
        section="Appendix 4, G.9.b",
    )
    if question.has("no grade", "without a grade", "gave no", "only the pay plan", "remand"):
        return Answer(
            lead="**Your agency classifies the position next, within the new pay plan: OPM may "
            "decide only the pay plan and leave title, series and grade to the agency.** If you "
            "disagree with what the agency then decides, you may appeal that to OPM.",
            words=(remand,),
            next=("Ask the personnel office when it will classify the position.",),
        )
    return Answer(
        lead=(
            "**Yes: whether a position belongs in the General Schedule can be appealed, by the "
            "General Schedule procedure, also by someone now in a wage job.** It may go straight "
            "to OPM, at any time. OPM may decide only the pay plan and leave series and grade to "
            "the agency, whose decision can then be appealed in its turn."
        ),
        words=(
            rule("pay-system", "5-cfr-511", "inclusion under or exclusion from chapter 51"),
            rule("fws-to-gs"),
            remand,
        ),
        next=(
            "What decides is the paramount requirement: trade knowledge, or office knowledge.",
            "Say in the appeal that the pay system is in dispute.",
        ),
    )


TOPIC = Topic(
    id="pay-system-appeal",
    title="appealing the pay system",
    asks=(
        "My job should be GS, not wage grade",
        "Can I appeal that I belong under the General Schedule?",
        "I'm WG but my work is office work",
        "They moved my job from GS to WG, can I appeal?",
        "pay system determination appeal",
        "How do I contest being in the wrong pay plan?",
        "WG to GS conversion appeal",
        "exclusion from the General Schedule appeal",
        "I'm under a wage schedule and think that is wrong",
        "What if OPM changes my pay plan?",
        "wrong pay plan",
        "The Architect of the Capitol's employees and pay system appeals",
        "wage grade now, should be General Schedule, whom do I ask",
        "Can the pay plan be appealed?",
        "I don't think this job belongs in the wage system",
        "Appeal about inclusion under chapter 51",
        "my trade job was turned into GS",
        "pay category dispute",
        "wrong pay system",
        "should I be GS instead of WG",
        "should be wage grade instead of GS",
        "change from WG to GS",
        "appeal to be GS",
        "converted from GS to wage grade against my will",
        "my job belongs in the General Schedule",
        "can I appeal the pay plan",
        "pay plan appeal",
        "they put me in the wrong pay plan",
        "contest exclusion from GS",
        "inclusion in the General Schedule",
        "coverage of the General Schedule, can I appeal",
        "dispute on pay category",
        "I do clerical work but am WG",
        "is whether I'm GS appealable",
        "I'm paid under a wage schedule though I do desk work. Can I dispute that?",
        "Who rules on whether a job is under the General Schedule?",
        "they changed my job from GS to wage grade and I object",
        "dispute: WG or GS",
        "I'm wage grade but it's not trades work",
        "our GS jobs were changed to wage grade",
        "how can a pay system decision be contested",
        "who determines the pay system",
        "GS position that should be wage grade",
        "can the choice of pay system be appealed to OPM",
        "I think they've got me under the wrong pay system",
        "moved into the wage system wrongly, what can I do",
        "I'm stuck on the hourly scale doing desk work",
        "they turned us from salaried into blue collar",
        "I don't belong with the trades",
        "how do I get out of wage grade into GS",
        "planner estimators at the shipyard want to go white collar",
        "my job's really a mechanic's job but they have me GS",
        "can I fight which pay plan I'm on",
        "they changed my plan from GS to hourly and I'm livid",
        "supposed to be blue collar, they say office. who rules on that",
        "wrong pay schedule altogether, where do I take this",
        "I haven't touched a tool in six years, yet I'm WG",
        "is it possible to challenge being under the Federal Wage System as such",
        "crossed over to WL without asking, can I contest",
        (
            "warehouse worker turned inventory clerk, still on the wage schedule. can I take "
            "that to somebody"
        ),
        "OPM ruled I belong in GS and not WG but left the grade open, what comes next",
        "OPM moved my job from wage grade to General Schedule and set no grade",
        "who sets my grade after OPM changed the pay plan",
    ),
    answer=_answer,
    likes=("pay_plan",),
    unlike=("levels", "points", "decision"),
)
