"""What a decision says of each factor: level sought, credited, points, levels refused, total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.models import FactorId
from index import sentences, stance, stance_cues, structure
from index.models import DecisionCriterion, DecisionFactor, DecisionRow, Passage

Credits = dict[FactorId, tuple[str, int | None]]

_NUMBER = r"\d{1,3}(?:,\d{3})|\d{1,4}"
_ROW = re.compile(
    rf"(?<![\d.-])(?:factor\s+)?(?P<factor>[1-9][AB]?|I{{1,3}}|IV|VI{{0,3}}|IX)\s*[.):,-]?"
    rf"\s+[A-Za-z][A-Za-z ,/&'()-]{{3,60}}?[\s,:-]+"
    rf"(?:(?:factor )?level\s+"
    rf"|FLD\s+)?(?P<level>(?:[1-9][AB]?)-[1-9])[\s,:(-]+(?P<points>{_NUMBER})\b"
    rf"(?!-\d)",
    re.IGNORECASE,
)
_NAMED_ROW = re.compile(
    rf"\b(?:{'|'.join(name for name in structure.FACTOR_NAMES.values())}|Knowledge Required)"
    rf"[\s,:.-]+(?:(?:factor )?level\s+|FLD\s+)?(?P<level>[1-9]-[1-9])[\s,:(-]+"
    rf"(?P<points>{_NUMBER})\b"
    rf"(?!-\d)",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"(?:\b6\.?\s*(?:and|&|/)\s*7\.?[^\d]{0,70}?|\bpersonal contacts,?\s*(?:and|&|/)\s*purpose of "
    r"contacts[\s,:.-]*(?:level )?)"
    rf"(?P<level>[1-4]-?[a-d])[\s,:(-]+(?P<points>{_NUMBER})\b",
    re.IGNORECASE,
)
_POINTS = re.compile(rf"(?P<points>{_NUMBER})\s+points\b", re.IGNORECASE)
_POINTS_LIST = re.compile(
    rf"(?<![\d.-])(?:for )?((?:(?:{_NUMBER}),? (?:and )?)+)points\b", re.IGNORECASE
)
_TOTAL = re.compile(
    r"\btotal(?:s|ed|ing)?\b[^.\d]{0,40}?(?<![-\d])(?P<points>\d{1,3}(?:,\d{3})|\d{3,4})\b(?!-\d)"
    r"|\b(?P<points2>\d{1,3}(?:,\d{3})|\d{3,4}) total points\b",
    re.IGNORECASE,
)
_GRADE = re.compile(r"\b(?:GS|GL|GG|GM|grade)[ -]*(?P<grade>\d{1,2})\b(?!-\d)", re.IGNORECASE)
_CONVERTS = re.compile(
    r"\b(?:convert\w*|equates?|equivalent|falls?|range|conversion|supports?)\b", re.IGNORECASE
)
_DENIES = re.compile(
    r"\b(?:disagree|disput|contest|err|incorrect|improper|wrong)\w*$", re.IGNORECASE
)
_ERRED = re.compile(r"\b(?:erred|in error|incorrectly|improperly|wrongly)\b", re.IGNORECASE)
_AGREES = re.compile(
    r"\bappellants? (?:(?:and [^.]{0,20} )?(?:is|are) in (?:agreement|accord)|\w+ agrees?"
    r"|agrees?|concurs?)\b(?! that)",
    re.IGNORECASE,
)
_HEADED = re.compile(r"\bfactors? [1-9](?:(?:,? and|,|/| &) ?[1-9]\b)*", re.IGNORECASE)
_DIGIT = re.compile(r"[1-9]")
_GRADED = re.compile(
    r"\b(?:(?:GS|GM|GL|WG|WL|WS|NA|NL|NS)[ -]?|grade )(?P<grade>\d{1,2})\b(?!-\d)", re.IGNORECASE
)


def factors(flat: str, passages: Sequence[Passage]) -> tuple[DecisionFactor, ...]:
    """Put together what headings, findings and the summary table say of each factor.

    Args:
        flat: The decision's text on one line with plain dashes.
        passages: Its passages as labelled.
    """
    credited = _in_headings(passages)
    credited.update(_in_sentences(passages))
    for row in summary_table(flat):
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
    return tuple(
        DecisionFactor(
            factor=factor,
            sought=sought.get(factor),
            credited=credited[factor][0] if factor in credited else None,
            points=credited[factor][1] if factor in credited else None,
            rejected=tuple(
                sorted(
                    refused.get(factor, set())
                    | _implied(sought.get(factor), credited.get(factor, (None, None))[0])
                )
            ),
        )
        for factor in sorted({*credited, *sought, *refused}, key=lambda f: (str(f)[0], str(f)))
    )


def summary_table(flat: str) -> tuple[DecisionRow, ...]:
    """Return the rows of the table of factors, levels and points; the last statement counts."""
    rows: dict[str, DecisionRow] = {}
    for match in _ROW.finditer(flat):
        factor = structure.factor_number(match["factor"])
        level = match["level"].upper()
        # The level names the factor again; where the two differ this is no row of the table.
        if str(structure.factor_of(level)) != str(factor):
            continue
        rows[str(factor)] = DecisionRow(
            factor=str(factor), level=level, points=_int(match["points"])
        )
    for match in _NAMED_ROW.finditer(flat):
        level = match["level"]
        rows.setdefault(
            level[0], DecisionRow(factor=level[0], level=level, points=_int(match["points"]))
        )
    both = _BOTH.search(flat)
    if both:
        rows["6/7"] = DecisionRow(factor="6/7", level=both["level"], points=_int(both["points"]))
    return tuple(rows[key] for key in sorted(rows))


def _int(text: str) -> int:
    return int(text.replace(",", ""))


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
        found[factor.factor] = (levels[0], _int(points["points"]) if points else None)
    return found


def _in_sentences(passages: Sequence[Passage]) -> Credits:
    """Read sentences that credit one or more levels, with their points where they give them."""
    found: Credits = {}
    for passage in passages:
        last: str | None = None
        said = list(sentences_of(passage))
        agreed = passage.stance == "credited" and not any(
            _role(sentence, last) == "credited" and structure.levels_named(sentence)
            for sentence in said
        )
        for sentence in said:
            levels = structure.levels_named(sentence)
            last = levels[0] if levels else last
            if not levels or not (agreed or _role(sentence, None) == "credited"):
                continue
            points = _points_of(sentence, len(levels))
            for level, value in zip(levels, points, strict=True):
                factor = structure.factor_of(level)
                if len(levels) > 1 or _of(passage, factor):
                    found[factor] = (level, value)
    return found


def _role(sentence: str, last: str | None) -> str | None:
    return stance_cues.of_sentence(
        sentence,
        names_level=bool(structure.levels_named(sentence)),
        grades=False,
        after_level=last is not None,
    )


def _points_of(sentence: str, count: int) -> list[int | None]:
    """Return the points a sentence gives, one for each of its levels, or None for each."""
    listed = _POINTS_LIST.search(sentence)
    values = [_int(v) for v in re.findall(_NUMBER, listed[1])] if listed else []
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
        for sentence in sentences_of(passage):
            for level in _levels_sought(sentence):
                factor = structure.factor_of(level)
                if _of(passage, factor):
                    found[factor] = max(found.get(factor, level), level)
    return found


def _levels_sought(sentence: str) -> tuple[str, ...]:
    at = stance.claim(sentence)
    if at is None:
        return structure.levels_named(sentence) if _AGREES.search(sentence) else ()
    # What an appellant disagrees with is what the agency credited.
    if _DENIES.search(sentence[:at]) or _ERRED.search(sentence):
        return ()
    return stance_cues.levels_after(sentence, at) or structure.levels_named(sentence)


def _refused(passages: Sequence[Passage], credited: Credits) -> dict[FactorId, set[str]]:
    """Return the levels above the credited one that a decision finds not met."""
    found: dict[FactorId, set[str]] = {}
    for passage in passages:
        if passage.stance in ("standard", "general"):
            continue
        text = structure.fold_quotes(structure.fold_dashes(passage.text))
        named = set(stance.read(text).levels.get("not_met", ()))
        if passage.stance == "not_met" and passage.level:
            named.add(passage.level)
        for level in named:
            factor = structure.factor_of(level)
            own = _of(passage, factor)
            above = factor not in credited or level > credited[factor][0]
            if own and above:
                found.setdefault(factor, set()).add(level)
    return found


def _implied(sought: str | None, credited: str | None) -> set[str]:
    """Return the level just above the credited one when it was sought: it was not credited."""
    if sought is None or credited is None:
        return set()
    factor, _, rank = credited.partition("-")
    return {sought} if sought == f"{factor}-{int(rank) + 1}" else set()


def totals(flat: str) -> tuple[int | None, int | None]:
    """Return the total points and the grade they convert to, as the decision states them."""
    total: int | None = None
    for match in _TOTAL.finditer(flat):
        near = flat[max(0, match.start() - 30) : match.end() + 20]
        rows = flat[max(0, match.start() - 200) : match.start()]
        if "point" not in near.lower() and not _ROW.search(rows):
            continue
        total = _int(match["points"] or match["points2"])
    if total is None:
        return None, None
    grade: int | None = None
    start = 0
    for end in sentences.ends(flat):
        sentence = flat[start:end]
        start = end
        stated = str(total) in sentence.replace(",", "") or "total" in sentence.lower()
        if (
            not stated
            or not _CONVERTS.search(sentence)
            or "point" not in flat[max(0, end - 400) : end]
        ):
            continue
        # Rows of the table may run on before the sentence that converts their total.
        tail = (
            sentence[max(0, sentence.lower().rfind("total")) :] if len(sentence) > 300 else sentence
        )
        grades = [int(m["grade"]) for m in _GRADE.finditer(tail)]
        if grades:
            grade = grades[-1] if len(set(grades)) > 1 and "through" in tail else grades[0]
    return total, grade


def criteria(passages: Sequence[Passage]) -> tuple[DecisionCriterion, ...]:
    """Return the grade found on each criterion of a standard without points."""
    found: dict[str, int] = {}
    for passage in passages:
        if not passage.heading or passage.factor is not None or not stance.by_grade(passage):
            continue
        for sentence in sentences_of(passage):
            role = stance_cues.of_sentence(
                sentence, names_level=False, grades=True, after_level=False
            )
            graded = _GRADED.findall(sentence)
            if role == "credited" and graded:
                found[passage.heading[-1]] = int(graded[-1])
    return tuple(DecisionCriterion(name=name, grade=grade) for name, grade in found.items())
