"""Positions that mix kinds of work: mixed grade, mixed series, and what bears on them.

:func:`parse_mixed` reads a position and refuses what is wrong with it;
:func:`evaluate_mixed` finds the grade that controls and the series. What the rules or the
facts stated do not decide comes back undetermined, with the questions that would decide it.
"""

from core.mixed.evaluation import evaluate_mixed
from core.mixed.inputs import MixedRequest
from core.mixed.parsing import parse_mixed
from core.mixed.results import MixedEvaluation

__all__ = ["MixedEvaluation", "MixedRequest", "evaluate_mixed", "parse_mixed"]
