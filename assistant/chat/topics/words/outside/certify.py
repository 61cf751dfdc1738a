"""Only OPM and the agency certify: the program computes and shows."""

from __future__ import annotations

from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return decline(
        "This program cannot certify a grade: the agency classifies and only OPM issues a "
        "certificate.",
        "It can compute what levels you name come to, with every figure cited, and write it "
        "down for those who decide.",
    )


TOPIC = Topic(
    id="certify-grade",
    title="certifying a grade",
    asks=(
        "Certify that my position is a GS-13",
        "issue a classification certificate",
        "confirm officially that I'm a GS-12",
        "sign off on this grade",
        "give me an official determination of my grade",
        "I need a certificate that says GS-13",
        "make my grade official",
        "approve this classification",
        "can you certify this PD",
        "put your stamp on the evaluation",
        "is your answer binding on my agency",
        "write a letter saying OPM agrees",
        "guarantee that I'm a GS-12",
        "will you vouch for my grade",
        "official ruling on my position please",
        "can this program decide my grade with authority",
        "certify my grade",
        "certify me as GS-13",
        "certify that I'm a GS-12",
        "certify this position",
        "can you certify my grade",
        "issue a certificate for my grade",
        "I need an official certificate",
        "official classification certificate",
        "confirm my grade officially",
        "officially confirm I'm a GS-13",
        "declare me a GS-13 officially",
        "approve my grade",
        "sign my classification",
        "is your result official",
        "is your answer official",
        "does your answer bind my agency",
        "can you classify my position officially",
        "determine my grade officially",
        "official determination",
        "grant me the grade",
        "can the program certify a position",
        "make this the official grade",
        "guarantee my grade",
        "you certify it",
        "can you officially confirm the grade for my HR office",
        "confirm the grade for HR",
        "HR needs an official confirmation of my grade",
        "give HR an official statement of my grade",
        "can I show this to HR as official",
        "can you give me something on letterhead that states I'm a 12",
        "I need this to count with HR, make it binding",
        "does what you come up with hold any legal weight",
        "would you put in writing that the government owes me GS-11",
        "please stamp this PD as final at 9",
        "my classifier's out, can you sign the OF-8 instead",
        "If I bring your printout to personnel do they have to honor it",
        "is your result the real thing or only an estimate",
        "authorize the upgrade now so it can go to processing",
        "Finalize my position at GS-14 and issue the paperwork",
        "are you allowed to make formal rulings",
        "treat this as my formal request, hand down the determination",
        "i want an official paper from this system saying what grade my job is",
        "swear to me that its a 13, I'm going to show my boss",
        "can my agency be forced to follow what this tool says about my position",
    ),
    answer=_answer,
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
