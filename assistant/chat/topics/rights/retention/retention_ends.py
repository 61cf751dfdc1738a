"""What ends grade retention: an offer declined, a move, a break, giving it up."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import number
from assistant.chat.answering.procedure.again import lowered_again
from assistant.chat.answering.procedure.ending import (
    appeal_words,
    end_appealed,
    end_reconsidered,
    ends_words,
    lost_before,
    made,
    offer_words,
    time_to_think,
)
from assistant.chat.answering.procedure.offering import (
    KEPT_SPOKEN_OF,
    below_the_kept,
    grade_kept,
    offer_as_told,
    takes_offer,
)
from assistant.chat.model import Answer, Context, Question, Topic

_ENDED = ("told", "they say", "they ended", "stopped", "was terminated", "has ended", "ended")
_LOOK_AGAIN = ("reconsider", "ask again", "ask opm again", "reopen", "look again", "turned down")
_WAIVED = ("give up", "giving up", "gave up", "gave it up", "signed", "waive", "sign away", "elect")
_BREAK = (
    *("break in service", "quit", "resign", "left for", "come back", "came back", "coming back"),
    *("rehired", "reinstat", "retire", "separat", "leave the government", "left the government"),
)
_ASKED = (
    *("asked for a demotion", "ask for a demotion", "own request", "voluntar", "i ask for a lower"),
    *("asked to go down", "ask to go down", "personal cause", "misconduct", "disciplin"),
)
_OFFER = ("offer", "declin", "refus", "turn", "say no", "accept", "another city", "commuting")


_OF_AN_OFFER = re.compile(
    r"\b(?:offer\w*)\b.*\b(?:declin\w*|refus\w*|turn\w* (?:it |them |that )?down|say(?:ing)? no|"
    r"said no|"
    r"accept|take it)\b|\b(?:declin\w*|refus\w*|turn\w* down)\b.*\boffer",
    re.IGNORECASE | re.DOTALL,
)
_OF_RETENTION = re.compile(
    r"\b(?:retain\w*|retention|saved|reasonable|position description|pd)\b", re.IGNORECASE
)
_OVER = re.compile(
    r"\b(?:retention|retained grade|saved (?:grade|pay))\b[^.?!]{0,30}\b(?:ended|terminated|"
    r"stopped|cut "
    r"off|over)\b.*\b(?:appeal|contest|challenge|fight|opm)\b",
    re.IGNORECASE | re.DOTALL,
)


_TAKEN = re.compile(
    r"\b(?:take|takes|taken|pull|cut off|stop|lose|loose|losing|end|ends|yank)\b[^.?!]{0,20}"
    r"\b(?:saved|retained|protected|kept) (?:grade|pay)\b",
    re.IGNORECASE,
)
_RATING = ("rating", "performance", "appraisal", "review", "pip")
_LOSE = re.compile(r"\b(?:los\w+|loos\w+|lost|keep|end|ends|over|still have)\b", re.IGNORECASE)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether an offer declined, or the end of retention, is what is asked about."""
    text = question.around or question.message
    offer = _OF_AN_OFFER.search(text) and _OF_RETENTION.search(text)
    spoken_of = context.memory.topic in KEPT_SPOKEN_OF
    if spoken_of and _OF_AN_OFFER.search(question.message):
        return not question.decision
    if spoken_of and (_RISES.search(question.message) or takes_offer(question, context)):
        return not question.decision
    if spoken_of and _LOSE.search(question.message) and _MOVE.search(question.message):
        return not question.decision
    away = _TAKEN.search(question.message) and not question.has("appeal", "opm")
    return bool((offer or away or _OVER.search(text)) and not question.decision)


def _answer(question: Question, context: Context) -> Answer | None:
    again = lowered_again(question, context)
    if again is not None:
        return again
    if question.has(*_LOOK_AGAIN) and question.has("opm") and question.has(*_OFFER):
        return end_reconsidered(question, context)
    if question.has("appeal", "contest", "fight", "last day", "challenge") or (
        question.first_person and question.has(*_ENDED) and (question.dates or question.since)
    ):
        return end_appealed(question, context)
    if question.has("how long", "how many days", "how soon", "deadline", "think", "by when"):
        return time_to_think()
    below = below_the_kept(question, context)
    if below is not None:
        return below
    if not _asks_what_it_is(question):
        offered = offer_as_told(question, context)
        if offered is not None:
            return offered
    return _by_event(question, grade_kept(question, context))


