"""How often a position and its description are reviewed."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words

_SLIGHT = (
    *("new boss", "new supervisor", "office moves", "office moved", "move to another building"),
    *("renamed", "new name", "old software", "old system", "outdated system", "new address"),
    *("reorganized on paper", "different supervisor", "old title", "new organization code"),
)


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    kept = law(
        "introduction",
        "11",
        "must be kept up to date",
        "A description is kept up to date.",
    )
    revise = law(
        "introduction",
        "19",
        "should be reviewed and revised as needed",
        "When the work changes significantly, title, series and grade are looked at again.",
    )
    proposed = law(
        "introduction",
        "13",
        "should be reviewed within a reasonable time",
        "A position classified on proposed duties is reviewed when the work has been done for "
        "six months or so.",
    )
    if question.has(*_SLIGHT):
        lead = (
            "**Only if the duties, the responsibility or the supervision change significantly: a "
            "new boss, a new office name or a new tool alone changes nothing.** A small point can "
            "be corrected by an amendment; the description must stay accurate."
        )
        words: tuple[Words, ...] = (revise, kept)
    elif question.has("new position", "new job", "proposed", "vacant", "recruit", "projected"):
        lead = (
            "**After six months or so: a position classified on proposed duties is reviewed "
            "within a reasonable time after the work is being performed.** For other positions "
            "no interval is set; the description must be current."
        )
        words = (proposed, kept)
    else:
        lead = (
            "**No interval in years is set in the documents held: a description must be kept "
            "up to date, and the position is reviewed when its duties change significantly.** "
            "Many agencies set a yearly or cyclic review of their own; ask the personnel "
            "office for yours. A position classified on proposed duties is looked at again "
            "after six months or so of work."
        )
        words = (kept, revise, proposed)
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Say which duties changed, and since when: that is what starts a review.",
            "Ask in writing for a review or a desk audit, and keep the request.",
        ),
    )


TOPIC = Topic(
    id="pd-review",
    title="how often a position description is reviewed",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
