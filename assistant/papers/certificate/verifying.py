"""Checking a certificate: what it holds is computed again, and the paper written again.

The inputs travel inside the file. They are evaluated anew, the certificate is laid out anew in the
same format, and the two are compared, first the result and then all that a reader sees. The first
difference is told; a certificate whose text was altered and whose data was not is found out too.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any, Final, NamedTuple

from assistant.papers.certificate import make
from assistant.papers.content import Paper
from assistant.papers.formats import choose
from assistant.papers.subject import Matter, subject_of
from assistant.text import one_line
from core import VERSION
from core.errors import CaseError, DocumentError, UsageError
from core.reading import read_day

_MOST_BYTES: Final = 50_000_000
_HTML: Final = re.compile(rb'<script type="application/json" id="record">(.*?)</script>', re.DOTALL)
_FENCE: Final = re.compile(r"^(`{3,})json\n(.*?)\n\1$", re.DOTALL | re.MULTILINE)
_MARKS: Final = re.compile(r"[*\\]")
_CUSTOM: Final = re.compile(r'<record xmlns="urn:fes:record">(.*?)</record>', re.DOTALL)


class Verdict(NamedTuple):
    """What came of checking a certificate: identical, or the first difference in a sentence."""

    identical: bool
    text: str
    grade: str
    fingerprint: str


def verify(path: Path) -> Verdict:
    """Compute a certificate again from what it holds and compare.

    Args:
        path: a certificate in any format it can be written in.

    Raises:
        DocumentError: the file cannot be read, or holds no certificate.
        UsageError: its suffix belongs to no format, or to one that is not read back.
    """
    form = choose(path)
    data = _bytes(path)
    record = _record(form.name, data, path)
    paper = _again(record, path)
    made = json.loads(paper.record)
    found = _result(record, made)
    if found:
        return Verdict(False, found, paper_grade(made), paper.fingerprint)
    written = form.encode(paper)
    if written != data:
        found = _difference(_seen(form.name, data, path), _seen(form.name, written, path))
    grade = paper_grade(made)
    if found:
        return Verdict(False, found, grade, paper.fingerprint)
    return Verdict(True, "identical", grade, paper.fingerprint)


def paper_grade(record: dict[str, Any]) -> str:
    """Return the grade a record holds, in words where there is none."""
    return record["result"]["grade"] or "no grade"


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise DocumentError("this file is too large to be a certificate", where=str(path))
        return path.read_bytes()
    except FileNotFoundError:
        raise DocumentError(
            "there is no such file", where=str(path), hint="Check the path."
        ) from None
    except OSError as error:
        raise DocumentError(
            f"this file cannot be read ({error.strerror})",
            where=str(path),
            hint="Check its permissions.",
        ) from None


# --- the data a certificate holds ------------------------------------------------------------


def _record(name: str, data: bytes, path: Path) -> dict[str, Any]:
    """Return the record a certificate holds, as data."""
    read = READERS.get(name)
    if read is None:
        raise UsageError(
            "a certificate in this format cannot be computed again",
            where=str(path),
            hint=f"Write it again as one of: {', '.join(READERS)}.",
        )
    text = read(data)
    if text is None:
        raise DocumentError(
            "this file holds no certificate of derivation",
            where=str(path),
            hint="Make one with: fes paper certificate CASE.",
        )
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise DocumentError(
            f"the data of this certificate is damaged ({error})",
            where=str(path),
            hint="Ask for the file again.",
        ) from None
    wanted = {"certificate", "version", "method", "inputs", "result"}
    if not isinstance(record, dict) or not wanted <= record.keys():
        raise DocumentError(
            "the data of this certificate is incomplete",
            where=str(path),
            hint="Ask for the file again.",
        )
    return record


def _of_json(data: bytes) -> str | None:
    try:
        found = json.loads(data)
    except (UnicodeDecodeError, json.JSONDecodeError):
        return None
    text = found.get("record") if isinstance(found, dict) else None
    return text if isinstance(text, str) and text else None


def _of_markdown(data: bytes) -> str | None:
    found = _FENCE.findall(data.decode("utf-8", "replace"))
    return found[-1][1] if found else None


def _of_html(data: bytes) -> str | None:
    found = _HTML.search(data)
    return found[1].decode("utf-8", "replace") if found else None


def _of_docx(data: bytes) -> str | None:
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            for name in file.namelist():
                if name.startswith("customXml/") and file.getinfo(name).file_size < _MOST_BYTES:
                    found = _CUSTOM.search(file.read(name).decode("utf-8", "replace"))
                    if found:
                        return unescape(found[1])
    except zipfile.BadZipFile:
        return None
    return None


def _of_pdf(data: bytes) -> str | None:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return None
    try:
        for at in range(document.count_attachments()):
            attached = document.get_attachment(at)
            if attached.get_name() == "record.json":
                return bytes(attached.get_data()).decode("utf-8", "replace")
    finally:
        document.close()
    return None


READERS: Final[dict[str, Callable[[bytes], str | None]]] = {
    "json": _of_json,
    "markdown": _of_markdown,
    "html": _of_html,
    "docx": _of_docx,
    "pdf": _of_pdf,
}
"""How the data of a certificate is found in each format: without a row, it cannot be verified."""


# --- computing it again ----------------------------------------------------------------------


def _again(record: dict[str, Any], path: Path) -> Paper:
    """Return the certificate made anew from the inputs of a record."""
    inputs = record["inputs"]
    if not isinstance(inputs, dict):
        raise CaseError("the inputs of this certificate are not an object", where=str(path))
    subject = subject_of(inputs, where=str(path))
    dated = record.get("dated")
    day = read_day(dated) if isinstance(dated, str) and dated else None
    return make(Matter(subject, dated=day))


def _result(record: dict[str, Any], made: dict[str, Any]) -> str:
    """Return the first difference between a record and the one made anew; empty when none."""
    told, now = record["result"], made["result"]
    if not isinstance(told, dict):
        return "the result it tells cannot be read"
    # A certificate may tell no edition; one that does was made by it.
    edition = told.get("edition")
    if edition is not None and edition != now["edition"]:
        return (
            f"edition: the certificate was made by edition {one_line(str(edition))} of the "
            f"standard, and edition {now['edition']} is the one that applies here"
        )
    factors = told.get("factors")
    old = factors if isinstance(factors, dict) else {}
    for factor, level in now["factors"].items():
        if old.get(factor) != level:
            return f"Factor {factor}: the certificate says {old.get(factor)}, computed is {level}"
    for field in ("total", "grade"):
        if told.get(field) != now[field]:
            return f"{field}: the certificate says {told.get(field)}, computed is {now[field]}"
    if told.get("fingerprint") != now["fingerprint"]:
        if record.get("version") != VERSION:
            return (
                f"levels, total and grade are the same, but it was made by version "
                f"{one_line(str(record.get('version')))} and this is {VERSION}, so the "
                "fingerprints cannot be compared"
            )
        return "the fingerprint is another one: an input or the standard was changed"
    if record.get("method") != made["method"]:
        return f"method: the certificate says {record.get('method')}, it is {made['method']}"
    return ""


# --- what a reader sees ----------------------------------------------------------------------


def _seen(name: str, data: bytes, path: Path) -> list[str]:
    """Return the words of a file as a reader sees them, in order."""
    if name == "docx":
        return _docx_words(data, path)
    if name == "pdf":
        return _pdf_words(data)
    text = data.decode("utf-8", "replace")
    # Marks that only set text off are not what differs to a reader.
    return (_MARKS.sub("", text) if name == "markdown" else text).split()


def _docx_words(data: bytes, path: Path) -> list[str]:
    """Return the words of a Word file's parts, whatever program saved it last."""
    from io import BytesIO

    found: list[str] = []
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            names = [one for one in file.namelist() if re.fullmatch(r"word/[a-z0-9]+\.xml", one)]
            for part in ("document", "footnotes"):
                name = f"word/{part}.xml"
                if name not in names:
                    continue
                xml = file.read(name).decode("utf-8", "replace")
                # What a field computes is seen, its code is not.
                xml = re.sub(r"<w:instrText.*?</w:instrText>", "", xml, flags=re.DOTALL)
                text = re.sub(r"</w:p>|<w:br/>|<w:tab/>", " ", xml)
                found += unescape(re.sub(r"<[^>]*>", "", text)).split()
    except zipfile.BadZipFile:
        raise DocumentError("this Word file is damaged", where=str(path)) from None
    return found


def _pdf_words(data: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return [
            word for page in document for word in page.get_textpage().get_text_bounded().split()
        ]
    finally:
        document.close()


def _difference(theirs: list[str], ours: list[str]) -> str:
    """Return where the words of two files first differ, in a sentence; empty when nowhere."""
    if theirs == ours:
        return ""
    at = next(
        (i for i, (one, two) in enumerate(zip(theirs, ours, strict=False)) if one != two),
        min(len(theirs), len(ours)),
    )
    before = " ".join(theirs[max(0, at - 5) : at])
    told = one_line(" ".join(theirs[at : at + 6])) or "nothing more"
    wanted = one_line(" ".join(ours[at : at + 6])) or "nothing more"
    return f"after “{one_line(before)}” the certificate says “{told}”, computed is “{wanted}”"
