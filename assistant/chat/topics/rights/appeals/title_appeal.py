"""When a title can be appealed, and where the others go."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic

_NOT_PRESCRIBED = re.compile(
    r"\b(?:no|not|n't|never|nothing|without)\b[^.?!;]{0,40}\b(?:prescrib\w+|set|list\w*|titles?)\b"
    r"|\b(?:organi[sz]ational|working|in-house|made[- ]up|invented|functional) title\b",
    re.IGNORECASE,
)
_PRESCRIBES = re.compile(
    r"\bstandard\b[^.?!;]{0,30}\b(?:prescribes?|sets?|lists?|says|gives|names|calls?)\b"
    r"|\bprescribed\b|\b(?:qualification requirement|speciali[sz]ation|parenthetical)\b",
    re.IGNORECASE,
)


def _answer(question: Question, context: Context) -> Answer:
    if track(question, context) == "fws":
        return Answer(
            lead="**Yes: the title of a wage job can be appealed like its series and grade, at any "
            "time, to the agency first.**",
            words=(
                rule("fws-issues", "5-cfr-532", "may at any time appeal the occupational series"),
            ),
        )
    if question.has("series and title", "title and series", "and series", "series too"):
        return _made(
            "**The series, yes, at any time, to your agency or to OPM; the title only where an "
            "OPM standard or guide prescribes titles for the work, or where it shows a "
            "qualification requirement or an authorized specialization.** That the grade stayed "
            "does not bar it."
        )
    if question.has("griev") and not question.has("appeal"):
        return _made(
            "**Yes, where a grievance procedure applies to you, unless an OPM standard or guide "
            "prescribes titles for the work or the title shows a qualification requirement or an "
            "authorized specialization: such a title is appealed instead.**"
        )
    prescribed = bool(_PRESCRIBES.search(question.message))
    if _NOT_PRESCRIBED.search(question.message):
        return _made(
            "**No: a title that no OPM standard prescribes is no matter for an appeal; a grievance "
            "procedure can review it, where one applies.** The exception is a title that shows a "
            "qualification requirement or an authorized specialization."
        )
    if prescribed:
        return _made(
            "**Yes: where an OPM standard or guide prescribes titles for the work, a wrong title "
            "can be appealed, at any time, to your agency or to OPM.** Name in the appeal the "
            "title that the standard prescribes and the duties that earn it."
        )
    return _made(
        "**Only if an OPM standard or guide prescribes titles for the work, or the title "
        "shows a qualification requirement or an authorized specialization.** Any other "
        "title, such as one your agency made up for the organization, is a matter for a "
        "grievance procedure where one applies."
    )


def _made(lead: str) -> Answer:
    return Answer(
        lead=lead,
        words=(
            rule("title", "introduction", "prescribes position titles or"),
            rule("title-not-prescribed", "5-cfr-511", "unless a specific title is authorized"),
        ),
        next=(
            "Look at the titles in the standard for your series: name the series to see them.",
            "Ask *can I file a grievance?* for the other way.",
        ),
        missing=("the series of the position",),
    )


TOPIC = Topic(
    id="title-appeal",
    title="appealing a title",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
