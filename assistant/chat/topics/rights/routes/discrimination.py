"""Discrimination and reprisal: another procedure, in documents that are not held."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import decline, law, rule
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic

_EEO = (
    "eeo",
    "eeoc",
    "discriminat",
    "race",
    "sex",
    "gender",
    "age ",
    "woman",
    "women",
    "men ",
    "religio",
    "disab",
    "color",
)


_DO_IT = re.compile(
    r"\b(?:fill (?:in|out)|write|draft|file|prepare|compose|complete|help me (?:with|write|file))\b"
    r"[^.?!]{0,40}\b(?:complaint|charge|eeo form|grievance form)\b",
    re.IGNORECASE,
)
_THREAT = re.compile(
    r"\b(?:fir(?:e|ed|ing)|cut|lower\w*|demot\w+|punish\w*|threat\w*|retaliat\w*|reprisal|regret|"
    r"bad (?:rating|review|appraisal)|write me up|get rid of|make (?:my|me) (?:life|pay|sorry)|"
    r"reassign\w*|take it out on|hold it against|come after|get back at)\b[^.?!]{0,60}"
    r"\b(?:if|for|because|when|after)\b[^.?!]{0,25}\b(?:appeal\w*|complain\w*|fil(?:e|ed|ing)|"
    r"opm|speak up|go (?:to|over)|grieve|object)\b"
    r"|\bif (?:i|we|she|he) (?:appeal|complain|file|go to opm|object)s?\b[^.?!]{0,50}\b(?:fire|cut|"
    r"demote|punish|retaliate|threat\w*|bad rating|get rid|lower)\b|\bretaliat\w+\b|\breprisals?\b",
    re.IGNORECASE,
)
_BY_SOMEBODY = re.compile(
    r"\b(?:boss|supervisor|manager|director|chief|they|he|she|hr|management|agency|commander|them)\b",
    re.IGNORECASE,
)
_CUT = ("cut", "lower", "demot", "gs-", "downgrad")


def _sure(question: Question, context: Context) -> bool:
    """Tell whether somebody is threatened for using the right of appeal."""
    text = question.message
    if question.decision or (context.evaluation is not None and question.levels):
        return False
    if question.has(*_CUT) and not question.has("say", "said", "told", "threat", "warn"):
        # "Can they lower me if I appeal?" asks what an appeal risks.
        return False
    opm = question.has("opm lower", "opm cut", "opm demot", "can opm", "could opm", "will opm")
    return bool(_THREAT.search(text) and _BY_SOMEBODY.search(text)) and not opm


def _answer(question: Question, context: Context) -> Answer:
    if _DO_IT.search(question.message):
        return decline(
            "This program does not write or file complaints: an EEO counselor of your agency helps "
            "with one of discrimination, the Office of Special Counsel with one of reprisal.",
            "It can say what the work of your position earns, and how its grade is contested.",
        )
    if question.has(*_EEO):
        return Answer(
            lead=(
                "**An appeal decides only what grade the work earns, so discrimination is not a "
                "ground in it; a complaint of discrimination goes to your agency's EEO office, by "
                "rules that are not held here (29 CFR part 1614), with short limits of their "
                "own.** The one does not shut out the other. Another body, such as the EEOC, may "
                "direct a classification, and the agency then tells OPM if it conflicts with the "
                "standards."
            ),
            words=(
                rule(
                    "other-rights", "introduction", "does not affect any other rights or privileges"
                ),
                law(
                    "introduction",
                    "59",
                    "may be directed by another party",
                    "Another party, such as an arbitrator or the EEOC, may direct a "
                    "classification.",
                    section="Appendix 4, E.2(c)",
                ),
            ),
            next=("See an EEO counselor at once: those limits run from the day of the act.",),
        )
    if track(question, context) == "fws":
        head = "Yes" if question.has("protect", "safe", "free ") else "No"
        return Answer(
            lead=(
                f"**{head}: in a wage job you and your representative are assured freedom from "
                "restraint, interference, coercion or reprisal in presenting the application.** "
                "What can be done about reprisal stands in documents not held here: 5 U.S.C. "
                "2302(b), and the Office of Special Counsel."
            ),
            words=(
                law(
                    "5-cfr-532",
                    "section 532.703(b)(4)",
                    "freedom from restraint, interference, coercion, or reprisal",
                    "Employee and representative are free from reprisal in presenting an "
                    "application.",
                ),
            ),
        )
    cut = (
        " And no threat lowers a grade: the duties and the standard set it, by the official with "
        "authority to classify, with written notice before."
        if question.has(*_CUT)
        else ""
    )
    return Answer(
        lead=(
            "**Nobody may punish an employee for using a right of appeal, but the documents held "
            f"here do not deal with reprisal.**{cut} It stands in 5 U.S.C. 2302(b), on prohibited "
            "personnel practices; the Office of Special Counsel (osc.gov) takes complaints. A "
            "classification appeal does not affect any other right you have."
        ),
        kind="not_held",
        next=(
            "Write down what was said or done, by whom, when, and who heard it.",
            "Ask your union or the Office of Special Counsel.",
        ),
    )


TOPIC = Topic(
    id="discrimination-reprisal",
    title="discrimination and reprisal",
    answer=_answer,
    sure=_sure,
    cues=(
        *("fire", "firing", "cut", "lower", "demot", "punish", "threat", "retaliat", "reprisal"),
        *("regret", "bad ", "write me", "get rid", "make m", "reassign", "take it", "hold it"),
        *("come after", "get back"),
    ),
    unlike=("levels", "points", "decision"),
)
