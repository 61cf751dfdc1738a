"""``fes decision`` as a user and another program meet it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main as cli
from index.decisions.merging import merge, with_number
from index.decisions.values import spelled
from index.models import Decision, DecisionClassification, DecisionFactor
from tests.index_.documents.pdf_pages import Line
from tests.index_.lamp_documents import WordVectors

FOLDER = Path(__file__).resolve().parents[3] / "index_" / "decisions" / "examples"
CONTRACT = [
    *("decision_number", "date", "department", "current", "requested", "decided", "outcome"),
    *("factors", "total", "grade", "pd_adequate", "citations"),
]
FULL = FOLDER / "b-iv-ferry-assistant.html"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def fes(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process with cheap vectors: exit code, output, errors."""
    monkeypatch.setattr("assistant.llm.embedders.load_embedder", lambda *_: WordVectors())

    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            cli.main([*arguments])
        said = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return left.value.code, said.out, said.err

    return run


def _json(fes: Run, *arguments: str) -> dict[str, Any]:
    code, out, err = fes("decision", *arguments, "--json")
    assert (code, err) == (0, "")
    return dict(json.loads(out))


def test_the_contract(fes: Run) -> None:
    data = _json(fes, str(FOLDER / "a-signal-lamp-examiner.txt"))
    assert list(data)[: len(CONTRACT)] == CONTRACT
    assert data["decided"] == {
        "pay_plan": "GS", "title": "Lamp Examiner", "series": "9998", "grade": 11
    }  # fmt: skip
    assert data["factors"][1] == {
        "factor": 2, "sought": "2-5", "credited": "2-4", "points": 450, "rejected": ["2-5"]
    }  # fmt: skip
    assert (data["core"]["total"], data["core"]["grade"]) == (2435, "GS-11")
    quoted = next(q for q in data["quoted"] if q["level"] == "2-5")
    assert quoted["attribution"] == "GS-9998 standard as quoted in C-9998-11-03"
    assert "administrative direction only" in quoted["text"]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("[abcde]*.txt")), ids=lambda p: p.stem)
def test_it_reads_well_at_eighty_columns(fes: Run, path: Path) -> None:
    code, out, err = fes("decision", str(path))
    assert (code, err) == (0, "")
    assert max(len(line) for line in out.splitlines()) <= 80
    assert "None" not in out


def test_a_reader_finds_what_was_asked_and_decided(fes: Run) -> None:
    _, out, _ = fes("decision", str(FOLDER / "c-2006-running-heads-dredge-chief.txt"))
    flat = " ".join(out.split())
    for words in (
        "Classification appeal decision C-9990-12-01",
        "February 8, 2006 · Dredging Service, U.S. Department of Agriculture",
        "Asked for GS-14",
        "Outcome grade lowered, title changed, pay plan changed",
        "3,095 points, GS-12, under the General Schedule Supervisory Guide",
        "Takes effect as a decision that lowers the grade",
        "25% supervising",
    ):
        assert words in flat


@pytest.mark.parametrize("path", sorted(FOLDER.glob("lookalike-*.[th]*")), ids=lambda p: p.stem)
def test_lookalikes_are_refused_by_what_they_are(fes: Run, path: Path) -> None:
    code, out, err = fes("decision", str(path), "--json")
    assert (code, out) == (2, "")
    refused = json.loads(path.with_suffix(".json").read_text("utf-8"))["refused"]
    assert refused in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("source", ["no-such-file.txt", "what is this", "C-12", "C-9998-07-01"])
def test_what_is_not_there_is_said_in_a_sentence(fes: Run, source: str) -> None:
    code, out, err = fes("decision", source)
    assert (code, out) == (2, "")
    assert err.startswith(f"fes: {source}: ")


