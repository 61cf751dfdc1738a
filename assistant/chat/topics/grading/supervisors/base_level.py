"""The base level of the work supervised, and the level of Factor 5 that it gives."""

from __future__ import annotations

from assistant.chat.answering.kit import guide_number, guide_rule, law
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.grading.supervisors.plus_one import beside_base


def _answer(question: Question, context: Context) -> Answer | None:
    if (found := beside_base(question, context)) is not None:
        return found
    from core.supervisory import load_guide

    heads = ("supervises", "subordinates", "span", "how many people", "people under", "head count")
    if question.has(*heads) and not question.has("base", "grade of my people"):
        # The number of people alone is a question of coverage.
        return None
    share = guide_rule("workload-base", "25 percent or more of the nonsupervisory")
    left_out = guide_rule("workload-exclusions", "lower level positions that primarily support")
    trainees = guide_rule("full-performance", "below normal full performance levels, at full")
    following = ("List the positions with grade and share of work, support work left out.",)
    least = guide_number("workload-base")
    if question.percents and question.grades and question.percents[0] < least:
        return Answer(
            lead=(
                f"**No: {question.percents[0]:g} percent of the workload is too little; the base "
                f"needs {least} percent or more.** Count the GS-{question.grades[0]} work together "
                "with what is above it; if that stays short, the next lower grade of the basic "
                "work that reaches the share is the base. Support work is left out."
            ),
            words=(share, left_out),
            next=following,
            factors=("5",),
        )
    if question.grades and not question.has("trainee", "secretar", "support", "independen"):
        guide = load_guide(context.as_of)
        told, words = [], []
        for grade in question.grades[:3]:
            level = guide.grade_levels.get(grade)
            if level is not None:
                told.append(
                    f"**A base of GS-{grade} is Level {level}, {guide.row(level).points:,} points**"
                )
                # The chart prints GS-1 or 2, 3 or 4 and so on together: the first of them leads.
                first = min(guide.grades_of(level))
                anchor = f"GS-{first} or " if len(guide.grades_of(level)) > 1 else f"GS-{first} or"
                words.append(guide_rule("base-chart", anchor))
        if told:
            return Answer(
                lead=(
                    f"{'; '.join(told)}, under Factor 5 of the supervisory guide. The base is the "
                    "highest grade that characterizes the basic work and makes up at least 25 "
                    "percent of the workload; support work is left out."
                ),
                words=(*words[:1], share, left_out),
                next=following,
                factors=("5",),
            )
    if question.has("trainee", "intern", "developmental", "ladder", "vacan"):
        lead = (
            "**At the full performance grade: trainee and developmental work is credited as what "
            "it leads to, not at the trainee's present grade.**"
        )
        words_ = (trainees, share)
    elif question.has("support", "secretar", "clerk", "assistant", "admin staff", "count"):
        lead = (
            "**No: lower-level positions that primarily support the basic work are left out of the "
            "base level.** So is work graded as supervising or leading, and work graded high for "
            "its extraordinary independence."
        )
        words_ = (left_out, share)
    else:
        lead = (
            "**The base level is the highest grade that best characterizes the basic "
            "nonsupervisory work directed and makes up 25 percent or more of the workload.** It is "
            "measured in duty hours, not in heads. Support work, work graded as supervising or "
            "leading, and grades that rest on extraordinary independence are left out; trainees "
            "count at the full performance grade. A second-level supervisor may have another base."
        )
        words_ = (share, left_out)
    second = law(
        "gssg",
        "22",
        "at least 50 percent of the duty",
        "For a second-level supervisor, higher work that takes at least half of his or her own "
        "duty time may be the base.",
    )
    return Answer(lead=lead, words=(*words_, second), next=following, factors=("5",))


TOPIC = Topic(
    id="base-level",
    title="the base level of the work supervised",
    asks=(
        "What is the base level of work?",
        "How do I find the base level of the work supervised?",
        "Do support staff count in the base level?",
        "base level under Factor 5",
        "which grade of work do I supervise for the guide",
        "How many points for directing GS-12 work?",
        "My staff are mostly GS-11, what level is that?",
        "Do trainees count at their current grade?",
        "difficulty of typical work directed",
        "Does my secretary lower the base level?",
        "I supervise one GS-13 and six GS-9s, what is my base?",
        "25 percent of the workload base level",
        "base level for a second-level supervisor",
        "Factor 5 level over GS-12 work",
        "Is the base counted by heads or by hours?",
        "are leaders and supervisors counted in the base",
        "vacant positions in the base level",
        "highest level of work directed",
        "how does the grade of my subordinates affect my grade",
        "clerks in my unit and the base level",
        "what level do I get for supervising GS-13s",
        "grade of the work supervised in the supervisory guide",
        "base level",
        "what is the base level",
        "base level of work",
        "base level of work supervised",
        "how is the base level found",
        "how do I determine the base level",
        "determine base level",
        "base level Factor 5",
        "Factor 5 of the supervisory guide",
        "base grade",
        "what is my base grade",
        "grade of work supervised",
        "level for directing GS-12 work",
        "points for directing GS-11 work",
        "points for supervising GS-12 work",
        "what level is GS-12 work under Factor 5",
        "do support staff count",
        "does support staff count in the base level",
        "are support positions counted",
        "secretaries in the base level",
        "do trainees count in the base level",
        "base level with trainees",
        "25 percent of workload",
        "workload at the base level",
        "second-level supervisor base level",
        "I have nine specialists and two assistants, which grade is the base",
        "which grade is the base if I have GS-11s and GS-6s",
        "most of my people are GS-12 specialists",
        "my unit has five GS-9s and three GS-12s",
        "what do my assistants do to the base",
        "which of my employees' grades counts for my own grade",
        "whose grade counts when I am rated as a supervisor",
        "do all my employees' grades count",
        "which of my people's grades counts when they grade me",
        "most of my crew are fives and two are elevens, which is it",
        "do the secretaries count toward my grade",
        "my one star thirteen, does she set the bar for me",
        "how do they figure what grade of work I'm in charge of",
        "they left out my highest graded people when they rated me",
        "what share of my shop must be at the higher grade for it to count",
        "got a mix of blue collar and GS under me, whose level is used",
        "the highest level that makes up at least a quarter",
        "HR says my typical subordinate is a seven. Not true, I've got nines",
        "does the admin assistant in my shop lower my level",
        "my lead twelve works on his own without me so they excluded him",
        "what about vacant slots under me in that calculation",
        "grade of the work beneath me",
    ),
    answer=_answer,
    likes=("grades",),
    unlike=("levels", "points", "decision"),
)
