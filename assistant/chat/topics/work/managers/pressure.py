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


_NO_MONEY = pattern(
    r"\b(?:no|not enough|lack of|without|short of) (?:\w+ )?(?:money|budget|funds?|funding)\b|"
    r"\b(?:budget|funds?|funding|money)\b.{0,20}\b(?:won'?t|does(?:n't| not)|isn't|is not|not|"
    r"can't|cannot|gone|tight)\b|\bcan(?:'t|not) afford\b",
    re.IGNORECASE,
)
_OF_ELSE = ("training", "travel", "overtime", "award", "bonus", "lawyer", "attorney", "hire", "fee")


def _sure(question: Question, context: Context) -> bool:
    """Tell whether somebody orders a description to a grade, or says there is no money for one."""
    broke = _NO_MONEY.search(question.message.replace("\u2019", "'"))
    if broke and not question.has(*_OF_ELSE) and (context.memory.topic or question.has("grade")):
        return not question.decision
    return _ordered(question)


def _ordered(question: Question) -> bool:
    said = question.around or question.message
    return bool(_TO_ORDER.search(said) and _BY_OTHERS.search(said)) and not question.decision


_PRESSED = (
    *("pressur", "told", "order", "boss", "manage", "director", "leader", "front office", "want"),
    *("budget", "money", "cost", "afford", "fund", "quota", "limit", "ceiling", "cap ", "politic"),
    *("insist", "demand", "dictate", "refuse", "wrong classification", "average grade"),
)


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    ordered = _ordered(question)
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
            f"**{'No: neither' if question.asks else 'Neither'} a manager's wish, a budget nor a "
            "quota sets a grade; the duties and the standard do.** Management can change the "
            "duties it assigns, and that changes the grade. A classifier who is pressed should put "
            "the evaluation in writing; OPM can take the authority from an agency that does "
            "not follow its standards."
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
    answer=_answer,
    unlike=("levels", "points", "decision"),
    sure=_sure,
    cues=(
        *("budget", "money", "fund", "afford"),
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
