"""Where the ``fes`` command begins: Ctrl+C ends it in one line from its first moments on.

Importing the command line takes a tenth of a second, in which Python would answer Ctrl+C with a
traceback. This module therefore imports nothing of the project before it has said what happens.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

_STOPPED = 130


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    """End the process while nothing has begun that would have to be undone."""
    sys.stderr.write("fes: stopped\n")
    sys.stderr.flush()
    os._exit(_STOPPED)


def main() -> NoReturn:
    """Run the command line, whose own handling of Ctrl+C takes over once it is loaded."""
    signal.signal(signal.SIGINT, _stop)
    run: Callable[[], NoReturn] = importlib.import_module("assistant.cli.main").main
    signal.signal(signal.SIGINT, signal.default_int_handler)
    run()
