"""Sentences in which a level stands where nothing is found of it, whatever words stand beside it.

An exception ("with the exception of Level 3-4"), a part of the work, what is granted before it is
outweighed: a reader who takes one for a finding is misled, and one who gets none loses little.
These are asked after every other reader has spoken.
"""

from __future__ import annotations

import re
from typing import Final

from index.decisions.stance.signs import DENIES, LEVEL
from index.language import late

_EXCEPTED: Final = late.pattern(
    r"\b(?:with the (?:sole |single |one |only )?exceptions? of|except(?:ing)?(?: for| as to)?"
    r"|excepted|save(?: for)?|apart from|aside from|all but)"
    rf" (?:(?:the|its|their|his|her) (?:\w+ ){{1,4}}(?:of|at|for) )?(?P<level>{LEVEL})",
    re.IGNORECASE,
)
_GRANTED: Final = late.pattern(
    r"^(?:admittedly|granted|to be sure|concededly|true|no doubt|it is true|it may be|we (?:grant"
    r"|concede|acknowledge|recognize|do not doubt)|perhaps)\b(?P<granted>[^;]*?)"
    r"(?:; |[,.;] (?:but|yet|however|still|nonetheless|nevertheless)\b|$)",
    re.IGNORECASE,
)
"""What is granted at a sentence's beginning, up to what outweighs it."""
_ALTHOUGH: Final = late.pattern(
    rf"^(?:even )?(?:although|though|while)\b(?:(?!{LEVEL})[^;])*?, (?:as|like|similar)"
    rf"(?:(?!{LEVEL})[^;,])*(?P<level>{LEVEL})[^;]*{LEVEL}",
    re.IGNORECASE,
)
"""A likeness put in passing within what is granted, where another level is found."""
_PART: Final = late.pattern(
    r"^(?:(?:admittedly|granted|perhaps|at (?:best|most)|occasionally|at times),? )?(?:that |the"
    r" (?:best|most) (?:that )?(?:can|could|may) be said is that )?(?:only )?(?:(?:a|some|one|two"
    r"|three|certain)? ?(?:small |minor |limited |few )?(?:parts?|portions?|aspects?|elements?"
    r"|fractions?|handful) of|some(?: of)?|a few(?: of)?|certain(?: of)?|one or two|isolated"
    r"|occasional|several of|(?:one|two|three) of)\b"
    rf"(?![^;,]*\b(?:is|are) (?:\w+ )?(?:enough|sufficient)\b)(?:(?!{LEVEL})[^;])*{LEVEL}",
    re.IGNORECASE,
)
"""What a part of the work reaches; a level is credited when it is met in full."""
_TURNED: Final = late.pattern(
    r"[;,] (?:but |yet |and |though )?(?:together|(?:taken|considered|viewed|in) (?:\w+"
    r" )?(?:together"
    r"|combination|as a whole|all)|combined|jointly|(?:the )?(?:two|three|both|all)(?: of them)?)?"
    r",? ?(?:they|it|this|these|the two|both|all)? ?(?:do|does|did|is|are|was|were|has|have)"
    r"(?: so)?[ .]*$",
    re.IGNORECASE,
)
"""A tail that affirms what the clause before it denied: "; together they do"."""
_ASKS: Final = late.pattern(
    rf"^(?:even so|still|but|however|moreover|also|and|in addition|further(?:more)?)?,? ?(?:the )?"
    rf"{LEVEL} (?:\w+ly )?(?:requires?|demands?|calls? for|presupposes?|presumes?|assumes?"
    r"|expects?|envisions?|contemplates?|implies|needs|asks for|speaks of)\b"
    r"(?![^;]*(?:[;,] (?!not\b)|\bthat (?:the|this|his|her|he|she|it)\b|\b(?:which|as|and|so"
    r"|exactly|precisely|just|what) (?:\w+ )?(?:the appellants?"
    r"|his|her|he|she|they|it|this|these|your|you|is|are|does|do|we)\b))",
    re.IGNORECASE,
)
"""What a level asks for, with nothing said of the work."""
_UNTOUCHED: Final = late.pattern(
    r"\b(?:not|neither|nor|never|n't)\b(?: [\w']+){0,5}? (?:contest|disput|question|challeng|at"
    r" issue|in issue|appeal)\w*|\buncontested\b|\bundisputed\b",
    re.IGNORECASE,
)
_MEASURE: Final = late.pattern(
    rf"^(?:an? |any )?(?:finding|credit|award|evaluation|rating) (?:at|of|for|with) {LEVEL} would"
    r" (?:require|need|call for|mean|presuppose)\b(?!.*\b(?:not?|nobody|never|nothing|ignor\w+"
    r"|overlook\w*|assum\w+|stretch\w*|disregard\w*|which|invent\w*)\b)",
    re.IGNORECASE,
)
"""What it would take to credit a level, with nothing said of its being there."""
_MORE: Final = late.pattern(
    r"\b(?:need not|(?:do|does) not (?:need|have) to|(?:is|are) not required to)"
    r" [^;,]{0,40}\b(?:every"
    rf"|all|each|entire|whole)\b[^;]*{LEVEL}"
    rf"|\b{LEVEL}(?: [\w-]+)? (?:would|does|did|could|can|is|will) ?not (?:\w+ )?(?:get|suffice"
    rf"|do\b"
    r"|cover|capture|account|exhaust|enough|sufficient|adequate|contain|explain)",
    re.IGNORECASE,
)
"""What is more than a level, or need not be all of it: no refusal of it."""
_ASIDE_FROM_IT: Final = late.pattern(
    r"^[^,;]*\b(?:purpose|task|place|function|business|role|for us|necessary|need)\b[^,;]*\bto"
    rf" (?:determine|decide|consider|address|examine|say"
    rf"|settle)\b[^,;]*\bwhether\b[^,;]*{LEVEL}[^,;]*$",
    re.IGNORECASE,
)
"""What is left undecided."""
_MOVED: Final = late.pattern(
    rf"\b(?:out of|from) (?:the )?{LEVEL}[^;]*? (?:to|into) (?:the )?(?P<level>{LEVEL})",
    re.IGNORECASE,
)
_DENIES: Final = late.pattern(
    rf"\b(?:{DENIES}|not?|never|nor|neither|cannot|without)\b|n't\b", re.IGNORECASE
)
_NAMED: Final = late.pattern(LEVEL, re.IGNORECASE)


