"""Formats a case's evaluation can be written in, one module each.

A module has NAME, SUFFIX and ``write(statement, path)``. Every format writes the same
:class:`Statement`; none computes anything.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UsageError

if TYPE_CHECKING:
    from core.fes.crediting.ladder import Credited
    from core.model import Case, Evaluation


@dataclass(frozen=True, slots=True)
class Statement:
    """What an evaluation statement holds: the case, what the core credits, and the sum."""

    case: Case
    evaluation: Evaluation
    credits: tuple[Credited, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """A format as found in the folder."""

    name: str
    suffix: str
    write: Callable[[Statement, Path], None]


def discover() -> dict[str, Export]:
    """Return every format by name."""
    found: dict[str, Export] = {}
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        found[module.NAME] = Export(module.NAME, module.SUFFIX, module.write)
    return found


def suffixes() -> str:
    """Return the suffixes of the formats there are, for a sentence: ``.docx, .json, .md``."""
    return ", ".join(sorted(export.suffix for export in discover().values()))


def choose(path: Path, name: str = "") -> Export:
    """Return the format named, or the one the file name's suffix asks for.

    Raises:
        UsageError: when there is none, naming those there are.
    """
    formats = discover()
    if name:
        if name in formats:
            return formats[name]
        raise UsageError(
            f"there is no format {name!r}",
            where="--format",
            hint=f"Choose one of: {', '.join(sorted(formats))}.",
        )
    for export in formats.values():
        if path.suffix.lower() == export.suffix:
            return export
    raise UsageError(
        f"the suffix {path.suffix!r} belongs to no format",
        where=str(path),
        hint=f"End the name in one of: {suffixes()}.",
    )
