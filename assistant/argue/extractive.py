"""The argument that needs no model: captions from labels, sentences by the words they share.

It states nothing of its own about the work beyond naming what a quotation is. The groups of
passages with their captions are also what a model is offered to choose from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.argue.evidence import EvidencePack, level_below
from assistant.argue.selection import REASON_CUES, Weights, select, select_across
from assistant.events import Side
from assistant.guard.choices import Kind
from assistant.guard.offer import Argued, Group, Slice
from index.language.late import pattern
from index.language.words import DECISION
from index.models import Passage

_CREDITED = pattern(r"\bis credited\b", re.IGNORECASE)


_OF_STANDARD = pattern(
    r"^(?:as |under |at )?(?:factor )?levels? \d|^this level\b|\bat this level (?:is|are)\b|"
    r"^\w+(?: \w+){0,3} at (?:this level|level \S+) |\b(?:included|covered) at this level\b|"
    r"^also (?:included|covered|characteristic)\b|^(?:some|many|the)? ?employees?\b|"
    r"^(?:the )?work (?!of the)|\bmay (?:also )?(?:require|involve|take place|be|include)\b|"
    r"^\w+ (?:specialists|analysts|employees|workers)\b",
    re.IGNORECASE,
)
_OF_POSITION = pattern(r"\b(?:appellants?|he|she|his|her|we)\b", re.IGNORECASE)
_CLAIMED = pattern(
    r"\b(?:appellant|agency|he|she)\b[^.;]{0,60}\b(?:seeks|believes|claims|contends|argues|asserts|"
    r"stat(?:es|ing))\b",
    re.IGNORECASE,
)

_REPORTED = pattern(
    r"(?i:\b(?:appellants?|agency|employee|incumbent|he|she|they|who)\b[^.;]{0,60}\b(?:adds?|added|"
    r"says?|said|stated|noted?|notes|feels?|felt|maintain(?:s|ed)|suggest(?:s|ed)|disagree[sd]?|"
    r"requests?|points? (?:out|to)|pointed (?:out|to)|indicate[sd]?|cites?|cited|alleges?|insists?|"
    r"describe[sd]|believed|claimed|contended|argued|asserted|sought|rationale)\b)"
    r"|\b(?:I|me|my|mine)\b"
)
_OUTCOME = pattern(
    r"\b(?:meets?|met|exceeds?|credit(?:ed)?|warrants?|evaluated at|match(?:es)?)\b.*\blevel\b",
    re.IGNORECASE,
)
BARE = 14
"""Words below which a sentence with the outcome on a level says nothing else."""


def is_no_finding(sentence: str) -> bool:
    """Tell a sentence that repeats the standard or the appellant from what was found."""
    return is_of_standard(sentence) or bool(_CLAIMED.search(sentence))


def is_reason(sentence: str) -> bool:
    """Tell a sentence in which a decision gives a reason of its own, in full, from the others.

    Left out are what the standard says, what somebody claims, in reported speech or in the first
    person, and the bare outcome, which is no reason and reads as one on another position.
    """
    return not (
        is_no_finding(sentence)
        or _REPORTED.search(sentence)
        or (_OUTCOME.search(sentence) and len(sentence.split()) < BARE)
    )


def is_of_standard(sentence: str) -> bool:
    """Tell whether a sentence of a decision only repeats what the standard says of a level."""
    return bool(_OF_STANDARD.search(sentence)) and not _OF_POSITION.search(sentence)


class ExtractiveArguer:
    """Argues by quoting the deciding sentences of labelled passages."""

    name = "extractive"

    def argue(self, pack: EvidencePack) -> list[Argued]:
        """Return what to quote on the level, side by side with its captions."""
        weights = Weights(p.text for p in pack.passages)
        every = groups(pack)
        by_kind: dict[Kind, list[Passage]] = {}
        for group in every:
            by_kind.setdefault(group.kind, []).extend(group.passages)
        argued = [
            Argued(group, chosen)
            for group in every
            if (chosen := _chosen(group, by_kind, pack, weights))
        ]
        return argued + ([] if pack.case is not None else _credited(pack))


def groups(pack: EvidencePack) -> list[Group]:
    """Return the passages on a level by what they say of it, each group with its caption.

    The caption, the side and the kind follow from the labels of the passages: document, level and
    stance.
    """
    level, below = pack.level, level_below(pack.level)
    in_case = pack.case is not None
    found: list[Group] = []
    for named, kind in ((below, "below"), (level, "demand")):
        if named is not None:
            found += _language(pack, named, "below" if kind == "below" else "demand")
    reasons = [p for p in pack.passages if p.stance == "not_met" and level in (p.level, *p.levels)]
    met = [p for p in pack.passages if p.stance == "met" and p.level == level]
    under = [p for p in pack.passages if p.stance == "met" and p.level == below]
    found += _by_document(
        reasons,
        "decided_not_met",
        "against" if in_case else "reason",
        level,
        f"Why {{}} refused Level {level}:",
    )
    found += _by_document(
        met,
        "decided_met",
        "for" if in_case else "reason",
        level,
        f"Why {{}} found Level {level} met:",
    )
    if not met and below is not None:
        found += _by_document(
            under, "below_met", "context", below, f"What {{}} found to match Level {below}:"
        )
    return found


def _by_document(
    passages: list[Passage], kind: Kind, side: Side, level: str, caption: str
) -> list[Group]:
    return [
        Group(
            kind,
            side,
            level,
            caption.format(_name(passages, document)),
            tuple(p for p in passages if p.document == document),
        )
        for document in dict.fromkeys(p.document for p in passages)
    ]


def _language(pack: EvidencePack, level: str, kind: Kind) -> list[Group]:
    official = [
        p
        for p in pack.passages
        if p.level == level
        and p.kind != "digest"
        and (p.kind in {"standard", "guide"} or p.stance == "standard")
    ]
    found = []
    for document in dict.fromkeys(p.document for p in official):
        own = tuple(p for p in official if p.document == document)
        how = f", as quoted in {_name(own, document)}" if own[0].kind == "decision" else ""
        found.append(Group(kind, "requires", level, f"What Level {level} requires{how}:", own))
    return found


def _name(passages: Sequence[Passage], document: str) -> str:
    """Return what to call a decision in a sentence: its number, never its file's name."""
    title = next((p.title for p in passages if p.document == document), "")
    number = DECISION.search(title) or DECISION.search(document)
    return f"decision {number.group()}" if number else "a decision without a number"


