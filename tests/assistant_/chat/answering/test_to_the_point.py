"""A lead answers what is asked: no yes where it is asked who, where or how long."""

from __future__ import annotations

import pytest

from assistant.chat.composing.layout import to_the_point


@pytest.mark.parametrize(
    ("question", "lead", "told"),
    [
        (
            "who decides it?",
            "**Yes, but the agency is first.** Then",
            "**The agency is first.** Then",
        ),
        ("I was cut. Where do I go?", "**Yes, straight to OPM.**", "**Straight to OPM.**"),
        ("how long is it kept", "**Yes.** It is kept two years.", "It is kept two years."),
        ("and which one holds?", "**Yes: the standard is held**", "**The standard is held**"),
        ("may I go to OPM?", "**Yes, at any time.**", "**Yes, at any time.**"),
        ("what if I file late?", "**Yes, it counts.**", "**Yes, it counts.**"),
        ("what about a detail?", "**Yes, it counts.**", "**Yes, it counts.**"),
        ("how many points is GS-13?", "**No: 2,755 are GS-12.**", "**No: 2,755 are GS-12.**"),
        ("who says so?", "**Yesterday's rule holds.**", "**Yesterday's rule holds.**"),
    ],
)
def test_a_yes_is_left_out_where_none_is_asked(question: str, lead: str, told: str) -> None:
    assert to_the_point(lead, question) == told


@pytest.mark.parametrize(
    ("message", "lead", "told"),
    [
        ("I file invoices all day", "**No: the law covers it.**", "**The law covers it.**"),
        ("I file invoices all day", "**Yes, it counts.**", "**It counts.**"),
        ("I need my boss to appeal", "**No: nobody has to.**", "**No: nobody has to.**"),
        ("do I file invoices?", "**No: others do.**", "**No: others do.**"),
        ("what is the difference", "**Because two rules apply.**", "**Two rules apply.**"),
        ("why is that", "**Because two rules apply.**", "**Because two rules apply.**"),
    ],
)
def test_nothing_is_denied_or_given_a_reason_that_nobody_asked_about(
    message: str, lead: str, told: str
) -> None:
    assert to_the_point(lead, message) == told
