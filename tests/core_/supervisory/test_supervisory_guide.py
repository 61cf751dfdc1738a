"""The guide as data: against the published document, and refusing every mistake in its file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.errors import StandardError
from core.standards.catalog import list_standards
from core.supervisory import load_guide, parse_supervisory, supervisory_data
from core.supervisory.guide import Guide
from core.supervisory.models import guide_standard
from tests.core_.required import requirements
from tests.core_.scoring import read_guide

FILE = Path(__file__).resolve().parents[3] / "core" / "standards" / "data" / "gssg" / "1998-04.toml"
TEXT = FILE.read_text(encoding="utf-8")
LEVEL = re.compile(r"(?:Sub)?[Ff]actor Level (\d[AB]?-\d) *-- *(\d+) [Pp]oints")
BASE = re.compile(r"GS-(\d+)(?: or (\d+))?(?: or (higher))?,? or equivalent\s+(5-\d)\s+(\d+)")
ROW = re.compile(r"(\d{4})- ?(up|\d{4}) \| GS-(\d+)")
WORDS = {1: ("one", "single"), 3: ("three",), 6: ("six",), 8: ("eight",)}


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide()


@pytest.fixture(scope="session")
def pages(corpus: Path) -> dict[str, str]:
    """The text of the published guide by printed page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(
        corpus / "standards" / "general-schedule-supervisory-guide.pdf"
    )
    texts = {}
    for page in document:
        text = page.get_textpage().get_text_range().replace("\r\n", "\n")
        footer = re.search(r"Office of Personnel Management (\d+)\s*$", text)
        assert footer
        texts[footer[1]] = text
    return texts


@pytest.mark.corpus
def test_points_and_pages_of_every_level_are_the_published_ones(
    guide: Guide, pages: dict[str, str]
) -> None:
    published = {
        match[1]: (int(match[2]), page)
        for page, text in pages.items()
        for match in LEVEL.finditer(text)
    }
    for page, text in pages.items():
        for match in BASE.finditer(text):
            published[match[4]] = (int(match[5]), page)
    ours = {row.level: (row.points, row.page) for f in guide.table.factors for row in f.levels}
    assert ours == published
    assert len(ours) == 33


@pytest.mark.corpus
def test_the_chart_of_base_grades_is_the_published_one(guide: Guide, pages: dict[str, str]) -> None:
    published: dict[int, str] = {}
    for match in BASE.finditer(pages["23"]):
        last = 15 if match[3] else int(match[2] or match[1])
        published.update(dict.fromkeys(range(int(match[1]), last + 1), match[4]))
    assert guide.grade_levels == published


@pytest.mark.corpus
def test_the_conversion_chart_is_the_published_one(guide: Guide, pages: dict[str, str]) -> None:
    published = {
        (int(grade), int(low), None if high == "up" else int(high), page)
        for page, text in pages.items()
        for low, high, grade in ROW.findall(text)
    }
    assert {(r.grade, r.min, r.max, r.page) for r in guide.table.conversion} == published
    assert len(published) == 11


@pytest.mark.corpus
def test_names_and_pages_of_the_special_situations_are_the_published_ones(
    guide: Guide, pages: dict[str, str]
) -> None:
    after = pages["27"].partition("SPECIAL SITUATIONS")[2]
    published = {
        (int(number), name, page)
        for page, text in (("27", after), ("28", pages["28"]), ("29", pages["29"]))
        for number, name in re.findall(r"^(\d)\. ([A-Z][A-Za-z ]+): *$", text, re.MULTILINE)
    }
    assert {(s.number, s.name, s.page) for s in guide.situations} == published
    assert len(published) == 8


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("paragraph", "start", "end", "last"),
    [
        ("3-2b", "b. Where work", "c. Carry out", 5),
        ("3-2c", "c. Carry out", "Factor Level 3-3", 10),
        ("3-3b", "b. Exercise all", "Factor Level 3-4", 15),
    ],
)
def test_the_lists_of_authorities_are_as_long_as_the_published_ones(
    guide: Guide, pages: dict[str, str], paragraph: str, start: str, end: str, last: int
) -> None:
    text = "\n".join(pages[page] for page in ("15", "16", "17"))
    part = text.partition(start)[2].partition(end)[0]
    numbers = [int(number) for number in re.findall(r"^(\d{1,2})\. ", part, re.MULTILINE)]
    assert numbers == list(range(1, last + 1))
    assert len(guide.authorities[paragraph].items) == last
    assert start in pages[guide.authorities[paragraph].page]


