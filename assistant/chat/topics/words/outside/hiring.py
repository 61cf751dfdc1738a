"""Hiring and qualifications: staffing, not classification."""

from __future__ import annotations

from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return decline(
        "This program does not decide who qualifies or is hired, nor help with applications: "
        "that stands in OPM's qualification standards and with the staffing office.",
        "It can say which series and grade the work of the position earns, and what a "
        "description must show.",
    )


TOPIC = Topic(
    id="hiring",
    title="hiring, qualifications and applications",
    asks=(
        "Do I qualify for a GS-13 job?",
        "How do I apply for a federal job?",
        "write my resume",
        "am I eligible for this vacancy",
        "what experience do I need for GS-12",
        "does my degree qualify me for the 0343 series",
        "why wasn't I referred for the job",
        "help me with USAJOBS",
        "interview tips",
        "time in grade requirements",
        "can I be hired with veterans preference",
        "qualification requirements for a management analyst",
        "how long is my probation",
        "should I take the job offer",
        "which candidate should I select",
        "specialized experience statement",
        "find me a job",
        "does my experience count for the next grade",
        "how do I apply for a job",
        "apply for a federal job",
        "job application",
        "my resume",
        "resume help",
        "write a cover letter",
        "am I qualified for a GS-12",
        "do I qualify for this job",
        "qualification standards for a GS-11",
        "am I eligible to apply",
        "eligibility for a vacancy",
        "job vacancies",
        "find a job",
        "interview for a federal job",
        "job interview",
        "time in grade",
        "veterans preference",
        "hiring a new employee",
        "select a candidate",
        "was not selected for the job",
        "USAJOBS",
        "announce a vacancy",
        "specialized experience",
        "education requirements to be hired",
        "am I qualified to apply for a GS-13 announcement",
        "could I get hired as a management analyst",
        "what do I need to be hired as a GS-11",
        "should I apply to that announcement",
        "they rejected my application",
        "which schooling do I need to get the job",
        "what education do I need to be hired",
        "do I need a diploma to get hired",
        "how do I become an administrative law judge",
        "what's the difference between competitive and excepted service",
        "what is an ECQ statement",
        "im a veteran with 10 points, how do I get in",
        "the announcement says one year of specialized experience, does mine count",
        "Didn't make the cert for that job even tho I'm doing it already, why",
        "Does my master's let me in at GS-9?",
        "what do i write in the questionnaire on usajobs",
        "how long before I can apply for the next grade up",
        "who should I pick, the internal guy or the outside lady",
        "are there any openings for data people in the Denver area",
        "got an offer as a GS-7, should I say yes",
        "how do i get my resume past the HR screen",
        "my kid wants a government job, where do we begin",
        "How do I post a vacancy for an open slot on my team?",
        "minimum quals, 0501, GS-9",
        "can I be noncompetitively reinstated after leaving government",
        "practice questions for a panel interview",
    ),
    answer=_answer,
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
