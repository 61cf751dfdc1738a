"""The conversation and the ways in: command line, chat application, exports."""

from __future__ import annotations

import importlib
from typing import Any


def load(place: str) -> Any:
    """Return what stands at ``module:name``, importing the module only when it is needed.

    Help and the first screen are there at once because of it.
    """
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(module), name)
