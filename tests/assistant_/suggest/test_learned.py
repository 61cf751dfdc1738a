"""What is learned comes from the sentences as they are, each aspect with a run of levels."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.suggest.joint import borne_out
from assistant.suggest.language import learning
from index.record.embedding import MiniLM


def test_the_weights_shipped_are_those_of_the_sentences() -> None:
    with np.load(learning.LEARNED, allow_pickle=False) as data:
        assert str(data["fingerprint"]) == learning.fingerprint(), "run make levels"


def test_every_aspect_has_sentences_for_a_run_of_levels() -> None:
    for one in learning.aspects():
        levels = sorted(one.levels)
        assert levels == list(range(levels[0], levels[-1] + 1)), one.name
        assert all(one.levels.values()), one.name
        said = [text for texts in one.levels.values() for text in texts]
        assert len(said) == len(set(said)), one.name


@pytest.mark.parametrize("factor", ["2", "7"])
def test_learning_a_factor_again_gives_what_is_shipped(factor: str) -> None:
    own = [one for one in learning.spoken() if one.factor == factor]
    texts = [one.text for one in own]
    vectors = np.array(list(MiniLM().embed_passages(texts)), dtype=np.float32)
    again, shipped = learning.train(own, vectors), learning.probes()[factor]
    assert again.classes == shipped.classes
    left, right = (one.shares(texts[:40], vectors[:40]) for one in (again, shipped))
    assert np.abs(left - right).max() < 0.02


@pytest.mark.parametrize("direct", [True, False])
def test_an_unsure_level_is_said_as_sure_as_it_is_borne_out(direct: bool) -> None:
    unsure = borne_out({"2-1": 0.1, "2-2": 0.55, "2-3": 0.35}, direct=direct)
    assert 0.55 < unsure["2-2"] < 0.9
    assert sum(unsure.values()) == pytest.approx(1)
    assert list(unsure) == ["2-1", "2-2", "2-3"]
    assert unsure["2-3"] > unsure["2-1"]


def test_duties_tell_what_must_be_known_more_surely_than_how_it_is_supervised() -> None:
    sure = {
        factor: borne_out({f"{factor}-2": 0.65, f"{factor}-3": 0.35}, direct=False)[f"{factor}-2"]
        for factor in "1245"
    }
    assert max(sure["2"], sure["4"]) < min(sure["1"], sure["5"])


def test_a_sure_level_under_its_own_heading_stays_as_it_is() -> None:
    sure = {"2-2": 0.93, "2-3": 0.07}
    assert borne_out(sure, direct=True) == sure
