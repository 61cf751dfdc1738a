"""A level argued on its screen: what the case itself says stands beside what decisions say."""

from __future__ import annotations

from pathlib import Path

from assistant.cases.edits import load_case
from assistant.cases.shelf import Shelf
from assistant.settings import EXAMPLE_CASE
from core.model import Case, Fact
from tests.assistant_.tui.screens.test_works import on_the_case

_FINAL = "Her decisions are accepted as technically authoritative and are rarely changed."
_CHECKED = "Every draft is checked word for word by the supervisor before anything is sent out."


def _case(*facts: str) -> Case:
    """Return the example without levels sought, findings and facts but these of Factor 2."""
    stated = tuple(Fact(text=one, source="Interview (fictional)", factor=2) for one in facts)
    return load_case(EXAMPLE_CASE).model_copy(
        update={"sought": {"2": "2-5"}, "findings": (), "facts": stated}
    )


async def test_the_facts_of_the_case_stand_on_their_sides_and_one_is_accepted(
    tmp_path: Path,
) -> None:
    Shelf(tmp_path).new(_case(_FINAL, _CHECKED), name="own")
    async with on_the_case(tmp_path, "own", size=(160, 45)) as begun:
        await begun.press("ctrl+g", "4")
        await begun.sees("whether it bears the level is yours to judge")
        assert len(begun.list("argue-for").options) == 1
        assert len(begun.list("argue-against").options) == 1
        await begun.sees("Her decisions are accepted")
        await begun.press("a", "enter")
        await begun.sees("accepted")
        # A reading accepted twice is one piece of evidence.
        await begun.press("a", "enter")
    finding = load_case(Shelf(tmp_path).path("own")).findings[0]
    assert finding.answer == "met"
    assert [(one.text, one.source) for one in finding.evidence] == [
        (_FINAL, "Interview (fictional)")
    ]
