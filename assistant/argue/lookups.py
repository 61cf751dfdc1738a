"""What a model may look up before it chooses: read only, bounded, and answered in numbers.

Each tool returns sentences under the numbers by which they may be chosen, or figures of the core.
Sentences whose labels fit no side of the level argued come without a number: they can be read and
not shown. Nothing here writes, fetches or changes anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.argue.evidence import EvidencePack, stand_on
from assistant.argue.extractive import groups, is_reason
from assistant.argue.selection import statements
from assistant.guard.offer import Group, Offer, Slice, may_be_offered
from core.errors import AppError
from index.models import Passage, Query

if TYPE_CHECKING:
    from assistant.guard.masking import Mask
    from core.fes.opened import OpenedCase
    from index.library import Library

MOST_CALLS = 6
MOST_RESULTS = 12
"""Sentences one look-up returns."""
MOST_OF_A_GROUP = 14
"""Sentences of one group that a model may choose from."""
LONGEST_QUERY = 300
AUTHORITY = frozenset({"standard", "guide", "regulation", "decision"})
"""Kinds of document that a search shows a model. A person's own papers hold names and stay here."""
FEWEST_WORDS = 6


@dataclass
class Lookups:
    """The tools, on one library and case."""

    library: Library
    pack: EvidencePack
    offer: Offer
    opened: OpenedCase | None
    levels: dict[str, str]
    mask: Mask
    calls: int = 0

    def tools(self) -> dict[str, tuple[str, str, Callable[..., str]]]:
        """Return the tools by name, each with what it does, for the model and for the reader."""
        return {
            "search": ("Search the documents for words.", "Searching the documents", self.search),
            "level_text": (
                "Read what a level such as 2-5 requires.",
                "Reading a level's text",
                self.level_text,
            ),
            "decision_record": (
                "Read a decision's levels, by its number.",
                "Reading a decision's record",
                self.decision_record,
            ),
            "what_if": (
                "The total and grade if a level such as 2-5 were credited.",
                "Working out another level",
                self.what_if,
            ),
            "appeal_facts": (
                "What an appeal can cost and how long there is.",
                "Reading the facts of appeals",
                self.appeal_facts,
            ),
            "precedents": (
                "How decisions ruled on a level such as 2-5.",
                "Looking for decisions on a level",
                self.precedents,
            ),
        }

    def run(self, tool: Callable[..., str], words: str) -> str:
        """Return what a tool found, or why not; never more than the calls allowed."""
        self.calls += 1
        if self.calls > MOST_CALLS:
            return "No more look-ups. Answer now."
        try:
            return tool(words.strip()[:LONGEST_QUERY])
        except AppError:
            return "Nothing was found under that."

    def search(self, words: str) -> str:
        """Return sentences near some words, on the factor argued."""
        query = Query(query=self.mask.show(words), k=6, factor=self.offer.factor)
        found = (hit.passage for hit in self.library.search(query))
        return self._sentences(passage for passage in found if passage.kind in AUTHORITY)

    def level_text(self, words: str) -> str:
        """Return what a level requires, in the documents' words."""
        found = [
            p
            for p in self.library.passages(level=words)
            if p.level == words and p.kind in {"standard", "guide"}
        ]
        return self._sentences(found)

    def decision_record(self, words: str) -> str:
        """Return the levels a decision credited and refused."""
        for decision in self.library.decisions():
            if words.upper() in {
                decision.document.upper(),
                (decision.decision_number or "").upper(),
            }:
                lines = [
                    f"Factor {f.factor}: credited {f.credited or 'nothing stated'}"
                    + (f", refused {', '.join(f.rejected)}" if f.rejected else "")
                    for f in decision.factors
                ]
                return "\n".join(lines) or "It states no levels."
        return "No such decision is held."

    def what_if(self, words: str) -> str:
        """Return the core's total and grade with a level in its factor's place."""
        from core.fes.grading import evaluation_of

        factor = words.rpartition("-")[0]
        if self.opened is None or factor not in self.levels:
            return "No case with levels is open."
        found = evaluation_of(self.opened.rate({**self.levels, factor: words}))
        return f"With Level {words} in its place: {found.total} points, {found.grade}."

    def appeal_facts(self, words: str) -> str:  # noqa: ARG002 - every tool takes what was asked
        """Return the first facts of an appeal, in the program's words."""
        from core.appeals.remarks import FIRST_FACTS

        return "\n".join(rule.text for rule in FIRST_FACTS)

    def precedents(self, words: str) -> str:
        """Return sentences of decisions that met or refused a level."""
        factor = words.rpartition("-")[0]
        found = [
            p
            for p in self.library.passages(kind="decision", factor=factor, level=words)
            if p.stance in {"met", "not_met"}
        ]
        return self._sentences(found)

    def _sentences(self, passages: Iterable[Passage]) -> str:
        lines: list[str] = []
        for passage in passages:
            own = EvidencePack(self.pack.question, self.pack.level, self.pack.case, (passage,))
            group = next(iter(groups(own)), None)
            for piece in _slices(passage):
                if len(lines) >= MOST_RESULTS:
                    break
                words = self.mask.hide(one(piece.text))
                may = group is not None and self._applies(group) and fits(group, self.pack, piece)
                added = self.offer.add(group, [piece]) if group is not None and may else []
                if added and group is not None:
                    lines.append(f"[{added[0].id}] ({group.kind}) {words}")
                elif may_be_offered(piece.text):
                    lines.append(f"(not to be chosen) {words}")
        return "\n".join(lines) or "Nothing was found."

    def _applies(self, group: Group) -> bool:
        """Return whether what is found may be shown under its caption in this argument.

        What a level requires is told by the documents that the argument rests on, not by the
        standard of another series. What a decision found is told by its record.
        """
        passage = group.passages[0]
        if group.kind in {"demand", "below"}:
            rests = {p.document for p in self.pack.passages if p.level == group.level}
            return passage.document in rests
        decision = next(
            (d for d in self.library.decisions() if d.document == passage.document), None
        )
        if decision is None:
            return False
        other = "credited" if group.kind == "decided_not_met" else "refused"
        return stand_on(decision, group.level) != other


