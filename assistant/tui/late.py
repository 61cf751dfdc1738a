"""Importing what the first screen does not need, when it is needed."""

from __future__ import annotations

import importlib
from typing import Any


def load(place: str) -> Any:
    """Return what stands at ``module:name``, importing the module now."""
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(module), name)
