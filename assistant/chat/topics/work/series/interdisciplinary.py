"""Interdisciplinary positions: several professions, decided by the person selected."""

from __future__ import annotations

from assistant.chat.answering.kit import mixed_rule
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    either = mixed_rule(
        "interdisciplinary",
        "introduction",
        "closely related to more than one professional",
    )
    barred = mixed_rule(
        "interdisciplinary-not",
        "introduction",
        "work cooperatively on an interdisciplinary problem",
    )
    final = mixed_rule(
        "interdisciplinary-final",
        "introduction",
        "determined by the qualifications of the person",
    )
    prof = mixed_rule(
        "interdisciplinary-professional",
        "classifier-handbook",
        "neither needed nor appropriate for administrative",
    )
    if question.has("administrative", "analyst", "specialist", "0301", "0343", "management"):
        lead = (
            "**No: the concept is for professional series that rest on academic disciplines, "
            "and is neither needed nor fitting for administrative work.** An administrative "
            "position that mixes occupations takes its series by the rules for mixed series."
        )
        words: tuple[Words, ...] = (prof, either)
    elif question.has("team", "work with", "cooperat", "together with"):
        lead = (
            "**No: working on a team with other professions does not make a position "
            "interdisciplinary when each member brings one discipline.** It is "
            "interdisciplinary only when the position itself combines several professions, or "
            "can be filled from either."
        )
        words = (barred, either)
    else:
        lead = (
            "**A position is interdisciplinary when its professional work combines the "
            "knowledge of several professions, or could be done by someone from either of "
            "them.** The description says so and names the series; the final series follows "
            "the qualifications of the person selected. Team members who each bring one "
            "discipline, licensed professions and administrative work are not meant."
        )
        words = (either, final, barred)
    return Answer(
        lead=lead,
        words=words,
        next=("Name the professional series and say what of the work belongs to each.",),
    )


TOPIC = Topic(
    id="interdisciplinary",
    title="interdisciplinary positions",
    asks=(
        "What is an interdisciplinary position?",
        "Can my position be interdisciplinary?",
        "engineer or physical scientist, either could do it",
        "interdisciplinary engineering job",
        "Who decides the series of an interdisciplinary position?",
        "Can an administrative job be interdisciplinary?",
        "I work on an interdisciplinary team",
        "how to classify a position open to two professions",
        "interdisciplinary PD requirements",
        "biologist or chemist for one vacancy",
        "title and series of an interdisciplinary position",
        "are two branches of engineering interdisciplinary",
        "we want to advertise for either of two professional series",
        "when is the interdisciplinary approach not appropriate",
        "job that two kinds of professionals could fill",
        "interdisciplinary professional series",
        "Is a licensed profession ever interdisciplinary?",
        "position combining knowledge of two sciences",
        "interdisciplinary",
        "interdisciplinary position",
        "interdisciplinary positions",
        "what is interdisciplinary",
        "when is a position interdisciplinary",
        "is my job interdisciplinary",
        "interdisciplinary job",
        "interdisciplinary series",
        "interdisciplinary work",
        "interdisciplinary team",
        "interdisciplinary professional",
        "two professions",
        "either profession",
        "engineer or scientist",
        "biologist or chemist",
        "job for two professions",
        "series of an interdisciplinary position",
        "grade of an interdisciplinary position",
        "administrative job interdisciplinary",
        "can an analyst job be interdisciplinary",
        "the job could be filled by a geologist or a hydrologist",
        "open to either an engineer or a physicist",
        "a chemist or a biologist could do this job",
        "we would take either a forester or an ecologist",
        "vacancy for two different scientific professions",
        "this slot could go to a geologist or a civil engineer, we don't care which",
        "posting lists 0401/0408/0460 all at once, how does that work",
        "can a job belong to two sciences at the same time",
        "what do you put for the code if the person might be a physicist or an EE",
        "my team is made up of biologists, lawyers and coders so are our jobs multi-discipline?",
        "Would an analyst/accountant combo qualify as a cross-profession job?",
        "selecting an ecologist into a dual-profession slot, which code applies then",
        "new supervisor wants a single vacancy open to toxicologists and chemists alike",
        "is it okay to write a PD that either an architect or an engineer could fill",
        "two professional codes on one PD, allowed?",
        "Does the code depend on who gets picked, in jobs open to several sciences?",
        "when does a position count as needing either of several professions",
        "PD statement needed for multi-profession positions?",
        "hydrologist hired, job also open to soil scientists. how's it titled",
        "could a nurse or a social worker fill the same position under one description",
        "could be an engineer or a scientist, who picks the series",
        "can we advertise one job in two professional series",
        "vacancy open to biologists and chemists alike, what series is it",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
