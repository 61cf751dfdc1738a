"""What a decision on one position means for identical and similar ones."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, quoted_rule, rule
from assistant.chat.answering.procedure import number
from assistant.chat.model import Answer, Context, Question, Topic, Words

_ANOTHERS = re.compile(
    r"\bopm\b[^.?!]{0,30}\b(?:upgrad|rais|lower|downgrad|certif|decid|rul|grad|chang)\w*\b[^.?!]{0,30}"
    r"\b(?:co-?worker|colleague|teammate|team mate|friend|neighbou?r|peer|other|another|somebody "
    r"else|someone else)\w*\b",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"\b(?:mine|me|my (?:own |same )?(?:job|position|grade|pd|one))\b[^.?!]*\b(?:identical|same|"
    r"alike|similar)\b|\b(?:identical|same|alike|similar)\b[^.?!]*\b(?:mine|me|my|i do|i have)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked what OPM's decision on another's position does to one's own."""
    text = question.around or question.message
    if question.decision or question.has("appeal", "cite", "argue", "use it", "compare"):
        return False
    return bool(question.asks and _ANOTHERS.search(text) and _MINE.search(text))


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    effect = rule(
        "effect-on-others",
        "introduction",
        "identical, similar, and related positions is consistent",
    )
    report = quoted_rule("consistency-report", "introduction")
    extent = law(
        "introduction",
        "68",
        "restricted to positions performing the same grade",
        "The review is limited to positions with the same grade-controlling duties.",
        section="Appendix 4, I.3",
    )
    if question.has(
        "report", "how far", "must we", "do we have to", "have to apply", "review identical"
    ):
        lead = (
            "**Yes: the agency must see that identical, similar and related positions are "
            "classified consistently with the certificate.** The review is limited to those with "
            "the same grade-controlling duties. If OPM asks for a report, the statement or the "
            f"plan is due {number('consistency-report')} days from its letter."
        )
        words: tuple[Words, ...] = (effect, extent, report)
    elif question.has("automatic", "by itself") or _ANOTHERS.search(question.message):
        lead = (
            "**Not by itself: OPM's certificate decides the other position only; but your agency "
            "must bring identical, similar and related positions into line with it, and that can "
            "raise or lower yours.** Ask the agency in writing to review yours. A higher grade "
            "counts only from your own personnel action, and you may appeal at any time."
        )
        words = (effect, extent)
    elif question.has(
        *("someone else", "another's", "other person", "a colleague's", "not my appeal"),
        *("do i get it", "me too", "mine too", "coworker", "co-worker", "colleague won"),
        *("they won", "he won", "she won", "won theirs", "won at opm", "others won"),
    ):
        lead = (
            "**Yes: the agency must bring identical, similar and related positions into line with "
            "the certificate, so a decision on someone else's can raise or lower yours.** You then "
            "have rights of your own: notice, an appeal at any time, and mostly grade retention."
        )
        words = (effect, extent)
    else:
        lead = (
            "**Theirs must be brought into line with yours, so they may go up or down with it.** "
            "The certificate itself decides your position only; the agency must then make "
            "identical, similar and related positions consistent with it. Someone lowered that "
            "way has the same rights of notice, appeal and retention."
        )
        words = (effect, extent)
    return Answer(
        lead=lead,
        words=words,
        next=("Tell the colleagues on your description before you file: it concerns them.",),
    )


TOPIC = Topic(
    id="effect-on-others",
    title="what a decision means for others",
    answer=_answer,
    sure=_sure,
    cues=("opm",),
    unlike=("levels", "points", "decision"),
)
