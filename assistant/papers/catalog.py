"""The papers there are: what each is for, what a case lacks for it, and how it is made and written.

::

    for paper in papers():                      # what a list shows
        paper.name, paper.title, paper.purpose
    lacking("letter", matter)                   # what is missing; a gap may bar the paper
    preview("letter", matter)                   # Markdown, without writing anything
    save("letter", matter, Path("letter.docx")) # whole or not at all; the suffix is the format

``matter`` is :class:`assistant.papers.subject.Matter`: the position (``subject_of_case`` makes it
of a case), the facts of an appeal, the documents that may be quoted, the day of the paper.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from assistant.papers import assessment, certificate, comparison, statement
from assistant.papers.content import Paper, blocks, plain, texts
from assistant.papers.formats import choose
from assistant.papers.formats.md_file import render
from assistant.papers.letters import appeal, correction, reconsideration
from assistant.papers.statement.closing import deciding_questions
from assistant.papers.subject import Matter, stated
from core.errors import InputError, UsageError
from core.fes.whatif.partial import spanned
from core.model import Frozen
from index.documents.files import replace_file

_FEW: Final = 3
"""Factors without a level that are named one by one."""


class Gap(Frozen):
    """Something a paper lacks: what, and whether the paper cannot be made without it."""

    text: str
    bars: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One paper: its name, its title, whom it is for and what for, and how it is made."""

    name: str
    title: str
    purpose: str
    make: Callable[[Matter], Paper]
    lacks: Callable[[Matter], list[Gap]]


def papers() -> tuple[Kind, ...]:
    """Return the papers, in the order in which a person meets them."""
    return tuple(_KINDS.values())


def find(name: str) -> Kind:
    """Return a paper by its name.

    Raises:
        UsageError: there is none of that name.
    """
    if name not in _KINDS:
        raise UsageError(
            f"there is no paper {name!r}",
            where="paper",
            hint=f"Choose one of: {', '.join(_KINDS)}.",
        )
    return _KINDS[name]


def lacking(name: str, matter: Matter) -> tuple[Gap, ...]:
    """Return what a paper lacks for a position; a gap that bars it comes first.

    Raises:
        UsageError: there is no such paper.
    """
    kind = find(name)
    found = kind.lacks(matter)
    return tuple(sorted(found, key=lambda gap: not gap.bars))


def make(name: str, matter: Matter) -> Paper:
    """Make a paper.

    Raises:
        UsageError: there is no such paper.
        InputError: what the position states does not allow it; the sentence says what is missing.
        ModelError: the embedding model failed.
    """
    return find(name).make(matter)


def preview(name: str, matter: Matter) -> str:
    """Return a paper as Markdown text; raises as :func:`make`.

    The series and title that the duties point to stand in the paper alone.
    """
    return render(make(name, replace(matter, preview=True)))


def save(name: str, matter: Matter, path: Path) -> Paper:
    """Make a paper and write it to a file, whole or not at all.

    Args:
        name: The paper.
        matter: What it is about.
        path: The file; its suffix is the format.

    Raises:
        UsageError: there is no such paper or format.
        StorageError: the file cannot be written; a former one is then as it was.
        InputError, ModelError: as :func:`make`.
    """
    encode = choose(path).encode
    paper = make(name, matter)
    replace_file(path, encode(paper), what="the paper")
    return paper


def gaps(paper: Paper) -> tuple[str, ...]:
    """Return the blanks a paper leaves to be filled, each once, in order."""
    return tuple(
        dict.fromkeys(
            run.text.strip("[]")
            for block in blocks(paper)
            for text in texts(block)
            for run in text
            if run.style == "blank"
        )
    )


# --- what each lacks -------------------------------------------------------------------------


def _evaluation(matter: Matter) -> list[Gap]:
    """Return what keeps a position from being evaluated."""
    subject = matter.subject
    try:
        if subject.result is None:
            plan = subject.position.current.pay_plan
            return [Gap(text=f"No grading criteria for pay plan {plan} are held here.")]
        if subject.partial is not None and len(subject.partial.missing) > _FEW:
            bare = spanned([str(one.factor) for one in subject.partial.missing])
            return [Gap(text=f"Factors {bare} have no level yet.")]
        if subject.standing is not None:
            asked = deciding_questions(subject.standing)
            return [Gap(text=f"A finding on {plain(one)}") for one in asked]
        return [Gap(text=one.text) for one in subject.questions]
    except InputError as error:
        return [Gap(text=error.sentence(), bars=True)]


