"""What a person settles about a reading, done: corrections, rulings, confirmation, removal."""

from __future__ import annotations

import getpass
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.cli.standards.imports import overlays
from assistant.cli.standards.imports.completing import printed_values
from assistant.cli.standards.imports.folders import (
    guides_folder,
    name_imported_standards,
    standards_folder,
)
from assistant.cli.standards.imports.keeping import keep_document, write
from core.errors import StandardError, UsageError
from core.standards.settled import Correction, Figure, Overlay

_RANGE = re.compile(r"(?P<low>\d+)\s*(?:-|to )\s*(?P<top>\d+|up)", re.IGNORECASE)
DRAFT = ".draft"
"""The suffix of an edition whose figures contradict each other."""


@dataclass(frozen=True, slots=True)
class Held:
    """An edition that was read in: where it is kept, its doubts and its corrections as data.

    ``hindrance`` says why it could not be kept but as a draft.
    """

    path: Path
    title: str
    doubts: tuple[dict[str, Any], ...]
    corrections: tuple[dict[str, Any], ...]
    hindrance: str = ""

    @property
    def id(self) -> str:
        return self.path.parent.name

    @property
    def edition_id(self) -> str:
        return self.path.stem

    def open_numbers(self) -> list[int]:
        """Return the numbers of the doubts that nobody has settled."""
        return [
            number
            for number, one in enumerate(self.doubts, start=1)
            if not one.get("confirmed") or one.get("ruling") == "rejected"
        ]

    def shown(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "id": self.id,
            "edition": self.edition_id,
            "title": self.title,
            "doubts": [{"number": n, **one} for n, one in enumerate(self.doubts, start=1)],
            "corrections": [
                {"number": n, **one} for n, one in enumerate(self.corrections, start=1)
            ],
            "open": self.open_numbers(),
            "hindrance": self.hindrance,
        }


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says about a reading, as the command takes it."""

    level: str = ""
    points: int | None = None
    page: str = ""
    begins: str = ""
    ends: str = ""
    ranges: tuple[tuple[str, str], ...] = ()
    cells: tuple[tuple[str, str, str], ...] = ()
    accept: tuple[int, ...] = ()
    reject: tuple[int, ...] = ()
    withdraw: tuple[int, ...] = ()
    why: str = ""
    by: str = ""

    def anything(self) -> bool:
        """Tell whether there is anything to do."""
        return self != Said()


def accepting(standard_id: str, numbers: Sequence[int]) -> str:
    """Return the command that accepts the doubts of these numbers at once, but for the reason.

    The reason is what a person saw in the document; left as it is, it is refused.
    """
    wanted = " ".join(f"--accept {number}" for number in numbers)
    return f'fes standards correct {standard_id} {wanted} --why "..."'


def held(standard_id: str, edition: str = "") -> Held:
    """Return an edition that was read in, the newest unless one is named.

    Raises:
        StandardError: no such standard or guide was read in.
    """
    paths = _paths(standard_id, edition)
    if not paths:
        raise _unknown(standard_id, edition)
    return _held(paths[-1])


def _held(path: Path, hindrance: str = "") -> Held:
    from core.standards.settled import Figure

    data = overlays.data_of(path)
    return Held(
        path,
        data["title"],
        tuple(data.get("doubts", ())),
        (
            *data.get("corrections", ()),
            *({**one, "what": Figure(**one).what} for one in data.get("figures", ())),
        ),
        hindrance or ("it is a draft" if path.suffix == DRAFT else ""),
    )


def _paths(standard_id: str, edition: str) -> list[Path]:
    """Return the files of an id's editions, drafts where an edition could not be kept."""
    # The id comes from the user: it is compared with names, never made into a path.
    found = [
        path
        for folder in (standards_folder(), guides_folder())
        for suffix in (DRAFT, ".toml")
        for path in folder.glob(f"*/*{suffix}")
        if edition in ("", path.stem) and _is_of(path, standard_id)
    ]
    return sorted({path.with_suffix(""): path for path in found}.values())


def _is_of(path: Path, standard_id: str) -> bool:
    """Tell whether a file is kept under an id, or is a part of the document of that id."""
    name = path.parent.name
    if name == standard_id:
        return True
    return (
        name.startswith(f"{standard_id}-") and overlays.data_of(path).get("part_of") == standard_id
    )


def parts(standard_id: str, edition: str = "") -> list[Held]:
    """Return an edition that was read in, or each part of it for one kind of work.

    Raises:
        StandardError: no such standard or guide was read in.
    """
    paths = _paths(standard_id, edition)
    if not paths:
        raise _unknown(standard_id, edition)
    return [_held(path) for path in paths if path.stem == paths[-1].stem]


