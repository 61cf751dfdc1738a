"""The appeal assessment: whether to contest a classification, for the employee who has to decide.

The first page is the answer: what is held, computed and sought, the risk, the dates. What follows
is what it rests on: each contested level both ways, what cannot be appealed, what is missing, and
how decided appeals went.
"""

from __future__ import annotations

from assistant.papers.assessment.contested import contested
from assistant.papers.assessment.front import front
from assistant.papers.assessment.rest import after_deciding, checklist, routes, sample, sources
from assistant.papers.content import Paper
from assistant.papers.drafting import Notes, finished
from assistant.papers.subject import Matter

TITLE = "Appeal assessment"


def make(matter: Matter) -> Paper:
    """Return the assessment of an appeal.

    Raises:
        LevelError, CaseError, StandardError: what the position states cannot be evaluated.
        StorageError: a list of changed series that was kept cannot be read.
        ModelError: the embedding model failed.
    """
    notes = Notes()
    sections = [
        *contested(matter, notes),
        routes(matter, notes),
        checklist(matter, notes),
        after_deciding(matter, notes),
        sample(matter, notes),
        sources(matter, notes),
    ]
    kept = [one for one in sections if one.blocks or one.sections]
    # The answer has its page to itself.
    kept[0] = kept[0].model_copy(update={"new_page": True})
    opening = front(matter, notes)
    return finished(
        "assessment", TITLE, matter, notes, opening, kept, fingerprint=matter.advice.fingerprint
    )
