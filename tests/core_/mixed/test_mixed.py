"""Mixed grade and series, worked by hand from the printed rules, as files to read and correct."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from core.errors import InputError
from core.mixed import MixedEvaluation, evaluate_mixed, parse_mixed
from core.model import Citation
from tests.core_.mixed.positions import CITED, evaluate, load, two

CASES = [
    pytest.param(one, file["citation"], id=f"{name}: {one['name']}")
    for name in ("grade", "disputed", "series", "claims")
    for file in [load(f"{name}.toml")]
    for one in file["cases"]
]


@pytest.mark.parametrize(("one", "citation"), CASES)
def test_each_position_comes_out_as_worked_by_hand(
    one: dict[str, Any], citation: dict[str, str]
) -> None:
    expect = one["expect"]
    found = evaluate(one, citation)
    if "grade" in expect:
        assert found.grade == expect["grade"]
        assert found.possible == (expect["grade"],)
    elif "possible" in expect:
        assert found.grade is None
        assert list(found.possible) == expect["possible"]
    if "series" in expect:
        assert found.series == expect["series"]
    if "control" in expect:
        assert found.views[0].control == expect["control"]
    if "reason" in expect:
        assert found.views[0].reason == expect["reason"]
        assert expect["reason"] in [step.text for step in found.derivation if step.rule == "grade"]
    if "controlling" in expect:
        assert list(found.views[0].controlling) == expect["controlling"]
    if "citation" in expect:
        assert found.series_choice.citation.page == expect["citation"]
    if "usual" in expect:
        assert found.series_choice.usual == expect["usual"]
    for name, total in expect.get("totals", {}).items():
        assert next(w for w in found.work if w.name == name).total == total
    codes = [finding.code for finding in found.findings]
    wanted = set(expect.get("findings", []))
    if "difference" in expect:
        wanted.add("percentages-disputed")
    # What the evaluation of one kind warns of, the reader of the whole must know.
    rated = [one.evaluation for one in found.work if one.evaluation is not None]
    wanted |= {x.code for one in rated for x in one.findings if x.severity != "note"}
    assert set(codes) == wanted
    # Positions without a series ask for it; the goldens on grade leave that aside.
    told = [q.field for q in found.questions if not re.fullmatch(r"work\[\d+\]\.series", q.field)]
    asked = [
        field
        for field in expect.get("questions", [])
        if not re.fullmatch(r"work\[\d+\]\.series", field)
    ]
    assert told == asked
    for field in expect.get("questions", []):
        assert field in [q.field for q in found.questions]
    _check_sides(found, expect)
    _check_claims(found, expect)


def _check_sides(found: MixedEvaluation, expect: dict[str, Any]) -> None:
    if "sides" in expect:
        assert {view.side: view.grade or "" for view in found.views} == expect["sides"]
    if "side_series" in expect:
        assert {view.side: view.series for view in found.views} == expect["side_series"]
    if "difference" in expect:
        for part in expect["difference"]:
            assert part in (found.difference or "")
        (told,) = [f for f in found.findings if f.code == "percentages-disputed"]
        assert told.severity == expect["severity"]
        assert told.message == found.difference
    else:
        assert found.difference is None


def _check_claims(found: MixedEvaluation, expect: dict[str, Any]) -> None:
    if "general" in expect:
        assert found.general_series is not None
        assert found.general_series.holds is expect["general"]
    if "impact" in expect:
        held = {c.about.removeprefix("impact of the person on "): c.holds for c in found.impact}
        assert {name: holds for name, holds in held.items() if holds is not None} == expect[
            "impact"
        ]
    if "interdisciplinary" in expect:
        assert found.interdisciplinary is not None
        assert found.interdisciplinary.holds is expect["interdisciplinary"]
    if "failing" in expect:
        claims = [*found.impact, found.general_series, found.interdisciplinary]
        failing = [c.name for one in claims if one for c in one.conditions if c.holds is False]
        assert failing == expect["failing"]


def test_undetermined_is_said_and_never_a_grade() -> None:
    file = load("grade.toml")
    for one in file["cases"]:
        found = evaluate(one, file["citation"])
        if "grade" not in one["expect"]:
            assert found.grade is None
            assert found.status == "undetermined"


def test_interdisciplinary_between_no_series_does_not_hold() -> None:
    data = two({"name": "A", "percent": 60, "grade": 12}, {"name": "B", "percent": 40, "grade": 11})
    found = evaluate_mixed(parse_mixed({**data, "interdisciplinary": {"series": []}}))
    assert found.interdisciplinary is not None
    assert found.interdisciplinary.holds is False


def test_sums_of_decimals_are_exact() -> None:
    # 7.6 + 8.7 + 8.7 is 25 on paper and less in binary arithmetic.
    parts = [
        {"name": name, "percent": share, "grade": 12, "regular": True, "recruiting": True}
        for name, share in (("A", 7.6), ("B", 8.7), ("C", 8.7))
    ]
    rest = {"name": "D", "percent": 75, "grade": 11}
    work = [{"citation": CITED, "series": "0343", **one} for one in (*parts, rest)]
    assert 7.6 + 8.7 + 8.7 < 25
    assert evaluate_mixed(parse_mixed({"work": work})).grade == "GS-12"


def test_rounded_figures_still_state_the_whole() -> None:
    thirds = [
        {"name": name, "percent": 33.3, "grade": 11, "citation": CITED, "series": "0343"}
        for name in "ABC"
    ]
    assert evaluate_mixed(parse_mixed({"work": thirds})).grade == "GS-11"


def test_the_date_chooses_the_edition_of_every_standard() -> None:
    data = two(
        {"name": "A", "percent": 60, "standard": "fes-primary", "total": 2555, "citation": None},
        {"name": "B", "percent": 40, "grade": 11},
    )
    with pytest.raises(InputError, match="no edition of fes-primary") as caught:
        parse_mixed({**data, "as_of": "2001-01-01"}, where="m")
    assert caught.value.where == "m: work[1].as_of"
    assert evaluate_mixed(parse_mixed({**data, "as_of": "2014-08-20"})).grade == "GS-11"


def test_every_step_and_finding_is_cited_and_numbered() -> None:
    for name in ("grade", "disputed", "series", "claims"):
        file = load(f"{name}.toml")
        for one in file["cases"]:
            found = evaluate(one, file["citation"])
            assert [s.step for s in found.derivation] == list(range(1, len(found.derivation) + 1))
            for cited in (*found.derivation, *found.findings):
                assert cited.citation.document
                assert cited.citation.page
            texts = [s.text for s in found.derivation] + [f.message for f in found.findings]
            assert all(text.isprintable() for text in texts)
            json.loads(found.model_dump_json())


def test_the_evaluation_of_a_kind_is_kept_whole() -> None:
    data = two(
        {"name": "A", "percent": 60, "standard": "fes-primary", "total": 2755, "citation": None},
        {"name": "B", "percent": 40, "grade": 11},
    )
    found = evaluate_mixed(parse_mixed(data))
    first, second = found.work
    assert first.evaluation is not None
    assert first.evaluation.grade == first.grade == "GS-12"
    assert first.source.page == "56"
    assert second.evaluation is None
    assert second.source == Citation(**CITED)


def test_the_fingerprint_covers_what_decides_and_not_the_title() -> None:
    data = two(
        {"name": "A", "percent": 60, "grade": 12},
        {"name": "B", "percent": 40, "grade": 11},
        title="one",
    )
    first = evaluate_mixed(parse_mixed(data))
    assert evaluate_mixed(parse_mixed({**data, "title": "two"})).fingerprint == first.fingerprint
    shuffled = {"work": data["work"], "title": "one"}
    assert evaluate_mixed(parse_mixed(shuffled)).fingerprint == first.fingerprint
    other = two(
        {"name": "A", "percent": 61, "grade": 12}, {"name": "B", "percent": 39, "grade": 11}
    )
    assert evaluate_mixed(parse_mixed(other)).fingerprint != first.fingerprint


def test_words_of_a_person_are_printable() -> None:
    data = two(
        {"name": "A", "percent": 60, "grade": 12},
        {"name": "B", "percent": 40, "grade": 11, "series": "0560"},
        series={"decision": {"series": "0560", "reason": "a\x1b[31m\nb", "by": "c\x07"}},
    )
    found = evaluate_mixed(parse_mixed(data))
    assert found.series == "0560"
    assert found.series_choice.reason.isprintable()
    assert "a [31m b" in found.series_choice.reason
