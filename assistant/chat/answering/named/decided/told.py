"""What the register tells of decisions: of one by its number or description, or of several.

The register holds what the head of each published page shows. Reasons, levels and points stand in
the texts: an answer that needs them says so and names the page.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.argue.evidence import decision_asked
from assistant.chat.answering.kit import documents, listed
from assistant.chat.answering.named.decided.asked import (
    DONE,
    MANY,
    SCHEDULE,
    SEVERAL,
    WAGE,
    Asked,
    asks_fate,
    filters,
    speaks_of_others,
)
from assistant.chat.answering.named.decided.entry import of_entry
from assistant.chat.answering.named.decided.rulings import matters
from assistant.chat.model import Answer, Context, Question
from assistant.text import escape, in_words
from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.decisions.register.facts import Entry
    from index.models import DecisionClassification

_REASONS = pattern(
    r"\b(?:why|how come|reasons?|factors?|levels?|points?|total|knowledge|complexity|scope|"
    r"guidelines|controls|paragraph|duties|says?|quote\w*|words)\b",
    re.IGNORECASE,
)
_HEAD = pattern(
    r"\b(?:which|what|when|who|where|how|did|was|were|grade|series|title|outcome|result|rul\w+|decid\w+|"
    r"agency|date|before|after|summar\w+|gist|tell|about|happened|end\w*|won|lost|bottom line)\b",
    re.IGNORECASE,
)
_DIMENSION = pattern(
    r"\b(?:which|what) (?P<by>agenc(?:y|ies)|departments?|series|occupations?|years?)\b"
    r".{0,60}\b(?:most|often|mostly|top|biggest|largest|frequent\w*|fewest|least)\b|"
    r"\bmost .{0,40}\b(?:which|what) (?P<also>agency|department|series|occupation|year)\b",
    re.IGNORECASE,
)
_BY = {"a": "agency", "d": "agency", "s": "series", "o": "series", "y": "year"}
_END = pattern(
    r"\b(?:(?P<new>most recent|newest|latest)|(?P<old>oldest|earliest))"
    r"(?: \w+){0,2} (?:decision|ruling|case|appeal)s?\b",
    re.IGNORECASE,
)
_HERE = pattern(
    r"^\W*(?:\w+ )?(?:what|which|whats|show|give|list|find)\b|\b(?:register|list(?:ed)?|you)\b",
    re.IGNORECASE,
)
_LISTS = pattern(
    r"\b(?:list|show|find|search\w*|look\w*|dig|which|how many|any|anything|name|were|did|ever|"
    r"(?:decisions?|rulings?|cases) (?:from|on|about|of|by|at))\b",
    re.IGNORECASE,
)
_EVER = pattern(r"\b(?:ever|any(?:one|body)?|somebody|someone)\b", re.IGNORECASE)
_NAME_THEM = pattern(
    r"^\W*(?:name|list|which|show|find|give|what are|tell me|any)\b", re.IGNORECASE
)
_IS_THERE = pattern(
    r"^\W*(?:so |and |but |ok(?:ay)?,? )*(?:(?:is|are|was|were) there|(?:do|have) you|"
    r"(?:has|have|did|was|were) (?:an?y?(?:one|body)?|some(?:one|body)?|opm)|any)\b",
    re.IGNORECASE,
)
"""Asks whether there is such a decision: the answer begins with yes or none."""
_ON_APPEAL = pattern(r"\b(?:appeal\w*|opm|decisions?|rulings?)\b", re.IGNORECASE)
_WHICH = pattern(
    r"^\W*which (?:ones|of them|appellants|employees)\b.{0,60}"
    r"\b(?:lose|lost|win|won|go|went|get|got)\b",
    re.IGNORECASE,
)
_ANOTHERS = pattern(
    r"\b(?:mspb|merit (?:systems? )?protection board|the board(?:'?s)?|eeoc|flra|gao|"
    r"comptroller general|federal circuit|supreme court|courts?|arbitrat\w+)\b",
    re.IGNORECASE,
)
"""Whose decisions are not OPM's."""
_WHO = pattern(
    r"^\W*(?:and |so )?who (?:all )?(?:ever )?(?:got|was|were|has (?:ever )?(?:been|gotten))"
    r" (?:ever )?(?:raised|upgraded|lowered|downgraded|cut|a higher grade)\b",
    re.IGNORECASE,
)
_PAST = pattern(
    r"\b(?:was|were|got|been|had|went|gone|came|won|lost|rose|fell|rais(?:ed|ing)|lower(?:ed|ing)|"
    r"downgraded|upgraded|upheld|sustained|changed|that|which|where)\b",
    re.IGNORECASE,
)
_WANTED = pattern(
    r"^\W*(?:(?:and|so|ok|please)\W+)*(?:i |we )?(?:need|want|find|show|list|give|get|looking|any|"
    r"which|are there|is there)\b(?!.*\b(?:days?|deadline|retention|effective|effect|pay)\b)",
    re.IGNORECASE,
)
_ANY_DONE = pattern(
    r"^\W*(?:(?:and|so|ok|is there|are there|were there|show me|find me|need|want) )*"
    r"(?:any|an?|one|some)(?:\W+[\w-]+){1,5}?"
    r" (?:(?:was|were|been|be|got|gets?|ever|that|who|where|they|it|has|have) )*"
    r"(?:rais|upgrad|lower|downgrad|cut|demot|knock|dropp|w[io]n|los[et]|upheld|sustain|denied|"
    r"went (?:up|down)|moved (?:up|down))\w*(?: (?:down|up|on appeal|by opm))*\W*$",
    re.IGNORECASE,
)
"""Asks whether there is such a decision by what became of somebody: "any 2210 raised?"."""
_DISCRETION = pattern(r"\([^)]*discretion[^)]*\)|\(covered by [^)]*\)", re.IGNORECASE)
_PAID = {WAGE: "the wage system", SCHEDULE: "the General Schedule"}
_SHOWN = 8
_IN_LEAD = 4
_PART = "The register holds the heads of a part of what OPM has published, not all of it."
_STEPS = (
    "`fes decisions list --series 0343` lists by series, agency, year and outcome.",
    "OPM publishes the texts at opm.gov, Appeal Decisions; `fes ingest FILE` adds one here.",
)


