"""``fes sources`` as a person and another program meet it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main as cli
from assistant.cli.library import sources as command
from assistant.cli.library.source_views import catalogue_text, plan_text, trace_text
from index.sources import catalogue
from index.sources.tracing import Trace
from tests.index_.lamp_documents import WordVectors
from tests.index_.sources.conftest import GUIDE, HOST, Lamps, source


class Ran:
    """What a command did."""

    def __init__(self, code: object, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def fes(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, lamps: Lamps) -> Any:
    """Run a command in this process with a catalogue of two sources on the test's server."""
    monkeypatch.setattr("assistant.llm.embedders.load_embedder", lambda *_: WordVectors())
    both = (source(), source("wick-trimming", kind="standard", series=("9999",)))
    monkeypatch.setattr(catalogue, "load", lambda: both)
    monkeypatch.setenv(command.BASE, lamps.base)
    monkeypatch.setattr("index.sources.asking.time.sleep", lambda _: None)

    def run(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as left:
            cli.main(["sources", *arguments])
        said = capsys.readouterr()
        return Ran(left.value.code, said.out, said.err)

    return run


def test_a_chosen_source_is_fetched_and_said(fes: Any, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE)
    ran = fes("sync", "--only", "lamp-keeping")
    assert (ran.code, ran.out.split()[:2]) == (0, ["added", "lamp-keeping"])
    assert "asking lamp-keeping (1 of 1)" in ran.err
    assert "indexing lamp-keeping (1 of 1)" in ran.err
    again = fes("sync", "--only", "lamp-keeping", "--json")
    (row,) = again.json
    assert (row["status"], row["document"]) == ("unchanged", "lamp-keeping")
    assert row["sha256"]
    shown = fes("status")
    assert "fetched" in shown.out
    assert "today" in shown.out
    (state,) = fes("status", "--json").json
    assert (state["kept"], state["changed"], state["former"]) == (True, None, [])
    assert "held since" in fes("list").out
    (first, _) = fes("list", "--json").json
    assert first["held_since"]


@pytest.mark.parametrize("choice", [[], ["--kind", "guide"], ["--limit", "1"]])
def test_nothing_is_fetched_without_being_chosen(fes: Any, lamps: Lamps, choice: list[str]) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE)
    ran = fes("sync", *choice)
    assert ran.code == 0
    assert "would be fetched" in ran.out
    assert "Nothing was fetched" in ran.err
    assert lamps.asked == []
    assert "lamp-keeping" in fes("sync", *choice, "--json").json["would_fetch"]


def test_all_of_a_choice_and_no_more(fes: Any, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE)
    assert fes("sync", "--kind", "guide", "--all").out.startswith("added")
    assert {path for _, path, _ in lamps.asked} == {f"/{HOST}/lamp-keeping.html"}
    lamps.serve("/wick-trimming.html", GUIDE.replace(b"green", b"brown"))
    ran = fes("sync", "--all", "--limit", "1")
    assert "wick-trimming" in ran.out, "what is not held comes first"
    assert "lamp-keeping" not in ran.out


def test_one_that_fails_among_others(fes: Any, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE)
    ran = fes("sync", "--all")
    assert ran.code == 0
    assert "failed     wick-trimming" in ran.out
    assert "fes: wick-trimming: 127.0.0.1: there is no document at the address" in ran.err


def test_when_all_fail_nothing_is_printed(fes: Any) -> None:
    for options in ([], ["--json"]):
        ran = fes("sync", "--all", *options)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.count("no document at the address") == 2


