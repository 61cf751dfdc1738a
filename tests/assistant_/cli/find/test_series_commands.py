"""``fes series``: the list, one series, and which series may cover some work."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from assistant.cli import main as cli
from core.standards.series import all_series
from index.library import Library
from index.search.series import finding as series_finder
from tests.index_.lamp_documents import WordVectors, write
from tests.index_.positions.compose import SHOWN

HANDBOOK = """# Made-up Handbook of Occupational Groups

## 0000 – MADE-UP OCCUPATIONS GROUP

Everything under this heading was written for a test.

### 0080 – Security Administration Series*

In this fiction the people of this series keep lanterns away from the harbor and decide who may
carry a lantern across the moat.

### 0085 – Security Guard Series*

In this fiction the people of this series stand at the moat and count lanterns.

### Lantern inspection

A specialty that goes on from the one above: counting cracked lanterns of glass.

## 4200 – MADE-UP PIPE FAMILY

### 4206 – Plumbing*

In this fiction the people of this trade mend the moat's leaking conduits with pitch and reeds.
"""

# Written for this test from knowledge of federal jobs; nobody's announcement.
DESCRIPTIONS = {
    "protects facilities and vets contractors": {"0080"},
    "decides whether employees may have a security clearance": {"0080"},
    "guards the entrance of a federal building and checks badges": {"0085"},
    "plans the agency's response to hurricanes and runs exercises": {"0089"},
    "teaches workers to prevent accidents and investigates mishaps": {"0018"},
    "classifies jobs, recruits, and advises managers on discipline": {"0201"},
    "keeps the director's calendar, answers the phone and arranges travel": {"0318"},
    "studies how offices work and recommends a better organization": {"0343"},
    "answers freedom of information requests": {"0306"},
    "formulates and executes the budget and tracks obligations": {"0560"},
    "audits contractors' costs and internal controls": {"0511"},
    "negotiates and awards contracts for services": {"1102"},
    "reviews grant applications and monitors what universities spend": {"1109"},
    "designs bridges and levees": {"0810"},
    "cares for patients on a ward as a registered nurse": {"0610"},
    "takes x-rays of patients": {"0647"},
    "administers servers and helps users with their laptops": {"2210"},
    "investigates fraud as a special agent who makes arrests": {"1811"},
    "controls airplanes from an airport tower": {"2152"},
    "fights forest fires and marks timber for sale": {"0462"},
    "gives statements to the press": {"1035"},
    "inspects a slaughterhouse for wholesome meat": {"1863"},
    "represents the agency before courts": {"0905"},
    "counsels families and arranges care when patients go home": {"0185"},
}
SHARE_IN_FIRST_THREE = 0.8


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


@pytest.fixture
def handbook(fes, tmp_path: Path) -> Path:  # type: ignore[no-untyped-def]
    path = write(tmp_path / "documents", "made-up-handbook.md", HANDBOOK)
    assert fes("ingest", str(path))[0] == 0
    return path


def test_list_holds_every_series_once(fes) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = fes("series", "list", "--json")
    rows = json.loads(out)
    assert code == 0
    assert [row["code"] for row in rows] == [one.code for one in all_series()]
    only = json.loads(fes("series", "list", "--group", "0343", "--json")[1])
    assert {row["group"] for row in only} == {"0300"}
    text = fes("series", "list")[1]
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "  0025  1+2  Park Ranger" in text
    assert "Trades, crafts and labor" in text


def test_show_says_where_everything_stands(fes, handbook: Path) -> None:  # type: ignore[no-untyped-def]
    row = json.loads(fes("series", "show", "80", "--json")[1])
    assert (row["code"], row["title"], row["group"]) == ("0080", "Security Administration", "0000")
    assert (row["page"], row["interval"], row["interval_page"]) == ("22", "two", "26")
    (definition,) = row["definition"]
    assert definition["text"] in " ".join(handbook.read_text("utf-8").split())
    text = " ".join(fes("series", "show", "GS-0085")[1].split())
    assert "Made-up Handbook of Occupational Groups" in text
    # A specialty under a heading of its own belongs to the series above it.
    assert "cracked lanterns of glass" in text
    assert "moat's leaking conduits" not in text


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("4749", "Federal Wage System"),
        ("0249", "only the two-grade list still has it (p. 27)"),
        ("0081x", "is not a series"),
        ("0002", "there is no series 0002"),
    ],
)
def test_what_is_no_white_collar_series_is_said(fes, code: str, said: str) -> None:  # type: ignore[no-untyped-def]
    exit_code, out, err = fes("series", "show", code)
    assert (exit_code, out) == (2, "")
    assert said in err


def test_cancelled_and_restricted_series_say_so(fes) -> None:  # type: ignore[no-untyped-def]
    assert "Cancelled by" in fes("series", "show", "0357")[1]
    assert "Only National Credit Union Administration" in fes("series", "show", "0580")[1]
    assert "The library holds no definition" in fes("series", "show", "0343")[1]


def test_find_shows_the_deciding_passage_and_its_place(fes, handbook: Path) -> None:  # type: ignore[no-untyped-def]
    data = json.loads(fes("series", "find", "decides who may carry a lantern", "--json")[1])
    assert data["by"] == "definitions"
    assert data["definitions"] == 2
    first = next(one for one in data["candidates"] if one["definition"])
    assert first["code"] == "0080"
    assert first["definition"]["passage"].startswith("made-up-handbook#")
    text = fes("series", "find", "guards a gate and counts lanterns")[1]
    assert "Made-up Handbook of Occupational Groups" in text
    assert all(len(line) <= 80 for line in text.splitlines())


def test_find_without_definitions_goes_by_titles_and_says_so(fes) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = fes("series", "find", "security guard", "--json")
    data = json.loads(out)
    assert code == 0
    assert data["by"] == "titles"
    assert data["candidates"][0]["code"] == "0085"
    assert {one["definition"] for one in data["candidates"]} == {None}
    assert "titles and everyday words" in " ".join(fes("series", "find", "guard")[1].split())


def test_a_trade_nearer_than_any_series_is_told(fes, handbook: Path) -> None:  # type: ignore[no-untyped-def]
    text = " ".join(fes("series", "find", "mends leaking conduits with pitch and reeds")[1].split())
    assert "a trade's: 4206 Plumbing" in text
    assert "a trade's" not in fes("series", "find", "decides who may carry a lantern")[1]


def test_a_description_is_read_from_standard_input(fes, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    for data, code in (
        (b"security guard", 0),
        (b"", 2),
        (b"\xff\xfe\x00", 2),
        (("x" + "\u00e9" * 60_000).encode(), 2),
    ):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        exit_code, out, err = fes("series", "find", "-", "--json")
        assert exit_code == code
        assert (out == "") is bool(code)
        if code == 0:
            assert json.loads(out)["candidates"][0]["code"] == "0085"
        else:
            assert err.startswith("fes: ")


def test_find_refuses_nothing_and_too_much(fes) -> None:  # type: ignore[no-untyped-def]
    for arguments in ([], ["  "], ["x " * 3000], ["guard", "-k", "0"]):
        exit_code, out, err = fes("series", "find", *arguments)
        assert (exit_code, out) == (2, "")
        assert err.startswith("fes: ")


def test_hostile_titles_and_definitions_cannot_act_on_the_terminal(fes, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    text = HANDBOOK.replace("keep lanterns away", "[red]keep\x1b[31m \u202elanterns away[/red]")
    path = write(
        tmp_path / "documents", "made-up\x1b[2J.md", text.replace("# Made", "# \x1b]0;x\x07Made", 1)
    )
    assert fes("ingest", str(path))[0] == 0
    for arguments in (("show", "0080"), ("find", "decides who may carry \x1b[31m a lantern")):
        out = fes("series", *arguments)[1]
        assert not {"\x1b", "\u202e", "\x07"} & set(out)
        assert "[red]" in out


@pytest.mark.corpus
@pytest.mark.slow
def test_the_handbook_s_definitions_find_the_series_of_real_work(real_library: Library) -> None:
    ranks = {}
    for text, wanted in DESCRIPTIONS.items():
        found = series_finder.find(real_library, text, k=3)
        codes = [one.code for one in found.candidates]
        ranks[text] = next((n for n, code in enumerate(codes, 1) if code in wanted), 0)
        assert all(one.passage is not None for one in found.candidates)
    assert ranks["protects facilities and vets contractors"] == 1
    missed = [text for text, rank in ranks.items() if rank == 0]
    assert len(missed) <= (1 - SHARE_IN_FIRST_THREE) * len(ranks), missed


@pytest.mark.corpus
def test_nearly_every_series_has_its_definition(real_library: Library) -> None:
    defined = series_finder.definitions(real_library)
    missing = [one.code for one in all_series() if one.defined and one.code not in defined]
    assert missing == []
    for code, passages in defined.items():
        if code < "2500" and code.endswith("99") and code != "0099":
            assert "0099" in passages[0].text, code


def test_a_bare_title_is_found_by_announced_titles_and_says_so(fes) -> None:  # type: ignore[no-untyped-def]
    data = json.loads(fes("series", "find", "Supervisory Contract Specialist", "--json")[1])
    first = data["candidates"][0]
    assert first["code"] == "1102"
    assert "announced titles" in first["spoke"]
    assert first["announced_title"]
    catch_all = json.loads(fes("series", "find", "Program Specialist", "--json")[1])["candidates"]
    assert any(one["catch_all"] for one in catch_all)
    assert "a series for work that no other covers" in " ".join(
        fes("series", "find", "Program Specialist")[1].lower().split()
    )


STANDARD = """# Made-up Standard for the Lantern Keeping Series, GS-0085

