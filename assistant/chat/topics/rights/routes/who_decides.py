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
    asks=(
        "is my grade set by the standard or by my boss",
        "does my supervisor set the grade or does the standard",
        "who decides if I meet a level, me or my boss",
        "who at OPM decides my appeal",
        "Who decides my grade, the agency or OPM?",
        "Who has the last word on classification?",
        "Does OPM overrule my agency?",
        "Who makes the final decision on an appeal?",
        "who has the authority to classify positions",
        "Can my agency overrule OPM?",
        "Is OPM's decision binding on my agency?",
        "Who at OPM decides the appeal?",
        "does HR or OPM set my grade",
        "Can Congress or my director decide my grade instead?",
        "Can an arbitrator set my grade?",
        "who classifies the job in the first place",
        "Whose decision counts in the end?",
        "final authority over grade",
        "May we disregard an OPM appeal decision that we disagree with?",
        "does the agency have to obey the certificate",
        "Is management bound by what OPM certifies?",
        "Which of the two decides, my agency or OPM?",
        "is what OPM says final for the agency",
        "Who grades positions?",
        "Must the agency follow OPM's certificate?",
        "who's in charge of deciding appeals",
        "Can my commander ignore OPM?",
        "who has the final say",
        "who decides about my grade",
        "OPM or agency",
        "who is in charge of grading",
        "is OPM above my agency",
        "who wins if OPM and the agency disagree",
        "who makes the decision",
        "who determines the grade of my job",
        "does OPM bind the agency",
        "can the agency refuse OPM's decision",
        "do we have to accept OPM's decision",
        "must management follow an OPM certificate",
        "binding on whom",
        "who sets grades in an agency",
        "can the department head change my grade",
        "which body is final",
        "does my supervisor or HR decide",
        "the agency disagrees with the certificate, must it comply",
        "authority to classify",
        "who signs off on classification",
        "may we ignore OPM",
        "When the two disagree, does the agency's view or OPM's prevail?",
        "Is our agency obliged to do what OPM's certificate says?",
        "who in the end fixes my grade",
        "does OPM have power over the department's classification",
        "Whose call is my grade?",
        "Who ultimately determines classification?",
        "Does the agency or OPM have the upper hand?",
        "must our agency carry out what OPM says",
        "can the agency set OPM's decision aside",
        "is OPM's ruling compulsory",
        "Which authority settles classification disputes for good?",
        "who in the agency may classify",
        "are we free to disregard a certificate",
        "does the Secretary have the power to change OPM's decision",
        "Between OPM and my agency, whose word is law on grades?",
        "are agency officials bound by OPM's ruling",
        "so who actually gets the final word on what grade I am",
        "HR blames the classifier, classifier blames OPM, who is it really",
        "can my agency just ignore what OPM says",
        "Is OPM the boss of the agencies when it comes to grades?",
        "does congress or opm or my agency set the grade of a job",
        "we lost at OPM. does the director have to do what they say",
        "the agency head says he runs his own shop and grades as he pleases",
        "who's on top, department HR or OPM, in a disagreement about a grade",
        "is there anybody that can overrule my agency's grade",
        "OPM certificate, mandatory and binding on agency/payroll/GAO?",
        "Does the grade come from the boss, personnel or Washington?",
        "if headquarters and the field disagree with OPM, whose answer stands",
        "HR claims only they can determine my grade, period",
        "decision making chain for grades from the bottom up",
        "my agency says it isn't bound by the ruling, is that so",
        "who in the agency decides our own classification appeals",
        "we run an internal appeals system, who should sign the decisions",
        "at which level in the agency is an internal appeal decided",
        "may the same office that classified the job decide the appeal inside the agency",
    ),
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
