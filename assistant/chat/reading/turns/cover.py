"""The cover of a position as told along the way: "I hold GS-0482-11", "I'm a GS-12 since May".

What somebody says of the own position, its pay plan, series and grade, is kept for the turns that
follow, and stands on the cover of the case once the statement is put into it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.reading.dates import named_days
from assistant.chat.reading.exact import read
from assistant.chat.reading.numbers import is_total, whole
from assistant.chat.reading.turns.together import EMPTY
from core.model import Classification
from index.language.late import pattern

if TYPE_CHECKING:
    from datetime import date

    from assistant.chat.model import Context, Question
    from core.model import Case

_HOLD = pattern(
    r"\b(?:i(?:'?m| am|'ve been| have been| hold| have held|'ve held| currently (?:am|hold)"
    r"| was (?:made|promoted to|put (?:at|in)|moved to|hired as)| got promoted to"
    r"| (?:got|became|occupy|encumber|work (?:as|in))| have (?=an? |gs|w[gls]))"
    r"|my (?:sf-?\s?50|papers?|pd) (?:says?|shows?|reads?|has)"
    r"|my (?:current |present |official )?(?:job|position|grade|series|pay plan|classification)"
    r"(?:'s| is| has been)|(?:we|they) (?:made|have) me)\s+(?P<what>[^.;?!]{1,70})",
    re.IGNORECASE,
)
_SUPPOSED = pattern(
    r"\b(?:if|suppose|supposing|say|unless|until|once|when|whether|assume|assuming|like|as though)"
    r"\s*$",
    re.IGNORECASE,
)
_CUT = pattern(
    r"\s(?:and|but|because|who|which|that|so|doing|supervis\w+|think\w*|want\w*|trying|told|asking|"
    r"not|at step)\b.*|,(?!\d|\s*(?:grade|series|gs)\b).*|\(.*",
    re.IGNORECASE,
)
_BEGINS = pattern(
    r"^\W*(?:(?:currently|now|just|only|still|officially|classified|graded|rated|paid|at|as|in|an?|the|"
    r"my|grade|series|pay plan|level|job)\s+)*(?=(?:gs|gm|gl|gg|w[gls])\b|\d)",
    re.IGNORECASE,
)
"""What may stand before the pay plan, series or grade."""
_CODE = pattern(r"\b(?:gs|gm|gl|gg)[\s-]*\d{3,4}[\s/-]+\d{1,2}\b", re.IGNORECASE)
_LOWERED = pattern(
    r"\b(?:lower\w*|downgrad\w*|demot\w*|reduc\w*|reclassif(?:ied|ies|ying|ication)|cut|"
    r"chang(?:ed|es|ing)|moved|went)\b"
    r"[^.;?!]{0,40}?\bto (?:an? )?(?P<to>(?:gs|gm|gl|gg|w[gls])?[\s-]*(?:\d{3,4}[\s/-]+)?"
    r"(?:1[0-5]|0?[1-9]))\b(?!\s*(?:percent|%|points|days))",
    re.IGNORECASE,
)
_FROM_TO = pattern(
    r"^\W*(?:no|wait|sorry|actually|i mean(?:t)?|rather|it was|that was|[ ,.])*from (?:an? )?"
    r"(?:gs[\s-]*)?(?:1[0-5]|[1-9]) to (?:an? )?(?P<to>(?:gs[\s-]*)?(?:1[0-5]|[1-9]))\W*$",
    re.IGNORECASE,
)
"""The grades of a change, put right: "no wait, from 12 to 11"."""
_MINE = pattern(r"\b(?:i|i'm|i've|me|my|our|we)\b", re.IGNORECASE)
_WANTED = pattern(
    r"\b(?:want|think|believe|feel|deserve|seek|should be|ought to be|worth|asking for|ask for|"
    r"really)\b[^.;?!]{0,40}?\b(?:gs[\s-]*)?(?P<grade>1[0-5]|[2-9])\b(?![\s-]*(?:\d|percent|%|points))",
    re.IGNORECASE,
)
_UP_TO = pattern(
    r"\b(?:from (?:an? )?)?(?:gs[\s-]*)?(?P<from>1[0-5]|[1-9])(?: \w+){0,2} (?:to|into|becomes?|"
    r"be(?:ing)?|"
    r"made|should be|ought to be)(?: (?:an?|the))? (?:gs[\s-]*)?(?P<to>1[0-5]|[1-9])\b"
    r"(?![\s-]*(?:\d|percent|%|points|days|years?))",
    re.IGNORECASE,
)
"""A grade and a higher one in its place: "upgraded from GS-11 to 12", "my GS-12 job becomes a "
"13"."""
_RAISE = pattern(
    r"\b(?:raised?|upgrad\w*|higher|go(?:ing)? up|mov(?:e|ed|ing) up|up from|reclassified|becomes?|"
    r"asking for more|want more|get more)\b",
    re.IGNORECASE,
)
_WISH = pattern(
    r"\b(?:want(?:ed)?|wish|would like|'d like|deserves?|asking for|ask for|should|ought to|"
    r"believe|"
    r"how (?:do|can|could|would) (?:i|we) (?:get|have)|what (?:do|must|would) (?:i|we)|trying)\b",
    re.IGNORECASE,
)
_NO_WISH = pattern(
    r"\b(?:not|never|n't|don't|didn't) (?:really )?(?:asking|ask|want|wish|trying)\b", re.IGNORECASE
)
_TO_BE = pattern(
    r"\b(?:want(?:ed)?|wish|would like|'d like) (?:it|this|that|my \w+|to be|to become|to get|"
    r"to have "
    r"(?:it|my \w+))\b[^.;?!]{0,30}?\b(?:gs[\s-]*)?(?P<grade>1[0-5]|[2-9])\b"
    r"(?![\s-]*(?:\d|percent|%|points|days|years?))",
    re.IGNORECASE,
)
_LESS = r"(?:lower\w*|cut|downgrad\w*|demot\w*|reduc\w*|t(?:ook|aken) (?:away|from)|took)"
_NO_LESS = pattern(
    rf"\b(?:nobody|no one|not|never|nothing|none|\w+n't)\b(?: (?:\w+ ){{0,4}}?)?{_LESS}\b"
    rf"|\bnot (?:about )?an? {_LESS}\b",
    re.IGNORECASE,
)
_LOST = pattern(
    rf"\b(?:{_LESS}|lost|back|retain\w*|retention|keep|kept|detail\w*|points?|percent|"
    r"supervisor|boss|manager|chief|he|she|they say|apply|vacanc\w+|level|rif|risks?|risky|"
    r"danger\w*|downside|backfire|go wrong|gamble|chances?|odds)\b",
    re.IGNORECASE,
)
"""Tells of a grade lost, or of something else than the wish for a higher one."""
_WAGE = pattern(r"\b(?P<plan>w[gls])[\s-]*(?P<grade>1[0-9]|0?[1-9])\b", re.IGNORECASE)
_BARE = pattern(
    r"^(?P<grade>1[0-5]|[1-9])(?!,\d)\W*(?:$|(?:in|job|position|now|since|at|already|grade|today|as)\b)",
    re.IGNORECASE,
)
_SERIES = pattern(r"^(?P<series>\d{4})\b", re.IGNORECASE)
_PLAN = pattern(r"\b(gs|gm|gl|gg|w[gls])\b", re.IGNORECASE)
_OWN = pattern(r"\bmy (?:own )?series\b", re.IGNORECASE)
_OF_COVER = EMPTY | frozenset(
    [
        *("i'm", "i've", "am", "hold", "held", "job", "position", "grade", "series", "pay", "plan"),
        *("classification", "currently", "still", "since", "at", "level", "gs", "gm", "gl", "gg"),
        *("wg", "wl", "ws", "employee", "step", "classified", "graded", "official", "officially"),
        *("present", "current", "last", "year", "years", "month", "months", "week", "january"),
        *("february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("sf", "says", "say", "shows", "reads", "wait", "sorry", "actually", "correction", "no"),
        *("november", "december", "spring", "summer", "fall", "autumn", "winter", "by", "way"),
    ]
)
"""Words that say nothing beside a cover."""
_CORRECTED = pattern(
    r"\b(?:it'?s|that'?s|i'?m|i am|it is|is)? ?not (?:an? )?(?:gs|gm|w[gls])(?:[\s-]*\d{1,2})?\b"
    r"[\s,;.]*(?:but )?(?P<to>(?:it'?s |i'?m |i am |it is )?(?:an? )?(?:gs|gm|w[gls])"
    r"(?:[\s-]*\d{1,2})?)\b|\b(?P<is>(?:gs|gm|w[gls])(?:[\s-]*\d{1,2})?),? not (?:an? )?(?:gs|gm|"
    r"w[gls])(?:[\s-]*\d{1,2})?\b",
    re.IGNORECASE,
)
"""A pay plan put right: "it's not WL, it's WS", "WS, not WL"."""
_MORE = pattern(
    r"[;:?]|\b(?:and|but|or|not|over|under|with|who|which|that|because|so|do|does|doing|want|think|"
    r"should|appeal\w*|supervis\w+|lead\w*|of|they|my|for|from|told|only|lowered|retained|detail\w*|"
    r"temporar\w+|points?)\b",
    re.IGNORECASE,
)
_TENURE = pattern(
    r"\b(?:for (?:over |more than |about |almost |nearly )?)?(?P<span>(?:\d{1,2}|an?|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\+?(?: and a half)?[\s-]*"
    r"(?P<unit>yrs?|years?|months?|mos?))\b|\bsince (?P<since>(?:\w+ )?(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""How long a position or a grade has been held: "six yrs in this grade", "since 2015"."""
