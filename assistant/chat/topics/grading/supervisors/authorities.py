"""Level 3-2 and above: the least authority, and what lifts it."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import guide_rule, law, listed
from assistant.chat.answering.named.supervising import authorities, authorities_done
from assistant.chat.model import Answer, Context, Question, Topic, Words

_LEVEL = re.compile(
    r"\b3-[234][abc]?\b|\bauthorit\w+\b|\bsupervisor\b|\bgssg\b|\bsupervisory guide\b|"
    r"\bminimum\b|\blowest level\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:am i|is (?:she|he|that|it|this)|are they|enough|count|met|meets?|level|qualif\w+|"
    r"make)\b",
    re.IGNORECASE,
)
_CONTROLS = re.compile(
    r"\bsupervisory controls?\b|\bcontrols over\b|"
    r"\b(?:the|my|his|her|their) (?:supervisor|boss|chief|manager)\b.{0,80}\bfactor (?:2|two)\b",
    re.IGNORECASE,
)
"""What speaks of the controls over the employee's own work, Factor 2 of the nine."""
_SUPERVISES = re.compile(
    r"\b(?:i|she|he|they|we) (?:also |now )?supervise|\bgssg\b|\bsupervisory guide\b|"
    r"\b(?:my|our|her|his) (?:staff|subordinates|employees)\b",
    re.IGNORECASE,
)
_FIRST = 4
"""Paragraph 3-2c sets its first four authorities apart (p. 15)."""


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    if not _LEVEL.search(text) or question.points or question.percents:
        return False
    if any(not level.startswith("3-") for level in question.levels) or _of_own_work(text):
        return False
    held = authorities(text)
    if held.ten or held.fifteen or held.counted is not None:
        return True
    done = authorities_done(text)
    return len(done) > 1 and bool(_ASKED.search(text)) and question.has("i ", "she", "he ", "they")


def _told(question: Question, context: Context) -> str:
    """Say which level the authorities told come to, by the core; empty where none is told."""
    from core.errors import AppError
    from core.supervisory import SupervisoryRequest, load_guide
    from core.supervisory.factors import settle_authority
    from core.supervisory.parts import Authorities
    from core.supervisory.record import Record, Undetermined

    guide = load_guide(context.as_of)
    held = authorities(question.message)
    first, least = guide.value("level-3-2c-first"), guide.value("level-3-2c-all")
    needed = f"{least} or more of the ten, with at least {first} of the first four"
    others = "Paragraphs a (planning production work) and b (overseeing contracts) are other ways."
    ten, named = held.ten, ""
    if ten is None and held.fifteen is None and held.counted is not None:
        if held.counted < least:
            return (
                f"**No: {held.counted} of the ten authorities are too few; paragraph c of Level "
                f"3-2 takes {needed}.** {others}"
            )
        return (
            f"**It depends on which: {held.counted} of the ten are enough in number, and at least "
            f"{first} must be of the first four: planning, assigning, evaluating, and advising "
            f"and instructing.** Level 3-2 is then {guide.row('3-2').points} points."
        )
    if ten is None and held.fifteen is None:
        ten = authorities_done(question.message)
        if not ten:
            return ""
        items = guide.authorities["3-2c"].items
        named = f" By what you tell: {listed([_short(items[one - 1]) for one in ten])}."
    of_first = sum(one <= _FIRST for one in ten or ())
    count = f"{of_first} of the first four and {len(ten or ())} in all"
    lists = {"3-2c": ten if ten is not None else tuple(range(1, 11)), "3-3b": held.fifteen or ()}
    request = SupervisoryRequest(authorities=Authorities(listed=lists))
    eight = guide.value("level-3-3b")
    try:
        found = settle_authority(guide, request, Record())
    except AppError:
        return (
            f"**Level 3-2 at least; 3-3 turns on a judgment: {len(ten or ())} of the ten are held, "
            f"and Level 3-3b takes all or nearly all of them, with {eight} of the fifteen.** The "
            "guide gives no number for nearly all."
        )
    if isinstance(found, Undetermined) or found is None:
        return f"**No: {count} is not enough; paragraph c takes {needed}.**{named} {others}"
    points = guide.row(found).points
    if found == "3-3":
        return (
            f"**Level 3-3, {points} points: paragraph b is met, with all ten authorities of Level "
            f"3-2c and {len(held.fifteen or ())} of the fifteen, where {eight} are needed.**"
        )
    if held.fifteen is not None and len(held.fifteen) < eight:
        return (
            f"**No, Level {found} ({points} points): {len(held.fifteen)} of the fifteen are held "
            f"and Level 3-3b takes {eight}.** Managerial authority over long-range plans and goals "
            "(paragraph a) is the other way to Level 3-3."
        )
    return (
        f"**Yes: with {count}, paragraph c is met; it takes {needed}. Level {found} is {points} "
        f"points.**{named}"
    )


def _short(item: str) -> str:
    """Return an authority of the list as it stands inside a sentence."""
    said = item.partition(",")[0]
    return f"{said[:1].lower()}{said[1:]}"


def _of_own_work(text: str) -> bool:
    """Return whether the supervisor spoken of is the reader's own."""
    return bool(_CONTROLS.search(text)) and not _SUPERVISES.search(text)


def _answer(question: Question, context: Context) -> Answer | None:
    if _of_own_work(question.message):
        return None
    from core.supervisory import load_guide

    ways = guide_rule("level-3-2", "Positions at this level meet a or")
    csix = guide_rule("level-3-2c-all", "at least three of the first four")
    third = guide_rule("level-3-3b", "at least 8 of the following")
    real = law(
        "gssg",
        "14",
        "exercised on a recurring basis",
        "Authority counts only when it is delegated and used on a recurring basis.",
    )
    if told := _told(question, context):
        return Answer(
            lead=f"{told} An authority counts only if it is delegated and used regularly.",
            words=(third, real) if "3-3" in question.message else (csix, ways, real),
            next=("List what is delegated in writing, and how often it is used.",),
        )
    guide = load_guide(context.as_of)
    more = ("3-3", "3-4", "higher level", "next level", "more authority", "second level")
    if question.has(*more) or {"3-3", "3-4"} & set(question.levels):
        lead = (
            f"**For Level 3-3 ({guide.row('3-3').points} points) you need either real managerial "
            "authority over goals, plans and resources (paragraph a), or all or nearly all the "
            "authorities of 3-2c and at least 8 of fifteen more (paragraph b).** Level 3-4 "
            "comes on top of 3-3, with direction of major program segments or final authority over "
            "personnel matters."
        )
        words: tuple[Words, ...] = (third, real)
    else:
        lead = (
            f"**At least Level 3-2 ({guide.row('3-2').points} points), met in "
            "one of three ways; the usual one is paragraph c: six or more of ten listed "
            "authorities, with at least three of the first four.** The "
            "first four are planning the work, assigning it, evaluating performance, and "
            "advising and instructing employees. Authority counts only if it is delegated and "
            "used on a recurring basis."
        )
        words = (csix, ways, real)
    return Answer(
        lead=lead,
        levels=question.levels,
        words=words,
        next=("List what is delegated to you in writing, and how often you use it.",),
    )


TOPIC = Topic(
    id="supervisory-authorities",
    title="the authorities a supervisor needs",
    answer=_answer,
    order=40,
    sure=_sure,
    cues=("3-2", "3-3", "3-4", "authorit", "supervisor", "gssg", "minimum", "lowest level"),
    unlike=("decision", "points"),
)
