"""Which names a case holds, so that a model reads stand-ins for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from assistant.guard.masking import Mask

if TYPE_CHECKING:
    from core.model import Case

_LOWER = re.compile(r"(?<!\w)[a-z]{2,}(?!\w)")
_INSIDE = re.compile(r"(?<=[a-z,;] )[a-z]{2,}(?!\w)")
"""Words in small letters that do not begin a sentence."""


def mask_of(case: Case | None, said: Iterable[str], *, masking: bool = True) -> Mask:
    """Return the stand-ins for the names in a case and in what the person said.

    A word is ordinary when our own statements of the rules, the digests or the case write it in
    small letters, the case not at the beginning of a sentence.
    """
    if not masking:
        return Mask((), lambda _: True)
    facts = [f.text for f in case.facts] if case is not None else []
    told = [f.source for f in case.facts] if case is not None else []
    texts = [*facts, *told, *said]
    # What a person types in small letters may be a name; what a fact begins with may be one too.
    own = {match.group() for text in facts for match in _INSIDE.finditer(text)}
    if case is not None:
        # The title of a position is the matter itself and names nobody.
        own |= {w.lower() for c in (case.current, case.requested) for w in c.title.split()}
    names = [case.organization.partition("(")[0].strip()] if case and case.organization else []
    ordinary = _ordinary()
    return Mask(texts, lambda word: word in own or word in ordinary, names)


@cache
def _ordinary() -> frozenset[str]:
    from core.standards.reading import load_standard
    from index.statements.files import entries

    texts = [said for entry in entries() for said in entry.says]
    for factor in load_standard("fes-primary").factors:
        for level in factor.levels:
            texts += [level.summary, *(f"{a.name} {a.text}" for a in level.aspects)]
    return frozenset(_LOWER.findall(" ".join(texts)))