_LETTER = pattern(r"\b(?:letter|notice|memo|sf-?\s?50)\b", re.IGNORECASE)
_MORE_THAN_TOLD = pattern(
    r"\?|\b(?:want\w*|think|believe|deserve\w*|ought|should|appeal\w*|supervis\w+|lead\w*|downgrad\w*|lower\w*|cut|demot\w*|"
    r"reclass\w*|retain\w*|rif\w*|reduction|lost|detail\w*|temporar\w*|probation\w*|promot\w*|audit\w*|percent|points?|"
    r"duties|levels?|factors?|opm|hr|agency|boss|they|she|he|who|because|but|do|doing|does|effect\w*|"
    r"decision|said|says|told|made|changed|ago|old|wrong|description|pd|not|never|no)\b",
    re.IGNORECASE,
)
BEFORE = 30
"""Characters before a change of grade in which it is told as a wish."""
TITLED = 9
"""Words up to which a statement of one's position may have a title."""
LONG = 20
"""Words beyond which a message tells more than how long a position was held."""
MOST = 12
"""Words beyond which what follows "I am" tells more than a cover."""


def told_cover(text: str) -> Classification | None:
    """Return the pay plan, series and grade somebody says the own position has; None for none."""
    corrected = _CORRECTED.search(text)
    found: Classification | None = None
    if corrected is not None:
        found = _named(corrected["to"] or corrected["is"])
        text = text.replace(corrected.group(), " ")
    for match in _HOLD.finditer(text):
        if _SUPPOSED.search(text[: match.start()]):
            continue
        what = _CUT.sub("", match["what"])
        begins = _BEGINS.match(what)
        whole_code = _CODE.search(match["what"])
        if begins is not None and len(what.split()) <= MOST:
            named = _named(what[begins.end() :])
        else:
            # A title may stand before it: "I'm a security specialist, GS-0080-11".
            named = _named(whole_code.group()) if whole_code is not None else None
        if named is not None:
            found = merged(found, named)
    lowered = _FROM_TO.search(text) or _LOWERED.search(text)
    mine = _MINE.search(text) or _FROM_TO.search(text)
    wish = lowered is not None and _WISH.search(text[: lowered.start()][-BEFORE:])
    if lowered is not None and mine and not wish and "if " not in text.lower():
        named = _named(lowered["to"].strip())
        found = merged(found, named) if named is not None else found
    return found


