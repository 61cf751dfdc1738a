"""Cutting text into the words that lexical search compares.

What a reader would look up as one thing stays one word: a level (``2-4``), a classification
(``GS-0080``, ``GS-080-11``), a decision number (``C-0080-11-02``), a section (``511.703``).
Series are also known with and without their leading zeros.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable, Iterator

VERSION = "1"
"""Changes when :func:`words` cuts text otherwise, since kept indexes are then stale."""

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u23af\ufe58\ufe63\uff0d\u00ad"
FOLD_DASHES = str.maketrans(dict.fromkeys(DASHES, "-"))
_LETTERS = ("ff", "fi", "fl", "ffi", "ffl", "st", "st")
LIGATURES = {chr(code): letters for code, letters in enumerate(_LETTERS, 0xFB00)}
_FOLD = FOLD_DASHES | str.maketrans({"\u2019": "'", "\u2018": "'"})

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
DECISION = re.compile(r"\b[a-z]-\d{2,4}-\d{2}-\d{1,2}\b", re.IGNORECASE)
"""A decision's number as people write it, short forms among them."""

_STOP = """
a about an and any are as at be been being but by can could did do does for from had has have he
her him his how i if in into is it its just me my of on or our she should so some such than that
the their them then there these they this those to was we were what when where which who whom why
will with would you your
"""
STOP = frozenset(_STOP.split())
"""Words too common to tell passages apart. ``not``, ``no`` and ``only`` are kept."""

_WORD = re.compile(
    r"""
    (?P<decision> [a-z] - \d{4} - \d{2} - \d{2} (?!\d) )
    | (?P<plan> (?: gs | gm | gl | gg | wg | wl | ws | fws ) ) \s? - \s?
      (?P<code> \d{1,4} ) (?: - (?P<grade> \d{1,2} ) )? (?![\d-])
    | (?P<level> (?<![\d-]) [1-9] [a-d]? - \d{1,2} (?![\d-]) )
    | factor \s+ (?P<factor> [1-9] [a-d]? ) (?![\w-])
    | (?P<section> \d+ (?: \.\d+ )+ )
    | (?P<number> \d{1,3} (?: ,\d{3} )+ | \d+ )
    | (?P<word> [^\W\d_]+ (?: '[^\W\d_]+ )? )
    """,
    re.VERBOSE,
)

_local = threading.local()


def fold(text: str) -> str:
    """Return text in lower case with one kind of dash and apostrophe and plain ligatures."""
    return unicodedata.normalize("NFKC", text.translate(_FOLD)).casefold()


def words(text: str) -> list[str]:
    """Return the words of a text as lexical search compares them, in order."""
    return list(_words(fold(text)))


def stem(word: str) -> str:
    """Return what a folded word is compared by: ``supervisory`` and ``supervisor`` are one."""
    return _stemmer()(word)


def _words(text: str) -> Iterator[str]:
    stemmed = _stemmer()
    for match in _WORD.finditer(text):
        kind = match.lastgroup
        found = match.group()
        if kind == "word":
            if found not in STOP:
                yield stemmed(found.removesuffix("'s"))
        elif kind == "number":
            yield from _number(found.replace(",", ""))
        elif kind in ("code", "grade"):
            yield from _classification(match)
        elif kind == "factor":
            yield "factor"
            yield f"factor-{match['factor']}"
        else:
            yield found


def _number(digits: str) -> Iterator[str]:
    yield digits
    # A series is written 343 or 0343.
    if len(digits) == 3:
        yield f"0{digits}"
    elif len(digits) == 4 and digits.startswith("0"):
        yield digits.lstrip("0") or "0"


def _classification(match: re.Match[str]) -> Iterator[str]:
    plan, code, grade = match["plan"], match["code"], match["grade"]
    if len(code) <= 2 and grade is None:
        yield plan
        yield f"{plan}-{int(code)}"
        return
    series = code.zfill(4)
    yield f"{plan}-{series}"
    yield series
    yield str(int(series))
    if grade is not None:
        yield f"{plan}-{series}-{int(grade):02d}"
        yield f"{plan}-{int(grade)}"


def _stemmer() -> Callable[[str], str]:
    # A stemmer keeps state, so each thread has its own.
    found: Callable[[str], str] | None = getattr(_local, "stem", None)
    if found is None:
        import Stemmer

        found = _local.stem = Stemmer.Stemmer("english").stemWord
    return found
