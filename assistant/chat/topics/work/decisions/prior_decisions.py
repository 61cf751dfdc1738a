"""What earlier appeal decisions are worth in another case."""

from __future__ import annotations

from assistant.chat.answering.kit import rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    if question.has("cite", "quote", "use ", "point to", "attach", "mention", "refer to", "rely"):
        lead = (
            "**Yes, to show how OPM reads a criterion; but it proves nothing for your position.** "
            "A decision binds for the position it decided and is no precedent for another: your "
            "own duties must meet the standard. Only identical, similar and related positions in "
            "the agency must be brought into line with it."
        )
    elif question.has("compare"):
        lead = (
            "**Not position against position: see on which fact of the work each level turned in "
            "the decision, and whether your duties show that fact; then hold yours against the "
            "words of the standard.** That tells how OPM reads a criterion. It proves nothing for "
            "your position, which is graded against the standards alone."
        )
    else:
        lead = (
            "**No, it is not a precedent for another position: a decision binds for the position "
            "it decided, and every other one is graded against OPM's standards.** You may point "
            "to it to show how OPM reads a criterion, but your duties must meet the standard "
            "themselves. Only identical, similar and related positions in the agency must be "
            "brought into line with it."
        )
    return Answer(
        lead=lead,
        words=(
            rule("comparison", "5-cfr-511", "based on position-to-position comparisons"),
            rule("effect-on-others", "5-cfr-511", "identical, similar or related positions"),
        ),
        next=(
            "Search the decisions held: *who was refused Level 2-5?*",
            "Quote the standard first, and a decision only for what a word in it means.",
        ),
    )


TOPIC = Topic(
    id="prior-decisions",
    title="what earlier decisions are worth",
    asks=(
        "can I cite an OPM decision in my appeal",
        "may I quote an appeal decision to support my level",
        "Are OPM appeal decisions precedents?",
        "Can I cite another appeal decision in my appeal?",
        "Does an earlier decision bind OPM?",
        "Is a decision on another job evidence for mine?",
        "how much weight does an old appeal decision have",
        "Can I rely on a published decision?",
        "OPM gave another specialist GS-12, doesn't that settle mine?",
        "do decisions work like case law",
        "Should I quote decisions in my letter?",
        "value of previous appeal decisions",
        "Can a classifier use appeal decisions to grade?",
        "What are appeal decisions good for?",
        "May we classify a position by analogy to an appeal decision?",
        "precedent in classification appeals",
        "does OPM follow its own earlier decisions",
        "Is a past OPM decision binding on my case?",
        "using somebody else's appeal decision as an argument",
        "Can I lean on a decision about a similar job?",
        "Do earlier decisions count as precedent?",
        "what use are published appeal decisions",
        "Should decisions of OPM be cited to support a level?",
        "precedent",
        "are decisions precedents",
        "is a decision binding for others",
        "can I use a decision in my appeal",
        "can I use another case",
        "other appeal decisions as proof",
        "cite a decision",
        "quote earlier decisions",
        "rely on a decision",
        "does a decision about someone else help me",
        "someone won the same case",
        "a decision in my favor from another agency",
        "are appeal decisions law",
        "weight of appeal decisions",
        "may I refer to decision C-0080-11-02 in my appeal",
        "can I rely on C-0080-11-02 for my position",
        "do classifiers have to follow appeal decisions",
        "what is a published decision worth",
        "how should decisions be used",
        "are decisions binding on other positions",
        "There is a decision for a job like mine. Can I lean on it?",
        "How binding is one appeal decision on the next?",
        "are we as classifiers held to published decisions",
        "does someone else's win prove my case",
        "Are OPM's decisions binding on later cases?",
        "Can I base my appeal on another decision?",
        "Is it useful to cite appeal decisions?",
        "does a favorable decision for another person help",
        "do decisions set a precedent",
        "how far can I use a published decision",
        "is OPM bound by what it decided before",
        "what value has a former decision",
        "may a classifier rely on an appeal decision",
        "use decision C-0080-11-02 as precedent",
        "Would quoting an OPM decision on another job help me?",
        "does OPM regard its former rulings as binding",
        "I found an OPM ruling where a guy with my exact job won. Can I lean on it?",
        "do old rulings carry any weight with OPM",
        "is it like case law, where one decision binds the next one",
        "I want to put a few earlier rulings into my brief, any use?",
        "Steward: a member at another base won last year, can we wave that decision around",
        "can we grade a job by saying it looks like the one in a published decision",
        "HR quotes some 2006 appeal decision against me. Does that settle it?",
        "published rulings, persuasive or binding?",
        "does it help my case that some lady in Treasury got her level granted",
        "how much should a classifier rely on the digest and past decisions",
        "the outcome of another person's case is being used to deny me",
        "would attaching somebody else's ruling to mine make a difference",
        "OPM ruled the opposite way in a similar case, are they stuck with that?",
        "am I allowed to point at a past decision when arguing for a level",
        "what good are these decisions to me if the facts are different",
        "there's an OPM ruling on a job just like mine, is OPM bound by it",
        "an employee shows me an old OPM decision, do I have to follow it",
        "decision from years ago on the same kind of position, does it count",
    ),
    answer=_answer,
    unlike=("levels", "points"),
)
