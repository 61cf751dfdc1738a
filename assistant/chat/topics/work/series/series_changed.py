"""When the agency changes the series of a position, with or without the grade."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, quoted_rule, rule
from assistant.chat.answering.procedure import counted
from assistant.chat.model import Answer, Context, Question, Topic

_OTHER_SERIES = re.compile(
    r"\b(?:chang\w*|mov\w*|put\w*|switch\w*|transfer\w*|reclass\w*|plac\w+|another|different|new|"
    r"other)\b[^.?!]{0,30}\bseries\b|\bseries\b[^.?!]{0,15}\bchang\w*",
    re.IGNORECASE,
)
_FALLS = re.compile(
    r"\b(?:grade|pay)\b[^.?!]{0,25}\b(?:down|drop\w*|lower\w*|los[et]\w*|fall\w*|cut|safe|change[sd]?|"
    r"affect\w*|stay\w*)\b|\b(?:los[et]\w*|lower\w*|cut\w*|drop\w*|affect\w*|change|keep|downgrad\w*)\b"
    r"[^.?!]{0,15}\b(?:grade|pay|job|position)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked what a change of series does to the grade."""
    text = question.message
    named = question.decision or question.levels or question.grades
    appeal = question.has(
        "appeal", "fight", "contest", "challenge", "can they change my series and"
    )
    asked = _OTHER_SERIES.search(text) and _FALLS.search(text) and question.asks
    return bool(asked and not named and not appeal)


def _grade_after(question: Question, context: Context) -> Answer:  # noqa: ARG001
    years = counted("retention-period")
    return Answer(
        lead=(
            "**Not by the change of series itself: the grade is then decided by the standard of "
            "the new series, and it may stay, rise or fall.** Where it falls, written notice is "
            f"owed before, you keep the grade for {years} years if the position had stood at it "
            f"for at least {counted('retention-one-year')} year (else pay that would fall is "
            "kept), and you may appeal series and grade at any time."
        ),
        words=(
            law(
                "5-usc-51",
                "section 5107",
                "shall place each position under its jurisdiction",
                "Each agency places its positions in classes and grades by the published "
                "standards.",
            ),
            rule("notice-written"),
            quoted_rule("retention-period", "5-cfr-536"),
        ),
        next=("Name both series, and the standards that grade them are named.",),
    )


def _answer(question: Question, context: Context) -> Answer:
    if _sure(question, context):
        return _grade_after(question, context)
    agency = law(
        "5-usc-51",
        "section 5107",
        "shall place each position under its jurisdiction",
        "Each agency places its positions in classes and grades by the published standards.",
    )
    appeal = rule("series-or-grade", "5-cfr-511", "appropriate occupational series or grade")
    if question.has("appeal", "fight", "contest", "challenge", "dispute", "object"):
        head = (
            "**Yes: the series can be appealed by itself, to OPM or to your agency, at any time, "
            "also where the grade stays the same.**"
        )
        words = (appeal, agency)
    else:
        head = (
            "**Yes: the agency classifies its positions and needs no consent to change a series, "
            "but it must follow OPM's standards, and you may appeal the series at any time, also "
            "where the grade stays.**"
        )
        words = (agency, appeal)
    return Answer(
        lead=(
            f"{head} The primary work and the knowledge it requires decide. A written notice with "
            "appeal rights is owed before a change that lowers grade or pay; for a change of "
            "series alone the rules ask for none."
        ),
        words=(*words, rule("notice-written")),
        next=(
            "Ask for the reasons in writing, and read the definitions of both series.",
            "Name both series, and they are set side by side.",
        ),
    )


TOPIC = Topic(
    id="series-changed",
    title="a change of series by the agency",
    answer=_answer,
    sure=_sure,
    cues=("series",),
    unlike=("levels", "points", "decision"),
)