def _unknown(standard_id: str, edition: str) -> StandardError:
    names = sorted(
        {
            path.parent.name
            for folder in (standards_folder(), guides_folder())
            for path in folder.glob("*/*.toml")
        }
    )
    return StandardError(
        f"no standard {standard_id!a}{' of that edition' if edition else ''} was read in",
        where="ID",
        hint=f"Those read in are: {', '.join(names)}."
        if names
        else "Read one in with: fes standards import FILE.",
    )


def confirm(before: Held) -> tuple[list[dict[str, Any]], Held]:
    """Confirm every open doubt that does not block; return those, and the edition after it.

    Raises:
        StandardError: the edition's file has something wrong in it.
    """
    from core.narrative.guide import parse_guide
    from core.standards.reading import check_standard
    from core.standards.table import SUPERVISORY_ID, content_hash
    from index.standards.writing import guide_text, write_file

    data = overlays.data_of(before.path)
    done = [one for one in data.get("doubts", ()) if not one.get("confirmed")]
    done = [dict(one) for one in done if not one.get("blocks")]
    if not done:
        return [], before
    for one in data["doubts"]:
        one["confirmed"] = one.get("confirmed", False) or not one.get("blocks")
    where = f"{before.id}/{before.path.name}"
    if "criteria" in data:
        text = guide_text(data)
        parse_guide(text, where=where)
    else:
        if data["method"] != SUPERVISORY_ID:
            check_standard(data, where)
        text = write_file(data, checked=content_hash(data))
    write(before.path, text)
    return done, _held(before.path)


def settle(before: Held, said: Said) -> Held:
    """Correct a reading and rule on its doubts; return the edition read again.

    Raises:
        UsageError: no reason is given, a number is of no doubt, or options do not fit together.
        StandardError: the words named do not stand in the document, or what comes out is no
            sound standard.
        StorageError: the document was not kept, or the folder cannot be written.
    """
    document, origin, given = overlays.document_of(before.path)
    overlay = _added(before, overlays.load(before.path, origin.sha256), said)
    result = keep_document(document, origin, id_=given.id, edition=given.edition, overlay=overlay)
    if result.status == "not kept" and before.path.suffix == DRAFT:
        # Another correction may make it sound: what was said so far stays.
        overlays.save(before.path, overlay)
        return _held(before.path, result.hindrance)
    if result.status == "not kept":
        before.path.with_suffix(DRAFT).unlink(missing_ok=True)
        raise StandardError(
            f"the corrected reading is not sound: {result.hindrance}", where=before.id,
            hint="Correct it once more; nothing was changed.",
        )  # fmt: skip
    overlays.save(before.path, overlay)
    return _held(before.path.with_suffix(".toml"))


def _added(before: Held, overlay: Overlay, said: Said) -> Overlay:
    """Return what was settled with what is said now."""
    from core.standards.settled import Ruling

    if not any(character.isalnum() for character in said.why):
        raise UsageError(
            "no reason is given", where="--why", hint="Say what you saw in the document."
        )
    by, when = said.by.strip() or _user(), datetime.now(tz=UTC).date().isoformat()
    rulings = list(overlay.rulings)
    for numbers, accepted, option in (
        (said.accept, True, "--accept"), (said.reject, False, "--reject")
    ):  # fmt: skip
        for number in numbers:
            doubt = _numbered(before.doubts, number, option)
            rulings = [
                one
                for one in rulings
                if (one.code, one.where, one.message)
                != (doubt["code"], doubt["where"], doubt["message"])
            ]
            rulings.append(
                Ruling(by=by, when=when, why=said.why.strip(), code=doubt["code"],
                       where=doubt["where"], message=doubt["message"], accepted=accepted)
            )  # fmt: skip
    corrections, figures = list(overlay.corrections), list(overlay.figures)
    for number in sorted(set(said.withdraw), reverse=True):
        _numbered(before.corrections, number, "--withdraw")
        if number > len(corrections):
            del figures[number - 1 - len(corrections)]
        else:
            del corrections[number - 1]
    told = (said.points is not None, said.page, said.begins, said.ends)
    for figure in _figures(said, by, when):
        figures = [*(one for one in figures if one.key != figure.key), figure]
    if said.level:
        corrections = _with(corrections, said, by, when)
        _check_level(before, corrections[-1])
    elif any(told) and not (said.page and (said.ranges or said.cells)):
        raise UsageError("no level is named", where="--level", hint="Name it, such as 7-4.")
    return overlay.model_copy(
        update={
            "rulings": tuple(rulings),
            "corrections": tuple(corrections),
            "figures": tuple(figures),
        }
    )


