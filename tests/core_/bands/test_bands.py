"""Bands: what a directive must say, what bad input says, and what never changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.bands.directive import Directive, list_directives, load_directive, parse_directive
from core.bands.evaluation import BandCase, check_directive, convert, parse_band_case, place
from core.errors import CaseError, StandardError
from core.law.rules import rule

EXAMPLE = "example-emergency-logistics"
FILE = (
    Path(__file__).resolve().parents[3] / "core" / "bands" / "data" / EXAMPLE / "2006-05.toml"
).read_text(encoding="utf-8")
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


# --- what a directive must say -------------------------------------------------------------


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


# --- placing ---------------------------------------------------------------------------------


def case(more: str = "") -> BandCase:
    text = f'title = "x"\ndirective = "{EXAMPLE}"\ncluster = "emergency-logistics"\n{more}'
    return parse_band_case(text, where="band.toml")


FULL = "".join(
    f'[[findings]]\ncharacteristic = "full.{key}"\nanswer = "met"\n'
    for key in ("range", "command", "trained")
)


def test_nothing_is_placed_in_a_band_the_directive_does_not_define() -> None:
    text = FILE
    for key in ("reliance", "standing", "record"):
        start = text.index(f'[[clusters.bands.definition]]\nkey = "{key}"')
        end = text.index("\n[[", start + 5)
        text = text[:start] + text[end + 1 :]
    directive = parse_directive(text)
    placed = place(case("supervises = false\nsenior_experts_now = 0\n" + FULL), directive)
    assert placed.status == "undetermined"
    assert "band-not-defined" in {gap.code for gap in placed.gaps}
    reasons = next(ruling.reasons for ruling in placed.rulings if ruling.band == "expert")
    assert any("does not define" in reason for reason in reasons)


def test_two_definitions_met_without_an_order_are_not_settled_by_the_program() -> None:
    text = re.sub(r"rank = [0-9]\n", "", FILE).replace('order_page = "4"\n', "")
    entry = FULL.replace("full.range", "entry.tasks").replace("full.command", "entry.learning")
    entry = entry.replace("full.trained", "entry.background")
    not_expert = '[[findings]]\ncharacteristic = "expert.reliance"\nanswer = "not_met"\n'
    asked = case("supervises = false\nsenior_experts_now = 0\n" + FULL + entry + not_expert)
    assert place(asked, parse_directive(text)).status == "undetermined"
    ordered = place(asked)
    assert (ordered.status, ordered.band) == ("placed", "full")
    assert "order" in {step.rule for step in ordered.derivation}


def test_the_series_finds_the_cluster() -> None:
    text = f'title = "x"\ndirective = "{EXAMPLE}"\nseries = "9998"\nsupervises = false\n'
    assert place(parse_band_case(text)).cluster == "emergency-logistics"


def test_the_same_answers_in_another_order_give_the_same_bytes() -> None:
    blocks = FULL.split("[[findings]]")[1:]
    backwards = "".join(f"[[findings]]{block}" for block in reversed(blocks))
    assert place(case(FULL)).model_dump_json() == place(case(backwards)).model_dump_json()
    assert place(case(FULL)).fingerprint != place(case("supervises = true\n" + FULL)).fingerprint


def rulings(more: str) -> dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return {
        found.band: (found.verdict, found.reasons, found.deciding)
        for found in place(case(more)).rulings
    }


def test_each_ruling_gives_its_reason_and_what_decided_it() -> None:
    failed = '[[findings]]\ncharacteristic = "expert.record"\nanswer = "not_met"\n'
    found = rulings("supervises = false\nsenior_experts_now = 1\n" + FULL + failed)
    assert found["full"] == (
        "met",
        ("Every characteristic of the definition is met.",),
        ("full.range", "full.command", "full.trained"),
    )
    assert found["expert"] == (
        "not-met",
        ("The band holds 1 of at most 4.", "Not met: expert.record."),
        ("expert.record",),
    )
    assert found["entry"] == (
        "open",
        ("Not answered: entry.tasks, entry.learning, entry.background.",),
        (),
    )
    assert found["supervisor"] == ("not-met", ("The position does not supervise.",), ())
    unknown = rulings(FULL)
    assert unknown["full"][:2] == ("open", ("Whether the position supervises is not stated.",))
    assert unknown["supervisor"][0] == "open"


def test_nothing_is_said_of_an_order_where_one_definition_is_met() -> None:
    failed = '[[findings]]\ncharacteristic = "expert.record"\nanswer = "not_met"\n'
    placed = place(case("supervises = false\nsenior_experts_now = 1\n" + FULL + failed))
    assert (placed.name, placed.text) == (
        "Full Performance",
        "The position belongs in Full Performance.",
    )
    assert "order" not in {step.rule for step in placed.derivation}
    nothing = place(case("supervises = false\nsenior_experts_now = 1\n"))
    assert nothing.name == ""


# --- converting ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grade", "supervises", "band"),
    [
        (4, False, None),
        (5, False, "entry"),
        (8, False, "entry"),
        (9, False, "full"),
        (13, False, "full"),
        (14, False, None),
        (11, True, None),
        (12, True, "supervisor"),
        (14, True, "supervisor"),
        (15, True, None),
    ],
)
def test_the_rows_of_the_directive_hold_exactly_their_grades(
    grade: int, supervises: bool, band: str | None
) -> None:
    found = convert(case(f"grade = {grade}\nsupervises = {str(supervises).lower()}\n"))
    assert found.band == band
    assert (found.row is None) == (band is None)
    if band is None:
        assert "The directive says nothing of" in found.text
    else:
        assert found.text == f"The directive turns GS-{grade} into {found.name}."


TWO = (
    FILE.replace('series = ["9997", "9998"]', 'series = ["9997"]')
    + """
