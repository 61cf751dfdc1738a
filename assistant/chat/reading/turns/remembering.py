"""What an answer leaves behind for the turns that lean on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.chat.model import Answer, Memory, Question

SAID = 3
"""How many answers are remembered by their leads."""


def remember(memory: Memory, answer: Answer, topic: str, question: Question | None) -> None:
    """Remember an answer, and what it was about, for the turns that lean on it."""
    memory.answer = answer
    memory.said = [*memory.said, answer.lead][-SAID:]
    if question is not None and answer.kind != "decline":
        # What is outside the field is no subject to go on with.
        if topic != memory.topic:
            memory.topic_before = memory.topic
        memory.earlier, memory.topic, memory.question = memory.question, topic, question
        # A wage employee who asks about a General Schedule grade stays a wage employee.
        told = question.pay_plan.startswith("W") or question.first_person
        if question.pay_plan and (told or not memory.pay_plan):
            memory.pay_plan = question.pay_plan
        together = max(question.levels, answer.levels, key=len)
        if len(together) > 1:
            memory.listed = together
    if answer.levels:
        memory.levels, memory.standard = answer.levels, answer.standard
        if question is not None and question.standards and not answer.standard:
            memory.standard = question.standards[0]
    if answer.factors:
        memory.factors = answer.factors
    if answer.trial is not None and answer.trial != memory.trial:
        memory.trials.append(memory.trial)
        memory.trial = answer.trial
