"""Placing a position in a band: what decides, what stays open, and what bad input says."""

from __future__ import annotations

import re

import pytest

from core.bands.directive import load_directive, parse_directive
from core.bands.evaluation import convert, parse_band_case, place
from core.errors import CaseError, StandardError
from tests.core_.bands.example import EXAMPLE, FILE, FULL, case

# --- placing -----------------------------------------------------------------------------


def test_nothing_is_placed_in_a_band_the_directive_does_not_define() -> None:
    text = FILE
    for key in ("reliance", "standing", "record"):
        start = text.index(f'[[clusters.bands.definition]]\nkey = "{key}"')
        end = text.index("\n[[", start + 5)
        text = text[:start] + text[end + 1 :]
    directive = parse_directive(text)
    placed = place(case("supervises = false\nsenior_experts_now = 0\n" + FULL), directive)
    assert placed.status == "undetermined"
    assert "band-not-defined" in {gap.code for gap in placed.gaps}
    reasons = next(ruling.reasons for ruling in placed.rulings if ruling.band == "expert")
    assert any("does not define" in reason for reason in reasons)


def test_two_definitions_met_without_an_order_are_not_settled_by_the_program() -> None:
    text = re.sub(r"rank = [0-9]\n", "", FILE).replace('order_page = "4"\n', "")
    entry = FULL.replace("full.range", "entry.tasks").replace("full.command", "entry.learning")
    entry = entry.replace("full.trained", "entry.background")
    not_expert = '[[findings]]\ncharacteristic = "expert.reliance"\nanswer = "not_met"\n'
    asked = case("supervises = false\nsenior_experts_now = 0\n" + FULL + entry + not_expert)
    assert place(asked, parse_directive(text)).status == "undetermined"
    ordered = place(asked)
    assert (ordered.status, ordered.band) == ("placed", "full")
    assert "order" in {step.rule for step in ordered.derivation}


def test_the_series_finds_the_cluster() -> None:
    text = f'title = "x"\ndirective = "{EXAMPLE}"\nseries = "9998"\nsupervises = false\n'
    assert place(parse_band_case(text)).cluster == "emergency-logistics"


def test_the_same_answers_in_another_order_give_the_same_bytes() -> None:
    blocks = FULL.split("[[findings]]")[1:]
    backwards = "".join(f"[[findings]]{block}" for block in reversed(blocks))
    assert place(case(FULL)).model_dump_json() == place(case(backwards)).model_dump_json()
    assert place(case(FULL)).fingerprint != place(case("supervises = true\n" + FULL)).fingerprint


def rulings(more: str) -> dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return {
        found.band: (found.verdict, found.reasons, found.deciding)
        for found in place(case(more)).rulings
    }


def test_each_ruling_gives_its_reason_and_what_decided_it() -> None:
    failed = '[[findings]]\ncharacteristic = "expert.record"\nanswer = "not_met"\n'
    found = rulings("supervises = false\nsenior_experts_now = 1\n" + FULL + failed)
    assert found["full"] == (
        "met",
        ("Every characteristic of the definition is met.",),
        ("full.range", "full.command", "full.trained"),
    )
    assert found["expert"] == (
        "not-met",
        ("The band holds 1 of at most 4.", "Not met: expert.record."),
        ("expert.record",),
    )
    assert found["entry"] == (
        "open",
        ("Not answered: entry.tasks, entry.learning, entry.background.",),
        (),
    )
    assert found["supervisor"] == ("not-met", ("The position does not supervise.",), ())
    unknown = rulings(FULL)
    assert unknown["full"][:2] == ("open", ("Whether the position supervises is not stated.",))
    assert unknown["supervisor"][0] == "open"


def test_nothing_is_said_of_an_order_where_one_definition_is_met() -> None:
    failed = '[[findings]]\ncharacteristic = "expert.record"\nanswer = "not_met"\n'
    placed = place(case("supervises = false\nsenior_experts_now = 1\n" + FULL + failed))
    assert (placed.name, placed.text) == (
        "Full Performance",
        "The position belongs in Full Performance.",
    )
    assert "order" not in {step.rule for step in placed.derivation}
    nothing = place(case("supervises = false\nsenior_experts_now = 1\n"))
    assert nothing.name == ""


# --- bad input ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "field", "remedy"),
    [
        ('payplan = "GS"\n', "payplan", '"pay_plan"'),
        ("grade = 11.0\n", "grade", "whole number"),
        ('supervises = "perhaps"\n', "supervises", "Write true or false"),
        ("senior_experts_now = -1\n", "senior_experts_now", "at least 0"),
        ('[[findings]]\ncharacteristic = "full.range"\nanswer = "yes"\n', "answer", '"met"'),
    ],
)
def test_a_mistake_in_a_case_is_one_sentence(more: str, field: str, remedy: str) -> None:
    with pytest.raises(CaseError) as caught:
        case(more)
    assert field in caught.value.where
    assert remedy in caught.value.sentence()


def test_what_the_directive_does_not_have_is_named_with_what_it_has() -> None:
    unknown = parse_band_case(f'title = "x"\ndirective = "{EXAMPLE}"\ncluster = "law"\n')
    with pytest.raises(CaseError, match="emergency-logistics"):
        place(unknown, where="band.toml")
    finding = '[[findings]]\ncharacteristic = "full.zeal"\nanswer = "met"\n'
    with pytest.raises(CaseError, match=r"findings\[1\]\.characteristic.*full\.range"):
        place(case(finding), where="band.toml")
    with pytest.raises(CaseError, match="no grade to convert"):
        convert(case())
    with pytest.raises(StandardError, match=EXAMPLE):
        load_directive("../../etc/passwd")
    with pytest.raises(StandardError, match="2006-05"):
        place(case("as_of = 2001-01-01\n"))
