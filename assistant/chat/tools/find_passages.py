"""Find language in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.chat.tools import ToolContext
    from index.models import Hit

NAME = "find_passages"
READ_ONLY = True


def run(
    context: ToolContext,
    *,
    query: str,
    kind: str = "",
    factor: str = "",
    level: str = "",
    stance: str = "",
    document: str = "",
    k: int = 6,
) -> list[Hit]:
    """Find passages of the ingested standards, guides, decisions and regulations.

    Args:
        context: The library to look in.
        query: What to look for, in words.
        kind: standard, guide, decision, regulation, digest or other; empty for all.
        factor: A factor's number; empty for all.
        level: A factor level such as 2-5; empty for all.
        stance: How a decision speaks of the level: standard, claim, met, not_met, credited.
        document: One document's id; empty for all.
        k: How many passages at the most.

    Returns:
        The passages found, best first, each with its id to cite.
    """
    from index.models import Query

    return context.library.search(
        Query(
            query=query,
            kind=kind or None,
            factor=factor or None,
            level=level or None,
            stance=stance or None,
            document=document or None,
            k=k,
        )
    )
