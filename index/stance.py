"""What a paragraph of a decision does for a factor and level: its stance.

Decisions follow a set manner of writing. They restate what the standard requires at a
level, give what the appellant claims, then find that the position meets one level, does not
meet the next, and credit a level for its points. The cues below are the set phrases of that
manner. A paragraph often does more than one of these; what it finds outweighs what it
recounts, because a reader who asks why a level was refused looks for the finding.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.models import FactorId
from index import sentences, structure
from index.models import Passage, Stance

_LEVEL = r"(?:factor\s+|subfactor\s+)?levels?\b"
_HERE = (
    r"(?:(?:factor\s+|subfactor\s+)?levels?\s+[1-9][AB]?-[1-9]|"
    r"th(?:is|at|e next|e higher|e lower) (?:higher |lower |next |factor )?level\b|"
    r"(?:the )?full intent)"
)

_CREDITED = re.compile(
    rf"{_LEVEL}[^.]{{0,40}}\b(?:is|are|was)\b[^.]{{0,30}}\b(?:credited|assigned|awarded)\b"
    rf"|\b(?:credit(?:ed|able)?|evaluat\w+|assigned?|awarded|"
    rf"graded)\b[^.]{{0,60}}{_LEVEL}[^.]*\bpoints?\b"
    r"|\bpoints? (?:is|are) (?:credited|assigned|awarded)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:cannot|can not|may not|do not|did not|will not|need not|unable to|no need to|"
    r"not necessary to|not appropriate to)\b[^.]{0,40}\b(?:compare|consider|address|discuss|"
    r"evaluate)\b"
    r"|\bcompar\w+[^.]{0,60}\b(?:is|are) (?:not (?:permitted|required|necessary)|precluded|"
    r"barred)\b"
    r"|\bwe (?:did not|do not|will not) (?:compare|address|discuss)\b",
    re.IGNORECASE,
)
_OTHER_POSITIONS = re.compile(r"\b(?:other|another|similar) (?:positions?|jobs?)\b", re.IGNORECASE)
_NOT_EXCEED = re.compile(
    r"\b(?:not|nor|neither) (?:to )?(?:exceed|surpass|go beyond)|\bnot exceed", re.IGNORECASE
)
_NEGATION = re.compile(
    r"\b(?:not|nor|neither|never|cannot|lacks?|lacking|without|rather than|precludes?|"
    r"instead)\b|n't\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    rf"\bunlike (?:{_HERE}|the (?:work|duties|positions|employees) )|\bin contrast (?:to|with)\b|"
    r"\bcontrasted with\b|\bfalls? (?:far |well )?short\b|\bfails? to (?:meet|fully meet|reach)\b|"
    r"\b(?:is|are|was) not (?:fully )?met\b|\bbelow (?:the )?(?:level|threshold)\b|"
    r"\bdo(?:es)? not (?:fully |quite )?(?:meet|reach|rise to|equate to|approach)\b|"
    r"\bless(?:er)? (?:programmatic )?(?:impact|than|demanding|complex)\b",
    re.IGNORECASE,
)
_MET = re.compile(
    rf"\b(?:meets?|met|meeting|matches|matched|reaches|satisf(?:y|ies))\b[^.]{{0,60}}{_HERE}"
    rf"|\bsimilar(?:ly)?(?: to)? {_HERE}|^similarly\b|\b(?:as|and,? as) at {_HERE}|\blike {_HERE}"
    rf"|\b(?:consistent with|comparable to|typical of|characteristic of|equivalent to|equates? to|"
    rf"indicative of|commensurate with|best (?:characterized|matched|described|"
    rf"evaluated) (?:at|by))"
    rf"[^.]{{0,40}}{_HERE}"
    rf"|\bas (?:is )?(?:described|expected|depicted|found|defined|required|discussed|stated|"
    rf"intended|"
    rf"envisioned|illustrated|credited|contemplated|specified|outlined|provided) (?:at|in|by|"
    rf"under|for) "
    rf"{_HERE}"
    rf"|\b(?:credited|creditable|evaluated|placed) at {_HERE}|\b(?:is|are) (?:fully )?met\b"
    rf"|\b(?:described|found|expected|depicted) at {_HERE}",
    re.IGNORECASE,
)
_BELIEF = (
    r"(?:seeks?|sought|believes?|believed|claims|claimed|contends?|contended|asserts?|asserted|"
    r"argues?|argued|maintains|disagrees?|disagreed|feels|felt)"
)
_SAYING = (
    r"(?:states?|stated|stating|says|said|indicates?|indicated|stresses|emphasi[sz]es|points out|"
    r"notes that|offers|requests? (?:that|credit)|explains?)"
)
_CLAIM = re.compile(
    rf"^(?!if\b|whether\b)(?:[^.]{{0,40}}\b)?(?:appellants?|he|she|they|representatives?)\b"
    rf"[^.]{{0,60}}\b(?:{_BELIEF}|{_SAYING})\b|"
    r"\b(?:appellant's|appellants'|his|her|their) (?:rationale|claims?|contentions?|arguments?|"
    r"belief|appeal (?:letter|rationale))\b|\baccording to the appellants?\b",
    re.IGNORECASE,
)
_BELIEVES = re.compile(
    rf"^(?!if\b)(?:[^.]{{0,30}}\b)?(?:appellants?|representatives?)\b[^.]{{0,30}}\b{_BELIEF}\b",
    re.IGNORECASE,
)
_OF_APPELLANT = re.compile(
    r"\b(?:appellant|appellants|appellant's|appellants'|he|she)\b|\b(?<!or )(?:his|her)\b(?! or)|"
    r"\b(?:the|this) (?:position|subject position|appealed position)\b|\bwe (?:find|found|conclude|"
    r"agree|determine|consider|also find)\b",
    re.IGNORECASE,
)
_STANDARD = re.compile(
    rf"^(?:(?:in addition|also|further|however),? )?(?:at|under) {_HERE}"
    rf"|^{_LEVEL} [0-9A-Z-]+ (?:\([^)]*\) )?(?:includes?|covers?|describes?|requires?|involves?|is|"
    rf"applies|represents|recognizes|contemplates|credits?|assumes|states|provides?)"
    rf"|^(?:[a-z-]+ ){{1,9}}(?:at|to|in|under|of) {_HERE}[^.]{{0,30}}\b(?:requires?|includes?|"
    rf"involves?|"
    rf"are|is|use|perform|may|describes?|covers?|deal)"
    rf"|\b(?:also )?(?:covered|included|characteristic|exemplified|typical)[^.]{{0,40}} at {_HERE}"
    rf"|\bat th(?:is|e) level,? "
    r"|\bthe (?:standard|pcs|guide|jfs|primary standard|fld)s?\b[^.]{0,40}\b(?:describes?|"
    r"provides?|"
    r"states?|defines?|indicates?|says)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"(?<![\w-])(?:I|my|My|me|mine|myself)(?![\w-])")
_QUOTES_APPELLANT = re.compile(
    r"\bappellants?\b[^.]*\b(?:expresses|explain\w*|stat(?:es|ed|ing)|writ(?:es|ing)|wrote|argu\w+|"
    r"assert\w*|claim\w*|contend\w*|describes)\b",
    re.IGNORECASE,
)
_OPENS_QUOTE = re.compile(r":\s*[\"”’]*$")
_POINTS = re.compile(r"\bpoints?\b", re.IGNORECASE)
_SHORT = 260
_FINDINGS: tuple[Stance, ...] = ("met", "not_met")


@dataclass(slots=True)
class _Reading:
    """What the sentences of one passage do, and the levels they do it for."""

    votes: Counter[Stance] = field(default_factory=Counter)
    levels: dict[Stance, Counter[str]] = field(default_factory=dict)
    topic: Stance | None = None

    def add(self, stance: Stance, levels: Sequence[str]) -> None:
        """Count a sentence; the first finding is the topic and counts twice."""
        self.votes[stance] += 1
        self.levels.setdefault(stance, Counter()).update(levels)
        if self.topic is None and stance in _FINDINGS:
            self.topic = stance
            self.votes[stance] += 1


def label(passages: Sequence[Passage]) -> list[Passage]:
    """Return a decision's passages with stance, and the factor and level it is for.

    Pieces of one long paragraph that say nothing decisive themselves go with the piece
    before them. A quotation that a claim opens is part of the claim.
    """
    labelled: list[Passage] = []
    quoting: Passage | None = None
    for passage in passages:
        before = labelled[-1] if labelled else None
        goes_on = before is not None and passage.start - before.end == 1
        if quoting is not None and _is_quotation(passage):
            labelled.append(_as_claim(passage, quoting))
            quoting = None
            continue
        done = _label_one(passage, before if goes_on else None)
        if goes_on and before is not None and done.stance in _FINDINGS:
            labelled[-1] = _carried_back(before, done)
        quoting = done if _opens_quotation(done) else None
        labelled.append(done)
    return labelled


def _opens_quotation(passage: Passage) -> bool:
    """Tell whether a paragraph ends by introducing the appellant's own words."""
    if not _OPENS_QUOTE.search(passage.text):
        return False
    text = structure.fold_quotes(structure.fold_dashes(passage.text))
    stops = sentences.ends(text)
    last = text[stops[-2] if len(stops) > 1 else 0 :].strip()
    return passage.stance == "claim" or bool(_QUOTES_APPELLANT.search(last))


