"""Wrong supervisory requests, each with its error, its place and words of the sentence."""

from __future__ import annotations

from typing import Any

from core.errors import InputError
from tests.core_.supervisory.wrong.levels import LEVEL_ROWS
from tests.core_.supervisory.wrong.others import OTHER_ROWS
from tests.core_.supervisory.wrong.workload import BASE_ROWS

WRONG: list[tuple[str, Any, type[InputError], str, str]] = [*LEVEL_ROWS, *BASE_ROWS, *OTHER_ROWS]
