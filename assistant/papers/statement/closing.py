"""The end of an evaluation statement: what is open, the decision, the signature, the proof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.papers.content import Block, Entry, Particulars, Section, Signature, Text
from assistant.papers.drafting import (
    blank,
    bullets,
    code,
    joined,
    lead,
    remark,
    say,
    strong,
    told,
)
from assistant.papers.subject import Subject
from core import VERSION
from core.fes.crediting.questions import Question as Asked
from core.fes.grading import CaseEvaluation


def decision(subject: Subject) -> Section:
    """Return what is decided, with a gap for what a person has to decide, and where to sign."""
    result = subject.result
    grade = None if result is None else result.grade
    made = subject.position.determined
    plan = "GS" if subject.result is not None else subject.position.current.pay_plan.upper()
    series = made.series or (None if subject.mix is None else subject.mix.series)
    entries = [
        Entry(
            label="Title",
            value=say(made.title) if made.title else say(blank("title, by the rule above")),
        ),
        Entry(
            label="Pay plan and series",
            value=say(f"{plan}-{series}")
            if series
            else say(blank("pay plan and series, with the reason")),
        ),
        Entry(
            label="Grade",
            value=say(strong(grade), ", as computed from the levels above")
            if grade
            else say(blank("grade: not decided by what is stated")),
        ),
    ]
    proof: tuple[Block, ...] = ()
    if subject.fingerprint:
        # What is signed is known by it, so that it stands where it is signed.
        entries.append(Entry(label="Fingerprint", value=say(code(subject.fingerprint))))
        proof = (
            remark(
                "The fingerprint covers the levels, findings and claims above, the edition of the "
                f"standard and the version of the program ({VERSION}); the same inputs give the "
                "same. The certificate of derivation shows every step and can be checked."
            ),
        )
    return Section(
        title="Decision",
        blocks=(
            Particulars(entries=tuple(entries)),
            *proof,
            Signature(
                text=say(
                    "This evaluation rests on the facts and findings stated above and on the "
                    "standard named. Who signs has compared the level descriptions with the "
                    "official text and decides the title and the series."
                ),
                lines=("Signature of the classifier", "Name and title", "Date"),
            ),
        ),
    )


def open_points(subject: Subject) -> Section | None:
    """Return what would decide what is open; None where nothing is, or blanks ask for it."""
    if subject.partial is not None:
        return None
    if subject.standing is not None:
        items = deciding_questions(subject.standing)
    else:
        items = [say(told(one.text)) for one in subject.questions]
    if not items:
        return None
    return Section(
        title="What is open",
        blocks=(lead("A finding on each of these would decide it:"), *bullets(items)),
    )


def deciding_questions(standing: CaseEvaluation) -> list[Text]:
    """Return the open questions that could change the grade, once where they do the same."""
    asked = [one for one in standing.questions if one.grade_then]
    return [settles(level, alike) for level, alike in together(asked)]


def together(asked: Iterable[Asked]) -> list[tuple[str, list[Asked]]]:
    """Return questions by the level they are on and what an answer to each would do."""
    found: dict[tuple[str, str], list[Asked]] = {}
    for one in asked:
        found.setdefault((one.aspect.partition(".")[0], one.why), []).append(one)
    return [(level, alike) for (level, _), alike in found.items()]


def settles(level: str, alike: Sequence[Asked]) -> Text:
    """Return the questions on a level that do the same, and what answering them does, once."""
    names = joined(f"“{one.name}”" for one in alike)
    return say(strong(f"Level {level}: "), f"{names}. {together_do(alike)}")


def together_do(alike: Sequence[Asked]) -> str:
    """Return what answers to questions that do the same do, once for all of them."""
    first, count = alike[0], len(alike)
    if count == 1:
        return first.why
    needed = first.answers_to_level
    whole = "Both" if count == len(("one", "other")) else "All"
    which = whole if needed >= count else f"Any {needed} of them"
    answer = "found met" if first.decisive == "met" else "found not met"
    besides = f", with {_more(needed - count)} besides" if needed > count else ""
    text = f"{which} {answer}{besides}, Level {first.level_then} is credited"
    if first.answers_to_grade is None:
        return f"{text}; the open questions leave the grade as it is."
    if first.answers_to_grade == needed:
        return f"{text} and the grade becomes {first.grade_then}."
    more = _more(first.answers_to_grade - needed)
    return f"{text}; with {more} the grade can become {first.grade_then}."


def _more(count: int) -> str:
    return f"{count} more answer{'' if count == 1 else 's'}"
