"""Levels of a guide without points, as far as words tell them.

Such a guide describes work grade by grade in its own way, so nothing can be learned beforehand.
Three things are weighed: which of the guide's descriptions is nearest to the sentences; whether
both, read as descriptions of a position are, tell of the same levels of the nine factors that all
work has; and, where a description stands for a grade, the grade those factors point to.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from assistant.suggest.described import Described, Sentence, cut
from assistant.suggest.factors import grade_shares, weighed
from assistant.suggest.language.hearing import vectors_of, which
from assistant.suggest.model import FactorSuggestion, Pull, Suggestions
from core.errors import StandardError
from core.narrative.case import NarrativeCase
from core.narrative.evaluation import evaluate_narrative
from core.narrative.guide import UNDESCRIBED, Criterion, Guide, GuideLevel
from core.standards.reading import load_standard
from core.standards.table import PRIMARY_ID
from index.record.embedding import Embedder, cosine

LIKE: Final = 0.06
"""A difference in likeness that makes one description some three times as likely as another."""
RARE: Final = 0.02
"""What a grade that the nine factors do not point to is still worth."""
GRADE, AGREES = 2.0, 2.0
"""What the grade of the nine factors weighs, and their agreement with a description. Chosen on
composed positions by the grades of 5 U.S.C. 5104, composed guides with work examples, and half the
illustrations of two standards; held against the other halves."""
_LEAST: Final = 1e-9
NEAR: Final = 0.3
"""Likeness from which a sentence is taken to speak of a description."""
MOST: Final = 3
_FIRST_READING: Final = (
    "A guide without points describes work in its own words: take these levels as a first reading, "
    "and settle each by its description."
)


def suggest_narrative(described: Described, guide: Guide, embedder: Embedder) -> Suggestions:
    """Suggest a level for each criterion of a guide without points.

    Raises:
        StandardError: it has open doubts, or grades by the work led, which no words of the
            leader's own duties tell.
        StorageError: what tells levels apart cannot be read.
    """
    _check_told_apart(guide)
    vectors = vectors_of(described, embedder)
    series = described.series or next(iter(guide.series), "")
    likely = weighed(described, vectors, series)
    primary = load_standard(PRIMARY_ID)
    work = _Work(
        described,
        vectors,
        likely.levels,
        {int(name.rpartition("-")[2]): share for name, share in grade_shares(primary, likely)},
    )
    found = tuple(_criterion(one, guide, work, embedder) for one in guide.criteria)
    case = NarrativeCase(
        title=described.title or "suggested",
        guide=guide.id,
        as_of=described.as_of,
        levels={str(one.factor): one.level for one in found},
    )
    evaluation = evaluate_narrative(case, guide)
    return Suggestions(
        standard=guide.id,
        edition=guide.edition_id,
        title=guide.title,
        factors=found,
        total=None,
        grade=evaluation.grade,
        confidence=round(math.prod(one.confidence for one in found), 3),
        stated=dict(described.stated),
        remarks=(_FIRST_READING,),
        notices=evaluation.findings,
    )


def _check_told_apart(guide: Guide) -> None:
    for one in guide.criteria:
        if len(one.levels) > 1 and len({tuple(_texts(level)) for level in one.levels}) == 1:
            raise StandardError(
                f"the {guide.title} says the same of every level of {one.name}: no duties tell "
                "which is meant",
                where="guide",
                hint="Grade the work led by its own standard, and name that grade: fes guide, with "
                f"levels = {{ {one.key} = 6 }}.",
            )


class _Work(NamedTuple):
    """The work described: its sentences with their vectors, and what the nine factors say of it."""

    described: Described
    vectors: Mapping[str, Sequence[float]]
    levels: Mapping[str, Mapping[str, float]]
    grades: Mapping[int, float]


def _criterion(
    criterion: Criterion, guide: Guide, work: _Work, embedder: Embedder
) -> FactorSuggestion:
    told = [one for one in criterion.levels if one.aspects[0].key != UNDESCRIBED]
    read = {level.name: _read(level, embedder) for level in told}
    weights = _bearing(list(read.values()))
    described, vectors = work.described, work.vectors
    near = {
        name: [max(cosine(vectors[one.weighed], vector) for vector in level.vectors.values())
               for one in described.sentences]
        for name, level in read.items()
    }  # fmt: skip
    scores = {
        level.name: _best(near[level.name]) / LIKE
        + AGREES * _agreement(work, read[level.name], weights)
        + (
            GRADE * math.log(RARE + work.grades.get(level.grade, 0.0))
            if level.grade is not None
            else 0.0
        )
        for level in told
    }
    top = max(scores.values())
    weights = {name: math.exp(score - top) for name, score in scores.items()}
    shares = {name: weight / sum(weights.values()) for name, weight in weights.items()}
    ladder = criterion.ladder()
    order = sorted(shares, key=lambda name: (-shares[name], ladder.index(name)))
    chosen, rival = order[0], order[1] if len(order) > 1 else None
    by_name = {level.name: level for level in criterion.levels}
    favour = _pulls(described.sentences, near, chosen, rival)
    against = _pulls(described.sentences, near, rival, chosen) if rival else []
    return FactorSuggestion(
        factor=criterion.key,
        name=criterion.name,
        level=chosen,
        points=None,
        runner_up=rival,
        confidence=round(shares[chosen], 3),
        levels={name: round(share, 3) for name, share in shares.items()},
        ground="only level" if rival is None else "duties",
        favour=(*favour, _language(guide, by_name[chosen])),
        against=(*against, *([_language(guide, by_name[rival])] if rival else [])),
        settles=_settles(by_name, ladder, chosen, rival),
    )


def _texts(level: GuideLevel) -> list[str]:
    return [one.text for one in level.aspects] or [level.summary]


class _Read(NamedTuple):
    """A level's description read as a position's is: its sentences, with their vectors."""

    said: Described
    vectors: Mapping[str, Sequence[float]]


def _read(level: GuideLevel, embedder: Embedder) -> _Read:
    sentences = [one for text in _texts(level) for one in cut(text, level.page)]
    if not sentences:
        # A few letters: they are compared as they are.
        text = " ".join(_texts(level))
        sentences = [Sentence(text, text, level.page)]
    said = Described(tuple(sentences))
    return _Read(said, vectors_of(said, embedder))


def _bearing(levels: Sequence[_Read]) -> dict[str, float]:
    """Return how much a criterion's descriptions speak of each of the nine factors."""
    sentences = [one for level in levels for one in level.said.sentences]
    vectors = {text: vector for level in levels for text, vector in level.vectors.items()}
    shares = {factor: float(row.sum()) for factor, row in which(sentences, vectors).items()}
    whole = sum(shares.values())
    return {factor: share / whole for factor, share in shares.items()}


