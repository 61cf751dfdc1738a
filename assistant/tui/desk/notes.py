"""Notes a person takes away from a search: paragraphs of decisions, each with its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from assistant.argue.precedents import Precedent

STANCES: Final = {
    "any": "",
    "refused": "not_met",
    "met": "met",
    "credited": "credited",
    "claimed": "claim",
}
"""What a paragraph does for a level, by the word shown for it."""


def note_of(words: str, chosen: Sequence[Precedent]) -> str:
    """Return paragraphs as Markdown, copied whole, each with who decided, when and where it stands.

    The note ends with what decisions are good for: they are read, not compared.
    """
    parts = [f"# {words or 'How decisions read the criterion'}"]
    for one in chosen:
        passage, decision = one.passage, one.decision
        said = next((name for name, value in STANCES.items() if value == passage.stance), "")
        head = " · ".join(filter(None, (f"Level {passage.level}" if passage.level else "", said)))
        quoted = "\n".join(f"> {line}".rstrip() for line in passage.text.strip().splitlines())
        number = decision.decision_number if decision is not None else ""
        number = "" if number in passage.title else number
        source = ", ".join(
            filter(
                None, (passage.title, number, decision.date if decision else "", passage.place())
            )
        )
        parts.append("\n\n".join(filter(None, (f"## {head}" if head else "", quoted, source))))
        parts += filter(None, (one.replaced, decision.mark if decision is not None else ""))
    parts.append(
        "Decisions show how a criterion was read. They are not case law, and no position is "
        "classified by comparing it with another."
    )
    return "\n\n".join(parts) + "\n"