def _carried_back(before: Passage, done: Passage) -> Passage:
    """Let the opening of a paragraph that only tells facts go with its finding."""
    if before.stance != "general" or before.level is not None:
        return before
    return _with(before, done.stance, done.level)


def _is_quotation(passage: Passage) -> bool:
    """Tell whether a paragraph is the appellant's own words after a colon."""
    text = structure.fold_quotes(passage.text)
    if _FIRST_PERSON.search(text):
        return True
    return not _decisive(text) and "appellant" not in text.lower()


def _decisive(text: str) -> bool:
    return bool(_CONTRAST.search(text) or _CREDITED.search(text) or _STANDARD.search(text))


def _as_claim(passage: Passage, claim: Passage) -> Passage:
    levels = tuple(dict.fromkeys([*passage.levels, *([claim.level] if claim.level else [])]))
    return passage.model_copy(
        update={
            "stance": "claim",
            "level": claim.level,
            "levels": levels,
            "factor": passage.factor if passage.factor is not None else claim.factor,
        }
    )


def _label_one(passage: Passage, before: Passage | None) -> Passage:
    text = structure.fold_quotes(structure.fold_dashes(passage.text))
    if len(text) < _SHORT and _CREDITED.search(text) and _POINTS.search(text):
        levels = structure.levels_named(text) or passage.levels
        return _with(passage, "credited", levels[0] if levels else None)
    reading = read(text, before)
    if not _in_factor(passage) and not passage.levels:
        return _with(passage, _outside_factors(text, reading), None)
    stance = _choose(reading)
    if stance is None:
        if before is not None and before.stance not in ("credited", "general"):
            return _with(passage, before.stance, passage.level or before.level)
        return _with(passage, "general", passage.level)
    named = reading.levels.get(stance, Counter())
    level = _level(passage, stance, named, before)
    return _with(passage, stance, level)


