"""Pay retention: what keeps the pay when the grade is not kept, or no longer.

5 CFR part 536, subpart C. It follows the two years of the grade, or begins at once for someone
whom only the time at the grade keeps from grade retention; it has no term of its own.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from core.appeals.pay_periods import spoken
from core.appeals.retention.facts import RetentionFacts
from core.law.rules import deciding
from core.model import Frozen


class PayRetention(Frozen):
    """Pay retention: from when, why, how the rate is set, and what ends it.

    ``begins`` is None where the day of the action is not stated. It matters only to someone
    whose pay would otherwise fall.
    """

    begins: date | None
    cause: Literal["after", "at-once"]
    text: str
    rate_text: str
    ends_text: str
    rules: tuple[str, ...]


def after(facts: RetentionFacts, begins: date) -> PayRetention:
    """Return the pay retention that follows the period of grade retention."""
    text = f"From {spoken(begins)}, pay that would fall is kept: pay retention."
    return _retention(facts, begins, "after", "pay-retention-after", text)


def at_once(facts: RetentionFacts) -> PayRetention:
    """Return the pay retention of someone who lacks only the time for grade retention."""
    begins = facts.action_effective
    day = "the day of the action" if begins is None else spoken(begins)
    text = f"But pay that would fall is kept from {day}: pay retention."
    return _retention(facts, begins, "at-once", "pay-retention-at-once", text)


def _retention(
    facts: RetentionFacts,
    begins: date | None,
    cause: Literal["after", "at-once"],
    code: str,
    text: str,
) -> PayRetention:
    above = facts.rate_above_lower_range
    rate = ["pay-within-range"] * (above is not True)
    rate += ["pay-above-range", "pay-retained-cap", "pay-retained-grows"] * (above is not False)
    ends = ["pay-retention-no-term", "pay-retention-ends", "pay-retained-absorbed"]
    return PayRetention(
        begins=begins,
        cause=cause,
        text=text,
        rate_text=" ".join(deciding(one).text for one in rate),
        ends_text=" ".join(deciding(one).text for one in ends),
        rules=(deciding(code).code, *rate, *ends, "pay-retained-counts"),
    )
