"""Findings to credited level, one factor at a time: the ladder.

A level is a threshold. It is credited when its full intent is met, so every significant
aspect of it must be found met, and no level is compared before the one beneath it is met.
Exceeding one level without fully meeting the next earns the lower one (The Classifier's
Handbook, TS-107 August 1991, p. 10). A shortfall lowers the level unless a person claims, with
a reason, that an equally important aspect of a higher level balances it
(:mod:`core.fes.crediting.offsets`). Criteria are read by their overall intent (Introduction
to the Position Classification Standards, Section III.B, p. 8; the choice of criteria,
Section III.I, p. 16).

The level of record stands until a finding speaks against it: what nobody questioned is not
an open question. Levels above it start from nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.fes.crediting.aspects import read
from core.fes.crediting.offsets import offset_text
from core.fes.derivation import DETERMINING_GRADE, FULL_INTENT, OFFSET, OVERALL_INTENT
from core.model import Answer, Citation, FactorId, Frozen, Offset

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from core.fes.opened import OpenedCase
    from core.standards.criteria import Aspect, Factor, Level
    from core.standards.model import Standard

_RULE = Citation.model_validate(FULL_INTENT)
_BALANCE = Citation.model_validate(OFFSET)
_INTENT = Citation.model_validate(OVERALL_INTENT)
_CRITERIA = Citation.model_validate(DETERMINING_GRADE)
_MET: Answer = "met"
_UNSOUGHT = "no higher level is sought and "


class Credited(Frozen):
    """The level credited for one factor, and why.

    ``deciding`` are the aspects that settled it: those found not met where a level was
    refused or lost, or those found met where a level was gained. ``open_questions`` are
    aspects whose answer could still raise the level toward the one sought, on which the level
    of record now rests because another alternative was refused, or which were looked into and
    left unknown. ``balanced`` are the shortfalls a person holds to be balanced, each with the
    aspect that balances it. ``citation`` is the rule, ``also`` further places: how standards
    are read, and the levels compared.
    """

    factor: FactorId
    level: str
    level_of_record: str
    sought: str | None
    deciding: tuple[str, ...]
    open_questions: tuple[str, ...]
    reason: str
    citation: Citation
    also: tuple[Citation, ...] = ()
    balanced: tuple[tuple[str, str], ...] = ()

    @property
    def in_dispute(self) -> bool:
        """Whether another level is sought, or the findings changed or questioned the level."""
        asked = self.sought not in (None, self.level_of_record)
        return asked or bool(self.deciding or self.open_questions or self.balanced)


def credit_case(opened: OpenedCase) -> tuple[Credited, ...]:
    """Credit a level for every factor of a case's standard, in the standard's order.

    Raises:
        LevelError: a level of record is missing, or a level of record or sought is wrong.
        CaseError: an offset is refused.
    """
    return credit_factors(opened, opened.record)


def credit_factors(opened: OpenedCase, record: Mapping[str, str]) -> tuple[Credited, ...]:
    """Credit a level for those factors that have a level of record, in the standard's order.

    Raises:
        LevelError: a level sought is wrong.
        CaseError: an offset is refused.
    """
    sought, offsets = opened.sought, opened.offsets
    return tuple(
        _credit(
            opened.standard,
            factor,
            record[str(factor.factor)],
            sought.get(str(factor.factor)),
            opened.answers,
            offsets,
        )
        for factor in opened.standard.factors
        if str(factor.factor) in record
    )


def _credit(
    standard: Standard,
    factor: Factor,
    of_record: str,
    sought: str | None,
    answers: Mapping[str, Answer],
    offsets: Mapping[str, Offset],
) -> Credited:
    names = [level.level for level in factor.levels]
    # A shortfall that is balanced no longer speaks against its level.
    weighed = {**answers, **dict.fromkeys(offsets, _MET)}
    start = names.index(of_record)
    beyond = sought is not None and sought not in names
    goal = _goal(factor, start, sought, answers)
    reads = [read(level, weighed) for level in factor.levels[: goal + 1]]
    lost = next((index for index in range(start + 1) if reads[index].state == "failed"), None)
    deciding: tuple[Aspect, ...]
    unanswered: tuple[Aspect, ...] = ()
    if lost is not None:
        reached, compared = max(lost - 1, 0), range(max(lost - 1, 0), lost + 1)
        deciding = reads[lost].failed
        reason = _lost_reason(names, lost, start, goal, deciding)
        unanswered = _unknown(factor.levels[:lost], answers, ())
    else:
        reached = start
        while reached < goal and reads[reached + 1].state == "met":
            reached += 1
        refused = next(
            (i for i in range(reached + 1, goal + 1) if reads[i].state == "failed"), None
        )
        end = goal + 1 if refused is None else refused
        unanswered = tuple(aspect for i in range(reached + 1, end) for aspect in reads[i].open)
        compared = range(start, min(reached + 1, goal) + 1)
        deciding = reads[reached].met if reached > start else ()
        if refused == reached + 1:
            deciding = reads[refused].failed
            reason = _refused_reason(names, refused, goal, deciding)
        elif unanswered:
            reason = _open_reason(names, reached, refused, reads[reached + 1].open)
        elif reached > start:
            reason = (
                f"What Level {names[reached]} requires is found met, and so is every level between "
                f"it and the level of record, so Level {names[reached]} is credited: it rests on "
                f"{_listed(deciding)}."
            )
        else:
            held = _balanced(factor.levels, offsets)
            reason = (
                f"Level {of_record} of record stands: "
                + ("" if beyond else _UNSOUGHT)
                + ("the shortfall found is balanced." if held else "no finding speaks against it.")
            )
        now_required = tuple(aspect for one in reads[: start + 1] for aspect in one.now_required)
        if now_required:
            reason += (
                f" Level {of_record} of record now rests on an alternative nobody has "
                f"answered: {_listed(now_required)}."
            )
        unknown = _unknown(factor.levels[: start + 1], answers, now_required)
        if unknown:
            reason += (
                f" It was looked into but left unknown whether {_listed(unknown)} "
                f"{'is' if len(unknown) == 1 else 'are'} met; if not, the level may be lost."
            )
        unanswered = (*now_required, *unknown, *unanswered)
    if beyond:
        reason += (
            f" Level {sought} is sought, but this edition does not hold it, so it is neither "
            "credited nor refused."
        )
    balanced = _balanced(factor.levels[: reached + 1], offsets)
    if balanced:
        reason += "".join(f" {offset_text(offset)}" for offset in balanced)
    return Credited(
        factor=factor.factor,
        level=names[reached],
        level_of_record=of_record,
        sought=sought,
        deciding=(
            *(aspect.id for aspect in deciding),
            *(offset.balanced_by for offset in balanced),
        ),
        open_questions=tuple(aspect.id for aspect in unanswered),
        reason=reason,
        citation=_RULE,
        also=(
            _INTENT,
            _CRITERIA,
            *(
                standard.cite(factor.levels[index].page, _section(standard, factor.levels[index]))
                for index in compared
            ),
            *([_BALANCE] if balanced else []),
        ),
        balanced=tuple((offset.shortfall, offset.balanced_by) for offset in balanced),
    )


def _balanced(levels: Iterable[Level], offsets: Mapping[str, Offset]) -> tuple[Offset, ...]:
    """Return the offsets that the levels credited rest on."""
    ids = [aspect.id for level in levels for aspect in level.aspects]
    return tuple(offsets[name] for name in ids if name in offsets)


def _unknown(
    levels: Iterable[Level], answers: Mapping[str, Answer], now_required: tuple[Aspect, ...]
) -> tuple[Aspect, ...]:
    """Return the significant aspects of levels held that were looked into and left unknown.

    An alternative beside one that is found met is no question: the level does not rest on it.
    """
    return tuple(
        aspect
        for level in levels
        for aspect in read(level, answers).open
        if answers.get(aspect.id) == "unknown" and aspect not in now_required
    )


def _goal(factor: Factor, start: int, sought: str | None, answers: Mapping[str, Answer]) -> int:
    """Return the index of the highest level worth comparing.

    That is the level sought, or a higher one about which something but a refusal was found.
    The level above the level of record is compared as soon as anything is found on it.
    """
    goal = start
    for index, level in enumerate(factor.levels[start + 1 :], start + 1):
        found = [answers[aspect.id] for aspect in level.aspects if aspect.id in answers]
        hopeful = any(answer != "not_met" for answer in found)
        if level.level == sought or hopeful or (found and index == start + 1):
            goal = index
    return goal


def _lost_reason(
    names: list[str], lost: int, start: int, goal: int, failed: tuple[Aspect, ...]
) -> str:
    found = f"Level {names[lost]} is not fully met, because {_failing(failed)}"
    if lost == 0:
        return (
            f"{found}; the standard has no level beneath it, so Level {names[0]} is kept and "
            "the finding needs a second look."
        )
    text = f"{found}, so Level {names[lost - 1]} beneath it is credited."
    if goal > start:
        text += f" Level {names[goal]} is not compared before Level {names[lost]} is met."
    return text


def _refused_reason(names: list[str], refused: int, goal: int, failed: tuple[Aspect, ...]) -> str:
    text = (
        f"Level {names[refused]} is refused, because {_failing(failed)}; "
        f"Level {names[refused - 1]} is credited."
    )
    if goal > refused:
        text += f" Level {names[goal]} is not compared before Level {names[refused]} is met."
    return text


def _open_reason(
    names: list[str], reached: int, refused: int | None, unanswered: tuple[Aspect, ...]
) -> str:
    text = (
        f"Level {names[reached + 1]} waits for a finding on {_listed(unanswered)}; until then "
        f"Level {names[reached]} is credited."
    )
    if refused is not None:
        text += f" Level {names[refused]} is found not met."
    return text


def _failing(aspects: tuple[Aspect, ...]) -> str:
    return f"{_listed(aspects)} {'is' if len(aspects) == 1 else 'are'} found not met"


def _listed(aspects: tuple[Aspect, ...]) -> str:
    return ", ".join(f'"{aspect.name}" ({aspect.id})' for aspect in aspects)


def _section(standard: Standard, level: Level) -> str:
    return ", ".join(part for part in (standard.section, f"Level {level.level}") if part)
