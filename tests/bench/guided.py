"""How often the grade suggested by a guide without points is right, beside two plain ways.

Three kinds of guides, each with texts that its descriptions do not hold. The grades as the law
describes them (5 U.S.C. 5104), with composed positions of known grade, by their duties. Factors of
two standards read as criteria of lettered degrees, with the standards' own illustrations. Guides
composed for this, with work examples for each grade that are kept out of the guide.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from statistics import fmean
from typing import Any, Final, NamedTuple

from assistant.suggest.described import Described, cut
from assistant.suggest.narrative import suggest_narrative
from core.narrative.guide import Guide, load_guide
from index.record.embedding import MiniLM, cosine
from tests.bench.suggesting import CORPUS, DATA, composed

LAW: Final = CORPUS / "regulations" / "5-usc-51.txt"
STANDARDS: Final = ("gs0200-hr-management", "administrative-analysis-guide")
_GRADE: Final = re.compile(r"\(\d+\) Grade GS.(\d+) includes those classes of positions")
_MADE_UP: Final = {
    "edition_id": "2024-01",
    "document": "made up for measuring",
    "edition": "none",
    "in_force_from": "2024-01-01",
}


class _Once(MiniLM):
    """The embedder, each text once: a guide's descriptions come again with every text."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, list[float]] = {}

    def embed_passages(self, texts: Sequence[str]) -> Iterator[list[float]]:
        fresh = [one for one in dict.fromkeys(texts) if one not in self._known]
        self._known.update(zip(fresh, super().embed_passages(fresh), strict=True))
        return iter([self._known[one] for one in texts])

    def embed_query(self, text: str) -> list[float]:
        return next(self.embed_passages([text]))


class Text(NamedTuple):
    """A text whose level by a guide is known."""

    guide: Guide
    described: Described
    right: str


def _guide(name: str, title: str, criteria: list[dict[str, Any]], **more: Any) -> Guide:
    return Guide.model_validate(
        {"id": name, "title": title, "criteria": criteria, **_MADE_UP, **more}
    )


def _criterion(key: str, levels: list[dict[str, Any]]) -> dict[str, Any]:
    return {"key": key, "name": key, "page": "1", "measures": key, "levels": levels}


def _level(text: str, **name: Any) -> dict[str, Any]:
    aspect = {"key": "whole", "name": "The description as a whole", "text": text}
    return {"page": "1", "summary": "Held in its own words.", "aspects": [aspect], **name}


def by_law(half: str) -> Iterator[Text]:
    """Yield composed positions to be graded by the law's own descriptions of the grades."""
    text = LAW.read_text("utf-8")
    text = text[text.index("§ 5104.") : text.index("§ 5105.")]
    heads = list(_GRADE.finditer(text))
    ends = [one.start() for one in heads[1:]] + [len(text)]
    levels = [
        _level(" ".join(text[head.end() : end].split()), grade=int(head[1]))
        for head, end in zip(heads, ends, strict=True)
    ]
    guide = _guide("law", "5 U.S.C. 5104", [_criterion("work", levels)])
    for files in ("positions*", "benchmarks*"):
        for one in composed(half, duties=True, files=files):
            yield Text(guide, one.described, str(one.grade))


def by_degrees(name: str) -> Iterator[Text]:
    """Yield a standard's illustrations, each under its factor read as degrees with letters."""
    from core.standards.reading import load_standard
    from core.supervisory.guide import load_guide as supervisory
    from index.documents.formats import parse
    from index.standards.reading import Values, read_standard

    primary = load_standard("fes-primary")
    values = Values(
        primary={one.level: one.points for factor in primary.factors for one in factor.levels},
        supervisory={
            row.level: row.points for factor in supervisory().table.factors for row in factor.levels
        },
    )
    standard = read_standard(parse(CORPUS / "standards" / f"{name}.pdf"), values)
    guides = {}
    for factor in standard.factors:
        letters = "ABCDEFGHI"
        levels = [
            _level(" ".join(one.text.split()), level=letters[n])
            for n, one in enumerate(factor.levels)
        ]
        chart = [
            {"levels": {"degree": letters[n]}, "grade": n + 1, "page": "1"}
            for n in range(len(levels))
        ]
        guides[str(factor.factor)] = (
            _guide(
                "degrees",
                str(factor.factor),
                [_criterion("degree", levels)],
                governing="chart",
                governing_page="1",
                chart=chart,
            ),
            {one.level: letters[n] for n, one in enumerate(factor.levels)},
        )
    for one in standard.examples:
        if len(one.levels) != 1:
            continue
        ((number, level),) = one.levels.items()
        guide, names = guides[str(number)]
        sentences = cut(one.text, "duties")
        if sentences and level in names and len(names) > 1:
            yield Text(guide, Described(tuple(sentences)), names[level])