def test_a_printed_error_is_reported_not_mended(fes: Run, tmp_path: Path) -> None:
    text = (FOLDER / "a-signal-lamp-examiner.txt").read_text("utf-8")
    path = tmp_path / "wrong.txt"
    wrong = text.replace("Level 2-4 450", "Level 2-4 460").replace("2,435", "2,445")
    path.write_text(wrong, "utf-8")
    data = _json(fes, str(path))
    core = data["core"]
    assert core["total"] == 2435
    assert set(core["mismatches"]) <= set(data["doubts"])
    assert core["mismatches"] == [
        "Factor 2: the decision gives 460 points for Level 2-4; the Primary Standard gives 450.",
        "The levels credited add up to 2,435 points; the decision states 2,445.",
    ]
    _, out, _ = fes("decision", str(path))
    assert "! Factor 2: the decision gives 460 points" in out


def test_two_sets_of_factors_are_not_added_up(fes: Run, tmp_path: Path) -> None:
    text = (FOLDER / "c-2006-running-heads-dredge-chief.txt").read_text("utf-8")
    path = tmp_path / "mixed.txt"
    path.write_text(f"{text}\n\nFactor 9, Work Environment\n\nLevel 9-1 is credited.\n", "utf-8")
    core = _json(fes, str(path))["core"]
    assert (core["total"], core["mismatches"]) == (None, [])
    assert "two sets of factors" in core["note"]


def test_factors_rated_together_count_once(fes: Run, tmp_path: Path) -> None:
    text = (FOLDER / "a-signal-lamp-examiner.txt").read_text("utf-8")
    text = text.replace("6. Personal Contacts Level 6-2 25\n", "")
    text = text.replace("7. Purpose of Contacts Level 7-2 50", "6. and 7. Contacts 2b 75")
    text = text.replace("Levels 6-2, 7-2, 8-1, and 9-1", "Levels 8-1 and 9-1")
    path = tmp_path / "chart.txt"
    path.write_text(text, "utf-8")
    data = _json(fes, str(path))
    assert {"factor": "6/7", "level": "2b", "points": 75} in data["summary_table"]
    assert (data["core"]["total"], data["core"]["mismatches"]) == (2435, [])


def test_hostile_words_do_not_reach_the_terminal(fes: Run, tmp_path: Path) -> None:
    text = FULL.read_text("utf-8").replace("Ida Mast", "Ida \x1b[31mMast\u202e Red")
    path = tmp_path / "hostile.html"
    path.write_text(text, "utf-8")
    _, out, _ = fes("decision", str(path))
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_a_decision_as_pdf(fes: Run, tmp_path: Path, pdf_writer: Callable[..., bytes]) -> None:
    head, body = _pdf_lines()
    path = tmp_path / "C-9989-06-01.pdf"
    path.write_bytes(pdf_writer([head, body], head="OPM Decision Number C-9989-06-01"))
    data = _json(fes, str(path))
    assert data["decision_number"] == "C-9989-06-01"
    assert data["date"] == "2012-05-21"
    assert (data["current"]["grade"], data["decided"]["grade"]) == (7, 6)
    assert data["outcome"] == ["lowered"]


def _pdf_lines() -> tuple[list[Line], list[Line]]:
    text = (FOLDER / "c2-i-lock-inspector.txt").read_text("utf-8")
    lines = [line for line in text.split("\n") if line]
    at = next(i for i, line in enumerate(lines) if line.startswith("As provided"))
    return [Line(line[:90]) for line in lines[:at]], [
        Line(line[:90], down=28) for line in lines[at:]
    ]


# --- the library -------------------------------------------------------------------------


def test_a_number_is_looked_up_in_any_spelling(fes: Run) -> None:
    fes("ingest", str(FULL))
    for spelling in ("C-9992-06-01", "c-9992-06-01", "C 9992-06-01", "C-9992-6-1"):
        assert _json(fes, spelling)["date"] == "2018-04-23"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("C-503-06-01", "C-0503-06-01"),
        ("C 0080-11-02", "C-0080-11-02"),
        ("c-0080-11-02", "C-0080-11-02"),
        ("C-007-07-01", "C-0007-07-01"),
        ("c-5876-08-01-1", "C-5876-08-01"),
        ("F-0080-11-02", ""),
        ("C-0080-11", ""),
        ("2014-08-20", ""),
    ],
)
def test_spellings(written: str, number: str) -> None:
    assert spelled(written) == number


