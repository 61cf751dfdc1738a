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


def _answer(question: Question, context: Context) -> Answer:
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
    asks=(
        "can I stop it?",
        "can I stop the appeal once it is filed",
        "can I still pull it",
        "how do I stop my appeal",
        "Can I withdraw my appeal?",
        "How do I take back my appeal?",
        "I changed my mind about appealing",
        "cancel my appeal",
        "Can I pull the appeal if it looks like I'll be downgraded?",
        "What happens if I don't answer OPM's questions?",
        "Under what conditions is an appeal canceled?",
        "Can OPM drop my case?",
        "may I stop the appeal halfway",
        "Can a canceled appeal be reopened?",
        "withdraw before decision",
        "I don't want to go on with the appeal",
        "OPM cancelled my appeal because I did not respond",
        "Is it possible to end an appeal once it's filed?",
        "failure to cooperate with OPM",
        "how to withdraw an appeal",
        "Can I still back out?",
        "My appeal was canceled, can it be revived?",
        "What if I stop cooperating?",
        "reasons OPM cancels appeals",
        "drop the appeal",
        "withdraw",
        "can I cancel",
        "can I take it back",
        "stop my appeal",
        "I want to withdraw",
        "pull out of the appeal",
        "can I withdraw before OPM decides",
        "revoke an appeal",
        "end the appeal",
        "is withdrawal possible",
        "drop my appeal before I get downgraded",
        "my appeal got cancelled",
        "why would OPM cancel an appeal",
        "when are appeals cancelled",
        "I did not answer OPM in time and they closed the case",
        "reopen my cancelled appeal",
        "appeal dismissed for no response",
        "noncooperation with OPM",
        "may an appellant withdraw at any time",
        "I regret filing",
        "can I refile after withdrawing",
        "I'd rather not continue with my appeal",
        "Could I call the appeal off if the audit goes badly?",
        "OPM threw out my case because I didn't send papers",
        "once filed, am I stuck with it",
        "How can an appeal be ended by the appellant?",
        "Is there a way to call it off?",
        "I'd like to cancel the appeal I filed",
        "can I get my appeal back before they decide",
        "what if I drop out",
        "is it too late to withdraw my appeal",
        "does OPM close a case when one doesn't answer",
        "cancelled appeal, can it be revived",
        "OPM says my appeal is canceled",
        "what makes OPM cancel an appeal",
        "Suppose I no longer want my appeal. Can I stop it?",
        "they closed my appeal since I never replied",
        "changed my mind about the whole thing, how do I call it off",
        "I sent it in Friday and now I'm scared, can I take it back",
        "is there a point where it's too late to pull out",
        "do I need a reason to drop it",
        "they shut my case since I never mailed the forms back",
        "OPM letter says closed for failure to respond. Can I get it going again?",
        "If I drop it now may I file again next year?",
        "cold feet after filing",
        "my union rep wants to yank my appeal, does he need my ok",
        "promoted last week so I don't need the appeal any more, how do I let them know to stop",
        "can the agency make me retract it",
        "halting a pending appeal, procedure",
        "employee wishes to rescind her appeal, whom does she tell",
        "saw how the fact finding is going and want out before they rule",
        "case cancelled by OPM, can it be revived",
    ),
    answer=_answer,
    sure=_sure,
    cues=("opm", "prosecut"),
    unlike=("levels", "points", "decision"),
)
