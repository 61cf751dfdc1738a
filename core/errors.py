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
file or setting) and the hint (what to do about it). What a person gave may hold several
mistakes: the error is then the first of them and lists them all. Beside the tree stand the
words its messages are made of: a place in the input, a value as it was given, a text a person
wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Final, NamedTuple, Self

_LONGEST: Final = 60
_LONGEST_WORDS: Final = 300


class Mistake(NamedTuple):
    """One thing that is wrong: where it stands, what it is and what to do about it."""

    where: str
    message: str
    hint: str

    def sentence(self) -> str:
        text = f"{self.where}: {self.message}" if self.where else self.message
        return f"{text.rstrip('.')}. {self.hint}".strip() if self.hint else text


class AppError(Exception):
    """An error a person can act on: what, where, and the remedy."""

    exit_code: ClassVar[int] = 1

    def __init__(
        self, message: str, *, where: str = "", hint: str = "", mistakes: Sequence[Mistake] = ()
    ) -> None:
        """Say what is wrong; ``mistakes`` are all of them, this one first, if there are more."""
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint
        self._mistakes = tuple(mistakes)

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """Every mistake; of a single one place and remedy may be given after it was raised."""
        return self._mistakes or (Mistake(self.where, self.message, self.hint),)

    def __str__(self) -> str:
        return self.sentence()

    def sentence(self) -> str:
        """Return where, what and the remedy: one line for each mistake."""
        return "\n".join(mistake.sentence() for mistake in self.mistakes)

    def moved(self, place: Callable[[str], str]) -> Self:
        """Return the error with each place in it changed, such as to one inside a larger input."""
        mistakes = [one._replace(where=place(one.where)) for one in self.mistakes]
        first = mistakes[0]
        return type(self)(self.message, where=first.where, hint=self.hint, mistakes=mistakes)

    def as_dict(self) -> dict[str, Any]:
        """Return the error as plain data for JSON output; several mistakes are all listed."""
        data: dict[str, Any] = {
            "type": type(self).__name__,
            "message": self.message,
            "where": self.where,
            "hint": self.hint,
        }
        if len(self.mistakes) > 1:
            data["mistakes"] = [mistake._asdict() for mistake in self.mistakes]
        return data


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


class Mistakes:
    """Gathers what is wrong with one input, so that a person is told all of it at once.

    Each check stands in a ``with`` of its own; :meth:`settle` then raises what they found.
    """

    def __init__(self) -> None:
        self.found: list[InputError] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        if isinstance(error, InputError):
            self.found.append(error)
            return True
        return False

    def add(self, message: str, *, where: str, hint: str) -> None:
        """Note one more mistake in a case or a request."""
        self.found.append(CaseError(message, where=where, hint=hint))

    def settle(self) -> None:
        """Raise the mistakes found, if any, as one error of the first one's kind.

        Raises:
            InputError: at least one check failed.
        """
        if self.found:
            raise self.together()

    def together(self) -> InputError:
        """Return the mistakes found as one error; there must be some."""
        return together(self.found)


def together(errors: Sequence[InputError]) -> InputError:
    """Return one error that lists the mistakes of all, each once."""
    first = errors[0]
    mistakes = tuple(dict.fromkeys(one for error in errors for one in error.mistakes))
    if mistakes == first.mistakes:
        return first
    return type(first)(first.message, where=first.where, hint=first.hint, mistakes=mistakes)


# --- words for messages ------------------------------------------------------------------


def at(where: str, field_name: str) -> str:
    """Return a place for a message: the input, if it has a name, and the field in it."""
    return f"{where}: {field_name}" if where else field_name


def shown(value: object) -> str:
    """Return what a user gave as it may stand in a message: as JSON, printable and short.

    Lists and objects are named, not shown: they may be nested as deep as Python allows.
    """
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, dict):
        return "an object"
    # Every command loads this module, and only a command that fails needs the encoder.
    import json

    text = json.dumps(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."


def placed(page: str) -> str:
    """Return a page as it reads in a sentence: ``p. 47``, or a place that is no page as it is."""
    return page if " " in page else f"p. {page}"


def worded(text: str) -> str:
    """Return what a person wrote as it may stand in a result: one printable line, not too long.

    Control characters would reach a terminal; they and white space become single blanks.
    """
    # What isprintable refuses holds every control, format and separator character.
    line = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return line if len(line) <= _LONGEST_WORDS else line[: _LONGEST_WORDS - 3].rstrip() + "..."


def sentence(text: str) -> str:
    """Return what a person wrote as :func:`worded`, ended like a sentence."""
    line = worded(text)
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."
