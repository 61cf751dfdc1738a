"""Consistency inside an agency: a duty, but standards decide."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.rights.filing.agency_report import of_consistency


def _answer(question: Question, context: Context) -> Answer:
    if question.has("report", "days", "due", "deadline", "how long"):
        return of_consistency(question, context)
    same = law(
        "introduction",
        "8",
        "delegated classification authority is exercised consistently throughout",
        "Each agency sees that classification authority is used consistently throughout.",
    )
    route = rule("consistency-route")
    compare = rule("comparison", "5-cfr-511", "position-to-position comparisons")
    if question.has("request") and question.has("say", "contain", "name", "put"):
        return Answer(
            lead=(
                "**The other position's location, title, series, grade and duties, and yours "
                "beside them; and that the positions be reviewed for consistency.** It goes to "
                "the human resources office of your agency's headquarters."
            ),
            words=(route, same),
            next=("Write down number, title, series, grade and duties of the other position.",),
        )
    if question.has("where", "whom", "address", "write to", "request"):
        return Answer(
            lead=(
                "**To the human resources office of your agency's headquarters: ask there, in "
                "writing, that the positions be reviewed for consistency.** Name the other "
                "position's location, title, series, grade and duties. It is no appeal, and the "
                "review may find that the higher grade is the wrong one."
            ),
            words=(route, same, compare),
            next=("Write down number, title, series, grade and duties of the other position.",),
        )
    return Answer(
        lead=(
            "**Compare with the standard first; other positions only serve to check.** An "
            "agency must classify like positions alike, so a difference you find is a reason "
            "to review both, and the result may be that the higher one was wrong. An employee "
            "can ask the agency's headquarters for a consistency review, but a comparison "
            "decides no appeal."
        ),
        words=(compare, same, route),
        next=("Write down number, title, series, grade and duties of the other position.",),
    )


TOPIC = Topic(
    id="consistency",
    title="consistency among positions of an agency",
    asks=(
        "if my grade changes do they have to recheck other jobs too",
        "after a decision, which other positions must the agency look at again",
        "do they have to review the whole agency or only similar jobs",
        "May I compare positions when I classify?",
        "consistency with other positions in the agency",
        "Two identical jobs at different grades in our agency",
        "are agencies required to grade like jobs alike",
        "internal alignment of positions",
        "How do we keep classifications consistent?",
        "the same PD is GS-11 in one region and GS-12 in another",
        "cross-comparison of positions",
        "consistency review in an agency",
        "can a classifier use other positions as a benchmark",
        "what if an inconsistency is found",
        "agency consistency program",
        "another office classified the same job higher",
        "should comparable positions have the same grade",
        "our field offices grade this differently",
        "does a precedent position in the agency bind me",
        "peer review of classifications",
        "sister position graded differently",
        "are agencies required to be consistent",
        "consistency in classification",
        "classify like positions alike",
        "like positions same grade",
        "same work different grade in the agency",
        "identical positions with different grades",
        "identical PDs graded differently",
        "different grades for the same PD",
        "two offices grade the same job differently",
        "region grades it higher",
        "inconsistent classification in our agency",
        "inconsistency between positions",
        "inconsistent grades",
        "consistency review",
        "ask for a consistency review",
        "classifier compares positions",
        "can I classify by comparing with other positions",
        "use other positions to support a grade",
        "position to position comparison by a classifier",
        "internal consistency",
        "alignment with similar positions in the agency",
        "how to handle inconsistent classifications",
        "comparable jobs in our agency",
        "the same job is a 12 in Denver and an 11 here",
        "same job, higher grade in another region",
        "in the other region this job is graded higher",
        "our sister office has the same job at a higher grade",
        "is the agency allowed to grade the same job differently",
        "why is the identical job graded higher at headquarters",
        "why does headquarters grade the same job higher",
        "identical job at another site is graded higher",
        "texas office has my exact job one grade up. is the agency ok with that",
        "same PD number, two different grades depending on who you ask",
        "are classifiers allowed to line up our jobs against each other",
        "we found twin jobs graded apart, what now from the agency's side",
        (
            "Personnel says the jobs at the other base aren't relevant but it's one agency, "
            "shouldn't they be equal"
        ),
        "region 4 and region 7 rate this job differently. which classifier budges",
        "keeping grades even across bureaus, whose job is that",
        "how do we as HR fix a mismatch between two of our installations",
        "alignment across components, required?",
        "must an agency level out grades for the same work across its locations",
        (
            "Headquarters staff get a 13 for what the field gets a 12 for. Is the agency "
            "supposed to sort that out?"
        ),
        "may I lean on how our other analyst jobs were graded when I evaluate this one",
        "two of our classifiers came to opposite results on identical duties",
        "can I ask my agency to check that all jobs like mine are graded the same",
        "sister command has equal work at a higher grade, does the agency owe anybody a look",
        "OPM demands a consistency report from us, when is it due",
        "how many days for the intra-agency consistency report",
        "do we have to look at every similar position for the consistency report",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
