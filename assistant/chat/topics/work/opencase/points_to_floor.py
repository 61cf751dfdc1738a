"""What the person of the open case stands to lose: points above the floor, and the grade below."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import listed, range_words, rule
from assistant.chat.answering.procedure import counted, stakes
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.of_case import of_the_case
from assistant.text import number

_RISK = re.compile(
    r"\b(?:what (?:will |would )?happens? to|risk\w*|lose[sd]?|losing|lost|lower\w*|fall\w*|"
    r"drop\w*|at stake|worse|"
    r"go(?:es)? down|jeopard\w*|"
    r"floor|danger\w*|safe|hurt|cost|downgrad\w*|take (?:it|that|my \w+) away)\b",
    re.IGNORECASE,
)
_THEY = re.compile(
    r"\b(?:she|he|her|him|his|they|their|the (?:employee|appellant|incumbent|person)|"
    r"this (?:employee|person|"
    r"appellant))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:appeal\w*|opm|fil(?:e|es|ed|ing)|complain\w*|goes? ahead|grade|points?|floor|"
    r"position)\b",
    re.IGNORECASE,
)
_FLOOR = re.compile(
    r"\bfloor\b|\bpoints? (?:can|could|may|do|does) \w+(?: \w+)? (?:afford to )?lose\b|\bmargin\b",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"\b(?:above|over|past|beyond|clear of|inside|into)\b.{0,24}\b(?:bottom|floor|minimum|min|"
    r"cut-?off|cutting|line|lowest|threshold|start|beginning|edge)\b"
    r"|\b(?:points?|pts|how much|what)\b.{0,16}\bto spare\b|\bspare points?\b|"
    r"\b(?:points?|pts)\b.{0,30}\bbefore (?:it|he|she|i|the grade|they)\b|"
    r"\bworst\b.{0,16}\b(?:loss|drop|cut|single|level)\b|"
    r"\b(?:which|what) (?:level|factor|loss|step|single \w+)\b.{0,30}"
    r"\b(?:cost|costs|lose|loses|sink|sinks|drops?)\b|"
    r"^\W*(?:and |the |what(?:'s| is) the |my |how big is the )*(?:margin|cushion|buffer|slack)\b"
    r".{0,14}$",
    re.IGNORECASE,
)
"""How far the total stands above the lowest of its grade, in the words people have for it."""
_THIN = re.compile(
    r"\b(?:thin|solid|safe|secure|shaky|slack|cushion|buffer|leeway|breathing room|firm|margin|"
    r"how much room|room to (?:fall|lose)|comfortabl\w+|on the edge|vulnerable|exposed)\b",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"\b(?:even )?lower than (?:an? |the )?(?:gs-?)?\d|\b(?:worse|lower) (?:than|off)\b|"
    r"\bgo(?:es)? badly\b|\b(?:end(?:s|ed)? up|come out|comes out) (?:worse|(?:even )?lower)\b|"
    r"\b(?:drops?|falls?|slips?|becom(?:e|ing)|ends? up|down|come out)\b.{0,24}"
    r"\b(?:to|at|an?|as|with)\s+(?:an? |the )?(?:gs-?)?\d{1,2}\b|"
    r"\b(?:knock|drop|bring|put)\w* (?:me|her|him|it|this) (?:down|below)\b|"
    r"\bcost (?:me|her|him|us|them) (?:the|my|her|his)\b|"
    r"\b(?:lose|take|losing|taken?)\b.{0,12}\b(?:grade|(?:the|my|her|his) \d{1,2})\b",
    re.IGNORECASE,
)
_SINKS = re.compile(
    r"\b(?:push|put|knock|drop|sink|tip|pull|drag|bring|take|send|cost|lower)(?:s|ed|ing|ped|ping)?\b"
    r".{0,12}\b(?:me|it|him|her|us|this|one|a) ?(?:\w+ )?(?:under|below|down|off|lower)\b"
    r"|\b(?:push|put|knock|drop|sink|tip|pull|drag|lower)(?:s|ed|ing|ped|ping)?\b "
    r"(?:me|it|him|her|us)\W*$"
    r"|\b(?:which|what)\b.{0,24}\b(?:finding|level|factor|one|thing|it|change)\b.{0,16}"
    r"\b(?:lower|sink|drop|knock|cost)s? (?:me|it|him|her)\b"
    r"|\b(?:lowered|dropped|took|take|knock(?:ed)?|lost|lose)\b.{0,12}\b(?:one|a single) "
    r"(?:factor|level|step|notch)\b"
    r"|\bhow (?:much|many(?: points)?|little|far) (?:can|could|may|would|do|does) "
    r"(?:i|we|he|she|they|it)\b.{0,16}\b(?:lose|fall|drop|slip|take (?:off|away))\b"
    r"|\b(?:close|near|far) (?:\w+ )?(?:to|from) (?:dropping|losing|falling|slipping|the edge)\b"
    r"|\b(?:not|n't|hardly|isn't|barely) (?:much|a lot of|any|really any) "
    r"(?:room|slack|margin|cushion|leeway|space)\b|\bnot much (?:of a )?(?:room|margin|cushion)\b"
    r"|^\W*(?:and |so |but |hm+ |well |wow )*(?:that|it|this)(?:'s|s| is| looks| sounds) "
    r"(?:\w+ )?(?:tight|thin|close|narrow|slim)\b.{0,12}$",
    re.IGNORECASE,
)
"""What would bring the total under its grade, or how little is between."""
_RISES = re.compile(
    r"\b(?:up to|raise\w*|reach\w*|short of|next grade|gain\w*|higher|over)\b", re.IGNORECASE
)
_CAN = re.compile(
    r"\b(?:could|can|might|may|would|will|if|how|where|what|is|am|are|does|do)\b", re.IGNORECASE
)
_ITS_OWN = re.compile(
    r"\b(?:my|me|i|him|this|it|her|his|she|he|the score|in here)\b", re.IGNORECASE
)
_SHORT = 16
"""Words up to which a message asks for no more than how safe the grade is."""
_OTHER = (
    *("retain", "retention", "keep the grade", "griev", "opm's letter", "already", "they lowered"),
    *("they cut", "lost pay", "money", "how long", "when did", "took effect", "take effect"),
    *(
        "effective",
        "facts",
        "decision",
        "save",
        "owe",
        "offer",
        "years",
        "yrs",
        "can i appeal",
        "may i appeal",
        "want to move",
    ),
)


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    if context.evaluation is None or question.decision or question.has(*_OTHER):
        return False
    if question.levels or question.factors or question.dates or question.since:
        return False
    if _ABOVE.search(text) and not question.points and not question.percents:
        return len(text.split()) <= _SHORT
    if _SINKS.search(text) and not _RISES.search(text) and not question.percents:
        return len(text.split()) <= _SHORT
    theirs = _THEY.search(text) and _RISK.search(text) and _ASKED.search(text)
    own = of_the_case(question, context) and _ITS_OWN.search(text) and _CAN.search(text)
    held = context.evaluation.grade.rpartition("-")[2]
    # "Could it end up a 13?" asks of a gain.
    above = held.isdecimal() and any(grade > int(held) for grade in question.grades)
    shown = own and (_THIN.search(text) or _LOWER.search(text)) and not question.percents
    shown = shown and not above and len(text.split()) <= _SHORT
    return bool(theirs or (_FLOOR.search(text) and _RISK.search(text)) or shown)


def _at_risk(text: str) -> bool:
    return any(told.search(text) for told in (_RISK, _FLOOR, _ABOVE, _THIN, _LOWER, _SINKS))


def _answer(question: Question, context: Context) -> Answer | None:
    case, now = context.case, context.evaluation
    if case is None or now is None or context.opened is None:
        return None
    if not _at_risk(question.message):
        return None
    who = "You" if question.first_person else "The employee"
    hold = "holds" if who != "You" else "hold"
    held = case.current.grade
    plan = case.current.pay_plan
    rows = context.opened.standard.conversion
    place = next((n for n, row in enumerate(rows) if f"{plan}-{row.grade}" == now.grade), None)
    below = f"{plan}-{rows[place - 1].grade}" if place else ""
    above = now.margin.above_floor
    credited = f"The levels credited total {number(now.total)} points, {now.grade}"
    if held is not None and now.grade != f"{plan}-{held}":
        row = next((r for r in rows if r.grade == held), None)
        short = (
            f"{number(row.min - now.total)} points short of"
            if row and row.min > now.total
            else "beside"
        )
        lead = f"**{who} {hold} {plan}-{held}, and it is at risk if the levels credited stand:** "
        lead += f"{credited[0].lower()}{credited[1:]}, {short} {plan}-{held}. "
        if _ABOVE.search(question.message):
            head = f"**{number(above)} points above the lowest total of {now.grade}, "
            lead = f"{head}{number(now.margin.floor)}.** {lead}"
        if row is not None and row.min <= now.total:
            lead = f"**{credited}, above the {plan}-{held} held.** "
    else:
        lead = (
            f"**{who} can lose {number(above)} points and keep {now.grade}; with more taken "
            f"away it is "
            f"{below or 'a lower grade'}.** {credited}, whose lowest total is "
            f"{number(now.margin.floor)}. "
        )
        lead += _alone(context)
    years = counted("retention-period")
    lead += (
        "OPM decides the whole position and may lower it; most people then keep the grade for "
        f"{years} years."
    )
    at_stake = stakes(context)
    floor = next((row for row in rows if row.min == now.margin.floor), None)
    primary = context.opened.standard
    return Answer(
        lead=lead,
        words=(
            rule("risk", "introduction", "downgrading and the employee is entitled"),
            *((range_words(primary, floor),) if floor is not None else ()),
        ),
        figures=() if at_stake is None else at_stake.figures,
        whose="For the open case, by the core",
        next=("Have every factor checked first, not only those in dispute.",),
    )


def _alone(context: Context) -> str:
    """Say which level, a single step lower, loses the grade by itself."""
    from core.fes.whatif.thresholds import flips

    assert context.opened is not None  # noqa: S101 - checked by the caller
    if context.opened.standard.partial:
        # What a step down would cost stands in levels that a digest lacks.
        return ""
    lost: dict[str, list[str]] = {}
    for one in flips(context.opened.rate(context.levels)):
        if one.direction == "down" and one.change.steps == 1:
            lost.setdefault(one.grade, []).append(str(one.change.factor))
    told = [f"Factor {listed(factors, 'or')} makes it {grade}" for grade, factors in lost.items()]
    return f"One level less in {listed(told, 'or')}. " if told else "No single level less does it. "


TOPIC = Topic(
    id="points-to-floor",
    title="what the employee of the open case stands to lose",
    answer=_answer,
    needs=("case",),
    unlike=("levels", "factors", "decision", "dates"),
    sure=_sure,
)
