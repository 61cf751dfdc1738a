"""What a reader is told: every derivation and every refusal, in full, as approved text.

To approve new wording, run this file: ``python tests/core_/supervisory/test_supervisory_texts.py``.
"""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType

from core.errors import InputError
from core.supervisory import parse_supervisory, supervisory_data
from tests.core_.scoring import read_guide
from tests.core_.supervisory.wrong import WRONG

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parents[1] / "golden" / "supervisory"
READINGS = FOLDER / "readings.txt"
REFUSALS = FOLDER / "refusals.txt"
SAME_EVERYWHERE = {"edition", "points", "coverage-not-stated", "same-contacts"}


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def readings() -> str:
    """Return how every golden case is derived; what reads the same everywhere, only once."""
    out: list[str] = []
    told: set[str] = set()
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]:
            found = supervisory_data(parse_supervisory({"standard": "gssg", **case["request"]}))
            out.append(f"\n{path.stem}: {case['name']}")
            lines = [
                (step["rule"], f"{step['rule']}: {step['text']}", step["citation"])
                for step in found["derivation"]
            ]
            lines += [
                (one["code"], f"{one['severity']} {one['code']}: {one['message']}", one["citation"])
                for one in found["findings"]
            ]
            for code, text, cited in lines:
                if code in SAME_EVERYWHERE and text in told:
                    continue
                told.add(text)
                section = f", {cited['section']}" if cited["section"] else ""
                out.append(f"  {text} [p. {cited['page']}{section}]")
            adjustment = found["adjustment"]
            if adjustment:
                out.append(f"  = {adjustment['rule']}: {adjustment['reason']}")
            if found["undetermined"]:
                out.append(f"  ? {found['undetermined']}")
    return "\n".join(out).lstrip() + "\n"


def refusals() -> str:
    """Return the sentence each wrong request is refused with."""
    out = []
    for name, request, *_ in WRONG:
        try:
            parse_supervisory(request, where="case.json")
        except InputError as error:
            out.append(f"{name}\n  {error.sentence()}\n")
    guide = _module("test_supervisory_guide")
    for name, before, after, _ in guide.CHANGES:
        if name == "no TOML":  # The rest of that sentence is the parser's.
            continue
        try:
            read_guide(guide.TEXT.replace(before, after, 1), where="gssg/1998-04.toml")
        except InputError as error:
            out.append(f"{name}\n  {error.sentence()}\n")
    return "\n".join(out)


def test_every_derivation_reads_as_approved() -> None:
    assert readings().splitlines() == READINGS.read_text(encoding="utf-8").splitlines()


def test_every_refusal_reads_as_approved() -> None:
    assert refusals().splitlines() == REFUSALS.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[2]))
    READINGS.write_text(readings(), encoding="utf-8")
    REFUSALS.write_text(refusals(), encoding="utf-8")
