"""Citations of law in a text: the Code of Federal Regulations and the United States Code."""

from __future__ import annotations

import re

from index.language import structure

_ITEM = r"\d{1,5}(?:\.\d+)?[a-z]?(?:\([a-zA-Z0-9]{1,4}\))*"
_LIST = rf"{_ITEM}(?:(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+){_ITEM})*"
_CFR = r"(?:CFR|C\.\s?F\.\s?R\.)"
_USC = r"(?:U\.?\s?S\.?\s?C\.?|USC)"
_KIND = r"(?P<kind>parts?|sections?|chapters?|§+)?"
_NUMBERED = re.compile(
    rf"\b(?P<title>\d{{1,2}})\s+(?:(?P<cfr>{_CFR})|(?P<usc>{_USC}))\s*{_KIND}\s*(?P<list>{_LIST})",
    re.IGNORECASE,
)
_WORDED = re.compile(
    rf"\b{_KIND}\s*(?P<list>{_LIST})\s+of\s+title\s+(?P<title>\d{{1,2}}),?\s+"
    r"(?:of\s+the\s+)?(?:(?P<cfr>Code of Federal Regulations|CFR)|(?P<usc>United States Code|"
    r"U\.\s?S\. Code))",
    re.IGNORECASE,
)


def citations(text: str) -> tuple[str, ...]:
    """Return the law a text cites, each once, in order of first mention.

    ``5 CFR 511.612``, ``5 CFR part 351``, ``5 U.S.C. 5112``: lists are taken apart, and the
    long form ("section 5112 of title 5, United States Code") becomes the short one.
    """
    flat = structure.fold_dashes(" ".join(text.split()))
    found: list[tuple[int, str]] = []
    for pattern in (_NUMBERED, _WORDED):
        for match in pattern.finditer(flat):
            code = "CFR" if match["cfr"] else "U.S.C."
            for offset, item in enumerate(re.findall(_ITEM, match["list"])):
                kind = _kind(match["kind"] or "", item, code)
                found.append((match.start() + offset, f"{match['title']} {code} {kind}{item}"))
    return tuple(dict.fromkeys(cited for _, cited in sorted(found)))


def _kind(kind: str, item: str, code: str) -> str:
    if kind.lower().startswith("chapter"):
        return "chapter "
    whole = item.partition("(")[0]
    if code == "CFR" and "." not in whole:
        return "part "
    return ""
