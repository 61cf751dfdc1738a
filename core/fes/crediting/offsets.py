"""A shortfall balanced by a strength: a person's claim, checked as far as it can be.

OPM's appeal decisions know one exception to full intent: a factor that falls short in a
significant aspect keeps the level when another aspect, of the same importance, reaches a higher
one and makes up for it (decision C-0080-11-02 of August 20, 2014, "Grade determination").
Neither the Introduction nor the
Classifier's Handbook prints the exception: both know full intent only. So the core never
finds a balance by itself. A person claims it and says why the two aspects weigh the same; the
core checks that the strength is significant and found met at a higher level, and tells the
reader that the level rests on the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import CaseError, Mistakes, at, sentence, shown, worded
from core.fes.derivation import OFFSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.model import Answer, NoticeData, Offset
    from core.standards.criteria import Aspect
    from core.standards.model import Standard

_GOOD = ("met", "exceeded")


def check_offsets(
    standard: Standard,
    offsets: Sequence[Offset],
    answers: Mapping[str, Answer],
    *,
    where: str = "",
) -> dict[str, Offset]:
    """Return the offsets that hold, by the shortfall they balance.

    An offset whose shortfall is not found not met has nothing to balance and is left out.

    Args:
        standard: the standard, with every level the case may use.
        offsets: what is claimed.
        answers: the answer that counts on each aspect.
        where: the case's name, for messages.

    Raises:
        CaseError: an aspect is unknown or not significant, the two belong to different
            factors or are the same aspect, the balancing one is not of a higher level or not
            found met there, it balances another shortfall of the same level too, a shortfall
            is balanced twice, or the reason is empty.
    """
    if not offsets:
        return {}
    place: dict[str, tuple[str, int, Aspect]] = {
        aspect.id: (str(factor.factor), rung, aspect)
        for factor in standard.factors
        for rung, level in enumerate(factor.levels)
        for aspect in level.aspects
    }
    mistakes = Mistakes()
    found: dict[str, Offset] = {}
    strengths: set[tuple[str, int, str]] = set()
    for number, offset in enumerate(offsets, 1):
        with mistakes:
            spot = at(where, f"offsets[{number}]")
            for name in ("shortfall", "balanced_by"):
                _check_aspect(standard, place, getattr(offset, name), f"{spot}.{name}")
            factor, rung, shortfall = place[offset.shortfall]
            other, higher, strength = place[offset.balanced_by]
            refusal = f"{spot}.balanced_by"
            if other != factor:
                raise CaseError(
                    f"{strength.id} belongs to Factor {other}, and the shortfall to "
                    f"Factor {factor}",
                    where=refusal,
                    hint="A shortfall is balanced by another aspect of the same factor.",
                )
            if higher <= rung:
                raise CaseError(
                    f"{strength.id} is not an aspect of a higher level than {shortfall.id}",
                    where=refusal,
                    hint="Name an aspect of a higher level that is found met.",
                )
            if strength.key == shortfall.key:
                raise CaseError(
                    f"{strength.id} is the same aspect as {shortfall.id}, at a higher level",
                    where=refusal,
                    hint="Name another aspect: one cannot be both the shortfall and the strength.",
                )
            _check_met(place, answers, offset, refusal)
            if not offset.reason.strip():
                raise CaseError(
                    "no reason is given why the two aspects are equally important",
                    where=f"{spot}.reason",
                    hint="Write the reason; the balance is a person's judgement.",
                )
            if shortfall.id in found:
                raise CaseError(
                    f"{shortfall.id} is balanced twice",
                    where=f"{spot}.shortfall",
                    hint="Keep one of the two.",
                )
            if (factor, rung, strength.key) in strengths:
                raise CaseError(
                    f"{strength.id} already balances another shortfall of the same level",
                    where=refusal,
                    hint="One strength balances one shortfall; name another for this one.",
                )
            strengths.add((factor, rung, strength.key))
            if answers.get(shortfall.id) == "not_met":
                found[shortfall.id] = offset
    mistakes.settle()
    return found


def _check_aspect(
    standard: Standard, place: Mapping[str, tuple[str, int, Aspect]], name: str, spot: str
) -> None:
    if name not in place:
        raise CaseError(
            f"{shown(name)} is not an aspect of the {standard.title}",
            where=spot,
            hint='An aspect is a level and a key, such as "2-5.review".',
        )
    if not place[name][2].significant:
        raise CaseError(
            f"{name} is not a significant aspect, so it neither lowers a level nor balances one",
            where=spot,
            hint="Name significant aspects.",
        )


def _check_met(
    place: Mapping[str, tuple[str, int, Aspect]],
    answers: Mapping[str, Answer],
    offset: Offset,
    spot: str,
) -> None:
    """Refuse a strength that is not found met, there or at a level on the way up to it."""
    factor, rung, _ = place[offset.shortfall]
    _, higher, strength = place[offset.balanced_by]
    if answers.get(strength.id) not in _GOOD:
        raise CaseError(
            f"{strength.id} is not found met, so it balances nothing",
            where=spot,
            hint="Add the finding with its evidence, or remove the offset.",
        )
    for other, at_rung, aspect in place.values():
        between = other == factor and rung <= at_rung < higher and aspect.key == strength.key
        if between and answers.get(aspect.id) == "not_met":
            raise CaseError(
                f"{strength.id} is found met, but {aspect.id}, the same aspect of a lower level, "
                "is found not met",
                where=spot,
                hint="Correct the finding that is wrong.",
            )


def offset_text(offset: Offset) -> str:
    """Return in a sentence what balances what, who says so and why."""
    by = worded(offset.by) if offset.by.strip() else "a person"
    return (
        f"{offset.shortfall} is found not met and is held to be balanced by "
        f"{offset.balanced_by}, which is found met at a higher level. That the two are equally "
        f"important is stated by {by}: {sentence(offset.reason)}"
    )


def offset_notices(offsets: Sequence[Offset], applied: Mapping[str, Offset]) -> list[NoticeData]:
    """Return what a reader must know about offsets: those applied, and those with no use."""
    found: list[NoticeData] = []
    for offset in offsets:
        if offset.shortfall in applied:
            code, severity = "offset-applied", "warning"
            message = (
                f"A level rests on a judgement: {offset_text(offset)} OPM states this exception "
                "in appeal decisions; the Introduction and the Classifier's Handbook print the "
                "rule of full intent without it."
            )
        else:
            code, severity = "offset-without-shortfall", "note"
            message = (
                f"{offset.shortfall} is not found not met, so there is nothing for "
                f"{offset.balanced_by} to balance."
            )
        found.append({"code": code, "severity": severity, "message": message, "citation": OFFSET})
    return found
