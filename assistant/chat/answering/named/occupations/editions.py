"""Of when a standard, flysheet or handbook is: the edition used here, by the paper's own name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import as_known, documents
from assistant.chat.answering.named.occupations.titles import series_named
from assistant.chat.model import Answer, Words
from index.language.document_names import document_named

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from core.standards.model import Standard

_WHEN = re.compile(
    r"\b(?:editions?|versions?|dates?|dated|year|how (?:old|recent)|"
    r"when (?:was|did|were|has)|(?:last|most recently) (?:updated|revised))\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:flysheets?|standards?|guides?|handbooks?|introduction|gssg|jfs|job family)\b",
    re.IGNORECASE,
)
_NOT_OF_IT = re.compile(
    r"\b(?:appl(?:y|ied|ies)|use[ds]? (?:for|by|on)|deadline|effective|new standard|new standards|"
    r"my|our|change[ds]? my|appeal\w*|decision|months)\b",
    re.IGNORECASE,
)
_SERIES_PAPERS = re.compile(r"gs-\d{4}")


def edition_of(question: Question, context: Context) -> Answer | None:
    """Return the edition of the paper a question names; None when it asks for no date of one."""
    text = question.message
    if question.decision or question.levels or question.sections or question.points:
        return None
    if not (_WHEN.search(text) and _PAPER.search(text)) or _NOT_OF_IT.search(text):
        return None
    series = series_named(question)
    if len(series) == 1:
        standard = _of_series(series[0].code, context)
        return None if standard is None else _dated(standard)
    names = {
        key: known.title
        for key, known in documents().items()
        if not known.called and not _SERIES_PAPERS.fullmatch(key)
    }
    found = document_named(text, names)
    if len(found) != 1:
        return None
    known = documents()[found[0]]
    return Answer(
        lead=f"**The edition used here is that of {known.edition}:** {known.title}. Whether OPM "
        "has issued a later one is to be looked up at opm.gov.",
        next=("Ask *which standards are held?* for all of them.",),
    )


def _of_series(code: str, context: Context) -> Standard | None:
    from core.standards.catalog import list_standards

    known = {entry.id for entry in list_standards()}
    for name in (f"gs-{code}", f"gs-{code[:2]}00"):
        if name in known:
            standard = as_known(name, context)
            return standard if code in standard.series else None
    return None


def _dated(standard: Standard) -> Answer:
    return Answer(
        lead=f"**Edition used here: {standard.edition}.** {standard.title}, in "
        f"{standard.document}. Whether OPM has issued a later one is to be looked up at opm.gov.",
        words=(Words(ours=f"{standard.title}.", citation=standard.cite(standard.page)),),
        next=("Ask *which standards are held?* for all of them.",),
    )