@pytest.mark.corpus
def test_every_figure_of_a_rule_stands_on_its_page(guide: Guide, pages: dict[str, str]) -> None:
    for rule in guide.rules.values():
        if rule.citation["document"] != guide.table.document:
            continue
        assert rule.citation["page"] in pages
        if rule.value is None:
            continue
        text = pages[rule.citation["page"]].lower()
        forms = (str(rule.value), f"{rule.value:02d}", *WORDS.get(rule.value, ()))
        assert any(re.search(rf"\b{form}\b", text) for form in forms), rule.code


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("coverage-direction", "combined technical and administrative direction"),
        ("coverage-time", "at least 25 percent of the position's time"),
        ("coverage-staff", "noncontractor personnel"),
        ("exclusion-temporary", "in the absence of another"),
        ("position-grade", "the grade for the higher level duties"),
        ("supervisory-title", "even if nonsupervisory"),
        ("deputy", "one grade lower than"),
        ("deputy-definition", "alter ego"),
        ("scope-and-effect", "both scope and effect"),
        ("reports-to-deputy", "reporting to a deputy or full assistant chief"),
        ("reports-to-assistant", "intervening, reporting level"),
        ("rank-of-position", "full performance level or rank"),
        ("two-chiefs", "reports to two positions"),
        ("executive-equivalents", "commanding officers"),
        ("level-3-2c-first", "at least three of the first four"),
        ("level-3-2c-all", "six or more of the following 10"),
        ("level-3-3b", "at least 8 of the following"),
        ("level-3-4", "included at lower levels"),
        ("workload-base", "25 percent or more of the workload"),
        ("workload-measure", "dollars spent on human services"),
        ("full-performance", "trainee, developmental"),
        ("workload-exclusions", "work leader grade-evaluation guide"),
        ("supervisor-time", "at least 50 percent of the duty time"),
        ("situations", "3 or more"),
        ("situations-highest", "do not add any levels"),
        ("base-plus-one", "one grade above the"),
        ("condition-a", "25 percent or more of the workload directed"),
        ("condition-b", "factor level 3-2"),
        ("gs-9-base", "gs-09"),
        ("gs-9-floor", "less than gs-11"),
        ("adjustment-deputy", "may not be applied directly to"),
    ],
)
def test_rules_stand_on_the_page_they_cite(
    guide: Guide, pages: dict[str, str], code: str, words: str
) -> None:
    text = " ".join(pages[guide.cite(code)["page"]].lower().split())
    assert words in text


@pytest.mark.corpus
def test_paragraphs_of_factor_6_stand_on_their_pages(guide: Guide, pages: dict[str, str]) -> None:
    for up_to, level, page in guide.usual_conditions:
        assert level.startswith("6-")
        text = " ".join(pages[page].split())
        assert "subordinate supervisors" in text
        assert re.search(rf"GS-(?:\d+ or )?{min(up_to, 12)}\b|GS-\d+ or {up_to}\b", text), level


def test_the_guide_does_not_break_the_catalogue() -> None:
    assert "fes-primary" in {entry.id for entry in list_standards()}


def test_the_digests_are_a_standard_like_any_other() -> None:
    standard = guide_standard()
    assert standard.method == "gssg"
    assert [str(factor.factor) for factor in standard.factors] == [
        "1", "2", "3", "4A", "4B", "5", "6",
    ]  # fmt: skip
    for factor in standard.factors:
        assert factor.measures
        for level in factor.levels:
            assert level.summary
            assert requirements(level)
            assert all(aspect.text and aspect.page.isdecimal() for aspect in level.aspects)


def test_a_date_chooses_the_edition() -> None:
    assert load_guide(date(1998, 4, 1)) is load_guide()
    assert load_guide(date(2024, 1, 1)) is load_guide()
    with pytest.raises(StandardError, match="no edition of gssg held here was in force"):
        load_guide(date(1998, 3, 31))
    with pytest.raises(StandardError, match="no edition of gssg held here was in force"):
        guide_standard(date(1998, 3, 31))


def test_the_edition_and_its_reason_open_the_derivation() -> None:
    request: dict[str, Any] = {"standard": "gssg", "total": 1165, "as_of": "2010-01-01"}
    found = supervisory_data(parse_supervisory(request))
    assert found["edition"] == "1998-04"
    assert "in force on 2010-01-01" in found["derivation"][0]["text"]


