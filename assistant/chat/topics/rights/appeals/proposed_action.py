"""A classification that is only planned: nothing to appeal yet, and what to do meanwhile."""

from __future__ import annotations

import re
from datetime import date, timedelta

from assistant.chat.answering.kit import quoted_rule, rule
from assistant.chat.answering.procedure import counted, ends, first_filing_ends, number, track
from assistant.chat.answering.procedure.keeping import ruling
from assistant.chat.answering.procedure.story import story
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.reading.turns.limits.happened import decision_made
from assistant.chat.reading.turns.limits.steps import opm_decided
from assistant.chat.reading.turns.limits.told import with_day
from assistant.text import capital

_OF_AN_EVENT = frozenset(
    [
        "appeal-risk",
        "should-appeal",
        "lowered-now",
        "new-standard",
        "consistency",
        "effect-on-others",
    ]
)
"""Topics after which it is asked what that event does to the grade."""
_DAYS = re.compile(
    r"\b(?:how (?:many days|long|much time)|by when|deadline|time limit|till when|until when)\b"
    r"[^.?!]{0,40}\b(?:answer|reply|respond|react|object|comment|have|is it)\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:propos\w+|intend\w*|plan\w*) (?:to |of )?(?:\w+ ){0,3}(?:reclass\w*|lower\w*|"
    r"downgrad\w*|cut\w*|reduc\w*)\b",
    re.IGNORECASE,
)
_WILL_IT = re.compile(
    r"^\W*(?:so |and |but |ok |then )*(?:will|would|is|are|do you think) (?:they |my agency |hr )?"
    r"(?:(?:my|the) (?:grade|job|position) |lower |cut |downgrade |drop |reduce )"
    r"(?:(?:going to|gonna|likely to|my grade|my job|my position|about to) ?)*"
    r"(?:drop|fall|go down|safe|be (?:lowered|downgraded|cut|reduced)|get (?:lowered|downgraded|"
    r"cut)|"
    r"or (?:leave|keep)[^?]*)?\W*$",
    re.IGNORECASE,
)
"""Asks whether the grade will fall, of no event that is told."""


_WANTED = re.compile(
    r"\b(?:wants?|trying|tries|threaten\w*|look(?:s|ing)|propos\w+|plan\w*|about|going|gonna|"
    r"consider\w*|think\w*|talk\w*) (?:to|of|about|on)? ?(?:reclass\w*|lower\w*|downgrad\w*|"
    r"demot\w*|cut\w*|drop\w*|reduc\w*) (?:me|my|us|our)\b[^.?!]*[.?!,;:\s]+"
    r"(?:what (?:can|do|should|could) (?:i|we) do|what now|help)\W*(?:about it|now)?\W*$",
    re.IGNORECASE,
)
"""Tells that a grade is to be lowered, and asks only what to do."""
_LETTER = re.compile(
    r"\b(?:letter|notice|memo|e-?mail|wrote|writes|says?|received|got)\b[^\"\u201c:]{0,40}[:\"\u201c]"
    r".{0,400}\b(?:propos\w+|intend\w*|plan\w*) (?:to |of )?(?:\w+ ){0,3}(?:reclass\w*|lower\w*|"
    r"downgrad\w*|cut\w*|reduc\w*)",
    re.IGNORECASE | re.DOTALL,
)
"""A letter that is quoted and proposes a lower grade."""
_GIVES = re.compile(
    r"\bwithin (?:a period of )?(?P<days>(?:\d+|ten|fifteen|twenty|thirty) "
    r"(?:calendar |working |business |workdays? )?(?:days?|weeks?))\b",
    re.IGNORECASE,
)
_REPLY = re.compile(r"\b(?:reply|replies|respon\w+|answer|comment|object|react)\b", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:when|how (?:long|many|much)|by what|until|till|deadline)\b", re.IGNORECASE
)
_WHAT = re.compile(r"\b(?:what|how)\b.{0,30}\b(?:write|say|put|argue|include)\b", re.IGNORECASE)
_NOW = re.compile(r"\bappeal\b.{0,20}\b(?:now|yet|already|today|at once)\b", re.IGNORECASE)
_ALREADY = re.compile(
    r"\b(?:can|may|could|should|must|do) (?:i|we|she|he|they)\b[^.?!]{0,20}"
    r"\b(?:appeal|file|contest|wait|fight|go to opm)\b"
    r"|\btoo early\b|\b(?:still|only|just) (?:only |just )?a propos\w+"
    r"|\bis (?:it|that|this) a propos|\bwhat (?:can|should|do) (?:i|we) (?:do|now)\b"
    r"|\bwhat now\b|\bnow or later\b",
    re.IGNORECASE,
)
"""Asks whether, after a decision of the agency, it is time to appeal."""
_FINAL = re.compile(r"\b(?:becomes?|is|gets?|turns|made) final\b", re.IGNORECASE)


