"""What tells two things apart: two words of the field, or two series."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import law, mixed_rule
from assistant.chat.answering.named.occupations.general import GENERAL
from assistant.chat.answering.procedure import number
from assistant.chat.answering.statements import of_series
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.topics.words.terms.term import Term, named
from assistant.text import capital

if TYPE_CHECKING:
    from core.standards.series import Series

_FILE = Path(__file__).resolve().parent / "pairs.toml"
_AND = r"(?P<one>[^?.;:]{2,60}?)\s+(?:and|from|or|to|than|with)\s+(?P<other>[^?.;:]{2,60})"
_APART = (
    re.compile(rf"\bdifferences? (?:is there |lies )?between {_AND}", re.IGNORECASE),
    re.compile(
        rf"\b(?:distinguish\w*|tell|separates?|sets?|compare)\s+(?:apart\s+)?{_AND}", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:how (?:is|are|does|do)|what makes)\s+(?P<one>[^?.;:]{2,60}?)\s+"
        r"(?:differ(?:s|ent)?|unlike)\s+(?:from|to|than)\s+(?P<other>[^?.;:]{2,60})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[?.;:,])\s*(?P<one>[^?.;:,]{2,60}?)\s+(?:vs\.?|versus|v\.|as opposed to)\s+"
        r"(?P<other>[^?.;:,]{2,60})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:is|are)\s+(?P<one>[^?.;:]{2,60}?)\s+(?:really |just |basically )?the same"
        r"(?: thing)? as\s+(?P<other>[^?.;:]{2,60})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|\b(?:are|is)\s+)(?P<one>[^?.;:,]{2,60}?)\s+and\s+(?P<other>[^?.;:,]{2,60}?)"
        r"(?:[,:;]?\s*(?:what(?:'s| is) )?(?:the )?differences?\b|\s+the same\b)",
        re.IGNORECASE,
    ),
)
"""Ways of asking what tells two things apart."""
_TAIL = re.compile(r",.*$| (?:in|for|under|of) (?:classification|the field|this).*$", re.IGNORECASE)
_IDLE = frozenset(
    word
    for line in (
        "a an the my our your any is are was it what what's whats between difference and or of",
        "one exactly really job jobs federal gs",
    )
    for word in line.split()
)
_CODES = re.compile(
    r"(?<![\w.,$-])(?:GS-?)?(?P<one>0\d{3}|[12]\d{3})(?:\s+series)?"
    r"(?:\s*(?:,|/|-|or|vs\.?|versus|and|from|over|against|compared (?:to|with)|rather than|"
    r"instead of)\s*)+(?:an?\s+|the\s+)?"
    r"(?:GS-?)?(?P<other>0\d{3}|[12]\d{3})(?![\w.%]*\d)(?!\s*points)",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:or|vs\.?|versus|against|compared|differ\w*|tell|distinguish\w*|apart|between|decides?|"
    r"rather than|instead of|which|where.s the line)\b|^\W*(?:GS-?)?\d{4} ?/ ?(?:GS-?)?\d{4}\W*$",
    re.IGNORECASE,
)
_VIEWS = re.compile(
    r"\b(?:want\w*|thinks?|says?|said|prefers?|believe\w*|insists?|argues?|claims?|calls?|"
    r"proposed?|suggest\w*)\b",
    re.IGNORECASE,
)
"""Tells of two people who each take another series."""
_SHORT = re.compile(
    r"\b(?:in|one|a single|just (?:one|a)) (?:(?:one|a|single|short) )?(?:line|sentence)\b|"
    r"\bin short\b",
    re.IGNORECASE,
)
_MISCELLANEOUS = frozenset({"0301", "0303"})
_OWN_SHARE = 0.5
"""Share of a side's own words that a term's name must make up to be what is meant."""


@cache
def _pairs() -> dict[frozenset[str], dict[str, str]]:
    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))["pairs"]
    return {frozenset(row["names"]): row for row in rows}


def _term(side: str) -> Term | None:
    """Return the term that one side of the question is; None when it is about more than a term."""
    words = [w for w in re.findall(r"[a-z0-9']+", _TAIL.sub("", side).lower()) if w not in _IDLE]
    found = named(side)
    if found is None or not words:
        return None
    term, name = found
    return term if len(name.split()) / len(words) >= _OWN_SHARE else None


def _own(side: str, first: str) -> Term | None:
    """Return the term of a side that was lent a noun, if its name has a word of the side itself."""
    term, found = _term(side), named(side)
    said = set(re.findall(r"[a-z]+", first.lower())) - _IDLE
    known = set(re.findall(r"[a-z]+", found[1])) if found is not None else set()
    return term if said & known or any(w.rstrip("s") in known for w in said) else None


def _two_terms(message: str) -> tuple[Term, Term] | None:
    for pattern in _APART:
        found = pattern.search(message)
        if found is None:
            continue
        first, second = found["one"], _TAIL.sub("", found["other"])
        other = _term(second) or _term(f"{second} work")
        # "Major and minor duties" names the noun of both once.
        tried = (f"{first} {' '.join(second.split()[1:])}", first, f"{first} work")
        one = next((t for side in tried if (t := _own(side, first)) not in {None, other}), None)
        if one is not None and other is not None:
            return one, other
    return None


def _two_series(question: Question) -> tuple[Series, Series] | None:
    from core.standards.series import find_series

    found, codes = _CODES.search(question.message), question.series
    if found is not None and _DECIDES.search(question.message):
        codes = (found["one"], found["other"])
    elif len(codes) != len("ab") or len(_VIEWS.findall(question.message)) < len(codes):
        return None
    one, other = map(find_series, codes)
    return (one, other) if one is not None and other is not None and one != other else None


def _topic(pair: tuple[Term, Term]) -> str:
    row = _pairs().get(frozenset(term.names[0] for term in pair), {})
    return row.get("topic", "")


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    if question.levels or question.grades or question.points or question.decision:
        return False
    terms = _two_terms(question.message)
    if terms is not None:
        return not _topic(terms)
    return _two_series(question) is not None and not question.percents


def _answer(question: Question, context: Context) -> Answer | None:
    terms = _two_terms(question.message)
    if terms is not None:
        return None if _topic(terms) else _of_terms(*terms)
    series = _two_series(question)
    if series is None:
        return None
    return _of_series(*series, context, short=_SHORT.search(question.message) is not None)


def _of_terms(one: Term, other: Term) -> Answer:
    row = _pairs().get(frozenset((one.names[0], other.names[0])))
    words = tuple(t.words for t in (one, other) if t.words.citation is not None)
    said = [f"{capital(t.names[0])}: {t.says}." for t in (one, other)]
    more: tuple[str, ...] = ()
    if row is None:
        lead = f"**They are two things.** {said[0]} {said[1]}"
    else:
        told = row["says"].format(reconsideration=number("reconsideration"))
        first, _, rest = told.partition(". ")
        ended = "" if first.endswith(".") else "."
        lead, more = f"**{first}{ended}** {rest}".rstrip(), tuple(said)
    return Answer(
        lead=lead,
        words=words,
        more=more,
        next=(f"Ask *what is {one.names[0]}?* or *what is {other.names[0]}?* for more.",),
    )


def _of_series(one: Series, other: Series, context: Context, *, short: bool) -> Answer:
    """Set two series side by side by what each is for, and say what decides between them."""
    from core.standards.series import pattern

    library = context.library
    told, words = [], []
    for series in (one, other):
        said = None if library is None else _said_of(series, library.home)
        told.append(f"**{series.code}, {series.title}**{said[0] if said else ''}.")
        words += [said[1]] if said else []
    kinds = [pattern(series.code).interval for series in (one, other)]
    if set(kinds) == {"one", "two"}:
        one_grade = (one, other)[kinds.index("one")].code
        two_grade = (one, other)[kinds.index("two")].code
        apart = (
            f" {two_grade} is two-grade interval work, such as analysis or administration; "
            f"{one_grade} is one-grade work that supports it by established methods."
        )
    else:
        apart = ""
    last, rules = _last_resort(one, other)
    decides = "**The primary work decides, with the knowledge it cannot be done without.**"
    lead = f"{decides} {' '.join(told)}"
    if short:
        lines = [text.replace("**", "").rstrip(".") for text in told]
        lead = f"**{'; '.join(lines)}: whichever is the primary work.**"
    return Answer(
        lead=f"{lead}{last}{apart}",
        words=(
            *words,
            *rules,
            law(
                "introduction",
                "13",
                "represents the primary work of the position",
                "In most positions one series stands for the primary work, the highest level of "
                "work and the paramount qualifications.",
            ),
        ),
        next=("Which duties take most of the time, and what must one know to do them?",),
    )


def _last_resort(one: Series, other: Series) -> tuple[str, tuple[Words, ...]]:
    """Return that a general series yields to the other, and the rule; empty where none is one."""
    wide = [s for s in (one, other) if s.code in GENERAL | _MISCELLANEOUS]
    if len(wide) != 1:
        return "", ()
    narrow = other if wide[0] is one else one
    if wide[0].code in GENERAL and narrow.group != wide[0].group:
        # A general series is the last resort of its own group only.
        return "", ()
    said = (
        f" **Try {narrow.code} first: {wide[0].code} is only for work that no other series"
        f"{'' if wide[0].code in _MISCELLANEOUS else ' of its group'} covers.**"
    )
    return said, (mixed_rule("gs0301-best-fit", "gs-0301", "one should choose the specialized"),)


def _said_of(series: Series, home: Path) -> tuple[str, Words] | None:
    """Return what our statements say a series is for, with its place; None when nothing."""
    found = of_series(series.code, home)
    if found is None:
        return None
    what = re.sub(
        rf"\s+(?:falls?|belongs?|goes|go|is|are)\s+(?:classified\s+)?(?:in(?:to)?|under)\s+(?:the\s+)?"
        rf"(?:series\s+)?{series.code}\b.*$",
        "",
        found.text.rstrip("."),
    )
    lowered = what[:1].lower() + what[1:] if not what[:2].isupper() else what
    return (f": {lowered}" if series.code not in what else ""), found.words()


TOPIC = Topic(
    id="difference",
    title="what tells two words or two series apart",
    answer=_answer,
    sure=_sure,
    cues=(
        *("differ", "distinguish", "tell", "separate", "set", "compare", "unlike", "vs", "versus"),
        *("v.", "opposed to", "the same"),
        # How the code of a series begins.
        *(f"{one:02}" for one in range(30)),
    ),
    order=20,
)
