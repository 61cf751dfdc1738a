"""Official titles: prescribed by OPM, else made by the agency; working titles beside them."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_FIRST = pattern(
    r"\b(?:first|before|order|earlier|start with)\b.{0,40}\b(?:title\b.{0,25}\bseries|"
    r"series\b.{0,25}\btitle)\b"
    r"|\b(?:title\b.{0,25}\b(?:or|before|and|then)\b.{0,10}\bseries|series\b.{0,25}"
    r"\b(?:or|before|and|then)\b.{0,10}\btitle)\b.{0,30}\b(?:first|order)\b",
    re.IGNORECASE,
)


_CALLED = pattern(
    r"\b(?:call(?:s|ed|ing)?|introduc(?:es?|ed|ing)|address(?:es|ed)?|refers? to|"
    r"known as|signs?)\b.{0,30}\b(?:me|us|him|her|them|myself)\b"
    r"|\b(?:working|unofficial|organi[sz]ational|internal|in-house|different|another|own)"
    r" (?:job )?titles?\b|\btitles?\b.{0,40}\b(?:door|business cards?|signature block|"
    r"org(?:anization)? charts?|website|e-?mail)\b|\b(?:door|business cards?|signature block|"
    r"org(?:anization)? charts?)\b.{0,40}\btitles?\b",
    re.IGNORECASE,
)
_NOT_OFFICIAL = pattern(
    r"\b(?:pds?|descriptions?|sf-?50|official\w*|unofficial|working title|papers?)\b", re.IGNORECASE
)
_ALLOWED = pattern(
    r"\b(?:allow\w*|ok(?:ay)?|legal|permitted|can|may|could|must|have to|has to|does|do|right|"
    r"wrong|fine)\b",
    re.IGNORECASE,
)
_CHANGES = pattern(
    r"\b(?:appeal\w*|griev\w*|grade[ds]?|wrong title|correct(?:ed)?|raise)\b", re.IGNORECASE
)


def _unofficial(question: Question) -> bool:
    """Tell whether it is asked if another title may be used beside the official one."""
    text = question.message
    named = _CALLED.search(text) and _NOT_OFFICIAL.search(text) and "title" in text.lower()
    called = _CALLED.search(text) and re.search(r"(?i)\b(?:pds?|sf-?50|description)\b", text)
    return bool((named or called) and _ALLOWED.search(text) and not _CHANGES.search(text))


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether the order of title and series is asked, or whether another title may be used."""
    if question.decision or question.levels:
        return False
    return bool(_FIRST.search(question.message)) or _unofficial(question)


_BESIDE = (
    "**Yes: an agency may use any working title it likes inside the organization or with the "
    "public, but official papers carry the official title.** A working title such as branch chief "
    "changes neither series nor grade."
)


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    only = law(
        "introduction",
        "14",
        "Only the prescribed title may be used",
        "Where OPM prescribes a title, official papers carry only that title.",
    )
    unofficial = law(
        "introduction",
        "14",
        "from using any unofficial title they choose",
        "An agency may use any unofficial title beside the official one.",
    )
    agency = law(
        "introduction",
        "14",
        "series for which OPM has not prescribed",
        "Where OPM prescribes none, the agency makes the official title.",
    )
    if _FIRST.search(question.message):
        return Answer(
            lead=(
                "**The series comes first: it decides which titles are prescribed, and by which "
                "standard the work is graded.** Then come the title and the grade; the title's "
                "prefix and parentheses follow from the work, such as Supervisory or a specialty."
            ),
            words=(
                law(
                    "introduction",
                    "14",
                    "prescribe the titles to be used for positions in the covered series",
                    "The standards prescribe the titles for the positions in the series covered.",
                ),
                agency,
            ),
            next=("Name the series or the main work, and its titles are looked up.",),
        )
    if question.has("0343", "management and program", "program analyst", "management analyst"):
        lead = (
            "**Supervisory Management Analyst or Supervisory Program Analyst, by the work; "
            "Supervisory Management and Program Analyst where neither kind predominates.** The "
            "prefix is for positions that meet the coverage of the supervisory guide: at least 25 "
            "percent of the time, and Level 3-2. Analysis Officer titles are for those who "
            "establish, plan and direct such programs."
            if question.has("supervis", "supv", "supvy", "branch chief")
            else "**In GS-0343 the title is Management Analyst or Program Analyst by the work; a "
            "nonsupervisory position that mixes both is Management and Program Analyst.** "
            "Supervisory positions that meet the guide's coverage add Supervisory. The agency "
            "may use a working title beside it."
        )
        words: tuple[Words, ...] = (only, unofficial)
    elif _unofficial(question):
        lead, words = _BESIDE, (unofficial, only)
    elif question.has("senior", "chief", "principal", "lead ", "junior"):
        lead = (
            "**Only where the standard prescribes it: the official title is OPM's, with "
            "Supervisory or Lead before it where the work is that.** Other words, such as "
            "Senior, may stand in a working title beside it; where OPM prescribes no title for "
            "the series, the agency makes one itself."
        )
        words = (only, agency, unofficial)
    elif question.has(
        "working title",
        "organizational",
        "organisational",
        "unofficial",
        "business card",
        "call me",
        "calls me",
        "call myself",
        "signature block",
    ):
        lead, words = _BESIDE, (unofficial, only)
    elif question.has("prescribed title", "prescribes", "opm has a title") and question.has(
        "own", "make up", "invent", "different", "other title", "change", "instead"
    ):
        lead = (
            "**No: where OPM's standard prescribes titles, only a prescribed one may stand in the "
            "official papers.** A working title may be used beside it, and only where OPM "
            "prescribes none does the agency make the official one."
        )
        words = (only, unofficial, agency)
    else:
        lead = (
            "**OPM's title, where its standard prescribes one: then only that title may stand "
            "in the official papers, such as the description and the SF-50.** Where OPM "
            "prescribes none for the series, the agency makes the title, short and "
            "descriptive. Working titles may be used beside it."
        )
        words = (only, agency, unofficial)
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Name the series, and I say what is known of it.",
            "To contest a title, ask *can I appeal my title?*",
        ),
    )


TOPIC = Topic(
    id="official-title",
    title="official titles of positions",
    answer=_answer,
    likes=("series",),
    unlike=("levels", "points", "decision"),
    sure=_sure,
    cues=(
        *("first", "before", "order", "earlier", "start with"),
        *("title", "call", "introduc", "address", "refer", "known as", "sign"),
    ),
)
