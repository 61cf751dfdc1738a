"""Levels tried in few words on the open case: "2-4 only?", "both", "the smallest bump to 2,355".

People leave out what the case already says. What is tried is read here: all that is sought, a part
of it, levels named beside it, each of them alone, or the smallest step that reaches a total.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from assistant.chat.answering.kit import level_of, listed
from assistant.chat.answering.reckoning.arithmetic import tried
from assistant.chat.answering.reckoning.goals import alone_besides
from assistant.chat.model import Answer
from assistant.chat.reading.of_case import factors_spoken
from assistant.chat.reading.pulls import earns
from assistant.text import number
from core.errors import LevelError

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from core.fes.opened import OpenedCase

Kind = Literal["levels", "each", "smallest"]

_LEVEL: Final = re.compile(
    r"(?<![\w-])(?:level\s+)?[1-9]\s?-\s?(?:\d|[a-d])(?![\w-])", re.IGNORECASE
)
_SAYS_TRIAL: Final = re.compile(
    r"\b(?:only|just|alone|instead|by itself|on (?:its|their) own|nothing else|grant\w*|"
    r"credit\w*|accept\w*|allow\w*|g[ai]ves?|given|gets?|got|wins?|won|through|thru|"
    r"both|together|n)\b",
    re.IGNORECASE,
)
_FILLERS: Final = frozenset(
    word
    for line in (
        "and or if then ok okay so what about how with i they she he we you opm it me him her us",
        "them by itself on its own their nothing else but not for the a an level levels total",
        "grade points pts that those two these to up put would could be is was were s suppose say",
        "when now here please pls alone only just instead both together n granted grant grants",
        "credited credit credits accepted accept allowed allow gave give gives given get gets got",
        "win wins won goes go went through thru of one does do did are my his thing things which",
        "where stand land come comes out end ends carry carries lift lifts push bring brings take",
        "takes reach reaches make makes enough this there all way",
    )
    for word in line.split()
)
"""Words beside the levels that ask of nothing but their total."""
_WHOLE: Final = (
    re.compile(
        r"^\W*(?:(?:and|so|ok|then|what|if|with|about|how|plus)\W+)*(?:both|all|everything)"
        r"(?: (?:of|two|three|four|five|six) ?(?:it|them|that|these)?| it| that)?"
        r"(?: levels?| things?)?(?: (?:granted|credited|given|won|win|together))?\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:both|all|everything|every (?:level|thing)|each|whatever|"
        r"(?:the|my|his|her|those|these) (?:two|three|2|3|levels))\b(?! (?:sides?|ways|"
        r"parties|kinds|agree\w*)\b).{0,40}\b(?:ask\w*|seek\w*|sought|claim\w*|want\w*|request\w*|"
        r"grant\w*|credit\w*|g[ai]ve\w*|goes through)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:if|suppose|say|when|assum\w+|with|counting)\b.{0,24}\b(?:wins?|won|gets?|got|grants?|"
        r"gives?|gave|credits?|counting|with)\b.{0,16}\b(?:both|all|everything|every level|"
        r"what (?:i(?:'?m| am)?|(?:she|he)(?:'?s| is)?|they(?:'?re| are)?) (?:ask|seek|want)\w*|"
        r"the (?:two|three|2|3))\b",
        re.IGNORECASE,
    ),
    re.compile(r"\bwith (?:both|all (?:of )?(?:it|them|that)|everything)\b", re.IGNORECASE),
    re.compile(
        r"\b(?:if|suppose|with|counting)\b.{0,24}\b(?:everything|all|both)\b.{0,30}\b(?:wins?|won|"
        r"grant\w*|credit\w*|accept\w*|allow\w*|asks?|seeks?|sought|wants?)\b",
        re.IGNORECASE,
    ),
)
_WHAT_IS_ASKED: Final = re.compile(
    r"\b(?:on top of|besides|beside|in addition to|plus|beyond|over and above|with|after)\s+"
    r"(?:what (?:i(?:'?m| am)?|(?:she|he)(?:'?s| is)?|(?:they|we)(?:'?re| are)?|is) "
    r"(?:ask|seek|sought|want|claim|request)\w*|"
    r"(?:the|my|his|her|those|these) (?:two|three|four|2|3|4|levels?|ones?)|both|all|those|"
    r"everything|them)\b",
    re.IGNORECASE,
)
_EACH: Final = re.compile(
    r"\b(?:which|either|any|does either|is either|is one|would one|will one)\b.{0,40}"
    r"\b(?:alone|by itself|on its own|enough|suffic\w+|singly|single-handed\w*)\b"
    r"|\b(?:one|half|part) of (?:the|my|her|his|what|those|these|it|them)\b.{0,30}"
    r"\b(?:ask\w*|seek\w*|sought|two|three|levels?|want\w*|enough)\b"
    r"|\bhalf of what\b|\b(?:wins?|won|gets?|got|granted|given) (?:me |only |just )*(?:the )?"
    r"(?:one|half)\b",
    re.IGNORECASE,
)
_SMALLEST: Final = re.compile(
    r"\b(?:smallest|least|lowest|cheapest|easiest|minimum|fewest|tiniest|shortest|single|one|just "
    r"one|which|what)\b.{0,24}\b(?:step|bump|raise|jump|change|increase|move|notch|extra level|"
    r"level (?:up|more)|more level|other level|level on top|thing)\b",
    re.IGNORECASE,
)
_REACHES: Final = re.compile(
    r"\b(?:reach\w*|gets?|got|to|makes?|brings?|lifts?|need\w*|for|hits?|cross\w*|do it)\b",
    re.IGNORECASE,
)
_TOTAL: Final = re.compile(r"(?<![\w.,-])(\d,?\d{3}|\d{3})(?!\w|,\d|-)")
_GRADE: Final = re.compile(
    r"\b(?:gs[\s-]*|an?\s+|the\s+|reach\s+|to\s+)0?(1[0-5]|[2-9])\b(?![-,\d]|\s*(?:points|pts|%))",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"\b(?:meet|meets|met|mean\w*|require\w*|why|argu\w*|evidence|facts?|prove\w*|show\w*|duty|"
    r"duties|series|standard|deadline|appeal (?:to|both)|agency and|retain\w*|retention|plain|"
    r"english|quote|text|decision|shares?|"
    r"exceed\w*|criteria|worth|weak\w*|strong\w*|in dispute|which factor|"
    r"(?:would|do|will) you|list|(?:what|which) level of)\b",
    re.IGNORECASE,
)
_STEPS: Final = re.compile(
    r"\b(?P<n>one|two|three|1|2|3|a|another)\s+(?:more |whole )?(?:levels?|steps?|notch\w*|up|down|"
    r"more|less|off|higher|lower|better|worse)\b"
    r"|\b(?:up|down|plus|minus|raise[sd]?|cut|lowered?|drops?|dropped)\s+(?:by )?"
    r"(?P<m>one|two|three|1|2|3|a)\b(?: (?:levels?|steps?|notch\w*))?",
    re.IGNORECASE,
)
_DOWNWARD: Final = re.compile(
    r"\b(?:down|minus|less|off|lower\w*|worse|cut|drop\w*|los[et]|losing|take[sn]?|away|below)\b",
    re.IGNORECASE,
)
_EVERY: Final = re.compile(
    r"\b(?:each|every) (?:single )?(?:factor|level|one)\b|\b(?:all|everything)\b", re.IGNORECASE
)
_DENIED: Final = re.compile(
    r"\b(?:den(?:y|ied)|refus\w+|reject\w*|not|without|but no|no|lost|lose|fails?|turned down|"
    r"drop\w*)\b",
    re.IGNORECASE,
)
_GIVEN_UP: Final = re.compile(r"\b(?:g[ai]v(?:e|es|ing) up|let(?:ting)? go)\b", re.IGNORECASE)
"""What is given up is not tried: the rest of what is sought is."""
_REST: Final = re.compile(
    r"\b(?:the (?:other (?:two|three|four|one)|others?|rest)|everything else|all else)\b",
    re.IGNORECASE,
)
_CLAUSES: Final = re.compile(r"[,;.]+\s*|\s+(?:and|but|while)\s+", re.IGNORECASE)
_GRANTED: Final = re.compile(
    r"\b(?:only|just|alone|grant\w*|goes? through|went through|agree\w*|wins?|won|gets?|got|"
    r"g[ai]ve\w*|given|credit\w*|accept\w*|allow\w*|keep)\b",
    re.IGNORECASE,
)
_IN_PLACE: Final = re.compile(
    r"\b(?:if|instead|lost|lose|drop\w*|cut|down|from|became|becomes|went|goes|rather than|"
    r"in place of|moved?|marked?|still)\b",
    re.IGNORECASE,
)
_SUPPOSED: Final = re.compile(
    r"\b(?:if|worst case|best case|suppos\w+|assum\w+|imagine|say (?:they|it|opm|hr|i))\b",
    re.IGNORECASE,
)
_CAME_TO: Final = re.compile(
    r"\b(?:(?:what|which|whose) grade|then what|what then|what happens|the total|how many points|"
    r"points then|(?:where|what) (?:does|would|will) (?:that|it|this) (?:leave|put|make|come)\w*|"
    r"am i still|still an? (?:gs-?)?\d+)\b|"
    r"\b(?:f[ae]ll|drop|slip|went|go|c[ao]me|r[io]se|mov|rais|lower|cut)\w* (?:\w+ ){0,3}to [1-9]-",
    re.IGNORECASE,
)
"""A level supposed, and what it comes to asked: a level on trial, however the rest is put."""
_FEW, _MOST_WORDS = 18, 22


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried: levels together, each alone, or the smallest step beside them."""

    kind: Kind
    levels: tuple[str, ...]
    target: int | None = None


