"""What the conversation is made of: a question as understood, what is known, and an answer.

A topic is one module under ``topics/`` with a function that answers one thing; the ways people ask
for it stand beside it. The function returns plain data; the composer renders it, and turns every
reference to a document into a verified quotation when the reader holds that document.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from core.model import Case, Citation, Classification, Evaluation

if TYPE_CHECKING:
    from core.fes.grading import CaseEvaluation
    from core.fes.opened import OpenedCase
    from index.library import Library

Kind = Literal["answer", "not_held", "decline", "clarify"]
"""not_held: in the field, but in a document that is not here; decline: not what this does."""

Named = Literal[
    "levels",
    "factors",
    "grades",
    "series",
    "pay_plan",
    "dates",
    "percents",
    "points",
    "decision",
    "sections",
    "standards",
]
"""What a message can name exactly: fields of a question."""
NAMED: Final[tuple[Named, ...]] = get_args(Named)
Slot = Named | Literal["case", "library"]
"""What a topic can need or like: a thing the message names exactly, an open case, documents."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a message, with everything in it that must be read exactly.

    Attributes:
        message: The question as written, white space single.
        levels: Factor levels named, such as ``("2-5",)``, in the order named.
        factors: Factors named by number or name, such as ``("2",)``; those of the levels too.
        grades: Grades named, such as ``(12,)`` for "GS-12", "GS twelve" or "a 12".
        series: Series named, four digits, such as ``("0343",)``.
        pay_plan: The pay plan named, such as ``"GS"`` or ``"WG"``; empty when none is.
        dates: Days named, oldest way of saying first; "last month" is a day range, in ``since``.
        since: The day an event named loosely ("last month", "three weeks ago") happened.
        percents: Shares of time named, such as ``(20.0,)``; words ("a quarter") count.
        points: Totals or points named, such as ``(2755,)``.
        decision: The number of a decision named, such as ``"C-0080-11-02"``.
        sections: Sections of law named, such as ``("511.703",)``.
        standards: Ids of standards named by title or number, such as ``("gs-0080",)``.
        first_person: Whether the person speaks of his or her own job ("I", "my").
        asks: Whether it is put as a question rather than stated.
        general: The message with its exact values made general, as it is compared.
        around: What was said with it in the same message, itself included; empty when nothing.
        whole: Whether it says all it means, so that it takes nothing from the turn before.
    """

    message: str
    levels: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()
    grades: tuple[int, ...] = ()
    series: tuple[str, ...] = ()
    pay_plan: str = ""
    dates: tuple[date, ...] = ()
    since: date | None = None
    percents: tuple[float, ...] = ()
    points: tuple[int, ...] = ()
    decision: str = ""
    sections: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    first_person: bool = False
    asks: bool = True
    general: str = ""
    around: str = ""
    whole: bool = False

    def lacks(self, other: Question) -> dict[str, Any]:
        """Return what another question names exactly and this one does not, by field."""
        return {
            field: getattr(other, field)
            for field in (*NAMED, "since")
            if getattr(other, field) and not getattr(self, field)
        }

    def has(self, *words: str) -> bool:
        """Return whether any of some lower-case words or phrases begins a word of the message.

        ``has("retro")`` is true of "retroactive"; ``has("pay")`` is true of "paycheck".
        """
        text = f" {_spaced(self.message)}"
        return any(f" {word}" in text for word in words)


def _spaced(text: str) -> str:
    return " ".join("".join(c if c.isalnum() or c in "'-%" else " " for c in text.lower()).split())


@dataclass(frozen=True, slots=True)
class Known:
    """What a conversation knows of the reader and the case at one turn.

    ``states`` counts the former states of the case, ``example`` tells the bundled one.
    """

    case: Case | None
    example: bool
    states: int
    days: Mapping[str, str]
    told: tuple[str, ...]
    held: Classification | None
    wanted: int | None
    pay_plan: str
    last_day: str
    today: date | None
    trial: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What one message told or changed, and what was known before it and after it.

    A statement put right has as ``message`` what it says now, as ``said`` the words that put it
    right, and as ``base`` what was known before it was told at all.
    """

    message: str
    before: Known
    after: Known
    said: str = ""
    base: Known | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """What the conversation was about at one turn, by the fields of the memory."""

    topic: str = ""
    topic_before: str = ""
    question: Question | None = None
    answer: Answer | None = None
    levels: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()
    standard: str = ""
    earlier: Question | None = None
    listed: tuple[str, ...] = ()
    trial: tuple[str, ...] = ()

    @classmethod
    def of(cls, memory: Memory) -> Moment:
        """Return the moment that a memory stands at."""
        return cls(**{one.name: getattr(memory, one.name) for one in fields(cls)})


