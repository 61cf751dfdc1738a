"""What a person has to settle about a standard that was read, and what a person has settled.

A reading raises doubts. A person confirms those that are no more than doubtful, and settles by
itself each that blocks: by correcting the reading, or by a reason to accept it. Who, when and why
stay with the standard, and every result that rests on it says so.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from core.model import Frozen
from core.standards.checks.values import Flag, LevelName, Said, Text, Whole, refuse


class Signed(Frozen):
    """What a person has decided about a reading: who, on which day, and why."""

    by: Text
    when: Text
    why: Text


class Correction(Signed):
    """A level as a person reads it in the document.

    ``begins`` and ``ends`` are the first and the last words of its text there; without them the
    text stays as it was read. ``page`` and ``points`` are as printed, where they were read wrongly.
    """

    level: LevelName
    points: Whole | None = None
    page: Said = ""
    begins: Said = ""
    ends: Said = ""


class Figure(Signed):
    """A figure as a person reads it: a row of the grade conversion table, or a cell of a chart.

    A row is named by its ``grade``, with its lowest and highest points; no highest is the open
    top row. A cell is named by its two levels, ``6-3`` and ``7-C``, with the points of both; in a
    guide's chart by its two degrees, ``1-A`` and ``2-C``, and its grade stands for the points.
    """

    grade: Whole | None = None
    lowest: Whole | None = None
    highest: Whole | None = None
    cell: Annotated[
        tuple[LevelName, LevelName] | None, Field(description="Given where no grade is.")
    ] = Field(default=None, validate_default=True)
    points: Whole | None = None
    page: Said = ""

    @field_validator("cell")
    @classmethod
    def _names_a_figure(
        cls, cell: tuple[str, str] | None, info: ValidationInfo
    ) -> tuple[str, str] | None:
        if cell is None and info.data.get("grade", 0) is None:
            raise refuse(
                "names no figure", 'Give grade, or cell with its two levels: ["6-3", "7-C"].'
            )
        return cell

    @property
    def key(self) -> str:
        """Return what is corrected: ``GS-12`` as ``12``, or the levels of a cell."""
        return str(self.grade) if self.cell is None else " ".join(self.cell)

    @property
    def what(self) -> str:
        """Return what is corrected and how it reads, in words."""
        if self.cell is not None and self.cell[0][-1:].isalpha():
            return f"Degree {self.cell[0]} with degree {self.cell[1]}: grade {self.points}"
        if self.cell is not None:
            return f"Level {self.cell[0]} with Level {self.cell[1]}: {self.points:,} points"
        top = f"to {self.highest:,}" if self.highest is not None else "and up"
        return f"Grade {self.grade}: {self.lowest:,} {top}"


class Ruling(Signed):
    """A person's decision on one doubt: the reading is right as it stands, or it is not."""

    code: Text
    where: Text
    message: Text
    accepted: Flag = False


class Doubt(Frozen):
    """Something doubtful in a standard read from a document; while it is open it must not score.

    One that ``blocks`` says that a part of the standard may not have been read at all: it is
    settled by itself, by a correction or by a person's reason to accept it, and never with the
    others together. ``ruling`` is what a person has decided about it, with who, when and why.
    """

    code: Text
    where: Text
    message: Text
    page: Said = ""
    blocks: Flag = False
    confirmed: Flag = False
    ruling: Annotated[
        Literal["", "accepted", "rejected"],
        Field(description="Accepted: the reading is right. Rejected: it has to be corrected."),
    ] = ""
    by: Said = Field(default="", validate_default=True)
    when: Said = Field(default="", validate_default=True)
    why: Said = Field(default="", validate_default=True)

    @field_validator("by", "when", "why")
    @classmethod
    def _signed_when_ruled(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("ruling") and not value:
            raise refuse("is missing: a ruling says by whom, when and why", "Add it.")
        return value

    @property
    def open(self) -> bool:
        """Return whether nobody has settled it."""
        return not self.confirmed or self.ruling == "rejected"

    def key(self) -> tuple[str, str, str]:
        """Return what makes a doubt the same doubt when a document is read again."""
        return self.code, self.where, self.message


class Overlay(Frozen):
    """What a person has settled about one document's reading, kept beside it."""

    sha256: Text
    corrections: tuple[Correction, ...] = ()
    figures: tuple[Figure, ...] = ()
    rulings: tuple[Ruling, ...] = ()