def supposed(text: str) -> bool:
    """Return whether something is supposed and it is asked what it comes to."""
    return bool(_SUPPOSED.search(text) and _CAME_TO.search(text))


def trial(question: Question, context: Context) -> Trial | None:
    """Return what a message tries on the open case; None when it tries nothing in few words."""
    text = question.message
    if context.evaluation is None or context.opened is None or question.decision:
        return None
    if len(text.split()) > _MOST_WORDS or _OTHER.search(text) or earns(text):
        return None
    if question.dates or question.since or question.series or question.percents:
        return None
    sought = sought_beyond(context)
    named = tuple(one for one in question.levels if _known(one, context))
    beside = bool(sought) and bool(_WHAT_IS_ASKED.search(text))
    if _SMALLEST.search(text) and _REACHES.search(text) and not named:
        target = _target(question, context, sought if beside else ())
        if target is not None:
            return Trial("smallest", sought if beside else (), target)
    if not question.levels and (moved := _moved(text, context)):
        return Trial("levels", moved)
    if sought and not question.levels and (part := by_word(text, context, sought)):
        return Trial("levels", part)
    if len(named) > 1 and len(named) == len(question.levels) and _EACH.search(text):
        return Trial("each", named)
    if len(sought) > 1 and not question.levels and not question.factors:
        if _EACH.search(text):
            return Trial("each", sought)
        if any(one.search(text) for one in _WHOLE):
            return Trial("levels", sought)
    if named and len(named) == len(question.levels) and beside:
        return Trial("levels", _with(sought, named))
    if instead := _instead(text, named, context):
        return Trial("levels", (instead,))
    whole = named and len(named) == len(question.levels) and not _GIVEN_UP.search(text)
    if whole and only_tries(text):
        return Trial("levels", named)
    return None