def only_cover(text: str, today: date) -> Classification | None:
    """Return the cover told by a text that tells nothing beside it; None when it tells more."""
    bare = _CORRECTED.sub(" ", text).lower()
    if bare.split() != text.lower().split():
        bare = bare.replace("its ", " ")
    for start, end, _ in reversed(named_days(text, today)):
        bare = f"{bare[:start]} {bare[end:]}"
    words = re.findall(r"[a-z']+", bare)
    if _OF_COVER.issuperset(words):
        return told_cover(text)
    # A title and a step say no more: "I'm a GS-9 step 5 budget technician, series 0561".
    titled = len(words) <= TITLED and _HOLD.match(text.strip()) and not _MORE.search(bare)
    return told_cover(text) if titled else None


def told_wanted(text: str) -> int | None:
    """Return the grade somebody says the position should have; None for none."""
    if not _MINE.search(text):
        return None
    up = _UP_TO.search(text) if _WISH.search(text) else None
    if up is not None and int(up["to"]) > int(up["from"]):
        return int(up["to"])
    found = _WANTED.search(text)
    return int(found["grade"]) if found is not None else None


def wants_higher(question: Question, context: Context) -> bool:
    """Tell whether a higher grade is wanted for the own position, of which nothing was taken."""
    text = question.message.replace("\u2019", "'")
    mine = _MINE.search(text) or context.memory.topic == "lowered-now"
    if not mine or context.evaluation is not None or _NO_WISH.search(text):
        return False
    if _NO_LESS.search(text):
        return bool(_RAISE.search(text)) or (told_wanted(text) or 0) > _held_grade(text, context)
    if _LOST.search(text) or not _WISH.search(text):
        return False
    wanted, held = wanted_grade(question, context), _held_grade(text, context)
    if wanted is None:
        return "higher grade" in text.lower()
    named = _UP_TO.search(text) or _TO_BE.search(text)
    return wanted > held if held else bool(named)


