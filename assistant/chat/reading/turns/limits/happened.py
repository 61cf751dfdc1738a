"""What a text says happened, by the words it is told with: a decision, a lowering, a filing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.chat.model import Memory, Question

_KINDS = (
    (
        "filed",
        pattern(
            r"\b(?:filed|sent|submitted|mailed|asked for|hired|started|born|joined)\b|"
            r"\b(?:i|we|she|he) (?:have |had |then |only )?(?:wrote|e-?mailed|appealed|applied|"
            r"(?:put|handed|turned) (?:\w+ ){1,3}in)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "decision",
        pattern(
            r"\bopm(?:'s)?\b.{0,30}\b(?:deci\w+|den\w+|ruled|answer\w*|certificate|refused|said|letter)\b|"
            r"\b(?:lost|denied|decided|rejected|won)\b.{0,20}\bappeal\b|"
            r"\bappeal\b.{0,25}\b(?:deni\w+|decided|rejected|lost|decision)\b|"
            r"\b(?:decision|certificate)\b.{0,20}\b(?:dated|of|is|was|from|issued)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "agency",
        pattern(
            r"\bagency(?:'s)?\b.{0,25}\b(?:deci\w+|den\w+|answer\w*|refused|said no|turned)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "lowering",
        pattern(
            r"\b(?:lower\w*|downgrad\w*|demot\w*|reduc\w*|reclassif\w*|t(?:akes?|ook) effect|"
            r"effective|sf-?\s?50|(?:went|go(?:es|ing|ne)?) (?:down|from)|cut|"
            r"(?:mov|put|knock|bump|bust|dropp)\w* (?:me |us |him |her |them |back )*down)\b",
            re.IGNORECASE,
        ),
    ),
)
"""What happened on a day, by the words it is told with; the first that fits counts."""
_DOWN = pattern(
    r"\b(?:moved?|put|knocked|bumped|dropped|busted|pushed|kicked|set)\b(?: (?:me|us|him|her))?"
    r"(?: right| back)? down\b(?! (?:on|in writing|what|that|the facts)\b)"
    r"|\b(?:took|taken?|taking|stripped)\b(?: away)?(?: from (?:me|us))? (?:my|our|his|her) "
    r"(?:(?:gs|w[gls])[\s-]*)?(?:grade|1[0-9]|[1-9])\b(?!\s*(?:percent|%|points|days|duties|people))"
    r"|\bmy (?:(?:gs|w[gls])[\s-]*)?(?:grade|1[0-9]|[1-9]) (?:was|got|has been|is) (?:taken|"
    r"gone)\b|\bmy (?:grade|job|position) (?:will |is going to |went |is )?(?:go(?:es|ing)?|"
    r"drop(?:s|ped|ping)?|f[ae]ll(?:s|ing)?) ?(?:down|(?:a|one) grade|to (?:a |gs-?)?\d+)\b",
    re.IGNORECASE,
)
_BECOMES = pattern(
    r"\b(?:gs|w[gls])[\s-]*(?P<from>1[0-9]|[1-9])\b(?:,?:? \w+){0,6} (?:becom(?:es?|ing)|"
    r"(?:took|brought|set|put|made|reclassified|regraded|changed|cut|lowered) "
    r"(?:me|us|him|her|it|(?:my|the) (?:job|position|grade))"
    r"(?: down)?(?: (?:to|at|into))?) (?:an? )?"
    r"(?:gs|w[gls])[\s-]*(?P<to>1[0-9]|[1-9])\b",
    re.IGNORECASE,
)
_FROM_TO = pattern(
    r"\bfrom (?:an? )?(?P<plan>gs|w[gls])?[\s-]*(?:\d{4}[\s/-]+)?(?P<from>1[0-9]|0?[1-9])"
    r" (?:down )?(?:in)?to (?:an? )?(?:gs|w[gls])?[\s-]*(?:\d{4}[\s/-]+)?(?P<to>1[0-9]|0?[1-9])\b",
    re.IGNORECASE,
)
_MOVED = pattern(
    r"\b(?:moved|put|placed|went|go|changed|taken|took|dropped|set|bumped|reassigned)\b",
    re.IGNORECASE,
)
_NOT_LOWERED = pattern(
    r"\b(?:if|suppose|detail\w*|temporar\w+|promot\w+|never|nobody|no one|not|wants? to|going to|"
    r"will|would|may|might|propos\w+|plan\w*|intend\w*)\b|n't\b",
    re.IGNORECASE,
)

_REFUSED = (
    r"(?:refused|denied|said no|said that no|turned (?:it|me|us|that|my \w+|the \w+) down|rejected|"
    r"answered|decided|ruled|replied|responded|upheld|wrote back)"
)
_BY_AGENCY = pattern(
    r"\b(?P<agency>(?:agency|hr|command|department|employer|headquarters|personnel office)"
    rf"(?:'ve| have| has| had| just| finally| now)* {_REFUSED}\b"
    r"|(?:agency|hr|headquarters|department)'s (?:\w+ )?(?:decision|answer|reply|denial|refusal|"
    r"no)\b)"
    rf"|\bthey(?:'ve| have| had| just| finally| now)* {_REFUSED}\b"
    r"|\b(?:their|the) (?:\w+ )?(?:decision|answer|reply|response|denial|refusal)\b"
    r"|\b(?:it|(?:my|the) (?:appeal|application))(?: was| got| has been)+ (?:refused|denied|"
    r"rejected|turned down)\b",
    re.IGNORECASE,
)
_APPLIED = pattern(
    r"\b(?:filed|appealed|applied|sent|mailed|wrote|submitted|e-?mailed|handed (?:it )?in|"
    r"appeal|application|request|review)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = pattern(
    r"\bopm(?:'s)? (?:has |have |had )?(?:\w+ )?(?:deci\w+|den\w+|refus\w+|answer\w*|rul\w+)|"
    r"\b(?:decided|ruled) to\b|\b(?:grievance|desk audit|promotion|lowered|downgraded|effective|"
    r"t(?:akes|ook) effect)\b",
    re.IGNORECASE,
)

_CHANGE = pattern(
    r"\bgs[\s-]*(?:\d{4}[\s/-]+)?(?P<from>1[0-5]|[1-9])\b(?: \w+){0,4} (?:to|becomes) (?:an? )?"
    r"gs[\s-]*(?:\d{4}[\s/-]+)?(?P<to>1[0-5]|[1-9])\b",
    re.IGNORECASE,
)
_MADE = pattern(
    r"\bfinal (?:\w+ ){0,2}(?:decision|letter|notice|action|memo)\b"
    r"|\bdecision (?:letter|notice|memo)\b|\b(?:notice|letter) of (?:final )?decision\b"
    r"|\b(?:decision|letter|notice|it|that|reclassification|downgrade|action) (?:is|was|became|has "
    r"become)(?: now| already)? (?:final|signed|official)\b"
    r"|\b(?:not|no longer) (?:just |only |merely )?an? proposal\b"
    r"|\b(?:agency|hr|they|management|command|headquarters|we)(?: has|'s| have|'ve)?"
    r"(?: now| already| finally| just)? (?:decided to (?:reclass|lower|downgrad|reduc|chang|demot|"
    r"drop|cut)\w*|signed (?:off on )?(?:the|my) (?:new |final )?(?:reclass\w*|downgrade|"
    r"classification|decision|action))\b",
    re.IGNORECASE,
)
"""What tells that an agency's decision on a position is made, and not only proposed."""
_NOT_MADE = pattern(
    r"\b(?:no|not|yet|nothing|before|until|till|once|when|if|unless|without|wait\w*|await\w*|expect\w*|"
    r"must|need|or (?:at|on|after)|after|\w+n'?t)\b[^.;,!?]{0,25}$",
    re.IGNORECASE,
)
_OF_APPEAL = pattern(
    r"\bopm\b|\bcertificate\b|\b(?:decision|letter|notice) (?:on|about|in) (?:\w+ ){0,2}"
    r"(?:appeal|application|grievance|offer)\b|\b(?:denied|denying|refused) (?:it|my|the)\b",
    re.IGNORECASE,
)
_PROPOSED = pattern(r"\b(?:propos\w+|intend\w*|plan\w*|draft\w*|thinking|might|may)\b")


