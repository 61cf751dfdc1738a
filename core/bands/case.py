"""A position to be placed in a band or converted to one: what is given, and its cluster."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from core.bands.directive import Cluster, Count, Directive
from core.errors import CaseError, shown
from core.model import Citation, Evidence, Frozen, Step
from core.reading import Day, Format, Words, build, load


class BandFinding(Frozen):
    """A person's answer on one characteristic, named ``BAND.KEY`` within the cluster."""

    characteristic: str
    answer: Literal["met", "not_met", "exceeded", "unknown"]
    evidence: tuple[Evidence, ...] = ()
    by: str = ""


class BandCase(Frozen):
    """A position to be placed in a band, or graded work to be converted.

    ``supervises`` is whether the position supervises, ``senior_experts_now`` how many
    positions the senior expert band of the cluster already holds. ``pay_plan`` and ``grade``
    are for conversion.
    """

    title: Words
    fictional: bool = False
    directive: Words
    as_of: Day | None = None
    cluster: str | None = None
    series: str = ""
    supervises: bool | None = None
    senior_experts_now: Count | None = None
    pay_plan: str = "GS"
    grade: Annotated[int, Field(strict=True, ge=1, le=19)] | None = None
    findings: tuple[BandFinding, ...] = ()


def parse_band_case(text: str, *, where: str = "", fmt: Format = "toml") -> BandCase:
    """Read a position to be placed in a band or converted to one.

    Raises:
        CaseError: the text is not in its format, or a field is missing, unknown or wrong.
    """
    data = load(text, where=where, fmt=fmt, error=CaseError)
    return build(BandCase, data, where=where, error=CaseError)


def cluster_of(case: BandCase, directive: Directive, where: str = "") -> Cluster:
    """Return the cluster of a case, by its name or by its series.

    Raises:
        CaseError: the directive has no such cluster, or the series does not settle it.
    """
    if case.cluster is not None:
        found = directive.cluster(case.cluster)
        if found is not None:
            return found
        names = ", ".join(cluster.key for cluster in directive.clusters)
        raise CaseError(
            f"{shown(case.cluster)} is not a cluster of this directive",
            where=f"{where}: cluster" if where else "cluster",
            hint=f"Its clusters are {names or 'none'}.",
        )
    by_series = [cluster for cluster in directive.clusters if case.series in cluster.series]
    if case.series and len(by_series) == 1:
        return by_series[0]
    names = ", ".join(cluster.key for cluster in directive.clusters)
    raise CaseError(
        "the cluster is not stated, and the series does not settle it",
        where=f"{where}: cluster" if where else "cluster",
        hint=f"Name one of {names or 'the clusters'}.",
    )


def numbered(told: Sequence[tuple[str, str, Citation]]) -> tuple[Step, ...]:
    """Return steps given as (rule, text, citation), numbered from 1."""
    return tuple(
        Step(step=number, rule=rule, text=text, citation=citation)
        for number, (rule, text, citation) in enumerate(told, 1)
    )
