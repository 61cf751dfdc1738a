"""What classifiers ask: the standard that grades the work, and what has to be written."""

from __future__ import annotations

import pytest

from assistant.chat.model import Context, Topic
from assistant.chat.reading.exact import read
from assistant.chat.topics.grading.standards.which_standard import TOPIC as STANDARD
from assistant.chat.topics.work.classifying.document_level import TOPIC as RATIONALE
from assistant.chat.topics.work.position.other_duties import TOPIC as OTHER
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
    ("topic", "question"),
    [
        (RATIONALE, "Factor 4 rationale for a GS-0080-11"),
        (STANDARD, "which standard grades a 2210"),
        (OTHER, "can my boss give me other duties as assigned?"),
        (MIXED, "half my job is budget: which series?"),
    ],
)
def test_other_work_is_left_to_the_general_answer(topic: Topic, question: str) -> None:
    assert topic.sure is not None
    assert not topic.sure(read(question), Context())
