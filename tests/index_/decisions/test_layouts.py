"""Fictional decisions in every layout: what must come out of each, and its paragraphs' stances.

Each document under ``decisions`` is named for its layout and stands beside what a reader takes
from it (``.json``) and, where it has a body, what each of its paragraphs does
(``.stance.toml``). The labels were written from reading, before the labeller was run.
"""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.llm.decision_figures import recompute
from index.decisions.head.kinds import lookalike
from index.decisions.head.layouts import LAYOUTS
from index.decisions.reading import read_decision
from index.documents import formats as parsers
from index.documents import passages
from index.models import Decision, Document, Passage
from tests.index_.decisions.made_up import HEAD, determined

FOLDER = Path(__file__).parent / "examples"
EXPECTED = sorted(FOLDER.glob("*.json"))
SEVERAL = 12
FICTION = re.compile(r"every (?:word|number) of this \w+ is made up", re.IGNORECASE)


def _source(stem: str) -> Path:
    found = [
        path
        for path in FOLDER.glob(f"{stem}.*")
        if path.suffix not in (".json", ".toml") and path.name.removesuffix(path.suffix) == stem
    ]
    assert len(found) == 1, f"{stem}.json stands beside {len(found)} documents"
    return found[0]


@cache
def _read(stem: str) -> tuple[Document, tuple[Passage, ...], Decision | None]:
    document = parsers.parse(_source(stem))
    found = tuple(passages.split(document))
    return document, found, read_decision(document, found)


def _expected(stem: str) -> dict[str, Any]:
    return dict(json.loads((FOLDER / f"{stem}.json").read_text("utf-8")))


def _layout(stem: str) -> str:
    names = sorted((*LAYOUTS, "lookalike"), key=len, reverse=True)
    return next((name for name in names if stem.startswith(f"{name}-")), "")


DECISIONS = [path.stem for path in EXPECTED if _layout(path.stem) != "lookalike"]
LOOKALIKES = [path.stem for path in EXPECTED if _layout(path.stem) == "lookalike"]
LABELLED = [path.name.removesuffix(".stance.toml") for path in FOLDER.glob("*.stance.toml")]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_has_a_document(layout: str) -> None:
    named = [stem for stem in DECISIONS if _layout(stem) == layout]
    assert named, f"the examples lack {layout}-NAME ({LAYOUTS[layout]})"


def test_every_document_is_expected_and_of_a_layout() -> None:
    assert len(DECISIONS) >= SEVERAL
    for path in FOLDER.iterdir():
        stem = path.name.removesuffix(".stance.toml").removesuffix(path.suffix)
        assert _layout(stem), (
            f"{path.name} is named for no layout of index/decisions/head/layouts.py"
        )
        assert (FOLDER / f"{stem}.json").is_file(), f"{path.name} has no {stem}.json beside it"


@pytest.mark.parametrize("stem", [*DECISIONS, *LOOKALIKES])
def test_every_document_says_that_it_is_made_up(stem: str) -> None:
    assert FICTION.search(_source(stem).read_text("utf-8"))


@pytest.mark.parametrize("stem", DECISIONS)
def test_facts(stem: str) -> None:
    _, _, decision = _read(stem)
    assert decision is not None, f"{stem} is not read as a decision"
    wanted = _expected(stem)
    got = decision.model_dump(mode="json")
    got["effective"] = decision.effective.kind if decision.effective else ""
    got["duties"] = [{"percent": d.percent, "by": d.by} for d in decision.duties]
    core = wanted.pop("core")
    law = wanted.pop("citations")
    assert {key: got[key] for key in wanted} == wanted
    assert set(law) <= set(decision.citations)
    computed = recompute(decision)
    if core is None:
        assert computed is None or computed["total"] is None
    else:
        assert computed is not None
        assert (computed["total"], computed["grade"]) == (core["total"], core["grade"])
        assert len(computed["mismatches"]) == core["mismatches"]


