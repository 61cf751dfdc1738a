"""``make bench``: every benchmark, each as ratios against a baseline measured in the same run.

Name some to run only those: ``python -m tests.bench startup scoring``.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path


def main() -> int:
    """Run the benchmarks named, or all; each module has ``run() -> None`` and prints a table."""
    folder = Path(__file__).parent
    known = [m.name for m in pkgutil.iter_modules([str(folder)]) if not m.name.startswith("_")]
    chosen = sys.argv[1:] or known
    unknown = sorted(set(chosen) - set(known))
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(known)}", file=sys.stderr)  # noqa: T201
        return 2
    for name in chosen:
        print(f"\n== {name} ==", flush=True)  # noqa: T201
        importlib.import_module(f"tests.bench.{name}").run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
