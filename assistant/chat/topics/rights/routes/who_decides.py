"""Who classifies, who decides on appeal, and whom that binds."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic

_DEFY = (
    "ignore",
    "disregard",
    "overrule",
    "obey",
    "must the agency",
    "bound",
    "binding",
    "have to follow",
    "refuse",
)


_AGREES = re.compile(
    r"\b(?:hr|agency|personnel|classifier|they|headquarters|opm)\b[^.?!]{0,20}\b(?:agree\w*|"
    r"side[sd]?|rubber[- ]?stamp\w*|go(?:es)? along)\b",
    re.IGNORECASE,
)
_WITH_THEM = re.compile(
    r"\b(?:with|for|what) (?:(?:my|the|our) )?(?:boss|supervisor|manager|them|him|her|management|"
    r"chief)\b|\brubber",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"\b(?:can|may|could|would|will|must|does)\b[^.?!]{0,8}\b(?:hr|agency|personnel|classifier|they|"
    r"management|we|headquarters)\b[^.?!]{0,20}\b(?:fix|correct|change|regrade|reclassify|raise|redo|"
    r"settle)\w*\b[^.?!]{0,30}\b(?:without|instead of|short of)\b[^.?!]{0,20}"
    r"\b(?:appeal|opm)\b",
    re.IGNORECASE,
)
"""Asks whether the agency may put it right itself."""


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked if the agency puts it right itself, or agrees with somebody."""
    if _ITSELF.search(question.message):
        return True
    asks = question.has("what if", "and if", "if hr", "if they", "if the", "what happens")
    agrees = _AGREES.search(question.message) and not question.has(
        "opm", "level", "factor", "check", "pay"
    )
    return bool(
        agrees and asks and (question.has("with me") or _WITH_THEM.search(question.message))
    )


def _answer(question: Question, context: Context) -> Answer:
    if track(question, context) == "fws" and question.has("final", "last word", "binding"):
        return Answer(
            lead=(
                "**Yes: OPM's final decision on a wage job is a certificate that binds everybody "
                "who classifies or pays in the Government.** Only OPM itself may reopen it, at its "
                "discretion, when you or your agency ask: for facts not considered, reasonable "
                "doubt or wide effect."
            ),
            words=(
                rule("fws-final", "5-cfr-532", "constitutes a certificate which is mandatory"),
                rule(
                    "fws-reconsideration",
                    "5-cfr-532",
                    "reopen and reconsider any job-grading decision",
                ),
            ),
            next=("The agency's own decision is not the last: OPM decides after it.",),
        )
    final = rule("final", "5-cfr-511", "mandatory and binding on all administrative")
    agency = law(
        "introduction",
        "11",
        "places upon agencies the authority and responsibility to establish, classify",
        "Agencies have the authority and the duty to establish, classify and manage their "
        "positions.",
        section="III, D",
    )
    if _ITSELF.search(question.message):
        lead = (
            "**Yes: the agency classifies its own positions and may correct a mistake itself, "
            "without an appeal, unless OPM has certified the position.** It counts from the day an "
            "official with the authority signs; it is not made retroactive."
        )
        words = (
            agency,
            rule("agency-action-date", "5-cfr-511", "signs the allocation of the position"),
        )
    elif _AGREES.search(question.message):
        lead = (
            "**Then you need no appeal: your agency can reclassify the position itself, unless "
            "OPM has certified it.** It counts from the day an official with the authority signs, "
            "the personnel action must follow within a reasonable time, and nothing is paid for "
            "the past. Who merely agrees with your supervisor binds neither you nor OPM: you may "
            "appeal at any time."
            if not _WITH_THEM.search(question.message)
            else "**Then you may appeal all the same, to OPM at once and at any time: OPM decides "
            "on the duties and the standard, and neither HR nor your supervisor binds it.** Ask "
            "in writing for the evaluation and its reasons, and answer it factor by factor."
        )
        words = (
            rule("agency-action-date", "5-cfr-511", "signs the allocation of the position"),
            rule("forum", "5-cfr-511", "writing to the Office directly, or by forwarding"),
        )
    elif question.has("arbitrat", "court", "eeoc", "congress"):
        lead = (
            "**In the end OPM: its certificate binds the whole Government.** An arbitrator or the "
            "EEOC may direct a classification under other law; if that conflicts with OPM's "
            "certificates or standards, the agency must tell OPM and ask for a review."
        )
        words = (
            final,
            law(
                "introduction",
                "59",
                "may be directed by another party",
                "Another party, such as an arbitrator or the EEOC, may direct a classification.",
                section="Appendix 4, E.2(c)",
            ),
        )
    elif question.has("at opm", "who in opm", "which office", "inside opm"):
        lead = (
            "**The deciding official of OPM's classification appeals program; the name and place "
            "stand in OPM's letter of acknowledgment.** The Director may reopen a decision at "
            "discretion. The decision binds the agency, and no further appeal lies against it."
        )
        words = (rule("where-opm"), final)
    elif question.has(
        "in the agency",
        "at the agency",
        "agency-level",
        "same person",
        "our own",
        "within the agency",
        "internal",
        "inside the",
    ):
        lead = (
            "**Somebody at least one level above the one that first classified the position, "
            "unless that cannot be arranged.** An agency may have its own appeals system; the "
            "employee may use it before OPM and need not."
        )
        words = (
            law(
                "introduction",
                "60",
                "at least one administrative level above",
                "The final agency decision should be made at least one level above the one that "
                "classified the position.",
                section="Appendix 4, G.1",
            ),
            final,
        )
    elif question.has(*_DEFY) and question.has("opm", "certificate", "decision"):
        yes = question.has(
            "must", "bound", "binding", "obey", "have to", "does opm overrule", "opm overrule"
        )
        head = "Yes" if yes else "No"
        lead = (
            f"**{head}: OPM's certificate binds the agency and every official who classifies, "
            "certifies or pays.** An agency that thinks it wrong may ask OPM to reconsider, "
            "through its headquarters; that alone does not hold the certificate back."
        )
        words = (final, rule("suspension", "introduction", "does not automatically suspend"))
    else:
        lead = (
            "**Your agency classifies the position; on appeal OPM decides, and its decision is "
            "final and binding on the agency.** OPM may reconsider it, nobody else can change it. "
            "Your supervisor assigns the duties but does not set the grade."
        )
        words = (final, agency)
    return Answer(
        lead=lead,
        words=words,
        next=("Ask *agency or OPM first?* for the way, or *what if I lose?*",),
    )


TOPIC = Topic(
    id="who-decides",
    title="who decides",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
