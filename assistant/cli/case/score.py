"""``fes score``: points and grade from factor levels, from a total or from a whole case.

Nothing heavy is imported: a request is scored on plain records, and only a full case loads
the models.
"""

from __future__ import annotations

import json
import re
import sys
from contextlib import AbstractContextManager, nullcontext
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

import click

from assistant import load as load_place
from assistant.cases.edits import located
from assistant.cli.case.partial_view import PartialCase, series_notices
from assistant.cli.output import Report, json_option, print_json
from core.errors import AppError, CaseError, LevelError, UsageError
from core.fes.assembly import evaluation_data, evaluation_json
from core.fes.requests import SHAPE, ScoringRequest, build_request, is_case, rate_request
from core.reading import MOST_CHARACTERS, Format, load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from core.fes.grading import CaseEvaluation
    from core.fes.opened import OpenedCase
    from core.model import Case, EvaluationData, NoticeData
    from core.supervisory.evaluation import SupervisoryData

_STDIN: Final = "standard input"
SUPERVISORY: Final = "gssg"
"""The id of the General Schedule Supervisory Guide, which has a form of request of its own."""

_CHUNK: Final = 1 << 15
# Results written at once: few enough to stay in the processor's cache on their way out.
_TOGETHER: Final = 12
_QUESTIONS: Final = 5
"""How many questions are printed; a person answers the first ones first."""

# Columns for a name, when none is longer, and for a page in a table of factors.
_NAME: Final = 38
_PAGE: Final = 8
# A comment, a key with its value, or a table's head on the first line that is not blank.
_TOML_START: Final = re.compile(r"""\s*(?:#|[\w."-]+\s*=|\[\[?[\w."-]+\]\]?\s*(?:#|\n|$))""")


@click.command()
@click.argument("file", default="-")
@json_option
@click.option(
    "--lines",
    is_flag=True,
    help="Read one JSON object a line and print one JSON result a line. A line that is wrong, "
    "a blank one too, prints its error in its place.",
)
def command(file: str, *, as_json: bool, lines: bool) -> None:
    """Compute points and grade from the factor levels in FILE (- or nothing: standard input).

    FILE is JSON or TOML: {"standard": "fes-primary", "levels": {"1": "1-7", ...}}, the same
    with "total" alone, or a full case.
    """
    if lines:
        _score_lines(file)
        return
    text, where, fmt = _read(file)
    supervisor = _supervisor(text, where, fmt)
    if supervisor is not None:
        if as_json:
            print_json(supervisor)
        else:
            click.echo(_supervisor_text(supervisor))
        return
    document = _document(text, where, fmt)
    if isinstance(document, ScoringRequest):
        data = evaluation_data(rate_request(document))
        if as_json:
            print_json(data)
        else:
            click.echo(_evaluation_text(data))
        return
    opened, scored = _evaluate(document, where)
    if as_json:
        print_json(_case_data(scored))
    elif isinstance(scored, PartialCase):
        click.echo(scored.text(document))
    else:
        click.echo(_case_text(opened, scored))


# --- reading -----------------------------------------------------------------------------


def _read(file: str) -> tuple[str, str, Format]:
    """Read a file or standard input: its text, its name for messages and its format."""
    file = file if file == "-" else str(located(Path(file)))
    where = _STDIN if file == "-" else Path(file).name
    with _open(file) as stream:
        # Four bytes hold any character, so a text of the longest allowed length is read whole.
        raw = stream.read(4 * MOST_CHARACTERS + 1)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CaseError(
            f"the input is not UTF-8 text (byte {error.start + 1})",
            where=where,
            hint="Save it as UTF-8.",
        ) from None
    return text, where, _format(file, text)


def _document(text: str, where: str, fmt: Format) -> ScoringRequest | Case:
    """Read what can be scored: a request, or a full case, for which alone the models load."""
    data = load(text, where=where, fmt=fmt, example=SHAPE)
    if not is_case(data):
        return build_request(data, where)
    from core.fes.cases import read_case

    return read_case(data, where)


def _format(file: str, text: str) -> Format:
    """Choose the format by the file's suffix, else by how the text begins."""
    suffix = Path(file).suffix.lower()
    if suffix in (".json", ".toml"):
        return "toml" if suffix == ".toml" else "json"
    return "toml" if _TOML_START.match(text) else "json"


