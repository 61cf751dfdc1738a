"""Names kept from a model: each stands as another word, and only this machine knows which.

What looks like a name of a person, an office or a place is masked, and so are addresses and
numbers that reach a person. A word too many masked costs little: whatever is shown to the reader
is copied from the case itself and never from what the model read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_REACH = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|\b\d{3}-\d{2}-\d{4}\b"
)
_UPPER = "A-Z\u00c0-\u00de"
_CAPITAL = rf"[{_UPPER}][\w'\u2019]*(?:-[{_UPPER}][\w'\u2019]*)*"
_PART = rf"(?:[{_UPPER}]\.|{_CAPITAL})"
_TITLES = "Mr|Mrs|Ms|Dr|Prof|Col|Capt|Lt|Sgt|Maj|Gen"
_RUN = re.compile(
    rf"(?:\b(?:{_TITLES})\.? )?{_PART}(?:(?: (?:of|the|for|and|de|la|van|von))* {_PART})*"
)
_SENTENCE = re.compile(r"(?:^|[.!?:]['\"\u2019\u201d)]?\s+|['\"\u2018\u201c(]|\n\s*)$")
_SMALL = frozenset({"of", "the", "for", "and", "de", "la", "van", "von"})
_HONORIFIC = frozenset(_TITLES.lower().split("|"))
_CALENDAR = (
    "january|february|march|april|may|june|july|august|september|october|november|december|monday|"
    "tuesday|wednesday|thursday|friday|saturday|sunday"
)
_FIELD = "level|factor|i|gs|opm|pd|pds|sf|fes|gssg|federal|government|congress|english"
_KNOWN = frozenset(f"{_CALENDAR}|{_FIELD}".split("|"))


class Mask:
    """Stand-ins for the names of a case.

    Args:
        texts: Every text that a model will read of the case and of the person.
        ordinary: Tells whether a word, in lower case, is one of the field's or of the language.
        names: Names known to be such, such as the organization.
    """

    def __init__(
        self, texts: Iterable[str], ordinary: Callable[[str], bool], names: Iterable[str] = ()
    ) -> None:
        found: dict[str, None] = {}
        for name in names:
            for part in (name, *name.split(",")):
                if len(part.strip()) > 2:
                    found[part.strip()] = None
        for text in texts:
            for match in _REACH.finditer(text):
                found[match.group()] = None
            for name in _names(text, ordinary):
                found[name] = None
        # A surname alone is the same name as the whole, as far as a reader can be told.
        parts = {w for n in found for w in re.findall(_CAPITAL, n) if not _ordinary(w, ordinary)}
        every = sorted(
            {*found, *(parts - {t.title() for t in _HONORIFIC})},
            key=lambda name: (-len(name), name),
        )
        self.names = {name: f"Name {_letters(n)}" for n, name in enumerate(every)}
        self._hidden = _pattern(self.names)
        self._shown = {stand: name for name, stand in self.names.items()}

    def hide(self, text: str) -> str:
        """Return a text with every name as its stand-in."""
        return self._hidden.sub(lambda m: self.names[m.group()], text) if self._hidden else text

    def show(self, text: str) -> str:
        """Return a text with every stand-in as its name."""
        return re.sub(r"\bName [A-Z]+\b", lambda m: self._shown.get(m.group(), m.group()), text)


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    found = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)") if found else None


def _letters(number: int) -> str:
    """Return A, B ... Z, AA, AB ...: no figure, which the model might take for one of the case."""
    text = chr(ord("A") + number % 26)
    return _letters(number // 26 - 1) + text if number >= 26 else text


def _ordinary(word: str, ordinary: Callable[[str], bool]) -> bool:
    lower = word.lower().rstrip(".'\u2019")
    lower = re.sub(r"['\u2019]s$", "", lower)
    return len(lower) < 2 or lower in _KNOWN or ordinary(lower)


def _names(text: str, ordinary: Callable[[str], bool]) -> Iterable[str]:
    for match in _RUN.finditer(text):
        words = match.group().split()
        begins = bool(_SENTENCE.search(text[: match.start()]))
        if begins and len(words) > 1 and _ordinary(words[0], ordinary):
            # "The Delegation", "Since Maria": the first word is a capital by its place only.
            words = words[1:]
        while words and words[0].lower() in _SMALL:
            words = words[1:]
        strange = [w for w in words if not _ordinary(w, ordinary) and w.lower() not in _SMALL]
        titled = words and words[0].rstrip(".").lower() in _HONORIFIC
        several = len([w for w in words if w.lower() not in _SMALL]) > 1
        if titled or strange or (several and not _field(words)):
            name = " ".join(words).rstrip(".")
            yield re.sub(r"['\u2019]s$", "", name)


def _field(words: list[str]) -> bool:
    """Tell "Level 2-5", "Federal Register" from a name made of ordinary words, "Grace Park"."""
    return all(w.lower().rstrip(".") in _KNOWN or w.lower() in _SMALL for w in words)
