"""Whether a document is a position description, and one that can be read as one.

:func:`is_position` is asked of everything that is ingested: a position description must not
become authority. :func:`not_a_position` is asked of a file somebody says is one: it says plainly
why it cannot be read so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from core.errors import DocumentError
from index.positions.cells import form_boxes
from index.positions.cover.labels import labelled
from index.positions.cover.reading import classification_in
from index.positions.duties.shares import share_of
from index.positions.headings import factor_head, section_name
from index.positions.lines import Line, Page, plain_reading, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.models import Document

_NAMED: Final = re.compile(
    r"\b(?:position description|functional statement|core personnel document|job description|"
    r"statement of duties|vacancy announcement|announcement number|pd\s*(?:no\.?|number))\b|"
    r"\bpd\s?#",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(
    r"\b(?:incumbent|the employee|this position|the position|supervisor|duties|you will|my job|"
    r"position is located|as a[n]? [A-Z]\w+)\b",
    re.IGNORECASE,
)
_ENGLISH: Final = re.compile(
    r"the|of|and|to|in|a|for|is|with|on|by|as|or|that|are|work|be|this|from|at|an", re.IGNORECASE
)
_FOREIGN: Final = re.compile(
    r"der|die|das|und|den|dem|des|von|zu|mit|f\u00fcr|ein|eine|de|la|le|les|et|du|une|dans|pour|"
    r"el|los|las|y|del|una|con|por|para|il|di|che|per|e|o|i|w|z|na|oraz|do",
    re.IGNORECASE,
)
"""Small words of the languages a description is most likely to come in instead of English."""
_ANNOUNCED: Final = re.compile(
    r"\b(?:vacancy announcement|announcement number|open (?:&|and) closing dates|how to apply|"
    r"pay scale (?:&|and) grade|promotion potential|series (?:&|and) grade|you will\b|"
    r"how you will be evaluated|conditions of employment|"
    r"(?:schedule a|excepted service) position under|job family \(series\))",
    re.IGNORECASE,
)
_MARKS: Final = 2
_MY_TIME: Final = re.compile(
    r"\d\s?(?:%|percent)\s+of\s+(?:my|his|her|the|their)\s+(?:work(?:ing)?\s+)?time", re.IGNORECASE
)
_OWN: Final = re.compile(r"\bI (?:am|work as|serve as) an?\b")
_EITHER: Final = re.compile(
    r"\b(?:he or she|she or he|his or her|her or his|him or her|he/she|his/her)\b", re.IGNORECASE
)
_HOLDER: Final = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Mm]y|[Tt]he incumbent)\b|\bI(?= [a-z])|\bM(?:r|s|rs)\."
)
"""Words for the one person who holds a position."""
_PART_OF_TIME: Final = re.compile(
    r"\b(?:half|third|quarter|\d{1,3} ?(?:%|percent))\b.{0,30}\b(?:time|day|week)\b|"
    r"\bhours (?:(?:of|out of) (?:eight|8)|(?:a|per|each) (?:day|week))\b|"
    r"\bthe (?:remaining|other) \w+ hours\b",
    re.IGNORECASE,
)
_GENERAL: Final = frozenset({"position", "job", "work", "employee", "series", "grade", "agency"})
"""Words before a classification that are nobody's title."""
_LONGEST_PROSE: Final = 8000
_TITLE_LENGTH: Final = 60
_OPENING: Final = 3000
_OPENING_LINES: Final = 60
_LONGEST: Final = 250_000
_MOST_PAGES: Final = 60
_SHORTEST: Final = 12
_ENOUGH: Final = 40
"""From so many words on, the language can be told."""

_SAMPLE: Final = 4000
_LEAST_ENGLISH: Final = 0.12
_MANY_LEVELS: Final = 12
_NINE: Final = 5
_BOXES: Final = 5
"""So many boxes of the form for descriptions are filled by nothing else."""


