"""One TOML table being read, field by field, each mistake refused by name."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from core.errors import StandardError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MISSING: Final = object()


_LONGEST: Final = 250


def _short(text: str) -> str:
    """Return text that may hold what a file says as it may stand in a message."""
    text = "".join(one if one.isprintable() else "?" for one in text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


class Fields:
    """One TOML table being read: every key must be asked for, and none may be left over."""

    def __init__(self, data: object, where: str, path: str = "") -> None:
        self.where = where
        self.path = path
        if not isinstance(data, dict):
            raise self.error(
                "",
                "must be a table of keys and values",
                "Write it as a table, such as [name] with its keys below.",
            )
        self._data: dict[str, Any] = data
        self._asked: set[str] = set()

    def error(self, key: str, what: str, hint: str = "") -> StandardError:
        """Return the error that names this file and a field of this table."""
        field = _short(".".join(part for part in (self.path, key) if part))
        return StandardError(
            f"{field or 'the file'} {_short(what)}",
            where=self.where,
            hint=_short(hint) or "Correct the file.",
        )

    def get(self, key: str, default: object = _MISSING) -> Any:
        """Return a value as it stands; without a default it must be there."""
        self._asked.add(key)
        value = self._data.get(key, default)
        if value is _MISSING:
            raise self.error(key, "is missing", f"Add {key!r} with its value.")
        return value

    def has(self, key: str) -> bool:
        """Return whether the table holds a key."""
        return key in self._data

    def keys(self) -> tuple[str, ...]:
        """Return the table's keys in the file's order."""
        return tuple(self._data)

    def table(self, key: str) -> Fields:
        """Return a table inside this one, knowing its place in the file."""
        return Fields(self.get(key), self.where, ".".join(p for p in (self.path, key) if p))

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default it must say something."""
        value = self.get(key, _MISSING if default is None else default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.error(
                key, "must be a text that is not empty", "Write it in quotation marks."
            )
        return value

    def page(self, key: str = "page", default: str | None = None) -> str:
        """Return a printed page, as a text."""
        if key not in self._data and default is None:
            raise self.error(
                key,
                "is missing: no number stands without its printed page",
                'Add the page printed on the document, such as page = "47".',
            )
        return self.text(key, default)

    def texts(self, key: str, *, example: str, optional: bool = True) -> tuple[str, ...]:
        """Return a list of texts; ``example`` is one as the file would write it."""
        value = self.get(key, [] if optional else _MISSING)
        if not isinstance(value, list) or not all(
            isinstance(text, str) and text.strip() for text in value
        ):
            raise self.error(
                key, f"must be a list of texts such as {example}", "Write it as in the example."
            )
        return tuple(value)

    def flag(self, key: str) -> bool:
        """Return true or false; a key that is not there is false."""
        value = self.get(key, False)
        if not isinstance(value, bool):
            raise self.error(
                key,
                f"must be true or false, not {value!r}",
                "Write true or false, without quotation marks.",
            )
        return value

    def integer(self, key: str) -> int:
        """Return a whole number."""
        value = self.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.error(
                key, f"must be a whole number, not {value!r}", "Write digits only, such as 450."
            )
        return value

    def day(self, key: str, *, optional: bool = False) -> date | None:
        """Return a date."""
        value = self.get(key, None if optional else _MISSING)
        if value is None:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.error(
                key,
                "must be a date such as 2009-08-01, without quotation marks",
                "Write year, month and day.",
            )
        return value

    def choice(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """Return a text that must be one of those allowed."""
        value = self.text(key, default)
        if value not in allowed:
            one = "one of " if len(allowed) > 1 else ""
            raise self.error(
                key,
                f"is {value!r}, but must be {one}{', '.join(allowed)}",
                f'Write it as {key} = "{allowed[0]}"' + (" or another of them." if one else "."),
            )
        return value

    def tables(self, key: str, *, optional: bool = False) -> Iterator[Fields]:
        """Yield the tables of a list, each knowing its place in the file."""
        value = self.get(key, [] if optional else _MISSING)
        if not isinstance(value, list) or not (value or optional):
            raise self.error(
                key,
                "must be a list of tables with at least one entry",
                "Write each entry under its own [[...]] heading.",
            )
        for number, entry in enumerate(value, 1):
            field = ".".join(part for part in (self.path, f"{key}[{number}]") if part)
            yield Fields(entry, self.where, field)

    def done(self) -> None:
        """Refuse a key nobody asked for."""
        for key in self._data:
            if key not in self._asked:
                raise self.error(key, "is not a key this file may have", "Remove or rename it.")
