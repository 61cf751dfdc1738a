"""Formats a paper can be written in, one module each.

A module has NAME, TITLE, ``encode(paper)``, and a name that begins with its suffix. Every format
lays out the same :class:`assistant.papers.content.Paper`; none computes anything, and none leaves
anything out. What a certificate is checked by stands beside what writes it: ``record(data)`` finds
the data it holds (None where there is none), and ``words(data)`` reads the words that are seen.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from assistant.papers.content import Paper


@dataclass(frozen=True, slots=True)
class Format:
    """A format as found in the folder: its name, a word for it, its suffix, and what it does."""

    name: str
    title: str
    suffix: str
    encode: Callable[[Paper], bytes]
    record: Callable[[bytes], str | None]
    words: Callable[[bytes], list[str]]


def discover() -> dict[str, Format]:
    """Return every format by name."""
    found: dict[str, Format] = {}
    for stem, suffix in _modules().items():
        one = importlib.import_module(f"{__name__}.{stem}")
        found[one.NAME] = Format(one.NAME, one.TITLE, suffix, one.encode, one.record, one.words)
    return found


def suffixes() -> str:
    """Return the suffixes of the formats there are, for a sentence: ``.docx, .html, .json``."""
    return ", ".join(sorted(_modules().values()))


def _modules() -> dict[str, str]:
    """Return each module's suffix, without loading any: help names them all."""
    modules = (one.name for one in pkgutil.iter_modules(__path__) if not one.ispkg)
    return {name: f".{name.partition('_')[0]}" for name in modules}


def choose(path: Path | None, name: str = "") -> Format:
    """Return the format named, by its name or suffix, or the one a file name's suffix asks for.

    Raises:
        UsageError: when there is none, naming those there are.
    """
    formats = discover()
    if name:
        wanted = name.lower().lstrip(".")
        for one in formats.values():
            if wanted in (one.name, one.suffix.lstrip(".")):
                return one
        raise UsageError(
            f"there is no format {name!r}",
            where="--format",
            hint=f"Choose one of: {', '.join(sorted(formats))}.",
        )
    suffix = "" if path is None else path.suffix.lower()
    for one in formats.values():
        if suffix == one.suffix:
            return one
    raise UsageError(
        f"the suffix {suffix!r} belongs to no format",
        where=str(path or ""),
        hint=f"End the name in one of: {suffixes()}.",
    )
