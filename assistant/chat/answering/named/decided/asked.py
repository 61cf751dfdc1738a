"""What is asked of the register of decisions: which ones, by what is told of them.

People know a decision by who appealed ("the paralegal at OMB"), by where, by what became of the
grade, or by the year. Each is read here into a filter; a message that speaks of the reader's own
position, or asks what the law gives, asks nothing of the register.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from index.decisions.register.facts import Entry, agency_name, entries, short_names

if TYPE_CHECKING:
    from assistant.chat.model import Question

SEVERAL = re.compile(
    r"\b(?:decisions|rulings|appellants|precedents|published appeals?|register)\b"
    r"|\b(?:which|what|any|another|is there an?|one) (?:\w+ ){0,2}(?:decision|ruling|case|appeal)\b"
    r"|\b(?:which|what|any|your|the|list|show|find|\w+[- ]grade|[A-Z]\w+) (?:\w+ ){0,2}"
    r"(?:cases|appeals)\b",
)
"""Words for what the register holds, several or one of them."""
DONE = {
    "raised": "raised the grade",
    "lowered": "lowered the grade",
    "sustained": "changed nothing",
    "series_changed": "changed the series",
    "title_changed": "changed the title",
    "pay_plan_changed": "changed the pay plan",
}
"""What OPM did, by outcome."""
_FATE = re.compile(
    r"\b(?:what (?:happened|became|came|did opm)|how did|which (?:decision|ruling|case|appeal)|"
    r"(?:outcome|result) (?:for|of)|did (?:opm|any\w*|some\w*|an?|the|that|those|she|he|they)|"
    r"(?:was|were) (?:any|an?|the|that|those|some)|how'd|"
    r"(?:an?|any|some|that|the|those|our hr\w* says an?) .{0,60}\b(?:ended|went|lost|turned|"
    r"became|was lowered|was raised|got cut|landed|wound up|fought))\b|\boutcome\W*$",
    re.IGNORECASE,
)
"""Asks what became of somebody."""
_FOR_ME = re.compile(
    r"\b(?:show|tell|give|find|get|list) (?:me|us)\b|\bi(?:'d| would)? (?:need|want|like|recall|"
    r"remember|read|heard|think|saw|found)\b|\bi'm looking\b|\bour (?:hro?|personnel office|"
    r"classifier|steward|union|lawyer)\b|\bwe (?:need|want|remember|recall|heard)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|my|me|mine|we|we're|our|us)\b", re.IGNORECASE)
_RIGHTS = re.compile(
    r"\b(?:retention|retain\w*|deadlines?|how long|until when|by when|allowed|rights?|should|"
    r"must|would|could|what if|suppose|entitled|next step|to do|belong\w*|series for|standards?|"
    r"define\w*|mean\w*|reconsider\w*|rely|cite|precedential|binding|bind|worth|publish\w*|"
    r"(?:can|may) (?:i|we|she|he|they|you|an?|the|an? \w+) (?!find|list|show|see|tell)|"
    r"same .{0,12}(?:as|like) mine)\b",
    re.IGNORECASE,
)
"""Asks what the law or a standard says, not what became of somebody."""
_LOST = r"(?:an?|the|his|her|their)? ?(?:grades?|gs|\d)"
_OUTCOMES = {
    "series_changed": (
        r"series (?:was |were |got )?(?:only )?(?:chang|switch|mov)\w*",
        r"(?:chang|switch|mov)\w* (?:of |in )?(?:only )?(?:the |their |its )?series",
    ),
    "title_changed": (
        r"titles? (?:was |were |got )?(?:only )?chang\w*",
        r"chang\w* (?:of |in )?(?:only )?(?:the |their |its )?titles?",
    ),
    "lowered": (
        r"lower\w*|downgrad\w*|demot\w*|reduced|went down|gone? down|cut|knocked|worse|dropped",
        rf"lost {_LOST}|los(?:e|t|ing) {_LOST}",
    ),
    "raised": (
        r"rais\w*|upgrad\w*|promot\w*|went up|gone? up|higher grade|won|win|wins|bumped",
        r"came out ahead",
    ),
    "sustained": (
        r"sustain\w*|no change|unchanged|upheld|stayed|left alone|denied|kept the (?:same )?grade",
    ),
}
_OUTCOME = tuple(
    (name, re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE))
    for name, ways in _OUTCOMES.items()
)
_YEAR = re.compile(r"(?<![\w-])(199\d|20[0-3]\d)(?![\w-])")
_TO = re.compile(r"\b(?:to|as|into|became|become|at|with)\s+(?:an?\s+)?(?:gs-?)?$", re.IGNORECASE)
_WAGE = frozenset({"WG", "WL", "WS"})
_PLURAL = re.compile(r"(?<=[a-z]{2})(?:(?<!s)s)$")
_LONG = {
    "it": "information technology",
    "hr": "human resource",
    "eeo": "equal employment opportunity",
    "pd": "",
    "oa": "",
}
_CALLED = re.compile(
    r"\b(\w+) (?:guys?|m[ae]n|wom[ae]n|lad(?:y|ies)|people|persons?|employees?|folks|who|at|from|"
    r"rulings?|decisions?|cases?|appeals?|tech|techs)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*(?:\)|$)")
_RANK = frozenset({"supervisory", "lead", "general", "chief"})
_COMMON = frozenset(
    word
    for line in (
        "specialist analyst technician assistant officer manager supervisor clerk worker support",
        "management program representative administrative service operator leader associate",
        "advisor adviser staff aid aide and of the product line operation office information",
        "human general equal system training legal health public natural resource medical social",
    )
    for word in line.split()
)
"""Words that many titles share, so that they tell none by themselves."""


_DECIDES = "office personnel management"
"""The agency that decides is named in most messages and tells no decision from another."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which decisions of the register are asked for; what is empty does not filter."""

    series: tuple[str, ...] = ()
    outcome: str = ""
    agencies: tuple[str, ...] = ()
    year: str = ""
    grades: tuple[int, ...] = ()
    wage: bool = False
    titled: frozenset[str] = frozenset()
    inadequate: bool = False

    @property
    def named(self) -> bool:
        """Whether anything is told of the decisions."""
        return bool(
            self.series
            or self.outcome
            or self.agencies
            or self.year
            or self.grades
            or self.wage
            or self.titled
            or self.inadequate
        )

    def admits(self, entry: Entry) -> bool:
        """Return whether a decision is one of those asked for."""
        agency = {agency_name(entry.department), agency_name(entry.component)}
        return (
            (not self.series or bool(set(self.series) & set(entry.all_series)))
            and (not self.outcome or entry.went()[0] == self.outcome)
            and (not self.agencies or bool(agency & set(self.agencies)))
            and (not self.year or entry.date.startswith(f"{self.year}-"))
            and (not self.grades or _graded(self.grades, entry))
            and (not self.wage or _plans(entry) & _WAGE != set())
            and (not self.titled or key(entry) in self.titled)
            and (not self.inadequate or entry.pd_inadequate == "stated")
        )

    def chosen(self) -> list[Entry]:
        """Return the decisions asked for, the newest first."""
        found = [entry for entry in entries() if self.admits(entry)]
        return sorted(found, key=lambda e: (not e.date, e.date), reverse=True)


