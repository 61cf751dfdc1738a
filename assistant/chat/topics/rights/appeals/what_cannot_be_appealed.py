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
    asks=(
        "What can't I appeal?",
        "Which matters are not appealable to OPM?",
        "Can I appeal because the standard itself is outdated?",
        "The OPM standard is wrong, can I challenge it?",
        "list of nonappealable issues",
        "Can I attack the criteria in the classification guide?",
        "Is it possible to contest the point values of a standard?",
        "what is excluded from classification appeals",
        "Can I appeal my agency's supplemental classification guide?",
        "They gave me work outside my PD, can I appeal that?",
        "which complaints will OPM refuse to hear",
        "Can I appeal the accuracy of my position description?",
        "What does 5 CFR 511.607 exclude?",
        "Are the agency's own guides something OPM will rule on?",
        "the factor level description is unfair, can OPM change it",
        "things OPM won't look at",
        "What is off limits in an appeal?",
        "Can I complain to OPM that the standard is bad?",
        "nonappealable matters",
        "Which questions does OPM not take up?",
        "I want to contest the grading criteria themselves",
        "Does OPM decide about extra duties outside my description?",
        "what may not be appealed",
        "which issues are excluded from appeal",
        "what is not subject to appeal",
        "what can't OPM decide for me",
        "limits of a classification appeal",
        "is there anything I can't appeal",
        "can I appeal the standard",
        "I think the classification standard is outdated and unfair",
        "appeal against the standard itself",
        "the grading criteria are wrong, not their application",
        "can OPM throw out the standard",
        "Can I contest how my agency's guide is written?",
        "our agency guide contradicts OPM's standard, appealable?",
        "Can I appeal being given duties not in my PD?",
        "issues OPM does not accept",
        "matters neither appealable nor reviewable",
        "Which things must go to a grievance instead of an appeal?",
        "can I appeal my performance rating along with it",
        "what are the exceptions in Appendix 4 section F",
        "appeals OPM rejects from the start",
        "Name the subjects an employee may not bring to OPM",
        "The factor descriptions in the guide make no sense, may I challenge them?",
        "things outside OPM's appeal authority",
        "Is the agency's internal guide a subject for an OPM appeal?",
        "Tell me what an appeal can't be about",
        "what is closed to appeal",
        "issues an employee is not allowed to appeal",
        "are there matters OPM refuses",
        "I disagree with what the standard demands at this level",
        "the OPM guide is out of date, can I get it changed by appeal",
        "may I contest OPM's standard",
        "can an appeal attack the agency's classification guide",
        "appeal because the standard undervalues our work",
        "what doesn't OPM handle in appeals",
        "What topics are closed to appeal?",
        "the standard for my series is bad, can OPM be asked to correct it",
        "which gripes will they throw out",
        "is there stuff OPM won't touch",
        "the rule book for my field is from 1968 and I want to attack that",
        "they wrote my duties wrong, will OPM rule on that part",
        "can I complain that the percentages are inaccurate",
        "the guide itself is unfair to women's occupations",
        "I don't like the duties they gave me, is that OPM's business",
        "what would get kicked back to me unread",
        "my pay scale's locality rate is too low, can it be challenged this way",
        "can I fight the way the factors are designed",
        "what's off limits",
        "the agreed upon description isn't accurate and I'd like OPM to settle that",
        "can I go after OPM's own criteria as being obsolete",
        "not something you can take to OPM: list?",
    ),
    answer=_answer,
    sure=_sure,
    cues=("pd", "description", "standard", "criteria", "point value"),
    unlike=("points", "decision"),
)
