"""Work above the grade: what to do, what counts, and nothing for the past."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, primary, range_of, range_words, rule
from assistant.chat.answering.procedure import control_share, track
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.reading.turns.cover import wanted_grade, wants_higher

_BOSS_SAYS = re.compile(
    r"\b(?:boss|supervisor|manager|chief|director|lead|he|she|everyone|hr)\b[^.?!]{0,25}\b(?:told|"
    r"tells|says|said|say|admit\w*|agree\w*|acknowledg\w*|thinks)\b[^.?!]{0,40}\b(?:do|does|doing|"
    r"perform\w*|working|is|at|of)\b[^.?!]{0,12}\b(?:(?:gs-?)?(?:1[0-5]|[5-9])|higher)[- ]?"
    r"(?:level |graded? |grade )?(?:work|job|duties|level)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether a higher grade is wanted, or a supervisor's word on the work is asked about."""
    if wants_higher(question, context) and track(question, context) == "gs":
        return not question.decision and not question.levels and not question.points
    said = _BOSS_SAYS.search(question.message)
    asks = question.has(
        "count", "matter", "mean", "enough", "proof", "help", "worth", "prove", "use"
    )
    return bool(said and asks and not question.decision and not question.levels)


def _wanted(question: Question, context: Context) -> Answer:
    """Say how the grade of one's own position is raised, and from how many points it begins."""
    grade = wanted_grade(question, context)
    row = range_of(primary(context), grade) if grade else None
    begins = "" if row is None else f" GS-{row.grade} begins at {row.min:,} points of the factors."
    figures = () if row is None else (range_words(primary(context), row),)
    return Answer(
        lead=(
            "**Have the position description put right, compare the work with its standard factor "
            "by factor, and ask in writing for a desk audit; if the grade stays, appeal it, to "
            f"your agency or to OPM, at any time.**{begins} What counts is duties regularly "
            f"assigned, for at least {control_share():g} percent of the time. OPM decides the "
            "whole position and can lower it too; a higher grade is not paid for the past."
        ),
        words=(
            *figures,
            rule("position-description", "introduction", "requesting a desk audit or by using"),
            rule("any-time", "introduction", "classification appeal at any time"),
            rule("risk", "introduction", "downgrading and the employee is entitled"),
        ),
        next=(
            "Name your series and your levels, and the points to the next grade are counted.",
            "List the higher duties: since when, by whose order, what share of your time.",
            "Another job of that grade is a matter of staffing: there one applies and competes.",
        ),
    )


def _answer(question: Question, context: Context) -> Answer:
    share = control_share()
    words = (
        rule(
            "no-back-pay",
            "introduction",
            "no entitlement exists for compensation at the higher grade",
        ),
        rule("position-description", "introduction", "requesting a desk audit or by using"),
        law(
            "introduction",
            "13",
            "One-time only or temporary duties generally do not affect",
            "Duties done once or for a while do not change the grade, unless they become regular.",
            section="III, F.2",
        ),
    )
    if wants_higher(question, context):
        return _wanted(question, context)
    if _BOSS_SAYS.search(question.message):
        lead = (
            "**No, not by itself: what counts is the duties assigned to you and the standard, not "
            "what a supervisor says they are worth.** It helps as proof: ask the supervisor to put "
            "the duties into the position description and to sign it, for the supervisor certifies "
            "that it is accurate; then ask in writing for the position to be evaluated."
        )
    elif question.has("an employee claims", "employee of mine", "my employee"):
        lead = (
            "**Look at the duties: if they are regularly assigned and take at least "
            f"{share:g} percent of the time, have the description revised and the position "
            "reclassified, or take the duties away.** The employee may also appeal at any time. "
            "No back pay arises for the past; volume of work and good performance do not count."
        )
    else:
        lead = (
            "**Ask in writing for a desk audit and for a corrected position description; if that "
            "fails, appeal the grade, at any time.** The higher work counts if it is regularly "
            f"assigned and takes at least {share:g} percent of your time; done once, for a while, "
            "or only in another's absence, it does not. A higher grade is not paid for the past."
        )
    return Answer(
        lead=lead,
        words=words,
        next=(
            "List the higher duties: since when, by whose order, what share of your time.",
            "Name the level they would meet, such as *Level 1-7*, and see what it asks for.",
            "Management may also take the duties away again: weigh that before you ask.",
        ),
    )


