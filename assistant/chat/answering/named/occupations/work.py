"""Which series work belongs to that is described in everyday words: what is nearest, to be read.

The series is decided by reading the definitions; this only says which to read first.
"""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, listed
from assistant.chat.model import Answer, Context, Question, Words
from core.standards.series import Series, find_series
from index.language.late import pattern
from index.models import Passage
from index.search.series import finding
from index.search.series.finding import Candidate, Trade
from index.search.series.trades import TradeTitle

_ASKED = pattern(
    r"\b(?:which|what|whats|what's|right|correct|best|proper)(?: \w+){0,2} series\b"
    r"|\bseries for (?:an?|somebody|someone|people|work)\b"
    r"|\bseries (?:is|would|does|should) (?:an?|somebody|someone|a person)\b"
    r"|\b(?:someone|somebody|person|people|guy|lady|man|woman|an? \w+)\b.{3,80}[:,;-] "
    r"(?:what |which )?series\W*$",
    re.IGNORECASE,
)
_IDLE = frozenset(
    word
    for line in (
        "which what whats what's right correct best proper series occupational job jobs",
        "number code is are was be been for the a an of in on to at with and or that this it",
        "its who whom does do did doing done would should could can may must will go goes put",
        "place belong belongs fit fits use used using cover covers covered classify",
        "classified classification classifier position positions work works worker person",
        "people somebody someone employee employees man woman guy my our your his her their i",
        "me we you he she they him them one new mine has have had get gets under into as by",
        "from if so then there here gs all day every mostly mainly any thing things stuff",
        "agency office unit two both between choose pick find determine determined decide",
        "decides decided come comes came up how why when where most whole time wrong title",
        "grade level pd description duties duty sort kind type line same other another mixed",
        "mix several different apply applies supervisor's supervisory degree highest main",
        "primary paramount controls controlling control match matches am i'm call called name",
        "named standard standards no",
    )
    for word in line.split()
)
"""Words that describe no work by themselves."""
_RULES = pattern(
    r"\b(?:mixed|several|two|both|more than one|equally|wrong|my degree|interdisciplinary|appeal|"
    r"change[ds]?|moved|abolish\w*|cancel\w*|half|titles?|predominat\w*|three|four|neither|none|"
    r"same group)\b",
    re.IGNORECASE,
)
"""Questions on the rules for series, which topics answer."""
_HEAD = pattern(
    r"\b(?:is|for|does|would|should|covers?|are|be) (?:an? |the )(?P<who>[\w' -]{3,40}?)"
    r"(?: (?:at|in|on|for|with|who|that|of|from|working|be|belong|go|fall|under)\b|\W*$)",
    re.IGNORECASE,
)
"""Somebody called by a trade, before it is said where: "a plumber on a base"."""
_IT = pattern(r"\bIT\b|\bit (?=specialists?\b)")
NAMED = 3
"""How many series are named."""


def series_of_work(question: Question, context: Context) -> Answer | None:
    """Return the series nearest to the work told; None when no work is told."""
    text = question.message
    if context.library is None or not _ASKED.search(text) or _RULES.search(text):
        return None
    if question.series or question.levels or question.decision or question.standards:
        return None
    told = _work(text)
    if not told:
        return None
    head = _HEAD.search(text)
    called = _work(head["who"]) if head is not None else ""
    who = finding.find(context.library, called, k=1) if called else None
    if who is not None and who.trade_title is not None and who.trade_title.whole:
        return _of_trade(who.trade_title, who.trade)
    found = finding.find(context.library, told, k=NAMED)
    if found.trade_title is not None and found.trade_title.whole:
        return _of_trade(found.trade_title, found.trade)
    near = [one for one in found.candidates if one.shared or one.announced]
    if not near:
        return None
    first, others = near[0], near[1:]
    also = listed([f"{one.code}, {one.title}" for one in others], "and")
    beside = f" Read beside it: {also}." if others else ""
    general = (
        " It is for work that no other series covers, so rule the others out first."
        if first.catch_all
        else ""
    )
    trade = found.trade
    if trade is not None:
        beside += (
            " Doing it with one's hands is trades work, outside the General Schedule: "
            f"{trade.code}, {trade.title}."
        )
    return Answer(
        lead=(
            f"**{first.code}, {first.title}, is the nearest to that work.**{general}{beside} The "
            "primary work and the knowledge it cannot be done without decide, so read the "
            "definitions against the duties."
        ),
        words=(*(_words(one) for one in near[:2]), _rule()),
        next=(
            "Name the main duties with their shares of time, and the nearest is looked up again.",
        ),
    )


def series_called(who: str, context: Context) -> list[Series]:
    """Return the one series nearest to people called by their work: "accountants"."""
    spelled = _IT.sub("information technology", who)
    if context.library is None or not (told := _work(spelled)):
        return []
    found = finding.find(context.library, told, k=1)
    near = [one for one in found.candidates if one.shared or one.announced]
    named = find_series(near[0].code) if near and found.trade_title is None else None
    return [] if named is None else [named]


def _of_trade(named: TradeTitle, held: Trade | None) -> Answer:
    """Return what the title of a trade says: it is of the Federal Wage System."""
    one = named.near[0]
    listed_there = f"The Handbook lists {one.title} among the trades."
    return Answer(
        lead=(
            f"**None: that is a trade, {one.code}, {one.title}, of the Federal Wage System, pay "
            f"plan {named.plan}.** Work that needs a trade, a craft or labor above all is outside "
            "the General Schedule. OPM's job grading standards grade it; they are not held here."
        ),
        words=(
            law(
                "5-usc-51",
                "5 U.S.C. 5102(c)(7)",
                "employees in recognized trades or crafts",
                "The General Schedule does not cover trades, crafts and manual labor.",
            ),
            law(
                "introduction",
                "20",
                "this requirement is paramount, the position is under the Federal Wage System",
                "Where a trade's knowledge is paramount, the Federal Wage System covers the job.",
            ),
            law("occupational-handbook", one.page, one.code, listed_there)
            if held is None
            else _passage(listed_there, held.passage),
        ),
        next=("Name the duties instead, where they need other knowledge above all.",),
    )


def _work(text: str) -> str:
    """Return the words of a question that describe work."""
    words = re.findall(r"[a-z0-9'&/-]+", text.lower().replace("\u2019", "'"))
    return " ".join(word for word in words if word not in _IDLE)


def _words(one: Candidate) -> Words:
    name = f"{one.code} is the series {one.title}."
    if one.passage is None:
        return law("occupational-handbook", "", f"{one.code} – {one.title}", name)
    return _passage(name, one.passage)


def _passage(ours: str, passage: Passage) -> Words:
    return Words(ours=ours, passage=passage.id, anchor=" ".join(passage.text.split()[:9]))


def _rule() -> Words:
    return law(
        "introduction",
        "13",
        "represents the primary work of the position",
        "In most positions one series stands for the primary work, the highest level of work and "
        "the paramount qualifications.",
    )