def _figures(said: Said, by: str, when: str) -> Iterator[Figure]:
    """Yield the ranges of grades and the cells of a chart that a person sets right."""
    from core.standards.levels import normal_level
    from core.standards.settled import Figure

    signed = {"by": by, "when": when, "why": said.why.strip(), "page": said.page}
    for grade, points in said.ranges:
        found = _RANGE.fullmatch(points.replace(",", "").strip())
        top = int(found["top"]) if found and found["top"].isdigit() else None
        if found is None or not grade.isdigit() or (top is not None and top <= int(found["low"])):
            raise UsageError(
                f"{grade} {points!a} is not a grade with its points", where="--range",
                hint="Write them as printed: --range 12 2755-3150, or --range 15 4055-up.",
            )  # fmt: skip
        yield Figure(grade=int(grade), lowest=int(found["low"]), highest=top, **signed)
    for *levels, points in said.cells:
        row, column = (normal_level(one) for one in levels)
        if row is None or column is None or not points.isdigit():
            raise UsageError(
                f"{' '.join(levels)} {points} is not a cell with its points", where="--cell",
                hint="Name the two levels and the points, such as --cell 6-3 7-C 180.",
            )  # fmt: skip
        yield Figure(cell=(row, column), points=int(points), **signed)


def _with(corrections: list[Correction], said: Said, by: str, when: str) -> list[Correction]:
    """Return the corrections with one more; what an earlier one of the level says stays."""
    from core.standards.levels import normal_level
    from core.standards.settled import Correction

    level = normal_level(said.level)
    if level is None:
        raise UsageError(
            f"{said.level!a} is not a level", where="--level", hint="Name it, such as 7-4."
        )
    if said.ends and not said.begins:
        raise UsageError(
            "the last words are given without the first", where="--begins",
            hint="Copy the first words of the level's text from the document.",
        )  # fmt: skip
    before = next((one for one in corrections if one.level == level), None)
    if said.points is None and not said.page and not said.begins:
        raise UsageError(
            f"nothing about Level {level} is corrected", where="--level",
            hint="Give --points, --page or --begins with its first words.",
        )  # fmt: skip
    kept = {} if before is None else before.model_dump(include={"points", "page", "begins", "ends"})
    now = {"points": said.points, "page": said.page, "begins": said.begins, "ends": said.ends}
    if said.begins:
        kept.pop("ends", None)
    merged = {**kept, **{name: value for name, value in now.items() if value not in (None, "")}}
    correction = Correction(level=level, by=by, when=when, why=said.why.strip(), **merged)
    return [*(one for one in corrections if one.level != level), correction]


def _check_level(before: Held, said: Correction) -> None:
    """Refuse a level that no standard has, and figures of one whose words nobody has named."""
    factors = overlays.data_of(before.path).get("factors", ())
    held = {level["level"] for factor in factors for level in factor["levels"]}
    values = printed_values()
    known = held | values.primary.keys() | values.supervisory.keys()
    if said.level[-1].isdigit() and said.level not in known:
        raise UsageError(
            f"no standard has a Level {said.level}", where="--level",
            hint="Name it as the document does, such as 7-4.",
        )  # fmt: skip
    if said.level not in held and not said.begins:
        raise UsageError(
            f"Level {said.level} was not read, so that it has no words", where="--level",
            hint="Give its first words with --begins, as the document prints them.",
        )  # fmt: skip


def _numbered(rows: tuple[dict[str, Any], ...], number: int, option: str) -> dict[str, Any]:
    if not 1 <= number <= len(rows):
        raise UsageError(
            f"there is no number {number}", where=option,
            hint=f"The numbers are 1 to {len(rows)}." if rows else "There is none.",
        )  # fmt: skip
    return rows[number - 1]


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise UsageError("your name is not known", where="--by", hint="Give --by NAME.") from error


def remove(standard_id: str, edition: str = "") -> list[Path]:
    """Remove what was read in under an id; return the editions' files that were removed.

    Raises:
        StandardError: nothing was read in under it.
        StorageError: a file cannot be removed.
    """
    from core.narrative.guide import forget_guides
    from core.standards.catalog import forget_standards

    paths = _paths(standard_id, edition)
    if not paths:
        raise _unknown(standard_id, edition)
    for path in paths:
        overlays.forget(path)
    forget_standards()
    forget_guides()
    name_imported_standards()
    return paths
