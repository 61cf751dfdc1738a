"""Making text safe and readable without changing its words.

Extracted text reaches terminals, exports and a model. Control sequences, invisible and
direction-changing characters are removed; typographic ligatures and exotic spaces become
their plain forms. Dashes and quotation marks stay as printed.
"""

from __future__ import annotations

import re
import unicodedata

from index.language.words import LIGATURES

_BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\u25cf\u25aa\u25a0\u2023\u25e6", "•")

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_RUN = re.compile(r" {2,}")

# The section sign as it looks after its bytes were read in the wrong code page, once or twice.
_DAMAGED_SECTION = ("Ã‚Â§", "Ãƒâ€šÃ‚Â§", "Â§", "ยง", "Г‚В§", "В§", "¬ß", "ï¿½ï¿½")
_SECTION_BEFORE_NUMBER = re.compile(
    r"(?:Â|Ã‚|\ufffd{1,2}|(?<!\w)[õ¤ß\x15](?=\s?\d{3,4}\.\d))\s?(?=\d+\.\d+)"
)
_SECTION_SPELLED = re.compile(r"&(?:amp;)*(?:sect|#167|#xA7);?", re.IGNORECASE)
"""What stands for the sign in the source of a page, and was taken for text."""

_RECOGNIZED = (
    (re.compile(r"(?<=[a-z]{2})1(?=[a-z])"), "l"),
    (re.compile(r"\b0(?=[a-z]{3,}\b)"), "O"),
    (re.compile(r"(?<=\b[Ff]actor )l\b|(?<=\b[Ll]evel )l(?=-\d)|(?<![\w'])l(?=\d{1,3}\b)"), "1"),
)
_ENDS_IN_ONE = re.compile(r"\b[A-Za-z]*[a-z]{2}1\b(?![-.)\d])")
"""A word with a digit at its end: ``Leve1`` by a slip, ``Pier1`` as it is printed."""
_ENDS_IN_L = frozenset(
    {
        *("all", "annual", "approval", "control", "equal", "federal", "final", "formal", "full"),
        *("general", "individual", "informal", "initial", "legal", "level", "local", "manual"),
        *("material", "medical", "national", "normal", "official", "oral", "original"),
        *("personal", "personnel", "physical", "practical", "principal", "professional"),
        *("proposal", "regional", "several", "shall", "skill", "social", "special", "technical"),
        *("total", "typical", "unusual", "usual", "well", "will"),
    }
)
"""Words of standards and decisions that may stand misread at every place of a text."""
_SLIPS = 4
"""With fewer, a letter or digit out of place is taken as it is printed."""


def clean(text: str) -> str:
    r"""Return text without control, invisible and private characters; lines are kept.

    Ligatures are spelled out, special bullets become ``•`` and every kind of space becomes
    one plain space. Line ends become ``\n``.
    """
    text = unicodedata.normalize("NFC", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\x0b", "\n")
    text = text.replace("\x0c", "\n\n").replace("\x85", "\n")
    for damaged, plain in (*LIGATURES.items(), *_BULLETS.items()):
        text = text.replace(damaged, plain)
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    text = _PRIVATE.sub("", text)
    return _RUN.sub(" ", _SPACES.sub(" ", text))


def repair_section_sign(text: str) -> tuple[str, int]:
    """Return text with damaged section signs mended, and how many were.

    A section sign read in the wrong code page turns into a pair of stray letters; which
    pair depends on the code page (Thai, Western, Cyrillic, Macintosh). In those of MS-DOS it is
    one letter, which only the number of a section behind it tells.
    """
    text, count = _SECTION_SPELLED.subn("§", text)
    for damaged in _DAMAGED_SECTION:
        found = text.count(damaged)
        if found:
            count += found
            text = text.replace(damaged, "§")
    text, more = _SECTION_BEFORE_NUMBER.subn("§ ", text)
    return text, count + more


def repair_recognition(text: str) -> tuple[str, list[str]]:
    """Return text with letters and digits that recognition took for each other, and which.

    A page read by recognition has ``1`` in words (``Leve1``, ``cal1s``), ``0`` before them and
    ``l`` in numbers (``Factor l``, ``l996``). One such slip may be meant; several are mended. A
    ``1`` at a word's end is a slip only where that makes a word the text or its field has.
    """
    said = {word.casefold() for word in re.findall(r"[A-Za-z]{3,}", text)} | _ENDS_IN_L
    slips: list[str] = []

    def known(found: re.Match[str]) -> str:
        word = f"{found[0][:-1]}l"
        if word.casefold() not in said:
            return found[0]
        slips.append(found[0])
        return word

    mended = _ENDS_IN_ONE.sub(known, text)
    for pattern, right in _RECOGNIZED:
        slips += [_word_at(mended, found.start()) for found in pattern.finditer(mended)]
        mended = pattern.sub(right, mended)
    return (mended, slips) if len(slips) >= _SLIPS else (text, [])


def _word_at(text: str, place: int) -> str:
    """Return the word that a letter stands in."""
    before = re.search(r"[\w-]*$", text[max(0, place - 20) : place])
    behind = re.match(r"[\w-]*", text[place : place + 20])
    return (before[0] if before else "") + (behind[0] if behind else "")


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of some bytes and what had to be assumed ("" for plain UTF-8).

    Tries the byte order mark, then UTF-8, then Windows-1252, the usual encoding of old
    office files. Bytes that Windows-1252 leaves undefined become U+FFFD and are reported.
    """
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            note = "" if name.startswith("utf-8") else f"read as {name.upper()}"
            return data.decode(name, errors="replace"), note
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        lost = text.count("\ufffd")
        note = "not valid UTF-8: read as Windows-1252"
        return text, f"{note}, {lost} bytes had no meaning" if lost else note
