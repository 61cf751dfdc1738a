"""What a paper is about: a position with its particulars, and the one way in which it is graded.

A case file of the program is such a position. A request for the supervisory guide, a mixed position
and a position under a guide without points may carry the same particulars beside what their own
commands read, and are told apart by what only they hold. What is not stated stays empty, so that a
paper can show the gap.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal

from assistant.settings import data_home
from core.appeals.advice import AppealAdvice, advise
from core.appeals.facts import AppealFacts, Disputed
from core.errors import CaseError
from core.fes.cases import case_to_data, read_case
from core.fes.grading import CaseEvaluation, evaluate_opened
from core.fes.opened import OpenedCase, open_case
from core.fes.whatif.partial import PartialEvaluation, evaluate_partial, is_partial
from core.law.pay_systems import other_plan_notice
from core.law.rules import Question
from core.mixed import MixedEvaluation, MixedRequest, evaluate_mixed, parse_mixed
from core.model import (
    GENERAL_SCHEDULE,
    Case,
    Classification,
    Determination,
    Duty,
    Evaluation,
    Fact,
    Frozen,
    Notice,
    PositionDescription,
)
from core.narrative.case import NarrativeCase
from core.narrative.evaluation import NarrativeEvaluation, evaluate_narrative
from core.reading import Day, Format, build, load
from core.supervisory import SupervisoryRequest, parse_supervisory
from core.supervisory.models import SupervisoryEvaluation, evaluate_supervisory
from index.search.series.imported import changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from core.fes.crediting.ladder import Credited
    from index.library import Library

Method = Literal["factors", "supervisory", "mixed", "narrative", "none"]
"""How a position is graded; ``none``: no grading criteria held here cover its pay plan."""

Result = (
    Evaluation | PartialEvaluation | SupervisoryEvaluation | MixedEvaluation | NarrativeEvaluation
)
"""What the core finds of a position, by factors, the supervisory guide, a mix or a guide."""


class Position(Frozen):
    """The particulars of a position, whatever it is graded by; all but the title may be unknown."""

    title: str = ""
    fictional: bool = False
    as_of: Day | None = None
    organization: str = ""
    question: str = ""
    current: Classification = Classification()
    requested: Classification = Classification()
    determined: Determination = Determination()
    position_description: PositionDescription = PositionDescription()
    duties: tuple[Duty, ...] = ()
    facts: tuple[Fact, ...] = ()


_PARTICULARS: Final = frozenset(Position.model_fields) - {"as_of"}
_SHARED: Final = {"title", "fictional"}


@dataclass(frozen=True)
class Subject:
    """A position and what grades it: exactly one of the four, or none for a wage job.

    ``data`` is what the way of grading was read from, for the record of a certificate.
    """

    position: Position
    method: Method
    case: Case | None = None
    supervisory: SupervisoryRequest | None = None
    mixed: MixedRequest | None = None
    narrative: NarrativeCase | None = None
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def first(self) -> bool:
        """Whether nothing is of record and nothing sought: a first classification."""
        position = self.position
        sought = self.case is not None and bool(self.case.sought)
        return not (stated(position.current) or stated(position.requested) or sought)

    @cached_property
    def of_record(self) -> bool:
        """Whether the levels the case holds come to the grade held, as those of record must.

        Levels that whoever evaluates entered are none, be the grade the same.
        """
        opened, held = self.opened, self.position.current.grade
        if opened is None or self.standing is None or held is None or opened.case.assigned:
            return False
        return opened.rate(dict(opened.record)).grade.rpartition("-")[2] == str(held)

    @cached_property
    def opened(self) -> OpenedCase | None:
        """Return the case opened, when the position is graded by factors."""
        return None if self.case is None else open_case(self.case)

    @cached_property
    def partial(self) -> PartialEvaluation | None:
        """Return what is known of a case of which some factors have no level yet."""
        opened = self.opened
        return evaluate_partial(opened) if opened is not None and is_partial(opened) else None

    @cached_property
    def standing(self) -> CaseEvaluation | None:
        """Return what the core credits and computes of a whole case graded by factors."""
        whole = self.opened is not None and self.partial is None
        return evaluate_opened(self.opened) if self.opened is not None and whole else None

    @cached_property
    def supervised(self) -> SupervisoryEvaluation | None:
        """Return what the supervisory guide makes of the position."""
        return None if self.supervisory is None else evaluate_supervisory(self.supervisory)

    @cached_property
    def mix(self) -> MixedEvaluation | None:
        """Return the grade and series of a mixed position."""
        return None if self.mixed is None else evaluate_mixed(self.mixed)

    @cached_property
    def guided(self) -> NarrativeEvaluation | None:
        """Return what a guide without points makes of the position."""
        return None if self.narrative is None else evaluate_narrative(self.narrative)

    @property
    def result(self) -> Result | None:
        """Return what the core finds of the position, by whatever it is graded; None if nothing."""
        whole = None if self.standing is None else self.standing.evaluation
        return self.supervised or self.mix or self.guided or self.partial or whole

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return the open questions that would decide the grade or the series."""
        for found in (self.mix, self.guided):
            if found is not None:
                return found.questions
        if self.partial is not None:
            return tuple(Question(field=one.field, text=one.text) for one in self.partial.missing)
        asked = () if self.standing is None else self.standing.questions
        return tuple(
            Question(field=one.aspect, text=f"{one.name} ({one.aspect}). {one.why}")
            for one in asked
            if one.grade_then
        )

    @property
    def credits(self) -> tuple[Credited, ...]:
        """Return how the level of each factor was credited; empty where no factors are."""
        if self.partial is not None:
            return self.partial.credited
        return () if self.standing is None else self.standing.credits

    @property
    def grade(self) -> str | None:
        """Return the grade the core computes; None where it decides none."""
        return None if self.result is None else self.result.grade

    @property
    def grades(self) -> tuple[int, ...]:
        """Return the grade the core computes, or those still possible, as numbers."""
        possible: tuple[str, ...] = () if self.grade is None else (self.grade,)
        for found in (self.mix, self.guided):
            if found is not None and found.grade is None:
                possible = found.possible
        if self.partial is not None:
            possible = self.partial.grades
        return tuple(int(one.rpartition("-")[2]) for one in possible)

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the evaluation; empty where there is none."""
        return "" if self.result is None else self.result.fingerprint

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """Return what a reader must know: the core's notices, and what became of the series.

        Raises:
            StorageError: a list of changed series that was kept cannot be read.
        """
        now = (self.position.current.series, self.position.requested.series)
        found = () if self.result is None else self.result.findings
        if self.mix is not None:
            found = _of_several([one.name for one in self.mix.work], found)
        return (*_other_system(self), *found, *(one.notice() for one in changed(data_home(), now)))


def _of_several(kinds: Sequence[str], notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Return notices with those that say the same of several kinds of work told once."""
    found: dict[tuple[str, str], tuple[Notice, list[str]]] = {}
    for one in notices:
        kind = next((name for name in kinds if one.message.startswith(f"{name}: ")), "")
        said = one.message.removeprefix(f"{kind}: ")
        found.setdefault((one.code, said), (one, []))[1].extend([kind] if kind else [])
    return tuple(
        one.model_copy(update={"message": f"{', '.join(named)}: {said}" if named else said})
        for (_, said), (one, named) in found.items()
    )


