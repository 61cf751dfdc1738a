"""A description sent as one line, with its lines and headings apart, so that it can be read.

Who sends a message by lines, or writes one in prose, has no headings: the duties are a sentence
behind "duties:", and supervision, guidelines and surroundings are told by how sentences begin.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.text import capital
from index.positions.cells import lines_apart

_OPENING: Final = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|so|well|hi|hello|please read|read)[\s,.!:]+)*"
    r"(?:(?:here(?:'s| is| comes)|this is|below is|it says|it reads)\s+)?"
    r"(?:(?:my|our|the|his|her|a|official|current|whole)\s+)*"
    r"(?:pd|position description|job description|description of my (?:job|position|work))\b"
    r"(?:\s+(?:reads?|says?|is|goes))?(?:\s+(?:like this|as follows|so|this|that))?"
    # A title with its classification may follow without a stop.
    r"(?:\s*[:.\-\u2013]+\s*|\s+(?=(?-i:[A-Z])[\w ,()&/-]{2,60}\b[A-Z]{2}-?\d{3,4}\b))",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(
    r"\b(?:the incumbent|incumbent(?:'s)?|the employee|this position|the position|"
    r"position is located|serves as an?)\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(r"\b(?:i|i'm|i've|me|my)\b", re.IGNORECASE)
_DUTIES: Final = re.compile(
    r"(?:(?<=[.;:)])\s+|^|\n\s*)(?:(?:the|major|principal|primary|main|key|specific|his|her|my|"
    r"these)\s+)*(?:duties(?: and responsibilities)?|responsibilities|tasks)"
    r"(?:\s+(?:are|include|includes|consist of|as follows|the following))*\s*:\s*",
    re.IGNORECASE,
)
_SECTIONS: Final = {
    "SUPERVISORY CONTROLS": (
        r"(?:the )?(?:supervisor|branch chief|division chief|team lead\w*|manager)\b|"
        r"(?:the )?(?:work|assignments?|projects?|tasks?) (?:is|are) (?:assigned|reviewed|checked|"
        r"given)|(?:completed|finished) (?:work|projects|assignments)|"
        r"works? (?:under|independently)|supervision\b|supervisory controls|"
        r"(?:the )?(?:employee|incumbent) (?:works (?:under|independently|with)|receives)"
    ),
    "GUIDELINES": r"(?:the |written |available )?(?:guidelines?|guidance|guides)\b",
    "PERSONAL CONTACTS": r"(?:the |personal |regular )?contacts?\b",
    "PHYSICAL DEMANDS": (
        r"physical (?:demands|effort)|(?:the )?work (?:is (?:mostly |largely )?sedentary|"
        r"requires (?:some )?(?:lifting|walking|standing|bending))"
    ),
    "WORK ENVIRONMENT": (
        r"(?:the )?work (?:is (?:usually |mostly |normally )?(?:done|performed|carried out) in|"
        r"environment|area)\b|office setting|"
        r"(?:the )?(?:incumbent|employee) works? (?:mostly |mainly )?in an? (?:\w+ )?"
        r"(?:office|laboratory|warehouse|shop)\b"
    ),
    "KNOWLEDGE REQUIRED BY THE POSITION": (
        r"(?:requires? )?(?:a )?(?:thorough |expert |broad |working |practical |basic )*knowledge "
        r"of|(?:the )?(?:work|position|job) requires (?:a |an )?(?:\w+ ){0,2}knowledge"
    ),
}
"""How sentences begin that tell of a factor, by the heading that belongs over them."""
_HEADS: Final = tuple(
    (name, re.compile(rf"(?:{said})", re.IGNORECASE)) for name, said in _SECTIONS.items()
)
_SERVES: Final = re.compile(
    r"\b(?:[Aa]s|serves? as|position of|works as) (?:an?|the) (?P<title>[A-Za-z][\w&/-]*"
    r"(?: (?!(?:in|for|of|with|at|on|who|the)\b)[\w&/-]+){0,4})(?=\s*[,.;]| (?:in|for|of|with|at|"
    r"on|who|the)\b)"
)
_SENTENCE: Final = re.compile(r"(?<=[.;])\s+(?=[A-Z])|\n+")
_ITEM: Final = re.compile(r";\s*(?:and\s+)?")
_ASKED: Final = re.compile(r"(?:^|(?<=[.!:;])\s+|\n)(?P<asked>[^.!;\n]{3,160}\?)\s*$")
_MOST_OWN: Final = 2
_FEWEST_ITEMS: Final = 2


def announced(text: str) -> bool:
    """Tell whether a text says of itself that it is a position description."""
    return _OPENING.match(text) is not None


def without_opening(text: str) -> str:
    """Return a text without the words that call it a position description."""
    return _OPENING.sub("", text, count=1)


def tells_of_a_position(text: str) -> bool:
    """Tell whether prose is written of a position, as descriptions are, and not by its holder."""
    told, own = len(_TOLD.findall(text)), len(_OWN.findall(text))
    return announced(text) or (told > 0 and own <= _MOST_OWN and bool(_DUTIES.search(text)))


def called(text: str) -> str:
    """Return what prose calls the position: "serves as a program support specialist in ..."."""
    found = _SERVES.search(text)
    return capital(found["title"]) if found is not None else ""


def without_question(text: str) -> tuple[str, str]:
    """Return a text without the question asked at its end, and the question."""
    found = _ASKED.search(text)
    if found is None:
        return text, ""
    return text[: found.start("asked")].rstrip(), found["asked"].strip()


def by_lines(text: str) -> str:
    """Return a description sent as one line with its lines and headings apart."""
    text = without_opening(text)
    lines = lines_apart(text)
    return _in_sections(lines) if "\n" not in lines.strip() else lines


def _in_sections(text: str) -> str:
    """Return prose with a heading over its duties, and over what it says of each factor."""
    found = _DUTIES.search(text)
    before = text[: found.start()] if found is not None else ""
    after = text[found.end() :] if found is not None else text
    parts: list[tuple[str, list[str]]] = [("DUTIES" if found is not None else "", [])]
    for sentence in filter(None, map(str.strip, _SENTENCE.split(after))):
        head = next((name for name, said in _HEADS if said.match(sentence)), "")
        if head and head != parts[-1][0]:
            parts.append((head, []))
        parts[-1][1].append(sentence)
    made = [f"INTRODUCTION\n\n{before.strip()}" if before.strip() else ""]
    for head, told in parts:
        # A list of duties is one sentence with semicolons, or a sentence a duty.
        items = [one for sentence in told for one in _ITEM.split(sentence) if one.strip(" .")]
        listed = head == "DUTIES" and len(items) >= _FEWEST_ITEMS
        body = "\n".join(f"- {capital(one)}" for one in items) if listed else " ".join(told)
        made.append(f"{head.replace('DUTIES', 'MAJOR DUTIES')}\n\n{body}" if head else body)
    return "\n\n".join(filter(None, made))
