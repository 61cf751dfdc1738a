"""Whom a supervisor meets, by who they are: Factor 4A of the guide lists them level by level.

"Union stewards" and "members of the city council" are each on one level's list, and their words
are like neither the one nor the other. The highest level on whose list somebody stands who is
met as a matter of course leads; how often, and with what preparation, is left to be asked.

The lists: General Schedule Supervisory Guide, Factor 4A, pp. 18 to 20.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from assistant.suggest.described import DUTIES
from assistant.suggest.supervisory.authorities import DENIED, denied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.suggest.described import Described, Sentence

FACTOR: Final = "4A"
COUNTS: Final = {1: 1.5, 2: 1.0, 3: 5.0, 4: 5.0}
"""How much, in the logarithm of its share, somebody on a level's list adds to that level: less on
the lower ones, for whom else a description names may be on none."""

_LOCAL: Final = r"(?:city|town|county|state|municipal|village|tribal|borough|parish|local)"
_LISTED: Final = {
    4: (
        (
            rf"\b{_LOCAL} (?:council\w*(?: members?)?|commissioners?|supervisors|legislat\w+|"
            rf"senators?|"
            r"representatives|assembly\w*|board of supervisors)\b"
        ),
        (
            r"\b(?:mayors?|governors?|alder(?:men|man|persons?)|elected (?:\w+ )?(?:officials?|"
            r"representatives?)|council ?(?:members?|men|man|women|persons?))\b"
        ),
        (
            r"\bnational (?:officers?|presidents?|officials|leaders?)\b[^.;,]{0,30}\b(?:unions?|"
            r"associations?|organizations?|groups?)|\bnational (?:union|association) (?:officers?|"
            r"presidents?|officials)"
        ),
        (
            r"\b(?:members of congress|(?:u\.?s\.? )?senators|congress(?:men|women|persons?)|"
            r"(?:staff directors?|chief counsels?)\b[^.;,]{0,40}\bcommittees?)"
        ),
        (
            r"\b(?:national|metropolitan|major|regional) (?:\w+ )?(?:newspapers?|media|press|"
            r"networks?|"
            r"television|magazines?|journalists?)\b"
        ),
        (
            r"\b(?:executives?|presidents?|vice presidents?|"
            r"chief executives?)\b[^.;,]{0,30}\b(?:major|"
            r"large|largest|national) (?:\w+ )?(?:contractors?|corporations?|firms?|compan(?:y|"
            r"ies))"
        ),
    ),
    3: (
        (
            rf"\b{_LOCAL} (?:\w+ )?(?:managers?|directors?|administrators?|department heads?)\b"
            r"(?! of (?:the|this) (?:field|installation))"
        ),
        (
            rf"\b{_LOCAL} (?:\w+ ){{0,2}}(?:agenc(?:y|ies)|departments?)'?s? (?:\w+ )?(?:managers?|"
            r"directors?|heads)\b|\blocal officers? of\b[^.;,]{0,30}\b(?:associations?|"
            r"organizations?)"
        ),
        r"\b(?:committee|subcommittee) (?:staff|assistants?)\b",
        r"\b(?:state|county|city) officials\b",
        r"\bcontracting (?:officials?|officers?)\b[^.;,]{0,25}\b(?:large|industrial)\b",
        r"\b(?:city|county|daily) newspapers?\b",
    ),
    2: (
        (
            r"\b(?:general |local )?public\b(?! (?:works|affairs|health|safety|interest|land|"
            r"utilit))|"
            r"\b(?:visitors|residents|landowners|neighbors|citizens|families|homeowners)\b"
        ),
        (
            r"\b(?:vendors?|suppliers?|business(?: ?(?:owners|men|people|persons|community)|es)|"
            r"contractors?(?:'s?)?|merchants|lessees|permittees|concessioners?)\b"
        ),
        (
            r"\blocal (?:public )?(?:interest |civic |community |conservation |user )*groups?\b|"
            r"\b(?:friends|civic|neighborhood|service) (?:groups?|clubs?|associations?|"
            r"organizations?)\b"
        ),
        r"\bcase ?workers?\b[^.;,]{0,25}\bcongress",
        (
            rf"\b{_LOCAL} (?:\w+ )?(?:employees|inspectors?|technicians|engineers|police|"
            rf"deputies|crews?|"
            r"rangers?|staff|biologists|clerks)\b|\bsheriff'?s? deput|\bfire departments?\b"
        ),
        (
            r"\b(?:reporters?|(?:local|weekly|small|town) (?:\w+ )?(?:news)?papers?|"
            r"local (?:media|radio|press))\b"
        ),
        (
            r"\b(?:managers?|supervisors?|chiefs?|staff|heads)\b[^.;,]{0,25}\b(?:throughout|"
            r"across|of other "
            r"(?:services|divisions|departments|directorates|offices)|elsewhere)\b"
        ),
    ),
    1: (
        r"\b(?:union|shop)(?: shop)? stewards?\b",
        r"\bsubordinates?\b|\b(?:her|his|their|own) (?:employees|staff|crew)\b",
        (
            r"\b(?:peers?|fellow supervisors|other (?:section|unit|shift|team|crew) "
            r"(?:supervisors|chiefs|leaders|heads))\b"
        ),
        (
            r"\b(?:personnel|payroll|supply|procurement|human resources|administrative|support) "
            r"(?:office|staff|clerks?|assistants?)\b"
        ),
    ),
}
_PATTERNS: Final = {
    step: tuple(re.compile(one, re.IGNORECASE) for one in listed)
    for step, listed in _LISTED.items()
}
_RARELY: Final = re.compile(
    r"\b(?:rare(?:ly)?|seldom|occasional(?:ly)?|infrequent(?:ly)?|once in a while|"
    r"once (?:or twice )?(?:a|per) year|from time to time|on occasion|hardly ever)\b",
    re.IGNORECASE,
)
_MEETS: Final = re.compile(
    r"\b(?:meet(?:s|ing|ings)?|deals?|dealing|contacts?|liaison|briefs?|briefings?|talks?|speaks|"
    r"represents|confers?|works with|answers? questions|coordinates with|hearings?)\b",
    re.IGNORECASE,
)
"""What tells in a duty that somebody named is met, and not merely served or paid."""


class Met(NamedTuple):
    """The highest step on whose list somebody stands, what they are called, and the sentence."""

    step: int
    named: str
    sentence: Sentence


def highest(described: Described) -> Met | None:
    """Return whom the guide lists highest of those a description says are met; None for nobody."""
    found = list(_met(described))
    return max(found, key=lambda one: one.step) if found else None


def asked(met: Met) -> str:
    """Say what the level of somebody named still takes."""
    return (
        f'"{met.named}" are on the list of Level 4A-{met.step}, which takes frequent contacts, '
        "directly, that make the work harder: how often are they met, in what setting, and with "
        "what preparation?"
    )


def _met(described: Described) -> Iterator[Met]:
    own = described.of(FACTOR)
    spoken = own or [one for one in described.of(DUTIES) if _MEETS.search(one.weighed)]
    for sentence in spoken:
        text = sentence.weighed
        for step, patterns in _PATTERNS.items():
            for match in (one for pattern in patterns for one in pattern.finditer(text)):
                if not denied(text, match.start()) and not _rarely(text, *match.span()):
                    yield Met(step, match.group(), sentence)


def _rarely(text: str, start: int, end: int) -> bool:
    """Return whether the clause in which somebody is named says that they are hardly ever met."""
    before = " ".join(re.split(r"[;.]|, and |\bwith\b", text[:start])[-2:])
    after = re.split(r"[,;.]", text[end:])[0]
    return bool(_RARELY.search(before) or _RARELY.search(after) or DENIED.search(after))
