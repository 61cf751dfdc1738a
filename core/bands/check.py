"""What 5 CFR 9701.212 requires of a directive, and what a directive lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.law.rules import ProcedureRule, deciding, gather
from core.model import Citation, Frozen, Notice, Severity

if TYPE_CHECKING:
    from core.bands.directive import Band, Cluster, Directive

_KINDS: dict[str, str] = {
    "difficulty-and-responsibility": "the type and range of difficulty and responsibility",
    "qualifications": "qualifications",
    "competencies": "competencies",
}


class Gap(Frozen):
    """Something the regulation requires or suggests and the directive does not say.

    An error is a requirement not met, a warning something a placement will founder on, a
    note something the regulation names without requiring it.
    """

    code: str
    severity: Severity
    where: str
    text: str
    paragraph: str
    citation: Citation


class DirectiveCheck(Frozen):
    """Whether a directive has what paragraphs (c) and (d) require, and what it lacks.

    ``complete`` is True when no gap is an error. ``verify`` are rules that were not verified.
    """

    directive: str
    edition: str
    title: str
    complete: bool
    gaps: tuple[Gap, ...]
    notices: tuple[Notice, ...]
    sources: tuple[ProcedureRule, ...]
    verify: tuple[ProcedureRule, ...]


def notices(directive: Directive) -> tuple[Notice, ...]:
    """Return what every answer about bands must say, beginning with their status in law."""
    status = deciding("band-status")
    found = [
        Notice(
            code="not-in-operation",
            severity="warning",
            message=status.text,
            citation=status.citation,
        )
    ]
    if directive.illustrative:
        found.append(
            Notice(
                code="illustrative-directive",
                severity="warning",
                message="This directive is made up, to show how bands would work. DHS never "
                "issued it.",
                citation=directive.cite("cover"),
            )
        )
    again = deciding("band-reconsideration")
    found.append(
        Notice(
            code="reconsideration",
            severity="note",
            message=again.text,
            citation=again.citation,
        )
    )
    return tuple(found)


def check_directive(directive: Directive) -> DirectiveCheck:
    """List what the regulation requires and a directive lacks."""
    gaps = [*_whole(directive)]
    for cluster in directive.clusters:
        gaps += _cluster(cluster)
        for band in cluster.bands:
            gaps += _band(cluster, band)
            gaps += _qualified(directive, cluster, band)
    gaps += _standards(directive)
    return DirectiveCheck(
        directive=directive.id,
        edition=directive.edition_id,
        title=directive.title,
        complete=not any(gap.severity == "error" for gap in gaps),
        gaps=tuple(gaps),
        notices=notices(directive),
        sources=gather(
            (
                *("band-status", "band-establish", "band-cluster", "band-definitions"),
                *("band-qualifications", "band-senior-expert", "band-reconsideration"),
                *("band-reconsideration-rules", "band-effective", "band-next-sections"),
            )
        ),
        verify=(),
    )


def _gap(code: str, severity: Severity, where: str, text: str, rule: str) -> Gap:
    found = deciding(rule)
    return Gap(
        code=code,
        severity=severity,
        where=where,
        text=text,
        paragraph=found.regulation,
        citation=found.citation,
    )


def _whole(directive: Directive) -> list[Gap]:
    gaps = []
    if not directive.clusters:
        gaps.append(
            _gap("no-clusters", "error", "clusters", "No cluster is set up.", "band-cluster")
        )
    if not directive.coordinated_with_opm:
        gaps.append(
            _gap(
                "bands-not-coordinated",
                "error",
                "coordinated_with_opm",
                "It does not say that the bands were coordinated with OPM.",
                "band-establish",
            )
        )
    return gaps


def _cluster(cluster: Cluster) -> list[Gap]:
    gaps = []
    if not cluster.covers.strip():
        gaps.append(
            _gap(
                "cluster-not-described",
                "warning",
                cluster.key,
                "It does not say what work the cluster groups.",
                "band-cluster",
            )
        )
    if not cluster.bands:
        gaps.append(
            _gap("no-bands", "warning", cluster.key, "The cluster has no bands.", "band-establish")
        )
    return gaps


def _band(cluster: Cluster, band: Band) -> list[Gap]:
    where = f"{cluster.key}.{band.key}"
    gaps: list[Gap] = []
    if not band.definition:
        gaps.append(
            _gap(
                "band-not-defined",
                "error",
                where,
                f"{band.name} is not defined.",
                "band-definitions",
            )
        )
    else:
        said = {found.kind for found in band.definition}
        gaps += [
            _gap(
                "definition-silent",
                "note",
                where,
                f"The definition of {band.name} says nothing of {name}.",
                "band-definitions",
            )
            for kind, name in _KINDS.items()
            if kind not in said
        ]
    if band.kind == "senior-expert":
        gaps += _senior_expert(where, band)
    if band.kind == "full-performance" and band.supervises:
        gaps.append(
            _gap(
                "full-performance-supervises",
                "error",
                where,
                "Full performance is about nonsupervisory duties, but this band supervises.",
                "band-full-performance",
            )
        )
    return gaps


def _senior_expert(where: str, band: Band) -> list[Gap]:
    gaps = []
    if band.supervises:
        gaps.append(
            _gap(
                "senior-expert-supervises",
                "error",
                where,
                "Senior experts do not supervise, but this band does.",
                "band-senior-expert",
            )
        )
    if band.limit is None:
        gaps.append(
            _gap(
                "senior-expert-unlimited",
                "error",
                where,
                "Senior experts are limited in number, but no limit is stated.",
                "band-senior-expert",
            )
        )
    return gaps


def _qualified(directive: Directive, cluster: Cluster, band: Band) -> list[Gap]:
    """Report a band that no qualification standard reaches, by cluster, series or band."""
    uncovered = set(cluster.series)
    for standard in directive.qualification_standards:
        if standard.cluster != cluster.key or standard.band not in (None, band.key):
            continue
        if not standard.series:
            return []
        uncovered -= set(standard.series)
        if cluster.series and not uncovered:
            return []
    where = f"{cluster.key}.{band.key}"
    reached = sorted(set(cluster.series) - uncovered)
    text = f"No qualification standard reaches {band.name}"
    if reached:
        text += f" in series {', '.join(sorted(uncovered))}"
    return [_gap("no-qualifications", "error", where, f"{text}.", "band-qualifications")]


def _standards(directive: Directive) -> list[Gap]:
    gaps = []
    for number, standard in enumerate(directive.qualification_standards, 1):
        if standard.coordinated_with_opm:
            continue
        whose = "OPM's own" if standard.source == "opm" else "differing from OPM's"
        gaps.append(
            _gap(
                "qualifications-not-coordinated",
                "error",
                f"qualification_standards[{number}]",
                f"It does not say that the qualification standard of {standard.cluster}, "
                f"{whose}, was coordinated with OPM.",
                "band-qualifications",
            )
        )
    return gaps
