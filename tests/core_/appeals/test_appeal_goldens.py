"""Appeals worked by hand from the printed rules, as files that a person can read and correct."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from core.appeals.advice import AppealAdvice, advise
from core.appeals.facts import AppealFacts
from core.errors import CaseError
from core.law.rules import all_rules
from core.reading import build

GOLDENS = Path(__file__).resolve().parents[2] / "golden" / "appeals"
FILES = sorted(GOLDENS.glob("*.toml"))


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def answer(path: Path) -> AppealAdvice:
    facts = build(AppealFacts, read(path)["facts"], where=path.name, error=CaseError)
    return advise(facts)


def found(advice: AppealAdvice) -> dict[str, Any]:
    """The advice in the words of the golden files."""
    dates, kept = advice.effective_dates, advice.retention
    ways = [(way.open, f"{way.order} {way.forum}") for way in advice.forums]
    return {
        "verdicts": {ruling.issue: ruling.verdict for ruling in advice.issues},
        "grounds": {ruling.ground: ruling.counts for ruling in advice.grounds},
        "ways": [text for is_open, text in ways if is_open],
        "closed": [text for is_open, text in ways if not is_open],
        "last_days": {limit.code: limit.last_day for limit in advice.time_limits},
        "states": {limit.code: limit.state for limit in advice.time_limits},
        "days_left": {limit.code: limit.days_left for limit in advice.time_limits},
        "other_days": {limit.code: limit.other_day for limit in advice.time_limits},
        "extended_by": {limit.code: limit.extension for limit in advice.time_limits},
        "notice": {check.name: check.holds for check in advice.notice},
        "done_first": {check.name: check.holds for check in advice.do_first},
        "retroactive": advice.retroactive and advice.retroactive.verdict,
        "not_before": dates and dates.not_before,
        "latest": dates and dates.latest,
        "usual_latest": dates and dates.usual_latest,
        "between": dates and list(dates.between or ()),
        "timely": dates and dates.timely,
        "report_due": dates and dates.report_due,
        "report_latest": dates and dates.report_latest,
        "retention": kept and kept.entitlement,
        "retention_from": kept.begins if kept else dates and dates.retention_from,
        "retention_through": kept.through if kept else dates and dates.retention_through,
        "ended": kept and kept.ended,
        "pay_kept": kept and (kept.then.cause if kept.then else "no"),
        "pay_kept_from": kept and kept.then and kept.then.begins,
        "reasonable_offer": kept and kept.offer and kept.offer.reasonable,
        "also": [remark.code for remark in advice.also],
        "representative": advice.representative and advice.representative.verdict,
        "contents": {item.code: item.state for item in advice.contents},
        "risks": [risk.code for risk in advice.risks],
        "others": [other.code for other in advice.others],
        "verify": [rule.code for rule in advice.verify],
        "ask": [question.field for question in advice.questions],
    }


PARTIAL = ("last_days", "states", "days_left", "other_days", "extended_by", "notice", "contents")
AMONG = ("ask", "also")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_answer_is_the_one_worked_by_hand(path: Path) -> None:
    expected = read(path)["expect"]
    given = found(answer(path))
    assert expected, "a golden without an expectation proves nothing"
    for name in expected.pop("no_day", []):
        assert given[name] is None, f"{name} was made up"
    for name in AMONG:
        assert set(expected.pop(name, [])) <= set(given[name]), given[name]
    absent = expected.pop("not_limits", [])
    assert not set(absent) & set(given["states"])
    for key, value in expected.items():
        if key in PARTIAL:
            assert {name: given[key].get(name) for name in value} == value, key
        else:
            assert given[key] == value, key


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_answer_names_verified_rules_and_their_pages(path: Path) -> None:
    advice = answer(path)
    assert advice.sources
    for rule in advice.sources:
        assert rule.verified != "U", f"{rule.code} decided something without being verified"
        assert rule.citation.document
        assert rule.citation.edition
        assert rule.citation.page
    assert all(rule.verified == "U" for rule in advice.verify)
    printed = {rule.citation for rule in all_rules().values()}
    assert all(step.citation in printed for step in advice.derivation)
    assert [step.step for step in advice.derivation] == list(range(1, len(advice.derivation) + 1))


def test_no_golden_says_nothing_of_why() -> None:
    for path in FILES:
        data = read(path)
        assert set(data) == {"name", "why", "facts", "expect"}, path.name
        assert data["why"].strip(), path.name