def by_examples(half: str) -> Iterator[Text]:
    """Yield the work examples composed for guides that do not hold them."""
    data = tomllib.loads((DATA / "guided.toml").read_text("utf-8"))
    guides = {}
    for one in data["guides"]:
        if "nature" not in one:
            guides[one["id"]] = load_guide(one["id"])
            continue
        criteria = [
            _criterion(key, [_level(text, grade=int(grade)) for grade, text in one[key].items()])
            for key in ("nature", "responsibility")
        ]
        guides[one["id"]] = _guide(one["id"], one["name"], criteria)
    for one in data["examples"]:
        if one["half"] == half:
            described = Described(tuple(cut(one["text"], "duties")))
            yield Text(guides[one["guide"]], described, str(one["grade"]))


def _ladder(guide: Guide) -> list[str]:
    return list(dict.fromkeys(name for one in guide.criteria for name in one.ladder()))


def _nearest(text: Text, embedder: MiniLM) -> str:
    own = embedder.embed_query(" ".join(one.weighed for one in text.described.sentences))
    scores: dict[str, list[float]] = defaultdict(list)
    for criterion in text.guide.criteria:
        for level in criterion.levels:
            said = " ".join(one.text for one in level.aspects)
            scores[level.name].append(cosine(own, embedder.embed_query(said)))
    return max(scores, key=lambda name: fmean(scores[name]))


def _ours(text: Text, embedder: MiniLM) -> tuple[str, list[float]]:
    found = suggest_narrative(text.described, text.guide, embedder)
    ladder = _ladder(text.guide)
    lowest = min((one.level for one in found.factors), key=ladder.index)
    return lowest, [one.confidence for one in found.factors]


def run() -> None:
    """Print, for each kind of guide, our suggestions beside the baselines, and the reliability."""
    embedder = _Once()
    sets: dict[str, list[Text]] = {}
    for half in ("looked_at", "held_back"):
        shown = half.replace("_", " ")
        if CORPUS.is_dir():
            sets[f"5 U.S.C. 5104, composed positions by duties, {shown}"] = list(by_law(half))
        sets[f"composed guides, work examples, {shown}"] = list(by_examples(half))
    if CORPUS.is_dir():
        for name in STANDARDS:
            sets[f"lettered degrees, illustrations, {name}"] = list(by_degrees(name))
    for name, texts in sets.items():
        _table(name, texts, embedder)


def _table(name: str, texts: list[Text], embedder: MiniLM) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        counts[_key(text)][text.right] += 1
    ours = [_ours(text, embedder) for text in texts]
    ways = {
        "commonest level": [counts[_key(text)].most_common(1)[0][0] for text in texts],
        "nearest description": [_nearest(text, embedder) for text in texts],
        "fes suggest": [said for said, _ in ours],
    }
    print(f"\n{name} ({len(texts)} texts)\n{'':24}{'exact':>18}{'within one':>18}")  # noqa: T201
    for way, said in ways.items():
        off = [
            abs(_ladder(text.guide).index(one) - _ladder(text.guide).index(text.right))
            for text, one in zip(texts, said, strict=True)
        ]
        exact, near = fmean(one == 0 for one in off), fmean(one <= 1 for one in off)
        print(f"{way:24}{exact:>18.0%}{near:>18.0%}")  # noqa: T201
    sure = fmean(one for _, confidences in ours for one in confidences)
    print(f"{'mean confidence':24}{sure:>18.0%}")  # noqa: T201


def _key(text: Text) -> str:
    return text.guide.title


if __name__ == "__main__":
    run()
