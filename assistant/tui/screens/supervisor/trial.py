"""A supervisor's case with levels turned on trial: the core evaluates, nothing here does.

The nine factors do not grade a supervisor's work, so such a case has no conversation of the nine
factors; its file is the one that the commands read too.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assistant.cases.edits import file_format, load_case, read_text
from assistant.cases.sessions import MOST_PAST, note_elsewhere, session_name
from assistant.cases.shelf import WAITING, Shelf
from assistant.cases.supervisors import asked, enter, open_supervisor
from core.errors import AppError, CaseError
from core.model import Case
from core.reading import load as load_data
from core.standards.table import SUPERVISORY_ID, FactorRow
from core.supervisory import load_guide, parse_supervisory, supervisory_data, supervisory_flips
from core.supervisory.evaluation import SupervisoryData
from core.supervisory.whatif import SupervisoryFlip
from index.documents.files import replace_file

_FORMER = "supervisor_former"
BASE = "5"
"""The factor whose level follows from the grade of the work directed."""


class SupervisorTrial:
    """One file, the levels of record in it, and the levels tried.

    ``data`` is what the guide makes of the levels tried, None while they contradict what else is
    stated; ``problem`` says so then.

    Raises:
        AppError: the file cannot be read, or is no supervisor's case.
    """

    def __init__(self, path: Path, shelf: Shelf) -> None:
        self.path, self._shelf = path.absolute(), shelf
        self._name = session_name(shelf, path)
        self._former: list[tuple[str, dict[str, Any]]] = [
            (text, so_far) for text, so_far in self._kept.get(_FORMER, [])
        ]
        self.data: SupervisoryData | None = None
        self.problem = ""
        self.flips: list[SupervisoryFlip] = []
        self.read()
        if self.path.parent != shelf.folder.absolute():
            note_elsewhere(shelf, self.path)

    def read(self) -> None:
        """Read the file anew and begin from its levels, or from those accepted so far."""
        text = read_text(self.path)
        opened = open_supervisor(self.path)
        self._whole = opened is not None
        if opened is not None:
            form = file_format(self.path, text)
            data = load_data(text, where=str(self.path), fmt=form, error=CaseError)
            self.case: Case = opened.particulars
            self._asked = asked(data)
            self.credited = {str(key): level for key, level in opened.request.levels.items()}
        else:
            self.case = load_case(self.path)
            told = self._so_far
            self._asked = {
                "standard": SUPERVISORY_ID,
                **({"base": told["base"]} if "base" in told else {}),
            }
            self.credited = dict(told.get("levels", {}))
        self.guide = load_guide(self.case.as_of)
        self.factors: tuple[FactorRow, ...] = self.guide.table.factors
        self.levels = dict(self.credited)
        self._rate()

    @property
    def _so_far(self) -> dict[str, Any]:
        """What was accepted of a case whose levels are not all there yet.

        The guide evaluates whole cases only, so these wait beside the file.
        """
        found: dict[str, Any] = self._kept.get(WAITING, {})
        return found

    @property
    def _kept(self) -> dict[str, Any]:
        """What is kept beside the file."""
        return self._shelf.state(self._name) or {}

    @property
    def open(self) -> tuple[str, ...]:
        """The factors without a level, stated or settled by what else is stated."""
        settled = {str(one["factor"]) for one in self.data["factors"]} if self.data else set()
        return tuple(
            one.key for one in self.factors if one.key not in self.levels and one.key not in settled
        )

    @property
    def base(self) -> str:
        """The grade of the work directed as stated, such as ``GS-11``; empty when it is not."""
        stated: Any = self._asked.get("base", "")
        return str(stated.get("grade", "") if isinstance(stated, dict) else stated)

    @property
    def turned(self) -> dict[str, str]:
        """The levels tried that differ from those of record."""
        return {key: one for key, one in self.levels.items() if self.credited.get(key) != one}

    def turn(self, factor: str, level: str) -> None:
        self.levels[factor] = level
        self._rate()

    def keep(self, levels: dict[str, str], base: str = "") -> None:
        """Enter levels, and the grade of the work directed where it is given.

        Raises:
            AppError: they contradict what else is stated, or the file cannot be written.
        """
        former = (read_text(self.path), self._so_far)
        whole = {**self.credited, **levels}
        base = base or ("" if self._whole else self.base)
        if self._whole or all(one.key in whole for one in self.factors):
            enter(self.path, whole, base, replace_base=True)
            waits = former[1]
        else:
            waits = {"levels": whole, **({"base": base} if base else {})}
        self._former.append(former)
        self._keep(waits)
        self.read()

    def _keep(self, so_far: dict[str, Any]) -> None:
        kept = {**self._kept, WAITING: so_far, _FORMER: self._former[-MOST_PAST:]}
        self._shelf.keep_state(self._name, kept)

    def keep_base(self, grade: str) -> None:
        """Enter the grade of the work directed with the level of Factor 5 it gives.

        Raises:
            AppError: it is no grade the guide knows, or the file cannot be written.
        """
        number = grade.upper().removeprefix("GS").strip(" -")
        level = self.guide.grade_levels.get(int(number)) if number.isdecimal() else None
        if level is None:
            raise CaseError(f"{grade!r} is no grade of the work directed", hint="Write GS-11.")
        self.keep({BASE: level}, f"GS-{number}")

    def undo(self) -> bool:
        """Put the file back as it was before the last change; return whether there was one."""
        if not self._former:
            return False
        text, so_far = self._former.pop()
        replace_file(self.path, text.encode(), what="the case", private=True)
        self._keep(so_far)
        self.read()
        return True

    def _rate(self) -> None:
        self.data, self.problem, self.flips = None, "", []
        try:
            request = parse_supervisory(
                {**self._asked, "levels": self.levels}, where=self.path.name
            )
            self.data = supervisory_data(request)
            self.flips = supervisory_flips(request) if self.data["grade"] else []
        except AppError as error:
            missing = ", ".join(self.open)
            self.problem = (
                f"Factors without a level: {missing}. A accepts the level suggested, ← → turn one."
                if missing
                else error.sentence()
            )
