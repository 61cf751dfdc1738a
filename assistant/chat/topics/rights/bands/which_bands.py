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
    asks=(
        "What bands are there under the DHS rules?",
        "5 CFR 9701.212",
        "What is the Senior Expert band?",
        "Entry/Developmental band meaning",
        "How do GS grades convert to DHS bands?",
        "difference between Full Performance and Senior Expert",
        "pay bands at Homeland Security",
        "What is an occupational cluster?",
        "What defines the Supervisory band?",
        "Can a DHS cluster have other bands?",
        "which band would my job be in",
        "DHS classification structure",
        "do bands have points",
        "Who defines the bands?",
        "band levels in part 9701",
        "Is a GS-13 a Senior Expert?",
        "Name the DHS bands",
        "what does full performance band mean",
        "How does a grade become a band?",
        "occupational clusters and bands",
        "bands under the homeland security regulation",
        "Which work belongs in the Entry/Developmental band?",
        "bands",
        "DHS bands",
        "pay bands",
        "which bands are there",
        "what bands exist",
        "name the bands",
        "9701.212",
        "bands in 9701.212",
        "senior expert",
        "full performance",
        "entry developmental",
        "supervisory band",
        "occupational cluster",
        "clusters",
        "what is a band",
        "definition of the bands",
        "how are bands defined",
        "GS grade to band",
        "band for a GS-13",
        "conversion to bands",
        "levels of bands at DHS",
        "Homeland Security band structure",
        "What kinds of bands does the DHS regulation name?",
        "How would my GS-11 be turned into a band?",
        "meaning of the full performance band",
        "what's an occupational cluster at Homeland Security",
        "Tell me about the DHS bands",
        "Which bands does the regulation list?",
        "what are the four bands",
        "explain the Entry/Developmental band",
        "what sort of work is Full Performance",
        "how does a GS grade fit into a band",
        "is there a table from grades to bands",
        "what does 5 CFR 9701.212 say",
        "who sets up occupational clusters",
        "can there be more than four bands",
        "List the bands of 5 CFR 9701.212",
        "what work is in the senior expert band",
        "what comes after full performance in the homeland scheme",
        "how many bands does DHS have",
        "what's the lowest band for a new homeland hire",
        "explain the homeland bands",
        "is there a supervisory one among the homeland bands",
        "what would a GS-9 be in the homeland bands",
        "names of the DHS levels",
        "clusters and bands at homeland, what's what",
        "homeland regulation says senior expert, meaning who",
        "which band covers beginners at DHS",
        "describe the four career bands in part 9701",
        "what makes you full performance at homeland on the band scale",
        "top band for a scientist under the DHS rules",
        "the homeland band for somebody who knows the job fully",
    ),
    answer=_answer,
    likes=("sections",),
    unlike=("levels", "points", "decision"),
)
