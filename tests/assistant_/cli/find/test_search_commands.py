"""``fes ingest`` and ``fes search`` as a user and another program meet them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli.find import search
from assistant.cli.find.search import hit_text
from assistant.cli.library.ingest import result_text
from index.models import Hit, IngestResult, Passage, Query
from tests.index_.lamp_documents import NOTICE, write

HIT_FIELDS = [
    *("rank", "score", "passage", "document", "kind", "title", "page", "place", "citation"),
    *("heading", "factor", "level", "stance", "attribution", "text"),
]


def test_ingest_says_what_became_of_each_file(fes, folder: Path) -> None:  # type: ignore[no-untyped-def]
    first = fes("ingest", str(folder), "--json")
    assert first.code == 0
    rows = json.loads(first.out)
    assert [(row["document"], row["status"]) for row in rows] == [
        ("doors", "added"),
        ("lamps", "added"),
    ]
    for row in rows:
        assert {"document", "kind", "pages", "passages", "status"} <= row.keys()
        assert row["passages"] > 0
    assert "indexing lamps.md (2 of 2)" in first.err
    again = fes("ingest", str(folder))
    assert again.out.count("unchanged") == 2
    assert again.err == ""
    write(folder, "doors.txt", NOTICE.replace("blue", "red"))
    assert json.loads(fes("ingest", str(folder), "--json").out)[0]["status"] == "replaced"


def test_a_failing_file_among_others_is_said_beside_them(fes, folder: Path) -> None:  # type: ignore[no-untyped-def]
    write(folder, "empty.txt", "")
    ran = fes("ingest", str(folder), "--json")
    assert ran.code == 0
    rows = {row["document"]: row for row in json.loads(ran.out)}
    assert rows["empty"]["status"] == "failed"
    assert "empty.txt" in rows["empty"]["message"]
    assert rows["empty"]["path"].endswith("empty.txt")
    assert "fes: empty.txt" in ran.err
    text = fes("ingest", str(folder))
    assert "failed     empty.txt" in text.out


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_when_every_file_fails_nothing_is_printed(fes, tmp_path: Path, options: list[str]) -> None:  # type: ignore[no-untyped-def]
    paths = [str(write(tmp_path, name, "")) for name in ("one.txt", "two.txt")]
    ran = fes("ingest", *paths, *options)
    assert (ran.code, ran.out) == (2, "")
    assert [line[:12] for line in ran.err.splitlines()] == ["fes: one.txt", "fes: two.txt"]


def test_ingest_without_anything_to_do_is_refused(fes, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for arguments in ([], [str(tmp_path / "none.pdf")], [str(tmp_path)]):
        ran = fes("ingest", *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("fes: ")
        assert len(ran.err.splitlines()) == 1


def test_vectors_can_be_made_again(fes, folder: Path) -> None:  # type: ignore[no-untyped-def]
    fes("ingest", str(folder))
    before = json.loads(fes("search", "oil jars", "--json").out)
    assert fes("ingest", "--rebuild").code == 0
    assert json.loads(fes("search", "oil jars", "--json").out) == before


def test_search_prints_the_fields_other_programs_read(fes, folder: Path) -> None:  # type: ignore[no-untyped-def]
    fes("ingest", str(folder))
    ran = fes("search", "counting jars of oil", "-k", "2", "--json")
    assert (ran.code, ran.err) == (0, "")
    hits = json.loads(ran.out)
    assert [list(hit) for hit in hits] == [HIT_FIELDS] * 2
    assert hits[0]["rank"] == 1
    assert hits[0]["document"] == "lamps"
    assert hits[0]["passage"].startswith("lamps#")
    assert "green ledger" in hits[0]["text"]
    assert isinstance(hits[0]["heading"], list)


def test_many_searches_are_answered_in_one_process(fes, folder: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    fes("ingest", str(folder))
    lines = [
        {"query": "jars of oil", "k": 1, "id": 7, "persona": "C"},
        {"query": "the warden", "document": "doors"},
        {"query": "kittens", "stance": "refused"},
    ]
    file = write(tmp_path, "many.jsonl", "\n".join(map(json.dumps, lines)) + "\n\n")
    answers = json.loads(fes("search", "--queries", str(file), "--json", "-k", "3").out)
    assert [len(hits) for hits in answers] == [1, len(answers[1]), 0]
    assert {hit["document"] for hit in answers[1]} == {"doors"}
    assert answers[0] == json.loads(fes("search", "jars of oil", "-k", "1", "--json").out)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{not json", "not JSON"),
        ("[1]", 'no "query"'),
        ('{"text": "oil"}', 'no "query"'),
        ('{"query": "oil", "stanze": "met"}', 'Did you mean "stance"'),
        ('{"query": "oil", "k": "many"}', '"k"'),
        ('{"query": 7}', '"query"'),
        ('{"query": "oil", "level": "25"}', '"25"'),
        ('{"query": " "}', "empty"),
    ],
)
def test_a_wrong_line_is_named(fes, folder: Path, tmp_path: Path, line: str, said: str) -> None:  # type: ignore[no-untyped-def]
    fes("ingest", str(folder))
    file = write(tmp_path, "many.jsonl", '{"query": "oil"}\n' + line)
    ran = fes("search", "--queries", str(file), "--json")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "2" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "nothing to search for"),
        (["oil", "--queries", "x.jsonl"], "not both"),
        (["--queries", "none.jsonl"], "none.jsonl"),
        (["oil", "--kind", "novel"], "novel"),
        (["oil", "--document", "lampz"], "lamps"),
        (["oil", "-k", "0"], '"0"'),
        (["?!"], "no words"),
    ],
)
def test_a_search_that_cannot_be_answered_is_refused(  # type: ignore[no-untyped-def]
    fes, folder: Path, arguments: list[str], said: str
) -> None:
    fes("ingest", str(folder))
    ran = fes("search", *arguments, "--json")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_an_empty_library_says_how_to_fill_it(fes) -> None:  # type: ignore[no-untyped-def]
    ran = fes("search", "oil", "--json")
    assert (ran.code, json.loads(ran.out)) == (0, [])
    assert "fes ingest" in ran.err


def test_nothing_found_is_said(fes, folder: Path) -> None:  # type: ignore[no-untyped-def]
    fes("ingest", str(folder))
    ran = fes("search", "oil", "--stance", "refused")
    assert ran.code == 0
    assert "Nothing relevant was found" in ran.out


def test_a_data_folder_that_cannot_be_used_ends_with_three(  # type: ignore[no-untyped-def]
    fes, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("FES_HOME", str(tmp_path / "file" / "home"))
    for arguments in (["ingest", str(folder)], ["search", "oil"]):
        ran = fes(*arguments)
        assert (ran.code, ran.out) == (3, "")
        assert "FES_HOME" in ran.err


def a_hit(**fields: object) -> Hit:
    passage = {
        "id": "x#1",
        "document": "x",
        "kind": "decision",
        "title": "A title",
        "text": "Some words that say something about lamps.",
        "start": 0,
        "end": 42,
        "page": "4",
        "heading": ("Outer", "Inner"),
        "level": "2-5",
        "stance": "not_met",
        **fields,
    }
    return Hit(rank=3, score=0.5, passage=Passage.model_validate(passage))


class Places:
    """A library that holds one document of one page."""

    def place(self, passage: Passage, start: int) -> str:
        return f"p. {passage.page}"

    def doubts(self, passage: Passage) -> tuple[str, ...]:
        return ()

    def superseded(self, passage: Passage) -> str:
        return ""


def test_a_hit_reads_well_and_fits_the_screen() -> None:
    text = " ".join(f"Sentence {n} is about ledger {n}." for n in range(60))
    shown = hit_text(
        a_hit(text=text, heading=("Long heading " * 9,)), "ledger 31", Places(), room=80
    )
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert "Sentence 31 is about ledger 31." in " ".join(shown.split())
    assert len(shown.splitlines()) < 12
    for part in ("A title", "p. 4", "Level 2-5, not met", "x#1"):
        assert part in shown


def test_what_documents_say_cannot_act_on_the_terminal() -> None:
    hostile = "\x1b[2J\x1b]0;owned\x07 [bold]red[/bold] \u202eevil\r\nnext\x9b31m"
    shown = hit_text(
        a_hit(title=hostile, text=hostile, heading=(hostile,)), "evil", Places(), room=80
    )
    own = shown.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert not set("\x1b\x07\x9b\r\u202e") & set(own)
    assert "[bold]red[/bold]" in shown
    row = IngestResult(
        document=hostile, path=hostile, kind="other", pages=1, passages=1, status="added"
    )
    for status in ("added", "failed"):
        line = result_text(row.model_copy(update={"status": status}))
        assert not set("\x1b\x07\x9b\r\n\u202e") & set(line)


def test_the_commands_run_as_processes(folder: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "assistant.cli.main", *arguments],
            capture_output=True,
            text=True,
            timeout=120,
        )

    ingested = run("ingest", str(folder), "--json")
    assert ingested.returncode == 0, ingested.stderr
    assert [row["status"] for row in json.loads(ingested.stdout)] == ["added", "added"]
    found = run("search", "what", "is", "written", "in", "the", "ledger", "--json")
    assert found.returncode == 0, found.stderr
    assert "green ledger" in json.loads(found.stdout)[0]["text"]
    assert found.stderr == ""


def test_every_filter_of_the_command_reaches_the_search_and_may_stand_on_a_line() -> None:
    offered = {one.name for one in search.command.params} - {"query", "queries", "as_json"}
    assert offered == set(Query.model_fields) - {"query"}
