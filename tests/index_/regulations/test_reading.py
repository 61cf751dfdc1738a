"""Regulations and statutes by section and paragraph. All law here is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.documents import formats, passages
from index.models import Passage
from index.regulations.citing import Reference
from index.search.facets import Facets

RULES = """Title 99—Lamps
Chapter II—Office of Harbor Lamps
PART 712—KEEPING OF LAMPS

Authority: 99 U.S.C. 4115.

Subpart B—Rounds

§ 712.201 Definitions.

In this part:

Keeper means a person who—

(1) Trims wicks; or

(2) Fills jars.

Lamp has the meaning given it in § 712.101.

§ 712.202 Reserved.

§ 712.203 Rounds of the keeper.

(a) Nightly rounds. (1) The keeper walks the wall each night before the bell.

(2) On each round the keeper sees that—

(i) Every lamp burns; and

(ii) No jar leaks.

(b) Refusal—(1) Storm. A round may be left out in a storm.

(2) Illness. A round may be left out when the keeper is ill:

(i) With the warden's leave, or

(ii) Without it, when the warden sleeps.

A round left out is written in the ledger.

[46 FR 9913, Jan. 30, 1981]

(h) The bell is rung.

(i) The wick is cut.

(j) The door is shut.
"""

LAW = """Title 99—Harbors and Lamps
CHAPTER 41—LAMP KEEPING

§ 4104. Basis for grading lamps

Lamps are graded as follows:

(1) Grade L–1 includes those lamps which are—

(A) small; or

(B) dim.

(2) Grade L–2 includes other lamps.

(Pub. L. 89–554, Sept. 6, 1966, 80 Stat. 443.)

§ 4112. Appeals

(a) The Office of Lamps may—

(1) look at a lamp; and

(2) change its grade.

The Office shall write down its action under paragraph (2).

(b)(1) A keeper may ask at any time.