_MAKES_REASONABLE = re.compile(
    r"\bwhat (?:is|makes|counts|would|does|do)\b[^.?!]{0,30}\breasonable\b", re.IGNORECASE
)


def _asks_what_it_is(question: Question) -> bool:
    """Tell whether it is asked what a reasonable offer is, not what becomes of one declined."""
    if question.has("look like", "conditions", "what must"):
        return True
    named = question.has("reasonable offer") or _MAKES_REASONABLE.search(question.message)
    return bool(named) and not _OF_AN_OFFER.search(question.message)


_MOVE = re.compile(
    r"\b(?:voluntar\w+ (?:move|transfer|reassign\w*|lateral|change)|lateral(?:ly)?|(?:take|taking|"
    r"took|accept\w*|ask(?:ed)? for|request\w*) (?:a |an |another |the )?(?:\w+ )?(?:move|transfer|"
    r"reassign\w*|lateral|swap)|move (?:to|over)|reassign\w*)\b",
    re.IGNORECASE,
)
_RISES = re.compile(
    r"\b(?:get|got|gets|am|be|was|i'm|if i) (?:re-?)?promoted\b|\b(?:a|the|my) promotion\b|"
    r"\bgo(?:es)? back up\b",
    re.IGNORECASE,
)
_BACK_DOWN = re.compile(
    r"\b(?:come|comes|came|go|goes|went|fall|drop|put|sent|move|moved)\w* (?:back |again )?"
    r"(?:down|back)\b|\bdemoted again\b|\blowered again\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\bpromot\w*\b[^.?!]{0,30}?\b(?:back to|to|into|as) (?:a |an |the )?(?:gs|wg)?[- ]?"
    r"(?P<g>1[0-5]|[1-9])\b",
    re.IGNORECASE,
)


def _raised_to(question: Question, kept: int | None) -> tuple[int, int] | None:
    """Return the grade promoted to and the one retained, where both are told."""
    to = _TO.search(question.around or question.message)
    return (int(to["g"]), kept) if to is not None and kept is not None else None


