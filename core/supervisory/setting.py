"""Factors 1 and 2: scope and effect, and the place of the position in its chain (pp. 9-14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import CaseError, LevelError, at

if TYPE_CHECKING:
    from core.supervisory.guide import Guide
    from core.supervisory.inputs import Post, SupervisoryRequest
    from core.supervisory.record import Record


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
