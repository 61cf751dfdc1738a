"""The prefix Supervisory: only for positions that meet the guide's coverage."""

from __future__ import annotations

from assistant.chat.answering.kit import guide_rule, law
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    must = guide_rule("supervisory-title", "even if nonsupervisory work in the position")
    barred = law(
        "gssg",
        "8",
        "it is not permissible to use the",
        "A position that does not meet the minimum may not carry the supervisory prefix.",
    )
    prefix = law(
        "introduction",
        "15",
        "supplemented with the word Supervisory as a",
        "Where supervisory qualifications as the guide defines them are needed, the title says "
        "Supervisory or Supervisor.",
    )
    officer = law(
        "introduction",
        "15",
        "Words such as Officer, Administrator, or Manager",
        "Officer, Administrator or Manager may stand for it where the work naturally includes "
        "supervising.",
    )
    if question.has(
        "not meet",
        "doesn't meet",
        "does not meet",
        "don't meet",
        "one employee",
        "lead",
        "without",
        "fewer",
        "not a supervisor",
    ):
        lead = (
            "**No: Supervisory may not be in the official title unless the position meets the "
            "minimum criteria of the supervisory guide.** That means supervision as a major "
            "duty of at least 25 percent of the time and at least the lowest level of "
            "authority, Level 3-2. A leader is titled by the leader guide."
        )
        words: tuple[Words, ...] = (barred, prefix)
    else:
        lead = (
            "**A position that meets the supervisory guide's coverage is titled Supervisory, "
            "even when its own nonsupervisory work sets the grade; one that does not meet it "
            "may not be.** Titles that already say it, such as Budget Officer, take no prefix."
        )
        words = (must, barred, officer)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "Does supervising take 25 percent of the time, and which authorities are "
                "delegated? Say so, and I say whether the guide covers it."
            ),
        ),
    )


TOPIC = Topic(
    id="supervisory-title",
    title="the word Supervisory in a title",
    asks=(
        "When is Supervisory added to the title?",
        "Can the title say Supervisory if the job does not meet the guide?",
        "supervisory prefix",
        "I supervise people but my title is not Supervisory",
        "Is a team leader titled Supervisory?",
        "title of a supervisor whose grade comes from his own work",
        "may we use Supervisory for a position with one employee",
        "Does a Budget Officer need the supervisory prefix?",
        "supervisory in the title requirements",
        "should my title be Supervisory Management Analyst",
        "who gets to be called Supervisory",
        "title for a manager",
        "Officer, Manager or Administrator in the title",
        "chief in the official title",
        "adding Supervisory to the job title",
        "rules on titling supervisors",
        "we'd like to give her a supervisory title without the duties",
        "supervisory in the title",
        "can the title say supervisory",
        "use Supervisory in the title",
        "when is a title supervisory",
        "title with Supervisory",
        "prefix Supervisory",
        "supervisory title",
        "supervisory titles",
        "who gets a supervisory title",
        "title of a supervisor",
        "what title does a supervisor get",
        "should my title be supervisory",
        "my title should say Supervisory",
        "add supervisory to my title",
        "supervisor without supervisory title",
        "supervisory title without supervising",
        "lead with a supervisory title",
        "can a team lead be titled supervisory",
        "title for a branch chief",
        "official title of a supervisor",
        "is Supervisory required in the title",
        "must the title say Supervisory",
        "title manager or officer",
        "can his title be Supervisory Analyst",
        "the chief has only one clerk, can the title be Supervisory",
        "may we put Supervisory before Analyst",
        "she supervises no one but her title says Supervisory",
        "can somebody without staff be called Supervisory Specialist",
        "should the word supervisory appear in front of the title",
        "the word supervisory in front of her title",
        "supervisory before the title",
        "I've got six people under me and my job name doesn't show it",
        "can I be called Supervisory if I only have two folks",
        'is "Lead" the same as "Supervisory" on the title',
        "We want to call her Chief, does she have to meet the guide for that?",
        "took supervisory off my title and said I don't meet the minimum",
        "when does a position earn that prefix",
        "Manager vs Supervisor in the name of a job, who gets which",
        "my PD title says Supervisory but I don't have anyone left",
        "Program Manager or Supervisory Program Analyst, titling rules for those in charge",
        'prefix "Supervisory" with only 20 percent supervising?',
        (
            "a colleague got the word Supervisory in front of his title, I have more staff "
            "than him and don't"
        ),
        "may a job rated by the leader guide carry that prefix",
        "is it just the title or do I need to qualify under GSSG to be called supervisory",
        "should directors have Supervisory in their official titles as well",
        "what do you call a nurse who bosses other nurses, officially",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
