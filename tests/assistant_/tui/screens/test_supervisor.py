"""A supervisor's description on its own screen: graded by the supervisory guide, not nine factors.

The position description is fictional.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste

from assistant.cases.shelf import Shelf
from assistant.cases.supervisors import open_supervisor
from assistant.tui.screens.supervisor.trial import SupervisorTrial
from core.errors import CaseError
from tests.assistant_.tui.test_journeys import PATIENCE, at_work

CASE = Path(__file__).parents[2] / "papers" / "cases" / "supervisor.toml"
DESCRIPTION = """POSITION DESCRIPTION (fictional)
Position title: Supervisory Budget Analyst
Pay plan, series, grade: GS-0560-13

MAJOR DUTIES
1. Supervises eight GS-11 budget analysts and two GS-7 assistants and rates them. 70%
2. Prepares the region's budget submission and defends it before the region's managers. 30%

FACTOR 1 - PROGRAM SCOPE AND EFFECT
The branch furnishes budget services to the program offices of one region.
FACTOR 2 - ORGANIZATIONAL SETTING
Reports to the regional director, whose own supervisor is in the Senior Executive Service.
FACTOR 3 - SUPERVISORY AND MANAGERIAL AUTHORITY EXERCISED
Plans the work, assigns it, rates performance and recommends candidates.
FACTOR 4 - PERSONAL CONTACTS
Subfactor 4A - Nature of Contacts
Managers of program offices in the region and budget staff of headquarters.
Subfactor 4B - Purpose of Contacts
To plan and coordinate submissions and settle differences of opinion.
FACTOR 5 - DIFFICULTY OF TYPICAL WORK DIRECTED
Most of the work is done by the GS-11 analysts.
FACTOR 6 - OTHER CONDITIONS
Coordinates the analysts' estimates into one submission.
"""


def trial_of(folder: Path) -> SupervisorTrial:
    path = folder / "supervisor.toml"
    path.write_text(CASE.read_text("utf-8"), "utf-8")
    return SupervisorTrial(path, Shelf(folder))


@pytest.mark.slow
async def test_a_supervisor_goes_from_a_description_to_a_grade(tmp_path: Path) -> None:
    home = tmp_path / "home"
    async with at_work(home) as person:
        person.app.screen.post_message(Paste(DESCRIPTION))
        await person.sees("Supervisory Guide grades it", PATIENCE)
        await person.until_idle()
        await person.press("a", "a")
        await person.sees("Factors without a level: 3, 4A, 4B, 5, 6", PATIENCE)
    # The window closes before the levels are whole; those accepted are there again.
    async with at_work(home) as person:
        await person.sees("Supervisory Budget Analyst")
        await person.press("enter")
        await person.sees("Factors without a level: 3, 4A, 4B, 5, 6", PATIENCE)
        await person.press("down", "down", "a", "a", "a", "a", "a")
        await person.sees("By the conversion chart: GS-12", PATIENCE)
        await person.press("escape")
        await person.sees("supervisor · today", PATIENCE)
    kept = open_supervisor(Shelf(home).entries()[0].path)
    assert kept is not None
    assert (kept.evaluation["grade"], kept.evaluation["base_grade"]) == ("GS-12", "GS-11")


def test_levels_are_tried_before_they_are_kept(tmp_path: Path) -> None:
    trial = trial_of(tmp_path)
    before = trial.path.read_text("utf-8")
    trial.turn("1", "1-3")
    assert trial.data is not None
    assert (trial.data["grade"], trial.turned) == ("GS-13", {"1": "1-3"})
    assert trial.path.read_text("utf-8") == before
    trial.keep(trial.turned)
    kept = open_supervisor(trial.path)
    assert kept is not None
    assert kept.request.levels["1"] == "1-3"
    # The window that takes it back may be a later one.
    trial = SupervisorTrial(trial.path, Shelf(tmp_path))
    assert trial.undo()
    assert trial.path.read_text("utf-8") == before
    assert not trial.undo()


def test_the_base_brings_its_level(tmp_path: Path) -> None:
    trial = trial_of(tmp_path)
    trial.keep_base("gs-12")
    assert (trial.base, trial.levels["5"]) == ("GS-12", "5-7")
    # The rest of what is stated of the base stays.
    assert 'method = "workload"' in trial.path.read_text("utf-8")
    with pytest.raises(CaseError, match="no grade"):
        trial.keep_base("high")


def test_a_level_against_the_base_is_told_and_not_rated(tmp_path: Path) -> None:
    trial = trial_of(tmp_path)
    trial.turn("5", "5-2")
    assert trial.data is None
    assert "a base of GS-11 is Level 5-6" in trial.problem
