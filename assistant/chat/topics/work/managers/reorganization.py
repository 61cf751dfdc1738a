"""Reorganizing: management may move duties, and the grade follows what remains."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    may = law(
        "introduction",
        "5",
        "establish, modify, and abolish positions",
        "Standards leave management's authority to organize and assign untouched.",
    )
    causes = law(
        "introduction",
        "18",
        "changes result from reorganizations",
        "Reorganizations and new missions change duties.",
    )
    reeval = law(
        "introduction",
        "19",
        "should be reviewed and revised as needed",
        "Significant changes call for a new look at title, series and grade.",
    )
    stay = rule("duties-stay-with-agency")
    if question.has(
        "take away",
        "remove",
        "strip",
        "took away",
        "taken away",
        "lower the grade",
        "downgrade",
    ):
        lead = (
            "**Yes: management may move duties elsewhere, and the position is then graded by "
            "what remains; the grade may fall.** The written notice, the right to appeal and "
            "mostly grade or pay retention protect the employee. Taking duties away is no "
            "classification decision, so an appeal reaches only the grade of what remains."
        )
        words: tuple[Words, ...] = (may, stay, reeval)
    elif question.has("instead of", "reassign"):
        lead = (
            "**Yes: management may reassign you to another position at your grade instead; that is "
            "no reduction, and the classification rules do not forbid it.** A reassignment cannot "
            "be appealed to OPM; the series and grade of the position you then hold can, at any "
            "time. Other rules on reassignments are not held here."
        )
        words = (may, stay)
    elif question.has("avoid", "so that", "to keep the grade", "to hold the grade", "prevent"):
        lead = (
            "**Yes: management decides which duties are assigned, and may take higher work away "
            "so that the grade holds.** It must really be taken away, on paper and in practice; "
            "while it is still assigned and performed, the position is graded with it. It may "
            "not be done to punish somebody for appealing."
        )
        words = (may, reeval)
    else:
        lead = (
            "**It can: a reorganization changes duties, and the grade follows the duties that "
            "result, up or down; the new chart alone changes nothing.** Management decides who "
            "does what. Each position whose duties change significantly is described and "
            "evaluated anew, and a lowered one brings notice, appeal rights and mostly "
            "retention."
        )
        words = (causes, may, reeval)
    return Answer(
        lead=lead,
        words=words,
        next=("Which duties of the position change, and since or from when?",),
    )


TOPIC = Topic(
    id="reorganization",
    title="reorganizations and the grade",
    asks=(
        "can they reassign me instead of downgrading me",
        "can I change somebody's duties to avoid an upgrade",
        "may management take higher duties away so the grade stays",
        "we're reorganizing and two jobs will lose a grade",
        "Does a reorganization change my grade?",
        "We are being reorganized, what happens to my grade?",
        "can management take away my duties",
        "They removed my higher level duties to downgrade me",
        "realignment and classification",
        "my job moved to another division",
        "reclassification after a restructuring",
        "are positions regraded after a reorganization",
        "moving an employee under a new branch",
        "can we abolish a position and create another at a lower grade",
        "merging two branches, which positions must be reviewed",
        "my duties were given to a coworker",
        "can the agency strip duties before I appeal",
        "change of mission and my position",
        "new org chart, new grade?",
        "when do we have to rewrite PDs in a reorganization",
        "office consolidation effect on grades",
        "I'm losing half of my job to another office",
        "reorganization and my grade",
        "what does a reorganization do to my grade",
        "after the reorganization my duties changed",
        "our office is being reorganized",
        "duties taken away",
        "they took my duties away",
        "management took away my higher duties",
        "can they remove duties from my job",
        "removing duties to lower the grade",
        "can duties be removed to downgrade me",
        "my duties are being moved to another office",
        "restructuring and grades",
        "restructured office, new grades",
        "realigned to another branch",
        "reorg, do PDs have to be redone",
        "can management move my work to somebody else",
        "my main duty was reassigned",
        "transfer of functions and grade",
        "position abolished in a reorganization",
        "does a new organization chart change grades",
        "I lost duties in the reorganization",
        "new boss after reorganization, same grade?",
        "merging of offices",
        "they moved my best cases to another shop",
        "after the realignment my work went to another office",
        "my interesting work was given to a new unit",
        "we were merged with another branch",
        "my functions were transferred to another division",
        "our division gets split, what does it mean for our grades",
        "our office is being split in two",
        "the division is merged, what about our grades",
        "new director redrew the org chart and all my good projects went to another branch",
        "realignment took the policy work away from me, can they then say I'm a lower grade",
        "after the merger of the two offices HR wants to re-grade everyone",
        "boss is stripping my tasks one by one so he can lower me",
        "restructure coming, should I be scared for my grade",
        "can they just move my best work to somebody else",
        "We're consolidating three branches into one. Which jobs have to be looked at again?",
        "my section was transferred to a different directorate, does the grade travel along",
        "they took my projects away right after I asked for an audit",
        "work pulled from a GS-13 to make it a 12, is that allowed?",
        "as a manager may I shift duties between people if it makes one job weaker",
        "reorg eliminated the tier above me and I report to someone else now, any impact on grade?",
        "old position wiped out, nearly identical one set up at one grade less",
        "is management free to reassign functions even when it hurts an employee's grade",
        "good duties went to another shop in the realignment, what does that do to the job's level",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
