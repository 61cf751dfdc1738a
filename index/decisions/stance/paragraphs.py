"""What a paragraph of a decision does for a factor and level: its stance.

Decisions follow a set manner of writing. They restate what the standard requires at a
level, give what the appellant claims, then find that the position meets one level, does not
meet the next, and credit a level for its points. ``stance_cues`` reads one sentence in that
manner; here the sentences of a paragraph are weighed. A paragraph often does more than one of
these; what it finds outweighs what it recounts, because a reader who asks why a level was
refused looks for the finding.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.model import FactorId
from index.decisions.stance import cells, polarity
from index.decisions.stance import cues as stance_cues
from index.decisions.stance import levels as stance_levels
from index.decisions.stance.answering import answered
from index.decisions.stance.cues import claim
from index.decisions.stance.fronted import straight
from index.decisions.stance.rules import crediting, telling
from index.language import late, sentences, structure
from index.models import Passage, Stance

__all__ = ["claim", "label", "read"]

_FIRST_PERSON = late.pattern(r"(?<![\w-])(?:I|my|My|me|mine|myself)(?![\w-])")
_QUOTES_APPELLANT = late.pattern(
    r"\b(?:appellants?|he|she)\b[^.]*\b(?:expresses|explain\w*|stat(?:es|ed|ing)|writ(?:es|ing)|"
    r"wrote|argu\w+|assert\w*|claim\w*|contend\w*|describes|says|adds)\b",
    re.IGNORECASE,
)
_OPENS_QUOTE = late.pattern(r":\s*[\"”’]*$")
_SPOKEN_LEVEL = late.pattern(r"\b(?:level|FLD)\b|\bfull intent\b", re.IGNORECASE)
_FRONT = late.pattern(
    r"^(?:introduction|background|general issues|jurisdiction|(?:position|job) (?:information|"
    r"description)|duties|(?:pay (?:plan|category|system)|series|title|standard|coverage"
    r"|(?:occupational )?code)\b.*|summary|decision|conclusion|finality|decision sent to.*"
    r"|organi[sz]ational information|position information)",
    re.IGNORECASE,
)
_SUMMARY = late.pattern(r"^(?:summary|conclusion|decision)\b", re.IGNORECASE)
_LETTER = late.pattern(r"^dear\b", re.IGNORECASE)
_THIS_LEVEL = late.pattern(r"\bth(?:is|at) (?:factor )?level\b", re.IGNORECASE)
_NO_MORE = late.pattern(r"\b(?:agree|concur)(?: with [^,;:]{0,40})?[.\s]*$", re.IGNORECASE)
_REASON = 10
"""A finding of fewer words only restates what is credited."""
_SHORTEST = 300
_TURNING: frozenset[Stance] = frozenset({"claim", "standard", "met", "not_met", "credited"})
_FINDINGS: tuple[Stance, ...] = ("met", "not_met")


@dataclass(slots=True)
class _Reading:
    """What the sentences of one passage do, and the levels they do it for."""

    votes: Counter[Stance] = field(default_factory=Counter)
    levels: dict[Stance, Counter[str]] = field(default_factory=dict)
    topic: Stance | None = None
    reasons: int = 0
    agreed: bool = False
    told: tuple[str, ...] = ()

    def add(self, stance: Stance, levels: Sequence[str], words: int) -> None:
        """Count a sentence; the first finding is the topic and counts twice."""
        self.votes[stance] += 1
        self.reasons += stance in _FINDINGS and words >= _REASON
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
        if before is not None and cells.is_cell(before.level):
            # No sentence after it speaks of a cell as of "this level".
            before = before.model_copy(update={"level": None})
        last = _last_level(before, passage)
        goes_on = before is not None and passage.start - before.end == 1
        if quoting is not None and _is_quotation(passage):
            labelled.append(_as_claim(passage, quoting))
            quoting = None
            continue
        as_levels, names = cells.as_levels(passage)
        done = _label_one(as_levels, before if goes_on else None, last)
        if names:
            done = passage.model_copy(
                update={"stance": done.stance, "level": names.get(done.level or "")}
            )
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
    text = structure.fold_quotes(structure.fold_dashes(passage.text))
    if _FIRST_PERSON.search(text):
        return True
    decisive = {"met", "not_met", "credited", "standard", "comparison_refused"}
    return not decisive & set(read(text).votes) and "appellant" not in text.lower()


def _as_claim(passage: Passage, opening: Passage) -> Passage:
    levels = tuple(dict.fromkeys([*passage.levels, *([opening.level] if opening.level else [])]))
    return passage.model_copy(
        update={
            "stance": "claim",
            "level": opening.level,
            "levels": levels,
            "factor": passage.factor if passage.factor is not None else opening.factor,
        }
    )


def _last_level(before: Passage | None, passage: Passage) -> str | None:
    """Return the level the paragraph before spoke of, which "this level" then means."""
    return before.level if before is not None and before.heading == passage.heading else None


def _label_one(passage: Passage, before: Passage | None, last: str | None) -> Passage:
    text = structure.fold_quotes(structure.fold_dashes(passage.text))
    in_factor = _in_factor(passage)
    grades = by_grade(passage)
    reading = read(text, before, grades=grades, told=last)
    if not in_factor and not passage.levels and not (grades and _choose(reading)):
        return _with(passage, _outside_factors(text, reading), None)
    if not in_factor and any(_SUMMARY.match(h) for h in passage.heading):
        return _with(passage, "general", None)
    stance = _choose(reading)
    if stance is None:
        if before is not None and before.stance not in ("credited", "general"):
            return _with(passage, before.stance, passage.level or before.level)
        return _with(passage, "general", passage.level)
    named = reading.levels.get(stance, Counter())
    if stance == "credited" and not named:
        # OPM agrees with what was told last, not with what was claimed before it.
        named = Counter(reading.told)
    return _with(passage, stance, _level(passage, stance, named, before))


def _in_factor(passage: Passage) -> bool:
    return any(structure.factor_heading(h) or structure.factor_name(h) for h in passage.heading)


def _grades_count(passage: Passage) -> bool:
    """Tell whether a paragraph applies a standard that describes grades instead of levels.

    Such paragraphs stand under the name of what is measured. What comes before (procedure,
    duties, series) and after (summary, decision) speaks of grades without measuring.
    """
    own = [h for h in passage.heading if not _LETTER.match(h)]
    return bool(own) and not _FRONT.match(own[-1])


def by_grade(passage: Passage) -> bool:
    """Tell whether a paragraph applies a standard that describes grades instead of levels."""
    return not _in_factor(passage) and not passage.levels and _grades_count(passage)


def read(
    text: str,
    before: Passage | None = None,
    *,
    grades: bool = False,
    told: str | None = None,
) -> _Reading:
    """Read the sentences of a text whose dashes and quotation marks are folded.

    Args:
        text: A paragraph, or a piece of one.
        before: The piece before it, when the paragraph was cut.
        grades: Whether a grade counts as a level.
        told: The level the paragraph before spoke of.
    """
    reading = _Reading()
    if before is not None and before.stance in _FINDINGS:
        reading.topic = before.stance
        reading.votes[before.stance] += 1
    last = before.level if before is not None else None
    after_own = False
    opposed: tuple[str, ...] = ()
    told_last = ""
    before_this: Stance | None = None
    start = 0
    for end in sentences.ends(text):
        sentence = straight(structure.spelled_out(" ".join(text[start:end].split())))
        start = end
        if not sentence:
            continue
        agreeing = stance_cues.agrees(sentence)
        # What opens an agreement ("Based on our review of the record, we concur") is no reason.
        words = 0 if agreeing and _NO_MORE.search(sentence) else len(sentence.split())
        named = structure.levels_named(sentence)
        stance = stance_cues.of_sentence(
            sentence,
            names_level=bool(named),
            grades=grades,
            after_level=last is not None,
            after_own=after_own,
        )
        stance, signed = polarity.settled(sentence, stance, named)
        if crediting.LEVEL_ALONE.search(sentence):
            stance = None
        elif last and crediting.POINTS_ALONE.search(sentence):
            stance = "credited" if before_this not in ("claim", "not_met") else None
        before_this = stance
        if not named:
            was, stance = stance, answered(sentence, told_last, stance)
            agreeing = agreeing and was == stance
        after_own = after_own or (stance != "claim" and telling.OWN.search(sentence) is not None)
        spoken = _spoken(sentence, stance, named, last)
        if not spoken and told and _THIS_LEVEL.search(sentence):
            spoken = (told,)
        if stance is not None or telling.OWN.search(sentence):
            reading.agreed = agreeing
        if signed:
            for one, levels in signed.items():
                reading.add(one, levels, words)
            last, reading.told, opposed, told_last = named[0], named, (), sentence
            continue
        if stance == "comparison_refused" and len(named) > 1:
            reading.add("not_met", polarity.refused(sentence, named[:-1]), words)
            spoken = named[-1:]
        if stance is None and opposed and telling.OWN.search(sentence):
            # "In contrast, Level 2-4 asks for ...  The appellant does ...": it is not reached.
            stance, spoken, opposed = "not_met", opposed, ()
        elif stance == "standard" and stance_cues.opens_contrast(sentence):
            opposed = named
        elif stance is not None:
            opposed = ()
        if stance is not None:
            reading.add(stance, spoken, words)
        beside = [level for level in named if level not in spoken] if stance == "credited" else []
        if beside:
            # The reason that opens such a sentence says which level was not reached.
            reading.levels.setdefault("not_met", Counter()).update(beside)
        if named:
            last, told_last = named[0], sentence
            reading.told = named
    return reading


def _spoken(
    sentence: str, stance: Stance | None, named: tuple[str, ...], last: str | None
) -> tuple[str, ...]:
    """Return the levels a sentence does something for."""
    if stance == "claim":
        at = claim(sentence)
        # What an agency had credited is told beside a claim and is not the level claimed.
        if at is None or stance_cues.denies(sentence, at):
            return ()
        return stance_levels.levels_after(sentence, at) or named
    if named and stance == "credited":
        return stance_levels.levels_credited(sentence)
    if named and stance == "not_met":
        return stance_levels.levels_denied(sentence, stance_levels.capped(sentence, named))
    if named:
        # "No more than Level 2-3" refuses the next one; where it is met, it is itself.
        return named if stance == "met" else stance_levels.capped(sentence, named)
    refers = stance in _FINDINGS or _SPOKEN_LEVEL.search(sentence)
    return (last,) if last and refers else ()


def _outside_factors(text: str, reading: _Reading) -> Stance:
    """Return the stance of a paragraph on series, title or procedure."""
    if reading.votes["comparison_refused"]:
        return "comparison_refused"
    first = text[: sentences.ends(text)[0]]
    return "claim" if telling.BELIEVES.search(first) else "general"


def _choose(reading: _Reading) -> Stance | None:
    votes = reading.votes
    refused, credited = votes["comparison_refused"], votes["credited"]
    met, not_met = votes["met"], votes["not_met"]
    if refused and not_met <= 2 * refused and not met and sum(votes.values()) <= 4:
        return "comparison_refused"
    if credited and credited > reading.reasons:
        return "credited"
    # That OPM agrees with what was told, and no more, credits what was told.
    if reading.agreed and not not_met and not reading.reasons:
        return "credited"
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
        likely = [level for level in own if own[level] == best]
        # "It exceeds Level 1-5 and fully meets Level 1-6": the higher one is what is met.
        return max(likely) if stance == "met" else likely[0]
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
    if level is not None and (factor is None or not _of(level, factor)):
        factor = structure.factor_of(level)
    return passage.model_copy(
        update={"stance": stance, "level": level, "levels": levels, "factor": factor}
    )


def part(line: str) -> list[str]:
    """Return a line in pieces, one for each thing it does; the line itself when it does one.

    Captures of the text files of 1998 to 2009 hold a whole decision on one line. Its paragraphs
    cannot be had back, but within a factor each did one thing: so a break goes where the text
    turns from one thing (a claim, the standard, a finding, the credit) to another.
    """
    if len(line) < _SHORTEST:
        return [line]
    pieces: list[str] = []
    start = begun = 0
    doing: tuple[Stance, str] | None = None
    last = ""
    for end in sentences.ends(line):
        sentence = structure.fold_quotes(structure.fold_dashes(line[start:end])).strip()
        named = structure.levels_named(sentence)
        role = stance_cues.of_sentence(
            sentence, names_level=bool(named), grades=False, after_level=last != ""
        )
        last = named[0] if named else last
        if role in _TURNING and role is not None:
            turned = doing is not None and (
                role != doing[0] or (role == "standard" and bool(named) and named[0] != doing[1])
            )
            if turned:
                pieces.append(line[begun:start].strip())
                begun = start
            doing = (role, named[0] if named else (doing[1] if doing else ""))
        start = end
    pieces.append(line[begun:].strip())
    return [piece for piece in pieces if piece]
