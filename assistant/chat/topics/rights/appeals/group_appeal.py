"""Several employees with one description: each appeals the position he or she holds."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**The rules do not say that a group may appeal together: they speak of an employee "
            "or an agency.** To be safe, each employee files and signs an appeal of his or her "
            "own; one representative may act for several. A decision on one position also "
            "reaches identical ones, because the agency must bring them into line with it."
        ),
        words=(
            law(
                "introduction",
                "58",
                "A written request by an employee or by an agency",
                "An appeal is a written request by an employee or by an agency.",
                section="Appendix 4, C.3",
            ),
            rule(
                "effect-on-others",
                "introduction",
                "identical, similar, and related positions is consistent",
            ),
        ),
        next=("Ask OPM, before you file, how it takes appeals on one shared description.",),
    )


TOPIC = Topic(
    id="group-appeal",
    title="appealing as a group",
    asks=(
        "Can several of us file one appeal?",
        "Can a group appeal together?",
        "We are six people on one PD, may we file jointly?",
        "joint classification appeal",
        "Can the union appeal for all of us?",
        "class action for classification",
        "All technicians want to appeal",
        "Is one appeal enough for everyone on the same PD?",
        "my whole team wants to contest the grade",
        "does each employee have to file separately",
        "Can we sign one letter, all twelve of us?",
        "collective appeal to OPM",
        "Is a petition by the whole office possible?",
        "one appeal for many employees",
        "Our unit shares a PD; who files?",
        "May employees appeal as a group?",
        "we'd like to appeal together",
        "four of us, same job, single appeal?",
        "Is there such a thing as a group classification appeal?",
        "Should each of us write our own appeal?",
        "mass appeal by the branch",
        "group appeal",
        "can we appeal together",
        "can we file together",
        "can my team appeal",
        "appeal as a team",
        "one appeal for all of us",
        "several employees one appeal",
        "we all want to appeal",
        "five of us want to appeal",
        "our whole office wants to appeal",
        "joint appeal",
        "do we each need our own appeal",
        "must everyone file his own appeal",
        "can the union file for the group",
        "class appeal",
        "multiple appellants",
        "employees with the same PD, one letter?",
        "can colleagues join my appeal",
        "sign on to someone else's appeal",
        "mass filing",
        "Eight of us share a job. Could one letter do for all?",
        "can we pool our appeals",
        "does the whole crew have to file individually",
        "appeal filed jointly by coworkers",
        "Is it possible to appeal as a group?",
        "Can we make one joint appeal?",
        "we have the same PD, can we appeal in common",
        "Does OPM accept appeals by groups?",
        "one letter signed by everyone",
        "may employees join in one appeal",
        "should we file individually or together",
        "appeal by all members of the unit",
        "my coworkers want to join my appeal",
        "can many people be on one appeal",
        "Could our section put in one appeal for everybody?",
        "is it allowed for coworkers to file as one",
        "there's a whole bunch of us with the same gripe",
        "all nine of us want in on it together",
        "one letter with all our names on it, would that do",
        "can my buddy and I go in on this together",
        "does each one of us have to write separately",
        "the entire shift wants to challenge the grade",
        "we share the exact same paperwork and want to fight it side by side",
        "union wants to send in one package for 40 members",
        "must everybody sign if we do it as a team",
        "strength in numbers, possible?",
        "some of us are on different descriptions, can we still band together",
        "three toll clerks, one complaint",
        "class action type thing for our grade",
        "what if two of us want out after we all put in for it together",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
