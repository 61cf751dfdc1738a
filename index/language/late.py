"""Patterns that are compiled when first used.

Decisions and messages are read by some hundred patterns each. Whoever searches a library or asks
one question loads the modules that hold them, and should not wait for what nothing there needs.
"""

from __future__ import annotations

import re
from typing import cast


class _Late:
    """Stands for a pattern until something is asked of it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Answer as the compiled pattern does; what is asked once is kept here."""
        found: object = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(written: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when first used, for use in every way but as a class."""
    return cast(re.Pattern[str], _Late(written, flags))
