"""How a place in a regulation or a statute is written, and how people name one.

A paragraph is cited by its section and the marks that lead to it: ``5 CFR 511.703(b)(1)``,
``5 U.S.C. 5104(12)``. People leave out what goes without saying ("536.207", "section 511.703 b 3",
"5 USC 5104", "subpart G of 511"), and a section sign read in the wrong code page is any of a dozen
pairs of stray letters. A citation is therefore known by its numbers, not by its sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.language.late import pattern
from index.models import Passage

MARKS = r"(?:\s?\([A-Za-z0-9]{1,5}\))"

_TITLE = r"(?P<title>\d{1,2})\s?"
_BOOK = (
    r"(?P<book>c\.?\s?f\.?\s?r(?![a-z])\.?|u\.?\s?s\.?\s?c(?:ode)?(?![a-z])\.?|"
    r"u\.?\s?s\.?\s?code\b|united states code\b|code of federal regulations\b)"
)
SPELT_OUT = r"(?:\\(?:0?247|xa7|u00a7|S)|&(?:sect|\#167|\#xa7);|[\[(]sect?[\])]|=A7|%A7|<A7>)"
"""A section sign that was written as its number in a code page, or as markup for it."""

_SIGN = rf"(?:(?:§|{SPELT_OUT})+\s?|\bsect?(?:ion)?s?\b\.?\s?)"
_SECTION_OF_RULE = r"(?P<rule>\d{1,4}\.\d{1,4}[a-z]?)(?![\d]|\.\d)"
_SECTION_OF_LAW = r"(?P<law>\d{3,5}[a-z]?)(?![\d.]*\d)(?!-\d{1,2}\b)"
_PATH = (
    rf"(?P<path>{MARKS}*)"
    r"(?P<bare>(?:\s|\s?-\s?)[a-z](?:\s(?:[a-z]|[ivx]{2,4}|\d{1,2})\b)*(?=\s*$|\s*[,;?]))?"
    r"(?:\s?(?:-|–|to|through)\s?(?:§+\s?)?(?P<last>\d{3,5}(?:\.\d{3,4})?)(?![\d(.-]*\d))?"
)
_BARE_RULE = re.compile(r"\d{3,4}\.\d{3,4}[a-z]?")
"""A number of this form is a section without any sign; "5.5" or "0.25" may be anything."""

_RULE = pattern(
    rf"(?<![\w.$%-])(?P<sign>{_SIGN})?(?:(?:title\s)?{_TITLE}(?:{_BOOK}\s?|(?=§|sect?ion)))?"
    rf"(?P<alone>cfr\s?)?(?:part\s)?(?P<after>{_SIGN})?{_SECTION_OF_RULE}{_PATH}",
    re.IGNORECASE,
)
_RULE_OF_PART = pattern(
    rf"\b(?:{_TITLE}(?:{_BOOK}\s?))?part\s(?P<part>\d{{1,4}}),?\s(?:subpart\s[A-Z],?\s)?"
    rf"{_SIGN}(?P<number>\d{{1,4}})(?![\d.]*\d)(?P<path>{MARKS}*)",
    re.IGNORECASE,
)
"""A section told by its part and its own number: "part 536, section 207(b)"."""
_LAW = pattern(
    rf"(?<![\w.$%-])(?:{_SIGN})?(?:(?:title\s)?{_TITLE})?{_BOOK}\s?,?\s?(?:{_SIGN})?"
    rf"{_SECTION_OF_LAW}{_PATH}",
    re.IGNORECASE,
)
_LAW_BY_TITLE = pattern(
    rf"\btitle\s(?P<title>\d{{1,2}})\b,?\s?(?:{_BOOK})?,?\s?{_SIGN}{_SECTION_OF_LAW}{_PATH}",
    re.IGNORECASE,
)
_LAW_OF_TITLE = pattern(
    rf"{_SIGN}{_SECTION_OF_LAW}{_PATH}(?:\s?,?\s?(?:of\s)?title\s(?P<title>\d{{1,2}})\b)?",
    re.IGNORECASE,
)
_LAW_BY_MARKS = pattern(
    rf"(?<![\w.$%/-])(?=[1-9]\d{{3}}[a-z]?\([A-Za-z0-9]{{1,3}}\)){_SECTION_OF_LAW}{_PATH}",
    re.IGNORECASE,
)
"""A section that nothing but the marks after it tell: "7121(d)"."""
_PART = pattern(
    r"(?<![\w.])(?:(?P<title>\d{1,2})\s?c\.?f\.?r\.?\s?)?\b(?:part\s|(?<=cfr )|(?<=c\.f\.r\. ))"
    r"(?P<part>\d{3,4})(?![\d.-]*\d)",
    re.IGNORECASE,
)
_CHAPTER = pattern(
    r"\bchapter\s(?P<chapter>\d{2,3})\b(?:,?\s?(?:of\s)?title\s(?P<title>\d{1,2})\b)?",
    re.IGNORECASE,
)
_SUBPART = pattern(
    r"\bsubpart\s(?P<subpart>[A-Z])\b(?:\s(?:of|in|,)?\s?(?:5\s?cfr\s)?(?:part\s)?"
    r"(?P<part>\d{3,4})(?![\d.]))?",
    re.IGNORECASE,
)
_PARAGRAPH_OF = pattern(
    rf"\b(?:sub)?(?:paragraph|section)\s(?P<path>{MARKS}+)\s?(?:of|in)\s", re.IGNORECASE
)
_MAY_NAME = re.compile(r"\d\d|subpart", re.IGNORECASE)
"""Without so much a text names no place of law, and the longer patterns need not be read."""

_RESERVED = re.compile(r"§§ (?P<first>\S+) to (?P<last>\S+) \[Reserved\]")
_MARK = re.compile(r"\(([A-Za-z0-9]{1,5})\)")


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in the law that a text names; what it does not say is empty.

    ``section`` is ``511.703`` or ``5104``, ``path`` the marks below it, ``last`` the last of a
    range of sections. Without a section it is
    ``subpart``, ``part`` or ``chapter`` that is named. ``book`` is ``CFR`` or ``U.S.C.``.
    """

    book: str
    title: str = ""
    section: str = ""
    path: tuple[str, ...] = ()
    part: str = ""
    subpart: str = ""
    chapter: str = ""
    last: str = ""

    def text(self) -> str:
        """Return the reference as lawyers write it."""
        title = f"{self.title or '5'} {self.book} "
        if self.section:
            to = f" to {self.last}" if self.last else ""
            return title + self.section + "".join(f"({mark})" for mark in self.path) + to
        if self.chapter:
            return f"{title}chapter {self.chapter}"
        if self.part:
            return f"{title}part {self.part}" + (f", subpart {self.subpart}" * bool(self.subpart))
        return f"subpart {self.subpart}"


