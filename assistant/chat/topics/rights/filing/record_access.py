"""Who learns of an appeal and who may read its record."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic, Words

_TELL = (
    *(
        "tell my boss",
        "tell my super",
        "tell my manager",
        "have to tell",
        "inform my",
        "need to tell",
    ),
    *("must i show", "see my appeal", "show my", "show it to", "wants to read", "before i send"),
    *("let my boss", "let my supervisor know", "go through my boss", "ask my boss", "ask my super"),
)

_WRONG = (
    *("lies", "lied", "lying", "false", "wrong pd", "wrong description", "incorrect", "untrue"),
    *("correct what", "mistakes in", "left out of the report", "wrong information", "misled"),
)


_OPM_TELLS = re.compile(
    r"\b(?:does|do|will|would|must) (?:opm|they)\b[^.?!]{0,15}\b(?:tell|inform|notify|contact|call|"
    r"talk to)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:have|has|need|must|should|required|supposed|got|obliged)\b[^.?!]{0,12}\b(?:tell|inform|"
    r"notify|let|ask)\b[^.?!]{0,25}\b(?:boss|supervisor|manager|chief|management|director)\b"
    r"|\b(?:behind|without)\b[^.?!]{0,25}\b(?:boss|supervisor|manager|chief)(?:'s)?\b"
    r"[^.?!]{0,12}\b(?:back|knowing|knowledge|finding out|hearing)\b",
    re.IGNORECASE,
)
_OF_APPEAL = re.compile(r"\b(?:appeal\w*|fil(?:e|ed|ing)|opm)\b", re.IGNORECASE)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked if the supervisor has to be told of an appeal."""
    text = question.message
    return bool(_TELLS.search(text) and _OF_APPEAL.search(text)) and not question.decision


def _answer(question: Question, context: Context) -> Answer:
    record = rule("record-open", "5-cfr-511", "permitted to inspect the Office's appellate record")
    public = law(
        "5-cfr-511",
        "section 511.616(a)",
        "shall disclose the following information",
        "To the public OPM confirms names, status, result and what was asked for, unless privacy "
        "forbids it.",
    )
    told = law(
        "introduction",
        "62",
        "send an acknowledgment letter",
        "OPM acknowledges an appeal to the employee and to the agency.",
        section="Appendix 4, G.5.b",
    )
    if track(question, context) == "fws":
        record = rule("fws-record", "5-cfr-532", "disclose to the parties concerned")
    if question.has(*_WRONG):
        lead = (
            "**Write to OPM at once, with your proof: your agency must give you copies of all it "
            "sends OPM, and you may send relevant information at any time.** OPM decides on the "
            "duties actually assigned and performed, and asks you and your supervisor where the "
            "two accounts part."
        )
        words: tuple[Words, ...] = (
            law(
                "5-cfr-511",
                "section 511.606(a)",
                "relevant information to the Office at any time",
                "Employee and agency may send OPM relevant information at any time after filing.",
            ),
            record,
        )
    elif question.has(
        "public", "published", "coworker", "co-worker", "name", "privacy", "give out"
    ):
        lead = (
            "**The file is open to you, your representative and your agency, not to the public.** "
            "Anyone who names the person can learn from OPM who is involved, the status, the "
            "result and what was asked for, unless that would be an unwarranted invasion of "
            "privacy."
        )
        words = (public, record)
    elif _OPM_TELLS.search(question.message):
        lead = (
            "**Yes: OPM tells the agency of the appeal, asks it for its file, and the supervisor "
            "has to say whether the description is accurate.** You need nobody's leave to appeal, "
            "and nobody may punish you for using the right."
        )
        words = (told, record)
    elif question.has(*_TELL) or _TELLS.search(question.message):
        lead = (
            "**No: you need not tell your supervisor or ask leave; an appeal may go straight to "
            "OPM.** It will not stay unknown: OPM tells the agency, asks it for its file, and the "
            "supervisor has to say whether the description is accurate. Nobody may punish you for "
            "using the right."
        )
        words = (told, record)
    elif question.has(
        "see", "look", "copies", "inspect", "copy", "read the", "know what", "access"
    ):
        lead = (
            "**Yes: you and your representative may read OPM's appeal record, and your agency must "
            "give you copies of everything it sent to OPM about your appeal.** Ask the deciding "
            "official for a day and place."
        )
        words = (record, told)
    else:
        lead = (
            "**No, it is not confidential from your agency: OPM tells the agency of the appeal, "
            "asks it for information, and the agency may read the record.** So may you. OPM may "
            "also ask your supervisor about the duties."
        )
        words = (told, record, public)
    return Answer(
        lead=lead,
        words=words,
        next=("Ask your agency in writing for copies of what it sends OPM, and answer it.",),
    )


