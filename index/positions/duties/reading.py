"""The duties of a position description, each with its share of time and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from index.positions.duties.shares import (
    HEAD_NUMBER,
    HEAD_SHARE,
    TAIL_SHARE,
    Share,
    heads_percents,
    share_of,
)
from index.positions.duties.tables import (
    FEWEST,
    LABEL,
    ROOM,
    WHOLE,
    bare_table,
    bracketed,
    by_sentences,
    hours,
    numbered,
    settled,
    share_opens,
    titles_next,
    titles_over,
)
from index.positions.lines import cut, sentences
from index.positions.model import PositionDuty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.positions.lines import Line, Page

_MARK: Final = re.compile(
    r"^\s*(?:\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)]\s+|[-*>+\u2022\u25cf\u25aa\uf0b7\u00b7o\u2023\u25e6\u25a0\u203a\u00bb\u27a2\u2192\u2713]+\s+|--\s*)"
)
_NUMBERED: Final = re.compile(r"^\s*\(?\d{1,2}[.)]\s+")
_OTHER: Final = re.compile(
    r"^(?:and\s+)?perform(?:s|ing)?\s+(?:any\s+)?(?:other|additional)\s+(?:related\s+|similar\s+)?"
    r"(?:duties|work|assignments)\b.{0,40}$|^(?:other\s+)?(?:related\s+)?duties,?\s+as\s+assigned.?$",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(
    r"^(?:standards?|ksas?|knowledges?(?: required)?|performance standards?|"
    r"successful \w+(?: \w+)?)\s*:",
    re.IGNORECASE,
)
_TITLE_RUN: Final = re.compile(
    r"^(?P<title>[A-Z][\w'\u2019/&,() -]{2,60}?)(?:\s*[.:]|\s[\u2013\u2014])\s+(?=[A-Z\d(])"
)
_TITLE_WORDS: Final = 7
_FIRST_WORDS: Final = 9
_TITLE_ROOM: Final = 500
"""A title is made of no more characters than these."""

_YOU_WILL: Final = re.compile(r"(?:^|(?<=[.;] ))You will\b")
_ROW_NUMBER: Final = re.compile(r"\d{1,2}\.?\s+(?=[A-Z])")
_NEXT_ROW: Final = re.compile(r"(?<=[.;])\s+(?=\d{1,2}\s+[A-Z])")
_COLUMN: Final = re.compile(r"^\d{1,2}(?=\s|$)|(?<=\s)\d{1,2}$")
"""A bare number at an edge of a line, as a column of a table leaves it there."""


@dataclass(slots=True)
class _Draft:
    lines: list[Line] = field(default_factory=list)
    share: Share | None = None
    share_line: Line | None = None
    row: bool = False
    """Whether it is the row of a table, with the row's number before it."""


def read_duties(page: Page, lines: Sequence[Line]) -> tuple[PositionDuty, ...]:
    """Return the duties written in some lines, in order."""
    lines = by_sentences(_without_asides(lines))
    shares: dict[int, Share | None] = {line.start: share_of(line.text) for line in lines}
    counted = {start for start, one in shares.items() if one is not None and one.where != "inside"}
    if len(counted) < FEWEST:
        for table in (bare_table, bracketed, numbered, hours):
            bare = table(lines)
            if bare:
                shares |= bare
                break
    found = settled({start: one for start, one in shares.items() if one is not None})
    rows = _by_rows(lines) if len(counted) < FEWEST else []
    drafts = rows or (_by_shares(lines, found) if found else _by_marks(_one_a_line(list(lines))))
    _mark_rows([draft for draft in drafts if draft.lines])
    duties = (_duty(page, draft) for draft in drafts if draft.lines)
    return tuple(duty for duty in duties if duty is not None)


def _mark_rows(drafts: Sequence[_Draft]) -> None:
    """Mark the rows of a table, each of which begins with its number."""
    if len(drafts) >= FEWEST and all(
        re.match(rf"{at}\.?\s+[A-Z]", one.lines[0].text) for at, one in enumerate(drafts, 1)
    ):
        for one in drafts:
            one.row = True


