"""What a grievance reaches, and what it does not."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.answering.named.particulars.asked import asked_whole
from assistant.chat.answering.procedure import asked_on, ends, first_filing_ends, number, track
from assistant.chat.answering.procedure.exclusions import excluded_by
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.reading.turns.limits.happened import says_kept, says_nothing_kept

_ARBITER = ("arbitrat", "reduc", "downgrad", "lost", "reclassif")


_YES_NO = re.compile(
    r"^\W*(?:so |and |but )?(?:can|may|could|do|does|is|am|will|should)\b", re.IGNORECASE
)
_LOST = re.compile(
    r"\b(?:lost|lose|losing|cut|lowered|downgraded|reduced|demoted|reclassified)\b"
    r"[^?!]{0,60}\b(?:grade|pay|down|me|from|to a)\b",
    re.IGNORECASE,
)

_STEWARD = re.compile(
    r"\bi(?:'m| am) (?:an? |the )?(?:union|chief|shop|steward|local)\b", re.IGNORECASE
)
_OF_OTHERS = ("contract let", "agreement cover", "process it", "must we hear", "regrading")
_GIVEN_UP = ("give up", "giving up", "affect", "waive", "lose my right")
"""Words of those who fear for another right."""


_FIRST = re.compile(
    r"\b(?:first|before|wait(?:ing)?|until|until after|must i|have to|need to|required to)\b",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\b(?:stop|toll|suspend|extend|pause|hold|halt|freeze|preserve|save|count|protect|keep)\w*\b"
    r"[^.?!]{0,40}\b(?:15|fifteen|days?|limits?|deadline|clock|time)\b",
    re.IGNORECASE,
)
_HOW_LONG = re.compile(
    r"\b(?:how long|how many days|by when|deadline|time limit|until when)\b[^.?!]{0,40}\bgriev"
    r"|\bgriev\w*\b[^.?!]{0,20}\b(?:deadline|time limit|how long)\b",
    re.IGNORECASE,
)
_WENT_DOWN = re.compile(
    r"\b(?:downgrad|demot|lower|reduc|reclassif)\w*\b|\bcut\b|\blos(?:t|e|ing) (?:my |a )?"
    r"(?:grade|pay)\b",
    re.IGNORECASE,
)


def _of_one_lowered(question: Question, context: Context, statute: Words) -> Answer | None:
    """Answer somebody whose grade went down: the exception of the statute is that one's own."""
    text = question.around or question.message
    days = context.memory.days
    said = [*context.memory.told, text]
    lost = any(map(says_nothing_kept, said)) or excluded_by(said) is not None
    kept = any(map(says_kept, said)) and not lost
    if not (_WENT_DOWN.search(text) or "lowering" in days or "notice" in days or kept):
        return None
    limit, last = number("retroactive-first-filing"), first_filing_ends(question, context)
    until = "" if last is None else f" They {ends(last, asked_on(question, context))}."
    closed = law(
        "5-usc-5361",
        "section 5366(b)",
        "shall not be treated as appealable",
        "An action that gives grade or pay retention cannot be grieved or appealed elsewhere.",
    )
    filing = rule("retroactive-first-filing", "5-cfr-511", "must file the initial request for")
    any_time = rule("any-time", "5-cfr-511", "appeal of his or her official position at any time")
    if _HOW_LONG.search(question.message):
        closed_too = " While grade or pay is kept, the statute closes it anyway." if kept else ""
        lead = (
            "**The time for a grievance stands in your agreement or in your agency's grievance "
            f"policy; no federal number of days for it is held here.**{closed_too} The "
            f"classification appeal has no time limit; for lost pay {limit} calendar days run from "
            f"the day the lower grade took effect.{until}"
        )
        words: tuple[Words, ...] = (statute, closed, filing)
    elif _STOPS.search(question.message):
        lead = (
            f"**Do not rely on it: nothing held here says that a grievance stops the {limit} "
            "calendar days for lost pay. What keeps them is a request for review, filed with your "
            f"agency or OPM within them.**{until} File it whatever the grievance does."
        )
        words = (filing, statute)
    elif _FIRST.search(question.message) and question.has("grievance", "griev", "union", "steward"):
        lead = (
            "**No: no grievance has to come first or be over; a classification appeal may be filed "
            f"at any time, beside it.** For lost pay {limit} calendar days run from the day the "
            f"lower grade took effect, and nothing held here says that a grievance stops them."
            f"{until}"
        )
        words = (any_time, filing, statute)
    else:
        head = (
            "Yes, if your agreement does not leave it out: by the classification you lost grade "
            "or pay, and such a one can be grieved"
            if lost
            else "No, not while you keep grade or pay: what gives retention cannot be grieved"
            if kept
            else "Yes, if you keep neither grade nor pay and your agreement does not leave it out: "
            "a classification that brings grade or pay down can be grieved"
        )
        lead = (
            f"**{head}.** {'The' if not kept else 'But the'} classification appeal to your agency "
            "or OPM stands open beside it, at any time; for lost pay it must be filed within "
            f"{limit} calendar days of the day the lower grade took effect, whatever the grievance "
            f"does.{until}"
        )
        if not (lost or kept):
            lead += " Where grade or pay is retained, the statute closes the grievance."
        words = (statute, closed, filing)
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Read the grievance article of your agreement, or your agency's grievance policy.",
            "On which day did the lower grade take effect, and did you keep grade or pay?"
            if last is None
            else "Did you keep grade or pay? The SF-50 and the letter with it say so.",
        ),
    )


