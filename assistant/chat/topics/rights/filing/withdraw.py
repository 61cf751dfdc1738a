"""Withdrawing an appeal, and the other ways in which one is canceled."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, quoted_rule, rule
from assistant.chat.answering.procedure import number, track
from assistant.chat.model import Answer, Context, Question, Topic, Words

_OPM_CANCELS = re.compile(
    r"\bopm\b[^.?!]{0,15}\b(?:cancel|drop|dismiss|close|throw out|discontinue)\w*\b[^.?!]{0,40}"
    r"\bappeals?\b|\bfailure to prosecute\b"
    r"|\bappeals?\b[^.?!]{0,15}\b(?:cancel|dismiss)\w* by opm\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:withdr\w+|rescind\w*|retract\w*|abandon\w*|discontinu\w*|cancel\w*|dismiss\w*|"
    r"stop\w*|halt\w*|end(?:s|ed|ing)?|drop\w*|pull\w*|clos(?:e|es|ed|ing)|back(?:ing|ed)? out|"
    r"opt out|(?:way|get|got|want|let me) out|throw\w* out|threw out|call\w* (?:it |this )?off|"
    r"call (?:\w+ ){1,3}?off|tak(?:e|es|ing) (?:\w+ ){0,3}?back|took (?:\w+ ){0,3}?back|"
    r"my appeals? back|go(?:ing)? on with|recall\w*|revok\w*|noncooperat\w*|regret\w*|"
    r"n[o']t (?:to )?continue|stuck|shut\w*|cold feet|yank\w*|unfil\w*|let (?:it|this) go|"
    r"chang\w* (?:my|his|her|their|our|your) minds?|reopen\w*|re-open\w*|reviv\w*|refil\w*|"
    r"re-fil\w*|prosecut\w*|cooperat\w*|answer\w*|respon[ds]\w*|ignor\w*|undo|"
    r"forget (?:it|about)|give up|giving up|quit(?:ting)? (?:the|my|it|this)|"
    r"(?:file|appeal|start)\w* (?:it )?(?:again|anew))\b",
    re.IGNORECASE,
)
"""What is said of an appeal that ends before it is decided, or of one that ended so."""
_ITSELF = re.compile(r"\b(?:reopen|re-open|reviv|answer|respond|cooperat|withdr)\w*", re.IGNORECASE)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked for what reasons OPM cancels an appeal."""
    asked = _OPM_CANCELS.search(question.message) and not _ITSELF.search(question.message)
    return bool(asked) and track(question, context) == "gs" and not question.decision


def _again_after(question: Question, context: Context) -> bool:
    """Tell whether it is asked if an appeal that was withdrawn can be filed again."""
    told = " ".join(context.memory.told).lower()
    withdrew = any(word in told for word in ("withdrew", "withdrawn", "pulled my appeal"))
    anew = ("again", "start over", "start anew", "start fresh", "new appeal", "another reason")
    return question.has("refile", "re-file") or (withdrew and question.has(*anew))


def _answer(question: Question, context: Context) -> Answer | None:
    if not (_ENDS.search(question.message) or _again_after(question, context)):
        return None
    canceled = rule("cancellation", "5-cfr-511", "receipt of the employee's written request")
    reopened = law(
        "introduction",
        "64",
        "canceled for noncooperation cannot be reopened",
        "An appeal canceled for lack of cooperation is reopened only if reasons beyond the "
        "employee's control prevented the answer.",
        section="Appendix 4, G.8.b",
    )
    if question.has(
        "reopen",
        "re-open",
        "revive",
        "cancelled my",
        "canceled my",
        "closed my",
        "threw out",
        "was canceled",
        "was cancelled",
    ):
        head = "Only if"
        if question.has("hospital", "sick", "ill ", "deploy", "accident", "disaster", "couldn't"):
            head = "It may, if, as you tell,"
        lead = (
            f"**{head} something beyond your control kept you from pursuing it:** then OPM may "
            "reopen a canceled appeal, at its discretion. Otherwise you may file a new appeal, "
            "since there is no time limit, as long as OPM has not decided the position."
        )
        words: tuple[Words, ...] = (reopened, canceled)
    elif _again_after(question, context) or (
        question.has("withdrew", "withdrawn", "pulled") and question.has("again", "new")
    ):
        lead = (
            "**Yes: an appeal that you withdrew can be filed again at any time, as long as OPM has "
            "not decided the position.** Where a downgrade cost pay, the days for making it good "
            "went on running meanwhile."
        )
        words = (canceled, rule("any-time", "5-cfr-511"))
    elif question.has("answer", "respond", "cooperat"):
        lead = (
            "**OPM cancels the appeal when you do not send what it asks for or do not pursue it.** "
            f"Its questions are due in {number('opm-asks')} calendar days; ask for more time "
            "before they are over."
        )
        words = (
            canceled,
            reopened,
            quoted_rule("opm-asks", "introduction"),
        )
    elif _sure(question, context):
        asked = re.search(
            r"\b(?:why|when|reasons?|grounds?|how)\b", question.message, re.IGNORECASE
        )
        lead = (
            f"**{'OPM cancels an appeal' if asked else 'Yes: OPM cancels an appeal'} when you ask "
            "for it in writing, when you or your representative do not furnish what it asks for or "
            "do not pursue it (failure to prosecute), and when you are no longer officially "
            "assigned to the position, unless a retroactive benefit is possible.** It tells you "
            "so in writing, and may reopen the appeal if something beyond your control kept you "
            "from pursuing it."
        )
        words = (
            canceled,
            rule("current-employee", "introduction", "no longer officially assigned"),
            reopened,
        )
    else:
        lead = (
            "**Yes: write to OPM that you withdraw, and it cancels the appeal.** Do it before OPM "
            "decides: once the certificate is issued it binds, also where it lowers the grade. "
            "Your agency can still correct the classification on its own."
        )
        words = (
            canceled,
            rule("final", "5-cfr-511", "mandatory and binding on all administrative"),
        )
    return Answer(
        lead=lead,
        words=words,
        next=("A withdrawn appeal can be filed again later; limits for lost pay keep running.",),
    )


TOPIC = Topic(
    id="withdrawing",
    title="withdrawing an appeal",
    answer=_answer,
    sure=_sure,
    cues=("opm", "prosecut"),
    unlike=("levels", "points", "decision"),
)