def is_position(document: Document) -> bool:
    """Return whether a document is a position description, told from its own words.

    A standard has many levels to a factor, a decision and a rule have their own marks; those
    kinds are told before this is asked.
    """
    page = Page(document)
    opening = document.text[:_OPENING]
    first = page.lines[:_OPENING_LINES]
    duties = any(_opens_duties(line) for line in page.lines)
    factors = _factors(page)
    classified = _classified(first)
    named = bool(_NAMED.search(opening)) or is_announcement(document.text)
    if len(document.text) > _LONGEST or len(document.pages) > _MOST_PAGES:
        return False
    if _levels(document.text) > _MANY_LEVELS:
        return False
    if form_boxes(opening) >= _BOXES:
        return True
    if classified and named and (duties or factors >= _NINE):
        return True
    shares = sum(1 for line in page.lines if share_of(line.text) is not None)
    told = len(_TOLD.findall(document.text[: _OPENING * 2]))
    if classified and duties:
        return factors >= _NINE or shares >= _MARKS or told >= _MARKS
    if classified and shares >= _MARKS and len(_MY_TIME.findall(document.text)) >= _MARKS:
        return True
    if classified and _OWN.search(opening) and _shares_told(first) >= _MARKS:
        return True
    if classified and document.kind == "other" and _tells_of_one_holder(document.text, first):
        return True
    return named and duties and (factors >= _NINE or is_announcement(document.text))


def _tells_of_one_holder(text: str, first: Sequence[Line]) -> bool:
    """Return whether a short text in prose tells what one person in one classification does.

    A rule or a guide speaks of positions and employees in general, and of "his or her" work.
    """
    codes = {code for line in first if (code := classification_in(line.text))}
    if len(text) > _LONGEST_PROSE or len(codes) != 1:
        return False
    holder = len(_HOLDER.findall(_EITHER.sub(" ", text)))
    named = {words[-1] for line in first if (words := _title_before_code(line.text))} - _GENERAL
    holder += sum(len(re.findall(rf"\bthe {re.escape(one)}\b", text.casefold())) for one in named)
    shares = _shares_told(first) or len(_PART_OF_TIME.findall(text))
    return holder >= _MARKS and (shares > 0 or len(_TOLD.findall(text)) >= _MARKS)


def _title_before_code(text: str) -> list[str]:
    """Return the words before the classification a line prints, or on a title's own line."""
    head = re.split(r"\b[A-Z]{2}\s?[-\u2013]?\s?\d{3,4}\b", text)[0].strip(" ,;:(-")
    return re.findall(r"[a-z]+", head.casefold()) if 0 < len(head) <= _TITLE_LENGTH else []


def is_announcement(text: str) -> bool:
    """Return whether a text is a vacancy announcement, by two of the words they have."""
    return len({match.group().casefold() for match in _ANNOUNCED.finditer(text)}) >= _MARKS


def not_a_position(document: Document) -> None:
    """Refuse what cannot be read as one position description, saying what it is instead.

    Raises:
        DocumentError: it holds nothing to read, is not English, is far too long, is a standard,
            a decision or a rule, says nothing of a position, or holds several descriptions.
    """
    where = document.id
    if len(document.text) > _LONGEST or len(document.pages) > _MOST_PAGES:
        size = (
            f"{len(document.pages)} pages" if document.pages else f"{len(document.text):,} letters"
        )
        raise DocumentError(
            f"has {size}, far more than a position description",
            where=where,
            hint="Save the pages of the one description as a file of their own.",
        )
    words = re.findall(r"[^\W\d_]+", plain_reading(document.text)[:_SAMPLE])
    if len(words) < _SHORTEST and not is_position(document):
        raise DocumentError(
            "has hardly any words, so there is nothing to read of a position",
            where=where,
            hint="If it is a scan, run text recognition on it first; or paste its text.",
        )
    plain = len(words) >= _ENOUGH or (_foreign(words) and not _headed(document.text))
    if plain and not _in_english(words, document.text):
        raise DocumentError(
            "is not written in English as far as can be told",
            where=where,
            hint="Give the English description; only those are read.",
        )
    authority = document.kind in ("decision", "regulation") or (
        document.kind == "standard" and not is_position(document)
    )
    if authority or _levels(document.text) > _MANY_LEVELS:
        what = {"decision": "an appeal decision", "regulation": "a regulation"}.get(
            document.kind, "a standard or guide"
        )
        raise DocumentError(
            f"is {what}, not a position description",
            where=where,
            hint="Read it into the library instead: fes ingest FILE.",
        )
    kind = _other_paper(document.text)
    if kind:
        raise DocumentError(
            f"is {kind}, not a position description",
            where=where,
            hint="Give the description of the position itself.",
        )
    several = descriptions(document) or _headed_apart(document)
    if len(several) > 1:
        listed = "; ".join(several)
        raise DocumentError(
            f"holds {len(several)} position descriptions: {listed}",
            where=where,
            hint="Save each as a file of its own.",
        )
    _tells_of_a_position(document)


