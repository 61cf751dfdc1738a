"""What the rules of a job grading review say, each of which is asked by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import law, quoted_rule, rule
from assistant.chat.answering.procedure import number, track
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.rights.appeals.appeal_risk import TOPIC as RISK
from assistant.chat.topics.rights.appeals.comparison import TOPIC as COMPARISON
from assistant.chat.topics.rights.filing.duration import TOPIC as DURATION
from assistant.chat.topics.rights.filing.representative import TOPIC as REPRESENTATIVE
from assistant.chat.topics.rights.routes.discrimination import TOPIC as REPRISAL
from index.language.late import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

_AGENCY = r"\b(?:agency|base|shop|command|hr|personnel|management|they|depot|shipyard)\b"
_MATTER = r"(?:applications?|reviews?|appeals?|requests?|cases?)"
_NOT = r"\b(?:not|never|cannot|fail\w*|refus\w*|forg[eo]t|without|ignor\w*)\b|n't\b"
_YES_OR_NO = pattern(
    r"(?:^|[.,;:!?] ?)(?:(?:so|and|but|then|now) )?(?:can|could|may|might|must|does|do|did|is|are|"
    r"was|will|would|should|has|have|am)\b",
    re.IGNORECASE,
)
_MUST = pattern(r"\b(?:must|(?:have|has|need|needs) to|required|wait)\b", re.IGNORECASE)
_OPM = pattern(r"\bopm(?:'s)?\b", re.IGNORECASE)
_STOPS = pattern(
    r"\b(?:stop|delay|hold|halt|block|put off|postpon|suspend|freez)\w*\b", re.IGNORECASE
)
_ABOVE = pattern(r"\b(?:above|higher|over|same)\b", re.IGNORECASE)
_HIDDEN = pattern(
    r"\b(?:never|not|secret\w*|hid\w*|without|withh[eo]ld|unseen|keep|hold)\b|n't\b", re.IGNORECASE
)


def _begun(question: Question, head: str, said: str) -> str:
    """Return how an answer begins: with yes or no only where that is asked."""
    if _YES_OR_NO.search(question.message):
        return f"**{head}: {said}"
    return f"**{said[0].upper()}{said[1:]}"


def _before_decision(question: Question, context: Context) -> Answer:  # noqa: ARG001
    head = "Yes" if _MUST.search(question.message) else "No"
    said = (
        "OPM takes the appeal of a wage employee only after the agency has issued its decision.** "
        "The agency must decide promptly, but no number of days is set for it: ask it in writing "
        f"for the decision. From the day you receive it you have {number('fws-opm-filing')} "
        "calendar days to go to OPM."
    )
    return Answer(
        lead=_begun(question, head, said),
        words=(
            rule("fws-agency-first", "5-cfr-532", "has issued a decision under the system"),
            law(
                "5-cfr-532",
                "section 532.703(b)(7)",
                "shall be processed and decided promptly",
                "The agency processes and decides an application promptly.",
            ),
        ),
        next=("Keep a copy of the application with the day on which you handed it in.",),
    )


def _withdrawn(question: Question, context: Context) -> Answer:  # noqa: ARG001
    said = (
        "write to your agency that you withdraw the application, and it is canceled; once the "
        "appeal lies at OPM, write to OPM.** An application may be filed at any time, but the "
        f"{number('fws-retroactive-filing')} calendar days in which lost pay is kept run from the "
        "day the lower grade took effect, whatever you withdraw."
    )
    return Answer(
        lead=_begun(question, "Yes", said),
        words=(
            rule("fws-cancellation", "5-cfr-532", "On receipt of a written request"),
            quoted_rule("fws-retroactive-filing", "5-cfr-532"),
        ),
    )


def _canceled(question: Question, context: Context) -> Answer:  # noqa: ARG001
    opm = _OPM.search(question.message)
    who, what = ("OPM", "the appeal") if opm else ("the agency", "the application")
    more = (
        " It may reopen the appeal if circumstances beyond your control kept you from pursuing it."
        if opm
        else ""
    )
    said = (
        f"{who} cancels {what} on your written request, when you do not furnish what it asks for "
        "or do not pursue it, and when you have left the job, unless a retroactive benefit is at "
        "stake.** You are told so. If what it has is enough, it may decide instead of canceling "
        f"for want of pursuit.{more}"
    )
    return Answer(
        lead=_begun(question, "Only for reasons the rules name", said),
        words=(
            rule("fws-cancellation", "5-cfr-532", "instead of cancellation for failure"),
            rule("fws-left", "5-cfr-532", "On notice that the employee has left the job"),
        ),
        next=("Answer what is asked at once, and keep a copy of what you send.",),
    )


def _not_furnished(question: Question, context: Context) -> Answer:  # noqa: ARG001
    opm = _OPM.search(question.message)
    who, what = ("OPM", "the appeal") if opm else ("the agency", "the application")
    more = (
        " OPM may reopen a canceled appeal if circumstances beyond your control prevented it."
        if opm
        else ""
    )
    return Answer(
        lead=(
            f"**Then {who} cancels {what} and tells you so, or, if what it has is enough, decides "
            "without the rest.** Facts that are asked for must be furnished promptly; the wage "
            f"rules set no number of days.{more}"
        ),
        words=(
            rule("fws-cancellation", "5-cfr-532", "instead of cancellation for failure"),
            rule("fws-furnish", "5-cfr-532", "promptly furnish such facts"),
        ),
        next=("Send what is missing now, and say why it comes late.",),
    )


def _after_death(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**It goes on after the employee's death if a favorable decision would bring "
            "retroactive correction: the agency decides the application and amends its records.** "
            "Otherwise it ends. OPM, too, goes on with an appeal only where retroactive benefits "
            "are due, those allowed after death among them."
        ),
        words=(
            law(
                "5-cfr-532",
                "section 532.703(b)(11)",
                "processed to completion after the employee's death",
                "An application properly filed is decided after the employee's death where "
                "retroactive correction is possible.",
            ),
            rule("fws-left", "5-cfr-532", "benefits allowable after the death of an appellant"),
        ),
    )


def _file(question: Question, context: Context) -> Answer:  # noqa: ARG001
    said = (
        "the agency's job grading review file is the record, and it may hold nothing that the "
        "employee had no chance to review.** At OPM the employee, a representative named in "
        "writing and the agency may have what is in the appeal file."
    )
    return Answer(
        lead=_begun(question, "No" if _HIDDEN.search(question.message) else "Yes", said),
        words=(
            law(
                "5-cfr-532",
                "section 532.703(c)",
                "has not been given an opportunity to review",
                "The agency's review file holds nothing that the employee had no chance to review.",
            ),
            rule("fws-record", "5-cfr-532", "disclose to the parties concerned"),
        ),
        next=("Ask the agency in writing for a day on which you can read the file.",),
    )


def _levels(question: Question, context: Context) -> Answer:  # noqa: ARG001
    head = "Yes, when possible" if _ABOVE.search(question.message) else "No"
    if re.search(r"\bsame\b", question.message, re.IGNORECASE):
        head = "Not when it can be helped"
    said = (
        "an agency may have one level of review before its final decision, and that level must, "
        "when possible, be above the one that classified the job.** After its decision the way "
        "to OPM is open."
    )
    return Answer(
        lead=_begun(question, head, said),
        words=(rule("fws-one-level", "5-cfr-532", "more than one level of review"),),
        next=("Ask your agency for its published job grading review procedure.",),
    )


def _standard(question: Question, context: Context) -> Answer:  # noqa: ARG001
    said = (
        "the job grading standard itself cannot be appealed; the series, the grade and the title "
        "of the job can.** That the standard was wrongly applied to your work is a matter of the "
        "grade, and so it can be contested."
    )
    return Answer(
        lead=_begun(question, "No", said),
        words=(
            rule("fws-not-appealable", "5-cfr-532", "may not appeal"),
            rule("fws-issues", "5-cfr-532", "may at any time appeal the occupational series"),
        ),
        next=("Name the duties that the standard puts at the higher grade.",),
    )


def _meanwhile(question: Question, context: Context) -> Answer:  # noqa: ARG001
    said = (
        "nothing in the wage rules holds a downgrade back because a review or an appeal is "
        "pending.** If it is undone, and you applied to your agency within "
        f"{number('fws-retroactive-filing')} calendar days of the day it took effect, the "
        "decision counts from that day."
    )
    return Answer(
        lead=_begun(question, "No" if _STOPS.search(question.message) else "Yes", said),
        words=(
            rule(
                "fws-retroactive",
                "5-cfr-532",
                "shall be retroactive to the effective date of the action",
            ),
            quoted_rule("fws-retroactive-filing", "5-cfr-532"),
        ),
        next=("On which day does the lower grade take effect? The days run from it.",),
    )


def _above_former(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**Only the former grade comes back for the past: where the decision goes above the "
            "grade held before the downgrade, it reaches back only so far as to restore that "
            "one.** For that the application must have come in time."
        ),
        words=(
            rule("fws-higher", "5-cfr-532", "only to the extent of restoration to the grade"),
            quoted_rule("fws-retroactive-filing", "5-cfr-532"),
        ),
    )


def _asked(*written: str) -> tuple[re.Pattern[str], ...]:
    return tuple(pattern(one, re.IGNORECASE) for one in written)


@dataclass(frozen=True, slots=True)
class _Rule:
    """One rule: what asks for it, in one of several ways, and what answers."""

    asked: tuple[re.Pattern[str], ...]
    answer: Callable[[Question, Context], Answer | None]


_RULES = (
    _Rule(
        _asked(
            r"\b(?:died|dies|die|death|dead|passed away|deceased|widow\w*|heirs?|estate|survivors?)"
            rf"\b[^?!]*\b{_MATTER}\b|\b{_MATTER}\b[^?!]*\b(?:died|dies|die|death|dead|passed away|"
            r"deceased|widow\w*|heirs?)\b"
        ),
        _after_death,
    ),
    _Rule(
        _asked(
            r"\b(?:punish|retaliat|repris|harass|coerc|intimidat|interfer|restrain|hold it "
            r"against|held against|get back at)\w*\b"
        ),
        REPRISAL.answer,
    ),
    _Rule(
        _asked(
            r"\b(?:withdraw\w*|withdrew|(?:take|taking|took|pull) (?:it |my \w+ |the \w+ )?back|"
            r"retract\w*|changed? my mind)\b",
            r"\b(?:can|may|could|how (?:do|can|would|does)) (?:i|we|he|she|an? (?:\w+ )?employee)\b"
            rf"[^.?!]{{0,12}}\b(?:cancel|drop|end)\b[^.?!]{{0,30}}\b{_MATTER}\b",
        ),
        _withdrawn,
    ),
    _Rule(
        _asked(
            r"\b(?:app(?:eal|ly|lication)\w*|contest\w*|challeng\w*|disput\w*|fight|attack|object)"
            r"\b[^.?!]{0,40}\bstandards?\b(?! (?:was|is|were|are)? ?(?:wrongly )?(?:appl|used))",
            r"\bstandards?\b[^.?!]{0,60}\b(?:appeal\w*|contest\w*|challeng\w*|disput\w*)\b",
        ),
        _standard,
    ),
    _Rule(
        _asked(
            rf"{_AGENCY}[^.?!]{{0,25}}(?:{_NOT}) (?:\w+ )??(?:answer|decid|rul|respond|repl|act|"
            r"finish|process|issu)\w*\b",
            rf"{_AGENCY}[^.?!]{{0,12}}\b(?:sits?|sitting|drags?|stalls?|stalling|silent)\b",
            r"\b(?:without|before|wait (?:for|on|until))\b[^.?!]{0,6}\b(?:the|my|its|our|an?|own|"
            r"his|her)\b[^.?!]{0,6}\b(?:agency|base|shop|command)(?:'s)?\b[^.?!]{0,12}"
            r"\b(?:decid|decision|rul|answer)\w*\b",
        ),
        _before_decision,
    ),
    _Rule(
        _asked(
            r"\b(?:cancel|dismiss|clos|discontinu|drop|throw out|thrown out)\w*\b[^.?!]{0,35}"
            rf"\b{_MATTER}\b(?! decision)",
            rf"\b{_MATTER}\b[^.?!]{{0,40}}\b(?:cancel|dismiss|discontinu)\w*\b|"
            rf"\b{_MATTER} (?:\w+ )?(?:dropped|closed|thrown out)\b",
        ),
        _canceled,
    ),
    _Rule(
        _asked(
            rf"(?:{_NOT})[^.?!]{{0,25}}\b(?:answer|furnish|provid|send|sent|respond|repl|"
            r"cooperat|give|gave|suppl)\w*\b[^.?!]{0,30}\b(?:questions?|facts?|information|asked|"
            r"asks|wanted|wants|requested|requests|needs|agency|opm|them)\b"
        ),
        _not_furnished,
    ),
    _Rule(
        _asked(
            r"\b(?:see|read|reads|look|inspect|access|cop(?:y|ies)|shown?|keep|hold|hide|contain|"
            r"withhold)\b[^.?!]{0,45}\b(?:file|record|papers)\b(?! a\b| an\b)",
            r"\b(?:file|record|papers|documents?)\b[^.?!]{0,40}\b(?:saw|seen|see|read|secret)\b",
        ),
        _file,
    ),
    _Rule(
        _asked(
            r"\b(?:levels?|stages?|rounds?|layers?) of (?:\w+ )?(?:job[- ]grading )?reviews?\b",
            r"\b(?:two|second|2nd|several|more than one|another|further) (?:\w+ ){0,2}"
            r"(?:levels?|reviews?|rounds?|stages?)\b",
            r"\b(?:above|higher (?:up )?than|over|same (?:person|official|classifier|specialist|"
            r"people|office))\b[^.?!]{0,40}\b(?:graded|classified|classifies|rated)\b",
        ),
        _levels,
    ),
    _Rule(
        _asked(
            r"\b(?:how (?:fast|soon|quick\w*|long)|time limit|deadline|by when|within what|"
            r"how many days)\b(?:(?! (?:after|since|once|from|i|we) )[^?!]){0,20}"
            rf"{_AGENCY}[^?!]{{0,25}}\b(?:decid|decision|rul|answer|respond|process|finish|take)\w*\b",
        ),
        DURATION.answer,
    ),
    _Rule(
        _asked(
            r"\b(?:higher|above|more)\b[^.?!]{0,40}\b(?:before|former|previous|old|original|prior)"
            r"\b[^.?!]{0,30}\b(?:downgrad|demot|reduc|cut|lower|grade)\w*\b"
        ),
        _above_former,
    ),
    _Rule(
        _asked(
            r"\b(?:downgrad\w*|lower(?:ed|ing)?|cut|demot\w*|reduc\w*)\b[^.?!]{0,50}\b(?:pending|"
            rf"(?:while|until|before|although|though)\b[^.?!]{{0,25}}\b(?:{_MATTER}|opm|decid\w*|"
            r"applied|appealed))\b",
            r"\b(?:stop|delay|halt|block|put off|postpone|suspend|hold)\w*\b[^.?!]{0,40}"
            r"\b(?:downgrad|demot|reduc|lower)\w*\b",
        ),
        _meanwhile,
    ),
    _Rule(
        _asked(
            r"^\W*(?:\w+ ){0,2}opm(?:'s)? (?:\w+ ){0,5}?(?:lower|reduce|downgrade|cut)\b(?! grade)",
            r"\b(?:lose|risk|lowers?)\b[^.?!]{0,30}\b(?:by|if|when)\b[^.?!]{0,12}\bappeal\w*\b",
        ),
        RISK.answer,
    ),
    _Rule(
        _asked(
            r"\b(?:co-?workers?|colleagues?|budd(?:y|ies)|others?|another|someone else|"
            r"neighbou?rs?|other \w+)\b[^.?!]{0,60}\b(?:higher|same (?:work|job|duties)|(?:is|are|"
            r"as) (?:an? )?w[gls]-?\d+s?)\b"
        ),
        COMPARISON.answer,
    ),
    _Rule(_asked(r"\b(?:lawyer|attorney|steward|represent\w*)\b"), REPRESENTATIVE.answer),
)


def _meant(question: Question, context: Context) -> _Rule | None:
    """Return the rule of a job grading review that a wage employee asks for."""
    if track(question, context) != "fws" or question.decision or question.levels:
        return None
    text = question.message
    return next((one for one in _RULES if any(a.search(text) for a in one.asked)), None)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether one of the rules of a job grading review is asked for."""
    return _meant(question, context) is not None