def fits(group: Group | None, pack: EvidencePack, piece: Slice) -> bool:
    """Return whether a sentence may be offered under a group's caption."""
    if group is None:
        return False
    if group.kind in {"demand", "below"}:
        return True
    # "Level below met" is context beside a refusal; where the level itself was met it is not.
    met = any(p.stance == "met" and p.level == pack.level for p in pack.passages)
    return is_reason(piece.text) and not (group.kind == "below_met" and met)


def _slices(passage: Passage) -> list[Slice]:
    return [
        Slice(passage, s.start, s.end)
        for s in statements(passage.text)
        if len(s.text.split()) >= FEWEST_WORDS
    ]


def one(text: str) -> str:
    return " ".join(text.split())


def fill(offer: Offer, pack: EvidencePack, base: Iterable[Slice]) -> None:
    """Number what a model may choose from: what the base quotes first, then the rest."""
    quoted = {piece.key for piece in base}
    for group in groups(pack):
        slices = [s for p in group.passages for s in _slices(p) if fits(group, pack, s)]
        slices.sort(key=lambda s: s.key not in quoted)
        kept = {s.key for s in slices[:MOST_OF_A_GROUP]}
        offer.add(group, [s for p in group.passages for s in _slices(p) if s.key in kept])


def listed(offer: Offer, mask: Mask) -> dict[str, Any]:
    """Return the sentences offered, by number, as a model reads them."""
    return {
        found.id: f"({found.group.kind}) {mask.hide(one(found.slice.text))}"
        for found in offer.sentences.values()
    }
