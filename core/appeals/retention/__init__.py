"""Keeping grade and pay: :func:`retain` answers for :class:`RetentionFacts`."""

from core.appeals.retention.facts import RetentionFacts
from core.appeals.retention.grade import RetentionAdvice, retain

__all__ = ["RetentionAdvice", "RetentionFacts", "retain"]
