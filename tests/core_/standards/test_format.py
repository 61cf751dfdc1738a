"""What a standard's file may say beside its points: whose words, how much is known, doubts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import core.standards.catalog
import core.standards.reading
from core.errors import LevelError, StandardError
from core.fes.grading import evaluate_case, evaluate_levels
from core.fes.requests import rate_request
from core.model import Case, Extension
from core.standards.catalog import Catalog
from core.standards.model import Standard
from core.standards.reading import check_standard, read_standard, standard_of
from tests.core_.scoring import evaluate_total, parse_request

KNOWN = ("1-7", "2-4", "3-3", "4-4", "5-3", "6-3", "7-3", "8-2", "9-1")

HEAD = """
id = "gs-9990"
edition_id = "2001"
title = "Lantern Keeping Series, GS-9990"
document = "A fictional flysheet for lantern keepers"
edition = "June 2001"
issued = "June 2001"
page = "1"
method = "fes"
text = "official"
status = "in_force"
in_force_from = 2001-06-01
pay_plan = "GS"
series = ["9990"]
"""
FACTOR = """
[[factors]]
factor = 1
name = "Knowledge Required by the Position"
page = "2"
measures = "What a keeper knows."
text = "The knowledge of lanterns, wicks and oils."
[[factors.levels]]
level = "1-2"
points = 200
page = "2"
page_end = "3"
text = "Keepers at this level trim wicks by a posted routine."
[[factors.levels]]
level = "1-3"
points = 350
page = "3"
summary = "Chooses oils."
text = "Keepers at this level choose oils for the season."
[[factors.levels.aspects]]
key = "oils"
name = "Oils"
text = "Picks the oil that suits the weather."
[[conversion]]
grade = 2
min = 100
max = 300
page = "9"
[[conversion]]
grade = 3
min = 305
page = "9"
"""
ABOUT = """
[[coverage]]
text = "Work whose main purpose is keeping lanterns lit."
page = "1"
[[exclusions]]
text = "Making lanterns belongs to another series."
page = "1"
[[titles]]
title = "Lantern Keeper"
rule = "All nonsupervisory positions."
page = "1"
[[examples]]
kind = "benchmark"
title = "Harbor Lantern Keeper"
series = "9990"
grade = 3
levels = { 1 = "1-3" }
page = "7"
page_end = "8"
text = "Keeps twelve lanterns along a quay."
[[examples]]
kind = "illustration"
title = "Season oils"
levels = { 1 = "1-3" }
page = "4"
[source]
document = "A fictional flysheet for lantern keepers"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
file = "lanterns.pdf"
"""
DOUBT = """
[[doubts]]
code = "points-missing"
where = "Level 1-3"
message = "The heading prints no points, so those of the Primary Standard were taken."
page = "3"
"""
REFERRAL = (
    HEAD.replace('"fes"', '"referral"').replace('text = "official"\n', "")
    + """
[[sends_to]]
text = "Grade lantern keepers by the fictional Light Guide."
document = "Light Guide"
page = "5"
"""
)


def file_of(text: str) -> Standard:
    return standard_of(read_standard(text, where="x.toml"))


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue with the Primary Standard and one fictional standard to write."""
    primary = Path(core.standards.catalog.__file__).parent / "data" / "fes-primary"
    (tmp_path / "fes-primary").symlink_to(primary)
    catalog = Catalog(tmp_path, check=check_standard)
    monkeypatch.setattr("core.standards.catalog.default_catalog", lambda: catalog)
    (tmp_path / "gs-9990").mkdir()
    return tmp_path / "gs-9990" / "2001.toml"


def test_a_level_in_official_words_is_one_significant_aspect() -> None:
    standard = file_of(HEAD + FACTOR + ABOUT)
    first, second = standard.factors[0].levels
    assert standard.text == "official"
    assert first.text.startswith("Keepers at this level trim")
    assert (first.page, first.page_end) == ("2", "3")
    (whole,) = first.aspects
    assert whole.id == "1-2.whole"
    assert whole.significant
    assert "Level 1-2" in whole.text
    assert "page 2" in whole.text
    assert [aspect.id for aspect in second.aspects] == ["1-3.oils"]
    assert second.summary == "Chooses oils."


def test_what_a_standard_says_of_itself_is_kept_with_its_pages() -> None:
    standard = file_of(HEAD + FACTOR + ABOUT)
    assert standard.issued == "June 2001"
    assert standard.coverage[0].page == "1"
    assert standard.exclusions[0].text.startswith("Making lanterns")
    assert standard.titles[0].title == "Lantern Keeper"
    benchmark, illustration = standard.examples
    assert (benchmark.grade, benchmark.levels, benchmark.page_end) == (3, {"1": "1-3"}, "8")
    assert illustration.grade is None
    assert standard.source is not None
    assert standard.source.file == "lanterns.pdf"


def test_a_level_in_official_words_scores(held: Path) -> None:
    held.write_text(HEAD + FACTOR, encoding="utf-8")
    assert evaluate_levels("gs-9990", {"1": "1-2"}).grade == "GS-2"


