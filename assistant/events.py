"""What a turn of the conversation tells whoever shows it: typed events, free of any UI.

A turn is: TurnStarted, then any number of the others, then TurnFinished. Text reaches a
reader only through ``TextDelta`` (Markdown), which is sent after the guard has passed it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from core.model import Case, Evaluation


Side = Literal["requires", "for", "against", "reason", "context"]


@dataclass(frozen=True, slots=True)
class Source:
    """One numbered citation of an answer.

    ``quote`` is verbatim and verified unless ``digest`` is true: a digest is our own words,
    shown as such with ``look_up``, the official place to read. ``start`` and ``end`` are the
    quotation's span inside the passage's text (0, 0 when the whole passage is meant). ``place``
    is the page the quotation itself begins on; ``superseded`` marks words that do not apply.
    """

    number: int
    passage: str
    document: str
    title: str
    place: str
    heading: tuple[str, ...]
    quote: str
    verified: bool
    digest: bool = False
    look_up: str = ""
    start: int = 0
    end: int = 0
    superseded: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an answer with the sources it rests on.

    ``drafted_by`` names who worded it: the program, or a chat model.
    """

    text: str
    side: Side
    sources: tuple[Source, ...]
    drafted_by: str = "program"


@dataclass(frozen=True, slots=True)
class Removed:
    """Something that did not reach the reader, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ModelUse:
    """What a chat model took for one answer, as its server counted; the cost where it says one.

    ``looked_up`` says what it looked up before it chose, in order; ``masked`` how many names were
    kept from it.
    """

    name: str
    calls: int
    input_tokens: int
    output_tokens: int
    seconds: float
    cost: float | None = None
    looked_up: tuple[str, ...] = ()
    masked: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """A finished answer: Markdown, the claims behind it, what was removed, the evaluation.

    ``topic`` names what answered, ``missing`` the facts that would decide, ``model`` what a chat
    model took, None when none was asked.
    """

    answer: str
    kind: Literal["answer", "not_held", "decline", "clarify"] = "answer"
    topic: str = ""
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    removed: tuple[Removed, ...] = ()
    missing: tuple[str, ...] = ()
    evaluation: Evaluation | None = None
    model: ModelUse | None = None


@dataclass(frozen=True, slots=True)
class OpenedPassage:
    """A passage opened in place, with what stands around it.

    ``text`` is the passage word for word; ``before`` and ``after`` are the texts of its
    neighbours in the document (empty at its ends). ``start`` and ``end`` are the span of the
    quotation inside ``text`` (0, 0: none). A ``digest`` is our own words: ``look_up`` names
    the official place. ``origin`` says where the document came from.
    """

    passage: str
    title: str
    place: str
    heading: tuple[str, ...]
    text: str
    before: str = ""
    after: str = ""
    start: int = 0
    end: int = 0
    digest: bool = False
    look_up: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class TurnStarted:
    """A message was accepted."""

    message: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Work that takes time: a label, how much is done, and of how much (None: unknown)."""

    label: str
    done: int = 0
    total: int | None = None


@dataclass(frozen=True, slots=True)
class ToolStarted:
    """A tool of the engine began."""

    name: str
    summary: str


@dataclass(frozen=True, slots=True)
class ToolFinished:
    """A tool of the engine ended."""

    name: str
    summary: str


@dataclass(frozen=True, slots=True)
class TextDelta:
    """The next piece of the answer, in Markdown."""

    text: str


@dataclass(frozen=True, slots=True)
class ClaimVerified:
    """A claim whose quotations all stand in the text of record."""

    claim: Claim


@dataclass(frozen=True, slots=True)
class ClaimRemoved:
    """A claim, quotation or sentence that was kept from the reader."""

    removed: Removed


@dataclass(frozen=True, slots=True)
class EvaluationChanged:
    """The case changed, or was scored for the first time; the core's new evaluation."""

    case: Case | None
    evaluation: Evaluation
    previous: Evaluation | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must be told beside the answer."""

    severity: Literal["note", "warning", "error"]
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class TurnFinished:
    """The turn is over."""

    reply: Reply = field(default_factory=lambda: Reply(answer=""))


Event = (
    TurnStarted
    | Progress
    | ToolStarted
    | ToolFinished
    | TextDelta
    | ClaimVerified
    | ClaimRemoved
    | EvaluationChanged
    | Notice
    | TurnFinished
)
