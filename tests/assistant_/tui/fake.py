"""A scripted engine: each message is answered with the events a test wrote for it.

All names, duties and documents are fictional. The points are those of the nine-factor table.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.events import (
    Claim,
    ClaimRemoved,
    ClaimVerified,
    EvaluationChanged,
    Event,
    Notice,
    OpenedPassage,
    Progress,
    Removed,
    Reply,
    Source,
    TextDelta,
    ToolFinished,
    ToolStarted,
    TurnFinished,
    TurnStarted,
)
from core.errors import AppError, QueryError, UsageError
from core.model import (
    Case,
    Citation,
    Evaluation,
    FactorScore,
    Margin,
    Step,
)
from core.model import (
    Notice as OfEvaluation,
)

TABLE: list[tuple[int, str, str]] = [  # points, level, name
    (1250, "1-7", "Knowledge Required by the Position"),
    (450, "2-4", "Supervisory Controls"),
    (275, "3-3", "Guidelines"),
    (225, "4-4", "Complexity"),
    (150, "5-3", "Scope and Effect"),
    (60, "6-3", "Personal Contacts"),
    (120, "7-3", "Purpose of Contacts"),
    (5, "8-1", "Physical Demands"),
    (5, "9-1", "Work Environment"),
]
CITE = Citation(document="Fictional Standard", edition="2020", page="4")

PASSAGE = (
    "The reviewer of the Harbor Office reads every draft plan before it leaves the unit. "
    "The analyst chooses the method and settles most conflicts alone, and reports only "
    "matters that could change policy. Drafts are read for effect, not for technique."
)
QUOTE = "The analyst chooses the method and settles most conflicts alone"


def evaluation(**levels: tuple[str, int]) -> Evaluation:
    """Return an evaluation; ``f3=("3-4", 450)`` replaces a factor's level and points."""
    factors = []
    for points, level, name in TABLE:
        number = level[0]
        new_level, new_points = levels.get(f"f{number}", (level, points))
        factors.append(
            FactorScore(
                factor=int(number), name=name, level=new_level, points=new_points, citation=CITE
            )
        )
    total = sum(factor.points for factor in factors)
    grade, floor, ceiling, following = (
        ("GS-11", 2355, 2750, "GS-12") if total <= 2750 else ("GS-12", 2755, 3150, "GS-13")
    )
    return Evaluation(
        standard="fes-primary",
        edition="2009-08",
        total=total,
        grade=grade,
        factors=tuple(factors),
        margin=Margin(
            floor=floor,
            ceiling=ceiling,
            above_floor=total - floor,
            next_grade=following,
            to_next=ceiling + 5 - total,
        ),
        findings=(
            OfEvaluation(
                code="primary-alone",
                severity="warning",
                message="No series standard was used; the Primary Standard alone decides nothing",
                citation=CITE,
            ),
            OfEvaluation(
                code="note", severity="note", message="Factors 6 and 7 move together", citation=CITE
            ),
        ),
        derivation=(
            Step(step=1, rule="points", text="Factor 1 at Level 1-7 earns 1,250", citation=CITE),
            Step(step=2, rule="total", text=f"The factors total {total:,}", citation=CITE),
        ),
        fingerprint="0f" * 32,
    )


CASE = Case(
    title="Program Analyst, Harbor Office",
    fictional=True,
    levels={level[0]: level for _, level, _ in TABLE},
    sought={"3": "3-4"},
)


