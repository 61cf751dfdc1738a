"""Neither pressure nor a budget sets a grade."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic
from index.language.late import pattern

_TO_ORDER = pattern(
    r"\b(?:write|draft|word|do|fix|make|classify|grade|slant|shape)\w*\b.{0,30}"
    r"\b(?:pd|position description|description|job|position|it)\b.{0,25}"
    r"\b(?:(?:to|so (?:that )?it|and make it|until it)(?: will| can|'ll)? "
    r"(?:come|comes|be|is|land|lands|hit|hits|reach|get|score|scores|support|supports|"
    r"end up)\b.{0,12}"
    r"|(?:as|at|for) an? )(?:gs[- ]?)?\d{1,2}\b",
    re.IGNORECASE,
)
_BY_OTHERS = pattern(
    r"\b(?:manager|boss|director|chief|supervisor|selecting official|management|leadership|he|she|"
    r"they)\b.{0,40}\b(?:ask\w*|want\w*|told|tell\w*|order\w*|insist\w*|expect\w*|demand\w*|"
    r"press\w*|says?|said)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether somebody orders a description to a grade."""
    said = question.around or question.message
    return bool(_TO_ORDER.search(said) and _BY_OTHERS.search(said)) and not question.decision


_PRESSED = (
    *("pressur", "told", "order", "boss", "manage", "director", "leader", "front office", "want"),
    *("budget", "money", "cost", "afford", "fund", "quota", "limit", "ceiling", "cap ", "politic"),
    *("insist", "demand", "dictate", "refuse", "wrong classification", "average grade"),
)


def _answer(question: Question, context: Context) -> Answer | None:
    ordered = _sure(question, context)
    if not ordered and not question.has(*_PRESSED):
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
    if ordered:
        return Answer(
            lead=(
                "**That the grade follows from the duties and the standard, not the other way "
                "round: you can describe only what will really be assigned.** If it should be "
                "higher, ask which duty and which level of which standard supports it; management "
                "may assign such work, and the supervisor certifies it as accurate. OPM can take "
                "the authority from an agency that does not follow its standards."
            ),
            words=(
                standards,
                law(
                    "introduction",
                    "12",
                    "statement signed by the immediate supervisor",
                    "The immediate supervisor signs that the description is accurate.",
                ),
                revoke,
            ),
            next=(
                "Which duties does the grade wanted rest on? Name them, and see what they earn.",
            ),
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
    sure=_sure,
    cues=(
        "write",
        "draft",
        "word",
        "do ",
        "fix",
        "make",
        "classif",
        "grad",
        "slant",
        "tailor",
        "shap",
    ),
)
