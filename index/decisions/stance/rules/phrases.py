"""Named rules for the set phrases of decisions, and the phrases they share.

Each rule carries a sentence it is for, which a test holds it to; the sentences are made up.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple


class Rule(NamedTuple):
    """A set phrase: what it is called, how it reads, and a sentence that has it."""

    name: str
    pattern: str
    example: str


class Cue:
    """Rules that tell the same thing, tried together in their order, without regard to case.

    They are compiled when first used: most runs of the program read no decision.
    """

    def __init__(self, *rules: Rule) -> None:
        self.rules = rules

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(rule.pattern for rule in self.rules), re.IGNORECASE)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first place where a rule holds."""
        return self.pattern.search(text, start, end)

    def match(self, text: str) -> re.Match[str] | None:
        """Return the rule's match where a text opens with it."""
        return self.pattern.match(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield every place where a rule holds."""
        return self.pattern.finditer(text)

    def sub(self, replacement: str, text: str) -> str:
        """Return a text with what the rules match replaced."""
        return self.pattern.sub(replacement, text)


NAMED = (
    r"(?:(?:factor\s+|subfactor\s+)?levels?|FLDs?)\s+[1-9][AB]?-[1-9]"
    r"(?:(?:[a-d]|\([a-d]\))(?!\w))?"
)
"""A level by its name; guides letter the paragraphs of one: Level 3-2c."""
HERE = (
    rf"(?:{NAMED}|(?:this|that|the (?:next|higher|lower)) (?:higher |lower |next |factor"
    rf" )?level\b"
    r"|(?:the )?full intent)"
)
GRADE = (
    r"(?:(?:the )?(?:(?:GS|GM|GL|GG|WG|WL|WS|NA|NL|NS)[ -]?\d{1,2}(?!\d|-\d)"
    r"(?: (?:grade )?levels?| grade)?|(?i:grade) \d{1,2}(?: levels?)?))"
)
FINDABLE = (
    r"(?:met|credited|creditable|creditworthy|warranted|appropriate|assigned|awarded|supported|"
    r"justified|reached|satisfied|applicable|correct|proper|exceeded|found|present|equaled)"
)
BE = r"(?:is|are|was|were|be|been)"
AT = r"(?:at|in|by|under|for|of|with)"
LIKENESS = (
    r"(?:consistent with|comparable (?:to|with)|typical of|characteristic of|equivalent to|"
    r"equates? (?:to|with)|indicative of|commensurate with|correspond(?:s|ing)? (?:to|with)|"
    r"compares? favorably (?:to|with)|results? in|converts? to|"
    r"match(?:es|ed)?|fits?|parallels?|tantamount to|analogous to|the intent of|in line with|"
    r"falls? within|representative of|reflect(?:s|ive of)|best (?:characterized|matched"
    r"|described|"
    r"evaluated|represented) (?:at|by))"
)
PLACED = (
    r"(?:described|expected|depicted|found|defined|required|discussed|stated|intended|envisioned|"
    r"illustrated|credited|contemplated|specified|outlined|provided|set out|set forth|listed|"
    r"characterized|addressed|covered|called for|anticipated|implied|presumed|inherent)"
)
BELIEF = (
    r"(?:holds that|considers that|seeks?|sought|seeking|believes?|believed"
    r"|(?-i:claims|claimed)|(?:(?<=appellants )|(?<=they )|(?<=you ))claim|"
    r"contends?|contended|asserts?|"
    r"asserted|argues?|argued|maintains?|maintained|disagrees?|disagreed|feels|felt|alleges?|"
    r"alleged|opines?|proposes?|proposed|requests|requested"
    r"|(?<!'s )(?<!audit )request(?! (?:was|is|"
    r"letter|dated|to))|(?:asks?|asked) (?:that|for|to|us|OPM)|disputes?|contests?|"
    r"thinks?|insists?|points? (?:to|out)|cites?|cited|would like|suggests?)"
)
SAYING = (
    r"(?:(?-i:states?|stated|stating)|says?|said|indicates?|indicated|stresses|emphasi[sz]es|"
    r"notes? that|(?<!the )noted|offers|(?:explains?|explained)(?=,|:| that\b| in\b)|writes?"
    r"|wrote"
    r"|adds|makes? (?:\w+ ){0,2}"
    r"(?:statements?|arguments?)|(?<!favorably )compare[sd]?(?! favorably)"
    r"|(?<!the )(?<!favorably )compared(?! favorably))"
)
PERSON = r"(?:appellants?'?s? representatives?|appellants?|representatives?|he|she|they|you)"
