"""The order of classifying: facts, pay system, series, title, grade, record."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    first = law(
        "classifier-handbook",
        "29",
        "first decision to make when classifying",
        "The first decision is whether the work is General Schedule or wage work.",
    )
    standard = law(
        "introduction",
        "16",
        "evaluate the work by that standard",
        "Work that a standard covers is evaluated by it.",
    )
    whole = law(
        "classifier-handbook",
        "36",
        "evaluation of the whole position",
        "The decision rests on the whole position.",
    )
    return Answer(
        lead=(
            "**Facts first, then pay system, series and title, then the grade by the standard "
            "that covers the work, and a record of the judgments.** Read the description, "
            "clear up doubts by an audit, choose the standard, compare factor by factor with "
            "the full intent of each level, add and convert the points, and look at the "
            "position as a whole. Nothing in it asks who holds the job."
        ),
        words=(first, standard, whole),
        next=("Start here: `fes case new --from PD` and go factor by factor.",),
    )


TOPIC = Topic(
    id="classification-process",
    title="how a position is classified step by step",
    asks=(
        "How is a position classified?",
        "steps in classifying a position",
        "What does a classifier do?",
        "classification process",
        "In which order do I decide series, title and grade?",
        "where do I start when I have to classify a PD",
        "procedure to grade a job",
        "explain position classification to a new specialist",
        "walk me through the evaluation of a position",
        "method of classification",
        "I'm new to classification, how do I proceed",
        "checklist for classifying",
        "what happens after I send a PD to classification",
        "how long does it take to classify a job and what is done",
        "the process from PD to grade",
        "how is a job classified",
        "how do classifiers classify a position",
        "steps of position classification",
        "what are the steps to classify a job",
        "how does classification work",
        "how does federal classification work",
        "classify a position step by step",
        "in what order is a position classified",
        "procedure for classifying a position",
        "process of classifying jobs",
        "what is the process for grading a position",
        "where does classification begin",
        "what comes first, series or grade",
        "how to classify a PD",
        "explain how positions are classified",
        "classification procedure",
        "position evaluation process",
        "what does HR do to classify a job",
        "how does a classifier go about it",
        "what happens from start to finish when a job is classified",
        "from start to finish, how is a position classified",
        "tell me what a classifier does first",
        "how would you go about classifying this job",
        "first week in the class section, how does one go from a PD on the desk to a final grade",
        "what goes on behind the curtain at HR once they receive the job description",
        "walk through the sequence: pay system, series, title, grade, or some other order?",
        "trying to understand how the sausage is made when a federal job gets its rating",
        "how do they go about sizing up a job",
        "I submitted my employee's paper, what stages will it pass through",
        "give me the workflow for classifying, short version",
        "what are all the things a classifier has to settle about one job",
        "Is there a set order of decisions in evaluating a position?",
        "how do personnel people work out where a job fits overall",
        "training a new specialist tomorrow, need the method from beginning to end",
        "Where do I open, with the duties or with the standard?",
        "before grading, what must be determined first?",
        "from intake to final sign off: the phases in classifying a job",
        "My manager wants to know what exactly you people in classification do with a PD all week",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
