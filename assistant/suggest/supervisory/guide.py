"""Levels of the General Schedule Supervisory Guide, from the description of a supervisor.

The words tell Factors 1 to 4. The base level (Factor 5) is the grade of the work directed, which
a description states as a fact of its subordinates, and Factor 6 goes with it; without such a grade
neither is suggested. The levels of this guide have no typical patterns: each factor stands alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from assistant.cases.supervisors import supervision_share
from assistant.suggest.described import Described, Sentence
from assistant.suggest.joint import step, sums
from assistant.suggest.language.hearing import Hearing, hear, vectors_of
from assistant.suggest.model import FactorSuggestion, Pull, Suggestions
from assistant.suggest.pulls import MOST, Language, Pulls, language
from assistant.suggest.supervisory import authorities, chain, persons
from assistant.suggest.supervisory.directed import Base, base_of
from core.model import Notice
from core.standards.criteria import Factor
from core.supervisory import STANDARD_ID, load_guide, score_supervisory
from core.supervisory.guide import Guide
from core.supervisory.models import guide_standard
from index.record.embedding import Embedder

_PAPER: Final = "position description"
BASE: Final = "5"
CONDITIONS: Final = "6"
SURE_OF_BASE: Final = {"share": 0.85, "count": 0.75, "mention": 0.55}
"""How sure a base level is by what it rests on: a grade that is only mentioned may be less than a
quarter of the work."""


def suggest_supervisory(
    described: Described, embedder: Embedder, *, most: int = MOST
) -> Suggestions:
    """Suggest a level for the factors of the supervisory guide that the description bears on.

    Args:
        described: the position's description.
        embedder: gives the vectors of sentences.
        most: how many sentences of the description are given for and against each level.

    Raises:
        StandardError: no edition of the guide was in force.
        StorageError: what tells levels apart cannot be read.
    """
    guide = load_guide(described.as_of)
    standard = guide_standard(described.as_of)
    vectors = vectors_of(described, embedder)
    keys = [str(one.factor) for one in standard.factors]
    heard = hear(described, vectors, keys, scheme=f"{STANDARD_ID}.")
    pulls = Pulls(embedder, vectors, standard.document, scheme=f"{STANDARD_ID}.", most=most)
    base = base_of(described)
    found: list[FactorSuggestion] = []
    for factor in standard.factors:
        key = str(factor.factor)
        if key in (BASE, CONDITIONS):
            if base is not None:
                found.append(_from_base(factor, base, guide, described))
        elif key in heard:
            found.append(_from_words(factor, heard[key], described, pulls, guide, most))
    levels: dict[str, Any] = {str(one.factor): one.level for one in found}
    request = {"standard": STANDARD_ID, "levels": levels}
    if base is not None:
        request["base"] = {"grade": f"GS-{base.grade}"}
    share = supervision_share(
        (
            (f"{duty.title}. {_told(described, number)}", duty.percent)
            for number, duty in enumerate(described.duties, 1)
        ),
        (one.text for one in described.sentences),
    )
    if share is not None:
        request["coverage"] = {"percent": share}
    complete = base is not None and len(found) == len(keys)
    data = score_supervisory(request) if complete else None
    points = {str(f.factor): {one.level: one.points for one in f.levels} for f in standard.factors}
    chances = sums({str(one.factor): one.levels for one in found}, points) if complete else {}
    row = None if data is None or data["total"] is None else guide.chart_row(data["total"])
    return Suggestions(
        standard=STANDARD_ID,
        edition=standard.edition_id,
        title=standard.title,
        factors=tuple(found),
        total=data["total"] if complete and data is not None else None,
        grade=data["grade"] if complete and data is not None else None,
        confidence=round(
            sum(share for total, share in chances.items() if guide.chart_row(total) == row), 3
        ),
        stated=dict(described.stated),
        remarks=_remarks(keys, found, base),
        notices=tuple(
            Notice.model_validate(one) for one in (data["findings"] if data is not None else ())
        ),
    )


def _told(described: Described, duty: int) -> str:
    return " ".join(one.text for one in described.sentences if one.duty == duty)


def _from_words(
    factor: Factor, hearing: Hearing, described: Described, pulls: Pulls, guide: Guide, most: int
) -> FactorSuggestion:
    by_name = {one.level: one for one in factor.levels}
    said = {level: hearing.steps.get(step(level), min(hearing.steps.values())) for level in by_name}
    counted = _counted(str(factor.factor), described, guide)
    said = {level: value + counted.adds.get(level, 0.0) for level, value in said.items()}
    top = max(said.values())
    weights = {level: math.exp(value - top) for level, value in said.items()}
    whole = sum(weights.values())
    shares = {level: weight / whole for level, weight in weights.items()}
    order = sorted(shares, key=lambda level: (-shares[level], step(level)))
    first, second = (counted.paragraph(language(by_name[level], None)) for level in order[:2])
    favour, against, settles = pulls.of(hearing, first, second)
    if order[0] in counted.adds:
        favour = (
            *(
                Pull(source=_PAPER, text=one.text, place=one.place, level=order[0])
                for one in counted.witnesses[:most]
            ),
            *(one for one in favour if one.source != _PAPER),
        )
        against = tuple(one for one in against if one.source != _PAPER)
    return FactorSuggestion(
        factor=factor.factor,
        name=factor.name,
        level=order[0],
        points=by_name[order[0]].points,
        runner_up=order[1],
        confidence=round(shares[order[0]], 3),
        levels={level: round(share, 3) for level, share in shares.items()},
        ground="section" if hearing.direct else "duties",
        stated=described.stated.get(str(factor.factor)),
        favour=favour,
        against=against,
        settles=(*counted.asked, *settles),
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    """What a count adds to the levels, the sentences it rests on and what it leaves to be asked.

    ``paragraphs`` are those of the levels that the count is of.
    """

    adds: Mapping[str, float] = field(default_factory=dict)
    witnesses: tuple[Sentence, ...] = ()
    asked: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()

    def paragraph(self, said: Language) -> Language:
        """Return what a level says, of its paragraphs those alone that are counted."""
        own = [n for n, (id_, _, _) in enumerate(said.digest) if id_ in self.paragraphs]
        if not (own and self.adds):
            return said
        return replace(
            said,
            digest=tuple(said.digest[n] for n in own),
            groups=tuple(said.groups[n] for n in own),
        )


def _counted(factor: str, described: Described, guide: Guide) -> _Counted:
    if factor == chain.FACTOR:
        told = chain.step_told(described)
        own = described.of(factor)
        return _Counted() if told is None else _Counted({f"{factor}-{told}": chain.COUNTS}, own)
    if factor == authorities.FACTOR:
        found = authorities.told(described)
        return _Counted(
            authorities.leaning(found, guide),
            found.witnesses(),
            (authorities.counted(found, guide),),
            ("3-2.c", "3-3.b"),
        )
    met = persons.highest(described) if factor == persons.FACTOR else None
    if met is not None:
        return _Counted(
            {f"{factor}-{met.step}": persons.COUNTS[met.step]},
            (met.sentence,),
            (persons.asked(met),),
        )
    return _Counted()


def _from_base(factor: Factor, base: Base, guide: Guide, described: Described) -> FactorSuggestion:
    """Return the level of Factor 5 or 6 for the grade of the work directed."""
    grade, sentence, sure = base.grade, base.sentence, SURE_OF_BASE[base.ground]
    key = str(factor.factor)
    names = [one.level for one in factor.levels]
    if key == BASE:
        level = guide.grade_levels.get(grade, names[-1])
        place = names.index(level)
        rival = names[place - 1] if place else names[1]
    else:
        # The highest level whose paragraphs describe work of the grade is the one for a supervisor
        # of supervisors; who directs the work itself is one lower, but for the top level.
        highest = next((one for up_to, one, _ in guide.usual_conditions if grade <= up_to), "")
        place = names.index(highest or names[-1])
        top = guide.usual_conditions[-2][0] + 1 < grade
        level = names[place] if top or base.through else names[place - 1]
        rival = names[place - 1] if level == names[place] else names[place]
    points = {one.level: one.points for one in factor.levels}
    asked = (
        f"Whether work at GS-{grade} that is mission-oriented, not under other supervisors' "
        "technical direction and not trainee work fills at least 25 percent of the nonsupervisory "
        "workload."
        if key == BASE
        else "How much coordination and integration the supervisor's own work takes, and whether "
        "subordinate supervisors each direct a substantial workload."
    )
    return FactorSuggestion(
        factor=factor.factor,
        name=factor.name,
        level=level,
        points=points[level],
        runner_up=rival,
        confidence=sure,
        levels={
            name: sure if name == level else round((1 - sure) * (name == rival), 3)
            for name in names
        },
        ground="duties",
        stated=described.stated.get(key),
        favour=(
            Pull(
                source=_PAPER,
                text=sentence.text,
                place=sentence.place,
                level=level,
            ),
        ),
        settles=(asked,),
    )


def _remarks(keys: list[str], found: list[FactorSuggestion], base: Base | None) -> tuple[str, ...]:
    said = []
    if base is None:
        said.append(
            "The description gives no grades of those supervised, so the base level of work "
            "(Factor 5) and other conditions (Factor 6) are not suggested, nor a grade. State the "
            "grades and the share of each in the workload."
        )
    named: Mapping[str, object] = {str(one.factor): one for one in found}
    missing = [key for key in keys if key not in named and key not in (BASE, CONDITIONS)]
    if missing:
        said.append(f"Nothing in the description bears on Factor {', '.join(missing)}.")
    return tuple(said)
