"""A supervisor's case: what the supervisory guide is asked, with the particulars beside it.

The nine factors do not grade a supervisor's work, so such a case is a file of its own kind: the
request that :mod:`core.supervisory` reads (``standard = "gssg"``), and the particulars that any
case has. Papers, scoring, suggestions and ``fes case`` read it alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from assistant.cases.edits import file_format, load_case, located, read_text
from assistant.cases.toml_text import holds_tables
from core.errors import CaseError
from core.fes.cases import case_to_data
from core.model import Case, Fact, FactorId
from core.reading import build, load
from core.standards.table import SUPERVISORY_FACTORS, SUPERVISORY_ID
from core.supervisory import SupervisoryRequest, parse_supervisory, supervisory_data
from index.documents.files import replace_file
from index.positions.duties.supervising import is_supervision, supervision_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from core.model import Determination
    from core.supervisory.evaluation import SupervisoryData
    from index.positions.model import PositionDescription

_PARTICULARS: Final = frozenset(Case.model_fields) - {
    *("standard", "as_of", "levels", "assigned", "sought", "findings", "offsets", "extensions"),
}

_TITLED: Final = ("title", "fictional")
"""The particulars that a request of its own may hold as well."""
_GUIDES: Final = re.compile(r"\bFactor (\d[AB]?) of the supervisory guide")


@dataclass(frozen=True, slots=True)
class SupervisorFile:
    """A supervisor's case with its file: the particulars, and what the guide is asked."""

    path: Path
    particulars: Case
    request: SupervisoryRequest

    @property
    def evaluation(self) -> SupervisoryData:
        """What the guide makes of it."""
        return supervisory_data(self.request)

    @property
    def open_factors(self) -> tuple[str, ...]:
        """The factors for which no level is stated or settled by what is stated."""
        scored = {str(one["factor"]) for one in self.evaluation["factors"]}
        return tuple(
            key
            for key in SUPERVISORY_FACTORS
            if key not in scored and key not in self.request.levels
        )


def asked(data: Mapping[str, Any], *, titled: bool = False) -> dict[str, Any]:
    """Return what is asked of a guide, without the particulars of the position but its title."""
    kept = _TITLED if titled else ()
    return {key: value for key, value in data.items() if key not in _PARTICULARS or key in kept}


def is_supervisors(text: str, path: Path) -> bool:
    """Return whether a case file is a supervisor's; text that cannot be read is none."""
    if SUPERVISORY_ID not in text:
        return False
    data = load(text, where=str(path), fmt=file_format(path, text), error=CaseError)
    return data.get("standard") == SUPERVISORY_ID


def open_supervisor(path: Path) -> SupervisorFile | None:
    """Open a supervisor's case; None when the file is another one.

    Raises:
        CaseError: the file cannot be read, or what it says is wrong, naming the field.
        LevelError: a level is none of the guide's.
    """
    path = located(path)
    text = read_text(path)
    if not is_supervisors(text, path):
        return None
    data = load(text, where=str(path), fmt=file_format(path, text), error=CaseError)
    own = {key: value for key, value in data.items() if key in _PARTICULARS}
    return SupervisorFile(
        path,
        build(Case, own, where=str(path), error=CaseError),
        parse_supervisory(asked(data), where=str(path)),
    )


def stated_levels(position: PositionDescription) -> dict[str, str]:
    """Return the levels of the supervisory guide that a description states, by factor."""
    return {
        str(one.factor): one.level_stated
        for one in position.factors
        if one.guide == SUPERVISORY_ID and one.level_stated is not None
    }


def guide_factor(fact: Fact) -> FactorId | None:
    """Return the factor a fact bears on; the supervisory guide's where its source names one.

    A case on the nine factors holds what a description says under the guide's as facts without a
    factor, since the numbers mean something else.
    """
    match = _GUIDES.search(fact.source)
    return match[1] if fact.factor is None and match is not None else fact.factor


def by_guide(case: Case) -> bool:
    """Return whether a case made of a description is a supervisor's that has no levels yet."""
    return not case.levels and any(guide_factor(fact) != fact.factor for fact in case.facts)


