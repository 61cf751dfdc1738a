"""What a person states of an appeal: what bad input says, and that every field is documented."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from core.appeals.advice import advise
from core.appeals.facts import AppealFacts, parse_appeal
from core.appeals.retention import RetentionFacts
from core.errors import CaseError
from core.model import Frozen
from tests.core_.appeals.stated import GS

ROOT = Path(__file__).resolve().parents[3]


# --- input -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "field", "remedy"),
    [
        ("", "", "Fill it in"),
        ('title = "x"\npay_plan = "GS"\n', "disputed", "Add"),
        ('title = " "\npay_plan = "GS"\ndisputed = ["grade"]\n', "title", "Write it"),
        ('title = "x"\npay_plan = "QQ"\ndisputed = ["grade"]\n', "pay_plan", "Write one of"),
        ('title = "x"\npay_plan = "GS"\ndisputed = []\n', "", "disputed = "),
        ('title = "x"\npay_plan = "GS"\ndisputed = ["grad"]\n', "disputed[1]", '"grade"'),
        (GS + 'grounds = ["my-neighbor"]\n', "grounds[1]", '"another-position"'),
        (GS + 'grounds = ["standards", "standards"]\n', "", "Keep one of the two"),
        (GS + "grade = 11.5\n", "grade", "Write a whole number"),
        (GS + "[opm_decision]\nissued = 2014-02-30\n", "issued", "year, month and day"),
        (GS + '[opm_decision]\nissued = "20 August"\n', "opm_decision.issued", "2014-08-20"),
        (GS + "[opm_decision]\nissued = 1014-08-20\n", "opm_decision.issued", "year"),
        (GS + "[opm_decision]\nissued = 2014-08-20T09:00:00\n", "opm_decision.issued", "day"),
        (GS + "[opm_decision]\nissue = 2014-08-20\n", "opm_decision.issue", '"issued"'),
        (
            GS + "[opm_decision]\nissued = 2014-08-20\nstated_pay_period = 0\n",
            "opm_decision.stated_pay_period",
            "at least 1",
        ),
        (
            GS + "[opm_decision]\nissued = 2014-08-20\nstated_date = 2014-08-19\n",
            "opm_decision",
            "Correct one of the two dates",
        ),
        (
            GS + "[agency_appeal]\nreceived = 2025-01-05\ndecision_received = 2025-01-04\n",
            "",
            "agency_appeal.received (2025-01-05)",
        ),
        (
            GS + "as_of = 2025-01-01\n[opm_appeal]\nfiled = 2025-01-02\n",
            "",
            "opm_appeal.filed (2025-01-02) lies after as_of",
        ),
        (
            GS + "[position]\npromotion_from = 2025-01-02\npromotion_to = 2025-01-01\n",
            "position",
            "promotion_to (2025-01-01)",
        ),
        (GS + "[pay_periods]\n", "pay_periods", "first day of any pay period"),
        (
            GS + '[pay_periods]\nfirst_day = 2025-01-12\ncalendar = "most-agencies"\n',
            "pay_periods",
            "either first_day or calendar",
        ),
        (GS + '[pay_periods]\ncalendar = "nfc"\n', "pay_periods", "most-agencies"),
        (GS + '[retention]\ncause = "luck"\n', "retention.cause", '"reclassification"'),
        (
            GS + '[retention]\ncause = "reclassification"\naction_effective = 2025-01-01\n'
            "position_at_grade_since = 2025-02-01\n",
            "retention",
            "position_at_grade_since (2025-02-01)",
        ),
        ("title = 'x'\n[[[", "", "not valid TOML"),
    ],
)
def test_a_mistake_is_one_sentence_with_field_and_remedy(
    text: str, field: str, remedy: str
) -> None:
    with pytest.raises(CaseError) as caught:
        parse_appeal(text, where="appeal.toml")
    said = caught.value.sentence()
    assert caught.value.exit_code == 2
    assert said.startswith("appeal.toml")
    assert field in caught.value.where
    assert remedy in said
    assert "\n" not in said


def test_a_key_given_twice_in_json_is_refused() -> None:
    with pytest.raises(CaseError, match="given twice"):
        parse_appeal('{"title": "x", "title": "y"}', fmt="json")


def test_hostile_words_do_not_reach_the_terminal() -> None:
    with pytest.raises(CaseError) as caught:
        parse_appeal(GS + 'appellant = "\\u001b[31mred"\n')
    assert "\x1b" not in caught.value.sentence()


def test_json_and_toml_mean_the_same() -> None:
    text = GS + "[opm_decision]\nissued = 2014-08-20\nlowers_grade = true\n"
    data = {
        "title": "A fictional position",
        "pay_plan": "gs",
        "disputed": ["grade"],
        "opm_decision": {"lowers_grade": True, "issued": "2014-08-20"},
    }
    assert parse_appeal(text) == parse_appeal(json.dumps(data), fmt="json")


# --- the page that says what to state ----------------------------------------------------


def test_the_documented_example_gives_the_documented_day() -> None:
    text = (ROOT / "docs" / "appeals.md").read_text(encoding="utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    dates = advise(parse_appeal(example)).effective_dates
    assert dates is not None
    assert dates.latest == date(2014, 11, 2)


def test_every_field_is_documented() -> None:
    text = (ROOT / "docs" / "appeals.md").read_text(encoding="utf-8")
    models: list[type[Frozen]] = [AppealFacts, RetentionFacts]
    for field in AppealFacts.model_fields.values():
        models += [
            part
            for part in (field.annotation, *get_args(field.annotation))
            if isinstance(part, type) and issubclass(part, Frozen)
        ]
    assert len(models) > 9
    missing = {
        name for model in models for name in model.model_fields if f"`{name}`" not in text
    } - set(AppealFacts.model_fields)
    assert missing == set()
