"""By which standard the open case's work is to be graded: the case's, and what its series names."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import as_known, listed
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
    asks=(
        "Which standard is my job supposed to be graded by?",
        "What standard applies to this position?",
        "by which guide should the employee's work be evaluated",
        "Is this the right standard for her job?",
        "what criteria are used for my position",
        "which standard is used in this case",
        "what is my job measured against",
        "which standard governs the grade here",
        "under which standard was this position classified",
        "the standard for this case",
        "what guide do they have to use for my work",
        "is my position scored by the correct standard",
        "for the job I typed in, which book did they grade out of and was that proper",
        "what yardstick goes with the duties in this case",
        "did HR use the wrong guide on me? look at my case",
        "which criteria should the agency have taken for my file's position",
        "the agency used the admin analysis guide on this one, is that the one that fits",
        "name the standard that controls in the open case",
        "so what am I being rated under here",
        "for the employee in this case: job family standard or guide, which one governs",
        "based on what I told you about my work, which published criteria apply to it",
        "Is she being evaluated with the proper document? She mostly writes policy.",
        "what publication is the scoring in my case taken from",
        "they evaluated this position by a guide that sounds off to me, which is right for it",
        "is there more than one standard in play for this case and which one wins",
        "criteria that fit the employee in my file, which ones?",
        "tell me by what guide my own job here ought to be rated",
    ),
    answer=_answer,
    needs=("case",),
    unlike=("series", "levels", "factors", "decision"),
    sure=_sure,
)
