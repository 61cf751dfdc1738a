"""Where the ``fes`` command begins: Ctrl+C ends it in one line from its first moments on.

Importing the command line takes a tenth of a second, in which Python would answer Ctrl+C with a
traceback. This module therefore imports the project only where it can say what happens.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Callable
from typing import NoReturn

_STOPPED = 130

RARELY = 200_000
"""How many more objects are made than dropped before cycles among them are looked for."""


def main() -> NoReturn:
    """Run the command line, whose own handling of Ctrl+C takes over once it is loaded."""
    # A command makes much and drops little: looking for cycles rarely saves a tenth of its start.
    gc.set_threshold(RARELY)
    try:
        run: Callable[[], NoReturn] = importlib.import_module("assistant.cli.main").main
    except KeyboardInterrupt:
        sys.stderr.write("fes: stopped\n")
        sys.stderr.flush()
        # Nothing has begun that would have to be undone, and half of a module is no use to it.
        os._exit(_STOPPED)
    try:
        run()
    finally:
        # Python ends with a search for cycles through all that was made, a quarter of a short
        # command's time. What a command opens it closes: nothing waits for that search.
        gc.freeze()
