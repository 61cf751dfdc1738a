"""How often a position and its description are reviewed."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic, Words

_SLIGHT = (
    *("new boss", "new supervisor", "office moves", "office moved", "move to another building"),
    *("renamed", "new name", "old software", "old system", "outdated system", "new address"),
    *("reorganized on paper", "different supervisor", "old title", "new organization code"),
)


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    kept = law(
        "introduction",
        "11",
        "must be kept up to date",
        "A description is kept up to date.",
    )
    revise = law(
        "introduction",
        "19",
        "should be reviewed and revised as needed",
        "When the work changes significantly, title, series and grade are looked at again.",
    )
    proposed = law(
        "introduction",
        "13",
        "should be reviewed within a reasonable time",
        "A position classified on proposed duties is reviewed when the work has been done for "
        "six months or so.",
    )
    if question.has(*_SLIGHT):
        lead = (
            "**Only if the duties, the responsibility or the supervision change significantly: a "
            "new boss, a new office name or a new tool alone changes nothing.** A small point can "
            "be corrected by an amendment; the description must stay accurate."
        )
        words: tuple[Words, ...] = (revise, kept)
    elif question.has("new position", "new job", "proposed", "vacant", "recruit", "projected"):
        lead = (
            "**After six months or so: a position classified on proposed duties is reviewed "
            "within a reasonable time after the work is being performed.** For other positions "
            "no interval is set; the description must be current."
        )
        words = (proposed, kept)
    else:
        lead = (
            "**No interval in years is set in the documents held: a description must be kept "
            "up to date, and the position is reviewed when its duties change significantly.** "
            "Many agencies set a yearly or cyclic review of their own; ask the personnel "
            "office for yours. A position classified on proposed duties is looked at again "
            "after six months or so of work."
        )
        words = (kept, revise, proposed)
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Say which duties changed, and since when: that is what starts a review.",
            "Ask in writing for a review or a desk audit, and keep the request.",
        ),
    )


TOPIC = Topic(
    id="pd-review",
    title="how often a position description is reviewed",
    asks=(
        "do I need a new PD if I get a new boss",
        "do I need a new PD when my office moves",
        "the PD mentions an old software, does it matter",
        "must the description be redone when the unit is renamed",
        "How often must a PD be reviewed?",
        "When was my position supposed to be reviewed?",
        "Does a position description expire?",
        "annual review of position descriptions",
        "maintenance review of positions",
        "How old may a PD be?",
        "Must PDs be updated every year?",
        "position review cycle",
        "nobody has looked at our PDs in years, is that allowed",
        "When does a position have to be reclassified?",
        "how often does HR recheck the grade",
        "Is there a rule on yearly certification of PDs?",
        "cyclic classification review",
        "when must we revisit a newly established position",
        "What triggers a classification review?",
        "my duties changed over the years, when do they have to re-evaluate the job",
        "is a fifteen year old position description still good",
        "how frequently are jobs audited",
        "validity period of a position description",
        "how often is a PD reviewed",
        "how often should PDs be reviewed",
        "how often are positions reviewed",
        "when is a position reviewed",
        "review of position descriptions",
        "regular review of PDs",
        "yearly review of the PD",
        "are PDs reviewed annually",
        "annual PD certification",
        "when must a PD be updated",
        "how often must PDs be updated",
        "how often should a PD be updated",
        "how long is a PD valid",
        "does a PD become invalid with age",
        "is there an expiration date on PDs",
        "PD has not been reviewed for years",
        "last review of my position was long ago",
        "review of a new position after six months",
        "position review schedule",
        "periodic review of classification",
        "how many years until a position is reviewed",
        "when will my job be reviewed again",
        "cyclical position reviews",
        "classification maintenance reviews",
        "nobody has touched my description since 2011",
        "they have not looked at my job in over ten years",
        "how often are they supposed to look at my position description",
        "when does HR have to look at my job again",
        "isn't there a schedule for evaluating jobs again",
        "when was my job supposed to be evaluated again",
        "my job was last evaluated many years ago",
        "my job description is dated 1998, isn't there some rule they must look at it now and then",
        "how often is HR obliged to check that descriptions still match",
        "Is there a law saying positions get looked over every so many years?",
        "does my supervisor have to go over it with me at appraisal time",
        "hr says they don't do maintenance reviews any more",
        "cyclical review requirement, frequency?",
        "Do these write-ups ever expire",
        "nobody has audited our shop in fifteen years, are they breaking a rule",
        "when is the agency due to take another look at my position",
        "yearly check of position descriptions by managers, mandatory or just good practice",
        "we're planning a review cycle for 2,000 jobs. what interval does OPM ask for",
        "How old can a description be before it's no longer valid?",
        "after how long should they come back and check if the job turned out as planned",
        "my steward claims they must re-review every job every 2 years, true or myth",
        "position survey every year, still a thing?",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
