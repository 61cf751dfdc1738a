"""The one error tree of the program.

    AppError                 a bug or an unclassified failure        exit code 1
    ├── InputError           what the user gave is wrong             exit code 2
    │   ├── UsageError       an option or a setting is wrong
    │   ├── CaseError        a case or a scoring request is wrong
    │   ├── LevelError       a factor, level, point value or total is wrong
    │   ├── StandardError    a standard is unknown or its file is wrong
    │   ├── DocumentError    a source document cannot be read
    │   └── QueryError       a search or a question is wrong
    └── OutsideError         something outside the program failed    exit code 3
        ├── StorageError     the data folder or the index
        ├── NetworkError     a published document could not be fetched
        └── ModelError       a chat or embedding model, or its server

Every error says three things: the message (one sentence: what is wrong), where (the field,
file or setting) and the hint (what to do about it).
"""

from __future__ import annotations

from typing import ClassVar


class AppError(Exception):
    """An error a person can act on: what, where, and the remedy."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        return self.sentence()

    def sentence(self) -> str:
        """Return the whole error on one line: where, what and the remedy."""
        text = f"{self.where}: {self.message}" if self.where else self.message
        return f"{text.rstrip('.')}. {self.hint}".strip() if self.hint else text

    def as_dict(self) -> dict[str, str]:
        """Return the error as plain data for JSON output."""
        return {
            "type": type(self).__name__,
            "message": self.message,
            "where": self.where,
            "hint": self.hint,
        }


class InputError(AppError):
    """What the user gave is wrong."""

    exit_code: ClassVar[int] = 2


class UsageError(InputError):
    """An option or a setting is wrong."""


class CaseError(InputError):
    """A case or a scoring request is wrong."""


class LevelError(InputError):
    """A factor, a level, a point value or a total is wrong."""


class StandardError(InputError):
    """A standard is unknown, or its file is wrong."""


class DocumentError(InputError):
    """A source document cannot be read."""


class QueryError(InputError):
    """A search or a question is wrong."""


class OutsideError(AppError):
    """Something outside the program failed: the disk, the network, a model, a server."""

    exit_code: ClassVar[int] = 3


class StorageError(OutsideError):
    """The data folder or the index cannot be used."""


class NetworkError(OutsideError):
    """A published document could not be fetched, or its server failed."""


class ModelError(OutsideError):
    """A chat or embedding model, or the server it runs on, failed."""
