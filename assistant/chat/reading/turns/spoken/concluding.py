"""A message that draws a conclusion from what was said: "so I keep my pay for two years then?"."""

from __future__ import annotations

import re
from typing import Final

from index.language.late import pattern

_SO: Final = pattern(
    r"^\W*(?:(?:ok(?:ay)?|and|but|well|right|i see|ah|oh|hm+|wait|got it|alright|fine|now)"
    r"[\s,.!:;\u2013-]+)*(?:so|then|meaning|which means|that means|this means|in other words|"
    r"you(?:'re| are) saying|you mean|i take it|if i (?:get|understand) (?:this|you|it)(?: right)?)"
    r"\b[\s,:]*(?:(?:that|then|basically|i guess|you mean|you're saying)\b[\s,]*)*",
    re.IGNORECASE,
)
_TAG: Final = pattern(
    r"[\s,]*(?:[, ](?:then|right|correct|yes|is that (?:right|correct|true|it)|"
    r"(?:is|are|do|does|did|can|will)n'?t (?:it|they|i|he|she|we|you)|after all))?[\s?!.]*$",
    re.IGNORECASE,
)
_ENDS_SO: Final = pattern(
    r"(?:\bthen|,? (?:right|correct|is that (?:right|correct)))\s*\?\s*$", re.IGNORECASE
)
ASKS: Final = pattern(
    r"^\W*(?:who|whom|whose|what|when|where|which|why|how (?!(?:many|much|good|long|often|well)\b)|"
    r"is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|must|has|have|had|if "
    r"so|far|please|tell|give|show|explain)\b",
    re.IGNORECASE,
)
DECLARES: Final = pattern(
    r"\b(?:is|are|was|were|am|can|could|will|would|may|must|should|has|have|had|need|needs|keep|"
    r"keeps|lose|loses|get|gets|go|goes|count|counts|matter|matters|stay|stays|do|does|did|depends|"
    r"means|makes|make|start|starts|end|ends|decides|apply|applies)\b|\w+(?:n't|'s|'re|'m|'ll|'d)\b",
    re.IGNORECASE,
)
FEWEST: Final = 3
"""Words from which a conclusion says something."""


def conclusion(message: str) -> str:
    """Return what a message concludes from what was said; empty when it concludes nothing."""
    begun = _SO.match(message)
    if begun is None and not _ENDS_SO.search(message):
        return ""
    rest = message[begun.end() :] if begun is not None else message
    rest = _TAG.sub("", rest).strip()
    few = len(rest.split()) < FEWEST
    # "So a grievance first and then the appeal?" says what it says without a verb.
    says = DECLARES.search(rest) or (begun is not None and message.rstrip().endswith("?"))
    return "" if few or ASKS.match(rest) or not says else rest
