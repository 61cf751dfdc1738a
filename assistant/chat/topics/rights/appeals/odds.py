"""How appeals usually end, as OPM tells it."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import not_held, rule, to_rate
from assistant.chat.answering.procedure import number, stakes
from assistant.chat.model import Answer, Context, Question, Topic
from index.language.late import pattern

_COUNT = pattern(
    r"\b(?:how many|number of|count of) (?:\w+ ){0,4}(?:appeals|cases|appellants)\b.{0,40}"
    r"\b(?:gets?|got|receive[ds]?|handle[ds]?|file[ds]?|process\w*|decide[ds]?|come in|came in|"
    r"pending|(?:last|this|each|every|per|a) year|annually|in (?:19|20)\d\d)\b"
    r"|\bhow many (?:people|employees|feds|workers) (?:\w+ ){0,2}(?:appeal|file)\w*\b.{0,30}"
    r"\b(?:year|annually|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_OUTCOME = pattern(
    r"\b(?:win|won|succe\w+|grant\w*|upgrad\w*|downgrad\w*|rais\w+|lower\w*|sustain\w*|den\w+|"
    r"lose|lost|register|library|c-\d+)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether the mere number of appeals is asked for, which no document held gives."""
    text = question.message
    if question.decision or question.series or question.has("we ", "our ", "my "):
        return False
    return bool(_COUNT.search(text) and not _OUTCOME.search(text))


def _answer(question: Question, context: Context) -> Answer:
    if _sure(question, context):
        return not_held(
            "How many appeals OPM receives is not in the documents held here.",
            "OPM's own figures, if it publishes them",
            "OPM (opm.gov, Classification & Qualifications)",
            f"What OPM does say is that in about {number('odds')} percent of them the "
            "classification does not change.",
        )
    at_stake = stakes(context)
    return Answer(
        lead=(
            f"**Most appeals change nothing: about {number('odds')} percent, says OPM.** Of the "
            "rest, more positions go down, or change in a way nobody asked for, than up. It "
            "gives no share of appellants who win, and the figure stands on an undated page "
            "that counts General Schedule and wage appeals together."
        ),
        words=(
            rule("odds"),
            rule("risk", "introduction", "downgrading and the employee is entitled"),
        ),
        figures=() if at_stake is None else at_stake.figures,
        next=(
            *to_rate(context),
            "What counts in your case is the standard: name the level that is in dispute.",
            "Ask *should I appeal?* for what you could win and lose.",
        ),
    )


TOPIC = Topic(
    id="appeal-odds",
    title="how appeals usually end",
    asks=(
        "What are the chances of winning a classification appeal?",
        "How many appeals succeed?",
        "what percent of appeals get the grade raised",
        "How often does OPM change the grade?",
        "success rate of OPM classification appeals",
        "do people ever win these",
        "odds of an upgrade",
        "How often does an appeal end in a lower grade?",
        "How many people lose their grade by appealing?",
        "What usually comes out of these appeals?",
        "statistics on appeal outcomes",
        "Do most appeals fail?",
        "How likely is it that OPM agrees with me?",
        "Does OPM mostly side with the agency?",
        "what share of appellants get downgraded",
        "how frequently does that happen, that somebody is lowered",
        "what are my odds",
        "How many appellants actually get a higher grade?",
        "Does anybody win at OPM?",
        "how common is a downgrade on appeal",
        "Is it rare that OPM raises a grade?",
        "percentage of cases where nothing changes",
        "how many win",
        "win rate",
        "what share of appeals succeeds",
        "do people get upgraded by OPM",
        "how many appeals lead to an upgrade",
        "what is my probability of success",
        "chance of getting a higher grade",
        "how often do employees win their classification appeals",
        "how often does an appeal backfire",
        "In what proportion of cases is the grade sustained?",
        "Are most appeals denied?",
        "what fraction of positions goes down on appeal",
        "how often does it happen that OPM lowers somebody",
        "is winning realistic",
        "do appellants usually lose",
        "any numbers on how appeals come out",
        "track record of OPM appeals",
        "what happened in most other appeals",
        "Is it common that OPM grants what people ask for?",
        "are the odds against me",
        "Of ten people who appeal, how many come out ahead?",
        "Realistically, how often is OPM persuaded?",
        "are upgrades on appeal rare",
        "how many cases end with no change at all",
        "Out of a hundred appeals, how many change the grade?",
        "What do the statistics say about appeals?",
        "how good are my chances at OPM",
        "Does OPM ever raise anybody?",
        "What usually happens when people appeal?",
        "Are there figures on how many get raised or lowered?",
        "how probable is a raise in grade",
        "does it ever work out for the employee",
        "how many lose ground by appealing",
        "I heard most appeals go nowhere, true?",
        "How frequently do appellants walk away with a better grade?",
        "what portion of appeals leaves everything as it was",
        "is it usually a waste of time",
        "what's the track record",
        "how many get turned down",
        "realistically how often does anyone come out ahead",
        "is the deck stacked",
        "I hear hardly anybody gets the bump",
        "out of a hundred how many succeed",
        "do they ever actually lower people or is that rare",
        "give me the batting average",
        "statistics on outcomes pls",
        "Has OPM got a habit of just rubber stamping what the agency said?",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
    sure=_sure,
    cues=("how many", "number of", "count of"),
)
