"""Whether the DHS classification rules apply to anybody: they do not."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    if question.has("bargain", "negotiat", "union"):
        return Answer(
            lead=(
                "**No: 5 CFR 9701.205 keeps the classification system out of collective "
                "bargaining in all its aspects, from coverage to methods and criteria.** It has no "
                "effect either way: DHS rescinded the part's application from October 1, 2008, and "
                "nobody is classified under it."
            ),
            words=(
                law(
                    "5-cfr-9701",
                    "section 9701.205",
                    "is not subject to collective bargaining",
                    "The classification system is not subject to collective bargaining.",
                ),
            ),
        )
    return Answer(
        lead=(
            "**No: 5 CFR part 9701 is still printed but not in operation.** DHS rescinded its "
            "application from October 1, 2008, and the classification subpart was never extended "
            "to any employee. DHS positions are classified like others, in the General Schedule "
            "or the Federal Wage System."
        ),
        words=(
            rule("band-status"),
            rule(
                "band-coverage",
                "5-cfr-9701",
                "subject to a determination by the Secretary or designee",
            ),
        ),
        next=(
            "Ask any question about a General Schedule position at DHS: it is answered as such.",
        ),
    )


TOPIC = Topic(
    id="dhs-bands-status",
    title="whether the DHS bands are in force",
    asks=(
        "Is the DHS banding regulation in force?",
        "Does 5 CFR part 9701 apply to me?",
        "Are DHS employees banded?",
        "Was the DHS personnel system ever used for classification?",
        "is MaxHR still around",
        "I work for DHS, am I under bands or GS?",
        "Who is covered by the DHS classification subpart?",
        "Does part 9701 replace the General Schedule?",
        "is the DHS human resources system still valid",
        "can I be graded under 9701",
        "status of part 9701",
        "Does Homeland Security use the GS?",
        "Are the bands of 9701.212 in operation today?",
        "Do the DHS bands apply today?",
        "Is part 9701 dead letter?",
        "I'm at CBP, do bands cover my job",
        "coverage of the DHS classification rules",
        "was the banding at DHS ever put into effect",
        "GS or bands at Homeland Security",
        "part 9701",
        "is part 9701 in force",
        "is 9701 still valid",
        "9701 status",
        "are the bands in use",
        "do bands apply to DHS employees",
        "does DHS use bands",
        "am I in a band",
        "I work at DHS",
        "DHS employee, GS or band?",
        "TSA and bands",
        "CBP bands",
        "is DHS banding real",
        "was 9701 repealed",
        "DHS classification rules today",
        "does part 9701 apply",
        "who is covered by part 9701",
        "is the DHS pay system in effect",
        "what happened to the DHS personnel system",
        "banding at DHS",
        "Is anyone actually classified under part 9701?",
        "I'm a DHS employee, which system grades my job?",
        "did the Homeland Security bands ever take effect",
        "legal force of 5 CFR 9701",
        "Is 5 CFR part 9701 in effect?",
        "Do any employees work in DHS bands?",
        "was part 9701 put into operation",
        "does my DHS job come under bands",
        "are DHS positions under the General Schedule",
        "is the homeland security personnel system alive",
        "who falls under the DHS classification rules",
        "when were the DHS rules rescinded",
        "am I affected by part 9701",
        "are the DHS bands used now",
        "Are Homeland Security jobs really placed in bands?",
        "does anyone work under part 9701 now",
        "does homeland really use those bands",
        "were the DHS pay bands scrapped",
        "did that homeland personnel overhaul ever happen",
        "I'm at the Secret Service and still on GS, did I miss something",
        "is part 9701 dead",
        "I'm Border Patrol, are those bands for real or just on paper",
        "the homeland security system from 2005, still a thing?",
        "why do I have a GS grade if the rules speak of bands at DHS",
        "didn't congress or the courts kill the homeland bands",
        "has anyone been put in a band at homeland",
        "my FEMA coworker says we're all banded, I don't think so",
        "old MaxHR system, alive or gone",
        "should I bother reading the homeland banding regulation at all",
        "DHS bands, did they ever go live for grading jobs",
    ),
    answer=_answer,
    likes=("sections",),
    unlike=("levels", "points", "decision"),
)
