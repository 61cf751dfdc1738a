"""What a reader is told of a mixed position: the steps in order, and what to know beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.mixed.grade import Kind, Outcome
from core.mixed.inputs import MixedRequest, Work
from core.mixed.kinds import Rated
from core.mixed.results import Claim, SeriesChoice, View
from core.mixed.rules import cite, count
from core.mixed.shares import percent
from core.model import Citation, Notice, Severity, Step

_HALF = 50.0
_BARS = {
    "temporary": "it is temporary or short-term",
    "absence": "it is done only while another employee is away",
    "training": "it is assigned only as training for higher work",
    "close-supervision": "it is done under closer than normal supervision",
}


@dataclass(frozen=True, slots=True)
class EvaluatedMix:
    """Everything an evaluation found, for telling it."""

    request: MixedRequest
    rated: tuple[Rated, ...]
    kinds: tuple[Kind, ...]
    outcomes: tuple[Outcome, ...]
    views: tuple[View, ...]
    choice: SeriesChoice
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """Why a kind of work counts or does not, and the rule that says so."""

    text: str
    citation: Citation


def bar_of(work: Work, kind: Kind) -> Bar:
    """Return why a kind of work counts for the grade, or does not."""
    if work.circumstances:
        why = " and ".join(_BARS[one] for one in dict.fromkeys(work.circumstances))
        code = "never-counts" if len(work.circumstances) > 1 else work.circumstances[0]
        return Bar(f"{work.name} does not count for the grade, because {why}.", cite(code))
    if work.regular is False:
        return Bar(
            f"{work.name} does not count for the grade, because it is not assigned on a regular "
            "and continuing basis.",
            cite("paramount"),
        )
    if kind.claimed and kind.recognized is not True:
        open_ = "is not recognized" if kind.recognized is False else "is still open"
        return Bar(
            f"{work.name} rests on the person in the job, and that impact {open_}.",
            cite("impact"),
        )
    return Bar(f"{work.name} counts: nothing stated bars it.", cite("paramount"))


def derivation(mix: EvaluatedMix) -> tuple[Step, ...]:
    """Return the steps that lead to grade and series, numbered from 1."""
    rows: list[tuple[str, str, Citation]] = []
    for work, rated in zip(mix.request.work, mix.rated, strict=True):
        rows.append(("evaluation", f"{rated.text} Time: {_time(work)}.", rated.source))
    rows += [("claim", claim.reason, claim.citation) for claim in mix.claims]
    for work, kind in zip(mix.request.work, mix.kinds, strict=True):
        if kind.counts() is not True:
            bar = bar_of(work, kind)
            rows.append(("bar", bar.text, bar.citation))
    for view in mix.views:
        by = "" if view.side == "agreed" else f"By the {view.side}'s percentages: "
        rows.append(("grade", f"{by}{view.reason}", _grade_rule(view)))
    rows.append(("series", mix.choice.reason, mix.choice.citation))
    return tuple(
        Step(step=number, rule=rule, text=text, citation=citation)
        for number, (rule, text, citation) in enumerate(rows, 1)
    )


def _grade_rule(view: View) -> Citation:
    if view.control == "majority":
        return cite("majority")
    return cite("quarter" if view.control in ("quarter", "remaining") else "paramount")


def _time(work: Work) -> str:
    if work.percent is not None:
        return f"{percent(work.percent)} percent"
    sides = (("employee", work.percent_employee), ("supervisor", work.percent_supervisor))
    told = [f"{percent(value)} percent by the {side}" for side, value in sides if value is not None]
    return ", ".join(told)


def difference(views: Sequence[View]) -> str | None:
    """Return in a sentence what the sides' percentages change, None when there is one side."""
    if len(views) == 1:
        return None
    one, other = views
    grades = {
        view.side: view.grade or f"open ({' or '.join(view.possible) or 'no grade'})"
        for view in views
    }
    shifts = ", ".join(
        f"{name} {percent(one.shares[name])} or {percent(other.shares[name])}"
        for name in one.shares
        if one.shares[name] != other.shares[name]
    )
    same = one.grade == other.grade and one.possible == other.possible
    if not shifts:
        return "The sides state the same percentages."
    effect = (
        f"the grade is {grades[one.side]} by either"
        if same
        else f"the grade is {grades[one.side]} by the {one.side}'s figures and "
        f"{grades[other.side]} by the {other.side}'s"
    )
    return f"The {one.side} and the {other.side} differ in percent ({shifts}): {effect}."