def withheld(sentence: str, level: str, *, met: bool) -> bool:
    """Tell whether a finding for a level may not stand because of where the level stands.

    Args:
        sentence: One sentence with dashes and quotation marks folded.
        level: The level the finding is for.
        met: Whether it is found met.
    """
    if any(_is(one["level"], level) for one in _EXCEPTED.finditer(sentence)):
        return True
    if not met:
        left = _UNTOUCHED.search(sentence) and not _DENIES.search(_UNTOUCHED.sub("", sentence))
        moved = any(_is(one["level"], level) for one in _MOVED.finditer(sentence))
        beside = any(one.search(sentence) for one in (_MEASURE, _TURNED, _MORE, _ASIDE_FROM_IT))
        return bool(left) or moved or beside
    if _ASKS.match(sentence):
        return True
    granted = _GRANTED.match(sentence)
    if granted is not None:
        rest = sentence[granted.end("granted") :]
        if _names(granted["granted"], level) and not _names(rest, level):
            return True
    passing = _ALTHOUGH.match(sentence)
    if passing is not None and _is(passing["level"], level):
        return True
    return _PART.match(sentence) is not None


def _is(named: str, level: str) -> bool:
    return named.rsplit(maxsplit=1)[-1].lower() == level.lower()


def _names(text: str, level: str) -> bool:
    return any(_is(one.group(), level) for one in _NAMED.finditer(text))
