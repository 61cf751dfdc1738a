"""What classifiers ask: the standard that grades the work, and what has to be written."""

from __future__ import annotations

import pytest

from assistant.chat.answering.by_name import by_name
from assistant.chat.model import Context, Topic
from assistant.chat.reading.exact import read
from assistant.chat.topics.grading.applying.level_possible import TOPIC as POSSIBLE
from assistant.chat.topics.grading.criteria.contacts_counted import TOPIC as CONTACTS_COUNTED
from assistant.chat.topics.grading.criteria.not_considered import TOPIC as NOT_COUNTED
from assistant.chat.topics.grading.mixed.share_of_time import TOPIC as SHARE
from assistant.chat.topics.grading.standards.supervisory_guide import TOPIC as GUIDE
from assistant.chat.topics.grading.standards.which_standard import TOPIC as STANDARD
from assistant.chat.topics.grading.supervisors.contractors import TOPIC as CONTRACTORS
from assistant.chat.topics.grading.supervisors.guide_points import TOPIC as POINTS
from assistant.chat.topics.work.classifying.document_level import TOPIC as RATIONALE
from assistant.chat.topics.work.classifying.evaluation_statement import TOPIC as STATEMENT
from assistant.chat.topics.work.position.other_duties import TOPIC as OTHER
from assistant.chat.topics.work.position.pd_contents import TOPIC as CONTENTS
from assistant.chat.topics.work.position.pd_signature import TOPIC as SIGNED
from assistant.chat.topics.work.position.pd_wording import TOPIC as WORDING
from assistant.chat.topics.work.series.mixed_series import TOPIC as MIXED


@pytest.mark.parametrize(
    ("topic", "question", "said"),
    [
        (RATIONALE, "write the Factor 4 rationale for a GS-0343-11 who maps processes", "is 4-3"),
        (RATIONALE, "Factor 2 justification for a 0340, GS-13", "2-3 from 2-4"),
        (RATIONALE, "do I need to address the level above the one I credit?", "**Yes"),
        (STANDARD, "can I use the 0343 standard for a 0301 job?", "Not the 0343 flysheet itself"),
        (STANDARD, "may I grade it by the 0201 standard, for a 0301?", "analogous knowledge"),
        (STANDARD, "which standard grades a 0340", "By the Administrative Analysis"),
        (STANDARD, "which guide grades a supervisory 0343", "By the General Schedule Supervisory"),
        (OTHER, "the PD says other duties as assigned: evaluate it?", "Normally not"),
        (SHARE, "60% GS-7 clerk, 25% GS-11 analyst, what grade", "GS-11 or GS-7: it depends"),
        (SHARE, "60% GS-0303-7, 25% GS-0343-11, 15% misc. grade?", "GS-11 or GS-7"),
        (GUIDE, "a WG-10 supervises five WG-8, does the GSSG apply?", "No, not by the supervisory"),
        (
            CONTACTS_COUNTED,
            "does the number of people they brief matter for grade",
            "what the contact",
        ),
        (WORDING, "PD says 'under general supervision'. 2-3 or 2-4", "Level 2-4:"),
        (
            CONTENTS,
            "I need to write a PD for a new analyst. where do I start",
            "Start from the work",
        ),
        (CONTENTS, "how long should a PD be", "No rule sets a number of pages"),
        (STATEMENT, "must I quote the standard verbatim in the evaluation statement", "**No: name"),
        (GUIDE, "does the GSSG apply over WG staff if no trade knowledge is needed", "**Yes:"),
        (MIXED, "my job is split evenly between HR and IT at GS-11, which series", "equal grades"),
        (MIXED, "half budget, half analysis at the same grade: which series?", "equal grades"),
    ],
)
def test_the_work_told_decides_what_is_answered(topic: Topic, question: str, said: str) -> None:
    asked, context = read(question), Context()
    assert topic.sure is not None
    assert topic.sure(asked, context), question
    answer = topic.answer(asked, context)
    assert answer is not None
    assert said in answer.lead


@pytest.mark.parametrize(
    ("topic", "question", "said"),
    [
        (POSSIBLE, "is 6-5 possible", "Only over work of GS-12 or above"),
        (POSSIBLE, "the base is GS-11: is 6-5 possible", "Not over work of GS-11"),
        (POSSIBLE, "the base is GS-12: is 6-5 possible", "Yes, over a base of GS-12"),
        (POSSIBLE, "is 6-2 possible for a clerk", "closed to no grade"),
        (CONTRACTORS, "do the contractors count in the base", "**Yes, in the base level"),
        (CONTRACTORS, "do contractors count as staff", "**Not for coverage"),
        (NOT_COUNTED, "higher work only when the analyst is on leave", "in another's absence"),
        (SIGNED, "am I liable if the PD is wrong", "Whoever signs answers for it"),
    ],
)
def test_the_guide_or_act_spoken_of_is_answered(topic: Topic, question: str, said: str) -> None:
    answer = topic.answer(read(question), Context())
    assert answer is not None
    assert said in answer.lead


def test_levels_of_another_standard_are_not_scored_by_the_guide() -> None:
    levels = "1-2, 2-2, 3-2, 4A-2, 4B-2, 5-6, 6-4, 2-4"
    assert POINTS.answer(read(f"what total has a supervisor with {levels}"), Context()) is None


def test_a_supervisory_title_has_the_basic_title_in_it() -> None:
    found = by_name(read("what is the title of a supervisory 0343?"), Context())
    assert found is not None
    assert "Supervisory Management Analyst" in found[1].lead


@pytest.mark.parametrize(
    ("topic", "question"),
    [
        (GUIDE, "do the WG employees he supervises count in the base"),
        (NOT_COUNTED, "does the number of people I supervise matter"),
        (RATIONALE, "Factor 4 rationale for a GS-0080-11"),
        (STANDARD, "which standard grades a 2210"),
        (OTHER, "can my boss give me other duties as assigned?"),
        (STANDARD, "which criteria apply for promotion to a 0301"),
        (MIXED, "half my job is budget: which series?"),
    ],
)
def test_other_work_is_left_to_the_general_answer(topic: Topic, question: str) -> None:
    assert topic.sure is not None
    assert not topic.sure(read(question), Context())
