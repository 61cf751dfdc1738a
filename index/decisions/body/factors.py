"""What a decision says of each factor: level sought, credited, points, levels refused, total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.model import FactorId
from index.decisions.body.tables import NUMBER, contacts_credited, number, summary_table
from index.decisions.stance import cells, polarity
from index.decisions.stance import cues as stance_cues
from index.decisions.stance import levels as stance_levels
from index.decisions.stance import paragraphs as stance
from index.decisions.stance.rules.crediting import CREDITED, POINTS_ALONE
from index.language import late, sentences, structure
from index.models import DecisionCriterion, DecisionFactor, Passage

Credits = dict[FactorId, tuple[str, int | None]]

_POINTS = late.pattern(rf"(?P<points>{NUMBER})\s+points\b", re.IGNORECASE)
_POINTS_BESIDE = late.pattern(
    rf"\b[1-9][AB]?-[1-9]\b,? ?(?:(?:is|are) (?:\w+ly )?(?:met|reached|proper|correct|right)"
    rf"(?: and (?:is )?(?:credited|assigned))?,? )?"
    rf"(?:\(|at |for |and |(?:and )?(?:earns?|receives?|gets?|(?:is )?worth|brings?|carries) )?"
    rf"(?:{NUMBER}) points\b",
    re.IGNORECASE,
)
_EXCEEDED = late.pattern(
    r"^(?:(?!\b(?:not?|nor|never|nothing|neither|cannot|without|hardly)\b)[^;])*?\b(?:exceed\w*"
    r"|surpass\w*|go(?:es)? beyond|(?:is|are) (?:above|beyond|higher than)) (?:the )?(?:(?:factor"
    r" )?level (?P<level>[1-9][AB]?-[1-9])|that level|it\b)",
    re.IGNORECASE,
)
OF_AGENCY = late.pattern(
    r"^(?!.*\bwe\b).*\b(?:agency|activity|command|bureau|personnel office)\b", re.IGNORECASE
)
_POINTS_LIST = late.pattern(
    rf"(?<![\d.-])(?:for )?((?:(?:{NUMBER}),? (?:and )?)+)points\b", re.IGNORECASE
)
_DENIES = late.pattern(
    r"\b(?:disagree|disput|contest|err|incorrect|improper|wrong)\w*$", re.IGNORECASE
)
_ERRED = late.pattern(r"\b(?:erred|in error|incorrectly|improperly|wrongly)\b", re.IGNORECASE)
_BELIEVES_FURTHER = late.pattern(
    r"\b(?:and|but|who|;) (?:instead )?(?:he |she |they )?(?:believes?|contends?|claims?"
    r"|asserts?|argues?|feels?|requests?|seeks?|states?|maintains?)\b",
    re.IGNORECASE,
)
_AGREES = late.pattern(
    r"\b(?:appellants?|he|she|they) (?:(?:and [^.]{0,20} )?(?:is|are) in (?:agreement|accord)"
    r"|\w+ agrees?|agrees?|concurs?)\b(?! that)",
    re.IGNORECASE,
)
_LETTERED = late.pattern(
    r"(?<![\w.-])(?P<level>[1-9][AB]?-[1-9])(?:(?P<letter>[a-d])(?![\w-])|\((?P<p>[a-d])\))",
    re.IGNORECASE,
)
_HEADED = late.pattern(r"\bfactors? [1-9](?:(?:,? and|,|/| &) ?[1-9]\b)*", re.IGNORECASE)
_DIGIT = late.pattern(r"[1-9]")
_GRADED = late.pattern(
    r"\b(?:(?:GS|GM|GL|WG|WL|WS|NA|NL|NS)[ -]?|grade )(?P<grade>\d{1,2})\b(?!-\d)", re.IGNORECASE
)

_GENERAL = late.pattern(
    r"^(?:evaluation|grade(?: level)? determination|analysis|discussion|findings)\b", re.IGNORECASE
)
"""Headings over a whole evaluation, which name no criterion."""
_KIND_GRADED = late.pattern(
    r"\b(?:the |his |her |your )(?P<kind>(?:[a-z-]+ ){1,5}?(?:duties|work|functions))"
    r"(?:, [^,;]{3,90},)?(?: (?:is|are) (?:\w+ )?(?:evaluated|graded|classified|credited))?"
    rf",? (?:at|as) (?:the )?{_GRADED.pattern}",
    re.IGNORECASE,
)
"""A kind of work with its grade, in a sentence that grades several: leader duties, own work."""
_GRADE_LEVEL = late.pattern(rf"(?:the )?{_GRADED.pattern}(?: (?:grade )?level\b)?", re.IGNORECASE)
"""A grade that a criterion is held to, as a level is: "the GS-9 level", "grade 10"."""


def factors(flat: str, passages: Sequence[Passage]) -> tuple[DecisionFactor, ...]:
    """Put together what headings, findings and the summary table say of each factor.

    Args:
        flat: The decision's text on one line with plain dashes.
        passages: Its passages as labelled.
    """
    credited = _in_headings(passages)
    credited.update(_in_sentences(passages))
    rows = list(summary_table(flat))
    said = contacts_credited(flat)
    if said is not None and not any(row.factor == "6/7" for row in rows):
        rows.append(said)
    for row in rows:
        if row.points is None:
            continue
        if "/" not in row.factor:
            credited[structure.factor_id(row.factor)] = (row.level, row.points)
        elif not {6, 7} <= credited.keys():
            # A chart for both factors gives one level and one value; neither has its own.
            credited = {k: v for k, v in credited.items() if k not in (6, 7)}
            credited[row.factor] = (row.level, row.points)
    sought = _sought(passages)
    refused = _refused(passages, credited)
    for factor, levels in _found_met(passages).items():
        charted = str(factor) in ("6", "7") and "6/7" in credited
        below = [level for level in levels if level < min(refused.get(factor, {"~"}))]
        if below and factor not in credited and not charted:
            credited[factor] = (max(below), None)
    lettered = _lettered(flat)
    return tuple(
        DecisionFactor(
            factor=factor,
            sought=_with_letter(sought.get(factor), lettered),
            credited=_with_letter(credited[factor][0], lettered) if factor in credited else None,
            points=credited[factor][1] if factor in credited else None,
            rejected=tuple(
                sorted(
                    named
                    for level in refused.get(factor, set())
                    | _implied(sought.get(factor), credited.get(factor, (None, None))[0])
                    for named in (
                        [f"{level}{letter}" for letter in lettered.get(level, ())] or [level]
                    )
                )
            ),
        )
        for factor in sorted({*credited, *sought, *refused}, key=lambda f: (str(f)[0], str(f)))
    )


def _lettered(flat: str) -> dict[str, set[str]]:
    """Return the letters a decision prints with each level: guides letter a level's paragraphs."""
    found: dict[str, set[str]] = {}
    for match in _LETTERED.finditer(flat):
        found.setdefault(match["level"].upper(), set()).add((match["letter"] or match["p"]).lower())
    return found


