"""A case whose work is of several kinds: the file that ``fes mixed`` and ``fes paper`` read.

Each kind of work has its own standard, levels and share of time, so such a position is a file of
its own beside the case it was made from: the particulars of the case, and a ``[[work]]`` for every
kind. What only a person can say of a kind, such as whether it is regular, is left to be added.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.cases.supervisors import particulars_of
from core.mixed import parse_mixed
from core.model import Case


def mixed_position(case: Case, work: Sequence[Mapping[str, Any]]) -> str:
    """Return the file of a mixed position as TOML.

    Args:
        case: the particulars; levels and findings, which are of one standard, are left out.
        work: the kinds of work, each as ``fes mixed`` reads it.

    Raises:
        CaseError: what a kind of work says is wrong.
    """
    import tomli_w

    series = case.determined.series or case.current.series
    kinds = [{**({"series": series} if series else {}), **one} for one in work]
    # What cannot be evaluated is not written.
    parse_mixed({"title": case.title, "work": kinds})
    return tomli_w.dumps({**particulars_of(case), "work": kinds}, multiline_strings=True)
