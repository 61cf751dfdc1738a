"""The real decision as worse captures hold it: what is left is read as from the full page."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from index.decisions.merging import merge
from index.decisions.reading import read_decision
from index.documents import formats as parsers
from index.documents import passages
from index.models import Decision

pytestmark = pytest.mark.corpus

NAMES = ("[appellant's name]", "Mission Support Specialist GS-301-12", "Security Specialist")
STRIPPED = (*NAMES, "GS-080-11", "C-0080-11-02")
OLD = (*STRIPPED, "08/20/2014", "Date", "Introduction")


def _without(text: str, lines: tuple[str, ...]) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip() not in lines)


def _page(text: str) -> str:
    rows = "".join(f"<p>{html.escape(row)}</p>" for row in text.split("\n") if row.strip())
    return f"<html><body>{rows}</body></html>"


def _wrapped(text: str) -> str:
    return "\n".join("\n".join(textwrap.wrap(row, 78)) for row in text.split("\n"))


CAPTURES: dict[str, Callable[[str], str]] = {
    "one-line.txt": lambda text: " ".join(text.split()),
    "hard-wrapped.txt": _wrapped,
    "single-spaced.txt": lambda text: "\n".join(row for row in text.split("\n") if row.strip()),
    "page.html": _page,
    "headless.txt": lambda text: text[text.index("Introduction\n") :],
    "c-0080-11-02.txt": lambda text: _without(text, STRIPPED),
    "old-c-0080-11-02.html": lambda text: _page(_without(text, OLD)),
}


def _full(corpus: Path) -> str:
    text = (corpus / "decisions" / "C-0080-11-02.txt").read_text("utf-8")
    return text[text.index("Washington, DC") :]


@pytest.fixture(scope="module")
def full(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Decision:
    """The decision as the full page says it."""
    return _read(tmp_path_factory.mktemp("capture") / "full.txt", _full(corpus))


def _read(path: Path, text: str) -> Decision:
    path.write_text(text, "utf-8")
    document = parsers.parse(path)
    decision = read_decision(document, passages.split(document))
    assert decision is not None
    return decision


@pytest.mark.parametrize("name", CAPTURES)
def test_a_worse_capture_says_the_same(
    corpus: Path, tmp_path: Path, full: Decision, name: str
) -> None:
    decision = _read(tmp_path / name, CAPTURES[name](_full(corpus)))
    for fact in (
        *("current", "requested", "decided", "outcome", "factors", "total", "grade"),
        *("pd_adequate", "component", "department", "standards"),
    ):
        assert getattr(decision, fact) == getattr(full, fact), fact
    shares = [(d.percent, d.by, d.label) for d in full.duties]
    assert [(d.percent, d.by, d.label) for d in decision.duties] == shares
    lost = name in ("headless.txt", "old-c-0080-11-02.html")
    assert decision.date == ("" if lost else "2014-08-20")
    assert decision.decision_number == ("" if name == "headless.txt" else "C-0080-11-02")


def test_captures_make_up_for_each_other(corpus: Path, tmp_path: Path) -> None:
    text = _full(corpus)
    old = _read(tmp_path / "old-c-0080-11-02.html", CAPTURES["old-c-0080-11-02.html"](text))
    stripped = _read(tmp_path / "c-0080-11-02.txt", CAPTURES["c-0080-11-02.txt"](text))
    both = merge([old, stripped])
    assert both.date == "2014-08-20"
    assert both.outcome == ("lowered", "series_changed", "title_changed")
    assert len(both.factors) == 9
