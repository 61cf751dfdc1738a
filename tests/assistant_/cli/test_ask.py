"""``fes ask`` as a process: without a model, and with one behind a real HTTP server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from assistant.settings import EXAMPLE_CASE
from index.library import Library
from tests.assistant_.fake_openai import (
    INVENTED_GRADE,
    INVENTED_QUOTE,
    FakeOpenAI,
    lying,
    quoting,
)

QUESTION = "why was Level 2-5 refused for the readiness specialist?"


@pytest.fixture(scope="module")
def home(example_read_in: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the example's documents as the user's own."""
    return copytree(example_read_in / "example", tmp_path_factory.mktemp("ask") / "home")


def fes(*arguments: str, home: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "assistant.cli.main", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "FES_HOME": str(home), **env},
        timeout=180,
    )


def asked(home: Path, *arguments: str, **env: str) -> dict[str, Any]:
    run = fes("ask", QUESTION, "--json", *arguments, home=home, **env)
    assert run.returncode == 0, run.stderr
    data: dict[str, Any] = json.loads(run.stdout)
    return data


def test_without_a_model_every_quotation_is_verified_and_the_core_does_the_sum(
    home: Path,
) -> None:
    data = asked(home)
    assert data["evaluation"]["grade"] == "GS-11"
    assert data["evaluation"]["total"] == 2715
    citations = [c for claim in data["claims"] for c in claim["citations"]]
    assert citations
    assert all(c["verified"] for c in citations)
    assert {"reason", "requires"} <= {claim["side"] for claim in data["claims"]}
    with Library.open(home) as library:
        for citation in citations:
            assert citation["quote"] in library.passage(citation["passage"]).text
    found = fes("search", citations[0]["quote"][:200], "-k", "3", "--json", home=home)
    assert citations[0]["passage"] in {row["passage"] for row in json.loads(found.stdout)}
    assert data["removed"] == []


def test_the_plain_answer_reads_without_markdown_marks(home: Path) -> None:
    run = fes("ask", QUESTION, home=home)
    assert run.returncode == 0, run.stderr
    assert "The deciding reasons" in run.stdout
    assert "2,715" in run.stdout
    for mark in ("**", "###", "\\[", "\x1b"):
        assert mark not in run.stdout


def test_with_a_model_the_same_question_gets_the_same_core_and_verified_quotations(
    home: Path,
) -> None:
    plain = asked(home)
    with FakeOpenAI(quoting()) as server:
        data = asked(home, **server.environment())
        assert server.chats
        assert server.chats[0].says("2-5")
        assert server.chats[0].sentences()
    assert data["evaluation"] == plain["evaluation"]
    citations = [c for claim in data["claims"] for c in claim["citations"]]
    assert all(c["verified"] for c in citations)
    quotes = {c["quote"] for c in citations}
    assert quotes > {c["quote"] for claim in plain["claims"] for c in claim["citations"]}
    assert data["model"]["calls"] == len(server.chats)


def test_an_invented_quotation_and_grade_never_reach_the_reader(home: Path) -> None:
    with FakeOpenAI(lying()) as server:
        data = asked(home, **server.environment())
    shown = data["answer"] + json.dumps(data["claims"])
    assert INVENTED_QUOTE not in shown
    assert INVENTED_GRADE not in shown
    assert "15" not in json.dumps(data["evaluation"]["grade"])
    assert data["removed"]
    assert "of the model's answer left out" in data["answer"]
    assert all(claim["drafted_by"] == "program" for claim in data["claims"])


def test_a_case_is_argued_on_both_sides_with_its_own_evaluation(home: Path) -> None:
    run = fes("ask", "argue Level 2-5 both ways", "--case", str(EXAMPLE_CASE), "--json", home=home)
    assert run.returncode == 0, run.stderr
    data = json.loads(run.stdout)
    assert {"for", "against"} <= {claim["side"] for claim in data["claims"]}
    score = fes("score", str(EXAMPLE_CASE), "--json", home=home)
    scored = json.loads(score.stdout)
    scored.pop("credited")
    scored.pop("questions")
    assert data["evaluation"] == scored


@pytest.mark.corpus
@pytest.mark.slow
def test_the_real_decision_answers_why_level_2_5_was_refused(
    corpus: Path, real_home: Path, tmp_path: Path
) -> None:
    home = copytree(real_home, tmp_path / "home")
    run = fes("ask", "why was Level 2-5 refused for the security specialist?", "--json", home=home)
    assert run.returncode == 0, run.stderr
    data = json.loads(run.stdout)
    assert (data["evaluation"]["total"], data["evaluation"]["grade"]) == (2555, "GS-11")
    assert "2,755" in data["answer"]
    assert "GS-12" in data["answer"]
    by_side: dict[str, list[dict[str, Any]]] = {}
    for claim in data["claims"]:
        by_side.setdefault(claim["side"], []).append(claim)
    reasons = " ".join(c["quote"] for claim in by_side["reason"] for c in claim["citations"])
    assert "review and approve procedures" in reasons
    required = {claim["text"] for claim in by_side["requires"]}
    assert any("2-4" in text or "2-5" in text for text in required)
    text = (corpus / "decisions" / "C-0080-11-02.txt").read_text(encoding="utf-8")
    flat = " ".join(text.split())
    for claim in data["claims"]:
        for citation in claim["citations"]:
            assert citation["verified"]
            assert citation["place"]
            if citation["document"] == "C-0080-11-02":
                assert " ".join(citation["quote"].split()) in flat
