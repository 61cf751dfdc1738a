"""The rules on appeals: each has its place, reaches a reader, and is used only where it applies."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from core.appeals.advice import AppealAdvice, advise
from core.appeals.facts import parse_appeal
from core.appeals.remarks import FIRST_FACTS
from core.errors import AppError
from core.law.rules import all_rules, deciding, rule
from tests.core_.appeals.stated import GS, facts
from tests.core_.appeals.test_procedure_table import folded

ROOT = Path(__file__).resolve().parents[3]


# --- what holds always -------------------------------------------------------------------


@pytest.mark.parametrize("plan", ["WG", "WL", "WS", "NA", "NL", "NS"])
def test_no_duty_of_general_schedule_law_is_put_on_a_wage_job(plan: str) -> None:
    """Every rule used is subpart G's or one that holds for both, whatever is stated."""
    text = GS.replace('"GS"', f'"{plan}"') + (
        'as_of = 2025-06-30\ngrounds = ["another-position"]\n'
        "[agency_decision]\nsigned = 2025-03-01\nreceived = 2025-03-03\n"
        "[personnel_action]\neffective = 2025-03-23\nlost_grade_or_pay = true\n"
        "retained_grade_or_pay = false\nnotice_received = 2025-03-03\n"
        "[agency_appeal]\nfiled = 2025-03-28\ndecision_received = 2025-05-10\n"
        "[opm_appeal]\nfiled = 2025-05-20\nletter = 2025-06-01\n"
        "[opm_decision]\nissued = 2025-06-20\nlowers_grade = true\n"
    )
    advice = advise(parse_appeal(text))
    assert advice.notice == ()
    general = re.compile(r"5 CFR 511\.(?!603\(a\)\(2\)|612 \(consistency)")
    used = [r.code for r in advice.sources if general.search(r.regulation)]
    assert used == ["contents-reasons"]


def test_what_else_applies_follows_the_procedure() -> None:
    assert [remark.code for remark in advise(facts()).also] == [
        "appeal-promptly",
        "other-rights",
        "record-open",
        "cancellation",
        "furnish-facts",
    ]
    decided = advise(facts("[opm_decision]\nissued = 2014-08-20\nduties_changed_since = true\n"))
    assert "suspension" in [remark.code for remark in decided.also]
    wage = parse_appeal(GS.replace('"GS"', '"WL"'))
    assert all(remark.code.startswith("fws-") for remark in advise(wage).also)


def test_every_rule_can_reach_a_reader() -> None:
    """A rule that no module names would be kept up for nothing."""
    homes = ("core/**/*.py", "assistant/chat/topics/**/*.py")
    modules = sorted(path for home in homes for path in ROOT.glob(home))
    text = "\n".join(path.read_text(encoding="utf-8") for path in modules)
    built = {f"contents-{name}" for name in ("current", "requested")}
    unused = [code for code in all_rules() if f'"{code}"' not in text and code not in built]
    assert unused == []


def test_the_same_facts_give_the_same_bytes_in_whatever_order_they_are_written() -> None:
    first = 'disputed = ["grade"]\npay_plan = "GS"\ntitle = "x"\n[position]\n'
    second = 'title = "x"\npay_plan = "gs"\ndisputed = ["grade"]\n'
    one, two = advise(parse_appeal(first)), advise(parse_appeal(second))
    assert one.model_dump_json() == two.model_dump_json()
    changed = advise(parse_appeal(second + "as_of = 2025-01-01\n"))
    assert changed.fingerprint != one.fingerprint


def test_the_advice_survives_json() -> None:
    advice = advise(facts("[opm_decision]\nissued = 2014-08-20\nlowers_grade = true\n"))
    assert AppealAdvice.model_validate_json(advice.model_dump_json()) == advice


def test_an_unverified_rule_cannot_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    doubtful = rule("time").model_copy(update={"code": "doubtful", "verified": "U"})
    monkeypatch.setattr("core.law.rules.all_rules", lambda: {"doubtful": doubtful})
    with pytest.raises(AppError, match="not verified"):
        deciding("doubtful")


def test_every_rule_has_its_place_and_every_code_in_the_program_is_a_rule() -> None:
    rules = all_rules()
    for found in rules.values():
        assert found.citation.page
        assert found.text.endswith(".")
        assert bool(found.count) == bool(found.unit), found.code
        assert found.verified == "U" or found.citation.section or found.citation.page != ""
    for path in ROOT.glob("core/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("deciding", "rule")
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                assert node.args[0].value in rules, f"{path.name}: {node.args[0].value}"


def test_the_short_form_keeps_its_order_and_its_sources() -> None:
    assert [found.code for found in FIRST_FACTS] == [
        "odds",
        "risk",
        "forum",
        "time",
        "position-description",
        "contents",
    ]
    assert rule("comparison").citation.page == "60"
    assert rule("consistency-route").citation.page == "Background and general issues"


# --- against the printed pages -----------------------------------------------------------


PLACE = re.compile(r"(Introduction|Classifier's Handbook)\b.* p\. (\d+)")


def printed_pages(path: Path) -> dict[str, str]:
    """Return the text of each page by its printed number, on one line."""
    import pypdfium2

    pages: dict[str, str] = {}
    for page in pypdfium2.PdfDocument(path):
        text = " ".join(page.get_textpage().get_text_range().split())
        text = re.sub("[\u2010-\u2015\u2212]", "-", text)
        numbers = re.findall(r"Office of Personnel Management (\d{1,2})(?!\d)", text)
        pages[numbers[-1]] = text
    return pages


@pytest.mark.corpus
def test_each_rule_stands_on_the_page_it_names(corpus: Path) -> None:
    folder = corpus / "standards"
    pages = {
        "Introduction": printed_pages(folder / "introduction-to-position-classification.pdf"),
        "Classifier's Handbook": printed_pages(folder / "classifier-handbook.pdf"),
    }
    for found in all_rules().values():
        for one in found.bears:
            if placed := PLACE.fullmatch(one.place):
                document, page = placed.groups()
                assert folded(one.words) in folded(pages[document][page]), (found.code, one.place)


@pytest.mark.corpus
def test_the_numbers_of_the_real_decision_stand_in_it(corpus: Path) -> None:
    text = (corpus / "decisions" / "C-0080-11-02.txt").read_text(encoding="utf-8")
    assert "beginning of the sixth pay period after the date of this decision" in text
    assert rule("certificate-later").count == 6
    assert "within 30 days from the effective date of the personnel action" in text
    assert rule("compliance-days").count == 30
    assert "08/20/2014" in text