def _answer(question: Question, context: Context) -> Answer | None:
    meant = _meant(question, context)
    return None if meant is None else meant.answer(question, context)


TOPIC = Topic(
    id="wage-review",
    title="the rules of a job grading review",
    asks=(
        "Can the agency punish a wage employee who asks for a job grading review?",
        "Must the agency let a WG employee read the job grading review file?",
        "How many levels of review may there be for a wage job?",
        "When is a wage employee's application canceled?",
        "I'm WG, what happens if I do not answer the agency's questions about my application?",
        "A WG employee died while his application was pending, does it go on?",
        "I want to withdraw my job grading application, I'm WG-8",
        "Can a wage employee appeal the job grading standard itself?",
        "my agency never answered my WG application, may I write to OPM?",
        "How soon must the agency decide a wage employee's application?",
        "Can the agency lower a WG job while the review is pending?",
        "The review of my WG job ended above my old grade, how far back does it go?",
        "May the same official who graded the WG job decide the review?",
        "does a wage employee have to wait for the agency's decision before going to OPM",
        "can they close a WG-10's application without deciding it",
        "secret papers in the job grading file of a wage employee, allowed?",
        "what if a wage leader ignores the agency's request for facts",
        "prevailing rate employee wants to pull back his application",
    ),
    answer=_answer,
    sure=_sure,
    likes=("pay_plan",),
    unlike=("levels", "points", "decision"),
    order=40,
)
