"""Where a figure in an argument may come from: the core, the case, a verified quotation.

Each figure of a sentence is looked up by its kind. Where a figure has a condition, the sentence
must meet it: a grade of the core's what-if may only be named as a supposition, a grade that
was asked for only as asked for, a grade inside a quotation only as what that document says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.guard.drafts import EvidencePack
from assistant.guard.figure_finder import HIGHEST_GRADE, Mention, find_mentions
from assistant.guard.numerals import folded
from core.model import Case, Evaluation
from index.models import Passage

GRADE = "a grade that the core did not compute"
POINTS = "points that the core did not compute"
DATE = "a date that no source gives"
FIGURE = "a figure that no source gives"

DOCUMENT = "\x02"
"""Stands in a folded sentence for the id of a supplied document."""

_TIME_UNITS = frozenset({"day", "days", "week", "weeks", "month", "year", "years", "hour", "hours"})
_NOT_COUNTED = _TIME_UNITS | frozenset(
    {"month", "minut", "point", "pts", "perce", "dolla", "grade", "step", "steps", "pay", "gs"}
)
_FUNCTION_WORDS = (
    "a an the of at is in to and or for by on as was are be with from than that this it its he "
    "she they you we i but so if then now here which while when where who not no all any"
)
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
_NO_NOUN = _FUNCTION - {"of"} | {"overa", "becau", "total", "would", "shoul", "will", "must"}
_BEFORE_A_GRADE = frozenset({"a", "an", "as", "grade", "gs", "worth", "level", "pay"})

_SELF = re.compile(
    r"\b(?:you|your|yours|i|my|our|we)\b"
    r"|\b(?:this|employee's|incumbent's|case's)\s+(?:\w+\s+)?(?:position|job|work|case|post)\b"
)
_DOCUMENT_SPEAKS = re.compile(
    rf"{DOCUMENT}|\b(?:decisions?|opm|appellants?|appellant's|agency|agency's|standards?|tables?|"
    r"charts?|ranges?|guides?|handbooks?|regulations?|passages?|documents?|certificates?|quoted|"
    r"that (?:position|case|job)|there)\b"
)
_ASKS = re.compile(
    r"\b(?:request|ask|seek|sought|want|claim|believ|contend|assert|maintain|argu|hop|propos|"
    r"desir|wish|appeal)\w*\b"
)
_SUPPOSES = re.compile(
    r"\b(?:if|would|could|were|might|suppos\w*|assum\w*|hypothetical\w*|alternative\w*|unless|"
    r"without|short of|away from|to reach|to get to|needs?|needed|next)\b"
)
_CURRENT = re.compile(
    r"\b(?:current|currently|present|presently|existing|now|of record|agency|agency's|official|"
    r"officially|classified)\b"
)
_VERDICT = re.compile(
    r"\b(?:should|must|ought|deserv\w*|warrant\w*|merit\w*|entitl\w*|earn\w*|qualif\w*|"
    r"proper\w*|correct\w*|right|rightly|rightful\w*|clearly|definitely|certainly|surely|"
    r"undoubtedly|obviously|truly|really|therefore|thus|hence|conclu\w*|confirm\w*|prov\w+|"
    r"justif\w*|grant\w*|approv\w*|award\w*|win|wins|won|get|gets|receiv\w*|support\w*|"
    r"in fact|indeed|no doubt|belongs?)\b"
)
_DENIED = re.compile(
    r"(?:\bnot|n't|no longer|\bnever|\babove|\bbeyond|\bover|higher than|more than|\bexceed\w*|"
    r"\bbelow|\bunder|lower than|less than|rather than|instead of|better than)\s+"
    r"(?:[a-z']+\s+){0,3}$"
)
_EDGES = re.compile(r"\b(?:floor|range|minimum|maximum|ceiling|band|top|bottom|total)\b")
_EDGE = re.compile(rf"^\W{{0,2}}{_EDGES.pattern}")
_OF_POINTS = re.compile(r"\b(?:points?|totals?|totaling|scores?|sum)\b")
_OF_A_LEVEL = re.compile(r"\b(?:levels?|factors?|steps?)\b")


@dataclass(frozen=True, slots=True)
class Said:
    """The figures some texts hold: values by kind, and numbers with the words beside them."""

    values: dict[str, frozenset[str]] = field(default_factory=dict)
    beside: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def in_texts(cls, texts: Iterable[str]) -> Said:
        """Read the figures of texts."""
        values: dict[str, set[str]] = {}
        beside: set[tuple[str, str]] = set()
        for text in texts:
            for mention in find_mentions(folded(text)):
                values.setdefault(mention.kind, set()).add(mention.value)
                if mention.kind == "number":
                    words = (mention.before, mention.after)
                    beside |= {(mention.value, word) for word in words if word}
        return cls({kind: frozenset(found) for kind, found in values.items()}, frozenset(beside))

    def of(self, kind: str) -> frozenset[str]:
        """Return the values of one kind."""
        return self.values.get(kind, frozenset())

    def counts(self, mention: Mention) -> bool:
        """Whether a number stands here beside one of the same words."""
        words = {mention.before, mention.after} - _FUNCTION - {""}
        return any((mention.value, word) in self.beside for word in words)

    def holds(self, value: str) -> bool:
        """Whether a plain number stands here."""
        return any(value in self.of(kind) for kind in ("number", "points", "page", "series"))

    def dates(self, value: str) -> bool:
        """Whether a date, or the part of it that is said, stands here."""
        year, month, day = value.split("-")
        asked = [(0, year, "0000"), (1, month, "00"), (2, day, "00")]
        for known in self.of("date"):
            parts = known.split("-")
            if all(part == none or parts[place] == part for place, part, none in asked):
                return True
        return (month, day) == ("00", "00") and self.holds(year)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A verified quotation as a ground: its figures, and whether it only reports a claim."""

    said: Said
    claim: bool

    @classmethod
    def of(cls, passage: Passage, words: str) -> Quoted:
        """Read a quotation from a passage; the passage's own heading counts with it."""
        texts = (words, *passage.heading, passage.title)
        claim = passage.stance == "claim" or _ASKS.search(folded(words)) is not None
        return cls(Said.in_texts(texts), claim)


