"""A library used by processes of their own, which may be killed, and a search to compare it by."""

from __future__ import annotations

import subprocess
import sys

from index.library import Library
from index.models import Query

QUERY = Query(query="the keeper counts the jars of oil")

PREAMBLE = """
import os, signal, sys, time
from pathlib import Path
from index.library import Library
from index.models import Query
from tests.index_.lamp_documents import WordVectors, marker
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
"""


def run(code: str) -> subprocess.Popen[str]:
    """Start a process that opens a library as the code says; ``die`` kills it on the spot."""
    return subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def found(library: Library) -> list[tuple[str, float]]:
    """Return what the search finds, with scores, to compare before and after."""
    return [(hit.passage.id, hit.score) for hit in library.search(QUERY)]
