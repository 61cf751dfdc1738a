"""Overtime status is another procedure: an FLSA claim."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words

_TESTS = (
    *(
        "test",
        "criteria",
        "what makes",
        "what decides",
        "how is it decided",
        "why am i",
        "why is my",
        "who is",
    ),
    *("how do they decide", "which jobs", "what jobs", "what duties", "executive exempt"),
)

_HOW_FAR = (
    "how far back",
    "how many years",
    "years back",
    "how long back",
    "statute of limit",
    "willful",
)
_OPEN = ("why", "who ", "where", "how", "what")


def _head(question: Question) -> str:
    """A no answers a yes-or-no question; who, where and how are told outright."""
    return "Whether" if question.has(*_OPEN) else "No: whether"


def _grievance() -> Words:
    return law(
        "5-cfr-551",
        "section 551.703(a)",
        "must use that NGP as the exclusive administrative remedy",
        "A member of a bargaining unit whose agreement does not exclude it must use the grievance "
        "procedure.",
    )


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    if question.has(*_HOW_FAR):
        return Answer(
            lead=(
                "**Two years back from the day the claim is received, three if the violation was "
                "willful.** Every day you wait takes a day off the front. The claim goes in "
                "writing to your agency or to OPM, not both at once; where a negotiated agreement "
                "covers it, the grievance procedure is the only way."
            ),
            words=(
                law(
                    "5-cfr-551",
                    "section 551.702(c)",
                    "pay for a period of up to 2 years",
                    "Pay is due for up to 2 years, 3 for a willful violation, before the claim.",
                ),
                _grievance(),
            ),
            next=("Send the claim now, with the period, the hours and your duties.",),
        )
    tests = question.has(*_TESTS)
    return Answer(
        lead=(
            "**The tests of who is exempt under the Fair Labor Standards Act (FLSA) stand in "
            "5 CFR part 551, subpart B, which is not held here: see ecfr.gov.** The grade does "
            "not decide it, nor does a classification appeal: a wrong status is contested by an "
            "FLSA claim under subpart G, to your agency or to OPM, at any time."
        )
        if tests
        else (
            f"**{_head(question)} the Fair Labor Standards Act covers your job is not "
            "decided in a classification appeal, nor by the grade.** It is an FLSA claim of "
            "its own, under 5 CFR part 551, subpart G: to your agency or to OPM, not both at "
            "once; in a bargaining unit the negotiated grievance procedure instead, unless the "
            "agreement excludes it. A challenge to the exemption may be filed at any time; claims "
            "for pay have a limit."
        ),
        words=(
            law(
                "5-cfr-551",
                "section 551.701(a)",
                "FLSA exemption status determination claims",
                "Subpart G is for claims about exemption status and FLSA pay.",
            ),
            law(
                "5-cfr-551",
                "section 551.702(a)",
                "challenging the correctness of his or her FLSA exemption status",
                "A challenge to the exemption status may be filed at any time.",
            ),
            _grievance(),
        ),
        next=(
            "Write the claim with your duties, the hours, and the period it is about.",
            "Do not wait with a pay claim: its limit runs back from the day it is filed.",
        ),
    )


TOPIC = Topic(
    id="flsa",
    title="overtime status and FLSA claims",
    asks=(
        "how far back can I claim unpaid overtime under the FLSA",
        "HR coded me exempt and I think that's wrong, who do I complain to",
        "Can OPM decide my overtime status in a classification appeal?",
        "I think my FLSA exemption is wrong",
        "exempt or nonexempt, can I appeal that",
        "FLSA claim versus classification appeal",
        "How do I challenge my FLSA designation?",
        "Does the grade decide if I'm exempt?",
        "overtime claim with OPM",
        "Where do I file an FLSA claim?",
        "My SF-50 says exempt, I disagree",
        "is FLSA part of classification",
        "Fair Labor Standards Act claim for federal employees",
        "unpaid overtime what can I do",
        "Who reviews FLSA exemption decisions?",
        "contest exempt status",
        "wrong overtime status appeal",
        "Is my FLSA status something I can appeal along with the grade?",
        "file about overtime exemption",
        "I should be nonexempt, whom do I ask",
        "FLSA determination appeal",
        "Does a classification appeal settle overtime pay?",
        "exempt status is wrong",
        "FLSA",
        "FLSA claim",
        "my FLSA status is wrong",
        "am I exempt",
        "exempt or nonexempt",
        "overtime exempt",
        "is my job exempt from overtime",
        "overtime status",
        "can OPM change my FLSA status",
        "FLSA appeal",
        "how do I file an FLSA claim",
        "overtime pay claim",
        "they say I'm exempt and pay no overtime",
        "is FLSA decided with the grade",
        "does classification cover overtime",
        "fair labor standards act",
        "contest my exemption",
        "misclassified as exempt",
        "wrong FLSA code on my SF-50",
        "unpaid overtime",
        "HR marked me exempt. Is that part of the classification appeal?",
        "How can I dispute whether I get overtime?",
        "Fair Labor Standards Act status wrong on my papers",
        "does OPM look at overtime coverage when it grades",
        "Is FLSA exemption a classification matter?",
        "I want my exempt status reviewed",
        "How is overtime eligibility decided?",
        "who decides if my job is exempt",
        "my overtime coverage is wrong",
        "claim under the Fair Labor Standards Act",
        "can I get overtime pay through an appeal",
        "they changed me to exempt",
        "FLSA nonexempt claim where",
        "is exempt status appealable",
        "Whether I'm owed overtime: is that decided with the grade?",
        "my job is coded exempt and shouldn't be",
        'they make me work 50 hours and say i don\'t get time and a half cuz im "exempt"',
        "my form says E in that box and i think it should be N",
        "can the same appeal settle whether I'm owed overtime",
        "Is a GS-11 automatically not covered by overtime law?",
        "who do I take it to when HR coded my job as not eligible for overtime",
        "Fair labor act status, part of the classifier's job or not?",
        "unpaid extra hours because of exempt coding, can OPM fix that",
        "N vs E on the SF-50, dispute process",
        "does a new grade change if I get covered by the overtime law",
        (
            "they flipped my whole unit to exempt last month, is that something we can appeal "
            "as classification"
        ),
        "where to send an overtime claim based on wrong exemption",
        "I do clerical stuff all day yet they say I'm an exempt administrative employee",
        "how far back can an FLSA claim reach for a federal worker",
        "Steward: ten members coded exempt wrongly, is it a classification case or a claim?",
        "Exemption status challenge: same office as grade appeals?",
        "I want to contest being exempt",
        "is exempt status part of a classification appeal",
        "what tests decide whether a job is exempt",
        "what makes a position exempt from overtime rules",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
