"""``fes precedents`` and ``fes index`` on the bundled fictional decisions and the real one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from assistant.argue.precedents import precedents, replaced_since, similar_decisions
from assistant.settings import EXAMPLE, data_home
from index.library import Library
from index.models import Decision, DecisionClassification, Query
from tests.index_.lamp_documents import WordVectors


@pytest.fixture
def filled(fes, example_home: Path) -> object:  # type: ignore[no-untyped-def]
    """The same, with the bundled example's documents in the data folder."""
    shutil.copytree(example_home, data_home(), dirs_exist_ok=True)
    return fes


def test_refusals_of_a_level_come_with_who_when_and_the_levels_own_language(filled) -> None:  # type: ignore[no-untyped-def]
    ran = filled(
        "precedents", "--level", "2-5", "--stance", "refused", "drafts are read first", "--json"
    )
    assert ran.code == 0
    rows = json.loads(ran.out)
    assert rows
    for row in rows:
        assert row["stance"] == "not_met"
        assert row["decision_number"] == "C-9999-11-01"
        assert row["date"]
        assert row["outcome"]
        assert row["level_language"]["kind"] == "official"
        assert "2-5" in row["level_language"]["text"] or row["level_language"]["passage"]
    assert any("reads every draft plan" in row["text"] for row in rows)


def test_a_level_alone_lists_every_finding_on_it(filled) -> None:  # type: ignore[no-untyped-def]
    rows = json.loads(filled("precedents", "--level", "2-5", "--json", "-k", "50").out)
    assert {"met", "not_met"} <= {row["stance"] for row in rows}
    assert not {"standard", "general"} & {row["stance"] for row in rows}


def test_filters_of_the_decision_as_a_whole(filled) -> None:  # type: ignore[no-untyped-def]
    everything = json.loads(filled("precedents", "--level", "2-5", "--json", "-k", "50").out)
    for row in everything:
        number, outcome = row["decision_number"], row["outcome"][0]
        same = json.loads(
            filled("precedents", "--level", "2-5", "--outcome", outcome, "--json", "-k", "50").out
        )
        assert number in {one["decision_number"] for one in same}
        assert all(outcome in one["outcome"] for one in same)
    assert json.loads(filled("precedents", "--level", "2-5", "--until", "1950", "--json").out) == []


def test_a_person_reads_it_and_is_cautioned(filled) -> None:  # type: ignore[no-untyped-def]
    out = filled("precedents", "--factor", "2", "--stance", "refused", "reads every draft").out
    assert "Level 2-5 refused" in out
    assert "The level's own language" in out
    assert "not case law" in out
    assert max(len(line) for line in out.splitlines()) <= 100


def test_similar_work_is_no_comparison(filled) -> None:  # type: ignore[no-untyped-def]
    ran = filled("precedents", "--similar", str(EXAMPLE / "case.toml"))
    assert ran.code == 0
    assert "not comparisons" in ran.out
    assert "C-9999-11-01" in ran.out
    data = json.loads(filled("precedents", "--similar", str(EXAMPLE / "case.toml"), "--json").out)
    assert "not comparisons" in data["warning"]
    assert [row["rank"] for row in data["decisions"]] == [1, 2]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "nothing to look for"),
        (("--similar", "case.toml", "words"), "from the case alone"),
        (("--stance", "won", "x"), '"won" is not a possible stance'),
        (("--level", "2-4.5", "x"), "2-4.5"),
        (("--similar", "nowhere.toml"), "no such file"),
    ],
)
def test_wrong_words_are_refused_in_one_sentence(filled, arguments, message) -> None:  # type: ignore[no-untyped-def]
    ran = filled("precedents", *arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_without_decisions_the_remedy_is_named(fes) -> None:  # type: ignore[no-untyped-def]
    ran = fes("precedents", "--level", "2-5")
    assert ran.code == 0
    assert "fes ingest" in ran.err


def test_a_decision_older_than_its_standard_is_marked() -> None:
    def decided(series: str, day: str) -> Decision:
        return Decision(
            document="d", date=day, decided=DecisionClassification(series=series, grade=11)
        )

    assert "GS-0200" in replaced_since(decided("0201", "1998-05-01"))
    assert replaced_since(decided("0201", "2100-05-01")) == ""
    assert replaced_since(decided("9998", "1998-05-01")) == ""
    assert replaced_since(decided("0201", "")) == ""


def test_similar_decisions_weigh_duties_by_their_share(example: Library) -> None:
    from assistant.cases.edits import load_case

    case = load_case(EXAMPLE / "case.toml")
    found = similar_decisions(example, case, 5)
    assert found == sorted(found, key=lambda one: -one.likeness)
    assert all(0 < one.likeness <= 1 for one in found)
    named = {duty.title for duty in case.duties}
    assert all(duty in named for one in found for duty, _ in one.paragraphs)


@pytest.mark.corpus
def test_who_was_refused_level_2_5_because_drafts_were_reviewed(real_library: Library) -> None:
    found = precedents(
        real_library,
        Query(
            query="drafts reviewed before they are issued",
            factor="2",
            level="2-5",
            stance="refused",
        ),
    )
    first = found[0]
    assert "review and approve procedures" in first.passage.text
    assert first.decision is not None
    assert first.decision.decision_number == "C-0080-11-02"
    assert first.language is not None
    assert first.language.kind == "quoted"
    assert "broad delegated authority" in first.language.text


# --- the index ---------------------------------------------------------------------------


def test_a_sound_index_is_said_to_be_sound(filled) -> None:  # type: ignore[no-untyped-def]
    assert "C-9999-11-01" in filled("index", "status").out
    assert json.loads(filled("index", "verify", "--json").out)["sound"] is True


def test_lost_vectors_are_found_and_made_again(filled) -> None:  # type: ignore[no-untyped-def]
    with Library.open(data_home(), WordVectors()) as library:
        library.search(Query(query="lock"))
        vectors = library._current().maintenance.vectors
        counts = vectors.counts()
        vectors.drop(dict(list(counts.items())[:3]))
    ran = filled("index", "verify")
    assert ran.code == 3
    assert "fes index rebuild" in ran.err
    assert filled("index", "rebuild").code == 0
    assert filled("index", "verify").code == 0


def test_a_changed_source_is_found(filled) -> None:  # type: ignore[no-untyped-def]
    import sqlite3

    db = sqlite3.connect(data_home() / "library.sqlite")
    db.execute("UPDATE sources SET data = x'00' WHERE document = 'decision-C-9999-11-01'")
    db.commit()
    db.close()
    ran = filled("index", "verify", "--json")
    assert ran.code == 3
    wrong = json.loads(ran.out)["wrong"]
    assert len(wrong) == 1
    assert "decision-C-9999-11-01" in wrong[0]
