"""Requests wrong in their levels, total, date or special situations, with what is said of each."""

from __future__ import annotations

from typing import Any

from core.errors import CaseError, InputError, LevelError, StandardError
from tests.core_.supervisory.right import LEVELS, OPEN, levels_, with_, without

LEVEL_ROWS: list[tuple[str, Any, type[InputError], str, str]] = [
    # name, request, error, place, words of the sentence
    ("not an object", [1], CaseError, "case.json", "an object is needed"),
    ("a key nobody knows", with_(situation=[1]), CaseError, "situation", '"situations"'),
    ("no standard", {"levels": LEVELS}, CaseError, "standard", "is missing"),
    ("another standard", with_(standard="fes-primary"), CaseError, "standard", "gssg"),
    ("levels as a text", with_(levels="1-2"), CaseError, "levels", "a text"),
    ("no levels at all", {"standard": "gssg"}, LevelError, "levels", "Factor 1"),
    ("a factor without a level", without("4A"), LevelError, "levels", "Factor 4A"),
    ("no level and no base", {"standard": "gssg", "levels": OPEN}, LevelError, "levels", "5"),
    ("Factor 4 undivided", levels_(**{"4": "4A-2"}), LevelError, "levels.4", "4A, 4B"),
    ("an unknown factor", levels_(**{"9": "9-1"}), LevelError, "levels.9", "not a factor"),
    (
        "a factor twice",
        levels_(**{"Factor 1": "1-2"}),
        LevelError,
        'levels."Factor 1"',
        "given twice",
    ),
    ("an unknown level", levels_(**{"1": "1-6"}), LevelError, "levels.1", "no Level 1-6"),
    ("a half level", levels_(**{"1": "1-2.5"}), LevelError, "levels.1", "between two levels"),
    ("another factor's level", levels_(**{"1": "2-1"}), LevelError, "levels.1", "Factor 2"),
    ("the other half of Factor 4", levels_(**{"4A": "4B-1"}), LevelError, "levels.4A", "4B"),
    ("Level 3-1", levels_(**{"3": "3-1"}), LevelError, "levels.3", "outside it (p. 3)"),
    ("a level as a number", levels_(**{"6": 4}), LevelError, "levels.6", "a level is a text"),
    ("a level of null", levels_(**{"6": None}), LevelError, "levels.6", "null"),
    (
        "scope without effect",
        levels_(**{"1": {"scope": "1-3"}}),
        CaseError,
        "levels.1.effect",
        "is missing",
    ),
    (
        "scope at no level",
        levels_(**{"1": {"scope": "1-9", "effect": "1-2"}}),
        LevelError,
        "levels.1.scope",
        "no Level 1-9",
    ),
    (
        "scope misspelt",
        levels_(**{"1": {"scop": "1-3", "effect": "1-2"}}),
        CaseError,
        "levels.1.scop",
        '"scope"',
    ),
    ("an entry of null", with_(levels=[None]), CaseError, "levels[1]", "null is given"),
    ("an entry that is no object", with_(levels=["1-2"]), CaseError, "levels[1]", "an object"),
    (
        "an entry without a factor",
        with_(levels=[{"level": "1-2"}]),
        CaseError,
        "levels[1].factor",
        "is missing",
    ),
    (
        "an entry without a level",
        with_(levels=[{"factor": 1}]),
        CaseError,
        "levels[1].level",
        "is missing",
    ),
    (
        "a factor that is no number",
        with_(levels=[{"factor": True, "level": "1-2"}]),
        LevelError,
        "levels[1].factor",
        "not a factor",
    ),
    (
        "a factor twice in a list",
        with_(levels=[{"factor": "4a", "level": "4A-1"}, {"factor": "4A", "level": "4A-2"}]),
        LevelError,
        "levels[2]",
        "Factor 4A is given twice",
    ),
    (
        "points that are not the level's",
        with_(
            levels=[
                {"factor": key, "level": level, **({"points": 545} if key == "1" else {})}
                for key, level in LEVELS.items()
            ]
        ),
        LevelError,
        "levels[1].points",
        "350 points (p. 10), not 545",
    ),
    ("a total that is not the sum", with_(total=3100), LevelError, "total", "add up to 3095"),
    ("a total that is a text", with_(total="3095"), LevelError, "total", "3095"),
    (
        "a bare total nothing adds up to",
        {"standard": "gssg", "total": 3096},
        LevelError,
        "total",
        "no set of levels",
    ),
    (
        "a bare total between two ranges",
        {"standard": "gssg", "total": 2352},
        LevelError,
        "total",
        "GS-10, 2,105 to 2,350, and GS-11, 2,355 to 2,750 (p. 29)",
    ),
    (
        "a bare total below the chart",
        {"standard": "gssg", "total": 850},
        LevelError,
        "total",
        "begins at 855 (p. 29)",
    ),
    (
        "a bare total of the wrong kind",
        {"standard": "gssg", "total": 3095.5},
        LevelError,
        "total",
        "whole number",
    ),
    (
        "a bare total with situations",
        {"standard": "gssg", "total": 3095, "situations": [1]},
        LevelError,
        "situations",
        "already counts them",
    ),
    (
        "a bare total its base cannot reach",
        {"standard": "gssg", "total": 1165, "base": {"grade": "GS-12"}},
        LevelError,
        "total",
        "5-7",
    ),
    ("a date that is none", with_(as_of="2014-13-01"), CaseError, "as_of", "not a date"),
    ("a date as a number", with_(as_of=2014), CaseError, "as_of", "not a date"),
    (
        "a date before the guide",
        with_(as_of="1993-05-01"),
        StandardError,
        "as_of",
        "1998-04",
    ),
    # special situations
    ("situations as a number", with_(situations=3), CaseError, "situations", "not a list"),
    ("situation 9", with_(situations=[1, 9]), CaseError, "situations[2]", "from 1 to 8"),
    ("situation 0", with_(situations=[0]), CaseError, "situations[1]", "not one of"),
    ("a situation nobody knows", with_(situations=["Noise"]), CaseError, "situations[1]", "Noise"),
    ("a situation as a flag", with_(situations=[True]), CaseError, "situations[1]", "true"),
    ("half a situation", with_(situations=[2.5]), CaseError, "situations[1]", "2.5"),
    (
        "a situation twice",
        with_(situations=[2, "Shift Operations"]),
        CaseError,
        "situations[2]",
        "situation 2",
    ),
]
