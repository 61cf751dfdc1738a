"""What no appeal reaches: what a grievance can review, and what nothing reviews."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic

_GRIEVABLE = {
    ("supplemental", "agency guide", "own guide", "agency's own"): (
        "agency-guide",
        "whether your agency's own guide is right, or rightly used",
        "use of agency supplemental classification guides",
    ),
    ("outside my", "outside the", "extra dut", "beyond my"): (
        "work-outside-description",
        "work assigned outside the position description",
        "assignment or detail out of the scope",
    ),
    ("accura", "description", "pd"): (
        "description-accuracy",
        "whether the position description is accurate",
        "inclusion or exclusion of a major duty",
    ),
}


_OF_THE_DESCRIPTION = re.compile(
    r"\bappeal(?:ing)? (?:the|my|a|this|his|her) (?:pd|position description|"
    r"job description)\b(?!')",
    re.IGNORECASE,
)


_OUTSIDE = re.compile(
    r"\b(?:not|n't|nowhere|never|outside|beyond|isn'?t|aren'?t|wasn'?t)\b[^.?!]{0,12}?"
    r"\b(?:in|on|of|my|the)\b ?(?:my |the |our |his |her )?(?:pd|position description|"
    r"job description|official description)\b",
    re.IGNORECASE,
)
_APPEALS_IT = re.compile(
    r"\b(?:appeal|contest|challenge|fight)(?:ing)? (?:that|this|it|them|those|being|"
    r"(?:the|this|that) (?:assignment|detail|extra work))\b",
    re.IGNORECASE,
)
"""Work outside the description, and an appeal of that very assignment."""
_OF_THE_STANDARD = re.compile(
    r"\b(?:standards?|criteria|level descriptions?|point values?)\b[^.?!]{0,25}\b(?:itself|"
    r"themselves|(?:is|are|seems?|looks?) (?:\w+ ){0,2}?(?:wrong|old|outdated|unfair|obsolete|"
    r"from|bad|nonsense))\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether the description or the standard itself is to be appealed, in a GS job."""
    outside = _OUTSIDE.search(question.message) and _APPEALS_IT.search(question.message)
    asked = (
        outside
        or _OF_THE_DESCRIPTION.search(question.message)
        or (
            _OF_THE_STANDARD.search(question.message)
            and question.has("appeal", "contest", "challenge")
        )
    )
    return bool(asked and track(question, context) == "gs" and not question.decision)


def _of_a_wage_job() -> Answer:
    return Answer(
        lead=(
            "**No: a wage employee can appeal the series, the grade and the title of the job, and "
            "not, among other matters, the standards, the accuracy of the job description, the "
            "rate of pay or the wage schedule.** Another procedure, such as a grievance under the "
            "agreement, may reach them."
        ),
        words=(
            rule("fws-not-appealable", "5-cfr-532", "may not appeal"),
            rule("fws-issues", "5-cfr-532", "may at any time appeal the occupational series"),
        ),
        next=("Does the missing work make the grade wrong? Then that can be appealed.",),
    )


def _answer(question: Question, context: Context) -> Answer:
    if track(question, context) == "fws":
        return _of_a_wage_job()
    criteria = rule("standard-criteria", "5-cfr-511", "accuracy of grade level criteria")
    of_standard = _OF_THE_STANDARD.search(question.message)
    outside = _OUTSIDE.search(question.message) and _APPEALS_IT.search(question.message)
    for words, (code, what, anchor) in _GRIEVABLE.items():
        if (question.has(*words) or (outside and "outside my" in words)) and not of_standard:
            return Answer(
                lead=(
                    f"**No: {what} cannot be appealed to OPM.** A grievance procedure can review "
                    "it, where one applies to you. The series and the grade can still be "
                    "appealed, and OPM then looks at the duties you actually have."
                ),
                words=(rule(code, "5-cfr-511", anchor),),
                next=("Ask *what can I appeal?* for what OPM does decide.",),
            )
    if of_standard or question.has(
        "standard", "criteria", "points", "level description", "point values"
    ):
        return Answer(
            lead=(
                "**No: that OPM's own standard or its grading criteria are wrong, old or unfair "
                "can be neither appealed nor reviewed.** What you can appeal is how the standard "
                "is applied to your duties, and whether it is the right one for them."
            ),
            words=(criteria,),
            next=("Name the level in dispute, and see what the standard asks for.",),
        )
    return Answer(
        lead=(
            "**Several things are kept out.** A grievance may review some of them: whether the "
            "position description is accurate, work outside it, the agency's own guides, and a "
            "title no OPM standard prescribes. Nothing reviews the others here: a job you are "
            "not officially assigned to, a decision only proposed, a detail or a short "
            "temporary promotion, a comparison with another position, the criteria of OPM's "
            "standards, and what OPM has already decided."
        ),
        words=(
            rule("description-accuracy", "5-cfr-511", "inclusion or exclusion of a major duty"),
            rule("comparison", "5-cfr-511", "based on position-to-position comparisons"),
            criteria,
        ),
        next=("Tell what you want to contest, and it is placed among these.",),
        more=tuple(
            rule(code).ours
            for code in (
                "work-outside-description",
                "agency-guide",
                "title-not-prescribed",
                "not-officially-assigned",
                "proposed-decision",
                "time-limited",
                "already-decided",
            )
        ),
    )


TOPIC = Topic(
    id="what-cannot-be-appealed",
    title="what cannot be appealed",
    answer=_answer,
    sure=_sure,
    cues=("pd", "description", "standard", "criteria", "point value"),
    unlike=("points", "decision"),
)
