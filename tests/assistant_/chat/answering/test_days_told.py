"""Days that a message tells, each counted for what it is the day of, the result in the lead."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.chat.model import Context
from assistant.chat.reading.exact import read
from assistant.chat.topics import all_topics

TODAY = date(2026, 11, 29)

COUNTED = [
    (
        "certificate-effective",
        "OPM certificate dated June 3, 2026, biweekly, a pay period starts June 14: latest date?",
        "No later than July 26, 2026",
    ),
    (
        "certificate-effective",
        "decision of March 2 2026 says sixth pay period; pay period begins March 8, 2026. latest?",
        "No later than May 17, 2026, when the sixth pay period",
    ),
    (
        "certificate-effective",
        "I'm a WG-9, filed with the agency March 2, 2026, they agreed April 20, 2026. when?",
        "from Saturday, May 2, 2026 to Friday, May 15, 2026",
    ),
    (
        "certificate-effective",
        "GS-12 cut to 11, the appeal decision says 13. From when is the 13 paid?",
        "GS-12 is restored from the day you were lowered",
    ),
    (
        "reconsideration",
        "decision issued 6/3/2026. Is a reconsideration request mailed July 22 in time?",
        "No, too late: the last day is July 18, 2026",
    ),
    (
        "reconsideration",
        "decision issued 6/3/2026. Is a reconsideration request mailed July 10 in time?",
        "Yes, in time: the last day is July 18, 2026",
    ),
    (
        "reconsideration",
        "OPM turned down my appeal on the reasonable offer on June 1, 2026; how long to ask again?",
        "30 calendar days from the date of OPM's decision: it ended on July 1, 2026",
    ),
    (
        "deadline-after-lowering",
        "The agency's unfavorable decision on my appeal reached me Feb 2, 2026. When to OPM?",
        "ended on February 17, 2026",
    ),
    (
        "deadline-after-lowering",
        "my demotion took effect November 2, 2025 and I filed November 20, 2025. in time?",
        "No, too late: the last day is November 17, 2025",
    ),
    (
        "wage-deadlines",
        "WG-8, agency denied my review, letter came September 14, 2026; I mailed it Sept 20",
        "Yes, in time: the last day is September 29, 2026",
    ),
    (
        "wage-deadlines",
        "WG-10, I got the agency's written decision on my review January 20, 2026. deadline?",
        "ended on February 4, 2026",
    ),
    (
        "agency-report",
        "OPM wants a consistency report, letter of July 1, 2026. due?",
        "On September 29, 2026",
    ),
    (
        "certificate-effective",
        "Certificate of August 20, 2025, a pay period starts August 24. When at the latest?",
        "No later than October 5, 2025",
    ),
    (
        "agency-report",
        "Our agency got OPM's letter on 8/3/2026 for the admin report; when is it due",
        "On August 18, 2026",
    ),
    ("agency-report", "the supervisor's statement is two years old, valid?", "No, it is too old"),
    (
        "compliance",
        "personnel action was on 4 May 2026 and OPM wants the compliance report in 30 days. due?",
        "On June 3, 2026",
    ),
]


@pytest.mark.parametrize(("topic", "message", "lead"), COUNTED)
def test_the_day_told_decides_the_lead(topic: str, message: str, lead: str) -> None:
    answer = all_topics()[topic].answer(read(message, today=TODAY), Context(today=TODAY))
    assert answer is not None
    assert lead in answer.lead


@pytest.mark.parametrize(
    ("message", "head"),
    [
        ("can my wife, who is a GS classifier at another agency, represent me?", "Yes"),
        ("a supervisor from a different division as my rep", "Yes"),
        ("my second line supervisor offered to represent me", "No"),
        ("the classifier who signed the PD says she'd represent me, allowed?", "No"),
        ("can my union rep, the deputy director above me, represent me", "No"),
        ("rep is needed for the audit season, boss won't release him", "Yes, but only for three"),
        ("may my representative come to the desk audit OPM does?", "Not as of right"),
    ],
)
def test_who_may_represent_follows_from_who_it_is(message: str, head: str) -> None:
    question = read(message, today=TODAY)
    answer = all_topics()["representative"].answer(question, Context(today=TODAY))
    assert answer is not None
    assert answer.lead.startswith(f"**{head}")