(2)(A) The warden may not.
"""


def _passages(tmp_path: Path, text: str, name: str = "copy.txt") -> list[Passage]:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    document = formats.parse(path)
    assert document.kind == "regulation"
    return passages.split(document)


def test_each_paragraph_is_cited_by_section_and_marks(tmp_path: Path) -> None:
    found = _passages(tmp_path, RULES)
    assert [one.citation for one in found] == [
        "99 CFR 712.201", "99 CFR 712.201, Keeper", "99 CFR 712.201, Keeper (1)",
        "99 CFR 712.201, Keeper (2)", "99 CFR 712.201, Lamp", "99 CFR 712.202",
        "99 CFR 712.203(a)(1)", "99 CFR 712.203(a)(2)", "99 CFR 712.203(a)(2)(i)",
        "99 CFR 712.203(a)(2)(ii)", "99 CFR 712.203(b)(1)", "99 CFR 712.203(b)(2)",
        "99 CFR 712.203(b)(2)(i)", "99 CFR 712.203(b)(2)(ii)", "99 CFR 712.203(b)(2)",
        "99 CFR 712.203(h)", "99 CFR 712.203(i)", "99 CFR 712.203(j)",
    ]  # fmt: skip
    assert {one.title for one in found} == {"99 CFR part 712, Keeping of Lamps, subpart B, Rounds"}
    storm = next(one for one in found if "storm" in one.text)
    assert storm.place() == "99 CFR 712.203(b)(1)"
    assert storm.heading == (
        "Subpart B - Rounds", "§ 712.203 Rounds of the keeper.", "Refusal", "Storm", "(b)(1)"
    )  # fmt: skip


def test_an_item_keeps_the_words_that_introduce_it(tmp_path: Path) -> None:
    found = {one.citation: one for one in _passages(tmp_path, RULES)}
    assert found["99 CFR 712.203(a)(2)(ii)"].lead == "(2) On each round the keeper sees that—"
    assert found["99 CFR 712.203(h)"].lead == ""


def test_a_statute_is_cited_as_one(tmp_path: Path) -> None:
    found = _passages(tmp_path, LAW)
    assert [one.citation for one in found] == [
        "99 U.S.C. 4104", "99 U.S.C. 4104(1)", "99 U.S.C. 4104(1)(A)", "99 U.S.C. 4104(1)(B)",
        "99 U.S.C. 4104(2)", "99 U.S.C. 4112(a)", "99 U.S.C. 4112(a)(1)", "99 U.S.C. 4112(a)(2)",
        "99 U.S.C. 4112(a)", "99 U.S.C. 4112(b)(1)", "99 U.S.C. 4112(b)(2)(A)",
    ]  # fmt: skip
    assert found[0].title == "99 U.S.C. chapter 41, Lamp Keeping"
    assert found[2].lead.endswith("(1) Grade L–1 includes those lamps which are—")


@pytest.mark.parametrize(
    "sign", ["ยง", "Â§", "Sec.", "�", "$", "¤", "", "Section", "\\247", "\\xa7", "&sect;", "SS"]
)
def test_a_damaged_or_missing_section_sign_hides_no_section(tmp_path: Path, sign: str) -> None:
    text = RULES.replace("§ 712.20", f"{sign} 712.20").replace("§", sign)
    found = _passages(tmp_path, text)
    assert [one.citation for one in found[5:7]] == ["99 CFR 712.202", "99 CFR 712.203(a)(1)"]
    assert found[6].heading[1] == "§ 712.203 Rounds of the keeper."


@pytest.mark.parametrize("sign", ["?", "[Sec.]", "$", "�"])
def test_a_damaged_sign_hides_no_section_of_a_statute(tmp_path: Path, sign: str) -> None:
    text = (
        "Title 99\nCHAPTER 41--LAMP KEEPING\n\nSec. 4104. Basis for grading\n\n"
        "Lamps are graded.\n\n"
        f"{sign} 4105. Definitions\n\nFor the purpose of this chapter--\n"
        "    (1) lamp means a vessel; and\n    (2) keeper means a person.\n\n"
        "EDITORIAL NOTES\nAmendments\n1994--Pub. L. 99-999 struck out old words.\n\n"
        "Sec. 4106. Storms\n\nLamps are put out.\n"
    )
    found = {one.citation: one.text for one in _passages(tmp_path, text)}
    assert list(found) == [
        "99 U.S.C. 4104", "99 U.S.C. 4105", "99 U.S.C. 4105(1)", "99 U.S.C. 4105(2)",
        "99 U.S.C. 4106",
    ]  # fmt: skip
    assert found["99 U.S.C. 4105(2)"] == "(2) keeper means a person."


def test_a_page_of_the_ecfr(tmp_path: Path) -> None:
    page = """<html><head><title>eCFR :: 99 CFR Part 712</title></head><body>
    <nav>Menu</nav><p>Displaying title 99, up to date as of 1/02/2025.</p>
    <h1>Title 99</h1><h2>PART 712—KEEPING OF LAMPS</h2>
    <ul><li>712.201 Oil.</li><li>712.203 Rounds of the keeper.</li></ul>
    <h3>Subpart B—Rounds</h3><div class="section"><h4>§ 712.201 Oil.</h4>
    <p>Oil is counted on Fridays.</p></div><h4>§ 712.203 Rounds of the keeper.</h4>
    <div id="p-712.203(a)"><p class="indent-1"><span>(</span>a<span>)</span> <em>Nightly.</em>
    The keeper walks the wall.</p></div>
    <div><p class="indent-1"><span>(b)</span></p><p>No lamp is lent.</p></div></body></html>"""
    found = _passages(tmp_path, page, "page.html")
    assert [(one.citation, one.heading[1]) for one in found] == [
        ("99 CFR 712.201", "§ 712.201 Oil."),
        ("99 CFR 712.203(a)", "§ 712.203 Rounds of the keeper."),
        ("99 CFR 712.203(b)", "§ 712.203 Rounds of the keeper."),
    ]


def test_lines_of_the_printed_page_are_no_text(tmp_path: Path) -> None:
    page = (
        "[Code of Federal Regulations]\n[Title 99, Volume 1]\n[Revised as of January 1, 2015]\n"
        "[CITE: 99CFR712.203]\n\n[Page 56]\n\n                    TITLE 99--LAMPS\n\n"
        "PART 712_KEEPING OF LAMPS--Table of Contents\n\nSubpart B_Rounds\n\n"
        "Sec. 712.203  Rounds of the keeper.\n\n"
        "    (a) The keeper walks the wall each night before the bell and writes in the\n"
        "green ledger what the keeper saw on the wall and on the quay below the wall.\n"
        "    (b) As provided in paragraph (a) of this section, the warden of the quay\n"
        "reads the ledger, and in the cases that are described in paragraph\n"
        "(a) of this section signs it.\n\n[[Page 57]]\n\n"
        "    (c) Nothing here is real.\n"
    )
    found = _passages(tmp_path, page)
    assert [one.citation for one in found] == [f"99 CFR 712.203({mark})" for mark in "abc"]
    assert found[1].text.endswith("signs it.")
    assert found[0].title == "99 CFR 712.203 Rounds of the keeper"
    assert found[0].heading[0] == "Subpart B - Rounds"


def test_heads_of_pages_and_reserved_sections_belong_to_no_paragraph(tmp_path: Path) -> None:
    page = (
        "Title 99\n\n§ 712.203 Rounds.\n\n(a) The keeper walks the wall each\n\n"
        "123\n\nOffice of Harbor Lamps          § 712.204\n\nnight before the bell.\n\n"
        "(b) Ring the bell.\n\n§§ 712.204-712.206 [Reserved]\n\n"
        "§ 712.207 Storms.\n\nThe wall is left\n\nPage 124\n\n"
        "TITLE 99--HARBORS AND LAMPS          Sec. 712.207\n\nalone in a storm.\n"
    )
    found = {one.citation: one.text for one in _passages(tmp_path, page)}
    assert list(found) == [
        "99 CFR 712.203(a)", "99 CFR 712.203(b)", "99 CFR 712.204", "99 CFR 712.207"
    ]  # fmt: skip
    assert found["99 CFR 712.203(b)"] == "(b) Ring the bell."
    assert found["99 CFR 712.204"] == "§§ 712.204-712.206 [Reserved]"
    assert found["99 CFR 712.207"].endswith("alone in a storm.")


def test_a_short_sentence_is_no_title_and_what_opens_definitions_no_term(tmp_path: Path) -> None:
    text = (
        "Title 99\n\n§ 712.201 Definitions.\n\nIn this part--\n\nKeeper means a person.\n\n"
        "§ 712.203 Rounds.\n\n(a) A round binds every keeper.\n\n(b) Late rounds.\n\n"
        "(1) The storm lasted.\n\n(2) The illness lasted.\n"
    )
    assert [(one.citation, one.heading[1:]) for one in _passages(tmp_path, text)] == [
        ("99 CFR 712.201", ()), ("99 CFR 712.201, Keeper", ("Keeper",)),
        ("99 CFR 712.203(a)", ("(a)",)), ("99 CFR 712.203(b)", ("Late rounds", "(b)")),
        ("99 CFR 712.203(b)(1)", ("Late rounds", "(b)(1)")),
        ("99 CFR 712.203(b)(2)", ("Late rounds", "(b)(2)")),
    ]  # fmt: skip


def test_a_sentence_parted_by_the_end_of_a_page_is_one_paragraph(tmp_path: Path) -> None:
    text = (
        "Title 99\n\n§ 712.203 Rounds.\n\n(a) The keeper walks the wall each\n\n"
        "night before the bell.\n\n(b) Nothing here is real.\n"
    )
    found = _passages(tmp_path, text)
    assert [one.citation for one in found] == ["99 CFR 712.203(a)", "99 CFR 712.203(b)"]
    assert found[0].text.endswith("before the bell.")


def test_paragraphs_that_ran_together_are_parted(tmp_path: Path) -> None:
    text = (
        "Title 99\n\n§ 712.203 Rounds. (a) Walk the wall. "
        "(b) Ring the bell: (1) Once; or (2) Twice."
    )
    assert [one.citation for one in _passages(tmp_path, text)] == [
        "99 CFR 712.203(a)", "99 CFR 712.203(b)", "99 CFR 712.203(b)(1)", "99 CFR 712.203(b)(2)"
    ]  # fmt: skip


def test_what_only_mentions_the_law_is_no_regulation(tmp_path: Path) -> None:
    path = tmp_path / "guide.md"
    path.write_text(
        "# Guide to Lamps\n\nUnder 99 CFR 712.203 a keeper walks.\n\n## 1.2 Purpose\n\n"
        "Section 4104 of title 99 grades lamps.\n\n## 1.3 Scope\n\nLamps of the wall.\n",
        "utf-8",
    )
    assert formats.parse(path).kind != "regulation"


def test_a_section_whose_sign_alone_is_damaged_is_no_part_of_the_one_before(
    tmp_path: Path,
) -> None:
    whole = {one.text: one.citation for one in _passages(tmp_path, RULES)}
    for sign in ("\\247 ", "\\xa7", "SS ", "=A7 ", "&#167;", "[sect] ", "(sect)"):
        text = RULES.replace("§ 712.203", f"{sign}712.203")
        assert {one.text: one.citation for one in _passages(tmp_path, text)} == whole


def test_a_statute_with_one_line_a_paragraph_needs_no_blank_lines(tmp_path: Path) -> None:
    text = (
        "Title 99\nCHAPTER 41--LAMP KEEPING\n§ 4104. Definitions\n"
        "For the purpose of this chapter--\n"
        "(1) lamp means a vessel that holds a light; and\n(2) keeper means a person.\n"
        "§ 4105. Steps of a keeper\n"
        "(a) A keeper who has walked the wall in each week of a year and whose lamps have burned "
        "in every storm of that year goes one step up on the first night after it, if--\n"
        "(1) the year had storms; or\n(2) the warden says so;\n"
        "subject to the following conditions:\n(A) no lamp was lost; and\n(B) no jar leaked.\n"
        "(b) The warden writes the step down.\n"
        "§ 4106. Storms\nLamps are put out.\n"
    )
    found = {one.citation: one for one in _passages(tmp_path, text)}
    assert list(found) == [
        "99 U.S.C. 4104", "99 U.S.C. 4104(1)", "99 U.S.C. 4104(2)", "99 U.S.C. 4105(a)",
        "99 U.S.C. 4105(a)(1)", "99 U.S.C. 4105(a)(2)", "99 U.S.C. 4105(a)(A)",
        "99 U.S.C. 4105(a)(B)", "99 U.S.C. 4105(b)", "99 U.S.C. 4106",
    ]  # fmt: skip
    assert found["99 U.S.C. 4104(1)"].heading == ("§ 4104. Definitions.", "(1)")


def test_a_heading_is_ended_by_a_marked_paragraph_where_lines_are_wrapped(tmp_path: Path) -> None:
    text = (
        "Title 99\nCHAPTER 41--LAMP KEEPING\nSec. 4105. Steps of a keeper\n"
        "(a) A keeper who has walked the wall in each\nweek of a year goes one step up.\n"
        "(b) The warden writes the step down in the\nledger of the wall.\n"
    )
    assert [one.citation for one in _passages(tmp_path, text)] == [
        "99 U.S.C. 4105(a)", "99 U.S.C. 4105(b)",
    ]  # fmt: skip


def test_the_title_a_page_states_names_the_code_of_its_bare_sections(tmp_path: Path) -> None:
    page = tmp_path / "saved.html"
    page.write_text(
        "<html><head><title>eCFR :: 6 CFR 940.401 -- Granting fog leave.</title></head><body>"
        "<h4>&sect; 940.401 Granting fog leave.</h4><p>(a) A made-up office grants fog leave:</p>"
        "<p>(1) In a fog; or</p><p>(2) After a fog.</p>"
        "<h4>&sect; 940.402 Fog leave in advance.</h4><p>(a) It may be granted in advance.</p>"
        "</body></html>",
        "utf-8",
    )
    document = formats.parse(page)
    assert document.kind == "regulation"
    cited = [passage.citation for passage in passages.split(document)]
    assert "6 CFR 940.401(a)(2)" in cited
    assert "6 CFR 940.402(a)" in cited


@pytest.mark.parametrize(
    "line", ["Secs. 712.204-712.206 [Reserved]", "§§ 712.204 to 712.206 [Reserved]"]
)
def test_a_section_in_a_stretch_that_is_kept_free_is_found_there(tmp_path: Path, line: str) -> None:
    text = (
        f"Title 99\n\nSec. 712.203  Rounds.\n(a) Walk it.\nSec. 712.204a  [Reserved]\n{line}\n"
        "Sec. 712.207  Storms.\n(a) Stay in.\n"
    )
    found = _passages(tmp_path, text)
    stretch = next(one for one in found if "to 712.206" in one.heading[-1])
    assert stretch.heading[-1] == "§§ 712.204 to 712.206 [Reserved]"
    facets = Facets(dict(enumerate(found)))
    for section, held in (("712.205", True), ("712.206", True), ("712.209", False)):
        named = facets.of_law(Reference("CFR", "99", section))
        assert ([found[key] for key in named] == [stretch]) is held


def test_sections_copied_without_their_title_are_read_by_section(tmp_path: Path) -> None:
    text = "§ 712.402 Storms.\n(a) The keeper may stay in.\n(b) The bell is rung.\n"
    found = _passages(tmp_path, text)
    assert [one.citation for one in found] == ["§ 712.402(a)", "§ 712.402(b)"]
    facets = Facets(dict(enumerate(found)))
    # Which title it is of is not said: whoever names one may mean it.
    assert facets.of_law(Reference("CFR", "99", "712.402", ("a",))) == {0, 1}


@pytest.mark.parametrize(
    "text",
    [
        "Of lamps.\n\n§ 712.402 Storms.\n(a) The keeper may stay in.\n",
        "712.402 Storms.\n(a) The keeper may stay in.\n",
        "§ 712.402 Storms.\nThe keeper may stay in.\n",
        "§ 4 Storms.\n(a) The keeper may stay in.\n",
    ],
)
def test_what_only_looks_like_bare_sections_is_no_regulation(tmp_path: Path, text: str) -> None:
    path = tmp_path / "lamps.txt"
    path.write_text(text, "utf-8")
    assert formats.parse(path).kind != "regulation"


def test_links_of_the_page_are_no_text_and_no_heading(tmp_path: Path) -> None:
    text = (
        "99 USC 4115: Lamps\n\nFrom Title 99-HARBORS\n\nCHAPTER 41-LAMPS\n\nJump To:\n\n"
        "Source Credit\n\nMiscellaneous\n\n§4115. Lamps of the wall\n\n"
        "Link to an amendment published at 91 FR 55555, Nov. 12, 2026.\n\n(a) They burn.\n\n"
        "Back to Top\n"
    )
    found = _passages(tmp_path, text)
    assert [(one.citation, one.text, one.heading[:-1]) for one in found] == [
        ("99 U.S.C. 4115(a)", "(a) They burn.", ("§ 4115. Lamps of the wall.",))
    ]
