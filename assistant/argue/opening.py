"""Opening a cited passage, or a digest, in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.argue.evidence import DIGEST, digest_passage
from assistant.events import OpenedPassage

if TYPE_CHECKING:
    from core.fes.opened import OpenedCase
    from index.library import Library


def open_digest(passage_id: str, opened: OpenedCase | None) -> OpenedPassage | None:
    """Return a level's digest when the id names one, else None.

    Raises:
        LevelError, StandardError: when the digest named does not exist.
    """
    if not passage_id.startswith(DIGEST):
        return None
    from core.standards.reading import find_level, load_standard

    name, _, level = passage_id.removeprefix(DIGEST).partition("#")
    if opened is not None and opened.standard.id == name:
        standard = opened.standard
    else:
        standard = load_standard(name, opened.case.as_of if opened else None)
    passage = digest_passage(standard, find_level(standard, level))
    return OpenedPassage(
        passage=passage.id,
        title=passage.title,
        place=passage.place(),
        heading=passage.heading,
        text=passage.text,
        digest=True,
        look_up=standard.cite(passage.page or "").label(),
        origin="travels with the program",
    )


def open_in_library(library: Library, passage_id: str) -> OpenedPassage:
    """Return a library's passage with its neighbours' text.

    Raises:
        QueryError: when there is no such passage.
    """
    passage = library.passage(passage_id)
    near = library.neighbours(passage_id, before=1, after=1)
    before = [p.text for p in near if p.start < passage.start]
    after = [p.text for p in near if p.start > passage.start]
    return OpenedPassage(
        passage=passage.id,
        title=passage.title,
        place=passage.place(),
        heading=passage.heading,
        text=passage.text,
        before="\n\n".join(before),
        after="\n\n".join(after),
        origin=passage.document,
    )