def sought_beyond(context: Context) -> tuple[str, ...]:
    """Return the levels sought that are not credited."""
    if context.opened is None:
        return ()
    levels = context.levels
    return tuple(lv for factor, lv in context.opened.sought.items() if levels.get(factor) != lv)


def _moved(text: str, context: Context) -> tuple[str, ...]:
    """Return the levels of factors, or of all of them, moved by steps told: "complexity one up"."""
    steps, opened = _STEPS.search(text), context.opened
    if steps is None or opened is None:
        return ()
    said = (steps["n"] or steps["m"]).lower()
    count = {"one": 1, "two": 2, "three": 3, "a": 1, "another": 1}.get(said) or int(said)
    by = -count if _DOWNWARD.search(text) else count
    told = factors_spoken(text)
    every = not told and bool(_EVERY.search(text))
    found = []
    for factor in opened.standard.factors:
        ladder = [level.level for level in factor.levels]
        now = context.levels.get(str(factor.factor), "")
        if (str(factor.factor) in told or every) and now in ladder:
            place = min(max(ladder.index(now) + by, 0), len(ladder) - 1)
            found.append(ladder[place])
    changed = tuple(one for one in found if context.levels.get(one.rpartition("-")[0]) != one)
    return changed if every or len(told) <= 3 else ()


