"""Files made to harm: each costs itself only, within bounds of time and memory.

Every file is written here; the texts are made up. Measured in processes of their own.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from core.errors import DocumentError
from index.documents import formats as parsers
from index.documents import sandbox as guarded
from index.documents.sandbox import Bounds, Reader
from index.library import Library
from index.record.ingest import collect
from tests.index_.helpers import NOTICE, WordVectors, write
from tests.index_.pdf_pages import lantern_pages, write_pdf

MEGABYTE = 1024 * 1024
QUICK = Bounds(longest=20.0)

MEASURE = """
import json, re, resource, sys, time
from pathlib import Path
from core.errors import DocumentError
from index.documents import formats as parsers, sandbox as guarded
path = Path(sys.argv[1])
started = time.monotonic()
try:
    bounds = guarded.Bounds(memory=int(sys.argv[2]) or guarded.MEMORY)
    document = guarded.parse(path, parsers.read_bytes(path), bounds)
    said = f"read {len(document.pages)} pages, {len(document.text)} characters"
except DocumentError as error:
    said = error.sentence()
# What a process has used, it passes on to one it becomes: our own peak is read elsewhere.
own = re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())
peak = max(int(own[1]), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
print(json.dumps({"said": said, "seconds": time.monotonic() - started, "peak": peak // 1024}))
"""


def measured(path: Path, memory: int = 0) -> tuple[str, float, int]:
    """Return what reading a file came to, its seconds, and its peak of memory in megabytes."""
    if not Path("/proc/self/status").exists():
        pytest.skip("this system does not say how much memory a process has used")
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path), str(memory)],
        capture_output=True,
        text=True,
        timeout=400,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(place or "." for place in sys.path)},
    )
    found = json.loads(run.stdout)
    return found["said"], found["seconds"], found["peak"]


def refused(path: Path, bounds: Bounds = QUICK) -> str:
    with pytest.raises(DocumentError) as caught:
        guarded.parse(path, parsers.read_bytes(path), bounds)
    assert caught.value.where == path.name
    assert caught.value.hint
    return caught.value.sentence()


# --- PDF ---------------------------------------------------------------------------------


def pdf(objects: Sequence[bytes]) -> bytes:
    """Return a PDF of raw objects; the first is the catalog."""
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(facts: bytes, body: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (facts, len(body), body)


def one_page(contents: bytes, *more: bytes, catalog: bytes = b"", resources: bytes = b"") -> bytes:
    """Return a PDF of one page: its contents stream is object 4, ``more`` begins at 6."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> %s >> >>" % resources,
            contents,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *more,
        ]
    )


WORDS = b"BT /F1 12 Tf 72 700 Td (Lamps are lit at dusk by hand.) Tj ET"


def nested_forms(depth: int, fan: int) -> bytes:
    """Return a page that draws a form ten times, which draws a form ten times, and so on."""
    forms = []
    for level in range(depth):
        last = level == depth - 1
        body = WORDS if last else b"/X Do " * fan
        inner = b"" if last else b"/XObject << /X %d 0 R >>" % (7 + level)
        facts = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << "
        forms.append(stream(facts + b"/Font << /F1 5 0 R >> %s >>" % inner, body))
    return one_page(stream(b"", b"/X Do " * fan), *forms, resources=b"/XObject << /X 6 0 R >>")


def test_a_script_and_an_embedded_file_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "acting.pdf"
    path.write_bytes(
        one_page(
            stream(b"", WORDS),
            b'<< /S /JavaScript /JS (app.launchURL\\("http://127.0.0.1:9/"\\);) >>',
            b"<< /Type /Filespec /F (evil.exe) /EF << /F 8 0 R >> >>",
            stream(b"/Type /EmbeddedFile", b"MZ evil words that are not on the page"),
            b"<< /S /Launch /F (evil.exe) >>",
            catalog=b"/OpenAction 6 0 R /AA << /WC 9 0 R >> "
            b"/Names << /EmbeddedFiles << /Names [(evil.exe) 7 0 R] >> >>",
        )
    )
    before = set(tmp_path.iterdir())
    document = guarded.parse(path, path.read_bytes(), QUICK)
    assert document.text == "Lamps are lit at dusk by hand."
    assert set(tmp_path.iterdir()) == before


def test_a_page_that_never_ends_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "forms.pdf"
    path.write_bytes(nested_forms(9, 10))
    assert path.stat().st_size < 4000
    started = time.monotonic()
    assert "within 1 seconds" in refused(path, Bounds(longest=1.0))
    assert time.monotonic() - started < 15


def test_a_page_that_swells_takes_its_bound_of_memory_only(tmp_path: Path) -> None:
    packer = zlib.compressobj(1)
    blanks = b"".join(packer.compress(b" " * MEGABYTE) for _ in range(500)) + packer.flush()
    path = tmp_path / "swollen.pdf"
    facts = b"/Filter [/FlateDecode /FlateDecode]"
    path.write_bytes(one_page(stream(facts, zlib.compress(blanks, 9))))
    assert path.stat().st_size < MEGABYTE
    said, seconds, peak = measured(path, 300 * MEGABYTE)
    assert "made its reader stop" in said
    assert seconds < 20
    assert peak < 320


def many_pages(count: int, lines: int) -> bytes:
    """Return a PDF of many pages of text."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * page) for page in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for page in range(count):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * page)
        )
        text = b"".join(
            b"1 0 0 1 72 %d Tm (On page %d the keeper trims wick %d and notes it.) Tj\n"
            % (720 - 14 * line, page, line)
            for line in range(lines)
        )
        objects.append(stream(b"", b"BT /F1 11 Tf\n" + text + b"ET"))
    return pdf(objects)


def test_five_thousand_pages_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(many_pages(5000, 40))
    said, seconds, peak = measured(path)
    assert "5000 pages; at most 3000" in said
    assert "Split it" in said
    assert seconds < 30
    assert peak < 300


def test_as_many_pages_as_are_read_stay_within_bounds(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(many_pages(3000, 6))
    said, seconds, peak = measured(path)
    assert said.startswith("read 3000 pages")
    assert seconds < 240
    assert peak < 500


# --- Word --------------------------------------------------------------------------------

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
    'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/{type}" Target="{target}"{mode}/></Relationships>'
)
MAIN = RELATIONS.format(type="officeDocument", target="word/document.xml", mode="")
P = "<w:p><w:r><w:t>Lamps are lit at dusk by hand.</w:t></w:r></w:p>"


def docx(path: Path, body: str, more: Mapping[str, str] | None = None, *, before: str = "") -> Path:
    """Write a Word file with a body; ``more`` are other files in it, by name."""
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": MAIN, **(more or {})}
    parts["word/document.xml"] = (
        f'<?xml version="1.0"?>{before}<w:document xmlns:w="http://schemas.openxmlformats.org/'
        f'wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    path.write_bytes(packed.getvalue())
    return path


def test_the_bomb_costs_nothing(tmp_path: Path) -> None:
    """Half a gigabyte of blanks in half a megabyte of file."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(512):
            part.write(b" " * MEGABYTE)
    path = tmp_path / "bomb.docx"
    path.write_bytes(packed.getvalue())
    said, seconds, peak = measured(path)
    assert "unpacks to far more" in said
    assert seconds < 20
    assert peak < 300


def test_a_bomb_that_lies_of_its_size(tmp_path: Path) -> None:
    """The directory states a small size; the bytes in it unpack to far more."""
    path = docx(tmp_path / "liar.docx", P * 200_000)
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"word/document.xml") - 46
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    path.write_bytes(data)
    assert "damaged" in refused(path)


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY x "words that are lost">'],
)
def test_entities_in_a_word_file(tmp_path: Path, entity: str) -> None:
    body = "<w:p><w:r><w:t>Lamps &x; are lit.</w:t></w:r></w:p>"
    path = docx(tmp_path / "x.docx", body, before=f"<!DOCTYPE w:document [{entity}]>")
    assert "entities" in refused(path)


