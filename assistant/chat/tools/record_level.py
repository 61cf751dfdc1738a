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
    from core.fes.opened import open_case
    from core.standards.reading import find_level

    case = require_case(context)
    factor = level.rpartition("-")[0]
    field = "sought" if sought else "levels"
    changed = case.model_copy(update={field: {**getattr(case, field), factor: level}})
    # A factor the case extends may take a level its standard does not describe.
    extended = any(str(one.factor) == factor for one in case.extensions)
    find_level(open_case(changed if extended else case).standard, level)
    return changed
