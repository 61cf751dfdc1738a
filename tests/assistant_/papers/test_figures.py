"""Every figure in a paper is one that the core, the case or a citation gives."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from pathlib import Path

import pytest

import assistant.papers
from assistant.papers.content import Quote, Record, blocks, parts
from assistant.papers.subject import Matter
from core import VERSION
from core.errors import CaseError
from core.fes.grading import evaluation_of
from core.fes.points import Rating
from core.standards.series import all_series
from index.decisions.register import facts as register
from tests.assistant_.papers.conftest import Written
from tests.assistant_.papers.reading import lines

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?%?")
_FINGERPRINT = re.compile(r"\b[0-9a-f]{64}\b")
_PAPERS = Path(assistant.papers.__file__).parent
_OURS = sorted(
    path
    for folder in ("", "statement", "assessment", "letters", "certificate")
    for path in (_PAPERS / folder).glob("*.py")
    if path.stem not in ("chart", "content", "verifying")
)


def figures(text: str) -> set[str]:
    """Return the figures in a text but for fingerprints, without commas between thousands."""
    text = _FINGERPRINT.sub("", text)
    found = (one.replace(",", "").rstrip("%.") for one in _FIGURE.findall(text))
    return {one.lstrip("0") or "0" for one in found}


@pytest.mark.parametrize("path", _OURS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_words_of_a_paper_are_written_without_any_figure(path: Path) -> None:
    """What a paper says in words of its own holds none, so that all it shows is computed."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            assert not re.search(r"\d", node.value), (path.name, node.lineno, node.value)


def _sources(matter: Matter) -> str:
    """Return all that a paper may take a figure from, as text."""
    subject = matter.subject
    found: list[str] = [VERSION, str(matter.dated), subject.position.model_dump_json()]
    if matter.dated is not None:
        found.append(f"{matter.dated.day} {matter.dated.year}")
    # The series proposed are of the list of series, with the pages on which it defines them.
    found += [f"{one.code} {one.page}" for one in all_series()]
    if subject.result is not None:
        found.append(subject.result.model_dump_json())
    found += [one.model_dump_json() for one in subject.credits]
    if subject.standing is not None:
        found += [one.model_dump_json() for one in subject.standing.questions]
    if subject.opened is not None:
        found.append(json.dumps(subject.opened.standard.shown()))
        found += [json.dumps(factor.model_dump(mode="json")) for factor in _factors(matter)]
        found += [f"{row.min} {row.max} {row.label}" for row in subject.opened.table.conversion]
        found += _tried(matter)
    if subject.supervisory is not None:
        from core.supervisory.models import guide_standard

        guide = guide_standard(subject.supervisory.as_of)
        found += [json.dumps(factor.model_dump(mode="json")) for factor in guide.factors]
        found += [f"{row.min} {row.max} {row.grade}" for row in guide.conversion]
    if subject.narrative is not None:
        from core.narrative.guide import load_guide

        found.append(load_guide(subject.narrative.guide).model_dump_json())
        found += [one.model_dump_json() for one in subject.narrative.findings]
    found += [json.dumps(notice.model_dump(mode="json")) for notice in subject.notices]
    found.append(matter.advice.model_dump_json())
    return " ".join(found)


def _factors(matter: Matter) -> tuple[object, ...]:
    opened = matter.subject.opened
    return () if opened is None else opened.standard.factors  # type: ignore[return-value]


def _tried(matter: Matter) -> list[str]:
    """Return what the core makes of the levels sought, each alone and all together."""
    opened, standing = matter.subject.opened, matter.subject.standing
    if opened is None or standing is None:
        return []
    tries = [dict(opened.record), {**opened.record, **opened.sought}]
    tries.append({**standing.levels, **opened.sought})
    for factor, level in opened.sought.items():
        tries += [{**standing.levels, factor: level}, {**opened.record, factor: level}]
    ratings = [opened.rate(one, also=[opened.sought]) for one in tries]
    totals = [one.total for one in ratings]
    apart = [abs(one - other) for one in totals for other in totals]
    return [*map(_said, ratings), *map(str, apart)]


