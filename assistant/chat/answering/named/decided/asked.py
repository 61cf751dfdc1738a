"""What is asked of the register of decisions: which ones, by what is told of them.

People know a decision by who appealed ("the paralegal at OMB"), by where, by what became of the
grade, or by the year. Each is read here into a filter; a message that speaks of the reader's own
position, or asks what the law gives, asks nothing of the register.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.chat.answering.named.decided.called import (
    agencies,
    key,
    titled,
    without_agencies,
)
from index.decisions.register.facts import Entry, agency_name, entries
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Question

MANY = pattern(r"\bhow (?:many|often)\b|\bnumber of\b|\bcount\b|\btally\b", re.IGNORECASE)
"""Asks for how many there are."""
SEVERAL = pattern(
    r"(?i:\b(?:decisions|rulings|appellants|precedents|published appeals?|register)\b)"
    r"|(?i:\b(?:which|what|any|another|is there an?|one) (?:\w+ ){0,2}"
    r"(?:decision|ruling|case|appeal)\b)"
    r"|\b(?:which|what|any|your|the|list|show|find|\w+[- ]grade|[A-Z]\w+) (?:[\w-]+ ){0,2}"
    r"(?:cases|appeals)\b"
    r"|(?i:\b(?:need|want|looking for|look for|know of|seen) (?:an?|one|some) (?:[\w-]+ ){0,2}"
    r"(?:decision|ruling|case|appeal)\b)|(?i:\bany (?:one |of them )?(?:where|in which)\b)"
    r"|\b(?:name|find|show me|give me|recall|remember) (?:an?|the|\w+) (?:\w+ ){0,2}"
    r"(?:decision|ruling|case|appeal)\b"
    r"|\b(?:OPM|opm) (?:case|decision|ruling|appeal)s? (?:from|about|on|with|in|where|that)\b"
    r"|\banything (?:on|about|from|for)\b",
)
"""Words for what the register holds, several or one of them."""
CHANGED = "changed"
"""The outcome of whatever did not leave the position as it was."""
DONE = {
    "raised": "raised the grade",
    "lowered": "lowered the grade",
    "sustained": "changed nothing",
    "series_changed": "changed the series",
    "title_changed": "changed the title",
    "pay_plan_changed": "changed the pay plan",
    CHANGED: "changed the classification",
}
"""What OPM did, by outcome."""
_FATE = pattern(
    r"\b(?:what (?:happened|became|came|did)|how did|how'd|which ones|"
    r"which (?:decision|ruling|case|appeal)|"
    r"outcome|same result|results?|upheld|who (?:appealed|fought|asked|lost|won|was|got|ended)|"
    r"did (?:opm|any\w*|some\w*|an?|the|that|those|she|he|they|\w+)|"
    r"(?:was|were|is there|are there) (?:any|an?|the|that|those|some)|ended|went|lost|turned|"
    r"became|got cut|landed|wound up|fought|appealed|anything (?:on|about))\b",
    re.IGNORECASE,
)
"""Asks what became of somebody, once it is told who."""
_FOR_ME = pattern(
    r"\b(?:show|tell|give|find|get|list) (?:me|us)\b|\bi(?:'d| would)? (?:need|want|like|recall|"
    r"remember|read|heard|think|saw|found)\b|\bi'm looking\b|\bour (?:hro?|personnel office|"
    r"classifier|steward|union|lawyer)\b|\bwe (?:need|want|remember|recall|heard)\b",
    re.IGNORECASE,
)
_OWN = pattern(r"\b(?:i|i'm|i've|i'd|i'll|my|me|mine|we|we're|our|us)\b", re.IGNORECASE)
_RIGHTS = pattern(
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
    "pay_plan_changed": (r"pay (?:plan|system)s? (?:was |were |got |ever )?(?:only )?chang\w*",),
    "lowered": (
        r"lower\w*|downgrad\w*|demot\w*|reduced|cut|knocked|worse|dropped|fell",
        r"(?:went|go(?:ne|es)?|bumped|moved|taken|came|come) (?:from \S+ )?down",
        rf"(?:took|taken?|taking) (?:away {_LOST}|{_LOST} away)",
        rf"lost {_LOST}|los(?:e|t|ing) {_LOST}",
    ),
    "raised": (
        r"rais\w*|upgrad\w*|promot\w*|higher grade|won|win|wins",
        r"(?:went|go(?:ne|es)?|bumped|moved|came|come) (?:from \S+ )?up",
        r"came out ahead",
    ),
    "sustained": (
        r"sustain\w*|no change|unchanged|upheld|affirm\w*|stayed(?: the same)?|left alone|denied",
        r"turned down|kept the (?:same )?grade",
    ),
    CHANGED: (
        r"chang\w* (?:the (?:classification|outcome)|something|anything)|overturned|reversed",
    ),
}
_OUTCOME = tuple(
    (name, pattern(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE)) for name, ways in _OUTCOMES.items()
)
_STEPS = pattern(
    r"\b(?P<n>two|three|four|[2-5]) (?:or more )?(?:whole |full )?grades?\b", re.IGNORECASE
)
_COUNT = {"two": 2, "three": 3, "four": 4}
_WISHED = pattern(
    r"\b(?:request\w*|ask(?:ed|ing)? for|wanted|sought|seeking|hoped for)\W+(?:an? |the |grade )*"
    r"(?:gs-?)?(?P<g>1[0-5]|[4-9])\b",
    re.IGNORECASE,
)
_CODE = pattern(r"(?<![\w.,$-])(?:GS-?|WG-?)?(\d{4})(?![\w.,]*\d)(?! points)")
_SHORT = pattern(r"(?<![\w.,$-])(?:GS-?)?0?(?P<code>\d{3,4})-(?P<grade>1[0-5]|[1-9])(?![\w-])")
"""Series and grade in one: "343-13"."""
_YEAR = pattern(r"(?<![\w-])(199\d|20[0-3]\d)(?![\w-])")
_NONE_OF = pattern(r"\bnon[- ]?supervis\w+|\bnot (?:an? )?supervis\w+", re.IGNORECASE)
_SUPERVISORS = pattern(
    r"\bsupervisory (?:positions?|jobs?|ones|employees|decisions?|cases?|appeals?|titles?)\b|"
    r"\b(?:about|on|of|for|with|by|involving|were|are) supervisors\b|"
    r"\bsupervisors? (?:who|that|was|were|got|ever|went|lost|won|rais\w+|lower\w+|downgrad\w+)\b|"
    r"\b(?:an?|any|the|only|just) supervisor(?:s|y)?\b",
    re.IGNORECASE,
)
_WAGE = frozenset({"WG", "WL", "WS"})
WAGE, SCHEDULE = "wage", "GS"
"""The two pay systems, where no plan of the wage system is named by its letters."""
_LETTERS = pattern(r"\b(w[gls])s?\b(?! or\b)", re.IGNORECASE)
_SYSTEM = pattern(
    r"\b(?:any|an?|only|just|the|some)? ?(?:w[gls]|gs|general schedule|fws|(?:federal )?wage)s?"
    r"(?: (?:employees?|systems?|jobs?|workers?|grades?|positions?))?\b(?![\s-]*\d)",
    re.IGNORECASE,
)
_BY_WAGE = pattern(r"wage|fws", re.IGNORECASE)
_SPAN = pattern(
    r"\b(?:between |from )?(?P<first>199\d|20[0-3]\d) ?(?:and|to|-|through|until) ?"
    r"(?P<last>199\d|20[0-3]\d)\b"
    r"|\b(?P<after>after|newer than|later than|more recent than|past|post|since|from) "
    r"(?P<since>199\d|20[0-3]\d)\b(?: (?:on(?:wards?)?|and later|and after))?"
    r"|\b(?P<before>before|older than|earlier than|prior to|pre|until|up to|through) ?-?"
    r"(?P<until>199\d|20[0-3]\d)\b",
    re.IGNORECASE,
)
"""A run of years: "newer than 2015", "between 2010 and 2015"."""
_TENS = pattern(r"(?<![\w.,$-])(?P<grade>1[0-5]|[5-9])s\b")
"""A grade as several have it: "and 13s?"."""
_TO_GRADE = pattern(r"\b(?:to|into|as|became|at) (?:an? |the |grade )?(?:gs-?)?\d", re.IGNORECASE)
"""A grade as what a position came to; else one that was raised or lowered had stood at it."""
_GRADED = pattern(r"\b(?:gs|grade)[\s-]*(?:1[0-5]|[1-9])s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which decisions of the register are asked for; what is empty does not filter."""

    series: tuple[str, ...] = ()
    outcome: str = ""
    agencies: tuple[str, ...] = ()
    year: str = ""
    grades: tuple[int, ...] = ()
    plan: str = ""
    since: int = 0
    until: int = 0
    titled: frozenset[str] = frozenset()
    inadequate: bool = False
    steps: int = 0
    wished: int = 0
    stood: bool = False
    supervisory: bool | None = None

    @property
    def named(self) -> bool:
        """Whether anything is told of the decisions."""
        return bool(
            self.series
            or self.outcome
            or self.agencies
            or self.year
            or self.grades
            or self.plan
            or self.since
            or self.until
            or self.titled
            or self.inadequate
            or self.steps
            or self.wished
            or self.supervisory is not None
        )

    def admits(self, entry: Entry) -> bool:
        """Return whether a decision is one of those asked for."""
        agency = {agency_name(entry.department), agency_name(entry.component)}
        return (
            (not self.series or bool(set(self.series) & set(entry.all_series)))
            and (not self.outcome or _went(self.outcome, entry))
            and (not self.agencies or bool(agency & set(self.agencies)))
            and (not self.year or entry.date.startswith(f"{self.year}-"))
            and (not self.grades or _graded(self, entry))
            and (not self.plan or _paid(self.plan, entry))
            and (not self.since or int(entry.date[:4] or 0) >= self.since)
            and (not self.until or 0 < int(entry.date[:4] or 0) <= self.until)
            and (not self.titled or key(entry) in self.titled)
            and (not self.inadequate or entry.pd_inadequate == "stated")
            and (not self.steps or _moved(entry) >= self.steps)
            and (not self.wished or entry.requested.grade == self.wished)
            and (self.supervisory is None or _supervises(entry) is self.supervisory)
        )

    def chosen(self) -> list[Entry]:
        """Return the decisions asked for, the newest first."""
        found = [entry for entry in entries() if self.admits(entry)]
        if not found and self.stood:
            # None had stood at the grade named: it may be what one came to.
            return replace(self, stood=False).chosen()
        # "From 2210 to 0335" names what one decision has both of.
        both = [entry for entry in found if set(self.series) <= set(entry.all_series)]
        found = both if len(self.series) > 1 and both else found
        return sorted(found, key=lambda e: e.date, reverse=True)


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
    from core.standards.series import find_series

    text = question.message
    since, until = _years(text)
    year = "" if since or until else next(iter(_YEAR.findall(text)), "")
    short = [(m["code"].zfill(4), int(m["grade"])) for m in _SHORT.finditer(text)]
    said = (*_CODE.findall(text), *(code for code, _ in short))
    codes = (c for c in said if c not in _YEAR.findall(text) and find_series(c))
    tens = (int(m["grade"]) for m in _TENS.finditer(text))
    steps, wish = _STEPS.search(text), _WISHED.search(text)
    wished = 0 if wish is None else int(wish["g"])
    outcome = next((name for name, pattern in _OUTCOME if pattern.search(text)), "")
    return Asked(
        stood=outcome in {"lowered", "raised"} and _TO_GRADE.search(text) is None,
        series=tuple(dict.fromkeys((*question.series, *codes))),
        outcome=outcome,
        agencies=agencies(text),
        year=year,
        grades=tuple(
            grade
            for grade in dict.fromkeys((*question.grades, *(grade for _, grade in short), *tens))
            if grade != wished
        ),
        plan=_plan(question),
        since=since,
        until=until,
        titled=titled(text),
        inadequate=question.has("inadequate", "not adequate"),
        steps=0 if steps is None else _COUNT.get(steps["n"].lower()) or int(steps["n"]),
        wished=wished,
        supervisory=_supervising(text),
    )