def _by_event(question: Question, kept: int | None) -> Answer:
    """Say whether retention ends by what happened, or by what events it ends at all."""
    if question.has("temporary promotion", "temp promotion"):
        return made(
            "**No: a temporary promotion does not end grade retention.** A lasting move to a "
            "position of equal or higher grade does.",
            rule("retention-lost-before", "5-cfr-536", "excluding a temporary promotion"),
            ends_words(),
        )
    raised = _raised_to(question, kept)
    if raised is not None:
        to, kept = raised
        ends = to >= kept
        head = "Yes" if ends else "No"
        why = "equal to the one retained or higher" if ends else "still below the one retained"
        again = (
            " Coming down again later does not revive it: that is a reduction of its own, for "
            "which the conditions must be met anew."
            if ends and _BACK_DOWN.search(question.message)
            else ""
        )
        if again:
            head = "That ends it"
        return made(
            f"**{head}: a lasting promotion ends grade retention only at a grade equal to the one "
            f"retained or higher, and GS-{to} is {why}.**{again} A temporary promotion never ends "
            "it.",
            ends_words(),
            rule("retention-lost-before", "5-cfr-536", "excluding a temporary promotion"),
        )
    if question.has("promot"):
        return made(
            "**Yes, a lasting promotion or move to a position of equal or higher grade than the "
            "one retained ends it; a temporary promotion does not.** A promotion to a grade still "
            "below the retained one leaves it as it is.",
            ends_words(),
            rule("retention-lost-before", "5-cfr-536", "excluding a temporary promotion"),
        )
    if question.has(*_WAIVED):
        return made(
            "**No pay is kept for it either: who gives retention up in writing gets no pay "
            "retention.** The grade retention ends with the pay period in which it is given up, "
            "or a later "
            "one that you name.",
            rule("retention-waived", "5-cfr-536", "resulting from waiver of the employee"),
            ends_words(),
        )
    if question.has(*_BREAK):
        return made(
            "**Yes, you lose it: a break in service of a workday or more ends grade retention at "
            "the end of the day before you leave, and coming back does not revive it.** A transfer "
            "without a break, to a position still below the retained grade, does not end it.",
            lost_before(),
            ends_words(),
        )
    if question.has("another agency", "other agency", "transfer", "new agency", "different agency"):
        return made(
            "**Not by itself: it ends with a break in service of a workday or more, or with a "
            "position of equal or higher grade than the one retained.** A transfer without a break "
            "to a lower position under a covered pay system leaves it.",
            ends_words(),
            lost_before(),
        )
    if _MOVE.search(question.message):
        return made(
            "**It depends on the grade of the new position: a lasting move to one of equal or "
            "higher grade than the one retained ends it, and so does going still lower at your own "
            "request.** A move at the lower grade you now hold, without a break in service and "
            "under a covered pay system, leaves it.",
            ends_words(),
            lost_before(),
        )
    if question.has(*_RATING) and not question.has(*_ASKED):
        return made(
            "**Not because of the rating itself: only a reduction in grade for personal cause, "
            "that is conduct or performance, or at your own request ends it.** So does an equal "
            "or higher position, a declined reasonable offer, a break in service or giving it up.",
            ends_words(),
            rule(
                "retention-excluded", "5-cfr-536", "Is reduced in grade or pay for personal cause"
            ),
        )
    if question.has(*_ASKED):
        return made(
            "**Yes: a reduction in grade at your own request, or for personal cause, ends grade "
            "retention, at the end of the day before you take the new position.** No pay is then "
            "kept either. Management's own moves do not count as your request.",
            ends_words(),
            rule(
                "retention-excluded", "5-cfr-536", "Is reduced in grade or pay for personal cause"
            ),
        )
    if question.has("too late") and question.has("appeal"):
        return made(
            "**Then it is late, and the rule names no way to extend it: the "
            f"{number('offer-appeal')} calendar days count from being notified that the retention "
            "has ended, and the appeal must be with OPM in writing by then.** Send it all the "
            "same, with what kept you; OPM says whether it takes it. Where a negotiated "
            "grievance procedure covers this, its own limit counts.",
            appeal_words(),
        )
    if question.has("part time", "part-time"):
        return made(
            "**Not if you worked full time: the position offered must then be full-time too, or "
            "else have no fewer hours than the one you held.** An offer that is not reasonable "
            "can be declined without losing retention.",
            offer_words(),
            ends_words(),
        )
    if _asks_what_it_is(question):
        return made(
            "**An offer in writing, with the official position description, of a position of "
            "equal or higher grade than the one retained, with equal tenure, full time (or no "
            "fewer hours than before), in your commuting area unless you are bound to move.** It "
            "must warn that declining ends retention and that this can be appealed.",
            offer_words(),
            ends_words(),
        )
    if question.has(*_OFFER):
        return made(
            "**Yes, if the offer is a reasonable one of a position of equal or higher grade: "
            "declining it ends grade retention with that pay period.** An offer that is lower, "
            "not in writing, not full time, of less tenure, without the warning, or outside your "
            "commuting area is not reasonable and can be declined. You can appeal the end to OPM.",
            ends_words(),
            offer_words(),
            appeal_words(),
        )
    return made(
        "**Declining a reasonable offer of equal or higher grade, a lasting move to such a "
        "position, a break in service of a workday or more, a reduction for personal cause or "
        "on your own request, leaving the covered pay systems, or giving it up in writing.** "
        "A temporary promotion does not. If you give it up, no pay is retained for it.",
        ends_words(),
        offer_words(),
        lost_before(),
    )


TOPIC = Topic(
    id="retention-ends",
    title="what ends grade retention",
    answer=_answer,
    sure=_sure,
    cues=(
        *("offer", "retention", "retained grade", "saved grade", "saved pay", "promot", "go back"),
        *(
            "keep",
            "kept",
            "plac",
            "priority",
            "ppp",
            "goes back",
            "accept",
            "take",
            "turn",
            "declin",
            "refus",
            "say no",
        ),
    ),
    unlike=("levels", "points", "decision"),
)
