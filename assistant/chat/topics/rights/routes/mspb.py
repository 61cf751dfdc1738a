"""The Merit Systems Protection Board: not for classification, only for some reductions."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, quoted_rule, rule
from assistant.chat.answering.procedure import number
from assistant.chat.answering.procedure.keeping import ruling
from assistant.chat.answering.procedure.story import story
from assistant.chat.model import Answer, Context, Question, Topic, Words
from index.language.late import pattern

_FOR_CONDUCT = pattern(
    r"\b(?:misconduct|conduct|discipline|disciplinary|adverse action)\b", re.IGNORECASE
)
_LOWERED = pattern(
    r"\b(?:cut\w*|lower\w*|reduc\w*|demot\w*|downgrad\w*|los(?:e|t|ing))\b.{0,40}"
    r"\b(?:grade|gs|pay|me|him|her|us)\b|\bdemot\w*\b",
    re.IGNORECASE,
)
_FIGHT = pattern(
    r"\bwhere\b|\bwho(?:m)?\b.{0,12}\b(?:hear|decid|take|go)\w*|\b(?:appeal|fight|contest|"
    r"challenge|go to|turn to)\b",
    re.IGNORECASE,
)
_WARNED = pattern(
    r"\b(?:how (?:many days|long|much)|days|notice|warning|in advance|ahead)\b.{0,60}"
    r"\b(?:demot\w*|remov\w*|reduc\w*|grade|adverse)\b"
    r"|\b(?:demot\w*|remov\w*|reduc\w*|adverse)\b.{0,60}\b(?:how (?:many days|long|much)|days|"
    r"notice|"
    r"warning|in advance|ahead)\b",
    re.IGNORECASE,
)


_PAY_KEPT = pattern(
    r"\b(?:pay retention|retained (?:pay|rate)|saved pay)\b|\b(?:keep|keeps|kept|retain\w*)\b"
    r"[^.?!]{0,12}\bpay\b",
    re.IGNORECASE,
)
_MAY = pattern(
    r"\b(?:can|may|could) (?:i|we|he|she|it|an? \w+)\b|\bpossible\b|\ballowed\b", re.IGNORECASE
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether the notice before a demotion for misconduct, or its forum, is asked for."""
    return _of_notice(question) or _of_forum(question)


def _of_notice(question: Question) -> bool:
    text = question.message
    told = _FOR_CONDUCT.search(text) and _WARNED.search(text)
    return bool(told) and not question.has("appeal", "mspb", "board", "deadline", "to file")


def _of_forum(question: Question) -> bool:
    """Tell whether it is asked where a reduction in grade for misconduct is appealed."""
    text = question.message
    told = _FOR_CONDUCT.search(text) and _LOWERED.search(text) and _FIGHT.search(text)
    return bool(told) and not question.has("grievance", "both", "notice", "deadline")


