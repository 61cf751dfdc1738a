"""Findings to credited level, one factor at a time: the ladder.

A level is a threshold. It is credited when its full intent is met, so every significant
aspect of it must be found met, and no level is compared before the one beneath it is met.
Exceeding one level without fully meeting the next earns the lower one (The Classifier's
Handbook, TS-107 August 1991, p. 10). Criteria are read by their overall intent (Introduction
to the Position Classification Standards, Section III.B, p. 8; the choice of criteria,
Section III.I, p. 16).

The level of record stands until a finding speaks against it: what nobody questioned is not
an open question. Levels above it start from nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.catalog import load_standard, load_table
from core.derivation import DETERMINING_GRADE, FULL_INTENT, OVERALL_INTENT
from core.models import Answer, Citation, FactorId, Frozen
from core.rating import resolve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.models import Aspect, Case, Factor, Level, Standard

_RULE = Citation.model_validate(FULL_INTENT)
_INTENT = Citation.model_validate(OVERALL_INTENT)
_CRITERIA = Citation.model_validate(DETERMINING_GRADE)


class Credited(Frozen):
    """The level credited for one factor, and why.

    ``deciding`` are the aspects that settled it: those found not met where a level was
    refused or lost, or those found met where a level was gained. ``open_questions`` are
    aspects whose answer could still raise the level toward the one sought, or on which the
    level of record now rests because another alternative was refused. ``citation`` is the
    rule, ``also`` further places: how standards are read, and the levels compared.
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

    @property
    def in_dispute(self) -> bool:
        """Whether another level is sought, or the findings changed or questioned the level."""
        asked = self.sought not in (None, self.level_of_record)
        return asked or bool(self.deciding or self.open_questions)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the findings say of one level, by its significant aspects and alternatives.

    ``shaken`` are the alternatives not yet answered where another one was found not met.
    """

    failed: tuple[Aspect, ...]
    open: tuple[Aspect, ...]
    met: tuple[Aspect, ...]
    shaken: tuple[Aspect, ...]


def credit_case(case: Case) -> tuple[Credited, ...]:
    """Credit a level for every factor of a case's standard, in the standard's order.

    Raises:
        LevelError: a level of record is missing, or a level of record or sought is wrong.
        StandardError: the standard is unknown or not in force on the case's date.
    """
    standard = load_standard(case.standard, case.as_of)
    table = load_table(case.standard, case.as_of)
    record = [row.level for row in resolve(table, dict(case.levels))]
    asked = resolve(table, dict(case.sought), name="sought", complete=False)
    sought = {row.level.partition("-")[0]: row.level for row in asked}
    answers = effective_answers(case)
    return tuple(
        _credit(standard, factor, of_record, sought.get(str(factor.factor)), answers)
        for factor, of_record in zip(standard.factors, record, strict=True)
    )


def effective_answers(case: Case) -> dict[str, Answer]:
    """Return the answer that counts for each aspect: the latest finding on it."""
    return {finding.aspect: finding.answer for finding in case.findings}


def requirements(level: Level) -> tuple[tuple[Aspect, ...], ...]:
    """Return what a level requires: single significant aspects, and groups of alternatives.

    One aspect of a group suffices. An aspect that is not significant requires nothing.
    """
    groups: dict[str, list[Aspect]] = {}
    for aspect in level.aspects:
        if aspect.significant:
            # A group's name cannot hold a dot, so it never meets the id of a single aspect.
            groups.setdefault(aspect.any_of or aspect.id, []).append(aspect)
    return tuple(tuple(group) for group in groups.values())


def _read(level: Level, answers: Mapping[str, Answer]) -> _Read:
    failed: list[Aspect] = []
    unanswered: list[Aspect] = []
    met: list[Aspect] = []
    shaken: list[Aspect] = []
    for group in requirements(level):
        good = [aspect for aspect in group if answers.get(aspect.id) in ("met", "exceeded")]
        bad = [aspect for aspect in group if answers.get(aspect.id) == "not_met"]
        if good:
            met += good
        elif len(bad) == len(group):
            failed += bad
        else:
            rest = [aspect for aspect in group if aspect not in bad]
            unanswered += rest
            shaken += rest if bad else []
    return _Read(tuple(failed), tuple(unanswered), tuple(met), tuple(shaken))


def _credit(
    standard: Standard,
    factor: Factor,
    of_record: str,
    sought: str | None,
    answers: Mapping[str, Answer],
) -> Credited:
    names = [level.level for level in factor.levels]
    reads = [_read(level, answers) for level in factor.levels]
    start = names.index(of_record)
    goal = _goal(factor, start, sought, answers)
    lost = next((index for index in range(start + 1) if reads[index].failed), None)
    deciding: tuple[Aspect, ...]
    unanswered: tuple[Aspect, ...] = ()
    if lost is not None:
        reached, compared = max(lost - 1, 0), range(max(lost - 1, 0), lost + 1)
        deciding = reads[lost].failed
        reason = _lost_reason(names, lost, start, goal, deciding)
    else:
        reached = start
        while reached < goal and not reads[reached + 1].failed and not reads[reached + 1].open:
            reached += 1
        refused = next((i for i in range(reached + 1, goal + 1) if reads[i].failed), None)
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
                f"Every significant aspect of Level {names[reached]} is found met, and of every "
                f"level between it and the level of record, so Level {names[reached]} is credited."
            )
        else:
            reason = (
                f"Level {of_record} of record stands: no higher level is sought and no finding "
                "speaks against it."
            )
        shaken = tuple(aspect for read in reads[: start + 1] for aspect in read.shaken)
        if shaken:
            unanswered = (*shaken, *unanswered)
            reason += (
                f" Level {of_record} of record now rests on an alternative nobody has "
                f"answered: {_listed(shaken)}."
            )
    return Credited(
        factor=factor.factor,
        level=names[reached],
        level_of_record=of_record,
        sought=sought,
        deciding=tuple(aspect.id for aspect in deciding),
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
        ),
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
