"""Plain text into blocks: paragraphs, headings, list items; the frame of web pages removed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from core.errors import DocumentError
from index.decisions.stance import paragraphs as stance
from index.documents.blocks import Block, parted
from index.language import structure

_PAGE_FRAME = re.compile(
    r"^(?:skip to (?:page navigation|main content|navigation)|click here to skip navigation|"
    r"u\.?s\.? flag|an official website of the united states government|here.?s how you know|"
    r"official websites use \.gov|a \.gov website belongs to .*|secure \.gov websites use https|"
    r"a lock \(\s*\) or https:// means .*|back to top|control panel|opm\.gov\s*/.*|"
    r"opm\.gov main|in this section|print this page|share this page|"
    r"(?:home|main)\s*(?:>|/|»).*(?:classification|appeal).*)$",
    re.IGNORECASE,
)
_HASH = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_ITEM = re.compile(r"^\s*(?:[•*·+-]|\d{1,2}[.)]|\([a-z0-9]{1,4}\)|[a-z][.)])\s+\S", re.IGNORECASE)
_EXAMPLES = re.compile(r"^(?:work )?(?:illustration|example)s?(?:\(s\))?\s*:", re.IGNORECASE)
"""What opens illustrations begins a line of its own, however full the line before is."""
_UNFINISHED = re.compile(r"[.:;]\s+[A-Z(][^.:;]*[^\s.:;!?]$")
"""The end of a line on which a sentence has begun after a heading and goes on below."""
_TERMINAL = re.compile(r"[.!?;:,][\"”’')\]]*$")
_CERTIFICATE = re.compile(r"^as provided in (?:section|5|the)\b", re.IGNORECASE)
_POINTS_ALONE = re.compile(r"^\(?\d[\d,]* (?:points?|pts\.?)\)?$", re.IGNORECASE)
_RUN_TOGETHER = 4000
_HEAD_ON_ONE_LINE = re.compile(r"Appellants?:.*\bOrgani[sz]ation:.*\bAs provided in section\b")
_BREAK_BEFORE = re.compile(
    r"\s(?=(?:Appellants?|Representatives?|Agency classification|Organi[sz]ation|"
    r"OPM decision(?: number)?):"
    r"|As provided in section|Since this decision (?:lowers|raises|changes)|Decision sent to:"
    r"|(?:Factor )?Level [1-9][AB]?-[1-9] (?:\([\d,]+ points\) )?is credited"
    r"|At (?:Factor )?Level [1-9][AB]?-[1-9], (?:the|employees|work|contacts|guidelines|"
    r"assignments)"
    r"|The appellant(?:'s|’s|s'|s’)? (?:position|work|seeks|believes|duties)\b)"
)
_SECTION_NAME = re.compile(
    r"(?<=[.\])\d])\s(?P<name>Introduction|Background(?i: and general issues| information)?|"
    r"General (?i:issues)|(?:Position|Job) (?i:information)|"
    r"(?:Series|Title|Standard|Grade|Pay (?i:category|plan|system)|Occupational (?i:code))"
    r"(?i:, title,?)?(?i:,? and (?:title|series|standard|guide))? (?i:determination)|"
    r"Summary(?i: of (?:fes )?factors?(?: levels)?)?|Decision)\s(?=[A-Z])"
)
_INTRODUCTION = re.compile(r"\s(?P<name>Introduction)\s(?=On [A-Z][a-z]+ \d{1,2}, \d{4},)")
_FACTOR_NAME = re.compile(
    r"\s(?P<name>(?:Sub)?Factor [1-9][AB]?[,:.]? ?[-–—]? ?(?:"
    + "|".join(re.escape(name) for name in structure.FACTOR_NAMES.values())
    + "|"
    + "|".join(re.escape(name) for name in structure.SUPERVISORY_NAMES)
    + r")(?:[ ,:–—-]+Level [1-9][AB]?-[1-9](?:[ ,:(–—-]+[\d,]+ points\)?)?)?)"
    r"(?:\s+(?=(?-i:[A-Z]))|\s*$)",
    re.IGNORECASE,
)
_GRADE = re.compile(r"^(?:GS|GG)\s?-?\s?\d{1,2}[.:]?$")
_CREDIT_LINE = re.compile(
    r"^(?:we )?credit(?:ed)? (?:factor )?level\b|^\(?\d[\d,]* points?\)?$", re.IGNORECASE
)
_PROSE = 45
"""A line of more characters is prose, not a row of a form or of a table."""
_ENDED = re.compile(r"[.!?;:][\"”’')\]]*$")
_CELLS = re.compile(r"\S(?: {3,}|\t)\S")
_CAPITALS = re.compile(r"(?:[A-Z]{3,}|AND|OF|&)(?: (?:[A-Z]{3,}|AND|OF|&))+:?")
"""A heading in capitals, which is never the rest of a sentence."""
_LABELLED = re.compile(r"[A-Z][A-Za-z /&]{2,40}:\s")
"""What a label opens after the end of a sentence begins a line of its own."""
_SHARE_FIRST = re.compile(r"^\s*(\d{1,2}) ?%? [A-Z]")
_WRAP_MIN, _WRAP_MAX = 50, 110
_OVER = 1.5
"""A line longer than the wrapping by this much was not wrapped: the next one is its own."""
_FEWEST_HEADINGS = 3
"""A text with fewer headings of decisions may have the word on a line of its own by chance."""
_RULE = re.compile(r"^\s*(?=.*\|)\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
"""The rule under the head of a table written with bars."""
_BAR = re.compile(r"(?<!\\)\|")
_DRAWN = re.compile(r"^\s*([-=_*~#])\1{3,}\s*$")
"""A line drawn with signs, under a heading or between parts: it has no words."""


def refuse_binary(path: Path, text: str) -> None:
    """Refuse bytes that are no text.

    Raises:
        DocumentError: Too many control characters or undecodable bytes.
    """
    sample = text[:20000]
    odd = sum(1 for c in sample if (ord(c) < 32 and c not in "\t\n\r\f\x1b") or c == "\ufffd")
    if "\x00" in sample or odd > max(8, len(sample) * 0.02):
        raise DocumentError(
            "does not hold text, although its name says so",
            where=path.name,
            hint="Check what the file is; PDF and Word files need their own suffix.",
        )


def is_page_frame(line: str) -> bool:
    """Tell whether a line belongs to the web page around a document, not to the document."""
    return bool(_PAGE_FRAME.match(" ".join(line.split())))


def blocks(text: str, *, markdown: bool = False) -> list[Block]:
    """Turn clean text into blocks.

    Lines marked with ``#`` are headings. Where a file has none, a short line standing alone
    before a paragraph is one. Hard-wrapped lines are joined; lines that are too short to
    have been wrapped stay on their own.
    """
    printed = text.split("\n")
    lines = ["" if is_page_frame(one) or _DRAWN.match(one) else one.rstrip() for one in printed]
    width = _wrap_width(lines)
    result: list[Block] = []
    for found in _groups(_set_apart(lines)):
        group = found
        while (table := _table(group, markdown)) is not None:
            begins, ends, rows = table
            result += [*_group_blocks(group[:begins], width, markdown), *rows]
            group = group[ends:]
        result += _group_blocks(group, width, markdown)
    if not any(block.role == "heading" for block in result):
        mark_headings(result)
    return result


def restore_breaks(text: str) -> tuple[str, bool]:
    """Break a text that lost its line ends again; tells whether it had to.

    Some captures of older decisions hold the whole document on one line. Breaks go before
    the labels of the head, the certificate, and the headings every decision has.
    """
    longest = max((len(line) for line in text.split("\n")), default=0)
    whole_head = any(_HEAD_ON_ONE_LINE.search(line) for line in text.split("\n"))
    if longest < _RUN_TOGETHER and not whole_head:
        return text, False
    broken = _BREAK_BEFORE.sub(lambda match: "\n\n" + match.group().strip(), text)
    for pattern in (_INTRODUCTION, _SECTION_NAME, _FACTOR_NAME):
        broken = pattern.sub(lambda match: f"\n\n{match['name'].strip()}\n\n", broken)
    if broken == text:
        return text, False
    return _parted(broken), True


def _parted(text: str) -> str:
    """Break the long lines under each factor where they turn from one thing to another."""
    lines: list[str] = []
    in_factor = False
    for line in text.split("\n"):
        in_factor = structure.factor_heading(line) is not None or (
            in_factor and not structure.is_decision_heading(line)
        )
        lines.append("\n\n".join(stance.part(line)) if in_factor else line)
    return "\n".join(lines)


def _set_apart(lines: Sequence[str]) -> list[str]:
    """Return lines with blank ones around a decision's headings, where it has none of its own."""
    written = [line for line in lines if line.strip()]
    blank = len(_groups(lines)) - 1
    headings = sum(structure.is_decision_heading(line) for line in written)
    if headings < _FEWEST_HEADINGS or blank >= headings:
        return list(lines)
    apart: list[str] = []
    for line in lines:
        apart += ["", line, ""] if structure.is_decision_heading(line) else [line]
    return apart


