"""The rules on mixed positions stand on the pages cited, and the page on them names every field."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from core.law.rules import mixed_rules
from core.mixed.inputs import (
    Circumstance,
    Considerations,
    Decision,
    Impact,
    Interdisciplinary,
    MixedRequest,
    Work,
)

# --- the printed rules -------------------------------------------------------------------


_FILES = {
    "Introduction": "introduction-to-position-classification.pdf",
    "The Classifier": "classifier-handbook.pdf",
    "Position Classification Flysheet": "gs0301-misc-admin-program.pdf",
}

_WORDS = {
    "title-prescribed": "Only the prescribed title may be used on official documents",
    "title-agency": "Agencies may designate the official title of positions",
    "title-supervisory": "supplemented with the word Supervisory as a prefix or Supervisor",
    "evaluate-apart": "separately evaluated",
    "paramount": "paramount in the position",
    "never-counts": "temporary or short-term",
    "absence": "in the absence of another employee",
    "close-supervision": "Closer than normal review",
    "training": "Trainee Duties",
    "temporary": "One-time only or temporary duties",
    "majority": "majority of time",
    "quarter": "25 percent of the employee's time",
    "quarter-handbook": "at least 25% of the time",
    "supervisory-alike": "equally to supervisory and nonsupervisory",
    "inefficient": "not efficient or cost-effective",
    "agreement": "as much agreement as possible",
    "one-series": "one occupational series",
    "grade-controlling-series": "the grade-controlling work determines the series",
    "general-series": "typically the -01 series",
    "several-groups": "Consider these factors together",
    "several-groups-introduction": "sources of recruitment and line of progression",
    "paramount-qualifications": "paramount qualifications required",
    "equal-qualifications": "satisfactory recruiting base",
    "gs0301-administrative": "two-grade interval nature",
    "gs0301-elsewhere": "not classifiable in any other series",
    "gs0301-recruiting": "adequate avenue of recruitment",
    "gs0301-best-fit": "final recourse",
    "gs0301-professional": "professional qualifications",
    "gs0301-services": "GS-0341",
    "gs0301-clerical": "GS-0303",
    "impact": "unique capabilities",
    "impact-different": "materially different",
    "impact-conditions": "management recognizes and endorses",
    "impact-reverts": "revert to its original classification",
    "interdisciplinary": "more than one professional occupation",
    "interdisciplinary-not": "special licensing",
    "interdisciplinary-final": "qualifications of the person selected",
    "interdisciplinary-engineering": "major academic branches of engineering",
    "interdisciplinary-professional": "neither needed nor appropriate for administrative",
    "interdisciplinary-predominant": "does not want to limit recruitment",
    "interdisciplinary-compatible": "logically compatible",
}


@pytest.fixture(scope="module")
def pages(corpus: Path) -> dict[str, list[str]]:
    import pypdfium2

    found = {}
    for name, file in _FILES.items():
        pdf = pypdfium2.PdfDocument(corpus / "standards" / file)
        found[name] = [
            re.sub(r"\s+", " ", page.get_textpage().get_text_range()).replace("’", "'")
            for page in pdf
        ]
    return found


@pytest.mark.corpus
@pytest.mark.parametrize("code", [code for code in mixed_rules() if code != "gs0301-kinds"])
def test_every_rule_stands_on_the_page_cited(code: str, pages: dict[str, list[str]]) -> None:
    rule = mixed_rules()[code]
    (texts,) = [t for name, t in pages.items() if rule.citation.document.startswith(name)]
    numbers = [int(page) for page in rule.citation.page.split("-")]
    # In these three documents the printed page is the page of the file.
    printed = " ".join(texts[number - 1] for number in range(numbers[0], numbers[-1] + 1))
    assert _WORDS[code] in printed
    if rule.count is not None:
        assert str(rule.count) in printed


@pytest.mark.corpus
def test_the_reading_of_gs_0301_stands_in_the_decision(corpus: Path) -> None:
    text = (corpus / "decisions" / "C-0080-11-02.txt").read_text("utf-8")
    rule = mixed_rules()["gs0301-kinds"]
    start = text.index(f"\n{rule.citation.page}\n")
    end = text.index("\nSeries, title, and standard determination\n")
    assert "more than one functional specialty" in text[start:end]
    assert "dictates both series and grade" in text[start:end]


# --- the page that says what to state ----------------------------------------------------


def test_every_field_of_a_mixed_position_is_documented() -> None:
    root = Path(__file__).resolve().parents[3]
    text = (root / "docs" / "mixed-positions.md").read_text(encoding="utf-8")
    models = (MixedRequest, Work, Considerations, Decision, Impact, Interdisciplinary)
    for model in models:
        for name in model.model_fields:
            documented = f"`{name}`" in text or f"[{name}]" in text
            assert documented, f"{model.__name__}.{name}"
    for word in get_args(Circumstance):
        assert word in text