def of_number(question: Question, context: Context) -> Answer | None:
    """Return what the register tells of a decision that is named and not in the library."""
    if not question.decision or not speaks_of_others(question):
        return None
    if question.decision.lower() in documents() and matters(question):
        return None
    from index.decisions.register.facts import numbered

    library = context.library
    if library is not None and decision_asked(library, "", number=question.decision) is not None:
        return None
    found = numbered(question.decision)
    if not found or found[0].bare or not _HEAD.search(question.message):
        return None
    answer = _one(found[-1], reasons=bool(_REASONS.search(question.message)))
    if question.whole and (told := of_entry(found[-1], question.message.partition(": ")[2])):
        return replace(answer, lead=f"{told} {answer.lead.replace('**', '')}", kind="answer")
    if question.has("adequate", "inadequate", "pd", "description") and (
        found[-1].pd_inadequate != "stated"
    ):
        said = " The head of the page says nothing of the position description."
        return replace(answer, lead=answer.lead + said)
    return answer


def wants_decisions(question: Question) -> bool:
    """Tell whether decisions are to be found that went a certain way, whatever rule is near."""
    if question.decision or not SEVERAL.search(question.message):
        return False
    return bool(filters(question).outcome) and bool(_WANTED.search(question.message))


def of_register(question: Question, context: Context) -> Answer | None:
    """Return the decisions that a message describes by who or where; None when it asks for none."""
    if question.decision or question.levels or question.factors or question.points:
        return None
    text = question.message
    if not speaks_of_others(question) or _ANOTHERS.search(text):
        return None
    want = filters(question)
    several, fate = bool(SEVERAL.search(text)), asks_fate(question)
    who = bool(want.series or want.grades or want.titled or want.plan) or want.supervisory
    meant = (
        (several and bool(_DIMENSION.search(text)))
        or bool(_END.search(text) and _HERE.search(text))
        or bool(want.titled and (several or fate))
        or bool((want.agencies or want.plan) and several and _LISTS.search(text))
        or (len(want.grades) > 1 and bool(_EVER.search(text)))
        or bool(_WHO.search(text))
        or bool(several and (want.inadequate or want.steps or want.wished))
        or bool(several and want.outcome and _NAME_THEM.search(text))
        or bool(
            want.outcome
            and _IS_THERE.search(text)
            and (several or _EVER.search(text))
            and (who or _ON_APPEAL.search(text))
        )
        or bool(several and who and want.outcome and _PAST.search(text))
        or bool(who and want.outcome and _ANY_DONE.match(text))
        or bool(want.agencies and want.year and (want.outcome or fate))
        or bool(want.titled and want.year)
        or bool(several and want.series and _LISTS.search(text))
        or bool(want.agencies and _WHICH.search(text))
    )
    return listing(question, context) if meant else None


