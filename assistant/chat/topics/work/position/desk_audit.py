"""What a desk audit is, who does it and how to get one."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, quoted_rule, rule
from assistant.chat.answering.procedure import counted
from assistant.chat.model import Answer, Context, Question, Topic, Words

_OVER = (
    *(
        "came back",
        "no change",
        "kept me",
        "kept my",
        "same grade",
        "stays",
        "stayed",
        "the result",
    ),
    *("is over", "was over", "are done", "is done", "was done", "finished", "after the audit"),
    *("did not change", "didn't change", "changed nothing", "disagree", "now what", "what now"),
    *("went against", "turned me down", "unfavorable", "wasn't upgraded", "not upgraded"),
)

_WHOM = (
    "to my boss or",
    "who do i ask",
    "whom do i ask",
    "where do i ask",
    "to hr or",
    "ask hr or",
)
_HOW_SOON = (
    *("how long does", "how long do", "how long can", "how long may", "how soon", "a deadline for"),
    *(
        "dragging",
        "drag it out",
        "stalling",
        "taking forever",
        "no classifier",
        "for a year",
        "backlog",
        "waiting list",
        "waiting for",
        "keeps delaying",
    ),
)
_RESULT = (
    *("tell me the result", "tell me right", "result right", "answer right", "right there"),
    *("on the spot", "same day", "at the end of the audit", "know that day"),
)
_SAME = ("same as", "same thing", "instead of", "replace", "count as", "difference", "versus")
_FINAL = ("is final", "cannot be appealed", "can't be appealed", "cant be appealed", "no appeal")
_LOWER = (
    *("lower", "downgrad", "worry", "risk", "scared", "afraid", "go down", "goes down", "lose"),
    *("come back with", "comes back with", "backfire", "worse", "cut me", "demot"),
)
_ONE_SIDED = (
    *(
        "only talked to",
        "only spoke",
        "never talked to me",
        "never spoke to me",
        "didn't talk to me",
    ),
    *("without talking to me", "did not talk to me", "only asked my", "without asking me"),
)


_BOSS_THERE = re.compile(
    r"\b(?:boss|supervisor|manager|chief)\b[^.?!]{0,30}\b(?:in the room|be there|sits? in|present|"
    r"attends?|listens?|joins?)\b",
    re.IGNORECASE,
)
_OWN_AUDIT = (
    *("prepare for a desk", "prepare for my", "prepare for the", "prepare for it", "get ready"),
    *("what should i bring", "what do i bring", "will they ask", "do they ask", "have ready"),
    *("nervous", "questions do they", "my audit is", "my desk audit is", "audit next", "audit on"),
    *("audit tomorrow", "audit coming", "scheduled a desk", "coming to interview me"),
)
_AUDIT = re.compile(r"\b(?:desk )?audit(?:or|ed|s|ing)?\b", re.IGNORECASE)


_NOT_YET = re.compile(
    r"\b(?:has|have|had|is|did|was)(?:n't| not)\b[^.?!]{0,12}\b(?:finish\w*|done|come|came|"
    r"over|started?|even)\b|\bstill (?:waiting|not|hasn't|haven't)\b|\bnot yet\b",
    re.IGNORECASE,
)
"""Says that an audit is still to come or goes on."""


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether the outcome of an agency's audit, or what sets it apart, is asked about."""
    asked = question.has(*_RESULT) or question.has("come back with", "comes back with", *_FINAL)
    apart = question.has("appeal") and question.has("same as", "same thing", "instead of")
    return bool(_AUDIT.search(question.message) and (asked or apart) and not question.decision)


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    what = law(
        "classifier-handbook",
        "28",
        "desk audit is no more than a conversation",
        "A desk audit is a conversation with the person in the job, or with the supervisor, or "
        "both, usually at the work place.",
    )
    where = law(
        "classifier-handbook",
        "28",
        "conduct the audit at the worksite",
        "The Handbook advises to hold it at or near the worksite, if possible.",
    )
    confirm = law(
        "classifier-handbook",
        "29",
        "Confirm the facts as necessary with the supervisor",
        "What was learned is confirmed with the supervisor where needed.",
    )
    asks = rule("position-description", "introduction", "requesting a desk audit or by using")
    right = (
        "No rule gives a right to one: ask your supervisor or the personnel office in writing, "
        "name the duties that are not described or not graded rightly, and keep the request as "
        "proof that you tried."
    )
    if question.has("refuse", "demand", "entitled", "must my agency give", "right to", "agree"):
        lead = (
            "**No rule held here gives a right to a desk audit, so an agency may refuse one.** A "
            "refusal does not stop an appeal: the written request is your proof that you tried to "
            "settle the description, and OPM can audit the position itself."
        )
        words: tuple[Words, ...] = (asks, what)
    elif question.has("result", "outcome") and question.has("in writing", "letter", "written"):
        lead = (
            "**A change that lowers grade or pay must be told to you in writing, before it; for a "
            "review that changes nothing the rules held here ask for no letter.** So ask in "
            "writing for the evaluation and its reasons. The grade can be appealed at any time."
        )
        words = (
            rule("notice-written", "introduction", "must promptly notify all affected employees"),
            rule("any-time", "introduction", "classification appeal at any time"),
        )
    elif question.has(*_RESULT):
        lead = (
            "**No, not as a rule: the facts are first confirmed with your supervisor, and the "
            "grade is decided afterwards by an official with the authority to classify.** Ask in "
            "writing for the evaluation and its reasons when it is done."
        )
        words = (confirm, rule("agency-action-date", "5-cfr-511", "properly delegated authority"))
    elif question.has("take notes", "notes during", "write down", "record it", "note-taking"):
        lead = (
            "**Yes, after asking permission; the Handbook says to stop if it seems to inhibit the "
            "other person.** That is written for the classifier; nothing held forbids the employee "
            "to do the same."
        )
        words = (
            law(
                "classifier-handbook",
                "29",
                "Take notes after asking permission",
                "Notes are taken after asking permission, and not if they inhibit the other.",
            ),
        )
    elif question.has("without an audit", "without a desk", "without audit", "no audit", "no desk"):
        lead = (
            "**Yes: no rule held here asks for a desk audit before a position is classified; what "
            "is owed is written notice with the reasons, before the action.** The classification "
            "must rest on the work actually assigned, so send your own account of it in writing; "
            "the grade can be appealed at any time."
        )
        words = (
            rule("notice-written", "introduction", "must promptly notify all affected employees"),
            rule("any-time", "introduction", "classification appeal at any time"),
        )
    elif question.has(*_FINAL):
        lead = (
            "**No: the audit itself decides nothing, and the classification that follows or stays "
            "can be appealed at any time, to your agency or to OPM.** Ask in writing for the "
            "evaluation and its reasons."
        )
        words = (rule("any-time", "introduction", "classification appeal at any time"), what)
    elif question.has("opm", "appeal") and question.has(*_SAME):
        lead = (
            "**No: a desk audit is your agency finding out what you do, and the agency may "
            "reclassify the position after it; an appeal to OPM ends in a certificate that binds "
            "the agency.** The one does not replace the other, and either may come first."
        )
        words = (what, rule("final", "5-cfr-511", "mandatory and binding on all administrative"))
    elif question.has(*_LOWER) and not question.has("lower than", "next lower"):
        lead = (
            "**It can: your agency then classifies the work as it finds it, up or down.** A lower "
            "grade needs written notice before it, can be appealed at any time, to the agency or "
            f"to OPM, and you mostly keep the grade for {counted('retention-period')} years. The "
            "audit itself is only a conversation about your duties."
        )
        words = (
            what,
            rule("agency-action-date", "5-cfr-511", "properly delegated authority approves"),
            quoted_rule("retention-period", "5-cfr-536"),
        )
    elif question.has("opm") and question.has("rep ", "represent", "sit in", "lawyer", "steward"):
        lead = (
            "**Not as of right: when OPM audits the position, your representative takes part only "
            "if OPM asks for it.** He or she may send OPM information at any time, and help you "
            "prepare."
        )
        words = (rule("representative-factfinding"), what)
    elif _BOSS_THERE.search(question.message):
        lead = (
            "**No rule held here forbids it or asks for it: an audit may be with you, with your "
            "supervisor, or with both.** Ask for a talk alone if you would rather speak freely; "
            "the supervisor is asked to confirm the facts in any case."
        )
        words = (what, confirm)
    elif not question.has("what should i bring", "what do i bring") and question.has(
        "bring ", "be present", "with me", "representative", "union rep", "witness"
    ):
        lead = (
            "**No rule held here gives a right to bring somebody to your agency's audit, and none "
            "forbids it: ask.** At an audit by OPM in an appeal, a representative takes part only "
            "when OPM asks for it."
        )
        words = (what, rule("representative-factfinding"))
    elif question.has(
        "my boss too", "my supervisor too", "also talk to", "talk to my boss", "ask my boss"
    ):
        lead = (
            "**Mostly yes: the facts you give are confirmed with your supervisor as needed, and "
            "the supervisor can be interviewed as well or alone.** Agree beforehand on the "
            "shares of time if you can."
        )
        words = (confirm, what)
    elif question.has(*_WHOM):
        lead = (
            "**To your supervisor or straight to the personnel office, in writing: the rules name "
            "no addressee.** Say which duties are not described or not graded rightly, and keep a "
            "copy as proof that you tried."
        )
        words = (asks, what)
    elif question.has(*_HOW_SOON) or _NOT_YET.search(question.message):
        lead = (
            "**No time limit is set for a desk audit in the rules held here; an agency may have "
            "one of its own.** You need not wait for it: the grade can be appealed at any time, to "
            "your agency or to OPM, and the written request shows that you tried."
        )
        words = (asks, rule("any-time", "introduction", "classification appeal at any time"))
    elif question.has(*_ONE_SIDED):
        lead = (
            "**It may be with you, with your supervisor, or with both: no rule says that you must "
            "be heard.** Send the classifier your own account in writing, with examples and shares "
            "of time. If the result rests on wrong facts, an appeal to your agency or to OPM is "
            "open at any time."
        )
        words = (what, confirm)
    elif question.has("disagree") and question.has("what can i do", "what do i do", "options"):
        lead = (
            "**Appeal the grade, to your agency or to OPM: there is no time limit, since an audit "
            "that changes nothing took nothing from you.** Before that you may ask in writing for "
            "the evaluation and its reasons, and have a duty that was missed put into the "
            "description; a grievance, where one applies, reaches that description but not the "
            "grade. OPM grades the whole position, up or down."
        )
        words = (
            rule("any-time", "introduction", "classification appeal at any time"),
            asks,
            rule("risk", "introduction", "downgrading and the employee is entitled"),
        )
    elif question.has(*_OVER):
        lead = (
            "**Ask in writing for the evaluation and its reasons; if a duty was missed or a level "
            "misread, you may appeal the grade, at any time, to your agency or to OPM.** An audit "
            "that changes nothing leaves your classification as it is. An appeal puts the whole "
            "position up for decision, so see first what it could cost."
        )
        words = (
            rule("any-time", "introduction", "classification appeal at any time"),
            rule("forum"),
            what,
        )
    elif question.has("in person", "on site", "on-site", "telephone", "phone", "visit", "worksite"):
        lead = (
            "**It need not be in person: the Handbook suggests the worksite or a place near "
            "it, if possible, because the work can be seen there.** A talk by telephone is "
            "an audit too; what counts is that the facts are gathered and confirmed."
        )
        words = (where, what)
    elif question.has("difference", "versus", "or an appeal"):
        lead = (
            "**A desk audit finds the facts; an appeal decides the classification.** Your agency "
            "does the audit and may reclassify after it; an appeal to OPM ends in a certificate "
            "that binds the agency. The one does not replace the other, and may come before it."
        )
        words = (what, asks)
    elif question.has(*_OWN_AUDIT) and not question.has(
        "how do i conduct", "conduct an", "classif"
    ):
        ready = (
            "your position description with what is wrong in it, a list of your real duties with "
            "the share of time for each, and two or three finished pieces of work that show the "
            "hardest of them"
        )
        asked = "what you do, how the work reaches you, what you decide yourself and who reviews it"
        lead = (
            "**Go through your position description line by line and mark what is missing or "
            "wrong, write down your real duties with the share of time for each over a whole cycle "
            "of the work, and choose two or three finished pieces that show the hardest of them.** "
            f"Be ready to say {asked}. Tell the duties as they are, and agree with your supervisor "
            "on the shares of time if you can."
            if question.has("prepare", "get ready")
            else f"**They ask {asked}, first in general and then by examples.** Have ready {ready}."
            if question.has("they ask", "questions")
            else f"**Have ready {ready}.** You will be asked {asked}; the supervisor is asked to "
            "confirm the facts. Tell the duties as they are: the grade may come out higher, the "
            "same or lower."
        )
        words = (what, confirm, where)
    elif question.has("how do i conduct", "conduct an", "carried out", "prepare", "classifier"):
        lead = (
            "**Read the description first, make an appointment, meet at or near the worksite, go "
            "from general to specific questions without leading, take notes, document the audit, "
            "and confirm the facts with the supervisor.** As the employee, bring examples of your "
            "work and the share of time for each duty."
        )
        words = (what, where, confirm)
    else:
        lead = (
            "**A desk audit is a conversation about your work: somebody who classifies positions "
            "interviews you, or your supervisor, or both, usually where you work.** " + right
        )
        words = (what, asks)
    return Answer(
        lead=lead,
        words=words,
        next=(
            "List your duties with shares of time, and one example of work for each.",
            "Know which level you think is wrong: name it here and see what it asks for.",
        ),
    )


TOPIC = Topic(
    id="desk-audit",
    title="desk audits",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
