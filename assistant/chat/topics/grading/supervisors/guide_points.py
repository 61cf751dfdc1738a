"""The six factors of the supervisory guide with levels and points, and levels scored by it."""

from __future__ import annotations

import re
from typing import Any

from assistant.chat.answering.kit import (
    guide_rule,
    level_of,
    listed,
    points_span,
    range_of,
    range_words,
)
from assistant.chat.answering.named.supervisors.ladders import ladder, six_factors
from assistant.chat.answering.named.supervisors.reach import scope_told
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.topics.grading.factors.level_points import TOPIC as LEVEL_POINTS
from assistant.chat.topics.grading.supervisors.plus_one import asks_own_grade
from assistant.chat.topics.grading.supervisors.situations import TOPIC as SITUATIONS
from core.errors import AppError
from core.model import Citation

_SUPERVISES = re.compile(r"supervis|gssg|4[AB]-|chief|manager|director", re.IGNORECASE)


_OF_CONTACTS = re.compile(r"^4[AB]-\d$")
_GUIDE = re.compile(r"\bgssg\b|\bsupervisory (?:guide|points|total)\b", re.IGNORECASE)
_HEADS = re.compile(
    r"\bi(?:'m| am)? (?:now |also )?(?:an? |the )?(?:\w+ )?"
    r"(?:supervisor|supervise|manager|manage|branch chief|section chief|chief)\b",
    re.IGNORECASE,
)
_SCOPE = re.compile(r"\bscope\b", re.IGNORECASE)
_HALVES = re.compile(
    r"\bscope\b[^.;]{0,24}?\b(1-[1-5])\b.{0,40}?\beffect\b[^.;]{0,24}?\b(1-[1-5])\b"
    r"|\beffect\b[^.;]{0,24}?\b(1-[1-5])\b.{0,40}?\bscope\b[^.;]{0,24}?\b(1-[1-5])\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    levels = question.levels
    if any(_OF_CONTACTS.match(one) for one in levels):
        return len(levels) >= 5 or all(_OF_CONTACTS.match(one) for one in levels)
    if _HALVES.search(question.message):
        return True
    text = question.around or question.message
    if _HEADS.search(text) and asks_own_grade(text) and not (levels or question.grades):
        return not question.points and not question.percents
    return bool(question.points and not levels and _GUIDE.search(question.message))


def _contacts(question: Question, context: Context) -> Answer:
    """Give the points of levels of contacts and of their purpose, which count together."""
    from core.overview import supervisory_editions
    from core.supervisory import load_guide

    guide = load_guide(context.as_of)
    rows = [
        guide.row(one) for one in question.levels if one in guide.table.by_factor[one[:2]].by_level
    ]
    said = listed([f"Level {row.level} gives {row.points} points" for row in rows])
    total = f": {sum(row.points for row in rows)} points together" if len(rows) > 1 else ""
    asks = ""
    if len(rows) == 1 and (held := level_of(supervisory_editions()[-1], rows[0].level)):
        asks = f" It takes: {held[1].summary}"
    return Answer(
        lead=(
            f"**{said}{total}.**{asks} The purpose credited under 4B is that of the very contacts "
            "credited under 4A."
        ),
        words=tuple(
            Words(
                ours=f"Level {row.level} takes {row.points} points.",
                citation=Citation.model_validate(guide.cite_level(row.level)),
            )
            for row in rows
        ),
        next=("Name a level for each factor of the guide, and they are added up.",),
    )


def _apart(levels: tuple[str, ...], context: Context) -> Answer | None:
    """Set two levels of one factor of the guide side by side, with what each asks."""
    from core.overview import supervisory_editions
    from core.supervisory import load_guide

    guide = load_guide(context.as_of)
    table = guide.table.by_factor.get(levels[0].rpartition("-")[0])
    rows = [table.by_level[one] for one in levels if table is not None and one in table.by_level]
    if len(rows) != 2:
        return None
    low, high = sorted(rows, key=lambda row: row.points)
    takes = [level_of(supervisory_editions()[-1], row.level) for row in (high, low)]
    asks = [f" {held[1].level}: {held[1].summary}" for held in takes if held is not None]
    return Answer(
        lead=(
            f"**Level {low.level} gives {low.points:,} points and Level {high.level} "
            f"{high.points:,}, {high.points - low.points:,} more, by the supervisory guide.**"
            f"{''.join(asks)}"
        ),
        words=tuple(
            Words(
                ours=f"Level {row.level} takes {row.points:,} points.",
                citation=Citation.model_validate(guide.cite_level(row.level)),
            )
            for row in (low, high)
        ),
        next=(f"Ask what Level {high.level} of the GSSG requires.",),
        standard="gssg",
    )


def _of_halves(found: re.Match[str], context: Context) -> Answer:
    """Credit Factor 1 by the lower of scope and effect, by the core."""
    from core.supervisory import SupervisoryRequest, load_guide
    from core.supervisory.factors import settle_scope
    from core.supervisory.record import Record

    guide = load_guide(context.as_of)
    scope, effect = found[1] or found[4], found[2] or found[3]
    level = settle_scope(guide, SupervisoryRequest(scope=scope, effect=effect), Record()) or scope
    return Answer(
        lead=(
            f"**Level {level}, {guide.row(level).points} points: Factor 1 needs both, so the lower "
            f"of scope ({scope}) and effect ({effect}) is credited.**"
        ),
        words=(guide_rule("scope-and-effect", "Scope and Effect"),),
        next=("Name a level for each factor of the guide, and they are added up.",),
        standard="gssg",
    )


def _of_total(total: int, context: Context) -> Answer | None:
    """Convert a total by the guide's own chart."""
    from core.supervisory import load_guide

    guide = load_guide(context.as_of)
    row = guide.chart_row(total)
    if row is None:
        return None
    return Answer(
        lead=(
            f"**{total:,} points are {row.label} by the supervisory guide's chart, which gives it "
            f"for {row.extent()}.** If the base grade is no lower, the grade is one above the "
            "base, and over a GS-9 base at least GS-11."
        ),
        words=(
            guide_rule("chart", "converted to grade"),
            guide_rule("base-plus-one", 'one grade above the "base" grade of'),
        ),
        next=("What is the base grade of the work directed?",),
    )


def _all_in_guide(question: Question, context: Context) -> bool:
    """Return whether the guide has every level named."""
    from core.supervisory import load_guide

    table = load_guide(context.as_of).table.by_factor
    parts = [(one.rpartition("-")[0], one) for one in question.levels]
    return all(key in table and one in table[key].by_level for key, one in parts)


def _answer(question: Question, context: Context) -> Answer | None:
    halves = _HALVES.search(question.message)
    if len(question.levels) == 2 and len(question.factors) == 1 and halves is None:
        return _apart(question.levels, context)
    if question.levels and all(_OF_CONTACTS.match(one) for one in question.levels):
        return _contacts(question, context)
    if halves is not None:
        return _of_halves(halves, context)
    if not question.levels and _SCOPE.search(question.message):
        of_scope = scope_told(question, context)
        if of_scope is not None:
            return of_scope
    if question.points and not question.levels:
        return _of_total(question.points[0], context)
    if question.has("special situation"):
        return SITUATIONS.answer(question, context)
    if not _SUPERVISES.search(question.around or question.message):
        return None
    if not question.levels and asks_own_grade(question.message):
        return six_factors(context)
    if not (_all_in_guide(question, context) or _GUIDE.search(question.message)):
        # Levels of another standard.
        return None
    if len(question.levels) > 1:
        return _scored(question, context)
    if question.levels:
        return LEVEL_POINTS.answer(question, context)
    if question.factors:
        return ladder(question, context)
    return _of_grade(question.grades[0], context) if question.grades else six_factors(context)


def _of_grade(grade: int, context: Context) -> Answer:
    """Say which total of points the guide's own chart asks for a grade."""
    from core.overview import supervisory_editions

    standard = supervisory_editions()[-1]
    row = range_of(standard, grade)
    if row is None:
        return six_factors(context)
    return Answer(
        lead=(
            f"**GS-{grade} takes {points_span(row)} by the supervisory guide's own chart.** If the "
            "points give no more than the base grade, one grade above the base is usual."
        ),
        words=(
            range_words(standard, row),
            guide_rule("base-plus-one", 'one grade above the "base" grade of'),
        ),
        next=("Name a level for each of Factors 1, 2, 3, 4A, 4B, 5 and 6, and they are added up.",),
    )


def _scored(question: Question, context: Context) -> Answer | None:
    """Score the levels named; a grade named is the base grade."""
    from core.supervisory import parse_supervisory
    from core.supervisory.models import evaluate_supervisory

    levels = {level.rpartition("-")[0]: level for level in reversed(question.levels)}
    data: dict[str, Any] = {"standard": "gssg", "levels": levels}
    if question.grades and "5" not in levels:
        data["base"] = {"grade": question.grades[0]}
    if context.as_of is not None:
        data["as_of"] = context.as_of.isoformat()
    words = (
        guide_rule("total", "Add the total points accumulated under all"),
        guide_rule("base-plus-one", 'one grade above the "base" grade of'),
    )
    try:
        found = evaluate_supervisory(parse_supervisory(data))
    except AppError as error:
        return Answer(
            lead=f"**Not yet: {error.message}.** {error.hint}",
            words=words[:1],
            next=("Name a level for each of Factors 1, 2, 3, 4A, 4B, 5 and 6.",),
        )
    if found.grade is None:
        return Answer(lead=f"**It stays open: {found.undetermined}**", words=words)
    lead = f"**{found.total:,} points, {found.grade}**, for the supervisory work."
    if found.adjustment is not None:
        lead += f" The chart alone gives {found.chart_grade}. {found.adjustment.reason}"
    rows = ["| Factor | Level | Points |", "| --- | --- | ---: |"]
    rows += [f"| {f.factor} {f.name} | {f.level} | {f.points:,} |" for f in found.factors]
    lead += _instead(question, data)
    return Answer(
        lead=f"{lead} Nonsupervisory work is graded apart, and the higher grade counts.",
        words=words,
        figures=("\n".join(rows),),
        whose="The levels named",
        next=("Does supervising take at least 25 percent of the time? Otherwise the guide fails.",),
        levels=tuple(f.level for f in found.factors[:1]),
    )


def _instead(question: Question, data: dict[str, Any]) -> str:
    """Say what the further levels named would make of it, each in the place of its factor's."""
    from core.supervisory import score_supervisory

    levels, said = data["levels"], ""
    for level in question.levels:
        factor = level.rpartition("-")[0]
        if levels.get(factor, level) == level:
            continue
        found = score_supervisory({**data, "levels": {**levels, factor: level}})
        if found["grade"] is not None:
            said += f" With Level {level} instead: {found['total']:,} points, {found['grade']}."
    return said


TOPIC = Topic(
    id="supervisory-points",
    title="the six factors of the supervisory guide and their points",
    answer=_answer,
    likes=("standards",),
    unlike=("decision", "series"),
    sure=_sure,
    cues=("4", "four", "scope", "gssg", "supervis", "manage", "chief"),
)
