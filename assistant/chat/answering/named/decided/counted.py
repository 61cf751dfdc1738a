"""What the register of real decisions counts: how often, of how many, and what that is not."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import listed
from assistant.chat.answering.named.decided.asked import DONE
from assistant.chat.model import Answer, Context, Question
from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.decisions.register.facts import Entry

_REGISTER = pattern(
    r"\bregister\b|\b(?:your|the) (?:sample|collection|database|set) of (?:real )?(?:appeal )?"
    r"decisions\b|\bdecisions (?:you (?:have|hold|know|list)|in your)\b",
    re.IGNORECASE,
)
_COUNTS = pattern(
    r"\bhow (?:often|many|frequently)\b|\bpercent\w*\b|\bshares?\b|\bwhat (?:part|fraction|number|"
    r"proportion)\b|\bcount\w*\b|\brates?\b|\bstatistics\b|\bmost(?:ly)?\b",
    re.IGNORECASE,
)
_LOWERED = pattern(r"\blower\w*|\bdowngrad\w*|\breduc\w*|\bwent down\b|\blos[et]\b", re.IGNORECASE)
_RAISED = pattern(r"\brais\w*|\bupgrad\w*|\bhigher\b|\bwent up\b|\bw[io]n\b", re.IGNORECASE)
_SUSTAINED = pattern(r"\bsustain\w*|\bno change\b|\bunchanged\b|\bupheld\b|\bsame\b", re.IGNORECASE)
_WAYS = (("lowered", _LOWERED), ("raised", _RAISED), ("sustained", _SUSTAINED))
_YEAR = pattern(r"\bin (19[89]\d|20[0-3]\d)\b")
_BY_SERIES = pattern(r"\bby series\b|\bwhich series\b|\beach series\b", re.IGNORECASE)
_BY_OTHERS = pattern(r"\b(?:which|what) (?:agenc|department|year)", re.IGNORECASE)
_CODE = pattern(r"\b(?:GS|WG)?-?(\d{4})\b")
_MOST = 5


def counted(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    """Return a count of the register's decisions; None when none is asked for."""
    text = question.message
    if question.decision or not (_REGISTER.search(text) and _COUNTS.search(text)):
        return None
    if _BY_OTHERS.search(text):
        return None
    from core.standards.series import find_series
    from index.decisions.register.facts import entries

    year = _YEAR.search(text)
    bare = text.replace(year[0], " ") if year else text
    series = next((c for c in (*question.series, *_CODE.findall(bare)) if find_series(c)), "")
    chosen = [
        entry
        for entry in entries()
        if (not series or series in entry.all_series)
        and (year is None or entry.date.startswith(f"{year[1]}-"))
        and (question.pay_plan[:1] != "W" or entry.current.pay_plan == question.pay_plan)
    ]
    of = f" on series {series}" if series else ""
    of += f" of {year[1]}" if year else ""
    of += f" under {question.pay_plan}" if question.pay_plan[:1] == "W" else ""
    way = next((name for name, pattern in _WAYS if pattern.search(text)), "")
    if _BY_SERIES.search(text):
        return _by_series(chosen, way or "lowered", of)
    return _of_all(chosen, way, of, len(entries()))


def _of_all(chosen: Sequence[Entry], way: str, of: str, held: int) -> Answer:
    ways = Counter(entry.outcome for entry in chosen)
    unknown = ways.pop("unknown", 0)
    known = ways.total()
    if not known:
        lead = (
            f"**The register holds {_decisions(len(chosen))}{of}, and the outcome of none of them "
            "is known.** So nothing can be counted."
        )
        return Answer(lead=lead, next=("`fes decisions list` lists the register.",))
    if way:
        share = 100 * ways[way] / known
        lead = (
            f"**In {ways[way]} of {_decisions(known)}{of} whose outcome is known OPM {DONE[way]}: "
            f"{share:.1f} percent.**"
        )
    else:
        told = [f"{DONE[name]} in {number}" for name, number in ways.most_common()]
        lead = (
            f"**The register holds {_decisions(len(chosen))}{of}; the outcome of {known} is known: "
            f"OPM {listed(told)}.**"
        )
    rest = f" Of {unknown} more the outcome is not known." if unknown else ""
    lead += (
        f"{rest} These are no odds: the register ({held} decisions in all) holds what public "
        "copies showed, not a draw from all decisions."
    )
    rows = ["| Outcome | Decisions |", "| --- | ---: |"]
    rows += [f"| OPM {DONE[name]} | {number} |" for name, number in ways.most_common()]
    return Answer(
        lead=lead,
        figures=("\n".join(rows),),
        whose=f"The register{of}",
        next=("`fes decisions stats --by series` counts by series; `fes decisions list` lists.",),
    )


def _by_series(chosen: Sequence[Entry], way: str, of: str) -> Answer:
    known = [e for e in chosen if e.outcome != "unknown" and e.series]
    total = Counter(e.series for e in known)
    such = Counter(e.series for e in known if e.outcome == way)
    told = [f"{code} ({number} of {total[code]})" for code, number in such.most_common(_MOST)]
    lead = (
        f"**Of {_decisions(len(known))}{of} whose series and outcome are known, OPM {DONE[way]} "
        f"most often in series {listed(told)}.** So few tell nothing of odds: the register holds "
        "what public copies showed, not a draw from all decisions."
    )
    return Answer(lead=lead, next=("`fes decisions stats --by series` counts all of them.",))


def _decisions(number: int) -> str:
    return f"{number} decision{'' if number == 1 else 's'}"
