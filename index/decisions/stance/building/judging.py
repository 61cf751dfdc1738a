"""Frames in which somebody's act or statement on a level is judged right or wrong.

"The agency erred when it denied Level 1-8" credits the level: the judgment and what is judged are
multiplied, as are a judgment and the sentence a that-clause reports.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from index.decisions.stance.signs import LEVEL, of_clause
from index.language import late

Finds = Callable[[re.Match[str]], bool | None]


class Frame(NamedTuple):
    """How a sentence is built, an example of it, and what its match finds, if anything."""

    name: str
    example: str
    pattern: re.Pattern[str]
    finds: Finds


def frame(name: str, example: str, finds: Finds, *pattern: str) -> Frame:
    """Return a frame whose pattern is compiled when first used, without regard to case."""
    return Frame(name, example, late.pattern("".join(pattern), re.IGNORECASE), finds)


NEAR: Final = rf"[^.;,]{{0,60}}?{LEVEL}"
PARTY: Final = (
    r"(?:the |an? )?(?:appellants?|agency|activity|representatives?|supervisors?"
    r"|employing office|union|command)"
)
_FOR: Final = (
    r"(?:grant(?:ed|ing)?|award(?:ed|ing)?|credit(?:ed|ing)?|assign(?:ed|ing|ment)?|allow(?:ed"
    r"|ing|ance)|gave|giving|chose|selected|accepted|approval|requests?|claim(?:s|ed)?"
    r"|choice|selection|arguments?|case|reliance|belief|assertions?|contentions?|view|bid|plea"
    r"|justification"
    r"|rationale|support|basis)"
)
_AGAINST: Final = (
    r"(?:refus(?:al|ed|ing)?|den(?:ial|ied|y|ying)|reject(?:ion|ed|ing)?|withh[eo]ld(?:ing)?"
    r"|objections?|reservations?|misgivings?|skepticism|objected|opposition|challenges?"
    r"|criticisms?|quarrel|doubts?|remov(?:al|ed"
    r"|ing)|reduced|lowered|withdrew|withdrawal"
    r"|declin(?:ed|ing)|failure|failed|disallowed|disputed|dismiss\w*|passed over"
    r"|did not (?:credit|assign|grant|award|allow)|not \w+ing|against)"
)
_ACT: Final = rf"(?:{_AGAINST}|{_FOR})"
_OPPOSED: Final = late.pattern(rf"\b{_AGAINST}\b", re.IGNORECASE)
_REPORTED: Final = rf"that (?P<said>[^;,]*{LEVEL}[^;,]*?)"
_WRONG: Final = (
    r"(?:can ?not stand|is not sustained|(?:is|was) (?:\w+ )?(?:in error|erroneous|mistaken"
    r"|incorrect|wrong|without (?:merit|foundation|basis|support|substance|weight|force)"
    r"|unfounded|unsupported|premature|hasty|overgenerous|unwarranted"
    r"|unpersuasive|not (?:\w+ )?(?:persuasive|supported|correct|proper|sustained|justified"
    r"|convincing|well[- ]founded|borne out|sustainable|tenable|valid)|untenable|misplaced"
    r"|overturned|reversed|set aside|rejected|too (?:\w+ )?(?:generous|lenient|high|liberal))"
    r"|lacks (?:merit|support|foundation|substance)|has no (?:merit|basis|foundation|substance"
    r"|force)|fails"
    r"|must fail|does not (?:stand|hold|withstand)\b|overlooks?|overlooked|ignore[sd]?"
    r"|disregard(?:s|ed)?"
    r"|neglect(?:s|ed)?|misreads?|misappli(?:es|ed)|misinterprets?|misunderst(?:ands?|ood)"
    r"|loses? sight"
    r"|did not (?:consider|recognize|take)|does not (?:consider|recognize|take))"
)
_DISAGREE: Final = (
    r"(?:disagree(?: with)?|(?:do not|cannot) (?:agree|concur|share|accept|adopt|subscribe"
    r"|endorse|find (?:any |much )?merit)|find (?:little|no|insufficient|scant) (?:\w+ )?(?:merit"
    r"|support|basis|substance|force)|take (?:exception|issue)|(?:are|were) (?:not (?:persuaded"
    r"|convinced)|unpersuaded)|reject|decline|(?:must )?(?:differ|part company)(?: with)?|depart"
    r" from|set aside|reverse"
    r"|overturn|overrule)"
)
_AGREE: Final = (
    r"(?:agree|concur|share|accept|adopt|endorse|find (?:\w+ )?(?:merit|support|substance|force)"
    r"|(?:are|were) (?:\w+ )?(?:persuaded|convinced|satisfied|in agreement|in accord)|affirm"
    r"|sustain|uphold)"
)
_OBJECT: Final = (
    r"\b(?:(?! and (?:therefore |instead )?(?:credit|assign|award|grant|allow|evaluate|rate"
    r"|restore|deny|refuse|withhold)\b)[^.;]){0,70}?"
    rf"(?:\b{_REPORTED}(?=;|, and with\b|$)|(?P<what>\b{_ACT}\b(?! that)[^.;,]{{0,30}}?){LEVEL})"
)

UNCONTESTED: Final = late.pattern(
    r"\b(?:not|n't|neither|nor|no)\b(?: [\w']+){0,5}? (?:contest|disput|disagree|question|challeng"
    r"|object|take issue|quarrel)\w*",
    re.IGNORECASE,
)


_WITHIN: Final = late.pattern(
    rf"\w (?!on|of|in|for|to|with|by)\w+ (?:that|which|who|whose) (?!(?:the|this|his|her|these|it"
    rf"|he|she|they)\b)[^,;]*{LEVEL}",
    re.IGNORECASE,
)


_FOLLOWS: Final = late.pattern(
    r"\band (?=(?:therefore|thus|accordingly|hence|consequently|so)\b)", re.IGNORECASE
)


def sign(clause: str) -> bool | None:
    """Return which way a clause points, or None.

    None also where the level stands in a clause within it ("surrendered the review that sets
    Level 2-4 apart"): its words are not the finding's.
    """
    if _WITHIN.search(clause):
        return None
    # "Are not regular and therefore may not be used for it": what follows has denials of its own.
    last = _FOLLOWS.split(clause)[-1]
    clause = last if re.search(LEVEL, last, re.IGNORECASE) else clause
    found = of_clause(clause)
    return None if found is None else found.met


def _judged(right: bool) -> Finds:
    """Return what is left of an act or a report when it is judged right, or wrong."""

    def finds(match: re.Match[str]) -> bool | None:
        parts = match.groupdict()
        if parts.get("said"):
            said = sign(parts["said"].rstrip(".") + ".")
            return None if said is None else said == right
        return right != (_OPPOSED.search(parts["what"]) is not None)

    return finds


def acts_against(words: str) -> bool:
    """Tell whether an act on a level is one against it: a denial, a refusal, an objection."""
    return _OPPOSED.search(words) is not None


def _should(match: re.Match[str]) -> bool:
    """Return that what should have been done is so, and what should not is not."""
    return (match["not"] is None) != (_OPPOSED.search(match["what"]) is not None)


def _said_to_be(match: re.Match[str]) -> bool:
    return (match["wrong"] is None) != (_OPPOSED.search(match["what"]) is not None)


def _overlooked(match: re.Match[str]) -> bool | None:
    """Return what was overlooked, which is so; what a level must have finds nothing."""
    said = match["said"]
    asked = re.search(r"\b(?:must|needs?|ha[sd]? to|have to|should|if|would)\b", said)
    return None if asked else sign(said)


def _undoubted(match: re.Match[str]) -> bool | None:
    return sign(match["said"]) is not False


def _left(match: re.Match[str]) -> bool:
    """Return that a level left as it was told is met, unless it was told to be denied."""
    return not acts_against(UNCONTESTED.sub("", match.string[: match.start()]))


def always(*, met: bool) -> Finds:
    """Return what finds the same wherever its frame fits."""

    def finds(_match: re.Match[str]) -> bool | None:
        return met

    return finds


def _by_mistake(match: re.Match[str]) -> bool | None:
    refused = _OPPOSED.search(match["what"]) is not None
    if match["not"]:
        # What was not refused by mistake may have been refused with reason, or granted.
        return None if refused else True
    return refused


def _rightly(match: re.Match[str]) -> bool | None:
    act = re.fullmatch(
        rf"{_ACT}|identified|determined|applied|found|credited|used|given|retained",
        match["what"],
        re.IGNORECASE,
    )
    if act is None:
        return None
    right = (match["right"] is None) == (match["not"] is not None)
    return right != (_OPPOSED.search(match["what"]) is not None)


FRAMES: Final = (
    frame(
        "somebody overlooked that it is so",
        "The agency failed to see that the lamps meet Level 4-4.",
        _overlooked,
        rf"^(?:\w+, )?{PARTY} (?:\w+ )?(?:fail(?:s|ed)? to|did not|does not|neglect(?:s|ed)? to"
        r"|overlook(?:s|ed)|ignore[sd]?|miss(?:es|ed)) ?(?:recognize|see|appreciate|realize"
        r"|consider|take into account|take account of|acknowledge|note|understand|credit)?"
        rf" ?(?:the fact )?{_REPORTED}$",
    ),
    frame(
        "an act was an error",
        "The agency erred when it refused Level 1-8.",
        _judged(right=False),
        r"\b(?:erred|was wrong|was mistaken|made an error|was incorrect|(?:is|was) in error"
        r"|misjudged)\b[^.;]{0,20}?\b(?:when"
        rf"|where|in|by|because|to)\b(?P<what>[^.;]{{0,20}}?\b{_ACT}\b{NEAR})",
    ),
    frame(
        "a thought was an error",
        "The agency is mistaken in thinking that the oil is too plain for Level 3-4.",
        _judged(right=False),
        r"\b(?:errs|erred|is wrong|was wrong|is mistaken|was mistaken) in (?:thinking|believing"
        rf"|holding|concluding|finding|assuming|asserting|supposing) {_REPORTED}$",
    ),
    frame(
        "to do it would be wrong",
        "To deny Level 4-3 would be to forget the lamps.",
        _judged(right=False),
        r"^(?:to|were we to|if we were to|for (?:[\w']+ ){1,3}to(?: have)?) "
        r"(?P<what>(?:den(?:y|ied)|refused?|withh[eo]ld|reject(?:ed)?|grant(?:ed)?|award(?:ed)?"
        rf"|credit(?:ed)?|assign(?:ed)?|allow(?:ed)?)\b{NEAR})\b[^;]* (?:would (?:\w+ )?(?:be"
        rf"|mean|have"
        r"|require|ignore|overlook|forget)|(?:had|has|needs|needed) to (?:overlook|ignore|forget"
        r"|disregard))\b",
    ),
    frame(
        "it should have been done",
        "The agency should not have credited Level 9-2.",
        _should,
        rf"\b{PARTY} (?:should|ought to|could properly|could rightly)(?P<not> not| never)? have"
        rf" (?P<what>"
        rf"{_ACT})\b{NEAR}",
    ),
    frame(
        "to say so would be wrong",
        "It would be inaccurate to describe the rounds as those of Level 2-3.",
        _said_to_be,
        r"\bit (?:would be|is|was) (?:\w+ )?(?:(?P<wrong>inaccurate|wrong|incorrect|misleading"
        r"|mistaken"
        r"|improper|inappropriate|unreasonable|unfair|an? (?:\w+ )?(?:mistake|error|stretch"
        r"|exaggeration"
        r"|overstatement|misreading|misuse|distortion|perversion|misapplication)(?: of"
        r" [^,;]{3,40}?)?)"
        r"|accurate|right|correct|proper|fair|appropriate|reasonable) to"
        r" (?P<what>\w+)"
        rf"{NEAR}",
    ),
    frame(
        "credit given in error",
        "Credit for Level 3-4 was withheld in error.",
        _by_mistake,
        rf"{LEVEL} (?:was|is|has been|had been) (?P<not>not |never )?(?:\w+ )?(?P<what>{_ACT}"
        rf"|given)"
        r" (?:in error|erroneously|wrongly|by mistake|improperly|incorrectly)",
    ),
    frame(
        "rightly or wrongly credited",
        "Level 7-3 has been correctly identified by the activity.",
        _rightly,
        rf"{LEVEL} (?:was|is|has been|had been) (?P<not>not |never )?(?:\w+"
        rf" )?(?:(?P<right>correctly"
        r"|properly|rightly|appropriately|justly|fairly|justifiably)|wrongly|incorrectly|improperly"
        r"|erroneously|mistakenly|unjustly|unfairly|inappropriately) (?P<what>\w+)\b(?!-)(?!"
        r" (?:when"
        r"|where|if|only)\b)",
    ),
    frame(
        "no quarrel with an act",
        "We have no quarrel with the finding at Level 3-3.",
        _judged(right=True),
        r"\b(?:we|there is|this office) (?:\w+ ){0,2}?(?:no|little) (?:\w+ )?(?:quarrel|dispute"
        r"|disagreement|difficulty|problem|argument|fault|issue) (?:with|in|over|about)"
        rf" (?P<what>[^;,]{{0,60}}?){LEVEL}",
    ),
    frame(
        "an act cannot stand",
        "The agency's refusal of Level 2-4 cannot stand.",
        _judged(right=False),
        rf"(?:'s|s'|his|her|their|the) (?P<what>(?:\w+ )?(?:{_ACT}|determination|finding|reading"
        rf"|evaluation|decision to \w+)\b(?! that)[^.;,]{{0,30}}?){LEVEL}[^.;,]{{0,40}}?"
        rf" (?:therefore |accordingly |thus )?{_WRONG}",
    ),
    frame(
        "no merit in an act",
        "There is no merit in the objection to Level 9-2.",
        _judged(right=False),
        r"\b(?:no|little|scant) (?:\w+ )?(?:merit|substance|force|weight) (?:in|to|attaches to)"
        rf" (?P<what>[^.;,]{{0,20}}?\b{_ACT}\b(?! that)[^.;,]{{0,20}}?){LEVEL}",
    ),
    frame(
        "a statement is unfounded",
        "The argument that the lamps fall below Level 1-8 is without foundation.",
        _judged(right=False),
        r"\b(?:argument|claim|contention|assertion|view|belief|statement|conclusion|finding"
        rf"|determination|position|notion|suggestion|rationale) {_REPORTED} {_WRONG}",
    ),
    frame(
        "we do not share a view",
        "We do not share the agency's view that oil rules out Level 2-5.",
        _judged(right=False),
        rf"\bwe (?:\w+ ){{0,2}}?{_DISAGREE}{_OBJECT}",
    ),
    frame(
        "we share a view",
        "We find merit in the appellant's argument for Level 3-4.",
        _judged(right=True),
        rf"\bwe (?:\w+ ){{0,2}}?{_AGREE}{_OBJECT}",
    ),
    frame(
        "no reason to change it",
        "The agency credited Level 3-3, and we see no reason to change it.",
        _left,
        rf"{LEVEL}[^;]*\b(?:we|and) (?:(?!not\b|cannot\b|never\b)\w+ ){{0,3}}"
        r"(?:(?:see|find|have|found|discloses?"
        r"|reveals?|shows?|offers?|gives?) no (?:reason|basis"
        r"|cause|grounds?) (?:to|for) (?:an? )?(?:change|disturb|alter|question|differ|disagree"
        r"|modify)|concur|agree|accept it|leave it"
        r"|find (?:it|them) (?:\w+ )?(?:correct|right|proper|appropriate))\b",
    ),
    frame(
        "nobody disputes that it is so",
        "It is not disputed that the lamps meet Level 1-6.",
        _judged(right=True),
        r"^(?:it is )?(?:not (?:disputed|contested|in dispute|questioned)|undisputed"
        rf"|uncontested) {_REPORTED}$",
    ),
    frame(
        "no doubt that it is so",
        "It can hardly be doubted that the lamps are those of Level 4-3.",
        _undoubted,
        r"\b(?:cannot|can not|no|little|hardly|not|without)\b[^.;,]{0,15}\b(?:doubt(?:ed|ful)?"
        rf"|disput(?:e|ed)|question(?:ed)?|denied|gainsaid)\b (?:\w+ )?{_REPORTED}$",
    ),
    frame(
        "credit withdrawn",
        "The agency allowed Level 8-2 for oil; we withdraw that credit.",
        always(met=False),
        rf"{LEVEL}[^;]*(?:; |, (?:but|and|so|yet) )(?:therefore )?(?:we|that credit|the credit)\b"
        r"[^.;]{0,15}\b(?:withdraw|rescind|remove|disallow|strike|is (?:withdrawn|removed))\b"
        rf"|{LEVEL}[^;]*, which we (?:have |must |therefore )*(?:reduced?|lower(?:ed)?|removed?"
        rf"|withdrawn?|withdrew"
        r"|overturn(?:ed)?|reversed?|set aside|rescind(?:ed)?)\b"
        rf"|{LEVEL}[^;]*, an? (?:\w+ )?(?:credit|finding|determination|level|evaluation"
        rf"|conclusion)"
        rf"(?: (?:that|which))? we (?:\w+ ){{0,2}}?(?:{_DISAGREE}|withdraw|rescind|remove"
        rf"|disallow"
        r"|take back|lower|reduce|correct|sustain not)\b",
    ),
)
