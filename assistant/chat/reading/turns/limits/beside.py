"""What a day is the day of, by the word beside it: effective, a letter's, learned of, signed.

"I got the letter on November 10 and it takes effect December 14" names two days, and a time limit
runs from one of them only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from assistant.chat.reading.dates import loose_span, loosely, named_days
from index.language.late import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from datetime import date

Word = Literal["effective", "lowered", "letter", "learned", "signed", "filed", "began", "away", ""]

_WORDS = pattern(
    r"\b(?:(?P<effective>effective|eff|t(?:ak(?:es?|ing)|ook) effect|in(?:to)? effect|"
    r"go(?:es|ing)? (?:through|live)|went through|kick(?:s|ed|ing)? in|"
    r"sf-?\s?50 (?:says?|said|states?|shows?|has|reads?|is|was)?(?: dated| of| from| on)?)"
    r"|(?P<learned>f(?:ou|i)nd out|learn(?:ed|t)|reali[sz]ed|became aware|discovered|knew|"
    r"heard|read (?:of|about))"
    r"|(?P<signed>signed|signature|approved|processed|put through)"
    r"|(?P<filed>file[ds]?|filing|sent (?:in|off|my|it|the (?:appeal|application))|submit\w*|"
    r"appealed|applied|griev\w+)"
    r"|(?P<began>promoted|hired|since|started|been|upgraded|raised|joined)"
    r"|(?P<away>on leave|vacation|away|deployed|deployment|hospital\w*|sick|surgery|overseas|tdy)"
    r"|(?P<lowered>(?:lower|downgrad|demot|reduc|reclassif|regrad|dropp)(?:e[ds]|s|ied)?|cut|"
    r"(?:bec(?:ame|omes?|oming)|to|into) (?:an? )?(?:gs|w[gls])-?\d+|"
    r"(?:mov|put|knock|bump|bust)\w* (?:me |us |him |her |them |back )*down|"
    r"went (?:down|from)|goes (?:down|from)|riff?(?:'?ed)?)"
    r"|(?P<letter>letters?|notices?|notified|received?|got|gotten|came|told|mailed|mail|"
    r"e-?mail(?:ed)?|arrived|reached|handed|dated|announced|proposed))\b"
)
_SENTENCE = pattern(r"[.?!;](?:\s|$)")
_BETWEEN = pattern(r",|\b(?:and|but|so|although|though|while|then)\b")
_NOT = pattern(r"\b(?:not|instead of|rather than)\s*(?:on |the |from )*$")
_JOINED = pattern(r"[\s,/&]*(?:and|or|then)?[\s,]*(?:on )?")
_OF_A_LOWERING = ("effective", "lowered", "", "letter")
"""Whose day a lowering's is, the surest first; a notice comes before what it announces."""
_OF_A_LIMIT = ("", "filed", "began", "learned")


class Beside(NamedTuple):
    """A day that a text names, the word that stands beside it, and whether it is denied.

    "November 20, not October 1" says of the second that it is not the day.
    """

    day: date
    word: Word
    denied: bool = False


def days_beside(text: str, today: date) -> list[Beside]:
    """Return the days a text names, in order, each with the word nearest before it, else after."""
    text = text.replace("\u2019", "'").lower()
    named = named_days(text, today) or _loosely(text, today)
    found, ends, last = list[Beside](), 0, 0
    for place, (start, end, day) in enumerate(named):
        before = _SENTENCE.split(text[ends:start])[-1]
        until = named[place + 1][0] if place + 1 < len(named) else len(text)
        word = _before(before)
        if not word and found and _JOINED.fullmatch(text[last:start]):
            word = found[-1].word
        ends = last = end
        if not word:
            # What is said behind this day is not said of the next one.
            clause = _BETWEEN.split(_SENTENCE.split(text[end:until])[0])[0]
            word = _first(clause)
            ends += len(clause)
        found.append(Beside(day, word, bool(_NOT.search(before))))
    return found


def _loosely(text: str, today: date) -> list[tuple[int, int, date]]:
    span, day = loose_span(text), loosely(text, today)
    return [] if span is None or day is None else [(*span, day)]


def _before(said: str) -> Word:
    """Return the last word before a day that says what it is the day of, the clause at it first."""
    for clause in reversed(_BETWEEN.split(said)):
        matches = list(_WORDS.finditer(clause))
        if matches:
            return _of(matches[-1])
    return ""


def _first(clause: str) -> Word:
    match = _WORDS.search(clause)
    return "" if match is None else _of(match)


def _of(match: re.Match[str]) -> Word:
    return cast(Word, match.lastgroup)


def of_lowering(days: Iterable[Beside]) -> Beside | None:
    """Return the day on which a grade was lowered; None where none of the days can be it."""
    can = [one for one in days if one.word in _OF_A_LOWERING and not one.denied]
    return min(can, key=lambda one: _OF_A_LOWERING.index(one.word), default=None)


def limits_in(days: Iterable[Beside], limits: Iterable[date]) -> list[Beside]:
    """Return the days named that are last days counted before, and not told as an event's."""
    known = {(one.month, one.day) for one in limits}
    return [
        one for one in days if one.word in _OF_A_LIMIT and (one.day.month, one.day.day) in known
    ]


def of_receipt(days: Iterable[Beside]) -> Beside | None:
    """Return the day on which a decision was received, else the last day told of it."""
    can = [
        one
        for one in days
        if one.word not in {"filed", "learned", "began", "away"} and not one.denied
    ]
    return next((one for one in can if one.word == "letter"), can[-1] if can else None)
