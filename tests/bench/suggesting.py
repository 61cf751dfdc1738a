"""How often the level suggested is the official one, beside three plain ways of telling it.

Three baselines in the same run: the level most often right for the factor among the texts measured
themselves; the level whose description in the Primary Standard is nearest by embedding; and the
first level the Handbook prints for the factor at the position's true grade, which a person who has
yet to find the grade could not use. Stated levels and grades are hidden from all but the last.

What is measured, split by position: composed positions, the half that may be looked at while
working on this and the half that may not, once from their factor sections and once from their
duties; and, where the official documents are there, the illustrations of two standards and a real
position description. A reliability table says how often a confidence is borne out.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import fmean

from assistant.suggest.described import Described, cut
from assistant.suggest.joint import borne_out, step, weigh
from assistant.suggest.language.hearing import hear, vectors_of
from assistant.suggest.supervisory.guide import suggest_supervisory
from core.fes.grading import evaluate_levels
from core.fes.patterns.typical_levels import kinds_of, tables
from core.standards.reading import load_standard
from core.standards.table import SUPERVISORY_FACTORS, SUPERVISORY_ID
from core.supervisory import score_supervisory
from index.record.embedding import MiniLM, cosine

DATA = Path(__file__).resolve().parents[1] / "assistant_" / "suggest" / "data"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
PRINTED = Path(__file__).resolve().parents[1] / "index_" / "positions" / "made"
MOST_FACTORS = 7
"""Factors with printed levels from which a description is one of the nine factors."""
STANDARDS = ("gs0200-hr-management", "administrative-analysis-guide")
REAL = CORPUS / "positions" / "general-engineer-gs-0801-13.pdf"
AIMS = {
    "factor sections": {"exact": 0.75, "within one": 0.98, "grade within one": 0.90},
    "duties alone": {"exact": 0.60, "within one": 0.95},
}
BINS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass
class Position:
    """A text with official levels, factor to step; a grade where the levels are complete."""

    described: Described
    steps: dict[str, int]
    series: str
    grade: int | None = None


@dataclass
class Outcome:
    """What one way of telling said, beside what is right; steps, and the grade's distance."""

    pairs: list[tuple[int, int]] = field(default_factory=list)
    grades: list[int] = field(default_factory=list)
    sure: list[tuple[float, bool]] = field(default_factory=list)

    def line(self) -> dict[str, float | None]:
        return {
            "exact": fmean(a == b for a, b in self.pairs),
            "within one": fmean(abs(a - b) <= 1 for a, b in self.pairs),
            "grade within one": fmean(d <= 1 for d in self.grades) if self.grades else None,
        }


# --- what is measured --------------------------------------------------------------------


def composed(half: str, *, duties: bool, files: str = "positions*") -> Iterator[Position]:
    """Yield the composed positions of one half, by their factor sections or duties alone."""
    for path in sorted(DATA.glob(f"{files}.toml")):
        for one in tomllib.loads(path.read_text("utf-8"))["positions"]:
            if one["half"] != half:
                continue
            text = " ".join(one["duties"].split())
            sentences = cut(text, "duties")
            if not duties:
                for level, words in zip(one["levels"], one["factors"], strict=True):
                    factor = level.partition("-")[0]
                    sentences += cut(words, f"Factor {factor}", factor)
            steps = {level.partition("-")[0]: step(level) for level in one["levels"]}
            yield Position(Described(tuple(sentences)), steps, one["series"], one["grade"])


def illustrations(name: str) -> Iterator[Position]:
    """Yield the illustrations of a standard, each of one factor."""
    from core.supervisory.guide import load_guide
    from index.documents.formats import parse
    from index.standards.reading import Values, read_standard

    primary = load_standard("fes-primary")
    values = Values(
        primary={one.level: one.points for factor in primary.factors for one in factor.levels},
        supervisory={
            row.level: row.points for factor in load_guide().table.factors for row in factor.levels
        },
    )
    standard = read_standard(parse(CORPUS / "standards" / f"{name}.pdf"), values)
    for one in standard.examples:
        if len(one.levels) != 1:
            continue
        ((factor, level),) = one.levels.items()
        sentences = cut(one.text, f"Factor {factor}", factor)
        if sentences:
            series = next(iter(standard.series), "0343")
            yield Position(Described(tuple(sentences)), {factor: step(level)}, series)


