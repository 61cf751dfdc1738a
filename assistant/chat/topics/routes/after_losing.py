"""What is left after OPM has decided."""

from __future__ import annotations

from assistant.chat.kit import rule
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.procedure import known_rule, number, track


def _answer(question: Question, context: Context) -> Answer:
    final = rule("final", "5-cfr-511", "There is no further right of appeal")
    again = rule(
        "already-decided", "5-cfr-511", "no change in the governing classification standard"
    )
    asked = rule("reconsideration", "5-cfr-511", "not later than 45 calendar days")
    if track(question, context) == "fws":
        own = known_rule(
            "fws-reconsideration", "5-cfr-532", "reopen and reconsider any job-grading decision"
        )
        return Answer(
            lead=(
                "**No further appeal: OPM's decision on a wage job binds everyone who classifies "
                "or pays.** OPM may reopen it at its discretion, for facts not considered or room "
                "for reasonable doubt; no number of days is set for asking."
            ),
            words=() if own is None else (own,),
        )
    days = number("reconsideration")
    if question.has(
        "again", "twice", "second", "same position", "same job", "new appeal", "duties changed"
    ):
        lead = (
            "**Only after something has changed: once OPM has decided, the same position can be "
            "appealed again only when its standard or its major duties have changed.** Until then "
            f"there is no further appeal; OPM can be asked to reconsider within {days} calendar "
            "days of the day its decision was issued."
        )
        words = (again, asked, final)
    else:
        lead = (
            "**No further appeal lies against OPM's decision.** You may ask OPM to reconsider, in "
            f"writing, within {days} calendar days of the day the decision was issued, if you can "
            "show reasonable doubt or facts it did not consider. A new appeal is open only after "
            "the standard or the major duties of the position have changed."
        )
        words = (final, asked, again)
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Compare the decision with the standard, factor by factor, for a technical error.",
            "Ask *do I keep my grade?* if the decision lowers it.",
        ),
    )


TOPIC = Topic(
    id="after-the-decision",
    title="what is left after OPM's decision",
    asks=(
        "What can I do if OPM says no?",
        "I lost my appeal, now what?",
        "Is there anything above OPM?",
        "Can I appeal OPM's decision?",
        "May I file a second appeal on the same job?",
        "can I try again later",
        "Is the OPM decision final?",
        "Who can overturn an OPM classification decision?",
        "What are my options after an unfavorable decision?",
        "appeal denied, next step",
        "Can a classification decision be appealed further?",
        "How soon may I appeal the same position again?",
        "My duties changed since OPM decided; may I appeal again?",
        "one bite at the apple?",
        "OPM already decided this position for the previous incumbent",
        "is that the end of the road",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
