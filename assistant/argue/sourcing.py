"""From what is to be quoted to claims with numbered sources, looked up in the text of record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.argue.evidence import DIGEST
from assistant.argue.opening import open_digest
from assistant.events import Claim, Source
from assistant.guard.choices import SIDES
from assistant.text import one_line, safe_text
from core.errors import QueryError

if TYPE_CHECKING:
    from assistant.guard.offer import Argued, Slice
    from core.fes.opened import OpenedCase
    from index.library import Library


def claims(
    library: Library,
    argued: Sequence[Argued],
    *,
    opened: OpenedCase | None,
    first_number: int,
) -> list[Claim]:
    """Return one claim a caption, in the order in which a reader meets the sides.

    A sentence whose document has left the library is not shown, nor a caption without one.
    """
    order = list(SIDES)
    number = first_number
    found: list[Claim] = []
    for one in sorted(argued, key=lambda a: order.index(a.group.side)):
        sources = []
        for piece in one.slices:
            source = source_of(library, piece, opened=opened, number=number)
            if source is not None:
                sources.append(source)
                number += 1
        if sources:
            found.append(Claim(text=one.group.caption, side=one.group.side, sources=tuple(sources)))
    return found


def source_of(
    library: Library, piece: Slice, *, opened: OpenedCase | None, number: int
) -> Source | None:
    """Return the source of an exact slice with its page; None when it is not in the record."""
    passage = piece.passage
    start, end, place, superseded, look_up = piece.start, piece.end, passage.place(), "", ""
    digest = passage.id.startswith(DIGEST)
    if digest:
        known = open_digest(passage.id, opened)
        look_up = known.look_up if known is not None else passage.title
    else:
        try:
            checked = library.check_quote(passage.id, piece.text)
        except QueryError:
            return None
        if not checked.found or checked.passage not in {"", passage.id}:
            return None
        start, end = checked.start, checked.end
        place, superseded = checked.place or place, checked.superseded
    return Source(
        number=number,
        passage=passage.id,
        document=passage.document,
        title=one_line(passage.title),
        place=one_line(place),
        heading=tuple(one_line(heading) for heading in passage.heading),
        quote=safe_text(piece.text),
        verified=True,
        digest=digest,
        look_up=one_line(look_up),
        start=start,
        end=end,
        superseded=one_line(superseded),
    )
