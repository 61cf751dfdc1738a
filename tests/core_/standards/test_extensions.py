"""The Primary Standard beyond the ends of a series standard, with its reason recorded."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.errors import AppError, CaseError, LevelError, StandardError
from core.fes.assembly import evaluation_data, evaluation_json
from core.fes.cases import case_to_data, parse_case
from core.fes.grading import evaluate_case
from core.fes.requests import rate_request
from core.model import Case, Evaluation
from core.standards.catalog import Catalog
from core.standards.reading import check_standard, read_standard
from tests.core_.scoring import parse_request

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
EXPECTED = tomllib.loads((GOLDEN / "grading_extensions.toml").read_text("utf-8"))
FILE = GOLDEN / "standards" / "gs-9990" / "2001-06.toml"


def request(one: dict[str, Any], **more: Any) -> str:
    data = {
        "standard": one.get("standard", EXPECTED["standard"]),
        "levels": {**EXPECTED["levels"], **one["change"]},
        **({"extensions": one["extensions"]} if "extensions" in one else {}),
        **more,
    }
    return json.dumps(data)


def score(one: dict[str, Any], **more: Any) -> Evaluation:
    rating = rate_request(parse_request(request(one, **more), where="r.json", fmt="json"))
    data = evaluation_data(rating)
    assert json.loads(evaluation_json(rating)) == data
    return Evaluation.model_validate(data)


@pytest.mark.parametrize("one", EXPECTED["cases"], ids=lambda one: str(one["name"]))
def test_a_factor_beyond_the_standard_takes_the_primary_points(
    one: dict[str, Any], tide_office: str
) -> None:
    evaluation = score(one)
    assert (evaluation.total, evaluation.grade) == (one["total"], one["grade"])
    scores = {str(factor.factor): factor for factor in evaluation.factors}
    for key, points in one["points"].items():
        assert scores[key].points == points
        assert scores[key].citation.document.startswith("Introduction to the Position")
        assert "Appendix 3" in scores[key].citation.section
    for key in set(scores) - set(one["points"]):
        assert scores[key].citation.document.startswith("Fictional")
    steps = [step for step in evaluation.derivation if step.rule == "extension"]
    assert len(steps) == len(one["extensions"])
    for step, extension in zip(steps, one["extensions"], strict=True):
        assert extension["reason"] in step.text
        assert step.citation.page == "11"
    codes = [finding.code for finding in evaluation.findings]
    assert codes.count("primary-extension") == len(one["extensions"])
    assert ("several-extensions" in codes) is one.get("several", False)


@pytest.mark.parametrize("one", EXPECTED["refused"], ids=lambda one: str(one["name"]))
def test_what_does_not_lie_beyond_the_standard_is_refused(
    one: dict[str, Any],
    tide_office: str,
    fictional_catalog: Catalog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if one.get("standard") == "gs-9990-gap":
        catalog = gapped(tmp_path)
        monkeypatch.setattr("core.standards.catalog.default_catalog", lambda: catalog)
    with pytest.raises((CaseError, LevelError)) as caught:
        score(one)
    assert caught.value.where == f"r.json: {one['field']}"
    assert one["said"] in caught.value.message
    assert one.get("hint", "") in caught.value.hint
    assert caught.value.hint


def gapped(root: Path) -> Catalog:
    """A catalogue with a standard that describes 2-2 and 2-4 and leaves 2-3 out."""
    import shutil

    shutil.copytree(Path(__file__).resolve().parents[3] / "core" / "standards" / "data", root / "s")
    text = FILE.read_text("utf-8").replace('"gs-9990"', '"gs-9990-gap"')
    start, end = text.index('[[factors.levels]]\nlevel = "2-3"'), text.index('level = "2-4"')
    folder = root / "s" / "gs-9990-gap"
    folder.mkdir()
    gap = text[:start] + "[[factors.levels]]\n" + text[end:]
    (folder / "2001-06.toml").write_text(gap, encoding="utf-8")
    return Catalog(root / "s", check=check_standard)


PARTIAL = """method = "fes"
partial = true
unknown = ["1-4", "1-8", "7-E"]
"""


@pytest.fixture
def partial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fictional standard as an edition that does not know the levels beside its ends."""
    import shutil

    root = tmp_path / "partial"
    shutil.copytree(Path(__file__).resolve().parents[3] / "core" / "standards" / "data", root)
    (root / "gs-9990").mkdir()
    text = FILE.read_text("utf-8").replace('method = "fes"\n', PARTIAL, 1)
    (root / "gs-9990" / "2001-06.toml").write_text(text, encoding="utf-8")
    catalog = Catalog(root, check=check_standard)
    monkeypatch.setattr("core.standards.catalog.default_catalog", lambda: catalog)


