"""Which edition of a standard or handbook is in force and used here."""

from __future__ import annotations

from assistant.chat.answering.kit import PRIMARY, documents, standard_of
from assistant.chat.model import Answer, Context, Question, Topic, Words

_BOOKS = {
    "handbook of occupational": "occupational-handbook",
    "occupational handbook": "occupational-handbook",
    "classifier": "classifier-handbook",
    "handbook": "classifier-handbook",
    "introduction": "introduction",
    "supervisory guide": "gssg",
    "gssg": "gssg",
}


def _answer(question: Question, context: Context) -> Answer | None:
    if not question.has(
        "edition",
        "version",
        "dated",
        "date of",
        "current",
        "in force",
        "latest",
        "newest",
        "how old",
        "issued",
        "year",
    ):
        return None
    key = next((k for word, k in _BOOKS.items() if question.has(word)), "")
    if key and not question.standards:
        book = documents()[key]
        lead = f"**The edition used here is that of {book.edition}:** {book.title}."
        words: tuple[Words, ...] = ()
    else:
        standard = standard_of(question, context)
        lead = (
            f"**The edition of {standard.edition} is used:** {standard.title}, in "
            f"{standard.document}."
        )
        if standard.id == PRIMARY:
            lead += " It is printed as an appendix of the Introduction."
        words = (Words(ours=f"{standard.title}.", citation=standard.cite(standard.page)),)
    return Answer(
        lead=f"{lead} Whether OPM has issued a later one is to be looked up at opm.gov.",
        words=words,
        next=("Ask *which standards are held?* for all of them.",),
    )


TOPIC = Topic(
    id="edition-in-force",
    title="which edition is in force",
    answer=_answer,
    likes=("standards",),
    unlike=("levels", "points", "grades", "decision"),
)
