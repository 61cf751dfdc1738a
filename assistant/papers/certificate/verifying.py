"""Checking a certificate: what it holds is computed again, and the paper written again.

The inputs travel inside the file. They are evaluated anew, the certificate is laid out anew in the
same format, and the two are compared, first the result and then all that a reader sees. The first
difference is told; a certificate whose text was altered and whose data was not is found out too.
"""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from typing import Any, Final, NamedTuple

from assistant.papers.certificate import make
from assistant.papers.content import Paper
from assistant.papers.formats import Format, choose
from assistant.papers.subject import Matter, subject_of
from assistant.text import one_line
from core import VERSION
from core.errors import CaseError, DocumentError
from core.reading import read_day

_MOST_BYTES: Final = 50_000_000


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
        UsageError: its suffix belongs to no format.
    """
    form = choose(path)
    data = _bytes(path)
    try:
        return _verified(form, data, path)
    except DocumentError as error:
        raise error.moved(lambda where: where or str(path)) from None


def _verified(form: Format, data: bytes, path: Path) -> Verdict:
    record = _record(form.record(data))
    paper = _again(record, path)
    made = json.loads(paper.record)
    found = _result(record, made)
    if found:
        return Verdict(False, found, paper_grade(made), paper.fingerprint)
    written = form.encode(paper)
    if written != data:
        found = _difference(form.words(data), form.words(written))
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


def _record(text: str | None) -> dict[str, Any]:
    """Return the record a certificate holds, as data."""
    if text is None:
        raise DocumentError(
            "this file holds no certificate of derivation",
            hint="Make one with: fes paper certificate CASE.",
        )
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise DocumentError(
            f"the data of this certificate is damaged ({error})", hint="Ask for the file again."
        ) from None
    wanted = {"certificate", "version", "method", "inputs", "result"}
    if not isinstance(record, dict) or not wanted <= record.keys():
        raise DocumentError(
            "the data of this certificate is incomplete", hint="Ask for the file again."
        )
    return record


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


def _difference(theirs: list[str], ours: list[str]) -> str:
    """Return where the words of two files first differ, in a sentence; empty when nowhere."""
    if theirs == ours:
        return ""
    at = next(
        (i for i, (one, two) in enumerate(zip(theirs, ours, strict=False)) if one != two),
        min(len(theirs), len(ours)),
    )
    before = " ".join(_read(theirs[:at])[-5:])
    told, wanted = (" ".join(_read(words[at:])[:6]) for words in (theirs, ours))
    if told == wanted:
        # The words are the same: it is how they are set off that was changed.
        told, wanted = (" ".join(words[at : at + 2]) for words in (theirs, ours))
    told, wanted = (one_line(words) or "nothing more" for words in (told, wanted))
    return f"after “{one_line(before)}” the certificate says “{told}”, computed is “{wanted}”"


def _read(words: list[str]) -> list[str]:
    """Return the words that a reader of a page sees."""
    return [unescape(one) for one in words if not one.startswith("<")]
