"""Guides without points: guide files, bad input, and what holds for every set of answers."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import CaseError, StandardError
from core.model import Finding
from core.narrative.evaluation import (
    NarrativeCase,
    evaluate_narrative,
    list_guides,
    load_guide,
    parse_guide,
)
from core.reading import build, load

GUIDE = "fictional-counter-work"
FILE = (
    Path(__file__).resolve().parents[3] / "core" / "narrative" / "data" / GUIDE / "2024-01.toml"
).read_text(encoding="utf-8")
BASE = f'title = "A fictional clerk"\nguide = "{GUIDE}"\n'


def parsed(text: str, where: str = "") -> NarrativeCase:
    data = load(text, where=where, fmt="toml", error=CaseError)
    return build(NarrativeCase, data, where=where, error=CaseError)


def evaluate(more: str = ""):  # type: ignore[no-untyped-def]
    return evaluate_narrative(parsed(BASE + more, "clerk.toml"), where="clerk.toml")


# --- the guide files -----------------------------------------------------------------------


def test_every_guide_held_is_marked_fictional_until_a_real_one_is_digested() -> None:
    guides = list_guides()
    assert guides
    for guide in guides:
        assert guide.fictional
        assert "fictional" in guide.title
        assert "fictional" in guide.document
        assert all(level.page for found in guide.criteria for level in found.levels)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("grade = 5\n", "grade = 3\n", "stands twice"),
        ("grade = 4\n", "grade = 6\n", "lowest first"),
        ("grade = 3\n", 'grade = 3\nlevel = "A"\n', "either a grade or a level"),
        ("grade = 3\n", "", "either a grade or a level"),
        ('key = "responsibility"', 'key = "nature"', "stands twice"),
        ('key = "facts"\n', 'key = "variety"\n', "stands twice"),
        ('key = "facts"\n', 'key = "The Facts"\n', "not a key"),
        ('any_of = "working_out"\n', "", "stands once"),
        ("significant = false\n", 'significant = false\nany_of = "x"\n', "stands once"),
        ('governing = "lowest"', 'governing = "chart"', "chart"),
        ('governing = "lowest"', 'governing = "criterion"', "governing_criterion"),
        ('lowest"\ngoverning_text', 'sum"\ngoverning_text', '"whole"'),
        ('page = "4"\n', "", "page"),
        ('kind = "narrative-factor"', 'kind = "points"', "narrative-factor"),
        ('id = "fictional-counter-work"', 'ident = "x"', "ident"),
        ("in_force_from = 2024-01-01", "in_force_from = 2024-13-01", "in_force_from"),
    ],
)
def test_a_mistake_in_a_guide_names_it(old: str, new: str, said: str) -> None:
    assert old in FILE
    with pytest.raises(StandardError) as caught:
        parse_guide(FILE.replace(old, new, 1), "mine.toml")
    assert said in caught.value.sentence()
    assert "mine.toml" in caught.value.sentence()


CHART = """
id = "c"
edition_id = "1"
title = "Fictional chart"
document = "Fictional chart"
edition = "fictional"
fictional = true
in_force_from = 2020-01-01
governing = "chart"
governing_page = "2"
[[criteria]]
key = "a"
name = "A"
page = "1"
measures = "Made up."
[[criteria.levels]]
level = "I"
page = "1"
summary = "Made up."
[[criteria.levels.aspects]]
key = "k"
name = "K"
text = "Made up."
[[chart]]
levels = { a = "I" }
grade = 9
page = "2"
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('levels = { a = "I" }', 'levels = { a = "II" }', "Its levels are I"),
        ('levels = { a = "I" }', 'levels = { b = "I" }', "Name a level for each of a"),
        ('governing = "chart"', 'governing = "lowest"', "chart"),
        ('governing_page = "2"', "", "governing_page"),
        (
            'page = "2"\n',
            'page = "2"\n[[chart]]\nlevels = { a = "I" }\ngrade = 11\npage = "2"\n',
            "the same",
        ),
    ],
)
def test_a_mistake_in_a_chart_names_it(old: str, new: str, said: str) -> None:
    assert parse_guide(CHART).grades() == (9,)
    position = CHART.rindex(old)
    with pytest.raises(StandardError) as caught:
        parse_guide(CHART[:position] + new + CHART[position + len(old) :])
    assert said in caught.value.sentence()