def _statement(matter: Matter) -> list[Gap]:
    position = matter.subject.position
    found = _evaluation(matter)
    if not position.duties:
        found.append(Gap(text="No duties are stated."))
    if not position.position_description.number:
        found.append(Gap(text="The number of the position description is not stated."))
    if position.position_description.adequate is None:
        found.append(Gap(text="Whether the position description is adequate is not stated."))
    case = matter.subject.case
    if case is not None:
        known = {str(one.factor) for one in case.facts if one.factor is not None}
        bare = [key for key in case.levels if key not in known]
        if bare:
            what = "Factor" if len(bare) == 1 else "Factors"
            found.append(Gap(text=f"No fact is stated on {what} {spanned(bare)}."))
    return found


def _appeal(matter: Matter) -> list[Gap]:
    """Return what an appeal lacks: rules say what it must contain."""
    try:
        advice = matter.advice
    except InputError as error:
        return [Gap(text=error.sentence(), bars=True)]
    found = [
        Gap(text=one.to_do)
        for one in advice.contents
        if one.state in ("missing", "partial", "unknown") and one.to_do
    ]
    return [*found, *(Gap(text=one.text) for one in advice.questions)]


def _assessment(matter: Matter) -> list[Gap]:
    current = matter.subject.position.current
    held = [] if stated(current) else [Gap(text="The classification held is not stated.")]
    return [*held, *_evaluation(matter), *_appeal(matter)]


def _correction(matter: Matter) -> list[Gap]:
    described = matter.subject.position.position_description
    found = []
    if described.adequate:
        found.append(Gap(text="The case says that the position description is adequate."))
    if not described.number:
        found.append(Gap(text="The number of the position description is not stated."))
    if not described.remarks:
        found.append(Gap(text="What is wrong in the position description is not stated."))
    if not matter.subject.position.duties:
        found.append(Gap(text="The duties as they are done are not stated."))
    return found


def _barring(why_not: Callable[[Matter], str], matter: Matter) -> list[Gap]:
    """Return what bars a paper, told by the paper itself, or by a case that cannot be evaluated."""
    try:
        why = why_not(matter)
    except InputError as error:
        why = error.sentence()
    return [Gap(text=why, bars=True)] if why else []


def _reconsideration(matter: Matter) -> list[Gap]:
    return _barring(reconsideration.barred, matter)


def _comparison(matter: Matter) -> list[Gap]:
    return _barring(comparison.barred, matter)


def _certificate(matter: Matter) -> list[Gap]:
    found = _evaluation(matter)
    barred = matter.subject.method == "none"
    return [gap.model_copy(update={"bars": gap.bars or barred}) for gap in found]


_KINDS: Final = {
    kind.name: kind
    for kind in (
        Kind(
            "statement",
            statement.TITLE,
            "for a classifier: the grade, its reasons and where to sign",
            statement.make,
            _statement,
        ),
        Kind(
            "assessment",
            assessment.TITLE,
            "for an employee: whether to appeal, with the risk and the dates first",
            assessment.make,
            _assessment,
        ),
        Kind(
            "letter",
            "Appeal letter",
            "to send: an appeal with what the rules ask it to contain",
            appeal.make,
            _appeal,
        ),
        Kind(
            "correction",
            correction.TITLE,
            "to send: what is wrong in a position description, before an appeal",
            correction.make,
            _correction,
        ),
        Kind(
            "reconsideration",
            reconsideration.TITLE,
            "to send: after an OPM decision, while the rules allow it",
            reconsideration.make,
            _reconsideration,
        ),
        Kind(
            "comparison",
            comparison.TITLE,
            "for a panel: two evaluations factor by factor",
            comparison.make,
            _comparison,
        ),
        Kind(
            "certificate",
            certificate.TITLE,
            "for whoever checks: every step, and the data to compute it again",
            certificate.make,
            _certificate,
        ),
    )
}
