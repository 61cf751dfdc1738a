"""Why another employee's grade does not decide: positions are graded against standards."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic
from index.language.late import pattern

_PREDECESSOR = pattern(
    r"\b(?:guy|person|one|woman|man|lady|employee|incumbent|somebody|someone|whoever|people|"
    r"last \w+)\b"
    r"(?: \w+){0,4} (?:before|ahead of) me\b.{0,30}\b(?:was|were|had|got|held|made|paid|"
    r"as)\b.{0,12}"
    r"\b(?:gs|grade|1[0-5]|[4-9]|higher|more)\b"
    r"|\b(?:my )?predecessor\b.{0,30}\b(?:was|were|had|got|held)\b.{0,12}\b(?:gs|grade|1[0-5]|"
    r"[4-9]|"
    r"higher)\b",
    re.IGNORECASE,
)
_BY_THE_LAST = pattern(
    r"\b(?:because|since|cause|cuz|as|that'?s what|on account of(?: what)?)\b[^.?!]{0,20}"
    r"\b(?:(?:last|previous|prior|former|old|earlier) (?:person|one|guy|girl|woman|man|employee|"
    r"incumbent|holder|occupant|fellow|lady)|predecessor|whoever (?:had|held|did)|(?:it|the job|"
    r"the position|this (?:job|position))(?:'s| has| had)? (?:always|ever|long) been)\b"
    r"(?! (?:it|to)\b)",
    re.IGNORECASE,
)
"""A grade defended by the one it had before: "it's a 9 because the last person was"."""
_ELSEWHERE = (
    r"\b(?:other|another|next|neighbou?ring|elsewhere|across the (?:hall|street|country)|"
    r"over there|[Ii]n [A-Z][a-z]+|[Aa]t [A-Z][a-z]+)\b"
)
_GRADED = r"\b(?:all |graded |at |as )?(?:an? )?(?:GS-?\s?)?(?:1[0-5]|[4-9])'?s?\b"
_SAME = r"\b(?:same|identical|exact(?:ly)?|just what|what (?:i|we) do|(?:our|my) (?:job|work))\b"
_PEERS = pattern(
    rf"{_ELSEWHERE}[^.?!]{{0,40}}\b(?:is|are|have|has|they're|get|gets|makes?)\b[^.?!]{{0,8}}{_GRADED}"
    rf"[^.?!]{{0,30}}{_SAME}|{_SAME}[^.?!]{{0,30}}{_ELSEWHERE}[^.?!]{{0,25}}{_GRADED}"
)
"""Others who do the same work and are graded otherwise: "in Atlanta they're 13s for my job"."""
_OWN_STAFF = pattern(
    r"\b(?:supervis\w+|report(?:s|ing)? to me|subordinates?|my (?:staff|people|team|employees))\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether the grade of others with the same work, or of who had it before, is held up."""
    text = question.around or question.message
    if question.decision or question.levels:
        return False
    peers = not question.asks and _PEERS.search(text) and not _OWN_STAFF.search(text)
    return bool(_PREDECESSOR.search(text) or _by_the_last(text) or peers)


def _by_the_last(text: str) -> bool:
    """Tell whether a grade is defended by what the position or its last holder had."""
    return bool(_BY_THE_LAST.search(text) and re.search(r"(?i)\bgs\b|\bgrade|\b\d+\b", text))


def _of_a_wage_job() -> Answer:
    return Answer(
        lead=(
            "**No: a wage job is compared with its job grading standard, and what another job is "
            "graded does not decide.** The bar of the General Schedule is not in the wage rules, "
            "but the agency's decision has to compare your job with the standard, and so should "
            "the reasons of your application."
        ),
        words=(
            rule("fws-standards", "5-cfr-532", "comparing the job with the appropriate standard"),
            rule("fws-application", "5-cfr-532", "in writing and contain the reasons"),
        ),
        next=("Name the duties that the standard puts at the higher grade.",),
    )


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("difference between", "what's the difference", "whats the difference"):
        return None
    if not question.asks and _OWN_STAFF.search(question.message):
        # Of people one supervises the grades are told for one's own.
        return None
    if track(question, context) == "fws":
        return _of_a_wage_job()
    if _by_the_last(question.around or question.message):
        return Answer(
            lead=(
                "**That is no reason: a position is graded by its present duties against OPM's "
                "standards, not by what it or its last holder was graded before.** Ask for the "
                "evaluation statement: it must compare your duties with the standard. You may "
                "appeal the grade at any time."
            ),
            words=(
                law(
                    "5-usc-51",
                    "section 5106(b)",
                    "placed in its appropriate grade",
                    "The grade rests on the level of difficulty, responsibility and qualification "
                    "requirements of the work.",
                ),
                rule("comparison", "introduction", "position-to-position comparisons"),
            ),
            next=("Ask HR in writing for the evaluation statement of your position.",),
        )
    if _PREDECESSOR.search(question.around or question.message):
        return Answer(
            lead=(
                "**It shows that the position was graded higher once, but decides nothing: your "
                "duties are compared with OPM's standards, not with what somebody held before "
                "you.** The duties, the standard or the evaluation may have changed since. Ask for "
                "the earlier description and evaluation, and name the duties that are still the "
                "same."
            ),
            words=(
                rule("comparison", "introduction", "position-to-position comparisons"),
                rule("consistency-route"),
            ),
            next=("Which duties did that position have that yours has, too?",),
        )
    if question.has(" pd", "pd ", "pd?", "position description", "job description"):
        return Answer(
            lead=(
                "**Not as proof of your grade: OPM compares your duties with its standards, never "
                "with another position.** You may use it in two other ways: to find words for "
                "duties that are yours too, and to ask your agency's headquarters to review "
                "whether its like positions are graded consistently."
            ),
            words=(
                rule("comparison", "introduction", "position-to-position comparisons"),
                rule("consistency-route"),
            ),
            next=("Which duties in it are also assigned to you? Have them put into your own.",),
        )
    return Answer(
        lead=(
            "**No.** A position is graded against OPM's standards only, so that someone else "
            "does the same work at a higher grade is not a ground of appeal and cannot decide "
            "one. What you can do is ask your agency's headquarters to review whether its "
            "like positions are graded consistently."
        ),
        words=(
            rule("comparison", "introduction", "position-to-position comparisons"),
            rule("consistency-route"),
        ),
        next=(
            "Compare your own duties with the standard: name the level you think is too low.",
            "Name the other position to headquarters: its number, organization, series and grade.",
        ),
    )


TOPIC = Topic(
    id="comparison",
    title="comparing a position with another one",
    answer=_answer,
    unlike=("levels", "points"),
    sure=_sure,
    cues=(
        *("before me", "ahead of me", "predecessor", "same", "identical", "exact", "what i do"),
        *("what we do", "our job", "my job", "our work", "my work"),
        *("last", "previous", "prior", "former", "earlier", "old ", "whoever", "been"),
    ),
)
