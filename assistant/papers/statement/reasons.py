"""Why a level is credited, as a paper tells it: what is assigned is not called what is of record.

The core credits the levels a case holds. They are the agency's own only where they come to the
grade held; a classifier's first levels, suggestions that a person accepted and the levels of a
decision on an appeal are not, and a paper that called them so would say what nobody stated.
"""

from __future__ import annotations

from assistant.papers.drafting import told
from assistant.papers.subject import Subject
from core.fes.crediting.ladder import Credited


def reason(subject: Subject, credit: Credited) -> str:
    """Return why the level of a factor is credited."""
    if credit.in_dispute:
        said = told(credit.reason)
        return said if subject.of_record else said.replace("of record", "assigned")
    stands = "of record stands" if subject.of_record else "is assigned"
    seeking = subject.case is not None and bool(subject.case.sought)
    sought = "no higher level is sought and " if seeking else ""
    return f"Level {credit.level} {stands}; {sought}no finding stated here speaks against it."
