"""A document brought in: read by itself, or by the commands as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from assistant.cli.main import cli
from core.errors import AppError
from core.supervisory.guide import load_guide
from index.documents import formats as parsers
from index.standards.reading import Values, read_standard
from index.standards.record import ReadStandard
from tests.index_.standards import fictional

VALUES = Values(
    primary=fictional.POINTS,
    supervisory={
        row.level: row.points for factor in load_guide().table.factors for row in factor.levels
    },
)


def read(path: Path, data: bytes) -> ReadStandard:
    return read_standard(parsers.parse_bytes(path, data), VALUES)


def plain(text: str) -> str:
    return " ".join(text.split())


def codes(standard: ReadStandard) -> set[str]:
    return {doubt.code for doubt in standard.doubts}


def levels(standard: ReadStandard) -> dict[str, int | None]:
    return {one.level: one.points or None for factor in standard.factors for one in factor.levels}


LEVELS = {"1": "1-3", "2": "2-2", "3": "3-2", "4": "4-2", "5": "5-2", "6": "6-2", "7": "7-2",
          "8": "8-2", "9": "9-2"}  # fmt: skip


def fes(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(cli, list(arguments), input=stdin, standalone_mode=False)


def done(*arguments: str, stdin: str = "") -> str:
    result = fes(*arguments, stdin=stdin)
    assert result.exception is None, result.exception
    return result.stdout


def refused(*arguments: str, stdin: str = "") -> AppError:
    result = fes(*arguments, stdin=stdin)
    assert isinstance(result.exception, AppError), result.output
    assert not result.stdout
    return result.exception


def imported(path: Path, *more: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(done("standards", "import", str(path), "--json", *more))
    return data


def request(standard: str, **more: Any) -> str:
    return json.dumps({"standard": standard, "levels": LEVELS, **more})