def _agreement(
    work: _Work,
    level: _Read,
    weights: Mapping[str, float],
) -> float:
    """Return how well a description and the work tell of the same levels, as a logarithm."""
    levels = weighed(level.said, level.vectors, "").levels
    return sum(
        weight
        * math.log(
            sum(share * levels[factor][name] for name, share in work.levels[factor].items())
            + _LEAST
        )
        for factor, weight in weights.items()
    )


def _best(near: Sequence[float]) -> float:
    """Return how near the nearest few sentences are: most of a paper speaks of other things."""
    first = sorted(near, reverse=True)[:MOST]
    return sum(first) / len(first)


def _pulls(
    sentences: Sequence[Sentence],
    near: Mapping[str, Sequence[float]],
    level: str,
    rival: str | None,
) -> list[Pull]:
    other = near[rival] if rival is not None else [0.0] * len(sentences)
    ranked = sorted(
        (
            (own - away, one)
            for own, away, one in zip(near[level], other, sentences, strict=True)
            if own >= NEAR and own > away
        ),
        key=lambda pair: -pair[0],
    )
    return [
        Pull(source="position description", text=one.text, place=one.place, level=level)
        for _, one in ranked[:MOST]
    ]


def _language(guide: Guide, level: GuideLevel) -> Pull:
    page = level.page if " " in level.page else f"p. {level.page}"
    return Pull(
        source="digest" if guide.source is None else "standard",
        text=level.aspects[0].text if level.aspects else level.summary,
        place=f"{guide.document}, {page}",
        level=level.name,
    )


def _settles(
    levels: Mapping[str, GuideLevel], ladder: Sequence[str], chosen: str, rival: str | None
) -> tuple[str, ...]:
    if rival is None:
        return ()
    higher = levels[max(chosen, rival, key=ladder.index)]
    return tuple(f"Is this so: {one.name}: {one.text}" for one in higher.aspects if one.significant)
