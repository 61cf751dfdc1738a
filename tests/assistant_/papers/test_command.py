"""``fes paper``, ``fes verify`` and ``fes export`` as typed, and papers asked for in the chat."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cases.edits import load_case
from assistant.cases.shelf import Shelf
from assistant.chat.engine import Engine
from assistant.cli.main import cli
from assistant.settings import data_home
from core.errors import AppError, CaseError, UsageError
from tests.assistant_.papers.conftest import CASES
from tests.assistant_.papers.reading import docx_document

SECURITY = str(CASES / "security.toml")


def fes(*args: str) -> Result:
    return CliRunner().invoke(cli, list(args))


def failure(*args: str) -> AppError:
    result = fes(*args)
    assert isinstance(result.exception, AppError), result.output
    assert result.output == ""
    return result.exception


def test_without_a_name_the_papers_are_listed_and_with_a_case_what_each_lacks() -> None:
    listed = fes("paper").output
    for name in ("statement", "assessment", "letter", "correction", "certificate"):
        assert f"\n{name}" in f"\n{listed}"
    lacking = fes("paper", "list", SECURITY).output
    assert "cannot be made: No OPM decision is stated that could be reconsidered." in lacking
    rows = json.loads(fes("paper", "list", SECURITY, "--json").output)
    assert {row["paper"] for row in rows} >= {"statement", "letter"}


def test_a_paper_is_printed_as_markdown_or_json_unless_a_file_is_named() -> None:
    assert fes("paper", "assessment", SECURITY).output.startswith("# Appeal assessment")
    assert json.loads(fes("paper", "statement", SECURITY, "--json").output)["title"]
    page = fes("paper", "statement", SECURITY, "--format", "html").output
    assert page.startswith("<!DOCTYPE html>")


def test_a_paper_makes_no_library_where_there_is_none() -> None:
    assert fes("paper", "assessment", SECURITY).exit_code == 0
    assert not data_home().exists()


def test_a_file_is_written_by_its_suffix_and_never_replaced_unasked(tmp_path: Path) -> None:
    target = tmp_path / "letter.docx"
    result = fes("paper", "letter", SECURITY, "--out", str(target), "--date", "2025-07-01")
    assert result.exit_code == 0, result.output
    assert "blanks are marked to be filled" in result.output
    assert target.read_bytes()[:2] == b"PK"
    assert "--force" in failure("paper", "letter", SECURITY, "--out", str(target)).sentence()
    assert fes("paper", "letter", SECURITY, "--out", str(target), "--force").exit_code == 0


def test_a_format_no_terminal_shows_gets_a_file_named_after_the_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = fes("paper", "statement", SECURITY, "--format", "pdf")
    assert result.output.startswith("Wrote security-statement.pdf")
    assert (tmp_path / "security-statement.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("paper", "poem", SECURITY), "there is no paper"),
        (("paper", "letter"), "the case is missing"),
        (("paper", "letter", SECURITY, "--format", "odt"), "there is no format"),
        (("paper", "letter", SECURITY, "--date", "tomorrow"), "--date"),
        (("paper", "letter", "missing.toml"), "there is no such file"),
        (("paper", "reconsideration", SECURITY), "No OPM decision is stated"),
        (("paper", "comparison", str(CASES / "clerk.toml")), "only one evaluation"),
        (("verify", "missing.md"), "there is no such file"),
    ],
)
def test_mistakes_are_told_in_one_sentence_with_the_remedy(
    args: tuple[str, ...], says: str
) -> None:
    error = failure(*args)
    assert error.exit_code == 2
    assert says in error.sentence()


def test_a_certificate_is_made_and_verified(tmp_path: Path) -> None:
    target = tmp_path / "certificate.pdf"
    assert fes("paper", "certificate", SECURITY, "--out", str(target)).exit_code == 0
    result = fes("verify", str(target))
    assert result.output.startswith("identical: GS-11, fingerprint ")
    told = json.loads(fes("verify", str(target), "--json").output)
    assert told["identical"] is True


def test_a_certificate_that_is_not_the_same_ends_with_the_first_difference(
    tmp_path: Path,
) -> None:
    target = tmp_path / "certificate.md"
    fes("paper", "certificate", SECURITY, "--out", str(target))
    target.write_text(target.read_text("utf-8").replace("2,555", "2,755"), "utf-8")
    error = failure("verify", str(target))
    assert isinstance(error, CaseError)
    assert "2,755" in error.message
    result = fes("verify", str(target), "--json")
    assert result.exit_code == 2
    assert json.loads(result.output)["identical"] is False


@pytest.mark.parametrize("suffix", ["docx", "html", "json", "md", "pdf"])
def test_export_writes_the_statement_in_every_format(suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"statement.{suffix}"
    result = fes("export", SECURITY, "--to", str(target))
    assert result.output.strip().endswith("GS-11, 2,555 points.")
    if suffix == "json":
        document = json.loads(target.read_text("utf-8"))
        assert document["evaluation"]["grade"] == "GS-11"
        assert document["paper"]["paper"] == "statement"


def test_a_kind_of_position_of_its_own_is_read_from_one_file() -> None:
    for name, says in (("supervisor", "GS-12"), ("mixed", "GS-11"), ("counter", "GS-4")):
        assert says in fes("paper", "statement", str(CASES / f"{name}.toml")).output


def test_a_case_of_ones_own_is_named_by_its_name() -> None:
    kept = Shelf(data_home()).new(load_case(CASES / "security.toml"), name="mine")
    assert kept.name == "mine"
    assert "2,555" in fes("paper", "statement", "mine").output


def test_no_paper_needs_a_case_that_is_complete() -> None:
    error = failure("paper", "comparison", str(CASES / "partial.toml"))
    assert isinstance(error, UsageError | CaseError)


def test_a_job_of_another_pay_plan_is_sent_to_its_papers_and_lacks_no_levels(
    tmp_path: Path,
) -> None:
    described = tmp_path / "job.txt"
    described.write_text(
        "POSITION DESCRIPTION (fictional)\nTitle: Crane Fitter\n"
        "Pay Plan: WG   Series: 5803   Grade: 08\nOrganization: Yard (a fictional agency)\n\n"
        "MAJOR DUTIES\n1. Mends cranes by the maker's manuals. (80%)\n"
        "2. Tries mended cranes and writes down what was done. (20%)\n",
        "utf-8",
    )
    made = " ".join(fes("case", "new", "--from", str(described)).output.split())
    assert "No grading criteria for pay plan WG are held here: fes paper assessment" in made
    assert "suggests levels" not in made
    checked = fes("case", "check", "crane-fitter").output
    assert "Grades still possible" not in checked
    assert "Factors without a level" not in checked


def test_export_takes_what_a_statement_takes(tmp_path: Path) -> None:
    target = tmp_path / "chief.html"
    result = fes("export", str(CASES / "supervisor.toml"), "--to", str(target))
    assert result.output.endswith("chief.html: GS-12.\n"), result.output


def test_a_description_of_mixed_work_becomes_a_statement_in_three_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    described = tmp_path / "pd.txt"
    described.write_text(
        "POSITION DESCRIPTION (fictional)\nTitle: Harbor Analyst\nGS-0343-11\n"
        "Organization: Harbor Office (a fictional agency)\n\nMAJOR DUTIES\n"
        "1. Studies how the harbor's offices are organized and recommends changes. (70%)\n"
        "2. Keeps the register of studies and answers routine questions on it. (30%)\n",
        "utf-8",
    )
    assert fes("case", "new", "--from", str(described)).exit_code == 0
    kinds = ("--work", "1=fes-primary", "--work", "2=fes-primary")
    assert (
        "--accept all" in failure("suggest", "harbor-analyst", *kinds, "--accept", "1").sentence()
    )
    entered = fes("suggest", "harbor-analyst", *kinds, "--accept", "all")
    assert entered.exit_code == 0, entered.output
    text = fes("paper", "statement", "harbor-analyst-mixed.toml").output
    assert "## Grade that controls" in text
    assert "What it requires, in short" in text
    weighed = json.loads(fes("mixed", "harbor-analyst-mixed.toml", "--json").output)
    assert [one["name"][:2] for one in weighed["work"]] == ["1:", "2:"]


def test_a_guide_without_points_is_computed_from_the_file_its_papers_are_written_from() -> None:
    assert json.loads(fes("guide", str(CASES / "counter.toml"), "--json").output)["grade"] == "GS-4"


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("export to {file}", "Position evaluation statement"),
        ("export the appeal letter to {file}", "Classification appeal"),
        ("export the certificate as {file}", "Certificate of derivation"),
    ],
)
def test_the_paper_that_is_named_is_written(
    engine: Engine, message: str, title: str, tmp_path: Path
) -> None:
    target = tmp_path / "paper.docx"
    list(engine.handle(message.format(file=target)))
    assert docx_document(target.read_bytes()).paragraphs[0].text == title
