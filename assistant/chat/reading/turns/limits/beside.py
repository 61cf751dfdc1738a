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

Word = Literal[
    "effective",
    "lowered",
    "letter",
    "came",
    "learned",
    "signed",
    "filed",
    "began",
    "away",
    "aside",
    "limit",
    "",
]

_WORDS = pattern(
    r"\b(?:(?P<got>(?:got|received?|given|gave|handed|opened|picked up|signed for|mailed|"
    r"e-?mailed|sent|showed|saw)(?: (?:me|us|him|her|to))*"
    r"(?: (?:the|my|an?|his|her|that|new))* sf-?\s?50(?: (?:on|dated|of))?)"
    r"|(?P<effective>effective|eff|t(?:ak(?:es?|ing)|ook) effect|in(?:to)? effect|"
    r"go(?:es|ing)? (?:through|live)|becom(?:es?|ing) final|(?:is|was|made) final|"
    r"went through|kick(?:s|ed|ing)? in|"
    r"sf-?\s?50 (?:says?|said|states?|shows?|has|reads?|is|was)?(?: dated| of| from| on)?)"
    r"|(?P<learned>f(?:ou|i)nd out|learn(?:ed|t)|reali[sz]ed|became aware|discovered|knew|"
    r"heard|read (?:of|about))"
    r"|(?P<signed>signed|signature|approved|processed|put through)"
    r"|(?P<filed>file[ds]?|filing|(?:put|handed|turned|got|sent) (?:\w+ ){1,3}in\b|"
    r"(?:i|we) (?:have |had |then |only )?(?:wrote|written|e-?mailed|"
    r"mailed|sent|faxed)|sent (?:in|off|my|it|the (?:appeal|application))|submit\w*|"
    r"appealed|applied|griev\w+)"
    r"|(?P<began>promoted|hired|since|started|been|upgraded|raised|joined)"
    r"|(?P<away>on leave|vacation|away|deployed|deployment|hospital\w*|sick|surgery|overseas|tdy)"
    r"|(?P<lowered>(?:lower|downgrad|demot|reduc|reclassif|regrad|dropp)(?:e[ds]|s|ied)?|cut|"
    r"(?:bec(?:ame|omes?|oming)|to|into) (?:an? )?(?:gs|w[gls])[ -]?\d+|"
    r"(?:mov|put|knock|bump|bust)\w* (?:me |us |him |her |them |back )*down|"
    r"went (?:down|from)|goes (?:down|from)|riff?(?:'?ed)?)"
    r"|(?P<aside>talk(?:ed|s)?|spoke|call(?:ed)?|phoned|met|meeting|birthday|anniversary|"
    r"retir\w+|married|turn(?:ed)? \d+)"
    r"|(?P<came>(?:have|had|got) (?:it|them|that|the \w+) since|received?|got|gotten|came|"
    r"arrived|reached|handed|opened|in my hands)"
    r"|(?P<letter>letters?|notices?|notified|told|wrote|informed|mailed|mail|e-?mail(?:ed)?|dated|announced|"
    r"proposed))\b"
)
_SENTENCE = pattern(r"[.?!;](?:\s|$)")
_BETWEEN = pattern(r"[,(]|\b(?:and|but|so|although|though|while|then)\b")
_NOT = pattern(r"\b(?:not|instead of|rather than)\s*(?:on |the |from )*$")
_LIMIT = r"(?:last day|deadline|time limit|limit|cut-?off(?: date)?|due(?: date)?|too late)"
_LIMIT_BEFORE = pattern(
    rf"\b(?:{_LIMIT}(?: (?:is|was|would be|being|of))?|(?:have|had|got|time|days?|open) "
    r"(?:until|till|through|up to))\s*:?\s*(?:on )?(?:the )?$"
)
_LIMIT_AFTER = pattern(rf"^\W*(?:is|was|would be|as|being|'s)(?: (?:the|my|our))? {_LIMIT}\b")
_THEIRS = pattern(
    r"\b(?:co-?worker|colleague|neighbou?r|friend|brother|sister|wife|husband|cousin|buddy|"
    r"teammate)(?:'s)?\b"
)
_MINE = pattern(r"\b(?:i|me|mine|we|us|ours|my (?:own|job|position|grade))\b")
_JOINED = pattern(r"[\s,/&]*(?:and|or|then)?[\s,]*(?:on )?")
_LETTERS = frozenset({"letter", "letters", "notice", "notices", "mail", "email", "e-mail"})
_OF_A_LOWERING = ("effective", "lowered", "", "letter", "came")
"""Whose day a lowering's is, the surest first; a notice comes before what it announces."""
_CALLED = ("effective", "lowered")
"""The words that call a day the lowering's own."""
OF_A_LETTER = frozenset({"letter", "came"})
"""The words of a day on which something was written or came."""
_OF_A_LIMIT = ("", "filed", "began", "learned", "limit")

