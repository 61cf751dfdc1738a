"""Change the level of record, or the level sought, for a factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.chat.tools import ToolContext
    from core.model import Case

NAME = "record_level"
READ_ONLY = False


def run(context: ToolContext, *, level: str, sought: bool = False) -> Case:
    """Set the level of record of a factor, or the level the employee seeks for it.

    Args:
        context: The case to change.
        level: A factor level such as 2-5.
        sought: True to change what is sought and leave the level of record alone.

    Returns:
        The changed case.

    Raises:
        CaseError: when no case is open.
        LevelError: when the standard has no such level.
    """
    from assistant.cases.edits import require_case
    from core.standards.catalog import find_level, load_standard

    case = require_case(context)
    find_level(load_standard(case.standard, case.as_of), level)
    factor = level.rpartition("-")[0]
    if sought:
        return case.model_copy(update={"sought": {**case.sought, factor: level}})
    return case.model_copy(update={"levels": {**case.levels, factor: level}})
