"""Words of trades and of office work, by which it is told which pay system a requirement is of."""

from __future__ import annotations

import re
from typing import Final, Literal

from index.language.late import pattern

Kind = Literal["trade", "office"]
TRADE: Final = pattern(
    r"\belectricians?\b|\bplumb\w*|\bweld\w*|\bmechanics?\b|\bcarpent\w*|\bmachinists?\b|"
    r"\bjourney(?:man|men|level|worker)s?\b|\bpaint(?:er|ers|ing)\b|\bhvac\b|\bpipe ?fitt\w*|"
    r"\bboiler\w*|\briggers?\b|\blinem[ae]n\b|\bmason\w*|\btrades?\b|\bcrafts?\b|\bsheet ?metal\b|"
    r"\blocksmith\w*|\bcrane\b|\bheavy equipment\b|\btrucks?\b|\bcdl\b|\blaborers?\b|\bmanual \w+|"
    r"\broof\w*|\bupholster\w*|\bcooks?\b|\bcustodia\w*|\bwrenches\b",
    re.IGNORECASE,
)
OFFICE: Final = pattern(
    r"\bcontract(?:ing|s| oversight| specialist| officer)?\b|\bdegrees?\b|\baccount\w*|\bbudget\w*|"
    r"\banaly\w+|\bengineer(?:s|ing)?\b|\bnurs\w*|\badministrat\w*|\bclerical\b|\bpaper ?work\b|"
    r"\boffice\b|\bcor\b|\bfac-c\b|\bprocure\w*|\bpurchas\w*|\bplanning\b|\bscien\w+|\bprogram\b",
    re.IGNORECASE,
)
REQUIRES: Final = pattern(
    r"\brequir\w*|\bprerequisite\w*|\bneed(?:s|ed)?\b|\bmust\b|\blicen[cs]e\w*|\bcertificat\w*|"
    r"\bcannot (?:get|hold|do)\b|\bcan'?t (?:get|hold|do|be hired)\b|\bhave to (?:be|have|know)\b|"
    r"\bto (?:be|get) hired\b|\bto hold the job\b",
    re.IGNORECASE,
)
"""What tells of knowledge that a job cannot be had or done without."""
EVEN: Final = pattern(
    r"\b50\s?/\s?50\b|\bhalf (?:and|/) half\b|\bequal\w*\b|\beven(?:ly)? split\b|"
    r"\bhalf\b.{0,60}\bhalf\b",
    re.IGNORECASE,
)
_CLAUSE: Final = pattern(r"[,;.]|\b(?:but|while|though|whereas)\b", re.IGNORECASE)
_REQUIRED_NOT: Final = pattern(r"\b(?:isn'?t|is not|not|no|doesn'?t)\b", re.IGNORECASE)
_WITHOUT: Final = pattern(
    r"\b(?:cannot|can'?t|could ?n[o']t|nobody|no one)\b.{0,40}\b(?:without|unless)\b", re.IGNORECASE
)


def kind_told(text: str) -> Kind | None:
    """Return of which kind the knowledge is that a message names; None where it names both alike.

    A clause that says something is not required counts for the other.
    """
    kinds: set[Kind] = set()
    for clause in _CLAUSE.split(text):
        if _REQUIRED_NOT.search(clause) and not _WITHOUT.search(clause):
            continue
        if TRADE.search(clause):
            kinds.add("trade")
        if OFFICE.search(clause):
            kinds.add("office")
    return kinds.pop() if len(kinds) == 1 else None
