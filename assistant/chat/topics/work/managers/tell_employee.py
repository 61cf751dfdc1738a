"""Telling an employee: the reasons, the levels, the ways to contest."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    talk = law(
        "classifier-handbook",
        "28",
        "lack of communication among those concerned",
        "Most disputes come from misunderstanding and lack of communication.",
    )
    notice = rule("notice-written")
    rights = rule("notice-rights")
    if question.has("lower", "downgrad", "reduc", "bad news"):
        lead = (
            "**In writing and promptly: that the grade is lowered and why, the rights to "
            "appeal to the agency and OPM, and the time limits that protect lost pay, before "
            "the personnel action.** Then talk it through: the levels, the facts each rests "
            "on, and grade and pay retention."
        )
        words: tuple[Words, ...] = (notice, rights, talk)
    else:
        lead = (
            "**Say which standard was used, which level was credited on each factor and why "
            "the next one was not met, and how the employee can contest it.** Give the "
            "evaluation itself. Do not promise a grade, and do not say that performance or "
            "workload would bring it. An employee may appeal at any time; you need not agree."
        )
        words = (talk, rights)
    return Answer(
        lead=lead,
        words=words,
        next=("Offer to go through the description together and to correct what is wrong.",),
    )


TOPIC = Topic(
    id="tell-employee",
    title="what to tell an employee about a classification",
    asks=(
        "What do I tell my employee about the grade?",
        "How do I explain a denied upgrade to an employee?",
        "my employee is upset about the classification",
        "telling an employee that the position is downgraded",
        "how to communicate a classification decision",
        "employee asks why he isn't a GS-13",
        "conversation with an employee about her grade",
        "what can I say when the desk audit did not raise the grade",
        "my employee wants to appeal, what should I say",
        "explain classification results to staff",
        "should I show the evaluation to the employee",
        "breaking the news of a lower grade",
        "how do I answer an employee who demands a higher grade",
        "what must I not promise",
        "an employee asks me to support a higher grade",
        "explaining factor levels to an employee",
        "my staff think the classification is unfair",
        "what do I tell my employee",
        "what should I tell my employee",
        "what to tell an employee",
        "how do I tell my employee",
        "explain the grade to my employee",
        "explain the decision to my employee",
        "explain classification to an employee",
        "talk to my employee about the grade",
        "employee unhappy with the grade",
        "my employee is unhappy with her grade",
        "employee angry about a downgrade",
        "tell an employee about a downgrade",
        "inform the employee of a lower grade",
        "my employee asks about her grade",
        "my employee wants a higher grade, what do I say",
        "what can I promise my employee",
        "say no to an upgrade",
        "tell her the upgrade was denied",
        "answer an employee's question about the grade",
        "communicate the result to the employee",
        "share the evaluation with the employee",
        "employee wants to know why",
        "discuss the classification with staff",
        "how do I break it to an employee that he didn't get the 12",
        "my employee didn't get the grade, what do I tell him",
        "how do I explain that the audit didn't raise her grade",
        "he will be disappointed about the grade, how do I tell him",
        "how should I present the result to my employee",
        "he'll be crushed that he stays a GS-11, what do I say",
        "how do I give an employee the news about his grade",
        "I have to break it to her that the audit didn't go her way, what should I say",
        "one of my guys thinks he should be a 12 and keeps asking me why he's not",
        "how do I sit down with someone whose position is going down",
        "new supervisor, classifier gave me the results, now I must pass them on to my worker",
        "she'll cry when she hears. any advice on how to put it",
        "What can I share with the employee about how HR came to the grade",
        "talking points for telling staff their jobs were downgraded",
        "my staff don't trust the evaluation, how do I walk them through it",
        "how do you turn down an upgrade request without wrecking morale",
        "do I as supervisor give the bad news or does HR",
        (
            "he wants to know why his buddy's grade is higher and I don't know how to explain "
            "it to him"
        ),
        "explaining to a subordinate in plain words why he wasn't credited with a factor",
        "my employee asks me every week whether her reclass is coming",
        "should I mention appeal rights when I tell him about the lower grade?",
        "how to deliver an unfavorable classification result",
        "the audit changed nothing and now I must tell him, how",
        "he is furious about the result, how do I explain it to him",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
