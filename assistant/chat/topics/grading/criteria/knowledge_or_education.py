"""Factor 1 rates the knowledge the work takes, not the person's degrees, training or years."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic

_PERSON = (
    *("degree", "educat", "train", "certif", "licen", "experience", "phd", "doctor", "qualif"),
    *("have", "possess", "whose", "i know", "credential", "college", "school", "language"),
)


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.factors and not question.has(*_PERSON):
        return None
    if question.has("qualif"):
        head = (
            "**Classification grades the position; qualification asks whether a person is fit for "
            "it.** Each has standards of its own. "
        )
    else:
        head = "**No, not by itself: Factor 1 rates what the work takes, not what you have.** "
    lead = (
        f"{head}A degree, a certificate, training or years in the job count only where the duties "
        "need that knowledge and it is used. Having more than the work takes raises nothing; "
        "having gained it without a degree loses nothing."
    )
    required = law(
        "introduction",
        "42",
        "a knowledge must be required and applied",
        "Knowledge counts for Factor 1 only when the work requires it and it is applied.",
    )
    possession = law(
        "classifier-handbook",
        "41",
        "possession of special qualifications would not affect",
        "What an employee is qualified for does not affect the grade unless the duties need it.",
    )
    qualification = law(
        "introduction",
        "3",
        "minimum experience or education that",
        "Qualification standards set the least experience or education a person must have.",
    )
    words = (
        (qualification, required, possession)
        if question.has("qualif")
        else (required, possession, qualification)
    )
    return Answer(
        lead=lead,
        words=words,
        next=("Which duty needs that knowledge, and how is it used there?",),
        factors=("1",),
    )


TOPIC = Topic(
    id="knowledge-or-education",
    title="whether education and experience count",
    asks=(
        "I am the only one here who speaks Spanish and I use it all day",
        "you need a master's for my job now, isn't that a level up",
        "my job requires a license now",
        "we need someone bilingual",
        "Does my master's degree raise my grade?",
        "I have a PhD, shouldn't that count under Factor 1?",
        "Does a certification count for knowledge required?",
        "Is Factor 1 about my education?",
        "I got a lot of training this year, does the grade change?",
        "Do degrees matter for the grade?",
        "Is knowledge the same as education?",
        "Does the employee's experience count for Factor 1?",
        "I don't have a degree, can I still get Level 1-7?",
        "Does Level 1-7 require a college degree?",
        "What is the difference between qualification and classification?",
        "qualification standards versus classification standards",
        "I qualify for a GS-13, why is my job a GS-12?",
        "I am overqualified for my job",
        "The incumbent holds a license that the job does not need",
        "knowledge gained on the job",
        "does knowledge I have but don't use count",
        "my credentials",
        "Can a higher educated employee be graded higher?",
        "Should the PD ask for a degree to raise Factor 1?",
        "professional certification PMP grade increase",
        "knowledge required vs knowledge possessed",
        "I speak three languages, does it count",
        "is expertise rewarded in Factor 1",
        "time in grade, do I qualify for the promotion, and is that classification",
        "my skills are better than my job",
        "do qualifications of the person matter for the grade",
        "qualified for more than my grade",
        "education as a basis for the knowledge level",
        "does my degree count",
        "does a degree count for the grade",
        "does education count for the grade",
        "does my education matter",
        "is a degree needed for a level",
        "is a college degree required for Level 1-7",
        "PhD and Factor 1",
        "I have a doctorate",
        "does training count",
        "does training raise the grade",
        "new training, new grade?",
        "I finished a course, does it raise my grade",
        "certification and the grade",
        "does my certification raise the grade",
        "I am certified, does it count",
        "professional license and grade",
        "the employee has a license",
        "does experience count for Factor 1",
        "does my experience raise the knowledge level",
        "experience instead of a degree",
        "knowledge from experience instead of school",
        "knowledge gained through experience",
        "knowledge I have but do not need",
        "knowledge I don't use at work",
        "knowledge possessed but not used",
        "unused skills",
        "skills I have that the job doesn't need",
        "is knowledge required the knowledge I have",
        "whose knowledge counts under Factor 1",
        "I know more than the job needs",
        "overqualified",
        "overqualified employee",
        "I'm more qualified than my job",
        "better qualified than the position needs",
        "qualified for a higher grade",
        "I qualify for the next grade",
        "I meet the qualifications for GS-13",
        "employee qualifies for a higher grade, must we upgrade",
        "qualifications versus classification",
        "is qualification the same as classification",
        "difference between qualifying for a job and classifying it",
        "what are qualification standards",
        "languages I speak",
        "foreign language skill and the grade",
        "do credentials count",
        "credentials and the grade",
        "do higher educated people get higher grades",
        "I got my PhD last spring and figured the grade would follow",
        "thirty years doing this and the new kid with none gets the same grade",
        "just passed the CPA exam! does the job go up now",
        (
            "Half our visitors only speak Vietnamese and I'm the interpreter without anyone "
            "calling it that"
        ),
        "My employee finished her degree at night and wants an upgrade for it",
        "they sent me to six weeks of training so now the job must be worth more",
        "does the grade care what diploma is on my wall",
        (
            "she has twice the experience I do and we're the same grade, how come seniority "
            "isn't part of it"
        ),
        "they want everyone in the unit to hold a commercial driver's license from now on",
        "I've got all the certs, PMP, CISSP, you name it. zero credit",
        "Is it what I know, or what the job needs me to know?",
        "sign language is now part of my front desk job",
        (
            "an ad for my job asks for an engineering degree, that should put it in the top "
            "knowledge level shouldn't it"
        ),
        "you'd need ten years in the trade to do what I do so why is factor 1 so low",
    ),
    answer=_answer,
    unlike=("points", "percents", "dates", "decision"),
)