def listing(question: Question, context: Context) -> Answer | None:
    """Return the decisions of the register that a message describes; None when it tells nothing."""
    text, want = question.message, filters(question)
    end, by = _END.search(text), _DIMENSION.search(text)
    if by is not None:
        return _dimension(want, _BY[(by["by"] or by["also"])[0].lower()])
    if end is not None:
        return _at_the_end(want, newest=bool(end["new"]))
    if not want.named:
        return None
    found = want.chosen()
    if not found and want.outcome and replace(want, outcome="", steps=0).named:
        # "Did she win?" asks how it went and picks out nothing; of a series the rest is of use.
        others = listing_of(replace(want, outcome="", steps=0), text, context)
        lead = f"**None that {DONE[want.outcome]}.** {others.lead}"
        return replace(others, lead=lead)
    return listing_of(want, text, context)


def listing_of(want: Asked, text: str, context: Context) -> Answer:
    """Return the decisions of the register that are wanted."""
    found = want.chosen()
    if not found:
        return _none(want)
    if len(found) == 1 and not MANY.search(text):
        return _one(found[0], reasons=False, context=context)
    return _several(found, want, context, whether=bool(_IS_THERE.search(text)))


def _one(entry: Entry, *, reasons: bool, context: Context | None = None) -> Answer:
    name = escape(entry.number or "A decision without number")
    when = f" of {_date(entry.date)}" if entry.date else ""
    agency = ", ".join(dict.fromkeys(n for n in (entry.department, entry.component) if n))
    lead = f"**{name}{when}{f' ({escape(agency)})' if agency else ''}: {_went(entry)}.**"
    wish = entry.requested
    if wish.series or wish.grade:
        lead += f" The appellant asked for {_label(wish, '')}."
    if entry.pd_inadequate == "stated":
        lead += " OPM found the position description inadequate."
    held = context is not None and _held(context, entry)
    if reasons:
        lead += (
            " That is what the register tells; its reasons, levels and points stand in its text, "
            "which is not held here."
        )
    elif not held:
        lead += " So the register; its text, with the reasons, is not held here."
    url = f"- Published at {entry.url}" if entry.url.startswith("https") else ""
    return Answer(
        lead=lead,
        kind="not_held" if reasons else "answer",
        figures=(url,) if url else (),
        whose="From the register of decisions" if url else "",
        next=(
            f"Ask *what did OPM decide in {name}?*" if held else _STEPS[1],
            _STEPS[0],
        ),
    )


def _several(
    found: Sequence[Entry], want: Asked, context: Context, *, whether: bool = False
) -> Answer:
    ways = Counter(entry.went()[0] for entry in found)
    unknown = ways.pop("unknown", 0)
    told = [f"OPM {DONE[name]} in {number}" for name, number in ways.most_common()]
    if unknown:
        told.append(f"of {unknown} the outcome is not known")
    count = f"{len(found)} decision{'' if len(found) == 1 else 's'}"
    yes = ""
    if whether and want.outcome:
        # What can be read here is the best example.
        yes, found = "Yes: ", sorted(found, key=lambda e: not _held(context, e))
    lead = f"**{yes}{count} in the register{described(want)}"
    lead += ".** " if want.outcome else f": {listed(told)}.** "
    lead += "; ".join(f"{escape(e.number or 'no number')}, {_went(e)}" for e in found[:_IN_LEAD])
    lead += ". " if len(found) <= _IN_LEAD else "; more stand below. "
    rows = [f"- {_line(entry, context)}" for entry in found[:_SHOWN]]
    rest = len(found) - _SHOWN
    if rest > 0:
        rows.append(f"- and {rest} more: `fes decisions list` lists them.")
    return Answer(
        lead=lead + _PART,
        figures=("\n".join(rows),),
        whose="From the register" + ("" if yes else ", the newest first"),
        next=_STEPS,
    )


