"""Requests wrong in the base or the workload below it, with what is said of each."""

from __future__ import annotations

from typing import Any

from core.errors import CaseError, InputError, LevelError
from tests.core_.supervisory.right import OPEN, with_

BASE_ROWS: list[tuple[str, Any, type[InputError], str, str]] = [
    # name, request, error, place, words of the sentence
    # the base
    ("a base as a list", with_(base=[11]), CaseError, "base", "an object is needed"),
    ("a base without a grade", with_(base={"share": 30}), CaseError, "base.grade", "is missing"),
    ("a base above GS-15", with_(base="GS-16"), CaseError, "base", "GS-16"),
    ("a base of GS-0", with_(base=0), CaseError, "base", "0 is not"),
    ("a base in another pay plan", with_(base="WG-10"), CaseError, "base", "other pay plans"),
    (
        "an unknown method",
        with_(base={"grade": 11, "method": "heads"}),
        CaseError,
        "base.method",
        '"workload" or "supervisor-time"',
    ),
    (
        "a share above 100",
        with_(base={"grade": 11, "share": 101}),
        CaseError,
        "base.share",
        "not a percentage",
    ),
    (
        "a share below zero",
        with_(base={"grade": 11, "share": -1}),
        CaseError,
        "base.share",
        "not a percentage",
    ),
    (
        "a share that may be 1 percent or all",
        with_(base={"grade": 11, "share": 1}),
        CaseError,
        "base.share",
        "1 percent or all",
    ),
    (
        "a share as a text",
        with_(base={"grade": 11, "share": "30"}),
        CaseError,
        "base.share",
        "not a number",
    ),
    (
        "a share that is no number",
        with_(base={"grade": 11, "share": float("nan")}),
        CaseError,
        "base.share",
        "not a number",
    ),
    (
        "a share without end",
        with_(base={"grade": 11, "share": float("inf")}),
        CaseError,
        "base.share",
        "not a number",
    ),
    (
        "the supervisor's time at the first level",
        with_(base={"grade": 11, "method": "supervisor-time", "supervisor_level": 1}),
        CaseError,
        "base.method",
        "second and higher level",
    ),
    (
        "a supervisory level that is none",
        with_(base={"grade": 11, "supervisor_level": 0}),
        CaseError,
        "base.supervisor_level",
        "0 is not",
    ),
    (
        "alignment as a word",
        with_(base={"grade": 11, "alignment": "yes"}),
        CaseError,
        "base.alignment",
        "true or false",
    ),
    (
        "a base the level contradicts",
        with_(base={"grade": 12}),
        LevelError,
        "levels.5",
        "Level 5-7 (p. 23)",
    ),
    (
        "a base the workload contradicts",
        with_(levels=OPEN, base=12, workload=[{"grade": 11, "hours": 10}]),
        LevelError,
        "base.grade",
        "the workload makes it GS-11",
    ),
    (
        "a share the workload contradicts",
        with_(levels=OPEN, base={"grade": 11, "share": 60}, workload=[{"grade": 11, "hours": 10}]),
        LevelError,
        "base.share",
        "60 percent, but the workload makes it 100",
    ),
    (
        "a time base below the workload's",
        with_(
            levels=OPEN,
            base={"grade": 9, "method": "supervisor-time"},
            workload=[{"grade": 11, "hours": 10}],
        ),
        LevelError,
        "base.grade",
        "already makes it GS-11",
    ),
    # the workload
    ("an empty workload", with_(workload=[]), CaseError, "workload", "is empty"),
    ("a workload as an object", with_(workload={}), CaseError, "workload", "not a list"),
    ("a row that is none", with_(workload=[11]), CaseError, "workload[1]", "an object is needed"),
    (
        "a row counted in heads",
        with_(workload=[{"grade": 11, "positions": 3}]),
        CaseError,
        "workload[1]",
        "not heads",
    ),
    (
        "a row without hours",
        with_(workload=[{"grade": 11}]),
        CaseError,
        "workload[1].hours",
        "is missing",
    ),
    (
        "a row without a grade",
        with_(workload=[{"hours": 11}]),
        CaseError,
        "workload[1].grade",
        "is missing",
    ),
    (
        "a row at a grade of another pay plan",
        with_(workload=[{"grade": "WG-10", "hours": 1}]),
        CaseError,
        "workload[1].grade",
        "other pay plans",
    ),
    (
        "hours below zero",
        with_(workload=[{"grade": 11, "hours": -1}]),
        CaseError,
        "workload[1].hours",
        "below zero",
    ),
    (
        "hours as a text",
        with_(workload=[{"grade": 11, "hours": "many"}]),
        CaseError,
        "workload[1].hours",
        "not a number",
    ),
    (
        "hours beyond all measure",
        with_(workload=[{"grade": 11, "hours": 10**30}]),
        CaseError,
        "workload[1].hours",
        "not a number",
    ),
    (
        "hours and dollars in one row",
        with_(workload=[{"grade": 11, "hours": 1, "dollars": 1}]),
        CaseError,
        "workload[1].dollars",
        "both given",
    ),
    (
        "hours and dollars mixed",
        with_(workload=[{"grade": 11, "hours": 1}, {"grade": 9, "dollars": 1}]),
        CaseError,
        "workload[2].dollars",
        "mixed",
    ),
    (
        "full performance below the grade",
        with_(workload=[{"grade": 11, "full_performance_grade": 9, "hours": 1}]),
        CaseError,
        "workload[1].full_performance_grade",
        "GS-9 lies below",
    ),
    (
        "normal supervision above the grade",
        with_(workload=[{"grade": 11, "normal_supervision_grade": 12, "hours": 1}]),
        CaseError,
        "workload[1].normal_supervision_grade",
        "GS-12 lies above",
    ),
    (
        "two grades to count at",
        with_(
            workload=[
                {
                    "grade": 11,
                    "full_performance_grade": 12,
                    "normal_supervision_grade": 9,
                    "hours": 1,
                }
            ]
        ),
        CaseError,
        "workload[1].normal_supervision_grade",
        "at once",
    ),
    (
        "an exclusion that says no",
        with_(workload=[{"grade": 11, "hours": 1, "excluded": "no"}]),
        CaseError,
        "workload[1].excluded",
        "true, false or a reason",
    ),
    (
        "an exclusion that is a number",
        with_(workload=[{"grade": 11, "hours": 1, "excluded": 1}]),
        CaseError,
        "workload[1].excluded",
        "true, false or a reason",
    ),
    (
        "all work excluded",
        with_(levels=OPEN, base=None, workload=[{"grade": 11, "hours": 1, "excluded": True}]),
        LevelError,
        "workload",
        "no work is left",
    ),
]
