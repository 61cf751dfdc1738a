"""Names kept from a model: each stands as another word, and only this machine knows which.

What looks like a name of a person, an office or a place is masked, and so are addresses, numbers
that reach a person and names of files. A word too many masked costs little: whatever is shown to
the reader is copied from the case itself and never from what the model read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from index.language.late import pattern

_REACH = pattern(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|\b\d{3}-\d{2}-\d{4}\b"
    r"|\b\d{6,}\b|\b[\w.-]+\.(?:pdf|docx?|txt|rtf|odt|xlsx?|msg|eml|html?|md|toml|jpe?g|png)\b"
)
"""What reaches a person, and names of files, which are often named after one."""
_UPPER = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x530)) if c.isupper())
"""Capitals of the Latin, Greek and Cyrillic scripts."""
_CAPITAL = rf"[{_UPPER}][\w'\u2019]*(?:-(?:[{_UPPER}][\w'\u2019]*|\w+-[{_UPPER}]\w*))*"
_PART = rf"(?:(?:[{_UPPER}]\.)+|(?:al|el)-{_CAPITAL}|{_CAPITAL})"
_PARTICLES = (
    "de|la|las|los|del|della|da|di|do|dos|das|du|des|le|van|von|der|den|ter|ten|zu|ibn|bin|al|el|y"
)
_TITLES = "Mr|Mrs|Ms|Mx|Dr|Prof|Col|Capt|Cpt|Cmdr|Lt|Sgt|Maj|Gen|Adm"
_RUN = pattern(
    rf"(?:\b(?:{_TITLES})\b\.? (?:(?:{_PARTICLES}) )*)*{_PART}"
    rf"(?:(?: (?:of|the|for|{_PARTICLES}))* {_PART}"
    rf"|, (?:[{_UPPER}]\.|[{_UPPER}]+\b)(?: [{_UPPER}]\.)?)*"
)
"""Capitals one after another, "GARCIA, T." among them."""
_SPOKEN_OF = pattern(
    r"\b(?:boss|supervisor|chief|manager|director|lead|named|called|name is|mr|mrs|ms|dr)\.?,? "
    r"([a-z][\w'\u2019-]{2,})"
)
"""Where a name may stand in small letters, as people type."""
_SENTENCE = pattern(r"(?:^|[.!?:]['\"\u2019\u201d)]?\s+|['\"\u2018\u201c(]|\n\s*)$")
_SMALL = frozenset({"of", "the", "for", *_PARTICLES.split("|")})
_HONORIFIC = frozenset(_TITLES.lower().split("|"))
_OFFICES = (
    "office|bureau|department|agency|service|services|branch|division|district|center|centre|"
    "command|staff|board|committee|program|handbook|plan|act|guide|standard|unit|team|county|city|"
    "state|university|company|corps|force|administration|commission|council|authority"
)
_OFFICE = frozenset(_OFFICES.split("|"))
_CALENDAR = (
    "january|february|march|april|may|june|july|august|september|october|november|december|monday|"
    "tuesday|wednesday|thursday|friday|saturday|sunday"
)
_FIELD = (
    "level|factor|i|gs|wg|opm|pd|pds|sf|fes|gssg|federal|government|congress|english|u.s|u.s.c|c.f.r|"
    "d.c|ph.d|cfr"
)
_KNOWN = frozenset(f"{_CALENDAR}|{_FIELD}".split("|"))


class Mask:
    """Stand-ins for the names of a case.

    Args:
        texts: Every text that a model will read of the case and of the person, and others of the
            case that tell what is a name.
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
        parts = {
            word
            for name in found
            for word in re.findall(_CAPITAL, name)
            if not _ordinary(word, ordinary) or word == _surname(name)
        }
        titles = {title.title() for title in _HONORIFIC}
        every = sorted({*found, *(parts - titles)}, key=lambda name: (-len(name), name))
        self.names = {name: f"Name {_letters(n)}" for n, name in enumerate(every)}
        self._shown = {stand: name for name, stand in self.names.items()}
        self._hidden = _pattern(self.names)
        # People type names in small letters; a name that is also a word stays that word there.
        strange = {n.lower(): s for n, s in self.names.items() if not _ordinary(n, ordinary)}
        self._small = {n: s for n, s in strange.items() if n not in self.names}
        self._typed = _pattern(self._small)

    def hide(self, text: str) -> str:
        """Return a text with every name as its stand-in."""
        if self._hidden:
            text = self._hidden.sub(lambda m: self.names[m.group()], text)
        if self._typed:
            text = self._typed.sub(lambda m: self._small[m.group()], text)
        return text

    def show(self, text: str) -> str:
        """Return a text with every stand-in as its name."""
        return re.sub(r"\bName [A-Z]+\b", lambda m: self._shown.get(m.group(), m.group()), text)


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    found = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
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
        plain = len(words[0].rstrip(".")) > 1 and words[0].lower() not in _SMALL
        titled = words[0].rstrip(".").lower() in _HONORIFIC
        if begins and len(words) > 1 and plain and not titled and _ordinary(words[0], ordinary):
            # "The Delegation", "Since Maria": the first word is a capital by its place only.
            words = words[1:]
        while words and words[0] in _SMALL:
            words = words[1:]
        strange = [w for w in words if not _ordinary(w, ordinary) and w.lower() not in _SMALL]
        several = len([w for w in words if w.lower() not in _SMALL]) > 1
        initials = len(words) == 1 and words[0].count(".") > 1 and not _field(words)
        if titled or strange or initials or (several and not _field(words)):
            name = " ".join(words)
            name = name if initials else name.rstrip(".,")
            yield re.sub(r"['\u2019]s$", "", name)
    for match in _SPOKEN_OF.finditer(text):
        if not _ordinary(match.group(1), ordinary):
            yield re.sub(r"['\u2019]s$", "", match.group(1))


def _surname(name: str) -> str:
    """Return the last word of what looks like a person's name; empty for an office or a place."""
    words = re.split(r"[\s,]+", name)
    titled = words[0].rstrip(".").lower() in _HONORIFIC
    office = any(w.lower() in _OFFICE or w in {"of", "the", "for"} for w in words)
    return words[-1] if titled or (not office and 1 < len(words) < 5) else ""


def _field(words: list[str]) -> bool:
    """Tell "Level 2-5", "Federal Register" from a name made of ordinary words, "Grace Park"."""
    return all(w.lower().rstrip(".,") in _KNOWN or w.lower() in _SMALL for w in words)