def test_links_out_of_a_word_file_are_not_followed(tmp_path: Path) -> None:
    template = RELATIONS.format(
        type="attachedTemplate",
        target="http://127.0.0.1:9/evil.dotm",
        mode=' TargetMode="External"',
    )
    path = docx(tmp_path / "x.docx", P, {"word/_rels/document.xml.rels": template})
    assert guarded.parse(path, path.read_bytes(), QUICK).text == "Lamps are lit at dusk by hand."
    styles = RELATIONS.format(type="styles", target="../../../../etc/passwd", mode="")
    path = docx(tmp_path / "y.docx", P, {"word/_rels/document.xml.rels": styles})
    assert "damaged" in refused(path)


def test_a_cell_that_says_it_is_a_hundred_million_columns_wide(tmp_path: Path) -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>{P}</w:tc>'
    path = docx(tmp_path / "wide.docx", f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")
    document = guarded.parse(path, path.read_bytes(), QUICK)
    assert document.text == "Lamps are lit at dusk by hand."


def test_cells_that_continue_nothing(tmp_path: Path) -> None:
    row = f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{P}</w:tc></w:tr>"
    path = docx(tmp_path / "merged.docx", f"<w:tbl>{row * 3}</w:tbl>")
    assert guarded.parse(path, path.read_bytes(), QUICK).text.count("Lamps") == 3


def test_the_words_of_a_table_in_a_table_are_read(tmp_path: Path) -> None:
    nested = "<w:tbl><w:tr><w:tc>" * 20 + P + "</w:tc></w:tr></w:tbl>" * 20
    path = docx(tmp_path / "nested.docx", nested)
    assert guarded.parse(path, path.read_bytes(), QUICK).text == "Lamps are lit at dusk by hand."


# --- web pages and text ------------------------------------------------------------------


def test_a_megabyte_on_one_line_beside_scripts(tmp_path: Path) -> None:
    words = b"The keeper trims the wick of the lamp. " * 40_000
    path = tmp_path / "line.html"
    path.write_bytes(
        b"<html><body><script>alert('lamps')</script><p onclick='evil()'>"
        + words
        + b"</p><script>"
        + b"x=1;" * 300_000
        + b"</script><style>p{}</style></body></html>"
    )
    said, seconds, peak = measured(path)
    assert said == f"read 0 pages, {len(words) - 1} characters"
    assert seconds < 60
    assert peak < 500


def test_a_line_beyond_the_parser_s_own_limit_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "line.html"
    path.write_bytes(b"<html><p>" + b"lamp " * 2_200_000 + b"</p><p>The last words.</p></html>")
    document = guarded.parse(path, path.read_bytes(), Bounds(longest=120))
    assert document.text.endswith("The last words.")
    assert document.text.count("lamp") == 2_200_000


@pytest.mark.parametrize("depth", [200, 240, 260, 399, 1000, 200_000])
def test_deep_nesting_is_read_or_refused_but_never_shortened(tmp_path: Path, depth: int) -> None:
    path = tmp_path / "deep.html"
    path.write_bytes(
        b"<html><body><p>First words.</p>" + b"<b>" * depth + b"Lamps are lit." + b"</b>" * depth
    )
    if depth > 200:
        assert "nested" in refused(path)
    else:
        assert "Lamps are lit." in guarded.parse(path, path.read_bytes(), QUICK).text


def test_a_tag_of_countless_attributes(tmp_path: Path) -> None:
    many = b" ".join(b"a%d='x'" % n for n in range(200_000))
    path = tmp_path / "tag.html"
    path.write_bytes(b"<html><body><p " + many + b">Lamps are lit at dusk.</p></body></html>")
    started = time.monotonic()
    assert "attributes" in refused(path)
    assert time.monotonic() - started < 15


def test_a_picture_inside_a_page_is_no_such_tag(tmp_path: Path) -> None:
    path = tmp_path / "picture.html"
    inside = b"A" * 300_000
    path.write_bytes(b"<p><img src='data:image/png;base64," + inside + b"=='>Lamps are lit.</p>")
    assert guarded.parse(path, path.read_bytes(), QUICK).text == "Lamps are lit."


def test_text_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("The caf\xe9 lamp costs \x93ten\x94 crowns.".encode("latin-1"))
    document = parsers.parse(path)
    assert "café" in document.text
    assert "“ten”" in document.text
    assert any("Windows-1252" in note for note in document.repairs)


# --- what a file says it is --------------------------------------------------------------


def test_what_a_file_is_counts_not_what_it_is_called(tmp_path: Path) -> None:
    made = write_pdf(lantern_pages())
    page = b"<!DOCTYPE html><html><body><p>Lamps are lit at dusk by hand.</p></body></html>"
    word = docx(tmp_path / "real.docx", P).read_bytes()
    for name, data, said in (
        ("pdf.txt", made, "Lantern Keeping"),
        ("pdf.docx", made, "Lantern Keeping"),
        ("page.pdf", page, "Lamps are lit"),
        ("page.docx", page, "Lamps are lit"),
        ("word.txt", word, "Lamps are lit"),
        ("word.pdf", word, "Lamps are lit"),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        assert said in guarded.parse(path, data, QUICK).text, name


# --- a batch -----------------------------------------------------------------------------


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("lamp.txt", "oil")


BAD: dict[str, Callable[[Path], object]] = {
    "a-pipe.txt": os.mkfifo,
    "b-loop.txt": lambda path: path.symlink_to(path.name),
    "c-nowhere.txt": lambda path: path.symlink_to("missing.txt"),
    "d-empty.pdf": lambda path: path.write_bytes(b""),
    "e-half.pdf": lambda path: path.write_bytes(write_pdf(lantern_pages())[:900]),
    "f-scan.pdf": lambda path: path.write_bytes(write_pdf([[], []])),
    "g-zip.docx": zipped,
    "h-swollen.pdf": lambda path: path.write_bytes(nested_forms(9, 10)),
    "i-deep.html": lambda path: path.write_bytes(b"<html>" + b"<div>" * 90_000 + b"lamp"),
    "j-\x1b[31m\n<b>[red].txt": lambda path: path.write_bytes(b""),
    "k-\udcff.txt": lambda path: path.write_bytes(b""),
}


def test_the_rest_of_a_batch_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "batch"
    folder.mkdir()
    for name, make in BAD.items():
        make(folder / name)
    write(folder, "0-first.txt", NOTICE)
    write(folder, "z-last.txt", NOTICE.replace("blue", "red"))
    (folder / "y-lanterns.pdf").write_bytes(write_pdf(lantern_pages()))
    (folder / "loop").symlink_to(folder)
    monkeypatch.setattr("index.record.ingest.Reader", lambda: Reader(Bounds(longest=4.0)))
    with Library.open(tmp_path / "home", WordVectors()) as library:
        rows = library.ingest([folder])
        assert library.verify() == []
        kept = {info.id for info in library.documents()}
    assert kept == {"0-first", "y-lanterns", "z-last"}
    failed = [row for row in rows if row.status == "failed"]
    assert len(failed) == len(BAD)
    assert len(rows) == len(BAD) + 3
    for row in failed:
        assert row.message
        json.dumps(row.model_dump(mode="json")).encode()
    said = {Path(row.path).name[:1]: row.message for row in failed}
    assert "not a file that holds data" in said["a"]
    assert "cannot be opened" in said["b"] or "does not exist" in said["b"]
    assert "does not exist" in said["m"], "the link leads to a file that is missing"
    assert "empty" in said["d"]
    assert "damaged" in said["e"]
    assert "ocrmypdf" in said["f"]
    assert "zip file" in said["g"]
    assert "within 4 seconds" in said["h"] or "made its reader stop" in said["h"]
    assert "nested" in said["i"]


def test_names_of_any_kind_are_kept_and_shown_safely(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from assistant.cli import main as cli

    monkeypatch.setattr("assistant.llm.embedders.load_embedder", lambda *_: WordVectors())
    folder = tmp_path / "names"
    folder.mkdir()
    for name in ("\x1b[2J\x1b]0;owned\x07\n[red]a.txt", "b\udcff.txt", "\u202ec.txt", "d\x9b.md"):
        (folder / name).write_text(NOTICE.replace("blue", repr(name)[:9]), "utf-8")
    with pytest.raises(SystemExit) as left:
        cli.main(["ingest", str(folder)])
    said = capsys.readouterr()
    assert left.value.code == 0
    assert said.out.count("added") == 4
    assert len(said.out.splitlines()) == 4
    assert not set("\x1b\x07\x9b\r\u202e\udcff") & set(said.out + said.err)
    with pytest.raises(SystemExit):
        cli.main(["sources", "where", "keeps the brushes in the east shed"])
    shown = capsys.readouterr().out
    assert shown.count("sha256") == 4
    assert not set("\x1b\x07\x9b\r\u202e\udcff") & set(shown)


def test_what_may_not_be_looked_at_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path, "a.txt", NOTICE)
    if os.geteuid() != 0:
        path.chmod(0)
        assert "Permission denied" in refused(path)
    monkeypatch.setattr(Path, "exists", denied)
    with pytest.raises(Exception, match="no such file"):
        collect([path], frozenset({".txt"}))


def test_a_reader_that_was_stopped_reads_the_next_file(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.pdf", tmp_path / "good.pdf"
    bad.write_bytes(nested_forms(9, 10))
    good.write_bytes(write_pdf(lantern_pages()))
    here = parsers.parse(good)
    with Reader(Bounds(longest=6.0)) as reader:
        assert reader.parse(good, good.read_bytes()) == here
        with pytest.raises(DocumentError, match=r"within 6 seconds|made its reader stop"):
            reader.parse(bad, bad.read_bytes())
        assert reader.parse(good, good.read_bytes()) == here


def test_cutting_elsewhere_is_cutting_here(tmp_path: Path) -> None:
    from index.documents import passages as reading

    path = write(tmp_path, "long.txt", "\n\n".join(NOTICE + f"Entry {n}." for n in range(900)))
    document = parsers.parse(path)
    assert len(document.text) > guarded.HARMLESS_BYTES
    with Reader(QUICK) as reader:
        assert reader.cut(document) == reading.cut(document)


@pytest.mark.parametrize("line", ["a\n", "1. ", "-\n"])
def test_countless_tiny_lines_are_cut_in_seconds(tmp_path: Path, line: str) -> None:
    from index.documents import passages as reading

    path = write(tmp_path, "tiny.txt", line * (120_000 // len(line)) + "\nThe last words.")
    document = parsers.parse(path)
    started = time.monotonic()
    made = reading.cut(document)
    assert time.monotonic() - started < 10
    assert made.passages[-1].text.endswith("The last words.")
    assert all(len(passage.text) <= 1400 for passage in made.passages)