def _with_letter(level: str | None, lettered: dict[str, set[str]]) -> str | None:
    """Return a level with its letter, where the decision prints it with one only."""
    letters = lettered.get(level or "", set())
    return f"{level}{next(iter(letters))}" if len(letters) == 1 else level


def _in_headings(passages: Sequence[Passage]) -> Credits:
    """Read headings that state the credit: ``Factor 2, Supervisory Controls, Level 2-3``."""
    found: Credits = {}
    for heading in dict.fromkeys(h for passage in passages for h in passage.heading):
        alone = structure.level_heading(heading)
        if alone is not None and alone.points is not None:
            found.setdefault(structure.factor_of(alone.level), (alone.level, alone.points))
        factor = structure.factor_heading(heading)
        levels = structure.levels_named(heading)
        if factor is None or len(levels) != 1:
            continue
        points = _POINTS.search(heading)
        found[factor.factor] = (levels[0], number(points["points"]) if points else None)
    return found


def _in_sentences(passages: Sequence[Passage]) -> Credits:
    """Read sentences that credit one or more levels, with their points where they give them."""
    found: Credits = {}
    for passage in passages:
        said = list(sentences_of(passage))
        readings = [stance.read(sentence).levels for sentence in said]
        agreed = passage.stance == "credited" and not any("credited" in one for one in readings)
        told: tuple[str, ...] = ()
        found_so = open_ = False
        points_told = ""
        for sentence, one in zip(said, readings, strict=True):
            levels = structure.levels_named(sentence)
            met = one.get("met", ())
            if levels and "credited" in one:
                beside = points_told if tuple(one["credited"]) == told else ""
                _credit(found, passage, tuple(one["credited"]), f"{sentence} {beside}")
            elif agreed and stance_cues.agrees(sentence):
                _credit(found, passage, levels or told, f"{sentence} {points_told}")
            elif (
                len(levels) == 1
                and levels[0] in met
                and _POINTS_BESIDE.search(sentence)
                and not OF_AGENCY.search(sentence)
                and structure.factor_of(levels[0]) not in found
            ):
                # Whoever gives the points of the level that is met credits it.
                _credit(found, passage, levels, sentence)
            elif (
                not levels
                and len(told) == 1
                and (
                    (found_so and _credits_points(sentence))
                    or (open_ and POINTS_ALONE.search(sentence))
                )
            ):
                _credit(found, passage, told, sentence)
            if levels:
                points_told = sentence if _POINTS_BESIDE.search(sentence) else ""
                found_so = bool(met)
                open_ = not {"claim", "not_met"} & one.keys() and not OF_AGENCY.search(sentence)
            told = levels or told
    return found


