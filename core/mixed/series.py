"""Which series a mixed position belongs to: the paramount work and what else bears on it.

A person's stated choice with its reason stands. Else one series for all work is the series;
where several cover it, the considerations stated decide when they agree and the paramount
knowledge is among them. Where they disagree they have to be weighed together, which is a
judgement (The Classifier's Handbook, pp. 33-34), so the series stays undetermined and the
result shows what points where.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.errors import sentence, worded
from core.law.rules import Question, opposite
from core.mixed.inputs import POINTERS, MixedRequest, Work
from core.mixed.results import Claim, SeriesChoice
from core.mixed.rules import cite
from core.mixed.special import claimed

GENERAL: Final = "0301"
"""The Miscellaneous Administration and Program Series."""

_GROUP: Final = 2
_NAMES: Final = {
    "paramount_knowledge": "the paramount knowledge",
    "reason_for_existence": "the reason for the position",
    "organizational_function": "the function of the organization",
    "line_of_promotion": "the line of promotion",
    "recruitment_source": "the source of recruitment",
}


def counted(work: Sequence[Work]) -> tuple[Work, ...]:
    """Return the work that bears on the series: all but what can never be paramount."""
    kept = tuple(one for one in work if not one.circumstances and one.regular is not False)
    return kept or tuple(work)


def options_of(request: MixedRequest) -> tuple[str, ...]:
    """Return the series that come into question, the general ones last."""
    involved = [one.series for one in counted(request.work) if one.series is not None]
    found = dict.fromkeys(involved)
    groups = {code[:_GROUP] for code in found}
    if len(found) > 1 and len(groups) == 1:
        found[f"{groups.pop()}01"] = None
    if request.interdisciplinary is not None:
        found |= dict.fromkeys(request.interdisciplinary.series)
    if request.series.proposed is not None:
        found[request.series.proposed] = None
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Chooser:
    """What every answer about the series carries."""

    usual: str | None
    options: tuple[str, ...]
    pointing: dict[str, str]

    def choice(
        self, reason: str, code: str, *questions: Question, series: str | None = None
    ) -> SeriesChoice:
        """Return the series chosen, or what would decide it, by the rule of a code."""
        return SeriesChoice(
            series=series,
            usual=self.usual,
            options=self.options,
            pointing=self.pointing,
            reason=reason,
            citation=cite(code),
            questions=questions,
        )


def choose_series(
    request: MixedRequest, controlling: Sequence[str], general: Claim | None = None
) -> SeriesChoice:
    """Return the series of a position, or what has to be known first.

    Args:
        request: the position.
        controlling: the names of the work that controls its grade, none while that is open.
        general: what became of the proposal of GS-0301, None when nobody proposes it.
    """
    stated = request.series
    by_name = {one.name: one.series for one in request.work}
    controls = tuple(
        dict.fromkeys(code for name in controlling if (code := by_name[name]) is not None)
    )
    answer = _Chooser(
        usual=controls[0] if len(controls) == 1 else None,
        options=options_of(request),
        pointing={
            field: code
            for field in POINTERS
            if (name := getattr(stated, field)) is not None and (code := by_name[name]) is not None
        },
    )
    decision = stated.decision
    if decision is not None and (decision.series != GENERAL or general is None):
        by = f" by {worded(decision.by)}" if decision.by.strip() else ""
        reason = (
            f"Series GS-{decision.series} is chosen for the work as a whole{by}: "
            f"{sentence(decision.reason)}"
        )
        return answer.choice(reason, "several-groups", series=decision.series)
    if general is not None and general.holds is not False:
        if general.holds:
            return answer.choice(general.reason, "gs0301-best-fit", series=GENERAL)
        return answer.choice(general.reason, "gs0301-best-fit", *general.questions)
    work = counted(request.work)
    unknown = [
        number for number, one in enumerate(request.work, 1) if one in work and not one.series
    ]
    if unknown:
        return answer.choice(
            "The series is not stated for every kind of work that counts.",
            "one-series",
            *(
                Question(field=f"work[{number}].series", text="Which series covers this work?")
                for number in unknown
            ),
        )
    involved = tuple(dict.fromkeys(one.series for one in work if one.series is not None))
    if len(involved) == 1:
        reason = f"All work that counts belongs to series GS-{involved[0]}."
        return answer.choice(reason, "one-series", series=involved[0])
    if stated.equally_important:
        return _equal(involved, controls, answer)
    return _weighed(involved, answer)


def _weighed(involved: tuple[str, ...], answer: _Chooser) -> SeriesChoice:
    """Choose by the considerations stated, where they agree."""
    pointing = answer.pointing
    if len(set(pointing.values())) > 1:
        said = "; ".join(f"{_NAMES[field]} to GS-{code}" for field, code in pointing.items())
        return answer.choice(
            f"The considerations point to different series ({said}) and have to be weighed "
            "together; no single one decides.",
            "several-groups",
            Question(
                field="series.decision",
                text="Which of the series fits the work as a whole, and why?",
            ),
        )
    if "paramount_knowledge" in pointing:
        code = pointing["paramount_knowledge"]
        others = [_NAMES[field] for field in pointing if field != "paramount_knowledge"]
        agreeing = (
            f"; so {'does' if len(others) == 1 else 'do'} {_listed(others)}" if others else ""
        )
        return answer.choice(
            f"The paramount knowledge points to series GS-{code}{agreeing}.",
            "paramount-qualifications",
            series=code,
        )
    lean = (
        f" The work that controls the grade belongs to GS-{answer.usual}, which usually decides."
        if answer.usual is not None
        else ""
    )
    return answer.choice(
        f"Work of {len(involved)} series is mixed, and no paramount knowledge is stated.{lean}",
        "grade-controlling-series",
        Question(
            field="series.paramount_knowledge",
            text="Which kind of work holds the knowledge that matters most for the position?",
        ),
    )


def _equal(involved: tuple[str, ...], controls: tuple[str, ...], answer: _Chooser) -> SeriesChoice:
    """Choose where the qualifications of several occupations are equally important."""
    if len({code[:_GROUP] for code in involved}) == 1:
        general = f"{involved[0][:_GROUP]}01"
        if general == GENERAL:
            return answer.choice(
                "Series of one group are mixed and none predominates; the general series of the "
                "group is GS-0301, which has conditions of its own.",
                "general-series",
                Question(
                    field="series.proposed",
                    text='Is GS-0301 proposed? State proposed = "0301" and its conditions.',
                ),
            )
        return answer.choice(
            "Series of one group are mixed and none predominates, so the general series of the "
            f"group, typically GS-{general}, is used.",
            "general-series",
            series=general,
        )
    if len(controls) == 1:
        return answer.choice(
            "The qualifications are equally important, so the work that controls the grade "
            f"decides: GS-{controls[0]}.",
            "equal-qualifications",
            series=controls[0],
        )
    if not controls:
        return answer.choice(
            "The qualifications are equally important, and the work that controls the grade is "
            "not settled.",
            "equal-qualifications",
        )
    source = answer.pointing.get("recruitment_source")
    if source in controls:
        return answer.choice(
            f"Qualifications and grades are equal, and series GS-{source} gives a satisfactory "
            "base for recruiting.",
            "equal-qualifications",
            series=source,
        )
    return answer.choice(
        "Qualifications and grades are equal: any of the series that gives a satisfactory base "
        "for recruiting may be used.",
        "equal-qualifications",
        Question(
            field="series.recruitment_source",
            text="Which kind of work gives a satisfactory base for recruiting?",
        ),
    )


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


# --- the GS-0301 series ------------------------------------------------------------------


def general_claim(
    request: MixedRequest, grades: Mapping[str, int | None], controlling: Sequence[str]
) -> Claim | None:
    """Return whether GS-0301 may be used, None when nobody proposes it.

    Args:
        request: the position.
        grades: the grade of each kind of work, by its name.
        controlling: the names of the work that controls the grade.
    """
    stated = request.series
    chosen = None if stated.decision is None else stated.decision.series
    if GENERAL not in (stated.proposed, chosen):
        return None
    work = counted(request.work)
    categories = {one.category for one in work}
    administrative = stated.two_grade_administrative
    if administrative is None and None not in categories:
        administrative = categories == {"administrative"}
    rows: list[tuple[str, bool | None, str, str]] = [
        (
            "two_grade_administrative",
            administrative,
            "the primary work is administrative and of the two-grade interval kind",
            "gs0301-clerical"
            if categories & {"clerical", "technical"}
            else "gs0301-administrative",
        ),
        (
            "professional",
            "professional" not in categories,
            "no kind of work belongs to a professional series",
            "gs0301-professional",
        ),
        (
            "classifiable_elsewhere",
            opposite(stated.classifiable_elsewhere),
            "no other series can take the primary work",
            "gs0301-elsewhere",
        ),
        (
            "management_services",
            opposite(stated.management_services),
            "it is not responsibility for a combination of management services",
            "gs0301-services",
        ),
    ]
    if len({one.series for one in work}) > 1:
        highest = {name for name in controlling if name in {one.name for one in work}}
        top = {grades[name] for name in highest}
        level = [one for one in work if grades[one.name] in top]
        rows += [
            (
                "recruiting_elsewhere",
                opposite(stated.recruiting_elsewhere),
                "no qualification standard of the series involved opens a way to recruit",
                "gs0301-recruiting",
            ),
            (
                "kinds",
                len({one.series for one in level}) > 1 if highest else None,
                "at least two functional specialties are at the grade of the position",
                "gs0301-kinds",
            ),
        ]
    return claimed("use of series GS-0301", tuple(rows), "series", "gs0301-best-fit", "is open")
