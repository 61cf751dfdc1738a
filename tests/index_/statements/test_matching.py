"""Plain statements: from plain words to the official passage."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import DocumentError, StorageError
from index.models import Passage
from index.record import embedding
from index.statements import files
from index.statements import vectors as wordings
from index.statements.files import Entry, Source
from index.statements.matching import Statements, place, same_levels
from index.statements.vectors import WordingVectors, name_of, read_shipped, write_shipped
from tests.index_.lamp_documents import WordVectors

SOURCE = Source(key="lamps", matches=("lamp keeping",))
SAYS = ("May a guest take a lamp home?", "A visitor can borrow a lamp for a night.")


def passage(number: int, text: str, page: str, document: str = "lamps") -> Passage:
    return Passage(
        id=f"{document}#{number}",
        document=document,
        kind="guide",
        title="The Guide to Lamp\u2011Keeping" if document == "lamps" else "Doors",
        text=text,
        start=0,
        end=len(text),
        page=page,
    )


def entry(anchor: str, page: str = "2", says: tuple[str, ...] = SAYS) -> Entry:
    return Entry(source=SOURCE, anchor=anchor, says=says, page=page)


def test_the_anchor_finds_its_passage_across_dashes_line_ends_and_quotation_marks() -> None:
    passages = {
        5: passage(1, "Lamps are dear.", "1"),
        6: passage(2, "A visitor may\nborrow the keep-\ner\u2019s \u201clesser\u201d lamp.", "2"),
    }
    source = Source(key="lamps", matches=("lampkeeping",))
    one = Entry(source=source, anchor="borrow the keeper's 'lesser' lamp", says=SAYS, page="2")
    assert [placed.key for placed in place(passages, [one])] == [6]


def test_of_several_passages_with_the_anchor_the_one_nearest_the_page_counts() -> None:
    passages = {n: passage(n, "Lamps may be lent.", str(n)) for n in (1, 4, 9)}
    source = Source(key="lamps", matches=("lampkeeping",))
    one = Entry(source=source, anchor="may be lent", says=SAYS, page="5")
    assert [placed.key for placed in place(passages, [one])] == [4]


def test_an_entry_leads_nowhere_without_its_document_or_its_words() -> None:
    lamps = {1: passage(1, "Lamps may be lent.", "2")}
    doors = {1: passage(1, "Lamps may be lent.", "2", document="doors")}
    source = Source(key="lamps", matches=("lampkeeping",))
    assert place(lamps, [Entry(source=source, anchor="are never lent", says=SAYS, page="2")]) == []
    assert place(doors, [Entry(source=source, anchor="may be lent", says=SAYS, page="2")]) == []


def test_a_section_of_the_law_is_found_in_every_copy_of_it() -> None:
    law = {
        n: passage(n, "(c) A lamp is lent.", "9").model_copy(update={"citation": cited})
        for n, cited in ((1, "99 CFR 712.203(c)"), (2, "99 CFR 712.203(c)"), (3, "99 CFR 712.204"))
    }
    one = Entry(source=SOURCE, anchor="lamp is lent", says=SAYS, section="99 CFR 712.203(c)")
    assert [placed.key for placed in place(law, [one])] == [1, 2]
    assert one.place() == "99 CFR 712.203(c)"


def test_what_is_said_of_a_primary_level_serves_that_level_of_a_standard_without_sayings() -> None:
    def level(number: int, document: str, title: str) -> Passage:
        found = passage(number, "Lamps are trimmed alone.", "3", document)
        update = {"kind": "standard", "stance": "standard", "level": "2-3", "title": title}
        return found.model_copy(update=update)

    passages = {
        1: level(1, "primary", "Primary Standard of Lamps"),
        2: level(2, "lamp-series", "Lamp Keeping Series"),
        3: level(3, "chiefs", "Guide for Lamp Supervisors"),
    }
    source = Source(key="introduction", matches=("primary",))
    one = Entry(source=source, anchor="Lamps are trimmed", says=SAYS, page="3", level="2-3")
    placed = place(passages, [one])
    assert same_levels(placed, passages) == {"2-3": (2,)}


def made(*led: tuple[int, tuple[str, ...]], also: tuple[int, ...] = ()) -> Statements:
    import numpy as np

    embedder = WordVectors()
    rows = [embedder.embed_query(said) for _, says in led for said in says]
    return Statements([(key, says, also) for key, says in led], np.array(rows, dtype=np.float32))


def test_passages_of_the_same_level_gain_a_little_less() -> None:
    one = made((1, SAYS), also=(7,))
    found = one.search(["lamp"], one.likeness(WordVectors().embed_query(SAYS[0])))
    assert 0 < found[7] < found[1]
    assert one.led() == {1}


def test_a_saying_like_the_search_leads_to_its_passage_most() -> None:
    from index.language.words import words

    led = made((1, SAYS), (2, ("Doors are painted blue.", "Which paint is for doors?")))
    asked = "which color are the doors painted"
    found = led.search(words(asked), led.likeness(WordVectors().embed_query(asked)))
    assert max(found, key=lambda key: found[key]) == 2
    assert all(0 <= share <= 1 for share in found.values())


def test_without_entries_nothing_is_found() -> None:
    nothing = made()
    assert nothing.search(["lamp"], nothing.likeness(WordVectors().embed_query("lamp"))) == {}


def test_sayings_are_embedded_once_and_told_of(tmp_path: Path) -> None:
    embedder, told = WordVectors(), []
    kept = WordingVectors(tmp_path, "hashed 1")
    first = kept.vectors(SAYS, embedder.embed_passages, lambda *step: told.append(step))
    again = WordingVectors(tmp_path, "hashed 1").vectors(
        SAYS, embedder.embed_passages, lambda *step: told.append(step)
    )
    assert embedder.embedded == len(SAYS)
    assert (first == again).all()
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_damaged_file_of_vectors_is_made_again(tmp_path: Path) -> None:
    kept = WordingVectors(tmp_path, "hashed 1")
    kept.path.parent.mkdir()
    kept.path.write_bytes(b"PK\x03\x04 not a real archive")
    rows = kept.vectors(SAYS, WordVectors().embed_passages, lambda *_: None)
    assert len(rows) == len(SAYS)


def test_where_the_entries_lead_is_found_again_when_the_passages_change(tmp_path: Path) -> None:
    def led(version: str, passages: dict[int, Passage]) -> Statements:
        return Statements.load(
            tmp_path,
            signature="hashed 1",
            version=version,
            passages=passages,
            embed=WordVectors().embed_passages,
            progress=lambda *_: None,
        )

    title = "Introduction to the Position Classification Standards"
    one = next(e for e in files.entries() if title.casefold() in e.source.matches)
    held = passage(1, f"Words {one.anchor} more.", one.page or "1").model_copy(
        update={"title": title}
    )
    assert led("1", {}).wordings() == []
    assert set(one.says) <= set(led("2", {7: held}).wordings())
    assert led("3", {}).wordings() == []
    assert len(list((tmp_path / wordings.FOLDER).glob("places-*.json"))) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = [", "not valid TOML"),
        ('[[entries]]\npage = "1"', "matches"),
        ('{head}[[entries]]\npage = "1"\nsays = ["a"]', "anchor"),
        ('{head}[[entries]]\npage = "1"\nanchor = "a b"', "says"),
        ('{head}[[entries]]\nanchor = "a b"\nsays = ["a"]', "a page, a paragraph or a section"),
        ('{head}[[entries]]\npage = "1"\nanchor = "a"\nsays = ["a"]\nsay = 1', "say: "),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, text: str, message: str) -> None:
    head = 'matches = ["a"]\n'
    path = tmp_path / "wrong.toml"
    path.write_text(text.replace("{head}", head), encoding="utf-8")
    with pytest.raises(DocumentError) as raised:
        files.read(path)
    assert message in raised.value.message
    assert "wrong.toml" in raised.value.where


def test_every_statement_has_the_vector_the_built_in_model_gives_it() -> None:
    import numpy as np

    embedder = embedding.MiniLM()
    shipped = read_shipped(wordings.SHIPPED, embedding.signature(embedder))
    says = [said for entry in files.entries() for said in entry.says]
    stale = [said for said in says if name_of(said) not in shipped]
    assert not stale, f"{len(stale)} statements have no vector: run make statements"
    assert len(shipped) == len({name_of(said) for said in says}), "run make statements"
    sample = says[:: len(says) // 25]
    for said, made in zip(sample, embedder.embed_passages(sample), strict=True):
        assert float(np.dot(shipped[name_of(said)], made)) > 0.998, said


def test_shipped_vectors_serve_their_own_embedder_only(tmp_path: Path) -> None:
    embedder, path = WordVectors(), tmp_path / "vectors.npz"
    assert write_shipped(path, "hashed 1", SAYS, embedder.embed_passages) == len(SAYS)
    embedder.embedded = 0
    WordingVectors(tmp_path, "hashed 1", path).vectors(
        SAYS, embedder.embed_passages, lambda *_: None
    )
    assert embedder.embedded == 0
    WordingVectors(tmp_path, "hashed 2", path).vectors(
        SAYS, embedder.embed_passages, lambda *_: None
    )
    assert embedder.embedded == len(SAYS)


def test_only_new_wordings_are_embedded_and_old_ones_go(tmp_path: Path) -> None:
    embedder, path = WordVectors(), tmp_path / "vectors.npz"
    write_shipped(path, "hashed 1", SAYS, embedder.embed_passages)
    before, embedder.embedded = read_shipped(path, "hashed 1"), 0
    assert write_shipped(path, "hashed 1", [SAYS[0], "new words"], embedder.embed_passages) == 2
    assert embedder.embedded == 1
    after = read_shipped(path, "hashed 1")
    assert after.keys() == {name_of(SAYS[0]), name_of("new words")}
    assert (after[name_of(SAYS[0])] == before[name_of(SAYS[0])]).all()
    path.write_bytes(b"nothing of the kind")
    assert write_shipped(path, "hashed 1", SAYS, embedder.embed_passages) == len(SAYS)


def test_damaged_shipped_vectors_are_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "vectors.npz"
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(StorageError, match="cannot be read"):
        read_shipped(path, "hashed 1")
