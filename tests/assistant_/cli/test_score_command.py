"""``fes score`` as a person and a program meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from click.testing import CliRunner, Result

from assistant.cli.case.score import command
from core.errors import AppError
from core.fes.cases import case_to_data
from core.model import Case, Evaluation, Finding

Request = dict[str, Any]


@pytest.fixture
def request_data(levels: dict[str, str]) -> Request:
    return {"standard": "fes-primary", "levels": levels}


def run(*arguments: str, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(command, list(arguments), input=stdin)


def process(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "assistant.cli.main", "score", *arguments],
        input=stdin,
        capture_output=True,
        timeout=60,
        env={**os.environ, "COLUMNS": "80"},
    )


# --- one position ------------------------------------------------------------------------


def test_text_reads_well_in_80_columns(request_data: Request) -> None:
    result = run("-", stdin=json.dumps(request_data))
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0] == "GS-11    2,555 points"
    row = next(line for line in lines if "Supervisory Controls" in line)
    assert row.split()[-3:] == ["2-4", "450", "47"]
    text = " ".join(result.output.split())
    assert "200 more would reach GS-12" in text
    assert "Warning: The Primary Standard cannot classify a position by itself" in text
    assert "How this was derived" in text
    assert "The Classifier's Handbook (TS-107 August 1991)" in text


def test_json_is_one_evaluation_and_nothing_else(request_data: Request) -> None:
    result = run("-", "--json", stdin=json.dumps(request_data))
    data = json.loads(result.stdout)
    evaluation = Evaluation.model_validate(data)
    assert (evaluation.total, evaluation.grade) == (2555, "GS-11")
    for key in ("standard", "total", "grade", "factors", "findings", "derivation", "fingerprint"):
        assert key in data
    assert result.stderr == ""


def test_a_bare_total(request_data: Request) -> None:
    asked = json.dumps({"standard": "fes-primary", "total": 2555})
    data = json.loads(run("--json", stdin=asked).stdout)
    assert (data["grade"], data["factors"]) == ("GS-11", [])
    assert "GS-11    2,555 points" in run(stdin=asked).output


@pytest.mark.parametrize("suffix", [".toml", ".TOML", ""])
def test_a_toml_request_in_a_file_or_from_a_pipe(
    tmp_path: Path, request_data: Request, suffix: str
) -> None:
    text = "# levels\n" + tomli_w.dumps(request_data)
    if suffix:
        path = tmp_path / f"position{suffix}"
        path.write_text(text, encoding="utf-8")
        result = run(str(path), "--json")
    else:
        result = run("--json", stdin=text)
    assert json.loads(result.stdout)["total"] == 2555


def test_a_case_is_scored_as_credited(tmp_path: Path, levels: dict[str, str]) -> None:
    case = Case(
        title="A made-up case \x1b[31mwith colour",
        levels=levels,
        sought={"2": "2-5", "4": "4-5"},
        findings=(
            Finding(aspect="2-5.assignment", answer="met"),
            Finding(aspect="2-5.responsibility", answer="met"),
            Finding(aspect="4-5.nature", answer="not_met"),
        ),
    )
    path = tmp_path / "case.toml"
    path.write_text(tomli_w.dumps(case_to_data(case)), encoding="utf-8")
    data = json.loads(run(str(path), "--json").stdout)
    assert data["grade"] == "GS-11"
    credited = {one["factor"]: one for one in data["credited"]}
    assert credited[2]["open_questions"] == ["2-5.review"]
    assert credited[4]["deciding"] == ["4-5.nature"]
    assert [one["aspect"] for one in data["questions"]] == ["2-5.review"]
    assert data["questions"][0]["grade_then"] == "GS-12"
    result = run(str(path))
    assert "\x1b" not in result.output
    assert max(map(len, result.output.splitlines())) <= 80
    row = next(line for line in result.output.splitlines() if line.startswith("  2 "))
    assert row.split() == ["2", "2-4", "2-5", "2-4", "2-5.review"]
    assert "If every level sought were credited: 2,855 points, GS-12." in result.output
    asked = result.output.partition("What to find out next")[2].partition("GS-11    ")[0]
    assert "2-5.review: " in asked
    assert "GS-12" in asked


def test_what_the_guide_cannot_decide_is_said_once_before_it_is_derived() -> None:
    result = run("-", stdin=json.dumps({"standard": "gssg", "deputy": "SES"}))
    assert result.output.startswith("Undetermined\n")
    before = " ".join(result.output.partition("How this was derived")[0].split())
    assert before.count("decided by policies outside the guide") == 1


# --- what is refused ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stdin", "said"),
    [
        (b"", "empty"),
        (b"{}", "standard"),
        (b'{"standard": "fes-primary", "total": 2556}', "2556"),
        (b'{"standard": "fes-primary", "total": NaN}', "NaN"),
        (b"\xff\xfe{}", "UTF-8"),
        (b"\x00\x01\x02", "not valid JSON"),
        (b"levels = [", "not valid TOML"),
    ],
)
def test_a_refusal_is_one_sentence_on_stderr(stdin: bytes, said: str) -> None:
    done = process("-", "--json", stdin=stdin)
    assert done.returncode == 2
    assert done.stdout == b""
    message = done.stderr.decode()
    assert message.startswith("fes: standard input")
    assert message.count("\n") == 1
    assert said in message


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        result = run(str(path))
        assert isinstance(result.exception, AppError)
        assert result.exception.exit_code == 2
        assert str(path) in result.exception.where
        assert result.stdout == ""


# --- many lines --------------------------------------------------------------------------


def test_one_result_a_line_errors_in_their_place(request_data: Request) -> None:
    lines = [
        json.dumps(request_data).encode(),
        b'{"standard": "fes-primary", "total": 2556}',
        b"",
        b"\xff",
        b"not json",
        b'{"standard": "fes-primary", "total": 190}\r',
        b'{"title": "a case", "levels": {"1": "1-7"}}',
        json.dumps({"title": "a case", "levels": request_data["levels"]}).encode(),
    ]
    done = process("--lines", stdin=b"\n".join(lines))
    assert done.returncode == 0
    assert done.stderr == b""
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(results) == len(lines)
    assert [result.get("grade") for result in results] == [
        "GS-11", None, None, None, None, "GS-1", None, "GS-11",
    ]  # fmt: skip
    assert results[6]["missing"][0]["field"] == "levels.2"
    for number, kind in ((2, "LevelError"), (3, "CaseError"), (4, "CaseError"), (5, "CaseError")):
        error = results[number - 1]["error"]
        assert error["type"] == kind
        assert error["where"].startswith(f"line {number}")
        assert error["message"]
        assert error["hint"]


def test_a_line_is_what_the_same_request_alone_gives(request_data: Request) -> None:
    text = json.dumps(request_data)
    alone = json.loads(run("--json", stdin=text).stdout)
    assert json.loads(run("--lines", stdin=text).stdout) == alone
    assert json.loads(run("--lines", "--json", stdin=text + "\n").stdout) == alone


def test_a_case_scores_what_is_known_and_names_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text('[[facts]]\ntext = "I draft letters."\n', encoding="utf-8")
    assert "no grade" in run(str(path)).stdout
    data = json.loads(run(str(path), "--json").stdout)
    assert (data["total"], data["grade"], data["factors"]) == (None, None, [])
    assert [one["factor"] for one in data["missing"]] == list(range(1, 10))


def test_lines_from_a_file(tmp_path: Path, request_data: Request) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text((json.dumps(request_data) + "\n") * 3, encoding="utf-8")
    assert len(run(str(path), "--lines").stdout.splitlines()) == 3


def test_an_empty_stream_gives_nothing() -> None:
    done = process("--lines")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_line_without_end_is_refused_and_the_next_is_scored() -> None:
    stdin = b'{"standard": "' + b"x" * 20_000_000 + b'"}\n'
    stdin += b'{"standard": "fes-primary", "total": 190}\n'
    first, second = map(json.loads, process("--lines", stdin=stdin).stdout.splitlines())
    assert "characters" in first["error"]["message"]
    assert second["grade"] == "GS-1"


def test_an_answer_comes_before_the_next_question() -> None:
    """A program may write one line, wait for its result and only then write the next."""
    with subprocess.Popen(
        [sys.executable, "-m", "assistant.cli.main", "score", "--lines"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for total, grade in ((190, "GS-1"), (2555, "GS-11")):
            child.stdin.write(json.dumps({"standard": "fes-primary", "total": total}).encode())
            child.stdin.write(b"\n")
            child.stdin.flush()
            assert json.loads(child.stdout.readline())["grade"] == grade
        child.stdin.close()
        assert child.wait(timeout=30) == 0


# --- speed -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "request_",
    [{"standard": "fes-primary", "total": 2555}, {"standard": "gssg", "total": 3095}],
    ids=lambda one: str(one["standard"]),
)
def test_scoring_a_request_loads_no_models(request_: Request) -> None:
    script = (
        "import sys\n"
        "from assistant.cli.main import main\n"
        "try:\n    main(['score', '-'])\n"
        "except SystemExit as done:\n    assert not done.code\n"
        "assert 'pydantic' not in sys.modules, 'pydantic was loaded'\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps(request_).encode(),
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_many_lines_are_scored_at_speed(request_data: Request) -> None:
    """Twenty thousand lines in a few seconds of processor time, even on a slow machine."""
    stdin = (json.dumps(request_data) + "\n") * 20_000
    begun = time.process_time()
    result = run("--lines", stdin=stdin)
    spent = time.process_time() - begun
    assert result.stdout.count('"grade":"GS-11"') == 20_000
    assert spent < 5
