"""What to ask next: the open questions of a case, the most decisive first.

A question is an aspect nobody has answered yet whose answer could change a level. The most
decisive one is the one whose answer could change the grade soonest: the fewer answers, this
one among them, until the grade changes, the earlier it is asked. Then counts how few answers
change the level of its factor, then how many points that change is worth, then the order of
the standard. An answer counts in the direction that changes something: a level not held yet
needs its aspects met, a level held is lost by an aspect not met.
"""

from __future__ import annotations

from itertools import product
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from core.fes.crediting.aspects import tree
from core.model import Answer, Citation, FactorId, Frozen
from core.standards.criteria import Aspect, Factor, Level, Requirement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from core.fes.crediting.ladder import Credited
    from core.fes.opened import OpenedCase
    from core.fes.points import Rating
    from core.standards.model import Standard
    from core.standards.table import PointTable

_GOOD = ("met", "exceeded")


class Question(Frozen):
    """One aspect to find out about, and what its answer could change.

    ``decisive`` is the answer that could change something: ``"met"`` raises, ``"not_met"``
    lowers. ``answers_to_level`` is the fewest answers, this one among them, that give the
    factor ``level_then``, where without this one it would have another level.
    ``answers_to_grade`` is the fewest that change the grade to ``grade_then``, where without
    this one the grade would be another; both are None when no answers to the open questions
    make this one matter to the grade. ``text`` is our digest of the aspect and ``citation``
    where to read it.
    """

    aspect: str
    factor: FactorId
    level: str
    name: str
    text: str
    decisive: Answer
    answers_to_level: int
    level_then: str
    answers_to_grade: int | None
    grade_then: str | None
    why: str
    citation: Citation


class _Move(NamedTuple):
    """A level a factor can move to: how many answers it takes, one of them on ``aspect``.

    ``without`` is the level the factor has when every other answer is given but that one.
    """

    aspect: str
    level: str
    without: str
    answers: int


def next_questions(
    opened: OpenedCase, credits_: Sequence[Credited], rating: Rating
) -> tuple[Question, ...]:
    """Return the questions that could change a level, the most decisive first.

    Args:
        opened: the case.
        credits_: how its levels were credited (:func:`core.fes.crediting.ladder.credit_case`).
        rating: the levels credited, rated.

    Raises:
        CaseError: an offset is refused.
    """
    standard, table = opened.standard, rating.table
    weighed: dict[str, Answer] = {**opened.answers, **dict.fromkeys(opened.offsets, _MET)}
    levels = {str(one.factor): one.level for one in credits_}
    moves = {
        str(factor.factor): _moves(factor, one, weighed)
        for factor, one in zip(standard.factors, credits_, strict=True)
    }
    found = [
        question
        for factor, one in zip(standard.factors, credits_, strict=True)
        for question in _questions(standard, factor, one, rating, levels, moves)
    ]
    order = {question.aspect: number for number, question in enumerate(found)}
    return tuple(
        sorted(
            found,
            key=lambda question: (
                inf if question.answers_to_grade is None else question.answers_to_grade,
                question.answers_to_level,
                -abs(_gain(table, levels, {str(question.factor): question.level_then})),
                order[question.aspect],
            ),
        )
    )


_MET: Answer = "met"


# --- the moves of one factor -------------------------------------------------------------


def _moves(factor: Factor, one: Credited, answers: Mapping[str, Answer]) -> list[_Move]:
    """Return for each open question of a factor every level its answer can help to reach."""
    names = [level.level for level in factor.levels]
    reached = names.index(one.level)
    rung_of = {a.id: rung for rung, level in enumerate(factor.levels) for a in level.aspects}
    highest = max((rung_of[aspect] for aspect in one.open_questions), default=reached)
    found: list[_Move] = []
    for aspect in one.open_questions:
        rung = rung_of[aspect]
        if rung <= reached:
            cost = _to_fail(tree(factor.levels[rung]), answers, aspect)
            if rung > 0 and cost is not None:
                found.append(_Move(aspect, names[rung - 1], one.level, cost))
                # It counts for more once other answers have raised the level.
                for goal, more in _raised(factor.levels, reached, highest, answers):
                    found.append(_Move(aspect, names[rung - 1], names[goal], cost + more))
        else:
            found += _upward(factor.levels, reached, highest, aspect, answers)
    return found


