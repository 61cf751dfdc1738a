"""Percentages of time: what each side states, and that it adds up."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from core.errors import CaseError, at
from core.mixed.inputs import Work
from core.mixed.results import Side

_WHOLE: Final = 100
# Figures rounded to a decimal, such as three times 33.3, still state the whole.
_ROUNDING: Final = Fraction(1, 10)
_SIDES: Final[tuple[Side, ...]] = ("employee", "supervisor")


def shares_by_side(work: Sequence[Work], where: str = "") -> dict[Side, tuple[Fraction, ...]]:
    """Return the percentages of each side, exactly as written, in the order of the work.

    Where both agree on all of them there is one side, ``"agreed"``; else each side that gives
    a figure of its own has one, with the agreed figures for the rest.

    Raises:
        CaseError: a side gives a figure for one kind of work and none for another, or its
            percentages do not add up to 100.
    """
    disputed = [
        side for side in _SIDES if any(getattr(one, f"percent_{side}") is not None for one in work)
    ]
    if not disputed:
        agreed = tuple(exact(one.percent or 0.0) for one in work)
        _check_sum(agreed, "percent", where)
        return {"agreed": agreed}
    found: dict[Side, tuple[Fraction, ...]] = {}
    for side in disputed:
        figures: list[Fraction] = []
        for number, one in enumerate(work, 1):
            own: float | None = getattr(one, f"percent_{side}")
            figure = one.percent if own is None else own
            if figure is None:
                raise CaseError(
                    f"the {side}'s percentage is missing",
                    where=at(where, f"work[{number}].percent_{side}"),
                    hint=f"Add it, since the {side} gives a figure for other work, or give "
                    "percent where both agree.",
                )
            figures.append(exact(figure))
        _check_sum(figures, f"percent_{side}", where)
        found[side] = tuple(figures)
    return found


def _check_sum(figures: Sequence[Fraction], field: str, where: str) -> None:
    total = sum(figures, Fraction())
    if abs(total - _WHOLE) <= _ROUNDING:
        return
    raise CaseError(
        f"the percentages of time add up to {percent(total)}, not 100",
        where=at(where, f"work: {field}"),
        hint="Correct the figures, or add the kind of work that is missing.",
    )


def exact(value: float) -> Fraction:
    """Return a percentage as the decimal number it was written as, so that sums are exact."""
    return Fraction(repr(value))


def percent(value: float | Fraction) -> str:
    """Return a percentage as people write it: ``40``, ``33.3``."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")