@pytest.mark.parametrize("stem", LOOKALIKES)
def test_lookalikes_are_told_apart(stem: str) -> None:
    document, _, decision = _read(stem)
    assert decision is None
    assert document.kind != "decision"
    assert _expected(stem)["refused"] in lookalike(document.text)


@pytest.mark.parametrize("stem", DECISIONS)
def test_what_is_quoted_is_in_the_text(stem: str) -> None:
    document, _, decision = _read(stem)
    assert decision is not None
    flat = " ".join(document.text.split())
    quoted = [decision.pd_text, decision.effective.text if decision.effective else ""]
    for words in (*quoted, *(duty.text for duty in decision.duties)):
        assert words in flat


def _agreement(stem: str) -> tuple[int, list[str]]:
    """Return how many of a decision's labelled paragraphs come out right, and those that do not."""
    _, found, _ = _read(stem)
    labels = tomllib.loads((FOLDER / f"{stem}.stance.toml").read_text("utf-8"))["paragraph"]
    right, wrong = 0, []
    for label in labels:
        at = next((p for p in found if label["opens"] in " ".join(p.text.split())), None)
        assert at is not None, f"{stem}: no passage opens with {label['opens']!r}"
        pieces = [p for p in found if p.paragraph == at.paragraph]
        got = {(p.stance, p.level or "") for p in pieces}
        if got == {(label["stance"], label["level"])}:
            right += 1
        else:
            wrong.append(f"{stem}: {label['opens']!r} is {got}, not {label}")
    return right, wrong


def test_stance_agrees_with_a_reader() -> None:
    counts = [_agreement(stem) for stem in LABELLED]
    right = sum(count for count, _ in counts)
    wrong = [text for _, texts in counts for text in texts]
    assert right + len(wrong) > 250
    assert right / (right + len(wrong)) >= 0.95, wrong


def test_the_standard_is_cited_as_quoted_in_the_decision() -> None:
    _, found, decision = _read("a-signal-lamp-examiner")
    assert decision is not None
    quoting = {p.attribution for p in found if p.stance == "standard"}
    assert quoting == {"GS-9998 standard as quoted in C-9998-11-03"}
    assert not any(p.attribution for p in found if p.stance != "standard")
    assert decision.standards == ("GS-9998 standard",)


def test_kinds_of_work_graded_one_after_another_are_findings(tmp_path: Path) -> None:
    body = (
        "Evaluation of leader work\n\nThe keeper leads two trimmers. The highest work led is GS-6, "
        "and the leader work is graded at GS-7.\n\n"
        "Evaluation of nonleader work\n\nThe agency graded the nonleader work at GS-7. His rounds "
        "are set by the book. The nonleader work is graded at GS-6."
    )
    decision, _ = determined(tmp_path, body)
    assert [(one.name, one.grade) for one in decision.criteria] == [
        ("Leader work", 7), ("Nonleader work", 6),
    ]  # fmt: skip


def test_one_kind_of_work_graded_is_no_evaluation_by_kinds(tmp_path: Path) -> None:
    decision, _ = determined(tmp_path, "The leader work is graded at GS-7. The rounds are long.")
    assert decision.criteria == ()


def test_a_heading_that_names_work_parts_its_factors_however_few(tmp_path: Path) -> None:
    body = (
        "Evaluation of lamp work\n\nFactor 2, Supervisory Controls\n\nLevel 2-3 is credited for "
        "275 points.\n\nFactor 3, Guidelines\n\nLevel 3-3 is credited for 275 points.\n\n"
        "The lamp work totals 1,880 points and is graded at GS-9.\n\n"
        "Evaluation of oil work\n\nFactor 2, Supervisory Controls\n\nLevel 2-2 is credited for 125 "
        "points.\n\nThe oil work totals 1,120 points and is graded at GS-6."
    )
    decision, _ = determined(
        tmp_path, body, HEAD.replace("GS-9998-7\nC-9998-07", "GS-9998-9\nC-9998-09")
    )
    read = [(w.grade, w.total, [f.credited for f in w.factors]) for w in decision.works]
    assert read == [(9, 1880, ["2-3", "3-3"]), (6, 1120, ["2-2"])]
