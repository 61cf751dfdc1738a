"""Duties or the description changed while an appeal is pending."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic

_AFTERWARDS = re.compile(
    r"\b(?:after|once|when|if) (?:i|we|he|she|you|opm|the)\b[^.?!]{0,40}\b(?:wins?|won|"
    r"decide[sd]?|decision|"
    r"agrees?|upgrad\w+|raises?|raised)\b[^.?!]{0,60}\b(?:take|takes|took|remov\w*|strip\w*|"
    r"pull\w*|"
    r"reassign\w*|move|cut)\b[^.?!]{0,30}\b(?:duties|work|tasks|assignments?)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether it is asked if duties may be taken away once OPM has decided."""
    return bool(_AFTERWARDS.search(question.message))


def _answer(question: Question, context: Context) -> Answer:
    actual = rule(
        "position-description", "5-cfr-511", "decide the appeal on the basis of the actual duties"
    )
    discouraged = law(
        "introduction",
        "61",
        "not to cancel, postpone, or take alternative personnel actions",
        "Agencies are encouraged not to change course solely because an employee has appealed.",
        section="Appendix 4, G.2",
    )
    retroactive = law(
        "5-cfr-511",
        "section 511.703(c)",
        "existing at the time of demotion",
        "What is made good for the past rests on the duties at the time of the demotion.",
    )
    head = (
        "**Yes: an appeal does not freeze the position, and management may still change duties and "
        "the description.**"
    )
    if question.has("what now", "what do i do", "what can i do", "took", "removed", "stripped"):
        head = (
            "**Tell OPM at once and send proof of what changed and when: an appeal does not freeze "
            "the position, and management may still move duties.**"
        )
    if _sure(question, context) or question.has(
        "after i win", "after the decision", "won", "after opm", "win", "decided"
    ):
        return Answer(
            lead=(
                "**Yes: whatever OPM decides, the agency goes on assigning the duties and may take "
                "some of them away afterwards.** The certificate stands until the duties change "
                "significantly or a new standard applies; a lower grade that follows brings "
                "notice, "
                "appeal rights and mostly retention."
            ),
            words=(
                rule("duties-stay-with-agency"),
                rule(
                    "standard-changes-certificate",
                    "introduction",
                    "application of a newly issued OPM standard or guide",
                ),
            ),
            next=("Ask *do I keep my grade?* for what is kept then.",),
        )
    return Answer(
        lead=(
            f"{head} OPM decides on the work assigned and performed when it decides; only the "
            "restoring of a lost grade looks at the duties at the time of the downgrade. Punishing "
            "someone for appealing is another matter, for the Office of Special Counsel."
        ),
        words=(actual, retroactive, discouraged),
        next=(
            "Keep dated work products and assignments from before the change.",
            "If duties were taken only on paper, say so: OPM asks for what you really do.",
        ),
    )


TOPIC = Topic(
    id="changed-while-appealing",
    title="a position that changes while an appeal is pending",
    answer=_answer,
    sure=_sure,
    cues=("win", "won", "decide", "decision", "agree", "upgrad", "raise"),
    unlike=("levels", "points", "decision"),
)
