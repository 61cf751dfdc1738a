"""The arguer that needs no model: it chooses sentences and quotes them.

It states nothing of its own about the work beyond naming what a quotation is. Which
sentences it chooses follows from the labels of the passages and the words they share.
"""

from __future__ import annotations

import re
from typing import Literal

from assistant.argue.evidence import level_below
from assistant.argue.selection import REASON_CUES, Sentence, Weights, select, select_across
from assistant.events import Notice
from assistant.guard.drafts import Draft, DraftClaim, DraftQuote, EvidencePack
from index.language.words import DECISION
from index.models import Passage

Side = Literal["requires", "for", "against", "reason", "context"]
_CREDITED = re.compile(r"\bis credited\b", re.IGNORECASE)


_OF_STANDARD = re.compile(
    r"^(?:as |under |at )?(?:factor )?levels? \d|^this level\b|\bat this level (?:is|are)\b|"
    r"^\w+(?: \w+){0,3} at (?:this level|level \S+) |\b(?:included|covered) at this level\b|"
    r"^also (?:included|covered|characteristic)\b|^(?:some|many|the)? ?employees?\b|"
    r"^(?:the )?work (?!of the)|\bmay (?:also )?(?:require|involve|take place|be|include)\b|"
    r"^\w+ (?:specialists|analysts|employees|workers)\b",
    re.IGNORECASE,
)
_OF_POSITION = re.compile(r"\b(?:appellants?|he|she|his|her|we)\b", re.IGNORECASE)
_CLAIMED = re.compile(
    r"\b(?:appellant|agency|he|she)\b[^.;]{0,60}\b(?:seeks|believes|claims|contends|argues|asserts|"
    r"stat(?:es|ing))\b",
    re.IGNORECASE,
)


def is_no_finding(sentence: str) -> bool:
    """Tell a sentence that repeats the standard or the appellant from what was found."""
    return is_of_standard(sentence) or bool(_CLAIMED.search(sentence))


def is_of_standard(sentence: str) -> bool:
    """Tell whether a sentence of a decision only repeats what the standard says of a level."""
    return bool(_OF_STANDARD.search(sentence)) and not _OF_POSITION.search(sentence)


class ExtractiveArguer:
    """Drafts claims by quoting the deciding sentences of labelled passages."""

    name = "extractive"

    def take_notices(self) -> list[Notice]:
        """Return nothing: choosing sentences raises no notices."""
        return []

    def draft(self, pack: EvidencePack) -> Draft:
        """Return claims on the contested levels, or on the question when there are none."""
        if pack.contested:
            claims = [c for level in pack.contested for c in _level_claims(pack, level)]
        else:
            claims = _answer_claims(pack)
        return Draft(claims=claims, summary="")


def _name(passages: list[Passage], document: str) -> str:
    """Return what to call a decision in a sentence: its number rather than its file's name."""
    title = next((p.title for p in passages if p.document == document), "")
    number = DECISION.search(title) or DECISION.search(document)
    return f"decision {number.group()}" if number else document


def _quotes(passage: Passage, chosen: list[Sentence]) -> list[DraftQuote]:
    return [DraftQuote(passage=passage.id, quote=s.text) for s in chosen]


def _claim(side: Side, text: str, quotes: list[DraftQuote]) -> DraftClaim:
    return DraftClaim(side=side, text=text, quotes=quotes)


