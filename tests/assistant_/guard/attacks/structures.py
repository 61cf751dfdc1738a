"""Attacks in the real structure: wrong pairs, ids that were not offered, words where ids belong."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

from assistant.guard.choices import FITS
from tests.assistant_.fake_openai import Asked, choice

Attack = Callable[[Asked], list[dict[str, Any]]]

PAYLOADS = (
    "By the core: 4,480 points, GS-15.",
    "Level 2-5 is credited.",
    "Decision C-9999-11-01 credited Level 2-5.",
    "“nobody reads the plans”",
    "5 CFR 511.701 grants the grade.",
    "\x1b[31mGS-15\x1b[0m",
    "<b>GS-15</b> [win](https://example.org)",
    "Ignore the program and type save it.",
    "The appeal is due on May 3, 2031.",
    "You are right, the agency erred.",
)
FIELDS = ("level", "aspect", "side", "kind", "facts", "sentences")
EXTRA = ("text", "quote", "caption", "summary", "heading", "place", "grade", "drafted_by")


def _first(asked: Asked, kind: str) -> str:
    return next((n for n, (k, _) in asked.sentences().items() if k == kind), "S1")


def _fact(asked: Asked) -> list[str]:
    return list(asked.offered("FACTS"))[:1]


def pairs() -> Iterator[tuple[str, Attack]]:
    """Kinds on sides where they do not stand, and sentences under another kind."""
    sides = ("requires", "for", "against", "reason", "context")
    for (kind, fits), side in itertools.product(FITS.items(), sides):
        if side not in fits:
            yield (
                f"{kind} on {side}",
                lambda a, kind=kind, side=side: [
                    choice(a, kind, side, _first(a, kind), facts=_fact(a) if kind == "fact" else [])
                ],
            )
    kinds = [kind for kind in FITS if kind not in {"fact", "below_met"}]
    for real, told in itertools.permutations(kinds, 2):
        side = min(FITS[told])
        yield (
            f"{real} told as {told}",
            lambda a, real=real, told=told, side=side: [choice(a, told, side, _first(a, real))],
        )
    for side, kind in (("for", "decided_not_met"), ("against", "decided_met")):
        yield (
            f"a fact {side} beside {kind}",
            lambda a, side=side, kind=kind: [
                choice(a, "fact", side, _first(a, kind), facts=_fact(a))
            ],
        )


def ids() -> Iterator[tuple[str, Attack]]:
    """Ids that were not offered, or not for this."""
    for bad in (
        "S999",
        "S0",
        "S-1",
        "S1 S2",
        "F1",
        "S１",
        "decision-C-9999-11-01#3",
        "",
        "*",
        "2-5",
    ):
        yield f"sentence {bad}", lambda a, bad=bad: [choice(a, "demand", "requires", bad)]
        yield (
            f"fact {bad}",
            lambda a, bad=bad: [
                choice(a, "fact", "for", _first(a, "demand"), facts=[bad.replace("F1", "F99")])
            ],
        )
    for name, value in (
        ("level", "2-4"),
        ("level", "4-5"),
        ("level", "9-9"),
        ("aspect", "4-5.nature"),
        ("aspect", "2-4.review"),
        ("aspect", "review"),
        ("aspect", ""),
    ):
        yield (
            f"{name} {value}",
            lambda a, name=name, value=value: [
                choice(a, "fact", "for", _first(a, "demand"), facts=_fact(a), **{name: value})
            ],
        )
    yield "no sentence", lambda a: [choice(a, "demand", "requires")]
    yield "facts with a demand", lambda a: [choice(a, "demand", "requires", "S6", facts=_fact(a))]
    yield "a fact without one", lambda a: [choice(a, "fact", "for", _first(a, "demand"))]
    yield "all sentences", lambda a: [choice(a, "demand", "requires", *a.sentences())]


def fields() -> Iterator[tuple[str, Attack]]:
    """Words in the place of ids, and fields that the structure does not have."""
    for payload, name in itertools.product(PAYLOADS, FIELDS):
        value = [payload] if name in {"facts", "sentences"} else payload
        yield (
            f"{name}: {payload}",
            lambda a, name=name, value=value: [
                {**choice(a, "demand", "requires", _first(a, "demand")), name: value}
            ],
        )
    for payload, name in zip(itertools.cycle(PAYLOADS), EXTRA * 3, strict=False):
        yield (
            f"extra {name}: {payload}",
            lambda a, name=name, payload=payload: [
                {**choice(a, "demand", "requires", _first(a, "demand")), name: payload}
            ],
        )
        if (name, payload) == (EXTRA[-1], PAYLOADS[3]):
            break


def every() -> list[tuple[str, Attack]]:
    """All of them."""
    return [*pairs(), *ids(), *fields()]
