"""The bands that 5 CFR 9701.212 names, and how grades become bands."""

from __future__ import annotations

from assistant.chat.answering.kit import rule
from assistant.chat.model import Answer, Context, Question, Topic, Words

_BANDS = {
    "senior expert": ("band-senior-expert", "extraordinary level of specialized knowledge"),
    "entry": ("band-entry-developmental", "gaining the competencies needed to perform"),
    "developmental": ("band-entry-developmental", "gaining the competencies needed to perform"),
    "full performance": ("band-full-performance", "independently perform the full range"),
    "supervisory": ("band-supervisory", "hiring or selecting employees, assigning work"),
}


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    named = dict.fromkeys(band for word, band in _BANDS.items() if question.has(word))
    status = rule("band-status")
    if question.has("cluster") and not named:
        lead = (
            "**An occupational cluster groups associated occupations or positions; DHS may set "
            "clusters up, after coordination with OPM, and bands within each.** The reasons for "
            "the grouping stand in implementing directives. The regulation is not in operation."
        )
        words: tuple[Words, ...] = (
            rule("band-cluster", "5-cfr-9701", "establish occupational clusters based on factors"),
            status,
        )
    elif question.has(
        "convert", "become", "points", "gs-", "which band would", "which band is", "grade"
    ):
        lead = (
            "**Only an implementing directive says which band a grade becomes: the regulation has "
            "no points and no table of grades, so no grade is a band by itself.** It also is not "
            "in operation, so no position is graded by it."
        )
        words = (
            rule(
                "band-conversion",
                "5-cfr-9701",
                "converting the GS or prevailing rate grade of a position",
            ),
            status,
        )
    elif question.has("who defines", "defines the bands"):
        lead = (
            "**DHS, in implementing directives: they define each band by how difficult and "
            "responsible its work is, by qualifications and competencies, or by other marks of the "
            "work.** The regulation names four kinds and leaves others open."
        )
        words = (
            rule("band-definitions", "5-cfr-9701-212", "specify the type and range of difficulty"),
            status,
        )
    elif named:
        texts = " ".join(rule(code).ours for code, _ in named)
        lead = f"**{texts}** The regulation is not in operation: this is an exercise on paper."
        words = (*(rule(code, "5-cfr-9701-212", anchor) for code, anchor in named), status)
    else:
        lead = (
            "**Entry/Developmental, Full Performance, Senior Expert and Supervisory.** DHS may, "
            "after coordination with OPM, set up one or more bands in each occupational cluster; "
            "these four are named, and others are possible. The regulation is not in operation: "
            "no position is graded by it."
        )
        words = (
            rule("band-establish", "5-cfr-9701-212", "establish one or more bands within each"),
            rule("band-others", "5-cfr-9701-212", "may include, but is not limited to"),
            status,
        )
    return Answer(
        lead=lead,
        words=words,
        next=("Ask *what is the Senior Expert band?*, or *does part 9701 apply to me?*",),
        more=tuple(rule(code).ours for code in dict.fromkeys(code for code, _ in _BANDS.values())),
    )


TOPIC = Topic(
    id="dhs-bands",
    title="the bands of the DHS rules",
    answer=_answer,
    likes=("sections",),
    unlike=("levels", "points", "decision"),
)
