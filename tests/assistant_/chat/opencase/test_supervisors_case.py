"""A supervisor's case in the conversation: the supervisory guide answers, not the nine factors."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.edits import load_case
from assistant.cases.intake import case_of, position_from_text
from assistant.cases.supervisors import open_supervisor
from assistant.chat.engine import Engine
from assistant.events import TurnFinished
from index.library import Library
from index.record.embedding import MiniLM
from tests.index_.positions.compose import SHOWN

PASTED = (SHOWN / "63-gssg-va.txt").read_text("utf-8")
CASE = """title = "Supervisory Kite Examiner (fictional)"
standard = "gssg"
[levels]
1 = "1-2"
2 = "2-1"
3 = "3-2"
4A = "4A-2"
4B = "4B-2"
5 = "5-6"
6 = "6-3"
[[duties]]
title = "Leads fourteen examiners"
percent_supervisor = 100.0
[[facts]]
text = "Plans the work of fourteen GS-11 examiners and rates it."
source = "Position description, Factor 3 of the supervisory guide"
factor = "3"
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library.open(tmp_path_factory.mktemp("home"), MiniLM())


@pytest.fixture
def engine(library: Library, tmp_path: Path) -> Engine:
    path = tmp_path / "sup.toml"
    path.write_text(CASE, "utf-8")
    return Engine(library, ExtractiveArguer(), case=None, supervisor=open_supervisor(path))


def _said(engine: Engine, message: str) -> str:
    *_, last = engine.handle(message)
    assert isinstance(last, TurnFinished)
    return last.reply.answer


def test_its_grade_and_what_would_change_it_are_the_guide_s(engine: Engine) -> None:
    assert "2,800 points, GS-12" in _said(engine, "What grade is this case?")
    told = _said(engine, "What would change the grade?")
    assert "Level 3-2 to 3-4" in told
    assert "GS-13" in told
    assert "3,125 points, GS-12" in _said(engine, "What if factor 3 were level 3-3?")
    assert engine.supervisor is not None
    assert engine.supervisor.request.levels["3"] == "3-2"


def test_a_level_of_the_guide_is_argued_both_ways(engine: Engine) -> None:
    told = _said(engine, "Argue level 3-3 both ways")
    assert "the level of record is 3-2" in told
    assert "fourteen GS-11 examiners" in told
    assert "Factor 5 of the supervisory guide" in _said(engine, "how does factor 5 work?")


def test_levels_are_suggested_and_a_statement_is_written(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "General Schedule Supervisory Guide" in _said(engine, "suggest levels")
    _said(engine, "write the evaluation statement")
    assert (tmp_path / "sup-statement.docx").exists()


def test_what_is_not_of_the_case_is_answered_as_ever(engine: Engine) -> None:
    assert "time limit" in _said(engine, "What is the deadline to appeal?")


def test_a_description_pasted_becomes_a_supervisor_s_case(library: Library) -> None:
    engine = Engine(library, ExtractiveArguer(), case=None)
    offered = _said(engine, PASTED)
    assert "not the nine factors" in offered
    assert "4B-2" in offered
    assert "2,800 points, GS-12" in _said(engine, "yes")
    assert engine.supervisor is not None
    assert engine.supervisor.path.exists()


def test_before_a_level_is_entered_the_guide_is_named(library: Library) -> None:
    case = case_of(position_from_text(PASTED)).model_copy(update={"levels": {}})
    engine = Engine(library, ExtractiveArguer(), case=case)
    told = _said(engine, "what grade is that?")
    assert "the supervisory guide grades it" in told
    assert "Factors 1, 2" not in told
    suggested = _said(engine, "suggest levels")
    assert "accept factors 1, 2 and 4A" in suggested.replace("*", "")
    assert "accept all but 3" not in suggested


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("total?", "2,800 points, GS-12"),
        ("margin?", "45 points above the floor of GS-12 and 355 short of GS-13"),
        ("how far from 13", "355 short of GS-13"),
        ("if 3-3 and 2-2", "**3,275 points, GS-13**"),
        ("3-3 only?", "3,125 points, GS-12"),
        ("smallest step to GS-13", "Any one of these alone changes the grade"),
        ("what if base is GS-12", "With a base of GS-12 the guide gives **2,930 points, GS-13**"),
        ("what if three special situations are met", "**2,945 points, GS-12**"),
        ("points for contacts", "together 125"),
        ("base?", "The base is"),
        ("duties", "Leads fourteen examiners"),
    ],
)
def test_few_words_on_a_supervisor_s_case_are_enough(
    engine: Engine, message: str, says: str
) -> None:
    assert says in _said(engine, message)


CHIEF = """title = "Chief of the fictional Kite Branch"
standard = "fes-primary"
[current]
series = "0343"
[[duties]]
title = "Leads the branch"
text = "Directs nine analysts, six of them at GS-11, who review the kites of a region; rates them."
percent_supervisor = 100.0
[[facts]]
text = "Plans the work of the branch, sets priorities, evaluates performance, hears grievances."
source = "Position description, Factor 3 of the supervisory guide"
"""


def test_levels_of_the_guide_are_accepted_and_taken_back(engine: Engine) -> None:
    assert engine.supervisor is not None
    path = engine.supervisor.path
    before = path.read_bytes()
    told = _said(engine, "accept factors 1 and 4A")
    assert "Entered: 1-" in told
    assert ", 4A-" in told
    assert "Say undo to take it back" in told.replace("*", "")
    assert path.read_bytes() != before
    assert "Taken back" in _said(engine, "undo")
    assert path.read_bytes() == before


def test_a_case_made_of_a_supervisor_s_description_takes_the_guide_s_levels(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "chief.toml"
    path.write_text(CHIEF, "utf-8")
    engine = Engine(library, ExtractiveArguer(), case=load_case(path), case_path=path)
    assert "accept all" in _said(engine, "suggest levels").replace("*", "")
    told = _said(engine, "accept all")
    made = open_supervisor(path)
    assert made is not None
    assert made.request.levels.keys() >= {"1", "2", "3", "4A", "4B"}
    assert all(level in told for level in made.request.levels.values())
    assert "By the supervisory guide" in _said(engine, "what grade is this case?")
    assert "Taken back" in _said(engine, "undo")
    assert path.read_text("utf-8") == CHIEF
    assert engine.supervisor is None
    assert engine.case is not None
