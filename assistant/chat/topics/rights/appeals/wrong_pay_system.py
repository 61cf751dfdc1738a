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
    answer=_answer,
    likes=("pay_plan",),
    unlike=("levels", "points", "decision"),
)
