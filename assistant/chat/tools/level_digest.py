"""What a level requires, in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.chat.tools import ToolContext
    from core.standards.criteria import Level

NAME = "level_digest"
READ_ONLY = True


def run(context: ToolContext, *, level: str, standard: str = "") -> Level:
    """Return what a factor level requires, aspect by aspect, as a digest with pages.

    A digest is this program's own wording; the official text is at the page it names.

    Args:
        context: The case under study; its standard is used when none is named.
        level: A factor level such as 2-5.
        standard: A standard's id; empty for the case's own.

    Returns:
        The level with its points, page and aspects.
    """
    from core.standards.reading import find_level, load_standard

    named = standard or (context.case.standard if context.case else "fes-primary")
    as_of = context.case.as_of if context.case else None
    return find_level(load_standard(named, as_of), level)
