"""What a new standard does to grades, certificates and appeals."""

from __future__ import annotations

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import counted, number
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer | None:  # noqa: ARG001
    if question.has("old standard", "previous standard", "former standard", "earlier standard"):
        return Answer(
            lead=(
                "**No: a position is classified by the standard in force, not by an older one that "
                "would suit it better.** A grade that falls by it brings notice, appeal rights and "
                f"mostly grade retention for {counted('retention-period')} years."
            ),
            words=(
                rule("apply-new-standard"),
                rule(
                    "standard-changes-certificate",
                    "introduction",
                    "application of a newly issued OPM standard or guide",
                ),
            ),
            next=(
                "Compare the level descriptions of both: not every new standard lowers a grade.",
            ),
        )
    if question.has(
        "keep my",
        "keep it",
        "keep the grade",
        "keep her",
        "keep his",
        "i keep",
        "grade kept",
        "retention",
    ):
        # Keeping the grade after a reduction is a question of retention.
        return None
    changed = rule(
        "standard-changes-certificate",
        "introduction",
        "application of a newly issued OPM standard or guide",
    )
    again = rule(
        "already-decided", "5-cfr-511", "no change in the governing classification standard"
    )
    months = number("apply-new-standard")
    if question.has("when must", "how soon", "by when", "deadline", "how long do we have"):
        head = (
            f"**Within {months} months of its release, by OPM's guidance, which is not law; until "
            "it is applied the old classification stands.**"
        )
    elif question.has("appeal"):
        head = (
            "**Yes: a change of the governing standard opens a new appeal on a position OPM has "
            "decided.**"
        )
    elif question.has("certif"):
        head = (
            "**A certificate holds until the job changes significantly or a new standard would "
            "change the classification.**"
        )
    else:
        head = (
            "**Your agency must classify the position by the standard in force, so a new one can "
            "raise the grade, lower it or leave it.**"
        )
    return Answer(
        lead=(
            f"{head} The agency applies the new standard and reclassifies where it makes a "
            "difference; its decision can be appealed at any time. OPM's guidance, not law, asks "
            f"for that within {months} months of the standard's release. Someone who is lowered "
            "by it mostly keeps the grade at first."
        ),
        words=(changed, again, rule("apply-new-standard")),
        next=(
            (
                "Ask the personnel office by which standard, and which edition, the position is "
                "graded."
            ),
            "Name the standard here to see which edition is held.",
        ),
    )


TOPIC = Topic(
    id="new-standard",
    title="what a new standard changes",
    asks=(
        "OPM issued a new standard, when must we use it",
        "the old standard is better for me, can I keep it",
        "A new standard came out for my series, what happens to my grade?",
        "Can I appeal again when the standard changes?",
        "How soon must agencies apply a new standard?",
        "OPM issued a new classification standard",
        "Does a new standard change an OPM certificate?",
        "my series got a new standard last year and HR has done nothing",
        "Which standard applies, the old or the new one?",
        "time to implement new classification standards",
        "Does the agency have to reclassify after a new standard?",
        "standard revised after my appeal was decided",
        "can a certified position be changed by the agency",
        "new guide issued, must we review all positions",
        "Will a new standard lower my grade?",
        "when does a certified classification lose force",
        "new flysheet for my occupation",
        "what if the standard for my job is replaced",
        "deadline for agencies to put a new standard into effect",
        "The governing standard was revised; may I file a second appeal?",
        "How long may the agency wait before it uses the new standard?",
        "Does OPM's certificate survive a new standard?",
        "HR still uses the superseded standard",
        "new standard",
        "my standard changed",
        "new standard for my series",
        "what happens when the standard changes",
        "standard updated",
        "standard rewritten",
        "new OPM guide for my work",
        "when must a new standard be applied",
        "deadline to apply a new standard",
        "agency hasn't applied the new standard",
        "does a new standard change my grade",
        "regraded under a new standard",
        "old standard still used",
        "can they lower me because of a new standard",
        "standard canceled",
        "does a new standard reopen my appeal",
        "appeal again because of a new standard",
        "certificate and new standard",
        "how long is a certificate valid",
        "can the agency change what OPM certified",
        "classification standard replaced last year",
        "OPM has replaced the standard for my occupation. What follows for me?",
        "How much time does HR have to put a revised standard to use?",
        "does a certificate outlive a new standard",
        "my grade was set under a standard that's since been rewritten",
        "OPM put out a new standard, do I get regraded?",
        "What does a revised standard mean for my grade?",
        "are they obliged to use the new standard",
        "how fast must the agency apply a standard that was just issued",
        "my agency still applies the old standard",
        "can I appeal because the standard changed",
        "does a change in the standard affect a certificate",
        "how long does an OPM certificate bind",
        "may the agency reclassify a certified job",
        "new job family standard for my series",
        "What becomes of my grade once a new standard is issued?",
        "is HR under a deadline to use new standards",
        "OPM just rewrote the rules for my occupation, am I about to lose a grade?",
        "I won at OPM in 2015 and now there's a revised standard. Is my win still good?",
        "the new yardstick has been out for a year and hr has done nothing",
        "Revised JFS published, implementation deadline?",
        'They said "new standard" and bumped half of us down',
        "heard they're redoing the standard for accountants, what should I brace for",
        "how long does an agency get to put the latest issuance into practice",
        "do I get a second shot at OPM since the criteria changed after my first decision",
        "my grade was certified under a standard that has since been scrapped",
        (
            "The old guide had me at an 11, the replacement came out last spring. Does "
            "everybody get re-rated?"
        ),
        "Does HR have to go through every job again once updated criteria are published",
        (
            "we got a memo that our series is being canceled and folded into another, what "
            "becomes of us"
        ),
        "standard superseded, certificate still binding?",
        "agency keeps on using the outdated version, isn't there a cutoff",
        "Would the change in the government's grading criteria override the ruling I got?",
        "the rules for our occupation were rewritten last month, do I go up or down",
        "what does the new standard do to my grade",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