def printed() -> Iterator[Position]:
    """Yield the composed descriptions of the reader's tests that print levels, by their sections.

    They were written for their layout: a factor is often one short line.
    """
    from assistant.suggest.opening import open_description
    from core.errors import DocumentError

    for path in sorted(PRINTED.glob("*.[th][xt][tm]*")):
        try:
            described = open_description(path)
        except DocumentError:
            continue
        steps = {
            factor: step(level)
            for factor, level in described.stated.items()
            if described.of(factor) and factor.isdecimal()
        }
        if len(steps) >= MOST_FACTORS:
            yield Position(described, steps, described.series or "0301")


def real() -> Iterator[Position]:
    """Yield the real position description with all nine levels printed."""
    from assistant.suggest.opening import open_description

    described = open_description(REAL)
    steps = {factor: step(level) for factor, level in described.stated.items()}
    yield Position(described, steps, described.series or "0801", 13)


# --- ways of telling ---------------------------------------------------------------------


class Ways:
    """The ways of telling a level; what costs is done once."""

    def __init__(self) -> None:
        self.embedder = MiniLM()
        self.primary = load_standard("fes-primary")
        self.ladders = {
            str(one.factor): tuple(level.level for level in one.levels)
            for one in self.primary.factors
        }
        self.descriptions = {
            level.level: self.embedder.embed_query(" ".join(a.text for a in level.aspects))
            for factor in self.primary.factors
            for level in factor.levels
        }

    def commonest(self, positions: Sequence[Position]) -> Outcome:
        counts: dict[str, Counter[int]] = {}
        for one in positions:
            for factor, right in one.steps.items():
                counts.setdefault(factor, Counter())[right] += 1
        found = Outcome()
        for one in positions:
            said = {factor: counts[factor].most_common(1)[0][0] for factor in one.steps}
            self._note(found, one, said)
        return found

    def nearest(self, positions: Sequence[Position]) -> Outcome:
        found = Outcome()
        for one in positions:
            said = {}
            for factor in one.steps:
                sentences = one.described.of(factor) or one.described.of("")
                vector = self.embedder.embed_query(" ".join(s.weighed for s in sentences))
                best = max(
                    self.ladders[factor],
                    key=lambda level: cosine(vector, self.descriptions[level]),
                )
                said[factor] = step(best)
            self._note(found, one, said)
        return found

    def pattern(self, positions: Sequence[Position]) -> Outcome | None:
        found = Outcome()
        for one in positions:
            if one.grade is None:
                return None
            kinds = kinds_of(one.series)
            columns = [
                column
                for table in tables()
                if table.kind in kinds
                for column in table.columns
                if column.grade == one.grade
            ]
            if not columns:
                columns = [c for t in tables() for c in t.columns if c.grade == one.grade]
            said = {factor: step(columns[0].levels[factor][0]) for factor in one.steps}
            self._note(found, one, said)
        return found

    def suggested(self, positions: Sequence[Position]) -> Outcome:
        found = Outcome()
        for one in positions:
            ladders = {factor: self.ladders[factor] for factor in one.steps}
            heard = hear(one.described, vectors_of(one.described, self.embedder), list(ladders))
            said = {
                factor: {
                    level: heard[factor].steps.get(step(level), 0.0) for level in ladders[factor]
                }
                for factor in heard
            }
            likely = weigh(ladders, said, kinds_of(one.series))
            chosen = {}
            for factor, right in one.steps.items():
                direct = factor not in heard or heard[factor].direct
                shares = borne_out(likely.levels[factor], direct=direct)
                best = max(shares, key=lambda level: shares[level])
                chosen[factor] = step(best)
                found.sure.append((shares[best], step(best) == right))
            self._note(found, one, chosen)
        return found

    def _note(self, found: Outcome, one: Position, said: dict[str, int]) -> None:
        found.pairs += [(said[factor], right) for factor, right in one.steps.items()]
        if one.grade is not None:
            levels = {factor: f"{factor}-{place}" for factor, place in said.items()}
            grade = int(evaluate_levels("fes-primary", levels).grade.partition("-")[2])
            found.grades.append(abs(grade - one.grade))