def source(number: int = 1, **changes: object) -> Source:
    """Return a numbered citation of the fictional guide."""
    start = PASSAGE.index(QUOTE)
    base = Source(
        number=number,
        passage=f"harbor-guide#{number}",
        document="harbor-guide",
        title="Fictional Guide for Harbor Analysts",
        place=f"p. {number + 3}",
        heading=("Factor 2", "Level 2-4"),
        quote=QUOTE,
        verified=True,
        start=start,
        end=start + len(QUOTE),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


DIGEST = source(
    2,
    passage="digest#2-5",
    title="Digest of Level 2-5",
    place="Level 2-5",
    heading=("Factor 2",),
    quote="",
    verified=False,
    digest=True,
    look_up="Fictional Standard, p. 9",
    start=0,
    end=0,
)
ANSWER = (
    "## Factor 2: credited at Level 2-4\n\n"
    "**For Level 2-5.** The analyst works under broad direction and settles conflicts "
    "alone [1].\n\n"
    "**Against.** Every draft is read before it leaves the unit, so the review is not of "
    "results alone [1][2].\n\n"
    "- Ask who signs the plans.\n"
    "- Ask what the reviewer changed last year.\n"
)


def answer(text: str = ANSWER, *, pieces: int = 6) -> list[Event]:
    """Return the events of a full turn: steps, a streamed answer, citations, a removal."""
    sources = (source(1), DIGEST)
    size = max(1, len(text) // pieces)
    removed = Removed("The position is GS-13.", "A grade that the core did not derive.")
    return [
        ToolStarted("find_passages", "Searching for language on Level 2-5"),
        ToolFinished("find_passages", "12 passages"),
        ToolStarted("score_levels", "Scoring the case"),
        ToolFinished("score_levels", "GS-11"),
        *(TextDelta(text[i : i + size]) for i in range(0, len(text), size)),
        ClaimVerified(Claim("The analyst settles conflicts alone.", "for", sources)),
        ClaimRemoved(removed),
        TurnFinished(Reply(answer=text, sources=sources, removed=(removed,))),
    ]


@dataclass
class FakeEngine:
    """An engine that plays the scripts in ``answers`` by message.

    A script's item may be an ``AppError`` or another exception (raised there) or a
    ``threading.Event`` (waited for, so that a test can look at a running turn).
    """

    answers: dict[str, list[Event | Exception | threading.Event]] = field(default_factory=dict)
    opening: list[Event | Exception | threading.Event] = field(default_factory=list)
    case: Case | None = CASE
    evaluation: Evaluation | None = field(default_factory=evaluation)
    title: str = "Program Analyst, Harbor Office"
    changed: bool = False
    path: Path | None = None
    case_path: Path | None = None
    passages: dict[str, OpenedPassage] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    cancelled: threading.Event = field(default_factory=threading.Event)
    questions: list[str] = field(
        default_factory=lambda: [
            "Why is Factor 2 not at Level 2-5?",
            "What would it take to reach GS-12?",
            "Is an appeal worth it?",
        ]
    )

    def start(self) -> Iterator[Event]:
        default: list[Event | Exception | threading.Event] = [
            TextDelta("**Program Analyst, Harbor Office** stands at GS-11 with 2,540 points.\n"),
            TurnFinished(Reply(answer="")),
        ]
        return self._play(self.opening or default)

    def handle(self, message: str) -> Iterator[Event]:
        self.asked.append(message)
        yield TurnStarted(message)
        yield from self._play(self.answers[message])

    def _play(self, script: Iterable[Event | Exception | threading.Event]) -> Iterator[Event]:
        self.cancelled.clear()
        for item in script:
            if isinstance(item, threading.Event):
                while not item.wait(0.01) and not self.cancelled.is_set():
                    pass
                if self.cancelled.is_set():
                    return
                continue
            if isinstance(item, Exception):
                raise item
            if isinstance(item, EvaluationChanged):
                self.evaluation = item.evaluation
                self.case = item.case or self.case
                self.changed = True
            yield item

    def open_passage(self, passage_id: str) -> OpenedPassage:
        if passage_id in self.passages:
            return self.passages[passage_id]
        if passage_id == DIGEST.passage:
            return OpenedPassage(
                passage=passage_id,
                title=DIGEST.title,
                place=DIGEST.place,
                heading=DIGEST.heading,
                text="The work is judged by its results, and technique is left to the employee.",
                digest=True,
                look_up=DIGEST.look_up,
            )
        if not passage_id.startswith("harbor-guide#"):
            raise QueryError("There is no such passage", hint="Ask again.")
        return OpenedPassage(
            passage=passage_id,
            title="Fictional Guide for Harbor Analysts",
            place="p. 4",
            heading=("Factor 2", "Level 2-4"),
            text=PASSAGE,
            before="The office plans the use of twelve berths and keeps their register.",
            after="A new reviewer is named each spring.",
            origin="harbor-guide.pdf",
        )

    def suggestions(self) -> list[str]:
        return self.questions

    def save(self, path: Path | None) -> Path:
        target = path or self.path
        if target is None:
            raise UsageError("This case has no file of its own", hint="Name a file.")
        target.write_text("saved", encoding="utf-8")
        self.changed = False
        return target

    def cancel(self) -> None:
        self.cancelled.set()


__all__ = [
    "ANSWER",
    "CASE",
    "DIGEST",
    "PASSAGE",
    "QUOTE",
    "AppError",
    "FakeEngine",
    "Notice",
    "Progress",
    "answer",
    "evaluation",
    "source",
]
