"""Whether to appeal at all: what is at stake, how it usually ends, what to settle first."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import primary, range_of, rule, to_rate
from assistant.chat.answering.procedure import number, stakes, track
from assistant.chat.model import Answer, Context, Question, Topic

_GAIN = re.compile(
    r"\b(?:what|anything|something|how much)\b[^.?!]{0,30}\b(?:gain|win|get out of|benefit)\b"
    r"|\bin it for me\b|\b(?:gain|benefit|win) (?:anything )?(?:by|from|if)\b|\bupside\b"
    r"|\bbest (?:case|outcome)\b|\bwhat can i (?:win|gain|get)\b",
    re.IGNORECASE,
)


_WORTH = re.compile(
    r"\b(?:worth (?:it|my while|the (?:trouble|effort|risk|hassle|time)|a (?:try|shot|go)|"
    r"(?:even )?(?:trying|asking|fighting|appealing|filing|going|pushing|contesting|challenging))|"
    r"smart|wise|sensible|realistic|(?:make|making|any) sense|(?:much|any|a) (?:point|use)|"
    r"(?:would|does|will) it pay|waste of (?:time|effort|my time)|wasting my time|"
    r"(?:a )?good idea)\b",
    re.IGNORECASE,
)
_BY_ASKING = re.compile(
    r"\b(?:appeal\w*|fight\w*|ask(?:ing)? (?:opm |them |hr )?for|go(?:ing)? (?:for|after|to opm)|"
    r"push\w*|try\w*|contest\w*|challeng\w*|fil(?:e|ing)|apply\w* to opm)\b|"
    r"\bworth a (?:try|shot|go)\b|\brealistic for (?:me|her|him|us)\b",
    re.IGNORECASE,
)
_OTHERWISE = (
    *("union", "grievance", "steward", "lawyer", "attorney", "eeo", "desk audit", "detail"),
    *("reconsider", "promotion", "vacancy", "reinstate", "level", "factor"),
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked what an appeal can bring, or whether asking for more is worth it."""
    if question.decision or question.levels:
        return False
    text = question.message
    if _GAIN.search(text):
        return question.has("appeal", "filing", "file", "contest")
    if not _WORTH.search(text) or not _BY_ASKING.search(text) or question.has(*_OTHERWISE):
        return False
    # What is sought in a case, and is worth what, is counted there.
    return context.case is None or context.evaluation is None or not context.case.sought


def _gain(context: Context) -> Answer:
    """Say what an appeal can bring, before what it can cost."""
    from core.appeals.stakes import stakes as worked_out
    from core.fes.opened import open_case

    at_stake, case = stakes(context), context.case
    lead = (
        "**At best the grade that your duties earn, paid from the personnel action that follows "
        "the decision on, and nothing for the past; only a wrongful demotion appealed in time is "
        "made good.** It can also cost the grade you have: OPM decides the whole position."
    )
    if at_stake is not None and case is not None:
        found = worked_out(open_case(case), context.levels)
        if found is not None:
            total = found.best_total if found.best_total is not None else found.total
            best = found.best or found.found
            lead = (
                f"**{best}, at best: all you seek gives {total:,} points.**"
                if best != found.held
                else f"**No higher grade: all you seek gives {total:,} points, {best}, the grade "
                "you hold.**"
            )
            if found.direction < 0:
                lead += (
                    f" And it can cost you: the levels credited total {found.total:,} points, "
                    f"{found.found}, so the same finding by OPM lowers the {found.held}."
                )
    return Answer(
        lead=lead,
        words=(rule("final"), rule("pay-from-personnel-action"), rule("odds")),
        figures=() if at_stake is None else at_stake.figures,
        next=_NEXT,
    )


_NEXT = (
    "Name the level you think is too low, such as *Level 2-5*, and see both sides of it.",
    "Settle first, with your agency, what your position description says.",
    "Ask *can my grade be lowered?* and *how long do I have?* before you file.",
)

_NEXT_WAGE = (
    "Ask your personnel office for the job grading standard and the agency's review procedure.",
    "Ask *how does a wage employee appeal?* for the two steps and their days.",
    "Ask *can my grade be lowered?* before you apply.",
)


def _begins(question: Question, context: Context) -> str:
    """Say where the grade named begins, when one higher grade of the General Schedule is."""
    if len(question.grades) != 1 or question.pay_plan not in {"", "GS"}:
        return ""
    row = range_of(primary(context), question.grades[0])
    return "" if row is None else f" GS-{row.grade} begins at {row.min:,} points."


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("union", "grievance", "steward"):
        # Which of two ways to go is answered from what each can decide.
        return None
    if _GAIN.search(question.message) and track(question, context) == "gs":
        return _gain(context)
    wage = track(question, context) == "fws"
    at_stake = stakes(context)
    if at_stake is not None:
        lead = (
            f"{at_stake.lead} OPM decides the whole position and can lower it as well as raise it."
        )
    elif wage:
        lead = (
            "**It depends on what your actual duties earn under the job grading standard, and you "
            "can also lose by it:** the agency reviews the job first, and OPM's decision on an "
            "appeal from that can lower it as well. Apply when duties you really have, and can "
            "prove, meet a higher grade of that standard."
        )
    else:
        lead = (
            "**It depends on what your actual duties earn under the standard, and you can also "
            "lose by it:** OPM decides the whole position and can lower the grade as well as "
            f"raise it. In about {number('odds')} percent of the appeals it decides nothing "
            "changes. Appeal when duties you really have, and can prove, meet a higher level."
            f"{_begins(question, context)}"
        )
    if wage:
        words = [
            rule("fws-agency-first", "5-cfr-532", "has issued a decision under the system"),
            rule("fws-risk"),
        ]
    else:
        words = [
            rule("risk", "introduction", "downgrading and the employee is entitled"),
            rule("odds"),
            rule("position-description", "introduction", "reasonable attempt has been made"),
        ]
    return Answer(
        lead=lead,
        words=tuple(words),
        figures=() if at_stake is None else at_stake.figures,
        next=_NEXT_WAGE if wage else (*to_rate(context), *_NEXT)[: len(_NEXT)],
        missing=() if at_stake is not None else ("the levels credited and the levels you seek",),
    )


TOPIC = Topic(
    id="should-appeal",
    title="whether to appeal",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