def by_word(text: str, context: Context, sought: tuple[str, ...]) -> tuple[str, ...]:
    """Return the levels sought that a message says are granted, by the words for their factors.

    "Scope but not complexity" grants the one alone; "the rest" is what no clause names.
    """
    if len(text.split()) > _FEW or context.case is None or not _GRANTED.search(text):
        return ()
    by_factor = {one.rpartition("-")[0]: one for one in sought}
    named = {f for f in factors_spoken(text) if f in by_factor}
    granted: list[str] = []
    for clause in _CLAUSES.split(text):
        told = [factor for factor in factors_spoken(clause) if factor in by_factor]
        if not told and _REST.search(clause):
            told = [factor for factor in by_factor if factor not in named]
        if not _DENIED.search(clause):
            granted += [by_factor[factor] for factor in told]
    return tuple(dict.fromkeys(granted)) if named else ()


def _instead(text: str, named: tuple[str, ...], context: Context) -> str:
    """Return the level that a message puts in the place of the one credited: "8-2 to 8-1"."""
    if len(named) != 2 or len({one.rpartition("-")[0] for one in named}) != 1:
        return ""
    credited = context.levels.get(named[0].rpartition("-")[0])
    others = [one for one in named if one != credited]
    return others[0] if len(others) == 1 and _IN_PLACE.search(text) else ""


