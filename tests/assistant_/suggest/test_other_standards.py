"""Kinds of work apart, guides without points, cases as descriptions, and what is refused."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.cases.intake import position_from_text
from assistant.cli.main import cli
from assistant.suggest.described import Described, cut
from assistant.suggest.opening import of_case, of_position
from assistant.suggest.suggesting import Kind, suggest, suggest_mixed
from core.errors import CaseError, StandardError
from core.model import Case, Duty, Fact
from index.record.embedding import MiniLM

DATA = Path(__file__).resolve().with_name("data")
GUIDE = "fictional-counter-work"
MIXED = """Fictional position description
Program Analyst, GS-0343-12

Major duties
1. Program evaluation (60%)
Plans and conducts evaluations of administrative programs across the bureau's regions, designs
data collection, and negotiates action plans with directors who resist.
2. Office support (40%)
Types letters and reports from drafts, keeps files and orders office supplies by set procedures.
"""


@pytest.fixture(scope="module")
def embedder() -> MiniLM:
    return MiniLM()


def test_each_kind_of_work_is_read_from_its_own_duties(embedder: MiniLM) -> None:
    described = of_position(position_from_text(MIXED))
    found = suggest_mixed(
        described, [Kind((1,), "fes-primary"), Kind((2,), "fes-primary")], embedder
    )
    analysis, support = found.work
    assert (analysis.percent, support.percent) == (60, 40)
    assert int((analysis.suggested.grade or "").partition("-")[2]) >= 11
    assert int((support.suggested.grade or "").partition("-")[2]) <= 6
    assert found.grade == analysis.suggested.grade
    assert "60 percent" in found.reason
    for work, other in ((analysis, support), (support, analysis)):
        own = {f"duty {number}" for number in work.duties}
        for factor in work.suggested.factors:
            for pull in (*factor.favour, *factor.against):
                if pull.source == "position description":
                    assert pull.place.partition(",")[0] in own, other.name


@pytest.mark.parametrize(
    ("duties", "message"),
    [((3,), "no duty 3"), ((1, 1), "two kinds of work")],
)
def test_duties_that_are_not_there_or_twice_are_refused(
    embedder: MiniLM, duties: tuple[int, ...], message: str
) -> None:
    described = of_position(position_from_text(MIXED))
    with pytest.raises(CaseError, match=message):
        suggest_mixed(described, [Kind(duties, "fes-primary")], embedder)


def test_a_duty_without_a_share_of_time_is_asked_for(embedder: MiniLM) -> None:
    text = MIXED.replace(" (60%)", "").replace(" (40%)", "")
    described = of_position(position_from_text(text))
    with pytest.raises(CaseError, match="no percent of time"):
        suggest_mixed(described, [Kind((1,), "fes-primary")], embedder)


def test_a_guide_without_points_gets_a_level_a_criterion(embedder: MiniLM) -> None:
    case = Case(
        title="Permit clerk (fictional)",
        levels={},
        duties=(
            Duty(
                title="Permits",
                text="Handles most kinds of boat permits at the counter and sees which steps "
                "each case takes.",
            ),
        ),
    )
    found = suggest(of_case(case), "fictional-counter-work", embedder)
    assert found.total is None
    nature = found.factor("nature")
    assert nature is not None
    assert nature.level == "4"
    assert nature.favour[-1].source == "digest"
    assert nature.settles


def test_a_case_is_read_by_its_duties_and_facts(embedder: MiniLM) -> None:
    case = Case(
        title="fictional",
        levels={"2": "2-1"},
        facts=(
            Fact(
                text="The supervisor sets overall objectives; finished work is looked at only from "
                "an overall standpoint.",
                source="desk audit",
                factor=2,
            ),
        ),
    )
    found = suggest(of_case(case), "fes-primary", embedder).factor(2)
    assert found is not None
    assert found.level == "2-4"
    assert found.ground == "section"
    assert found.stated == "2-1"
    assert found.favour[0].place == "desk audit"


def test_a_standard_without_factor_levels_is_refused_by_name(embedder: MiniLM) -> None:
    with pytest.raises(StandardError, match="grading criteria"):
        suggest(of_position(position_from_text(MIXED)), "gs-0343", embedder)


def test_a_case_is_weighed_by_the_edition_of_its_day(embedder: MiniLM) -> None:
    duty = Duty(title="Types letters", text="Types letters from drafts, as shown.")
    case = Case(title="Fictional clerk", standard="fes-primary", as_of=date(1999, 5, 1))
    with pytest.raises(StandardError, match="in force on 1999-05-01"):
        suggest(of_case(case.model_copy(update={"duties": (duty,)})), "fes-primary", embedder)


def test_the_command_wants_a_standard_or_kinds_of_work(tmp_path: Path) -> None:
    file = tmp_path / "pd.txt"
    file.write_text(MIXED, "utf-8")
    run = CliRunner().invoke(cli, ["suggest", str(file)])
    assert run.exit_code != 0
    assert "--work" in str(run.exception)


def test_a_work_example_is_given_a_grade_of_its_guide_near_its_own(embedder: MiniLM) -> None:
    data = tomllib.loads((DATA / "guided.toml").read_text("utf-8"))
    examples = [
        one for one in data["examples"] if one["guide"] == GUIDE and one["half"] == "looked_at"
    ]
    ladder = [3, 4, 5, 7]
    for one in examples:
        found = suggest(Described(tuple(cut(one["text"], "duties"))), GUIDE, embedder)
        levels = {ladder.index(int(factor.level)) for factor in found.factors}
        assert min(abs(place - ladder.index(one["grade"])) for place in levels) == 0
