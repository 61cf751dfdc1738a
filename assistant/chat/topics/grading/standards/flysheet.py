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
    asks=(
        "What is a flysheet?",
        "What does the 0343 flysheet say?",
        "Is a flysheet a standard?",
        "Does the flysheet have grading criteria?",
        "Can I grade a position with a flysheet?",
        "Which series have flysheets?",
        "what does the flysheet for 0340 cover",
        "flysheet 0301",
        "the flysheet has no grade levels",
        "What is excluded by the 0343 flysheet?",
        "HR graded me by a flysheet",
        "how do I use a flysheet",
        "meaning of flysheet",
        "flysheet vs standard",
        "difference between a flysheet and a classification standard",
        "why doesn't the 0301 flysheet give grades",
        "my series only has a flysheet",
        "there is only a flysheet for this occupation",
        "where does the flysheet send me for grading",
        "what titles does the flysheet prescribe",
        "series coverage standard",
        "a standard without grade criteria",
        "standards that only define the series",
        "flysheets held",
        "what's in a flysheet",
        "flysheet for management and program analysis",
        "does a flysheet tell the grade",
        "one page about my series and no levels in it, what is that thing",
        "the paper on OPM's site for my occupation just has a paragraph and a title",
        "it only defines the job and tells you to look elsewhere for the grade",
        "is that short series sheet enough to grade me by",
        "HR handed me a sheet with just the series definition, is that all there is",
        "what good is a standard with no grading levels",
        "Half a page. that's all they wrote about my occupation?",
        "does the one-pager for 0301 say how to rate anything",
        "why do some series only get a short definition sheet",
        "series definition sheet purpose?",
        "can a grade be based on that thin page",
        "what does the short sheet for the security clerks say",
        "The thing for miscellaneous clerk is barely a page, what's it called and what's it do",
        "flysheat meaning",
    ),
    answer=_answer,
    likes=("series",),
    unlike=("levels", "points", "decision"),
)
