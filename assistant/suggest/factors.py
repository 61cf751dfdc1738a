"""Levels for every factor of a standard, from what a description says; the core adds them up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from assistant.suggest.described import Described
from assistant.suggest.joint import Likely, borne_out, step, totals, weigh
from assistant.suggest.language.hearing import Hearing, hear, vectors_of
from assistant.suggest.model import FactorSuggestion, GradeShare, Ground, Suggestions
from assistant.suggest.pulls import MOST, Language, Pulls, language
from core.errors import StandardError
from core.fes.grading import evaluate_levels
from core.fes.patterns.typical_levels import kinds_of
from core.standards.criteria import Factor
from core.standards.model import Standard
from core.standards.reading import load_standard
from core.standards.table import PRIMARY_ID
from index.record.embedding import Embedder

_CHARTED: Final = "chart"
_LIKELY: Final = 0.02
"""Grades less likely than this are not listed."""


def suggest_factors(
    described: Described,
    standard_id: str,
    embedder: Embedder,
    *,
    most: int = MOST,
) -> Suggestions:
    """Suggest a level for every factor of a standard that grades by points.

    What a description states of its own levels, points or grade is not weighed.

    Args:
        described: the position's description.
        standard_id: such as ``"gs-0200"`` or ``"fes-primary"``.
        embedder: gives the vectors of sentences.
        most: how many sentences of the description are given for and against each level.

    Raises:
        StandardError: the standard is unknown or not in force, or does not grade by points.
        StorageError: what tells levels apart cannot be read.
    """
    standard = load_standard(standard_id, described.as_of)
    if standard.method != "fes":
        raise StandardError(
            f"the {standard.title} does not grade by factor levels",
            where="standard",
            hint="Name one that does, such as fes-primary; fes standards list shows which do.",
        )
    ladders = {
        str(one.factor): tuple(level.level for level in one.levels) for one in standard.factors
    }
    vectors = vectors_of(described, embedder)
    heard = hear(described, vectors, list(ladders))
    series = described.series or next(iter(standard.series), "")
    likely = weigh(ladders, said_by(ladders, heard), kinds_of(series))
    primary = None if standard.id == PRIMARY_ID else load_standard(PRIMARY_ID, described.as_of)
    pulls = Pulls(embedder, vectors, standard.document, most=most)
    factors = tuple(
        _factor(one, likely, heard.get(str(one.factor)), described, primary, pulls)
        for one in standard.factors
    )
    evaluation = evaluate_levels(
        standard.id,
        {str(one.factor): one.level for one in factors},
        described.as_of,
        series=series,
    )
    shares = grade_shares(standard, likely)
    return Suggestions(
        standard=standard.id,
        edition=standard.edition_id,
        title=standard.title,
        factors=factors,
        total=evaluation.total,
        grade=evaluation.grade,
        confidence=round(dict(shares).get(evaluation.grade, 0.0), 3),
        grades=tuple(
            GradeShare(grade=grade, confidence=round(share, 3))
            for grade, share in shares
            if share >= _LIKELY
        ),
        stated=dict(described.stated),
        remarks=_remarks(heard, ladders),
        notices=evaluation.findings,
    )


def weighed(described: Described, vectors: Mapping[str, Sequence[float]], series: str) -> Likely:
    """Return how likely each level of the Primary Standard's factors is for a description."""
    standard = load_standard(PRIMARY_ID)
    ladders = {
        str(one.factor): tuple(level.level for level in one.levels) for one in standard.factors
    }
    heard = hear(described, vectors, list(ladders))
    return weigh(ladders, said_by(ladders, heard), kinds_of(series))


def said_by(
    ladders: Mapping[str, Sequence[str]], heard: Mapping[str, Hearing]
) -> dict[str, dict[str, float]]:
    """Return what was heard, by the standard's own levels."""
    return {
        factor: {level: heard[factor].steps.get(step(level), 0.0) for level in ladder}
        for factor, ladder in ladders.items()
        if factor in heard
    }


def _factor(
    factor: Factor,
    likely: Likely,
    hearing: Hearing | None,
    described: Described,
    primary: Standard | None,
    pulls: Pulls,
) -> FactorSuggestion:
    key = str(factor.factor)
    shares = borne_out(likely.levels[key], direct=hearing is None or hearing.direct)
    order = sorted(shares, key=lambda level: (-shares[level], step(level)))
    by_name = {one.level: one for one in factor.levels}
    said: list[Language] = [language(by_name[name], primary) for name in order[:2]]
    rival = said[1] if len(said) > 1 else None
    favour, against, settles = pulls.of(hearing, said[0], rival)
    return FactorSuggestion(
        factor=factor.factor,
        name=factor.name,
        level=order[0],
        points=by_name[order[0]].points or None,
        runner_up=order[1] if len(order) > 1 else None,
        confidence=round(shares[order[0]], 3),
        levels={level: round(share, 3) for level, share in shares.items()},
        ground=_ground(hearing, len(order)),
        stated=described.stated.get(key),
        favour=favour,
        against=against,
        settles=settles,
    )


def _ground(hearing: Hearing | None, levels: int) -> Ground:
    if levels == 1:
        return "only level"
    if hearing is None:
        return "pattern"
    return "section" if hearing.direct else "duties"


def grade_shares(standard: Standard, likely: Likely) -> list[tuple[str, float]]:
    """Return how likely each grade is, the likeliest first."""
    points = {
        str(one.factor): {level.level: level.points for level in one.levels}
        for one in standard.factors
    }
    chart = standard.combined
    if chart is not None:
        # The two factors of a chart have points only where their levels meet.
        rows, columns = map(str, chart.factors)
        points = {key: own for key, own in points.items() if key not in (rows, columns)}
        points[_CHARTED] = {cell.level: cell.points for cell in chart.cells}
        each = tuple(
            shares
            | {
                _CHARTED: {
                    cell.level: shares[rows][cell.levels[0]] * shares[columns][cell.levels[1]]
                    for cell in chart.cells
                }
            }
            for shares in likely.each
        )
        likely = replace(likely, each=each)
    found: dict[str, float] = {}
    for total, share in totals(likely, points).items():
        for row in standard.conversion:
            if row.min <= total and (row.max is None or total <= row.max):
                name = f"{standard.pay_plan}-{row.grade}"
                found[name] = found.get(name, 0.0) + share
    return sorted(found.items(), key=lambda pair: -pair[1])


def _remarks(heard: Mapping[str, Hearing], ladders: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Say what the suggestions rest on where that is less than a section a factor."""
    direct = [factor for factor in ladders if factor in heard and heard[factor].direct]
    if len(direct) == len(ladders):
        return ()
    if not direct:
        said = (
            "The description has no sections by factor: the levels rest on its duties and on the "
            "pattern usual for such work, and each needs its facts before it is credited."
        )
        return (said,)
    missing = ", ".join(factor for factor in ladders if factor not in direct)
    said = (
        f"The description has no section for Factor {missing}: those levels rest on its other "
        "words and on the usual pattern."
    )
    return (said,)
