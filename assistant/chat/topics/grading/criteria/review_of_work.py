"""What review of the work says about a level, and that being reviewed is not being controlled."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.factors and not question.has("review", "check", "sign", "approv", "independ"):
        return None
    return Answer(
        lead=(
            "**It depends on the kind and purpose of the review: everyone's work is reviewed, and "
            "review alone settles nothing.** Review to stay informed or to keep work consistent "
            "does not lower a level, and closer review can be customary for critical or "
            "precedent-setting work. Review much closer than similar work gets lowers it; much "
            "less than usual may raise it."
        ),
        words=(
            law(
                "classifier-handbook",
                "39",
                "depends primarily on the kind and purpose of the review",
                "What review does to a grade depends mainly on its kind and purpose.",
            ),
            law(
                "classifier-handbook",
                "39",
                "review that may appear closer than normal",
                "Closer review may be customary for critical or precedent-setting work.",
            ),
            law(
                "classifier-handbook",
                "39",
                "Closer than normal review",
                "Review closer than normal generally lowers the grade.",
            ),
        ),
        next=(
            "What does the reviewer look at: accuracy, method, or only fit with policy?",
            "Is the work returned for changes, and how often?",
        ),
        factors=("2",),
    )


TOPIC = Topic(
    id="review-of-work",
    title="what review of the work does to a level",
    asks=(
        "the classifier gave me 2-4 because my boss signs my letters",
        "is telework considered for Factor 2",
        "I work from home alone, nobody watches me, is that Level 2-5",
        "nobody looks over my shoulder",
        "my boss is in another city, does that raise the level",
        "no supervisor on site",
        "I have not seen my supervisor in months",
        "is working alone the same as Level 2-5",
        "My supervisor reviews everything, does that lower my grade?",
        "My boss signs all my reports, does that hurt my level?",
        "Does review of my work lower Factor 2?",
        "What effect does review have on the grade?",
        "Nobody reviews my work, should my grade be higher?",
        "My work is accepted without change",
        "I work independently with hardly any supervision",
        "is a signature by the supervisor a review",
        "closer than normal review",
        "Does it matter that a manager approves my drafts?",
        "the supervisor only checks for policy",
        "my drafts go through three levels of review",
        "All correspondence is signed by the director. Is the author closely supervised?",
        "How does quality control of the work affect the grade?",
        "I am left alone by my supervisor",
        "less supervision than others in my grade",
        "technical review by headquarters and supervisory controls",
        "Does freedom from supervision raise the grade?",
        "an employee who needs no review",
        "does a second check by a coworker change the level",
        "legal review of my products",
        "my supervisor trusts me and never checks",
        "clearance process and independence",
        "does review lower the level",
        "does being reviewed lower my level",
        "does review of work count against me",
        "work is reviewed, lower level?",
        "my work is reviewed before it goes out",
        "my drafts are reviewed",
        "my supervisor reviews my drafts",
        "supervisor reviews all work",
        "boss reviews and signs everything",
        "the supervisor signs everything I write",
        "signature of the supervisor on my products",
        "the director signs my correspondence",
        "review and signature by the boss",
        "nobody checks my work",
        "no one reviews my work",
        "my work isn't reviewed",
        "little review, higher level?",
        "I work without supervision",
        "work accepted as final",
        "my work is accepted without review",
        "review closer than usual",
        "closer review than others",
        "is quality control a review",
        "someone double checks my work",
        "coworker checks my work",
        "technical review of my work by headquarters",
        "legal office reviews my work",
        "my work goes through clearance",
        "clearance by other offices",
        "is policy review a close review",
        "review only for policy",
        "review for consistency with policy",
        "is peer review supervision",
        "how does review of work affect supervisory controls",
        "does review matter for independence",
        "independence and review",
        "my chief looks over my products",
        "my chief looks over everything I write",
        "products are looked over by the chief",
        "nobody looks over my work",
        "no one looks at what I write",
        "does it cost me a level that my work is looked over",
        "does review cost me a level",
        "the boss never reads anything I send out",
        "I sign my own letters and they go right out the door",
        "my chief rubber stamps everything so I'm basically independent",
        "my supervisor is three time zones away and I see her twice a year",
        "I'm the only fed at this lighthouse, there's nobody to ask",
        "night shift, no boss in the building, I make every call myself",
        "HR says just because nobody checks it doesnt mean I have more freedom. is that so?",
        "She looks at my reports line by line. How bad is that for my rating?",
        (
            "my director doesn't understand a thing about chemistry so she can't possibly "
            "check my results"
        ),
        "I've been on full telework for years and run my own day",
        "nobody's corrected a single thing of mine since 2019",
        "he only spot checks, does that push me to the next rung",
        "We hand in finished work and get a pat on the back, no technical review at all",
        "lone ranger at a remote station, unsupervised",
        "my boss usually takes my recommendations as written",
        "my manager accepts what I recommend without changing it",
        "she hardly ever changes anything I recommend",
        "whatever I propose my chief adopts unchanged, which level of review is that",
        "my findings are normally accepted as they stand",
    ),
    answer=_answer,
    likes=("factors",),
    unlike=("levels", "points", "decision", "grades"),
)
