"""``make mutation``: how many small faults in the law the tests notice, module by module.

mutmut plants one fault at a time (a comparison turned, a number changed, a word altered) and
runs the tests that touch the function; a fault no test notices has survived. Everything
happens in a private copy, so neither the checkout nor its virtual environment is touched.

    python tests/mutation/run.py [GROUP ...] [--share 5] [--show] [--least 90] [--children 2]

All faults of all groups take hours. ``--share`` plants a share of each group's faults in
percent, always the same ones, and says so: 5 takes some ten minutes on two free processors.
"""

from __future__ import annotations

import argparse
import hashlib
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
ALL = 100.0
KILLED = frozenset({"killed", "timeout", "caught by type check", "segfault"})
IGNORED = frozenset({"skipped"})


@dataclass(frozen=True)
class Group:
    """Modules that belong together, and the tests that should notice a fault in them."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


GROUPS = {
    "whatif": Group(
        modules=("core/fes/whatif/*.py", "core/fes/charts.py"),
        tests=("fes/whatif/test_*.py", "fes/grading/test_decision.py"),
    ),
    "patterns": Group(
        modules=("core/fes/patterns/*.py",),
        tests=("fes/patterns/test_*.py", "fes/whatif/test_combined_chart.py"),
    ),
    "crediting": Group(
        modules=(
            "core/fes/opened.py",
            "core/fes/crediting/ladder.py",
            "core/fes/crediting/aspects.py",
            "core/fes/crediting/offsets.py",
        ),
        tests=(
            "fes/test_opened.py",
            "fes/crediting/test_*.py",
            "fes/grading/test_*.py",
            "standards/test_extensions.py",
        ),
    ),
    "questions": Group(
        modules=("core/fes/crediting/questions.py",),
        tests=("fes/crediting/test_questions.py", "fes/grading/test_texts.py"),
    ),
    "grading": Group(
        modules=(
            "core/fes/grading.py",
            "core/fes/points.py",
            "core/fes/requests.py",
            "core/fes/assembly.py",
            "core/fes/review.py",
            "core/fes/charts.py",
            "core/standards/extensions.py",
        ),
        tests=(
            "fes/crediting/test_crediting.py",
            "fes/grading/test_*.py",
            "fes/whatif/test_combined_chart.py",
            "standards/test_extensions.py",
            "standards/test_format.py",
            "standards/shipped/test_gs_0200.py",
        ),
    ),
    "supervisory": Group(
        modules=("core/supervisory/*.py",), tests=("supervisory/test_supervisory*.py",)
    ),
}

# What some tests go through to reach the core; copied, and left as it is.
BESIDE = ("assistant", "index", "prompts", "docs")

# The copied tests draw the same examples for every fault, and keep nothing between runs. What
# the changed modules remember is forgotten before each test, or a fault in what is computed
# once would be planted behind a value computed without it. The supervisory guide takes long to
# read, so it is forgotten once a run.
STEADY = """
import sys

settings.register_profile(
    "steady", deadline=None, derandomize=True, database=None, max_examples=25
)
settings.load_profile("steady")


def _forget(names):
    for name in names:
        for value in vars(sys.modules.get(name, object)).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()
    for name, kept in (
        ("core.fes.assembly", "_PIECES"),
        ("core.fes.review", "_STEPS"),
        ("core.fes.points", "_REACHABLE"),
    ):
        if name in sys.modules:
            getattr(sys.modules[name], kept).clear()


def pytest_sessionstart(session):
    _forget([name for name in sys.modules if name.startswith("core")])


def pytest_runtest_setup(item):
    _forget(CHANGED)