def test_a_standard_with_an_open_doubt_does_not_score(held: Path) -> None:
    held.write_text(HEAD + FACTOR + ABOUT + DOUBT, encoding="utf-8")
    with pytest.raises(StandardError) as caught:
        evaluate_levels("gs-9990", {"1": "1-2"})
    assert "Level 1-3 (p. 3)" in caught.value.message
    assert "prints no points" in caught.value.message
    assert "fes standards confirm gs-9990" in caught.value.hint
    case = Case(title="A fictional keeper", standard="gs-9990", levels={"1": "1-2"})
    with pytest.raises(StandardError, match="does not score"):
        evaluate_case(case)
    assert core.standards.reading.load_standard("gs-9990").doubts[0].where == "Level 1-3"


def test_a_confirmed_doubt_scores_and_stays_on_record(held: Path) -> None:
    held.write_text(HEAD + FACTOR + DOUBT + "confirmed = true\n", encoding="utf-8")
    assert evaluate_levels("gs-9990", {"1": "1-3"}).grade == "GS-3"
    assert core.standards.reading.load_standard("gs-9990").doubts[0].confirmed


def test_a_document_without_criteria_says_where_it_sends_the_classifier(held: Path) -> None:
    held.write_text(REFERRAL, encoding="utf-8")
    assert core.standards.reading.load_standard("gs-9990").sends_to[0].document == "Light Guide"
    with pytest.raises(StandardError) as caught:
        evaluate_levels("gs-9990", {"1": "1-2"})
    assert "no grading criteria of its own" in caught.value.message
    assert "fictional Light Guide" in caught.value.hint


def test_a_guide_without_points_is_not_scored(held: Path) -> None:
    text = HEAD.replace('"fes"', '"narrative"') + 'guide = "light-guide"\n'
    held.write_text(text, encoding="utf-8")
    with pytest.raises(StandardError) as caught:
        evaluate_levels("gs-9990", {"1": "1-2"})
    assert "light-guide" in caught.value.hint


PARTIAL = HEAD + 'partial = true\nunknown = ["1-1", "1-4"]\n' + FACTOR


def test_a_partial_edition_scores_what_it_knows_and_says_so(held: Path) -> None:
    held.write_text(PARTIAL, encoding="utf-8")
    evaluation = evaluate_levels("gs-9990", {"1": "1-3"})
    assert evaluation.grade == "GS-3"
    (note,) = [one for one in evaluation.findings if one.code == "partial-standard"]
    assert "1-1, 1-4" in note.message


def test_a_level_a_partial_edition_does_not_know_is_refused(held: Path) -> None:
    held.write_text(PARTIAL, encoding="utf-8")
    with pytest.raises(LevelError) as caught:
        evaluate_levels("gs-9990", {"1": "1-4"})
    assert "partial" in caught.value.message
    assert "1-2, 1-3" in caught.value.hint
    assert "Primary Standard" not in caught.value.hint
    with pytest.raises(LevelError, match="has no Level 1-5"):
        evaluate_levels("gs-9990", {"1": "1-5"})


def test_what_a_partial_edition_does_not_know_is_not_taken_from_the_primary_standard(
    held: Path,
) -> None:
    held.write_text(PARTIAL, encoding="utf-8")
    case = Case(
        title="A fictional keeper",
        standard="gs-9990",
        levels={"1": "1-4"},
        extensions=(Extension(factor=1, reason="The work exceeds Level 1-3."),),
    )
    with pytest.raises(LevelError, match="partial"):
        evaluate_case(case)


def test_a_bare_total_is_not_checked_against_half_a_ladder(held: Path) -> None:
    held.write_text(PARTIAL, encoding="utf-8")
    with pytest.raises(LevelError, match="partial"):
        evaluate_total("gs-9990", 350)


def test_a_conversion_table_of_another_document_is_cited_from_it(held: Path) -> None:
    source = 'conversion_from = { document = "The Tables", edition = "May 2000" }\n'
    held.write_text(HEAD + source + FACTOR, encoding="utf-8")
    step = evaluate_levels("gs-9990", {"1": "1-3"}).derivation[-1]
    assert step.citation.label() == "The Tables (May 2000), Grade Conversion Table, p. 9"


def test_points_and_ranges_are_cited_from_the_document_that_prints_them() -> None:
    elsewhere = (
        'points_from = { document = "The Points", edition = "1999", section = "Part B" }\n'
        'conversion_from = { document = "The Tables", edition = "May 2000" }\n'
    )
    standard = file_of(
        HEAD + elsewhere + FACTOR.replace("points = 350", 'points = 350\npoints_page = "43"')
    )
    assert [level.points_page for level in standard.factors[0].levels] == ["", "43"]
    assert standard.cite_range(standard.conversion[0]).document == "The Tables"
    assert file_of(HEAD + FACTOR).cite_range(standard.conversion[0]) == standard.cite("9")


def test_points_stated_against_a_partial_edition_name_the_page_they_stand_on() -> None:
    levels = [{"factor": n, "level": level} for n, level in enumerate(KNOWN, 1)]
    levels[1] = {"factor": 2, "level": "2-5", "points": 600}
    request = {"standard": "gs-0080", "levels": levels}
    with pytest.raises(LevelError) as caught:
        rate_request(parse_request(json.dumps(request), where="x", fmt="json"))
    assert caught.value.message == "Level 2-5 carries 650 points (p. 47), not 600"
    levels[1] = {"factor": 2, "level": "2-4", "points": 600}
    with pytest.raises(LevelError, match=r"450 points \(Factor 2, paragraphs 4 and 8\), not 600"):
        rate_request(parse_request(json.dumps(request), where="x", fmt="json"))