def test_captures_of_one_decision_are_put_together(fes: Run, tmp_path: Path) -> None:
    stripped = FULL.read_text("utf-8")
    for line in ("<p>Ida Mast</p>", "<p>GS-9992-5</p>", "<p>C-9992-06-01</p>", "<p>4/23/2018</p>"):
        assert line in stripped
        stripped = stripped.replace(line, "")
    stripped = stripped.replace("pretend action", "made-up action (5 CFR 511.702)")
    other = tmp_path / "c-9992-06-01.html"
    other.write_text(stripped, "utf-8")
    fes("ingest", str(FULL), str(other))
    data = _json(fes, "C-9992-06-01")
    assert len(data["documents"]) == 2
    assert (data["appellants"], data["date"]) == (["Ida Mast"], "2018-04-23")
    assert data["current"]["grade"] == 5
    assert "5 CFR 511.702" in data["citations"]


def test_one_number_of_two_decisions_is_said_and_listed(fes: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.html"
    later = FULL.read_text("utf-8").replace("4/23/2018", "5/1/2003").replace("Ida Mast", "Jo Oar")
    other.write_text(later, "utf-8")
    fes("ingest", str(FULL), str(other))
    code, out, err = fes("decision", "C-9992-06-01")
    assert (code, out) == (2, "")
    assert "2 decisions have this number" in err
    assert "2003-05-01" in err
    assert "2018-04-23" in err
    assert _json(fes, "C-9992-06-01", "--date", "2003-05-01")["appellants"] == ["Jo Oar"]
    code, _, err = fes("decision", "C-9992-06-01", "--date", "1999-01-01")
    assert code == 2
    assert "your library has 2003-05-01" in err


def _decision(document: str, **facts: Any) -> Decision:
    return Decision(document=document, decision_number="C-9992-06-01", **facts)


def test_merging_fills_and_does_not_overrule() -> None:
    full = _decision(
        "full",
        date="2018-04-23",
        document_type="classification",
        pd_adequate=True,
        current=DecisionClassification(pay_plan="GS", series="9992", grade=5),
        decided=DecisionClassification(pay_plan="GS", series="9992", grade=6),
        factors=(DecisionFactor(factor=1, credited="1-4", rejected=("1-5",)),),
        redacted=True,
    )
    other = _decision(
        "other",
        department="Department of Labor",
        current=DecisionClassification(title="Ferry Assistant", series="9992", grade=7),
        factors=(DecisionFactor(factor=1, sought="1-5", credited="1-4", points=550),),
        appellants=("Ida Mast",),
        redacted=False,
    )
    one = merge([other, full])
    assert (one.document, one.department) == ("full", "Department of Labor")
    assert one.current.grade == 5
    assert one.current.title == ""
    assert one.factors == (
        DecisionFactor(factor=1, sought="1-5", credited="1-4", points=550, rejected=("1-5",)),
    )
    assert (one.appellants, one.redacted) == (("Ida Mast",), False)
    assert one.outcome == ("raised",)


def test_an_undated_capture_goes_with_the_only_dated_one() -> None:
    dated, undated = _decision("a", date="2003-05-01"), _decision("b")
    later = _decision("c", date="2018-04-23")
    assert with_number([dated, undated], "c-9992-6-1") == [[dated, undated]]
    assert with_number([dated, undated, later], "C-9992-06-01") == [[dated], [later], [undated]]
    assert with_number([dated, later], "C-9992-06-01", "2018-04-23") == [[later]]
    assert with_number([dated], "C-9992-06-02") == []


def test_a_search_shows_whose_words_a_decision_quotes(fes: Run) -> None:
    fes("ingest", str(FOLDER / "a-signal-lamp-examiner.txt"))
    code, out, _ = fes("search", "administrative direction broadly defined", "--stance", "standard")
    assert code == 0
    assert "GS-9998 standard as quoted in C-9998-11-03" in " ".join(out.split())
