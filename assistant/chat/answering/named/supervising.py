"""What a message tells of a supervisor's position: grades, situations, the chain, authorities.

People state the deciding facts in passing: "base is 9, the chart gives 9 too", "we work two full
shifts", "my boss is a 14 and hers is SES". They are read here into what the supervisory guide asks
for; :mod:`core.supervisory` decides what follows.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.chat.reading.numbers import CARDINALS, SHARES, alternation, whole
from index.language.late import pattern

if TYPE_CHECKING:
    from core.supervisory.parts import Post, Work

_G: Final = (
    r"(?:gs[\s-]*|grade\s+|level\s+)?(?P<{}>1[0-5]|0?[1-9])s?\b"
    r"(?!\d|,\d|\s*(?:%|percent\b|pts?\b|points?\b|people\b|employees\b|hours\b|of\b)|-\d)"
)
_LINKS: Final = (
    r"(?:\s*[:=]|\s+(?:alone|only|just|also|too|itself|again|out|came|comes?|come|gives?|gave|says?|"
    r"said|shows?|"
    r"converts?|is|are|was|being|stays?|lands?|yields?|makes?|reads?|at|to|as|of|on|in|under|by|the|"
    r"an?|level|grade|work|directed|supervised|supervise|for|me|him|her|them|it|chief|supervisor|"
    r"table|chart|guide|gssg|add up|adds? up|total|job|position))*\s*"
)
_BASE: Final = (
    pattern(rf"\bbase\b{_LINKS}{_G.format('g')}", re.IGNORECASE),
    pattern(
        rf"(?<![\w-]){_G.format('g')}[\s-]+(?:level\s+)?(?:base\b|base (?:level|grade|work))",
        re.IGNORECASE,
    ),
    pattern(
        r"\b(?:over|above|directing|direct|direct(?:s|ed)?|supervis(?:es?|ing|ed))\s+(?:an?\s+|the\s+|"
        rf"all\s+|mostly\s+)*{_G.format('g')}\s+(?:work|base|staff|people|employees|subordinates)\b",
        re.IGNORECASE,
    ),
    pattern(
        r"\b(?:people|folks|staff|employees|subordinates|team|workers|techs|technicians|everyone|"
        r"everybody|guys|crew|analysts|clerks)\s+(?:under (?:me|him|her)\s+|i have\s+)?"
        rf"(?:are|is)\s+(?:all\s+|mostly\s+)?{_G.format('g')}",
        re.IGNORECASE,
    ),
    pattern(
        rf"(?<![\w-]){_G.format('g')}\s+(?:people|folks|staff|employees|subordinates|workers|"
        r"techs|technicians|engineers|analysts|clerks|specialists)\s+(?:under|below|working for|"
        r"reporting|report|work for)\b",
        re.IGNORECASE,
    ),
)
_CHART: Final = (
    pattern(
        rf"\b(?:chart|points?|total|conversion|table|score[sd]?)\b{_LINKS}{_G.format('g')}",
        re.IGNORECASE,
    ),
    pattern(
        rf"(?<![\w-]){_G.format('g')}\s+(?:by|on|from|in|under)\s+(?:the\s+)?(?:\w+\s+)?"
        r"(?:chart|points|conversion|table)\b",
        re.IGNORECASE,
    ),
)
_FILE: Final = Path(__file__).resolve().parents[2] / "reading" / "data" / "supervising.toml"
_THIN_SHIFT: Final = pattern(
    r"\b(?:skeleton|part(?:ly|ial\w*)[- ]staffed|partial shift|half[- ]staffed|thinly staffed|"
    r"(?:one|a|single|just one|only one) (?:full |fully staffed |regular )?shift\b(?! and (?:a|an|"
    r"another|one) (?:full|second)))",
    re.IGNORECASE,
)
_COUNTED: Final = pattern(
    r"\b(?P<n>\d|one|two|three|four|five|six|seven|eight|a single|no)\s+(?:of (?:the|those|your) "
    r"(?:eight\s+)?|out of (?:the )?eight\s+)?(?:special\s+)?situations?\b",
    re.IGNORECASE,
)
_CHAIN_BEGINS: Final = pattern(
    r"\breport(?:s|ing|ed)?\b|\baccountable\b|"
    r"(?:\b(?:my|his|her|their|the)|'s) (?:own )?(?:boss|supervisor|chief|manager|director)\b|"
    r"\bworks? (?:directly )?(?:for|under)\b",
    re.IGNORECASE,
)
_POST: Final = pattern(
    r"(?P<ses>\bSES\b|\bsenior executive|\bexecutive level|\bagency head\b|\bES\b)"
    r"|(?P<flag>\b(?:major |brigadier |lieutenant |one-star |two-star |three-star )?general\b"
    r"(?! (?:schedule|direction|supervision|guid\w+|polic\w+|instruct\w+|rules?|work)"
    r"\b)|\badmiral\b|\bflag[- ](?:rank|officer)|\bgeneral officer)"
    r"|\b(?:GS|GM)[\s-]*(?P<g>1[0-5]|[5-9])\b|\ban?\s+(?P<bare>1[0-5])\b(?!\s*(?:%|percent))"
    r"|(?P<deputy>\b(?:full )?deputy\b|\bfull assistant\b)|(?P<assistant>\bassistant chief\b)",
    re.IGNORECASE,
)
_SAME_POST: Final = pattern(
    r"^[\s,(]*(?:an?|the|is|who is|who's|himself|herself)?[\s,]*$", re.IGNORECASE
)
_CHIEF_REPORTS: Final = pattern(
    r"\b(?:my|his|her|their|whose) (?:own )?(?:boss|supervisor|chief|manager)\b[^.;,]{0,16}?"
    r"\breports? (?:directly )?to\b",
    re.IGNORECASE,
)
_GRADED: Final = pattern(
    r"\b(?:chief|boss|supervisor|manager|who)\b[^.;]{0,12}?\b(?:gs[\s-]*|an?\s+)(1[0-5]|[5-9])\b",
    re.IGNORECASE,
)
_BELOW: Final = pattern(
    r"\b(?P<n>one|two|three|four|1|2|3|4|a single|single|several)\s+(?:\w+\s+)?(?:reporting\s+)?"
    r"(?:levels?|steps?|layers?|rungs?|tiers?)\s+(?:below|under|beneath|down from|away from)\s+"
    r"(?:an?\s+|the\s+)?(?:first\s+|nearest\s+|lowest\s+)?"
    r"(?:SES|senior executive|executive|flag|general)",
    re.IGNORECASE,
)
_GS15_WORK: Final = pattern(
    r"\bsubstantial\s+(?:GS[\s-]*)?15\b|\bthrough\s+(?:GS[\s-]*)?15\b|"
    r"\bGS[\s-]*15\s+(?:subordinates|subordinate|workload|supervisors|employees|work\b)",
    re.IGNORECASE,
)
_NUMBER: Final = rf"\d{{1,3}}|{alternation(CARDINALS)}"
_SHARE: Final = (
    r"(?P<{}>\d{{1,3}}(?:\.\d+)?(?=\s?(?:%|percent\b|pct\b))|\b(?:"
    + alternation(SHARES)
    + r")\b)(?:\s?(?:%|percent\b|pct\b))?"
)
_PIECES: Final = pattern(
    rf"{_SHARE.format('p')}[^,;.%\d]{{0,40}}?\b(?:gs[\s-]*)(?P<a>1[0-5]|[1-9])\b"
    rf"|\b(?:gs[\s-]*)(?P<b>1[0-5]|[1-9])s?\b[^,;.%\d]{{0,30}}?{_SHARE.format('q')}"
    rf"|\b(?P<n>{_NUMBER}|an?)\s+(?:of (?:them|those|these) )?(?:(?:are|is|were) )?"
    r"(?:full[- ]time\s+|other\s+)?gs[\s-]*(?P<c>1[0-5]|[1-9])s?\b"
    r"|\b(?:the\s+)?(?P<rest>rest|remainder|others?|remaining)\b[^,;.%\d]{0,30}?"
    r"\b(?:gs[\s-]*)?(?P<d>1[0-5]|[1-9])\b",
    re.IGNORECASE,
)
_SUPPORT: Final = pattern(
    r"(?<!\bno )\b(?:support\w*|clerks?|secretar\w+|clerical)\b", re.IGNORECASE
)
_LEADS: Final = pattern(r"\b(?:leaders?|team leads?|work leads?|supervisors?)\b", re.IGNORECASE)
_LADDER: Final = pattern(
    r"\b(?:ladder|target(?:ed)?|full[- ]performance|developmental|career|going|headed|promot\w+)\b"
    r"[^,;.\d]{0,24}?(?:gs[\s-]*)?(?P<g>1[0-5]|[5-9])\b",
    re.IGNORECASE,
)
_IN_SHARES: Final = pattern(r"%|\bpercent\b|\bpct\b", re.IGNORECASE)
_ALL: Final = Fraction(100)
_ROUNDED: Final = Fraction(1)
"""How far the shares told may be from the whole: thirds are told as 33 percent."""
_SENTENCE: Final = pattern(r"[.;?!](?=\s|$)")
_YEAR: Final = 2_080
"""Hours of a year's full-time work, in which positions are counted as work."""
_OF_LIST: Final = pattern(
    rf"\b(?P<n>all|{_NUMBER})\s+(?:\w+\s+)?(?:of|out of)\s+(?:the\s+|those\s+)?"
    r"(?:further\s+|other\s+)?(?P<list>first four|four|ten|10|fifteen|15)\b"
    r"|\ball (?P<all>ten|10|fifteen|15)\b",
    re.IGNORECASE,
)
_OTHERS: Final = pattern(
    rf"\b(?P<n>{_NUMBER})\s+(?:others?|more|of the (?:rest|others))\b", re.IGNORECASE
)
_LISTED: Final = pattern(
    r"\b(?:authorit\w+|items?|numbers?|nos?\.?)\s*:?\s*"
    r"(?P<list>\d{1,2}(?:\s*(?:,|and|&|/)+\s*\d{1,2})+)"
    r"(?:\s+(?:of|in|from)\s+(?:the\s+)?(?:list\s+(?:of\s+|in\s+)?)?(?P<of>3-[23][bc])?)?",
    re.IGNORECASE,
)


