"""An evaluation statement: what it holds, and when a narrative one is needed."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_VERBATIM = pattern(
    r"\b(?:word for word|verbatim|quot(?:e|es|ing)|copy (?:out )?(?:the )?(?:level|standard)|"
    r"exact (?:words|wording|language))\b",
    re.IGNORECASE,
)
_STATEMENT = pattern(
    r"\b(?:evaluation (?:statement|report)|eval(?:uation)? write[- ]?up|write[- ]?up|"
    r"(?:in|for) (?:the|an|my) (?:written )?evaluation)\b",
    re.IGNORECASE,
)

_BEGINS = pattern(
    r"\bhow (?:do|would|should|can|to)\b[^.?!]{0,20}\b(?:start|begin|write|go about|do (?:it|"
    r"one))\b|"
    r"\bwhere (?:do|would|should|to)\b[^.?!]{0,12}\b(?:start|begin)\b|\bstart (?:with|from)\b|"
    r"\bfirst steps?\b|\bwhat (?:goes|belongs|comes) (?:in|into|first)\b",
    re.IGNORECASE,
)
"""Asks how one is written, whoever has to."""


_UNTOLD = pattern(
    r"(?:\b(?:nobody|no ?one|no-one|never|none of them|not|cannot|refus\w+)\b|n't\b)[^.?!,;]{0,30}"
    r"\b(?:tell\w*|told|explain\w*|say|said|answer\w*|show\w*|see|saw|seen|justif\w+|understand|"
    r"know)\b[^.?!]{0,40}(?:\bwhy\b|\bhow (?:they|it|my|hr|this)\b[^.?!]{0,20}"
    r"\b(?:graded?|classified|scored|rated|came)\b|\breasons?\b|"
    r"\b(?:which|what) (?:levels|standards?|factors)\b(?! ?\d)|"
    r"\b(?:my|the|our) grade\b|\bevaluation\b)",
    re.IGNORECASE,
)
_OF_ELSE = pattern(
    r"\b(?:go(?:es|ing)? down|lower\w*|downgrad\w*|reduc\w*|cut|retention|retain\w*|keep|kept|"
    r"days?|limits?|deadline|"
    r"appeal\w*|detail\w*|promot\w*|hired?|selected|offer\w*|opm|desk audit|can i)\b",
    re.IGNORECASE,
)
_SHOWN = pattern(
    r"\b(?:see|read|get|shown?|copy of)\b.{0,20}\b(?:how (?:they|it|my|hr|this)\b.{0,25}"
    r"\b(?:graded?|classified|scored|rated)|(?:the |my )?(?:own )?evaluation (?:of|for) my)\b",
    re.IGNORECASE,
)
"""Asks to see the reasons of the grade one holds."""
_YEARS = pattern(
    r"\b(?:\d+|twenty|ten|fifteen|thirty|many) (?:\w+ )?(?:years?|yrs)\b", re.IGNORECASE
)


def unexplained(text: str) -> bool:
    """Tell whether somebody complains that the grade was never explained."""
    said = text.replace("\u2019", "'")
    return _UNTOLD.search(said) is not None and not _OF_ELSE.search(said)


def _unexplained(question: Question, record: Words, least: Words) -> Answer:
    long = "Years of service do not raise a grade. " if _YEARS.search(question.message) else ""
    return Answer(
        lead=(
            "**Ask HR in writing for the evaluation of your position: which standard was used, "
            "which level each factor got, and why not the next one.** A position graded by factors "
            "must have a record of the judgments made, at the least the points of each factor, the "
            f"total and the grade. {long}If the reasons do not hold, you may appeal the grade at "
            "any time, to your agency or to OPM."
        ),
        words=(
            record,
            least,
            rule("any-time", "introduction", "classification appeal at any time"),
        ),
        next=(
            "Name your series and your duties, and it is said which levels they are like.",
            "If they told you levels, name them, and they are added up.",
        ),
    )


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    if unexplained(text) and not question.decision:
        return True
    return _asks_verbatim(question)


def _asks_verbatim(question: Question) -> bool:
    text = question.message
    return bool(_VERBATIM.search(text) and _STATEMENT.search(text)) and not question.decision


_WHO = (
    *(
        "who sign",
        "who has to sign",
        "who must sign",
        "whose signature",
        "whose name",
        "who writes",
    ),
    *(
        "who prepare",
        "who is supposed to sign",
        "who puts",
        "who approve",
        "who should sign",
        "signed by",
    ),
)


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    record = law(
        "classifier-handbook",
        "12",
        "must have a record of the classification",
        "Every position classified by an FES standard has a record of the judgments made.",
    )
    least = law(
        "classifier-handbook",
        "12",
        "At a minimum, the point values",
        "At the least: points of each factor, total points and grade, with every copy of the "
        "description.",
    )
    narrative = law(
        "classifier-handbook",
        "12",
        "could be a question regarding the judgments",
        "A narrative report is needed only where the judgments could be questioned.",
    )
    appeal = law(
        "classifier-handbook",
        "12",
        "classification of the position has been appealed",
        "Comprehensive reports are generally required when the position is appealed.",
    )
    if unexplained(question.message) or _SHOWN.search(question.message):
        return _unexplained(question, record, least)
    if _asks_verbatim(question):
        return Answer(
            lead=(
                "**No: name the level description or benchmark used, and say in your own words how "
                "the facts of the work meet it.** The least a record holds is points of each "
                "factor, the total, the grade and the descriptions used; nothing held here asks "
                "for their text. Quoted words without facts document nothing."
            ),
            words=(
                law(
                    "classifier-handbook",
                    "12",
                    "benchmark(s) or factor level",
                    "The benchmarks or level descriptions used in rating are shown on the "
                    "description or on the evaluation form.",
                ),
                least,
            ),
            next=("Name a level, and what it asks is listed for you to set facts against.",),
        )
    if question.has("how many pages", "how long should", "how long must", "how long is an"):
        lead = (
            "**No length is set: as long as it takes to show for each factor why the level is met "
            "and the next one is not.** The least is the points of each factor, the total, the "
            "grade and the level descriptions used, on the description or a form; an appeal "
            "generally requires a comprehensive report."
        )
        words: tuple[Words, ...] = (least, narrative, appeal)
    elif question.has("sources", "cite", "citation"):
        lead = (
            "**The standards and guides used, by title and date, and for each factor the level "
            "description or benchmark it was rated by.** The documents held ask for no page "
            "numbers; they make it easy to check. Words of the standard without facts of the work "
            "document nothing."
        )
        words = (
            law(
                "classifier-handbook",
                "12",
                "benchmark(s) or factor level",
                "The benchmarks or level descriptions used in rating are shown on the "
                "description or on the evaluation form.",
            ),
            least,
        )
    elif question.has(*_WHO):
        lead = (
            "**The classifier: whoever holds the agency's delegated authority to classify puts a "
            "name to the evaluation and signs the classification.** The supervisor signs only "
            "that the description is accurate, and no rule held here asks for the employee's "
            "signature. The documents held prescribe no form for the signature."
        )
        words = (
            law(
                "5-cfr-511",
                "section 511.701(a)(1)(i)",
                "signs the allocation of the position",
                "A classification is made when the official with authority signs it.",
            ),
            record,
        )
    elif not _BEGINS.search(question.message) and question.has(
        "narrative",
        "every fes",
        "when is",
        "every position",
        "have to write",
        "required",
        "do i need",
        "do we need",
        "must i",
        "must we",
        "obliged",
        "mandatory",
        "necessary",
    ):
        head = (
            "Only where" if question.has("when") else "No: a narrative report is needed only where"
        )
        lead = (
            f"**{head} there could be a question about the judgments made; an appeal generally "
            "requires a comprehensive one.** Every FES position needs a record all the same: the "
            "points of each factor, the total, the grade, and the level descriptions or "
            "benchmarks used."
        )
        words = (narrative, least, appeal)
    else:
        lead = (
            "**For each factor: the level, its points, the facts of the work that meet its "
            "full intent, and why the next higher level is not met; then the total, the grade "
            "and the standards used.** Say first which series, title and standard apply and "
            "why. The least is points, total, grade and the level descriptions used; a "
            "narrative is needed where the judgments could be questioned."
        )
        words = (record, least, narrative)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "`fes export CASE.toml --to OUT.docx` writes one from a case, with every "
                "figure cited."
            ),
            "Name a level and ask *what does it require?* to set the facts against it.",
        ),
    )


TOPIC = Topic(
    id="evaluation-statement",
    title="how to write an evaluation statement",
    answer=_answer,
    sure=_sure,
    cues=(
        *("word for word", "verbatim", "quot", "copy", "exact", "nobody", "no one", "noone"),
        *("no-one", "never", "none", "not", "refus", "n't", "n\u2019t"),
    ),
    unlike=("levels", "points", "decision"),
)
