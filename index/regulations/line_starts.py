"""Whether a line that follows another closely begins a paragraph of its own."""

from __future__ import annotations

import re

from index.regulations.designations import LEADING
from index.regulations.page_lines import is_page_line, is_source_note
from index.regulations.sections import LONGEST, section_head, upper_head

TAIL = 1000
"""So much of a paragraph is looked at for whether the next line goes on with it."""

_ENDED = re.compile(r"(?:[.;:—–\])”\"]|--|[;,]\s(?:and|or),?)$")
_MARKED_SENTENCE = re.compile(rf"(?:{LEADING.pattern})+[A-Z“\"—–-]")
"""No heading goes on so in its second line, though the name of one may hold a mark."""
_GOES_ON = re.compile(r"[\w,-]\n[a-z]")
"""A line that goes on in the next, as the lines of a text that was set to a width do."""
_WIDTH = 160
"""No page is set so wide."""


def is_unwrapped(text: str) -> bool:
    """Return whether each line of a text is a paragraph: long ones, and none goes on below."""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return not _GOES_ON.search(lines) and any(len(line) > _WIDTH for line in lines.split("\n"))


def begins(before: str, line: str, *, whole: bool = False) -> bool:
    """Return whether a line begins a paragraph of its own.

    Args:
        before: The paragraph above it, or the last :data:`TAIL` characters of it.
        line: The line.
        whole: Each line of the text is a paragraph.
    """
    if is_page_line(line) or upper_head(line):
        return True
    marked = LEADING.match(line) or section_head(line) or is_source_note(line)
    if len(before) == TAIL:
        # So much text is no heading: only how it ends tells.
        return whole or bool(marked and _ENDED.search(before))
    if is_page_line(before):
        return True
    if upper_head(before):
        # A heading in capitals may run over its line.
        return not (line.isupper() and before.upper() == before)
    if whole:
        return True
    if section_head(before) is not None and len(before) <= LONGEST:
        goes_on = section_head(line) is None and not _MARKED_SENTENCE.match(line)
        return bool(_ENDED.search(before)) or not goes_on
    return bool(marked and _ENDED.search(before))