"""
READ_ONCE = ("core/supervisory/guide.py",)


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
    """Copy what the group needs: the program, the tests of the core and their golden files."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("core", *BESIDE):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    for name in ("core_", "golden"):
        shutil.copytree(ROOT / "tests" / name, folder / "tests" / name, ignore=ignore)
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "tests" / "conftest.py")
    fixtures = folder / "tests" / "core_" / "conftest.py"
    modules = sorted(
        path.relative_to(ROOT).as_posix() for glob in group.modules for path in ROOT.glob(glob)
    )
    changed = [_dotted(path) for path in modules if path not in READ_ONCE]
    fixtures.write_text(f"{fixtures.read_text('utf-8')}{STEADY}\nCHANGED = {changed!r}\n", "utf-8")
    tests = sorted(
        path.relative_to(ROOT).as_posix()
        for glob in group.tests
        for path in (ROOT / "tests" / "core_").glob(glob)
    )
    if not modules or not tests:
        raise SystemExit(f"nothing to change or nothing to run: {group}")
    (folder / "pyproject.toml").write_text(configuration(modules, tests), "utf-8")


def _dotted(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def drawn(folder: Path, share: float) -> list[str]:
    """Return a share of the faults, in percent: those whose names hash lowest.

    The same names are drawn in every run, whatever else is planted. All are named too: mutmut
    then first runs every test by its own name, and fails where one cannot be run so, which
    would otherwise count as a fault noticed.
    """
    # Asked for a fault that is not there, mutmut plants all, times the tests, and stops.
    subprocess.run(
        [sys.executable, "-m", "mutmut", "run", "no such fault"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    names = sorted(statuses(folder))
    if not names:
        raise SystemExit("no fault was planted; run without --share to see why")
    names.sort(key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    return names[: max(1, round(len(names) * share / 100))]


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
            f"mutmut {arguments[0]} failed:\n{done.stdout[-4000:]}{done.stderr[-4000:]}"
        )
    return done.stdout


def measure(name: str, *, share: float, show: bool, children: int) -> tuple[int, int]:
    """Plant the faults of a group, or a share, print a row a module; return noticed and all."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fes-mutation-") as place:
        folder = Path(place)
        copy(GROUPS[name], folder)
        chosen = drawn(folder, share)
        mutmut(folder, "run", "--max-children", str(children), *chosen)
        found = statuses(folder)
        found = {name: found[name] for name in chosen}
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
    parser.add_argument(
        "--share",
        type=float,
        default=ALL,
        metavar="PERCENT",
        help="plant this share of each group's faults, always the same ones; 5 takes some ten "
        "minutes for all groups on two free processors",
    )
    parser.add_argument("--show", action="store_true", help="print every fault that survived")
    parser.add_argument("--least", type=float, default=LEAST, help="the least score in percent")
    parser.add_argument("--children", type=int, default=2, help="processes at once")
    options = parser.parse_args()
    unknown = sorted(set(options.groups) - set(GROUPS))
    if unknown:
        parser.error(f"no group {', '.join(unknown)}; there are {', '.join(GROUPS)}")
    if not 0 < options.share <= ALL:
        parser.error("--share is a percentage: above 0, and 100 at most")
    if find_spec("mutmut") is None:
        parser.error("mutmut is not installed in this environment; install mutmut 3.8 or later")
    print(f"{'':44}{'noticed':>7}{'faults':>7}{'score':>8}")  # noqa: T201
    scores = {}
    for name in options.groups or GROUPS:
        scores[name] = measure(
            name, share=options.share, show=options.show, children=options.children
        )
    print(f"\n{'group':44}{'noticed':>7}{'faults':>7}{'score':>8}")  # noqa: T201
    missed = False
    for name, (noticed, total) in scores.items():
        met = 100 * noticed / total >= options.least
        missed |= not met
        print(f"{line(name, noticed, total)}   {'met' if met else 'NOT MET'}")  # noqa: T201
    drawn_from = "all faults" if options.share == ALL else f"{options.share:g} % of the faults"
    print(f"aim: {options.least:g} % of the faults noticed in each group; planted: {drawn_from}")  # noqa: T201
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
