"""The highest grade: of the General Schedule, of a standard, and above what one describes."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import PRIMARY, law, range_words, standard_of
from assistant.chat.model import Answer, Context, Question, Topic, Words
from core.standards.series import find_series

_DENIED = (
    *(
        "no such grade",
        "doesn't exist",
        "does not exist",
        "don't exist",
        "there is no",
        "there's no",
    ),
    *(
        "there are no",
        "no gs",
        "stops at",
        "stop at",
        "tops out",
        "top out",
        "maxes out",
        "ends at",
    ),
    *("end at", "ceiling", "capped", "never goes", "doesn't go", "does not go", "only goes"),
    *(
        "goes no higher",
        "only up to",
        "can't go above",
        "cannot go above",
        "isn't any",
        "nobody in",
    ),
)
"""Words by which somebody is told that a series has no such grade."""

_MAY = re.compile(r"\b(?:can|may|could|is|are)\b", re.IGNORECASE)


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("point", "interval", "even", "odd", "skip", "pattern"):
        return None
    standard = standard_of(question, context)
    above = law(
        "introduction",
        "6",
        "above or below the grade range specifically described",
        "Grades above or below those a standard describes can be right for a position.",
    )
    omitted = law(
        "classifier-handbook",
        "37",
        "does not preclude use of that grade level",
        "A grade may be used though the standard has no criteria for it.",
    )
    general = law(
        "introduction",
        "3",
        "Most positions above grade",
        "Most positions above GS-15 belong to the Senior Executive Service, outside the General "
        "Schedule.",
    )
    low = question.has(
        "lowest", "minimum", "bottom", "least", "low as", "how low", "begin", "start"
    )
    if question.series and (low or question.grades):
        of_series = _of_series(question, low=low, above=above)
        if of_series is not None:
            return of_series
        if question.grades and not low and _MAY.search(question.message):
            return Answer(
                lead=(
                    f"**Yes, if the duties earn it: a series has no ceiling of its own, so GS-"
                    f"{question.grades[0]} is possible in {question.series[0]}.** The grades a "
                    "standard describes are the typical ones; work above or below them is graded "
                    "by extending its criteria or by related standards."
                ),
                words=(above, omitted),
                next=("Which duties are above what the standard describes?",),
            )
    if not low and question.has(*_DENIED):
        return Answer(
            lead=(
                "**No: a series has no ceiling of its own, and no grade is missing from it.** A "
                "standard describes the typical grades; work above or below them is graded by "
                "extending its criteria or by related standards. What is decisive is what your "
                "duties earn, so ask in writing which criterion they fall short of."
            ),
            words=(omitted, above),
            next=(
                "Name the series and the grade, to see what the standard describes.",
                "Ask *should I appeal?* for what is at stake.",
            ),
        )
    if low and standard.conversion:
        first = standard.conversion[0]
        return Answer(
            lead=(
                f"**GS-{first.grade} is the lowest grade**; it begins at {first.min:,} points in "
                f"the table of the {standard.title}."
            ),
            words=(range_words(standard, first),),
        )
    lead = (
        "**GS-15 is the highest grade of the General Schedule;** most work above it is in the "
        "Senior Executive Service, outside it. A series has no ceiling of its own: the grades a "
        "standard describes are the typical ones, and a position can be graded above or below "
        "them when its work earns it."
    )
    words = [above, general]
    if standard.id != PRIMARY and standard.conversion:
        top = standard.conversion[-1]
        lead += f" The table of the {standard.title} reaches GS-{top.grade}."
        words.insert(0, range_words(standard, top))
    elif standard.conversion:
        words.append(range_words(standard, standard.conversion[-1]))
    return Answer(
        lead=lead,
        words=tuple(words),
        next=("Name the series, to see which grades its standard describes.",),
    )


def _of_series(question: Question, *, low: bool, above: Words) -> Answer | None:
    """Return what is known of a series' grades, or None where nothing of it is."""
    code = question.series[0]
    found = find_series(code)
    if found is None:
        return None
    named = f"series {code}, {found.title},"
    if code == "0340":
        # The one series whose flysheet names the grades its positions have.
        lead = (
            f"**For {named} GS-13 is the lowest: its flysheet speaks of positions at GS-13 and "
            "above.** It has no levels of its own; the grade comes from the guides it names, and "
            "work that earns less belongs in the series of that work."
        )
        words: tuple[Words, ...] = (
            law(
                "gs-0340",
                "2",
                "two-grade interval positions at the grade",
                "Positions in this series are at GS-13 and above.",
            ),
            above,
        )
    elif low or question.has(*_DENIED):
        which = "lowest" if low else "highest"
        lead = (
            f"**No rule sets a {which} grade for {named} as such: the duties do, by the standard "
            "that covers the series.** The grades a standard describes are the typical ones; "
            "positions above or below them are graded by extending its criteria or by related "
            "standards."
        )
        words = (above,)
    else:
        return None
    return Answer(
        lead=lead,
        words=words,
        next=(f"Ask *which standard covers {code}?* to see what is held.",),
    )


TOPIC = Topic(
    id="highest-grade",
    title="the highest grade there is",
    answer=_answer,
    likes=("series",),
    unlike=("levels", "points", "percents", "dates", "decision"),
)
