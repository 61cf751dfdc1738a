"""A right supervisory request, and ways to change it."""

from __future__ import annotations

from typing import Any

LEVELS = {"1": "1-2", "2": "2-2", "3": "3-2", "4A": "4A-2", "4B": "4B-2", "5": "5-6", "6": "6-4"}
GOOD: dict[str, Any] = {"standard": "gssg", "levels": LEVELS, "base": {"grade": "GS-11"}}
OPEN = {key: level for key, level in LEVELS.items() if key != "5"}


def with_(**changes: Any) -> dict[str, Any]:
    return {**GOOD, **changes}


def levels_(**changes: Any) -> dict[str, Any]:
    return with_(levels={**LEVELS, **changes})


def without(*keys: str) -> dict[str, Any]:
    return with_(levels={key: level for key, level in LEVELS.items() if key not in keys})