@dataclass(frozen=True, slots=True)
class Named:
    """A reference with where it stands in the text that names it."""

    reference: Reference
    start: int
    end: int


def citation(title: str, section: str) -> str:
    """Return a section as lawyers cite it: ``5 CFR 511.703``, ``5 U.S.C. 5104``."""
    book = "CFR" if "." in section else "U.S.C."
    return f"{title} {book} {section}" if title else f"§ {section}"


def split(cited: str) -> tuple[str, tuple[str, ...]]:
    """Return the section and the marks of a citation that :func:`citation` wrote."""
    head = cited.partition(",")[0]
    found = re.search(r"(\d[\w.]*)((?:\([A-Za-z0-9]{1,5}\))*)$", head)
    return (found[1], tuple(_MARK.findall(found[2]))) if found else ("", ())


def is_of(passage: Passage, reference: Reference) -> bool:
    """Return whether a paragraph stands in the section, part, subpart or chapter that is named."""
    if not passage.citation:
        # A manual may number its sections as the law does.
        return "." in reference.section and any(
            re.search(rf"(?<![\d.]){re.escape(reference.section)}(?![\d.]*\d)", one)
            for one in passage.heading
        )
    untitled = passage.citation.startswith("§")
    if reference.title and not (untitled or passage.citation.startswith(f"{reference.title} ")):
        return False
    section = split(passage.citation)[0]
    if reference.section and _reserved(passage, reference.section):
        return True
    if reference.last:
        return _order(reference.section) <= _order(section) <= _order(reference.last)
    if reference.section:
        return section == reference.section
    if reference.chapter:
        return "." not in section and section[:-2] == reference.chapter
    if reference.part and section.partition(".")[0] != reference.part:
        return False
    subpart = f"subpart {reference.subpart}".casefold()
    return not reference.subpart or any(
        one.casefold().partition(" - ")[0] == subpart
        for one in (*passage.heading, *passage.title.split(", "))
    )


def _reserved(passage: Passage, section: str) -> bool:
    """Return whether a section is in a stretch of sections that a line keeps free."""
    stretch = _RESERVED.match(passage.heading[-1]) if passage.heading else None
    return stretch is not None and (
        section.partition(".")[0] == stretch["first"].partition(".")[0]
        and _order(stretch["first"]) <= _order(section) <= _order(stretch["last"])
    )


def _order(section: str) -> tuple[int, ...]:
    """Return what sorts sections as they are printed: 536.99 before 536.101."""
    return tuple(int(number) for number in re.findall(r"\d+", section))


