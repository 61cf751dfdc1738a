"""The levels of one position, weighed together: a grade's typical pattern, and what each text says.

Levels of one position are not independent: knowledge of a trainee does not go with a free hand.
The Handbook prints which levels typical positions show at each grade. Each of its columns is taken
as a pattern from which a position departs by a level now and then; how well a column and its
likely departures fit what the description says, factor by factor, is how much it counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING, Final

from core.fes.patterns.typical_levels import Column, Kind, tables

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Row = NDArray[np.float64]

DEPARTS: Final = {"1": 0.12, "2": 0.15, "3": 0.15, "4": 0.15, "5": 0.15}
"""How much less likely each level of departure from the pattern is; other factors 0.3."""
PLACES: Final = ("8", "9")
STRAIN: Final = 0.5
"""How much rarer each level of physical demands and work environment is than the one below: the
tables print "8-1 or 8-2" for whole kinds of work, and most of it is done at a desk."""
UNTOLD: Final = 0.05
"""What no description settles, however plainly it is worded: measured on official illustrations,
levels that would be called certain are right nine times in ten or a little more."""
FROM_DUTIES: Final = {"1": 2.4, "2": 1.1, "4": 1.1, "5": 2.4}
"""How much surer a level read from duties alone is than the weighing says, other factors 1.7:
patterns and what each duty tells are counted with caution, and together are right oftener. What
duties do shows what must be known and whom it affects; who assigns and reviews it, and how hard it
is to see what to do, they tell hardly. Fitted on the composed texts that may be looked at."""
_SURER: Final = 1.7
SETTLED: Final = 0.9
"""From here on a confidence is borne out as it is."""
RAISED: Final = {"section": 0.7, "duties": 0.4}
"""How much likelier, as a logarithm of the odds, a level at even odds is than the weighing says: an
unsure level is right oftener than that. Chosen on the composed texts that may be looked at, those
composed for their layout and the official illustrations. With whole positions left out in turn,
what is said is then off by 2 points on average for sections and 4 for duties, by 8 and 10 without
it."""
_OTHERWISE: Final = 0.3
_NEGLIGIBLE: Final = 1e-4
_LEAST: Final = 1e-7


def step(level: str) -> int:
    """Return a level's place on its ladder; lettered levels count from A."""
    name = level.partition("-")[2]
    return int(name) if name.isdecimal() else ord(name) - ord("A") + 1


@dataclass(frozen=True, slots=True)
class Likely:
    """How likely each level of each factor is, and each grade's pattern, all texts weighed."""

    levels: dict[str, dict[str, float]]
    columns: tuple[tuple[Column, float], ...]
    each: tuple[dict[str, dict[str, float]], ...]
    """The levels' shares given each column, in the order of ``columns``."""


def weigh(
    ladders: Mapping[str, Sequence[str]],
    said: Mapping[str, Mapping[str, float]],
    kinds: Iterable[Kind],
) -> Likely:
    """Weigh what is said of every factor together.

    Args:
        ladders: the levels the standard has for each factor, lowest first.
        said: for each factor and level the logarithm of how well the text fits it; a factor of
            which nothing is said is left out.
        kinds: the kinds of work the position may be.
    """
    import numpy as np

    wanted = set(kinds)
    columns = [one for table in tables() if table.kind in wanted for one in table.columns]
    weights: list[float] = []
    each: list[dict[str, dict[str, float]]] = []
    for column in columns:
        total = 0.0
        shares: dict[str, dict[str, float]] = {}
        for factor, ladder in ladders.items():
            row = prior(column, factor, ladder)
            heard = said.get(factor)
            if heard is not None:
                likelihood = np.array([heard.get(level, 0.0) for level in ladder])
                top = float(likelihood.max())
                row = row * np.exp(likelihood - top)
                total += float(np.log(row.sum())) + top
            row = row / row.sum()
            shares[factor] = dict(zip(ladder, map(float, row), strict=True))
        weights.append(total)
        each.append(shares)
    scale = np.exp(np.array(weights) - max(weights))
    scale = scale / scale.sum()
    levels = {
        factor: {
            level: UNTOLD / len(ladder)
            + (1 - UNTOLD)
            * sum(
                float(weight) * shares[factor][level]
                for weight, shares in zip(scale, each, strict=True)
            )
            for level in ladder
        }
        for factor, ladder in ladders.items()
    }
    pairs = tuple((column, float(weight)) for column, weight in zip(columns, scale, strict=True))
    return Likely(levels, pairs, tuple(each))


def borne_out(shares: Mapping[str, float], *, direct: bool) -> dict[str, float]:
    """Return the shares of a factor's levels as they are borne out, in the same order.

    The likeliest level is raised, the more the less sure it was, up to :data:`SETTLED`, and the
    others lose what it gains.

    Args:
        shares: the levels' shares, as :func:`weigh` gives them.
        direct: whether the factor has a section of its own; otherwise duties tell it.
    """
    if not direct:
        factor = next(iter(shares)).partition("-")[0]
        surer = FROM_DUTIES.get(factor, _SURER)
        powers = {level: share**surer for level, share in shares.items()}
        whole = sum(powers.values())
        even = UNTOLD / len(powers)
        shares = {level: even + (1 - UNTOLD) * power / whole for level, power in powers.items()}
    best = max(shares, key=lambda level: shares[level])
    sure = shares[best]
    if sure >= SETTLED:
        return dict(shares)
    settled, odds = log(SETTLED / (1 - SETTLED)), log(sure / (1 - sure))
    odds += RAISED["section" if direct else "duties"] * (1 - odds / settled)
    raised = 1 / (1 + exp(-odds))
    left = (1 - raised) / (1 - sure)
    return {level: raised if level == best else share * left for level, share in shares.items()}


def prior(column: Column, factor: str, ladder: Sequence[str]) -> Row:
    """Return how likely each level of a factor is in a column: its cells, and departures."""
    import numpy as np

    printed = [step(level) for level in column.levels.get(factor, ())]
    if not printed:
        return np.full(len(ladder), 1.0 / len(ladder))
    off = DEPARTS.get(factor, _OTHERWISE)
    row = np.array([off ** min(abs(step(level) - cell) for cell in printed) for level in ladder])
    if factor in PLACES:
        row = row * np.array([STRAIN ** (step(level) - 1) for level in ladder])
    shares: Row = row / row.sum()
    return shares


def totals(likely: Likely, points: Mapping[str, Mapping[str, int]]) -> dict[int, float]:
    """Return how likely each total of points is.

    Args:
        likely: what :func:`weigh` gives.
        points: the points of each level, for each factor.
    """
    found: dict[int, float] = {}
    for (_, weight), shares in zip(likely.columns, likely.each, strict=True):
        if weight >= _NEGLIGIBLE:
            for total, share in sums(shares, points).items():
                found[total] = found.get(total, 0.0) + weight * share
    return found


def sums(
    shares: Mapping[str, Mapping[str, float]], points: Mapping[str, Mapping[str, int]]
) -> dict[int, float]:
    """Return how likely each sum of points is, where factors do not depend on each other."""
    found = {0: 1.0}
    for factor, own in points.items():
        after: dict[int, float] = {}
        for total, share in found.items():
            for level, value in own.items():
                likely = share * shares[factor].get(level, 0.0)
                if likely > _LEAST:
                    after[total + value] = after.get(total + value, 0.0) + likely
        found = after
    return found