def _other_system(subject: Subject) -> tuple[Notice, ...]:
    """Return the warning that criteria of the General Schedule do not grade a position held.

    A case graded by factors has it from the core.
    """
    plan = other_plan_notice(subject.position.current.pay_plan)
    if plan is None or subject.result is None or subject.case is not None:
        return ()
    return (Notice.model_validate(plan),)


@dataclass(frozen=True)
class Matter:
    """All that a paper may draw on.

    ``facts`` are the facts of an appeal, ``library`` the documents whose words may be quoted,
    ``dated`` the day of the paper, ``other`` a second evaluation to compare with. ``preview`` asks
    for the paper at once: the search for a series, which takes longest, is left to the paper.
    """

    subject: Subject
    facts: AppealFacts | None = None
    library: Library | None = None
    dated: date | None = None
    other: Subject | None = None
    preview: bool = False

    @cached_property
    def appeal(self) -> AppealFacts:
        """Return the facts of the appeal: those stated, or what follows from the position alone.

        Raises:
            CaseError: the pay plan is none whose appeals are known.
        """
        return self.facts or facts_of(self.subject.position)

    @cached_property
    def advice(self) -> AppealAdvice:
        """Return what the core says of an appeal.

        Raises:
            CaseError: as :attr:`appeal`.
        """
        subject = self.subject
        standing = subject.standing
        evaluation = None if standing is None else standing.evaluation
        # What an appeal must contain is held against the particulars, whatever grades the position.
        case = subject.case or Case(**dict(subject.position))
        return advise(self.appeal, case=case, evaluation=evaluation)


