"""A level sought that the edition held does not describe is in every paper, counted and marked."""

from __future__ import annotations

from assistant.papers.catalog import make
from assistant.papers.content import Paper
from assistant.papers.subject import Matter, read_subject
from core.fes.whatif.thresholds import sought_total
from tests.assistant_.papers.conftest import CASES, DATED
from tests.assistant_.papers.reading import lines

FACT = "No manual covers the plans the employee writes."


def _matter() -> Matter:
    """Return the security specialist who seeks Level 3-5, which the partial edition lacks."""
    text = (CASES / "security.toml").read_text("utf-8")
    assert text.count('3 = "3-4"') == 1
    text = text.replace('3 = "3-4"', '3 = "3-5"')
    text += f'\n[[facts]]\ntext = "{FACT}"\nsource = "Employee"\nfactor = 3\n'
    return Matter(read_subject(text, where="case.toml", fmt="toml"), dated=DATED)


def _text(paper: Paper) -> str:
    return "\n".join(lines(paper))


def test_the_assessment_counts_it_in_all_that_is_sought_and_says_whose_points_they_are() -> None:
    matter = _matter()
    assert matter.subject.opened is not None
    text = _text(make("assessment", matter))
    assert f"{sought_total(matter.subject.opened).total:,} points" in text
    assert "The points of Level 3-5 are the Primary Standard's" in text
    assert "Factor 3, Guidelines: Level 3-5" in text
    assert FACT in text
    # No finding can be made on a level whose own words are not held.
    assert "3-5.guidelines" not in text
    assert "once it is read in" in text


def test_the_letter_asks_for_it_with_the_facts_stated_on_its_factor() -> None:
    text = _text(make("letter", _matter()))
    assert "I ask for Level 3-5." in text
    assert "What Level 3-5 requires, by the Primary Standard" in text
    assert FACT in text


def test_the_comparison_sets_it_beside_the_level_assigned_and_warns() -> None:
    paper = make("comparison", _matter())
    text = _text(paper)
    assert "Sought: Level 3-5." in text
    assert "Level 3-5 is sought for Factor 3, but this edition" in text


def test_the_statement_says_that_it_was_sought_and_is_neither_credited_nor_refused() -> None:
    text = _text(make("statement", _matter()))
    assert "Level 3-5 is sought, but this edition does not hold it" in text
