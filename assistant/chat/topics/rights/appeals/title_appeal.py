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
    asks=(
        "Can I appeal my job title?",
        "My title is wrong. Who decides that?",
        "is a position title appealable",
        "They call me assistant but I want to be called specialist, can OPM change the title?",
        "Can OPM prescribe my title?",
        'I want "Supervisory" in my title, can I appeal for that?',
        "Is the official title something I can contest?",
        "wrong title on my PD, appeal?",
        "My agency made up the title itself; can I take it to OPM?",
        "Do titles count as classification issues?",
        "Can I grieve my title?",
        "when is a title appealable",
        "title not prescribed by the standard, what recourse",
        "organizational title versus official title appeal",
        "can we be made to change an employee's title",
        "I don't care about the grade, only the title",
        "May an employee appeal the title of the position?",
        "what if only my title is wrong",
        "title dispute, OPM or grievance?",
        "Will OPM hear a case about the name of my job?",
        "Can the title be changed on appeal?",
        "I disagree with the official title they gave me",
        "is the title appealable",
        "can I appeal the title only",
        "contest a job title",
        "wrong job title",
        "I want another title",
        "who sets the official title",
        "can OPM give me a different title",
        "my official title doesn't fit my work",
        "title of my position is misleading",
        "dispute over the position title",
        "does the appeal cover titles",
        'can I get "Analyst" instead of "Assistant" as my title',
        "specialist or technician as title, can I appeal that",
        "titles not in the standard",
        "working title versus official title",
        "our organizational titles, may employees appeal them",
        "grievance over a title",
        "I object to the title on my SF-50",
        "Should the title be Lead? can I appeal",
        "parenthetical title wrong",
        "I'm fine with my pay and grade but the name of my job is wrong",
        "Will OPM rule on what my position is called?",
        "May an employee insist on a different official title?",
        "name of position disputed",
        "Is a wrong title a reason to appeal?",
        "I'd like OPM to fix my title",
        "what can be done about a title that doesn't fit",
        "Who do I see about my job title?",
        "job is titled clerk, should be technician",
        "our title isn't in any standard",
        "appeal just the title of a job",
        "an employee demands another title",
        "title on the position description is off",
        "does OPM hear disputes on titles",
        "Do I have a way to get a different position title?",
        "the title on my PD is not the right one",
        "I want to be called analyst, not assistant",
        "they changed what my job is called and I hate it",
        "the name on my SF-50 is all wrong",
        'can OPM make them drop "clerk" from what I\'m called',
        "wrong name for the job, right grade, can I fight that",
        "HR won't give me the lead in front of my name",
        'they took "senior" off of mine, who do I complain to',
        "is what they call me something OPM would rule on",
        "happy with the pay, not with what it says on my door",
        "the job name doesn't match the work, is there anywhere to contest that",
        "my business card title vs the official one, could I take that up",
        "no published name for my occupation, they made one up, can I dispute it",
        "Everyone laughs at my title. is it a thing you can contest",
        "they label us technicians but we're inspectors, challenge just that?",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
