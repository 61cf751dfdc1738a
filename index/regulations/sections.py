"""The lines that head a regulation or a statute: title, part, subpart, section."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from index.language import structure
from index.regulations.citing import MARKS, SPELT_OUT

Rank = Literal["title", "chapter", "subchapter", "part", "subpart", "group", "section"]
RANKS: tuple[Rank, ...] = (
    "title", "chapter", "subchapter", "part", "subpart", "group", "section",
)  # fmt: skip
LONGEST = 260
"""A longer line is text, though it may begin with a section's number and heading."""

_SIGN = (
    rf"(?:§+|§?\s?\bsecs?\b\.?|\bsections?\b|{SPELT_OUT}|"
    # What is left of a section sign that was read in the wrong code page.
    r"[^\w\s(\[\"'“”‘’•*·+.,;:#|–—-]{1,6}|[ÂÃâÏ][^\s\d]{0,8}|SS|[$S])"
)
_SECTION = re.compile(
    rf"^[#*\s\[]*(?:(?P<title>\d{{1,2}})\s(?P<book>C\.?F\.?R\.?|U\.?S\.?\s?(?:C\.?|Code))\s*)?"
    rf"(?P<sign>{_SIGN})?\]?\s*(?P<number>\d{{1,4}}\.\d{{1,4}}[a-z]?|\d{{3,5}}[a-z]?)(?![\d–-])"
    r"(?P<gap>\.?\s*[-–—]?\s*)(?P<name>[A-Z\[“\"].*)$",
    re.IGNORECASE | re.DOTALL,
)
_RESERVED = re.compile(
    rf"^[#*\s\[]*(?:{_SIGN})?\s*(?P<first>\d{{1,4}}\.\d{{1,4}}[a-z]?|\d{{3,5}}[a-z]?)\.?"
    rf"(?:\s?(?:[-–—]+|through|to|and)\s?(?:{_SIGN})?\s?(?P<last>\d[\d.]*[a-z]?))?"
    r"\s*[-–—]*\s*(?:\[reserved\]|reserved)\W*$",
    re.IGNORECASE,
)
_END = re.compile(r"(?<![ .][A-Z])\.(?=\s|$)")
_NAME = r"(?![A-Za-z0-9])\s*[-–—_.:,]*\s*(?P<name>.*?)(?:--table of contents)?$"
_CODES: tuple[tuple[Rank, str], ...] = (
    ("title", r"\d{1,2}"),
    ("subchapter", "[A-Z]+"),
    ("chapter", r"\d+[A-Z]?|[IVXLC]+"),
    ("part", r"\d{1,4}|[IVX]+"),
    ("subpart", "[A-Z]"),
)
_HEADS = tuple(
    (rank, re.compile(rf"^{rank}\s+(?P<code>{code}){_NAME}", re.IGNORECASE))
    for rank, code in _CODES
)
_CITED_TITLE = re.compile(
    r"\b(?:title\s+(?P<a>\d{1,2})\b|(?P<b>\d{1,2})\s?(?:C\.?F\.?R\b|U\.?S\.?\s?C(?:ode)?\b))",
    re.IGNORECASE,
)
_SMALL = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: its rank, its number or letter, its name and how many characters it takes.

    ``title`` is the number of the title when the heading itself states it; ``signed`` tells that
    a section's number has its sign, or the word, before it. ``reserved`` is a section, or a
    stretch of sections, that is kept free: its heading is all there is of it.
    """

    rank: Rank
    code: str
    name: str
    length: int
    title: str = ""
    signed: bool = True
    reserved: bool = False


def reserved_head(text: str) -> Head | None:
    """Read a line that keeps a section, or a stretch of sections, free."""
    match = _RESERVED.match(text)
    if match is None:
        return None
    name = f"to {match['last']} [Reserved]" if match["last"] else "[Reserved]"
    return Head("section", match["first"].lower(), name, len(text), reserved=True)


def section_head(text: str) -> Head | None:
    """Read a section's heading at the beginning of a paragraph; None when there is none.

    The sign may be missing or damaged: what tells a heading is a section's number before words
    that begin with a capital and end with a full stop.
    """
    match = _SECTION.match(text)
    if match is None or not (match["name"][0].isupper() or match["name"][0] in '[“"'):
        return None
    number = match["number"].lower()
    if "." not in number and not (match["book"] or match["sign"]):
        # "5112 General authority" may be anything.
        return None
    if re.match(rf"{MARKS}", match["name"]):
        return None
    name = match["name"]
    start = match.start("name")
    end = _END.search(name)
    stop = end.end() if end else len(name)
    if len(text) <= LONGEST and (end is None or not name[end.end() :].strip(" ]")):
        stop = len(name)
    heading = " ".join(name[:stop].split()).rstrip(" .]*#")
    if not heading or len(heading) > 200 or (end is None and len(text) > LONGEST):
        return None
    signed = bool(match["book"]) or _is_sign(match["sign"] or "")
    return Head("section", number, heading, start + stop, match["title"] or "", signed=signed)


def _is_sign(sign: str) -> bool:
    """Return whether what stands before a number is surely meant for a section sign."""
    return bool(re.match(rf"§|sec|[ÂÃâÏ]|{SPELT_OUT}", sign.strip(), re.IGNORECASE))


def upper_head(text: str) -> Head | None:
    """Read the heading of a title, chapter, part or subpart that is a paragraph by itself."""
    line = " ".join(text.replace("#", " ").replace("*", " ").split())
    if len(line) > 200:
        return None
    for rank, pattern in _HEADS:
        match = pattern.match(line)
        if match is None:
            continue
        name = match["name"].strip(" .]")
        if name and (name[0].islower() or re.search(r"[;:]$", name)):
            return None
        return Head(rank, match["code"].upper(), in_title_case(name), len(text))
    return None


def is_group_head(text: str) -> bool:
    """Return whether a short line between sections heads those that follow."""
    return (
        len(text) <= 80
        and bool(re.match(r"(?!Miscellaneous$)[A-Z][A-Za-z]", text))
        and not re.search(r"[.;:,—\])]$", text)
        and "\n" not in text
    )


def title_number(text: str, name: str) -> str:
    """Return the number of the title a copy is of, from its opening or its file's name."""
    for where in (text[:1500], name.replace("-", " ").replace("_", " "), text[:20000]):
        found = _CITED_TITLE.search(where)
        if found:
            return found["a"] or found["b"]
    return ""


def in_title_case(text: str) -> str:
    """Return a heading printed in capitals as a title is written."""
    plain = structure.tidy_heading(text)
    if not plain.isupper():
        return plain
    said = plain.lower().split()
    return " ".join(
        word if word in _SMALL and at else _capital(word) for at, word in enumerate(said)
    )


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
