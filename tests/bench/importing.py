"""How fast an official document becomes a standard, and with how much memory.

The baseline is plain text extraction of the same file with PDFium, page after page, in a
process of its own in the same run. Ours is ``fes standards import`` as a user runs it: with the
start of the program, the checks and the file it keeps.

Megabytes are the peak of the process or of the one that reads the file for it, whichever is
more. They are an upper bound: a process also counts what its parent held when it was started.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.index_.standards import fictional

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "standards"
REAL = ("gs0200-hr-management", "introduction-to-position-classification",
        "general-schedule-supervisory-guide")  # fmt: skip
PAGES = 115
LONGEST = 60.0
"""Seconds that a document of as many pages may take."""
MOST = 500.0
"""Megabytes of memory it may need at its peak."""

MEASURED = """
import json, resource, runpy, sys, time
started = time.perf_counter()
try:
    {work}
finally:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print("MEASURED", time.perf_counter() - started, max(peak, children), file=sys.stderr)
"""
BASELINE = """
    import pypdfium2
    pdf = pypdfium2.PdfDocument(sys.argv[1])
    for page in pdf:
        page.get_textpage().get_text_range()
"""
OURS = """
    from assistant.cli.main import main
    main(["standards", "import", sys.argv[1], "--json"])
"""


def composed(folder: Path) -> Path:
    """Write a fictional standard of the length of a long real one."""
    path = folder / "composed.pdf"
    path.write_bytes(fictional.long_pdf(PAGES))
    return path


def measure(work: str, path: Path, home: Path) -> tuple[float, float]:
    """Return seconds and megabytes of a process that does something with a file."""
    run = subprocess.run(
        [sys.executable, "-c", MEASURED.format(work=work.strip()), str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "FES_HOME": str(home)},
    )
    line = next(x for x in run.stderr.splitlines() if x.startswith("MEASURED"))
    _, seconds, megabytes = line.split()
    return float(seconds), float(megabytes)


def pages_of(path: Path) -> int:
    """Return the number of pages of a PDF."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    try:
        return len(pdf)
    finally:
        pdf.close()


def run() -> None:
    """Print the table, and whether the long document keeps within its bounds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [composed(folder)]
        files += [path for path in (CORPUS / f"{name}.pdf" for name in REAL) if path.is_file()]
        print(  # noqa: T201
            f"{'':42}{'pages':>6}{'seconds':>9}{'pages/s':>9}{'ratio':>8}{'MB':>7}{'ratio':>8}"
        )
        worst = (0.0, 0.0)
        for path in files:
            pages = pages_of(path)
            plain = measure(BASELINE, path, folder / "home")
            ours = measure(OURS, path, folder / "home")
            worst = max(worst[0], ours[0]), max(worst[1], ours[1])
            for label, (seconds, megabytes) in (
                (f"{path.stem[:28]}, plain text", plain),
                (f"{path.stem[:28]}, import", ours),
            ):
                print(  # noqa: T201
                    f"{label:42}{pages:>6}{seconds:>9.2f}{pages / seconds:>9.0f}"
                    f"{seconds / plain[0]:>7.1f}x{megabytes:>7.0f}{megabytes / plain[1]:>7.1f}x"
                )
        kept = "yes" if worst[0] <= LONGEST and worst[1] <= MOST else "NO"
        print(  # noqa: T201
            f"\nwithin {LONGEST:.0f} s and {MOST:.0f} MB for a document of this kind: {kept} "
            f"({worst[0]:.1f} s, {worst[1]:.0f} MB at most)"
        )