@pytest.mark.parametrize(("level", "known"), [("1-4", "1-5, 1-6, 1-7"), ("1-8", "1-5, 1-6, 1-7")])
def test_a_level_the_edition_does_not_know_is_read_and_not_extended(
    partial: None, level: str, known: str
) -> None:
    one = {"change": {"1": level}, "extensions": [{"factor": 1, "reason": "x"}]}
    with pytest.raises(LevelError) as caught:
        score(one)
    assert caught.value.sentence() == (
        f"r.json: extensions[1]: Level {level} is not known: this edition of the standard is "
        f"partial. The levels of Factor 1 it knows are {known}. Read Level {level} in the "
        "standard itself."
    )


def test_a_level_of_the_chart_the_edition_does_not_know(partial: None) -> None:
    with pytest.raises(LevelError) as caught:
        score({"change": {"7": "7-E"}})
    assert caught.value.sentence() == (
        "r.json: levels.7: Level 7-E is not known: this edition of the standard is partial. The "
        "levels of Factor 7 it knows are 7-A, 7-B, 7-C, 7-D. Read Level 7-E in the standard "
        "itself."
    )
    with pytest.raises(LevelError, match="Factor 7 has no Level 7-F") as caught:
        score({"change": {"7": "7-F"}})
    assert "partial" not in caught.value.sentence()


def test_the_ends_of_the_ladder_are_not_beyond_it(tide_office: str) -> None:
    """No hint at the Primary Standard where a level lies inside the ladder or nowhere."""
    for level, hinted in (("1-4", True), ("1-8", True), ("1-0", False), ("1-X", False)):
        with pytest.raises(LevelError) as caught:
            score({"change": {"1": level}})
        assert ("give extensions with the reason" in caught.value.hint) is hinted, level
        side = "below the lowest" if level == "1-4" else "above the highest"
        assert (side in caught.value.hint) is hinted, level
        assert caught.value.hint.startswith("Choose one of 1-5, 1-6, 1-7.")
        assert hinted or caught.value.hint == "Choose one of 1-5, 1-6, 1-7."


