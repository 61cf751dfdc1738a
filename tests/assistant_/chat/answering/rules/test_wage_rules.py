"""Each rule of a job grading review is told to whoever asks for it, and no other's."""

from __future__ import annotations

import pytest

from assistant.chat.engine import Engine
from tests.assistant_.saying import said

ASKED = {
    "Could the depot retaliate against a WG-8 who applies for a review?": "**No: in a wage job",
    "May the agency close a wage employee's application?": "Only for reasons the rules name",
    "A WG-9 did not furnish the facts his agency asked for": "promptly; the wage rules set no",
    "A wage leader died while his application was pending": "amends its records",
    "Is a wage employee shown the job grading review file?": "no chance to review",
    "How soon must the agency decide a WG-7's application?": "must decide promptly",
    "I'm WL-6, I want to take back my application": "write to OPM",
    "May the base set up two levels of review for a wage job?": "**No: an agency may have one",
    "Can a WG employee challenge the job grading standard?": "standard itself cannot be appealed",
    "I'm WG. The agency has not decided my application, may I write to OPM?": "**No: OPM takes",
    "Could the agency lower a WG-10 while his application is pending?": "nothing in the wage",
    "Can OPM lower the grade of a wage job?": "**Yes, your grade can be lowered",
    "Another painter is a WG-9; does that win my WG-8 appeal?": "job grading standard",
    "Can a wage employee be represented by his steward, may the steward represent him?": (
        "the employee may select a representative"
    ),
    "May the agency refuse the representative of a WG-5?": "no ground of refusal",
    "Can OPM reopen a wage decision?": "set no number of days",
}
OTHERS = (
    "I'm a WG-10. My grade was lowered on March 2, 2026. How long do I have to apply?",
    "I'm a WG-10 and my agency denied my application on May 4, 2026. How long do I have?",
    "Where does a wage employee appeal?",
    "Must a wage employee go to the agency before OPM?",
)


@pytest.mark.parametrize("question", ASKED)
def test_the_rule_asked_for_is_told(engine: Engine, question: str) -> None:
    answer = said(engine, question)
    assert ASKED[question] in answer
    assert "agency always comes first" not in answer.split("\n")[0]


@pytest.mark.parametrize("question", OTHERS)
def test_what_has_an_answer_of_its_own_keeps_it(engine: Engine, question: str) -> None:
    answer = said(engine, question)
    assert "agency" in answer
    assert "15 calendar days" in answer


def test_the_rules_are_told_to_nobody_else(engine: Engine) -> None:
    answer = said(engine, "Can I withdraw my appeal?")
    assert "write to OPM that you withdraw" in answer
    assert "your agency that you withdraw" not in answer
