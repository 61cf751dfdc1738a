"""One turn in the making: the text said so far and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.events import Claim, Removed, Reply, Source, TextDelta
from core.model import Evaluation


@dataclass(slots=True)
class Turn:
    """What a turn has said, claimed and removed so far.

    ``evidence`` is the fact stated just before, when this message may be the answer to the
    question that the fact raised.
    """

    message: str
    evidence: str = ""
    blocks: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    evaluation: Evaluation | None = None

    def say(self, block: str) -> TextDelta:
        """Add a block of Markdown to the answer and return the event that sends it."""
        self.blocks.append(block)
        return TextDelta(f"{block}\n\n")

    def say_all(self, blocks: Iterable[str]) -> list[TextDelta]:
        """Add several blocks."""
        return [self.say(block) for block in blocks]

    def reply(self, standing: Evaluation | None) -> Reply:
        """Return the finished answer; the evaluation is the turn's own or the case's."""
        sources: dict[int, Source] = {}
        for claim in self.claims:
            for source in claim.sources:
                sources.setdefault(source.number, source)
        return Reply(
            answer="\n\n".join(self.blocks),
            claims=tuple(self.claims),
            sources=tuple(sources[n] for n in sorted(sources)),
            removed=tuple(self.removed),
            evaluation=self.evaluation or standing,
        )
