"""Flysheets: what they define, and that they grade nothing."""

from __future__ import annotations

from assistant.chat.answering.kit import as_known, law
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:
    from core.overview import holdings

    lead = (
        "**A flysheet defines a series and its titles and grades nothing: it has no criteria for "
        "grades and sends you to a standard or guide that has.** It says which work belongs in "
        "the series, which does not, and which titles are official."
    )
    words: list[Words] = [
        law(
            "introduction",
            "4",
            "series coverage standards, do not contain",
            "Some standards only say what a series covers and refer to others for grading.",
        )
    ]
    code = question.series[0] if question.series else ""
    held = [
        one for one in holdings() if one.kind == "referral" and (code in one.series or not code)
    ]
    if code and held:
        one = as_known(held[0].id, context)
        covers = one.coverage[0].text if one.coverage else ""
        lead = (
            f"**The flysheet for {code} defines the series and grades nothing.** {covers} "
            f"{one.sends_to[0].text if one.sends_to else ''}"
        )
        words[:0] = [Words(ours=s.text, citation=one.cite(s.page)) for s in one.coverage[:1]]
        words[1:1] = [Words(ours=r.text, citation=one.cite(r.page)) for r in one.sends_to[:1]]
    elif held:
        lead += f" Held here: {', '.join(one.title for one in held)}."
    return Answer(
        lead=lead,
        words=tuple(words),
        next=("Name the series, and what its flysheet covers and excludes is shown.",)
        if not code
        else ("Ask which standard grades the series.",),
    )


TOPIC = Topic(
    id="flysheet",
    title="what a flysheet says",
    answer=_answer,
    likes=("series",),
    unlike=("levels", "points", "decision"),
)
