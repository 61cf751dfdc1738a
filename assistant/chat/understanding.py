"""What a message asks for, decided by plain rules so that the same words do the same thing.

Nothing here reads documents, and nothing said in a document reaches it: only what the person
typed can change the case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from core.model import Answer
from index.language.words import FOLD_DASHES

Purpose = Literal[
    "level",  # what a level requires, why it is refused or met, both sides
    "score",  # the evaluation as it stands
    "points",  # the points of a grade
    "what_if",  # what would change the grade
    "appeal",  # whether and how to contest
    "comparison",  # an argument from another employee's position
    "decision",  # what a decision ruled, on a factor or on the position
    "finding",  # an answer on an aspect of a level
    "seek",  # the level the employee asks for
    "record",  # the level of record
    "time",  # a share of time for a duty
    "fact",  # a statement about the position
    "undo",
    "help",
    "search",  # everything else: find the language
]


LEVEL = re.compile(r"(?<![\w-])(\d[A-Ba-b]?)-(\d)(?![\w-])")
ASPECT = re.compile(
    r"(?<![\w-])(\d-\d)(?:\.([a-z][a-z_-]+)|\s+(?!(?:is|are|was|has|does|do|not|and|or|for|as|because|"
    r"since|met|in|on|by|with|fully|partly)\b)([a-z][a-z_-]{3,}))"
)
DECISION = re.compile(r"\bC-\d{2,4}-\d{2}-\d{1,2}\b", re.IGNORECASE)
FACTOR_NAMES: dict[str, tuple[str, ...]] = {
    "1": ("knowledge",),
    "2": ("supervisory controls", "supervision", "supervised", "supervisor"),
    "3": ("guidelines", "guides"),
    "4": ("complexity",),
    "5": ("scope and effect", "scope", "effect"),
    "6": ("personal contacts", "contacts"),
    "7": ("purpose of contacts",),
    "8": ("physical demands",),
    "9": ("work environment",),
}
_FACTOR = re.compile(r"\bfactor\s+(\d)\b", re.IGNORECASE)
_COMPARISON = re.compile(
    r"\b(co-?workers?|colleagues?|other (?:employees?|people|positions?|specialists?)|someone else|"
    r"another (?:employee|person|position|office|specialist)|counterparts?|"
    r"(?:he|she|they)(?:'s| is|'re| are) (?:a )?gs)\b.*"
    r"(\bgs\b|grade|same (?:work|job|duties)|paid|graded|higher)|"
    r"\bsame (?:work|job|duties) as\b",
    re.IGNORECASE | re.DOTALL,
)
_APPEAL = re.compile(
    r"\b(appeal(?:s|ing)?|contest|deadline|time limits?|grade retention|retained grade|"
    r"back pay|grievance|odds|chances|worth it|how (?:strong|good) is (?:my|the) case|"
    r"what (?:should|do) i do next|next steps?)\b",
    re.IGNORECASE,
)
_WHAT_IF = re.compile(
    r"\b(what if|suppose|if i (?:got|had|were)|what would (?:change|it take)|how (?:far|close)|"
    r"what do i need|points? (?:short|away|to go)|reach gs|get to gs)\b",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"\b(score|(?:what(?:'s| is) (?:my|the|its)|what|which) grade|how many points|"
    r"what(?:'s| is) (?:my|the) total|show (?:me )?the (?:evaluation|arithmetic|points))\b",
    re.IGNORECASE,
)
GRADE = re.compile(r"\b(?:gs|grade)\s*-?\s*(\d{1,2})\b(?!-\d)", re.IGNORECASE)
_POINTS = re.compile(r"\bpoints?\b|\bpoint range\b", re.IGNORECASE)
_APPELLANT = re.compile(r"\b(?:appellants?|specialists?|analysts?)\b", re.IGNORECASE)
_RULED = re.compile(
    r"\b(?:decide[sd]?|outcome|result|rul(?:ed?|ing)|series|title|grade|levels?|refused?|denied|"
    r"reject(?:ed)?|credit(?:ed)?|win|won|lose|lost|lowered|raised|sustained)\b",
    re.IGNORECASE,
)
_SEARCH = re.compile(
    r"^\s*(find|search|look up|show me|list|which decisions?|who (?:was|were)|precedents?)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^\s*(why|what|how|who|when|where|which|does|do|did|is|are|was|were|can|could|should|would|"
    r"will|may|argue|explain|compare|tell)\b|\?\s*$",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"^\s*(fact\s*:|(?:i|i'm|i've|my|we|our|the|she|he|they|nobody|no one|all|every|most)\b)",
    re.IGNORECASE,
)
_NOT_MET = re.compile(
    r"\b(is not met|isn't met|not met|unmet|does not meet|doesn't meet|do not meet|don't meet|"
    r"fails|fail to meet|falls short)\b",
    re.IGNORECASE,
)
_EXCEEDED = re.compile(r"\b(is exceeded|exceeds|exceeded)\b", re.IGNORECASE)
_UNKNOWN = re.compile(r"\b(is unknown|unknown|unsure|not sure|don't know)\b", re.IGNORECASE)
_MET = re.compile(r"\b(is met|are met|fully met|is fully met|meets|meet|met)\b", re.IGNORECASE)
_SEEK = re.compile(
    r"\b(?:i|we|employee|appellant)?\s*(?:seek|seeks|want|ask for|request|claim|am asking for)\b",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(?:set|change|credit|record|the agency (?:credited|gave|found)|level of record)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"\b(\d{1,3}(?:\.\d+)?)\s*(?:%|percent)\s+(?:of\s+(?:my|the|his|her|their)\s+time\s+)?"
    r"(?:on|in|doing|to|for|is|goes to)?\s*(.+)$",
    re.IGNORECASE | re.DOTALL,
)
_BECAUSE = re.compile(r"\b(?:because|since|as)\b\s+|[:;]\s+| - ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Understanding:
    """A message's purpose and what it names.

    ``levels`` are folded ("2-5"), in the order named; ``aspect`` is an aspect id or a key or
    name to be matched against the digest; ``detail`` is the rest: evidence, a fact, words to
    search for.
    """

    purpose: Purpose
    message: str
    levels: tuple[str, ...] = ()
    factor: str | None = None
    aspect: str = ""
    answer: Answer | None = None
    percent: float | None = None
    by: Literal["employee", "supervisor"] = "employee"
    decision: str = ""
    detail: str = ""


def fold(text: str) -> str:
    """Return text with every dash a hyphen and white space single."""
    return " ".join(text.translate(FOLD_DASHES).split())


def levels_in(text: str) -> tuple[str, ...]:
    """Return the factor levels a text names, folded, each once, in order."""
    found = (f"{f.upper()}-{n}" for f, n in LEVEL.findall(fold(text)))
    return tuple(dict.fromkeys(found))


def factor_numbered(text: str) -> str | None:
    """Return the factor a text names by its number, or None."""
    numbered = _FACTOR.search(text)
    return numbered.group(1) if numbered else None


def factor_in(text: str) -> str | None:
    """Return the factor a text names by number or by name, or None."""
    numbered = _FACTOR.search(text)
    if numbered:
        return numbered.group(1)
    lowered = text.lower()
    for factor, names in sorted(
        FACTOR_NAMES.items(), key=lambda item: -max(len(name) for name in item[1])
    ):
        if any(re.search(rf"\b{re.escape(name)}\b", lowered) for name in names):
            return factor
    return None


def asks_ruling(text: str) -> bool:
    """Tell whether a text asks what was decided: the outcome, series, title, grade or level."""
    return bool(_RULED.search(text))


def _answer(text: str) -> Answer | None:
    if _NOT_MET.search(text):
        return "not_met"
    if _EXCEEDED.search(text):
        return "exceeded"
    if _UNKNOWN.search(text):
        return "unknown"
    return "met" if _MET.search(text) else None


def _reason(text: str) -> str:
    parts = _BECAUSE.split(text, maxsplit=1)
    return parts[1].strip() if len(parts) > 1 else ""


_SHORT_ANSWERS: dict[str, Answer] = {
    "met": "met",
    "yes": "met",
    "it is": "met",
    "it is met": "met",
    "not met": "not_met",
    "no": "not_met",
    "it is not": "not_met",
    "exceeded": "exceeded",
    "unknown": "unknown",
    "don't know": "unknown",
    "i don't know": "unknown",
    "not sure": "unknown",
    "skip": "unknown",
}


def understand(message: str, *, pending_aspect: str = "") -> Understanding:
    """Return what a message asks for.

    ``pending_aspect`` is the aspect the program has just asked about; a short answer such as
    "not met" or "yes, because ..." then answers it.
    """
    text = fold(message)
    lowered = text.lower().strip(" .!")
    levels = levels_in(text)
    factor = levels[0].rpartition("-")[0] if levels else factor_in(text)
    decision_match = DECISION.search(text)
    decision = decision_match.group().upper() if decision_match else ""

    def made(purpose: Purpose, **more: object) -> Understanding:
        return Understanding(
            purpose=purpose,
            message=message,
            levels=levels,
            factor=factor,
            decision=decision,
            **more,  # type: ignore[arg-type]
        )

    if pending_aspect:
        head, *_ = re.split(r"[,;:.]| because | since ", lowered, maxsplit=1)
        if head.strip() in _SHORT_ANSWERS:
            detail = text[len(head) :].lstrip(" ,;:.")
            detail = re.sub(r"^(?:because|since)\s+", "", detail, flags=re.IGNORECASE)
            return made(
                "finding",
                aspect=pending_aspect,
                answer=_SHORT_ANSWERS[head.strip()],
                detail=detail,
            )
    if lowered in {"help", "?", "what can you do", "what can i ask"}:
        return made("help")
    if lowered in {"undo", "take that back"}:
        return made("undo")
    question = bool(_QUESTION.search(text))
    if _COMPARISON.search(text) and not decision:
        return made("comparison", detail=text)
    if _WHAT_IF.search(text):
        return made("what_if", detail=text)
    if not question and levels:
        answer = _answer(text)
        if answer is not None:
            aspect = ASPECT.search(text)
            named = f"{aspect.group(1)}.{aspect.group(2) or aspect.group(3)}" if aspect else ""
            return made("finding", aspect=named, answer=answer, detail=_reason(text))
        if _SEEK.search(text):
            return made("seek", detail=_reason(text))
        if _RECORD.search(text):
            return made("record", detail=_reason(text))
    if not question and _STATEMENT.search(text):
        share = _PERCENT.search(text)
        if share and float(share.group(1)) <= 100:
            by: Literal["employee", "supervisor"] = (
                "supervisor"
                if re.search(r"\bsupervisor (?:says|estimates|thinks|puts)\b", text, re.IGNORECASE)
                else "employee"
            )
            return made(
                "time",
                percent=float(share.group(1)),
                by=by,
                detail=share.group(2).strip(" ."),
            )
        if len(text.split()) >= 4:
            # A word such as "effect" in a statement does not name a factor; a number does.
            numbered = _FACTOR.search(text)
            named = levels[0].rpartition("-")[0] if levels else ""
            if numbered:
                named = numbered.group(1)
            stated = re.sub(r"^fact\s*:\s*", "", text, flags=re.IGNORECASE)
            return replace(made("fact", detail=stated), factor=named or None)
    if _SEARCH.search(text) and not levels:
        return made("search", detail=text)
    if levels:
        return made("level", detail=text)
    if decision:
        return made("decision", detail=text)
    if _APPEAL.search(text):
        return made("appeal", detail=text)
    if question and _APPELLANT.search(text) and asks_ruling(text):
        return made("decision", detail=text)
    if question and GRADE.search(text) and _POINTS.search(text):
        return made("points", detail=text)
    if _SCORE.search(text) and len(text.split()) <= 14:
        return made("score", detail=text)
    return made("search", detail=text)