def key(entry: Entry) -> str:
    """Return what tells an entry from every other: its number and date."""
    return f"{entry.number} {entry.date} {entry.url}"


def speaks_of_others(question: Question) -> bool:
    """Return whether a message asks of decided positions, not of the reader's own or of rules."""
    return of_others(question) and not (
        _RIGHTS.search(_FOR_ME.sub(" ", question.message)) or question.sections or question.percents
    )


def of_others(question: Question) -> bool:
    """Return whether a message says nothing of the reader's own job."""
    return _OWN.search(_FOR_ME.sub(" ", question.message)) is None


def asks_fate(question: Question) -> bool:
    """Return whether a message asks what became of somebody."""
    return bool(_FATE.search(question.message))


def filters(question: Question) -> Asked:
    """Return which decisions a message describes."""
    text = question.message
    agencies = _agencies(text)
    titled = _titled(text)
    return Asked(
        # A series that only is a title's number says no more than the title.
        series=question.series,
        outcome=next((name for name, pattern in _OUTCOME if pattern.search(text)), ""),
        agencies=agencies,
        year=next(iter(_YEAR.findall(text)), ""),
        grades=question.grades,
        wage=question.pay_plan in _WAGE,
        titled=titled,
        inadequate=question.has("inadequate", "not adequate"),
    )


