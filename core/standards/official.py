"""A digest and the official text of one edition, taken together; and editions put in order.

The program comes with digests. When a person has read the official document in, its words win
for language, while the digest's aspects, notes and summaries stay: findings are recorded on
aspects. Figures are the digest's own, and the official text must agree with every one of them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from core.errors import StandardError
from core.standards.about import read_examples
from core.standards.fields import Fields
from core.standards.file import StandardFile, parse_toml
from core.standards.roots import named_roots

if TYPE_CHECKING:
    from collections.abc import Sequence

_TAKEN = ("text", "examples", "source", "doubts")
# A table of exclusions or a page of titles reads better as a person has stated it: these come
# from the document only where the digest says nothing.
_IF_UNSAID = ("coverage", "exclusions", "titles")


def merge(digest: StandardFile, official: StandardFile, *, where: str) -> StandardFile:
    """Return one edition: the digest's criteria and figures with the official words.

    A partial digest gives way to the official text whole, as does one that lacks a level of it.

    Raises:
        StandardError: points, a chart's cell or a grade's range differ between the two.
    """
    held = {row.level for factor in digest.table.factors for row in factor.levels}
    read = {row.level for factor in official.table.factors for row in factor.levels}
    if digest.table.method != "fes" or digest.table.partial or not read <= held:
        return official
    _check_agreement(digest, official, where)
    words = {
        level["level"]: level for factor in official.data["factors"] for level in factor["levels"]
    }
    factors = [
        {**factor, "levels": [_with_words(level, words) for level in factor["levels"]]}
        for factor in digest.data["factors"]
    ]
    data: dict[str, Any] = {**digest.data, "factors": factors}
    data.update({name: official.data[name] for name in _TAKEN if official.data[name]})
    data.update({name: official.data[name] for name in _IF_UNSAID if not data[name]})
    table = replace(
        digest.table, doubts=official.table.doubts, source_file=official.table.source_file
    )
    return StandardFile(table=table, data=data)


def _with_words(level: dict[str, Any], words: dict[str, dict[str, Any]]) -> dict[str, Any]:
    found = words.get(level["level"])
    if found is None:
        return level
    return {**level, "text": found["text"], "page": found["page"], "page_end": found["page_end"]}


def _check_agreement(digest: StandardFile, official: StandardFile, where: str) -> None:
    ours = {row.level: row.points for factor in digest.table.factors for row in factor.levels}
    for factor in official.table.factors:
        for row in factor.levels:
            if ours[row.level] != row.points:
                raise _differs(f"Level {row.level}", ours[row.level], row.points, where)
    ranges = {row.grade: (row.min, row.max) for row in digest.table.conversion}
    for grade in official.table.conversion:
        here = ranges.get(grade.grade)
        if here is not None and here != (grade.min, grade.max):
            raise _differs(grade.label, here, (grade.min, grade.max), where)


def _differs(what: str, ours: object, theirs: object, where: str) -> StandardError:
    return StandardError(
        f"{what} is {theirs} in the text that was read in, and {ours} in the digest that comes "
        "with the program",
        where=where,
        hint="Look at the document, and remove the file if it was read wrongly.",
    )


def with_words_read(data: dict[str, Any]) -> dict[str, Any]:
    """Return the supervisory guide's data with the official words of its levels, if read in.

    The guide's figures and rules are its own module's; only words and examples are taken from
    the file a person read in, and it was held against every figure then.

    Raises:
        StandardError: the file read in is wrong.
    """
    for root in named_roots():
        path = root / data["id"] / f"{data['edition_id']}.toml"
        if not path.is_file():
            continue
        where = f"{data['id']}/{path.name}"
        raw = parse_toml(path.read_text(encoding="utf-8"), where=where)
        words = {
            level["level"]: level
            for factor in raw.get("factors", [])
            for level in factor.get("levels", [])
        }
        factors = [
            {**factor, "levels": [_with_words(level, words) for level in factor["levels"]]}
            for factor in data["factors"]
        ]
        examples = read_examples(Fields(raw, where))
        source = raw.get("source")
        data = {**data, "text": "official", "factors": factors, "examples": examples}
        data["source"] = source
    return data


def succeed(files: Sequence[StandardFile]) -> tuple[StandardFile, ...]:
    """Return editions oldest first, each ending before the next begins where one was read in.

    A document does not say when its successor will come: the day before the next edition
    begins is its last one. Editions that ship with the program say so themselves, and nothing
    is mended about them while they stand alone.
    """
    # Of two that begin on one day, the one that was read in stands.
    by_day = {
        file.table.in_force_from: file
        for file in sorted(files, key=lambda file: bool(file.table.source_file))
    }
    if not any(file.table.source_file for file in files):
        return tuple(sorted(files, key=lambda file: file.table.in_force_from))
    ordered = sorted(by_day.values(), key=lambda file: file.table.in_force_from)
    found = list(ordered)
    for place, (earlier, later) in enumerate(pairwise(ordered)):
        ends, begins = earlier.table.in_force_to, later.table.in_force_from
        if ends is not None and ends < begins:
            continue
        last = begins - timedelta(days=1)
        found[place] = StandardFile(
            table=replace(earlier.table, in_force_to=last, status="superseded"),
            data={**earlier.data, "in_force_to": last, "status": "superseded"},
        )
    return tuple(found)
