"""``make mutation``: how many small faults in the law the tests notice, module by module.

mutmut plants one fault at a time (a comparison turned, a number changed, a word altered) and
runs the tests that touch the function; a fault no test notices has survived. Everything
happens in a private copy, so neither the checkout nor its virtual environment is touched.

    python tests/mutation/run.py [GROUP ...] [--show] [--least 90] [--children 2]
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LEAST = 90.0
KILLED = frozenset({"killed", "timeout", "caught by type check", "segfault"})
IGNORED = frozenset({"skipped"})


@dataclass(frozen=True)
class Group:
    """Modules that belong together, and the tests that should notice a fault in them."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


GROUPS = {
    "whatif": Group(
        modules=(
            "core/whatif.py",
            "core/changes.py",
            "core/distribution.py",
            "core/sides.py",
            "core/sought.py",
        ),
        tests=("test_whatif*.py", "test_decision.py"),
    ),
    "consistency": Group(
        modules=("core/consistency.py", "core/relationships/__init__.py"),
        tests=("test_consistency.py", "test_whatif_chart.py"),
    ),
    "crediting": Group(
        modules=("core/crediting.py", "core/aspects.py", "core/offsets.py"),
        tests=(
            "test_crediting.py",
            "test_crediting_offsets.py",
            "test_crediting_reasons.py",
            "test_crediting_tree.py",
            "test_combined.py",
            "test_extensions.py",
            "test_grading_*.py",
        ),
    ),
    "questions": Group(
        modules=("core/questions.py",),
        tests=("test_crediting_questions.py", "test_grading_texts.py"),
    ),
    "grading": Group(
        modules=(
            "core/grading.py",
            "core/rating.py",
            "core/scoring.py",
            "core/assembly.py",
            "core/borderline.py",
            "core/combined.py",
            "core/even_grades.py",
            "core/extensions.py",
        ),
        tests=(
            "test_arithmetic.py",
            "test_borderline.py",
            "test_combined.py",
            "test_crediting.py",
            "test_decision.py",
            "test_extensions.py",
            "test_grading_*.py",
            "test_requests.py",
        ),
    ),
    "supervisory": Group(modules=("core/supervisory/*.py",), tests=("test_supervisory*.py",)),
}

# What some tests go through to reach the core; copied, and left as it is.
BESIDE = ("assistant", "index", "prompts")

# The copied tests draw the same examples for every fault, and keep nothing between runs.
STEADY = """
settings.register_profile(
    "steady", deadline=None, derandomize=True, database=None, max_examples=25
)
settings.load_profile("steady")
"""


def configuration(modules: list[str], tests: list[str]) -> str:
    """Return the pyproject of the copy: what to change, and how to run the tests."""
    return f"""
[tool.mutmut]
source_paths = ["core"]
also_copy = {json.dumps(BESIDE)}
only_mutate = {json.dumps(modules)}
pytest_add_cli_args_test_selection = {json.dumps(tests)}
pytest_add_cli_args = ["-p", "no:cacheprovider", "-m", "not corpus and not slow"]
use_git_change_detection = false
track_dependencies = false

[tool.pytest.ini_options]
addopts = "--import-mode=importlib"
asyncio_mode = "auto"
markers = ["corpus: needs the real official documents", "slow: takes more than a few seconds"]
"""


def copy(group: Group, folder: Path) -> None:
    """Copy what the group needs: the program, the tests of grading and their golden files."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("core", *BESIDE):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    for name in ("grading", "golden"):
        shutil.copytree(ROOT / "tests" / name, folder / "tests" / name, ignore=ignore)
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "tests" / "conftest.py")
    fixtures = folder / "tests" / "grading" / "conftest.py"
    fixtures.write_text(fixtures.read_text("utf-8") + STEADY, "utf-8")
    modules = sorted(
        path.relative_to(ROOT).as_posix() for glob in group.modules for path in ROOT.glob(glob)
    )
    tests = sorted(
        path.relative_to(ROOT).as_posix()
        for glob in group.tests
        for path in (ROOT / "tests" / "grading").glob(glob)
    )
    if not modules or not tests:
        raise SystemExit(f"nothing to change or nothing to run: {group}")
    (folder / "pyproject.toml").write_text(configuration(modules, tests), "utf-8")


def statuses(folder: Path) -> dict[str, str]:
    """Return what became of every fault planted, by its name."""
    told = mutmut(folder, "results", "--all", "true")
    return dict(re.findall(r"^\s*(\S+__mutmut_\d+): (.+?)\s*$", told, re.MULTILINE))


def mutmut(folder: Path, *arguments: str) -> str:
    """Run mutmut in the copy and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(
            f"mutmut {' '.join(arguments)} failed:\n{done.stdout[-4000:]}{done.stderr}"
        )
    return done.stdout


def measure(name: str, *, show: bool, children: int) -> tuple[int, int]:
    """Plant every fault of a group, print a row a module; return the noticed and all."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fes-mutation-") as place:
        folder = Path(place)
        copy(GROUPS[name], folder)
        mutmut(folder, "run", "--max-children", str(children))
        found = statuses(folder)
        rows: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for mutant, status in found.items():
            if status not in IGNORED:
                module = mutant.rpartition(".")[0]
                rows[module]["all"] += 1
                rows[module]["noticed"] += status in KILLED
        for module, row in sorted(rows.items()):
            print(line(module, row["noticed"], row["all"]), flush=True)  # noqa: T201
        if show:
            for mutant, status in sorted(found.items()):
                if status not in KILLED | IGNORED:
                    print(f"\n--- {status}: {mutant}")  # noqa: T201
                    print(mutmut(folder, "show", mutant).rstrip(), flush=True)  # noqa: T201
    noticed = sum(row["noticed"] for row in rows.values())
    total = sum(row["all"] for row in rows.values())
    if not total:
        raise SystemExit(f"{name}: no fault was planted, so nothing was measured")
    print(line(f"= {name}, {time.monotonic() - started:.0f} s", noticed, total), flush=True)  # noqa: T201
    return noticed, total


def line(name: str, noticed: int, total: int) -> str:
    """Return one row of the table."""
    return f"{name:44}{noticed:>7}{total:>7}{100 * noticed / total:>8.1f} %"


def main() -> int:
    """Measure the groups named, or all; return 1 when one stays below the least score."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--show", action="store_true", help="print every fault that survived")
    parser.add_argument("--least", type=float, default=LEAST, help="the least score in percent")
    parser.add_argument("--children", type=int, default=2, help="processes at once")
    options = parser.parse_args()
    unknown = sorted(set(options.groups) - set(GROUPS))
    if unknown:
        parser.error(f"no group {', '.join(unknown)}; there are {', '.join(GROUPS)}")
    if find_spec("mutmut") is None:
        parser.error("mutmut is not installed in this environment; install mutmut 3.8 or later")
    print(f"{'':44}{'noticed':>7}{'faults':>7}{'score':>8}")  # noqa: T201
    scores = {}
    for name in options.groups or GROUPS:
        noticed, total = measure(name, show=options.show, children=options.children)
        scores[name] = 100 * noticed / total
    low = [name for name, score in scores.items() if score < options.least]
    if low:
        print(f"below {options.least:g} %: {', '.join(low)}", file=sys.stderr)  # noqa: T201
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
