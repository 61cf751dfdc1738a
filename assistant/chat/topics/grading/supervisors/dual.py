"""Both supervisory and nonsupervisory work: each graded, the higher wins."""

from __future__ import annotations

from assistant.chat.answering.kit import guide_rule, law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    higher = guide_rule("position-grade", "includes major nonsupervisory duties")
    title = guide_rule("supervisory-title", "even if nonsupervisory work in the position")
    apart = law(
        "introduction",
        "17",
        "evaluate both supervisory and nonsupervisory work",
        "Where someone supervises and does other work, both are evaluated.",
    )
    return Answer(
        lead=(
            "**Grade both apart, the supervising by the supervisory guide and the own work by "
            "its standard; the higher grade is the position's.** They are not added. The title "
            "stays Supervisory when the guide's coverage is met, even where the own work sets "
            "the grade; own work that fills less than the majority must meet the 25 percent "
            "rule."
        ),
        words=(higher, title, apart),
        next=("What grade does each part come to, and what share of the time does it take?",),
    )


TOPIC = Topic(
    id="dual-work",
    title="supervisory and own work in one position",
    asks=(
        "I supervise and also carry my own caseload, how am I graded?",
        "supervisory and nonsupervisory work in one job",
        "Which counts, my supervising or my own work?",
        "working supervisor grade",
        "dual duties supervisor",
        "my technical work is higher than my supervisory work",
        "Do supervisory and technical grades add up?",
        "supervisor with personal GS-13 work",
        "what if the nonsupervisory grade is higher",
        "player-coach position classification",
        "half supervisor, half specialist",
        "higher of the two grades rule",
        "expert who also supervises",
        "how to evaluate a supervisor who does his own cases",
        "own work and supervision, what title",
        "branch chief with own projects",
        "supervising 30 percent, analysis 70 percent, how graded",
        "nonsupervisory duties of a supervisor",
        "supervise and do my own work",
        "supervisor with own casework",
        "I supervise and do technical work",
        "both supervisory and nonsupervisory",
        "supervisory and nonsupervisory duties",
        "supervisory and technical work mixed",
        "which grade counts, supervisory or technical",
        "is the supervisory or the technical grade used",
        "higher of the supervisory and nonsupervisory grade",
        "working supervisor",
        "grade of a working supervisor",
        "my own work is graded higher than supervising",
        "supervisory grade lower than my technical grade",
        "nonsupervisory work of a supervisor",
        "supervisor who also works",
        "do both count, supervision and own work",
        "own caseload and supervision",
        "combine supervisory and personal work",
        "supervisor with specialist duties",
        "personally performed work of a supervisor",
        "dual grade evaluation",
        "supervisory work plus analyst work",
        "half my time I supervise and the other half I do my own investigations",
        "I supervise but mostly do my own cases",
        "I am both a supervisor and a specialist",
        "which sets my grade, supervising or my own investigations",
        "I run a team and carry a full caseload",
        "I manage five people plus do my own investigations",
        "player-coach here",
        "most of my day is my own engineering, I just happen to have staff as well",
        "they rated me on my team but my own casework is harder",
        "my own technical stuff is a thirteen, leading the group only comes out as a twelve",
        "do they pick the bigger of the two, managing or doing",
        "my doc runs the clinic and treats patients himself",
        "hands-on boss",
        "I'm not just a manager, I still write code for the agency. what decides my grade",
        "working foreman of the archive who also does appraisals",
        "two ways to rate me: as chief or as scientist",
        "HR ignored my expert work since I have people under me",
        "personally perform and also supervise, better result wins?",
        "she heads the lab and carries a full research load",
        "her own work earns a 12 and the supervising only an 11, which grade goes on the PD",
        "personal work is higher than the supervisory grade, which one counts",
        "supervisory evaluation is lower than the nonsupervisory one",
        "which of the two grades do I take when somebody both supervises and does the work",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
