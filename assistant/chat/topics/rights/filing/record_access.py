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
    *("something wrong", "says wrong", "not true"),
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


_MANAGEMENT_READS = re.compile(
    r"\b(?:can|may|could|does|do|will|would|is|are)\b[^.?!]{0,8}\b(?:boss|supervisor|manager|chief|"
    r"management|hr|agency|personnel(?: office)?|they)\b[^.?!]{0,25}\b(?:see|read|look|inspect|"
    r"access|get (?:at|into)|open)\b[^.?!]{0,30}\b(?:file|record|appeal|wrote|write|sent|said)\b",
    re.IGNORECASE,
)
"""What asks whether those on the other side read the record; whom to tell is another thing."""


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked if the supervisor has to be told of an appeal."""
    text = question.message
    told = _TELLS.search(text) and _OF_APPEAL.search(text)
    read = _MANAGEMENT_READS.search(text) and question.has("appeal", "opm", "record")
    return bool(told or read) and not question.decision


_REFUSED = re.compile(
    r"\b(?:refus\w+|won't|will not|den(?:y|ies|ied))\b[^.?!]{0,40}\b(?:show|see|read|look|"
    r"cop(?:y|ies)|file|record|let)\b",
    re.IGNORECASE,
)
"""Says that the record is withheld."""


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
    if _REFUSED.search(question.message):
        lead = (
            "**It may not: you and your representative are entitled to read OPM's appeal record, "
            "and your agency must give you copies of all it sends OPM about your appeal.** Ask for "
            "them in writing; if they do not come, ask OPM's appeals office for the record."
        )
        words: tuple[Words, ...] = (record, told)
    elif question.has(*_WRONG):
        lead = (
            "**Write to OPM at once, with your proof: your agency must give you copies of all it "
            "sends OPM, and you may send relevant information at any time.** OPM decides on the "
            "duties actually assigned and performed, and asks you and your supervisor where the "
            "two accounts part."
        )
        words = (
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
    elif _MANAGEMENT_READS.search(question.message):
        lead = (
            "**Yes: the agency may inspect OPM's record of the appeal, so management can read what "
            "you wrote.** OPM also tells the agency of the appeal and asks it for its file. The "
            "same record is open to you and your representative, and the agency must give you "
            "copies of what it sends OPM."
        )
        words = (record, told)
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
    answer=_answer,
    sure=_sure,
    cues=(
        *("tell", "inform", "notify", "let", "ask", "behind", "without"),
        *("see", "read", "look", "inspect", "access", "get ", "open"),
    ),
    unlike=("levels", "points", "decision"),
)
