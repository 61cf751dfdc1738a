"""What was read as one line of hexadecimal digits: the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

from pydantic import BaseModel

from core import VERSION


def fingerprint_of(kind: str, **parts: Any) -> str:
    """Return the sha256 over named parts and the program's version.

    The same parts give the same bytes whatever order mappings were typed in.

    Args:
        kind: what is fingerprinted, so that two kinds never share a fingerprint.
        parts: JSON data; dates are written as such.
    """
    everything = {"kind": kind, "program": VERSION, **parts}
    text = json.dumps(everything, sort_keys=True, separators=(",", ":"), default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a fingerprint")
