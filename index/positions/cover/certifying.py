"""The statement by which a supervisor certifies a description, and whether it is signed."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_CERTIFIES: Final = re.compile(r"\bI certify that\b", re.IGNORECASE)
_SIGNED: Final = re.compile(
    r"/s/|signature[^\n]{0,40}\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|signed by|"
    r"supervisor name:\s*\w[^\n]{0,60}reviewed date:\s*\d",
    re.IGNORECASE,
)
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
    return Certification((start, end), bool(_SIGNED.search(text[match.start() : end + _NEAR])))
