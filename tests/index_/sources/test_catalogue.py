"""The catalogue that ships: sound, honest about its addresses, and easy to choose from."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from core.errors import InputError, UsageError
from index.sources import catalogue
from tests.conftest import CORPUS


def test_what_ships_covers_what_is_promised() -> None:
    sources = catalogue.load()
    names = {source.name for source in sources}
    assert {"general-schedule-supervisory-guide", "gs0343-management-program-analysis"} <= names
    assert {"5-cfr-511", "5-cfr-532", "5-cfr-536", "5-cfr-9701", "5-usc-51"} <= names
    assert {"introduction-to-position-classification", "C-0080-11-02"} <= names
    assert sum(source.kind == "decision" for source in sources) > 150
    assert sum(source.kind == "standard" for source in sources) > 60
    assert len({source.url for source in sources}) == len(sources)


def test_only_publishers_are_asked() -> None:
    known = ("opm.gov", "ecfr.gov", "house.gov", "govinfo.gov", "webarchive.library.unt.edu")
    for host in catalogue.hosts(catalogue.load()):
        assert any(host == own or host.endswith(f".{own}") for own in known), host


def test_series_are_codes_and_decisions_name_theirs() -> None:
    for source in catalogue.load():
        assert all(len(code) == 4 and code.isdigit() for code in source.series), source.name
        if source.kind == "decision":
            assert source.series, source.name


def test_decisions_are_those_of_the_register() -> None:
    register = CORPUS.parent / "facts" / "decision-register.csv"
    if not register.is_file():
        pytest.skip("the register of decisions (../shared/facts) is not beside this checkout")
    rows = csv.DictReader(register.read_text("utf-8").splitlines())
    urls = {(row["decision_number"], row["url"].replace("http://", "https://", 1)) for row in rows}
    for source in catalogue.load():
        if source.kind == "decision":
            assert (source.name[:12], source.url) in urls, source.name


def test_an_address_nobody_saw_is_never_called_verified() -> None:
    """What is marked as read at an address says by what; the rest says that it is not."""
    for source in catalogue.load():
        assert (source.verified == "document") == bool(source.verified_by), source.name


def test_sources_are_found_by_name_and_by_their_file() -> None:
    sources = catalogue.load()
    for asked in ("GENERAL-SCHEDULE-SUPERVISORY-GUIDE", "gssg", " GSSG "):
        (found,) = catalogue.named([asked], sources)
        assert found.name == "general-schedule-supervisory-guide"
    assert len(catalogue.named(["gssg", "gs0343", "gssg"], sources)) == 2
    with pytest.raises(UsageError, match="Did you mean"):
        catalogue.named(["clasifier-handbook"], sources)


def test_filters() -> None:
    sources = catalogue.load()
    for series in ("0343", "343", "GS-343", "gs 0343"):
        found = catalogue.filtered(sources, series=series)
        assert {s.kind for s in found} == {"standard", "decision"}
        assert all("0343" in s.series for s in found)
    assert {s.kind for s in catalogue.filtered(sources, kind="guide")} == {"guide"}
    for wrong in ("", "abc", "03434", "０３４３"):
        with pytest.raises(UsageError, match="is not a series"):
            catalogue.filtered(sources, series=wrong)


GOOD = """
[defaults]
kind = "guide"
format = "pdf"
publisher = "nobody"
good_for = "lamps"
verified = "no"

[[source]]
name = "lamps"
title = "Lamps"
url = "https://lamps.example/lamps.pdf"
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"https:', '"http:', "https"),
        ("lamps.example", "user:pw@lamps.example", "https"),
        ('name = "lamps"', 'name = "../lamps"', "letters"),
        ('kind = "guide"', 'kind = "novel"', "kind"),
        ('title = "Lamps"', "", "title"),
        ('title = "Lamps"', 'title = "Lamps"\nage = 3', "age"),
        ("[[source]]", "[[source", "cannot be read"),
        ("[[source]]", '[[source]]\nname="x"', "cannot be read"),
    ],
)
def test_a_mistake_in_a_catalogue_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    (tmp_path / "lamps.toml").write_text(GOOD)
    assert [source.name for source in catalogue.load(tmp_path)] == ["lamps"]
    catalogue.load.cache_clear()
    (tmp_path / "lamps.toml").write_text(GOOD.replace(old, new))
    with pytest.raises(InputError, match=said) as caught:
        catalogue.load(tmp_path)
    assert "lamps.toml" in caught.value.sentence()
    assert "\n" not in caught.value.sentence()


def test_two_of_one_name_are_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(GOOD)
    with pytest.raises(InputError, match="two sources"):
        catalogue.load(tmp_path)
