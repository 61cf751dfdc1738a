"""Who writes a position description, who signs it and who classifies by it."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    certify = law(
        "introduction",
        "12",
        "statement signed by the immediate supervisor",
        "Every position description carries a statement of its accuracy signed by the immediate "
        "supervisor.",
    )
    who = law(
        "classifier-handbook",
        "18",
        "agency determines who will prepare position",
        "Each agency decides who prepares position descriptions.",
    )
    people = law(
        "classifier-handbook",
        "18",
        "or any combination of these",
        "Employee, supervisor, specialist or several of them may write it.",
    )
    duties = law(
        "classifier-handbook",
        "28",
        "ultimate responsibility for defining the position",
        "What the position is, is in the end for supervisors and managers to define.",
    )
    if question.has("liable", "liabilit", "responsible if", "blame", "in trouble", "accountable"):
        lead = (
            "**Whoever signs answers for it: the immediate supervisor, who certifies that the "
            "description is accurate.** The documents held name no penalty for an error. What is "
            "found wrong is put right: the description is corrected, and the position is "
            "classified again by what is really assigned."
        )
        return Answer(
            lead=lead,
            words=(certify, duties),
            next=("Is something in it not assigned, or not done? Name the duty.",),
        )
    if question.has("write", "writes", "draft", "prepare", "author", "my own"):
        lead = (
            "**Anyone the agency chooses: the employee, the supervisor, a specialist, or "
            "several together.** The agency determines who prepares descriptions; whoever "
            "wrote it, the immediate supervisor signs that it is accurate. You may draft your "
            "own and offer it."
        )
        words: tuple[Words, ...] = (who, people, certify)
    elif question.has("refuse", "won't", "wont", "will not", "declines", "not sign", "doesn't"):
        lead = (
            "**You cannot force a signature. Ask the agency in writing for a desk audit, then use "
            "the grievance procedure where one applies, and keep the proof:** if that fails, OPM "
            "decides an appeal on the duties you are actually assigned and perform."
        )
        words = (certify, duties)
    elif question.has(
        "employee sign",
        "i sign",
        "my signature",
        "i have to sign",
        "employees sign",
        "incumbent sign",
        "must sign my",
    ):
        lead = (
            "**No rule held here asks for the employee's signature: the immediate supervisor "
            "signs that the description is accurate.** If you think it is not, say so in "
            "writing and keep a copy; signing that you have seen it is an agency's own "
            "practice."
        )
        words = (certify, duties)
    else:
        lead = (
            "**The immediate supervisor certifies it: every position description needs the "
            "supervisor's signed statement that it is accurate.** Writing it is another "
            "matter: the agency decides who does that. Whoever holds the delegated authority "
            "signs the classification."
        )
        words = (certify, who)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "Is the description right but the grade wrong? Then it is the classification "
                "you contest, not the description."
            ),
        ),
    )


TOPIC = Topic(
    id="pd-signature",
    title="who writes, signs and certifies a position description",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
