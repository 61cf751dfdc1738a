"""What a section of the law says: in our sentences, quoted where the reader holds the text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import law, not_held
from assistant.chat.answering.named.not_held.absent import not_in_library
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.text import escape
from index.regulations.citing import Reference, is_of, references, split
from index.statements import files

if TYPE_CHECKING:
    from index.models import Passage

_AROUND = re.compile(
    r"\b(?:what|whats|which|where|does|do|did|is|are|say|says|said|in|of|the|a|about|on|and|read|show|"
    r"quote|explain|tell|me|text|section|paragraph|law|regulation|rule|please|give|mean|means|"
    r"provide|provides|state|states|cover|covers|contain|contains|it|there|how|then|so|to|us|"
    r"can|you|look|up|cite|words|exact|wording|summarize|summary)\b|[^a-z]+",
    re.IGNORECASE,
)
MOST = 3
"""How many paragraphs of a section are quoted."""
WORDS_OF_ANCHOR = 8
_SAYS = re.compile(
    r"\bwhat (?:does|do|did)\b.*\b(?:says?|provides?|requires?|states?)\b"
    r"|\bsays? (?:about|of|on)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\([a-z]{1,2}\)(?:\s?\([A-Za-z0-9]{1,4}\))*")
_MARK = re.compile(r"\(([A-Za-z0-9]{1,4})\)")
_CFR = re.compile(r"^\d{3,4}\.\d")


def _asked(question: Question) -> tuple[Reference, str] | None:
    """Return the section a message names, and the message without it."""
    found = references(question.message, bare=True)
    # A section is more exact than the part it stands in.
    named = [one for one in found if one.reference.section] or found
    if named:
        wanted = [one for one in named if one.reference.section in question.sections]
        first = (wanted or named)[-1]
        rest = question.message[: first.start] + question.message[first.end :]
        apart = _APART.search(rest)
        if first.reference.section and not first.reference.path and apart is not None:
            # "511.607, what does (b) say": the paragraph is named apart from its section.
            path = tuple(_MARK.findall(apart[0]))
            return replace(first.reference, path=path), _APART.sub(" ", rest, count=1)
        return first.reference, rest
    bare = next((s for s in question.sections if _CFR.match(s)), "")
    if not bare:
        return None
    return Reference(book="CFR", section=bare), question.message.replace(bare, "")


def _sure(question: Question, context: Context) -> bool:
    asked = _asked(question)
    if asked is None or question.levels:
        return False
    return not _AROUND.sub(" ", asked[1]).strip() or (
        # What a part says of something is no other rule's to tell, where it is not held.
        _SAYS.search(question.message) is not None
        and not any(_covers(asked[0], e.section) for e in files.entries_of(_begin(asked[0])))
        and not _read(asked[0], context)
    )


def _answer(question: Question, context: Context) -> Answer | None:
    asked = _asked(question)
    if asked is None:
        return None
    reference = asked[0]
    place = _place(reference)
    entries = [e for e in files.entries_of(place) if _within(e.section, place)]
    read = _read(reference, context)
    if not entries and not read:
        return not_in_library(place, context) or not_held(
            f"{escape(place)} is not held here, so what it says is not told from memory.",
            f"{escape(place)} itself",
            "ecfr.gov for the Code of Federal Regulations, uscode.house.gov for the U.S. Code",
        )
    said = " ".join(_sentence(e) for e in entries[:MOST])
    more = tuple(f"- {e.place()}: {_sentence(e)}" for e in entries[MOST:])
    if read:
        of = _heading(read[0]) if reference.section else ""
        lead = f"**{escape(place)}** reads as below{of}."
        return Answer(
            lead=f"{lead} In our words: {said}" if said else lead,
            words=tuple(_words(one) for one in read[:MOST]),
            more=more,
            next=(f'See the whole with `fes search "{reference.text()}" -k 20`.',),
        )
    return Answer(
        lead=f"**{escape(place)}:** {said} *(our words)*",
        words=tuple(law(e.source.key, e.place(), e.anchor, _sentence(e)) for e in entries[:MOST]),
        more=more,
        next=("Ask about the matter itself, and the rules that decide it are put together.",),
    )


def _place(reference: Reference) -> str:
    """Return a section as it is cited, the paragraphs named after it."""
    return reference.text()


def _within(section: str, place: str) -> bool:
    return section == place or section.startswith(f"{place}(")


def _begin(reference: Reference) -> str:
    """Return what the sections of a part or a chapter begin with, or the section itself."""
    title = reference.title or "5"
    if reference.part:
        return f"{title} CFR {reference.part}."
    if reference.chapter:
        return f"{title} U.S.C. {reference.chapter}"
    return _place(reference)


def _covers(reference: Reference, section: str) -> bool:
    """Tell whether a section is the one referred to, or stands in the part or the chapter."""
    begin = _begin(reference)
    whole = reference.part or reference.chapter
    return section.startswith(begin) if whole else _within(section, begin)


def _sentence(entry: files.Entry) -> str:
    return next((s for s in entry.says if not s.endswith("?")), entry.says[0])


def _read(reference: Reference, context: Context) -> list[Passage]:
    """Return the paragraphs of a place in the reader's own copy, as they are printed."""
    if context.library is None:
        return []
    own = [p for p in context.library.passages(kind="regulation") if is_of(p, reference)]
    # What stands below the paragraph named, too; a short one may be printed with the one above it.
    for deep in range(len(reference.path), -1, -1):
        path = reference.path[:deep]
        if within := [p for p in own if split(p.citation)[1][:deep] == path]:
            return sorted(within, key=lambda passage: (passage.document, passage.start))
    return []


def _heading(passage: Passage) -> str:
    section = next((one for one in passage.heading if one.startswith("§")), "")
    return f" ({escape(section.rstrip('.'))})" if section else ""


def _words(passage: Passage) -> Words:
    return Words(
        ours=f"{escape(passage.citation)} in its own words.",
        passage=passage.id,
        anchor=" ".join(passage.text.split()[:WORDS_OF_ANCHOR]),
    )


TOPIC = Topic(
    id="law-section",
    title="what a section of the law says",
    answer=_answer,
    needs=("sections",),
    order=40,
    sure=_sure,
)
