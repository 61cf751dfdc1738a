"""Lawsuits and legal advice: not done here."""

from __future__ import annotations

from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return decline(
        "This program gives no legal advice and cannot say whether to sue or whom to hire: that "
        "is for a lawyer or a union.",
        "It can show the appeal that the law gives you, to your agency and to OPM, what it "
        "risks and by when.",
    )


TOPIC = Topic(
    id="legal-action",
    title="lawsuits and legal representation",
    asks=(
        "Should I sue my agency?",
        "Can you recommend a lawyer?",
        "I want to take them to court",
        "file a lawsuit over my grade",
        "what are my chances in federal court",
        "represent me in my appeal",
        "is this illegal, can I sue",
        "how much does an attorney cost",
        "class action against OPM",
        "can I get damages for a wrong grade",
        "legal advice please",
        "draft a complaint for the court",
        "judicial review of an OPM classification decision, should I file",
        "sue my supervisor",
        "can a court change my grade",
        "what would a judge say",
        "be my attorney",
        "Court of Appeals for the Federal Circuit and my classification",
        "sue",
        "can I sue",
        "should I sue",
        "sue my agency",
        "sue the government",
        "sue OPM",
        "lawsuit",
        "file a lawsuit",
        "go to court",
        "take it to court",
        "federal court",
        "court case",
        "court appeal",
        "can I go to court over my grade",
        "lawyer",
        "find a lawyer",
        "I need a lawyer",
        "I need legal advice",
        "legal advice",
        "attorney fees",
        "will you represent me",
        "represent me",
        "litigation",
        "damages",
        "judge",
        "is it legal",
        "would a federal judge overturn my grade",
        "could a judge give me the grade",
        "take OPM before a judge",
        "will a judge side with me",
        "go to the courts about my classification",
        "do I have grounds for a suit",
        "grounds for a lawsuit",
        "bring suit",
        "file suit against the agency",
        "my cousin is an attorney, should we drag them in front of a judge",
        "how much would it cost to hire someone to litigate this",
        "thinking of suing my supervisor personally for keeping me at 9",
        "Is there a court that hears grade cases?",
        "can i sue for the years of stress and lost wages",
        "need a good federal employment attorney near Atlanta",
        "would I win in district court",
        "OPM ruled against me, do I file with the Federal Circuit",
        "our group wants to get a class action going over our grades",
        "is there a legal case here or not, counselor",
        "could i get punitive damages from HR",
        "Draft me a court petition against the department",
        "what statute of limitations applies to a suit over misgrading",
        "Will you act as my lawyer",
        "took legal aid's number, will they handle a suit against a government agency over grade",
    ),
    answer=_answer,
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
