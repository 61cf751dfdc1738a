"""What a grade takes: the least that reaches it, what is lacking besides, what may be left out.

What is meant is read here, and the core searches the sets of levels. Whether a level is met is for
the facts to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from assistant.chat.answering.kit import level_below, listed
from assistant.chat.model import Answer
from assistant.text import number
from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from assistant.chat.model import Context, Question
    from core.fes.points import Rating
    from core.fes.whatif.changes import Change

    Rate = Callable[[Sequence[str]], Rating]
Kind = Literal["least", "besides", "spare", "fall", "easier"]

_KINDS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    (
        "spare",
        pattern(
            r"\b(?:superfluous|redundant|unnecessary|not needed|too many)\b|"
            r"\b(?:which|what)\b.{0,24}\b(?:could|can|may|might|would) (?:i |we |she |he )?"
            r"(?:leave out|drop|do without|spare|give up|let go|skip)\b|"
            r"\b(?:(?:do|does|must|should|will|would) (?:i|we|she|he) (?:really |actually |even )?"
            r"(?:need|have|win|get|prove)(?: to (?:win|get|have|prove))?|(?:do|must|should)) "
            r"(?:all|both|every (?:single )?one)"
            r"(?= (?:two|three|four|five|six|[2-6]|of|levels?|for)\b|\W*$)",
            re.IGNORECASE,
        ),
    ),
    (
        "fall",
        pattern(
            r"\b(?:which|what|how many)\b.{0,30}\b(?:fall|go|drop|lost|come off|bring it down|"
            r"bring (?:me|it|us) down|taken away|cost (?:it|me|us))\b.{0,40}"
            r"\b(?:become|be|make|to|an?|the)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "besides",
        pattern(
            r"\b(?:what|which|how much|anything)\b.{0,40}\b(?:besides|beside|on top of|in addition "
            r"to|apart from|beyond|next to|else|still (?:lack|need|miss)\w*|"
            r"closes? (?:it|the gap))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "least",
        pattern(
            r"\b(?:(?<!at )least|fewest|how few|how little|cheapest|quickest|shortest)\b.{0,40}"
            r"\b(?:keeps?|saves?|reach\w*|gets?|needs?|way|steps?|levels?|add|makes?|bring\w*)\b|"
            r"\bwhat (?:would|will|does|do|could|can) "
            r"(?:it take|(?:i|we|she|he) (?:still )?need|get|bring|make|put|lift|move)\b"
            r".{0,16}\b(?:to|for|an?)\b|"
            r"\bwhat (?:would|will|does) (?:an? |the )?(?:gs[\s-]*)?(?:1[0-5]|[2-9]) (?:take|"
            r"need)\b|"
            r"\b(?:which|what) (?:factors?|levels?) (?:would|could|will|can|do|does|to)\b"
            r".{0,24}\b(?:there|gap|fastest|quickest|soonest|easiest|reach|close|raise|do it)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "easier",
        pattern(r"\bwhich\b.{0,30}\b(?:easier|cheaper|nearer|quicker|simpler)\b", re.IGNORECASE),
    ),
)
_WANTED: Final = pattern(
    r"\b(?:for|to|keeps?|saves?|reach(?:es)?|become|be|makes?|hits?|gets?|costs? (?:it|me|us)|"
    r"would|does|will)\s+(?:it |me |us )?(?:an? |the |my |her |his )?(?:gs[\s-]*)?"
    r"(1[0-5]|[2-9])\b(?![-,\d])",
    re.IGNORECASE,
)
_ELSE: Final = pattern(
    r"\b(?:days?|time|deadline|years?|months?|percent|%|share|pay|money|appeal|decision\w*|retention|"
    r"supervis\w+|staff|people|evidence|facts?|proof|document\w*|criteria|papers?|file|filing|"
    r"forms?|letters?|sign\w*|send|prove|mean|require\w*|points|dut(?:y|ies)|lawyers?|union|reps?|"
    r"work|tasks?|pd|descriptions?|do about|correct\w*|representative\w*)\b",
    re.IGNORECASE,
)
_ONE_STEP: Final = pattern(r"\b(?:single|step|change|bump|jump|move|notch)\b", re.IGNORECASE)
AGAIN: Final = pattern(
    r"^\W*(?:(?:and|or|but|so|then|ok|what about|how about)\W+)*(?:for|to|with|what about)?\W*"
    r"(?:an? |the |my )?(?:gs[\s-]*)?(?P<grade>1[0-5]|[2-9])(?:,? then| instead)?\W*$",
    re.IGNORECASE,
)
"""The same goal with another grade: "and for 13?"."""
MOST_WORDS: Final = 20
SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Goal:
    """What is asked of a grade, and the grade where one is named."""

    kind: Kind
    grade: int | None


def goal(question: Question) -> Goal | None:
    """Return the goal a message asks after, or None."""
    text = question.message
    if len(text.split()) > MOST_WORDS or _ELSE.search(text) or question.decision:
        return None
    if question.points or question.percents or question.dates or question.series:
        return None
    kind = next((kind for kind, told in _KINDS if told.search(text)), None)
    if kind is None or (kind == "easier" and len(question.factors) != 2):
        return None
    if kind == "least" and _ONE_STEP.search(text):
        # The smallest single change is asked for, of whatever factor.
        return None
    named = _WANTED.search(text)
    grade = question.grades[-1] if question.grades else int(named[1]) if named else None
    return Goal(kind, grade)


def reached(
    asked: Goal,
    rating: Rating,
    sought: Mapping[str, str],
    beside: Sequence[str],
    rate: Rate,
    factors: Sequence[str] = (),
) -> Answer | None:
    """Answer a goal by the core's search.

    Args:
        asked: The goal, with the grade it is about.
        rating: The levels that stand.
        sought: The levels sought beyond them, by factor.
        beside: The levels counted first: those on trial or named.
        rate: Rates other levels in the place of those that stand.
        factors: The two factors compared, for "easier".
    """
    rows = {row.grade: row for row in rating.table.conversion}
    if asked.grade is None or asked.grade not in rows:
        return None
    target = f"GS-{asked.grade}"
    first = rows[asked.grade].min
    if asked.kind == "fall":
        return _fall(rating, target)
    if asked.kind == "easier":
        return _easier(rating, sought, factors, rate, target, first)
    if asked.kind == "spare":
        return _spare(beside or tuple(sought.values()), rate, target, first)
    base = rate(beside)
    rest = {f: lv for f, lv in sought.items() if lv not in beside}
    return _least(base, beside, rest, rate, target, first)


def _least(
    base: Rating,
    beside: Sequence[str],
    rest: Mapping[str, str],
    rate: Rate,
    target: str,
    first: int,
) -> Answer:
    from core.fes.whatif.thresholds import smallest_sets

    stands = f"{_with(beside)}it is {number(base.total)} points, {base.grade}"
    if base.total >= first:
        return Answer(
            lead=f"**Nothing more is needed for {target}:** {_lower(stands)}, "
            f"{number(base.total - first)} above its lowest total.",
            trial=tuple(beside),
        )
    short = f"{number(first - base.total)} short of {target}, which begins at {number(first)}"
    sets = smallest_sets(base, rest, target) if rest else ()
    if sets:
        ways = [f"{_and(s.changes)} ({number(s.total)} points)" for s in sets[:SHOWN]]
        alone = " alone" if len(sets[0].changes) == 1 else ""
        least = f"**{number(first - base.total)} points more make {target}; of what is sought "
        least += (
            f"{_and(sets[0].changes)}{alone} reaches it, with {number(sets[0].total)} points.**"
        )
        others = f" So does {listed(ways[1:], 'or')}." if ways[1:] else ""
        return _shown(f"{least} {stands}, {short}.{others}", sets[0].changes, beside)
    whole, further = base, tuple(beside)
    head = ""
    if rest:
        further = (*beside, *rest.values())
        whole = rate(further)
        head = (
            f"**No: all that is sought gives {number(whole.total)} points, {whole.grade}, "
            f"{number(first - whole.total)} short of {target}, which begins at {number(first)}.** "
        )
        stands, short = f"{_with(further)}it is {number(whole.total)} points", ""
    ways_up = _steps(whole, first - whole.total)
    if not ways_up:
        pairs = smallest_sets(whole, _next(whole), target)
        said = [f"{_and(s.changes)} ({number(s.total)} points)" for s in pairs[:SHOWN]]
        more = f"No single step more reaches {target}" + (
            f"; {listed(said, 'or')} do." if said else "."
        )
    else:
        named = [f"Level {c.to_level} ({number(whole.total + c.points)} points)" for c in ways_up]
        more = f"One step more would do it: {listed(named[:SHOWN], 'or')}."
    if head:
        return _shown(f"{head}{more}", ways_up, further)
    return _shown(f"**{stands}, {short}.** {more}", ways_up, further)


def _spare(together: Sequence[str], rate: Rate, target: str, first: int) -> Answer | None:
    """Say which of some levels may be left out of a grade."""
    whole = rate(together)
    if not together:
        return None
    total = f"{_with(together)}it is {number(whole.total)} points, {whole.grade}"
    if whole.total < first:
        return Answer(
            lead=f"**Even all together they do not reach {target}.** {total}, "
            f"{number(first - whole.total)} short of it."
            f"{_fewer(together, rate, whole.grade)}",
            trial=tuple(together),
        )
    without = [(lv, rate([one for one in together if one != lv])) for lv in together]
    spare = [(lv, one) for lv, one in without if one.total >= first]
    if not spare:
        return Answer(
            lead=f"**All are needed: without any one of them it is short of {target}.** {total}.",
            trial=tuple(together),
        )
    said = [f"without Level {lv} it is {number(one.total)} points" for lv, one in spare]
    named = listed([f"Level {lv}" for lv, _ in spare], "or")
    named = f"Not all are needed: any one of {named}" if len(spare) > 1 else named
    return Answer(
        lead=f"**{named} may be left out and {target} still stands:** {listed(said)}. {total}, "
        f"{number(whole.total - first)} above its lowest total."
        f"{_fewer(together, rate, target)}",
        trial=tuple(together),
    )


def _fewer(together: Sequence[str], rate: Rate, target: str) -> str:
    """Say which fewest of some levels reach a grade, where not all are needed for it."""
    from core.fes.whatif.thresholds import smallest_sets

    now = rate(())
    if now.grade == target:
        return f" {target} stands without any of them."
    sets = smallest_sets(now, {lv.rpartition("-")[0]: lv for lv in together}, target)
    if not sets or len(sets[0].changes) == len(together):
        return ""
    ways = [f"{_and(one.changes)} ({number(one.total)} points)" for one in sets[:SHOWN]]
    return f" The fewest that reach {target}: {listed(ways, 'or')}."


def _fall(rating: Rating, target: str) -> Answer:
    """Say what would have to be lost for a grade to fall to another, or below its own."""
    from core.fes.whatif.changes import single_changes
    from core.fes.whatif.thresholds import smallest_sets

    table = rating.table.conversion
    grades = [row.label for row in table]
    place, own = grades.index(target), rating.grade == target
    now = f"{number(rating.total)} points, {rating.grade}"
    if rating.row < place:
        return Answer(lead=f"**It is below {target} already: {now}.**")
    to = max(place - 1, 0) if own else place
    edge = table[to + 1].min
    lead = (
        f"**It is {now}{' already' if own else ''}.** It falls to {grades[to]} when more than "
        f"{number(rating.total - edge)} points are taken away: "
    )
    falls = [c for c in single_changes(rating) if c.points < 0 and c.steps == 1]
    enough = [c for c in falls if rating.total + c.points < edge]
    if enough:
        named = [f"Level {c.to_level} in place of {c.from_level}" for c in enough]
        return Answer(lead=f"{lead}{listed(named, 'or')} does it alone.", trial=())
    sets = smallest_sets(rating, {str(c.factor): c.to_level for c in falls}, grades[to])
    said = [_and(s.changes) for s in sets[:SHOWN]]
    more = f"{listed(said, 'or')} would" if said else "one step in every factor does not do it"
    return Answer(lead=f"{lead}no single step does; {more}.", trial=())


def _easier(
    rating: Rating,
    sought: Mapping[str, str],
    factors: Sequence[str],
    rate: Rate,
    target: str,
    first: int,
) -> Answer | None:
    """Set beside each other what a step in each of two factors brings."""
    ahead = {**_next(rating), **sought}
    found = [(ahead[f], rate([ahead[f]])) for f in factors if f in ahead]
    if len(found) < 2:
        return None
    found.sort(key=lambda one: -one[1].total)
    said = [
        f"Level {lv} brings {one.total - rating.total:+,} points, to {number(one.total)}"
        for lv, one in found
    ]
    enough = [lv for lv, one in found if one.total >= first]
    reach = (
        f"Level {listed(enough, 'or')} alone reaches {target}"
        if enough
        else f"neither alone reaches {target}"
    )
    return Answer(
        lead=(
            f"**{listed(said)}; {reach}.** Which is easier to show is for the facts to say, not "
            "for the points."
        ),
        next=(f"Ask *does my case meet Level {found[0][0]}?*",),
        levels=(found[0][0],),
    )


def alone_besides(rating: Rating, first: int, named: Sequence[str]) -> str:
    """Return which single steps of other factors bring enough; empty where none does."""
    tried = {level.rpartition("-")[0] for level in named}
    others = [c for c in _steps(rating, first - rating.total) if str(c.factor) not in tried]
    told = [f"Level {c.to_level} ({number(rating.total + c.points)} points)" for c in others]
    return (
        f" Of the other factors one step more does: {listed(told[:SHOWN], 'or')}." if told else ""
    )


def _steps(rating: Rating, needed: int) -> list[Change]:
    """Return the single steps that bring enough, the smallest first."""
    from core.fes.whatif.changes import single_changes

    found = [c for c in single_changes(rating) if c.points >= needed and c.steps == 1]
    return sorted(found, key=lambda c: c.points)


def _next(rating: Rating) -> dict[str, str]:
    """Return the next level of each factor."""
    from core.fes.whatif.changes import single_changes

    return {
        str(c.factor): c.to_level for c in single_changes(rating) if c.points > 0 and c.steps == 1
    }


def _shown(lead: str, changes: Iterable[Change], beside: Sequence[str]) -> Answer:
    levels = tuple(change.to_level for change in changes)[:1]
    return Answer(
        lead=f"{lead} Whether a level is met is for the facts to say.",
        next=(f"Ask *does my case meet Level {levels[0]}?*",) if levels else (),
        levels=levels,
        trial=tuple(beside),
    )


def _with(levels: Sequence[str]) -> str:
    return f"With {listed([f'Level {one}' for one in levels])} " if levels else "Now "


def _and(changes: Iterable[Change]) -> str:
    return " with ".join(f"Level {change.to_level}" for change in changes)


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def as_credited(named: list[str], context: Context) -> Answer:
    """Say that levels named are those credited, and which of them nothing lies below."""
    assert context.evaluation is not None  # noqa: S101 - checked by the caller
    now = context.evaluation
    said = listed([f"Level {level}" for level in named])
    last = [level for level in named if level_below(level, context) == level]
    below = (
        f" Nothing lies below Level {listed(last, 'or')}: it cannot be taken away." if last else ""
    )
    are = "is" if len(named) == 1 else "are"
    return Answer(
        lead=(
            f"**{said} {are} credited already: it stays {number(now.total)} points, {now.grade}.**"
            f"{below}"
        ),
        next=("Name a level other than those credited, and it is tried.",),
        levels=tuple(named[:1]),
        factors=(named[0].rpartition("-")[0],),
        trial=(),
    )
