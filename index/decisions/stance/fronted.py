"""A likeness or a contrast that opens a sentence, and the main clause that follows it.

"As at Level 2-3, he does not ..." finds the level met whatever the main clause denies, and
"Far from working alone as at Level 2-2, he ..." finds it not met whatever that clause grants: the
words in front of a level decide for it, the outermost first. What follows is read by itself.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from index.decisions.stance.signs import LEVEL
from index.language import late

_LIKE: Final = (
    r"(?:as(?! (?:for|to|regards|concerns|regarding|respects)\b)|just as|like|much like|similar"
    r" to|typical of|characteristic of|consistent with"
    r"|comparable to|(?:fully |wholly )?(?:equal|equivalent) to|on a par with|in keeping with"
    r"|in line with|true to)"
)
_UNLIKE: Final = (
    r"(?:quite )?(?:unlike|in (?:\w+ )?contrast (?:to|with)|by contrast with|as opposed to"
    r"|contrary to|far from|rather than|instead of|(?:well |far |somewhat )?short of|in lieu of)"
)
_OPENS: Final = late.pattern(
    rf"^(?:but |and |however, |also, |similarly, )?(?:{_LIKE}|{_UNLIKE})\b", re.IGNORECASE
)
_HEAD: Final = late.pattern(
    rf"(?:^|, |\b(?:and|but|yet) )(?:(?:and|but|yet) )?(?:(?P<like>{_LIKE})"
    rf"|(?P<unlike>{_UNLIKE}))"
    r"\b",
    re.IGNORECASE,
)
_MAIN: Final = late.pattern(
    r", (?=(?:the|this|that|these|those|his|her|he|she|its?|they|their|you|your|we|our|all|each"
    r"|every|most|many|some|both|much|any|there|such|nothing|none|no|neither|nobody|one|two"
    r"|work|duties|assignments|contacts|guidelines|appellants?|level [1-9])\b)",
    re.IGNORECASE,
)
_OF_THE_STANDARD: Final = late.pattern(
    rf"^(?:(?:at|under|in) )?(?:the )?(?:work |employees? |positions? )?(?:at |under )?{LEVEL}"
    r"(?! (?:\([^)]*\) )?(?:is|was|must be) (?:\w+ly |therefore )?(?:credited|assigned|awarded|met"
    r"|restored|appropriate)\b)"
    r"|^(?:the (?:employee|incumbent|standard|guide|next)|an? |employees? |positions? |one )",
    re.IGNORECASE,
)


_NOT_ONLY: Final = late.pattern(
    r"^not (?:only|merely|just|simply) (?P<do>does|do|did|is|are|was|were|has|have|can) "
    r"(?P<who>(?:the|this|that|these|those|his|her|their) (?:[\w']+ ){1,3}?(?=(?:\w+ly )?(?:meets?"
    r"|reach|satisfy|attain|equal|match|fit|warrant|merit|fully|at|within|like|met|reached|support)"
    r"\b)|(?:it|they|he|she) )",
    re.IGNORECASE,
)
"""A finding in front of more of the same: "Not only does the work meet Level 4-4, it does ..."."""


_ANOTHER_S: Final = (
    r"(?:(?:the|his|her|their|your) )?(?:agency|activity|command|appellants?|supervisor"
    r"|representative|union|headquarters|region)\b(?!(?:(?! that )[^,;])* that )"
)
_TAIL: Final = late.pattern(
    rf", (?:contrary to|notwithstanding|despite|over) (?:(?!{LEVEL})[^,;])*?{_ANOTHER_S}"
    rf"(?:(?!{LEVEL})[^,;])*(?=\.?$)"
    r"|,? (?:and |but )?no (?:more|less|higher|lower)(?: so)?(?:,? (?:and|but|or|nor) (?:no"
    r" )?(?:more"
    r"|less|higher|lower))?(?=\.?$)"
    rf"|, (?:one|two) (?:full )?levels? (?:above|below|higher than|lower than)"
    rf" (?:(?!{LEVEL})[^,;])*(?=\.?$)",
    re.IGNORECASE,
)
_FRONT_AGAINST: Final = late.pattern(
    rf"^(?:contrary to|unlike|in contrast to) {_ANOTHER_S}(?:(?!{LEVEL})[^,;])*, (?=[^;]*{LEVEL})",
    re.IGNORECASE,
)
"""Whom a finding is set against, and how far from: neither is any part of what is found."""


def straight(sentence: str) -> str:
    """Return a sentence as a plain statement of what it finds.

    One that opens with "not only does" comes in the usual order, and whose view a finding is
    contrary to is left out, where no level is named with it.
    """
    sentence = _FRONT_AGAINST.sub("", _TAIL.sub("", sentence))
    return _NOT_ONLY.sub(
        lambda m: m["who"] if m["do"].lower() in ("does", "do", "did") else f"{m['who']}{m['do']} ",
        sentence,
    )


class Fronted(NamedTuple):
    """The levels an opening likeness or contrast finds met or not, and the main clause."""

    met: dict[str, bool]
    rest: str


def fronted(sentence: str) -> Fronted | None:
    """Return what opens a sentence before its main clause, or None where nothing of the kind does.

    None also where the main clause tells what the standard asks: a level is set against another
    there, and no position is found at either.

    Args:
        sentence: One sentence with dashes and quotation marks folded.
    """
    if _OPENS.match(sentence) is None:
        return None
    first = re.search(LEVEL, sentence, re.IGNORECASE)
    main = _MAIN.search(sentence, first.end()) if first else None
    if main is None or _OF_THE_STANDARD.match(sentence[main.end() :]):
        return None
    front = sentence[: main.start()]
    heads = list(_HEAD.finditer(front))
    met: dict[str, bool] = {}
    for level in re.finditer(LEVEL, front, re.IGNORECASE):
        before = [head for head in heads if head.end() <= level.start()]
        if not before:
            return None
        met[level.group().split()[-1].upper()] = before[-1]["like"] is not None
    return Fronted(met, sentence[main.end() :])
