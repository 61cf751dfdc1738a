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
    asks=(
        "I want to ask for a 12, what do I need to show",
        "what proof should I send with my appeal",
        "is it my job to prove the grade or the agency's",
        "who has the burden of proof in a classification appeal",
        "What evidence counts in a classification?",
        "How do I prove I work at the higher level?",
        "which documents support my grade",
        "evidence for an appeal",
        "what work samples should I give",
        "Do emails count as proof of my duties?",
        "How do I show what I really do?",
        "proof of higher level duties",
        "what facts does a classifier need",
        "supporting documentation",
        "Are performance appraisals evidence of level?",
        "what should I bring to show my level",
        "which facts should I collect",
        "my supervisor says I work at the higher level, is that proof",
        "evidence of independence",
        "how to gather facts about a position",
        "what weighs most with OPM",
        "sources of information about a job",
        "do letters of praise help my case",
        "what evidence do I need",
        "evidence I need",
        "what counts as evidence",
        "evidence of my duties",
        "evidence of higher level work",
        "how do I prove my duties",
        "prove what I do",
        "proof of what I do",
        "prove that I do higher level work",
        "how can I show I meet the level",
        "documents as proof",
        "which documents prove my duties",
        "work samples",
        "samples of my work",
        "do work products count",
        "what proof does OPM want",
        "which facts count",
        "what facts matter",
        "supporting evidence",
        "evidence for a level",
        "evidence for the higher grade",
        "are emails evidence",
        "witness statements",
        "what should I collect as proof",
        "what papers would convince them",
        "what would convince OPM that I work independently",
        "which papers show how independently I work",
        "how can I convince the classifier",
        "what should I hand in to show how hard the work is",
        "how can I demonstrate that I work independently",
        "how do I demonstrate my level",
        "what shows that I work without supervision",
        "what can i show them so they believe me about what i do",
        "saved 3 yrs of emails, any use?",
        "Would a letter from my old chief help prove what I do?",
        "I keep a log of my daily tasks, is that worth anything",
        "what convinces a classifier that a duty is real",
        "boss vouches for me in writing, is that good enough",
        "how do you back up a claim that you work on your own without direction",
        "which paperwork should our member gather to show the harder work",
        "my appraisal says outstanding, can I use that to show my level",
        "do they go by what I say or do I have to have something on paper",
        "Good examples of work products to attach?",
        "My position has more to it than the PD says; how would I demonstrate that",
        "org chart, reports, memos, what's worth handing over",
        "verifying claimed duties, sources to use",
        "would statements from customers and colleagues carry weight about my duties",
        "he says he writes the policy and she denies it, what do I look at",
        "employee and supervisor tell it differently, how do I find out what is done",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
