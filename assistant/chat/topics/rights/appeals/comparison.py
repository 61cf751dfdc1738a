"""Why another employee's grade does not decide: positions are graded against standards."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic
from index.language.late import pattern

_PREDECESSOR = pattern(
    r"\b(?:guy|person|one|woman|man|lady|employee|incumbent|somebody|someone|whoever|people|"
    r"last \w+)\b"
    r"(?: \w+){0,4} (?:before|ahead of) me\b.{0,30}\b(?:was|were|had|got|held|made|paid|"
    r"as)\b.{0,12}"
    r"\b(?:gs|grade|1[0-5]|[4-9]|higher|more)\b"
    r"|\b(?:my )?predecessor\b.{0,30}\b(?:was|were|had|got|held)\b.{0,12}\b(?:gs|grade|1[0-5]|"
    r"[4-9]|"
    r"higher)\b",
    re.IGNORECASE,
)
_BY_THE_LAST = pattern(
    r"\b(?:because|since|cause|cuz|as|that'?s what|on account of(?: what)?)\b[^.?!]{0,20}"
    r"\b(?:(?:last|previous|prior|former|old|earlier) (?:person|one|guy|girl|woman|man|employee|"
    r"incumbent|holder|occupant|fellow|lady)|predecessor|whoever (?:had|held|did)|(?:it|the job|"
    r"the position|this (?:job|position))(?:'s| has| had)? (?:always|ever|long) been)\b"
    r"(?! (?:it|to)\b)",
    re.IGNORECASE,
)
"""A grade defended by the one it had before: "it's a 9 because the last person was"."""
_ELSEWHERE = (
    r"\b(?:other|another|next|neighbou?ring|elsewhere|across the (?:hall|street|country)|"
    r"over there|[Ii]n [A-Z][a-z]+|[Aa]t [A-Z][a-z]+)\b"
)
_GRADED = r"\b(?:all |graded |at |as )?(?:an? )?(?:GS-?\s?)?(?:1[0-5]|[4-9])'?s?\b"
_SAME = r"\b(?:same|identical|exact(?:ly)?|just what|what (?:i|we) do|(?:our|my) (?:job|work))\b"
_PEERS = pattern(
    rf"{_ELSEWHERE}[^.?!]{{0,40}}\b(?:is|are|have|has|they're|get|gets|makes?)\b[^.?!]{{0,8}}{_GRADED}"
    rf"[^.?!]{{0,30}}{_SAME}|{_SAME}[^.?!]{{0,30}}{_ELSEWHERE}[^.?!]{{0,25}}{_GRADED}"
)
"""Others who do the same work and are graded otherwise: "in Atlanta they're 13s for my job"."""
_OWN_STAFF = pattern(
    r"\b(?:supervis\w+|report(?:s|ing)? to me|subordinates?|my (?:staff|people|team|employees))\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether the grade of others with the same work, or of who had it before, is held up."""
    text = question.around or question.message
    if question.decision or question.levels:
        return False
    peers = not question.asks and _PEERS.search(text) and not _OWN_STAFF.search(text)
    return bool(_PREDECESSOR.search(text) or _by_the_last(text) or peers)


def _by_the_last(text: str) -> bool:
    """Tell whether a grade is defended by what the position or its last holder had."""
    return bool(_BY_THE_LAST.search(text) and re.search(r"(?i)\bgs\b|\bgrade|\b\d+\b", text))


def _of_a_wage_job() -> Answer:
    return Answer(
        lead=(
            "**No: a wage job is compared with its job grading standard, and what another job is "
            "graded does not decide.** The bar of the General Schedule is not in the wage rules, "
            "but the agency's decision has to compare your job with the standard, and so should "
            "the reasons of your application."
        ),
        words=(
            rule("fws-standards", "5-cfr-532", "comparing the job with the appropriate standard"),
            rule("fws-application", "5-cfr-532", "in writing and contain the reasons"),
        ),
        next=("Name the duties that the standard puts at the higher grade.",),
    )


def _answer(question: Question, context: Context) -> Answer | None:
    if question.has("difference between", "what's the difference", "whats the difference"):
        return None
    if not question.asks and _OWN_STAFF.search(question.message):
        # Of people one supervises the grades are told for one's own.
        return None
    if track(question, context) == "fws":
        return _of_a_wage_job()
    if _by_the_last(question.around or question.message):
        return Answer(
            lead=(
                "**That is no reason: a position is graded by its present duties against OPM's "
                "standards, not by what it or its last holder was graded before.** Ask for the "
                "evaluation statement: it must compare your duties with the standard. You may "
                "appeal the grade at any time."
            ),
            words=(
                law(
                    "5-usc-51",
                    "section 5106(b)",
                    "placed in its appropriate grade",
                    "The grade rests on the level of difficulty, responsibility and qualification "
                    "requirements of the work.",
                ),
                rule("comparison", "introduction", "position-to-position comparisons"),
            ),
            next=("Ask HR in writing for the evaluation statement of your position.",),
        )
    if _PREDECESSOR.search(question.around or question.message):
        return Answer(
            lead=(
                "**It shows that the position was graded higher once, but decides nothing: your "
                "duties are compared with OPM's standards, not with what somebody held before "
                "you.** The duties, the standard or the evaluation may have changed since. Ask for "
                "the earlier description and evaluation, and name the duties that are still the "
                "same."
            ),
            words=(
                rule("comparison", "introduction", "position-to-position comparisons"),
                rule("consistency-route"),
            ),
            next=("Which duties did that position have that yours has, too?",),
        )
    if question.has(" pd", "pd ", "pd?", "position description", "job description"):
        return Answer(
            lead=(
                "**Not as proof of your grade: OPM compares your duties with its standards, never "
                "with another position.** You may use it in two other ways: to find words for "
                "duties that are yours too, and to ask your agency's headquarters to review "
                "whether its like positions are graded consistently."
            ),
            words=(
                rule("comparison", "introduction", "position-to-position comparisons"),
                rule("consistency-route"),
            ),
            next=("Which duties in it are also assigned to you? Have them put into your own.",),
        )
    return Answer(
        lead=(
            "**No.** A position is graded against OPM's standards only, so that someone else "
            "does the same work at a higher grade is not a ground of appeal and cannot decide "
            "one. What you can do is ask your agency's headquarters to review whether its "
            "like positions are graded consistently."
        ),
        words=(
            rule("comparison", "introduction", "position-to-position comparisons"),
            rule("consistency-route"),
        ),
        next=(
            "Compare your own duties with the standard: name the level you think is too low.",
            "Name the other position to headquarters: its number, organization, series and grade.",
        ),
    )


