"""Gathering the language that bears on a contested level, from the library and the digests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.argue.selection import Weights, similarity, terms
from index.decisions.values import same_number
from index.models import Decision, Passage

if TYPE_CHECKING:
    from core.model import Case
    from core.standards.criteria import Aspect, Level
    from core.standards.model import Standard
    from index.library import Library

DIGEST = "digest:"
MOST_DECISIONS = 3
BEARS = 0.2
"""Likeness below which a statement is not taken to speak of an aspect."""


def digest_id(standard: Standard, level: str) -> str:
    """Return the id under which a level's digest is cited."""
    return f"{DIGEST}{standard.id}#{level}"


def digest_passage(standard: Standard, level: Level) -> Passage:
    """Return a level's digest as a passage of our own words, with the page to look up."""
    factor, _, _ = level.level.rpartition("-")
    text = "\n".join([level.summary, *(f"{a.name}: {a.text}" for a in level.aspects)])
    return Passage(
        id=digest_id(standard, level.level),
        document=f"{DIGEST}{standard.id}",
        kind="digest",
        title=f"Digest of the {standard.title}",
        text=text,
        start=0,
        end=len(text),
        page=level.page,
        heading=(f"Factor {factor}", f"Level {level.level}"),
        factor=int(factor) if factor.isdigit() else factor,
        level=level.level,
        levels=(level.level,),
        stance="standard",
    )


def level_below(level: str) -> str | None:
    """Return the next lower level of the same factor, or None at the lowest."""
    factor, _, number = level.rpartition("-")
    return f"{factor}-{int(number) - 1}" if int(number) > 1 else None


