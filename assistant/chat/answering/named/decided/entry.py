"""One thing asked of a decision of which only the register tells: the job, the wish, the end.

Who asks "what was the job?" is not helped by all that the register has on the decision once more.
What the page did not show is said to be missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from assistant.chat.answering.named.decided.asked import DONE
from assistant.chat.answering.named.decided.missed import WHO
from assistant.chat.answering.named.decided.particulars import BEFORE, WANTED
from assistant.text import escape, in_words
from index.language.late import pattern

if TYPE_CHECKING:
    from index.decisions.register.facts import Entry
    from index.models import DecisionClassification

_ONE: Final = rf"(?:{WHO}|it|that|this|(?:that|this) (?:one|appeal|case|decision|{WHO}))"
_END_OF: Final = r"(?: (?:then|in the end|too|now|there))*\W*$"
_WISH: Final = pattern(
    rf"\b(?:what|which)\b.{{0,20}}\b(?:did|had|was|were|does|do) (?:the |that )?{WHO}\b.{{0,12}}"
    r"\b(?:want|ask|seek|sought|claim|request|after|hop)\w*",
    re.IGNORECASE,
)
_JOB: Final = pattern(
    rf"\bwh(?:at|ich)(?:'s| is| was| were)? (?:the |(?:the |that )?{WHO}'s |his |her |their )?"
    rf"(?:job|position|title|series|work|occupation)(?: (?:in )?{_ONE}| did {WHO} (?:have|hold|do)"
    rf"| was {WHO}(?: in)?)?{_END_OF}|\bwhat (?:kind of job|did {WHO} do\b|was {WHO}\W*$)",
    re.IGNORECASE,
)
_WON: Final = pattern(
    rf"\b(?:did|does|was|were|has|have) {_ONE} (?:ever |actually |really )*(?:w[io]n|get (?:it|"
    r"that|what \w+ (?:asked|wanted).*|the \w+|there|raised|a raise)|succe\w+|"
    r"go (?:up|down|through)|granted|successful|upheld|upgraded|raised|lowered|lose|lost|"
    rf"work(?: out)?){_END_OF}",
    re.IGNORECASE,
)
_FROM_TO: Final = pattern(
    r"\bfrom what to what\b|\bfrom (?:which|what) (?:grade|job|title|series)\b|"
    rf"\b(?:what|where|how) did {_ONE} (?:end|go|land|come|turn|get|become)\b|"
    rf"\bhow (?:was|is) {_ONE} (?:decided|settled)\b|\bwhat (?:happened|came of {_ONE})\b|"
    r"^\W*(?:and |so )*(?:the )?(?:result|outcome|end)\W*$",
    re.IGNORECASE,
)
_WHERE: Final = pattern(
    rf"\b(?:what|which) (?:agency|department|office|component)\b|\bwhere (?:was|is|did) {_ONE}\b|"
    rf"\bwho did {WHO} work for\b",
    re.IGNORECASE,
)
_WHEN: Final = pattern(
    r"^\W*(?:and |so )*(?:when|(?:what|which|in what|in which) (?:day|date|year))"
    rf"(?: (?:was|is|did) {_ONE})?(?: (?:decided|issued|from|made))?\W*$",
    re.IGNORECASE,
)


def of_entry(entry: Entry, text: str) -> str:
    """Return what is asked of one decision in bold; empty when it is none of these things."""
    for asked, told in _ASKED:
        if any(one.search(text) for one in asked):
            return told(entry)
    return ""


def asks_of_entry(text: str) -> bool:
    """Tell whether a message asks for one of the things that the register tells of a decision."""
    return any(one.search(text) for asked, _ in _ASKED for one in asked)


def named(stated: DecisionClassification, plan: str = "") -> str:
    """Return a classification with its title; empty when nothing is known."""
    grade = "" if stated.grade is None else str(stated.grade)
    number = "-".join(p for p in (stated.pay_plan or plan or "GS", stated.series, grade) if p)
    known = (stated.title, number if stated.series or grade else "")
    return escape(", ".join(part for part in known if part))


def _name(entry: Entry) -> str:
    return escape(entry.number or "that decision")


def _wish(entry: Entry) -> str:
    wish = named(entry.requested, entry.current.pay_plan)
    if not wish:
        return f"**What was asked for in {_name(entry)} the register does not show.**"
    return f"**{wish} was asked for in {_name(entry)}.**"


def _job(entry: Entry) -> str:
    before = named(entry.current)
    if not before:
        return f"**The register does not show how the position stood before {_name(entry)}.**"
    return f"**{before}, before {_name(entry)}.**"


def _won(entry: Entry) -> str:
    way = entry.went()[0]
    if way not in DONE:
        return f"**The register does not show how {_name(entry)} ended.**"
    wish, end = entry.requested.grade, entry.decided.grade
    got = way == "raised" and (wish is None or end is None or end >= wish)
    head = "Yes" if got else "No" if way in {"lowered", "sustained"} else "Only in part"
    return f"**{head}: OPM {DONE[way]} in {_name(entry)}.**"


def _from_to(entry: Entry) -> str:
    before, after = named(entry.current), named(entry.decided, entry.current.pay_plan)
    if not (before and after):
        return _won(entry)
    return f"**From {before} to {after}, in {_name(entry)}.**"


def _where(entry: Entry) -> str:
    told = ", ".join(dict.fromkeys(n for n in (entry.component, entry.department) if n))
    if not told:
        return f"**The register does not show the agency of {_name(entry)}.**"
    return f"**{escape(told)}, in {_name(entry)}.**"


def _when(entry: Entry) -> str:
    from datetime import date

    if not entry.date:
        return f"**The register does not show the day of {_name(entry)}.**"
    return f"**On {in_words(date.fromisoformat(entry.date))}, {_name(entry)}.**"


_ASKED: Final[tuple[tuple[tuple[re.Pattern[str], ...], Callable[[Entry], str]], ...]] = (
    ((WANTED, _WISH), _wish),
    ((_WON,), _won),
    ((_FROM_TO,), _from_to),
    ((_WHERE,), _where),
    ((_WHEN,), _when),
    ((BEFORE, _JOB), _job),
)
"""How each thing is asked for, and what tells it; the first that fits answers."""
