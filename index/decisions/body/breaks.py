"""Paragraphs of a decision whose text has lost its line ends.

Captures of the text files of 1998 to 2009 hold a whole decision on one line. Its paragraphs
cannot be had back, but within a factor each did one thing: so a break goes where the text
turns from one thing (a claim, the standard, a finding, the credit) to another.
"""

from __future__ import annotations

from index.decisions.stance import cues as stance_cues
from index.language import sentences, structure
from index.models import Stance

_SHORTEST = 300
_TURNING: frozenset[Stance] = frozenset({"claim", "standard", "met", "not_met", "credited"})


def part(line: str) -> list[str]:
    """Return a line in pieces, one for each thing it does; the line itself when it does one."""
    if len(line) < _SHORTEST:
        return [line]
    pieces: list[str] = []
    start = begun = 0
    doing: tuple[Stance, str] | None = None
    last = ""
    for end in sentences.ends(line):
        sentence = structure.fold_quotes(structure.fold_dashes(line[start:end])).strip()
        named = structure.levels_named(sentence)
        role = stance_cues.of_sentence(
            sentence, names_level=bool(named), grades=False, after_level=last != ""
        )
        last = named[0] if named else last
        if role in _TURNING and role is not None:
            turned = doing is not None and (
                role != doing[0] or (role == "standard" and bool(named) and named[0] != doing[1])
            )
            if turned:
                pieces.append(line[begun:start].strip())
                begun = start
            doing = (role, named[0] if named else (doing[1] if doing else ""))
        start = end
    pieces.append(line[begun:].strip())
    return [piece for piece in pieces if piece]
