"""A paper as JSON: the content model itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.papers.content import Paper

NAME = "json"
TITLE = "JSON"


def encode(paper: Paper) -> bytes:
    return paper.model_dump_json(indent=2).encode() + b"\n"
