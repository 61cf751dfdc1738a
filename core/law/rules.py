"""Rules as data, each with its printed place and how sure it is, and what answers are made of.

They stand in ``core/appeals/data`` and ``core/bands/data`` and are read by
:mod:`core.law.rulebook`. A rule whose text was never verified may be shown with the advice to
check it; :func:`deciding` refuses to hand it to anything that decides.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Final, Literal

from core.errors import AppError
from core.law.rulebook import Entry, read_rules
from core.model import Citation, Frozen

_CORE: Final = Path(__file__).resolve().parent.parent
_BOOKS: Final = (
    *("appeals/data/gs-appeals.toml", "appeals/data/fws-appeals.toml"),
    *("appeals/data/effective-dates.toml", "appeals/data/grade-retention.toml"),
    *("appeals/data/pay-retention.toml", "appeals/data/grievance.toml"),
    *("appeals/data/promotion.toml", "bands/data/rules.toml"),
)
_MIXED: Final = "mixed/data/rules.toml"

Verification = Literal["V", "P", "U", ""]
"""V: the section's own text was read. P: read on another primary page. U: not verified."""


class Condition(Frozen):
    """One condition of a rule: whether it holds (None: not known), why, and the rules' codes."""

    name: str
    holds: bool | None
    text: str
    rules: tuple[str, ...]


class Question(Frozen):
    """A fact that is missing and would change the answer, with the field to state it in."""

    field: str
    text: str


class Bearing(Frozen):
    """The few words that bear a rule, and where they stand."""

    place: str
    words: str


class ProcedureRule(Frozen):
    """One rule: a short code, what it says in our words, and its source.

    ``citation`` is the printed place. ``regulation`` is the section of law that itself says the
    rule, ``verified`` says how the rule was checked, ``read_at`` where when that is a web page,
    ``since`` the date of the words and ``bears`` the words themselves. ``count`` and ``unit``
    are the number in the rule, such as 15 calendar days; the text holds it too.
    """

    code: str
    text: str
    citation: Citation
    regulation: str = ""
    verified: Verification = "P"
    read_at: str = ""
    count: int | None = None
    unit: str = ""
    since: str = ""
    bears: tuple[Bearing, ...] = ()

    @property
    def number(self) -> int:
        """Return the number in the rule.

        Raises:
            AppError: the rule has none.
        """
        if self.count is None:
            raise AppError(f"rule {self.code!r} holds no number", where="core")
        return self.count

    def words_in(self, source: str) -> str:
        """Return the words that bear the rule in a document, by its key (``"5-cfr-536"``).

        Raises:
            AppError: none of its words stand there.
        """
        for one in self.bears:
            if one.place.lower().replace(" ", "-").startswith(source):
                return one.words
        raise AppError(f"no words of {source!r} bear rule {self.code!r}", where="core")


def _rule(entry: Entry) -> ProcedureRule:
    return ProcedureRule.model_validate(
        {
            "code": entry.code,
            "text": entry.text,
            "citation": entry.citation,
            "regulation": entry.regulation,
            "verified": entry.verified,
            "read_at": entry.read_at,
            "count": entry.value,
            "unit": entry.unit,
            "since": entry.since,
            "bears": [{"place": place, "words": words} for place, words in entry.bears],
        }
    )


def _book(name: str) -> dict[str, ProcedureRule]:
    data = tomllib.loads((_CORE / name).read_text(encoding="utf-8"))
    return {code: _rule(entry) for code, entry in read_rules(data["rules"], where=name).items()}


@cache
def all_rules() -> dict[str, ProcedureRule]:
    """Return every rule of procedure by its code, in the order of the books.

    Raises:
        AppError: two rules share a code, or a book is wrong (see
            :func:`core.law.rulebook.read_rules`).
    """
    rules: dict[str, ProcedureRule] = {}
    for name in _BOOKS:
        book = _book(name)
        for code in rules.keys() & book.keys():
            raise AppError(f"rule {code!r} stands in two books", where=name)
        rules |= book
    return rules


@cache
def mixed_rules() -> dict[str, ProcedureRule]:
    """Return the rules for positions that mix kinds of work, by code, in the book's order."""
    return _book(_MIXED)


def rule(code: str) -> ProcedureRule:
    """Return a rule of procedure by its code.

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


def opposite(value: bool | None) -> bool | None:
    """Return what holds where something else does not; None while that is open."""
    return None if value is None else not value


def content() -> str:
    """Return all rules of procedure as one canonical text, for fingerprints."""
    return "\n".join(found.model_dump_json() for found in all_rules().values())


_SURE: Final = {"V": "text read", "P": "published page", "U": "not verified", "": ""}


def table() -> str:
    """Return every rule of procedure as a page of the documentation, in Markdown."""
    rows = [
        "| Rule | What it says | Where | Words that bear it | How sure | Since |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for found in all_rules().values():
        cited = found.citation
        where = ", ".join(part for part in (cited.document, cited.section) if part)
        if cited.page not in where:
            where = f"{where}, {'p. ' if cited.page[:1].isdigit() else ''}{cited.page}"
        if found.regulation.partition(" CFR ")[2] not in where:
            where = f"{where}; {found.regulation}"
        words = "; ".join(f'{one.place}: "{one.words}"' for one in found.bears)
        cells = (found.code, found.text, where, words, _SURE[found.verified], found.since)
        rows.append(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |")
    return "\n".join(rows) + "\n"
