"""What the guide for staff analysis asks at two neighboring levels, for writing a rationale.

The flysheets of 0301, 0340 and 0343 have no levels of their own: analysis at GS-9 and above is
graded by the Administrative Analysis Grade Evaluation Guide. A rationale for such a position has
to be written from the guide's levels, not from the general ones.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Words
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

LEAST: Final = 9
"""The grade from which the guide is used (flysheets for 0340, p. 11, and 0343, p. 15)."""
SERIES: Final = frozenset({"0301", "0340", "0343"})
"""Series whose flysheets send their analysis, or work a guide fits, to the guide."""
_DATA = Path(__file__).with_name("analysis.toml")
_SENT: Final = {
    "0301": law(
        "gs-0301",
        "4",
        "appropriate multiseries guide or, if none is applicable",
        "0301 work is graded by a guide for several series that fits, else by the standard of a "
        "series with analogous knowledge and skills.",
    ),
    "0340": law(
        "gs-0340",
        "11",
        "Use the Administrative Analysis Grade Evaluation Guide",
        "Nonsupervisory 0340 positions at GS-9 and above are graded by the guide.",
    ),
    "0343": law(
        "gs-0343",
        "15",
        "are evaluated by reference to the Administrative Analysis",
        "Nonsupervisory 0343 positions at GS-9 and above are graded by the guide.",
    ),
}
_PROCEDURE = pattern(
    r"\b(?:maps?|mapping|mapped|flow ?charts?\w*|work[- ]?flows?|process(?:es)? maps?|"
    r"procedur\w+|staffing (?:patterns?|ratios?)|forms|work distribution|task analys\w+|"
    r"work measurement|time studies)\b",
    re.IGNORECASE,
)
_SUBSTANCE = pattern(
    r"\b(?:effective\w*|program results?|results of|outcomes?|mission|performance of (?:the|a) "
    r"program|program evaluations?|evaluates? (?:the |a )?programs?|reorganiz\w+|polic(?:y|ies))\b",
    re.IGNORECASE,
)
_TELLS: Final = {"1": ("1-6", "1-7"), "4": ("4-3", "4-4")}
"""The levels between which procedure and substance decide, by the factor."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of the guide: its points and page, and what it is about in our words."""

    level: str
    points: int
    page: str
    about: str
    anchor: str

    @property
    def words(self) -> Words:
        """The level as a rule that an answer rests on, with the place of its own words."""
        ours = f"Level {self.level} ({self.points:,} points): {self.about}."
        return law("analysis-guide", self.page, self.anchor, ours)

    @property
    def named(self) -> str:
        """The level with its points and what it is about."""
        return f"**Level {self.level}** ({self.points:,} points, p. {self.page}): {self.about}."


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


def sent_by(code: str) -> Words:
    """Return the rule by which a flysheet sends its work to the guide."""
    return _SENT[code]


def rationale(question: Question, context: Context) -> Answer | None:
    """Return what a rationale on one factor of a staff analyst has to settle; None if no such job.

    The two levels are the one usual at the grade named and the one below it; where levels are
    named, those.
    """
    code = next((one for one in question.series if one in SERIES), "")
    if not code and context.case is not None and not question.series:
        code = context.case.current.series if context.case.current.series in SERIES else ""
    grade = question.grades[0] if question.grades else LEAST
    key = question.factors[0] if question.factors else ""
    factor = _data()["factor"].get(key)
    if not code or factor is None or grade < LEAST:
        return None
    ladder = rungs(key)
    low, high = _pair(question, ladder, key, grade)
    named = f"GS-{code}" + (f" at GS-{grade}" if question.grades else "")
    told = _told(question, key, low.level, high.level)
    of = " where its work is analysis" if code == "0301" else ""
    lead = (
        f"**{named} is graded by the Administrative Analysis Grade Evaluation Guide{of}, and its "
        f"Factor {key}, {factor['name']}, parts {low.level} from {high.level} so: {low.level} is "
        f"{low.about}; {high.level} is {high.about}.**{told} Write the facts that meet each part "
        "of the level you credit, then what is missing of the next."
    )
    return Answer(
        lead=lead,
        words=(low.words, high.words, sent_by(code)),
        next=(f"The facts that decide: {factor['ask'][:1].lower()}{factor['ask'][1:]}",),
        more=("\n".join(f"- {one.named}" for one in ladder),),
        levels=(high.level,),
        factors=(key,),
    )


def rungs(factor: str) -> list[Rung]:
    """Return the guide's levels of a factor, the lowest first; none of a factor it leaves out."""
    found = _data()["factor"].get(factor)
    return [] if found is None else [Rung(**one) for one in found["levels"]]


def _pair(question: Question, ladder: list[Rung], key: str, grade: int) -> tuple[Rung, Rung]:
    """Return the two neighboring levels to tell apart."""
    known = [one.level for one in ladder]
    meant = [one for one in question.levels if one in known]
    if len(meant) > 1:
        places = sorted(known.index(one) for one in meant)
        return ladder[places[0]], ladder[places[-1]]
    if key in _TELLS and not meant and _leaning(question) == "procedure":
        meant = [_TELLS[key][1]]
    typical = _data()["typical"]
    at = str(min((int(one) for one in typical if int(one) >= grade), default=13))
    level = meant[0] if meant else typical[at][key]
    place = max(known.index(level), 1)
    return ladder[place - 1], ladder[place]


def _leaning(question: Question) -> str:
    """Return whether procedure alone or substance is told of the work; empty when neither."""
    if _SUBSTANCE.search(question.message):
        return "substance"
    return "procedure" if _PROCEDURE.search(question.message) else ""


def _told(question: Question, key: str, low: str, high: str) -> str:
    """Return what the work told speaks for, where procedure or substance parts the levels."""
    if _TELLS.get(key) != (low, high):
        return ""
    leaning = _leaning(question)
    if leaning == "procedure":
        return (
            f" What you tell is procedure, which is {low}; {high} needs facts on substantive "
            "problems of the work studied."
        )
    if leaning == "substance":
        return f" What you tell speaks for {high}, if it is more than procedure."
    return ""
