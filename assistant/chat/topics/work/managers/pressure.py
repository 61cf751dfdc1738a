"""Neither pressure nor a budget sets a grade."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic

_PRESSED = (
    *("pressur", "told", "order", "boss", "manage", "director", "leader", "front office", "want"),
    *("budget", "money", "cost", "afford", "fund", "quota", "limit", "ceiling", "cap ", "politic"),
    *("insist", "demand", "dictate", "refuse", "wrong classification", "average grade"),
)


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if not question.has(*_PRESSED):
        return None
    standards = law(
        "classifier-handbook",
        "4",
        "consistent with the criteria and guidance",
        "Classification must agree with OPM's criteria and guidance.",
    )
    notcount = rule("not-grade-related")
    revoke = law(
        "introduction",
        "7",
        "revoke or suspend the agency’s authority",
        "OPM can revoke or suspend authority that is misused.",
    )
    return Answer(
        lead=(
            "**No: neither a manager's wish, a budget nor a quota sets a grade; the duties and "
            "the standard do.** Management can change the duties it assigns, and that changes "
            "the grade. A classifier who is pressed should put the evaluation in writing; OPM "
            "can take the authority from an agency that does not follow its standards."
        ),
        words=(standards, notcount, revoke),
        next=(
            (
                "Ask whoever presses which duty, and which level of which standard, supports "
                "the grade wanted."
            ),
        ),
    )


TOPIC = Topic(
    id="grade-pressure",
    title="pressure, budgets and quotas on a grade",
    asks=(
        "My boss wants me to classify it higher than the standard supports",
        "can a budget limit decide my grade",
        "management pressures me to give a GS-13",
        "Is it allowed to deny a grade because there is no money?",
        "The director ordered the grade",
        "they say they can't afford my upgrade",
        "grade quota in our agency",
        "a manager tells the classifier what grade to find",
        "average grade limits",
        "can HR refuse an upgrade for cost reasons",
        "I'm told to downgrade all positions to save money",
        "does cost matter in classification",
        "what if I'm ordered to sign a wrong classification",
        "the front office wants this to be a 14",
        "no funds for higher grades",
        "political pressure on classification",
        "is there a ceiling on how many GS-14s we can have",
        "lack of funds and classification",
        "pressured to classify higher",
        "pressure to raise the grade",
        "pressure to give a grade",
        "my boss pressures me to upgrade",
        "management pressure on classification",
        "director wants a higher grade",
        "management wants a GS-13 no matter what",
        "manager demands a grade",
        "ordered to classify at a grade",
        "told what grade to give",
        "can a manager dictate the grade",
        "budget and the grade",
        "no budget for a higher grade",
        "agency has no money for the upgrade",
        "denied an upgrade for lack of money",
        "can they refuse my grade because of cost",
        "cost as a reason for a lower grade",
        "grade limits for budget reasons",
        "quota of grades",
        "cap on high grades",
        "may the budget decide the grade",
        "does money play a role in classification",
        "classification under pressure",
        "the director told us to make it a 14 whatever the standard says",
        "the boss wants it to be a 14 regardless of the standard",
        "we were told to find a lower grade to save money",
        "I was told to come up with a GS-13",
        "management has already decided the grade",
        "they already know what grade they want and I'm supposed to make the numbers fit",
        "hr said \"we'd agree with you but there's no money for another 13\"",
        "commander leaning on me to sign off a 14 that isn't there",
        "our bureau has a cap on 13s so they turned me down, legit?",
        (
            "I'm a classifier and was told my own rating depends on finding a higher grade for "
            "the director's aide"
        ),
        "can they say no to my upgrade just cuz of the budget",
        "told by the front office to shave a grade off everyone to cut payroll",
        "Political appointee demands that his assistant be a 15. How do I push back?",
        "is affordability a valid reason for a lower grade",
        "the agency wants the average grade down, so they go after our jobs",
        "budget officer blocks every upgrade, no matter what classification says",
        "what do you do when leadership hands you the answer before you evaluate",
        "limit on high-graded slots as a reason to refuse, OK or not",
        "Manager shopping for a grade, threatens to go to another classifier",
        "hiring freeze and lean funding, so the classifier was ordered to find nothing above 11",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
