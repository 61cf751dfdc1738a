"""The statement by which a supervisor certifies a description, and whether it is signed."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

CERTIFIES: Final = (
    r"(?:I (?:hereby )?certify (?:that\b|(?:to )?the accuracy\b|th(?:is|e) (?:job|position) desc)|"
    r"(?:certified|attested) (?:as )?(?:to be )?(?:accurate|correct)\b)"
)
"""What opens the statement of the supervisor that a description is accurate."""
_CERTIFIES: Final = re.compile(rf"\b{CERTIFIES}", re.IGNORECASE)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE: Final = (
    r"(?:\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|\d{4}-\d{2}-\d{2}|"
    rf"\d{{1,2}} {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}})"
)
_SIGNED: Final = re.compile(
    rf"/s/|/\s*signed\s*/|\(\s*signed\s*\)|\bsigned:\s*[A-Z]|signature[^\n]{{0,40}}{_DATE}|"
    r"signed by|supervisor name:\s*\w[^\n]{0,60}reviewed date:\s*\d",
    re.IGNORECASE,
)
_NAME_AND_DATE: Final = re.compile(
    rf"(?-i:[A-Z][\w.'\u2019-]*,? [A-Z][\w'\u2019-]+)[^\n_]{{0,60}}?{_DATE}", re.IGNORECASE
)
_OTHERS: Final = re.compile(r"\b(?:classif|reviewed)", re.IGNORECASE)
"""Words of whoever classifies or reviews, whose name and date are not the supervisor's."""
_LONGEST_STATEMENT: Final = 1200
_NEAR: Final = 400


class Certification(NamedTuple):
    """Where the statement stands, and whether somebody has signed it."""

    span: tuple[int, int]
    signed: bool


def certification(text: str) -> Certification | None:
    """Return the sentence that certifies a description; None where it holds none."""
    match = _CERTIFIES.search(text)
    if match is None:
        return None
    start = max(text.rfind(mark, 0, match.start()) for mark in (".", "\n")) + 1
    ending = min(
        at if at >= 0 else len(text) for at in (text.find(m, match.end()) for m in (".", "\n\n"))
    )
    end = min(ending + 1, len(text), match.end() + _LONGEST_STATEMENT)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    signed = _SIGNED.search(text[match.start() : end + _NEAR]) or _named(text, match.end())
    return Certification((start, end), bool(signed))


def _named(text: str, start: int) -> bool:
    """Return whether a name with a date stands on the statement's line or on the next one."""
    lines = [line for line in text[start : start + _LONGEST_STATEMENT].split("\n") if line.strip()]
    return any(_NAME_AND_DATE.search(line) and not _OTHERS.search(line) for line in lines[:2])
