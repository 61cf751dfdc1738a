"""Factor 3: the level that the authorities exercised add up to (pp. 14-18).

The guide counts some authorities and judges others. Counts are done here. Where it says all
or nearly all it gives no number, so a list not held in full counts only when a person finds
it to be held nearly in full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import LevelError, at
from core.supervisory.coverage import contract_work_only, outside_authority

if TYPE_CHECKING:
    from core.supervisory.guide import Guide
    from core.supervisory.inputs import Authorities, SupervisoryRequest
    from core.supervisory.record import Record, Undetermined

_FIRST = 4
"""Paragraph 3-2c sets its first four authorities apart (p. 15)."""


def settle_authority(
    guide: Guide, request: SupervisoryRequest, record: Record
) -> str | Undetermined | None:
    """Return the level of Factor 3 from the authorities, or as stated.

    A position whose authorities do not meet Level 3-2, or meet it for contracted work alone,
    is outside the guide: that comes back as undetermined.

    Raises:
        LevelError: the authorities add up to another level than the one stated, or the guide
            leaves to judgment what nobody has judged.
    """
    stated = request.levels.get("3")
    held = request.authorities
    if held is None:
        return stated
    core_met, contract_met = _level_3_2(guide, held, record)
    managerial = "3-3a" in held.met
    supervisory = core_met and _level_3_3b(guide, request, held, record)
    if not core_met and not managerial and "3-2a" not in held.met:
        return contract_work_only(guide) if contract_met else outside_authority(guide)
    level, rule, why = "3-2", "level-3-2", _met(held, core_met, contract_met)
    if managerial or supervisory:
        paragraphs = [p for p, met in (("a", managerial), ("b", supervisory)) if met]
        level, rule, why = "3-3", "level-3-3", _paragraphs("3-3", paragraphs)
    upper = [key[-1] for key in ("3-4a", "3-4b") if key in held.met]
    if upper and managerial and supervisory:
        level, rule = "3-4", "level-3-4"
        why = f"both paragraphs of Level 3-3 and {_paragraphs('3-4', upper)}"
    elif upper:
        why += (
            f", but {_paragraphs('3-4', upper)} needs the managerial authority of Level 3-3a and "
            "the supervisory authority of Level 3-3b as well"
        )
    record.step("authority", f"Factor 3: {why}: Level {level}.", guide.cite(rule))
    if stated is not None and stated != level:
        raise LevelError(
            f"Level {stated} is given, but the authorities stated add up to Level {level} "
            f"(p. {guide.cite(rule)['page']})",
            where=at(request.where, "levels.3"),
            hint="Correct the level or the authorities, or leave one of them out.",
        )
    return level


def _level_3_2(guide: Guide, held: Authorities, record: Record) -> tuple[bool, bool]:
    """Return whether the authorities over people and those over contracted work are met."""
    numbers = held.listed.get("3-2c", ())
    first = sum(number <= _FIRST for number in numbers)
    least_first, least = guide.value("level-3-2c-first"), guide.value("level-3-2c-all")
    met = first >= least_first and len(numbers) >= least
    if numbers:
        text = (
            f"Level 3-2c: {first} of the first {_FIRST} authorities and {len(numbers)} of "
            f"{len(guide.authorities['3-2c'].items)} in all are held; {least_first} and {least} "
            f"are needed, so it is {'met' if met else 'not met'}."
        )
        record.step("level-3-2c", text, guide.cite("level-3-2c-all"))
    tasks = held.listed.get("3-2b", ())
    whole = len(tasks) == len(guide.authorities["3-2b"].items)
    return met, whole or (bool(tasks) and "3-2b" in (held.nearly_all or ()))


def _level_3_3b(
    guide: Guide, request: SupervisoryRequest, held: Authorities, record: Record
) -> bool:
    """Return whether paragraph b of Level 3-3 is met, Level 3-2c being met."""
    numbers = held.listed.get("3-3b", ())
    least = guide.value("level-3-3b")
    if not numbers:
        return False
    enough = len(numbers) >= least
    text = (
        f"Level 3-3b: {len(numbers)} of {len(guide.authorities['3-3b'].items)} authorities are "
        f"held and {least} are needed"
    )
    ten = len(guide.authorities["3-2c"].items)
    of_ten = len(held.listed.get("3-2c", ()))
    if enough and of_ten < ten and held.nearly_all is None:
        raise LevelError(
            f"{of_ten} of the {ten} authorities of Level 3-2c are held, and Level 3-3b needs all "
            f"or nearly all, which the guide gives no number for "
            f"(p. {guide.cite('level-3-3b')['page']})",
            where=at(request.where, "authorities.nearly_all"),
            hint='Judge it: add "nearly_all": ["3-3b"] if these are nearly all, or [] if not.',
        )
    if enough and of_ten == ten:
        text += f", with all {ten} of Level 3-2c"
    elif enough:
        enough = "3-3b" in (held.nearly_all or ())
        found = "found to be nearly all" if enough else "found not to be nearly all"
        text += f", with {of_ten} of {ten} of Level 3-2c, {found}"
    record.step(
        "level-3-3b",
        f"{text}, so it is {'met' if enough else 'not met'}.",
        guide.cite("level-3-3b"),
    )
    return enough


def _met(held: Authorities, core_met: bool, contract_met: bool) -> str:
    pairs = (("a", "3-2a" in held.met), ("b", contract_met), ("c", core_met))
    return _paragraphs("3-2", [paragraph for paragraph, met in pairs if met])


def _paragraphs(level: str, paragraphs: list[str]) -> str:
    noun = "paragraph" if len(paragraphs) == 1 else "paragraphs"
    return f"{noun} {' and '.join(paragraphs)} of Level {level} met"
