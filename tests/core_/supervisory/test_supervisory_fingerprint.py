"""What the fingerprint of a supervisor's evaluation covers, by its definition."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from core import VERSION
from core.supervisory import load_guide, score_supervisory

LEVELS = {"1": "1-2", "3": "3-2", "4A": "4A-2", "4B": "4B-2", "6": "6-3"}
REQUEST: dict[str, Any] = {
    "standard": "gssg",
    "levels": LEVELS,
    "situations": [5, 1],
    "workload": [
        {"grade": 9, "hours": 3000, "full_performance_grade": 11},
        {"grade": 12, "hours": 500.5},
        {"grade": 5, "hours": 100, "excluded": "support"},
    ],
    "coverage": {"percent": 60.5, "technical": True, "administrative": True},
    "reporting": [{"grade": "GS-14"}, {"grade": "SES"}],
    "nonsupervisory": {"grade": 12, "percent": 30},
}


def test_all_that_is_stated_enters_it_in_one_order() -> None:
    table = load_guide().table
    inputs = {
        "levels": LEVELS,
        "situations": [1, 5],
        "workload": [
            "hours",
            sorted(
                [
                    [9, 11, None, "3000", ""],
                    [12, None, None, "1001/2", ""],
                    [5, None, None, "100", "support"],
                ],
                key=repr,
            ),
        ],
        "coverage": ["121/2", True, True, None, []],
        "reporting": [[14, "chief", True, False], ["SES", "chief", True, False]],
        "nonsupervisory": [12, "30"],
    }
    everything = {
        "as_of": None,
        "content": table.content,
        "edition": table.edition_id,
        "inputs": inputs,
        "program": VERSION,
        "standard": "gssg",
    }
    text = json.dumps(everything, sort_keys=True, separators=(",", ":"))
    expected = hashlib.sha256(text.encode()).hexdigest()
    assert score_supervisory(REQUEST)["fingerprint"] == expected
    shuffled = {
        **dict(reversed(list(REQUEST.items()))),
        "levels": dict(reversed(list(LEVELS.items()))),
        "situations": [1, 5],
        "workload": list(reversed(REQUEST["workload"])),
    }
    assert score_supervisory(shuffled)["fingerprint"] == expected


@pytest.mark.parametrize(
    "change",
    [
        {"workload": [{"grade": 9, "hours": 3001}]},
        {"coverage": {"percent": 61, "technical": True, "administrative": True}},
        {"reporting": [{"grade": "GS-15"}, {"grade": "SES"}]},
        {"nonsupervisory": {"grade": 12, "percent": 31}},
        {"situations": [1, 6]},
    ],
)
def test_what_is_stated_otherwise_changes_it(change: dict[str, Any]) -> None:
    before = score_supervisory(REQUEST)["fingerprint"]
    assert score_supervisory({**REQUEST, **change})["fingerprint"] != before


def test_a_total_checked_against_the_levels_does_not_enter_it() -> None:
    total = score_supervisory(REQUEST)["total"]
    stated = score_supervisory({**REQUEST, "total": total})
    assert stated["fingerprint"] == score_supervisory(REQUEST)["fingerprint"]
