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
    asks=(
        "Who writes the position description?",
        "Who has to sign my PD?",
        "Who certifies the accuracy of a position description?",
        "does the employee sign the PD",
        "Can I write my own PD?",
        "who is responsible for the PD",
        "Does HR write position descriptions?",
        "whose signature is needed on a position description",
        "May an employee draft the description?",
        "is an unsigned PD valid",
        "Must I sign my position description?",
        "PD certification by the supervisor",
        "My boss signed a PD that I never saw",
        "can the second-level supervisor certify the PD",
        "who signs it and am I liable if it is wrong",
        "who is accountable for errors in a position description",
        "who signs the OF-8",
        "Is the PD valid without the supervisor's signature?",
        "what does the supervisor's certification on a PD mean",
        "as a manager, do I have to certify that the PD is accurate",
        "who prepares PDs in an agency",
        "who signs a PD",
        "who signs the PD",
        "who must sign the PD",
        "who has to sign a position description",
        "who certifies a PD",
        "who certifies the PD",
        "who certifies that the PD is accurate",
        "who must certify a position description",
        "certification of the PD",
        "certify the PD",
        "accuracy certification of a PD",
        "supervisor certifies PD",
        "supervisor must sign the PD",
        "must the supervisor sign",
        "signature on the PD",
        "PD signature",
        "PD not signed",
        "unsigned position description",
        "who writes a PD",
        "who writes the PD",
        "who writes PDs",
        "who should write the PD",
        "who prepares the PD",
        "can I write my PD",
        "may employees write their PD",
        "is it the employee or the supervisor who writes the PD",
        "do I have to sign my PD",
        "can the employee draft the description herself",
        "may I draft my own job description",
        "whose signature makes a position description valid",
        "is it my job as supervisor to sign that the description is right",
        "does my branch chief have to sign off on the description",
        "must my chief sign off on what I wrote",
        "sign off on the description",
        "does it count if nobody signed the thing",
        "I never signed my job description, am I bound by it?",
        "who's supposed to put pen to paper, me or HR or the worker?",
        (
            "there's a certification block for the supervisor on the cover sheet, what am I "
            "swearing to"
        ),
        "OF-8 signatures, who",
        "the name on my PD is a boss who left six years ago",
        "my manager asked me to write up my own job. Is that how it's done?",
        "what happens if I put my signature on something untrue on that form",
        "the only signature on it is the classifier's, OK?",
        "Do I, as the employee, need to agree in writing to my description?",
        "boss wants HR to write it, HR says the boss has to",
        "digital signature on a position description fine?",
        "whose job is it to draft these things",
        "certifying false statements on the cover sheet, consequences",
        "signed by a second line instead of the immediate supervisor, valid?",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
