"""What is loaded by its name exists: nothing else notices when a function so called is removed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _names(module: str) -> set[str]:
    """Return what a module defines or imports, without importing it."""
    file = ROOT.joinpath(*module.split("."))
    file = file.with_suffix(".py") if file.with_suffix(".py").exists() else file / "__init__.py"
    found: set[str] = set()
    for node in ast.parse(file.read_text("utf-8")).body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.Assign(targets=targets):
                found |= {one.id for one in targets if isinstance(one, ast.Name)}
            case ast.AnnAssign(target=ast.Name(id=name)):
                found.add(name)
            case ast.ImportFrom(names=names):
                found |= {one.asname or one.name for one in names}
            case _:
                pass
    return found


def _places(tree: ast.Module) -> list[set[str]]:
    """Return every ``module:name`` in a file.

    A module kept under a name is put in its place; where the name stands for several, any of them
    may be meant.
    """
    kept: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(text))):
                kept.setdefault(name, set()).add(text)
            case _:
                pass
    found: list[set[str]] = []
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr(
                values=[
                    ast.FormattedValue(value=ast.Name(id=name)),
                    ast.Constant(value=str(rest)),
                ]
            ):
                found.append({f"{module}{rest}" for module in kept.get(name, ())})
            case ast.Constant(value=str(text)) if not text.endswith("_"):
                found.append({text})
            case _:
                pass
    return [places for one in found if (places := {place for place in one if _named(place)})]


def _named(place: str) -> bool:
    return (
        place.startswith(("assistant.", "core.", "index."))
        and place.count(":") == 1
        and all(part.isidentifier() for part in place.replace(":", ".").split("."))
    )


@pytest.mark.parametrize("package", ["assistant", "core", "index"])
def test_what_is_loaded_by_its_name_is_there(package: str) -> None:
    missing: list[str] = []
    for path in sorted((ROOT / package).rglob("*.py")):
        text = path.read_text("utf-8")
        if ":" not in text or "load" not in text:
            continue
        for places in _places(ast.parse(text)):
            parts = [place.partition(":") for place in places]
            if not any(name in _names(module) for module, _, name in parts):
                missing.append(f"{path.relative_to(ROOT)}: {sorted(places)}")
    assert missing == []
