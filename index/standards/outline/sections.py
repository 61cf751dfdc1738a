"""The divisions of a standard: which headings open them, in the words of sixty years of issues."""

from __future__ import annotations

import re
from typing import Literal

from index.language.structure import fold
from index.standards.rows import Row

Section = Literal[
    "levels", "conversion", "chart", "benchmarks", "illustrations", "appendix", "primary",
    "coverage", "exclusions", "titles", "definition", "notes", "summary", "grading", "situations",
    "other",
]  # fmt: skip

_PATTERNS: tuple[tuple[Section, str], ...] = (
    ("chart", (r"point assignment chart|combined chart|contacts? (?:point )?chart|"
               r"(?:points?|matrix) for (?:combined )?factors? 6|"
               r"factors? 6 and 7 (?:point|matrix)")),
    ("conversion", (r"grade[- ]conversion|points?[- ]to[- ]grade|conversion (?:table|chart)|"
                   r"grade determination table")),
    ("benchmarks", (r"benchmarks?(?: position)? descriptions?$|^(?:opm |fes |factor evaluation "
                   r"system )*benchmarks?$|^appendix\b.*\bbenchmark")),
    ("illustrations", (r"^appendix\b.*\billustrat|"
                      r"^factor (?:[1-9][ab]?\b.{0,60})?\billustrations?$|"
                      r"^illustrations? (?:for|of) factor|^factor level illustrations|"
                      r"^(?:work|position|appendix)? ?illustrations(?: of .*)?$|"
                      r"^appendix\b.*\bexamples?$|^work examples$")),
    ("primary", r"^(?:the )?(?:fes |factor evaluation system )?primary standard$"),
    ("appendix", r"^(?:appendix|appendices|attachment|exhibit)\b"),
    ("summary", r"evaluation summary|evaluation statement|^factor point (?:table|summary)"),
    ("levels", r"factor[- ]level[- ]descriptions?|^grade evaluation factors|^factor descriptions"),
    ("exclusions", r"^exclusions?\b"),
    ("coverage", (r"^(?:statement of )?coverage\b|^what is covered|^scope of (?:this )?"
                 r"(?:standard|guide)")),
    ("titles", r"^(?:authorized |official |specification of |position )*titl(?:es?|ing)\b"),
    ("definition", r"^series definition"),
    ("notes", (r"^(?:explanatory )?notes? to (?:the )?users?|^how to use this|^using th(?:is|e) "
              r"(?:standard|guide)|^explanatory (?:statement|notes?|material)|"
              r"^(?:special )?instructions? (?:for|to)\b|^evaluation plan|^evaluating? positions|"
              r"^evaluation of positions|^evaluation notes?|^evaluation criteria$|^use of th")),
    ("grading", (r"^(?:grad(?:e|ing)|evaluation) (?:instructions|criteria|guidance)|"
                r"^grade[- ]level (?:criteria|descriptions?)|^classification criteria")),
    ("situations", r"^special situations$"),
    ("other", (r"^(?:background|introduction|historical record|key dates|occupational information|"
              r"general (?:series|occupational)|distinctions?|distinguishing|impact of automation|"
              r"crosswalk|modifications to|defining study|results of agency|"
              r"determining the grade|(?:supervisory|work leader) positions|"
              r"glossary|definitions?$|references?$|revision summary)")),
)  # fmt: skip
_SECTIONS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _PATTERNS)
_ILLUSTRATION = re.compile(
    r"^(?:fld\s+[1-9]-[1-9]\s+)?(?:work\s+|typical\s+|assignment\s+)?"
    r"(?:illustrations?(?:\(s\))?|illustrative (?:\w+ )?(?:examples?|assignments?|duties)|"
    r"examples? of work|"
    r"work examples?)\s*"
    r"(?:(?:of|for|at) (?:work|assignments|the|GS)\b.{0,40}|(?:#|no\.? ?)?\d+)?\s*:?$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"^(?:work )?illustrations?(?:\(s\))?(?: (?:no\. ?|#)?\d+)?(?: ?--?|[.:])\s+(?:-+\s*)?[A-Z]|"
    r"^(?:the )?(?:following|these) (?:[\w-]+ ){0,4}(?:are|is) (?:[\w-]+ )?"
    r"(?:illustrat|examples? of)|"
    r"^illustrative (?:of|assignments?|examples?)\b.{0,80}:$",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(r"^(?:work )?examples?(?: of .{0,30})?\s*:?$", re.IGNORECASE)
_BENCHMARK = re.compile(
    r"\b(?:benchmark|bmk|bm)\.?\s*(?:#|no\.?|number)?\s*(?=\d|$)|\bbenchmark\s*[-:#]?\s*\d",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^(?:(?:appendix|attachment|exhibit)\b.{0,20}?|[A-Z\d]{1,2}[.)]\s+)?(?:glossary|definitions?"
    r"(?: of .{0,40})?|references?|bibliography|historical record|explanatory|key dates|index|"
    r"(?:list of )?abbreviations|acronyms|explanations? of terms|terms used|terminology)\b.{0,40}$",
    re.IGNORECASE,
)
_GRADED = re.compile(
    r"^(?P<title>[A-Z][\w ,&/().'-]{2,90}?)[\s,:-]+(?P<plan>GS|GG|GM)-?\s?"
    r"(?P<series>\d{3,4})\s?-\s?(?P<grade>\d{1,2})\b(?P<rest>.{0,60})$",
    re.DOTALL,
)
_NUMBERED_BENCHMARK = re.compile(r"(?<!\d)(?P<grade>\d{1,2})-(?P<number>\d{1,2})(?!\d)")


def section_of(row: Row) -> Section | None:
    """Return the division a row opens, or None when it opens none.

    A row opens one as a heading, or as a short line in capitals.
    """
    text = " ".join(fold(row.text).split()).strip(" :*.-")
    capitals = text.isupper() and len(text) > 3
    if not (row.heading or capitals or text.istitle()) or len(text) > 110:
        return None
    if row.text.rstrip().endswith((".", ";")) and not capitals:
        return None
    plain = re.sub(r"^(?:section |part )?[IVX]{1,4}[.:\s-]+|^[A-Z\d]{1,2}[.)]\s+", "", text)
    for name, pattern in _SECTIONS:
        if pattern.search(plain):
            return name
    return None


def ends_benchmarks(row: Row) -> bool:
    """Tell whether a row heads what stands behind the last benchmark, such as a glossary."""
    text = " ".join(fold(row.text).split()).strip(" :*.-")
    return bool(row.heading or text.isupper()) and bool(_BEHIND.match(text))


def opens_illustrations(row: Row) -> bool:
    """Tell whether a row inside a level opens its illustrations."""
    text = " ".join(fold(row.text).split())
    if _EXAMPLES.match(text) and not text.endswith("."):
        named = text.lower().startswith("work ") or re.search(r" at (?:the )?GS-?\d{1,2}:?$", text)
        return bool(row.heading or text.isupper() or text.endswith(":") or named)
    if "(s)" in text.lower() and not (row.heading or text.isupper() or text.endswith(":")):
        return False
    return len(text) < 60 and bool(_ILLUSTRATION.match(text))


def leads_to_examples(row: Row) -> bool:
    """Tell whether a row of text introduces illustrations, or is one with its name before it."""
    return bool(_LEADS.match(" ".join(fold(row.text).split())))


def benchmark_title(row: Row) -> tuple[str, str, int | None] | None:
    """Return title, series and grade of a row that opens a benchmark, or None."""
    text = " ".join(fold(row.text).split()).strip(" :.-")
    if len(text) > 140 or (row.text.rstrip().endswith(".") and not text.isupper()):
        return None
    graded = _GRADED.match(text)
    named = _BENCHMARK.search(text)
    if named is None:
        return None
    if not (row.heading or text.isupper() or graded):
        return None
    series, grade = "", None
    if graded is not None:
        series, grade = graded["series"].zfill(4), int(graded["grade"])
    else:
        numbered = _NUMBERED_BENCHMARK.search(text[named.start() :])
        printed = re.search(r"\bG[SG]-0?(1[0-5]|[1-9])\b(?!-)", text)
        if printed is not None:
            grade = int(printed[1])
        elif numbered is not None and 1 <= int(numbered["grade"]) <= 15:
            grade = int(numbered["grade"])
    return text, series, grade


def graded_title(row: Row) -> tuple[str, str, int] | None:
    """Return title, series and grade of a row such as ``Clerk, GS-9998-05``, or None."""
    text = " ".join(fold(row.text).split()).strip(" :.-")
    found = _GRADED.match(text)
    if found is None or not (row.heading or text.isupper() or len(text) < 80):
        return None
    return text, found["series"].zfill(4), int(found["grade"])