def _letter(question: Question, context: Context) -> str:
    """Return the proposal quoted in a message, or in an earlier one; empty when none was."""
    told = [one.message for one in reversed(context.memory.changes)]
    turns = reversed(context.memory.turns)
    told += [one.question.around or one.question.message for one in turns if one.question]
    texts = (question.around or question.message, *told)
    return next((text for text in texts if _LETTER.search(text)), "")


def _of_letter(question: Question, context: Context) -> Answer | None:
    """Return what a message asks of a proposal quoted; None when it asks something else of it."""
    letter, text = _letter(question, context), question.message
    if not letter:
        return None
    given = _GIVES.search(letter)
    words: tuple[Words, ...] = (
        rule("proposed-decision", "5-cfr-511", "agency's proposed classification decision"),
        rule("notice-before-action", "5-cfr-511", "issued prior to taking a personnel action"),
    )
    by = f"within the {given['days']} it gives" if given is not None else "by the day it names"
    quotes = _LETTER.search(question.around or text)
    if quotes is None and _REPLY.search(text) and _WHAT.search(text):
        lead = (
            "**The duties that the proposal leaves out or takes wrongly, each with its share of "
            "time and an example of work, and which level of which factor they meet.** In "
            f"writing, {by}, and keep a copy."
        )
    elif quotes is None and _REPLY.search(text) and _WHEN.search(text):
        lead = (
            f"**{capital(by)}: the classification rules set no days for answering a "
            "proposal.** Where it does not say from which day they run, count from its date, and "
            "ask in writing for more time before they are over."
        )
    elif quotes is None and _FINAL.search(text):
        days = number("retroactive-first-filing")
        ending = first_filing_ends(question, context) if question.dates else None
        through = (
            f" If that is the day you name, they {ends(ending, context.today)}." if ending else ""
        )
        lead = (
            f"**Then the {days} calendar days for lost pay run from the day the lower grade takes "
            f"effect, and matter only if you keep neither grade nor pay.**{through} The grade can "
            "be appealed at any time from then on."
        )
        words = (rule("time", "5-cfr-511", "time limits in § 511.703 must be observed"), *words)
    elif quotes is not None or _NOW.search(text):
        lead = (
            "**Not yet: that is a proposal, nothing of it can be appealed, and your grade stands "
            f"meanwhile.** Answer it in writing, {by}. If it becomes final the grade can be "
            "appealed at any time, and most people then keep the old grade for "
            f"{counted('retention-period')} years."
        )
    else:
        return None
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Give your supervisor and HR, in writing, the duties the proposal leaves out.",
            "Ask *do I keep my grade?* and say since when the position has had it.",
        ),
    )


def _made(question: Question, context: Context) -> bool:
    """Tell whether the agency has decided, by what is told now or was told last."""
    texts = (question.around or question.message, *reversed(context.memory.told))
    if track(question, context) == "fws" or not decision_made(texts):
        return False
    last = _last_day(question, context)
    # What has taken effect is asked of elsewhere.
    return last is None or last[0] - timedelta(number("retroactive-first-filing")) > context.today


def _last_day(question: Question, context: Context) -> tuple[date, date] | None:
    dated = with_day(question, context, "deadline-after-lowering")
    return first_filing_ends(dated, context) if dated.dates else None


def _of_decision_made(question: Question, context: Context) -> Answer:
    """Say that a decision made can be appealed, and until when a loss can be made good."""
    days = number("retroactive-first-filing")
    last = _last_day(question, context)
    runs = f" They {ends(last, context.today)}, if it takes effect on that day." if last else ""
    head = "Yes, it can be appealed already"
    if question.has("proposal", "proposed") and question.asks:
        head = "No, not any more"
    elif re.search(r"\b(?:too early|wait)\b", question.message, re.IGNORECASE):
        head = "No, you need not wait"
    elif not question.asks or question.has("what", "how", "when"):
        head = "It can be appealed already"
    return Answer(
        lead=(
            f"**{head}: what you tell is a decision made, not a proposal, and the classification "
            "can be appealed, to your agency or to OPM, at any time.** Only if you lose grade or "
            f"pay and keep neither, file no later than {days} calendar days after the day the "
            f"lower grade takes effect.{runs}"
        ),
        words=(
            rule("any-time", "5-cfr-511", "appeal of his or her official position at any time"),
            quoted_rule("retroactive-first-filing", "5-cfr-511"),
            rule("proposed-decision", "5-cfr-511", "agency's proposed classification decision"),
        ),
        next=(
            "Ask *do I keep my grade?* and say since when the position has had it.",
            "Keep the letter: it should name your rights and the time limits.",
        ),
        missing=() if last else ("the day it takes effect",),
    )