@dataclass(frozen=True, slots=True)
class EvidencePack:
    """All that an argument on one level may draw on, besides the case's facts and findings."""

    question: str
    level: str
    case: Case | None = None
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelEvidence:
    """What the library says of one contested level.

    ``language`` maps a level to passages that say what it requires, the most pertinent first.
    ``refused`` and ``met`` are paragraphs of decisions on the contested level; ``below_met``
    on the level beneath it; ``credited`` are the sentences that credit a level with points.
    """

    level: str
    below: str | None
    factor: str
    language: dict[str, tuple[Passage, ...]]
    refused: tuple[Passage, ...] = ()
    met: tuple[Passage, ...] = ()
    below_met: tuple[Passage, ...] = ()
    credited: tuple[Passage, ...] = ()
    claims: tuple[Passage, ...] = ()
    decisions: tuple[Decision, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    def passages(self) -> tuple[Passage, ...]:
        """Return every passage once, in the order an argument uses them."""
        groups: list[Passage] = []
        for level in (self.below, self.level):
            groups.extend(self.language.get(level or "", ()))
        for more in (self.credited, self.refused, self.met, self.below_met, self.claims):
            groups.extend(more)
        return tuple({p.id: p for p in groups}.values())


def gather(
    library: Library,
    level: str,
    *,
    message: str,
    case: Case | None,
    decision: str = "",
) -> LevelEvidence:
    """Collect what the library's documents say of a level.

    Args:
        library: The ingested documents.
        level: The contested level, such as 2-5.
        message: What the person asked; decides which decision is meant.
        case: The case under study; its series decides which standard's language comes first.
        decision: A decision number named in the message, to look at that one only.
    """
    factor = level.rpartition("-")[0]
    below = level_below(level)
    decisions = _decisions_on(library, level, message=message, number=decision)
    ranked = [d.document for d in decisions]
    stands = {d.document: stand_on(d, level) for d in decisions}

    supervisory = {d.document: d for d in decisions if d.supervisory_at(0) or d.works}

    def on_level(passage: Passage) -> bool:
        """Tell whether a passage speaks of a standard's level, not of the supervisory guide's."""
        decision = supervisory.get(passage.document)
        return decision is None or not decision.supervisory_at(passage.start)

    def of(stance: str, named: str | None) -> tuple[Passage, ...]:
        if named is None:
            return ()
        found = [
            p
            for p in library.passages(kind="decision", factor=factor, stance=stance)
            if p.document in ranked and on_level(p) and (p.level == named or named in p.levels)
        ]
        return tuple(sorted(found, key=lambda p: (ranked.index(p.document), p.start)))

    # The record outranks the label: what a decision credited it did not refuse, and the reverse.
    against = tuple(p for p in of("not_met", level) if stands[p.document] != "credited")
    refused = tuple(p for p in against if p.level == level) or against
    language = {
        named: _language(
            library, named, factor=factor, case=case, decisions=decisions, asked=bool(decision)
        )
        for named in (below, level)
        if named is not None
    }
    credited = tuple(
        p
        for p in library.passages(kind="decision", factor=factor, stance="credited")
        if p.document in ranked and on_level(p)
    )
    return LevelEvidence(
        level=level,
        below=below,
        factor=factor,
        language=language,
        refused=refused,
        met=tuple(
            p for p in of("met", level) if p.level == level and stands[p.document] != "refused"
        ),
        below_met=tuple(p for p in of("met", below) if p.level == below),
        credited=tuple(sorted(credited, key=lambda p: ranked.index(p.document))),
        claims=of("claim", level),
        decisions=decisions,
        counts=_counts(library, level),
    )


def stand_on(decision: Decision, level: str) -> str:
    """Return whether a decision's record refused or credited a level; empty when neither."""
    for factor in decision.rated():
        if factor.refuses(level):
            return "refused"
        if factor.credits(level):
            return "credited"
    return ""


def _counts(library: Library, level: str) -> dict[str, int]:
    counts = {"refused": 0, "credited": 0}
    for decision in library.decisions():
        stand = stand_on(decision, level)
        if stand:
            counts[stand] += 1
    return counts


def _decisions_on(
    library: Library, level: str, *, message: str, number: str
) -> tuple[Decision, ...]:
    known = library.decisions()
    if number:
        return tuple(d for d in known if same_number(d.decision_number or d.document, number))
    speaking = [d for d in known if stand_on(d, level)]
    if len(speaking) < 2:
        return tuple(speaking)
    weights = Weights(_description(d) for d in speaking)
    wanted = frozenset(terms(message))
    order = sorted(
        speaking,
        key=lambda d: (-weights.overlap(_description(d), wanted), d.document),
    )
    # Both readings of a level are worth more than two of the same.
    first = order[0]
    other = next((d for d in order if stand_on(d, level) != stand_on(first, level)), None)
    chosen = [first] if other is None else [first, other]
    chosen += [d for d in order if d not in chosen]
    return tuple(chosen[:MOST_DECISIONS])


def decision_asked(library: Library, message: str, *, number: str = "") -> Decision | None:
    """Return the decision a message speaks of: by its number, or by the words that describe it.

    "The appellant" is enough where there is only one. None when the library has none, or
    several that the message does not tell apart.
    """
    known = library.decisions()
    if number:
        same = [d for d in known if same_number(d.decision_number or d.document, number)]
        return same[0] if same else None
    if len(known) == 1 and "appellant" in message.lower():
        return known[0]
    weights = Weights(_description(d) for d in known)
    wanted = frozenset(terms(message))
    order = sorted(known, key=lambda d: -weights.overlap(_description(d), wanted))
    near = [weights.overlap(_description(d), wanted) for d in order[:2]] + [0.0]
    return order[0] if order and near[0] > near[1] else None


def _description(decision: Decision) -> str:
    return " ".join(
        (decision.decided.title, decision.current.title, decision.department, decision.document)
    )


def _language(
    library: Library,
    level: str,
    *,
    factor: str,
    case: Case | None,
    decisions: Sequence[Decision],
    asked: bool,
) -> tuple[Passage, ...]:
    """What says what a level requires: decisions quoting it, then standards, then guides.

    A decision on another occupation than the case's quotes another standard's level: it says
    nothing of this one, unless it is the decision that is asked about.
    """
    ranked = [d.document for d in decisions]
    series = {s for s in (case.requested.series, case.current.series) if s} if case else set()
    quoted, own, others, primary = [], [], [], []
    for p in library.passages(factor=factor, level=level):
        if p.level != level or _requires_nothing(p):
            continue
        if p.kind == "decision" and p.stance == "standard" and p.document in ranked:
            quoted.append(p)
        elif p.kind == "standard" and series & set(p.series):
            own.append(p)
        elif p.kind == "standard" and p.series:
            others.append(p)
        elif p.kind == "guide":
            primary.append(p)
    quoted.sort(key=lambda p: (ranked.index(p.document), p.start))
    if quoted:
        same = quoted[0].document
        quoted = [p for p in quoted if p.document == same]
    alike = [d.document for d in decisions if series & {d.decided.series, d.current.series}]
    if series and not asked and quoted and quoted[0].document not in alike:
        quoted = []
    best = own or quoted or primary or others
    extra = primary if best is not primary else []
    return (*best[:3], *extra[:2])


def _requires_nothing(passage: Passage) -> bool:
    """Tell whether a passage only lists a level or shows work of it: no criterion of it."""
    below = passage.heading[-1].lower() if passage.heading else ""
    return below.startswith(("illustration", "work example", "example")) or any(
        "table of contents" in heading.lower() for heading in passage.heading
    )


def level_beneath(standard: Standard, level: str) -> Level | None:
    """Return the level a standard describes just beneath one, None beneath its lowest."""
    from core.standards.reading import find_factor, find_level

    ladder = find_factor(standard, level.rpartition("-")[0]).levels
    place = ladder.index(find_level(standard, level))
    return ladder[place - 1] if place else None


def bearing_aspects(
    library: Library, standard: Standard, text: str, levels: Sequence[str]
) -> list[Aspect]:
    """Return the aspects of the given levels that a statement speaks of, the closest first.

    Closeness is likeness in meaning, with words shared counting as well.
    """
    from core.standards.reading import find_level

    aspects = [a for level in levels for a in find_level(standard, level).aspects]
    # An aspect is known by its name and by what it asks at this level and the one below.
    said = [(a, words) for a in aspects for words in (a.name, a.text)]
    for level in levels:
        lower = level_beneath(standard, level)
        under = {a.key: a.text for a in lower.aspects} if lower else {}
        said += [(a, under[a.key]) for a in find_level(standard, level).aspects if a.key in under]
    if not said:
        return []
    weights = Weights(words for _, words in said)
    best: dict[str, float] = {}
    for (aspect, words), likeness in zip(
        said, library.likeness(text, [words for _, words in said]), strict=True
    ):
        score = likeness + similarity(text, words, weights)
        best[aspect.id] = max(score, best.get(aspect.id, 0.0))
    near = [a for a in aspects if best[a.id] >= BEARS]
    return sorted(near, key=lambda a: -best[a.id])
