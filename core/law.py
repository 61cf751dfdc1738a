"""The rules of procedure as data, each with its printed place and how it was verified.

They stand in ``core/appeals/data/*.toml``. A number in a rule (15 calendar days, the fourth pay
period) is read from the rule, so that the number a date was computed with and the citation
beside it cannot part. A rule whose text was never verified may be shown with the advice to
check it; :func:`deciding` refuses to hand it to anything that decides.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Final, Literal

from core.errors import AppError
from core.model import Citation, Frozen

_FOLDER: Final = Path(__file__).resolve().parent / "appeals" / "data"
_FILES: Final = (
    "gs-appeals.toml",
    "fws-appeals.toml",
    "effective-dates.toml",
    "grade-retention.toml",
    "bands.toml",
)

Verification = Literal["V", "P", "U"]
"""V: the section's own text was read. P: read on another primary page. U: not verified."""


class ProcedureRule(Frozen):
    """One fact of procedure: a short code, what it says in our words, and its source.

    ``citation`` is the printed place. ``regulation`` is the section of law behind it when that
    is another place, ``verified`` says how the fact was checked and ``read_at`` where.
    ``count`` and ``unit`` are the number in the rule, such as 15 calendar days.
    """

    code: str
    text: str
    citation: Citation
    regulation: str = ""
    verified: Verification = "P"
    read_at: str = ""
    count: int | None = None
    unit: str = ""

    @property
    def number(self) -> int:
        """Return the number in the rule.

        Raises:
            AppError: the rule has none.
        """
        if self.count is None:
            raise AppError(f"rule {self.code!r} holds no number", where="core/appeals/data")
        return self.count


class _Source(Frozen):
    document: str
    edition: str


class _Entry(Frozen):
    code: str
    text: str
    source: str
    page: str
    section: str = ""
    regulation: str = ""
    verified: Verification
    read_at: str = ""
    count: int | None = None
    unit: str = ""


class _File(Frozen):
    sources: dict[str, _Source]
    rules: tuple[_Entry, ...]


@cache
def all_rules() -> dict[str, ProcedureRule]:
    """Return every rule by its code, in the order of the files.

    Raises:
        AppError: two rules share a code, or a rule names a source its file does not have.
    """
    rules: dict[str, ProcedureRule] = {}
    for name in _FILES:
        data = _File.model_validate(tomllib.loads((_FOLDER / name).read_text(encoding="utf-8")))
        for entry in data.rules:
            source = data.sources.get(entry.source)
            if source is None or entry.code in rules:
                what = "names no source" if source is None else "stands twice"
                raise AppError(f"rule {entry.code!r} {what}", where=f"core/appeals/data/{name}")
            rules[entry.code] = ProcedureRule(
                citation=Citation(
                    document=source.document,
                    edition=source.edition,
                    page=entry.page,
                    section=entry.section,
                ),
                **entry.model_dump(exclude={"source", "page", "section"}),
            )
    return rules


def rule(code: str) -> ProcedureRule:
    """Return a rule by its code.

    Raises:
        AppError: there is no such rule, which is a mistake in the program.
    """
    found = all_rules().get(code)
    if found is None:
        raise AppError(f"there is no rule of procedure {code!r}", where="core/appeals/data")
    return found


def deciding(code: str) -> ProcedureRule:
    """Return a rule that is about to decide something.

    Raises:
        AppError: the rule is not verified, so nothing may rest on it.
    """
    found = rule(code)
    if found.verified == "U":
        raise AppError(
            f"rule {code!r} is not verified and cannot decide anything", where="core/appeals/data"
        )
    return found


def gather(codes: tuple[str, ...]) -> tuple[ProcedureRule, ...]:
    """Return the rules of some codes, each once, in the order of first use."""
    return tuple(rule(code) for code in dict.fromkeys(codes))


def content() -> str:
    """Return all rules as one canonical text, for fingerprints."""
    return "\n".join(found.model_dump_json() for found in all_rules().values())