def decision_made(texts: Iterable[str]) -> bool:
    """Tell whether texts, the latest first, say that the agency has decided on the position.

    A decision made can be appealed, one only proposed cannot; the first that tells counts.
    """
    for text in texts:
        if _of_agency_itself(text):
            return True
        if _PROPOSED.search(text.lower()):
            return False
    return False


def _of_agency_itself(text: str) -> bool:
    made = next((m for m in _MADE.finditer(text) if not _NOT_MADE.search(text[: m.start()])), None)
    return made is not None and not _OF_APPEAL.search(text)


_OF_OPM = frozenset({"after-the-decision", "reconsideration"})
"""Topics that are about what OPM has decided."""


def by_agency(text: str, memory: Memory, whole: str = "") -> bool:
    """Tell whether a text tells that the agency has decided what was asked of it.

    Args:
        text: The text, which may be a sentence of a ``whole``.
        memory: What was told before.
        whole: The message it stands in, which may tell what was asked of the agency.
    """
    said = _BY_AGENCY.search(text)
    if said is None or _OF_ANOTHER.search(text):
        return False
    asked = _APPLIED.search(whole or text) or memory.topic in {
        "wage-deadlines",
        "wage-forum",
    }
    return bool(asked or any(_APPLIED.search(one) for one in memory.told)) and (
        said["agency"] is not None
        # "The decision is dated ..." is OPM's, where that is what is talked of.
        or not ("decision" in memory.days or memory.topic in _OF_OPM)
    )


def tells_lowering(text: str) -> bool:
    """Tell whether a text speaks of a grade that goes down, whatever else it tells."""
    if dict(_KINDS)["lowering"].search(text) is not None:
        return True
    becomes = _BECOMES.search(text)
    return becomes is not None and int(becomes["to"]) < int(becomes["from"])