Series covered: GS-0085

## Titling

The basic title for this occupation is Lantern Keeper.

## Factor 1, Knowledge Required by the Position

### Level 1-1 50 points

Knows a lantern when it burns.

### Level 1-2 200 points

Knows how to light one.

### Level 1-3 350 points

Knows all lanterns.
"""


def test_the_standard_s_words_on_titles_are_shown(fes, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert fes("ingest", str(write(tmp_path / "documents", "lanterns.md", STANDARD)))[0] == 0
    data = json.loads(fes("series", "find", "Security Guard", "--json")[1])
    first = data["candidates"][0]
    assert first["code"] == "0085"
    assert first["titling"]["text"] == "The basic title for this occupation is Lantern Keeper."
    assert "How it is titled" in fes("series", "find", "Security Guard")[1]


def test_a_description_is_placed_by_its_duties_and_title(fes) -> None:  # type: ignore[no-untyped-def]
    file = SHOWN / "01-of8.txt"
    data = json.loads(fes("series", "find", "--from", str(file), "--json")[1])
    assert data["candidates"][0]["code"] == "0560"
    assert "announced titles" in data["candidates"][0]["spoke"]
    code, out, err = fes("series", "find", "keeps books", "--from", str(file))
    assert (code, out) == (2, "")
    assert "--from" in err
