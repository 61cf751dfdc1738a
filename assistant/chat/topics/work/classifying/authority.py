"""Classification authority: the agency's head, delegated; OPM can revoke it."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    agency = law(
        "introduction",
        "6",
        "general authority and responsibility for properly classifying",
        "Agencies have the authority and responsibility to classify their positions.",
    )
    delegated = law(
        "introduction",
        "7",
        "usually redelegated to agency managers and personnelists",
        "It is usually redelegated to managers and specialists.",
    )
    revoke = law(
        "introduction",
        "7",
        "revoke or suspend the agency’s authority",
        "OPM can revoke or suspend an agency's authority.",
    )
    advice = law(
        "introduction",
        "7",
        "advisory opinions on the classification of work",
        "Agencies may ask OPM for advisory opinions.",
    )
    if question.has("advi", "interpret", "ask opm", "opinion", "unsure"):
        lead = (
            "**Yes: an agency may ask OPM for interpretations and advisory opinions on the "
            "classification of work.** Employees go by way of the agency, or appeal. OPM has "
            "the final word on what its standards mean."
        )
        words: tuple[Words, ...] = (advice, agency)
    elif question.has("take away", "take our", "lose ", "revoke", "suspend", "withdraw", "remove"):
        lead = (
            "**Yes: OPM may revoke or suspend an agency's authority to classify, wholly or in "
            "part, when positions are not placed in line with its standards (5 U.S.C. 5111).** It "
            "can then ask for its approval before a classification takes effect, and gives the "
            "authority back once it is satisfied."
        )
        words = (
            law(
                "5-usc-51",
                "section 5111(a)",
                "may revoke or suspend the authority granted",
                "OPM may revoke or suspend the authority and require its prior approval.",
            ),
            agency,
        )
    elif question.has("approv", "opm's ok", "permission", "sign off", "opm sign", "ask opm first"):
        lead = (
            "**No: agencies classify their own General Schedule positions, up to GS-15, without "
            "OPM's approval (5 U.S.C. 5107).** They must follow OPM's standards, and OPM reviews "
            "positions afterwards; only where it has revoked or suspended the authority is its "
            "approval needed first."
        )
        words = (agency, delegated, revoke)
    else:
        lead = (
            "**The agency: its head answers for it and usually redelegates the authority to "
            "managers and personnel specialists in writing.** Whoever holds it must decide in "
            "line with OPM's standards; OPM can revoke or suspend an agency's authority that "
            "is not used so. A supervisor without delegated authority can describe the work "
            "but not classify it."
        )
        words = (agency, delegated, revoke)
    return Answer(
        lead=lead,
        words=words,
        next=("Who signed the classification of the position, and under which delegation?",),
    )


TOPIC = Topic(
    id="classification-authority",
    title="who has the authority to classify",
    asks=(
        "can OPM take away our classification authority",
        "does the agency need OPM's approval to classify a GS-15",
        "can we set up a GS-15 position without asking OPM",
        "what happens if an agency misclassifies again and again",
        "Who has classification authority in an agency?",
        "delegated classification authority",
        "Can a manager classify positions?",
        "Does my supervisor have the power to set my grade?",
        "May OPM take away our classification authority?",
        "who may sign the classification of a PD",
        "authority to classify",
        "can HR overrule a manager on the grade",
        "what is delegated classification authority",
        "is the classifier's decision binding on the manager",
        "Can an agency ask OPM for an advisory opinion?",
        "who approved my grade",
        "does OPM classify our jobs",
        "how is classification authority redelegated",
        "does a classifier have to follow management's wishes",
        "who can certify a classification action",
        "can we contract out classification decisions",
        "authority of the personnel office over grades",
        "OPM interpretation of a standard",
        "classification authority",
        "who has classification authority",
        "delegation of classification authority",
        "authority to classify positions",
        "who may classify positions",
        "who is allowed to classify",
        "can a supervisor classify positions",
        "can managers classify",
        "may a manager set the grade",
        "can my manager set my grade",
        "who signs the classification",
        "who has the power to classify",
        "classification power of the agency",
        "does HR have classification authority",
        "can classification authority be withdrawn",
        "revoke classification authority",
        "OPM takes away classification authority",
        "redelegated authority",
        "delegated to managers",
        "advisory opinion from OPM",
        "ask OPM for an advisory opinion",
        "OPM advice on classification",
        "can our office classify its own jobs",
        "can the program office classify its own jobs or must HR",
        "must HR classify or can the program office do it",
        "who in the agency is entitled to set grades",
        "is my director entitled to set grades",
        "who gave HR the right to grade my job",
        "is my division chief even allowed to put a grade on a job",
        "which people inside an agency hold the pen on classifying",
        (
            "our program office wants to grade its own positions, do they need to be given "
            "that power in writing"
        ),
        "boss says he picked my grade himself, can he do that",
        "where does HR get the right to say what my job is worth",
        "how does the power to classify pass down from the agency head to a regional office",
        "can OPM pull the plug on an agency's right to grade jobs",
        "Contractor staff are doing our classification. Are they permitted to make the call?",
        "delegation letter needed before line managers classify?",
        "could we get OPM's opinion on a tricky job in advance, as an agency",
        "I'm a manager and disagree with the HR specialist. Does her signature beat mine?",
        "who must put their name on the cover sheet for the grade to be valid",
        "redelegation to field, limits",
        "does an HR assistant have any business deciding grades",
        (
            "under the managers-classify pilot I was told I may set grades in my shop, is "
            "there such a thing"
        ),
        "may the department head pass classifying on to the field offices",
        "who may be given delegated classification authority",
        "can a bureau sign its own classifications or only headquarters",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