def supervision_share(
    duties: Iterable[tuple[str, float | None]], told: Iterable[str] = ()
) -> float | None:
    """Return the percent of time that supervision takes, where it is stated.

    Args:
        duties: the words of each duty, its title first, and its percent of the time.
        told: other words of the description, which may say it where no duty of supervision does.
    """
    shares = [share for words, share in duties if share is not None and is_supervision(words)]
    if shares:
        return sum(shares)
    times = (supervision_time(words) for words in told)
    return next((one for one in times if one is not None), None)


def supervisor_text(case: Case, levels: Mapping[str, str], base: str = "") -> str:
    """Return the file of a supervisor's case as TOML.

    Args:
        case: the particulars; levels by the nine factors and findings on them are left out.
        levels: levels of the guide, by factor.
        base: the grade of the work directed, such as ``GS-11``.
    """
    import tomli_w

    facts = tuple(one.model_copy(update={"factor": guide_factor(one)}) for one in case.facts)
    told = case_to_data(case.model_copy(update={"facts": facts}))
    data = {key: value for key, value in told.items() if key in _PARTICULARS}
    plain = {key: value for key, value in data.items() if not holds_tables(value)}
    tables = {key: value for key, value in data.items() if holds_tables(value)}
    request: dict[str, Any] = {"standard": SUPERVISORY_ID}
    if case.as_of is not None:
        request["as_of"] = case.as_of
    if base:
        request["base"] = base
    share = supervision_share(
        (
            (
                f"{one.title}. {one.text}",
                one.percent_employee if one.percent_supervisor is None else one.percent_supervisor,
            )
            for one in case.duties
        ),
        (*(one.text for one in case.facts), *(one.text for one in case.duties)),
    )
    if share is not None:
        tables = {"coverage": {"percent": share}, **tables}
    return tomli_w.dumps(
        {**plain, **request, "levels": dict(levels), **tables}, multiline_strings=True
    )


def enter(
    path: Path, levels: Mapping[str, str], base: str = "", *, replace_base: bool = False
) -> SupervisorFile:
    """Enter levels in the case of a position, which becomes or stays a supervisor's.

    A case made of a description without levels is turned into one under the supervisory guide;
    comments of a file that is one already survive. A base stated there stays unless it is to be
    replaced.

    Raises:
        CaseError: the case has levels by the nine factors, or is wrong.
        LevelError: a level is none of the guide's.
        StorageError: the file cannot be written.
    """
    import tomlkit

    path = located(path)
    text = read_text(path)
    if is_supervisors(text, path):
        document = tomlkit.parse(text)
        known = document.setdefault("levels", tomlkit.table())
        for factor, level in levels.items():
            known[factor] = level
        stated = document.get("base")
        if base and replace_base and isinstance(stated, dict):
            stated["grade"] = base
        elif base and "workload" not in document and (replace_base or stated is None):
            document["base"] = tomlkit.item(base)
        written = tomlkit.dumps(document)
    else:
        case = load_case(path)
        if case.levels or case.findings:
            raise CaseError(
                "the case has levels or findings by the nine factors",
                where=str(path),
                hint="Make a new case of the description, or take them out first.",
            )
        written = supervisor_text(case, levels, base)
    # What cannot be evaluated is not kept.
    parse_supervisory(
        asked(load(written, where=str(path), fmt="toml", error=CaseError)), where=str(path)
    )
    replace_file(path, written.encode(), what="the case", hint="Choose a folder you may write to.")
    found = open_supervisor(path)
    if found is None:
        raise CaseError("the case was changed meanwhile", where=str(path), hint="Try again.")
    return found


def enter_determination(path: Path, made: Determination) -> None:
    """Enter the series and title a person determined in a supervisor's case; comments survive.

    Raises:
        StorageError: the file cannot be written.
    """
    import tomlkit

    path = located(path)
    document = tomlkit.parse(read_text(path))
    document["determined"] = {name: text for name, text in made.model_dump().items() if text}
    written = tomlkit.dumps(document)
    replace_file(path, written.encode(), what="the case", hint="Choose a folder you may write to.")


def particulars_of(case: Case) -> dict[str, Any]:
    """Return what a case says of the position itself, as a file has it: plain values first."""
    data = {key: value for key, value in case_to_data(case).items() if key in _PARTICULARS}
    return dict(sorted(data.items(), key=lambda entry: holds_tables(entry[1])))
