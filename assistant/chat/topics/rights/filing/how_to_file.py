"""How an appeal is filed, and where."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, quoted_rule, rule
from assistant.chat.answering.procedure import number, track
from assistant.chat.model import Answer, Context, Question, Topic

_SHORT = 9
"""Words up to which a question is about nothing but the address."""
_OF_FILING = (
    *("how-to-file", "representative", "forum", "appeal-contents", "deadline-in-general"),
    *("deadline-after-lowering", "missed-deadline", "should-appeal", "mspb", "appeal-duration"),
)
_FORM = re.compile(
    r"\b(?:forms?|sf-?(?!50)\w+)\b[^.?!]{0,30}\b(?:to file|file|filing|appeal)\b"
    r"|\b(?:file|filing|appeal)\b[^.?!]{0,30}\b(?:on|use|need|with) (?:a |an |any |which |what |"
    r"some )?"
    r"(?:special |standard |official )?forms?\b",
    re.IGNORECASE,
)


_OF_FORM = re.compile(
    r"\b(?:is|are|do|does|must|should|need|have)\b[^.?!]{0,25}\b(?:an?|any|the|special|official|"
    r"standard|certain) (?:\w+ )?forms?\b",
    re.IGNORECASE,
)
"""Asks whether there is a form."""
_ADDRESS = re.compile(
    r"\badd?ress\b|\bwhere (?:do|should|must|can) (?:i|we) (?:send|mail|write)\b|\bmail it (?:to )?"
    r"where\b|\bwhere to (?:send|mail)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"^\W*(?:(?:and|so|ok|then)\W+)*(?:where|(?:to )?whom?) (?:does|do|should|must|would) "
    r"(?:it|this|that|i|we|the (?:appeal|letter)|my (?:appeal|letter))"
    r"(?: (?:have to|need to))?(?: (?:go|send|sent|mail|file|get|give|address|hand|in|it|this|to))+"
    r"\W*$",
    re.IGNORECASE,
)
"""Where it goes, said of nothing that was named: what people ask who speak of an appeal."""
_CALL = re.compile(
    r"\b(?:who(?:m)?|what number|which number)\b[^.?!]{0,25}\b(?:call|phone|dial|contact|"
    r"speak (?:to|"
    r"with)|talk (?:to|with)|reach)\b[^.?!]{0,40}\b(?:opm|appeals?|classification)\b"
    r"|\b(?:phone|telephone|number|hotline|contact)\b[^.?!]{0,40}\b(?:opm|classification appeals?|"
    r"appeals office)\b|\bopm(?:'s)? (?:\w+ ){0,2}(?:phone|telephone|number|hotline|contact)\b"
    r"|\b(?:somebody|someone|anyone)\b[^.?!]{0,12}\bopm\b[^.?!]{0,12}\b(?:talk|speak|call|ask|"
    r"tell me)\b"
    r"|\b(?:call|phone|contact|reach) (?:somebody |someone |anyone )?(?:at )?opm\b",
    re.IGNORECASE,
)
_NOT_CALL = re.compile(
    r"\b(?:does|do|will|would|can|could|must|if|when) opm\b|"
    # What the program is asked to do itself it declines.
    r"\b(?:will|would|can|could) you\b|\bcontacts?\b.{0,20}\b(?:level|factor|"
    r"purpose)|\bnumber of\b|\bdecision number\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked on which form an appeal is filed, where it is sent, whom to call."""
    text = question.message
    if _CALL.search(text) and not _NOT_CALL.search(text) and not question.decision:
        return not question.factors and not question.levels
    short = len(question.message.split()) <= _SHORT and not question.decision
    spoken_of = context.memory.topic in _OF_FILING or question.has("appeal")
    if short and spoken_of and _ADDRESS.search(question.message):
        return not question.has("my agency's", "claim")
    begins = context.memory.topic == "" or context.memory.topic in _OF_FILING
    if short and begins and _WHERE.search(text):
        return True
    return bool(_FORM.search(question.message) and not question.has("complain", "grievance", "eeo"))


def _answer(question: Question, context: Context) -> Answer:
    if track(question, context) == "fws":
        return Answer(
            lead=(
                "**In writing, with your reasons, to your own agency; a wage employee's appeal "
                "reaches OPM only after the agency's decision**, within "
                f"{number('fws-opm-filing')} calendar days of receiving it. Your agency publishes "
                "its procedure and says where the application goes."
            ),
            words=(
                rule("fws-agency-first", "5-cfr-532", "has issued a decision under the system"),
                quoted_rule("fws-opm-filing", "5-cfr-532"),
            ),
            next=("Ask your personnel office for the published job grading review procedure.",),
        )
    if _ADDRESS.search(question.message):
        return Answer(
            lead=(
                "**To OPM's Classification Appeals and FLSA Claims Program Manager at its "
                "headquarters in Washington: the whole address, as OPM's web page gave it, stands "
                "below; check it at opm.gov before you send anything.** Through your agency it "
                "goes to the personnel office. In writing, dated and signed."
            ),
            words=(
                rule("where-opm"),
                rule("forum", "5-cfr-511", "writing to the Office directly, or by forwarding"),
            ),
            next=("Keep a copy and a proof of the day you sent it.",),
        )
    if _CALL.search(question.message):
        return Answer(
            lead=(
                "**No telephone number of OPM is held here: OPM's page opm.gov/classapp says how "
                "its classification appeals office is reached and where an appeal is sent.** On "
                "your position description, its evaluation and your agency's own appeal system, "
                "call your personnel office first. A call is no appeal: that goes in writing."
            ),
            words=(
                rule(
                    "where-opm",
                    "introduction",
                    "Information on where to submit classification appeals",
                ),
                rule("forum", "5-cfr-511", "writing to the Office directly, or by forwarding"),
            ),
            next=("Ask *how do I file an appeal?* for the steps.",),
        )
    spoken = question.has("call", "phone", "email", "e-mail", "oral")
    head = "**In writing, to OPM directly or through your agency.** The rules name no form: write"
    if question.has("call", "phone", "oral"):
        head = "**In writing: a call is not an appeal.** The rules name no form: write"
    elif _OF_FORM.search(question.message):
        head = "**No: the rules name no form, and no system to file in.** Write"
    place = rule(
        "where-opm", "introduction", "Information on where to submit classification appeals"
    )
    where = place or law(
        "introduction",
        "67",
        "Information on where to submit classification appeals",
        "OPM says on its website where classification appeals are to be sent.",
        section="Appendix 4, H",
    )
    return Answer(
        lead=(
            f"{head} a letter that says who you are, what classification you ask for and why, and "
            "sign it. OPM gives the present address of "
            "its classification appeals office at opm.gov"
            + (
                ", and says there whether it takes them by email."
                if spoken
                else "; at the agency it goes to the personnel office."
            )
        ),
        words=(
            rule("forum", "5-cfr-511", "writing to the Office directly, or by forwarding"),
            where,
            rule("contents", "introduction", "must be in writing and should include"),
        ),
        next=(
            "Ask *what must the appeal contain?* for the checklist.",
            "First have the position description put right, and keep the proof that you tried.",
            "Keep a copy and a proof of the day you sent it.",
        ),
    )


TOPIC = Topic(
    id="how-to-file",
    title="how and where to file",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