def _chosen(
    group: Group,
    by_kind: dict[Kind, list[Passage]],
    pack: EvidencePack,
    weights: Weights,
) -> tuple[Slice, ...]:
    """Return the sentences of a group to quote; none of a second document on the same demand."""

    def texts(*kinds: Kind) -> list[str]:
        return [p.text for kind in kinds for p in by_kind.get(kind, [])]

    if group.kind in {"demand", "below"}:
        first = by_kind[group.kind][0]
        if group.passages[0].document != first.document:
            return ()
        others = (
            texts("decided_not_met", "decided_met")
            if group.kind == "demand"
            else [p.text for p in _under(pack)] + texts("decided_not_met")
        )
        most = 3 if len(group.passages) == 1 else 2
        return tuple(
            Slice(passage, s.start, s.end)
            for passage in group.passages[:2]
            for s in select(passage.text, others, weights, most=most, asked=pack.question)
        )
    named: Kind = "below" if group.kind == "below_met" else "demand"
    requirement = texts(named) + [
        p.text for p in pack.passages if p.kind == "digest" and p.level == group.level
    ]
    passages = {p.id: p for p in group.passages}
    return tuple(
        Slice(passages[name], s.start, s.end)
        for name, s in select_across(
            [(p.id, p.text) for p in group.passages],
            requirement,
            weights,
            most=2 if group.kind == "below_met" else 4,
            cues=REASON_CUES,
            asked=pack.question,
            passed_over=is_no_finding,
        )
    )


def _under(pack: EvidencePack) -> list[Passage]:
    below = level_below(pack.level)
    return [p for p in pack.passages if p.stance == "met" and p.level == below]


def _credited(pack: EvidencePack) -> list[Argued]:
    """Quote what a decision credited for the factor, when there is no case to compare."""
    factor = pack.level.rpartition("-")[0]
    argued = []
    for passage in pack.passages:
        if passage.stance != "credited" or str(passage.factor) != factor:
            continue
        chosen = select(passage.text, [], Weights([passage.text]), most=4, min_words=4)
        first = next((s for s in chosen if _CREDITED.search(s.text)), None)
        if first is not None:
            caption = f"What {_name([passage], passage.document)} credited for Factor {factor}:"
            group = Group("below_met", "context", pack.level, caption, (passage,))
            argued.append(Argued(group, (Slice(passage, first.start, first.end),)))
    return argued