_WORD = pattern(r"[a-z0-9']+")
_BESIDE_A_DAY = frozenset(
    [
        *("no", "wait", "sorry", "oops", "actually", "correction", "my", "mistake", "rather"),
        *("i", "mean", "meant", "it", "that", "the", "was", "is", "on", "of", "not", "but"),
        *("and", "or", "what", "about", "how", "if", "then", "so", "say", "in", "fact", "instead"),
        *("it's", "think", "wrong", "date", "day", "right", "well", "oh", "make", "that's"),
    ]
)
"""Words that say nothing of a day."""


class Beside(NamedTuple):
    """A day that a text names, the word that stands beside it, and whether it is denied.

    "November 20, not October 1" says of the second that it is not the day; ``theirs`` is whether
    it is told of somebody else: "my coworker was downgraded on October 4".
    """

    day: date
    word: Word
    denied: bool = False
    theirs: bool = False


def days_beside(text: str, today: date) -> list[Beside]:
    """Return the days a text names, in order, each with the word nearest before it, else after."""
    text = text.replace("\u2019", "'").lower()
    named = named_days(text, today) or _loosely(text, today)
    found, ends, last = list[Beside](), 0, 0
    for place, (start, end, day) in enumerate(named):
        before = _SENTENCE.split(text[ends:start])[-1]
        sentence = _SENTENCE.split(text[:start])[-1]
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
        if word not in _CALLED and (
            _LIMIT_BEFORE.search(before) or _LIMIT_AFTER.match(text[end:until])
        ):
            word = "limit"
        theirs = bool(_THEIRS.search(sentence)) and not _MINE.search(sentence)
        found.append(Beside(day, word, bool(_NOT.search(before)), theirs))
    return found


def _loosely(text: str, today: date) -> list[tuple[int, int, date]]:
    span, day = loose_span(text), loosely(text, today)
    return [] if span is None or day is None else [(*span, day)]


def _before(said: str) -> Word:
    """Return the last word before a day that says what it is the day of, the clause at it first."""
    for clause in reversed(_BETWEEN.split(said)):
        matches = list(_WORDS.finditer(clause))
        if matches:
            last = _of(matches[-1])
            # "I got the letter on the 10th" tells when it came.
            came = last == "letter" and matches[-1].group() in _LETTERS
            return "came" if came and any(_of(one) == "came" for one in matches) else last
    return ""


def _first(clause: str) -> Word:
    match = _WORDS.search(clause)
    return "" if match is None else _of(match)


def _of(match: re.Match[str]) -> Word:
    return cast(Word, "came" if match.lastgroup == "got" else match.lastgroup)


def of_lowering(days: Iterable[Beside], *, known: bool = False) -> Beside | None:
    """Return the day on which a grade was lowered; None where none of the days can be it.

    Args:
        days: The days that a text names.
        known: Whether that day was told before; then only one that is called so takes its place.
    """
    words = _CALLED if known else _OF_A_LOWERING
    can = [one for one in days if one.word in words and not one.denied]
    own = [one for one in can if not one.theirs]
    return min(own or can, key=lambda one: words.index(one.word), default=None)


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
    return next(
        (one for word in ("came", "letter") for one in can if one.word == word),
        can[-1] if can else None,
    )


def bare(text: str) -> bool:
    """Tell whether a text, without the days it names, says nothing of them."""
    return set(_WORD.findall(text)) <= _BESIDE_A_DAY