def _in_factor(passage: Passage) -> bool:
    return any(structure.factor_heading(h) or structure.factor_name(h) for h in passage.heading)


def claim(sentence: str) -> int | None:
    """Return where in a sentence an appellant's claim begins, or None when there is none.

    The sentence has its dashes and quotation marks folded.
    """
    match = _CLAIM.search(sentence)
    return match.start() if match else None


def read(text: str, before: Passage | None = None) -> _Reading:
    """Read the sentences of a text whose dashes and quotation marks are folded."""
    reading = _Reading()
    if before is not None and before.stance in _FINDINGS:
        reading.topic = before.stance
        reading.votes[before.stance] += 1
    last = before.level if before is not None else None
    start = 0
    for end in sentences.ends(text):
        sentence = " ".join(text[start:end].split())
        start = end
        if not sentence:
            continue
        named = structure.levels_named(sentence)
        stance = _sentence(sentence, bool(named))
        spoken = named or (
            (last,) if last and re.search(r"\blevel\b", sentence, re.IGNORECASE) else ()
        )
        if stance == "comparison_refused" and len(named) > 1:
            reading.add("not_met", named[:-1])
            spoken = named[-1:]
        if stance is not None:
            reading.add(stance, spoken)
        if named:
            last = named[0]
    return reading


