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
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