@dataclass(slots=True)
class Memory:
    """What the conversation remembers of the turns before.

    ``levels`` and ``factors`` are what was spoken of last, ``topic`` the last topic's id
    and ``topic_before`` the one before it,
    ``question`` and ``answer`` the last exchange, ``earlier`` the question before it. ``standard``
    is whose the levels are, where it is not the case's; ``listed`` are the levels last named
    together. ``pay_plan`` is the plan of the position spoken of. ``days`` are the days told, in
    words, each by what happened on it (``"lowering"``, ``"decision"``, ``"agency"``), and
    ``last_day`` is the event told last, ``limits`` the last days that answers have counted;
    ``told`` are the statements made, in the reader's words, and ``others`` the events of ``days``
    that were told of another person.
    ``said`` are the leads of the last answers.
    ``held`` is the position the reader says is held, ``wanted`` the grade it should have.
    ``trial`` are the levels on trial, whose total was given last, and ``trials`` what was on trial
    before each change. ``turns`` are the turns that can be gone back to.
    ``today`` is the day of asking, where the reader names it. ``changes`` are what was told or
    changed, which can be taken back, and ``retracted`` what was taken back last.
    """

    topic: str = ""
    topic_before: str = ""
    question: Question | None = None
    answer: Answer | None = None
    levels: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()
    standard: str = ""
    earlier: Question | None = None
    listed: tuple[str, ...] = ()
    pay_plan: str = ""
    days: dict[str, str] = field(default_factory=dict)
    last_day: str = ""
    limits: tuple[date, ...] = ()
    others: tuple[str, ...] = ()
    told: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    held: Classification | None = None
    wanted: int | None = None
    trial: tuple[str, ...] = ()
    trials: list[tuple[str, ...]] = field(default_factory=list)
    turns: list[Moment] = field(default_factory=list)
    today: date | None = None
    changes: list[Change] = field(default_factory=list)
    retracted: Change | None = None


@dataclass(frozen=True)
class Context:
    """What is known beside the question. Everything in it may be missing.

    Attributes:
        case: The open case. The bundled example is never the reader's own (``own``).
        opened: The case with its standard, its table and the answers that count.
        standing: The core's evaluation of the case with the level credited for each factor.
        library: The reader's documents, or None; quotations are the composer's business, so
            a topic needs it only to look decisions up.
        today: The day on which the question is asked.
        memory: The turns before.
        own: Whether the open case is the reader's own position ("my grade").
    """

    case: Case | None = None
    opened: OpenedCase | None = None
    standing: CaseEvaluation | None = None
    library: Library | None = None
    today: date = field(default_factory=date.today)
    memory: Memory = field(default_factory=Memory)
    own: bool = True

    @property
    def evaluation(self) -> Evaluation | None:
        """The core's evaluation of the case; None without one or when it cannot be scored."""
        return None if self.standing is None else self.standing.evaluation

    @property
    def held(self) -> Classification | None:
        """The position the reader holds: of the own case, else as told; None when unknown."""
        case = self.case
        if case is not None and self.own and case.current.grade is not None:
            return case.current
        return self.memory.held

    @property
    def as_of(self) -> date | None:
        """The day whose law the case is judged by; None without a case."""
        return None if self.case is None else self.case.as_of

    @cached_property
    def levels(self) -> Mapping[str, str]:
        """The levels the core credits the case with, by factor; empty without a case.

        Factors 6 and 7 stand apart where a chart gives their points together, so that one of them
        can be spoken of and tried.
        """
        return {} if self.standing is None else self.standing.levels


