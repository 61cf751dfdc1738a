"""Record a share of time for a duty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from assistant.chat.tools import ToolContext
    from core.model import Case

NAME = "record_time"
READ_ONLY = False


def run(
    context: ToolContext, *, duty: str, percent: float, by: Literal["employee", "supervisor"]
) -> Case:
    """Record what share of work time a duty takes, as one side estimates it.

    Both sides' figures are kept; neither replaces the other.

    Args:
        context: The case to change.
        duty: The duty's title or words from it; an unknown duty is added.
        percent: Percent of work time, 0 to 100.
        by: Whose estimate it is.

    Returns:
        The changed case.

    Raises:
        CaseError: when no case is open.
    """
    from assistant.cases.edits import require_case
    from core.model import Duty

    case = require_case(context)
    wanted = set(duty.lower().split())

    def overlap(known: Duty) -> int:
        return len(wanted & set(known.title.lower().split()))

    field = f"percent_{by}"
    best = max(case.duties, key=overlap, default=None)
    if best is not None and overlap(best) > 0:
        changed = tuple(
            d.model_copy(update={field: percent}) if d is best else d for d in case.duties
        )
    else:
        changed = (*case.duties, Duty(title=duty[:1].upper() + duty[1:], **{field: percent}))
    return case.model_copy(update={"duties": changed})
