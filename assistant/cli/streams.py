"""Output that cannot fail on a character, and what is said when output itself fails."""

from __future__ import annotations

import codecs
import errno
import os
import sys

PLAIN = {
    **dict.fromkeys("\u2018\u2019", "'"),
    **dict.fromkeys("\u201c\u201d", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u00b7\u2500\u2501", "-"),
    **dict.fromkeys("\u258c\u2502", "|"),
    "\u2026": "...",
    "\u2022": "*",
    "\u203a": ">",
    "\u00a7": "Sec. ",
    "\u2192": "->",
}
"""What stands for a character that a terminal's encoding lacks; a question mark for all others."""

HANDLER = "fes-plain"


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(PLAIN.get(character, "?") for character in lacking), error.end


def prepare() -> None:
    """Let no character of a document or of this program's own end a command.

    An office's console may be of code page 1252, a scheduled job's of ASCII.
    """
    codecs.register_error(HANDLER, _plainly)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and stream.errors == "strict":
            reconfigure(errors=HANDLER)


def flush() -> None:
    """Send what is still held back, so that a failure of it is ours to tell.

    Raises:
        OSError: when it cannot be written.
    """
    if sys.stdout is not None and not sys.stdout.closed:
        sys.stdout.flush()


def discard() -> None:
    """Let what cannot be written go, so that the interpreter does not try again at its end."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError, AttributeError):
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def outside_sentence(error: OSError) -> str:
    """Return what is told of a failure of the system that no part of the program expected."""
    reason = error.strerror or str(error)
    if error.filename is not None:
        return f"{os.fsdecode(str(error.filename))}: it cannot be used ({reason})."
    if error.errno in (errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT, errno.EBADF):
        return f"the output cannot be written ({reason}). See that its disk has room."
    return f"the system refused something ({reason})."
