"""What a person who thinks of appealing must know, in our own words, each with its source.

Sources: Introduction to the Position Classification Standards, Appendices 4 and 5 (revised
August 2009), and the regulations and OPM pages they rest on. Statements here inform; time
limits that depend on a person's dates are not computed.
"""

from __future__ import annotations

from core.models import Citation, Frozen

_INTRODUCTION = "Introduction to the Position Classification Standards"
_EDITION = "TS-134 July 1995, TS-107 August 1991, revised August 2009"


def _appendix4(page: str, section: str) -> Citation:
    return Citation(
        document=_INTRODUCTION, edition=_EDITION, page=page, section=f"Appendix 4, {section}"
    )


class ProcedureRule(Frozen):
    """One fact of the appeal procedure: a short code, what it says, and its source."""

    code: str
    text: str
    citation: Citation


PROCEDURE: tuple[ProcedureRule, ...] = (
    ProcedureRule(
        code="odds",
        text=(
            "OPM says that about 85 percent of the appeals it decides change nothing, and that "
            "of the rest more positions go down, or change in a way nobody asked for, than up."
        ),
        citation=Citation(
            document="OPM, Frequently Asked Questions: classification appeals",
            edition="undated web page; verify at opm.gov",
            page="web page",
        ),
    ),
    ProcedureRule(
        code="risk",
        text=(
            "OPM decides the whole position, not the one factor in dispute: the certificate "
            "binds the agency's classifying and paying officials, and it can lower the grade."
        ),
        citation=_appendix4("58", "C.4 and D.3"),
    ),
    ProcedureRule(
        code="forum",
        text=(
            "A General Schedule employee may appeal to the agency first or go to OPM at once; "
            "the agency route is encouraged, not required."
        ),
        citation=_appendix4("60", "G.1"),
    ),
    ProcedureRule(
        code="time",
        text=(
            "An employee may appeal at any time. Only where grade or pay was actually lost "
            "without retention do 15 calendar days count, and then only for back pay."
        ),
        citation=_appendix4("61", "G.2.b and G.3.a"),
    ),
    ProcedureRule(
        code="position-description",
        text=(
            "Try first to have an inaccurate position description corrected and keep the proof: "
            "without it OPM sends the appeal back."
        ),
        citation=_appendix4("62", "G.4.a"),
    ),
    ProcedureRule(
        code="contents",
        text=(
            "The appeal says in writing who and where you are, your present and your requested "
            "title, series and grade, and your reasons, tied to the standard and to the points "
            "in which the agency's evaluation is wrong; the position description goes with it."
        ),
        citation=_appendix4("69", "J.1"),
    ),
)
"""The facts of procedure in the order a person needs them."""

COMPARISON_BARRED = ProcedureRule(
    code="comparison",
    text=(
        "A position is graded against OPM's standards only. That another employee does the "
        "same work at a higher grade cannot be appealed and cannot decide an appeal."
    ),
    citation=_appendix4("60", "F.8"),
)

CONSISTENCY_ROUTE = ProcedureRule(
    code="consistency-route",
    text=(
        "There is another way to raise it: write to the human resources office of the agency's "
        "headquarters, naming the other position's location, title, series, grade and duties, "
        "and ask that it be reviewed for consistency. Agencies must keep identical, similar and "
        "related positions consistent with OPM's certificates."
    ),
    citation=_appendix4("65", "G.9.e"),
)