_APPRAISAL: Final = re.compile(
    r"^\W*[^.\n]{0,40}\bperformance\s+(?:plan|appraisal|evaluation|record)\b[^.\n]{0,40}$",
    re.IGNORECASE | re.MULTILINE,
)
_RATED: Final = re.compile(
    r"\b(?:summary\s+rating|rating(?:\s+of\s+record|\s+period)?)\s*:|"
    r"\bcritical\s+element\s*(?:#|no\.?)?\s*\d",
    re.IGNORECASE,
)
_EMPLOYED: Final = re.compile(
    r"(?:19|20)\d\d\s*[-\u2013]\s*(?:(?:\d\d/)?(?:19|20)\d\d|present|now)\b", re.IGNORECASE
)
_APPLYING: Final = re.compile(
    r"\breferences\b[^.\n]{0,20}\brequest\b|^\W*(?:objective|education|(?:work\s+)?experience|"
    r"professional\s+summary|skills|resume\b[^:\n]{0,40})\s*(?::|$)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADED: Final = re.compile(
    r"^\W*(?:(?i:position|job|title)(?:\s+(?i:title))?\s*:\s*)?[A-Z][\w ()&/,-]{2,60}?[\s,(]+"
    r"(?P<code>[A-Z]{2}-\d{3,4}-\d{1,2})\)?(?:\.\s|\W*$)"
)


def _other_paper(text: str) -> str:
    """Return what a paper on a person is that names a position, such as an appraisal."""
    if _APPRAISAL.search(text[:_OPENING]) and len(_RATED.findall(text)) >= _MARKS:
        return "a performance appraisal"
    applied = {one.group().strip().casefold() for one in _APPLYING.finditer(text)}
    return "a r\u00e9sum\u00e9" if _EMPLOYED.search(text) and len(applied) >= _MARKS else ""


def _headed_apart(document: Document) -> list[str]:
    """Return the descriptions without headings, each under its title, with shares of its own."""
    page = Page(document)
    found: list[str] = []
    shared: set[str] = set()
    for line in page.lines:
        headed = _HEADED.match(line.text)
        if headed is not None:
            found.append(f"{headed['code']} ({page.place(line.start)})")
        if found and re.search(r"\d\s?(?:%|percent)", line.text):
            shared.add(found[-1])
    kept = [one for one in found if one in shared]
    return kept if len({_bare_code(one) for one in kept}) > 1 else []


def _foreign(words: Sequence[str]) -> bool:
    """Return whether another language's small words are more than those of English."""
    return sum(bool(_FOREIGN.fullmatch(one)) - bool(_ENGLISH.fullmatch(one)) for one in words) > 0


def _in_english(words: Sequence[str], text: str) -> bool:
    """Return whether words are English by the small ones, which a terse list of verbs goes without.

    With the words of an English form, only another language's small words speak against it.
    """
    english = sum(1 for word in words if _ENGLISH.fullmatch(word))
    if english / len(words) >= _LEAST_ENGLISH:
        return True
    return _headed(text) and not _foreign(words)


