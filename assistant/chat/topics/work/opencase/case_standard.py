"""By which standard the open case's work is to be graded: the case's, and what its series names."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import as_known, by_job_grading, listed
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.text import escape
from core.model import Citation

_STANDARD = re.compile(
    r"\b(?:what|which)\b.{0,40}\b(?:standards?|guides?|criteria)\b|\bby which standard\b|"
    r"\bright standard\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:my|this|her|his|their|our|the (?:job|position|employee|case|appellant|work)|here)\b",
    re.IGNORECASE,
)
_GRADED = re.compile(
    r"\b(?:grade[ds]?|grading|appl\w+|use[ds]?|classif\w+|evaluat\w+|supposed|rate[ds]?|"
    r"judge[ds]?|cover\w*|"
    r"right|measured|scored?)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    text = question.message
    return bool(
        context.case is not None
        and _STANDARD.search(text)
        and _OURS.search(text)
        and _GRADED.search(text)
        and not question.decision
        and not question.series
        and not question.factors
        and not question.has("supervisor", "lead ", "team lead", "held", "hold", "two ")
    )


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    from core.overview import holdings
    from core.standards.series import find_series

    case, opened = context.case, context.opened
    if case is None or opened is None:
        return None
    if (elsewhere := by_job_grading(context)) is not None:
        return elsewhere
    standard = opened.standard
    primary = standard.id == "fes-primary"
    series = list(dict.fromkeys(s for s in (case.requested.series, case.current.series) if s))
    lead = f"**The case is scored by the {escape(standard.title)}** ({escape(standard.edition)})."
    words: list[Words] = []
    if primary:
        lead += " That alone classifies nothing: the standard of the series has to be applied."
    elif standard.series:
        fit = [s for s in series if s in standard.series]
        lead += f" It covers GS-{listed(list(standard.series))}"
        lead += (
            ", the series of this position."
            if case.current.series in fit
            else ", the series asked for."
            if fit
            else ", another series than the position's."
        )
    figures = []
    for code in series:
        known = find_series(code)
        named = f"GS-{code}" + (f", {known.title}" if known else "")
        one = next((h for h in holdings() if code in h.series and not h.problem), None)
        if one is None:
            paper = known.issued if known else "standard"
            figures.append(f"{named}: its own {paper} is not held here.")
        elif one.id == standard.id:
            figures.append(f"{named}: the {escape(one.title)} applies to it.")
        else:
            figures.append(f"{named}: the {escape(one.title)} is held.")
            sent = _referred(one.id, context)
            words += sent
            if sent and code == case.current.series:
                lead += f" For GS-{code}: {sent[0].ours}"
    return Answer(
        lead=lead,
        words=tuple(words[:2]),
        figures=tuple(figures),
        next=("The series is settled first, then its standard: what does the work mostly take?",),
    )


def _referred(standard_id: str, context: Context) -> list[Words]:
    """Return to which documents a standard that grades nothing itself sends the work."""
    standard = as_known(standard_id, context)
    return [
        Words(
            ours=sent.text,
            citation=Citation(document=standard.document, edition=standard.edition, page=sent.page),
        )
        for sent in standard.sends_to[:1]
    ]


TOPIC = Topic(
    id="case-standard",
    title="which standard the open case is graded by",
    answer=_answer,
    needs=("case",),
    unlike=("series", "levels", "factors", "decision"),
    sure=_sure,
)
