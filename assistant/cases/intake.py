"""From a position description to a case: read, shown, and taken over as facts.

A description is evidence of facts. Its title, series and grade are what is on record; its duties
and what it says under each factor become facts with their places. A level it states is taken over
only when a person says so, as the level of record of the agency's evaluation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from assistant.cases.pasted import by_lines, tells_of_a_position
from core.errors import DocumentError, StandardError
from core.model import Case, Classification, Duty, Fact, FactorId
from core.model import PositionDescription as OfficialDescription
from core.standards.table import PRIMARY_ID
from index.documents import formats, sandbox
from index.models import Document
from index.positions.model import Cover, Part, PositionDescription, Section
from index.positions.reading import read_position
from index.positions.recognising import not_a_position

PASTED: Final = "pasted text"
_HIGHEST: Final = 15
_BULLETS: Final = "•▪◦·*–- "
_SECTIONS: Final[dict[str, FactorId | None]] = {
    "introduction": None,
    "supervision": 2,
    "guidelines": 3,
    "qualifications": 1,
    "effort": 8,
    "surroundings": 9,
    "conditions": None,
}


def position_from_file(path: Path) -> PositionDescription:
    """Read a position description from a file: text, PDF, Word or a web page.

    Raises:
        DocumentError: the file cannot be read, or is no single position description.
    """
    data = formats.read_bytes(path)
    return position_of(sandbox.parse(path, data))


def position_from_text(text: str) -> PositionDescription:
    """Read a position description that somebody pasted.

    Raises:
        DocumentError: it is empty, or no single position description.
    """
    if not text.strip():
        raise DocumentError("is empty", where=PASTED, hint="Paste the description's text.")
    one_line = "\n" not in text.strip()
    try:
        return _of_text(by_lines(text) if one_line else text)
    except DocumentError:
        if one_line or not tells_of_a_position(text):
            raise
    # Prose on several lines is read as prose on one is.
    return _of_text(by_lines(" ".join(text.split())))


def _of_text(text: str) -> PositionDescription:
    document = formats.parse_bytes(Path("pasted.txt"), text.encode())
    return position_of(document.model_copy(update={"id": PASTED}))


def position_of(document: Document) -> PositionDescription:
    """Read a position description from a document already parsed.

    Raises:
        DocumentError: it is no single position description.
    """
    not_a_position(document)
    return read_position(document)


def case_of(position: PositionDescription, *, levels: bool = False, first: bool = False) -> Case:
    """Return a case with what a position description says.

    Args:
        position: as read.
        first: whether the position was never classified: what the cover says of title, series and
            grade is then only what the writer proposes, kept as a fact and not as of record.
        levels: whether the levels it states are taken over as the levels of record; without it
            no level is known yet, and nothing is scored by what a document merely states.
    """
    cover = position.cover
    standard = _standard(cover.series) if position.form != "supervisory" else PRIMARY_ID
    whole = cover.grade is not None and 1 <= cover.grade <= _HIGHEST
    stated = Classification(
        pay_plan=cover.pay_plan or "GS",
        title=cover.title,
        series=cover.series,
        grade=cover.grade if whole or (cover.pay_plan not in ("", "GS", "GM")) else None,
    )
    proposed = (
        f"The cover names it {stated.label()}; that is proposed, and not of record."
        if first and stated != Classification(pay_plan=stated.pay_plan)
        else ""
    )
    return Case(
        title=cover.title or position.title,
        standard=standard,
        organization=_whose(cover),
        current=Classification(pay_plan=stated.pay_plan) if first else stated,
        # What an announcement is numbered by is not the number of the description.
        position_description=OfficialDescription(
            number="" if position.form == "announcement" else cover.number
        ),
        duties=tuple(
            Duty(title=one.title, text=one.text, percent_supervisor=one.percent)
            for one in position.duties
        ),
        levels=_levels(position, standard) if levels else {},
        facts=(*_proposed(position, proposed), *_facts(position)),
    )


def _whose(cover: Cover) -> str:
    """Return agency and organization, largest first, where the one does not name the other."""
    unit, agency = cover.organization, cover.agency
    return unit if agency.casefold() in unit.casefold() else f"{agency}, {unit}".rstrip(", ")


def _levels(position: PositionDescription, standard: str) -> dict[str, str]:
    """Return the levels stated that the case's standard has, a letter as its number if need be.

    The levels of Factor 7 are lettered where a standard prints a chart for Factors 6 and 7; the
    Primary Standard numbers the same steps.
    """
    from core.fes.charts import sides
    from core.standards.catalog import load_table

    if position.form == "supervisory":
        return {}
    ladders = {key: row.ladder() for key, row in sides(load_table(standard)).items()}
    found: dict[str, str] = {}
    for one in position.factors:
        key, level = str(one.factor), one.level_stated or ""
        step = level.rpartition("-")[2]
        numbered = f"{key}-{ord(step) - ord('A') + 1}" if step.isalpha() and len(step) == 1 else ""
        fitting = next((name for name in (level, numbered) if name in ladders.get(key, ())), None)
        if fitting is not None:
            found[key] = fitting
    return found


def _proposed(position: PositionDescription, said: str) -> Iterator[Fact]:
    if said:
        yield Fact(text=said, source=f"{_name(position)}, cover")


def _name(position: PositionDescription) -> str:
    what = "Vacancy announcement" if position.form == "announcement" else "Position description"
    return f"{what} {position.cover.number}".rstrip()


def _facts(position: PositionDescription) -> Iterator[Fact]:
    name = _name(position)
    announced = position.form == "announcement"
    # Of a factor with words of its own they stand there.
    told = {one.factor for one in position.factors}
    for section in position.sections:
        # A heading may have the first words of its part on its line.
        heading = section.heading.partition(":")[0].strip() or section.name
        if section.name in _SECTIONS and not (announced and _of_the_form(section, heading)):
            factor = _SECTIONS[section.name]
            factor = None if factor in told or position.form == "supervisory" else factor
            for fact in _paragraphs(section, f"{name}, {heading}", factor):
                # Labels of the vacancy's form stand under other headings as well.
                if not announced or _SENTENCE.search(fact.text):
                    yield fact
    for one in position.factors:
        supervisory = one.guide == "gssg"
        label = f"{name}, Factor {one.factor}" + (" of the supervisory guide" * supervisory)
        yield from _paragraphs(one, label, None if supervisory else one.factor)


def _of_the_form(section: Section, heading: str) -> bool:
    """Return whether a section of an announcement tells of the vacancy or of who applies.

    The overview is a form, of labels and what is entered beside them; the qualifications are those
    asked of applicants.
    """
    return section.name == "qualifications" or heading.casefold().startswith("overview")


def _paragraphs(part: Part, source: str, factor: FactorId | None) -> Iterator[Fact]:
    for paragraph in part.text.split("\n"):
        text = paragraph.strip().lstrip(_BULLETS)
        # A few words in capitals are a heading by a name that is not known.
        if text and not (text.isupper() and len(text.split()) <= _HEADING and text[-1].isalpha()):
            yield Fact(text=text, source=f"{source}, {part.place}", factor=factor)


_SENTENCE: Final = re.compile(r"(?:\w+\W+){4,}\w+[.!?]\W*$")
_HEADING: Final = 8
"""Words that a heading has at most."""


def _standard(series: str) -> str:
    """Return the one standard held that scores a series, or the Primary Standard."""
    from core.standards.catalog import list_standards, load_table

    if not series:
        return PRIMARY_ID
    found: dict[str, None] = {}
    for entry in list_standards():
        try:
            table = load_table(entry.id)
        except StandardError:
            # It is not in force, has open doubts or no points: it cannot score a case.
            continue
        if series in table.series:
            found[entry.id] = None
    return next(iter(found)) if len(found) == 1 else PRIMARY_ID