def _without_asides(lines: Sequence[Line]) -> list[Line]:
    """Leave out what some forms print under each duty: standards, and lists of knowledges."""
    kept: list[Line] = []
    aside = False
    for line in lines:
        if LABEL.match(line.text) or line.gap:
            aside = False
        if _ASIDE.match(line.text) and not line.text.lower().startswith("successful"):
            aside = True
        if not aside:
            kept.append(line)
    return kept


def _by_rows(lines: Sequence[Line]) -> list[_Draft]:
    """Divide a table into its rows by their numbers, each with a share in a column of its own.

    The shares are the bare numbers besides those that count the rows, and make up the whole.
    """
    drafts: list[_Draft] = []
    pieces = [
        piece
        for line in lines
        for piece in cut(line, [match.end() for match in _NEXT_ROW.finditer(line.text)])
    ]
    for line in pieces:
        counts = re.match(rf"{len(drafts) + 1}\.?(?=\s+[A-Z])", line.text)
        if counts is not None:
            drafts.append(_Draft(row=True))
        if not drafts:
            continue
        draft = drafts[-1]
        draft.lines.append(line)
        start = counts.end() if counts is not None else 0
        bare = _COLUMN.search(line.text, start)
        if bare is not None and draft.share is None:
            draft.share = Share(float(bare[0]), bare.start(), bare.end(), "end")
            draft.share_line = line
    total = sum(one.share.percent for one in drafts if one.share is not None)
    whole = len(drafts) >= FEWEST and all(one.share is not None for one in drafts)
    return drafts if whole and total == WHOLE else []


# --- with shares -------------------------------------------------------------------------


def _by_shares(lines: Sequence[Line], shares: dict[int, Share]) -> list[_Draft]:
    """Divide lines into duties by their shares: a share opens a duty, or closes one."""
    opens = share_opens(lines, shares)
    titled = opens and titles_over(lines, shares)
    drafts: list[_Draft] = []
    waiting: list[Line] = []
    for number, line in enumerate(lines):
        share = shares.get(line.start)
        if share is None:
            begun = _MARK.match(line.text) or any(one.start in shares for one in lines[number:])
            closed = not opens and drafts and begun
            if drafts and not waiting and not closed and not _OTHER.match(_bare(line.text)):
                if titled and titles_next(lines, number, shares):
                    waiting.append(line)
                else:
                    drafts[-1].lines.append(line)
            elif not heads_percents(line.text):
                waiting.append(line)
            elif not drafts:
                # What stands before it is the head of another column.
                waiting = []
            continue
        draft = _Draft(share=share, share_line=line)
        if not opens:
            earlier, waiting = _unshared(waiting, line)
            drafts += earlier
        draft.lines = [*_leading(waiting, share, line, opens=opens, titled=titled), line]
        waiting = []
        drafts.append(draft)
    if drafts and waiting and not opens:
        if sum(one.share.percent for one in drafts if one.share) <= WHOLE - ROOM:
            earlier, last = _unshared(waiting, None)
            drafts += earlier + ([_Draft(last)] if last and _NUMBERED.match(last[0].text) else [])
    elif drafts and waiting:
        drafts[-1].lines += [one for one in waiting if not _OTHER.match(_bare(one.text))]
    return drafts


def _unshared(waiting: list[Line], line: Line | None) -> tuple[list[_Draft], list[Line]]:
    """Divide lines before a share that closes a duty: numbered duties without one, and the rest.

    ``line`` has the share; where it is numbered itself, all the lines before it are others'.
    """
    starts = [at for at, one in enumerate(waiting) if _NUMBERED.match(one.text)]
    own = line is not None and bool(_NUMBERED.match(line.text))
    if not starts or (len(starts) == 1 and not own):
        return [], waiting
    edges = [*starts, len(waiting)] if own else starts
    drafts = [
        _Draft(lines)
        for first, last in pairwise(edges)
        if (lines := [one for one in waiting[first:last] if not _OTHER.match(_bare(one.text))])
    ]
    return drafts, [] if own else waiting[edges[-1] :]