def _with(levels: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    moved = {one.rpartition("-")[0] for one in others}
    return (*(one for one in levels if one.rpartition("-")[0] not in moved), *others)


def only_tries(text: str) -> bool:
    """Tell whether nothing but the total of the levels named can be asked."""
    rest = _LEVEL.sub(" ", text)
    words = re.findall(r"[a-z]+", rest.lower())
    return bool(_SAYS_TRIAL.search(rest)) and all(word in _FILLERS for word in words)


def _known(level: str, context: Context) -> bool:
    return context.opened is not None and level_of(context.opened.standard, level) is not None


def _target(question: Question, context: Context, beside: tuple[str, ...]) -> int | None:
    """Return the total a step is to reach: named, a grade's first, or the next grade's."""
    opened = context.opened
    assert opened is not None  # noqa: S101 - checked by the caller
    base = tried(opened, context.levels, beside)
    said = [int(m.replace(",", "")) for m in _TOTAL.findall(question.message)]
    totals = [*question.points, *said]
    if totals:
        return totals[-1]
    bare = _GRADE.search(question.message)
    grade = question.grades[-1] if question.grades else int(bare[1]) if bare else None
    row = next((r for r in opened.standard.conversion if r.grade == grade), None)
    if row is not None:
        return row.min
    if question.has("next grade", "grade up", "higher grade", "next one"):
        return base.total + base.margin.to_next if base.margin.to_next else None
    return None


def of_each(trial_: Trial, context: Context) -> Answer | None:
    """Say what each level sought gives alone, and whether one is enough."""
    opened, case, now = context.opened, context.case, context.evaluation
    if opened is None or case is None or now is None:
        return None
    try:
        alone = [(lv, tried(opened, context.levels, [lv])) for lv in trial_.levels]
        whole = tried(opened, context.levels, trial_.levels)
    except LevelError:
        return None
    wanted = case.requested.grade
    row = next((r for r in opened.standard.conversion if r.grade == wanted), None)
    told = listed([f"Level {lv} gives {number(e.total)} points, {e.grade}" for lv, e in alone])
    both = "both" if len(alone) == 2 else "all of them"
    lead = f"{told}; {both} {number(whole.total)}, {whole.grade}."
    if row is not None and f"GS-{wanted}" != now.grade:
        enough = [lv for lv, e in alone if e.total >= row.min]
        none = "Neither" if len(alone) == 2 else "None"
        head = (
            f"Yes: Level {listed(enough, 'or')} alone reaches GS-{wanted}"
            if enough
            else f"{none} alone reaches GS-{wanted}"
        )
        more = "" if enough else alone_besides(opened.rate(context.levels), row.min, trial_.levels)
        lead = f"**{head}.** {lead}{more}"
    return Answer(
        lead=f"{lead} Now it is {number(now.total)} points, {now.grade}.",
        next=("Nothing was changed; ask *which level should I fight for?*",),
        levels=trial_.levels[:1],
        trial=trial_.levels,
    )


def smallest(trial_: Trial, context: Context) -> Answer | None:
    """Say which single change of level brings the fewest points that reach a total."""
    from core.fes.whatif.changes import single_changes

    opened = context.opened
    if opened is None or trial_.target is None:
        return None
    levels = {**context.levels, **{lv.rpartition("-")[0]: lv for lv in trial_.levels}}
    try:
        base = tried(opened, levels, ())
    except LevelError:
        return None
    needed = trial_.target - base.total
    beside = f"With {listed([f'Level {one}' for one in trial_.levels])} " if trial_.levels else ""
    stands = f"{beside or 'Now '}it is {number(base.total)} points, {base.grade}"
    if needed <= 0:
        return Answer(lead=f"**None is needed: {stands[:1].lower()}{stands[1:]}.**")
    ups = [c for c in single_changes(opened.rate(levels)) if c.points > 0]
    reach = sorted((c for c in ups if c.points >= needed), key=lambda c: (c.points, c.steps))
    short = f"{stands}, {number(needed)} short of {number(trial_.target)}."
    if not reach:
        best = max(ups, key=lambda c: c.points, default=None)
        most = (
            f" The largest, Level {best.to_level}, gives {number(base.total + best.points)}."
            if best is not None
            else ""
        )
        return Answer(lead=f"**No single change of level reaches it.** {short}{most}")
    least = [c for c in reach if c.points == reach[0].points and c.steps == reach[0].steps]
    named = listed([f"Level {c.to_level} ({c.points:+,})" for c in least], "or")
    grade = _grade_of(opened, base.total + reach[0].points)
    more = [c for c in reach if c.points > reach[0].points and c.steps == 1][:2]
    lead = (
        f"**{named}: {number(base.total + reach[0].points)} points, {grade}. That is the smallest "
        f"single change that reaches {number(trial_.target)}.** {short}"
    )
    if more:
        others = listed([f"Level {c.to_level} ({c.points:+,})" for c in more])
        lead += f" The next larger: {others}."
    return Answer(
        lead=f"{lead} Whether one is met is for the facts to say.",
        next=(f"Ask *does my case meet Level {least[0].to_level}?*",),
        levels=(least[0].to_level,),
        factors=(str(least[0].factor),),
        trial=(*trial_.levels, least[0].to_level),
    )


def _grade_of(opened: OpenedCase, total: int) -> str:
    row = next(
        (r for r in reversed(opened.standard.conversion) if r.min <= total),
        opened.standard.conversion[0],
    )
    return f"GS-{row.grade}"