def test_no_hint_at_the_primary_standard_in_a_gap(
    fictional_catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = gapped(tmp_path)
    monkeypatch.setattr("core.standards.catalog.default_catalog", lambda: catalog)
    with pytest.raises(LevelError) as caught:
        score({"change": {"2": "2-3"}, "standard": "gs-9990-gap"})
    assert caught.value.hint == "Choose one of 2-2, 2-4."


def test_the_reason_reaches_the_reader_printable(tide_office: str) -> None:
    one = {"change": {"1": "1-4"}, "extensions": [{"factor": 1, "reason": "a\x1b]0;b\x07\nc"}]}
    evaluation = score(one)
    texts = [step.text for step in evaluation.derivation]
    assert all(text.isprintable() for text in texts)
    assert any("a ]0;b c" in text for text in texts)


def test_the_fingerprint_covers_the_reason(tide_office: str) -> None:
    reasons = ["A trainee's knowledge.", "Another reason."]
    prints = {
        score({"change": {"1": "1-4"}, "extensions": [{"factor": 1, "reason": reason}]}).fingerprint
        for reason in reasons
    }
    assert len(prints) == 2


def test_before_the_primary_standard_nothing_is_extended(tide_office: str) -> None:
    one = EXPECTED["cases"][0]
    with pytest.raises(StandardError, match="no edition of fes-primary held here was in force"):
        score(one, as_of="2005-01-01")
    assert score({"change": {}}, as_of="2005-01-01").grade == "GS-9"


def test_a_total_no_row_holds_is_refused(tide_office: str) -> None:
    one = {
        "change": {"1": "1-1", "2": "2-2", "3": "3-2", "4": "4-2", "5": "5-2"},
        "extensions": [{"factor": 1, "reason": "x"}],
    }
    with pytest.raises(LevelError) as caught:
        score(one)
    assert "535 points lie in no range of the conversion table" in caught.value.message
    assert caught.value.where == "r.json: levels"
    assert caught.value.hint == "Check the levels against the standard."


def test_extensions_say_nothing_about_a_bare_total(tide_office: str) -> None:
    text = '{"standard": "gs-9990", "total": 1885, "extensions": [{"factor": 1, "reason": "x"}]}'
    with pytest.raises(CaseError, match="bare total") as caught:
        rate_request(parse_request(text, where="r.json", fmt="json"))
    assert caught.value.where == "r.json: extensions"


# --- cases -------------------------------------------------------------------------------


def case(
    change: dict[str, str],
    extensions: list[dict[str, Any]],
    findings: dict[str, str] | None = None,
    sought: dict[str, str] | None = None,
) -> Case:
    data = {
        "title": "x",
        "standard": "gs-9990",
        "as_of": "2020-01-01",
        "levels": {**EXPECTED["levels"], **change},
        "sought": sought or {},
        "findings": [{"aspect": a, "answer": answer} for a, answer in (findings or {}).items()],
        "extensions": extensions,
    }
    return parse_case(json.dumps(data), where="c.json", fmt="json")


REASON = [{"factor": 1, "reason": "Beyond the standard."}]


def test_a_case_scores_its_extended_factor(tide_office: str) -> None:
    scored = evaluate_case(case({"1": "1-4"}, REASON))
    assert (scored.evaluation.total, scored.evaluation.grade) == (1485, "GS-7")
    assert "Beyond the standard." in " ".join(s.text for s in scored.evaluation.derivation)


def test_the_ladder_goes_on_into_the_primary_standard(tide_office: str) -> None:
    levels = {"1": "1-7"}
    sought = {"1": "1-8"}
    one = case(levels, REASON, sought=sought)
    assert next(c for c in evaluate_case(one).credits if c.factor == 1).level == "1-7"
    asked = [q.aspect for q in evaluate_case(one).questions]
    assert "1-8.policy" in asked
    met = case(levels, REASON, {"1-8.policy": "met"}, sought)
    scored = evaluate_case(met)
    assert next(c for c in scored.credits if c.factor == 1).level == "1-8"
    assert scored.evaluation.total == 2485
    assert "primary-extension" in [f.code for f in scored.evaluation.findings]


def test_an_extension_not_credited_leaves_no_trace_in_the_sum(tide_office: str) -> None:
    refused = case({"1": "1-7"}, REASON, {"1-8.policy": "not_met"}, {"1": "1-8"})
    scored = evaluate_case(refused)
    assert "primary-extension" not in [f.code for f in scored.evaluation.findings]
    assert "extension" not in [s.rule for s in scored.evaluation.derivation]


@pytest.mark.parametrize(
    ("change", "extensions", "where"),
    [
        ({"1": "1-4"}, [], "c.json: levels.1"),
        ({}, REASON, "c.json: extensions[1]"),
        ({"1": "1-4"}, [{"factor": 1, "reason": ""}], "c.json: extensions[1].reason"),
    ],
)
def test_a_case_is_refused_like_a_request(
    change: dict[str, str], extensions: list[dict[str, Any]], where: str, tide_office: str
) -> None:
    with pytest.raises(AppError) as caught:
        case(change, extensions)
    assert caught.value.where == where


def test_a_case_with_extensions_reads_back_the_same(tide_office: str) -> None:
    one = case({"1": "1-4"}, REASON)
    text = json.dumps(case_to_data(one), default=date.isoformat)
    assert parse_case(text, where="x", fmt="json") == one


def test_the_fictional_standard_is_right() -> None:
    assert read_standard(FILE.read_text("utf-8"), where=FILE.name).table.id == "gs-9990"
