"""Levels of a guide without points, as far as words tell them.

Such a guide describes work grade by grade in its own way, so nothing can be learned beforehand.
Two things are weighed: how high the work stands by the nine factors that all work has, and which
of the guide's descriptions is nearest to the sentences. Lettered levels have the second only.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from assistant.suggest.factors import weighed
from assistant.suggest.language.hearing import vectors_of
from assistant.suggest.model import FactorSuggestion, Pull, Suggestions
from core.errors import StandardError
from core.narrative.case import NarrativeCase
from core.narrative.evaluation import evaluate_narrative
from core.narrative.guide import UNDESCRIBED, load_guide
from index.record.embedding import cosine

if TYPE_CHECKING:
    from datetime import date

    from assistant.suggest.described import Described, Sentence
    from core.narrative.guide import Criterion, Guide, GuideLevel
    from index.record.embedding import Embedder

LIKE: Final = 0.06
"""A difference in likeness that makes one description some three times as likely as another."""
RARE: Final = 0.02
"""What a grade that the nine factors do not point to is still worth."""
NEAR: Final = 0.3
"""Likeness from which a sentence is taken to speak of a description."""
MOST: Final = 3
_FIRST_READING: Final = (
    "A guide without points describes work in its own words: take these levels as a first reading, "
    "and settle each by its description."
)


def suggest_narrative(
    described: Described, guide_id: str, embedder: Embedder, as_of: date | None = None
) -> Suggestions:
    """Suggest a level for each criterion of a guide without points.

    Args:
        described: the position's description.
        guide_id: the guide's id.
        embedder: gives the vectors of sentences.
        as_of: the date whose edition applies.

    Raises:
        StandardError: there is no such guide in force, it has open doubts, or it grades by the
            work led, which no words of the leader's own duties tell.
        StorageError: what tells levels apart cannot be read.
    """
    guide = load_guide(guide_id, as_of)
    _check_told_apart(guide)
    vectors = vectors_of(described, embedder)
    series = described.series or next(iter(guide.series), "")
    grades: dict[int, float] = {}
    for column, share in weighed(described, vectors, series).columns:
        grades[column.grade] = grades.get(column.grade, 0.0) + share
    found = tuple(
        _criterion(one, guide, described, vectors, grades, embedder) for one in guide.criteria
    )
    case = NarrativeCase(
        title=described.title or "suggested",
        guide=guide.id,
        as_of=as_of,
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


def _criterion(
    criterion: Criterion,
    guide: Guide,
    described: Described,
    vectors: Mapping[str, Sequence[float]],
    grades: Mapping[int, float],
    embedder: Embedder,
) -> FactorSuggestion:
    told = [one for one in criterion.levels if one.aspects[0].key != UNDESCRIBED]
    texts = {level.name: _texts(level) for level in told}
    own = {t: embedder.embed_query(t) for said in texts.values() for t in said}
    near = {
        name: [
            max(cosine(vectors[one.weighed], own[t]) for t in said) for one in described.sentences
        ]
        for name, said in texts.items()
    }
    scores = {
        level.name: _best(near[level.name]) / LIKE
        + (math.log(RARE + grades.get(level.grade, 0.0)) if level.grade is not None else 0.0)
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