def _groups(lines: Sequence[str]) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _wrap_width(lines: Sequence[str]) -> int:
    """Return the column at which a file's lines were wrapped, 0 when they were not."""
    lengths = sorted(len(line) for line in lines if line.strip())
    if not lengths or lengths[-1] > _WRAP_MAX * 2:
        return 0
    width = lengths[int(len(lengths) * 0.95)]
    return width if _WRAP_MIN <= width <= _WRAP_MAX else 0


def _group_blocks(lines: Sequence[str], width: int, markdown: bool) -> list[Block]:
    result: list[Block] = []
    previous, broken = "", False
    rows = _rows_of_shares(lines)
    for raw in lines:
        line = raw.strip()
        hashes = _HASH.match(line)
        if hashes:
            result.append(Block(_plain(hashes[2], markdown), "heading", depth=len(hashes[1])))
            previous = ""
            continue
        line = _plain(line, markdown)
        if not line:
            continue
        runs_in = structure.run_in(line)
        if runs_in is not None:
            # The words on the line of a heading are the first of the text below it.
            result += [
                Block(line[:runs_in].rstrip(), "paragraph"), Block(line[runs_in:], "paragraph")
            ]  # fmt: skip
            previous, broken = raw, True
            continue
        if _opens_description(line):
            result.append(Block(line, "paragraph"))
            previous, broken = "", bool(_UNFINISHED.search(line))
            continue
        wrapped = (
            bool(previous)
            and width > 0
            and len(previous) + 1 + len(line.split(" ", 1)[0]) > width
            and len(previous) <= width * _OVER
            and raw not in rows
            and not (_CAPITALS.fullmatch(line) and not previous.isupper())
            and not (_LABELLED.match(line) and _ENDED.search(previous.strip()))
            and not _ITEM.match(line)
            and not _EXAMPLES.match(line)
        )
        goes_on = line[:1].islower() and (broken or _goes_on_below(previous, raw))
        broken = False
        if (wrapped or goes_on) and result:
            result[-1].text += " " + line
        else:
            first = not previous
            role = "paragraph" if first else "item" if _ITEM.match(line) else "row"
            result.append(Block(line, role))  # type: ignore[arg-type]
        previous = raw
    return result


