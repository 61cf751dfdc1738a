"""Whether an edition can score: not one with open doubts, and not one without points.

A standard read from a document may be doubtful in places; nothing doubtful scores until a
person has looked. Some documents have no grading criteria of their own and send the
classifier to others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import StandardError

if TYPE_CHECKING:
    from core.standards.table import FactorRow, PointTable


def check_scorable(table: PointTable) -> None:
    """Refuse an edition whose levels cannot be credited with points.

    Raises:
        StandardError: a doubt about it is not confirmed, or it has no points; the message says
            which doubt, or where the document sends the classifier.
    """
    open_doubts = [doubt for doubt in table.doubts if not doubt.confirmed]
    if open_doubts:
        first = open_doubts[0]
        page = f" (p. {first.page})" if first.page else ""
        many = "a doubt" if len(open_doubts) == 1 else f"{len(open_doubts)} doubts, the first"
        raise StandardError(
            f"the {table.title} does not score: there is {many} about {first.where}{page} "
            f"that nobody has confirmed: {first.message.rstrip('.')}",
            where="standard",
            hint="Look at the document, then confirm with: fes standards import "
            f"{table.source_file or 'FILE'} --confirm.",
        )
    if table.method == "referral":
        raise StandardError(
            f"the {table.title} has no grading criteria of its own",
            where="standard",
            hint=" ".join(text.rstrip(".") + "." for text in table.sends_to),
        )
    if table.method == "narrative":
        raise StandardError(
            f"the {table.title} has no points: it grades by its descriptions of each grade",
            where="standard",
            hint=f"Use: fes guide, with guide = {table.guide!r}.",
        )


def unknown_level(factor: FactorRow, level: str) -> tuple[str, str]:
    """Return the message and the hint for a level that a partial edition does not know."""
    message = f"Level {level} is not known: this edition of the standard is partial"
    known = ", ".join(factor.ladder())
    hint = (
        f"The levels of Factor {factor.key} it knows are {known}. Read Level {level} in the "
        "standard itself."
    )
    return message, hint
