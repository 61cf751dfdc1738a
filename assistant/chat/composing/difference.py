"""Naming what changed between two states of a case, for a reader who takes a change back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.model import Case, Classification, Duty, Finding


def changes(before: Case, after: Case) -> list[str]:
    """Return what ``after`` has that ``before`` had not, each in a few words of Markdown."""
    return [
        *_findings(before, after),
        *(f"the fact “{escape(f.text)}”" for f in after.facts if f not in before.facts),
        *_levels("the level of record", before.levels, after.levels),
        *_levels("the level sought,", before.sought, after.sought),
        *_shares(before.duties, after.duties),
        *_cover("the cover", before.current, after.current),
        *_cover("what is asked for,", before.requested, after.requested),
    ]


def _cover(what: str, before: Classification, after: Classification) -> list[str]:
    return [] if before == after else [f"{what} {escape(after.label())}"]


def _findings(before: Case, after: Case) -> list[str]:
    by_answer: dict[str, list[str]] = {}
    for finding in _new(before.findings, after.findings):
        by_answer.setdefault(finding.answer, []).append(finding.aspect)
    return [
        f"**{answer.replace('_', ' ')}** on {', '.join(f'`{escape(a)}`' for a in aspects)}"
        for answer, aspects in by_answer.items()
    ]


def _new(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    known = list(before)
    return [finding for finding in after if finding not in known]


def _levels(what: str, before: dict[str, str], after: dict[str, str]) -> list[str]:
    return [f"{what} {escape(level)}" for f, level in after.items() if before.get(f) != level]


def _shares(before: Iterable[Duty], after: Iterable[Duty]) -> list[str]:
    known = list(before)
    return [f"the share of time for “{escape(d.title)}”" for d in after if d not in known]
