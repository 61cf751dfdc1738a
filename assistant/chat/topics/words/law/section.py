"""What a section of the law says: in our sentences, quoted where the reader holds the text."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, not_held
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.text import escape
from index.regulations.citing import Reference, is_of, references
from index.statements import files

_AROUND = re.compile(
    r"\b(?:what|whats|which|where|does|do|did|is|are|say|says|said|in|of|the|a|about|on|and|read|show|"
    r"quote|explain|tell|me|text|section|paragraph|law|regulation|rule|please|give|mean|means|"
    r"provide|provides|state|states|cover|covers|contain|contains|it|there|how|then|so|to|us|"
    r"can|you|look|up|cite|words|exact|wording|summarize|summary)\b|[^a-z]+",
    re.IGNORECASE,
)
MOST = 3
WORDS_OF_ANCHOR = 8
_CFR = re.compile(r"^\d{3,4}\.\d")


def _asked(question: Question) -> tuple[Reference, str] | None:
    """Return the section a message names, and the message without it."""
    named = [one for one in references(question.message, bare=True) if one.reference.section]
    if named:
        wanted = [one for one in named if one.reference.section in question.sections]
        first = (wanted or named)[-1]
        rest = question.message[: first.start] + question.message[first.end :]
        return first.reference, rest
    found = next((s for s in question.sections if _CFR.match(s)), "")
    if not found:
        return None
    return Reference(book="CFR", section=found), question.message.replace(found, "")


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    asked = _asked(question)
    return asked is not None and not question.levels and not _AROUND.sub(" ", asked[1]).strip()


def _answer(question: Question, context: Context) -> Answer | None:
    asked = _asked(question)
    if asked is None:
        return None
    reference = asked[0]
    place = _place(reference)
    entries = [e for e in files.entries() if _within(e.section, place)]
    quoted = _quoted(reference, context)
    if not entries and not quoted and context.library is not None:
        # Which document would hold it is said where the library is looked through.
        return None
    if not entries and not quoted:
        return not_held(
            f"{escape(place)} is not held here, so what it says is not told from memory.",
            f"{escape(place)} itself",
            "ecfr.gov for the Code of Federal Regulations, uscode.house.gov for the U.S. Code",
        )
    said = " ".join(_sentence(e) for e in entries[:MOST])
    lead = f"**{escape(place)}:** {said}" if said else f"**{escape(place)}** says this:"
    if entries and not quoted:
        lead += " *(our words)*"
    ours = tuple(law(e.source.key, e.place(), e.anchor, _sentence(e)) for e in entries[:MOST])
    return Answer(
        lead=lead,
        words=quoted or ours,
        more=tuple(f"- {e.place()}: {_sentence(e)}" for e in entries[MOST:]),
        next=("Ask about the matter itself, and the rules that decide it are put together.",),
    )


def _place(reference: Reference) -> str:
    """Return a section as it is cited, the paragraphs named after it."""
    return reference.text()


def _within(section: str, place: str) -> bool:
    return section == place or section.startswith(f"{place}(")


def _sentence(entry: files.Entry) -> str:
    return next((s for s in entry.says if not s.endswith("?")), entry.says[0])


def _quoted(reference: Reference, context: Context) -> tuple[Words, ...]:
    """Return the first paragraphs of the section in the reader's own copy."""
    if context.library is None:
        return ()
    place = _place(reference)
    found = [p for p in context.library.passages() if p.citation and is_of(p, reference)]
    if reference.path:
        found = [p for p in found if _within(p.citation, place)] or found
    return tuple(
        Words(
            ours=f"{escape(p.citation)} in its own words.",
            passage=p.id,
            anchor=" ".join(p.text.split()[:WORDS_OF_ANCHOR]),
        )
        for p in found[:MOST]
    )


TOPIC = Topic(
    id="law-section",
    title="what a section of the law says",
    asks=(
        "What does 5 CFR 511.605 say?",
        "what is in 511.703",
        "Read me 5 CFR 532.705",
        "show 5 U.S.C. 5112",
        "quote section 511.607",
        "text of 5 CFR 536.203",
        "explain 5 CFR 511.612 to me",
        "what does section 5107 of title 5 say",
        "tell me about 5 CFR 752.401",
        "what is 5 CFR 511.613 about",
        "look up 5 U.S.C. 5102",
        "the wording of 511.702",
        "which rule is 5 CFR 536.301",
        "what do 5 U.S.C. 5366 and the regulations say",
    ),
    answer=_answer,
    needs=("sections",),
    order=40,
    sure=_sure,
)