@dataclass(frozen=True, slots=True)
class Words:
    """One rule an answer rests on: our statement of it, and where it stands.

    Attributes:
        ours: The rule in our own words, one sentence.
        citation: Where it stands; shown when the document is not held.
        source: The document's key in ``documents.toml`` (``"introduction"``); empty when
            there is nothing to quote.
        anchor: A few words that stand in the very sentence to quote.
        passage: The id of a passage already found, such as a paragraph of a decision.
        level: The factor level whose description in the document cited is quoted.
    """

    ours: str
    citation: Citation | None = None
    source: str = ""
    anchor: str = ""
    passage: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as data. The composer renders lead, words, figures and next, in this order.

    Attributes:
        lead: One to three plain sentences that answer: yes, no, how many, by when, what it
            depends on. Markdown emphasis is welcome, headings are not.
        kind: ``not_held`` names the document that would hold it, ``decline`` says in one
            sentence that this is not what the program does, and what it can do instead.
        words: The rules that bear it, the deciding one first; at most three are shown.
        figures: Lines of the core's own figures, Markdown, shown under ``whose``.
        whose: Whose figures they are; empty means the open case's.
        next: At most three next steps, or questions whose answer would decide.
        more: Further Markdown blocks, shown when the reader asks for more.
        missing: Facts that would decide, for programs.
        levels: Levels the answer is about; the conversation remembers them.
        factors: Factors the answer is about.
        argue: Levels to argue both ways beneath the lead, from the documents held; with a case
            open, the first open criterion of such a level is asked.
        standard: The standard whose levels they are, where it is not the case's.
        evaluation: The core's evaluation of another position than the case's, such as the one a
            decision was about.
        trial: The levels whose total is given; None when none are tried.
        beside: A block on another reading of the message, at the end; it takes no room from what
            the answer itself shows.
        also: What else is near the question, shown right after the lead.
    """

    lead: str
    kind: Kind = "answer"
    words: tuple[Words, ...] = ()
    figures: tuple[str, ...] = ()
    whose: str = ""
    next: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()
    argue: tuple[str, ...] = ()
    standard: str = ""
    evaluation: Evaluation | None = None
    trial: tuple[str, ...] | None = None
    beside: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing people ask, and what answers it.

    Attributes:
        id: Lower-case words with hyphens, one topic each: ``"appeal-deadline"``.
        title: What it is called when the reader is asked which of two is meant:
            "how long there is to appeal".
        answer: Returns the answer; must work without a case and without a library.
        needs: Slots without which a message cannot be meant for this topic.
        likes: Slots that make this topic likelier.
        unlike: Slots that speak against it ("a level is named, so it is no general question").
        order: Which of two equally near topics goes first; lower is earlier, 50 is usual.
        sure: Returns whether what a message says can be meant for this topic only, such as a
            standard named that is not held; it then answers however near others are.
        cues: Parts of words, in small letters, one of which stands in every message of which
            ``sure`` can be true; the topic's module is not imported to ask it of any other.
        asks: Ways of asking made from data, beside those in ``asks/FOLDER/NAME.txt``.
        place: The module it stands in, which the program fills in.
    """

    id: str
    title: str
    answer: Callable[[Question, Context], Answer | None]
    needs: tuple[Slot, ...] = ()
    likes: tuple[Slot, ...] = ()
    unlike: tuple[Slot, ...] = ()
    order: int = 50
    sure: Callable[[Question, Context], bool] | None = None
    cues: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A topic with how much it is meant, and how near its nearest way of asking is in meaning.

    ``told`` is set when a sign says that it is meant.
    """

    topic: Topic
    score: float
    near: float
    told: bool = False
