"""Health: not for this program."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic

_KEPT_FROM_IT = re.compile(
    r"\b(?:appeal\w*|opm|days|limit|deadline|fil(?:e|ed|ing)|application)\b", re.IGNORECASE
)
"""Tells what an illness kept somebody from, which is asked about and not the illness."""


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.has("hurt myself", "kill myself", "suicid", "want to die", "end my life"):
        return decline(
            "Please talk to someone now: in the United States call or text 988, the Suicide and "
            "Crisis Lifeline, at any hour, or 911 in an emergency.",
            "Your agency's employee assistance program can help as well; the grade can wait.",
        )
    if _KEPT_FROM_IT.search(question.around or question.message):
        return None
    return decline(
        "This program cannot help with health or medical questions: a doctor, the employee "
        "assistance program or, in an emergency, 911 can.",
        "It can say how physical demands and the work environment, Factors 8 and 9, are "
        "classified.",
    )


TOPIC = Topic(
    id="medical",
    title="health and medical questions",
    asks=(
        "My back hurts, what should I do?",
        "I have chest pain",
        "is stress at work making me ill",
        "I can't sleep because of this",
        "what medicine should I take",
        "do I need a doctor",
        "I feel depressed about my job",
        "am I disabled",
        "reasonable accommodation for my illness",
        "work related injury compensation",
        "I was hurt at work",
        "can you diagnose me",
        "headaches from the screen",
        "I'm having a breakdown",
        "symptoms of burnout",
        "is my injury covered",
        "I want to hurt myself",
        "doctor",
        "I am sick",
        "sick",
        "ill",
        "illness",
        "pain",
        "back pain",
        "my health",
        "health problem",
        "medical advice",
        "medical condition",
        "medicine",
        "depression",
        "I'm depressed",
        "stress",
        "burnout",
        "injury",
        "injured at work",
        "disability",
        "disabled",
        "reasonable accommodation",
        "pregnant",
        "therapy",
        "suicide",
        "I want to die",
        "my doctor says the stress is making me sick",
        "this stress makes me ill",
        "I need surgery",
        "my wrist hurts from typing",
        "I have anxiety",
        "my anxiety is through the roof ever since the audit letter came, any tips",
        "I've got carpal tunnel from twenty years of keyboards, who pays for that",
        "been throwing up every morning before work, is something wrong with me",
        "doc put me on light duty because of my knee. what happens now",
        "how do i file for workers comp after a fall in the warehouse",
        "My blood pressure went up since the new chief came in",
        "Can breathing that solvent make me ill later on?",
        "I hurt my shoulder lifting mail trays last week",
        "burnt out and crying in the parking lot most days",
        "should I see a shrink about all this",
        "ringing in my ears from the flight line, what can be done",
        "what pills help with migraines",
        "I'm pregnant and my job has me on ladders, is that safe for the baby",
        "panic attacks at my desk",
        "got diagnosed with cancer in June and can't work full days",
    ),
    answer=_answer,
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