def _rows_of_shares(lines: Sequence[str]) -> frozenset[str]:
    """Return the lines that are rows of a table whose first column makes up a whole hundred."""
    rows = {line: match for line in lines if (match := _SHARE_FIRST.match(line))}
    whole = sum(int(match[1]) for match in rows.values()) == 100
    return frozenset(rows) if whole and len(rows) > 1 else frozenset()


def _goes_on_below(above: str, below: str) -> bool:
    """Tell whether a sentence goes on in the next line, wherever the file's lines are broken.

    Cells set apart by wide spaces, items and short lines are rows of their own.
    """
    return (
        len(above.strip()) > _PROSE
        and not _ENDED.search(above.strip())
        and not _ITEM.match(below)
        and not any(_CELLS.search(line.strip()) for line in (above, below))
    )


def _table(lines: Sequence[str], markdown: bool) -> tuple[int, int, list[Block]] | None:
    """Return where a table written with bars begins and ends in some lines, and its rows."""
    rule = next((at for at, line in enumerate(lines) if at and _RULE.match(line)), None)
    if rule is None or "|" not in lines[rule - 1]:
        return None
    ends = next((at for at in range(rule, len(lines)) if "|" not in lines[at]), len(lines))
    rows = [
        _plain(_BAR.sub(" ", one), markdown) for one in (lines[rule - 1], *lines[rule + 1 : ends])
    ]
    return rule - 1, ends, [Block(" ".join(one.split()), "row") for one in rows if one.strip()]


