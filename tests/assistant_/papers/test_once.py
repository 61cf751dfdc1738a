"""What a paper says, it says once, and where it belongs."""

from __future__ import annotations

import pytest

from assistant.papers.catalog import make
from assistant.papers.content import Paper, Quote, parts, plain
from assistant.papers.drafting import say, strong
from assistant.papers.quotations import _placed_once
from assistant.papers.statement.factors import said_by
from assistant.papers.subject import Matter, Subject, read_subject, subject_of_case
from core.appeals.facts import parse_appeal
from core.errors import CaseError
from core.model import Case, Classification, Determination, Duty, Evidence, Fact, Finding
from tests.assistant_.papers.conftest import CASES, DATED, Written, subject, text_of
from tests.assistant_.papers.reading import docx_document, lines, pdf_pages, squashed

_SENTENCE = "The chief sets the aims of the year and the means there are for it."
_FACT = Fact(
    factor=2,
    text=f"{_SENTENCE} Finished work is looked at as a whole.",
    source="Position description X-1, Factor 2, paragraph 9",
)


def _charted(**changes: object) -> Case:
    """Return a position under a standard whose chart gives Factors 6 and 7 one value."""
    levels = {"1": "1-7", "2": "2-4", "3": "3-3", "4": "4-4", "5": "5-3", "6": "6-3"}
    case = Case(
        title="A fictional specialist",
        standard="gs-0200",
        current=Classification(series="0201", grade=11),
        levels={**levels, "7": "7-C", "8": "8-1", "9": "9-1"},
    )
    return case.model_copy(update=changes)


def _text(paper: Paper) -> str:
    return "\n".join(lines(paper))


def _matter(case: Case, **rest: Subject) -> Matter:
    return Matter(subject_of_case(case), dated=DATED, **rest)  # type: ignore[arg-type]


def test_a_comparison_has_a_charts_two_factors_in_one_row_with_their_points() -> None:
    paper = make("comparison", _matter(_charted(sought={"7": "7-D"})))
    section = next(section for _, section in parts(paper) if section.title == "Factor by factor")
    (table,) = (block for block in section.blocks if block.kind == "table")
    rows = [[plain(cell) for cell in row] for row in table.rows]
    (contacts,) = (row for row in rows if row[0].startswith("6"))
    assert contacts[0].startswith("6/7. Personal Contacts and Purpose of Contacts")
    assert contacts[1:] == ["6/7-3C", "180", "6/7-3D", "280", "+100"]
    points = [int(row[2].replace(",", "")) for row in rows]
    assert sum(points[:-1]) == points[-1]
    assert "The two differ on 1 of 8 factors." in _text(paper)
    assert "Factor 6/7 alone, Level 6/7-3D for 6/7-3C: 2,640 points, GS-11" in _text(paper)
    assert "On the findings: Level 7-C." in _text(paper)


def test_of_two_evaluations_side_by_side_neither_is_called_that_of_record() -> None:
    other = subject_of_case(_charted(levels={**_charted().levels, "3": "3-4"}))
    paper = make("comparison", _matter(_charted(), other=other))
    assert "Level 3-4 is assigned; no finding" in _text(paper)
    assert "of record stands" not in _text(paper)


def test_evidence_that_is_part_of_a_fact_is_named_by_its_first_words() -> None:
    finding = Finding(
        aspect="2-4.assignment",
        answer="met",
        evidence=(Evidence(text=_SENTENCE, source=_FACT.source),),
    )
    text = _text(make("statement", _matter(_charted(facts=(_FACT,), findings=(finding,)))))
    assert text.count("and the means there are for it") == 1
    assert "found met: fact 1 above, “The chief sets the aims of …”" in text


def test_an_aspect_is_named_once_for_all_its_evidence() -> None:
    told = tuple(Evidence(text=f"Entry {n} of the log.", source="Log") for n in ("A", "B", "C"))
    finding = Finding(aspect="2-5.review", answer="met", evidence=told, by="J. Doe")
    case = _charted(findings=(finding,), sought={"2": "2-5"})
    for paper in ("statement", "assessment", "letter"):
        text = _text(make(paper, _matter(case)))
        assert text.count("How work is reviewed, found met (by J. Doe)") == (paper != "letter")
        assert text.count("Entry B of the log. (Log)") == 1