def wanted_grade(question: Question, context: Context) -> int | None:
    """Return the grade that is wanted for the own position, now or before; None for none told."""
    text = question.message.replace("\u2019", "'")
    change = _UP_TO.search(text)
    if change is not None and int(change["to"]) > int(change["from"]):
        return int(change["to"])
    named = _TO_BE.search(text)
    return int(named["grade"]) if named is not None else told_wanted(text) or context.memory.wanted


def _held_grade(text: str, context: Context) -> int:
    change, cover = _UP_TO.search(text), told_cover(text) or context.held
    if change is not None:
        return int(change["from"])
    return cover.grade or 0 if cover is not None else 0


def _named(what: str) -> Classification | None:
    """Return the position that a few words name: "a GS-0482-11", "a 12 in the 0343 series"."""
    wage = _WAGE.search(what)
    if wage is not None:
        return Classification(pay_plan=wage["plan"].upper(), grade=int(wage["grade"]))
    said = read(what)
    series = said.series[0] if said.series else ""
    code = _SERIES.search(what)
    if not series and code and not said.grades and not is_total(int(code["series"])):
        series = code["series"]
    grade = said.grades[0] if said.grades else None
    bare = _BARE.search(what)
    if grade is None and bare is not None and not code:
        grade = whole(bare["grade"])
    plan = _PLAN.search(what)
    if grade is None and not series and plan is None:
        return None
    return Classification(
        pay_plan=plan[1].upper() if plan is not None else "", series=series, grade=grade
    )


def told_alone(question: Question) -> tuple[str, bool] | None:
    """Return how long something was held and whether a letter's day is told, when nothing else is.

    The length is empty where none is told. Such a message asks nothing, and no time limit runs
    from the day of a letter.
    """
    text = question.message
    if question.asks or _MORE_THAN_TOLD.search(text) or len(text.split()) > LONG:
        return None
    tenure, letter = _TENURE.search(text), bool(_LETTER.search(text) and question.dates)
    held = tenure is not None and (question.grades or question.series or question.first_person)
    if not held and not letter:
        return None
    since = "" if tenure is None else tenure["span"] or f"since {tenure['since']}"
    return since, letter


def merged(known: Classification | None, told: Classification) -> Classification:
    """Return a cover with what was told last in the place of what was known."""
    if known is None:
        return told
    return known.model_copy(
        update={
            "pay_plan": told.pay_plan or known.pay_plan,
            "series": told.series or known.series,
            "grade": known.grade if told.grade is None else told.grade,
        }
    )


def of_own_series(question: Question, context: Context) -> Question:
    """Return a question about "my series" with that series, when it is known."""
    mine = context.held
    if question.series or mine is None or not mine.series or not _OWN.search(question.message):
        return question
    return replace(question, series=(mine.series,))


def on_cover(case: Case, text: str) -> Case:
    """Return a case with what a statement says of its cover: what is held, what is asked for."""
    told, wanted = told_cover(text), told_wanted(text)
    current = merged(case.current, told) if told is not None else case.current
    requested = case.requested
    if wanted is not None and requested.grade is None:
        requested = current.model_copy(update={"grade": wanted})
    return case.model_copy(update={"current": current, "requested": requested})
