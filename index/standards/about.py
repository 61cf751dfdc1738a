"""What a standard says of itself: coverage and exclusions, official titles, notes to its users."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from core.standards.model import OfficialTitle
from index.language import sentences
from index.language.structure import fold
from index.standards.outline import sections
from index.standards.record import FactorDraft
from index.standards.rows import Row, Source, Span

_WORD = r"[A-Z][\w&/'()-]*"
_NAME = (
    rf"{_WORD}(?: (?:(?:and|of|for|in|the) (?=[A-Z])|)?{_WORD}){{0,7}}"
    r"(?: \((?!GS|GG)[A-Z][\w &/'-]*\))?"
)
_NAMES = rf"{_NAME}(?:(?:, (?:and |or )?|;\s*(?:and |or )?| and | or )(?:the )?{_NAME})*"
_PREFIX = (
    r"(?:basic |only |authorized |official |prescribed |following |position |two |three |four )*"
)
_TITLES_ARE = re.compile(
    rf"\b(?:the )?{_PREFIX}(?P<many>titles?)\b"
    r"(?: (?:authorized|prescribed|established|to be used))?"
    rf"(?: (?:for|in|of) [^.;:]{{0,120}}?)? (?:is|are)(?: (?:as follows|"
    r"(?:authorized|prescribed|established|used)(?: [^.;:]{0,80})?(?=:)))?:? (?:the )?"
    rf"[\"“]?(?P<titles>{_NAMES})"
)
_ARE_TITLES = re.compile(
    rf"(?P<titles>{_NAMES})[\"”]?,? (?:is|are)(?: each)? (?:the |an? )?{_PREFIX}"
    r"(?P<many>titles?)\b(?! (?:used|page|of the))"
)
_TITLED = re.compile(
    r"\b(?P<many>[Pp]ositions?|[Tt]hose|[Ee]mployees)\b[^.;:]{0,120}?"
    r" ?(?:is|are|should be|will be|must be) "
    rf"(?:titled|entitled|designated|called) (?:as )?[\"“]?(?P<titles>{_NAMES})"
)
_USED_AS = re.compile(
    rf"^(?P<titles>{_NAME})[\"”]?\s+-+\s+Use this (?:as )?(?:the |an? )?{_PREFIX}(?P<many>title)\b"
)
_TAKES = re.compile(
    r"\b(?:takes?|taking|bears?|bearing|carr(?:y|ies)|uses?|receives?|given|assigned|have|has) "
    rf"the {_PREFIX}(?P<many>titles?)(?: of)?:? (?P<titles>{_NAMES})"
)
_TITLES_NAMED = re.compile(
    rf"\b(?P<many>titles?) (?P<titles>{_NAMES}) (?:is|are|has been|have been) (?:both |all )?"
    r"(?:prescribed|authorized|established|used|official)\b"
)
_USE_FOR = re.compile(
    rf"(?:^|[.;] )Use (?:the (?:title )?)?(?P<titles>{_NAME})"
    r"(?P<many> (?:for|when|where|if|at)\b|[.;])"
)
_IN_SENTENCES = (
    _TITLES_ARE, _ARE_TITLES, _TITLED, _USED_AS, _TAKES, _TITLES_NAMED, _USE_FOR,
)  # fmt: skip
_SAY_WHEN = frozenset({_TITLED, _TAKES, _TITLES_NAMED, _USE_FOR})
"""Sentences that may name other titles behind the first, each with when it is used."""
_GRADES = (
    r"(?:grades? )?(?:GS|GG)[- ]?\d{1,2}(?:(?:\s?[/-]\s?|,? (?:to|through|thru|and|or) |, )"
    r"(?:(?:GS|GG)[- ]?)?\d{1,2})*(?:,? (?:and|or|&) (?:above|below|up|higher|lower|over))?"
)
_IN_TABLE = re.compile(
    rf"^(?:{_GRADES}[\s.:|_-]*(?P<titles>{_NAME})|(?P<first>{_NAME})[\s.:|_,-]*{_GRADES})[\s.;]*$"
)
"""A row of a table of titles, the grades that each is for beside it."""
_LISTED = re.compile(
    rf"^(?P<mark>[•·▪*-]{{1,2}}\s*|o\s+|\(?[a-z\d]{{1,2}}[.)]\s+)?"
    rf"[\"“]?(?P<titles>{_NAME}(?: \([A-Z][A-Za-z &/'-]*\))?)[\"”]?"
    r"(?:,? (?:for|in) (?:the )?(?:GS|series|positions)\b[^.;:]{0,60}|,? GS-?\d[\d/, -]*)?\s*"
    r"(?P<joint>-+|:|\.\s|,? use this|[.;]?(?: and| or)?$)"
)
_ALSO = re.compile(
    rf"(?:;|,| (?=and |or )) ?(?:and |or |(?<=; ))(?:as )?(?:the (?:title )?)?(?P<titles>{_NAME}) "
    r"(?=(?:is used|when|if|where|for (?:those|positions|work|employees))\b)"
)
"""Another title in a sentence that says of each when it is used."""
_BROKEN_OFF = re.compile(
    r"\b(?:titled|entitled|designated|is|are|as|the|and|or|of|for|title|titles)$"
)
"""The end of a row whose sentence goes on in the next, as over a page break."""
_NO_ITEM = re.compile(r"\b(?:Titles?|Titling|Positions?|Parenthetical|Prefix\w*|Grades?)\b")
"""What heads a paragraph in a division on titles, and is no title."""
_ANNOUNCES = re.compile(r"\btitles?\b.{0,120}:$", re.IGNORECASE | re.DOTALL)
_NO_TITLE = re.compile(
    r"^(?:This|That|These|Those|It|The|A|An|Each|Any|All|Such|Other|There|Positions?|"
    r"Position Titles?|Titles?|Supervisory|Lead|Leader|Note|GS|OPM|Agencies|Series|See|Use|No)$|"
    r"\b(?:Standard|Guide|Handbook|Series|Office of|Introduction|United States|Section)\b"
)
_OF_GRADES = re.compile(
    r" \((?:GS|GG|grades?|at |for |below |above )[^()]{0,40}\)|"
    rf"(?:, for (?:positions|work|those)|,)? (?:at |in )?{_GRADES}(?=,? and [A-Z]|[;,.]|$)",
    re.IGNORECASE,
)
"""For which grades a title is, which stands between titles."""
_JOINTS = re.compile(r" and ")
_MANY_NAMES = 8
_GOES_ON = re.compile(r"^(?:[•·▪–—-]|[a-z(])")
_ENDED = re.compile(r"[.:;!?][\"”’')\]]*\s*$")
_NOTE = re.compile(r"^\(?note\b\s*(?:to users)?\s*[:.-]", re.IGNORECASE)
_BEARS = re.compile(
    r"\b(?:credit\w*|award\w*|points?|levels?|factors?|equivalent|threshold|primary standard|"
    r"grade[sd]?|grading|criteri\w+|illustrations?|benchmarks?|evaluat\w+)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:thanks|comment(?:s|ed)?|cop(?:y|ies)|printed|drafts?|ordered|bought|purchase\w*|"
    r"web ?site|internet|subscri\w+|distribut\w+|supersed\w+|cancel\w+|was (?:developed|prepared)|"
    r"were (?:developed|prepared)|stud(?:y|ies) (?:was|were)|contact the|telephone|"
    r"you will find|abbreviated|factor-by-factor|frame of reference|"
    r"assist users|designed to assist|"
    r"questions (?:about|on|concerning))\b",
    re.IGNORECASE,
)
_LONGEST = 700
"""A note is not longer, in characters, unless one sentence is."""


def section(source: Source, rows: Iterable[Row], name: str) -> list[Span]:
    """Return the paragraphs of a section, each with its page."""
    groups: list[list[Row]] = []
    for row in rows:
        text = row.text.strip()
        if row.heading or len(text) < 4 or sections.section_of(row) == name:
            continue
        if groups and (_GOES_ON.match(text) or not _ENDED.search(groups[-1][-1].text)):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [source.span(group) for group in groups]


def notes(source: Source, rows: Iterable[Row], factors: Iterable[FactorDraft]) -> list[Span]:
    """Return what a scorer must be told: of the notes to users what bears on levels and grades.

    Who made the document and where it is sold is left out, and so are sentences before and
    after those that bear on the grading.
    """
    marked = [
        Span(row.text.strip(), row.page, source.pages.at(max(0, row.end - 1)))
        for factor in factors
        for row in factor.rows
        if _NOTE.match(row.text)
    ]
    found: dict[str, Span] = {}
    for note in (*section(source, rows, "notes"), *marked):
        told = _bearing(_NOTE.sub("", note.text).lstrip())
        if told:
            found.setdefault(" ".join(told.lower().split()), note._replace(text=told))
    return list(found.values())


def _bearing(text: str) -> str:
    """Return the stretch of a note from the first to the last sentence that bears on grading."""
    ends = [0, *sentences.ends(text), len(text)]
    parts = [(a, b) for a, b in pairwise(dict.fromkeys(ends)) if text[a:b].strip()]
    bears = [bool(_BEARS.search(text[a:b])) and not _ASIDE.search(text[a:b]) for a, b in parts]
    if True not in bears:
        return ""
    first = bears.index(True)
    last = first
    for place in range(first, len(parts)):
        if not bears[place] or (parts[place][1] - parts[first][0] > _LONGEST and place > first):
            break
        last = place
    return text[parts[first][0] : parts[last][1]].strip()


def titles(held: Mapping[str, Sequence[Row]]) -> list[OfficialTitle]:
    """Return official titles with the paragraph that prescribes each.

    Several may stand in one sentence, or in a list below the sentence that announces it.
    """
    found: dict[str, OfficialTitle] = {}
    for name in ("titles", "definition", "other"):
        listing = False
        rows = _whole(held.get(name, ()))
        alone = _itemized(rows) if name == "titles" else set[int]()
        for row in rows:
            text = " ".join(row.text.split())
            said = _OF_GRADES.sub("", fold(text).replace('"', ""))
            printed = list(_in_sentence(said, of_titles=name == "titles"))
            if name == "titles" and (listing or row.start in alone) and not printed:
                item = _listed(text)
                printed = [item] if item else []
                listing = listing and (bool(printed) or not row.heading)
            listing = listing or bool(_ANNOUNCES.search(text))
            for title in (one.strip(" \"'") for one in printed):
                if len(title) > 3 and not _NO_TITLE.search(title):
                    one = OfficialTitle.model_construct(title=title, rule=text, page=row.page)
                    found.setdefault(title, one)
    return list(found.values())


def _whole(rows: Sequence[Row]) -> list[Row]:
    """Return rows with the sentences together that a page break has parted."""
    found: list[Row] = []
    for row in rows:
        last = found[-1] if found else None
        goes_on = row.text.strip()[:1].isalpha() and not row.heading
        if (
            last is not None
            and goes_on
            and not last.heading
            and _BROKEN_OFF.search(last.text.strip())
        ):
            found[-1] = Row(f"{last.text.strip()} {row.text}", last.start, row.end, last.page)
        else:
            found.append(row)
    return found


def _itemized(rows: Sequence[Row]) -> set[int]:
    """Return the places of rows that list titles although no sentence announces them.

    One alone may be the head of a paragraph; a list has two.
    """
    found: set[int] = set()
    for row in rows:
        text = fold(" ".join(row.text.split()))
        item = _LISTED.match(text)
        marked = item is not None and (item["mark"] or item["joint"].startswith("-"))
        if (marked and not row.heading) or _IN_TABLE.match(text):
            found.update({row.start} if not _NO_ITEM.search(_listed(text)) else ())
    return found if len(found) > 1 else set()


def _listed(text: str) -> str:
    """Return the title that a row of a list or a table names, or ""."""
    folded = fold(text)
    tabled = _IN_TABLE.match(folded)
    if tabled is not None:
        return tabled["titles"] or tabled["first"]
    item = _LISTED.match(folded)
    return item["titles"] if item is not None else ""


def _in_sentence(text: str, *, of_titles: bool) -> Iterator[str]:
    told = re.search(r"\btitl|\bdesignated\b", text)
    told = told or (re.search(r"^Use |\bcalled\b", text) if of_titles else None)
    # A list of more names than this is no list of titles, and parting it would take for ever.
    if told is None or len(_JOINTS.findall(text)) > _MANY_NAMES:
        return
    named: list[tuple[int, str]] = []
    for pattern in _IN_SENTENCES:
        for found in pattern.finditer(text):
            parts = _parted(found["titles"], several=found["many"].endswith("s"))
            named += [(found.start("titles"), part) for part in parts]
            if pattern in _SAY_WHEN:
                more = _ALSO.finditer(text, found.end())
                named += [(also.start("titles"), also["titles"]) for also in more]
    yield from (title for _, title in sorted(named, key=itemgetter(0)))


def _parted(names: str, *, several: bool) -> list[str]:
    """Part a list of titles; an ``and`` inside one title parts nothing."""
    joined = re.search(r"[,;]\s*(?:and|or) ", names)
    parts = re.split(r"[,;]\s*(?:and |or )?(?:the )?", names)
    if len(parts) > 1 and several and not joined:
        # Without a comma before it, the last "and" of the list parts two titles.
        parts[-1:] = re.split(r" (?:and|or) (?:the )?(?!.* (?:and|or) )", parts[-1], maxsplit=1)
    if len(parts) == 1 and several:
        halves = re.split(r" (?:and|or) (?:the )?", names)
        if all(" " in half for half in halves):
            return halves
    return parts
