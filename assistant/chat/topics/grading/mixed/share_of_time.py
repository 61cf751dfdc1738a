"""Whether a share of time lets higher work control the grade, worked out by the core."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import mixed_rule
from assistant.chat.answering.named.supervising import graded_shares
from assistant.chat.answering.procedure import control_share
from assistant.chat.answering.reckoning.shares import WHOLE, evaluated, shares_told, told_in_part
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.text import capital

if TYPE_CHECKING:
    from core.mixed.results import View

_OF_STAFF = re.compile(
    r"\b(?:base|workload|supervis\w*|my (?:people|staff|team|unit)|subordinates|gssg|chart)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    if question.levels or question.decision or _OF_STAFF.search(text):
        return False
    return bool(graded_shares(text)) or (bool(_GRADE.search(text)) and bool(told_in_part(text)))


_GRADE = re.compile(r"\bgrade\b|\bclassif\w+|\bhold\w*|\bcontrols?\b|\bcomes? out\b", re.IGNORECASE)
_IN_ABSENCE = (
    *("nobody else is", "no one else is", "while she is away", "while he is away", "on leave"),
    *(
        "in the absence",
        "until we fill",
        "until they fill",
        "while the job is vacant",
        "covering for",
    ),
    *("filling in", "fills in", "until someone is hired", "while my boss is away"),
)


_ARRANGES = re.compile(
    r"\b(?:if|can|may|could|should) (?:i|we) (?:just |simply )?(?:hand|give|assign|add|put|load|"
    r"shift|move|delegate|let)\b|\b(?:efficien\w+|cost\w*|cheap\w*)\b",
    re.IGNORECASE,
)
"""What a manager asks who means to assign the work."""
_CATCH = re.compile(
    r"\b(?:catch|downsides?|drawbacks?|disadvantages?|good idea|wise|smart|sensible|worth it)\b",
    re.IGNORECASE,
)
_HALF = 50.0


def _answer(question: Question, context: Context) -> Answer | None:
    partly = bool(told_in_part(question.message)) and not graded_shares(question.message)
    if not question.percents and not graded_shares(question.message):
        return None
    shares = shares_told(question, context)
    words = (
        mixed_rule("quarter", "introduction", "at least 25 percent of the employee's"),
        mixed_rule(
            "never-counts", "introduction", "cannot be considered paramount for grade level"
        ),
        mixed_rule("majority", "introduction", "In most instances, the highest level work"),
    )
    following = (
        "Is the higher work officially and regularly assigned to you, on a continuing basis?",
        "If the position became vacant, would its knowledge be required in recruiting?",
    )
    if question.has(*_IN_ABSENCE):
        return Answer(
            lead=(
                "**Not as it stands: work done only in somebody's absence, or until a place is "
                "filled, sets no grade, whatever its share.** It counts only once it is officially "
                "and regularly assigned, for at least "
                f"{_number(control_share())} percent of the time, and its knowledge would be "
                "required in recruiting. A detail or temporary promotion is the tool meanwhile."
            ),
            words=(words[1], words[0]),
            next=following,
        )
    if shares is None:
        return Answer(lead=_of_share(question.percents[0]), words=words[:2], next=following)
    found = evaluated(question, shares)
    view = found.views[0]
    if question.has("paramount", "which of the two", "which one"):
        return Answer(lead=_paramount(view, shares), words=words, next=following)
    given = ", ".join(f"{_number(p)} percent GS-{g}" for g, p in shares)
    if partly:
        given += " (the rest counted as the lowest)"
    if view.grade is not None:
        head = f"**{view.grade}, for {given} as you state it.**"
        ending = view.reason
        highest = max(grade for grade, _ in shares)
        share = next(percent for grade, percent in shares if grade == highest)
        if view.grade != f"GS-{highest}" and share < control_share():
            head = (
                f"**No: {_number(share)} percent is below the {_number(control_share())} percent "
                f"from which GS-{highest} work can control the grade; for {given} it is "
                f"{view.grade}.**"
            )
    else:
        lowest, highest_name = view.possible[-1], view.possible[0]
        head = (
            f"**{highest_name} or {lowest}: it depends.** For {given}, the share reaches the "
            f"{_number(control_share())} percent, and the grade is {highest_name} if the higher "
            "work is officially and regularly assigned and its knowledge would be required in "
            "recruiting."
        )
        ending = f"Otherwise it is {lowest}."
    highest = max(grade for grade, _ in shares)
    least = next(percent for grade, percent in shares if grade == highest)
    catch = least < _HALF and _CATCH.search(question.message)
    if least < _HALF and (catch or _ARRANGES.search(question.message)):
        inefficient = mixed_rule(
            "inefficient", "introduction", "results in a higher grade based on duties"
        )
        ending = f"{ending} {inefficient.ours}"
        head = (
            f"**The catch: {inefficient.ours[:1].lower()}{inefficient.ours[1:]}** {head}"
            if catch
            else head
        )
        words = (words[0], inefficient, words[2])
    barred = [work.why for work in found.work if work.counts is False]
    if len(set(question.series)) > 1 or question.has("series"):
        ending += " The series is mostly that of the work that controls the grade."
    tail = " The grades of the kinds of work are taken as you give them: each is graded by its "
    lead = " ".join([head, *(capital(b) for b in barred), capital(ending)])
    return Answer(
        lead=f"{lead}{tail}own standard first.",
        words=words,
        next=following if view.grade is None else ("Do you agree on the shares with management?",),
        missing=tuple(question.text for question in view.questions),
    )


def _paramount(view: View, shares: tuple[tuple[int, float], ...]) -> str:
    """Say which of the kinds of work told is paramount for the grade."""
    highest = max(grade for grade, _ in shares)
    most = max(shares, key=lambda one: one[1])
    if view.grade is not None:
        return (
            f"**The {view.grade} work is paramount for the grade.** {capital(view.reason)} The "
            "series is mostly that of the work that controls the grade."
        )
    share = next(percent for grade, percent in shares if grade == highest)
    return (
        f"**The GS-{highest} work, with {_number(share)} percent, if it is officially and "
        f"regularly assigned and its knowledge would be required in recruiting; otherwise the "
        f"GS-{most[0]} work, which fills {_number(most[1])} percent.** Work that is temporary, "
        "done in another's absence or closely supervised is never paramount. The series is mostly "
        "that of the work that controls the grade, else that of the work closest to the reason for "
        "the position."
    )


def _number(value: float) -> str:
    return f"{value:.3g}"


def _of_share(percent: float) -> str:
    least = control_share()
    if percent < least:
        return (
            f"**No: {_number(percent)} percent is below {_number(least)} percent, the least share "
            "from which higher work can control the grade.** The work that fills the time then "
            "decides."
        )
    if percent > WHOLE / 2:
        return (
            f"**Yes: {_number(percent)} percent is the majority of the time, and the highest work "
            "that fills the majority mostly decides the grade.** The "
            f"{_number(least)} percent rule is for smaller shares; the work must be assigned "
            "regularly, and work that is temporary or done in another's absence does not count."
        )
    return (
        f"**{_number(percent)} percent is enough if two more conditions hold: the least share is "
        f"{_number(least)} percent, the work must be officially and regularly assigned, and its "
        "higher knowledge would have to be required in recruiting for the position.** Work that is "
        "temporary, closely supervised or done in another's absence does not count."
    )


TOPIC = Topic(
    id="share-of-time",
    title="whether a share of higher work sets the grade",
    answer=_answer,
    sure=_sure,
    needs=("percents",),
    likes=("percents", "grades"),
    unlike=("levels", "points", "decision"),
    order=40,
)