def test_a_guide_that_does_not_say_how_to_combine_rests_on_the_rule_of_full_intent() -> None:
    silent = FILE.replace('governing = "lowest"\n', "").replace('governing_page = "3"\n', "")
    start = silent.index("governing_text")
    silent = silent[:start] + silent[silent.index("\n", start) + 1 :]
    case = parsed(BASE + "[levels]\nnature = 5\nresponsibility = 3\n")
    result = evaluate_narrative(case, parse_guide(silent))
    assert result.grade == "GS-3"
    step = next(step for step in result.derivation if step.rule == "governing")
    assert (step.citation.document, step.citation.page) == ("The Classifier's Handbook", "38")


def test_the_edition_in_force_on_the_day_applies() -> None:
    assert load_guide(GUIDE).edition_id == "2024-01"
    with pytest.raises(StandardError, match=r"2023-12-31.*2024-01"):
        evaluate("as_of = 2023-12-31\n")
    with pytest.raises(StandardError, match=GUIDE):
        load_guide("../standards/fes-primary")


def reasons(more: str) -> dict[str, str]:
    return {found.criterion: found.reason for found in evaluate(more).criteria}


def test_each_criterion_says_what_decided_it() -> None:
    found = reasons(
        "[levels]\nnature = 4\nresponsibility = 4\n"
        + "".join(
            f'[[findings]]\naspect = "{aspect}"\nanswer = "{answer}"\n'
            for aspect, answer in (
                ("nature-5.variety", "met"),
                ("nature-5.facts", "met"),
                ("responsibility-5.guidance", "not_met"),
            )
        )
    )
    assert found["nature"] == (
        "Nature of assignment: level 5, because nature-5.variety, nature-5.facts are met."
    )
    assert found["responsibility"] == (
        "Level of responsibility: level 4. Level 5 is not met, because of "
        "responsibility-5.guidance."
    )
    quiet = reasons("[levels]\nnature = 4\nresponsibility = 4\n[sought]\nresponsibility = 5\n")
    assert quiet["nature"].endswith("level 4, the level of record, which no finding questions.")
    assert quiet["responsibility"].startswith("Level of responsibility: at least level 4, at most")
    lowest = '[[findings]]\naspect = "nature-3.facts"\nanswer = "not_met"\n'
    below = reasons(f"[levels]\nresponsibility = 4\n{lowest}")
    assert below["nature"] == (
        "Nature of assignment: below the lowest description. Level 3 is not met, because of "
        "nature-3.facts."
    )


def told(more: str) -> dict[str, tuple[str, str]]:
    result = evaluate(more)
    return {check.code: (check.message, check.citation.page) for check in result.findings}


def test_what_is_pointed_out_names_figures_and_pages() -> None:
    found = told("[levels]\nnature = 7\nresponsibility = 5\n")
    message, page = found["criteria-differ"]
    assert "Nature of assignment: 7, Level of responsibility: 5" in message
    assert page == "3"  # where the guide says what governs
    message, page = found["intermediate-grade"]
    assert "GS-6" in message
    assert page == "37"  # The Classifier's Handbook
    assert found["clerical-only"][1] == "2"
    unsettled = told("[levels]\nnature = 4\nresponsibility = 3\n[sought]\nnature = 5\n")
    assert unsettled["open-without-effect"] == (
        "Open questions on Nature of assignment cannot change the grade.",
        "3",
    )


def test_the_derivation_tells_the_format_the_rule_and_the_grade() -> None:
    settled = evaluate("[levels]\nnature = 4\nresponsibility = 4\n").derivation
    texts = {step.rule: step for step in settled}
    assert "factor by factor" in texts["format"].text
    assert (texts["intent"].citation.page, texts["governing"].citation.page) == ("38", "3")
    assert texts["grade"].text == "The grade is GS-4."
    open_ = evaluate(
        "[levels]\nnature = 4\nresponsibility = 4\n[sought]\nnature = 5\nresponsibility = 5\n"
    ).derivation[-1]
    assert open_.text == "The grade is not determined: GS-4, GS-5 remain possible."
    none = evaluate(
        "[levels]\nnature = 3\nresponsibility = 3\n"
        '[[findings]]\naspect = "nature-3.facts"\nanswer = "not_met"\n'
    ).derivation[-1]
    assert none.text == "The grade is not determined: the guide gives none."


def test_a_grade_by_chart_cites_its_cell() -> None:
    case = parsed('title = "x"\nguide = "c"\n[levels]\na = "I"\n')
    result = evaluate_narrative(
        case, parse_guide(CHART.replace('grade = 9\npage = "2"', 'grade = 9\npage = "7"'))
    )
    assert result.grade == "GS-9"
    assert result.derivation[-1].citation.page == "7"


