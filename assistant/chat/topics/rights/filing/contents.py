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


_BARELY = re.compile(
    r"\b(?:just|simply|only|enough to) (?:say|write|state|put|tell)\b[^.?!]{0,25}"
    r"\b(?:disagree|wrong|no|don't agree)\b|\bwithout (?:giving |any )?reasons?\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked if the appellant describes the work, or may give no reasons."""
    asked = _OWN.search(question.message) and question.has("opm", "appeal")
    barely = _BARELY.search(question.message) and track(question, context) == "fws"
    asked = asked or (barely and question.has("opm", "appeal"))
    return bool(asked) and not question.decision


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
    asks=(
        "how many pages does my appeal letter have to be",
        "is there a page limit for an appeal",
        "write my appeal letter",
        "draft my appeal for me",
        "can you write the appeal",
        "help me write the letter to OPM",
        "a template for the appeal letter",
        "sample appeal letter",
        "What must an appeal contain?",
        "What do I have to send with my appeal?",
        "What goes in the appeal letter?",
        "which documents do I need for a classification appeal",
        "checklist for an OPM appeal",
        "what papers should I gather",
        "Do I have to enclose my position description?",
        "What information does OPM need from me?",
        "what should I write in my appeal",
        "Do I have to cite the standard in my appeal?",
        "contents of the appeal request",
        "What belongs in a classification appeal under section J?",
        "Does the appeal have to be signed?",
        "How do I write the reasons in an appeal?",
        "do I need to attach the evaluation statement",
        "what evidence should I include",
        "What are the required contents of an appeal?",
        "what to put in the letter to OPM",
        "Which attachments go with an appeal?",
        "Is my PD needed with the appeal?",
        "list what I have to submit",
        "things to include when appealing",
        "what do I need to send in",
        "what has to be in the appeal",
        "what should the appeal say",
        "what information goes in",
        "what documents go with it",
        "what must I attach",
        "list of documents for an appeal",
        "required information for an appeal",
        "what to include in an appeal",
        "paperwork for an appeal",
        "do I need my SF-50 and PD",
        "how detailed must my reasons be",
        "does my letter need the series and grade I want",
        "must the appeal state the grade requested",
        "outline of an appeal letter",
        "template for an appeal",
        "draft my appeal letter",
        "help me write the appeal",
        "compose the letter to OPM",
        "is my appeal complete",
        "what belongs in the appeal package",
        "signature on the appeal",
        "Which items must my letter to OPM cover?",
        "what supporting papers should accompany my appeal",
        "Do I have to spell out the grade I think is right?",
        "appeal package checklist",
        "Tell me what my appeal has to say",
        "which particulars does an appeal need",
        "What do I put in writing?",
        "Is there a list of things an appeal needs?",
        "do I need to send my position description with it",
        "which facts and documents go to OPM",
        "what must I state about my agency and my position",
        "how do I word my reasons",
        "do I list the points where the evaluation is wrong",
        "is a signature needed",
        "write me an appeal to OPM",
        "What must be written in an appeal for OPM to take it?",
        "name the enclosures an appeal needs",
        "what do I put in it",
        "which papers go in the envelope",
        "is there a form or do I just write",
        "how long should my letter be",
        "what all do they want from me when I file",
        "do I need to attach my description and SF-50",
        "help me with the wording of my complaint to OPM",
        "give me a sample letter",
        "do I have to explain why I think I'm undergraded",
        "I'm ready to write, what info must be on there",
        "what to enclose",
        "started typing my appeal, am I missing something",
        "could you put together what I need to send",
        "checklist for the employee's package",
        "what goes in the envelope to OPM",
        "which papers must be enclosed so that it isn't returned",
    ),
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