TOPIC = Topic(
    id="appeal-record",
    title="who sees an appeal",
    asks=(
        "must I tell my supervisor before I appeal to OPM",
        "can I appeal behind my boss's back",
        "what if the agency lies to OPM",
        "the agency sent the wrong PD to OPM",
        "can I correct what my agency told OPM",
        "can my coworkers see my appeal",
        "is my name in the decision",
        "do I have to tell my boss I'm appealing",
        "must I inform my supervisor before I file with OPM",
        "should I let my supervisor know about the appeal",
        "Will my agency find out that I appealed?",
        "Is my appeal confidential?",
        "Can I see what my agency sent to OPM?",
        "May I look at the appeal file?",
        "do I get copies of the agency's report",
        "does my boss get to read my appeal",
        "Who has access to the appeal record?",
        "Can the public see my appeal?",
        "Is the agency told when I go directly to OPM?",
        "Are appeal decisions published with my name?",
        "can coworkers read my appeal",
        "What information about my appeal does OPM give out?",
        "access to appellate record",
        "I want to know what management said about my job",
        "How do I inspect OPM's file on my case?",
        "Can I file without my supervisor knowing?",
        "Is it possible to read the agency's submission?",
        "who gets to see my file",
        "Will OPM tell my agency about the appeal?",
        "privacy of appeals",
        "How do I get copies of what they told OPM?",
        "is it confidential",
        "is my appeal secret",
        "does my agency learn of it",
        "will my boss know",
        "does OPM inform my agency",
        "who knows about my appeal",
        "can I keep the appeal from my boss",
        "can I see the file",
        "may I read the record",
        "can I get a copy of the agency's answer",
        "what did the agency say about me, can I see it",
        "right to see the appeal file",
        "can the union see the record",
        "who may look at my appeal",
        "does OPM publish names",
        "are decisions public",
        "will people find out about the appeal",
        "is the appeal anonymous",
        "may management see what I wrote",
        "access to the file",
        "can reporters get my appeal file",
        "I don't want my supervisor to hear of it. Is that possible?",
        "Am I allowed to read what HR wrote about my position?",
        "does OPM let the agency know who appealed",
        "Who besides me can open the case file?",
        "Does an appeal stay between me and OPM?",
        "Will they find out at work?",
        "does OPM notify the agency",
        "May I look into the appeal record?",
        "can I get what the agency submitted",
        "Who is informed about an appeal?",
        "is the file open to the public",
        "will my name be in a published decision",
        "can my boss see what I said about him",
        "I want copies of all the papers in my appeal",
        "Is it possible to appeal without management knowing?",
        "how do I get to read the papers HR handed OPM",
        "I'd rather my chief didn't get wind of it, is there any way to keep it between OPM and me",
        "HR wrote something to OPM about my job, do they have to let me read it",
        "is what i put in the appeal going to be passed around the office",
        "can anyone look me up afterwards and see I filed",
        "will they contact my employer once they have my letter",
        "i said some harsh things about my supervisor in the letter, does he get a copy",
        "Do they black out the name when a case goes on the website?",
        "Steward here. May I inspect the case file for the member I represent?",
        "who's cc'd when a case comes in",
        "want copies of everything the agency turned over about me",
        "does a FOIA request get somebody else my appeal papers",
        "they must have told OPM lies about my duties, I want to see the papers with my own eyes",
        "quietly filing without tipping off anyone at work, doable?",
        "right of the parties to examine the record",
        "do I get to respond to what management submitted, or even see it",
    ),
    answer=_answer,
    sure=_sure,
    cues=("tell", "inform", "notify", "let", "ask", "behind", "without"),
    unlike=("levels", "points", "decision"),
)
