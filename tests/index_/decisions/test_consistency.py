"""A decision held against itself, and levels and letters as guides print them.

Every decision here is made up; lantern keeping is not a federal occupation.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from index.decisions.stance.polarity import verdict
from index.documents import formats, passages
from index.models import Decision, Passage
from tests.index_.decisions.made_up import HEAD as LANTERN
from tests.index_.decisions.made_up import determined

HEAD = """\
[Fictional decision.]

Washington, DC

U.S. Office of Invented Affairs
Classification Appeal Decision
Under section 5112 of title 5, United States Code

[name]
Lead Beacon Keeper GS-9993-12
Bureau of Beacons
Department of Energy
Nowhere, Nevada
Beacon Keeper
GS-9993-{grade}
C-9993-11-06

A. N. Other
Classification Program Manager

10/31/2009

Date

As provided in section 511.612 of title 5, CFR, this pretend certificate binds nobody at all.
"""


def _read(folder: Path, body: str, grade: str = "11") -> tuple[Decision, tuple[Passage, ...]]:
    path = folder / "decision.txt"
    path.write_text(f"{HEAD.format(grade=grade)}\n{body}\n", "utf-8")
    reading = passages.cut(formats.parse(path))
    assert reading.decision is not None
    return reading.decision, tuple(reading.passages)


def test_no_paragraph_of_a_refused_level_is_shown_as_meeting_it(tmp_path: Path) -> None:
    decision, found = _read(
        tmp_path,
        "Factor 2, Supervisory Controls\n\n"
        "In its choice of rounds the appellant's work meets Level 2-5.\n\n"
        "Level 2-5 is not met in full. Level 2-4 is credited for 450 points.",
    )
    assert decision.factors[0].rejected == ("2-5",)
    assert not [p for p in found if p.level == "2-5" and p.stance in ("met", "credited")]


def test_no_paragraph_refuses_a_level_that_was_credited(tmp_path: Path) -> None:
    _, found = _read(
        tmp_path,
        "Factor 4, Complexity\n\n"
        "The appellant's oldest lamps do not meet Level 4-4.\n\n"
        "Taken as a whole the lamps meet Level 4-4. Level 4-4 is credited for 225 points.",
    )
    assert not [p for p in found if p.level == "4-4" and p.stance == "not_met"]


NAMES = ["Knowledge Required by the Position", "Supervisory Controls", "Guidelines", "Complexity"]


def _work(name: str, levels: str, points: str, total: str, grade: int) -> str:
    rows = [
        f"Factor {number}, {NAMES[number - 1]}\n\n"
        f"The {name} meets Level {number}-{level}. It does not meet Level {number}-"
        f"{int(level) + 1}, which lamps would need. Level {number}-{level} is credited for"
        f" {value} points."
        for number, (level, value) in enumerate(zip(levels, points.split(), strict=True), start=1)
    ]
    total_said = f"The total of {total} points for the {name} converts to GS-{grade}."
    return "\n\n".join([f"Evaluation of the {name}", *rows, total_said])


def test_kinds_of_work_keep_their_own_levels_and_the_one_certified_leads(tmp_path: Path) -> None:
    decision, found = _read(
        tmp_path,
        _work("trimming work", "6333", "950 275 275 150", "1,650", 8)
        + "\n\n"
        + _work("survey work", "7434", "1250 450 275 225", "2,400", 11)
        + "\n\n"
        + _work("filling work", "5222", "750 125 125 75", "1,075", 6),
    )
    assert [(work.name, work.total, work.grade) for work in decision.works] == [
        ("Evaluation of the survey work", 2400, 11),
        ("Evaluation of the trimming work", 1650, 8),
        ("Evaluation of the filling work", 1075, 6),
    ]
    assert [f.credited for f in decision.factors] == ["1-7", "2-4", "3-3", "4-4"]
    assert (decision.total, decision.grade) == (2400, 11)
    assert [f.credited for f in decision.works[2].factors] == ["1-5", "2-2", "3-2", "4-2"]
    assert not any("add up" in doubt or "converts" in doubt for doubt in decision.doubts)
    findings = {(p.heading[-2], p.level) for p in found if p.stance in ("met", "credited")}
    assert ("Evaluation of the trimming work", "1-6") in findings
    assert ("Evaluation of the survey work", "1-7") in findings


def _graded_apart(above: str, between: str, below: str) -> str:
    rows = "Level 1-5 is credited (750 points). Level 1-6 is not met."
    factor = f"Factor 1, Knowledge Required by the Position\n\n{rows}"
    return "\n\n".join(one for one in (above, between, factor, below) if one)


@pytest.mark.parametrize(
    ("above", "between", "below", "works"),
    [
        (
            (
                "Lead work\n\nThe highest level of work led is GS-7. The lead duties are therefore "
                "evaluated at GS-8."
            ),
            "Lamp work (75 percent)\n\nIt is measured by the lamp standard.",
            "",
            [("Lead work", 8, []), ("Lamp work (75 percent)", None, ["1-5"])],
        ),
        (
            "Application of the leader guide\n\nThe grade of the leader duties is GS-8.",
            "Duties done in person",
            "",
            [("Application of the leader guide", 8, []), ("Duties done in person", None, ["1-5"])],
        ),
        (
            "",
            "Lamp work\n\nIt is measured by the lamp standard.",
            "Work of leading others\n\nThe lead work equates to GS-8.",
            [("Work of leading others", 8, []), ("Lamp work", None, ["1-5"])],
        ),
        (
            "Lead work\n\nThe appellant believes that the lead work is evaluated at GS-9.",
            "Lamp work",
            "",
            [],
        ),
        (
            "Lead work\n\nThe agency evaluated the lead work at GS-9.",
            "Lamp work",
            "",
            [],
        ),
    ],
)
def test_work_that_a_guide_grades_as_a_whole_is_a_kind_of_its_own(
    tmp_path: Path, above: str, between: str, below: str, works: list[tuple[str, int, list[str]]]
) -> None:
    head = LANTERN.replace("GS-9998-7\nC-9998-07-44", "GS-9998-8\nC-9998-08-44")
    decision, _ = determined(tmp_path, _graded_apart(above, between, below), head)
    found = [(one.name, one.grade, [f.credited for f in one.factors]) for one in decision.works]
    assert found == works
    assert [f.credited for f in decision.factors] == ([] if works else ["1-5"])
    assert not {one.name for one in decision.criteria} & {one.name for one in decision.works}


def test_what_the_agency_had_found_is_no_kind_of_work(tmp_path: Path) -> None:
    theirs = _work("lamp work", "7434", "1250 450 275 225", "2,400", 11)
    ours = _work("lamp work", "6333", "950 275 275 150", "1,650", 8)
    decision, found = _read(
        tmp_path,
        theirs.replace("Evaluation of the lamp work", "The agency's evaluation")
        + "\n\n"
        + ours.replace("Evaluation of the lamp work", "Our evaluation"),
    )
    assert decision.works == ()
    assert [f.credited for f in decision.factors] == ["1-6", "2-3", "3-3", "4-3"]
    assert not [p for p in found if p.level == "1-7" and p.stance in ("met", "credited")]


@pytest.mark.parametrize(
    ("grade", "body", "said"),
    [
        (
            "11",
            "Decision\n\nThe position is properly classified as Beacon Keeper, GS-9993-12.",
            "Its head decides grade 11, its conclusion grade 12.",
        ),
        (
            "12",
            "Decision\n\nThe position is properly classified as Beacon Keeper, GS-9993-12.",
            "Its number is of grade 11, but it decides grade 12.",
        ),
    ],
)
def test_a_decision_that_contradicts_itself_says_so(
    tmp_path: Path, grade: str, body: str, said: str
) -> None:
    decision, _ = _read(tmp_path, body, grade)
    assert said in decision.doubts
    assert any("does not know its number" in doubt for doubt in decision.doubts)


def test_letters_and_charts_are_read_as_printed(tmp_path: Path) -> None:
    decision, _ = _read(
        tmp_path,
        "Factor 3, Supervisory and Managerial Authority Exercised\n\n"
        "The appellant exercises six of the powers of Level 3-3b. Level 3-3b is not met. "
        "Level 3-2c is credited for 450 points.\n\n"
        "Summary\n\n"
        "6. Personal contacts and\n7. Purpose of contacts 2-b 75",
    )
    three, chart = decision.factors
    assert (three.credited, three.points, three.rejected) == ("3-2c", 450, ("3-3b",))
    assert three.credits("3-2")
    assert three.refuses("3-3")
    assert (chart.factor, chart.credited, chart.points) == ("6/7", "2-b", 75)


def test_words_that_are_no_title_make_none(tmp_path: Path) -> None:
    body = "Introduction\n\nThe duties are graded as which they, GS-9993-07, for lack of oil."
    decision, _ = _read(tmp_path, body)
    titles = {decision.current.title, decision.requested.title, decision.decided.title}
    assert titles <= {"Lead Beacon Keeper", "Beacon Keeper", ""}


@pytest.mark.parametrize(
    ("sentence", "met"),
    [
        ("His rounds do not fall below Level 3-3.", True),
        ("Choosing the rounds at Level 3-3 resides with the Director, not with him.", False),
        ("Level 3-3 is inappropriate for this position.", False),
        ("Level 3-3 is inconsistent with the review of his rounds.", False),
        ("The agency did not credit Level 3-3, but we find that it should have.", True),
        ("The set rounds preclude Level 3-3.", False),
        ("We find no cause to disturb Level 3-3.", True),
        ("The agency erred in not crediting Level 3-3.", True),
        ("The agency erred in crediting Level 3-3.", False),
        ("The rounds may reach Level 3-3 but the lamps do not.", False),
        ("We see Level 3-2, not Level 3-3, in his rounds.", False),
    ],
)
def test_words_of_a_clause_are_multiplied(sentence: str, met: bool) -> None:
    found = verdict(sentence, "3-3")
    assert found is not None
    assert found.met is met


def test_a_sentence_without_such_words_says_nothing() -> None:
    assert verdict("Keepers at Level 3-3 trim wicks.", "3-3") is None
