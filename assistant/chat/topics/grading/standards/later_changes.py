"""What OPM issued after the editions held: not held, and where to look."""

from __future__ import annotations

from assistant.chat.answering.kit import documents, not_held
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.has("does opm", "do agencies", "who") and question.has(
        "draft", "comment", "consult"
    ):
        # How standards come about stands in the Classifier's Handbook.
        return None
    held = documents()
    names = "; ".join(
        f"{held[key].title}, {held[key].edition}"
        for key in ("introduction", "occupational-handbook", "gs-0343")
    )
    return not_held(
        f"What OPM has issued or canceled since the editions held here is not held: {names}.",
        "OPM's current list of standards and its notices of recent issuances",
        "OPM, opm.gov, Classification & Qualifications",
    )


TOPIC = Topic(
    id="later-changes",
    title="what OPM issued after the editions held",
    asks=(
        "Which new standards did OPM issue this year?",
        "Has OPM canceled any series lately?",
        "What changed in classification in 2025?",
        "Which series were canceled in 2026?",
        "Did OPM publish new series in 2025?",
        "What's new from OPM?",
        "latest changes to the occupational series",
        "recent OPM issuances",
        "Is there a newer Handbook of Occupational Groups?",
        "Has the Introduction been revised since 2009?",
        "newest standards",
        "recently abolished series",
        "occupational series abolished last year",
        "series consolidated by OPM in 2026",
        "has the standard changed since your edition",
        "are there updates to the standards",
        "upcoming changes to classification",
        "what will OPM change next",
        "is OPM planning new standards",
        "draft standards out for comment",
        "OPM's current list of standards",
        "changes to the GS system this year",
        "new classification policy in 2026",
        "which flysheets came out recently",
        "did OPM eliminate occupational series",
        "which series has OPM added since 2018",
        "news about position classification",
        "anything new from OPM lately",
        "did they scrap my occupation's code",
        "heard they're wiping out a bunch of series, true?",
        "is this still right after the latest memo",
        "what came out since your books were printed",
        "I've heard OPM is rewriting the whole thing under the new administration",
        "have any rules been revised recently I should know about",
        "my series isn't on the list any longer, when did that go away",
        "any updates this past year?",
        "was something merged or abolished in the last round",
        "are you aware of the newest changes",
        "they renamed our occupation last month I think, is there a transmittal",
        "did the AI memo change anything in the books",
        "what's been cancelled, what's been added",
    ),
    answer=_answer,
    unlike=("levels", "points", "factors", "grades", "decision"),
)
