"""What the engine can do, one typed function a module.

Each module has NAME, READ_ONLY and ``run(context, *, ...)``; the docstring of ``run`` is what
a language model is told about the tool. A tool that changes the case (READ_ONLY is False)
is run for what the person typed, never for a model or for text in a document.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.model import Case
    from index.library import Library


@dataclass(frozen=True, slots=True)
class ToolContext:
    """What a tool may look at: the library and the case under study."""

    library: Library
    case: Case | None


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool as found in the folder."""

    name: str
    read_only: bool
    description: str
    run: Callable[..., Any]


def discover() -> dict[str, Tool]:
    """Return every tool in this folder by name."""
    tools: dict[str, Tool] = {}
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        tools[module.NAME] = Tool(
            name=module.NAME,
            read_only=module.READ_ONLY,
            description=(module.run.__doc__ or "").strip(),
            run=module.run,
        )
    return tools
