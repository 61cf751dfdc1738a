"""Leaders: below Level 3-2 the leader guide grades, not the supervisory guide."""

from __future__ import annotations

from assistant.chat.answering.kit import guide_rule, not_held
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    if question.has("leader guide", "lgeg", "leader grade") and question.has(
        "how many", "three", "need", "least", "minimum", "say", "require", "factor", "point"
    ):
        return not_held(
            "What the leader guide asks for, such as how many people a leader must lead, is not "
            "held here.",
            "the General Schedule Leader Grade-Evaluation Guide",
            "OPM, opm.gov, Classification & Qualifications",
            "The supervisory guide sends work below its Level 3-2, such as leading, there.",
        )
    authority = guide_rule("exclusion-authority", "less than the minimum supervisory authority")
    project = guide_rule("exclusion-projects", "project or program management responsibility")
    least = guide_rule("level-3-2c-all", "at least three of the first four")
    if question.has("train", "mentor", "coach", "show new"):
        lead = (
            "**No, not by itself: training or coaching others does not make you a leader or a "
            "supervisor.** A leader assigns and checks a team's work as a regular duty and is "
            "graded by the General Schedule Leader Grade-Evaluation Guide; a supervisor has at "
            "least the authority of Level 3-2. Training can still count in your own work's "
            "factors."
        )
        words: tuple[Words, ...] = (authority, least)
    elif question.has("what grade", "which grade", "grade of a", "one grade", "gs-", "how is a"):
        lead = (
            "**That is for the General Schedule Leader Grade-Evaluation Guide, not the "
            "supervisory guide: it grades leaders from the work they lead.** That guide is not "
            "held here, so no grade is computed; get it from OPM, opm.gov, Classification & "
            "Qualifications. With Level 3-2 authority and 25 percent of the time it would be "
            "the supervisory guide instead."
        )
        words = (authority, least)
    else:
        lead = (
            "**No: a team leader without the full authority of Level 3-2 is not a supervisor "
            "for grading, and goes under the General Schedule Leader Grade-Evaluation Guide.** "
            "A supervisor needs at least six of ten listed authorities, three of the first "
            "four among them (or another way to Level 3-2), and 25 percent of the time."
        )
        words = (authority, least, project)
    return Answer(
        lead=lead,
        words=words,
        next=("Which of these do you do: plan, assign, rate, counsel, interview, discipline?",),
    )


TOPIC = Topic(
    id="team-leader",
    title="team leaders, and leading without supervising",
    asks=(
        "does a team lead get graded under the supervisory guide",
        "is a team lead graded under the GSSG",
        "does the leader guide need three people",
        "how many people must a team leader lead",
        "do we use the GSSG for a lead of four people",
        "can the supervisory guide grade a leader",
        "which guide grades a working leader of three clerks",
        "I hand out the work but don't do ratings, am I a supervisor or a lead",
        "may a lead of six clerks be graded with the supervisory guide",
        "does the supervisory guide cover leads",
        "lead of GS-7 clerks, which guide",
        "Am I a supervisor or a team leader?",
        "What is the difference between a leader and a supervisor?",
        "team leader grade",
        "I lead a team but don't rate anyone",
        "Does being a lead raise my grade?",
        "which guide grades team leaders",
        "leader grade evaluation guide",
        "I train new employees, does this make me a lead?",
        "What grade is a team lead of GS-9 employees?",
        "work leader versus supervisor",
        "lead analyst classification",
        "I assign and check the work of four colleagues",
        "is a senior who mentors others a leader",
        "team lead without supervisory authority",
        "how is a team leader graded",
        "matrix team leader",
        "can we call her a supervisor if she only assigns work",
        "GSLGEG",
        "does leading a project team count as supervision",
        "I help train people in my office",
        "team leader",
        "team lead",
        "lead",
        "work leader",
        "leader",
        "am I a leader",
        "am I a team leader",
        "is a team leader a supervisor",
        "is a lead a supervisor",
        "lead or supervisor",
        "leader or supervisor",
        "leader guide",
        "leader grade",
        "grade of a team leader",
        "grade of a leader",
        "how are leaders graded",
        "I lead a team",
        "I lead three people",
        "leading a team",
        "team leader of GS-12 employees",
        "lead without supervising",
        "I train people",
        "I train coworkers",
        "does training others make me a leader",
        "I mentor new people",
        "does mentoring count",
        "I hand out the work and check it but don't write appraisals",
        "I give out the assignments to my colleagues and check them",
        "I assign the work of five people but I'm not their boss",
        "I coordinate the team but I am not the supervisor",
        "senior analyst who gives work to the others",
        "I tell them what to do but I don't do their ratings",
        "I'm more of a lead than a boss",
        "they call me team lead, what am I graded by",
        "I assign work to four clerks, no hiring, no firing",
        "no real power over them, I only coordinate and train",
        "what's the difference between leading and managing",
        "straw boss of a crew of office folks, is that worth a grade",
        "I'm senior among the group and check their output, not their supervisor on paper",
        "does being lead give me one grade more than those I lead",
        "there's a guide for leaders separate from the supervisors' one?",
        "my lead examiner wants supervisor pay",
        "led the others for years without the title",
        "she distributes the work and reports to the chief about how they did",
        "I'm in charge of the shift but my boss signs the appraisals",
        "is the supervisory guide used for leaders",
        "do leaders fall under the supervisors' guide",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision", "series"),
)
