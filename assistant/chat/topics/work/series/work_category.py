"""The five categories of work, and what tells them apart."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    prof = law(
        "introduction",
        "9",
        "equivalent to a bachelor’s or higher degree",
        "Professional work requires knowledge of a field customarily acquired through a related "
        "degree.",
    )
    degree = law(
        "introduction",
        "9",
        "meets the formal education requirements",
        "That a person has the degree does not make the work professional.",
    )
    tech = law(
        "introduction",
        "10",
        "requires less than full knowledge of the",
        "Technical work is like professional or administrative work but takes less than full "
        "knowledge of the field.",
    )
    admin = law(
        "introduction",
        "9",
        "exercise of analytical ability, judgment, discretion, and",
        "Administrative work takes analytical ability, judgment and knowledge of management, "
        "not a specialized degree.",
    )
    path = law(
        "introduction",
        "10",
        "career patterns, management’s intent in designing the",
        "Duties, qualifications, career patterns and management's intent tell technical from "
        "other work.",
    )
    clerical = law(
        "introduction",
        "10",
        "structured work in support of office, business",
        "Clerical work is structured support work by set procedures.",
    )
    if question.has("degree", "phd", "diploma", "my education", "master"):
        lead = (
            "**No: a person's degree does not make the work professional.** Work is "
            "professional when it requires the knowledge of a field that is customarily gained "
            "through a related degree, uses it with judgment, and management has decided to "
            "have it done so."
        )
        words: tuple[Words, ...] = (degree, prof)
    elif question.has("professional") and question.has("administrative"):
        lead = (
            "**Professional, if the work requires the knowledge of a field that a degree in it "
            "gives; administrative, if it takes analysis, judgment and knowledge of how "
            "organizations are run, and no particular degree.** What the work requires decides, "
            "not the degree you hold. Both run in two-grade intervals."
        )
        words = (prof, admin, degree)
    elif question.has("clerical", "assistant", "support work", "administrative or") or (
        question.has("technician", "technical", "tech ")
        and question.has("specialist", "analyst", "administrative")
        and not question.has("professional", "scien", "engineer")
    ):
        lead = (
            "**Administrative work analyzes, evaluates and develops programs and their "
            "procedures; clerical and technical work carries them out by established "
            "methods.** Where tasks look alike, the qualifications required, the career "
            "pattern and what management designed the position for decide. Administrative "
            "series mostly run in two-grade intervals, support series grade by grade."
        )
        words = (admin, clerical, path)
    else:
        lead = (
            "**Professional work requires full knowledge of a field, as a related degree gives "
            "it; technical work takes practical knowledge below that and follows methods laid "
            "out by others.** Where the tasks look alike, the qualifications required, the "
            "career pattern and management's intent in designing the position decide, not the "
            "person's degree."
        )
        words = (prof, tech, path)
    return Answer(
        lead=lead,
        words=words,
        next=(
            ("What knowledge must a new holder bring, and where do people go from this position?"),
        ),
    )


TOPIC = Topic(
    id="work-category",
    title="professional, administrative, technical or clerical work",
    asks=(
        "am I a professional or an administrative employee",
        "What is the difference between professional and technical work?",
        "is my job professional or administrative",
        "professional, administrative, technical, clerical - what do they mean",
        "technician versus scientist",
        "PATCO categories",
        "I have an engineering degree, why am I a technician?",
        "administrative or clerical work, how to tell",
        "When is work professional for classification?",
        "Does a degree make my position professional?",
        "What makes a job administrative rather than support?",
        "assistant or specialist series",
        "categories of white collar work",
        "is a paraprofessional technical or professional",
        "my work looks like entry-level professional work but I'm a technician",
        "what is technical work",
        "how do you separate one-grade from two-grade interval work",
        "When does an assistant position become a specialist position?",
        "should this be a technician or an analyst job",
        "clerk or analyst",
        "does my master's degree put me in a professional series",
        "professional or administrative",
        "professional or technical",
        "professional versus administrative",
        "professional work",
        "what is professional work",
        "what is administrative work",
        "administrative work",
        "technical work",
        "clerical work",
        "what is clerical work",
        "clerical or administrative",
        "technician or professional",
        "technician or specialist",
        "assistant or specialist",
        "assistant or analyst",
        "difference between assistant and specialist",
        "difference between administrative and clerical",
        "categories of work",
        "kinds of work",
        "five categories",
        "is my work professional",
        "is my job technical",
        "is this work professional",
        "do I do professional work",
        "one-grade or two-grade work",
        "degree and professional work",
        "they call me a technician although I have a bachelor's",
        "I work beside biologists and do the same things but I'm a technician",
        "they say my job is clerical but I analyze programs",
        "is an office assistant who analyzes data still clerical",
        "I have a science degree but sit in a technician job",
        "where is the line between support work and analyst work",
        "line between assistant and analyst work",
        "real analyst work or support work",
        "is what I do clerical or something more",
        (
            "HR says my work is \"technician\" level, I say it's analyst work, where's the "
            "dividing line"
        ),
        "assistant series or specialist series, what tells them apart",
        "I have a biology degree and do lab work, does that make my job professional",
        "one grade interval or two grade interval, how do I know which",
        "my secretary does real analysis, is she still in support work",
        "PATCO, what goes where?",
        "what makes an occupation count as professional in the government's eyes",
        "Do I need a college degree for my work to be called administrative?",
        "They classed me as support but I use judgment all day long",
        "engineering tech vs engineer, how does one separate the work",
        "paralegal stuff: administrative, technical?",
        "How do I tell a claims clerk from a claims specialist?",
        "blurry border between technical work and professional, criteria?",
        "are accounting technicians in the same category as accountants",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