CHANGES = [
    ("no TOML", 'id = "gssg"', "id gssg", "not valid TOML"),
    ("another id", 'id = "gssg"', 'id = "guide"', "must be gssg"),
    ("another method", 'method = "gssg"', 'method = "fes"', "must be gssg"),
    ("no start", "in_force_from = 1998-04-01", "", "in_force_from is missing"),
    ("a key too many", 'pay_plan = "GS"', 'pay_plan = "GS"\npay = 1', "pay is not a key"),
    ("points that fall", 'points = 350\npage = "10"', 'points = 100\npage = "10"', "not more"),
    ("a base level unknown", 'level = "5-8"\ngrades', 'level = "5-9"\ngrades', "no level of this"),
    ("a base on another page", 'grades = [12]\npage = "23"', 'grades = [12]\npage = "22"', "page"),
    ("a base grade twice", "grades = [12]", "grades = [11]", "repeats GS-11"),
    ("a base grade missing", "grades = [12]", "grades = [16]", "every grade"),
    ("base grades as text", "grades = [12]", 'grades = "12"', "list of grades"),
    ("conditions out of order", "up_to = 8", "up_to = 5", "must rise"),
    ("a situation out of order", "number = 2", "number = 3", "numbered in order"),
    ("a list twice", 'paragraph = "3-2c"', 'paragraph = "3-2b"', "repeats 3-2b"),
    ("items that are no list", "also = []", 'also = "none"', "list of texts"),
    ("a rule twice", 'code = "condition-b"', 'code = "condition-a"', "repeats 'condition-a'"),
    ("a value as text", "value = 50", 'value = "50"', "whole number"),
    ("a rule without a page", 'page = "30"\nsection', "section", "without its printed page"),
    ("a gap in the chart", "min = 1105", "min = 1200", "no grade for"),
]


@pytest.mark.parametrize(
    ("before", "after", "said"), [pytest.param(*row[1:], id=row[0]) for row in CHANGES]
)
def test_a_mistake_in_the_file_is_refused_by_name(before: str, after: str, said: str) -> None:
    assert before in TEXT
    with pytest.raises(StandardError) as caught:
        read_guide(TEXT.replace(before, after, 1), where="gssg/1998-04.toml")
    assert said in caught.value.message
    assert caught.value.where == "gssg/1998-04.toml"
    assert caught.value.hint.endswith((".", '".'))


def test_reading_the_file_again_gives_the_same_guide(guide: Guide) -> None:
    again = read_guide(TEXT, where="gssg/1998-04.toml")
    for part in ("table", "grade_levels", "usual_conditions", "situations", "situation_names",
                 "authorities", "rules", "data"):  # fmt: skip
        assert getattr(again, part) == getattr(guide, part), part
    assert again.table.by_factor == guide.table.by_factor
    assert again.table.floors == guide.table.floors


def test_optional_parts_of_the_file_may_be_there_or_not() -> None:
    text = TEXT.replace('status = "in_force"', 'status = "superseded"\nin_force_to = 2030-01-01')
    text = text.replace("series = []", "").replace("[[notes]]", '[[notes]]\ndocument = "D"', 1)
    text = text.replace('page = "2"\nmethod', 'section = "Guide"\npage = "2"\nmethod')
    text = text.replace('code = "total"', 'code = "total"\ndocument = "D"\nedition = "E"')
    found = read_guide(text, where="gssg/1998-04.toml")
    assert (found.table.status, found.in_force_to) == ("superseded", date(2030, 1, 1))
    assert (found.table.section, found.data["section"], found.table.series) == (
        "Guide", "Guide", (),
    )  # fmt: skip
    assert found.table.notes[0].document == "D"
    assert (found.cite("total")["document"], found.cite("total")["edition"]) == ("D", "E")
    cancelled = TEXT.replace(
        'status = "in_force"', 'status = "cancelled"\nin_force_to = 2030-01-01'
    )
    assert read_guide(cancelled, where="x").table.status == "cancelled"
    assert found.table.content != read_guide(TEXT, where="x").table.content


def test_a_rule_without_a_figure_gives_none(guide: Guide) -> None:
    with pytest.raises(StandardError, match="'condition-b' has no value"):
        guide.value("condition-b")
