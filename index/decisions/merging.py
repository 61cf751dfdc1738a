"""Several captures of one decision, put together.

The same page exists in full, older and stripped captures, each with other lines missing. What
one does not say another may. A number is not a key by itself, since OPM has given one number
to two decisions: captures are of one decision when number and date agree, or when only one
date is known for the number.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.decisions.head.layouts import merged
from index.decisions.reading import outcome
from index.decisions.values import same_number
from index.models import Decision, DecisionFactor


def with_number(decisions: Sequence[Decision], number: str, date: str = "") -> list[list[Decision]]:
    """Return the captures of each decision of a number, oldest decision first.

    Args:
        decisions: Decisions of a library.
        number: The number in any spelling.
        date: When given (ISO), only the decision of this date; captures without a date go
            with it when it is the only one.
    """
    same = [d for d in decisions if same_number(d.decision_number, number)]
    dates = sorted({d.date for d in same if d.date})
    undated = [d for d in same if not d.date]
    groups = [[d for d in same if d.date == one] for one in dates]
    if len(groups) == 1:
        groups[0] += undated
    elif undated:
        # Nothing tells which of several decisions an undated capture is of.
        groups.append(undated)
    return [group for group in groups if not date or any(d.date == date for d in group)]


def merge(captures: Sequence[Decision]) -> Decision:
    """Return one record from captures of one decision: each fact from the fullest that has it."""
    ordered = sorted(captures, key=_fullness, reverse=True)
    found = ordered[0]
    for other in ordered[1:]:
        found = _filled(found, other)
    return found.model_copy(update={"outcome": outcome(found, found.effective) or found.outcome})


def _fullness(decision: Decision) -> int:
    data = decision.model_dump(exclude={"document", "citations"})
    return sum(1 for value in data.values() if value not in (None, "", (), [], {}))


def _filled(first: Decision, second: Decision) -> Decision:
    update: dict[str, object] = {
        "current": merged(first.current, second.current),
        "requested": merged(first.requested, second.requested),
        "decided": merged(first.decided, second.decided),
        "factors": _factors(first.factors, second.factors),
        "citations": tuple(dict.fromkeys([*first.citations, *second.citations])),
        "doubts": tuple(dict.fromkeys([*first.doubts, *second.doubts])),
    }
    for name in type(first).model_fields:
        if name not in update and getattr(first, name) in (None, "", ()):
            update[name] = getattr(second, name)
    if first.redacted and second.appellants:
        # One capture shows the names that another has put placeholders for.
        update |= {"redacted": False, "appellants": second.appellants}
    return first.model_copy(update=update)


def _factors(
    first: Sequence[DecisionFactor], second: Sequence[DecisionFactor]
) -> tuple[DecisionFactor, ...]:
    found = {f.factor: f for f in first}
    for factor in second:
        known = found.get(factor.factor)
        if known is None:
            found[factor.factor] = factor
            continue
        same = known.credited in (None, factor.credited) or factor.credited is None
        found[factor.factor] = known.model_copy(
            update={
                "sought": known.sought or factor.sought,
                "credited": known.credited or factor.credited,
                "points": known.points if known.points is not None or not same else factor.points,
                "rejected": tuple(sorted({*known.rejected, *factor.rejected})),
            }
        )
    return tuple(found[key] for key in sorted(found, key=lambda f: (str(f)[0], str(f))))