def test_a_finding_is_by_a_role_or_by_somebody() -> None:
    assert said_by("classifier") == " (by the classifier)"
    assert said_by("Åse Grønvold") == " (by Åse Grønvold)"
    assert said_by("") == ""


def test_what_cannot_credit_a_level_any_more_is_said_where_it_would_be_settled() -> None:
    refused = Finding(aspect="2-5.review", answer="not_met")
    text = _text(make("assessment", _matter(_charted(findings=(refused,), sought={"2": "2-5"}))))
    assert "not credited while “How work is reviewed” is found not met" in text


def test_quotations_of_one_place_in_a_row_tell_it_once() -> None:
    quotes = [Quote(words=(word,), place=say(place)) for word, place in (("a", "p"), ("b", "p"))]
    first, last, other = _placed_once([*quotes, Quote(words=("c",), place=say("q"))])
    assert [plain(one.place) for one in (first, last, other)] == ["", "p", "q"]


def test_runs_of_one_style_side_by_side_are_one_run() -> None:
    assert say(strong("Counter"), strong(", "), strong("40%"), " of it", " all") == say(
        strong("Counter, 40%"), " of it all"
    )


def test_shares_that_are_not_the_whole_leave_a_gap() -> None:
    duties = (Duty(title="Files", text="Files mail.", percent_supervisor=90),)
    text = _text(make("statement", _matter(_charted(duties=duties))))
    assert "Shares stated: 90%, not the whole: [what the rest of the time goes to" in text
    assert "not the whole" not in text_of("security", "statement")


def test_a_request_to_correct_a_description_does_not_cite_the_description_as_the_work() -> None:
    mine = Fact(factor=2, text="Nobody reads my drafts.", source="The employee")
    duties = (Duty(title="Files", text="Files mail.", percent_supervisor=100),)
    case = _charted(facts=(_FACT, mine), duties=duties)
    text = _text(make("correction", _matter(case)))
    assert "Nobody reads my drafts." in text
    assert _SENTENCE not in text
    assert "[what of this is done otherwise, what is done besides" in text


def test_a_letter_on_kinds_of_work_tells_the_facts_stated() -> None:
    told = (CASES / "mixed.toml").read_text("utf-8")
    told = f'{told}\n[[facts]]\ntext = "The studies fill the summer."\nsource = "Calendar"\n'
    mixed = read_subject(told, where="mixed.toml", fmt="toml")
    assert "The studies fill the summer. (Calendar)" in _text(make("letter", Matter(mixed)))


def test_what_is_said_of_several_kinds_of_work_is_said_once_and_asked_once() -> None:
    told = (CASES / "mixed.toml").read_text("utf-8")
    twice = told.replace("grade = 11\ncitation", "standard = 'fes-primary'\ncitation").replace(
        'citation = { document = "Evaluation statement", edition = "2025", page = "2" }',
        'levels = { 1 = "1-7", 2 = "2-4", 3 = "3-3", 4 = "4-4", 5 = "5-3", 6 = "6-3", 7 = "7-2", '
        '8 = "8-1", 9 = "9-1" }',
    )
    twice = twice.replace("recruiting = true\n", "")
    text = _text(make("statement", Matter(read_subject(twice, where="mixed.toml", fmt="toml"))))
    assert "Studies, Reports: The Primary Standard cannot classify a position by itself" in text
    assert text.count("The Primary Standard cannot classify a position by itself") == 1
    assert text.count("Would the knowledge and skills of this work be required in recruit") == 1


def test_a_supervisor_is_told_the_points_and_how_far_the_next_grade_is() -> None:
    opening = text_of("supervisor", "assessment").split("The points as they stand")[0]
    found = subject("supervisor").supervised
    assert found is not None
    assert found.margin is not None
    assert f"The factors total {found.total:,} points" in opening
    assert f"{found.margin.to_next:,} short of {found.margin.next_grade}" in opening