def _none(want: Asked) -> Answer:
    return Answer(
        lead=(
            f"**None in the register{described(want)}.** That says nothing of what OPM has "
            "decided: the register that comes with the program has a part of what is published."
        ),
        next=_STEPS,
    )


def _dimension(want: Asked, by: str) -> Answer:
    from index.decisions.register.facts import count

    found = want.chosen()
    rows = [(name, ways.total()) for name, ways in count(by, found) if name]
    rows.sort(key=lambda row: -row[1])
    if not rows:
        return _none(want)
    told = [f"{escape(name)} with {number}" for name, number in rows[:_IN_LEAD]]
    what = {"agency": "agency", "series": "series", "year": "year"}[by]
    return Answer(
        lead=(
            f"**By {what} most of the register's {len(found)} decisions{described(want)} are of "
            f"{listed(told)}.** {_PART} So few tell nothing of anybody's chances."
        ),
        next=(f"`fes decisions stats --by {by}` counts all of them.",),
    )


def _at_the_end(want: Asked, *, newest: bool) -> Answer:
    found = [entry for entry in want.chosen() if entry.date]
    if not found:
        return _none(want)
    first = found[0] if newest else found[-1]
    answer = _one(first, reasons=False)
    word = "newest" if newest else "oldest"
    lead = f"**The {word} in the register{described(want)}:** {answer.lead}"
    return Answer(lead=lead, figures=answer.figures, whose=answer.whose, next=answer.next)


def described(want: Asked) -> str:
    """Return what was asked for, in words."""
    parts = [f"series {listed([_series(code) for code in want.series], 'or')}"] * bool(want.series)
    if want.agencies:
        parts.append(listed([name.title() for name in want.agencies[:3]], "or"))
    if want.grades:
        parts.append(" to ".join(f"grade {grade}" for grade in want.grades[:2]))
    parts += [want.year] if want.year else []
    parts += [f"after {want.since - 1}"] if want.since else []
    parts += [f"before {want.until + 1}"] if want.until else []
    parts += [_PAID.get(want.plan, want.plan)] if want.plan and not want.grades else []
    if want.supervisory is not None:
        parts += ["supervisory positions" if want.supervisory else "no supervisory positions"]
    parts += ["that title"] if want.titled else []
    parts += [f"that {DONE[want.outcome]}"] if want.outcome else []
    parts += ["that found the description inadequate"] if want.inadequate else []
    parts += [f"by {want.steps} grades or more"] if want.steps else []
    parts += [f"asked for grade {want.wished}"] if want.wished else []
    return f" ({', '.join(parts)})" if parts else ""


def _series(code: str) -> str:
    from core.standards.series import find_series

    found = find_series(code)
    return code if found is None else f"{code}, {found.title}"


def _went(entry: Entry) -> str:
    way = entry.went()[0]
    before, after = _label(entry.current, ""), _label(entry.decided, entry.current.pay_plan)
    said = f"OPM {DONE[way]}" if way in DONE else "the outcome is not known"
    if before and after:
        return f"{said}, {before} to {after}" if before != after else f"{said}, {before}"
    return f"{said}, {before or after}" if before or after else said


def _label(stated: DecisionClassification, plan: str) -> str:
    """Return a classification as it is written; empty when neither series nor grade is known."""
    title = _DISCRETION.sub("", stated.title).strip()
    number = "-".join(
        part
        for part in (
            (stated.pay_plan or plan or "GS") if stated.series or stated.grade else "",
            stated.series,
            "" if stated.grade is None else str(stated.grade),
        )
        if part
    )
    return escape(", ".join(part for part in (title, number) if part))


def _line(entry: Entry, context: Context) -> str:
    agency = entry.agency
    where = f"{entry.date or 'no date'}{f', {escape(agency)}' if agency else ''}"
    held = ", in your library" if _held(context, entry) else ""
    return f"{entry.number or 'without number'} ({where}): {_went(entry)}{held}"


def _held(context: Context, entry: Entry) -> bool:
    library = context.library
    return (
        library is not None
        and bool(entry.number)
        and (decision_asked(library, "", number=entry.number) is not None)
    )


def _date(text: str) -> str:
    from datetime import date

    return in_words(date.fromisoformat(text))
