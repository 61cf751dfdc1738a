"""Folders beside the bundled one that hold standards, named by whoever runs the core.

The core looks nowhere by itself: a program that keeps standards read from documents names
their folder once, before it asks for a standard. Each holds ``ID/EDITION.toml`` files.
"""

from __future__ import annotations

from pathlib import Path

_named: list[Path] = []


def name_roots(roots: tuple[Path, ...]) -> None:
    """Name the further folders, in place of those named before."""
    _named[:] = list(dict.fromkeys(roots))


def named_roots() -> tuple[Path, ...]:
    """Return the folders named, in order."""
    return tuple(_named)