# --- bad input -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "field", "remedy"),
    [
        ("[levels]\nnatur = 4\n", "levels", "nature, responsibility"),
        ("[levels]\nnature = 6\n", "levels.nature", "3, 4, 5, 7"),
        ("[levels]\nnature = 4.5\n", "levels.nature", "none lies between two"),
        ("[sought]\nnature = 9\n", "sought.nature", "3, 4, 5, 7"),
        (
            '[[findings]]\naspect = "nature-4.x"\nanswer = "met"\n',
            "findings[1]",
            "nature-4.variety",
        ),
        ('[[findings]]\naspect = "2-4.review"\nanswer = "met"\n', "findings[1]", "CRITERION-LEVEL"),
        ('[[findings]]\naspect = "nature-4.facts"\nanswer = "yes"\n', "findings[1]", '"met"'),
        ('[overall]\ngrade = 5\nreason = "x"\n', "overall", "combines its criteria itself"),
        ("level = 4\n", "level", '"levels"'),
        ('guid = "x"\n', "guid", '"guide"'),
    ],
)
def test_a_mistake_is_one_sentence_with_field_and_remedy(
    more: str, field: str, remedy: str
) -> None:
    with pytest.raises(CaseError) as caught:
        evaluate(more)
    assert caught.value.exit_code == 2
    assert field in caught.value.where
    assert caught.value.where.startswith("clerk.toml")
    assert remedy in caught.value.sentence()


# --- what always holds -------------------------------------------------------------------------

ASPECTS = [
    f"{found.key}-{level.name}.{aspect.key}"
    for found in load_guide(GUIDE).criteria
    for level in found.levels
    for aspect in level.aspects
]
ANSWERS = st.dictionaries(
    st.sampled_from(ASPECTS), st.sampled_from(["met", "not_met", "exceeded", "unknown"])
)
GRADE = st.sampled_from(["3", "4", "5", "7"])
RECORD = st.fixed_dictionaries({}, optional={"nature": GRADE, "responsibility": GRADE})


def case_of(answers: dict[str, str], record: dict[str, str]) -> NarrativeCase:
    return NarrativeCase(
        title="x",
        guide=GUIDE,
        levels=record,
        findings=tuple(
            Finding.model_validate({"aspect": name, "answer": value})
            for name, value in answers.items()
        ),
    )


def worth(grades: tuple[str, ...], *, below: bool) -> tuple[int, int]:
    """The lowest and highest grade that remain; work below the guide counts as 0."""
    numbers = [int(grade.removeprefix("GS-")) for grade in grades]
    return (0 if below or not numbers else min(numbers), max(numbers, default=0))


@given(answers=ANSWERS, record=RECORD)
@settings(max_examples=60)
def test_the_order_of_answers_never_matters(
    answers: dict[str, str], record: dict[str, str]
) -> None:
    forward = evaluate_narrative(case_of(answers, record))
    backward = evaluate_narrative(
        case_of(dict(reversed(answers.items())), dict(reversed(record.items())))
    )
    assert forward.model_dump_json() == backward.model_dump_json()


@given(answers=ANSWERS, record=RECORD, name=st.sampled_from(ASPECTS))
@settings(max_examples=120)
def test_finding_one_more_aspect_met_never_lowers_the_grade(
    answers: dict[str, str], record: dict[str, str], name: str
) -> None:
    worse = evaluate_narrative(case_of({**answers, name: "not_met"}, record))
    better = evaluate_narrative(case_of({**answers, name: "met"}, record))
    low, high = worth(worse.possible, below=any("" in c.possible for c in worse.criteria))
    least, most = worth(better.possible, below=any("" in c.possible for c in better.criteria))
    assert least >= low
    assert most >= high


@given(answers=ANSWERS, record=RECORD)
@settings(max_examples=60)
def test_the_grade_is_among_what_every_criterion_allows(
    answers: dict[str, str], record: dict[str, str]
) -> None:
    result = evaluate_narrative(case_of(answers, record))
    for criterion in result.criteria:
        assert (criterion.level is None) == (len(criterion.possible) > 1 or criterion.below)
        if result.grade is not None and criterion.level is not None:
            assert int(result.grade.removeprefix("GS-")) <= int(criterion.level)
    assert (result.grade is None) == bool(result.questions)


def test_many_criteria_do_not_take_forever() -> None:
    block = FILE[FILE.index("[[criteria]]") : FILE.index("# --- level of resp")]
    head = FILE[: FILE.index("# --- nature of")]
    guide = parse_guide(head + "".join(block.replace("nature", f"n{i}", 1) for i in range(40)))
    started = time.perf_counter()
    result = evaluate_narrative(parsed(BASE), guide)
    assert time.perf_counter() - started < 1
    assert result.possible == ("GS-3", "GS-4", "GS-5", "GS-7")