TOPIC = Topic(
    id="comparison",
    title="comparing a position with another one",
    asks=(
        "the other region's analysts are all 12s and do the same thing",
        "everyone with this job in the other office is a 12",
        "my coworker does the same work and she is a GS-13",
        "the guy next to me has the same job and is a GS-12",
        "same duties as a colleague in another office who sits a grade higher",
        "how come my coworker in another city does the same and is a GS-13",
        "the woman I trained does exactly what I do at GS-11, I am a GS-9",
        "why is he a GS-12 for what I do as a GS-11",
        "a contractor does the same work as me and makes more, do I get an upgrade",
        "will OPM compare me with others in the agency",
        "can I use my coworker's PD to show I should be higher",
        "Can I use a colleague's position description in my appeal",
        "may I attach another employee's PD as evidence",
        "can my appeal be based on the guy next to me getting more",
        "Somebody else does my job at a higher grade",
        "My colleague is a GS-12 for the same duties and I'm a GS-11",
        "Can I use another person's grade as an argument?",
        "the other office has the same position graded higher",
        "Why is he a 13 and I'm a 12 doing identical work?",
        "Is a comparison with a coworker a reason to appeal?",
        "equal pay for equal work, she gets more",
        "other agencies pay this job at GS-14",
        "People doing less than me have a higher grade",
        "Can OPM compare my position with another one?",
        "my PD is word for word the same as hers but the grade isn't",
        "Does it matter what others with my duties are graded?",
        "same work different grade, unfair",
        "identical position two grades up across the hall",
        "An employee argues that a counterpart is graded higher. Does that count?",
        "how do I raise that another region grades this job higher",
        "my predecessor was a 12 in this same job",
        "A guy in the next cubicle does what I do and makes GS-13",
        "Can I point to a higher graded counterpart?",
        "Other bases have this job as a GS-9, ours is a GS-7",
        "position to position comparison allowed?",
        "the person before me had a higher grade",
        "unequal grades for the same work, what can I do",
        "my coworker does the same and is a grade higher",
        "same job, other grade",
        "he makes more for the same work",
        "compare my job with hers",
        "another office pays a GS-12 for this",
        "others have a higher grade",
        "why is my colleague graded higher",
        "same duties, lower grade",
        "can I appeal because a coworker is higher",
        "is it unfair that she is a 13",
        "equal work, unequal grade",
        "the guy who does my job in Denver is a GS-12",
        "our counterparts are graded higher",
        "everyone else doing this is an 11",
        "my predecessor's grade was higher",
        "comparison with other positions",
        "similar jobs in other agencies are higher",
        "vacancy announcement for the same job at GS-13",
        "are comparisons allowed in an appeal",
        "consistency with other positions",
        "how do I complain about inconsistent grades",
        "The fellow at the next desk has identical duties and a better grade",
        "May I argue that the regional office grades this very job as a 12?",
        "it's not fair that she gets a 13 for what I do",
        "do grades of like positions elsewhere matter",
        "She does what I do at a higher grade",
        "He has my job but one grade up",
        "They pay that job higher at another base",
        "same position description, different grade",
        "I'm graded lower than people who do the same",
        "Why are others with my duties a grade above me?",
        "Can the grade of a similar job decide mine?",
        "Does it help that other offices have it at GS-13?",
        "I found an announcement for my job at a higher grade",
        "may we classify by comparing two positions",
        "is someone else's grade evidence",
        "There's somebody in Region 4 doing precisely my work at GS-12",
        "Is it an argument that my peers have higher grades?",
        "the guy in the next cube gets more for the same thing",
        "we all do identical stuff in Region 4 and they're higher there",
        "the lady before me had a better grade",
        "how come the Air Force pays this job two grades up",
        "my friend at Interior has my exact duties and is a thirteen",
        "it's not fair that Denver's people are higher than us",
        "I trained her and she's above me now",
        "can I use my coworker's papers as proof",
        "private companies pay twice for this",
        "side by side my job is harder than his and he's a notch higher",
        "Why am I a nine when every other base has elevens for it",
        "show OPM that the identical position across the hall is graded better, would they care?",
        "same work, less pay than the man who sits next to me",
        "everyone else with this title is an eleven except me",
        "I do the same job as the 13 in the next office, can I use that",
        "woman at the next desk earns a grade more for my work, is that a ground",
        "two people elsewhere with my duties sit a grade higher",
    ),
    answer=_answer,
    unlike=("levels", "points"),
    sure=_sure,
    cues=(
        *("before me", "ahead of me", "predecessor", "same", "identical", "exact", "what i do"),
        *("what we do", "our job", "my job", "our work", "my work"),
        *("last", "previous", "prior", "former", "earlier", "old ", "whoever", "been"),
    ),
)
