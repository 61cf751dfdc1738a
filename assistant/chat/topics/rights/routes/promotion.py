"""A raised position and its holder: promotion with or without competition."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic

_SAME_DUTIES = (
    *("new standard", "same duties", "no change", "misclassified", "classification error"),
    *("error", "corrected", "unchanged", "same work", "without a change"),
)


_QUALIFIED = re.compile(
    r"\bqualif\w+\b[^?!]{0,70}\b(?:upgrad\w*|raises?|raised|reclassif\w*|higher[- ]grade\w*)\b"
    r"|\b(?:upgrad\w*|raises?|raised|reclassif\w*|higher[- ]grade\w*)\b[^?!]{0,70}\bqualif\w+\b",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"\b(?:opm|upgraded?|upgrades|raises?|raised|reclassified|certificate)\b", re.IGNORECASE
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked what the holder of a raised position must be qualified for."""
    asked = _QUALIFIED.search(question.message) and _RAISED.search(question.message)
    return bool(asked) and not question.decision and not question.levels


def _of_the_holder(question: Question) -> Answer:
    must = question.has("must", "have to", "need to", "required")
    head = "Yes: to" if must else "Then you cannot be promoted to it yet: to"
    return Answer(
        lead=(
            f"**{head} be promoted one must meet the minimum qualification standards that OPM "
            "prescribes.** The position has its grade all the same: a classification grades the "
            "position, not the person. What becomes of a holder who does not qualify is a matter "
            "of staffing, for the personnel office."
        ),
        words=(
            law(
                "5-cfr-335",
                "335.103(b)(3)",
                "candidates must meet the minimum qualification standards",
                "To be promoted one must meet OPM's minimum qualification standards.",
            ),
        ),
        next=("Ask the personnel office which requirement is not met, and by when it could be.",),
    )


def _answer(question: Question, context: Context) -> Answer:
    if _sure(question, context):
        return _of_the_holder(question)
    accretion = rule(
        "promotion-accretion",
        "5-cfr-335",
        "classified at a higher grade because of additional duties",
    )
    same = rule(
        "promotion-same-duties", "5-cfr-335", "correction of an initial classification error"
    )
    if question.has(*_SAME_DUTIES) and not question.has("added", "new duties", "more duties"):
        head = (
            "**No competition is needed: the grade rose by a new standard or a corrected error, "
            "without a significant change of duties.**"
        )
    elif question.has("added", "more duties", "took on", "piled", "grew") and question.has(
        "compet", "promot"
    ):
        head = (
            "**No, it is the agency's choice: where the grade rises because duties were added, it "
            "may promote you without competition and need not.**"
        )
    elif question.has("accretion") and question.has("what", "mean", "rules", "explain", "define"):
        head = (
            "**Accretion of duties: higher duties are added to a position over time until it is "
            "reclassified at a higher grade.**"
        )
    elif question.has(
        "must we", "have to compete", "have to be competed", "competition required", "advertise"
    ):
        head = "**Not always: it depends on why the grade went up.**"
    elif question.has("can i promote", "may an agency", "may we", "when may", "in place"):
        head = (
            "**Yes, in two cases: in the first no competition is needed, in the second it is your "
            "choice.**"
        )
    else:
        head = (
            "**Not automatically: OPM's certificate grades the position, it does not promote the "
            "person.**"
        )
    return Answer(
        lead=(
            f"{head} If a new standard or a corrected error raises the grade without a "
            "significant change of duties, the promotion needs no competition. If the grade rises "
            "because duties were added, promoting without competition is the agency's choice, "
            "under its merit promotion plan (5 CFR 335.103(c)(3)(ii)): a matter of staffing, not "
            "of classification."
        ),
        words=(same, accretion),
        next=(
            "Read your agency's merit promotion plan on accretion of duties.",
            "The holder must also meet the qualification requirements of the higher grade.",
        ),
    )


TOPIC = Topic(
    id="promotion-after-upgrade",
    title="promotion when a position is upgraded",
    asks=(
        "Will I be promoted automatically if OPM raises my grade?",
        "Does winning the appeal mean I get the promotion?",
        "Can I be promoted without competition when my job is upgraded?",
        "accretion promotion rules",
        "If my position is upgraded, can they give the job to someone else?",
        "noncompetitive promotion after reclassification",
        "Do I have to compete for my own upgraded job?",
        "my job was upgraded but they posted it",
        "When may an agency promote without competition after a reclassification?",
        "position reclassified upward because of new duties",
        "upgraded due to new standard, is competition required",
        "Must we advertise a position that was upgraded?",
        "promotion based on added duties",
        "does the incumbent keep the upgraded position",
        "OPM raised my job to GS-12; is the promotion mine?",
        "accretion of duties and competition",
        "Does an upgrade have to be competed?",
        "Can I promote my employee in place when her duties have grown?",
        "Will they have to promote me if I win?",
        "noncompetitive upgrade",
        "accretion of duties",
        "what does accretion mean",
        "accretion",
        "promotion by accretion",
        "do I get promoted if my job is upgraded",
        "will I be promoted if I win",
        "is the promotion automatic",
        "my position was upgraded, am I promoted",
        "promotion without competition",
        "noncompetitive promotion",
        "can they fill my upgraded job with somebody else",
        "compete for my own job",
        "upgrade and competition",
        "reclassified upward, who gets the job",
        "can a manager promote without competing the job",
        "may I promote my employee noncompetitively",
        "added duties promotion",
        "merit promotion and reclassification",
        "335.103",
        "is competition needed after an upgrade",
        "does the person go with the upgraded position",
        "If they raise the position, does the person in it automatically go up?",
        "Can she get the higher grade without a vacancy announcement when duties have grown?",
        "explain accretion",
        "is the upgraded post mine or open to all",
        "Does the person get promoted when the position is reclassified up?",
        "Is a competition needed when a job is upgraded?",
        "my job is now graded higher, do I get it",
        "how does accretion of duties work",
        "promoted because of additional duties",
        "may we promote the incumbent without announcing the job",
        "when is a noncompetitive promotion allowed after reclassification",
        "they say I have to apply for my own job",
        "does a higher grade for the position mean a promotion for me",
        "upgrade because of a classification error: competition?",
        "When my position goes up a grade, do I go up with it?",
        "may they make me compete for my reclassified job",
        "job got bumped to a 12, now they say they have to advertise it. What about me?",
        "will I have to compete for the job I'm already sitting in",
        "if the desk audit comes out higher do I just get the new grade",
        "noncompetitive promotion by accretion, conditions?",
        "HR says the upgraded job goes to the best applicant",
        "they found my position should be a 13 but won't move me up",
        "when the seat goes up, does the person sitting in it go up too",
        "three of us share the work but only one job got upgraded, must they run an announcement?",
        "Suppose OPM agrees with me. Is the raise in rank automatic or is there another hoop?",
        "does the incumbent need to qualify for the new grade before being moved up",
        (
            "My branch's position was reclassified upward. May I put my current guy in it "
            "without posting?"
        ),
        "upgraded due to planned management action instead of accretion, compete or not?",
        "employee lacks time in grade for the upgraded position",
        "can somebody else end up with my job after I fought to get it raised",
        "what are the rules on promoting a worker whose duties piled up over time",
        "promoted by accretion and now they call it a mistake",
    ),
    answer=_answer,
    sure=_sure,
    cues=("qualif",),
    unlike=("levels", "points", "decision"),
)
