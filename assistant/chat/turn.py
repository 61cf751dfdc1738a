"""One turn in the making: the text said so far and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.chat.model import Kind
from assistant.events import Claim, Removed, Reply, Source, TextDelta
from core.model import Evaluation


@dataclass(slots=True)
class Turn:
    """What a turn has said, claimed and removed so far.

    ``more`` is what did not fit and is said when the reader asks for more, ``kept`` the claims it
    rests on. ``missing`` are the facts that would decide.
    """

    message: str
    blocks: list[str] = field(default_factory=list)
    more: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    kept: list[Claim] = field(default_factory=list)
    evaluation: Evaluation | None = None
    removed: list[Removed] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def say(self, block: str) -> TextDelta:
        """Add a block of Markdown to the answer and return the event that sends it."""
        self.blocks.append(block)
        return TextDelta(f"{block}\n\n")

    def say_all(self, blocks: Iterable[str]) -> list[TextDelta]:
        """Add several blocks."""
        return [self.say(block) for block in blocks]

    def next_number(self) -> int:
        said = (*self.claims, *self.kept)
        return max((s.number for c in said for s in c.sources), default=0) + 1

    def reply(self, standing: Evaluation | None) -> Reply:
        """Return the finished answer; the evaluation is the turn's own or the case's."""
        sources: dict[int, Source] = {}
        for claim in self.claims:
            for source in claim.sources:
                sources.setdefault(source.number, source)
        # Of several questions one answered is an answer, whatever became of the others.
        kind: Kind = "answer"
        if self.kinds and "answer" not in self.kinds:
            kind = self.kinds[0]
        return Reply(
            answer="\n\n".join(self.blocks),
            kind=kind,
            topic=", ".join(dict.fromkeys(t for t in self.topics if t)),
            claims=tuple(self.claims),
            sources=tuple(sources[n] for n in sorted(sources)),
            removed=tuple(self.removed),
            missing=tuple(self.missing),
            evaluation=self.evaluation or standing,
        )