[[clusters]]
key = "law"
name = "Law"
page = "20"
covers = "Made up."
series = ["9996"]
[[clusters.bands]]
key = "all"
kind = "other"
name = "All"
page = "20"
[[conversion]]
cluster = "law"
band = "all"
pay_plan = "GS"
from_grade = 9
to_grade = 15
page = "21"
"""
)


@pytest.mark.parametrize(
    ("more", "band", "asked"),
    [
        ("", None, ["cluster"]),
        ('series = "9996"\n', "all", []),
        ('series = "9997"\n', "full", []),
        ('cluster = "law"\n', "all", []),
        ('series = "0001"\n', None, []),
    ],
)
def test_cluster_and_series_choose_the_rows(more: str, band: str | None, asked: list[str]) -> None:
    text = f'title = "x"\ndirective = "{EXAMPLE}"\ngrade = 11\nsupervises = false\n{more}'
    found = convert(parse_band_case(text), parse_directive(TWO))
    assert found.band == band
    assert [question.field for question in found.questions] == asked
    if asked:
        assert "more than one band" in found.text


def test_a_row_for_one_series_leaves_the_others_of_the_cluster_alone() -> None:
    rows = FILE.replace("from_grade = 9\n", 'series = ["9998"]\nfrom_grade = 9\n')
    text = f'title = "x"\ndirective = "{EXAMPLE}"\ngrade = 11\nsupervises = false\n'
    directive = parse_directive(rows)
    assert convert(parse_band_case(text + 'series = "9998"\n'), directive).band == "full"
    assert convert(parse_band_case(text + 'series = "9997"\n'), directive).band is None


def test_supervision_that_nobody_stated_is_asked_for_when_it_decides() -> None:
    found = convert(case("grade = 10\n"))
    assert (found.band, found.candidates) == (None, ("emergency-logistics.full",))
    assert found.text == "The row for GS-10 depends on whether the position supervises."
    assert [question.field for question in found.questions] == ["supervises"]
    anyhow = parse_directive(FILE.replace("supervisory = false\n", ""))
    assert convert(case("grade = 10\n"), anyhow).band == "full"


def test_converting_in_an_unknown_cluster_is_refused() -> None:
    text = f'title = "x"\ndirective = "{EXAMPLE}"\ncluster = "law"\ngrade = 11\n'
    with pytest.raises(CaseError, match="emergency-logistics"):
        convert(parse_band_case(text))


# --- bad input -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "field", "remedy"),
    [
        ('payplan = "GS"\n', "payplan", '"pay_plan"'),
        ("grade = 11.0\n", "grade", "whole number"),
        ('supervises = "perhaps"\n', "supervises", "Write true or false"),
        ("senior_experts_now = -1\n", "senior_experts_now", "at least 0"),
        ('[[findings]]\ncharacteristic = "full.range"\nanswer = "yes"\n', "answer", '"met"'),
    ],
)
def test_a_mistake_in_a_case_is_one_sentence(more: str, field: str, remedy: str) -> None:
    with pytest.raises(CaseError) as caught:
        case(more)
    assert field in caught.value.where
    assert remedy in caught.value.sentence()


def test_what_the_directive_does_not_have_is_named_with_what_it_has() -> None:
    unknown = parse_band_case(f'title = "x"\ndirective = "{EXAMPLE}"\ncluster = "law"\n')
    with pytest.raises(CaseError, match="emergency-logistics"):
        place(unknown, where="band.toml")
    finding = '[[findings]]\ncharacteristic = "full.zeal"\nanswer = "met"\n'
    with pytest.raises(CaseError, match=r"findings\[1\]\.characteristic.*full\.range"):
        place(case(finding), where="band.toml")
    with pytest.raises(CaseError, match="no grade to convert"):
        convert(case())
    with pytest.raises(StandardError, match=EXAMPLE):
        load_directive("../../etc/passwd")
    with pytest.raises(StandardError, match="2006-05"):
        place(case("as_of = 2001-01-01\n"))


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


# --- against the regulation ----------------------------------------------------------------------


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
