"""Writing PDF and Word files from raw parts, as no honest program would; the texts are made up."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

WORDS = b"BT /F1 12 Tf 72 700 Td (Lamps are lit at dusk by hand.) Tj ET"


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