def _headed(text: str) -> bool:
    return bool(_NAMED.search(text) or _TOLD.search(text))


def _tells_of_a_position(document: Document) -> None:
    page = Page(document)
    classified = _classified(page.lines[:_OPENING_LINES])
    duties = any(_opens_duties(line) for line in page.lines)
    told = len(_TOLD.findall(document.text))
    shares = len(re.findall(r"\d\s?(?:%|percent)[^.\n]{0,20}", document.text))
    shares = max(shares, _shares_told(page.lines[:_OPENING_LINES]))
    named = bool(_NAMED.search(document.text[:_OPENING]))
    signs = 2 * classified + 2 * duties + 2 * named + min(told, 2) + min(shares, 2)
    signs += 2 * (_factors(page) >= _NINE)
    if signs < 3:
        raise DocumentError(
            "says nothing of a position: no title with series and grade, no duties, no factors",
            where=document.id,
            hint="Give a position description, a vacancy announcement or a statement of duties.",
        )


def _shares_told(lines: Sequence[Line]) -> int:
    """Return how many sentences tell a share of time, in figures or in words."""
    return sum(share_of(one.text) is not None for line in lines for one in sentences(line))


def descriptions(document: Document) -> list[str]:
    """Return the descriptions a document holds, each as its classification and place.

    A second one begins where duties begin again under another classification.
    """
    page = Page(document)
    found: list[str] = []
    last, seen = "", False
    pending = ""
    told: dict[str, str] = {}
    for line in page.lines:
        code = classification_in(line.text) if len(line.text) < 120 else ""
        told |= _labels_of(line)
        if not code and len(told) == len(_PARTS):
            code = f"{told['series'].zfill(4)}-{int(told['grade']):02d}"
        if code:
            told = {}
        if code and (not last or seen):
            pending = f"{code} ({page.place(line.start)})"
            if not last:
                last = code
        if _opens_duties(line) and (last or line.number > _NAMING):
            if not found:
                found.append(pending or page.place(line.start))
                last = pending.split(" ")[0] if pending else last
            elif pending and _bare_code(pending) not in {_bare_code(one) for one in found}:
                found.append(pending)
            seen, pending = True, ""
    return found


_NAMING: Final = 4
"""Among so many first lines "Statement of Duties" is a sheet's name."""


def _bare_code(told: str) -> str:
    """Return series and grade of a description told of, without its pay plan and place."""
    return re.sub(r"^[A-Z]{2}-", "", told.split(" ", maxsplit=1)[0])


_PARTS: Final = {"series": re.compile(r"\d{3,4}"), "grade": re.compile(r"\d{1,2}(?!\d)")}


def _labels_of(line: Line) -> dict[str, str]:
    """Return the series and the grade that the labels of a line state, as figures."""
    found: dict[str, str] = {}
    for label in labelled(line.text):
        shape = _PARTS.get(label.field)
        figures = shape and shape.search(line.text, label.start, label.end)
        if figures:
            found[label.field] = figures.group()
    return found


def _classified(lines: Sequence[Line]) -> bool:
    """Return whether lines state a classification: by its shape, or by labels for its parts."""
    if any(classification_in(line.text) for line in lines):
        return True
    fields = {label.field for line in lines for label in labelled(line.text)}
    return {"series", "grade"} <= fields or "code" in fields


def _opens_duties(line: Line) -> bool:
    named = section_name(line.text)
    return named is not None and named[0] == "duties"


def _factors(page: Page) -> int:
    heads = (factor_head(line.text) for line in page.lines)
    return len({factor for head in heads if head is not None for factor in head.factors})


def _levels(text: str) -> int:
    """Return how many levels a text heads with points: a standard has a ladder of them."""
    heads = re.findall(r"(?im)^\s*(?:factor\s+)?level\s+([1-9][AB]?-\d)\b", text)
    return len(set(heads))