def _credits_points(sentence: str) -> bool:
    """Tell whether a sentence credits points of a level that was told just before it."""
    return bool(CREDITED.search(sentence)) and _POINTS.search(sentence) is not None


def _credit(found: Credits, passage: Passage, levels: Sequence[str], sentence: str) -> None:
    points = _points_of(sentence, len(levels))
    for level, value in zip(levels, points, strict=True):
        factor = structure.factor_of(level)
        known = found.get(factor)
        if value is None and known is not None and known[0] == level:
            continue
        if len(levels) > 1 or _of(passage, factor):
            found[factor] = (level, value)


def _points_of(sentence: str, count: int) -> list[int | None]:
    """Return the points a sentence gives, one for each of its levels, or None for each."""
    listed = _POINTS_LIST.search(sentence)
    values = [number(v) for v in re.findall(NUMBER, listed[1])] if listed else []
    return list(values) if len(values) == count else [None] * count


def _of(passage: Passage, factor: FactorId) -> bool:
    """Tell whether a passage may speak of a factor: it stands under it, or under none.

    A heading can name several: ``Factor 6, Personal Contacts, and Factor 7, Purpose of
    Contacts``, ``Factors 8 and 9``.
    """
    listed = {n for h in passage.heading for m in _HEADED.finditer(h) for n in _DIGIT.findall(m[0])}
    if passage.factor is not None:
        listed.add(str(passage.factor)[0])
    return not listed or str(factor)[0] in listed


def sentences_of(passage: Passage) -> Iterator[str]:
    """Yield the sentences of a passage, each on one line with plain dashes and quotation marks."""
    for sentence, _ in quotable(passage):
        yield sentence


