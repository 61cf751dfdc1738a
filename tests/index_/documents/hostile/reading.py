"""Reading a file made to harm: within bounds, or in a process of its own that is measured."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import DocumentError
from index.documents import formats as parsers
from index.documents import sandbox as guarded
from index.documents.sandbox import Bounds

MEGABYTE = 1024 * 1024
QUICK = Bounds(longest=20.0)

MEASURE = """
import json, re, resource, sys, time
from pathlib import Path
from core.errors import DocumentError
from index.documents import formats as parsers, sandbox as guarded
path = Path(sys.argv[1])
started = time.monotonic()
try:
    bounds = guarded.Bounds(memory=int(sys.argv[2]) or guarded.MEMORY)
    document = guarded.parse(path, parsers.read_bytes(path), bounds)
    said = f"read {len(document.pages)} pages, {len(document.text)} characters"
except DocumentError as error:
    said = error.sentence()
# What a process has used, it passes on to one it becomes: our own peak is read elsewhere.
own = re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())
peak = max(int(own[1]), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
print(json.dumps({"said": said, "seconds": time.monotonic() - started, "peak": peak // 1024}))
"""


def measured(path: Path, memory: int = 0) -> tuple[str, float, int]:
    """Return what reading a file came to, its seconds, and its peak of memory in megabytes."""
    if not Path("/proc/self/status").exists():
        pytest.skip("this system does not say how much memory a process has used")
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path), str(memory)],
        capture_output=True,
        text=True,
        timeout=400,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(place or "." for place in sys.path)},
    )
    found = json.loads(run.stdout)
    return found["said"], found["seconds"], found["peak"]


def refused(path: Path, bounds: Bounds = QUICK) -> str:
    with pytest.raises(DocumentError) as caught:
        guarded.parse(path, parsers.read_bytes(path), bounds)
    assert caught.value.where == path.name
    assert caught.value.hint
    return caught.value.sentence()
