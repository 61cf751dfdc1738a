"""How far below the first executive a position reports, where a description counts it out.

Factor 2 of the guide is such a count. A description gives it as a chain ("reports to the director,
who reports to an executive"), as the distance of whom it reports to, or as its own, which is one
more. All three are like each other in their words and differ by a level.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from assistant.suggest.described import Described

FACTOR: Final = "2"
COUNTS: Final = 3.0
"""How much, in the logarithm of its share, a chain counted out adds to its level."""
_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "several": 2}
_NUMBER = r"(?P<number>\d|one|two|three|four|five|several)"
_BELOW = (
    rf"{_NUMBER}(?: or more)? (?:\w+ )?(?:levels?|steps?|tiers?)(?: or more)? (?:below|under)\b"
)
_EXECUTIVE: Final = re.compile(
    r"(?<!below )(?<!under )(?:\bSES\b|\bsenior executive|\bexecutive (?:service|level|position)|"
    r"\ban executive\b|\b(?:flag|general) (?:or (?:flag|general) )?(?:officer|rank)|"
    r"\bcommanding general\b)",
    re.IGNORECASE,
)
_OF_WHOM: Final = re.compile(
    rf"\baccountable to (?:a|the|another) \w+(?: \w+)? (?:that|which|who) is {_BELOW}",
    re.IGNORECASE,
)
_ITS_OWN: Final = re.compile(
    rf"\b(?:position|incumbent|job|supervisor) (?:is|stands|lies)(?: thus| therefore)? {_BELOW}",
    re.IGNORECASE,
)
_STEP: Final = re.compile(
    r"\b(?:reports?|reporting|accountable|answers?|answerable|responsible)(?: \w+)? to\b|"
    r"\bwhose (?:own |immediate )?supervisor is\b|\bthe [^,.;]{0,40}'s supervisor\b|"
    rf"\b(?:who|which|that) (?:is|stands) "
    rf"(?:{_BELOW}|(?:immediately |directly |just )?(?:below|under)\b)",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    r"\s*(?:(?:organi[sz]ational\s+)?setting\W+)?(?:(?:the|this)\s+(?:[\w-]+\s+){1,5}?)?(?:is\s+|directly\s+)*",
    re.IGNORECASE,
)
"""Whose step the first one is: the position's, or nobody else's who is named before it."""


def step_told(described: Described) -> int | None:
    """Return the step of Factor 2 that a description counts out; None where it does not."""
    text = " ".join(one.weighed for one in described.of(FACTOR))
    executive = _EXECUTIVE.search(text)
    if executive is None:
        return None
    of_whom, own = _OF_WHOM.search(text), _ITS_OWN.search(text)
    if of_whom is not None:
        return _step(_number(of_whom))
    if own is not None:
        return _step(_number(own) - 1)
    steps = list(_STEP.finditer(text, 0, executive.start()))
    # The first step must be the position's own, and the executive whom the last one leads to.
    if not steps or not _SUBJECT.fullmatch(text[: steps[0].start()]):
        return None
    if re.search(r"[.;:]", text[steps[-1].end() : executive.start()]):
        return None
    return _step(sum(_number(one) for one in steps) - 1)


def _number(match: re.Match[str]) -> int:
    said = match["number"]
    return 1 if said is None else _NUMBERS.get(said.casefold()) or int(said)


def _step(distance: int) -> int:
    """Return the step for how many levels whom it reports to stands below the first executive."""
    return 3 - min(max(distance, 0), 2)
