"""What of the open case a question speaks of: a duty, a factor, the facts and who states them.

People do not name a duty by its title nor a factor by its number: "the spill work", "the heavy
lifting", "what my boss says". A duty or a fact is known by the words it shares with the question,
a factor by the everyday words for what it measures, a side by what it is called.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from assistant.chat.reading.exact import factors_in
from core.model import Fact
from index.language.structure import factor_of
from index.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.chat.model import Context, Question
    from core.model import Case, Duty

Side = Literal["employee", "supervisor", "description", "papers"]

_COMMON: Final = frozenset(
    words(
        "work job duty duties time day week month year program grade level case position file "
        "count percent share part anything enough case say said says make made take do does "
        "write tell state claim talk think see have get got go "
        "employee supervisor boss side facts fact people thing much many most review decide"
    )
)
"""Words that single out no duty and no fact."""
_ASKS: Final = re.compile(r"\b(?:what|which|who|how|where|when|why)\b", re.IGNORECASE)
"""A question put behind something else: "if this goes badly what grade am I"."""
_STEM: Final = 4
_BARE_FACTOR: Final = re.compile(
    r"\b(?:on|for|in|under|about|number|at)\s+(?P<f>[1-9])(?=\s*(?:[?.,;!]|$)|\s+(?:in|by|then|"
    r"now|and)\b)",
    re.IGNORECASE,
)
"""A factor by its number alone: "what did they give me on 3"."""
_SEVERAL: Final = re.compile(
    r"\bfactors? [1-9](?:\s*(?:,|and|&|or)+\s*[1-9](?![\w-]))+", re.IGNORECASE
)
"""Several factors by their numbers: "factors 2 and 4"."""
_FACTOR_WORDS: Final = tuple(
    (factor, re.compile(rf"\b(?:{told})\b", re.IGNORECASE))
    for factor, told in (
        (
            "2",
            (
                r"supervis(?:ion|ed)|independen\w+|on (?:my|her|his|their) own|own boss|"
                r"unsupervised|"
                r"freedom|oversight|work alone|watched|autonom\w+|checked up on|look(?:s|ing)? over"
            ),
        ),
        ("3", r"guideline|rule ?books?|manuals?|guidance"),
        ("1", r"knowledge"),
        ("4", r"complex\w*|difficult\w*"),
        ("5", r"scope|impact"),
        ("7", r"purpose of"),
        ("6", r"contacts|people i (?:talk to|deal with|meet)"),
        ("8", r"lifting|physical\w*|heavy|lift\w*|strength|on (?:my|her|his) feet"),
        ("9", r"environment|protective|hazard\w*|outdoors|surroundings|gear"),
    )
)
_REFUSED: Final = re.compile(
    r"\b(?:without|w/o|w/out|minus|except|excluding|not counting|leaving out|"
    r"even if (?:they|opm) (?:refuse|deny|reject)|"
    r"if (?:they|opm|i|we|she|he) (?:refuse|deny|reject|drop|lose|don't get|do not get|"
    r"won't get)s?)\s+"
    r"(?:the |my |her |his )?(?:level )?(?=[1-9]-)",
    re.IGNORECASE,
)
_SIDES: Final[tuple[tuple[Side, re.Pattern[str]], ...]] = (
    (
        "supervisor",
        re.compile(
            r"\b(?:supervisors?|boss|chief|manager|management|lead|they|their|theirs|agency|"
            r"(?:what|does) he|him)(?:'s)?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "description",
        re.compile(r"\b(?:descriptions?|pd|job sheet)\b", re.IGNORECASE),
    ),
    (
        "employee",
        re.compile(
            r"\b(?:i|me|my side|mine|myself|employee|appellant|incumbent|herself|himself|she)\b",
            re.IGNORECASE,
        ),
    ),
)
_SOURCES: Final[tuple[tuple[Side, re.Pattern[str]], ...]] = (
    ("description", re.compile(r"\bposition description\b|\bPD\b", re.IGNORECASE)),
    (
        "supervisor",
        re.compile(r"\b(?:supervisors?|boss|chief|manager|management|lead)\b", re.IGNORECASE),
    ),
    (
        "employee",
        re.compile(r"^\W*(?:me|i|self|employee|appellant|incumbent)\b", re.IGNORECASE),
    ),
)
SIDE_NAMES: Final[dict[Side, str]] = {
    "employee": "the employee",
    "supervisor": "the supervisor",
    "description": "the position description",
    "papers": "the papers",
}


def of_the_case(question: Question, context: Context) -> bool:
    """Tell whether a question may be meant for the open case at all.

    What is told and not asked is a fact to take. The bundled example is nobody's own: "my grade"
    is not its grade. A decision or a paragraph of law that is named is what is asked about.
    """
    if context.case is None or question.decision or question.sections:
        return False
    asks = question.asks or _ASKS.search(question.message)
    return bool(asks) and (context.own or not question.first_person)


def duties_named(message: str, case: Case) -> list[Duty]:
    """Return the duties a message names by words of their titles, else the one by its text."""
    said = _telling(message)
    titled_by = [(len(_shared(said, duty.title)), duty) for duty in case.duties]
    best_title = max((score for score, _ in titled_by), default=0)
    if best_title:
        # "Physical security" is not also the personnel security beside it.
        return [duty for score, duty in titled_by if score == best_title]
    scores = [(len(_shared(said, duty.text)), duty) for duty in case.duties]
    most = max((score for score, _ in scores), default=0)
    best = [duty for score, duty in scores if score == most and most]
    return best if len(best) == 1 else []


def titled(message: str, duty: Duty) -> bool:
    """Tell whether a message names a duty by a word of its title."""
    return bool(_shared(_telling(message), duty.title))


def differing_shares(duties: Iterable[Duty]) -> list[Duty]:
    """Return the duties whose share of time the two sides put differently."""
    return [
        duty
        for duty in duties
        if duty.percent_employee is not None
        and duty.percent_supervisor is not None
        and duty.percent_employee != duty.percent_supervisor
    ]


def facts_named(message: str, case: Case, least: int = 1) -> list[Fact]:
    """Return the facts that share telling words with a message, those that share most first.

    What the case remarks on its position description counts as a fact of the description, and the
    evidence of a finding as one of its factor.

    Args:
        message: the question.
        case: the open case.
        least: how many telling words a fact has to share.
    """
    said = _telling(message)
    facts = list(case.facts)
    for finding in case.findings:
        factor = factor_of(finding.aspect.partition(".")[0])
        facts += [Fact(text=e.text, source=e.source, factor=factor) for e in finding.evidence]
    if case.position_description.remarks:
        facts.append(
            Fact(
                text=case.position_description.remarks,
                source="the case, on the position description",
            )
        )
    scored = [(len(_shared(said, fact.text)), fact) for fact in facts]
    found = [(score, fact) for score, fact in scored if score >= least]
    return [fact for _, fact in sorted(found, key=lambda one: -one[0])]


def factor_spoken(question: Question) -> str:
    """Return the one factor a question speaks of, by number, name or everyday word; else empty."""
    if question.factors:
        return question.factors[0] if len(question.factors) == 1 else ""
    bare = _BARE_FACTOR.search(question.message)
    if bare is not None and not question.grades:
        return bare["f"]
    return next((f for f, told in _FACTOR_WORDS if told.search(question.message)), "")


def factors_spoken(text: str) -> tuple[str, ...]:
    """Return every factor a text speaks of, by number, name or everyday word, in their order."""
    told = [factor for factor, words_ in _FACTOR_WORDS if words_.search(text)]
    for one in _SEVERAL.finditer(text):
        told += re.findall(r"[1-9]", one.group())
    return tuple(sorted({*factors_in(text), *told}))


def all_but_refused(question: Question, context: Context) -> list[str]:
    """Return the levels sought beside the one that a question takes for refused.

    "Can I get there without 2-5?" asks for the rest; of anything else nothing is returned.
    """
    if context.opened is None or len(question.levels) != 1 or not _REFUSED.search(question.message):
        return []
    sought = [
        level
        for factor, level in context.opened.sought.items()
        if context.levels.get(factor) != level
    ]
    refused = question.levels[0]
    return [level for level in sought if level != refused] if refused in sought else []


def side_of(fact: Fact) -> Side:
    """Return which side states a fact, by its source."""
    return next((side for side, told in _SOURCES if told.search(fact.source)), "papers")


def sides_named(message: str) -> list[Side]:
    """Return the sides a message speaks of, the one that is asked about first."""
    return [side for side, told in _SIDES if told.search(message)]


def _telling(message: str) -> set[str]:
    return {
        word
        for word in words(message)
        if word not in _COMMON and len(word) >= _STEM - 1 and word.isalpha()
    }


def _shared(said: set[str], text: str) -> set[str]:
    own = {word for word in words(text) if word not in _COMMON}
    return {word for word in own if word in said or any(_alike(word, one) for one in said)}


def _alike(word: str, said: str) -> bool:
    """Tell whether one of two words is the other with a little more: rule and rulemaking."""
    short, long = sorted((word, said), key=len)
    return len(short) >= _STEM and long.startswith(short) and len(long) - len(short) < _STEM