class Grounds:
    """The figures that one evidence pack allows, and on what condition."""

    def __init__(self, pack: EvidencePack) -> None:
        self._pack = pack
        case, evaluation = pack.case, pack.evaluation
        self._case = Said.in_texts(_case_texts(case)) if case else Said()
        self._core = Said.in_texts(_core_texts(evaluation)) if evaluation else Said()
        self._question = Said.in_texts([pack.question])
        self._grade = _grade_in(evaluation.grade) if evaluation else frozenset()
        self._supposed = self._supposed_grades() - self._grade
        self._standing_points, self._supposed_points, self._points_of = self._points()
        self._asked = self._question.of("grade")
        self._current: frozenset[str] = frozenset()
        if case is not None:
            if case.requested.grade is not None:
                self._asked |= {str(case.requested.grade)}
            if case.current.grade is not None:
                self._current = frozenset({str(case.current.grade)})
        self._series = self._known_series()
        self._percents = self._shares() | self._case.of("percent") | self._core.of("percent")
        self._pages = frozenset(
            page
            for passage in pack.passages
            if passage.page
            for page in re.findall(r"\d+", passage.page)
        )

    # --- what the pack holds -----------------------------------------------------------------

    def _supposed_grades(self) -> frozenset[str]:
        grades = [_grade_in(str(other[0])) for other in self._pack.alternatives]
        evaluation = self._pack.evaluation
        if evaluation and evaluation.margin.next_grade is not None:
            grades.append(_grade_in(str(evaluation.margin.next_grade)))
        return frozenset().union(*grades)

    def _points(self) -> tuple[frozenset[str], frozenset[str], dict[str, set[str]]]:
        """Return standing totals and margins, what-if totals and steps, and points by level."""
        standing: set[int] = set()
        supposed: set[int] = set()
        by_level: dict[str, set[str]] = {}
        evaluation = self._pack.evaluation
        credited: dict[str, int] = {}
        if evaluation:
            margin = evaluation.margin
            standing = {evaluation.total, margin.floor, margin.above_floor}
            standing |= {n for n in (margin.ceiling, margin.to_next) if n is not None}
            for score in evaluation.factors:
                by_level.setdefault(score.level.upper(), set()).add(str(score.points))
                credited[str(score.factor).upper()] = score.points
        for _, total, level in self._pack.alternatives:
            supposed.add(total)
            if evaluation is None:
                continue
            step = total - evaluation.total
            supposed.add(abs(step))
            named = re.findall(r"(\d[AB]?)-\d", level.upper())
            if len(named) == 1 and named[0] in credited:
                points = str(credited[named[0]] + step)
                by_level.setdefault(level.upper().strip(), set()).add(points)
        return (
            frozenset(map(str, standing)),
            frozenset(map(str, supposed)),
            by_level,
        )

    def _known_series(self) -> frozenset[str]:
        texts = [passage.title for passage in self._pack.passages]
        known = [code for passage in self._pack.passages for code in passage.series]
        if self._pack.case:
            known += [self._pack.case.current.series, self._pack.case.requested.series]
        numbers = {code.lstrip("0") for code in known if code}
        return frozenset(numbers) | Said.in_texts(texts).of("series") | self._case.of("series")

    def _shares(self) -> frozenset[str]:
        duties = self._pack.case.duties if self._pack.case else ()
        shares = [share for d in duties for share in (d.percent_employee, d.percent_supervisor)]
        return frozenset(f"{share:g}" for share in shares if share is not None)

    # --- looking a figure up -----------------------------------------------------------------

    def objection(
        self, sentence: str, mentions: list[Mention], mention: Mention, quoted: list[Quoted]
    ) -> str:
        """Return why a figure may not stand in a sentence, or nothing when it may.

        Args:
            sentence: the sentence, folded, with ids of documents replaced.
            mentions: all figures of the sentence.
            mention: the one in question.
            quoted: the verified quotations of the statement the sentence belongs to.
        """
        value = mention.value
        match mention.kind:
            case "grade":
                return "" if self._grade_stands(sentence, mention, quoted) else GRADE
            case "relative":
                return "" if self._relative_stands(sentence, value) else GRADE
            case "points":
                return "" if self._points_stand(sentence, mentions, value, quoted) else POINTS
            case "date":
                return "" if self._date_stands(value, quoted) else DATE
            case "percent":
                known = self._percents.union(*(q.said.of("percent") for q in quoted))
                return "" if value in known else FIGURE
            case "money":
                known = self._case.of("money").union(*(q.said.of("money") for q in quoted))
                return "" if value in known else FIGURE
            case "series":
                known = self._series.union(*(q.said.of("series") for q in quoted))
                return "" if value in known else FIGURE
            case "page":
                known = self._pages.union(
                    self._core.of("page"), *(q.said.of("page") for q in quoted)
                )
                return "" if value in known else FIGURE
            case "level" | "factor":
                return ""
            case "number":
                return "" if self._number_stands(sentence, mentions, mention, quoted) else FIGURE

    def _grade_stands(self, sentence: str, mention: Mention, quoted: list[Quoted]) -> bool:
        value, before, after = mention.value, sentence[: mention.start], sentence[mention.end :]
        if value in self._grade:
            denied = _DENIED.search(before)
            return denied is None or bool(_EDGE.match(after) or _EDGES.search(denied.group()))
        verdict = _VERDICT.search(sentence) is not None
        if value in self._supposed and _SUPPOSES.search(sentence) and not verdict:
            return True
        if value in self._current and _CURRENT.search(sentence) and not verdict:
            return True
        if value in self._asked and _asked_for(before, after):
            return True
        about_self = _SELF.search(sentence) is not None
        if value in self._case.of("grade") and not about_self and not verdict:
            return True
        holding = [q for q in quoted if value in q.said.of("grade")]
        if not holding or about_self or not _DOCUMENT_SPEAKS.search(sentence):
            return False
        return any(not q.claim for q in holding) or _ASKS.search(sentence) is not None

    def _relative_stands(self, sentence: str, value: str) -> bool:
        steps = {
            str(abs(int(other) - int(own)))
            for own in self._grade
            for other in self._supposed
            if own.isdigit() and other.isdigit()
        }
        supposed = _SUPPOSES.search(sentence) is not None
        return value in steps and supposed and not _VERDICT.search(sentence)

    def _points_stand(
        self, sentence: str, mentions: list[Mention], value: str, quoted: list[Quoted]
    ) -> bool:
        levels = {m.value for m in mentions if m.kind == "level"}
        if value in self._standing_points:
            return True
        if value in self._supposed_points:
            return _SUPPOSES.search(sentence) is not None or value not in self._totals()
        of_level = {level for level, points in self._points_of.items() if value in points}
        if of_level and (levels & of_level if levels else _OF_A_LEVEL.search(sentence)):
            return True
        if not _SELF.search(sentence):
            for quote in quoted:
                if quote.said.holds(value):
                    named = quote.said.of("level")
                    if not levels or not named or levels & named:
                        return True
        return not levels and value in self._case.of("points") | self._core.of("points")

    def _totals(self) -> frozenset[str]:
        return frozenset(str(other[1]) for other in self._pack.alternatives)

    def _date_stands(self, value: str, quoted: list[Quoted]) -> bool:
        as_of = self._pack.case.as_of if self._pack.case else None
        stated = Said.in_texts([as_of.isoformat()]) if as_of else Said()
        sources = [self._case, self._core, stated, *(q.said for q in quoted)]
        return any(source.dates(value) for source in sources)

    def _number_stands(
        self, sentence: str, mentions: list[Mention], mention: Mention, quoted: list[Quoted]
    ) -> bool:
        if mention.small and _counts_things(mention):
            return True
        sources = [self._case, self._core, *(q.said for q in quoted)]
        if any(source.counts(mention) for source in sources):
            return True
        whole = "." not in mention.value
        if whole and int(mention.value) <= HIGHEST_GRADE:
            return self._grade_stands(sentence, mention, quoted)
        if mention.after in _TIME_UNITS:
            return False
        if any(source.holds(mention.value) for source in (self._case, *(q.said for q in quoted))):
            return True
        if _OF_POINTS.search(sentence) is None:
            return False
        return self._points_stand(sentence, mentions, mention.value, quoted)


