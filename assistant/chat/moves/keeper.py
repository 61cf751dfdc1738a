"""The case of a conversation: opened, changed, taken back, saved, exchanged for another."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import load
from assistant.cases.edits import load_case, save_case
from assistant.cases.questions import UNTITLED
from assistant.events import EvaluationChanged, Event
from core.errors import LevelError, UsageError
from core.model import Case
from index.documents.files import replace_file

if TYPE_CHECKING:
    from assistant.cases.supervisors import SupervisorFile
    from core.fes.grading import CaseEvaluation
    from core.fes.opened import OpenedCase
    from core.model import Evaluation

_SUFFIXES = frozenset({".toml", ".json"})


class Keeper:
    """Holds a case with its evaluation, its former states and its file.

    A case of which levels are still missing has no evaluation; everything else is refused with
    the core's own sentence, and the case before then stays.
    """

    def __init__(
        self, case: Case | None, case_path: Path | None, *, example: bool, title: str
    ) -> None:
        self.example = example
        self._case = case
        self._past: list[tuple[Case | None, bool]] = []
        self._undone: tuple[Case | None, bool] | None = None
        self._saved = case
        self._case_path = case_path
        self._on_disk = _contents(case_path)
        self._kept_at: Path | None = None
        self._title = title
        self.supervisor: SupervisorFile | None = None
        self.entered: list[tuple[Path, bytes]] = []
        self._opened: OpenedCase | None = None
        self._standing: CaseEvaluation | None = None
        self._scored = False

    @property
    def case(self) -> Case | None:
        """The case under study."""
        return self._case

    @property
    def title(self) -> str:
        """What to call the case on a screen."""
        return self._title

    @property
    def changed(self) -> bool:
        """Whether the case has changes that are not saved."""
        return self._case != self._saved

    @property
    def opened(self) -> OpenedCase | None:
        """The case with its standard, its table and the answers that count."""
        if self._case is not None and self._opened is None:
            from core.fes.opened import open_case

            self._opened = open_case(self._case)
        return self._opened

    @property
    def standing(self) -> CaseEvaluation | None:
        """The core's evaluation of the case with the level credited for each factor."""
        if not self._scored:
            self._standing = _evaluated(self.opened)
            self._scored = True
        return self._standing

    @property
    def evaluation(self) -> Evaluation | None:
        """The core's evaluation of the case."""
        return self.standing.evaluation if self.standing else None

    def change(self, case: Case) -> Iterator[Event]:
        """Replace the case, remember the old one, and send the core's new evaluation.

        Raises:
            AppError: when the core refuses the changed case; the old one then stays.
        """
        from core.fes.opened import open_case

        opened = open_case(case)
        standing = _evaluated(opened)
        previous = self.evaluation
        self._past.append((self._case, self.example))
        self._undone = None
        if self._case is not None and case.title != self._case.title:
            self._title = case.title
        self._case, self._opened, self._standing, self._scored = case, opened, standing, True
        if standing is not None:
            yield EvaluationChanged(case=case, evaluation=standing.evaluation, previous=previous)

    def undo(self) -> Iterator[Event]:
        """Take back the last change to the case; no event when there was none."""
        if self._past:
            previous = self.evaluation
            self._undone = (self._case, self.example)
            self._case, self.example = self._past.pop()
            self._forget()
            if self.evaluation is not None:
                yield EvaluationChanged(
                    case=self._case, evaluation=self.evaluation, previous=previous
                )

    @property
    def can_redo(self) -> bool:
        """Whether a change was taken back that can be put back."""
        return self._undone is not None

    def redo(self) -> Iterator[Event]:
        """Put back the change taken back last; no event when there was none.

        Raises:
            AppError: when the core refuses the changed case.
        """
        if self._undone is None:
            return
        case, example = self._undone
        if case is not None:
            yield from self.change(case)
        self.example, self._undone = example, None

    @property
    def past(self) -> list[tuple[Case | None, bool]]:
        """The former states of the case, the oldest first, each with whether it is the example."""
        return list(self._past)

    def take_past(self, past: list[tuple[Case | None, bool]]) -> None:
        """Take former states of an earlier conversation as those that undo brings back."""
        self._past = list(past)

    @property
    def case_path(self) -> Path | None:
        """The case's file; None when it has none of its own."""
        return self._case_path

    def was_saved(self, path: Path) -> None:
        """Note that whoever keeps the case has written it as it stands to a file."""
        self._kept_at = path
        self._saved, self._case_path, self._on_disk = self._case, path, _contents(path)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._past)

    def begin(self, case: Case | None = None) -> Iterator[Event]:
        """Put a new case of the reader's own, empty unless given, in the place of the present one.

        Raises:
            AppError: when the core refuses the case; the present one then stays.
        """
        if case is not None:
            from core.fes.opened import open_case

            open_case(case)
        previous = self.evaluation
        self._past.append((self._case, self.example))
        self._case = case or Case(title=UNTITLED, levels={})
        # An empty case need not be saved; one that holds something is not saved yet.
        self._saved = self._case if case is None else None
        self._case_path, self._on_disk = None, None
        self.example, self._title = False, self._case.title
        self._forget()
        if self.evaluation is not None:
            yield EvaluationChanged(case=self._case, evaluation=self.evaluation, previous=previous)

    def close(self) -> None:
        """Put no case in the place of the present one, whose changes are forgotten."""
        self._case, self._saved, self._past, self._undone = None, None, [], None
        self._case_path, self._on_disk = None, None
        self._forget()

    def open(self, path: Path) -> Iterator[Event]:
        """Open another case file; the changes to the present one are forgotten.

        Raises:
            AppError: when the file is no case that can be evaluated.
        """
        from core.fes.opened import open_case

        case = load_case(path)
        _evaluated(open_case(case))
        self._case, self._saved, self._past, self._undone = case, case, [], None
        self._case_path, self._on_disk = path, _contents(path)
        self.example, self._title = False, case.title
        self._forget()
        if self.evaluation is not None:
            yield EvaluationChanged(case=case, evaluation=self.evaluation)

    def beside(self, name: str) -> Path:
        """Return a file named in the conversation: as it stands, or beside the present case."""
        path = Path(name).expanduser()
        if not path.is_absolute() and not path.exists() and self._case_path is not None:
            return self._case_path.parent / path
        return path

    def enter_supervisor(self, made: SupervisorFile, former: bytes) -> None:
        """Go on with a supervisor's case whose file was written, and remember the file before."""
        self.supervisor = made
        self.entered.append((made.path, former))
        self.close()

    def leave_supervisor(self) -> Generator[Event, None, Path]:
        """Write the supervisor's file as it was before the last entry, and return its path.

        Raises:
            AppError: the file cannot be written, or is no case any more.
        """
        path, former = self.entered.pop()
        replace_file(path, former, what="the case", hint="Choose a folder you may write to.")
        self.supervisor = load("assistant.cases.supervisors:open_supervisor")(path)
        if self.supervisor is None:
            yield from self.open(path)
        return path

    def other_cases(self) -> list[Path]:
        """Return the case files beside the present one."""
        if self._case_path is None:
            return []
        here = self._case_path.resolve()
        return sorted(
            p for p in here.parent.iterdir() if p.suffix.lower() in _SUFFIXES and p != here
        )

    def save(self, path: Path | None) -> Path:
        """Write the case to a file and return its path.

        Raises:
            UsageError: when no path is given and the case has no file of its own, or another
                program has written to that file since.
            StorageError: when the file cannot be written.
        """
        target = path or self._case_path
        if self._case is None or target is None:
            what = "the bundled example has" if self.example else "this case has"
            raise UsageError(
                f"{what} no file of its own", where="save", hint="Name a file to write the case to."
            )
        if path is None and _contents(target) not in {None, self._on_disk}:
            raise UsageError(
                f"{target.name} was changed by another program since it was opened here",
                where="save",
                hint="Name another file, or name this one to replace it.",
            )
        case = self._case
        written = save_case(case, target)
        if self._kept_at not in (None, written):
            # A copy: what is kept by itself goes on where it is kept.
            return written
        self._saved, self._case_path, self._on_disk = case, written, _contents(written)
        return written

    def _forget(self) -> None:
        self._opened, self._standing, self._scored = None, None, False


def _evaluated(opened: OpenedCase | None) -> CaseEvaluation | None:
    """Return the evaluation of a case; None while levels of record are missing."""
    if opened is None:
        return None
    from core.fes.grading import evaluate_opened

    try:
        return evaluate_opened(opened)
    except LevelError:
        known = {str(f.factor) for f in opened.standard.factors}
        if known <= set(opened.case.levels):
            raise
        return None


def _contents(path: Path | None) -> bytes | None:
    """Return what a case file holds now, or None when there is none to read."""
    try:
        return path.read_bytes() if path is not None else None
    except OSError:
        return None