def _upward(
    levels: Sequence[Level],
    reached: int,
    highest: int,
    aspect: str,
    answers: Mapping[str, Answer],
) -> Iterator[_Move]:
    """Yield the levels an open question above the level credited helps to reach.

    No level above the highest one asked about is counted, unless it is found met already.
    """
    names = [level.level for level in levels]
    rung = names.index(aspect.partition(".")[0])
    costs = [_to_meet(tree(level), answers) for level in levels]
    here = _to_meet(tree(levels[rung]), answers, aspect)
    if here is None:
        return
    for goal in range(rung, highest + 1):
        others = [costs[other] for other in range(reached + 1, goal + 1) if other != rung]
        if None in others:
            return
        total = here + sum(cost for cost in others if cost is not None)
        yield _Move(aspect, names[_settled(costs, goal)], names[rung - 1], total)


def _raised(
    levels: Sequence[Level], reached: int, highest: int, answers: Mapping[str, Answer]
) -> Iterator[tuple[int, int]]:
    """Yield the levels above the one credited that answers can reach, each with how few."""
    costs = [_to_meet(tree(level), answers) for level in levels]
    total = 0
    for goal in range(reached + 1, highest + 1):
        cost = costs[goal]
        if cost is None:
            return
        total += cost
        yield _settled(costs, goal), total


def _settled(costs: Sequence[int | None], goal: int) -> int:
    """Return the level credited at a goal: above it counts what is found met already."""
    while goal + 1 < len(costs) and costs[goal + 1] == 0:
        goal += 1
    return goal


def _to_meet(
    part: str | Requirement, answers: Mapping[str, Answer], using: str | None = None
) -> int | None:
    """Return how few answers "met" meet a requirement, None when none can.

    With ``using``, one of them has to be that aspect, and the requirement has to rest on it.
    """
    if isinstance(part, str):
        answer = answers.get(part)
        if answer == "not_met" or (using is not None and part != using):
            return None
        return 0 if answer in _GOOD else 1
    if using is None:
        costs = [_to_meet(one, answers) for one in part.parts]
        if part.joined == "all":
            return None if None in costs else sum(cost for cost in costs if cost is not None)
        return min((cost for cost in costs if cost is not None), default=None)
    if part.joined == "any":
        if any(_to_meet(one, answers) == 0 for one in part.parts):
            return None
        costs = [_to_meet(one, answers, using) for one in part.parts]
        return min((cost for cost in costs if cost is not None), default=None)
    best: int | None = None
    for chosen in part.parts:
        costs = [_to_meet(one, answers, using if one is chosen else None) for one in part.parts]
        if None not in costs:
            cost = sum(one for one in costs if one is not None)
            best = cost if best is None else min(best, cost)
    return best


def _to_fail(
    part: str | Requirement, answers: Mapping[str, Answer], using: str | None = None
) -> int | None:
    """Return how few answers "not met" fail a requirement: the mirror of meeting it."""
    if isinstance(part, str):
        answer = answers.get(part)
        if answer in _GOOD or (using is not None and part != using):
            return None
        return 0 if answer == "not_met" else 1
    mirrored = Requirement(
        joined="any" if part.joined == "all" else "all",
        parts=tuple(one if isinstance(one, str) else _mirror(one) for one in part.parts),
    )
    turned: dict[str, Answer] = {
        name: "met" if answer == "not_met" else "not_met" if answer in _GOOD else "unknown"
        for name, answer in answers.items()
    }
    return _to_meet(mirrored, turned, using)


def _mirror(part: Requirement) -> Requirement:
    return Requirement(
        joined="any" if part.joined == "all" else "all",
        parts=tuple(one if isinstance(one, str) else _mirror(one) for one in part.parts),
    )


# --- from moves to the grade -------------------------------------------------------------


def _questions(
    standard: Standard,
    factor: Factor,
    one: Credited,
    rating: Rating,
    levels: dict[str, str],
    moves: Mapping[str, list[_Move]],
) -> Iterator[Question]:
    aspects = {aspect.id: aspect for level in factor.levels for aspect in level.aspects}
    key = str(factor.factor)
    names = [level.level for level in factor.levels]
    for aspect in one.open_questions:
        own = [move for move in moves[key] if move.aspect == aspect]
        if not own:
            continue
        soonest = min(own, key=lambda move: move.answers)
        grade = _to_grade(rating, levels, moves, key, own)
        up = names.index(soonest.level) > names.index(one.level)
        yield Question(
            aspect=aspect,
            factor=factor.factor,
            level=aspect.partition(".")[0],
            name=aspects[aspect].name,
            text=aspects[aspect].text,
            decisive="met" if up else "not_met",
            answers_to_level=soonest.answers,
            level_then=soonest.level,
            answers_to_grade=None if grade is None else grade[0],
            grade_then=None if grade is None else grade[1],
            why=_why(soonest, grade, up=up),
            citation=standard.cite(aspects[aspect].page, _place(standard, aspects[aspect])),
        )