def _counts_things(mention: Mention) -> bool:
    """Whether a small number word counts something harmless, as in "two reasons"."""
    if mention.before in _BEFORE_A_GRADE or mention.after in _NOT_COUNTED:
        return False
    return mention.value == "1" or (mention.after != "" and mention.after not in _NO_NOUN)


def _asked_for(before: str, after: str) -> bool:
    """Whether a grade is named as what somebody asks for, and not as what is right."""
    asking = max(_ASKS.finditer(before), key=lambda match: match.start(), default=None)
    if asking is not None and len(before) - asking.end() <= 90:
        between = before[asking.end() :]
        outside = f"{before[: asking.start()]} {after}"
        return not re.search(r"[.;]|\bbut\b", between) and not _VERDICT.search(outside)
    following = _ASKS.search(after[:40])
    return following is not None and not _VERDICT.search(f"{before} {after}")


def _grade_in(text: str) -> frozenset[str]:
    numbers = re.findall(r"\d+", text)
    return frozenset({str(int(numbers[-1]))}) if numbers else frozenset()


def _case_texts(case: Case) -> list[str]:
    texts = [case.title, case.organization, case.question, case.position_description.remarks]
    texts.append(case.position_description.number)
    texts += [part for duty in case.duties for part in (duty.title, duty.text)]
    texts += [part for fact in case.facts for part in (fact.text, fact.source)]
    texts += [
        part
        for finding in case.findings
        for evidence in finding.evidence
        for part in (evidence.text, evidence.source)
    ]
    return [text for text in texts if text]


def _core_texts(evaluation: Evaluation) -> list[str]:
    texts = [found.message for found in evaluation.findings]
    texts += [found.citation.label() for found in evaluation.findings]
    texts += [step.text for step in evaluation.derivation]
    texts += [score.citation.label() for score in evaluation.factors]
    return [*texts, evaluation.edition]