def _leading(
    waiting: list[Line], share: Share, line: Line, *, opens: bool, titled: bool
) -> list[Line]:
    """Return the lines before a share that belong to its duty.

    Without a mark or title among them, they are those of the paragraph the share closes.
    """
    if share.where == "alone" and opens:
        return waiting[-1:] if titled and waiting and not waiting[-1].text.endswith(":") else []
    if share.where not in ("end", "alone") or not waiting or _NUMBERED.match(line.text):
        return []
    for number, one in enumerate(waiting):
        if _MARK.match(one.text) or LABEL.match(one.text) or _is_title(one.text):
            return waiting[number:]
    if line.gap:
        # In a table with one cell a line each cell is a paragraph.
        return waiting if share.where == "alone" and len(waiting) == 1 else []
    begins = next((at for at in reversed(range(len(waiting))) if waiting[at].gap), 0)
    return [one for one in waiting[begins:] if not one.text.endswith(":")]


# --- without shares ----------------------------------------------------------------------


def _by_marks(lines: Sequence[Line]) -> list[_Draft]:
    """Divide lines into duties by their marks, their titles, or line by line."""
    if sum(bool(LABEL.match(line.text)) for line in lines) >= FEWEST:
        return _by_labels(lines)
    marked = [line for line in lines if _MARK.match(line.text)]
    drafts: list[_Draft] = []
    title: Line | None = None
    for line in lines:
        plain = _bare(line.text)
        own = bool(_MARK.match(line.text))
        if _OTHER.match(plain) and not own:
            continue
        if plain.endswith(":") or heads_percents(line.text):
            title = None if len(plain.split()) > _TITLE_WORDS or not drafts else title
            continue
        if not own and _is_title(line.text):
            title = line
            continue
        if len(marked) >= FEWEST and not own and title is None:
            if drafts:
                drafts[-1].lines.append(line)
            continue
        drafts.append(_Draft([title, line] if title is not None else [line]))
        title = None
    return drafts


def _one_a_line(lines: list[Line]) -> list[Line]:
    """Divide a single paragraph after "you will:" into its sentences, each a duty of its own.

    So is one divided whose sentences each say what you will do.
    """
    if any(len(_YOU_WILL.findall(line.text)) >= FEWEST for line in lines):
        return [
            piece
            for line in lines
            for piece in (sentences(line) if _YOU_WILL.search(line.text) else [line])
        ]
    told = [line for line in lines if not _bare(line.text).endswith(":")]
    if len(told) != 1 or len(lines) != len(told) + 1:
        return lines
    found = sentences(told[0])
    return found if len(found) > 1 else lines


def _by_labels(lines: Sequence[Line]) -> list[_Draft]:
    """Divide lines into duties by labels such as "Objective #1:"; lists stay with theirs."""
    drafts: list[_Draft] = []
    for line in lines:
        if LABEL.match(line.text):
            drafts.append(_Draft([line]))
        elif drafts:
            drafts[-1].lines.append(line)
    return drafts


def _is_title(text: str) -> bool:
    words = text.split()
    return len(words) <= _TITLE_WORDS and not text.rstrip().endswith((".", ";", ",", "?"))


# --- one duty ----------------------------------------------------------------------------


def _bare(text: str) -> str:
    return LABEL.sub("", _MARK.sub("", text, count=1), count=1).strip()


def _duty(page: Page, draft: _Draft) -> PositionDuty | None:
    share, at = draft.share, draft.share_line
    first = draft.lines[0]
    words = first.text
    if share is not None and at is first:
        words = _without_share(first.text, share)[:_TITLE_ROOM]
        words = _EMPTIED.sub("", words)
        words = re.sub(r"\s+(?=[:;,]\s)", "", words)
        words = re.sub(r"(?i)[\s-]*\b(?:non-)?critical\s*$", "", words)
        words = _SPENT.sub(lambda match: match[1].upper(), _LED.sub(_opened, words))
        words = words[:1].upper() + words[1:] if share.where == "start" else words
    words = _bare(re.sub(r"\s+", " ", words[:_TITLE_ROOM])).strip(" -\u2013\u2014:;.,(_\u2026")
    if share is not None and at is not None and share.where == "alone" and at is first:
        words = _bare(draft.lines[1].text).rstrip(" .;,") if len(draft.lines) > 1 else words
    if share is not None and share.where != "start":
        # The number of a row of a table.
        words = re.sub(r"^\d{1,2}\s+(?=[A-Z][a-z])", "", words)
    if not words and len(draft.lines) > 1:
        words = _bare(draft.lines[1].text)
    if not words:
        return None
    title, titled = _title(words, several=len(draft.lines) > 1)
    return PositionDuty(
        title=title,
        titled=titled,
        percent=share.percent if share is not None else None,
        **page.span(*_edges(page, draft)).model_dump(),
    )