def _place(standard: Standard, aspect: Aspect) -> str:
    level = f"Level {aspect.id.partition('.')[0]}"
    return ", ".join(part for part in (standard.section, level) if part)


def _why(move: _Move, grade: tuple[int, str] | None, *, up: bool) -> str:
    others = move.answers - 1
    answer = "Found met" if up else "Found not met"
    with_others = "" if not others else f", with {others} more {_answers(others)} like it"
    text = f"{answer}{with_others}, Level {move.level} is credited"
    if grade is None:
        return f"{text}; the open questions leave the grade as it is."
    if grade[0] == move.answers:
        return f"{text} and the grade becomes {grade[1]}."
    more = grade[0] - 1
    return f"{text}; with {more} more {_answers(more)} the grade can become {grade[1]}."


def _answers(count: int) -> str:
    return "answer" if count == 1 else "answers"


def _to_grade(
    rating: Rating,
    levels: dict[str, str],
    moves: Mapping[str, list[_Move]],
    key: str,
    own: list[_Move],
) -> tuple[int, str] | None:
    """Return the fewest answers, one of these moves' among them, that change the grade.

    Every factor but the question's own either stays or makes one of its moves; the grade has
    to be another than today's, and another than without the question's answer.
    """
    groups = _groups(rating.table, moves)
    mine = next(group for group in groups if key in group)
    partners = [other for other in mine if other != key]
    elsewhere = {0: 0}
    for group in groups:
        if group is not mine:
            elsewhere = _combined(elsewhere, _gains(rating, levels, moves, group))
    best: tuple[int, str] | None = None
    for beside in _ways(levels, moves, partners):
        base = {other: level for other, (level, _) in beside.items()}
        spent = sum(answers for _, answers in beside.values())
        for move in own:
            after = _gain(rating.table, levels, {**base, key: move.level})
            without = _gain(rating.table, levels, {**base, key: move.without})
            for gain, answers in elsewhere.items():
                total = answers + spent + move.answers
                if best is not None and total >= best[0]:
                    continue
                grade = _grade(rating, gain + after)
                if grade not in (None, rating.grade, _grade(rating, gain + without)):
                    best = (total, str(grade))
    return best


def _groups(table: PointTable, moves: Mapping[str, list[_Move]]) -> list[tuple[str, ...]]:
    """Return the factors, those that share a combined chart together: its points do not add."""
    sides = () if table.chart is None else tuple(side.key for side in table.chart.sides)
    return [(key,) for key in moves if key not in sides] + ([sides] if sides else [])


def _ways(
    levels: dict[str, str], moves: Mapping[str, list[_Move]], keys: Sequence[str]
) -> Iterator[dict[str, tuple[str, int]]]:
    """Yield every choice of a level for each factor, with the answers it takes."""
    choices: list[list[tuple[str, int]]] = []
    for key in keys:
        cheapest = {levels[key]: 0}
        for move in moves[key]:
            cheapest[move.level] = min(move.answers, cheapest.get(move.level, move.answers))
        choices.append(list(cheapest.items()))
    for choice in product(*choices):
        yield dict(zip(keys, choice, strict=True))


def _gains(
    rating: Rating, levels: dict[str, str], moves: Mapping[str, list[_Move]], keys: Sequence[str]
) -> dict[int, int]:
    """Return the points a group of factors can bring or cost, each with the fewest answers."""
    found: dict[int, int] = {}
    for way in _ways(levels, moves, keys):
        gain = _gain(rating.table, levels, {key: level for key, (level, _) in way.items()})
        answers = sum(count for _, count in way.values())
        found[gain] = min(answers, found.get(gain, answers))
    return found


def _combined(one: dict[int, int], other: dict[int, int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for (gain, answers), (more, others) in product(one.items(), other.items()):
        total = answers + others
        found[gain + more] = min(total, found.get(gain + more, total))
    return found


def _gain(table: PointTable, levels: dict[str, str], changed: Mapping[str, str]) -> int:
    """Return the points by which changed levels of some factors change the total."""
    if table.chart is not None and any(key not in table.by_factor for key in changed):
        keys = [side.key for side in table.chart.sides]
        old, new = (
            table.chart.cells[chosen[keys[0]], chosen[keys[1]]].points
            for chosen in (levels, {**levels, **changed})
        )
        return new - old
    rows = table.by_factor
    return sum(
        rows[key].by_level[level].points - rows[key].by_level[levels[key]].points
        for key, level in changed.items()
    )


def _grade(rating: Rating, gain: int) -> str | None:
    row = rating.table.grade_row(rating.total + gain)
    return None if row is None else rating.table.conversion[row].label
