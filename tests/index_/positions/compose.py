"""The fictional descriptions as files of their kinds: text, web page, Word, PDF."""

from __future__ import annotations

import json
import tomllib
from io import BytesIO
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SHOWN, HELD = HERE / "made", HERE / "held"


def truths() -> dict[str, dict[str, Any]]:
    """Return what a person reads in each description, by its name."""
    return tomllib.loads((HERE / "truth.toml").read_text("utf-8"))


def files(folder: Path) -> list[tuple[str, str, bytes]]:
    """Return name, file name and bytes of each description of a folder."""
    found = []
    for path in sorted(folder.iterdir()):
        name = path.name.partition(".")[0]
        if path.name.endswith(".docx.json"):
            found.append((name, f"{name}.docx", _docx(json.loads(path.read_text("utf-8")))))
        elif path.name.endswith(".pdf.txt"):
            found.append((name, f"{name}.pdf", _pdf(path.read_text("utf-8"))))
        else:
            found.append((name, path.name, path.read_bytes()))
    return found


def _docx(parts: list[list[Any]]) -> bytes:
    import docx

    made = docx.Document()
    for kind, what in parts:
        if kind == "h":
            made.add_heading(what, level=1)
        elif kind == "l":
            made.add_paragraph(what, style="List Bullet")
        elif kind == "p":
            made.add_paragraph(what)
        else:
            table = made.add_table(rows=0, cols=len(what[0]))
            for row in what:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _pdf(text: str) -> bytes:
    """Set lines as they stand, page by page, with a head and a foot on each."""
    import typst

    pages = text.split("---page---\n")
    body = "\n#pagebreak()\n".join(
        "\n".join(f"#text({json.dumps(line)})\\" for line in page.strip().splitlines())
        for page in pages
    )
    source = f"""
#set page(paper: "us-letter", margin: 1in, header: [Fictional description],
  footer: context [Page #counter(page).display("1 of 1", both: true)])
#set text(size: 11pt)
{body}
"""
    return bytes(typst.compile(source.encode()))