def _without_share(text: str, share: Share) -> str:
    """Return a line without its share; one that parts a title from its duty leaves a stop."""
    before, after = text[: share.start], text[share.end :]
    title, rest = before.rstrip(_PARTING), after.lstrip(f"{_PARTING}.:)")
    told = rest[:1].isupper() or after.lstrip().startswith(":")
    parted = before.rstrip().endswith(tuple(_PARTING.strip())) and told
    if parted and len(_bare(title).split()) <= _TITLE_WORDS:
        return f"{title}. {rest[:1].upper()}{rest[1:]}"
    return f"{before} {after}".strip()


_PARTING: Final = " ,;\u2013\u2014-"


_EMPTIED: Final = re.compile(
    r"[(\[]\s*[:;,]?\s*(?:(?:not?|non)[- ])?(?:critical|essential)?\s*[)\]]", re.IGNORECASE
)
"""Brackets in which a share stood, alone or with what some forms print beside it."""
_SPENT: Final = re.compile(
    r"^\W*(?:the (?:rest|remainder|balance)\s+|(?:most|much|part|some) of \w+ (?:day|time|week)\b"
    r"(?:[\s,]*(?:I would say|say|perhaps|maybe)\b)?[\s,]*)?"
    r"(?:(?:is|are)\s+(?:spent|devoted\s+to|given\s+to)|go(?:es)?\s+to|I\s+(?:spend|devote))\s+"
    r"(?:on\s+|in\s+|to\s+)?(\w)",
    re.IGNORECASE,
)
"""What is left of "A quarter of the time is spent" before the words of its duty."""
_LED: Final = re.compile(
    r"^(\W*(?:\w{1,2}[.)])?\s*)(?:(?:For|In)\s+,\s*|The (?:other|remaining)\s+)(\w)"
)


def _opened(match: re.Match[str]) -> str:
    """Return the mark and first letter of a duty told as "For half of the time, ..."."""
    return match[1] + match[2].upper()


def _edges(page: Page, draft: _Draft) -> tuple[int, int]:
    """Return where a duty's own words begin and end: without its mark, and a share at an edge."""
    first, last = draft.lines[0], draft.lines[-1]
    mark = _MARK.match(first.text) or (_ROW_NUMBER.match(first.text) if draft.row else None)
    start, end = first.start + (mark.end() if mark is not None else 0), last.end
    share = draft.share
    if share is not None and share.where == "alone" and first is draft.share_line is not last:
        start = draft.lines[1].start
    if share is not None and draft.share_line is first and share.where == "start":
        head = HEAD_SHARE.match(page.text, start, end) or HEAD_NUMBER.match(page.text, start, end)
        start = head.end() if head is not None else start
    closes = share is not None and draft.share_line is last and share.where != "start"
    if share is not None and closes and not last.text[share.end :].strip(" ).]"):
        end = last.start + (0 if share.where == "alone" else share.start)
    while closes and (tail := TAIL_SHARE.search(page.text[start:end])) is not None:
        end = start + tail.start()
    kept = page.text[start:end].rstrip(" \t\n([-:\u2013\u2014\u2026|_")
    kept = re.sub(r"\s*(?:\.{4,}|(?<=\s)\.{2,})$", "", kept)
    return (start, start + len(kept)) if kept else (first.start, last.end)


def _title(words: str, *, several: bool) -> tuple[str, bool]:
    run_in = _TITLE_RUN.match(words + " X")
    if run_in is not None and len(run_in["title"].split()) <= _TITLE_WORDS:
        return _cased(run_in["title"].strip(" ,")), True
    short = len(words.split()) <= _FIRST_WORDS
    if short and several and not re.search(r"[.;]\s", words):
        return _cased(words.rstrip(" ,")), True
    text = " ".join(words.split()[:_FIRST_WORDS]).rstrip(",;.:")
    return text if short else f"{text} \u2026", False


def _cased(title: str) -> str:
    return title.capitalize() if title.isupper() and len(title) > len("ADP IT") else title
