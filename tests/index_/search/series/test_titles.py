"""Titles of announcements lead to the series they were announced under, also when held out."""

from __future__ import annotations

from hashlib import sha256

import pytest

from index.search.series.titles import CATCH_ALL, announced, is_title, scores

FOLDS = 4


def _fold(title: str) -> int:
    return int(sha256(title.encode()).hexdigest(), 16) % FOLDS


def _ranked(title: str, without: tuple[str, ...] = ()) -> list[str]:
    found = scores(title, without=without)
    return sorted(found, key=lambda code: (-found[code].score, code))


def test_titles_held_out_find_their_series() -> None:
    out = tuple(one.title for one in announced() if _fold(one.title) == 0)
    ranks: list[tuple[int, list[str], str]] = []
    for one in announced():
        if one.title not in out:
            continue
        right = max(one.series, key=one.series.__getitem__)
        ranks.append((one.times, _ranked(one.title, out)[:3], right))
    # Titles and words alone: nearness in meaning, which needs the model, adds to this.
    whole = sum(times for times, _, _ in ranks)
    assert sum(times for times, ranked, right in ranks if ranked[0] == right) / whole >= 0.84
    assert sum(times for times, ranked, right in ranks if right in ranked) / whole >= 0.92
    assert sum(ranked[0] == right for _, ranked, right in ranks) / len(ranks) >= 0.70
    assert sum(right in ranked for _, ranked, right in ranks) / len(ranks) >= 0.88


@pytest.mark.parametrize(
    ("title", "series"),
    [
        ("Security Guard", "0085"),
        ("Supervisory Budget Analyst", "0560"),
        ("IT Specialist (Network)", "2210"),
        ("Contract Specialist", "1102"),
        ("Lead Human Resources Specialist", "0201"),
        ("Supv Mgmt Analyst", "0343"),
        ("Geodesist", "1372"),
        ("Budg Anlyst", "0560"),
        ("Civ Engr", "0810"),
        ("Secty (OA)", "0318"),
        ("Ditch Rider", "0459"),
    ],
)
def test_a_title_in_any_of_its_spellings_finds_its_series(title: str, series: str) -> None:
    assert _ranked(title)[0] == series


def test_an_announced_title_is_told_from_a_description_of_work() -> None:
    titles = ["Program Analyst", "Secretary (Office Automation)", "Sales Manager", "Nurse"]
    titles += ["Admin Asst", "Engr Tech", "Budg Anlyst"]
    work = [
        "guards a gate and counts lanterns",
        "protects facilities and vets contractors",
        "keeps patients' records",
        "The incumbent plans budgets. Advises managers.",
    ]
    assert all(is_title(one) for one in titles)
    assert not any(is_title(one) for one in work)


def test_every_announced_series_has_a_share_of_one_together() -> None:
    for one in announced():
        assert sum(one.series.values()) == pytest.approx(1)
        assert one.times > 0
    assert {"0301", "0303", "1101", "1801"} == CATCH_ALL