def quotable(passage: Passage) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a passage as ``sentences_of`` does, each with its own words."""
    # Folding keeps the length of a text, so that one span serves both.
    text = structure.fold_quotes(structure.fold_dashes(passage.text))
    start = 0
    for end in sentences.ends(text):
        sentence = " ".join(text[start:end].split())
        exact = " ".join(passage.text[start:end].split())
        start = end
        if sentence:
            yield sentence, exact


def _sought(passages: Sequence[Passage]) -> dict[FactorId, str]:
    """Return the level the appellant asks for, factor by factor."""
    found: dict[FactorId, str] = {}
    for passage in passages:
        if passage.stance == "claim" and passage.level and cells.is_cell(passage.level):
            found["6/7"] = passage.level
            continue
        for sentence in sentences_of(passage):
            levels = _levels_sought(sentence)
            for level in levels:
                factor = structure.factor_of(level)
                if len({structure.factor_of(one) for one in levels}) > 1 or _of(passage, factor):
                    found[factor] = max(found.get(factor, level), level)
    return found


def _levels_sought(sentence: str) -> tuple[str, ...]:
    at = stance.claim(sentence)
    agreed = structure.levels_named(sentence) if _AGREES.search(sentence) else ()
    if at is None or len(agreed) > 1:
        # A list of levels that are not in dispute says what is left aside, not what is asked.
        return agreed if len(agreed) == 1 else ()
    # What an appellant disagrees with is what the agency credited.
    if _DENIES.search(sentence[:at]):
        further = _BELIEVES_FURTHER.search(sentence, at)
        return stance_levels.levels_after(sentence, further.end()) if further else ()
    if _ERRED.search(sentence):
        return ()
    return stance_levels.levels_after(sentence, at) or structure.levels_named(sentence)


def _refused(passages: Sequence[Passage], credited: Credits) -> dict[FactorId, set[str]]:
    """Return the levels above the credited one that a decision finds not met."""
    found: dict[FactorId, set[str]] = {}
    for passage in passages:
        if passage.stance in ("standard", "general"):
            continue
        text = structure.fold_quotes(structure.fold_dashes(passage.text))
        named = set(stance.read(text).levels.get("not_met", ()))
        if passage.stance == "not_met" and cells.is_cell(passage.level):
            if "6/7" in credited and credited["6/7"][0] != passage.level:
                found.setdefault("6/7", set()).add(str(passage.level))
            continue
        if passage.stance == "not_met" and passage.level:
            named.add(passage.level)
        for level in named:
            factor = structure.factor_of(level)
            own = _of(passage, factor)
            above = factor not in credited or level > credited[factor][0]
            if own and above:
                found.setdefault(factor, set()).add(level)
    return found


def _found_met(passages: Sequence[Passage]) -> dict[FactorId, set[str]]:
    """Return the levels of each factor that a decision finds met.

    Where nothing says "credited" the highest that is not refused is the credit. Left out is what
    the work is said to exceed, for then a higher one is meant.
    """
    found: dict[FactorId, set[str]] = {}
    for passage in passages:
        if passage.stance not in ("met", "credited", "not_met"):
            continue
        for sentence in sentences_of(passage):
            over = _EXCEEDED.match(sentence)
            read = stance.read(sentence).levels
            for level in [*read.get("met", ()), *read.get("credited", ())]:
                factor = structure.factor_of(level)
                if _of(passage, factor) and not (over and over["level"] in (None, level)):
                    found.setdefault(factor, set()).add(level)
    return found


def _implied(sought: str | None, credited: str | None) -> set[str]:
    """Return the level just above the credited one when it was sought: it was not credited."""
    if sought is None or credited is None:
        return set()
    factor, _, rank = credited.partition("-")
    return {sought} if rank[:1].isdigit() and sought == f"{factor}-{int(rank[0]) + 1}" else set()


def criteria(passages: Sequence[Passage]) -> tuple[DecisionCriterion, ...]:
    """Return the grade found on each criterion of a standard without points.

    The grade is the one credited; where a criterion only is found to meet grades, the highest
    of them that is not refused.
    """
    found: dict[str, int] = {}
    met: dict[str, int] = {}
    for passage in passages:
        if not passage.heading or passage.factor is not None or not stance.by_grade(passage):
            continue
        name = passage.heading[-1]
        for sentence in sentences_of(passage):
            role = stance_cues.of_sentence(
                sentence, names_level=False, grades=True, after_level=False
            )
            graded = _GRADED.findall(sentence)
            if role == "credited" and graded:
                found[name] = int(graded[-1])
            elif role != "claim" and graded and not _GENERAL.match(name):
                for grade in _grades_met(sentence):
                    met[name] = max(met.get(name, 0), grade)
    graded_apart = _kinds_graded(passages)
    listed = dict.fromkeys(p.heading[-1] for p in passages if p.heading)
    grades = {**met, **found}
    own = [
        name for name in listed if name in grades and not (graded_apart and _GENERAL.match(name))
    ]
    return tuple(
        DecisionCriterion(name=name, grade=grade)
        for name, grade in [*((name, grades[name]) for name in own), *graded_apart.items()]
    )


def _kinds_graded(passages: Sequence[Passage]) -> dict[str, int]:
    """Return the grade of each kind of work, where several are graded: in one sentence or more."""
    found: dict[str, int] = {}
    for passage in passages:
        for sentence in sentences_of(passage) if passage.factor is None else ():
            if OF_AGENCY.search(sentence) or stance.claim(sentence) is not None:
                continue
            for one in _KIND_GRADED.finditer(sentence):
                found[one["kind"][:1].upper() + one["kind"][1:]] = int(one["grade"])
    return found if len(found) > 1 else {}


def _grades_met(sentence: str) -> list[int]:
    """Return the grades a sentence finds met, read as levels in their order are read."""
    grades = sorted({int(grade) for grade in _GRADED.findall(sentence)})[:9]
    as_levels = {grade: f"1-{rank}" for rank, grade in enumerate(grades, start=1)}
    text = _GRADE_LEVEL.sub(
        lambda found: f"Level {as_levels.get(int(found['grade']), '')}", sentence
    )
    named = structure.levels_named(text)
    said = stance_cues.of_sentence(text, names_level=bool(named), grades=False, after_level=False)
    role, signed = polarity.settled(text, said, named)
    if not signed and role in ("met", "credited"):
        signed = {"met": stance_levels.capped(text, named)}
    found = [one for key in ("met", "credited") for one in signed.get(key, ())]
    return [grade for grade, level in as_levels.items() if level in found]
