"""How well descriptions are read, field by field, against what a person reads in them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from index.documents import formats
from index.positions.model import PositionDescription
from index.positions.reading import read_position
from tests.index_.positions.compose import files, truths

PLAIN = ("form", "title", "working_title", "pay_plan", "series", "grade", "number", "supervisor",
         "certified")  # fmt: skip


def read(name: str, data: bytes) -> PositionDescription:
    return read_position(formats.parse_bytes(Path(name), data))


def compare(position: PositionDescription, truth: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Return for each field how many of its values are right, and how many there are."""
    found: dict[str, tuple[int, int]] = {}
    cover = position.cover
    for field in PLAIN:
        if field in truth:
            value = position.form if field == "form" else getattr(cover, field)
            found[field] = (int(value == truth[field]), 1)
    for field in ("organization", "agency"):
        if field in truth:
            found[field] = (int(truth[field] in getattr(cover, field)), 1)
    if "grades" in truth:
        found["grades"] = (int(list(cover.grades) == truth["grades"]), 1)
    if "other_series" in truth:
        found["other_series"] = (int(list(cover.other_series) == truth["other_series"]), 1)
    shares = [-1 if one.percent is None else one.percent for one in position.duties]
    found["duties"] = (int(len(shares) == len(truth["percents"])), 1)
    found["percents"] = (int(shares == truth["percents"]), 1)
    levels = {str(one.factor): one.level_stated for one in position.factors if one.level_stated}
    wanted = truth.get("levels", {})
    found["levels"] = (
        sum(levels.get(key) == level for key, level in wanted.items()), len(wanted)
    )  # fmt: skip
    found["levels invented"] = (int(not levels.keys() - wanted.keys()), 1)
    points = {str(one.factor): one.points_stated for one in position.factors}
    stated = truth.get("points", {})
    found["points"] = (sum(points.get(key) == one for key, one in stated.items()), len(stated))
    if "total" in truth:
        found["total"] = (int(position.total_stated == truth["total"]), 1)
    if "factors" in truth:
        found["factors"] = (int([one.factor for one in position.factors] == truth["factors"]), 1)
    return found


def measure(folder: Path, *, tell: bool = False) -> dict[str, tuple[int, int]]:
    """Return the sums over a folder; ``tell`` prints what was read wrongly."""
    right: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for name, file, data in files(folder):
        truth = truths()[name]
        position = read(file, data)
        for field, (good, all_) in compare(position, truth).items():
            right[field] += good
            whole[field] += all_
            if tell and good < all_:
                print(name, field, "wanted", truth.get(field), "got", _got(position, field))  # noqa: T201
    return {field: (right[field], whole[field]) for field in whole}


def _got(position: PositionDescription, field: str) -> object:
    if field in ("duties", "percents"):
        return [(one.title, one.percent) for one in position.duties]
    if field in ("levels", "levels invented", "points", "factors", "form"):
        factors = position.factors
        return position.form, [(one.factor, one.level_stated, one.points_stated) for one in factors]
    return getattr(position.cover, field, None)
