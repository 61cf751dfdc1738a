"""Special situations of Factor 6: three or more add a level, from 6-1 to 6-3 only."""

from __future__ import annotations

from assistant.chat.answering.kit import guide_rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    three = guide_rule("situations", "add a single level to the level")
    top = guide_rule("situations-highest", "do not consult the Special Situations section")
    first = guide_rule("conditions-first", "select the highest level which the position")
    return Answer(
        lead=(
            "**Three or more of the eight special situations add one level, but only from "
            "Level 6-1, 6-2 or 6-3; from 6-4 up they add nothing.** They are variety of work, "
            "shift operations, a fluctuating work force or constantly changing deadlines, "
            "physical dispersion, special staffing situations, impact of specialized programs, "
            "changing technology, and special hazard and safety conditions. Each has its own "
            "conditions."
        ),
        words=(three, top, first),
        next=("Which of the eight are met regularly, and by what facts?",),
    )


TOPIC = Topic(
    id="special-situations",
    title="special situations and other conditions",
    asks=(
        "does geographic dispersion of my staff help my grade",
        "my people sit in several cities, does that raise my supervisory grade",
        "What are the special situations in the supervisory guide?",
        "Do difficult situations raise a supervisor's level?",
        "special situations Factor 6",
        "My staff is spread over five cities",
        "shift operations credit for supervisors",
        "how many special situations are needed",
        "Does high turnover count for a supervisor?",
        "my unit works two shifts",
        "physical dispersion of employees",
        "variety of work supervised",
        "supervising under constantly changing deadlines",
        "safety hazards in the unit I supervise",
        "can special situations bring me to 6-5",
        "other conditions factor",
        "teleworking employees and dispersion",
        "we have constant deadline changes, does the supervisor get credit",
        "fluctuating workforce seasonal employees",
        "impact of specialized programs",
        "my people work in dangerous conditions",
        "difficult employees, does supervising them count",
        "new technology all the time, does that count for the chief",
        "special situations",
        "special situation",
        "eight special situations",
        "what is a special situation",
        "special situations for supervisors",
        "special situations of Factor 6",
        "Factor 6 special situations",
        "how many special situations",
        "three special situations",
        "do special situations add a level",
        "difficult situations",
        "difficult supervisory situations",
        "dispersed staff",
        "dispersed employees",
        "employees in different locations",
        "staff in several cities",
        "remote employees",
        "shift work supervised",
        "shifts",
        "turnover of staff",
        "seasonal employees",
        "constantly changing deadlines",
        "variety of work",
        "hazards",
        "changing technology",
        "my employees are scattered over several states",
        "my people sit in seven different cities",
        "I supervise people I never see because they work elsewhere",
        "we work around the clock in shifts",
        "half my people are temporary and change all the time",
        "we operate day and night with two crews",
        "does the boss get something for running two crews",
        "two complete shifts",
        "my crew works around the clock on three shifts",
        "my people are all over the state",
        "turnover is nuts and I'm forever training new ones",
        "half my folks speak different languages, harder to manage",
        "we handle explosives so I have to watch everyone's safety",
        "surge work, we go from ten to a hundred people each fire season",
        "does managing scattered offices earn me anything",
        "I supervise lots of trades at once with changing deadlines",
        "crew spread over remote islands",
        "supervising is harder here than elsewhere, do I get credit",
        "physically dispersed staff, shift operations, constantly changing tech",
        "what extra things can push a supervisor up a level",
        "special needs employees in my unit take a lot of coaching",
        (
            "my clerks are seasonal and I start over every year, does the supervisor rating "
            "take that in"
        ),
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
