"""What is known of a position into a description the suggester can weigh: a paper, or a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from assistant.cases.edits import load_case, located
from assistant.cases.intake import position_from_file
from assistant.cases.supervisors import guide_factor, open_supervisor
from assistant.suggest.described import DUTIES, UNSOURCED, Described, DutyShare, Sentence, cut
from core.errors import DocumentError
from core.law.pay_systems import wage_job, wage_work
from core.model import Case, Classification
from index.positions.headings import section_name
from index.positions.model import Guide, PositionDescription

CASES: Final = (".toml", ".json")
"""Suffixes of case files."""
SECTIONS: Final = {
    "qualifications": "1",
    "supervision": "2",
    "guidelines": "3",
    "effort": "8",
    "surroundings": "9",
}
"""The factor that a section of a description without factors speaks of."""
_NOT_WORK: Final = ("applying", "conditions", "evaluation", "factors")
"""Sections that say how to apply, or what somebody found, and nothing of the work."""


def open_description(path: Path, *, series: str = "") -> Described:
    """Read a position description, or a case's duties and facts.

    Args:
        path: the file, or the bare name of a case kept in the data folder.
        series: the position's series, where it is to be another than the file names.

    Raises:
        DocumentError: the file cannot be read, is no position description, or says nothing of
            any work.
        CaseError: a case file is wrong.
    """
    path = located(path)
    if path.suffix.lower() in CASES:
        supervisor = open_supervisor(path)
        if supervisor is not None:
            found = replace(of_case(supervisor.particulars, series=series), supervisory=True)
        else:
            found = of_case(load_case(path), series=series)
    else:
        found = of_position(position_from_file(path), series=series)
    if not found.sentences:
        raise DocumentError(
            "it says nothing of any work",
            where=str(path),
            hint="Name a position description with duties or sections by factor.",
        )
    return found


def of_position(position: PositionDescription, *, series: str = "") -> Described:
    """Return a position description as it is weighed: its sections by factor, and the rest.

    The factors are the nine, or the supervisory guide's where the description uses those.
    """
    guide: Guide = "gssg" if position.form == "supervisory" else "fes"
    cover = position.cover
    plan = cover.pay_plan or "GS"
    held = Classification(pay_plan=plan, series=cover.series, grade=cover.grade)
    own = [one for one in position.factors if one.guide == guide]
    sentences: list[Sentence] = []
    for number, duty in enumerate(position.duties, 1):
        where = _at(f"duty {number}", duty.place)
        if duty.titled and duty.title not in duty.text:
            sentences += cut(duty.title, where, duty=number)
        sentences += cut(duty.text, where, duty=number)
    for one in own:
        factor = str(one.factor)
        sentences += cut(one.text, _at(f"Factor {factor}", one.place), factor)
    named = {one.section for one in sentences}
    sentences += list(_sections(position, named if guide == "fes" else set(SECTIONS.values())))
    if not sentences:
        sentences = cut(position.text, "the description")
    return Described(
        sentences=tuple(sentences),
        stated={str(one.factor): one.level_stated for one in own if one.level_stated is not None},
        series=series or cover.series,
        title=cover.title or position.title,
        duties=tuple(
            DutyShare(one.title, one.percent, wage_work(one.text)) for one in position.duties
        ),
        supervisory=guide == "gssg",
        pay_plan=held.pay_plan,
        wage=wage_job(held),
    )


def _sections(position: PositionDescription, named: set[str]) -> Iterator[Sentence]:
    for section in position.sections:
        if section.name == "duties" or section.name in _NOT_WORK:
            continue
        factor = SECTIONS.get(section.name, DUTIES)
        where = _at(section.heading.strip(" :") or section.name, section.place)
        yield from cut(section.text, where, DUTIES if factor in named else factor)


def _at(part: str, place: str) -> str:
    return f"{part}, {place}" if place and place != part else part


def _says_nothing_of_work(source: str) -> bool:
    """Return whether a fact's source names a section of a description that tells of no work."""
    named = (section_name(part) for part in source.split(", "))
    return any(one is not None and one[0] in _NOT_WORK for one in named)


def of_case(case: Case, *, series: str = "") -> Described:
    """Return what a case says of the work: its duties, and its facts by the factor they bear on.

    A fact that repeats words of a duty, or of a fact that bears on no factor, was taken over with
    a level accepted; it says nothing new, and counts once, where it stands first.
    """
    sentences: list[Sentence] = []
    for number, duty in enumerate(case.duties, 1):
        # A duty without a title of its own is titled by its first words.
        titled = not duty.title.endswith("…") and duty.title.strip() not in duty.text
        if titled and duty.text:
            sentences += cut(duty.title, f"duty {number}", duty=number)
        sentences += cut(duty.text or duty.title, f"duty {number}", duty=number)
    first = [duty.text for duty in case.duties]
    first += [fact.text for fact in case.facts if fact.factor is None]
    for fact in case.facts:
        factor = guide_factor(fact)
        if factor is None and _says_nothing_of_work(fact.source):
            continue
        if fact.factor is not None and any(fact.text in text for text in first):
            continue
        section = DUTIES if factor is None else str(factor)
        sentences += cut(fact.text, fact.source or UNSOURCED, section)
    named = series or case.current.series or case.requested.series
    duties = tuple(
        DutyShare(
            one.title,
            one.percent_employee if one.percent_supervisor is None else one.percent_supervisor,
            wage_work(one.text or one.title),
        )
        for one in case.duties
    )
    return Described(
        sentences=tuple(sentences),
        stated=dict(case.levels),
        series=named,
        title=case.title,
        duties=duties,
        supervisory=any(guide_factor(one) != one.factor for one in case.facts),
        as_of=case.as_of,
        pay_plan=case.current.pay_plan,
        wage=wage_job(case.current, case.requested),
    )
