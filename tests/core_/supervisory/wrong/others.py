"""Requests wrong in the deputy, coverage, chain or authorities, with what is said of each."""

from __future__ import annotations

from typing import Any

from core.errors import CaseError, InputError, LevelError
from tests.core_.supervisory.right import LEVELS, with_

TEN = list(range(1, 11))

OTHER_ROWS: list[tuple[str, Any, type[InputError], str, str]] = [
    # name, request, error, place, words of the sentence
    ("a deputy to nobody known", with_(deputy="the boss"), CaseError, "deputy", "the boss"),
    (
        "a deputy with two chiefs",
        with_(deputy={"chief": "GS-14", "to": "GS-13"}),
        CaseError,
        "deputy.to",
        "given twice",
    ),
    (
        "a deputy full of something",
        with_(deputy={"full": "half"}),
        CaseError,
        "deputy.full",
        "true or false",
    ),
    ("coverage as a flag", with_(coverage=True), CaseError, "coverage", "an object is needed"),
    (
        "more than all the time",
        with_(coverage={"percent": 120}),
        CaseError,
        "coverage.percent",
        "not a percentage",
    ),
    (
        "an exclusion nobody knows",
        with_(coverage={"exclusions": ["noise"]}),
        CaseError,
        "coverage.exclusions[1]",
        "trades",
    ),
    (
        "two shares above 100",
        with_(coverage={"percent": 70}, nonsupervisory={"grade": 12, "percent": 40}),
        CaseError,
        "nonsupervisory.percent",
        "110 percent",
    ),
    (
        "other work without its share",
        with_(nonsupervisory={"grade": 12}),
        CaseError,
        "nonsupervisory.percent",
        "is missing",
    ),
    (
        "other work without its grade",
        with_(nonsupervisory={"percent": 40}),
        CaseError,
        "nonsupervisory.grade",
        "is missing",
    ),
    (
        "a chain that reaches no executive",
        with_(reporting=[{"grade": "GS-14"}]),
        CaseError,
        "reporting",
        "does not reach the first executive",
    ),
    (
        "a chain that ends with a deputy",
        with_(reporting=[{"grade": "GS-15", "role": "deputy"}]),
        CaseError,
        "reporting[1]",
        "whose chief is not named",
    ),
    (
        "a chain that ends with a full assistant",
        with_(reporting=[{"grade": "GS-14"}, {"grade": "GS-15", "role": "full-assistant"}]),
        CaseError,
        "reporting[2]",
        "whose chief is not named",
    ),
    (
        "a chain nobody appraises in",
        with_(reporting=[{"grade": "SES", "appraises": False}]),
        CaseError,
        "reporting",
        "appraises",
    ),
    (
        "a chain with an unknown role",
        with_(reporting=[{"grade": "SES", "role": "boss"}]),
        CaseError,
        "reporting[1].role",
        "partial-assistant",
    ),
    (
        "a chain the level contradicts",
        with_(reporting=[{"grade": "SES"}]),
        LevelError,
        "levels.2",
        "leads to Level 2-3 (p. 14)",
    ),
    (
        "a chain with a rank nobody knows",
        with_(reporting=[{"grade": "captain"}]),
        CaseError,
        "reporting[1].grade",
        "SES",
    ),
    (
        "authorities the level contradicts",
        with_(authorities={"3-3a": True}),
        LevelError,
        "levels.3",
        "Level 3-3 (p. 16)",
    ),
    (
        "authorities nobody has judged",
        with_(
            levels={k: v for k, v in LEVELS.items() if k != "3"},
            authorities={"3-2c": TEN[:9], "3-3b": TEN},
        ),
        LevelError,
        "authorities.nearly_all",
        "9 of the 10",
    ),
    (
        "an authority beyond the list",
        with_(authorities={"3-2c": [11]}),
        CaseError,
        "authorities.3-2c",
        "from 1 to 10",
    ),
    (
        "an authority twice",
        with_(authorities={"3-3b": [1, 1]}),
        CaseError,
        "authorities.3-3b",
        "given twice",
    ),
    (
        "a list judged that has no number to judge",
        with_(authorities={"nearly_all": ["3-2c"]}),
        CaseError,
        "authorities.nearly_all[1]",
        "3-3b",
    ),
    (
        "a paragraph nobody knows",
        with_(authorities={"3-4c": True}),
        CaseError,
        "authorities.3-4c",
        "3-4c",
    ),
]
