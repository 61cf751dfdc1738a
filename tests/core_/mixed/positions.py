"""Mixed positions for the tests: the goldens worked by hand, and two kinds of work at once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from core.mixed import MixedEvaluation, evaluate_mixed, parse_mixed

GOLDENS = Path(__file__).resolve().parents[2] / "golden" / "mixed"


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((GOLDENS / name).read_text("utf-8"))


def position(one: dict[str, Any], citation: dict[str, str]) -> dict[str, Any]:
    """The position of a golden, with the file's citation beside every stated grade."""
    work = []
    for entry in one["work"]:
        work.append(dict(entry))
        if "grade" in entry and "citation" not in entry:
            work[-1]["citation"] = citation
        if entry.get("citation") is False:
            del work[-1]["citation"]
    data: dict[str, Any] = {"work": work}
    if "considerations" in one:
        data["series"] = one["considerations"]
    if isinstance(one.get("impact"), dict):
        data["impact"] = [{"work": name, **facts} for name, facts in one["impact"].items()]
    elif "impact" in one:
        data["impact"] = one["impact"]
    if "interdisciplinary" in one:
        data["interdisciplinary"] = one["interdisciplinary"]
    return data


def evaluate(one: dict[str, Any], citation: dict[str, str]) -> MixedEvaluation:
    return evaluate_mixed(parse_mixed(position(one, citation), where="m.toml"))


CITED = {"document": "A made-up statement", "edition": "2025", "page": "1"}


def two(first: dict[str, Any], second: dict[str, Any], **more: Any) -> dict[str, Any]:
    base = {"citation": CITED, "series": "0343"}
    return {"work": [{**base, **first}, {**base, **second}], **more}
