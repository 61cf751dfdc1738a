"""One position description for several employees, standard descriptions and benchmarks."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    position = law(
        "introduction",
        "4",
        "official description of management's assignment",
        "A position description is the official description of what management assigns to a "
        "position or a group of positions.",
    )
    benchmark = law(
        "classifier-handbook",
        "9",
        "used as the basic content of",
        "A benchmark may serve as the basic content of a description it fully fits.",
    )
    kept = law(
        "introduction",
        "11",
        "must be kept up to date",
        "The description of each position is kept up to date and holds what matters for its "
        "classification.",
    )
    if question.has(
        "two pds", "two position desc", "two descriptions", "two job desc", "second pd"
    ):
        return Answer(
            lead=(
                "**No: a person holds one official position, with one description and one "
                "classification.** Work of two kinds goes into that one description, with its "
                "shares of time, and is graded as mixed work. The other way round, one description "
                "may serve many identical positions."
            ),
            words=(position, kept),
            next=("Name both kinds of work with their shares of time.",),
        )
    if question.has("copy", "copied", "reuse", "re-use", "recycle", "borrow", "canned"):
        return Answer(
            lead=(
                "**As a model, yes; as it stands, only where it describes the duties really "
                "assigned to this position.** The immediate supervisor signs that it is accurate "
                "for it. Change the duties, the shares of time and whom it reports to, and have "
                "the position classified: another office's grade does not come with the text."
            ),
            words=(position, kept, benchmark),
            next=(
                "Go through each major duty: is it assigned here, and for how much of the time?",
            ),
        )
    return Answer(
        lead=(
            "**Yes: one description may serve for a group of positions, as long as it is "
            "accurate for each of them.** Standard descriptions across an agency are usual for "
            "this. Where your work differs in a way that matters for the classification, yours "
            "needs its own words; a benchmark of a standard may be used only where it fits "
            "fully."
        ),
        words=(position, kept, benchmark),
        next=(
            (
                "Compare each major duty with what you do: which one do you not do, and which "
                "is missing?"
            ),
            "If it does not fit, ask in writing for a description of your own position.",
        ),
    )


TOPIC = Topic(
    id="standardized-descriptions",
    title="one description for several employees",
    asks=(
        "can I reuse a PD from another office",
        "can I just copy the PD of the other office",
        "may I copy the position description of another position for my opening",
        "is it ok to recycle an old position description for a new hire",
        "copying the PD of another region word for word",
        "the neighbor branch has a PD that fits, may I borrow it",
        "is it ok to have two PDs for one person",
        "can an employee have two position descriptions",
        "May one PD cover several employees?",
        "standardized position descriptions",
        "Can the same position description be used for ten people?",
        "standard PD for the whole agency",
        "identical additional positions",
        "We share one PD but do different work",
        "Is a nationwide standard position description allowed?",
        "my coworkers and I have the same PD, but I do more",
        "can we use a benchmark as a PD",
        "agencywide PD library",
        "Is it ok to use someone else's PD for my job?",
        "using a PD for a group of positions",
        "master position description",
        "everyone in the branch has an identical description",
        "Do we need a separate PD for each employee?",
        "can HR put me on a standard job description that does not fit",
        "one description for all our analysts",
        "generic standardized PDs in my agency",
        "are multiple incumbents on one PD allowed",
        "one PD for many employees",
        "one PD for several people",
        "can several employees have the same PD",
        "same PD for several employees",
        "can employees share a PD",
        "shared position description",
        "can two people have the same PD",
        "standard position description",
        "standard PDs",
        "standardized PD",
        "agency standard PD",
        "same description for everyone",
        "identical PDs for different people",
        "PD covering more than one position",
        "position description for a group",
        "group of positions one description",
        "is a PD personal to one employee",
        "PD shared by the whole team",
        "my coworkers have the same PD as me",
        "national standard PD",
        "benchmark as a position description",
        "canned PDs",
        "PD used for multiple employees",
        "all of us in the section work under the same PD number",
        "twelve people have the same PD number",
        "the whole branch is on one description",
        "they gave me the same description as everyone else",
        "our region uses the headquarters description for everyone",
        "thirty of us on one sheet of paper and nobody does the same thing",
        "they use the same write-up at all the field offices, is that kosher",
        "Can I put my four technicians on a single description?",
        "HR pulled a canned PD off the shelf and slapped it on me",
        "SPD mandatory for the region, can local mgmt deviate",
        "one size fits all job description for the whole command",
        "my duties are different from the other people who share my PD number",
        "standard PDs save time but do they have to match each person's work",
        "how many folks can sit on one PD",
        "is a cookie cutter description okay",
        "we want a generic description for all our park techs nationwide, what are the limits",
        "same PD as my cubicle mate but she does half of what I do",
        "identical additional PD, how does it work",
        "we got forced onto headquarters' model descriptions",
        "When can a single description serve a group of workers?",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
