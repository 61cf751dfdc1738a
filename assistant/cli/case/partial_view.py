"""What a report of a case adds: what became of its series, and what is open in a partial one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.cli.output import Report
from assistant.settings import data_home
from index.search.series.imported import changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.fes.whatif.partial import PartialEvaluation
    from core.model import Case, Notice


def series_notices(case: Case) -> list[Notice]:
    """Return a notice for each series of a case that an imported list says was changed.

    Raises:
        StorageError: a list that was kept cannot be read.
    """
    series = (case.current.series, case.requested.series)
    return [one.notice() for one in changed(data_home(), series)]


@dataclass(frozen=True, slots=True)
class PartialCase:
    """What is scored of a case with open factors, and what must be said of its series."""

    scored: PartialEvaluation
    notices: Sequence[Notice]

    def text(self, case: Case) -> str:
        return partial_text(case, self.scored, self.notices)

    def data(self) -> dict[str, Any]:
        data = self.scored.model_dump(mode="json")
        data["findings"] += [one.model_dump(mode="json") for one in self.notices]
        return data


def partial_text(case: Case, scored: PartialEvaluation, notices: Sequence[Notice]) -> str:
    """Lay out what is known of a case, what is still possible and what is missing."""
    report = Report()
    report.say(case.title or "A case without a title")
    report.line()
    report.say(_headline(scored))
    if scored.factors:
        report.line()
        report.line(f"  {'Factor':<38}{'Level':>8}{'Points':>10}{'Page':>8}")
        for score in scored.factors:
            name = f"{score.factor}  {score.name}"
            page = score.citation.page if " " not in score.citation.page else "below"
            report.line(f"  {name:<38}{score.level:>8}{score.points:>10,}{page:>8}")
        report.line(f"  {'So far':<38}{'':>8}{scored.points:>10,}")
    report.line()
    report.line("What is missing")
    for one in scored.missing:
        report.say(one.text, first="  - ", rest="    ")
    report.findings([one.model_dump(mode="json") for one in (*scored.findings, *notices)])
    report.derivation(step.model_dump(mode="json") for step in scored.derivation)
    report.end(scored.fingerprint)
    return report.text()


def _headline(scored: PartialEvaluation) -> str:
    if not scored.factors and not scored.credited:
        return (
            "No level is known yet, so there is no grade. Give levels as they become known; each "
            "one narrows what is possible."
        )
    if scored.grade is not None:
        return (
            f"{scored.grade}, whatever the open factors turn out to be: the total lies between "
            f"{scored.lowest:,} and {scored.highest:,} points."
        )
    if not scored.grades:
        return "No grade is possible with these levels."
    return (
        f"No grade yet: {scored.points:,} points so far, and a total between {scored.lowest:,} and "
        f"{scored.highest:,}. Still possible: {scored.grades[0]} to {scored.grades[-1]}."
    )
