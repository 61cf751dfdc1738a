"""Evidence of the work: what shows the duties, and what does not."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.answering.procedure import number
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    facts = law(
        "classifier-handbook",
        "28",
        "review organization charts, mission and function",
        "Organization charts, functional statements, manuals and files help to understand a "
        "position.",
    )
    confirm = law(
        "classifier-handbook",
        "29",
        "Confirm the facts as necessary with",
        "What the employee says is confirmed with the supervisor.",
    )
    actual = law(
        "introduction",
        "13",
        "classified on the basis of the duties",
        "A position is classified on the duties actually performed.",
    )
    if question.has(
        "must i give", "have to give", "must i hand", "must i show", "do i have to give"
    ):
        return Answer(
            lead=(
                "**No rule held here says so for a review in your agency, but without them the "
                "grade rests on what others say of your work.** In an appeal it is different: what "
                f"OPM asks for is due in {number('opm-asks')} calendar days, or it may cancel the "
                "appeal. Leave out what is confidential, and say so."
            ),
            words=(facts, actual),
            next=("Choose two or three products that show the level in dispute.",),
        )
    if question.has(
        "burden", "my job to prove", "who has to prove", "prove the grade", "up to me to"
    ):
        return Answer(
            lead=(
                "**Neither side's, as in a court: OPM finds out the duties itself and compares "
                "them with its standards.** You say why you think the grade is wrong and furnish "
                "what OPM asks for; so does the agency. Still, what you do not show may not be "
                "seen, so send facts for each level in dispute."
            ),
            words=(
                law(
                    "5-cfr-511",
                    "section 511.609",
                    "shall furnish such facts as may be requested",
                    "Employee, representative and agency furnish the facts that OPM asks for.",
                ),
                actual,
            ),
            next=("Which level is in dispute, and which piece of work shows it?",),
        )
    if question.has("how much", "enough", "how many", "prove everything"):
        return Answer(
            lead=(
                "**No amount is set: it is enough when each part of the level in dispute is shown "
                "by a fact of your regular work.** Two or three finished pieces with their reviews "
                "say more than a pile; shares of time belong to every duty."
            ),
            words=(actual, facts),
            next=("Name the level in dispute, and each part of it is listed here.",),
        )
    if question.has("email", "e-mail", "messages", "texts from"):
        return Answer(
            lead=(
                "**Yes, where they show facts of the work: who assigned it, what you decided "
                "yourself, and how it was reviewed or changed.** Praise or an opinion of the grade "
                "shows nothing. A few that belong to one finished piece of work say more than "
                "many; old ones count only for duties you still have."
            ),
            words=(facts, actual),
            next=("Which level is in dispute, and which of them shows a part of it?",),
        )
    peers = question.has("coworker", "co-worker", "colleague")
    if peers and question.has("letter", "statement", "write", "witness", "vouch"):
        return Answer(
            lead=(
                "**They can help to show what you do, but they decide nothing: the facts are "
                "confirmed with your supervisor, and the grade follows from the duties.** Ask for "
                "facts they saw (who assigns, who reviews, what you decide), not for an opinion of "
                "what your work is worth."
            ),
            words=(confirm, actual),
            next=("Work products and their reviews weigh more; choose two or three.",),
        )
    return Answer(
        lead=(
            "**Facts of the work assigned and performed: the certified description, work "
            "products with their reviews, instructions received, delegations, organization "
            "charts and functional statements, and what employee and supervisor say of them.** "
            "Ratings, workload, a degree or a coworker's grade prove nothing about the grade. "
            "Examples of the most difficult regular work weigh most."
        ),
        words=(actual, facts, confirm),
        next=(
            (
                "For the level in dispute choose two or three products and say who reviewed "
                "them, and how."
            ),
            "Add them to a case as facts, so that each criterion shows what supports it.",
        ),
    )


TOPIC = Topic(
    id="evidence",
    title="what evidence counts",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