def base_grade(text: str) -> int | None:
    """Return the base grade told: "base is 9", "a GS-12 base", "over GS-9 work"."""
    return _first(_BASE, text)


def chart_grade(text: str) -> int | None:
    """Return the grade told that the points or the chart give."""
    return _first(_CHART, text)


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> int | None:
    found = next((m for one in patterns if (m := one.search(text))), None)
    return None if found is None else int(found["g"])


@cache
def _spoken(kind: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Return the numbers of one list of the guide with what is said for each."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        (one["number"], pattern(rf"\b(?:{'|'.join(one['words'])})", re.IGNORECASE))
        for one in data[kind]
    )


def situations(text: str) -> tuple[int, ...]:
    """Return the numbers of the special situations of Factor 6 told."""
    found = [number for number, told in _spoken("situations") if told.search(text)]
    return tuple(n for n in found if n != 2 or not _THIN_SHIFT.search(text))


def thin_shift(text: str) -> bool:
    """Tell whether a shift is told that is not fully staffed."""
    return bool(_THIN_SHIFT.search(text))


def situations_counted(text: str) -> int | None:
    """Return how many special situations are said to be met, where only their number is told."""
    found = _COUNTED.search(text)
    if found is None:
        return None
    said = found["n"].lower()
    return 0 if said == "no" else 1 if said == "a single" else whole(said)


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain above, nearest first.

    ``reaches`` tells whether an executive is named in it, ``assumed`` whether the grade of the
    chief is not told, only to whom the chief reports.
    """

    posts: tuple[Post, ...]
    reaches: bool
    assumed: bool = False


def chain(text: str) -> Chain | None:
    """Return the chain of positions above that a message tells, or None when it tells none."""
    from core.supervisory.parts import Post

    below = _BELOW.search(text)
    if below is not None:
        steps = 1 if below["n"].lower() in {"a single", "single"} else whole(below["n"]) or 2
        return Chain((*(Post(15) for _ in range(steps)), Post("SES")), reaches=True)
    begins = _CHAIN_BEGINS.search(text)
    if begins is None:
        return None
    if _GS15_WORK.search(text):
        return Chain((Post(15, directs_gs15=True),), reaches=True)
    told: list[tuple[int | str | None, str]] = []
    end, start, assumed = None, begins.start(), False
    above = _CHIEF_REPORTS.search(text)
    if above is not None and _POST.search(text[above.start() : above.end()]) is None:
        # "My chief reports to an SES": the chief stands between, with a grade told later or none.
        later = _GRADED.search(text, above.end())
        assumed, start = later is None, above.end()
        told.append((15 if later is None else int(later[1]), "chief"))
    for one in _POST.finditer(text, start):
        rank, role = _rank(one)
        between = "?" if end is None else text[end : one.start()]
        last = told[-1] if told else None
        if last is not None and _SAME_POST.match(between) and (last[0] is None or rank is None):
            joined = last[1] if last[1] != "chief" else role
            told[-1] = (last[0] if last[0] is not None else rank, joined)
        else:
            told.append((rank, role))
        end = one.end()
    if not told:
        return None
    posts: list[Post] = []
    for place, (rank, role) in enumerate(told):
        # A deputy's own rank does not matter: the chief behind is who is reported to.
        known = rank if rank is not None else next((r for r, _ in told[place:] if r), None)
        if known is None:
            return None
        posts.append(Post(known, role=role))  # type: ignore[arg-type]
    first = next((n for n, post in enumerate(posts) if isinstance(post.grade, str)), None)
    kept = posts if first is None else posts[: first + 1]
    return Chain(tuple(kept), reaches=first is not None, assumed=assumed)


def _rank(found: re.Match[str]) -> tuple[int | str | None, str]:
    if found["ses"]:
        return "SES", "chief"
    if found["flag"]:
        return "general officer", "chief"
    if found["deputy"]:
        return None, "deputy"
    if found["assistant"]:
        return None, "partial-assistant"
    return int(found["g"] or found["bare"]), "chief"


def graded_shares(text: str) -> tuple[tuple[int, Fraction], ...]:
    """Return the grades of work that a message tells with their percents, which make the whole.

    "50 GS-7, 30 GS-8, 20 GS-9 percent" is read as shares; nothing is returned where they do not
    come to 100, or fewer than two are told.
    """
    in_shares = _IN_SHARES.search(text) is not None
    parts = [
        (grade, amount)
        for grade, amount, one, _ in _pieces(text)
        # "Is it a GS-12?" behind shares counts nobody.
        if not (in_shares and (one["n"] or "").lower() in {"a", "an"})
    ]
    whole_ = sum((amount for _, amount in parts), Fraction(0))
    if len(parts) < 2 or abs(whole_ - _ALL) > _ROUNDED:
        return ()
    counted = any(one["n"] for one in _PIECES.finditer(text))
    return () if counted and not in_shares else tuple(parts)


def _pieces(text: str) -> list[tuple[int, Fraction, re.Match[str], str]]:
    """Return the parts of work told: grade, amount as told, its place and what is said of it."""
    found = list(_PIECES.finditer(text))
    parts: list[tuple[int, Fraction, re.Match[str], str]] = []
    told = Fraction(0)
    for place, one in enumerate(found):
        ends = found[place + 1].start() if place + 1 < len(found) else len(text)
        grade = int(one["a"] or one["b"] or one["c"] or one["d"])
        if one["n"]:
            amount = Fraction(1 if one["n"].lower() in {"a", "an"} else whole(one["n"]) or 0)
        elif one["rest"]:
            amount = _ALL - told
        else:
            share = (one["p"] or one["q"]).lower()
            amount = Fraction(SHARES.get(share, share)).limit_denominator(1000)
        told += amount
        if amount > 0:
            # What is said of a part ends with its sentence.
            end = _SENTENCE.search(text, one.end(), ends)
            parts.append((grade, amount, one, text[one.start() : end.start() if end else ends]))
    return parts


def workload(text: str, *, least: int = 2) -> tuple[Work, ...]:
    """Return the parts of the work supervised that a message tells, by share or by positions.

    Positions count as a year's full-time work each. Nothing is returned where shares and positions
    are mixed, or where fewer parts than the least are told.
    """
    from core.supervisory.parts import Work

    parts = _pieces(text)
    if (
        len(parts) < least
        or len({bool(one["n"]) for _, _, one, _ in parts if not one["rest"]}) != 1
    ):
        return ()
    rows = []
    for grade, amount, one, said in parts:
        ladder = _LADDER.search(said, one.end() - one.start())
        full = int(ladder["g"]) if ladder is not None and int(ladder["g"]) > grade else None
        left_out = "support" if _SUPPORT.search(said) else "leader" if _LEADS.search(said) else ""
        hours = amount * _YEAR if one["n"] else amount
        rows.append(Work(grade, full_performance_grade=full, hours=hours, excluded=left_out))
    if all(row.excluded == "support" for row in rows):
        # Where nobody but clerks is supervised, their work is the basic work.
        rows = [replace(row, excluded="") for row in rows]
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Held:
    """The authorities of Factor 3 told; a list is None where nothing is told of it.

    ``ten`` and ``fifteen`` are the numbers held of the lists of Levels 3-2c and 3-3b; where only a
    number of authorities is told, ``counted`` says how many of the ten, of which it is not known.
    """

    ten: tuple[int, ...] | None = None
    fifteen: tuple[int, ...] | None = None
    counted: int | None = None


def authorities(text: str) -> Held:
    """Return the authorities told, by number, by count or by what is done."""
    ten: tuple[int, ...] | None = None
    fifteen: tuple[int, ...] | None = None
    counted: int | None = None
    for one in _LISTED.finditer(text):
        numbers = tuple(sorted({int(n) for n in re.findall(r"\d+", one["list"])}))
        if (one["of"] or "").lower() == "3-3b":
            fifteen = numbers
        else:
            ten = numbers
    for one in _OF_LIST.finditer(text):
        of = (one["list"] or one["all"]).lower()
        most = {"first four": 4, "four": 4, "ten": 10, "10": 10}.get(of, 15)
        held = most if one["all"] or one["n"].lower() == "all" else min(whole(one["n"]) or 0, most)
        if most == 15:
            fifteen = tuple(range(1, held + 1))
        elif most == 4:
            more = _OTHERS.search(text, one.end())
            others = whole(more["n"]) or 0 if more is not None else 0
            ten = (*range(1, held + 1), *range(5, 5 + min(others, 6)))
        elif held == most:
            ten = tuple(range(1, 11))
        elif ten is None:
            counted = held
    return Held(ten, fifteen, counted)


def authorities_done(text: str) -> tuple[int, ...]:
    """Return the numbers of the ten authorities of Level 3-2c that a message says are used."""
    return tuple(number for number, told in _spoken("authorities") if told.search(text))
