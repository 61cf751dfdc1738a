"""The register of real decisions: sound data, browsed, counted and joined to ingested texts."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from assistant.cli import main as cli
from assistant.cli.find.register_views import sample_note
from assistant.settings import EXAMPLE
from core.standards.series import families, find_series
from index.decisions.register import facts as register
from index.decisions.register.facts import Entry
from index.models import DecisionClassification
from tests.conftest import CORPUS
from tests.index_.lamp_documents import WordVectors

FILE = Path(register.__file__).with_name("decisions.csv")
# Series that decisions of 2002 name and the Handbook of 2018 has no more.
FORMER_SERIES = {"0334", "1816"}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def fes(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> object:
    """Run a command in this process with cheap vectors; returns exit code, output, errors."""
    monkeypatch.setattr("assistant.llm.embedders.load_embedder", lambda *_: WordVectors())
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments: str) -> tuple[object, str, str]:
        with pytest.raises(SystemExit) as left:
            cli.main([*arguments])
        said = capsys.readouterr()
        return left.value.code, said.out, said.err

    return run


# --- the data ----------------------------------------------------------------------------


def test_the_register_is_the_one_the_facts_were_gathered_in() -> None:
    source = CORPUS.parent / "facts" / "decision-register.csv"
    if not source.is_file():
        pytest.skip("the facts (../shared/facts) are not beside this checkout")
    assert FILE.read_bytes() == source.read_bytes()


def test_numbers_and_dates_are_possible_and_together_a_key(rows: list[dict[str, str]]) -> None:
    assert len(rows) == 238
    assert len({(row["decision_number"], row["date"]) for row in rows}) == 238
    assert [n for n, many in Counter(r["decision_number"] for r in rows if r["decision_number"])
            .items() if many > 1] == ["C-0501-12-03"]  # fmt: skip
    for row in rows:
        number, key = row["decision_number"], (row["decision_number"], row["date"])
        assert (number == "") == (row["number_source"] == "none"), key
        if row["date"]:
            assert date(1996, 1, 1) <= date.fromisoformat(row["date"]) <= date(2025, 12, 31), key
        assert row["url"].startswith(("http://", "https://")), key
        if not number:
            continue
        match = re.fullmatch(r"C-(\d{4})-(\d{2})-(\d{2})", number)
        assert match, key
        # A number holds the series and the grade decided.
        assert row["decided_series"] in ("", match[1]), key
        assert row["decided_grade"] in ("", match[2]), key


def test_outcomes_follow_from_the_classifications(rows: list[dict[str, str]]) -> None:
    for row in rows:
        key = (row["decision_number"], row["date"])
        assert row["outcome"] in _possible_outcomes(row), key


def _possible_outcomes(row: dict[str, str]) -> set[str]:
    """Return what may be said from what is stated; a change of grade outranks one of series."""
    before, after = row["current_grade"], row["decided_grade"]
    series = row["current_series"], row["decided_series"]
    if all(series) and after == "00":
        return {"series_changed"} if series[0] != series[1] else {"unknown", "sustained"}
    if not before or not after:
        return {"unknown"}
    if after == "00":
        # A pay category decision: only whether the pay category stands.
        return {"sustained", "pay_plan_changed"}
    if int(before) != int(after):
        return {"raised" if int(after) > int(before) else "lowered"}
    if all(series) and series[0] != series[1]:
        return {"series_changed"}
    plans = row["pay_plan"], row["decided_pay_plan"]
    if all(plans) and plans[0] != plans[1]:
        return {"pay_plan_changed"}
    new_title = "changes the title" in row["note"] or (
        row["decided_title"] not in ("", row["current_title"])
        and "agency discretion)" in row["decided_title"]
    )
    return {"sustained", "title_changed"} if new_title else {"sustained"}


def test_values_are_of_the_kinds_that_are_read(rows: list[dict[str, str]]) -> None:
    trades = {family.code[:2] for family in families()}
    for row in rows:
        key = (row["decision_number"], row["date"])
        for name in ("current_series", "requested_series", "decided_series"):
            code = row[name]
            known = not code or find_series(code) or code[:2] in trades
            assert known or code in FORMER_SERIES, (key, name)
        for name in ("current_grade", "requested_grade", "decided_grade"):
            assert re.fullmatch(r"(\d{2})?", row[name]), (key, name)
        assert row["published_outcome"] in (
            "",
            "no change",
            "downgraded",
            "new series",
            "new title",
        )


def test_empty_is_not_known_and_false_is_not_in_the_head(rows: list[dict[str, str]]) -> None:
    entries = {(e.number, e.date, e.url): e for e in register.entries()}
    assert len(entries) == len(rows)
    words = {"true": "stated", "false": "not in the head", "": None}
    for row in rows:
        entry = entries[row["decision_number"], row["date"], row["url"]]
        assert entry.pd_inadequate == words[row["pd_inadequate"]]
        assert entry.lowers_grade == words[row["lowers_grade_statement"]]
        assert entry.redacted == {"true": True, "false": False, "": None}[row["appellant_redacted"]]
        assert (entry.decided.grade or 0) == int(row["decided_grade"] or 0)
        assert entry.decided.grade != 0
        assert entry.current.title == row["current_title"]


def test_the_note_gives_the_shares_of_the_data(rows: list[dict[str, str]]) -> None:
    outcomes = Counter(
        "lowered"
        if row["outcome"] == "unknown" and row["lowers_grade_statement"] == "true"
        else row["outcome"]
        for row in rows
    )
    known = len(rows) - outcomes["unknown"]
    assert (known, outcomes["lowered"]) == (175, 55)
    note = sample_note()
    assert f"{known} of its {len(rows)}" in note
    assert (
        f"{outcomes['lowered']} of those ({100 * outcomes['lowered'] / known:.1f} percent)" in note
    )
    assert "31.4 percent" in note
    assert "about 85 percent" in note
    assert "not a draw from all decisions" in note


# --- browsing and counting ---------------------------------------------------------------


@pytest.mark.parametrize("series", ["0080", "080", "80", "GS-0080"])
@pytest.mark.parametrize("outcome", ["lowered", "downgraded", "Reduced"])
def test_series_and_outcome_in_any_spelling(fes, series: str, outcome: str) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = fes("decisions", "list", "--series", series, "--outcome", outcome, "--json")
    assert code == 0
    (row,) = json.loads(out)
    assert (row["number"], row["date"]) == ("C-0080-11-02", "2014-08-20")
    assert (row["current"]["series"], row["current"]["grade"]) == ("0301", 12)
    assert (row["decided"]["series"], row["decided"]["grade"]) == ("0080", 11)
    assert row["url"].startswith("https://")
    assert row["text"] is None


@pytest.mark.parametrize(
    ("options", "test"),
    [
        (["--outcome", "upgraded"], lambda r: r["outcome"] == "raised"),
        (["--agency", "navy"],
         lambda r: re.search(r"\bNavy\b", r["department"] + " " + r["component"])),
        (["--agency", "VA"], lambda r: r["department"] == "Veterans Affairs"),
        (["--agency", "Department of the Army"],
         lambda r: re.search(r"\bArmy\b", r["department"] + " " + r["component"])),
        (["--agency", "state"], lambda r: r["department"] == "State"),
        (["--year", "2014"], lambda r: r["date"].startswith("2014-")),
        (["--from-grade", "GS-12", "--to-grade", "11"],
         lambda r: (r["current_grade"], r["decided_grade"]) == ("12", "11")),
        (["--pay-plan", "wg"], lambda r: "WG" in (r["pay_plan"], r["decided_pay_plan"])),
        (["--number", "C-501-12-03"], lambda r: r["decision_number"] == "C-0501-12-03"),
        (["--outcome", "no change"],
         lambda r: r["outcome"] == "sustained" or r["published_outcome"] == "no change"),
    ],
)  # fmt: skip
def test_filters_pick_what_the_data_says(fes, rows, options, test) -> None:  # type: ignore[no-untyped-def]
    found = json.loads(fes("decisions", "list", *options, "--json")[1])
    wanted = [(r["decision_number"], r["date"]) for r in rows if test(r)]
    assert wanted
    assert sorted((row["number"], row["date"]) for row in found) == sorted(wanted)


def test_lists_fit_the_terminal_and_say_what_the_register_is(fes) -> None:  # type: ignore[no-untyped-def]
    _, out, _ = fes("decisions", "list")
    lines = out.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert "C-0080-11-02  2014-08-20  GS-0301-12 \u2192 GS-0080-11  lowered" in lines
    assert any("no change (by OPM's index)" in line for line in lines)
    plain = " ".join(out.split())
    assert "238 decisions" in plain
    assert "Decisions are not case law" in plain
    assert "No decision of the register matches" in fes("decisions", "list", "--year", "1901")[1]


@pytest.mark.parametrize("by", register.DIMENSIONS)
def test_counts_add_up_and_carry_the_note(fes, by: str) -> None:  # type: ignore[no-untyped-def]
    data = json.loads(fes("decisions", "stats", "--by", by, "--json")[1])
    assert sum(one["decisions"] for one in data["counts"]) == data["decisions"] == 238
    assert data["known"] == 175
    assert data["outcomes"]["lowered"] == 55
    assert data["note"] == sample_note()
    text = fes("decisions", "stats", "--by", by)[1]
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "Not odds." in text


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "--outcome", "won"],
        ["list", "--series", "security"],
        ["list", "--year", "14"],
        ["list", "--from-grade", "twelve"],
        ["list", "--number", "12"],
        ["list", "--agency", " "],
        ["list", "--agency", "Department of the"],
        ["show", "C-9999-99-99"],
        ["show", "\x1b[2J"],
        ["show", "C-0501-12-03", "--date", "2001-01-01"],
        ["show", "C-0501-12-03", "--date", "yesterday"],
        ["stats", "--by", "moon"],
    ],
)
def test_what_cannot_be_asked_is_refused(fes, arguments: list[str]) -> None:  # type: ignore[no-untyped-def]
    code, out, err = fes("decisions", *arguments)
    assert (code, out) == (2, "")
    assert "\x1b" not in err


def test_a_number_of_two_decisions_shows_both_and_a_date_chooses(fes) -> None:  # type: ignore[no-untyped-def]
    both = json.loads(fes("decisions", "show", "c 501 12 03", "--json")[1])
    assert [row["date"] for row in both] == ["2003-10-03", "2018-05-23"]
    (one,) = json.loads(
        fes("decisions", "show", "C-0501-12-03", "--date", "2018-05-23", "--json")[1]
    )
    assert one["department"] == "Agriculture"
    text = fes("decisions", "show", "C-0501-12-03")[1]
    assert "October 3, 2003" in text
    assert "May 23, 2018" in text
    # The address stands whole on its line.
    assert f"Link       {one['url']}" in text.splitlines()


def test_nothing_is_made_where_there_is_no_library(fes, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert fes("decisions", "list", "--series", "0080")[0] == 0
    assert not (tmp_path / "fes-home").exists()


# --- beside the text ---------------------------------------------------------------------


@pytest.mark.corpus
def test_a_registered_decision_is_joined_to_its_text(fes, corpus: Path) -> None:  # type: ignore[no-untyped-def]
    assert fes("ingest", str(corpus / "decisions" / "C-0080-11-02.txt"))[0] == 0
    assert (
        "The text is in the library: C-0080-11-02." in fes("decisions", "list", "--series", "80")[1]
    )
    (row,) = json.loads(fes("decisions", "show", "C-0080-11-02", "--json")[1])
    facts = {fact["name"]: fact for fact in row["text"]["facts"]}
    assert row["text"]["documents"] == ["C-0080-11-02"]
    assert row["text"]["disagreements"] == []
    for name in ("Date", "Department", "Current title", "Decided grade", "Outcome"):
        assert facts[name]["agree"] is True, name
    assert facts["Requested title"]["agree"] is None


def _fictional(**changes: object) -> Entry:
    """Return an entry as the register would hold for the bundled fictional decision."""
    facts: dict[str, object] = {
        "number": "C-9999-11-01",
        "number_source": "stated",
        "date": "2011-05-17",
        "url": "https://fiction.invalid/c-9999-11-01",
        "department": "",
        "component": "",
        "current": DecisionClassification(),
        "requested": DecisionClassification(),
        "decided": DecisionClassification(),
        "outcome": register.UNKNOWN,
        "published_outcome": "",
        "pd_inadequate": None,
        "lowers_grade": None,
        "redacted": None,
        "several_appellants": None,
        "layout": "other",
        "note": "fictional",
    }
    return Entry.model_validate({**facts, **changes})


@pytest.fixture
def text_record(fes) -> dict[str, object]:  # type: ignore[no-untyped-def]
    """Ingest the bundled fictional decision; return its record as ``fes decision`` gives it."""
    assert fes("ingest", str(EXAMPLE / "decision-C-9999-11-01.txt"))[0] == 0
    record: dict[str, object] = json.loads(fes("decision", "C-9999-11-01", "--json")[1])
    return record


def test_what_register_and_text_say_otherwise_is_named(  # type: ignore[no-untyped-def]
    fes, text_record, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided = text_record["decided"]
    entry = _fictional(
        date=text_record["date"],
        component="Fictional \x1b[31mOffice of Fog",
        decided=DecisionClassification(
            pay_plan="GS", title=decided["title"], series="9999", grade=decided["grade"] + 1
        ),
    )
    monkeypatch.setattr(register, "entries", lambda: (entry,))
    (row,) = json.loads(fes("decisions", "list", "--json")[1])
    assert set(row["text"]["disagreements"]) == {"Component", "Decided grade"}
    listed = " ".join(fes("decisions", "list")[1].split())
    assert "it says otherwise on: component, decided grade." in listed
    shown = fes("decisions", "show", "C-9999-11-01")[1]
    assert "Decided grade: they differ" in shown
    grade = decided["grade"]
    assert f"register {grade + 1:02d}; text {grade:02d}" in shown
    assert "Decided series: 9999; both" in shown
    assert "\x1b" not in shown


def test_another_date_is_another_decision(fes, text_record, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    other = _fictional(date="1999-01-04")
    undated = _fictional(date="")
    for entry, joined in ((other, False), (undated, True)):
        monkeypatch.setattr(register, "entries", lambda entry=entry: (entry,))
        (row,) = json.loads(fes("decisions", "list", "--json")[1])
        assert (row["text"] is not None) is joined
    # Two decisions of the number: nothing tells which the undated entry is.
    monkeypatch.setattr(register, "entries", lambda: (undated, other))
    assert [r["text"] for r in json.loads(fes("decisions", "list", "--json")[1])] == [None, None]
