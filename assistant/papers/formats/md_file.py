"""A paper in Markdown, with footnotes; a drawing is told in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.papers.content import (
    Block,
    Callout,
    Chart,
    Listing,
    Paper,
    Paragraph,
    Particulars,
    Quote,
    Record,
    Run,
    Signature,
    Table,
    Text,
    parts,
)
from assistant.text import one_line

NAME = "markdown"
TITLE = "Markdown"

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$!])")
_OPENS = re.compile(r"^(\s*)(\d+)([.)])(\s)|^(\s*)([-+=])(\s|$)")
_STYLES = {"plain": "", "strong": "**", "emphasis": "*", "blank": "**"}
_RULE = r"\_" * 30
_FENCE = re.compile(r"`{3,}")
_FENCED = re.compile(r"^(`{3,})json\n(.*?)\n\1$", re.DOTALL | re.MULTILINE)
_MARKS = re.compile(r"[*\\]")


def encode(paper: Paper) -> bytes:
    return render(paper).encode()


def record(data: bytes) -> str | None:
    # A mail program or an editor may have changed the ends of the lines.
    found = _FENCED.findall("\n".join(data.decode("utf-8", "replace").splitlines()))
    return found[-1][1] if found else None


def words(data: bytes) -> list[str]:
    # Marks that only set text off are not what differs to a reader.
    return _MARKS.sub("", data.decode("utf-8", "replace")).split()


def render(paper: Paper) -> str:
    """Return the paper as Markdown."""
    found = [f"# {_escaped(paper.title)}", ""]
    if paper.dated:
        found += [_escaped(f"{paper.about} · {paper.dated}"), ""]
    else:
        found += [_escaped(paper.about), ""]
    for block in paper.opening:
        found += [*_block(block), ""]
    for depth, section in parts(paper):
        found += [f"{'#' * min(depth + 1, 6)} {_escaped(section.title)}", ""]
        for block in section.blocks:
            found += [*_block(block), ""]
    if paper.notes:
        found += ["---", ""]
        found += [f"[^{number}]: {_escaped(label)}" for number, label in enumerate(paper.notes, 1)]
    return "\n".join(found).rstrip() + "\n"


def _escaped(words: str) -> str:
    """Return words that Markdown shows as they stand, also at the beginning of a line."""
    text = _SPECIAL.sub(r"\\\1", words)
    return _OPENS.sub(_opened, text)


def _opened(found: re.Match[str]) -> str:
    if found[2]:
        return f"{found[1]}{found[2]}\\{found[3]}{found[4]}"
    return f"{found[5]}\\{found[6]}{found[7]}"


def _text(text: Text) -> str:
    return "".join(_run(run, first=at == 0) for at, run in enumerate(text))


def _run(run: Run, *, first: bool) -> str:
    if run.note is not None:
        return f"[^{run.note}]"
    if run.style == "code":
        return f"`{run.text.replace('`', chr(39))}`"
    words = _escaped(run.text) if first else _SPECIAL.sub(r"\\\1", run.text)
    mark = _STYLES[run.style]
    if not mark or not words.strip():
        return words
    # The marks stand close to the words, or they would be shown as they are.
    lead, tail = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
    inner = words[lead : len(words) - tail]
    return f"{words[:lead]}{mark}{inner}{mark}{words[len(words) - tail :]}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"*{_text(block.text)}*" if _plain_remark(block) else _text(block.text)
        case Listing():
            for number, item in enumerate(block.items, 1):
                yield f"{number}. {_text(item)}" if block.numbered else f"- {_text(item)}"
        case Particulars():
            for entry in block.entries:
                yield f"- **{_escaped(entry.label)}:** {_text(entry.value)}"
        case Table():
            yield f"**{_escaped(block.caption)}**"
            yield ""
            yield _row([_escaped(column.head) for column in block.columns])
            yield _row(["---:" if column.figures else "---" for column in block.columns])
            for at, row in enumerate(block.rows):
                last = block.total and at == len(block.rows) - 1
                yield _row([_total(cell) if last else _text(cell) for cell in row])
        case Quote():
            told = [_escaped(one_line(words)) for words in block.words]
            told += [_text(block.place)] if block.place else []
            yield "\n>\n".join(f"> {one}" for one in told)
            if block.mark:
                yield f"> **{_escaped(block.mark)}**"
        case Callout():
            yield f"> **{block.severity.capitalize()}.** {_text(block.text)}"
        case Chart():
            yield f"**{_escaped(block.caption)}**"
            yield ""
            yield _escaped(block.description)
        case Signature():
            if block.text:
                yield _text(block.text)
                yield ""
            for line in block.lines:
                yield f"{_escaped(line)}: {_RULE}"
                yield ""
        case Record():
            yield f"**{_escaped(block.caption)}**"
            yield ""
            longest = max((len(found) for found in _FENCE.findall(block.text)), default=2)
            fence = "`" * max(3, longest + 1)
            yield f"{fence}json"
            yield block.text
            yield fence


def _plain_remark(block: Paragraph) -> bool:
    return (
        block.role == "remark"
        and bool(block.text)
        and all(run.style == "plain" and run.note is None for run in block.text)
        and block.text[0].text[:1].strip() != ""
        and block.text[-1].text[-1:].strip() != ""
    )


def _total(cell: Text) -> str:
    words = _text(cell)
    return f"**{words}**" if words and "**" not in words else words


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