def _said(rating: Rating) -> str:
    rows = " ".join(f"{row.level} {row.points}" for row in rating.levels)
    return f"{rating.total} {rating.grade} {rows}"


def _rules() -> str:
    from core.law.rules import content

    return content()


def _register() -> str:
    counts: Counter[str] = Counter()
    for entry in register.entries():
        counts[entry.went()[0]] += 1
    return " ".join(str(one) for one in counts.values())


def test_every_figure_in_every_paper_is_the_cores_the_cases_or_a_citations(
    written: list[Written],
) -> None:
    rules, counted = figures(_rules()), figures(_register())
    for one in written:
        known = figures(_sources(one.matter)) | rules
        known |= {figure for note in one.paper.notes for figure in figures(note)}
        for block in blocks(one.paper):
            if isinstance(block, Quote):
                known |= {figure for words in block.words for figure in figures(words)}
                known |= figures(" ".join(run.text for run in block.place))
            if isinstance(block, Record):
                known |= figures(block.text)
        said = [*lines(one.paper)]
        sample = _sample(one)
        for text in said:
            strange = figures(text) - known
            if text in sample:
                continue
            strange -= _counts(one)
            assert not strange, (one.name, text, strange)
        assert counted


def test_every_fingerprint_in_a_paper_is_one_the_core_gives(written: list[Written]) -> None:
    for one in written:
        subject = one.matter.subject
        known = {subject.fingerprint, one.matter.advice.fingerprint}
        if subject.opened is not None and subject.standing is not None:
            record = dict(subject.opened.record)
            for levels in (record, {**record, **subject.opened.sought}):
                rating = subject.opened.rate(levels, also=[subject.opened.sought])
                known.add(evaluation_of(rating).fingerprint)
        told = {found for text in lines(one.paper) for found in _FINGERPRINT.findall(text)}
        assert told <= known, one.name


def _sample(one: Written) -> set[str]:
    """Return the texts of the table of decided appeals, which are held against the register."""
    for _, section in parts(one.paper):
        if section.title == "How decided appeals went":
            for block in section.blocks:
                if block.kind == "table":
                    return {run.text for row in block.rows for cell in row for run in cell}
    return set()


def _counts(one: Written) -> set[str]:
    """Return how many duties' shares add up to, and how many factors are compared."""
    duties = one.matter.subject.position.duties
    sums = [
        sum(getattr(duty, side) or 0 for duty in duties)
        for side in ("percent_employee", "percent_supervisor")
    ]
    levels = one.matter.subject.case.levels if one.matter.subject.case else {}
    sought = one.matter.subject.case.sought if one.matter.subject.case else {}
    sums += [duty.percent_employee or 0 for duty in duties]
    sums += [duty.percent_supervisor or 0 for duty in duties]
    return {f"{total:g}" for total in sums} | {str(len(levels)), str(len(sought))}


def test_the_counts_of_decided_appeals_are_the_registers(written: list[Written]) -> None:
    one = next(one for one in written if one.name == "security assessment")
    section = next(
        section for _, section in parts(one.paper) if section.title == "How decided appeals went"
    )
    table = next(block for block in section.blocks if block.kind == "table")
    told = {
        "".join(run.text for run in row[0]): int("".join(run.text for run in row[1]))
        for row in table.rows
    }
    entries = register.entries()
    assert sum(told.values()) == len(entries)
    counts = Counter(entry.went()[0] for entry in entries)
    assert told["Lowered"] == counts["lowered"]
    assert told["No change"] == counts["sustained"]


def test_a_case_whose_levels_are_wrong_makes_no_paper() -> None:
    from assistant.papers.subject import subject_of
    from core.errors import InputError

    with pytest.raises((CaseError, InputError)):
        subject_of({"title": "x", "levels": {"1": "1-99"}})
