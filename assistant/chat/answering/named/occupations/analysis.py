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

from assistant.chat.answering.kit import law, listed
from assistant.chat.answering.named.chart import cell_alone, cell_told, cells_told
from assistant.chat.model import Answer, Words
from assistant.chat.reading.pulls import said_way
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

LEAST: Final = 9
"""The grade from which the guide is used (flysheets for 0340, p. 11, and 0343, p. 15)."""
SERIES: Final = frozenset({"0301", "0340", "0343"})
"""Series whose flysheets send their analysis, or work a guide fits, to the guide."""
ANALYST: Final = frozenset({"0340", "0343"})
"""Series all of whose nonsupervisory work from that grade up is graded by the guide."""
GUIDE: Final = "Administrative Analysis Grade Evaluation Guide"
NAMES_GUIDE: Final = pattern(
    r"\badmin(?:istrative)? (?:analysis|guide)\b|\banaly(?:sis|st|sts) (?:grade[- ]evaluation )?"
    r"guide\b|\baageg\b",
    re.IGNORECASE,
)
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
    r"work measurement|time studies|staffing of)\b",
    re.IGNORECASE,
)
_SUBSTANCE = pattern(
    r"\b(?:effective\w*|program results?|results of|outcomes?|mission|performance of (?:the|a) "
    r"program|program evaluations?|evaluates? (?:the |a )?programs?|reorganiz\w+|polic(?:y|ies))\b",
    re.IGNORECASE,
)
_TELLS: Final = {"1": ("1-6", "1-7"), "4": ("4-3", "4-4")}
"""The levels between which procedure and substance decide, by the factor."""
_PLACES: Final = pattern(
    r"\b(?:(?:field|regional|district|area|other|several|many|all|two|three|four|five|six|seven|"
    r"eight|nine|ten|\d+)\s+)+(?:offices|regions|locations|sites|installations|commands|"
    r"echelons|bureaus|states|districts|centers)\b|\bechelons\b|\bacross (?:the )?agency",
    re.IGNORECASE,
)
_ONE_PLACE: Final = pattern(
    r"\b(?:one|a single|the|our|my) (?:\w+ )?(?:office|division|branch|unit|section|center)\b",
    re.IGNORECASE,
)
_CONTACTS: Final = frozenset({"6", "7"})
_PURPOSES: Final = "abcd"
_MEETS: Final = law(
    "analysis-guide",
    "20",
    "where the selected levels intersect on the chart",
    "Persons contacted and purpose are chosen apart; the chart gives the points where they meet.",
)
_PURPOSE: Final = pattern(r"\bpurposes?\b", re.IGNORECASE)
_UNLIKELY: Final = pattern(
    r"\b(?:unrealistic|unlikely|improbable|implausible|asterisks?|starred)\b", re.IGNORECASE
)
_CHART_ASKED: Final = pattern(r"\bchart\b|\bcombined?\b|\btogether\b", re.IGNORECASE)


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


