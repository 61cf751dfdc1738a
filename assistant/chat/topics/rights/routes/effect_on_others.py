"""What a decision on one position means for identical and similar ones."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, quoted_rule, rule
from assistant.chat.answering.procedure import number
from assistant.chat.model import Answer, Context, Question, Topic, Words

_ANOTHERS = re.compile(
    r"\bopm\b[^.?!]{0,30}\b(?:upgrad|rais|lower|downgrad|certif|decid|rul|grad|chang)\w*\b[^.?!]{0,30}"
    r"\b(?:co-?worker|colleague|teammate|team mate|friend|neighbou?r|peer|other|another|somebody "
    r"else|someone else)\w*\b",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"\b(?:mine|me|my (?:own |same )?(?:job|position|grade|pd|one))\b[^.?!]*\b(?:identical|same|"
    r"alike|similar)\b|\b(?:identical|same|alike|similar)\b[^.?!]*\b(?:mine|me|my|i do|i have)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked what OPM's decision on another's position does to one's own."""
    text = question.around or question.message
    if question.decision or question.has("appeal", "cite", "argue", "use it", "compare"):
        return False
    return bool(question.asks and _ANOTHERS.search(text) and _MINE.search(text))


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    effect = rule(
        "effect-on-others",
        "introduction",
        "identical, similar, and related positions is consistent",
    )
    report = quoted_rule("consistency-report", "introduction")
    extent = law(
        "introduction",
        "68",
        "restricted to positions performing the same grade",
        "The review is limited to positions with the same grade-controlling duties.",
        section="Appendix 4, I.3",
    )
    if question.has(
        "report", "how far", "must we", "do we have to", "have to apply", "review identical"
    ):
        lead = (
            "**Yes: the agency must see that identical, similar and related positions are "
            "classified consistently with the certificate.** The review is limited to those with "
            "the same grade-controlling duties. If OPM asks for a report, the statement or the "
            f"plan is due {number('consistency-report')} days from its letter."
        )
        words: tuple[Words, ...] = (effect, extent, report)
    elif question.has("automatic", "by itself") or _ANOTHERS.search(question.message):
        lead = (
            "**Not by itself: OPM's certificate decides the other position only; but your agency "
            "must bring identical, similar and related positions into line with it, and that can "
            "raise or lower yours.** Ask the agency in writing to review yours. A higher grade "
            "counts only from your own personnel action, and you may appeal at any time."
        )
        words = (effect, extent)
    elif question.has(
        *("someone else", "another's", "other person", "a colleague's", "not my appeal"),
        *("do i get it", "me too", "mine too", "coworker", "co-worker", "colleague won"),
        *("they won", "he won", "she won", "won theirs", "won at opm", "others won"),
    ):
        lead = (
            "**Yes: the agency must bring identical, similar and related positions into line with "
            "the certificate, so a decision on someone else's can raise or lower yours.** You then "
            "have rights of your own: notice, an appeal at any time, and mostly grade retention."
        )
        words = (effect, extent)
    else:
        lead = (
            "**Theirs must be brought into line with yours, so they may go up or down with it.** "
            "The certificate itself decides your position only; the agency must then make "
            "identical, similar and related positions consistent with it. Someone lowered that "
            "way has the same rights of notice, appeal and retention."
        )
        words = (effect, extent)
    return Answer(
        lead=lead,
        words=words,
        next=("Tell the colleagues on your description before you file: it concerns them.",),
    )


TOPIC = Topic(
    id="effect-on-others",
    title="what a decision means for others",
    asks=(
        "What happens to others in the same job if I win?",
        "Will my coworkers be downgraded because of my appeal?",
        "Does OPM's decision apply to similar positions?",
        "If I'm upgraded, does everyone with my PD get upgraded?",
        "Can my appeal hurt my colleagues?",
        "standard PD, ten people, one appeals",
        "Does the agency have to review identical positions?",
        "consistency report after an appeal",
        "How far does a certificate reach?",
        "effect of a certificate on identical positions",
        "do the others on my team get the same grade",
        "Must we look at like positions after OPM's certificate?",
        "who else is affected by the decision",
        "Will the decision pull my teammates up too?",
        "what about the people on the same position description",
        "Does a decision in my case change the grade of my peers?",
        "would my appeal affect the rest of the office",
        "Identical positions after a certificate",
        "If OPM lowers me, are the others lowered too?",
        "Do we have to apply the decision to similar jobs?",
        "three of us share one PD; I appealed",
        "what about my coworkers",
        "does it affect my coworkers",
        "what happens to the others",
        "are others affected",
        "will my colleagues get upgraded too",
        "same PD as five others",
        "will it change the grade of others",
        "does my win help the others",
        "could others be lowered because of me",
        "identical positions",
        "similar positions after a decision",
        "related positions, supervisor's grade too?",
        "must the agency apply the decision to everyone",
        "do identical jobs follow the certificate",
        "if I lose a grade, do they too",
        "consistency review after an OPM decision",
        "intra-agency consistency",
        "review of other positions after an appeal",
        "my friend has the same job, will my appeal change hers",
        "does a certificate cover all incumbents",
        "If I'm raised to GS-12, do the four others on my PD move up too?",
        "Could my appeal drag my teammates down?",
        "Must we re-examine similar jobs once OPM has ruled on one?",
        "reach of one certificate across the agency",
        "Do others get the same change?",
        "Will the whole shop be regraded if I appeal?",
        "what does my decision mean for people with the same PD",
        "Is a certificate valid for identical positions too?",
        "do they have to check other positions after my decision",
        "could a colleague be lowered by my decision",
        "I'm worried what my appeal does to my colleagues",
        "agency-wide effect of a decision",
        "an employee's appeal was decided; what of the similar jobs",
        "will it spread to others",
        "My grade went up on appeal; what about the woman with the same PD?",
        "will others in identical jobs be touched by my case",
        "theres 5 of us under one PD and im the only one filing. what about the other 4",
        "if this goes badly do I drag the guys down with me",
        "does my buddy in the next cubicle automatically get whatever I get",
        "Hesitating to file because I don't want to hurt my teammates",
        "if OPM bumps me up, must HR bump the people doing the same thing in other cities?",
        "we got a certificate for one inspector; there are 40 more like him. now what",
        "will filing open a can of worms for the entire branch",
        "could the lady who shares my PD lose her grade over my case",
        "one ruling, many incumbents: how far does it stretch",
        "My boss's grade rests on ours, would my win change his as well?",
        "after a ruling must the agency go look at jobs that resemble the appealed one",
        "employee of mine won at OPM, am I to fix the rest of the team too",
        "are my coworkers gonna be mad, i.e. does it touch their grades",
        "does a victory for one spread to the people with the same description",
        "other incumbents, identical duties, after certificate: obligation?",
    ),
    answer=_answer,
    sure=_sure,
    cues=("opm",),
    unlike=("levels", "points", "decision"),
)
