"""Words of duties that say little, judge, hide, or mean nothing outside the office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.language.sentences import ends
from index.language.words import words
from index.positions.review.findings import AdequacyFinding, finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.positions.model import PositionDescription, PositionDuty

_GENERIC: Final = frozenset(
    words(
        "provide provides senior level advice assistance support services administrative technical "
        "specialty area areas participate contribute contributions management decisions apply wide "
        "range concepts laws policies practices analytical diagnostic methods techniques address "
        "substantive issues problems advisory organizational functions work develop new modified "
        "program programs approaches procedures deliver briefings project papers status staff "
        "reports correspondence managers management various variety duties tasks assist assists "
        "perform performs assignments special projects activities operations related other as "
        "assigned needed required matters requirements coordinate coordinates serve serves "
        "incumbent responsible ensure ensures prepare prepares review reviews advise advises "
        "organization agency office team goals objectives results quality timely effective "
        "efficient complex broad knowledge expert analysis analyze information data guidance "
        "resources process processes systems plan plans implement meetings customers stakeholders "
        # Qualities, and what any work is done for.
        "initiative judgment judgement sound independent independently creativity skill skills "
        "ability abilities high highest dynamic fast-paced changing demanding professional "
        "excellence quality success mission importance important value priority priorities need "
        "needs scope setting environment level multiple numerous many diverse key general day- "
        "to-day daily ongoing routine help helps helping reach reaches reaching achieve "
        "achieves meet meets carry carries out handle handles complete completes conduct "
        "conducts undertake undertakes accomplish accomplishes requiring requires involving "
        "involves including includes work-related assignment task project activity matter "
        "member members leadership colleagues others people individuals groups action actions "
        "improvement improvements effort efforts "
    )
)
_VAGUE: Final = re.compile(
    r"\b(?:various (?:duties|tasks|functions|projects|activities)|"
    r"(?:a|wide) (?:variety|range) of (?:duties|tasks|functions|assignments|work|projects)|"
    r"miscellaneous (?:duties|tasks|work|functions)|special projects? as (?:needed|assigned)|"
    r"assists? (?:with|in) (?:the )?(?:work|operations?|activities|functions|duties) of|"
    r"handles? (?:matters|issues|things|all aspects)|all aspects of|"
    r"and\s?/\s?or other|etc\b|as (?:may be )?(?:needed|necessary|appropriate|required)\b|"
    r"emergency support|supports? the mission)",
    re.IGNORECASE,
)
_JUDGING: Final = re.compile(
    r"\b(?:(?:very |extremely |highly |exceptionally |most )?"
    r"(?:difficult|complex|challenging|demanding|important|sensitive|critical)"
    r" (?:work|duties|assignments|tasks|projects)|exceptional degree of difficulty|"
    r"(?:excellent|outstanding|superior|expertly|skillfully|truly massive)\b[\w ]{0,20})",
    re.IGNORECASE,
)
_ACRONYM: Final = re.compile(r"(?<![\w&])[A-Z]{2,6}s?(?![\w&])")
_KNOWN: Final = re.compile(
    r"USA?|GS|FES|FLSA|PDS?|OPM|CFR|USC|FL|SPD|[IVX]+|AM|PM|IT|HR|ID|DC|FTE|PC|"
    r"TO|OF|AND|THE|IN|FOR"
)
_ABSENT: Final = re.compile(
    r"\b(?:in the absence of|acts? (?:for|as) .{0,40}(?:absence|absent)|temporar(?:y|ily)|"
    r"on detail|until (?:a|the) \w+ is (?:hired|filled))\b",
    re.IGNORECASE,
)
_LUMPED: Final = re.compile(
    r"\b(?:[a-z]+(?: [a-z]+)?, ){2,}(?:and |or |and/or )?[a-z]+(?: [a-z]+)? "
    r"(?:security|programs?|specialties|specialty|disciplines|functions|services|administration|"
    r"management|engineering|support)\b",
    re.IGNORECASE,
)
_FIELDS: Final = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        "records? management|records|filing systems",
        "information technology|computers?|networks?|IT|telecommunications",
        "contract(?:s|ing)?|procurement|purchasing|acquisition",
        "budget(?:s|ing)?|accounting|financ(?:e|ial management)|payroll",
        "real property|leas(?:es|ing)|space management|facilit(?:y|ies)",
        "human resources|personnel|staffing|training|employee relations",
        "safety|occupational health|environmental compliance",
        "physical security|emergency (?:planning|management)",
        "supply|logistics|property|warehous(?:e|ing)|fleet|transportation",
        "public affairs|media relations|web(?:site)?s?",
        "equal (?:employment )?opportunity|EEO|labor relations",
        "legal|freedom of information|FOIA|privacy",
    )
)
"""Fields of work that have series of their own."""
_SEVERAL: Final = 4
_OTHER: Final = re.compile(r"other (?:related |similar )?duties(?:,)? as assigned", re.IGNORECASE)
_MOST_OTHER: Final = 10
_SHARE_GENERIC: Final = 0.78
_FEWEST_WORDS: Final = 6
_MANY: Final = 4
_HALF: Final = 0.5


def wording(position: PositionDescription) -> Iterator[AdequacyFinding]:
    """Yield what the words of the duties leave unsaid or say badly."""
    yield from _generic(position)
    for duty in position.duties:
        for pattern, code, weight, text in (
            (_VAGUE, "plain-words", "doubt", "These words do not say what is done."),
            (_JUDGING, "conclusions", "note", "These words judge the work and do not describe it."),
            (_ABSENT, "not-paramount", "doubt", "Work of this kind does not count for the grade."),
        ):
            match = pattern.search(duty.text)
            if match is not None and not _OTHER.search(duty.text):
                quote = sentence_at(duty.text, match.start())
                yield finding(code, weight, text, quote=quote, place=duty.place)  # type: ignore[arg-type]
        lumped = _LUMPED.search(duty.text) or _fields_lumped(duty.text)
        if lumped is not None:
            yield finding(
                "grouped",
                "doubt",
                "Several specialties stand in one duty, so none can be weighed by itself.",
                quote=sentence_at(duty.text, lumped.start()),
                place=duty.place,
            )
        if _OTHER.search(duty.text) and (duty.percent or 0) > _MOST_OTHER:
            yield finding(
                "plain-words",
                "fault",
                f"{duty.percent:g} percent of the time is not described.",
                quote=sentence_at(duty.text, 0),
                place=duty.place,
            )
    yield from _acronyms(position)


def _fields_lumped(text: str) -> re.Match[str] | None:
    """Return where a list names several fields of work, each of which has series of its own."""
    for listed in _LIST.finditer(text):
        found = [one for pattern in _FIELDS if (one := pattern.search(listed.group()))]
        if len(found) >= _SEVERAL:
            return listed
    return None


_LIST: Final = re.compile(r"[^.;:]+(?:,[^.;:,]+){2,}")


def _generic(position: PositionDescription) -> Iterator[AdequacyFinding]:
    """Name the duties that would fit nearly any series and grade."""
    described = [one for one in position.duties if not _OTHER.search(one.text)]
    found = [one for one in described if _is_generic(one)]
    if not found:
        return
    most = len(found) >= max(1, len(described) * _HALF)
    for duty in found:
        yield finding(
            "too-generic",
            "fault" if most else "doubt",
            "This duty would fit nearly any series and grade: it names no subject of the work.",
            quote=sentence_at(duty.text, 0),
            place=duty.place,
        )


def _is_generic(duty: PositionDuty) -> bool:
    own = [word for word in words(duty.text) if word.isalpha()]
    if len(own) < _FEWEST_WORDS:
        return bool(own) and all(word in _GENERIC for word in own)
    return sum(1 for word in own if word in _GENERIC) / len(own) >= _SHARE_GENERIC


def _acronyms(position: PositionDescription) -> Iterator[AdequacyFinding]:
    used: dict[str, PositionDuty] = {}
    for duty in position.duties:
        if duty.text.isupper():
            continue
        for match in _ACRONYM.finditer(duty.text):
            word = match.group().rstrip("s")
            explained = f"({word}" in position.text
            if not _KNOWN.fullmatch(word) and not explained and not _in_capitals(duty.text, match):
                used.setdefault(word, duty)
    if len(used) >= _MANY:
        names = ", ".join(sorted(used))
        first = next(iter(used.values()))
        yield finding(
            "inner-words",
            "note",
            f"Abbreviations that are nowhere explained: {names}.",
            quote=sentence_at(first.text, first.text.find(next(iter(used)))),
            place=first.place,
        )


def _in_capitals(text: str, match: re.Match[str]) -> bool:
    line = text[text.rfind("\n", 0, match.start()) + 1 :].split("\n", 1)[0]
    return line.isupper() or line.partition(":")[0].isupper()


def sentence_at(text: str, offset: int) -> str:
    """Return the sentence around a character, exactly and whole."""
    start = 0
    for end in ends(text):
        if end > offset:
            return text[start:end].strip()
        start = end
    return text[start:].strip()
