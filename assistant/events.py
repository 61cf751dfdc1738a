"""What a turn of the conversation tells whoever shows it: typed events, free of any UI.

A turn is: TurnStarted, then any number of the others, then TurnFinished. Text reaches a
reader only through ``TextDelta`` (Markdown), which is sent after the guard has passed it.

``ChatEngine`` is what the application asks of whatever sends them: it depends on that alone, so
that it can be driven by any engine that speaks it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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


class ChatEngine(Protocol):
    """A conversation about one case, free of any screen.

    ``handle`` and ``start`` are blocking generators that the application runs in a thread;
    one turn runs at a time. The other methods may be called from other threads while a turn
    runs. Every method may raise an ``AppError``, which ends the turn and not the program.
    """

    @property
    def case(self) -> Case | None:
        """The case under study, or None before there is one."""

    @property
    def evaluation(self) -> Evaluation | None:
        """The core's current evaluation of the case."""

    @property
    def title(self) -> str:
        """What to call the case on screen: its title or the name of its file."""

    @property
    def changed(self) -> bool:
        """Whether the case has changes that are not saved."""

    def handle(self, message: str) -> Iterator[Event]:
        """Answer one message."""

    def start(self) -> Iterator[Event]:
        """Open the conversation: prepare the library, greet, and send the evaluation."""

    def open_passage(self, passage_id: str) -> OpenedPassage:
        """Return a passage in place.

        Raises:
            QueryError: when there is no such passage.
        """

    def suggestions(self) -> list[str]:
        """Return questions worth asking about this case."""

    def save(self, path: Path | None) -> Path:
        """Write the case to a file, or to the one it came from, and return the path.

        Raises:
            UsageError: when no path is given and the case has no file of its own.
            StorageError: when the file cannot be written.
        """

    def cancel(self) -> None:
        """Ask the running turn to stop; it ends soon, with or without a partial answer."""
