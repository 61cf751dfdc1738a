"""What a directive on bands must say: its gaps, its mistakes, and the section it follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.bands.directive import Directive, list_directives, parse_directive
from core.bands.evaluation import check_directive
from core.errors import StandardError
from core.law.rules import rule
from tests.core_.bands.example import FILE

BARE = """
id = "fictional"
edition_id = "1"
title = "Fictional directive"
document = "Fictional directive"
edition = "fictional"
illustrative = true
in_force_from = 2006-01-01
"""


def gaps(directive: Directive) -> set[tuple[str, str]]:
    return {(gap.code, gap.severity) for gap in check_directive(directive).gaps}


def changed(old: str, new: str, *, count: int = 1) -> Directive:
    assert old in FILE
    return parse_directive(FILE.replace(old, new, count))


# --- what a directive must say -----------------------------------------------------------


def test_the_example_directive_is_complete_and_marked_as_made_up() -> None:
    for directive in list_directives():
        check = check_directive(directive)
        assert directive.illustrative
        assert check.complete
        assert check.gaps == ()
        assert [notice.code for notice in check.notices] == [
            "not-in-operation",
            "illustrative-directive",
            "reconsideration",
        ]


def test_an_empty_directive_lacks_everything() -> None:
    check = check_directive(parse_directive(BARE))
    assert not check.complete
    assert {gap.code for gap in check.gaps} == {"no-clusters", "bands-not-coordinated"}


def test_a_band_without_a_definition_is_named_with_paragraph_c() -> None:
    text = FILE
    for key in ("people", "leading", "seasoned"):
        start = text.index(f'[[clusters.bands.definition]]\nkey = "{key}"')
        end = text.index("\n[[", start + 5)
        text = text[:start] + text[end + 1 :]
    check = check_directive(parse_directive(text))
    found = [gap for gap in check.gaps if gap.code == "band-not-defined"]
    assert [gap.where for gap in found] == ["emergency-logistics.supervisor"]
    assert found[0].paragraph == "5 CFR 9701.212(c)"
    assert not check.complete


def test_a_definition_that_skips_a_characteristic_is_only_a_note() -> None:
    directive = changed('kind = "competencies"', 'kind = "other"')
    assert gaps(directive) == {("definition-silent", "note")}
    assert check_directive(directive).complete


def test_paragraph_d_asks_for_qualification_standards_that_reach_every_band() -> None:
    start = FILE.index("[[qualification_standards]]")
    end = FILE.index("[[conversion]]")
    directive = parse_directive(FILE[:start] + FILE[end:])
    check = check_directive(directive)
    missing = [gap for gap in check.gaps if gap.code == "no-qualifications"]
    assert [gap.where.partition(".")[2] for gap in missing] == [
        "entry",
        "full",
        "expert",
        "supervisor",
    ]
    assert {gap.paragraph for gap in missing} == {"5 CFR 9701.212(d)"}
    only_expert = parse_directive(
        FILE[:start] + FILE[FILE.index("[[qualification_standards]]", start + 5) :]
    )
    missing = [gap.where for gap in check_directive(only_expert).gaps]
    assert "emergency-logistics.expert" not in missing
    assert "emergency-logistics.entry" in missing


def test_a_standard_for_some_series_leaves_the_others_without() -> None:
    directive = changed('source = "opm"', 'series = ["9997"]\nsource = "opm"')
    found = [gap for gap in check_directive(directive).gaps if gap.code == "no-qualifications"]
    assert [gap.where.partition(".")[2] for gap in found] == ["entry", "full", "supervisor"]
    assert "in series 9998" in found[0].text


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("coordinated_with_opm = true\n\n[[clusters]]", "\n[[clusters]]", "bands-not-coordinated"),
        (
            'at full performance."\npage = "9"\ncoordinated_with_opm = true',
            'at full performance."\npage = "9"',
            "qualifications-not-coordinated",
        ),
        ("limit = 4\n", "", "senior-expert-unlimited"),
        (
            "supervises = false\nlimit = 4",
            "supervises = true\nlimit = 4",
            "senior-expert-supervises",
        ),
        (
            "supervises = false\nrank = 2",
            "supervises = true\nrank = 2",
            "full-performance-supervises",
        ),
    ],
)
def test_a_requirement_left_out_is_an_error(old: str, new: str, code: str) -> None:
    check = check_directive(changed(old, new))
    assert [(gap.code, gap.severity) for gap in check.gaps] == [(code, "error")]
    assert not check.complete
    assert check.gaps[0].citation.page


def test_a_cluster_of_which_nothing_is_said_is_a_warning() -> None:
    directive = changed(
        'covers = "Planning, buying, storing and moving supplies for disasters."\n', ""
    )
    assert gaps(directive) == {("cluster-not-described", "warning")}


def test_what_is_missing_is_named_where_it_is_missing() -> None:
    own = changed(
        'by a panel."\npage = "10"\ncoordinated_with_opm = true', 'by a panel."\npage = "10"'
    )
    gap = check_directive(own).gaps[0]
    assert gap.where == "qualification_standards[2]"
    assert "differing from OPM's" in gap.text
    opm = changed(
        'full performance."\npage = "9"\ncoordinated_with_opm = true',
        'full performance."\npage = "9"',
    )
    gap = check_directive(opm).gaps[0]
    assert gap.where == "qualification_standards[1]"
    assert "OPM's own" in gap.text


def test_a_cluster_without_bands_is_a_warning() -> None:
    bare = BARE + (
        'coordinated_with_opm = true\n[[clusters]]\nkey = "law"\nname = "Law"\npage = "1"\n'
        'covers = "Made up."\n'
    )
    assert gaps(parse_directive(bare)) == {("no-bands", "warning")}


def test_standards_for_each_series_together_reach_a_band() -> None:
    both = FILE.replace('source = "opm"', 'series = ["9997"]\nsource = "opm"', 1)
    second = FILE[
        FILE.index("[[qualification_standards]]") : FILE.index(
            '[[qualification_standards]]\ncluster = "emergency-logistics"\nband'
        )
    ]
    second = second.replace('source = "opm"', 'series = ["9998"]\nsource = "opm"')
    assert check_directive(parse_directive(both + "\n" + second)).gaps == ()


def test_a_real_directive_would_not_be_called_made_up() -> None:
    check = check_directive(changed("illustrative = true\n", ""))
    assert [notice.code for notice in check.notices] == ["not-in-operation", "reconsideration"]


# --- bad input ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "senior-expert"', 'kind = "guru"', "senior-expert"),
        ('key = "full"', 'key = "entry"', "stands twice"),
        ("rank = 2", "rank = 1", "same rank"),
        ('order_page = "4"\n', "", "order_page"),
        ('limit_page = "7"\n', "", "limit_page"),
        ("to_grade = 8", "to_grade = 4", "lower grade first"),
        ('band = "supervisor"\npay_plan', 'band = "chief"\npay_plan', "not a band"),
        ('page = "5"\nsupervises', "supervises", "page"),
        ("in_force_from = 2006-05-01", "in_force_from = 2006-02-31", "in_force_from"),
    ],
)
def test_a_mistake_in_a_directive_names_it(old: str, new: str, said: str) -> None:
    assert old in FILE
    with pytest.raises(StandardError) as caught:
        parse_directive(FILE.replace(old, new, 1), "mine.toml")
    assert said in caught.value.sentence()
    assert "mine.toml" in caught.value.sentence()


# --- against the regulation --------------------------------------------------------------


@pytest.mark.corpus
def test_the_rules_follow_the_printed_section(corpus: Path) -> None:
    text = (corpus / "regulations" / "5-cfr-9701-212.txt").read_text(encoding="utf-8")
    for code, words in {
        "band-establish": "(a) For purposes of identifying relative levels of work",
        "band-others": "may include, but is not limited to",
        "band-entry-developmental": "(1) Entry/Developmental",
        "band-full-performance": "(2) Full Performance",
        "band-senior-expert": "limited number of non-supervisory employees",
        "band-supervisory": "(4) Supervisory",
        "band-definitions": "(c) DHS must document in implementing directives",
        "band-qualifications": "(d) DHS must, after coordination with OPM",
    }.items():
        assert words in text
        assert rule(code).regulation.startswith("5 CFR 9701.212")
