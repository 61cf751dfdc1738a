"""Shortfalls that a person holds to be balanced: what is believed, and what is refused."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import CaseError
from core.fes.cases import case_to_data, parse_case
from core.fes.crediting.ladder import Credited, credit_case
from core.fes.grading import evaluate_case
from core.fes.opened import open_case
from core.model import Case
from core.standards.reading import load_standard
from tests.core_.conftest import WORKED

GOLDEN = Path(__file__).resolve().parents[3] / "golden"
EXPECTED = tomllib.loads((GOLDEN / "grading_offsets.toml").read_text("utf-8"))
LEVELS: dict[str, str] = tomllib.loads((GOLDEN / "grading_c-0080-11-02.toml").read_text("utf-8"))[
    "credited"
]


def case(one: dict[str, Any], offsets: list[dict[str, str]] | None = None) -> Case:
    factor = str(one.get("factor", 2))
    data = {
        "title": "x",
        "levels": {**LEVELS, **({factor: one["record"]} if "record" in one else {})},
        "sought": {factor: one["sought"]} if "sought" in one else {},
        "findings": [{"aspect": a, "answer": answer} for a, answer in one["findings"].items()],
        "offsets": ([one["offset"]] if "offset" in one else []) if offsets is None else offsets,
    }
    return parse_case(json.dumps(data), where="c.json", fmt="json")


def credit(factor: int, one: Case) -> Credited:
    return next(credited for credited in credit_case(open_case(one)) if credited.factor == factor)


@pytest.mark.parametrize("one", EXPECTED["cases"], ids=lambda one: str(one["name"]))
def test_a_shortfall_lowers_unless_a_claimed_strength_balances_it(one: dict[str, Any]) -> None:
    scored = evaluate_case(case(one))
    credited = next(c for c in scored.credits if c.factor == one["factor"])
    assert credited.level == one["credited"]
    codes = [finding.code for finding in scored.evaluation.findings]
    assert ("offset-without-shortfall" in codes) is one.get("idle", False)
    claimed = "offset" in one and not one.get("idle", False)
    assert ("offset-applied" in codes) is claimed


@pytest.mark.parametrize("one", EXPECTED["refused"], ids=lambda one: str(one["name"]))
def test_an_offset_is_refused_in_one_sentence(one: dict[str, Any]) -> None:
    with pytest.raises(CaseError) as caught:
        case(one)
    assert caught.value.where == f"c.json: offsets[1].{one['field']}"
    assert one["said"] in caught.value.message
    assert caught.value.hint


APPLIED = EXPECTED["cases"][2]


def test_the_result_says_who_balances_what_with_what_and_why() -> None:
    one = case(APPLIED, [{**APPLIED["offset"], "by": "a made-up classifier"}])
    scored = evaluate_case(one)
    credited = next(c for c in scored.credits if c.factor == 2)
    assert credited.balanced == (("2-4.review", "2-5.responsibility"),)
    assert credited.in_dispute
    assert "2-5.responsibility" in credited.deciding
    for part in ("2-4.review", "2-5.responsibility", "a made-up classifier", "Equal weight here."):
        assert part in credited.reason
    assert "C-0080-11-02" in [c.document.rpartition(" ")[2] for c in credited.also]
    (finding,) = [f for f in scored.evaluation.findings if f.code == "offset-applied"]
    assert finding.severity == "warning"
    assert finding.citation.document == "OPM classification appeal decision C-0080-11-02"
    assert finding.citation.edition == "August 20, 2014"
    assert "Grade determination" in finding.citation.page
    assert finding.citation.label().endswith("Grade determination, first paragraph")
    (step,) = [s for s in scored.evaluation.derivation if s.rule == "offset"]
    assert step.citation == finding.citation


def test_one_strength_balances_one_shortfall_of_a_level() -> None:
    findings = {"2-4.review": "not_met", "2-4.assignment": "not_met", "2-5.responsibility": "met"}
    offsets = [
        {"shortfall": name, "balanced_by": "2-5.responsibility", "reason": "x"}
        for name in ("2-4.review", "2-4.assignment")
    ]
    with pytest.raises(CaseError) as caught:
        case({"findings": findings}, offsets)
    assert caught.value.where == "c.json: offsets[2].balanced_by"
    assert "already balances another shortfall" in caught.value.message


def test_a_shortfall_is_balanced_once() -> None:
    findings = {"2-4.review": "not_met", "2-5.responsibility": "met", "2-5.assignment": "met"}
    offsets = [
        {"shortfall": "2-4.review", "balanced_by": name, "reason": "x"}
        for name in ("2-5.responsibility", "2-5.assignment")
    ]
    with pytest.raises(CaseError, match=r"2-4\.review is balanced twice"):
        case({"findings": findings}, offsets)


def test_a_shortfall_that_runs_through_two_levels_is_balanced_at_each() -> None:
    findings = {"2-3.review": "not_met", "2-4.review": "not_met", "2-5.responsibility": "met"}
    once = [{"shortfall": "2-4.review", "balanced_by": "2-5.responsibility", "reason": "x"}]
    twice = [*once, {**once[0], "shortfall": "2-3.review"}]
    assert credit(2, case({"findings": findings}, once)).level == "2-2"
    assert credit(2, case({"findings": findings}, twice)).level == "2-4"


def test_a_case_changed_in_memory_is_checked_as_well() -> None:
    one = case(APPLIED)
    changed = one.model_copy(update={"findings": one.findings[:1]})
    with pytest.raises(CaseError, match=r"2-5\.responsibility is not found met") as caught:
        evaluate_case(changed)
    assert caught.value.where == "offsets[1].balanced_by"


def test_a_case_with_offsets_reads_back_the_same() -> None:
    one = case(APPLIED)
    assert parse_case(json.dumps(case_to_data(one)), where="x", fmt="json") == one


def test_the_fingerprint_covers_the_claim_and_its_reason() -> None:
    one = case(APPLIED)
    other = case(APPLIED, [{**APPLIED["offset"], "reason": "Another reason."}])
    without = one.model_copy(update={"offsets": ()})
    prints = {evaluate_case(c).evaluation.fingerprint for c in (one, other, without)}
    assert len(prints) == 3


def test_words_of_a_person_reach_the_reader_without_control_characters() -> None:
    one = case(APPLIED, [{**APPLIED["offset"], "reason": "A\x1b[31mB\r\nC", "by": "x\u202e"}])
    scored = evaluate_case(one)
    texts = [s.text for s in scored.evaluation.derivation]
    texts += [f.message for f in scored.evaluation.findings] + [c.reason for c in scored.credits]
    assert any("A [31mB C" in text for text in texts)
    assert all(text.isprintable() for text in texts)


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        ({"shortfall": "2-4.review", "balanced_by": "2-5.responsibility"}, '"reason" is missing'),
        ({**APPLIED["offset"], "resaon": "x"}, '"resaon" is not a field'),
        ({**APPLIED["offset"], "reason": 7}, "7 is given"),
    ],
)
def test_a_wrong_field_of_an_offset_is_named(offset: dict[str, Any], said: str) -> None:
    with pytest.raises(CaseError) as caught:
        case(APPLIED, [offset])
    assert said in caught.value.message
    assert caught.value.where.startswith("c.json: offsets[1].")


# --- properties --------------------------------------------------------------------------

FACTOR = load_standard("fes-primary", WORKED).factors[1]
IDS = [aspect.id for level in FACTOR.levels for aspect in level.aspects]
RUNGS = [level.level for level in FACTOR.levels]

found = st.dictionaries(
    st.sampled_from(IDS), st.sampled_from(["met", "not_met", "exceeded", "unknown"]), max_size=8
)


@given(found, st.sampled_from(IDS), st.sampled_from(IDS))
def test_an_offset_holds_only_on_its_conditions_and_never_lifts_above_what_it_balances(
    findings: dict[str, str], shortfall: str, strength: str
) -> None:
    offset = {"shortfall": shortfall, "balanced_by": strength, "reason": "x"}
    plain = credit(2, case({"findings": findings}, []))
    try:
        balanced = credit(2, case({"findings": findings}, [offset]))
    except CaseError:
        refused = (
            findings.get(strength) not in ("met", "exceeded")
            or strength[:3] <= shortfall[:3]
            or strength[4:] == shortfall[4:]
            or any(
                findings.get(f"2-{step}{strength[3:]}") == "not_met"
                for step in range(int(shortfall[2]), int(strength[2]))
            )
        )
        assert refused
        return
    assert findings.get(strength) in ("met", "exceeded")
    assert strength[:3] > shortfall[:3]
    assert RUNGS.index(balanced.level) >= RUNGS.index(plain.level)
    # What the shortfall had met would have given: the claim earns no more than that.
    met = credit(2, case({"findings": {**findings, shortfall: "met"}}, []))
    assert RUNGS.index(balanced.level) <= RUNGS.index(met.level)
    if findings.get(shortfall) != "not_met":
        assert balanced.level == plain.level


def test_a_reason_without_a_full_stop_does_not_run_into_what_follows() -> None:
    one = case(APPLIED, [{**APPLIED["offset"], "reason": "Equal weight"}])
    (finding,) = [f for f in evaluate_case(one).evaluation.findings if f.code == "offset-applied"]
    assert ": Equal weight. OPM states" in finding.message