def _sentence(sentence: str, names_level: bool) -> Stance | None:
    """Return what one sentence does, or None when it only tells facts."""
    speaks_of_level = names_level or bool(re.search(_HERE, sentence, re.IGNORECASE))
    own = bool(_OF_APPELLANT.search(sentence))
    if _REFUSED.search(sentence) and (names_level or _OTHER_POSITIONS.search(sentence)):
        return "comparison_refused"
    if speaks_of_level and _STANDARD.search(sentence) and not own:
        return "standard"
    if speaks_of_level and _NOT_EXCEED.search(sentence):
        return "met"
    claims = _CLAIM.search(sentence)
    if claims and (claims.start() < 40 or not _CONTRAST.search(sentence)):
        return "claim"
    if _CONTRAST.search(sentence) and (speaks_of_level or own):
        return "not_met"
    if not speaks_of_level:
        return "met" if re.match(r"similarly\b", sentence, re.IGNORECASE) and own else None
    if _MET.search(sentence):
        return "not_met" if _negated(sentence) else "met"
    if _NEGATION.search(sentence) and own:
        return "not_met"
    if _STANDARD.search(sentence):
        return "standard"
    return None


def _negated(sentence: str) -> bool:
    """Tell whether the statement about a level is denied, not something beside it."""
    match = _MET.search(sentence)
    if match is None:
        return False
    negations = [m.start() for m in _NEGATION.finditer(sentence)]
    return any(at < match.end() for at in negations)


def _outside_factors(text: str, reading: _Reading) -> Stance:
    """Return the stance of a paragraph on series, title or procedure."""
    if reading.votes["comparison_refused"]:
        return "comparison_refused"
    first = text[: sentences.ends(text)[0]]
    return "claim" if _BELIEVES.search(first) else "general"


def _choose(reading: _Reading) -> Stance | None:
    votes = reading.votes
    refused = votes["comparison_refused"]
    met, not_met = votes["met"], votes["not_met"]
    if refused and not_met <= 2 * refused and not met and sum(votes.values()) <= 4:
        return "comparison_refused"
    if met or not_met:
        if met == not_met:
            return reading.topic
        return "met" if met > not_met else "not_met"
    if refused:
        return "comparison_refused"
    if votes["claim"] >= max(1, votes["standard"]):
        return "claim"
    return "standard" if votes["standard"] else None


def _level(
    passage: Passage, stance: Stance, named: Counter[str], before: Passage | None
) -> str | None:
    factor = passage.factor if _in_factor(passage) else None
    own = Counter({level: n for level, n in named.items() if factor is None or _of(level, factor)})
    if own:
        best = max(own.values())
        return next(level for level in own if own[level] == best)
    if before is not None and before.stance == stance:
        return before.level
    return passage.level


def _of(level: str, factor: FactorId) -> bool:
    return str(structure.factor_of(level)).rstrip("AB") == str(factor).rstrip("AB")


def _with(passage: Passage, stance: Stance, level: str | None) -> Passage:
    levels = passage.levels
    if level is not None and level not in levels:
        levels = (*levels, level)
    factor = passage.factor
    if factor is None and level is not None:
        factor = structure.factor_of(level)
    return passage.model_copy(
        update={"stance": stance, "level": level, "levels": levels, "factor": factor}
    )
