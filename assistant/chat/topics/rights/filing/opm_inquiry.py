"""How OPM finds the facts after an appeal is filed."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, quoted_rule, rule
from assistant.chat.answering.procedure import number
from assistant.chat.model import Answer, Context, Question, Topic

_SENDS = re.compile(
    r"\b(?:send|submit|hand in|hand over|turn in|provide|supply|give|mail|forward|add|present)\b"
    r"(?: \w+){0,4}? ?(?:\bit\b|\bthem\b|\bthat\b|\bthose\b|\bmore\b|\b(?:new|better|further|"
    r"additional|another|extra)\b|\b(?:evidence|proof|documents?|papers?|information|exhibits?|"
    r"examples?|facts?)\b)",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"\b(?:already|still|after(?:wards?)?|since|once|later|now|meanwhile|pending|belated\w*)\b",
    re.IGNORECASE,
)
"""Asks of what is sent when the appeal lies at OPM."""


def _sends_more(question: Question) -> bool:
    asked = question.has("filed", "sent", "appealed", "submitted", "opm", "appeal", "pending")
    return bool(
        asked
        and _SENDS.search(question.message)
        and _AFTERWARDS.search(question.message)
        and question.has("evidence", "proof", "document", "paper", "information", "exhibit")
        and not question.has("reconsider", "15", "days", "asked", "representative", "wage", " wg")
    )


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked if more may be sent after the appeal was filed."""
    return _sends_more(question) and not question.decision and not question.levels


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    inquiry = law(
        "introduction",
        "62",
        "make any necessary inquiries",
        "OPM makes the inquiries it needs to learn the duties, responsibilities and "
        "qualification requirements of the position.",
        section="Appendix 4, G.5.b",
    )
    visit = law(
        "introduction",
        "62",
        "need for on-site review",
        "Whether the position is reviewed on site is for the deciding official alone to say.",
        section="Appendix 4, G.5.b",
    )
    more = law(
        "5-cfr-511",
        "section 511.606(a)",
        "relevant information to the Office at any time",
        "Employee and agency may send OPM relevant information at any time after filing.",
    )
    if question.has("refuse", "won't talk", "won't answer", "ignore", "hang up", "no show", "skip"):
        lead = (
            "**Then OPM can cancel the appeal, as one that is not pursued: appellant, "
            "representative "
            "and agency must furnish what it asks for, in the time it sets.** It reopens the "
            "appeal "
            "only if something beyond your control prevented it. Ask for another day instead."
        )
        inquiry = rule("cancellation", "5-cfr-511", "On failure to prosecute")
    elif question.has("record the", "record it", "tape", "recording"):
        lead = (
            "**The rules held here say nothing of recording: ask OPM's specialist before you do.** "
            "You may send your own account in writing, before or after the talk: relevant "
            "information may be sent at any time."
        )
        inquiry, more = more, inquiry
    elif question.has("hearing"):
        lead = (
            "**No hearing is provided for.** OPM asks you, your supervisor and the agency in "
            "writing or by telephone, may audit the position, and decides on the record."
        )
    elif _sends_more(question) or question.has(
        "add", "more evidence", "later", "send more", "further"
    ):
        lead = (
            "**Yes: you and your agency may send OPM relevant information at any time after the "
            "appeal is filed.** Tie each paper to a duty or to the level in dispute."
        )
        inquiry, more = more, inquiry
    elif question.has("come to", "visit", "on site", "on-site", "my desk", "in person", "show up"):
        lead = (
            "**Perhaps: OPM may audit the work on site if it sees a need, and need not.** It "
            "mostly asks by telephone or in writing, you as well as your supervisor and your "
            f"agency, and what it asks you for is due in {number('opm-asks')} calendar days."
        )
        inquiry, visit = visit, inquiry
    elif question.has("insist", "demand", "right to", "must opm"):
        lead = (
            "**No: whether OPM comes to see the work is at its discretion alone.** It can also "
            "ask by telephone or in writing, you as well as your supervisor and your agency."
        )
        inquiry, visit = visit, inquiry
    else:
        lead = (
            "**OPM acknowledges the appeal to you and to your agency and makes the inquiries it "
            "needs, orally or in writing, of you, your supervisor or the agency; it may review "
            "the work on site if it sees a need, and then issues its certificate.** What it asks "
            f"you for is due in {number('opm-asks')} calendar days."
        )
    return Answer(
        lead=lead,
        words=(
            inquiry,
            visit,
            quoted_rule("opm-asks", "introduction"),
        ),
        next=(
            "Collect work examples for each duty, with the time it takes.",
            "Ask *may my representative be present?*",
        ),
        more=(more.ours,),
    )


TOPIC = Topic(
    id="opm-inquiry",
    title="what OPM does with an appeal",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