def places_of(passage: Passage) -> tuple[str, ...]:
    """Return the names under which a paragraph is looked up: its section and what holds that."""
    section = split(passage.citation)[0]
    stretch = _RESERVED.match(passage.heading[-1]) if passage.heading else None
    if stretch is not None and "." in section:
        part = section.partition(".")[0]
        first, last = (_order(stretch[end])[-1] for end in ("first", "last"))
        return *(f"{part}.{number}" for number in range(first, last + 1)), f"part {part}"
    if "." in section:
        return section, f"part {section.partition('.')[0]}"
    return section, f"chapter {section[:-2]}"


def place_name(reference: Reference) -> str:
    """Return the name under which the paragraphs of a place are looked up."""
    if reference.section and not reference.last:
        return reference.section
    if reference.last and "." not in reference.section:
        return f"chapter {reference.section[:-2]}"
    return f"chapter {reference.chapter}" if reference.chapter else f"part {reference.part}"


def references(text: str, *, bare: bool = False) -> list[Named]:
    """Return the places of law a text names, in order.

    Args:
        text: What a person wrote.
        bare: A number after a section sign or the word alone ("section 5112"), or before marks
            ("5112(b)"), names a statute. In running text it may be a section of anything.
    """
    if not _MAY_NAME.search(text):
        return []
    found: list[Named] = list(_rules_of_parts(text))
    found += [one for one in _statutes(text, bare) if not _overlaps(one, found)]
    found += [one for one in _rules(text) if not _overlaps(one, found)]
    if not found or not any(one.reference.section for one in found):
        found += [one for one in _wholes(text) if not _overlaps(one, found)]
    return sorted(found, key=lambda one: one.start)


def _rules_of_parts(text: str) -> Iterator[Named]:
    for match in _RULE_OF_PART.finditer(text):
        section = f"{match['part']}.{match['number']}"
        marks = tuple(_MARK.findall(match["path"]))
        reference = Reference("CFR", match["title"] or "", section, marks, part=match["part"])
        yield Named(reference, match.start(), match.end())


def _rules(text: str) -> Iterator[Named]:
    for match in _RULE.finditer(text):
        said = match["book"] or ""
        if said and _book(said) != "CFR":
            continue
        signed = said or match["sign"] or match["after"] or match["alone"]
        if not signed and not _BARE_RULE.fullmatch(match["rule"]):
            continue
        part = match["rule"].partition(".")[0]
        reference = Reference(
            "CFR",
            match["title"] or "",
            match["rule"].lower(),
            _path(match, text),
            part=part,
            last=match["last"] or "",
        )
        yield Named(reference, match.start(), match.end())


def _statutes(text: str, bare: bool) -> Iterator[Named]:
    patterns = [_LAW, _LAW_BY_TITLE, _LAW_OF_TITLE, *([_LAW_BY_MARKS] if bare else [])]
    seen: list[tuple[int, int]] = []
    for form in patterns:
        for match in form.finditer(text):
            given = match.groupdict()
            if given.get("book") and _book(given["book"]) != "U.S.C.":
                continue
            if form is _LAW_OF_TITLE and not (bare or given.get("title")):
                continue
            if any(start < match.end() and match.start() < end for start, end in seen):
                continue
            seen.append(match.span())
            reference = Reference(
                "U.S.C.",
                given.get("title") or "",
                match["law"].lower(),
                _path(match, text),
                last=match["last"] or "",
            )
            yield Named(reference, match.start(), match.end())


def _wholes(text: str) -> Iterator[Named]:
    part = _PART.search(text)
    subpart = _SUBPART.search(text)
    chapter = _CHAPTER.search(text)
    if subpart is not None:
        of = subpart["part"] or (part["part"] if part else "")
        yield Named(
            Reference("CFR", part=of, subpart=subpart["subpart"].upper()),
            subpart.start(),
            subpart.end(),
        )
    elif part is not None:
        yield Named(
            Reference("CFR", part["title"] or "", part=part["part"]), part.start(), part.end()
        )
    if chapter is not None:
        yield Named(
            Reference("U.S.C.", chapter["title"] or "", chapter=chapter["chapter"]),
            chapter.start(),
            chapter.end(),
        )


def _path(match: re.Match[str], text: str) -> tuple[str, ...]:
    marks = tuple(_MARK.findall(match["path"]))
    if match["bare"]:
        marks = (*marks, *match["bare"].replace("-", " ").split())
    before = [one for one in _PARAGRAPH_OF.finditer(text) if one.end() <= match.start() + 8]
    if not marks and before:
        marks = tuple(_MARK.findall(before[-1]["path"]))
    return marks


def _book(said: str) -> str:
    letters = re.sub(r"[^a-z]", "", said.lower())
    return "CFR" if letters in ("cfr", "codeoffederalregulations") else "U.S.C."


def _overlaps(one: Named, others: list[Named]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)
