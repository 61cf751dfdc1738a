"""Passing a draft through the guard, with the library as the text of record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.argue.evidence import DIGEST
from assistant.argue.opening import open_digest
from assistant.guard.drafts import SIDES
from assistant.guard.review import Guard, Reviewed
from index.record.quotes import check as check_text

if TYPE_CHECKING:
    from assistant.guard.drafts import Draft, EvidencePack
    from core.fes.opened import OpenedCase
    from index.library import Library
    from index.models import Passage
    from index.record.quotes import QuoteCheck


def review(
    library: Library,
    pack: EvidencePack,
    draft: Draft,
    *,
    first_number: int,
    opened: OpenedCase | None,
) -> Reviewed:
    """Check every quotation and figure of a draft; number its sources from ``first_number``."""
    digests = {p.id: p for p in pack.passages if p.id.startswith(DIGEST)}

    def check(passage_id: str, quote: str) -> QuoteCheck:
        if passage_id in digests:
            found = check_text(digests[passage_id].text, quote)
            return replace(found, passage=passage_id)
        return library.check_quote(passage_id, quote)

    def look_up(passage: Passage) -> str:
        digest = open_digest(passage.id, opened)
        return digest.look_up if digest else passage.title

    # Numbers run in the order in which a reader meets the claims.
    order = list(SIDES)
    claims_in_order = sorted(draft.claims, key=lambda claim: order.index(claim.side))
    draft = draft.model_copy(update={"claims": claims_in_order})
    return Guard(check, pack, look_up).review(draft, first_number=first_number)
