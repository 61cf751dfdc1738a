"""A model orders the sentences that pull each way; it adds none and moves no level."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.cli.case.choosing import OFFERED, chosen, shortened
from assistant.llm.chat_models import load_chat_model
from assistant.suggest.described import Described, cut
from assistant.suggest.model import Suggestions
from assistant.suggest.pulls import MOST
from assistant.suggest.suggesting import suggest
from index.record.embedding import MiniLM
from tests.assistant_.fake_openai.answers import failure, structured
from tests.assistant_.fake_openai.server import FakeOpenAI

DUTIES = (
    "The chief sets goals and looks at the results. The analyst plans each study alone. "
    "Reports are checked for soundness of approach. Deadlines are agreed with the chief. "
    "The analyst settles most conflicts. Policies leave much to judgment. "
    "Controversial matters are told to the chief. The analyst coordinates the work with others. "
    "The supervisor sets the overall objectives and the resources. "
    "Finished work is reviewed for feasibility and results."
)


@pytest.fixture(scope="module")
def found() -> Suggestions:
    described = Described(tuple(cut(DUTIES, "Factor 2", "2")))
    return suggest(described, "fes-primary", MiniLM(), most=OFFERED)


def _chosen(found: Suggestions, answer: object, monkeypatch: pytest.MonkeyPatch) -> Suggestions:
    with FakeOpenAI(answer) as server:  # type: ignore[arg-type]
        for name, value in server.environment().items():
            monkeypatch.setenv(name, value)
        return chosen(found, load_chat_model(server.environment()["FES_MODEL"]))[0]


def _said(found: Suggestions) -> list[str]:
    two = found.factor("2")
    assert two is not None
    return [one.text for one in two.favour if one.source == "position description"]


def test_what_a_model_picks_comes_first_and_levels_stay(
    found: Suggestions, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = _said(found)
    assert len(offered) > MOST
    last = f"S{len(offered)}"
    answer = structured({"picks": [{"factor": "2", "side": "for", "sentences": [last, "S999"]}]})
    picked = _chosen(found, answer, monkeypatch)
    assert _said(picked)[0] == offered[-1]
    assert len(_said(picked)) == MOST
    assert set(_said(picked)) <= set(offered)
    assert [one.level for one in picked.factors] == [one.level for one in found.factors]
    assert (picked.total, picked.grade) == (found.total, found.grade)


@pytest.mark.parametrize(
    "picks",
    [
        [],
        [{"factor": "3", "side": "for", "sentences": ["S1"]}],
        [{"factor": "2", "side": "against", "sentences": ["S1"]}],
        [{"factor": "2", "side": "for", "sentences": ["The level is 2-5."]}],
    ],
)
def test_what_was_not_offered_there_changes_nothing(
    found: Suggestions, picks: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _chosen(found, structured({"picks": picks}), monkeypatch) == shortened(found)


def test_a_server_that_fails_leaves_the_suggestion_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner

    from assistant.cli.main import cli

    file = tmp_path / "pd.txt"
    file.write_text(
        f"Program Analyst, GS-0343-12 (fictional)\n\nMajor Duties\n\n1. {DUTIES} 100%\n", "utf-8"
    )
    with FakeOpenAI(failure(500, "down", "server_error")) as server:
        for name, value in server.environment().items():
            monkeypatch.setenv(name, value)
        ran = CliRunner().invoke(cli, ["suggest", str(file), "--standard", "fes-primary"])
    assert ran.exit_code == 0
    assert "not used" in ran.output
    assert "Factor 2, Supervisory Controls" in ran.output