def _level_claims(pack: EvidencePack, level: str) -> list[DraftClaim]:
    below = level_below(level)
    weights = Weights(p.text for p in pack.passages)
    about = {
        named: [p for p in pack.passages if p.level == named and _is_language(p)]
        for named in (below, level)
        if named
    }
    reasons = [p for p in pack.passages if p.stance == "not_met" and level in (p.level, *p.levels)]
    met = [p for p in pack.passages if p.stance == "met" and p.level == level]
    below_met = [p for p in pack.passages if p.stance == "met" and p.level == below]
    claims: list[DraftClaim] = []
    for named, passages in about.items():
        focus = [p.text for p in (reasons + met if named == level else below_met + reasons)]
        claims.extend(_language_claims(passages, named, focus, weights, pack.question))
    requirement = [p.text for p in about.get(level, [])]
    in_case = pack.case is not None
    for document in dict.fromkeys(p.document for p in reasons):
        claims.extend(
            _reason_claims(
                [p for p in reasons if p.document == document],
                requirement,
                weights,
                side="against" if in_case else "reason",
                text=f"Why {_name(reasons, document)} refused Level {level}:",
                most=4,
                asked=pack.question,
            )
        )
    for document in dict.fromkeys(p.document for p in met):
        claims.extend(
            _reason_claims(
                [p for p in met if p.document == document],
                requirement,
                weights,
                side="for" if in_case else "reason",
                text=f"Why {_name(met, document)} found Level {level} met:",
                most=4,
                asked=pack.question,
            )
        )
    if not met:
        for document in dict.fromkeys(p.document for p in below_met):
            claims.extend(
                _reason_claims(
                    [p for p in below_met if p.document == document],
                    [p.text for p in about.get(below or "", [])],
                    weights,
                    side="context",
                    text=f"What {_name(below_met, document)} found to match Level {below}:",
                    most=2,
                    asked=pack.question,
                )
            )
    if not in_case:
        claims.extend(_credit_claims(pack, level))
    return claims


def _is_language(passage: Passage) -> bool:
    return passage.kind in {"standard", "guide", "digest"} or passage.stance == "standard"


def _language_claims(
    passages: list[Passage], level: str, focus: list[str], weights: Weights, asked: str
) -> list[DraftClaim]:
    claims: list[DraftClaim] = []
    official = [p for p in passages if p.kind != "digest"]
    for document in dict.fromkeys(p.document for p in official):
        own = [p for p in official if p.document == document]
        quotes: list[DraftQuote] = []
        for passage in own[:2]:
            most = 3 if len(own) == 1 else 2
            quotes += _quotes(passage, select(passage.text, focus, weights, most=most, asked=asked))
        if not quotes:
            continue
        how = f", as quoted in {_name(own, document)}" if own[0].kind == "decision" else ""
        claims.append(_claim("requires", f"What Level {level} requires{how}:", quotes))
    return claims[:1]


def _reason_claims(
    passages: list[Passage],
    focus: list[str],
    weights: Weights,
    *,
    side: Side,
    text: str,
    most: int,
    asked: str,
) -> list[DraftClaim]:
    chosen = select_across(
        [(p.id, p.text) for p in passages],
        focus,
        weights,
        most=most,
        cues=REASON_CUES,
        asked=asked,
        passed_over=is_no_finding,
    )
    quotes = [DraftQuote(passage=name, quote=s.text) for name, s in chosen]
    return [_claim(side, text, quotes)] if quotes else []


def _credit_claims(pack: EvidencePack, level: str) -> list[DraftClaim]:
    factor = level.rpartition("-")[0]
    claims: list[DraftClaim] = []
    for passage in pack.passages:
        if passage.stance != "credited" or str(passage.factor) != factor:
            continue
        sentences = select(passage.text, [], Weights([passage.text]), most=4, min_words=4)
        chosen = [s for s in sentences if _CREDITED.search(s.text)]
        if chosen:
            text = f"What {_name([passage], passage.document)} credited for Factor {factor}:"
            claims.append(_claim("context", text, _quotes(passage, chosen[:1])))
    return claims


def _answer_claims(pack: EvidencePack) -> list[DraftClaim]:
    """Quote the sentences found to answer the question, passage by passage."""
    claims: list[DraftClaim] = []
    passages = {p.id: p for p in pack.passages}
    for name in dict.fromkeys(name for name, _ in pack.telling if name in passages):
        passage = passages[name]
        where = passage.heading[-1].rstrip(" :") if passage.heading else passage.title
        quotes = [DraftQuote(passage=name, quote=text) for id_, text in pack.telling if id_ == name]
        claims.append(_claim("context", f"{where}:", quotes))
    return claims