def test_the_register_is_counted_for_the_pay_plan_held() -> None:
    told = (CASES / "wage.toml").read_text("utf-8").replace("5803", "4749")
    wage = read_subject(told, where="wage.toml", fmt="toml")
    text = _text(make("assessment", Matter(wage)))
    assert "Those on WG-4749, before or after" in text
    assert "GS-4749" not in text


def test_the_first_page_s_risk_is_not_told_again_at_the_end() -> None:
    for name in ("wage", "mixed", "security"):
        text = text_of(name, "assessment")
        assert text.count("OPM decides the whole position, not the one factor in dispute.") <= 1
        assert text.count("OPM's decision can also lower the job.") <= 1


def test_a_drawing_is_described_in_words_only_to_those_who_do_not_see_it(
    written: list[Written],
) -> None:
    one = next(one for one in written if one.name == "security statement")
    told = "The points by factor are those of the table"
    assert f"{told}" in one.file("markdown").decode()
    assert f"<desc>{told}" in one.file("html").decode()
    assert one.file("html").decode().count(told) == 1
    assert not any(
        told in paragraph.text for paragraph in docx_document(one.file("docx")).paragraphs
    )
    assert not any(squashed(told) in squashed(page) for page in pdf_pages(one.file("pdf")))


def test_a_guide_and_kinds_of_work_stand_in_the_assessment_and_the_letter() -> None:
    told = (CASES / "counter.toml").read_text("utf-8")
    told = told.replace("[levels]", '[[facts]]\ntext = "A fact."\nsource = "Log"\n[levels]')
    told += "\n[sought]\nresponsibility = 7\n"
    matter = Matter(read_subject(told, where="counter.toml", fmt="toml"))
    assessment, letter = _text(make("assessment", matter)), _text(make("letter", matter))
    assert "How work is given out and looked at" in assessment
    assert "Review, found not met: Every closed case is looked at. (The supervisor)" in assessment
    assert "Level of responsibility: I ask for level 7, because [the facts that meet it]" in letter
    assert "A fact. (Log)" in letter
    assert _text(make("statement", matter)).count("Log") == 1
    mixed = text_of("mixed", "assessment")
    assert "Kinds of work, their grades and shares of time" in mixed
    assert "By the employee's shares: GS-12." in mixed


def test_levels_of_record_that_stand_are_told_once() -> None:
    standing = _charted(levels={**_charted().levels, "8": "8-1"})
    text = _text(make("statement", _matter(standing)))
    assert "Level of record\n" in text
    assert "Of record\n" not in text
    assert "Of record\n" not in text_of("clerk", "statement")


def test_one_reason_for_series_and_title_is_told_once() -> None:
    made = Determination(series="0201", title="Human Resources Specialist", reason="It is so")
    text = _text(make("statement", _matter(_charted(determined=made))))
    assert text.count("It is so.") == 1
    alone = Determination(title="Human Resources Specialist", reason="It is so")
    assert _text(make("statement", _matter(_charted(determined=alone)))).count("It is so.") == 1


def test_a_day_that_has_passed_is_not_answered_by_asking_for_the_decision() -> None:
    told = (CASES / "decided.toml").read_text("utf-8").replace("2025-06-20", "2025-08-20")
    matter = Matter(subject_of_case(_charted()), facts=parse_appeal(told))
    with pytest.raises(CaseError) as raised:
        make("reconsideration", matter)
    assert raised.value.sentence().endswith("waive the limit")


def test_a_panel_sees_the_facts_of_both_evaluations_each_once() -> None:
    own = Fact(factor=3, text="The manual leaves gaps.", source="Chief")
    new = Fact(factor=3, text="There is no manual.", source="The employee")
    levels = {**_charted().levels, "3": "3-4"}
    other = subject_of_case(_charted(levels=levels, facts=(own, new)))
    text = _text(make("comparison", _matter(_charted(facts=(own,)), other=other)))
    assert text.count("The manual leaves gaps.") == 1
    assert "Facts that only the evaluation called Second states:\nThere is no manual." in text


def test_an_assessment_says_once_that_a_grievance_procedure_can_review_what_no_appeal_can() -> None:
    text = _text(make("assessment", _matter(_charted())))
    assert text.count("a grievance procedure, where one applies, can review it") == 1
    for kept in ("is not appealed.", "assignment or detail beyond the duties"):
        assert kept in text