def _years(text: str) -> tuple[int, int]:
    """Return the first and the last year of a run that is named; 0 where it is open."""
    found = _SPAN.search(text)
    if found is None:
        return 0, 0
    if found["first"]:
        return int(found["first"]), int(found["last"])
    if found["since"]:
        on = found["after"].lower() in {"since", "from"}
        return int(found["since"]) + (0 if on else 1), 0
    on = found["before"].lower() in {"until", "up to", "through"}
    return 0, int(found["until"]) - (0 if on else 1)


def _plan(question: Question) -> str:
    """Return the plan of the wage system that is named, the pay system meant, or nothing."""
    text = question.message
    system = _SYSTEM.search(text)
    if question.pay_plan in _WAGE or (system and _BY_WAGE.search(system[0])):
        named = {m[1].upper() for m in _LETTERS.finditer(text)}
        return next(iter(named)) if len(named) == 1 else WAGE
    scheduled = question.pay_plan == SCHEDULE and (system or question.grades)
    return SCHEDULE if scheduled else ""


def _supervising(text: str) -> bool | None:
    """Return whether supervisors are meant, or just the others; None where nothing is said."""
    if _NONE_OF.search(text):
        return False
    return True if _SUPERVISORS.search(text) else None


def without(text: str, now: Asked) -> str:
    """Return an earlier message without what a later one names anew."""
    if now.series:
        text = _CODE.sub(lambda code: code[0] if _YEAR.fullmatch(code[1]) else " ", text)
    if now.year or now.since or now.until:
        text = _YEAR.sub(" ", _SPAN.sub(" ", text))
    if now.plan:
        text = _SYSTEM.sub(" ", text)
    if now.grades:
        text = _GRADED.sub(" ", _TENS.sub(" ", text))
    if now.supervisory is not None:
        text = _SUPERVISORS.sub(" ", _NONE_OF.sub(" ", text))
    for _, said in _OUTCOME if now.outcome else ():
        text = said.sub(" ", text)
    if now.agencies:
        text = without_agencies(text)
    if now.steps:
        text = _STEPS.sub(" ", text)
    return text