def _opens_description(line: str) -> bool:
    """Tell whether a line names a factor or a level, whatever follows it without a gap."""
    if structure.is_contents_line(line):
        return False
    return bool(structure.level_heading(line) or structure.factor_heading(line))


def _plain(line: str, markdown: bool) -> str:
    if not markdown:
        return line.strip()
    line = re.sub(r"\s*<br\s*/?>\s*", " ", line, flags=re.IGNORECASE)
    line = re.sub(r"!\[([^\]]*)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", line)
    line = re.sub(r"(?<!\w)([*_])(?=\S)([^*_]+?)(?<=\S)\1(?!\w)", r"\2", line)
    line = re.sub(r"^>\s?", "", line).replace("\\|", "|")
    return line.replace("`", "").strip()


def mark_missing_headings(result: list[Block]) -> None:
    """Mark headings in a document whose own headings are missing or only a page title."""
    headings = [block for block in result if block.role == "heading"]
    factors = any(structure.factor_heading(block.text) for block in headings)
    written = any(
        block.role == "paragraph" and structure.factor_heading(block.text) for block in result
    )
    if not headings or (written and not factors):
        mark_headings(result)
    elif factors:
        _mark_levels(result)


def _mark_levels(result: list[Block]) -> None:
    """Mark the headings of levels that are set as text under headings of factors.

    A standard heads several levels of a factor; a decision names the one it credits.
    """
    result[:] = parted(result)
    for block, below in pairwise(result):
        if _POINTS_ALONE.match(below.text) and structure.level_heading(block.text) is not None:
            block.text, below.text = f"{block.text} {below.text}", ""
    found = [
        (block, heading.level)
        for block in result
        if block.role == "paragraph"
        and (heading := structure.level_heading(block.text)) is not None
        and heading.points is not None
    ]
    several = Counter(structure.factor_of(level) for level in {level for _, level in found})
    depths = [b.depth for b in result if b.role == "heading" and structure.factor_heading(b.text)]
    if max(several.values(), default=0) > 1:
        for block, _ in found:
            block.role, block.depth = "heading", max(depths) + 1


def mark_headings(result: list[Block]) -> None:
    """Mark short lines that stand alone before a paragraph as headings.

    Factor headings always count, and level headings with them. Depths: factors under the
    section they stand in, levels under their factor; in a guide without points grades under the
    kind of work, and what is described of a grade under it.
    """
    graded = len({block.text for block in result if _GRADE.match(block.text)}) > 1
    under_grade = False
    for block, following in zip(result, [*result[1:], None], strict=False):
        if block.role != "paragraph" or _opens_table(block, following):
            continue
        if graded and _GRADE.match(block.text):
            block.role, block.depth = "heading", 2
            under_grade = True
        elif graded and block.text.isupper() and following and _GRADE.match(following.text):
            # What stands in capitals right above a grade is the kind of work it grades.
            block.role, block.depth = "heading", 1
        elif structure.level_heading(block.text):
            block.role, block.depth = "heading", 3
        elif structure.factor_heading(block.text):
            block.role, block.depth = "heading", 2
        elif _stands_alone(block, following):
            below = under_grade and not block.text.isupper()
            block.role, block.depth = "heading", 3 if below else 1
            under_grade = below


def _opens_table(block: Block, following: Block | None) -> bool:
    """Tell whether a line is the first of several: a head, an address, a table."""
    first = following is not None and following.role in ("row", "item")
    return first and not (
        _opens_description(block.text) or structure.is_decision_heading(block.text)
    )


def _stands_alone(block: Block, following: Block | None) -> bool:
    text = block.text
    if len(text) > 90 or _TERMINAL.search(text) or structure.is_never_heading(text):
        return False
    if re.search(r":\s*\S|\bC-\d{3,4}-\d{2}|\b\d{1,2}/\d{1,2}/\d{2,4}\b", text):
        return False
    if not re.match(r"[A-Z0-9§]", text) or not re.search(r"[A-Za-z]{3}", text):
        return False
    if structure.is_decision_heading(text):
        return True
    if _CREDIT_LINE.match(text):
        return False
    if following is None or _CERTIFICATE.match(following.text):
        return False
    return len(following.text) > 120 or structure.factor_heading(following.text) is not None
