"""Factors 1, 2, 3 and 6: the level each comes to from what is stated beside the levels.

For Factor 3 (pp. 14-18) the guide counts some authorities and judges others. Counts are done
here. Where it says all or nearly all it gives no number, so a list not held in full counts
only when a person finds it to be held nearly in full. To the level of the first step of
Factor 6, special situations add one (pp. 23-29).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import CaseError, LevelError, at
from core.supervisory.record import Record, Undetermined, not_covered

if TYPE_CHECKING:
    from core.supervisory.base import Base
    from core.supervisory.guide import Guide
    from core.supervisory.inputs import SupervisoryRequest
    from core.supervisory.parts import Authorities, Post

_FIRST = 4
"""Paragraph 3-2c sets its first four authorities apart (p. 15)."""


# --- Factors 1 and 2 ---------------------------------------------------------------------


def settle_scope(guide: Guide, request: SupervisoryRequest, record: Record) -> str | None:
    """Return the level of Factor 1: the lower of what scope and effect meet, or as stated."""
    if not request.scope:
        return request.levels.get("1")
    ladder = guide.table.by_factor["1"].ladder()
    lower = min(request.scope, request.effect, key=ladder.index)
    record.step(
        "scope-and-effect",
        f"Factor 1: scope meets Level {request.scope} and effect Level {request.effect}; a level "
        f"needs both, so Level {lower} is credited.",
        guide.cite("scope-and-effect"),
    )
    return lower


def settle_setting(guide: Guide, request: SupervisoryRequest, record: Record) -> str | None:
    """Return the level of Factor 2 from the chain above, or as stated.

    Raises:
        CaseError: the chain does not reach an executive, or names no position reported to.
        LevelError: the chain leads to another level than the one stated.
    """
    stated = request.levels.get("2")
    if not request.reporting:
        return stated
    chain = _credited_chain(guide, request, record)
    first = chain[0]
    above = next((n for n, post in enumerate(chain) if isinstance(post.rank, str)), None)
    if above == 0:
        level, why = "2-3", f"the position reported to is {first.rank}"
    elif first.directs_gs15:
        level, why = (
            "2-3",
            (
                "the position reported to directs a substantial GS-15 workload, or works through "
                "GS-15 subordinates"
            ),
        )
    elif above is None:
        raise CaseError(
            "the chain does not reach the first executive",
            where=at(request.where, "reporting"),
            hint='Add the positions above up to the first with the grade "SES", or the equivalent.',
        )
    elif above == 1:
        level, why = "2-2", f"the position reported to, GS-{first.rank}, is one level below it"
    else:
        level, why = (
            "2-1",
            (f"the position reported to, GS-{first.rank}, is {above} levels below it"),
        )
    if above:
        why = f"the first executive in the chain is {chain[above].rank}, and {why}"
    record.step("reporting", f"Factor 2: {why}: Level {level}.", guide.cite_level(level))
    if stated is not None and stated != level:
        raise LevelError(
            f"Level {stated} is given, but the chain in reporting leads to Level {level} "
            f"(p. {guide.row(level).page})",
            where=at(request.where, "levels.2"),
            hint="Correct the level or the chain, or leave one of them out.",
        )
    return level


def _credited_chain(guide: Guide, request: SupervisoryRequest, record: Record) -> list[Post]:
    """Return the chain as Factor 2 reads it: one chief at a time, deputies as their chiefs."""
    chain = [post for post in request.reporting if post.appraises]
    if not chain:
        raise CaseError(
            "no position in the chain appraises performance",
            where=at(request.where, "reporting"),
            hint='Leave out "appraises": false for the position that does.',
        )
    if len(chain) < len(request.reporting):
        text = "Factor 2: of two positions reported to, the one that appraises performance counts."
        record.step("two-chiefs", text, guide.cite("two-chiefs"))
    credited = [post for post in chain[:-1] if post.role not in ("deputy", "full-assistant")]
    last = chain[-1]
    if last.role in ("deputy", "full-assistant") and not isinstance(last.rank, str):
        raise CaseError(
            "the chain ends with a deputy or full assistant, whose chief is not named",
            where=at(request.where, f"reporting[{len(request.reporting)}]"),
            hint="Add the chief as the next position of the chain.",
        )
    credited.append(last)
    if len(credited) < len(chain):
        text = (
            "Factor 2: reporting to a deputy or full assistant chief counts as reporting to the "
            "chief."
        )
        record.step("reports-to-deputy", text, guide.cite("reports-to-deputy"))
    if any(post.role == "partial-assistant" for post in credited):
        text = (
            "Factor 2: an assistant chief who does not share fully in the chief's authority is a "
            "reporting level of its own."
        )
        record.step("reports-to-assistant", text, guide.cite("reports-to-assistant"))
    return credited


# --- Factor 3 ----------------------------------------------------------------------------


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
        return _outside(guide, contract_met=contract_met)
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


def _outside(guide: Guide, *, contract_met: bool) -> Undetermined:
    """Return that Level 3-2 is not met, or met by overseeing contract work alone."""
    if contract_met:
        why = "only paragraph b of Level 3-2 is met, which is oversight of contracted work"
        return not_covered(guide, why, "coverage-staff")
    return not_covered(guide, "the authorities stated do not meet Level 3-2", "exclusion-authority")


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


# --- Factor 6 ----------------------------------------------------------------------------


def settle_conditions(
    guide: Guide, request: SupervisoryRequest, selected: str, base: Base, record: Record
) -> str:
    """Return the level of Factor 6: the one selected, or one above by special situations."""
    ladder = guide.table.by_factor["6"].ladder()
    step = ladder.index(selected)
    _compare_with_base(guide, selected, base, record)
    met = request.situations
    if not met:
        return selected
    named = ", ".join(f"{n} ({guide.situations[n - 1].name})" for n in met)
    if step + 1 > guide.value("situations-highest"):
        record.tell(
            "situations-not-consulted",
            "note",
            f"Special situations are stated ({named}), but from Level 6-4 upward they are not "
            f"consulted: Level {selected} stands.",
            guide.cite("situations-highest"),
        )
        return selected
    _question_situations(guide, request, base, record)
    needed = guide.value("situations")
    if len(met) < needed:
        text = (
            f"Factor 6: {len(met)} special {'situation is' if len(met) == 1 else 'situations are'} "
            f"met, {named}; {needed} are needed to add a level, so Level {selected} stands."
        )
        record.step("situations", text, guide.cite("situations"))
        return selected
    raised = ladder[step + 1]
    text = (
        f"Factor 6: {len(met)} special situations are met, {named}; {needed} or more add exactly "
        f"one level, so Level {selected} becomes Level {raised}."
    )
    record.step("situations", text, guide.cite("situations"))
    return raised


def _compare_with_base(guide: Guide, selected: str, base: Base, record: Record) -> None:
    """Note a level above the one the guide describes for work of the base grade."""
    if not base.grades:
        return
    highest = base.grades[-1]
    ladder = guide.table.by_factor["6"].ladder()
    for up_to, level, page in guide.usual_conditions:
        if highest > up_to:
            continue
        if ladder.index(selected) > ladder.index(level):
            citation = {**guide.cite_level(level), "page": page}
            record.tell(
                "conditions-above-base",
                "note",
                f"Level {selected} is selected for Factor 6, but for work of GS-{highest} its "
                f"definitions reach Level {level}. That is unusual, not wrong: check that the "
                "work coordinated is of the grade the level names.",
                citation,  # type: ignore[arg-type]
            )
        return


def _question_situations(
    guide: Guide, request: SupervisoryRequest, base: Base, record: Record
) -> None:
    """Note a specialized-programs situation that the workload does not bear out."""
    if 6 not in request.situations or not request.workload or base.grade is None:
        return
    if not any(row.counted_at > base.grade for row in request.workload):
        record.tell(
            "situation-6-without-work",
            "warning",
            f"Situation 6 needs significant work above the base level, and the workload lists "
            f"none above GS-{base.grade}.",
            {
                **guide.cite("situations"),
                "page": guide.situations[5].page,
                "section": "Factor 6, Special Situations, 6",
            },
        )