def _open(file: str) -> AbstractContextManager[BinaryIO]:
    if file == "-":
        if sys.stdin.isatty():
            raise UsageError(
                "there is nothing to score",
                where="FILE",
                hint="Name a file, or pipe one in; fes score --help shows its form.",
            )
        buffer: BinaryIO | None = getattr(sys.stdin, "buffer", None)
        # A program that calls this one in-process may have put a text stream in its place.
        return nullcontext(buffer or BytesIO(sys.stdin.read().encode()))
    try:
        return Path(file).open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise CaseError(
            f"the file cannot be read ({reason})",
            where=file,
            hint="Name a file that exists, or - for standard input.",
        ) from None


def _supervisor(text: str, where: str, fmt: Format) -> SupervisoryData | None:
    """Evaluate a request under the supervisory guide; None when the text is another request."""
    if SUPERVISORY not in text:
        return None

    data = load(text, where=where, fmt=fmt)
    if data.get("standard") != SUPERVISORY:
        return None
    from core.supervisory import score_supervisory
    from core.supervisory.inputs import SupervisoryFile

    if data.keys() - {one.name for one in fields(SupervisoryFile)}:
        # The particulars of a supervisor's case; a bare request is scored without any model.
        data = load_place("assistant.cases.supervisors:asked")(data)
    return score_supervisory(data, where=where)


# --- many lines --------------------------------------------------------------------------


def _score_lines(file: str) -> None:
    """Score line by line, answering whatever has arrived before waiting for more."""
    number = 0
    with _open(file) as stream:
        for batch in _batches(stream):
            for start in range(0, len(batch), _TOGETHER):
                lines = batch[start : start + _TOGETHER]
                results = [_score_line(raw, at) for at, raw in enumerate(lines, number + 1)]
                number += len(lines)
                click.echo("\n".join(results).encode())


def _batches(stream: BinaryIO) -> Iterator[list[bytes]]:
    """Yield the complete lines of each piece that arrives, without their line ends.

    A line longer than any request is cut just beyond the limit: it will be refused, and it
    does not fill the memory before that.
    """
    read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    most = 4 * MOST_CHARACTERS + 1
    rest = bytearray()
    while chunk := read(_CHUNK):
        *complete, last = chunk.split(b"\n")
        if complete:
            complete[0] = bytes(rest) + complete[0]
            rest.clear()
            yield complete
        rest += last[: most - len(rest)]
    if rest:
        yield [bytes(rest)]


def compact(data: SupervisoryData) -> str:
    """Return an evaluation as JSON on one line, as the standard library's encoder writes it."""
    # Where a thousand lines are scored, the encoder of pydantic takes half the time.
    from pydantic_core import to_json

    return to_json(data, ensure_ascii=True).decode()


def _score_line(raw: bytes, number: int) -> str:
    where = f"line {number}"
    try:
        try:
            text = raw.decode()
        except UnicodeDecodeError as error:
            raise CaseError(
                f"the line is not UTF-8 text (byte {error.start + 1})",
                where=where,
                hint="Write it as UTF-8.",
            ) from None
        supervisor = _supervisor(text, where, "json")
        if supervisor is not None:
            return compact(supervisor)
        document = _document(text, where, "json")
        if isinstance(document, ScoringRequest):
            return evaluation_json(rate_request(document))
        return json.dumps(_case_data(_evaluate(document, where)[1]), separators=(",", ":"))
    except AppError as error:
        return json.dumps({"error": error.as_dict()}, separators=(",", ":"))


# --- writing -----------------------------------------------------------------------------


def _evaluate(case: Case, where: str) -> tuple[OpenedCase, CaseEvaluation | PartialCase]:
    from core.fes.cases import check_shares
    from core.fes.grading import evaluate_opened
    from core.fes.opened import open_case
    from core.fes.whatif.partial import evaluate_partial, is_partial

    check_shares(case, where)
    notices = series_notices(case)
    try:
        opened = open_case(case)
        if is_partial(opened):
            return opened, PartialCase(evaluate_partial(opened), notices)
        scored = evaluate_opened(opened)
    except LevelError as error:
        raise error.moved(lambda place: f"{where}: {place}") from error
    told = [*scored.data["findings"], *(one.model_dump() for one in notices)]
    findings = cast("list[NoticeData]", told)
    return opened, replace(scored, data={**scored.data, "findings": findings})


def _case_data(scored: CaseEvaluation | PartialCase) -> dict[str, object]:
    if isinstance(scored, PartialCase):
        return scored.data()
    data: dict[str, object] = {**scored.data}
    data["credited"] = [credited.model_dump(mode="json") for credited in scored.credits]
    data["questions"] = [question.model_dump(mode="json") for question in scored.questions]
    return data


