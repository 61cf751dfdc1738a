"""What is asked of appeals, downgrades and grievances is answered with its own rule."""

from __future__ import annotations

import pytest

from assistant.chat.engine import Engine
from tests.assistant_.saying import said

ASKED = {
    "May they demote me although I appealed?": "**Yes: an appeal does not stop a downgrade",
    "Does my appeal stop a downgrade?": "**No: an appeal does not stop a downgrade",
    "What if OPM raises my position and I am not qualified?": "minimum qualification standards",
    "Can the 45 days to ask for reconsideration be waived?": "exceptional circumstances",
    "Can OPM lower the grade when it reconsiders?": "**Yes: a decision on reconsideration",
    "Why would OPM dismiss an appeal?": "failure to prosecute",
    "What if the agency never sends its report to OPM?": "**Then OPM may decide",
    "How do I let OPM know who my representative is?": "**In writing: send OPM the name",
    "Does a detail end my appeal?": "**No: a detail or another temporary assignment",
    "Can I contest my own job while I'm detailed?": "**Yes: the position you officially hold",
    "Does LWOP end my retained grade?": "**No: leave without separation",
    "Must I sign up for priority placement to keep the grade?": "at its own choice",
    "Can I grieve being detailed?": "assignment or a detail out of the scope",
    "Can I file a grievance because I was not promoted?": "how a promotion was made",
    "May I go to the MSPB with pay retention?": "**No, by the statute",
}


@pytest.mark.parametrize("question", ASKED)
def test_the_rule_asked_for_leads(engine: Engine, question: str) -> None:
    assert ASKED[question] in said(engine, question)


def test_a_detail_itself_still_cannot_be_appealed(engine: Engine) -> None:
    assert "cannot be appealed" in said(engine, "Can I appeal the job I am detailed to?")


def test_where_a_day_is_told_the_limit_is_counted_from_it(engine: Engine) -> None:
    asked = (
        "The decision was issued on March 2, 2026. Can the 45 days for reconsideration be waived?"
    )
    assert "April 16, 2026" in said(engine, asked).split("\n\n")[0]