def _graded(text: str) -> bool:
    change = _CHANGE.search(text)
    return change is not None and int(change["to"]) < int(change["from"])


def kind_said(text: str) -> str:
    """Return what a text says happened on its day; empty when it does not say."""
    said = next((kind for kind, said in _KINDS if said.search(text)), "")
    if said == "decision" and _of_agency_itself(text) and (tells_lowering(text) or _graded(text)):
        # What the agency has decided of the grade is no decision on an appeal.
        return "lowering"
    return said or ("lowering" if moved_down(text) else "")


def moved_down(text: str) -> bool:
    """Tell whether a text says in everyday words that a grade was lowered."""
    if _NOT_LOWERED.search(text):
        return False
    if (becomes := _BECOMES.search(text)) and int(becomes["to"]) < int(becomes["from"]):
        return True
    change = _FROM_TO.search(text)
    lower = change is not None and int(change["to"]) < int(change["from"])
    return bool(_DOWN.search(text) or (lower and _MOVED.search(text)))


_ANNOUNCED = pattern(
    r"\b(?:(?:told|informed|notified|wrote|emailed) (?:me|us)|(?:was|were|been) (?:told|informed|"
    r"notified)|in writing|letters?|notices?|memo|e-?mail|announced)\b",
    re.IGNORECASE,
)
_NOT_OWN = pattern(
    r"\b(?:opm|certificate|appeal\w*|grievance|promot\w*|neighbor|co-?worker)\b", re.IGNORECASE
)


def tells_announced(question: Question) -> bool:
    """Tell whether a message tells that the agency has announced a lower grade, and asks nothing.

    The day told with it is that of the announcement: neither a decision's of OPM nor the effect's.
    """
    text = question.message
    if question.asks or _NOT_OWN.search(text) or not _ANNOUNCED.search(text):
        return False
    changes = [*_FROM_TO.finditer(text), *_CHANGE.finditer(text)]
    return moved_down(text) or any(int(m["to"]) < int(m["from"]) for m in changes)


LASTED = pattern(
    r"\b(?:since|until|till|through|up to)\b|\b(?:made|became|upgraded)\b.*\bago\b", re.IGNORECASE
)
_KEPT = pattern(
    r"\b(?:keep|kept|keeping|retain(?:ed|s|ing)?|still (?:get|have|got|paid|on))\b.{0,16}"
    r"\b(?:grade|pay|1[0-5]|gs|both|saved)\b|\b(?:grade|pay) retention\b|"
    r"\b(?:retained|saved|kept) (?:grade|pay)\b|"
    r"\b(?:grade|pay) (?:is|was|has been|stays) (?:retained|kept|saved)\b",
    re.IGNORECASE,
)
_NOT_KEPT = pattern(
    r"\b(?:not|no|never|neither|nor|none|without|cannot|\w+n'?t|lost|lose|losing|refus\w+|den(?:y|ied)|"
    r"ended|ends|over|ran out|expired)\b",
    re.IGNORECASE,
)
_CLAUSE = pattern(r"[.;!?,]\s*|\s+(?:but|though|although)\s+", re.IGNORECASE)
STATEMENT = pattern(r"(?<=[.!?;])\s+")


def says_kept(text: str) -> bool:
    """Tell whether a text says that grade or pay is kept; a kept grade denied is none."""
    clauses = _CLAUSE.split(text)
    return any(
        _KEPT.search(one) and not (_NOT_KEPT.search(one) or LASTED.search(one)) for one in clauses
    )


_NOTHING_KEPT = pattern(
    r"\b(?:kept|keep|keeps|retain(?:ed|s)?|get|got|gets|left with) (?:nothing|neither)\b|"
    r"\b(?:lost|lose|losing) (?:my |her |his |the |both )?(?:grade|pay|money|salary)\b|"
    r"\b(?:no|without) (?:grade |pay |saved )?(?:retention|pay saved)\b|"
    r"\b(?:no|without(?: any)?) (?:retained|saved|kept) (?:grade|pay)\b|"
    r"\bretention (?:was )?(?:refused|denied)\b",
    re.IGNORECASE,
)
_WONDERS = pattern(
    r"\b(?:will|would|do|does|can|could|might|may|am|are|is|shall|should) "
    r"(?:i|we|you|he|she|they|my|his|her|their|our)\b|"
    r"\b(?:if|whether|afraid|worried|scared|fear\w*|might|may|could|going to|gonna|don't want to)\b"
    r"[^.;!]{0,25}\b(?:lose|losing)\b",
    re.IGNORECASE,
)
"""What asks or fears a loss, with or without a question mark: nothing is told of one."""


def says_nothing_kept(text: str) -> bool:
    """Tell whether a text says that grade or pay was lost and nothing of it is kept."""
    clauses = (
        one for said in STATEMENT.split(text) if "?" not in said for one in _CLAUSE.split(said)
    )
    return any(_NOTHING_KEPT.search(one) and not _WONDERS.search(one) for one in clauses)
