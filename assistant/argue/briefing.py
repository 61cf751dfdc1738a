"""An evidence pack as the text a chat model reads: the values of the prompts' variables.

What each variable holds is written in ``prompts/README.md``. Words of documents and people go
in as data: without control characters, and with no line that could close its own block or
pass for the head of another passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.guard.drafts import EvidencePack
from assistant.text import safe_text
from core.model import Case, Duty, Evaluation, Finding
from index.models import Passage

MOST_PASSAGE_CHARACTERS = 60_000
"""How much passage text goes into one prompt: some 15 000 tokens."""
MOST_HISTORY_CHARACTERS = 8_000

_MARK = re.compile(r"^(?=(?:BEGIN|END) [A-Z]|\[\S+\] )", re.MULTILINE)


def variables(pack: EvidencePack) -> tuple[dict[str, str], int]:
    """Return the prompts' values for a pack, and how many passages had to be left out.

    Passages go in whole and in order until their text fills the prompt.
    """
    sent = _fitting(pack.passages)
    values = {
        "question": _data(pack.question),
        "case_facts": _data(_case(pack.case)),
        "contested": _data(_contested(pack)),
        "evaluation": _data(_evaluation(pack)),
        "passages": "\n\n".join(_passage(p) for p in sent) or "No passages were found.",
        "history": _data(_history(pack)),
    }
    return values, len(pack.passages) - len(sent)


def _data(text: str) -> str:
    """Return text that cannot act as anything but text inside its block."""
    return _MARK.sub(" ", safe_text(text)).strip("\n")


def _fitting(passages: tuple[Passage, ...]) -> list[Passage]:
    chosen: list[Passage] = []
    room = MOST_PASSAGE_CHARACTERS
    for passage in passages:
        room -= len(passage.text)
        if room < 0 and chosen:
            break
        chosen.append(passage)
    return chosen


def _passage(passage: Passage) -> str:
    head = ", ".join(
        " ".join(part.split())
        for part in (passage.kind, passage.title, passage.place(), passage.stance)
        if part
    )
    return f"[{passage.id}] {safe_text(head)}\n{_data(passage.text)}"


def _case(case: Case | None) -> str:
    if case is None:
        return "No case is open."
    lines = [f"Title: {case.title}{' (fictional)' if case.fictional else ''}"]
    if case.organization:
        lines.append(f"Organization: {case.organization}")
    lines.append(f"Current classification: {case.current.label()}")
    lines.append(f"Requested classification: {case.requested.label()}")
    described = case.position_description
    if described.adequate is not None or described.remarks:
        adequate = {True: "adequate", False: "not adequate", None: "not judged"}
        lines.append(
            f"Position description: {adequate[described.adequate]}. {described.remarks}".strip()
        )
    lines += _listed("Duties", (_duty(duty) for duty in case.duties))
    lines += _listed(
        "Stated facts",
        (
            f"{fact.text}"
            + (f" (Factor {fact.factor})" if fact.factor is not None else "")
            + (f" (source: {fact.source})" if fact.source else "")
            for fact in case.facts
        ),
    )
    lines += _listed("Findings", (_finding(finding) for finding in case.findings))
    return "\n".join(lines)


def _listed(title: str, items: Iterable[str]) -> list[str]:
    lines = [f"- {' '.join(item.split())}" for item in items]
    return [f"{title}:", *lines] if lines else []


def _duty(duty: Duty) -> str:
    shares = [
        f"{share:g} percent of time by the {who}'s estimate"
        for who, share in (
            ("employee", duty.percent_employee),
            ("supervisor", duty.percent_supervisor),
        )
        if share is not None
    ]
    text = f"{duty.title}: {duty.text}" if duty.text else duty.title
    return f"{text} ({'; '.join(shares)})" if shares else text


def _finding(finding: Finding) -> str:
    said = "; ".join(
        f"{evidence.text} (source: {evidence.source})" if evidence.source else evidence.text
        for evidence in finding.evidence
    )
    by = f" by {finding.by}" if finding.by else ""
    answer = finding.answer.replace("_", " ")
    return f"{finding.aspect}: {answer}{by}" + (f". Evidence: {said}" if said else "")


def _contested(pack: EvidencePack) -> str:
    if not pack.contested:
        return "Nothing is contested."
    names = {str(f.factor): f.name for f in pack.evaluation.factors} if pack.evaluation else {}
    credited = {str(f.factor): f.level for f in pack.evaluation.factors} if pack.evaluation else {}
    record = pack.case.levels if pack.case else {}
    lines = []
    for level in pack.contested:
        factor = level.rpartition("-")[0]
        standing = record.get(factor) or credited.get(factor) or "none"
        name = f" ({names[factor]})" if factor in names else ""
        lines.append(f"Factor {factor}{name}: level of record {standing}, level sought {level}")
    return "\n".join(lines)


def _evaluation(pack: EvidencePack) -> str:
    lines = _standing(pack.evaluation) if pack.evaluation else ["No evaluation."]
    for other in pack.alternatives:
        if other.level:
            lines.append(
                f"If Level {other.level} were credited: {other.total} points, {other.grade}"
            )
        else:
            lines.append(f"Also computed: {other.total} points, {other.grade}")
    return "\n".join(lines)


def _standing(evaluation: Evaluation) -> list[str]:
    lines = [
        f"Factor {f.factor}, {f.name}: Level {f.level}, {f.points} points"
        for f in evaluation.factors
    ]
    margin = evaluation.margin
    lines.append(f"Total: {evaluation.total} points, {evaluation.grade}")
    lines.append(f"Points above the floor of the grade: {margin.above_floor}")
    if margin.next_grade is not None and margin.to_next is not None:
        lines.append(f"Points short of {margin.next_grade}: {margin.to_next}")
    lines += [f"{found.severity.capitalize()}: {found.message}" for found in evaluation.findings]
    return lines


def _history(pack: EvidencePack) -> str:
    if not pack.history:
        return "This is the first turn."
    turns: list[str] = []
    room = MOST_HISTORY_CHARACTERS
    for role, text in reversed(pack.history):
        speaker = "Person" if role in {"human", "user"} else "Assistant"
        turn = f"{speaker}: {text}"
        room -= len(turn)
        if room < 0 and turns:
            break
        turns.append(turn[:MOST_HISTORY_CHARACTERS])
    return "\n".join(reversed(turns))
