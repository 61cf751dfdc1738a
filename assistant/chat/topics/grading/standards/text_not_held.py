"""The words of a standard or guide that is not here: which document holds them, how to get it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import not_held
from assistant.chat.model import Answer, Context, Question, Topic

if TYPE_CHECKING:
    from core.standards.series import Series
    from index.sources.catalogue import Source

_TRADE = re.compile(r"\bw[gls][\s-]*(?P<code>\d{4})\b", re.IGNORECASE)
_CODE = re.compile(
    r"\b(?:gs|series|standard|family)[\s-]*(?P<a>\d{3,4})\b"
    r"|\b(?P<b>0\d{3}|\d{4})\s+(?:series\s+|job\s+family\s+)?(?:standard|flysheet|guide)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:standards?|flysheet|job family|job[- ]grading|grad(?:ing|e)[- ](?:evaluation )?(?:guide|"
    r"criteria)|guide|series)\b",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"\b(?:quote\w*|words?|wording|text|verbatim|exact\w*|language|say|says|said|read me|show me|"
    r"print|copy|describe[sd]?|description|definition|define[sd]?|require[sd]?|level \d|"
    r"criteria|give me|look like|mean[st]?)\b|\b[1-9]-[1-9]\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:the|in|of|for|under|from|by)\s+(?P<name>[a-z][a-z ,&/-]{3,60}?)\s+(?:job family |"
    r"classification |position classification |grade evaluation |evaluation |series |grading |"
    r"grade level )*(?:standard|series|flysheet|guide)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:standard|flysheet|guide|job family)\s+(?:on|for|covering)\s+(?:the\s+)?"
    r"(?P<name>[a-z][a-z ,&/-]{3,60})",
    re.IGNORECASE,
)
_COMMON = frozenset(
    {
        *("and", "for", "the", "work", "series", "standard", "standards", "guide", "general"),
        *("administration", "management", "position", "classification", "family", "professional"),
        *("administrative", "technical", "services", "service", "grade", "level", "evaluation"),
        *("support", "group", "program", "programs", "operations", "specialist"),
    }
)
"""Words of so many titles that they name none."""
_LIST = 3
_OPM = "OPM, opm.gov, Classification & Qualifications"


def _sure(question: Question, context: Context) -> bool:
    # Several levels in a row are added up, whatever they were of: their points are the same.
    asked = (
        _TEXT.search(question.message) and not question.decision and len(question.levels) < _LIST
    )
    return bool(asked) and _missing(question, context) is not None


def _answer(question: Question, context: Context) -> Answer | None:
    return _missing(question, context)


def _missing(question: Question, context: Context) -> Answer | None:
    """Return the answer that names the document not held; None when nothing is missing."""
    text = question.message
    trade = _TRADE.search(text)
    if trade is not None:
        return _trade(trade["code"], context)
    code = _CODE.search(text)
    series = (code["a"] or code["b"]).zfill(4) if code else "".join(question.series[:1])
    if not _PAPER.search(text) and not (series and question.levels):
        return None
    return _of_series(series, context) if series else _of_name(text, context)


def _trade(code: str, context: Context) -> Answer | None:
    if _in_library(context, code, ""):
        return None
    return not_held(
        f"**The job grading standard for occupation {code} is not held here**, and no Federal Wage "
        "System standard is; nothing can be quoted from it, and the General Schedule's factor "
        "levels do not stand in for it.",
        f"the Federal Wage System job grading standard for occupation {code}",
        "OPM, opm.gov, Classification & Qualifications, Federal Wage System",
    )


def _of_series(code: str, context: Context) -> Answer | None:
    from core.overview import holdings
    from core.standards.series import FIRST_TRADE, find_series, group_of

    if any(code in one.series for one in holdings() if not one.problem):
        return None
    series = find_series(code)
    if series is None and code >= FIRST_TRADE:
        return _trade(code, context)
    sources = [s for s in _catalogue() if code in s.series]
    group = group_of(code)
    if group is not None and group.code == code:
        if any(one.startswith(code[:2]) for h in holdings() for one in h.series):
            return None
        sources = sources or [s for s in _catalogue() if code in s.title]
        if _in_library(context, code, sources[0].title if sources else ""):
            return None
        return _named(f"the job family standard GS-{code}, {group.title}", sources)
    if series is None or _in_library(context, code, sources[0].title if sources else ""):
        return None
    return _named(_paper(series), sources)


def _paper(series: Series) -> str:
    code, title = series.code, series.title
    return {
        "standard": f"the classification standard for the {title} Series, GS-{code}",
        "flysheet": f"the flysheet for the {title} Series, GS-{code}",
        "family": f"the job family standard that covers the {title} Series, GS-{code}",
    }.get(series.issued, f"a document on the {title} Series, GS-{code}")


def _of_name(text: str, context: Context) -> Answer | None:
    """Return what is missing of a standard or guide called by the name of its work."""
    from core.overview import holdings
    from core.standards.series import all_series

    for found in (*_AFTER.finditer(text), *_NAMED.finditer(text)):
        asked = _stems(found["name"])
        if not asked:
            continue
        here = [_stems(h.title) for h in holdings() if not h.problem]
        titles = [d.title for d in context.library.documents()] if context.library else []
        if any(asked <= title for title in (*here, *map(_stems, titles))):
            return None
        called = [s for s in _catalogue() if asked <= _stems(s.title)]
        best = min(called, key=lambda s: _unlike(s.title, found[0], asked), default=None)
        if best is not None and not (set(best.series) & _held_series()):
            return _named(f"the {best.title}", [best])
        series = next((s for s in all_series() if asked <= _stems(s.title)), None)
        if series is not None and series.code not in _held_series():
            return _named(_paper(series), [s for s in _catalogue() if series.code in s.series])
    return None


def _named(paper: str, sources: list[Source]) -> Answer:
    more = "Nothing is given from another standard in its place."
    if sources:
        more += f" `fes sources sync --only {sources[0].name}` fetches it from OPM."
    return not_held(
        f"**Not held here: {paper}.** So its words and levels cannot be quoted.",
        paper if not sources else f"“{sources[0].title}”",
        _OPM,
        more,
    )


def _unlike(title: str, said: str, asked: set[str]) -> tuple[bool, int]:
    """Return how far a title is from what was said: of another kind, or of more besides."""
    guide = re.compile(r"\bguide\b", re.IGNORECASE)
    other = (guide.search(title) is None) != (guide.search(said) is None)
    return other, len(_stems(title) - asked)


def _in_library(context: Context, code: str, title: str) -> bool:
    """Return whether the reader holds a document that names the series or bears the title."""
    if context.library is None:
        return False
    wanted = _stems(title)
    return any(
        d.kind == "standard"
        and (
            code in d.title
            or code in d.id.partition("-")[0]
            or (wanted and wanted <= _stems(d.title))
        )
        for d in context.library.documents()
    )


def _held_series() -> set[str]:
    from core.overview import holdings

    return {code for one in holdings() if not one.problem for code in one.series}


@cache
def _catalogue() -> tuple[Source, ...]:
    from index.sources.catalogue import load

    return tuple(s for s in load() if s.kind in {"standard", "guide"})


def _stems(text: str) -> set[str]:
    """Return what tells a title apart: its less common words, without their endings."""
    words = re.findall(r"[a-z]{4,}", text.lower())
    return {re.sub(r"(?:ing|ers|er|s|ian|ians)$", "", w) for w in words if w not in _COMMON}


TOPIC = Topic(
    id="text-not-held",
    title="the words of a standard that is not held",
    answer=_answer,
    unlike=("decision",),
    order=20,
    sure=_sure,
)