def findings(mix: EvaluatedMix) -> tuple[Notice, ...]:
    """Return what the reader must know beside the result."""
    found: list[Notice] = []

    def tell(code: str, severity: Severity, message: str, rule: str) -> None:
        found.append(Notice(code=code, severity=severity, message=message, citation=cite(rule)))

    _tell_kinds(mix, found)
    _tell_bars(mix, found)
    outcomes = mix.outcomes
    if any(one.control == "quarter" for one in outcomes):
        tell(
            "less-than-a-majority",
            "note",
            "The grade rests, or may rest, on less than a majority of the time. The three "
            "conditions let such work control, they do not make it do so, and assigning work "
            "this way is generally not efficient.",
            "inefficient",
        )
    if any(one.half for one in outcomes):
        tell(
            "half-is-no-majority",
            "note",
            "Higher work fills exactly half of the time. Half is not a majority, so it controls "
            "only under the three conditions: check the percentages.",
            "majority",
        )
    if any(one.unadded for one in outcomes):
        tell(
            "shares-not-added",
            "note",
            f"Work of several higher levels fills {count('quarter')} percent only together. The "
            "rule speaks of one level of work and prints nothing about adding several, so each "
            "is looked at by itself.",
            "quarter",
        )
    if mix.views and len(mix.views) > 1:
        tell(
            "percentages-disputed",
            "warning" if len({view.grade for view in mix.views}) > 1 else "note",
            difference(mix.views) or "",
            "agreement",
        )
    _tell_series(mix, found)
    for claim in mix.claims:
        if claim.about.startswith("impact") and claim.holds:
            tell(
                "impact-reverts",
                "note",
                f"The {claim.about} is recognized: record it in the description, and review the "
                "position when it is vacated, because it normally goes back to its original "
                "classification.",
                "impact-reverts",
            )
    _tell_interdisciplinary(mix, found)
    return tuple(found)


def _tell_kinds(mix: EvaluatedMix, found: list[Notice]) -> None:
    """Tell what the evaluation of a kind of work warns of: the whole grade may rest on it."""
    for work, rated in zip(mix.request.work, mix.rated, strict=True):
        told = () if rated.evaluation is None else rated.evaluation.findings
        found += [
            one.model_copy(update={"message": f"{work.name}: {one.message}"})
            for one in told
            if one.severity != "note"
        ]


def _tell_bars(mix: EvaluatedMix, found: list[Notice]) -> None:
    lost = [0.0] * len(mix.views)
    for work, kind in zip(mix.request.work, mix.kinds, strict=True):
        if kind.counts() is not False:
            continue
        bar = bar_of(work, kind)
        message = bar.text
        if "temporary" in work.circumstances:
            message += " If it goes on for months and will recur, evaluate the position anew."
        found.append(
            Notice(
                code="work-never-counts", severity="note", message=message, citation=bar.citation
            )
        )
        lost = [share + view.shares[work.name] for share, view in zip(lost, mix.views, strict=True)]
    if any(share > _HALF for share in lost):
        found.append(
            Notice(
                code="most-work-does-not-count",
                severity="warning",
                message="Most of the time goes to work that does not count for the grade: check "
                "that the description still says what the position is for.",
                citation=cite("temporary"),
            )
        )


def _tell_series(mix: EvaluatedMix, found: list[Notice]) -> None:
    choice = mix.choice
    if choice.series is not None and choice.usual not in (None, choice.series):
        found.append(
            Notice(
                code="series-of-other-work",
                severity="note",
                message=f"The series, GS-{choice.series}, is not that of the work that controls "
                f"the grade, GS-{choice.usual}. That happens where the lower work lies closer to "
                "the purpose of the position.",
                citation=cite("grade-controlling-series"),
            )
        )
    proposed = mix.request.series.proposed
    if proposed is not None and choice.series is not None and proposed != choice.series:
        found.append(
            Notice(
                code="another-series-proposed",
                severity="note",
                message=f"GS-{proposed} is proposed, and the facts stated lead to "
                f"GS-{choice.series}.",
                citation=choice.citation,
            )
        )


def _tell_interdisciplinary(mix: EvaluatedMix, found: list[Notice]) -> None:
    claim = mix.request.interdisciplinary
    if claim is None:
        return
    engineering = [code for code in claim.series if code.startswith("08")]
    if len(engineering) > 1 and "0801" in claim.series:
        found.append(
            Notice(
                code="general-engineering",
                severity="note",
                message="Branches of engineering are occupations of their own: name the branches, "
                "not the general series GS-0801.",
                citation=cite("interdisciplinary-engineering"),
            )
        )