_BOARD = re.compile(
    r"\b(?:mspb|merit (?:systems? )?protection|(?:merit|the) board)\b", re.IGNORECASE
)
_BESIDE = re.compile(r"\b(?:both|too|as well|also|or|and|besides|same time)\b", re.IGNORECASE)
OR_THE_BOARD = "May I file both a grievance and an appeal to the MSPB?"
_SPOKEN = 3
"""Turns for which the Board stays what is spoken of."""


def _or_the_board(question: Question, context: Context) -> bool:
    """Tell whether a grievance is asked for beside an appeal to the Board."""
    turns = context.memory.turns[-_SPOKEN:]
    asked = [turn.question.around or turn.question.message for turn in turns if turn.question]
    of_board = any(map(_BOARD.search, [question.message, *context.memory.told, *asked]))
    of_board = of_board or any(turn.topic == "mspb" for turn in turns)
    return of_board and _BESIDE.search(question.message) is not None


def _answer(question: Question, context: Context) -> Answer:
    statute = law(
        "5-usc-7121",
        "section 7121(c)(5)",
        "classification of any position which does not result",
        "A negotiated grievance cannot be about classification unless grade or pay goes down by "
        "it.",
    )
    reviewable = rule(
        "description-accuracy", "5-cfr-511", "may be reviewed under administrative or negotiated"
    )
    other = rule("other-rights", "introduction", "does not affect any other rights or privileges")
    own = not _STEWARD.search(question.message) and (
        question.first_person or not question.has(*_OF_OTHERS)
    )
    plain = not question.has("negotiate", "bargain", "arbitrat", "description", "pd", *_GIVEN_UP)
    kept = any(map(says_kept, [*context.memory.told, question.around or question.message]))
    lowered = _of_one_lowered(question, context, statute) if (own or kept) and plain else None
    if lowered is not None and track(question, context) == "gs":
        return lowered
    both = asked_whole(OR_THE_BOARD, context) if _or_the_board(question, context) else None
    if both is not None:
        return both
    if question.has("negotiate", "bargain"):
        lead = (
            "**No: the classification of positions is not a matter for bargaining; the law leaves "
            "it out of the conditions of employment (5 U.S.C. 7103(a)(14)(B), not held here).** A "
            "negotiated grievance reaches it only where a reclassification brings grade or pay "
            "down. A union may still represent an employee in an appeal to OPM."
        )
        words: tuple[Words, ...] = (statute, other)
    elif question.has(
        *("both", "stop my griev", "and appeal", "take away", "also appeal", "already filed"),
        *("too", *_GIVEN_UP),
    ):
        head = "No" if question.has(*_GIVEN_UP) else "Yes, side by side"
        lead = (
            f"**{head}: an appeal takes away no other right of appeal or grievance.** "
            "But they decide different things: the grade itself goes to the appeal, and the "
            "filing of that appeal settles the classification question."
        )
        words = (other, statute)
    elif question.has("arbitrator ") and question.has("order", "direct", "changed", "ruled"):
        lead = (
            "**If you think it conflicts with OPM's certificate or standards, notify OPM promptly, "
            "and at the same time ask the arbitrator to review the award.** Another party may "
            "direct a classification under other law; a negotiated grievance reaches "
            "classification only where it brings grade or pay down."
        )
        words = (
            law(
                "introduction",
                "59",
                "may be directed by another party",
                "Another party, such as an arbitrator or the EEOC, may direct a classification; "
                "of one that conflicts with OPM's the agency tells OPM and asks for a review.",
                section="Appendix 4, E.2(c)",
            ),
            statute,
        )
    elif question.has("union", "steward") and question.has(" or ", "appeal"):
        lead = (
            "**For the grade itself the classification appeal, not a grievance: a negotiated "
            "grievance cannot decide classification unless grade or pay goes down by it.** The "
            "union may represent you in the appeal, and can grieve a wrong description or work "
            "outside it."
        )
        words = (statute, rule("representative-choice", "introduction"), reviewable)
    elif question.has(*_ARBITER):
        head = "Only"
        if _LOST.search(question.message) and not question.has(
            "retain", "kept", "keep", "retention"
        ):
            head = "Yes, if you keep neither grade nor pay: a negotiated grievance reaches it only"
        elif _LOST.search(question.message):
            head = "No, not while you keep grade or pay: a negotiated grievance reaches it only"
        lead = (
            f"**{head} where the classification brings down somebody's grade or pay, and your "
            "agreement does not leave it out.** Where the grade is retained, the statute closes "
            "the grievance too. Any other question of grade goes to OPM by a classification "
            "appeal."
        )
        words = (
            statute,
            law(
                "5-usc-5361",
                "section 5366(b)",
                "shall not be treated as appealable",
                "An action that gives grade or pay retention cannot be grieved or appealed "
                "elsewhere.",
            ),
            other,
        )
    elif question.has("description", "pd", "inaccurate"):
        lead = (
            "**Yes, where a grievance procedure applies to you: it can review whether the position "
            "description is accurate.** That is also the way to show that you tried to settle it "
            "before you appeal. The grade itself is not decided there."
        )
        words = (reviewable, statute)
    else:
        head = (
            "No, not the grade itself"
            if _YES_NO.search(question.message)
            else "Not the grade itself"
        )
        lead = (
            f"**{head}: series and grade go to a classification appeal. A grievance "
            "can review the accuracy of the position description, work outside it, agency guides, "
            "and a title no OPM standard prescribes.** A negotiated grievance reaches "
            "classification only where it brings grade or pay down, and an agreement may leave "
            "even that out."
        )
        words = (statute, reviewable, other)
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Read the grievance article of your agreement, or your agency's grievance policy.",
            "Mind its time limits: they are short and not those of an appeal.",
        ),
    )


TOPIC = Topic(
    id="grievance",
    title="grievance or appeal",
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