def stated(classification: Classification) -> bool:
    """Return whether a classification is stated; the pay plan alone is a default."""
    return bool(classification.title or classification.series or classification.grade is not None)


# --- reading -------------------------------------------------------------------------------


def read_subject(text: str, *, where: str, fmt: Format) -> Subject:
    """Read a position from TOML or JSON text, whatever it is graded by.

    Raises:
        CaseError, LevelError, StandardError: the text or what it says is wrong, naming the field.
    """
    return subject_of(load(text, where=where, fmt=fmt, error=CaseError), where=where)


def subject_of(data: dict[str, Any], *, where: str = "") -> Subject:
    """Read a position from decoded data; see :func:`read_subject`."""
    if "work" in data:
        position, rest = _split(data, where)
        rest |= {key: data[key] for key in _SHARED & data.keys()}
        request = parse_mixed(rest, where=where)
        return Subject(position, "mixed", mixed=request, data=rest)
    if "guide" in data:
        position, rest = _split(data, where)
        rest |= {key: data[key] for key in _SHARED & data.keys()}
        narrative = build(NarrativeCase, rest, where=where, error=CaseError)
        return Subject(position, "narrative", narrative=narrative, data=rest)
    if data.get("standard") == "gssg":
        position, rest = _split(data, where)
        supervisory = parse_supervisory(rest, where=where)
        return Subject(position, "supervisory", supervisory=supervisory, data=rest)
    plan = data.get("current", {}).get("pay_plan", "GS") if _is_table(data, "current") else "GS"
    if isinstance(plan, str) and plan.upper() not in GENERAL_SCHEDULE and not data.get("levels"):
        position, rest = _split(data, where)
        if not rest.keys() - {"as_of", "standard", "levels", "sought"}:
            return Subject(position, "none", data={})
    return subject_of_case(read_case(data, where))


def subject_of_case(case: Case) -> Subject:
    """Return a case as what a paper is about."""
    named = {name: getattr(case, name) for name in Position.model_fields}
    return Subject(Position(**named), "factors", case=case, data=case_to_data(case))


def _is_table(data: dict[str, Any], key: str) -> bool:
    return isinstance(data.get(key), dict)


def _split(data: dict[str, Any], where: str) -> tuple[Position, dict[str, Any]]:
    """Return the particulars of a position, and the rest of what its file says."""
    own = {key: value for key, value in data.items() if key in Position.model_fields}
    rest = {key: value for key, value in data.items() if key not in _PARTICULARS}
    return build(Position, own, where=where, error=CaseError), rest


# --- the appeal that follows from a position alone ------------------------------------------


def facts_of(position: Position) -> AppealFacts:
    """Return the facts of an appeal as far as a position states them.

    What differs between the classification held and the one asked for is what is disputed.

    Raises:
        CaseError: the pay plan is none whose appeals are known.
    """
    now, asked = position.current, position.requested
    disputed: list[Disputed] = []
    if asked.grade is not None and asked.grade != now.grade:
        disputed.append("grade")
    if asked.series and asked.series != now.series:
        disputed.append("series")
    if asked.title and now.title and asked.title != now.title:
        disputed.append("title")
    if stated(asked) and asked.pay_plan.upper() != now.pay_plan.upper():
        disputed.append("pay-system")
    data: dict[str, Any] = {
        "title": position.title or "The position",
        "fictional": position.fictional,
        "pay_plan": now.pay_plan,
        "grade": now.grade,
        "as_of": position.as_of,
        "disputed": disputed or ["grade"],
        "grounds": ["standards"],
    }
    return build(AppealFacts, data, where="current", error=CaseError)