def _moved(entry: Entry) -> int:
    """Return by how many grades a decision moved the position; 0 when that is not known."""
    before, after = entry.current.grade, entry.decided.grade
    return 0 if before is None or after is None else abs(after - before)


def _graded(want: Asked, entry: Entry) -> bool:
    """Return whether a decision's grades are those named: of two, from the one to the other."""
    here, grades = (entry.current.grade, entry.decided.grade), want.grades
    if want.stood and len(grades) == 1:
        return here[0] == grades[0]
    if len(grades) > 1:
        return here in {(grades[0], grades[1]), (grades[1], grades[0])}
    return grades[0] in here


def _supervises(entry: Entry) -> bool:
    """Return whether a title that the position had, or was to have, is a supervisor's."""
    stages = (entry.current, entry.requested, entry.decided)
    return any("supervisory" in (one.title or "").casefold() for one in stages)


def _paid(plan: str, entry: Entry) -> bool:
    """Return whether a position is of a plan or pay system; a plan not shown is no wage plan."""
    plans = {entry.current.pay_plan, entry.decided.pay_plan}
    if plan == SCHEDULE:
        return not plans & _WAGE
    return plan in plans if plan in _WAGE else bool(plans & _WAGE)


def _went(outcome: str, entry: Entry) -> bool:
    went = entry.went()[0]
    return went not in {"sustained", "unknown"} if outcome == CHANGED else went == outcome
