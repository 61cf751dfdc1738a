"""What an appeal contains, and what of it an open case already holds."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import facts_of, track
from assistant.chat.model import Answer, Context, Question, Topic, Words

_WRITE = re.compile(
    r"\b(?:write|draft|compose|template|sample|prepare|help me (?:write|with))\b", re.IGNORECASE
)


_OWN = re.compile(
    r"\b(?:write|make|send|give|supply|submit|draft)\b[^.?!]{0,20}\b(?:my|our|his|her|their) own "
    r"(?:version|description|account|write-?up|list|pd)\b",
    re.IGNORECASE,
)


_EVERY = re.compile(
    r"\b(?:every|each|all(?: of)?(?: the)?(?: nine| 9)?) factors?\b|\ball nine\b|"
    r"\bonly (?:the )?(?:one|factors?)\b[^.?!]{0,30}\b(?:disagree|wrong|dispute)",
    re.IGNORECASE,
)
_BARELY = re.compile(
    r"\b(?:just|simply|only|enough to) (?:say|write|state|put|tell)\b[^.?!]{0,25}"
    r"\b(?:disagree|wrong|no|don't agree)\b|\bwithout (?:giving |any )?reasons?\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked if the appellant describes the work, or may give no reasons."""
    asked = _OWN.search(question.message) and question.has("opm", "appeal")
    barely = _BARELY.search(question.message) and track(question, context) == "fws"
    argued = _EVERY.search(question.message) and question.has(
        "argue", "explain", "write", "address", "go through", "cover"
    )
    asked = asked or argued or (barely and question.has("opm", "appeal"))
    return bool(asked) and not question.decision and not question.levels


def _answer(question: Question, context: Context) -> Answer:
    from core.appeals.contents import contents
    from core.appeals.issues import rule_on_issues

    facts = facts_of(question, context)
    case = context.case if context.own else None
    items = contents(facts, rule_on_issues(facts), case)
    marks = {"present": "at hand", "not-needed": "not needed", "unknown": "not known here"}
    lines = tuple(f"- {item.text} *({marks.get(item.state, item.state)})*" for item in items)
    figures = (
        ()
        if case is None
        else tuple(f"{item.text} **{marks.get(item.state, item.state)}**" for item in items)
    )
    wage = track(question, context) == "fws"
    lead = (
        "**A signed letter with: your name, address and telephone; agency and exact place of "
        "the position; present and requested title, pay plan, series and grade; the position "
        "description, with a word on whether it is accurate; your reasons; and your "
        "representative, if you have one.** The reasons name the standard and the points in "
        "which the agency's evaluation statement is wrong."
    )
    if wage and _BARELY.search(question.message):
        lead = (
            "**No: an appeal to OPM must be in writing and name specifically the parts of the "
            "agency's decision or job analysis with which you disagree.** Say of each part what is "
            "wrong in it, by the standard and by the work you do."
        )
    elif wage:
        lead = (
            "**To the agency: a written application with the reasons why the job is wrongly "
            "graded. To OPM afterwards: a written appeal that names the parts of the agency's "
            "decision you disagree with**, with who and where you are, the present and the "
            "requested grade, and the job description."
        )
    elif _OWN.search(question.message):
        lead = (
            "**Yes, if the official description is not accurate: send your own description of the "
            "work, and show the steps you took to have the official one changed.** Without proof "
            "of a reasonable attempt OPM returns the appeal; with it, it decides on the duties "
            "assigned and performed."
        )
        return Answer(
            lead=lead,
            words=(
                rule("contents-own-description", "introduction", "his or her own description"),
                rule("position-description", "introduction", "reasonable attempt has been made"),
            ),
            next=("Each duty with its share of time and one example of the work.",),
        )
    elif _WRITE.search(question.message):
        lead = (
            "**`fes paper letter CASE` drafts the appeal letter from your case; it is yours to "
            "check and sign.** It needs who and where you are, the present and the requested "
            "title, series and grade, the position description with a word on whether it is "
            "accurate, and your reasons, factor by factor."
        )
    elif _EVERY.search(question.message):
        lead = (
            "**No: argue the points in which you disagree, and say of the rest that you agree or "
            "leave it.** The reasons name the standard and where the agency's evaluation is "
            "wrong. OPM grades the whole position all the same, so look at the other factors too: "
            "one that is credited too high can cost what another brings."
        )
    elif question.has("how long", "pages", "length", "too long", "how short", "page limit"):
        lead = (
            "**No length is set: as long as it takes to say who and where you are, which "
            "classification you ask for, and why the standard supports it.** Enclose the position "
            "description with a word on whether it is accurate. A page for each factor in "
            "dispute is usual; whole sentences with facts weigh more than length."
        )
    words: tuple[Words, ...] = (
        rule("contents", "introduction", "must be in writing and should include"),
        rule("contents-reasons", "introduction", "specific points of disagreement"),
        rule("contents-own-description", "introduction", "his or her own description of the work"),
    )
    if wage:
        words = (
            rule("fws-say-what", "5-cfr-532", "identify specifically the portions"),
            *words[:1],
        )
    return Answer(
        lead=lead,
        words=words,
        figures=figures[:8],
        whose="What your case holds of it" if case is not None else "",
        next=(
            "If the description is wrong, add your own and show what you did to have it changed.",
            "Write the reasons factor by factor: name a level to see what it asks for.",
        ),
        more=("\n".join(lines),),
    )


TOPIC = Topic(
    id="appeal-contents",
    title="what an appeal contains",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
