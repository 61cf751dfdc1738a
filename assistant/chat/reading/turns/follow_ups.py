"""What short messages stand for after each subject, as ``follow_ups.toml`` has it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.language.late import pattern

_FILE = Path(__file__).resolve().parents[1] / "data" / "follow_ups.toml"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The whole question that something asked of a subject stands for, and the topic it is of."""

    to: str
    question: str


@dataclass(frozen=True, slots=True)
class FollowUps:
    """What ``follow_ups.toml`` holds: ways of asking, subjects by topic, whole questions."""

    asked: dict[str, re.Pattern[str]]
    subjects: dict[str, str]
    named: frozenset[str]
    whole: dict[tuple[str, str], FollowUp]


@cache
def follow_ups() -> FollowUps:
    """Return what short messages stand for after each subject."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return FollowUps(
        asked={
            name: pattern("|".join(rf"\b(?:{said})\b" for said in ways), re.IGNORECASE)
            for name, ways in data["asked"].items()
        },
        subjects={topic: name for name, topics in data["subjects"].items() for topic in topics},
        named=frozenset(data["subjects"]),
        whole={
            (subject, asked): FollowUp(entry["to"], question)
            for entry in data["follow_ups"]
            for subject in ([entry["after"]] if isinstance(entry["after"], str) else entry["after"])
            for asked, question in entry["asked"].items()
        },
    )