def _answer(question: Question, context: Context) -> Answer:
    final = rule("final", "5-cfr-511", "There is no further right of appeal")
    excluded = rule(
        "adverse-not-retained", "5-cfr-752", "Action that entitles an employee to grade retention"
    )
    covered = rule("adverse-action", "5-cfr-752", "Reductions in grade")
    note = law(
        "introduction",
        "60",
        "will not be entitled to any procedural or appeal rights",
        "Those who keep grade or pay have no rights under chapter 75, but keep the classification "
        "appeal to OPM.",
        section="Appendix 4, G.2.b",
    )
    notice = rule("adverse-notice", "5-cfr-752", "days' advance written notice")
    asked_when = ("how many days", "deadline", "time limit", "how long", "by when", "last day")
    told = ruling(story(question, context), context.today)
    if _of_forum(question):
        return Answer(
            lead=(
                "**To the Merit Systems Protection Board, or by the negotiated grievance procedure "
                "where one covers it, not both: a reduction in grade for misconduct is an adverse "
                "action under 5 CFR part 752, not classification.** The Board's time limit is "
                "short and not held here: it stands in 5 CFR part 1201 and in the agency's letter. "
                "Do not wait for a classification appeal, which does not reach it."
            ),
            words=(
                rule("adverse-appeal", "5-cfr-752", "Merit Systems Protection Board"),
                covered,
                law(
                    "5-usc-7121",
                    "section 7121(e)(1)",
                    "in the discretion of the aggrieved employee",
                    "Such matters go to the Board or to the negotiated procedure, but not both.",
                ),
            ),
            next=("Look in the agency's letter for the forum and the last day it names.",),
        )
    if question.has("what if i do not answer"):
        return Answer(
            lead=(
                "**Then the agency may decide without your answer: it considers the reasons of its "
                f"notice and any answer that reached it in the time given, at least "
                f"{number('adverse-answer')} days.** Ask for more time in writing before it is "
                "over. The right to appeal the decision does not depend on an answer."
            ),
            words=(quoted_rule("adverse-answer", "5-cfr-752"), notice),
            next=("Look in the decision for the forum and the last day it names.",),
        )
    if _of_notice(question):
        return Answer(
            lead=(
                f"**At least {number('adverse-notice')} days' advance written notice, with the "
                f"specific reasons, and no less than {number('adverse-answer')} days to answer.** "
                "A reduction in grade for misconduct is an adverse action under part 752, not "
                "classification, so grade retention and the classification appeal do not come in."
            ),
            words=(
                notice,
                quoted_rule("adverse-answer", "5-cfr-752"),
                rule("adverse-appeal", "5-cfr-752", "Merit Systems Protection Board"),
            ),
            next=("Read in the letter which rights and limits it names, and keep it.",),
        )
    if told is not None and told.kept == "grade" and not question.has("both", "grievance"):
        return Answer(
            lead=(
                f"**No: an action that entitles you to grade retention is not an adverse action, "
                f"so "
                f"the Board does not take it.** {told.why} Your classification appeal to OPM stays."
            ),
            words=(excluded, note),
            next=("Ask *do I keep my grade?* and *how long do I have?*",),
        )
    if (
        question.has("agency")
        and question.has("opm")
        and not question.has("retention", "grievance")
    ):
        lead = (
            "**To OPM, directly or through your agency, or to your agency first where it has an "
            "appeal system: the choice is yours. Not to the Merit Systems Protection Board, which "
            "hears no classification appeals.** The agency first leaves OPM open if it says no; "
            "OPM's decision is the last one."
        )
        words: tuple[Words, ...] = (
            rule("forum", "5-cfr-511", "writing to the Office directly, or by forwarding"),
            final,
            excluded,
        )
    elif question.has("both", "same time", "grievance", "at once", "together"):
        lead = (
            "**Not both: where the negotiated grievance procedure covers a reduction in grade or "
            "pay, the employee chooses it or the Board, whichever is filed first in time (5 U.S.C. "
            "7121(e)).** That holds for an adverse action, such as for misconduct; the "
            "classification itself goes to OPM, and neither of them decides it."
        )
        words = (
            law(
                "5-usc-7121",
                "section 7121(e)(1)",
                "in the discretion of the aggrieved employee",
                "Such matters go to the Board or to the negotiated procedure, but not both.",
            ),
            covered,
        )
    elif question.has(*asked_when):
        lead = (
            "**The Board's own time limit is not held here: it stands in 5 CFR part 1201. Take it "
            "from the agency's letter or from mspb.gov, and do not wait.** The Merit Systems "
            "Protection Board hears a reduction in grade or pay only where it is an adverse "
            "action, which one with grade retention is not; the classification itself is appealed "
            "to OPM."
        )
        words = (excluded, covered, note)
    elif question.has("notice", "procedures", "thirty", "30", "do we have to"):
        lead = (
            "**Only if the employee loses grade or pay and is not entitled to grade retention: "
            f"then part 752 asks for {number('adverse-notice')} days' advance written notice with "
            "reasons, a chance to answer, and a written decision.** An action that gives grade "
            "retention is outside part 752; the notice that classification law asks for is owed "
            "all the same."
        )
        words = (notice, excluded, covered)
    elif _PAY_KEPT.search(question.message):
        lead = (
            "**No, by the statute: an action that gives grade or pay retention cannot be appealed "
            "under other procedures (5 U.S.C. 5366(b)).** The Board's own part 752 names grade "
            "retention only, so ask the Board or a lawyer before a limit runs out, and do not rely "
            "on it. Your classification appeal to OPM stays."
        )
        words = (
            law(
                "5-usc-5361",
                "section 5366(b)",
                "shall not be treated as appealable",
                "An action that gives grade or pay retention cannot be grieved or appealed "
                "elsewhere.",
            ),
            excluded,
            note,
        )
    elif question.has("retention", "saved grade"):
        head = "No: an" if _MAY.search(question.message) else "An"
        lead = (
            f"**{head} action that entitles you to grade retention is not an adverse action, so "
            "the Board does not take it.** Your classification appeal to OPM stays."
        )
        words = (excluded, note)
    elif question.has(
        "cut", "reduc", "demot", "downgrad", "reclassif", "lost pay", "adverse", "losing a grade"
    ):
        lead = (
            "**Only if your grade or pay is reduced and you are not entitled to grade retention: "
            "that is an adverse action, and the Board hears it if part 752 covers you.** Most "
            "people lowered by a reclassification keep the grade, and then only the "
            "classification appeal to OPM is open. The Board does not decide what grade the work "
            "deserves."
        )
        words = (excluded, covered, note)
    else:
        lead = (
            "**No: the Merit Systems Protection Board does not hear classification appeals.** "
            "OPM's certificate is the final administrative decision, and no further appeal lies "
            "against it. The Board hears a reduction in grade or pay only where it is an adverse "
            "action, which one with grade retention is not."
        )
        words = (final, excluded, note)
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Look whether the agency's letter names appeal rights to the Board, and their limit.",
            "Ask *do I keep my grade?* and *how long do I have?*",
        ),
    )


TOPIC = Topic(
    id="mspb",
    title="the Merit Systems Protection Board",
    answer=_answer,
    unlike=("levels", "points", "decision"),
    sure=_sure,
    cues=("conduct", "disciplin", "adverse action"),
)