def run() -> None:
    """Print, for each set of texts, our suggestions beside the baselines, and the reliability."""
    ways = Ways()
    sets: dict[str, list[Position]] = {
        f"composed, {half.replace('_', ' ')}: {what}": list(
            composed(half, duties=what == "duties alone")
        )
        for half in ("looked_at", "held_back")
        for what in ("factor sections", "duties alone")
    }
    for half in ("looked_at", "held_back"):
        for what in ("factor sections", "duties alone"):
            name = f"composed as benchmarks, {half.replace('_', ' ')}: {what}"
            sets[name] = list(composed(half, duties=what == "duties alone", files="benchmarks*"))
    sets["composed for their layout, factor sections"] = list(printed())
    if CORPUS.is_dir():
        for name in STANDARDS:
            sets[f"illustrations, {name}"] = list(illustrations(name))
        sets["a real description, factor sections"] = list(real())
    else:
        print(f"no official documents at {CORPUS}: composed texts only")  # noqa: T201
    sure: dict[str, list[tuple[float, bool]]] = {}
    for name, positions in sets.items():
        outcomes = {
            "commonest level": ways.commonest(positions),
            "nearest description": ways.nearest(positions),
            "typical of true grade": ways.pattern(positions),
            "fes suggest": ways.suggested(positions),
        }
        heads = "".join(f"{head:>18}" for head in ("exact", "within one", "grade within one"))
        count = sum(len(one.steps) for one in positions)
        print(f"\n{name} ({len(positions)} texts, {count} levels)\n{'':24}{heads}")  # noqa: T201
        for way, outcome in outcomes.items():
            if outcome is None:
                continue
            values = outcome.line().values()
            row = "".join(f"{'-' if v is None else format(v, '.0%'):>18}" for v in values)
            print(f"{way:24}{row}")  # noqa: T201
        ours = outcomes["fes suggest"]
        assert ours is not None
        kind = "duties alone" if name.endswith("duties alone") else "factor sections"
        source = (
            "benchmarks"
            if "benchmarks" in name
            else "composed"
            if name.startswith("composed")
            else "official"
        )
        sure.setdefault(f"{source}, {kind}", []).extend(ours.sure)
        if "held back" in name:
            for measure, aim in AIMS[kind].items():
                reached = ours.line()[measure]
                verdict = "met" if reached is not None and reached >= aim else "NOT MET"
                print(f"aim: {measure} at least {aim:.0%}: {reached:.0%}, {verdict}")  # noqa: T201
    for name, pairs in sure.items():
        _reliability(name, pairs)
    for what in ("factor sections", "duties alone"):
        _supervisors(ways.embedder, duties=what == "duties alone", what=what)


def _supervisors(embedder: MiniLM, *, duties: bool, what: str) -> None:
    """Print how often the levels of the supervisory guide are right for composed supervisors."""
    pairs: list[tuple[int, int]] = []
    graded = 0
    texts = 0
    for path in sorted(DATA.glob("supervisors*.toml")):
        for one in tomllib.loads(path.read_text("utf-8"))["positions"]:
            if one["half"] != "held_back":
                continue
            texts += 1
            sentences = cut(" ".join(one["duties"].split()), "duties")
            right = dict(zip(SUPERVISORY_FACTORS, one["levels"], strict=True))
            if not duties:
                for factor, words in zip(SUPERVISORY_FACTORS, one["factors"], strict=True):
                    sentences += cut(words, f"Factor {factor}", factor)
            found = suggest_supervisory(Described(tuple(sentences)), embedder)
            said = {str(own.factor): own.level for own in found.factors}
            pairs += [(step(said[factor]), step(right[factor])) for factor in SUPERVISORY_FACTORS]
            request = {"standard": SUPERVISORY_ID, "levels": right, "base": f"GS-{one['base']}"}
            graded += found.grade == score_supervisory(request)["grade"]
    exact = fmean(a == b for a, b in pairs)
    near = fmean(abs(a - b) <= 1 for a, b in pairs)
    print(  # noqa: T201
        f"\nsupervisors, held back: {what} ({texts} texts, {len(pairs)} levels): "
        f"exact {exact:.0%}, within one {near:.0%}, the grade right for {graded}"
    )


def _reliability(name: str, pairs: Sequence[tuple[float, bool]]) -> None:
    print(f"\nreliability, {name}\n{'confidence':>12}{'levels':>8}{'said':>8}{'right':>8}")  # noqa: T201
    for low, high in pairwise(BINS):
        own = [(share, right) for share, right in pairs if low <= share < high]
        if own:
            said, right = fmean(s for s, _ in own), fmean(r for _, r in own)
            span = f"{low:.0%}-{min(high, 1):.0%}"
            print(f"{span:>12}{len(own):>8}{said:>8.0%}{right:>8.0%}")  # noqa: T201


if __name__ == "__main__":
    run()
