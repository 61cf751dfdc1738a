"""Writing a case as TOML over the text it came from, so that a person's hand stays visible.

Comments, the order of fields and tables, and fields that only repeat a default are kept; only
what changed in the case changes in the text. What is written is read back and compared: where
the two would differ, the case is written anew, with the comments the file begins with.
"""

from __future__ import annotations

import tomllib
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

from core.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.model import Case

_NAMED_BY: Final = ("aspect", "title", "text", "shortfall", "factor")
"""The fields that tell entries of a list apart, so that a changed entry is found again."""


def case_text(case: Case, former: str = "") -> str:
    """Return a case as TOML.

    Args:
        case: the case.
        former: the text to keep what is unchanged of; empty, or no TOML, starts anew.
    """
    from core.fes.cases import case_to_data, without_none

    data = case_to_data(case)
    if former.strip():
        text = _merged(data, without_none(case.model_dump()), former)
        if text is not None:
            return text
    import tomli_w

    return _opening_comments(former) + tomli_w.dumps(data, multiline_strings=True)


def retitled(text: str, title: str, *, where: str) -> str:
    """Return the text of a case of any kind with another title; all else stays as it stands.

    Raises:
        CaseError: it is no TOML.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        document["title"] = title
        return tomlkit.dumps(document)
    except TOMLKitError as error:
        raise CaseError(
            f"this is not valid TOML: {error}", where=where, hint="Mend it with a text editor."
        ) from error


def _opening_comments(text: str) -> str:
    """Return the comments a file begins with: whose case it is, what it may be used for."""
    lines = text.splitlines(keepends=True)
    return "".join(takewhile(lambda line: not line.strip() or line.startswith("#"), lines))


def _merged(data: dict[str, Any], full: dict[str, Any], former: str) -> str | None:
    """Return the former text with the case's changes in it, or None when that cannot be done."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(former)
        _merge(document, data, full)
        text = tomlkit.dumps(document)
        read = tomllib.loads(text)
    except (TOMLKitError, tomllib.TOMLDecodeError, ValueError, TypeError, KeyError, IndexError):
        # Whatever the library cannot edit in place is written anew, whole.
        return None
    return text if _same(read, data, full) else None


def _same(read: Any, data: Any, full: Any) -> bool:
    """Return whether a text says what the case says; a default may stand or be left out."""
    if isinstance(data, dict):
        if not isinstance(read, dict) or not data.keys() <= read.keys():
            return False
        return all(
            _same(value, data[key], full[key]) if key in data else value == full.get(key)
            for key, value in read.items()
        )
    if isinstance(data, list):
        return (
            isinstance(read, list)
            and len(read) == len(data)
            and all(_same(*three) for three in zip(read, data, full, strict=True))
        )
    return bool(read == data)


def _merge(table: Any, data: dict[str, Any], full: dict[str, Any]) -> None:
    """Bring a table of the text into line with data; ``full`` has the defaults as well."""
    for key in list(table):
        if key not in data and (key not in full or _unwrap(table[key]) != full[key]):
            del table[key]
    for key, value in data.items():
        if key not in table:
            table[key] = _item(value)
            continue
        old = table[key]
        if _same(_unwrap(old), value, full[key]):
            continue
        if isinstance(value, dict) and isinstance(old, dict):
            _merge(old, value, full[key])
        elif isinstance(value, list) and _is_tables(old) and value:
            _merge_tables(old, value, full[key])
        else:
            table[key] = _item(value)


def _is_tables(item: Any) -> bool:
    from tomlkit.items import AoT

    return isinstance(item, AoT)


def _merge_tables(tables: Any, data: Sequence[dict[str, Any]], full: Sequence[Any]) -> None:
    """Bring ``[[...]]`` entries into line: those that stay keep their text and comments."""
    old = [_unwrap(table) for table in tables]
    partners = _partners(old, data, full)
    kept = {one for one in partners if one is not None}
    for index in sorted(set(range(len(old))) - kept, reverse=True):
        _keep_comments(tables, index)
        del tables[index]
    place = {index: number for number, index in enumerate(sorted(kept))}
    for number, (partner, value) in enumerate(zip(partners, data, strict=True)):
        if partner is None:
            tables.insert(number, _table(value))
        elif not _same(old[partner], value, full[number]):
            _merge(tables[_position(partners, place, number)], value, full[number])


def _position(partners: Sequence[int | None], place: dict[int, int], number: int) -> int:
    """Return where an entry stands now that those before it have been put in their places."""
    partner = partners[number]
    if partner is None:
        return number
    added = sum(1 for one in partners[:number] if one is None)
    return place[partner] + added


def _partners(
    old: Sequence[dict[str, Any]], data: Sequence[dict[str, Any]], full: Sequence[Any]
) -> list[int | None]:
    """Return for each new entry the old one it continues, in the order of the old ones.

    An entry that is the same, then one of the same name, then the one in the same place; never
    one before a partner already given, so that the order of the text stays that of the case.
    """
    found: list[int | None] = []
    start = 0
    for number, value in enumerate(data):
        rest = range(start, len(old))
        partner = next((i for i in rest if _same(old[i], value, full[number])), None)
        if partner is None:
            partner = next((i for i in rest if _name(old[i]) == _name(value)), None)
        if partner is None and len(old) == len(data) and start <= number:
            partner = number
        if partner is not None and _skips(old, partner, start, data[number + 1 :]):
            partner = None
        if partner is not None:
            start = partner + 1
        found.append(partner)
    return found


def _skips(
    old: Sequence[dict[str, Any]], partner: int, start: int, later: Sequence[dict[str, Any]]
) -> bool:
    """Return whether taking a partner would pass over entries that come later in the case."""
    names = [_name(one) for one in later]
    passed = sum(1 for one in old[start:partner] if _name(one) in names)
    return passed > 1


def _name(entry: dict[str, Any]) -> tuple[str, Any] | None:
    return next(((key, entry[key]) for key in _NAMED_BY if key in entry), None)


def _keep_comments(tables: Any, index: int) -> None:
    """Move the comments after an entry that goes to the entry before it.

    A heading such as ``# --- facts ---`` stands, for the library, at the end of the entry above.
    """
    body = tables[index].value.body
    trailing = []
    for key, item in reversed(body):
        if key is not None:
            break
        trailing.append(item)
    comments = [item for item in reversed(trailing) if type(item).__name__ == "Comment"]
    if index and comments:
        import tomlkit

        before = tables[index - 1]
        before.add(tomlkit.nl())
        for comment in comments:
            before.add(comment)
        before.add(tomlkit.nl())


def _unwrap(item: Any) -> Any:
    return item.unwrap() if hasattr(item, "unwrap") else item


def _item(value: Any) -> Any:
    """Return a value as the text shows it: tables for objects, lines kept in long texts."""
    import tomlkit

    if isinstance(value, dict):
        return _table(value)
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        tables = tomlkit.aot()
        for one in value:
            tables.append(_table(one))
        return tables
    if isinstance(value, str) and "\n" in value:
        return tomlkit.string(value, multiline=True)
    return tomlkit.item(value)


def _table(value: dict[str, Any]) -> Any:
    import tomlkit

    table = tomlkit.table()
    simple = {key: one for key, one in value.items() if not holds_tables(one)}
    for key, one in {**simple, **value}.items():
        table[key] = _item(one)
    return table


def holds_tables(value: object) -> bool:
    """Return whether a value is written as a table, or as several."""
    return isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(one, dict) for one in value)
    )