TOPIC = Topic(
    id="work-above-grade",
    title="doing work above the grade",
    asks=(
        "my supervisor agrees with me that the job is graded too low, does that help",
        "I want my job reclassified to a higher grade",
        "nothing was lowered, I want the grade to go up",
        "how do I get my position upgraded",
        "I hold a GS-12 and want it to be a GS-13",
        "how does one get from a 9 to an 11 in the same job",
        "my supervisor says I do GS-13 work, does that count",
        "my boss told me verbally that I do the work of a GS-13",
        "the director told us that we work at the GS-14 level, does that prove anything",
        "my manager admits I do higher graded work, is that worth anything",
        "does it help that my chief says out loud I do the next grade's work",
        "I do work above my grade",
        "I've been doing GS-12 work as a GS-11 for three years",
        "My duties are those of a higher grade",
        "they gave me higher level duties without a promotion",
        "working out of grade",
        "What can I do when I do the work of the next grade?",
        "I took over my former chief's duties and nothing changed in my grade",
        "doing higher-graded work without the pay",
        "my job has grown and my grade hasn't",
        "I'm paid as a 7 and do the work of a 9",
        "How do I get the grade for the work I already do?",
        "performing duties beyond my grade level",
        "An employee claims to perform higher-graded work. What now?",
        "more responsibility same grade",
        "I was given the senior's cases but kept my grade",
        "can I make them upgrade me for the work I'm doing",
        "I've done the work of a GS-13 for a year at GS-12 pay",
        "higher duties but no upgrade",
        "What are my rights if I work above my grade?",
        "My grade doesn't match the work I do",
        "for eighteen months I have been doing the next grade's work",
        "my responsibilities outgrew my grade, how do I get it raised",
        "doing higher work",
        "I do GS-13 work",
        "I'm a GS-9 doing GS-11 work",
        "I do more than my grade",
        "work of a higher grade",
        "performing higher level work",
        "higher duties",
        "higher graded duties every day",
        "I do my boss's work",
        "I took on more duties",
        "more duties same pay",
        "got new duties, should I be upgraded",
        "my duties have increased",
        "my job has changed a lot",
        "I have more responsibility now",
        "extra work without an upgrade",
        "how do I get upgraded",
        "how do I get a higher grade",
        "my work deserves a higher grade",
        "I should be a GS-12",
        "I'm underclassified",
        "undergraded",
        "employee says she works above her grade",
        "what to do about an employee who does higher work",
        "added responsibilities without a grade",
        "For years I've handled cases that belong to the grade above mine",
        "What should I do if my work is beyond my grade?",
        "my tasks have become much harder, the grade stayed",
        "they pile GS-13 assignments on me, a GS-12",
        "I perform the duties of the next higher grade",
        "The work I'm given is above my pay grade",
        "My assignments are those of a GS-14 and I'm a GS-13",
        "I do everything the higher graded people do",
        "They expect GS-11 work from a GS-9",
        "for two years now I've carried higher duties",
        "what are my options when I do higher-graded work",
        "My workload includes work of a higher level",
        "How can I have my position upgraded?",
        "an employee's duties have grown beyond the grade",
        "I should be graded higher for what I do",
        "I'm a GS-7 carrying out GS-9 duties daily, what can I do",
        "how to get credit for work above one's grade",
        "they've had me doing the senior guy's work since he left and I'm still a 9",
        "my job snowballed over the last five years but the paycheck level never moved",
        "I'm basically a 12 with an 11's title",
        "been running the whole program for ages at a lower grade than the last person had",
        "is it legal to have me do grade 13 stuff and pay me as a 12",
        "doing harder work than I'm graded for, what are my options",
        "more and more complicated assignments keep landing on me, no upgrade in sight",
        "one of my workers tells me she's performing above her level, how do I handle that",
        "I took over half of my supervisor's job permanently two years ago",
        "misassigned? performing higher level tasks since 2022",
        "steward: member's performing higher-rated duties regularly, remedies?",
        "I feel used, they get GS-11 output out of a GS-7",
        "my responsibilities doubled and I'm stuck",
        "what can I do when my work has outgrown my grade",
        "the things I handle now used to be done by people a grade up",
        "I inherited the hard half of two jobs when people retired",
        "took over a retired colleague's harder work, no change in grade",
        "doing the difficult part of two positions for the pay of one",
    ),
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
