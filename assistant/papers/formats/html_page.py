"""A paper as one web page that needs nothing else: its style, its drawing and its notes are in it.

Headings, tables with heads and captions, a way past the contents and notes that lead back make it
usable with a keyboard and a screen reader. There is no script, and every word is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Final

from assistant.papers.chart import drawing
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
    leads_to_signing,
    parts,
    running_head,
    signed,
    stays_whole,
)
from assistant.text import one_line

NAME = "html"
TITLE = "Web page"

_STYLE: Final = """
:root { color-scheme: light; }
body { font: 1rem/1.5 Georgia, "Times New Roman", serif; color: #1b1b1b; background: #fff;
  max-width: 46rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
header.running, footer { font-size: .875rem; color: #444; border-bottom: 1px solid #bbb;
  padding-bottom: .4rem; }
footer { border: 0; border-top: 1px solid #bbb; margin-top: 2rem; padding-top: .4rem; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.3rem; margin-top: 2rem; }
h3 { font-size: 1.1rem; } h4 { font-size: 1rem; }
a { color: #1a4480; } .skip { position: absolute; left: -60rem; }
.skip:focus { position: static; }
nav ol { columns: 2; padding-left: 1.2rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .95rem; }
caption { text-align: left; font-weight: bold; padding-bottom: .3rem; }
th, td { border: 1px solid #999; padding: .3rem .5rem; vertical-align: top; text-align: left;
  overflow-wrap: break-word; }
thead th { background: #e7ecf2; } td.figures, th.figures { text-align: right; }
td.figures { white-space: nowrap; }
tbody th { font-weight: normal; }
tr.total > * { font-weight: bold; border-top: 2px solid #333; }
dl { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: .2rem 1rem; }
dt { font-weight: bold; } dd { margin: 0; }
.answer { font-size: 1.1rem; } .address { margin: 0; } .remark { color: #444; font-style: italic; }
.notice { border-left: .35rem solid #565c65; background: #f3f4f6; padding: .5rem .8rem;
  margin: .6rem 0; }
.notice.warning { border-color: #b7791f; background: #fdf6e3; }
.notice.error { border-color: #b50909; background: #fbeceb; }
blockquote { border-left: .2rem solid #2e5077; margin: 1rem 0; padding: 0 0 0 1rem; }
blockquote footer { border: 0; margin: .3rem 0 0; padding: 0; }
mark.blank { background: #fff3bf; border-bottom: 2px solid #8d6e00; padding: 0 .2rem; }
.sign { border-bottom: 1px solid #1b1b1b; min-height: 2.2rem; margin-top: 1rem; }
figure { margin: 1rem 0; } figure svg { max-width: 100%; height: auto; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f3f4f6; padding: .8rem;
  font-size: .8rem; }
code { overflow-wrap: anywhere; } .one { white-space: nowrap; }
sup { line-height: 0; } sup a { text-decoration: none; }
@media screen and (max-width: 34rem) { dl { display: block; } nav ol { columns: 1; }
  .wide { overflow-x: auto; } table { font-size: .85rem; }
  th, td { hyphens: auto; padding: .2rem .3rem; } }
@media print { html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; line-height: 1.4; orphans: 3; widows: 3; }
  nav, .skip, header.running, body > footer { display: none; }
  h2, h3, h4, h5, .lead, caption, thead { break-after: avoid; }
  h2 { margin-top: 1.4rem; } ul, ol, dl, p { margin-block: .6rem; }
  h2, h3, h4, h5, table.whole, tr, figure, .notice, li, .address { break-inside: avoid; }
  section.new-page { break-before: page; } section.whole { break-inside: avoid; }
  section.led { break-inside: avoid; break-after: avoid; } .cover { page: cover; } }
"""
_PAGES: Final = """
@page {{ margin: 2.2cm; font: 9pt Georgia, "Times New Roman", serif; color: #444;
  @top-left {{ content: {head}; }} @bottom-center {{ content: "Page " counter(page){total}; }} }}
@page cover {{ counter-increment: page 0; @bottom-center {{ content: "Cover sheet"; }} }}
"""
"""The head and foot of a printed page; the pages of a letter count after its cover sheet."""


_WHOLE: Final = re.compile(
    r"(?<![\w-])(?:[1-9][AB]?-[1-9A-F]|[A-Z]{1,2}-\d{1,4}(?:-\d{1,2}){0,2}|"
    r"\d{4}-\d{2}(?:-\d{2})?)(?![\w-])"
)
"""A level, classification, decision's number or date, not parted at the end of a line."""
_RECORD: Final = re.compile(
    rb'<script type="application/json" id="record">(.*?)</script>', re.DOTALL
)
_WORDS: Final = re.compile(r"<[^>]*>|[^<\s]+")


def encode(paper: Paper) -> bytes:
    return "\n".join(_page(paper)).encode()


def record(data: bytes) -> str | None:
    found = _RECORD.search(data)
    return found[1].decode("utf-8", "replace") if found else None


def words(data: bytes) -> list[str]:
    """Return the words of a page and its tags between them: a tag can hide what it holds."""
    return _WORDS.findall(data.decode("utf-8", "replace"))


def _page(paper: Paper) -> Iterator[str]:
    title = escape(f"{paper.title}: {paper.about}")
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    # The page holds all it needs, so that nothing may be fetched and nothing may run.
    yield (
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    )
    yield f"<title>{title}</title>"
    dated = f" · {paper.dated}" if paper.dated else ""
    total = "" if paper.cover else ' " of " counter(pages)'
    pages = _PAGES.format(head=_css(running_head(paper) + dated), total=total)
    yield f"<style>{_STYLE}{pages}</style>"
    yield "</head>"
    yield "<body>"
    yield '<a class="skip" href="#main">Skip to the paper</a>'
    yield f'<header class="running">{escape(paper.about + dated)}</header>'
    yield '<main id="main">'
    yield '<div class="cover">' if paper.cover else "<div>"
    yield f"<h1>{escape(paper.title)}</h1>"
    called: set[int] = set()
    for block in paper.opening:
        yield from _block(block, called)
    yield "</div>"
    listed = [(at, section) for at, (_, section) in enumerate(parts(paper)) if section]
    top = [at for at, (depth, _) in enumerate(parts(paper)) if depth == 1]
    # What is sent has no table of contents.
    if len(top) > 3 and not paper.cover:
        yield '<nav aria-label="Contents"><h2>Contents</h2><ol>'
        yield from (
            f'<li><a href="#part-{at}">{escape(section.title)}</a></li>'
            for at, section in listed
            if at in top
        )
        yield "</ol></nav>"
    open_depth = 0
    whole = list(parts(paper))
    for at, (depth, section) in enumerate(whole):
        while open_depth >= depth:
            yield "</section>"
            open_depth -= 1
        fresh = ' class="new-page"' if section.new_page else ""
        fresh = ' class="whole"' if signed(section) else fresh
        fresh = ' class="led"' if leads_to_signing(whole, at) and not fresh else fresh
        yield f'<section{fresh} aria-labelledby="part-{at}">'
        open_depth += 1
        level = min(depth + 1, 6)
        yield f'<h{level} id="part-{at}">{escape(section.title)}</h{level}>'
        for block in section.blocks:
            yield from _block(block, called)
    yield from ("</section>" for _ in range(open_depth))
    if paper.notes:
        yield '<section aria-labelledby="notes"><h2 id="notes">Notes</h2><ol class="notes">'
        for number, label in enumerate(paper.notes, 1):
            yield (
                f'<li id="note-{number}">{escape(label)} '
                f'<a href="#call-{number}" aria-label="Back to the text">↩</a></li>'
            )
        yield "</ol></section>"
    yield "</main>"
    if paper.record:
        # A closing tag inside the data would end the element: the sign is written as its number.
        data = paper.record.replace("<", "\\u003c")
        yield f'<script type="application/json" id="record">{data}</script>'
    yield f"<footer>{escape(paper.title)} · {escape(paper.about)}</footer>"
    yield "</body>"
    yield "</html>"
    yield ""


def _css(words: str) -> str:
    """Return words as a string of a style sheet: what could end it is written by its number."""
    return '"' + re.sub(r"[^\w ·]", lambda one: f"\\{ord(one.group()):x} ", words) + '"'


def _text(text: Text, called: set[int]) -> str:
    return "".join(_run(run, called) for run in text)


def _run(run: Run, called: set[int]) -> str:
    if run.note is not None:
        first = "" if run.note in called else f' id="call-{run.note}"'
        called.add(run.note)
        return (
            f'<sup><a href="#note-{run.note}"{first} '
            f'aria-label="Note {run.note}">{run.note}</a></sup>'
        )
    words = _WHOLE.sub(r'<span class="one">\g<0></span>', escape(run.text))
    match run.style:
        case "strong":
            return f"<strong>{words}</strong>"
        case "emphasis":
            return f"<em>{words}</em>"
        case "code":
            return f"<code>{words}</code>"
        case "blank":
            return f'<mark class="blank">{words}</mark>'
        case _:
            return words


def _block(block: Block, called: set[int]) -> Iterator[str]:
    match block:
        case Paragraph():
            kind = "" if block.role == "plain" else f' class="{block.role}"'
            yield f"<p{kind}>{_text(block.text, called)}</p>"
        case Listing():
            tag = "ol" if block.numbered else "ul"
            yield f"<{tag}>"
            yield from (f"<li>{_text(item, called)}</li>" for item in block.items)
            yield f"</{tag}>"
        case Particulars():
            yield "<dl>"
            for entry in block.entries:
                yield f"<dt>{escape(entry.label)}</dt><dd>{_text(entry.value, called)}</dd>"
            yield "</dl>"
        case Table():
            yield from _table(block, called)
        case Quote():
            yield "<blockquote>"
            yield from (f"<p>{escape(one_line(words))}</p>" for words in block.words)
            if block.place:
                yield f"<footer>{_text(block.place, called)}</footer>"
            if block.mark:
                yield f"<p><strong>{escape(block.mark)}</strong></p>"
            yield "</blockquote>"
        case Callout():
            yield (
                f'<p class="notice {block.severity}" role="note">'
                f"<strong>{block.severity.capitalize()}.</strong> {_text(block.text, called)}</p>"
            )
        case Chart():
            yield "<figure>"
            yield f"<figcaption><strong>{escape(block.caption)}</strong></figcaption>"
            yield drawing(block)
            yield "</figure>"
        case Signature():
            if block.text:
                yield f"<p>{_text(block.text, called)}</p>"
            for line in block.lines:
                yield f'<div class="sign"></div><p>{escape(line)}</p>'
        case Record():
            yield f"<p><strong>{escape(block.caption)}</strong></p>"
            yield f"<pre>{escape(block.text)}</pre>"


def _table(block: Table, called: set[int]) -> Iterator[str]:
    kinds = [' class="figures"' if column.figures else "" for column in block.columns]
    room = sum(column.width for column in block.columns)
    whole = ' class="whole"' if stays_whole(block) else ""
    yield f'<div class="wide"><table{whole}>'
    yield f"<caption>{escape(block.caption)}</caption>"
    yield "<colgroup>"
    for column in block.columns:
        yield f'<col style="width: {100 * column.width / room:.0f}%">'
    yield "</colgroup><thead><tr>"
    for column, kind in zip(block.columns, kinds, strict=True):
        yield f'<th scope="col"{kind}>{escape(column.head)}</th>'
    yield "</tr></thead><tbody>"
    for at, row in enumerate(block.rows):
        total = block.total and at == len(block.rows) - 1
        yield '<tr class="total">' if total else "<tr>"
        for place, (kind, cell) in enumerate(zip(kinds, row, strict=True)):
            # What stands first names the row to whoever hears it cell by cell.
            tag, names = ("td", "") if place else ("th", ' scope="row"')
            yield f"<{tag}{names}{kind}>{_text(cell, called)}</{tag}>"
        yield "</tr>"
    yield "</tbody></table></div>"
