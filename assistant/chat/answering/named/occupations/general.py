"""The general series of a group, 0801, 1101 or 1801, when asked whether one may be taken.

Each is for the work of its group that no series of the group covers, or that mixes several with
none predominant. The flysheet of 0301 sends work of a group with such a series there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.chat.answering.kit import law, mixed_rule
from assistant.chat.answering.named.occupations.titles import series_named
from assistant.chat.answering.statements import of_series
from assistant.chat.model import Answer, Words
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from core.standards.series import Series

GENERAL: Final = frozenset(
    (
        *("0101", "0401", "0501", "0601", "0801", "0901", "1001", "1101", "1301", "1501", "1601"),
        *("1701", "1801", "2001", "2101"),
    )
)
"""General series besides 0301 and 0303, which have their own topic."""
_ADMINISTRATIVE: Final = "0301"
_TAKEN = pattern(
    r"\b(?:may|can|could|should|shall|do (?:i|we)|ok|okay|right|allowed|correct|legit|proper|"
    r"catch[- ]?all|fallback|last resort|dumping|dump|park|put|place|use[ds]?|using|stick|"
    r"go(?:es)? (?:in|to)|instead|rather|or|when|fit|fits|mix\w*|split|half|both|combin\w+|"
    r"nothing|no (?:other )?series|none|one (?:job|position))\b",
    re.IGNORECASE,
)
_APART = pattern(r"\b(?:tell|differen\w+|vs|versus|distinguish\w*)\b", re.IGNORECASE)
"""Asks what sets two series apart, which is a topic of its own."""
_EITHER = pattern(
    r"(?<!\d)(?!0301)\d{4} (?:or|against|/) ?(?:the |gs-?)?(?!0301)\d{4}(?!\d)", re.IGNORECASE
)
"""Asks which of two series, neither of them 0301, it is."""
_BRANCH = pattern(
    r"\b(?:civil|mechanical|electrical|electronics?|chemical|aerospace|industrial|nuclear|"
    r"petroleum|mining|materials?|environmental|biomedical|marine|naval|safety|computer|"
    r"agricultural|general|fire protection)\b",
    re.IGNORECASE,
)
_TWO = pattern(
    r"\b(?:two|both|split|half|mix\w*|several|equal\w*|more than one|interdisciplinary)\b",
    re.IGNORECASE,
)
_PART = law(
    "classifier-handbook",
    "35",
    "general, or -01, series for the occupational group is normally",
    "Work common to several professions of a group, or in no established series, mostly goes to "
    "the group's general series, 01.",
)


def general_series(question: Question, context: Context) -> Answer | None:
    """Return whether the general series named may be taken; None when none is named for that."""
    if question.decision or question.levels or question.points:
        return None
    codes = [one.code for one in series_named(question)]
    named = [code for code in codes if code in GENERAL]
    others = [code for code in codes if code not in GENERAL]
    if len(named) != 1 or not _TAKEN.search(question.message):
        return None
    if others and _APART.search(question.message):
        return None
    if others and _EITHER.search(question.message) and not _TWO.search(question.message):
        return None
    from core.standards.series import find_series, group_of

    found = find_series(named[0])
    if found is None:
        return None
    group = group_of(found.code)
    of = f"the group {group.title}" if group is not None else "its group"
    held = _series_of_case(question, context)
    if found.code == "0801" and _two_branches(question.message):
        return _engineers(found, context)
    head = (
        f"**{found.code}, {found.title}, is the general series of {of}: only for work that no "
        "series of the group covers, or that mixes several with none predominant.**"
    )
    if _ADMINISTRATIVE in others:
        head = (
            f"**{found.code} rather than 0301: work of a group that has a general series goes to "
            f"that one, {found.title}.** 0301 is for work that no group covers so."
        )
    elif held is not None and held.group == found.group and held.code != found.code:
        head = (
            f"**The position stands in {held.code}, {held.title}; {found.code}, {found.title}, "
            "would be right only if no series of the group covered the work, or several did with "
            "none predominant.** Work that the one series covers stays in it."
        )
    return Answer(
        lead=f"{head} A more specific series that fits comes first, even where the duties do not "
        "match its definition word for word.",
        words=_words(found, context, with_0301=_ADMINISTRATIVE in others),
        next=("Which work is the primary one, and which knowledge can it not be done without?",),
    )


def _two_branches(text: str) -> bool:
    branches = {m[0].lower() for m in _BRANCH.finditer(text)} - {"general"}
    return len(branches) > 1 or bool(_TWO.search(text))


def _engineers(found: Series, context: Context) -> Answer:
    return Answer(
        lead=(
            "**No: a position in two branches of engineering is interdisciplinary and goes into "
            "the series of the person selected, rather than into 0801, says the Introduction.** "
            "The Handbook's later definition of 0801 takes work that needs two or more branches "
            "with none paramount, or fits no branch, so weigh which branch is paramount first."
        ),
        words=(
            law(
                "introduction",
                "19",
                "should be classified as interdisciplinary positions rather than",
                "Positions in two engineering series are interdisciplinary rather than GS-801.",
            ),
            *_words(found, context, with_0301=False)[:1],
        ),
        next=("What of the work belongs to each branch, and could an engineer of either do it?",),
    )


def _words(found: Series, context: Context, *, with_0301: bool) -> tuple[Words, ...]:
    said = None if context.library is None else of_series(found.code, context.library.home)
    own = law(
        "occupational-handbook",
        found.page,
        f"{found.code} – {found.title}",
        f"{found.code}, {found.title}, is for work of its group that fits no other series.",
    )
    elsewhere = law(
        "gs-0301",
        "2",
        "covered by another occupational group that has a general or miscellaneous",
        "Work of a group with a general series of its own goes there, not to 0301.",
    )
    best = mixed_rule("gs0301-best-fit", "gs-0301", "one should choose the specialized")
    definition = own if said is None else said.words()
    return (definition, elsewhere if with_0301 else best, _PART)


def _series_of_case(question: Question, context: Context) -> Series | None:
    from core.standards.series import find_series

    if context.case is None or not (question.first_person or question.has("this", "the case")):
        return None
    return find_series(context.case.current.series or "")