def _sure(question: Question, context: Context) -> bool:
    """Tell whether the time to answer a proposal is asked for, or if the grade will fall at all."""
    if track(question, context) != "fws" and _of_letter(question, context) is not None:
        return True
    if _WANTED.search(question.message) and not (question.decision or question.levels):
        return True
    if question.asks and _ALREADY.search(question.message) and _made(question, context):
        return not (question.decision or question.levels)
    if _WILL_IT.search(question.message):
        told = "lowering" in context.memory.days or context.memory.topic in _OF_AN_EVENT
        return not (told or context.evaluation is not None or question.levels)
    text = question.around or question.message
    asked = _DAYS.search(question.message) and _PROPOSED.search(text)
    return bool(asked) and not question.dates and not question.decision


def _answer(question: Question, context: Context) -> Answer | None:
    if opm_decided(question, context) and not question.has("propos"):
        # What OPM has decided is no proposal.
        return None
    if _made(question, context):
        return _of_decision_made(question, context)
    of_letter = _of_letter(question, context)
    if of_letter is not None and track(question, context) != "fws":
        return of_letter
    if _WILL_IT.search(question.message):
        return Answer(
            lead=(
                "**Nobody can say before the position is classified anew: a grade falls only when "
                "an official with authority to classify finds that the duties earn a lower one by "
                "the standard, or OPM decides so.** Written notice is then owed before; most "
                "people "
                f"keep the grade for {counted('retention-period')} years, and may appeal at any "
                "time."
            ),
            words=(
                rule("notice-before-action", "5-cfr-511", "issued prior to taking a personnel"),
                quoted_rule("retention-period", "5-cfr-536"),
            ),
            next=(
                "Has something been announced: a review, a new standard, other duties, an appeal?",
                "Name your series and your levels, and it is counted how far the grade is safe.",
            ),
            missing=("what is to change, or the levels of the nine factors",),
        )
    wage = track(question, context) == "fws"
    days = number("retroactive-first-filing")
    lead = (
        "**Not yet: a decision that the agency only proposes cannot be appealed.** The "
        "classification in force can, at any time, and so can the new one as soon as it is made. "
        f"If it then costs you grade or pay and neither is retained, file within {days} calendar "
        "days of the day it takes effect, so that lost pay can be made good."
    )
    told = ruling(story(question, context, before=True), context.today)
    if told is not None and told.kept == "grade":
        lead = (
            "**Nothing can be appealed yet, for a decision only proposed cannot be; and if the "
            f"grade goes down, you keep it for {counted('retention-period')} years, by what you "
            f"tell.** {told.why} The classification in force can be appealed at any time, and so "
            "can the new one as soon as it is made."
        )
    if _DAYS.search(question.message):
        lead = (
            "**The classification rules set no days for answering a proposal: go by the date in "
            "the letter, and ask in writing for more time.** Nothing can be appealed yet; once the "
            f"grade is lowered, {days} calendar days from the day it takes effect count, for lost "
            "pay alone."
        )
    words: tuple[Words, ...] = (
        rule("proposed-decision", "5-cfr-511", "agency's proposed classification decision"),
        rule("time", "5-cfr-511", "time limits in § 511.703 must be observed"),
        rule("notice-before-action", "5-cfr-511", "issued prior to taking a personnel action"),
    )
    if wage:
        lead = (
            "**Not yet: what is only proposed is not the grade of your job.** The present grade "
            "can be reviewed at any time, by your agency first. If the job is lowered and you "
            f"lose grade or pay, apply to the agency within {days} calendar days of the day it "
            "takes effect."
        )
        words = (
            rule("fws-issues", "5-cfr-532", "may at any time appeal the occupational series"),
            quoted_rule("fws-retroactive-filing", "5-cfr-532"),
        )
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Give your supervisor and HR, in writing, the duties the proposal leaves out.",
            "Keep the notice and note the day it reached you.",
            "Ask *do I keep my grade?* for grade retention.",
        ),
    )


TOPIC = Topic(
    id="proposed-action",
    title="appealing a proposed downgrade",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
