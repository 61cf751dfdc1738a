"""Why a level is suggested: how sure, the sentences for it and against it, what would settle it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from assistant.suggest.model import GROUNDS, FactorSuggestion, Pull
from assistant.text import one_line, safe_text
from assistant.tui.widgets.titlebar import MUTED


def why(one: FactorSuggestion) -> Content:
    """Return what pulls each way for a factor, as lines."""
    parts = [
        Content.assemble(
            (f"Level {one.level}", "bold $primary"),
            f", from {GROUNDS[one.ground]}, {one.confidence:.0%} sure",
            (f"; next likely {one.runner_up}" if one.runner_up else "", MUTED),
        )
    ]
    parts += _pulls("For it", one.favour)
    parts += _pulls("Against it", one.against)
    if one.settles:
        parts += [Content.styled("What would settle it", "bold")]
        parts += [Content(f"· {safe_text(text)}") for text in one.settles]
    return Content("\n").join(parts)


def _pulls(title: str, pulls: Sequence[Pull]) -> list[Content]:
    if not pulls:
        return []
    whose = {"position description": "", "standard": "", "digest": "our digest, "}
    return [Content.styled(title, "bold")] + [
        Content.assemble(
            f"· “{safe_text(pull.text)}”",
            (f" ({whose[pull.source]}{one_line(pull.place)}; Level {pull.level})", MUTED),
        )
        for pull in pulls
    ]
