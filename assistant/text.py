"""Strangers' text made safe to put on a screen, and figures as people write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from core.model import Duty, Evaluation

# Whole terminal sequences first, so that no harmless-looking tail such as "[31m" is left:
# CSI, then strings (OSC, DCS, SOS, PM, APC) with their end, then the two-byte ones. A string
# without an end loses its first two characters only: it must not swallow what follows.
_SEQUENCES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-~]?"
)
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_KEEP = frozenset("\n\t")
# Control, format (bidirectional overrides, zero width, tags), surrogate and private use.
# No characters at all, and forbidden in the XML of a Word document.
_NOT_CHARACTERS = frozenset("\ufffe\uffff")
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co"})


def safe_text(text: str) -> str:
    """Return the text without anything that could act on a terminal or reorder what is read.

    Terminal sequences, control and format characters (bidirectional overrides among them)
    are removed; every kind of line end becomes a newline; tabs stay. All else is untouched.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _BREAKS.sub("\n", _SEQUENCES.sub("", text))
    return "".join(
        character
        for character in text
        if character in _KEEP
        or (character not in _NOT_CHARACTERS and unicodedata.category(character) not in _DROPPED)
    )


def one_line(text: str) -> str:
    """Return a text (a title, a heading) made safe, on one line."""
    return " ".join(safe_text(text).split())


def escape(text: str) -> str:
    """Return text that Markdown shows as it stands, on one line, without control characters."""
    return _SPECIAL.sub(r"\\\1", " ".join(safe_text(text).split()))


def number(value: int) -> str:
    """Return points as people write them: 2,555."""
    return f"{value:,}"


def in_words(day: date) -> str:
    """Return a day as people write it: ``August 25, 2025``."""
    return f"{day:%B} {day.day}, {day.year}"


def capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def counted(count: int, one: str, many: str = "") -> str:
    """Return how many of a thing there are, in words: ``1 fact``, ``2 duties``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def duty_table(duties: Sequence[Duty]) -> str:
    """Return the duties with each side's share of time as a Markdown table."""
    lines = ["| Duty | Employee says | Supervisor says |", "| --- | ---: | ---: |"]
    for duty in duties:
        employee, supervisor = (
            "" if percent is None else f"{percent:g}%"
            for percent in (duty.percent_employee, duty.percent_supervisor)
        )
        lines.append(f"| {escape(duty.title)} | {employee} | {supervisor} |")
    return "\n".join(lines)


def margin_sentence(evaluation: Evaluation) -> str:
    """Say how far the total stands from the grade's floor and from the next grade."""
    margin = evaluation.margin
    ceiling = f"{number(margin.ceiling)}" if margin.ceiling is not None else "up"
    text = (
        f"{number(evaluation.total)} points lie in the {evaluation.grade} range "
        f"({number(margin.floor)} to {ceiling}): {number(margin.above_floor)} above its floor"
    )
    if margin.next_grade is not None and margin.to_next is not None:
        text += f", {number(margin.to_next)} short of {margin.next_grade}"
    return text + "."