def _case_text(opened: OpenedCase, scored: CaseEvaluation) -> str:
    from core.fes.whatif.thresholds import sought_total
    from core.standards.series import series_code, standing

    data = scored.data
    report = Report()
    report.say(opened.case.title)
    report.line()
    report.line(f"{'':2}{'Factor':<8}{'Record':<8}{'Sought':<8}{'Credited':<10}Open questions")
    for one in scored.credits:
        row = f"{one.factor!s:<8}{one.level_of_record:<8}{one.sought or '':<8}{one.level:<10}"
        report.say(", ".join(one.open_questions), first=f"  {row}", rest=" " * 36)
    if opened.case.sought:
        sought = sought_total(opened)
        report.line()
        report.say(f"If every level sought were credited: {sought.total:,} points, {sought.grade}.")
    if scored.questions:
        report.line()
        report.line("What to find out next, the most decisive first")
        for question in scored.questions[:_QUESTIONS]:
            report.say(
                f"{question.aspect}: {question.text} {question.why}",
                first="  - ",
                rest="    ",
                citation=question.citation.model_dump(mode="json"),
            )
        more = len(scored.questions) - _QUESTIONS
        if more > 0:
            report.say(f"and {more} more, which --json lists", first="  - ")
    series = dict.fromkeys(
        one.series for one in (opened.case.current, opened.case.requested) if one.series
    )
    for code in series:
        report.line()
        report.say(standing(series_code(code)))
    report.line()
    _evaluation(report, data)
    return report.text()


def _evaluation_text(data: EvaluationData) -> str:
    """Lay an evaluation out for reading, at most 80 columns wide."""
    report = Report()
    _evaluation(report, data)
    return report.text()


def _evaluation(report: Report, data: EvaluationData) -> None:
    report.line(f"{data['grade']}    {data['total']:,} points")
    report.line()
    if data["factors"]:
        wide = max(_NAME, *(len(f"{s['factor']}  {s['name']}") for s in data["factors"]))
        report.line(f"  {'Factor':<{wide}}{'Level':>8}{'Points':>10}{'Page':>8}")
        for score in data["factors"]:
            name = f"{score['factor']}  {score['name']}"
            page = score["citation"]["page"]
            # A place that is no page number does not fit; the derivation below tells it.
            page = page if len(page) < _PAGE else "below"
            report.line(f"  {name:<{wide}}{score['level']:>8}{score['points']:>10,}{page:>8}")
        report.line(f"  {'Total':<{wide}}{'':>8}{data['total']:>10,}")
        report.line()
    report.say(_margin_text(data))
    report.findings(data["findings"])
    report.derivation(data["derivation"])
    report.end(data["fingerprint"])


def _supervisor_text(data: SupervisoryData) -> str:
    """Lay out an evaluation under the supervisory guide."""
    report = Report()
    total = "" if data["total"] is None else f"    {data['total']:,} points"
    report.line(f"{data['grade'] or 'Undetermined'}{total}")
    if data["undetermined"]:
        report.line()
        report.say(data["undetermined"])
    if data["factors"]:
        report.line()
        report.line(f"  {'Factor':<50}{'Level':>6}{'Points':>10}{'Page':>8}")
        for score in data["factors"]:
            name = f"{score['factor']!s:<3}{score['name']}"
            page = score["citation"]["page"]
            report.line(f"  {name:<50}{score['level']:>6}{score['points']:>10,}{page:>8}")
        report.line()
    if data["chart_grade"]:
        report.say(f"By the conversion chart: {data['chart_grade']}.")
    if data["base_grade"]:
        report.say(f"Base level of work: {data['base_grade']}.")
    adjustment = data["adjustment"]
    if adjustment is not None:
        report.say(
            f"Adjusted from {adjustment['chart_grade']} to {adjustment['grade']}: "
            f"{adjustment['reason']}",
            citation=adjustment["citation"],
        )
    # Why nothing is determined has been said at the top; the derivation cites it.
    report.findings(one for one in data["findings"] if one["message"] != data["undetermined"])
    report.derivation(data["derivation"])
    report.end(data["fingerprint"])
    return report.text()


def _margin_text(data: EvaluationData) -> str:
    edge = data["margin"]
    grade = data["grade"]
    extent = (
        f"{edge['floor']:,} points and up"
        if edge["ceiling"] is None
        else f"{edge['floor']:,} to {edge['ceiling']:,} points"
    )
    text = f"{grade} is {extent}. This total is {edge['above_floor']:,} above its lowest"
    if edge["next_grade"] is None:
        return f"{text}; there is no higher grade."
    return f"{text}; {edge['to_next']:,} more would reach {edge['next_grade']}."
