"""A paper as JSON: the content model itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.papers.content import Paper

NAME = "json"
TITLE = "JSON"


def encode(paper: Paper) -> bytes:
    return paper.model_dump_json(indent=2).encode() + b"\n"


def record(data: bytes) -> str | None:
    """Return the data of the certificate that such a file holds, if there is any."""
    try:
        found = json.loads(data)
    except (UnicodeDecodeError, json.JSONDecodeError):
        return None
    text = found.get("record") if isinstance(found, dict) else None
    return text if isinstance(text, str) and text else None


def words(data: bytes) -> list[str]:
    return data.decode("utf-8", "replace").split()
