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
    asks=(
        "Which edition of the Primary Standard is in force?",
        "what edition of the Introduction do you use",
        "which version of the supervisory guide is current",
        "how old is the Classifier's Handbook",
        "what is the date of the standard you use",
        "latest edition of the Handbook of Occupational Groups",
        "is that the current edition",
        "when was the GS-0343 flysheet issued",
        "which edition applies",
        "what year is your Introduction from",
        "are your standards the newest version",
        "edition of the standard in this case",
        "which issue of the primary standard do you quote",
        "date of the GSSG",
        "is what you're reading from up to date",
        "how recent is the handbook you've got",
        "my printout is from the nineties, still good?",
        "HR quoted an old version of the guide, has it been replaced",
        "from what year is your copy",
        "Which printing of the supervisors' guide counts nowadays?",
        "the pdf I have says TS-27, is there something newer",
        "am I looking at a superseded version",
        "my union book cites the 1991 text, you seem to have something else",
        "when was this last revised",
        "latest version of the intro?",
        "was the white collar guide redone at some point",
        "they graded us by an outdated print, which date is the right one",
        "how old is the stuff you rely on",
    ),
    answer=_answer,
    likes=("standards",),
    unlike=("levels", "points", "grades", "decision"),
)