def test_without_a_network_one_sentence(fes: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(command.BASE, "http://127.0.0.1:9")
    ran = fes("sync", "--all")
    assert (ran.code, ran.out) == (3, "")
    (sentence,) = [line for line in ran.err.splitlines() if line.startswith("fes:")]
    assert "network cannot be reached" in sentence


def test_status_checks_only_when_asked(fes: Any, lamps: Lamps) -> None:
    assert "Nothing has been fetched" in fes("status").out
    lamps.serve("/lamp-keeping.html", GUIDE, ETag='"one"')
    fes("sync", "--only", "lamp-keeping")
    lamps.asked.clear()
    fes("status")
    assert lamps.asked == []
    lamps.serve("/lamp-keeping.html", GUIDE, ETag='"two"')
    assert "changed upstream" in fes("status", "--check").out
    assert [method for method, _, _ in lamps.asked] == ["HEAD"]
    assert fes("status", "--check", "--json").json[0]["changed"] is True


def test_words_are_traced(fes: Any, lamps: Lamps) -> None:
    lamps.serve("/lamp-keeping.html", GUIDE)
    fes("sync", "--only", "lamp-keeping")
    ran = fes("where", "writes", "the", "number", "in", "the", "green", "ledger")
    assert ran.code == 0
    for part in ("passage   lamp-keeping#", "sha256", f"https://{HOST}/lamp-keeping.html"):
        assert part in ran.out
    assert all(len(line) <= 80 for line in ran.out.splitlines() if "/" not in line)
    (row,) = fes("where", "the number in the green ledger", "--json").json
    assert row["version"]["url"] == f"https://{HOST}/lamp-keeping.html"
    assert fes("where", row["passage"], "--json").json[0]["sha256"] == row["sha256"]
    wrong = fes("where", "words that stand nowhere at all")
    assert (wrong.code, wrong.out) == (2, "")
    assert len(wrong.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sync", "--only", "lamp-kepping"], "lamp-keeping"),
        (["sync", "--only", "lamp-keeping", "--all"], "--only"),
        (["sync", "--series", "0001"], "nothing of that kind"),
        (["sync", "--series", "x"], "is not a series"),
        (["sync", "--all", "--base", "http://lamps.example"], "this machine only"),
        (["sync", "--all", "--base", "file:///tmp"], "not the address of a mirror"),
        (["sync", "--all", "--base", "https://u:p@lamps.example"], "not the address"),
        (["sync", "--all", "--base", "https://lamps.example:99999"], "not the address"),
        (["list", "--kind", "novel"], "novel"),
        (["where", "nothing#1"], "no passage"),
    ],
)
def test_what_cannot_be_done_is_refused(fes: Any, arguments: list[str], said: str) -> None:
    ran = fes(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_the_catalogue_reads_well_in_a_terminal() -> None:
    text = catalogue_text(catalogue.load(), {}, 80, collapse=True)
    assert all(len(line) <= 80 for line in text.replace("\x1b[1m", "").splitlines())
    assert "Appeal decisions (193)" in text
    assert "C-0080-11-02" not in text
    assert "[address not verified]" in text
    full = catalogue_text(catalogue.load(), {}, 80, collapse=False)
    assert "C-0080-11-02" in full
    assert "and 1 more" in plan_text(catalogue.load()[:31], 80)


def test_what_documents_say_cannot_act_on_the_terminal() -> None:
    hostile = "\x1b[2J\x1b]0;owned\x07 [bold]red[/bold] \u202eevil\r\nnext\x9b31m"
    trace = Trace(
        passage=hostile,
        document=hostile,
        title=hostile,
        kind="other",
        edition=hostile,
        page=hostile,
        paragraph=None,
        heading=(hostile,),
        words=hostile,
        origin=hostile,
        file=hostile,
        file_state="gone",
        sha256="0" * 64,
        read=hostile,
        replaced=hostile,
    )
    shown = trace_text(trace, 80)
    assert not set("\x1b\x07\x9b\r\u202e") & set(shown)
    assert "[bold]red[/bold]" in shown


def test_looking_loads_neither_network_nor_model(tmp_path: Path) -> None:
    script = (
        "import sys, json\n"
        "from assistant.cli.main import main\n"
        "try:\n    main(json.loads(sys.argv[1]))\n"
        "except SystemExit as e:\n    assert e.code in (0, None), e.code\n"
        "heavy = {'httpx', 'httpx2', 'chromadb', 'numpy', 'rich', 'langchain_core'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    for arguments in (["list"], ["status"], ["sync"], ["--help"]):
        subprocess.run(
            [sys.executable, "-c", script, json.dumps(["sources", *arguments])],
            check=True,
            timeout=60,
            stdout=subprocess.DEVNULL,
        )