def _graded(grades: tuple[int, ...], entry: Entry) -> bool:
    """Return whether a decision's grades are those named: of two, from the one to the other."""
    here = (entry.current.grade, entry.decided.grade)
    if len(grades) > 1:
        return here in {(grades[0], grades[1]), (grades[1], grades[0])}
    return grades[0] in here


def _plans(entry: Entry) -> set[str]:
    return {entry.current.pay_plan, entry.decided.pay_plan}


def words_of(text: str) -> list[str]:
    """Return the words of a text in the singular, short forms written out."""
    found: list[str] = []
    for word in re.findall(r"[A-Za-z]+", text):
        low = word.lower()
        plain = f"{low[:-3]}y" if low.endswith("ies") else _PLURAL.sub("", low)
        # "it" is a pronoun.
        found += plain.split() if word == "it" else _LONG.get(low, plain).split()
    return found


@cache
def _titles() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each title of the register as words, with the entry it is of."""
    found = []
    for entry in entries():
        for title in {entry.current.title, entry.decided.title}:
            words = tuple(w for w in words_of(_ASIDE.sub(" ", title)) if w not in _RANK)
            if words:
                found.append((key(entry), words))
    return tuple(found)


def _titled(text: str) -> frozenset[str]:
    """Return the entries whose title a message holds whole, else those told by its own words.

    A title's own word counts by itself where people are called by it: "the grants people".
    """
    said = words_of(text)
    line = f" {' '.join(said)} "
    called = {plain for m in _CALLED.finditer(text) for plain in words_of(m[1])}
    whole: dict[str, int] = {}
    part: set[str] = set()
    for entry, words in _titles():
        telling = set(words) - _COMMON
        if f" {' '.join(words)} " in line and (telling or len(words) > 1):
            whole[entry] = max(whole.get(entry, 0), len(words))
        elif telling and telling <= called:
            part.add(entry)
    if not whole:
        return frozenset(part)
    # "The IT specialist who ended as a computer assistant": both titles are of one decision.
    both = [e for e in whole if len(_of_entry(e, line)) > 1]
    most = max(whole.values())
    return frozenset(both) or frozenset(e for e, n in whole.items() if n == most)


def _of_entry(entry: str, line: str) -> set[tuple[str, ...]]:
    """Return the titles of an entry that a line of words holds."""
    return {w for e, w in _titles() if e == entry and f" {' '.join(w)} " in line}


_NO_WORDS = frozenset({"Navy", "Army", "Treasury", "Agriculture"})
"""Departments whose names mean nothing else."""


@cache
def _agency_names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the departments and components of the register with how they are written."""
    short: dict[str, list[str]] = {}
    for brief, long in short_names().items():
        short.setdefault(agency_name(long), []).append(brief)
    found = []
    for name in sorted({n for e in entries() for n in (e.department, e.component) if n}):
        plain = agency_name(name)
        if plain == _DECIDES:
            continue
        words = plain.split()
        ways = [rf"(?i:{re.escape(name)})"]
        if len(words) > 1:
            ways.append(rf"(?i:{r'(?: of| and| the|,)* '.join(words[:2])})")
        elif name not in _NO_WORDS:
            # "labor" and "state" are words as well: a department is written with a capital.
            ways = [name]
        initials = "".join(w[0] for w in re.findall(r"[A-Za-z.]+", name) if w[0].isupper())
        if len(initials) > 3 or (len(initials) == 3 and initials != "DHA"):
            ways.append(initials)
        ways += [rf"(?i:{b})" if len(b) > 3 else b.upper() for b in short.get(plain, ())]
        found.append((plain, re.compile(rf"\b(?:{'|'.join(ways)})\b")))
    return tuple(found)


def _agencies(text: str) -> tuple[str, ...]:
    """Return the agencies named, as they are compared; a part tells more than the whole."""
    found = {
        plain: match[0] for plain, pattern in _agency_names() if (match := pattern.search(text))
    }
    departments = {agency_name(e.department) for e in entries() if e.department}
    parts = [
        plain
        for plain, said in found.items()
        if plain not in departments
        and not any(said == other for n, other in found.items() if n in departments)
    ]
    return tuple(parts or (plain for plain in found if plain in departments))
