"""A standard read in stands beside the digest that comes with the program, and must agree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.cli.main import cli
from core.errors import StandardError
from core.standards.catalog import Catalog, bundled_catalog, merge, name_roots
from core.standards.reading import check_standard, load_standard, read_standard, standard_of
from index.documents import formats as parsers
from tests.index_.standards.bringing_in import done, imported


def digest_and_official(**changed: str) -> tuple[Catalog, str]:
    """Return a bundled digest's text as if its words had been read from a document."""
    root = Path(__file__).resolve().parents[3] / "core" / "standards" / "data"
    text = (root / "gs-0200" / "2000-12.toml").read_text("utf-8")
    for before, after in changed.items():
        assert before in text
        text = text.replace(before, after, 1)
    return bundled_catalog(), text


def official(points: int = 750) -> str:
    """Return an official edition with one level of GS-0200 in made-up words."""
    return f"""
id = "gs-0200"
edition_id = "2000-12"
title = "made up"
document = "made up"
edition = "made up"
page = "17"
method = "fes"
text = "official"
status = "in_force"
in_force_from = 2000-12-01
pay_plan = "GS"
series = ["0201"]
[source]
document = "made up"
sha256 = "{"0" * 64}"
file = "made-up.pdf"
[[factors]]
factor = 1
name = "Knowledge"
page = "17"
measures = "made up"
[[factors.levels]]
level = "1-5"
points = {points}
page = "17"
page_end = "18"
text = "Made-up words of the document."
[[conversion]]
grade = 5
min = 855
max = 1100
page = "40"
"""


def test_official_words_win_and_the_digests_aspects_stay() -> None:
    digest = bundled_catalog().editions("gs-0200")[0]
    both = merge(digest, read_standard(official(), where="x"), where="x")
    level = standard_of(both).factors[0].levels[0]
    assert (level.text, level.page_end) == ("Made-up words of the document.", "18")
    assert level.aspects == standard_of(digest).factors[0].levels[0].aspects
    assert both.table.factors == digest.table.factors
    assert both.table.source_file == "made-up.pdf"


def test_an_official_text_that_disagrees_with_the_digest_is_refused() -> None:
    digest = bundled_catalog().editions("gs-0200")[0]
    with pytest.raises(StandardError, match="Level 1-5 is 755 in the text"):
        merge(digest, read_standard(official(755), where="x"), where="x")


@pytest.mark.corpus
def test_the_real_standard_stands_beside_its_digest(corpus: Path) -> None:
    path = corpus / "standards" / "gs0200-hr-management.pdf"
    data = imported(path)
    assert (data["status"], data["doubts"]) == ("added", [])
    levels = {"1": "1-7", "2": "2-4", "3": "3-3", "4": "4-4", "5": "5-3", "6": "6-3", "7": "7-C",
              "8": "8-1", "9": "9-1"}  # fmt: skip
    body = json.dumps({"standard": "gs-0200", "levels": levels})
    after = json.loads(done("score", "-", "--json", stdin=body))
    assert load_standard("gs-0200").text == "official"
    name_roots((), check_standard)
    before = json.loads(done_without_home(body))
    assert after == before  # the digest's fingerprint too: the law is the same
    illustrations = json.loads(done("benchmarks", "--level", "4-5", "--json"))
    assert illustrations[0]["levels"] == {"4": "4-5"}


def done_without_home(body: str) -> str:
    result = CliRunner().invoke(
        cli, ["score", "-", "--json"], input=body, standalone_mode=False,
        env={"FES_HOME": "/nonexistent/fes"},
    )  # fmt: skip
    assert result.exception is None
    return result.stdout


@pytest.mark.corpus
def test_the_supervisory_guide_gives_its_words_and_keeps_the_programs_figures(
    corpus: Path,
) -> None:
    data = imported(corpus / "standards" / "general-schedule-supervisory-guide.pdf")
    chart = {one["level"]: (one["work"], one["points"]) for one in data["base_levels"]}
    assert len(chart) == 8
    assert chart["5-6"] == ("GS-11 or equivalent", 800)
    shown = json.loads(done("standards", "show", "gssg", "1-2", "--json"))
    document = parsers.parse(corpus / "standards" / "general-schedule-supervisory-guide.pdf")
    assert shown["text"]
    assert shown["text"].split("\n")[0] in document.text
    assert shown["points"] == 350
