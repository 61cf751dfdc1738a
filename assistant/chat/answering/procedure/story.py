"""What a message tells of a grade that went down: why, for how long it had stood, from which day.

Each is read from the whole message, and what is not told stays open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from assistant.chat.answering.procedure.exclusions import (
    BY_MANAGEMENT,
    ONLY_TEMPORARY,
    excluded_by,
    standing,
)
from assistant.chat.answering.procedure.moments import Moment, began, lowering, moments
from assistant.chat.reading.exact import read
from assistant.chat.reading.numbers import CARDINALS, alternation, whole
from assistant.chat.reading.turns.limits.told import day_of
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from core.appeals.retention.facts import Cause, Exclusion

Whose = Literal["position", "person"]

_OVER = pattern(
    r"\b(?:end(?:s|ed|ing)?|over|expir\w+|finish\w*|ran out|terminat\w+|return\w*|sent back|"
    r"put back|"
    r"back to|only|was up|runs out|stops?)\b",
    re.IGNORECASE,
)
_FORCE = pattern(
    r"\brif(?:fed|'?ed|'?d|s)?\b|\breduction[- ]in[- ]force\b|\blay-?off\b", re.IGNORECASE
)
_ANNOUNCED = pattern(
    r"\b(?:announc\w+|reorg\w*|realign\w*)\b.*\b(?:tak\w*|took|accept\w*|mov\w*|volunteer\w*|"
    r"agree\w*|said yes)\b|\b(?:offer\w*|accept\w*|agree\w*)\b.*\b(?:reorg\w*|realign\w*)\b",
    re.IGNORECASE | re.DOTALL,
)
_KEEPS = pattern(
    r"\b(?:keep\w*|kept|retain\w*|retention|saved?|hold on|hang on|protect\w*|stay\w*|remain\w*|"
    r"still|"
    r"lose|losing|lost|entitled?|eligib\w+|qualif\w+|covered)\b",
    re.IGNORECASE,
)
_SPAN = pattern(
    rf"\b(?P<half>half a year)\b|\b(?P<under>less than a year|under a year|not even a year|"
    rf"not (?:quite )?a year|almost a year|nearly a year)\b"
    rf"|\b(?P<over>(?:more than|over|at least) (?:a|one) year|for years|many years|several years|"
    rf"a decade|decades|(?:a )?year and (?:a half|\w+ months?)|ages|forever)\b"
    rf"|\b(?P<n>\d{{1,3}}(?:\.5)?|an?|a few|a couple of|{alternation(CARDINALS)})"
    rf"(?P<more>\+)?(?P<half_first>[\s-]+and a half)?[\s-]+(?P<unit>day|week|month|year|yr|mo|"
    rf"wk)s?\b(?P<and_half> and a half)?",
    re.IGNORECASE,
)
_FEW = {"a": 1.0, "an": 1.0, "a few": 3.0, "a couple of": 2.0}
_DAYS = {"da": 1.0, "we": 7.0, "wk": 7.0, "mo": 30.44, "ye": 365.25, "yr": 365.25}
_ON_RETENTION = pattern(
    r"\b(?:on|under|had|have|having) (?:a |the |my )?(?:(?:grade|pay) retention|retention|"
    r"(?:retained|saved) (?:grade|pay))\b",
    re.IGNORECASE,
)
"""Says that a grade is being kept, for which time the position did not stand at it."""
_KEPT_FOR = pattern(
    r"\b(?:keep|keeps|kept|retain\w*|retention|hold|saved?|safe|protect\w*|remain\w*|still|need|"
    r"more|the full|get|gets|(?:lose|have|there) (?:my|the|his|her)|apply|appeal\w*|fil\w+|"
    r"wait\w*|requir\w+)\b[^,.;?!]*$"
    r"|\b(?:in|within|next|last|past|another)(?: the)?\s*$|\b(?:the|those|these|that|my|your|his|"
    r"her)\s*$",
    re.IGNORECASE,
)
"""What makes a stretch of time the one for which the grade is kept, or one beside it."""
_BESIDE = pattern(
    r"^\W*(?:over|are (?:up|over)|is (?:up|over)|ends?|end(?:ed)|expired?|later|from now|left|"
    r"to go|hence|old grade|rule|requirement|limit|retention|term\b|"
    r"appointment|of (?:grade|retention|my old|saved|retained|protection)|of (?:the|my|his|her) )",
    re.IGNORECASE,
)
_CAREER = pattern(
    r"^\W*(?:in(?: the)?(?: federal| civil)? (?:government|service|hr|field|agency|federal)|"
    r"(?:of )?(?:federal |government |civil )?(?:service|experience|seniority|career)|"
    r"with (?:the|this|my) (?:agency|government|department)|in\s*(?:,|;|\.|$|and\b|now\b))",
    re.IGNORECASE,
)
"""What makes a stretch of time that of a career, not of a grade."""
_IN_THE_QUESTION = pattern(r"^\W*(?:(?:the|full|still)\W+)*$", re.IGNORECASE)
_WHETHER_KEPT = pattern(r"^\W*(?:(?:at|of|as) (?:a |an |the |my )?(?:gs-?)?\d{1,2}\W*)?\?")
_AFTER = pattern(r"\bafter (?:the |just |only )?$", re.IGNORECASE)
_ALLOWED = pattern(
    r"\b(?:have|has|had|get|gets|got|allow\w*|within|only|g[ai]ven?"
    r"(?: (?:me|us|him|her|you))?)\s*$",
    re.IGNORECASE,
)
"""What makes days or weeks those within which something is to be done."""
_SERVED = pattern(
    r"^\s*(?:as|at|of (?:being|work\w*|serv\w+)|on the job|in (?:the|that|a|this))\b", re.IGNORECASE
)
_AGO = pattern(r"^\W*ago\b", re.IGNORECASE)
_ABOVE = pattern(r"\b(?:above|over|higher than|more than)\b", re.IGNORECASE)
_OLD = pattern(
    r"\b(?:upgrad|promot|rais|hir|start|creat|establish|becam)\w*\b[^,.;?!]*$", re.IGNORECASE
)
_POSITION = pattern(
    r"\b(?:position|job|it|slot|billet|pd|post|description|classified|graded|rated|stood|existed|"
    r"established|created|upgraded)\b",
    re.IGNORECASE,
)
_KEPT_GRADE = pattern(r"\b(?:retained|saved|kept|protected) grade|\bretention\b", re.IGNORECASE)
_PERSON = pattern(
    r"\b(?:(?:i|he|she|they|we|employee|incumbent|person|who|i'd|i've|i'm|she'd|he'd|she's|he's)\b"
    r"(?: \w+){0,3} (?:been|served|worked|promoted|hired|came|started|took|got|had|held|there|was|"
    r"only|just|began|in|a|sat|filled|occupied)|(?:i'd|i've|she's|he's|she'd|he'd) (?:been|had|"
    r"held|"
    r"only|just|served|sat)|promoted|hired)\b",
    re.IGNORECASE,
)


_CORRECTS = pattern(
    r"\b(?:actually|correction|sorry|oops|wait|i meant?|instead|my mistake|was wrong|not "
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: (?:day|week|month|year)|\W*$))",
    re.IGNORECASE,
)
_SINCE = pattern(r"^\W*(?:(?:no|wait|sorry|oops|actually|it was|i mean)\W+)*since\b", re.IGNORECASE)
_EARLIER = pattern(r"\b(?:before|prior|earlier|previously|then|after)\b", re.IGNORECASE)
_BARE = 6
"""Words up to which a correction names the right time and nothing else."""
_TOLD = 6
"""Statements of the turns before that are read with a message."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time for which a grade stood or was held, in days: at least and at most."""

    least: float
    most: float
    whose: Whose
    grade: int | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What a message tells of a grade that went down.

    ``exclusion`` shuts retention out; ``temporary`` is whether the grade was held in a temporary
    promotion only; ``position`` and ``person`` are the bounds in days of the time at the grade,
    ``served`` both together.
    """

    cause: Cause
    exclusion: Exclusion | None = None
    temporary: bool = False
    by_management: bool = False
    old: int | None = None
    new: int | None = None
    position: tuple[float, float] | None = None
    person: tuple[float, float] | None = None
    served: tuple[float, float] | None = None
    effective: Moment | None = None
    text: str = field(default="", repr=False)


def asks_of_keeping(question: Question) -> bool:
    """Return whether a message asks what is kept of a grade or of pay."""
    return bool(_KEEPS.search(question.message))


def corrects_time(text: str) -> bool:
    """Tell whether a message puts a length of time right: "it was fourteen months, not eight"."""
    return _CORRECTS.search(text) is not None and _SPAN.search(text) is not None


def story(question: Question, context: Context, *, before: bool = False) -> Story:
    """Return what a message tells of a grade that went down.

    Args:
        question: The message.
        context: Today's day, and what was told before.
        before: Whether the statements of the turns before are read with it.
    """
    text = (question.around or question.message).replace("\u2019", "'")
    statements = [*_before(text, context), text] if before else [text]
    text = ". ".join(statements)
    cause: Cause = "reduction-in-force" if _FORCE.search(text) else "reclassification"
    if cause == "reclassification" and _ANNOUNCED.search(text):
        cause = "announced-change"
    down = lowering(text, context.today)
    if down is None and (day := day_of("lowering", context)) is not None:
        down = Moment(day, day, 0, 0, "lowered")
    old, new = _grades_of(statements)
    stretches = _stretches(text, down, context.today)
    bound = new if cause == "reduction-in-force" else None
    return Story(
        cause=cause,
        exclusion=excluded_by(statements),
        temporary=bool(ONLY_TEMPORARY.search(text) and _OVER.search(text)),
        by_management=bool(BY_MANAGEMENT.search(text)),
        old=old,
        new=new,
        position=_total([s for s in stretches if s.whose == "position"], old, bound),
        person=_total([s for s in stretches if s.whose == "person"], old, bound),
        served=_total(stretches, old, bound),
        effective=down,
        text=text,
    )


FROM_TO = pattern(
    r"\b(?:gs|w[gls]|a|an|the|from)?[\s-]*(?P<old>1[0-5]|[1-9])(?:th)?\s*"
    r"(?:(?:was |got |were |is )?(?:cut|lowered|downgraded|reduced|dropped|demoted|went|goes)\s+"
    r"(?:down )?)?(?:to|->|into|down to)\s*"
    r"(?:a |an |the )?(?:gs|w[gls])?[\s-]?(?P<new>1[0-5]|[1-9])\b"
    r"(?! (?:years?|months?|weeks?|days?))",
    re.IGNORECASE,
)


_DOWN_TO = pattern(
    r"\b(?:go(?:es|ing)?|went|lower\w*|cut|knock\w*|drop\w*|becom\w+|down\w*|reduc\w*|reclass\w*|"
    r"demot\w*|put|chang\w+|made|turn\w*)\b"
    r"(?: (?:me|it|us|him|her|my (?:job|position|grade)|down|back))*"
    r" (?:to|into|in) (?:a |an )?(?:gs-?)?(?:1[0-5]|[1-9])\b"
    r"(?! (?:years?|months?|weeks?|days?))",
    re.IGNORECASE,
)


def _before(text: str, context: Context) -> list[str]:
    """Return the statements of the turns before that still stand after a message."""
    told = [one.rstrip(" .") for one in standing(context.memory.told, text)[-_TOLD:]]
    for place, one in enumerate(told):
        # A time corrected along the way stands as it was corrected.
        right = redated(one, told[:place], context.today)
        if right:
            told = [*(t for t in told[:place] if not began(t, context.today, None)), right]
            break
    if _CORRECTS.search(text) and _SPAN.search(text) and not _EARLIER.search(text):
        # The time told now takes the place of the one told before.
        told = [_SPAN.sub(" ", one) for one in told]
    if _CORRECTS.search(text) and began(text, context.today, None):
        told = [_without(began(one, context.today, None), one) for one in told]
    # A message made whole with the turn before says it once more: no time counts twice.
    return [one for one in told if one.lower() not in text.lower()]


def redated(text: str, told: list[str], today: date) -> str:
    """Return the statement told last of a beginning, with the time that a correction gives it.

    Empty where a message is no bare correction of a time: "oops, August 2024".
    """
    new = [one for one in moments(text, today) if not one.exact or _SINCE.search(text)]
    if len(new) != 1 or not _CORRECTS.search(text) or len(text.split()) > _BARE:
        return ""
    for one in reversed(told):
        old = began(one, today, None)
        if len(old) == 1 and (not old[0].exact or new[0].exact):
            said = text[new[0].start : new[0].end]
            return f"Correction: {one[: old[0].start]}{said}{one[old[0].end :]}"
    return ""


def _without(times: list[Moment], text: str) -> str:
    for one in reversed(times):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text


def _grades_of(statements: list[str]) -> tuple[int | None, int | None]:
    """Return the grades before and after, by the last statement that tells both."""
    found = [grades_told(one) for one in reversed(statements)]
    both = (one for one in found if None not in one)
    return next(both, None) or grades_told(". ".join(statements))


def grades_told(text: str) -> tuple[int | None, int | None]:
    """Return the grade held before and the one after, where a message tells them."""
    for match in FROM_TO.finditer(text):
        old, new = int(match["old"]), int(match["new"])
        if old > new:
            return old, new
    named = read(text).grades
    if len(named) == 1:
        # "If it goes to 11" names the grade after.
        return (None, named[0]) if _DOWN_TO.search(text) else (named[0], None)
    return (max(named), min(named)) if len(named) == 2 and named[0] != named[1] else (None, None)


def _stretches(text: str, down: Moment | None, today: date) -> list[Stretch]:
    """Return the times for which a grade stood or was held, told as lengths or by their ends."""
    found = []
    for match in _SPAN.finditer(text):
        clause = re.split(
            r"[.;:?!,]|\b(?:before|because|when|but|so|and|until)\b", text[: match.start()]
        )
        before, after = clause[-1], text[match.end() :]
        if _CAREER.match(after) or _ON_RETENTION.search(text[: match.start()]):
            continue
        if _IN_THE_QUESTION.match(before) and _WHETHER_KEPT.match(after):
            # "Two years at 12?" asks for how long it is kept.
            continue
        if _AGO.match(after) or (_BESIDE.match(after) and not _OLD.search(before)):
            continue
        if _AFTER.search(before) and not _SERVED.match(after):
            continue
        if _KEPT_FOR.search(before) and not _PERSON.search(before) and not _OLD.search(before):
            continue
        days = _days(match)
        if days is None or (
            _ALLOWED.search(before) and (match["unit"] or "").startswith(("d", "w"))
        ):
            continue
        rest = re.split(r"[.;:?!,]|\b(?:but|and|before|until|when|then)\b", after)[0]
        near = f"{before} {match.group()} {rest}"
        found.append(Stretch(*days, _whose(near), _grade_in(near)))
    end = (down.earliest, down.latest) if down is not None else (today, today)
    for one in began(text, today, down):
        kept = _KEEPS.search(one.said) and not _OLD.search(one.said)
        if kept or _KEPT_GRADE.search(one.said):
            # A grade kept since a day is no time for which it stood.
            continue
        least, most = (end[0] - one.latest).days, (end[1] - one.earliest).days
        if most > 0:
            found.append(Stretch(max(least, 0), most, _whose(one.said), _grade_in(one.said)))
    return found


def _days(match: re.Match[str]) -> tuple[float, float] | None:
    if match["half"]:
        return 183.0, 183.0
    if match["under"]:
        return 1.0, 364.0
    if match["over"]:
        return 366.0, 36_500.0
    said = match["n"].lower()
    amount = _FEW.get(said)
    if amount is None:
        amount = float(said) if "." in said else whole(said)
    if amount is None:
        return None
    unit = match["unit"].lower()[:2]
    days = (amount + (0.5 if match["and_half"] or match["half_first"] else 0.0)) * _DAYS[unit]
    if unit in {"ye", "yr"}:
        # "One year" is a full one; half days of leap years are not meant.
        days = max(days, 366.0 * amount)
    return days, days


def _whose(near: str) -> Whose:
    for clause in reversed(re.split(r"[,;]|\b(?:but|and)\b", near)):
        position, person = _POSITION.search(clause), _PERSON.search(clause)
        if person is not None:
            first = position is not None and position.start() < person.start()
            return "position" if first else "person"
        if position is not None:
            return "position"
    return "position"


def _grade_in(near: str) -> int | None:
    named = read(near).grades
    return named[-1] if named and not _ABOVE.search(near) else None


def _total(
    stretches: list[Stretch], old: int | None, above: int | None
) -> tuple[float, float] | None:
    """Return how long a grade stood, all unbroken stretches at it or higher together.

    After a reduction in force every grade above the new one counts (``above``).
    """
    counted_ = [
        one
        for one in stretches
        if one.grade is None
        or (above is not None and one.grade > above)
        or (above is None and (old is None or one.grade >= old))
    ]
    if not counted_:
        return None
    # A beginning told as well as a length is one time told twice.
    return sum(one.least for one in counted_), sum(one.most for one in counted_)
