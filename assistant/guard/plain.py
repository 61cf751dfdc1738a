"""A drafter's words reduced to plain prose: what is shown is exactly what was checked.

Markup that a terminal, a browser or a Markdown viewer would act on is taken away, and
characters that look like others are put in their plain form, so that no figure can be hidden
from the checks and still be read.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

from assistant.text import safe_text

_ROUNDS = 6
_HYPHENS = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2212, 0xFE58, 0xFE63, 0xFF0D, 0x23AF), "-") | {
    0x2044: "/",
    0x2215: "/",
}
_SUPERSCRIPT = re.compile("[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]+")
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z!?][^<>]*>", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\s?\([^()]*(?:\([^()]*\)[^()]*)*\)")
_REFERENCE = re.compile(r"!?\[([^\[\]]*)\]\s?\[[^\[\]]*\]")
_ADDRESS = re.compile(
    r"\b(?:https?|ftp|file|data|javascript|vbscript|mailto)\s?:\s?[/\w][^\s]*|\bwww\.[^\s]+",
    re.IGNORECASE,
)
_CITATION = re.compile(
    r"\[\s*\^?\s*\d[\d\s,;^-]*\]"
    r"|[\u3010\u3014][^\u3011\u3015]{0,40}[\u3011\u3015]"
    r"|(?<![\w)])\(\s*\d{1,2}\s*\)"
)
_LINE_MARK = re.compile(r"^\s*(?:>+\s*|#{1,6}\s+|[-+\u2022]\s+|\d{1,2}[.)]\s+)+", re.MULTILINE)
_RULE = re.compile(r"^\s*(?:[-=*_]\s*){3,}$", re.MULTILINE)
_ACTING = str.maketrans({"*": "", "`": "", "~": "", "\\": "", "|": " ", "[": "(", "]": ")"})
_EDGE_UNDERSCORES = re.compile(r"(?<!\w)_+|_+(?!\w)")


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain prose on one line, and the web addresses that were taken out of it."""

    text: str
    addresses: tuple[str, ...] = ()


def plain(text: str) -> Plain:
    """Return a drafter's words as plain prose on one line.

    Taken away: control sequences, invisible and reordering characters, pictures and emoji,
    HTML, Markdown, web addresses, and anything in the form of a citation number (those are
    given by the program). Digits and letters of special styles become ordinary ones.
    """
    text = _settled(text)
    text = _TAG.sub(" ", text)
    while (fewer := _TAG.sub(" ", text)) != text:
        text = fewer
    text = text.replace("<", " ").replace(">", " ")
    while (fewer := _REFERENCE.sub(r"\1", _LINK.sub(r"\1", text))) != text:
        text = fewer
    addresses = tuple(match.group() for match in _ADDRESS.finditer(text))
    text = _ADDRESS.sub("", text)
    text = _LINE_MARK.sub("", _RULE.sub("", text))
    text = _EDGE_UNDERSCORES.sub("", text.translate(_ACTING_BUT_BRACKETS))
    text = _CITATION.sub("", text).translate(_ACTING)
    return Plain(tidy(text), addresses)


_ACTING_BUT_BRACKETS = {key: value for key, value in _ACTING.items() if chr(key) not in "[]"}


def tidy(text: str) -> str:
    """Return text on one line with single spaces, and none before a comma or a stop."""
    return re.sub(r"\s+([.,;:!?])", r"\1", " ".join(text.split()))


def _settled(text: str) -> str:
    """Undo encodings until nothing changes: each may hide another."""
    for _ in range(_ROUNDS):
        before = text
        text = safe_text(html.unescape(safe_text(text)))
        text = _SUPERSCRIPT.sub("", text)
        text = unicodedata.normalize("NFKC", text).translate(_HYPHENS)
        text = "".join(_ordinary(character) for character in text)
        if text == before:
            return text
    # Text that is still unfolding after this many rounds was made to get past checks.
    return ""


def _ordinary(character: str) -> str:
    if character.isascii():
        return character
    category = unicodedata.category(character)
    if category in {"Nd", "No", "Nl"}:
        number = unicodedata.numeric(character, -1.0)
        return str(int(number)) if number >= 0 and number == int(number) else ""
    if category in {"Mn", "Me", "So", "Sk", "Sm"}:
        return ""
    return " " if category in {"Zs", "Zl", "Zp"} else character
