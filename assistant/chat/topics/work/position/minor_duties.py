"""Minor, collateral and occasional duties: mostly without effect, and when they count."""

from __future__ import annotations

from assistant.chat.answering.kit import law, mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    minor = law(
        "introduction",
        "12",
        "generally occupy a small portion of time",
        "Minor duties take little time, are not why the position exists and do not determine "
        "qualifications.",
    )
    influence = law(
        "introduction",
        "12",
        "can sometimes have a major influence on",
        "Small parts of a job can bear on series and grade and must be considered.",
    )
    recur = law(
        "introduction",
        "12",
        "performed at recurring intervals",
        "Regular duties may come at intervals.",
    )
    quarter = mixed_rule("quarter", "introduction", "at least 25 percent of the employee's")
    if question.has(
        "every quarter",
        "once a year",
        "yearly",
        "annual",
        "seasonal",
        "recur",
        "at intervals",
        "each spring",
        "peak",
    ):
        lead = (
            "**Yes, they can count: what matters is that the duties come back with some "
            "regularity, not how long the intervals are.** Take their share of a full cycle of "
            "work, such as a year. To control the grade, higher work still needs at least 25 "
            "percent of the time."
        )
        words: tuple[Words, ...] = (recur, quarter)
    else:
        lead = (
            "**Mostly not: minor or collateral duties take little time, are not why the "
            "position exists, and leave title, series and grade alone.** They are looked at "
            "all the same, because a small part can bear on the series or the qualifications; "
            "to control the grade, higher work must take at least 25 percent of the time."
        )
        words = (minor, quarter, influence)
    return Answer(
        lead=lead,
        words=words,
        next=("What share of the time does the duty take, over a full cycle of work?",),
    )


TOPIC = Topic(
    id="minor-duties",
    title="small, collateral and occasional duties",
    asks=(
        "do I count collateral duty like EEO counselor",
        "collateral duties and the grade, such as safety representative",
        "Do collateral duties count for my grade?",
        "I have a collateral duty as safety officer",
        "what is a minor duty",
        "major versus minor duties",
        "Do small duties matter for classification?",
        "duties I do only once a year",
        "occasional duties in the grade",
        "Does seasonal work count toward the grade?",
        "Are quarterly duties regular and recurring?",
        "part-time duties and the grade",
        "ten percent duty higher grade",
        "collateral EEO counselor duty, does it raise the grade",
        "I only do this task a few hours a month",
        "what makes a duty a major duty",
        "should minor duties be described in the PD",
        "regular and recurring, what does it mean",
        "Are incidental duties classified?",
        "duty that takes just an hour a day",
        "my employee has an extra duty as records liaison, does this matter",
        "minor duties",
        "minor duties and grade",
        "what are minor duties",
        "major and minor duties",
        "major duties",
        "what are major duties",
        "what is a major duty",
        "collateral duty",
        "collateral duties",
        "do collateral duties count",
        "collateral duties and grade",
        "does a collateral duty raise the grade",
        "additional duty as safety officer",
        "side duty",
        "small part of my job",
        "duties that take little time",
        "occasional duties",
        "occasional work",
        "duties performed now and then",
        "do rare duties count",
        "annual duties",
        "duty once a year",
        "recurring duties",
        "regular and recurring duties",
        "seasonal duties",
        "quarterly work",
        "once a year I run a campaign for the whole office, does that count",
        "every spring I help with the budget call",
        "I handle the parking permits on the side",
        "a small task that only comes up in December",
        "I'm also the fire warden and records contact",
        "I also coordinate a yearly event, does it matter",
        "I also organize the annual open house",
        "besides my job I handle the keys and badges",
        (
            "Every October I help with the charity drive for two weeks. HR says it's worthless "
            "for my rating, true?"
        ),
        "I also act as the building's fire marshal on top of my real work",
        "one of my tasks comes up maybe twice a year but it's the hardest thing I do",
        (
            "alternate timekeeper, backup credit card holder, safety rep... do any of these "
            "little hats add up to anything"
        ),
        "5% of my week goes to training interns, they won't even list it",
        "What's the line between a main duty and a trivial one?",
        "side job as EEO counselor two days a month, worth anything on my rating",
        (
            "I got stuck being the records custodian besides my normal work, does the extra "
            "hat matter for classification"
        ),
        "how small does a task have to be before you ignore it",
        "incidental tasks, ignore or credit?",
        "HR crossed out my committee work saying it was too infrequent to consider",
        "My steward wants his member's additional duty as vehicle coordinator to be credited",
        "employee claims the annual inventory she runs for three days makes her higher graded",
        "do things that come up only now and again get weighed at all",
        "She does a bit of web posting, an hour a week tops. Do I even evaluate that?",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