def cells_apart(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    """Return how two cells of the guide's chart differ, or which cells it marks as unlikely."""
    if not NAMES_GUIDE.search(question.message):
        return None
    data = _data()["contacts"]
    if _UNLIKELY.search(question.message):
        return Answer(
            lead=(
                f"**{listed(data['unlikely'])}: those combinations the chart of the {GUIDE} marks "
                "as probably unrealistic (p. 21).** The number is the level of contacts, the "
                "letter the purpose."
            ),
            words=(_MEETS,),
            factors=("6", "7"),
        )
    cells = cells_told(question.message)
    if len(cells) != 2 or any(row not in data["persons"] for row, _ in cells):
        return None
    points = [data["chart"][column.lower()][int(row) - 1] for row, column in cells]
    said = [
        f"{row}{column.lower()} gives {p} points"
        for (row, column), p in zip(cells, points, strict=True)
    ]
    rows, columns = (list(dict.fromkeys(one)) for one in zip(*cells, strict=True))
    persons = [f"Persons {row}: {data['persons'][row]}" for row in rows]
    purposes = [f"Purpose {one.lower()}: {data['purpose'][one.lower()]}" for one in columns]
    return Answer(
        lead=(
            f"**{listed(said)} by the chart of the {GUIDE} (p. 21), "
            f"{abs(points[0] - points[1])} apart.** {'. '.join((*persons, *purposes))}."
        ),
        words=(_MEETS,),
        factors=("6", "7"),
    )


_LEVELS_OF_A_CELL = 2


def levels_apart(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    """Return how the guide named parts two levels of a factor, with what the work told speaks for.

    None when it does not name the guide and two levels of one of its factors.
    """
    by_guide = NAMES_GUIDE.search(question.message)
    if not (by_guide or set(question.series) & ANALYST) or question.points:
        return None
    if len(question.levels) > _LEVELS_OF_A_CELL:
        # Levels of other factors beside the cell are to be added up.
        return None
    if (cell := cell_told(question.message) or cell_alone(question)) is not None:
        return _of_cell(*cell)
    if by_guide and not question.levels and _PURPOSE.search(question.message):
        return _of_contacts(question)
    if question.factors and set(question.factors) <= _CONTACTS:
        return _of_contacts(question)
    levels = question.levels
    if len(levels) != 2 or len(question.factors) != 1:
        return None
    key = question.factors[0]
    factor = _data()["factor"].get(key)
    rungs = {one["level"]: Rung(**one) for one in factor["levels"]} if factor else {}
    if not set(levels) <= set(rungs):
        return None
    low, high = (rungs[one] for one in sorted(levels))
    lead = (
        f"**By the {GUIDE}, Level {low.level} ({low.points:,} points): {low.about}; Level "
        f"{high.level} ({high.points:,}): {high.about}.**{_told(question, key, low, high)} "
        f"{high.level} is credited when the whole of it is met, else {low.level}."
    )
    return Answer(
        lead=lead,
        words=(high.words, low.words),
        next=(f"The fact that decides: {factor['ask'][:1].lower()}{factor['ask'][1:]}",),
        levels=(high.level, low.level),
        factors=(key,),
    )


def _of_cell(row: str, column: str) -> Answer | None:
    """Return the points of the guide's chart where a level of contacts meets a purpose."""
    data = _data()["contacts"]
    purpose = column.lower()
    cells = data["chart"].get(purpose)
    if cells is None or row not in data["persons"]:
        return None
    doubt = ""
    if f"{row}{purpose}" in data["unlikely"]:
        doubt = " The chart marks that combination as probably unrealistic."
    return Answer(
        lead=(
            f"**{cells[int(row) - 1]} points for Factors 6 and 7 together: contacts {row} with "
            f"purpose {purpose}, by the chart of the {GUIDE} (p. 21).**{doubt} Persons {row}: "
            f"{data['persons'][row]}. Purpose {purpose}: {data['purpose'][purpose]}."
        ),
        words=(_MEETS,),
        levels=(f"6-{row}", f"7-{column.upper()}"),
        factors=("6", "7"),
    )


def _of_contacts(question: Question) -> Answer | None:
    """Return the levels of contacts or purposes named as the guide has them, and its chart."""
    if not (
        question.levels
        or _CHART_ASKED.search(question.message)
        or _PURPOSE.search(question.message)
    ):
        return None
    data = _data()["contacts"]
    marks = [one.rpartition("-")[2].lower() for one in question.levels]
    named = []
    for level, mark in zip(question.levels, marks, strict=True):
        of = "persons" if level.startswith("6") else "purpose"
        # The guide's purposes have letters; people who know other standards give them numbers.
        key = _PURPOSES[int(mark) - 1] if of == "purpose" and mark in "1234" else mark
        named.append((of, key, data[of].get(key)))
    if any(about is None for _, _, about in named):
        return None
    if not named:
        alone = _PURPOSE.search(question.message) and not _CHART_ASKED.search(question.message)
        both = ("purpose",) if alone else ("persons", "purpose")
        named = [(of, key, about) for of in both for key, about in data[of].items()]
    said = "; ".join(f"{of} {key}: {about}" for of, key, about in named)
    return Answer(
        lead=(
            f"**By the {GUIDE}, {said}.** It gives no points for contacts and purpose apart: its "
            "chart has them where the two meet (p. 21)."
        ),
        words=(_MEETS,),
        next=("Name both, such as *contacts 3 and purpose b*, and the chart's points are given.",),
        levels=question.levels,
        factors=question.factors,
    )


def rationale(question: Question, context: Context) -> Answer | None:
    """Return what a rationale on one factor of a staff analyst has to settle; None if no such job.

    The two levels are the one usual at the grade named and the one below it; where levels are
    named, those.
    """
    code = next((one for one in question.series if one in SERIES), "")
    case, opened = context.case, context.opened
    graded_by_own = opened is not None and bool(opened.standard.factors)
    if not code and case is not None and not question.series and not graded_by_own:
        code = case.current.series if case.current.series in SERIES else ""
    grade = question.grades[0] if question.grades else LEAST
    key = question.factors[0] if question.factors else ""
    factor = _data()["factor"].get(key)
    if not code or factor is None or grade < LEAST:
        return None
    ladder = rungs(key)
    low, high = _pair(question, ladder, key, grade)
    named = f"GS-{code}" + (f" at GS-{grade}" if question.grades else "")
    told = _told(question, key, low, high)
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


def usual_combination(grade: int) -> list[str] | None:
    """Return the levels that the guide's table has as usual at a grade; None where it has none."""
    found: list[str] | None = _data()["usual"].get(str(grade))
    return found


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
    text = question.around or question.message
    if _SUBSTANCE.search(text):
        return "substance"
    return "procedure" if _PROCEDURE.search(text) else ""


def _told(question: Question, key: str, low: Rung, high: Rung) -> str:
    """Return which of two levels the work told speaks for, where its words part them."""
    text = question.around or question.message
    if key == "5" and (low.level, high.level) == ("5-3", "5-4"):
        if _PLACES.search(text):
            return (
                " What you tell reaches several places, which speaks for 5-4, if the work sets "
                "criteria or solves problems for how well they work, not their internal "
                "administration alone."
            )
        one_place = _ONE_PLACE.search(text)
        return " What you tell stays in one place, which speaks for 5-3." if one_place else ""
    if _TELLS.get(key) != (low.level, high.level):
        return said_way(text, key, low.level, high.level)
    leaning = _leaning(question)
    if leaning == "procedure":
        return (
            f" What you tell is procedure, which is {low.level}; {high.level} needs facts on "
            "substantive problems of the work studied."
        )
    if leaning == "substance":
        return f" What you tell speaks for {high.level}, if it is more than procedure."
    return ""
