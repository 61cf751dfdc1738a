"""A public function says what it means, unless its name and its few lines say it already."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FEW = 3
"""Lines of code from which a public function explains itself in words."""


def _public(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if not node.name.startswith("_"):
                yield node
        elif not (isinstance(node, ast.ClassDef) and node.name.startswith("_")):
            yield from _public(node)


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.body[0].lineno + 1


def _raises(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(node, ast.Raise) for node in ast.walk(function))


def test_public_functions_of_more_than_a_few_lines_say_what_they_do() -> None:
    silent = [
        f"{path.relative_to(ROOT)}:{function.lineno} {function.name}"
        for package in ("core", "index", "assistant")
        for path in sorted((ROOT / package).rglob("*.py"))
        for function in _public(ast.parse(path.read_text(encoding="utf-8")))
        if ast.get_docstring(function) is None and (_lines(function) > FEW or _raises(function))
    ]
    assert silent == []
